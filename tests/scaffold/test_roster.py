"""Lists of departments as offices have them."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from reportctl.errors import FileError, UsageError
from reportctl.scaffold.roster import RosterLine, departments, read_roster

if TYPE_CHECKING:
    from pathlib import Path

BOM = b"\xef\xbb\xbf"
NAMES = "区司法局\n区公安局\n"


@pytest.mark.parametrize(
    "data",
    [
        NAMES.encode(),
        BOM + NAMES.encode(),
        NAMES.replace("\n", "\r\n").encode(),
        NAMES.replace("\n", "\r").encode(),
        NAMES.encode("gb18030"),
        "# 名单\n\n  区司法局  \n#区林业局\n\u3000区公安局\u3000".encode(),
    ],
    ids=["utf-8", "bom", "crlf", "cr", "gb18030", "blanks and comments"],
)
def test_a_text_file_has_a_name_a_line(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "名单.txt"
    path.write_bytes(data)

    assert [one.name for one in read_roster(path)] == ["区司法局", "区公安局"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("1. 区司法局\n2. 区公安局\n", ["区司法局", "区公安局"]),
        ("一、区司法局\n二、区公安局\n", ["区司法局", "区公安局"]),
        ("1.\t区司法局\n2.\t区公安局\n", ["区司法局", "区公安局"]),
        ("1. 区司法局\n区公安局\n", ["1. 区司法局", "区公安局"]),
        ("①\n②\n", ["①", "②"]),
        ("一中心\n二中心\n", ["一中心", "二中心"]),
    ],
)
def test_the_numbers_of_a_numbered_list_go(text: str, names: list[str]) -> None:
    assert [one.name for one in departments("名单.txt", text)] == names


@pytest.mark.parametrize(
    "text",
    [
        "名称,简称,截止日期\n区司法局,司法局、区司法,2024-01-10\n区公安局,,\n",
        "name,aliases,due\n区司法局,司法局;区司法,2024/1/10\n\n区公安局\n",
        "部门名称,截止日期,简称\n区司法局,2024年1月10日,司法局 | 区司法\n区公安局\n",
        '名称,简称,截止日期\n"区司法局","司法局，区司法","2024.1.10"\n# 区林业局\n区公安局,,,\n',
        "名称\t简称\t截止日期\n区司法局\t司法局；区司法\t2024-1-10\n区公安局\n",
        "名称;简称;截止日期\n区司法局;司法局、区司法、司法局;2024-01-10\n区公安局\n",
        "名 称，简 称，截止日期\n区司法局，司法局|区司法，2024-01-10\n区公安局\n",
    ],
)
def test_a_table_has_names_aliases_and_dates(text: str) -> None:
    first, second = departments("名单.csv", text, table=True)

    assert (first.name, first.aliases, first.due) == ("区司法局", ("司法局", "区司法"), dt.date(2024, 1, 10))
    assert (second.name, second.aliases, second.due) == ("区公安局", (), None)


@pytest.mark.parametrize("text", ["区司法局\n区公安局\n", "单位\n区司法局\n区公安局\n"])
def test_a_table_of_one_column_needs_no_header(text: str) -> None:
    assert [one.name for one in departments("名单.csv", text, table=True)] == ["区司法局", "区公安局"]


@pytest.mark.parametrize(
    "name", ["../../x", "con.yaml", "a/b", '区"局', "*区局", "区 # 局", "区: 局", "{{ a }}", "局" * 200, "无"]
)
def test_a_name_stays_as_it_is_given(name: str) -> None:
    assert departments("名单.txt", f"{name}\n") == (RosterLine(name, 1),)


@pytest.mark.parametrize(
    ("text", "place", "said"),
    [
        ("区司法局\n\n区司法局\n", "名单.txt:3", "“区司法局”重复，第 1 行已经写过"),
        ("区司法局\n区司法局 \n区司法局\n", "名单.txt:2", "另有 1 处问题"),
        ("# 还没有写\n", "名单.txt:1", "没有部门"),
        ("区司法局\n区\0公安局\n", "名单.txt:2", "控制字符"),
        ("区司法局\t13800000000\n", "名单.txt:1", "制表符"),
        ("区\u2028公安局\n", "名单.txt:1", "换行"),
        ("局" * 201, "名单.txt:1", "201 个字"),
    ],
)
def test_a_faulty_list_is_refused_with_its_line(text: str, place: str, said: str) -> None:
    with pytest.raises(UsageError, match=said) as refused:
        departments("名单.txt", text)

    assert refused.value.message.startswith(f"{place}：")
    assert refused.value.hint


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        ("区司法局,司法局\n", 1, "没有列名"),
        ("名称,备注\n区司法局,急\n", 1, "不认识的列名“备注”"),
        ("简称\n司法局\n", 1, "没有“名称”这一列"),
        ("名称,部门\n区司法局,区司法局\n", 1, "列名重复"),
        ("名称,简称\n,司法局\n", 2, "没有部门名称"),
        ("名称,简称\n", 1, "没有部门"),
        ("# 名称\n", 1, "没有部门"),
        ("名称,简称\n区司法局,司法局,多\n", 2, "格数比列名多"),
        ("名称,简称\n区司法局,司法局\n区林业局,司法局\n", 3, "“司法局”重复"),
        ("名称,截止日期\n区司法局,2024-02-30\n", 2, "不是日期"),
        ("名称,截止日期\n区司法局,下周\n", 2, "不是日期"),
        ('名称,简称\n"区司法局\n区公安局,\n', 2, "换行"),
        ('名称\n"' + "局" * 200_000 + "\n", 2, "读不懂"),
    ],
)
def test_a_faulty_table_is_refused_with_its_line(text: str, line: int, said: str) -> None:
    with pytest.raises(UsageError, match=said) as refused:
        departments("名单.csv", text, table=True)

    assert refused.value.message.startswith(f"名单.csv:{line}：")
    assert refused.value.hint


def test_an_alias_may_be_the_name_itself() -> None:
    (one,) = departments("名单.csv", "名称,简称\n区司法局,区司法局\n", table=True)

    assert one.aliases == ("区司法局",)


@pytest.mark.parametrize(
    ("data", "error", "said"),
    [
        (b"", UsageError, "空的"),
        (b" \r\n", UsageError, "空的"),
        (NAMES.encode("utf-16"), FileError, "UTF-16"),
        (b"PK\x03\x04" + b"\x14\x01" * 40, FileError, "Word"),
        (b"\xff\xff\xff\xff\x81", FileError, "不是文字"),
    ],
)
def test_what_is_no_text_is_refused(tmp_path: Path, data: bytes, error: type[Exception], said: str) -> None:
    path = tmp_path / "名单.txt"
    path.write_bytes(data)

    with pytest.raises(error, match=said):
        read_roster(path)


def test_a_list_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(FileError, match="没有这个文件"):
        read_roster(tmp_path / "没有.txt")
