"""The public form: a private number is told where it stands, and a false alarm is released by name."""

from __future__ import annotations

import pytest

from tests.tools.project import REPORT, Folder

WORK = "achievements:\n  - 加强监管。咨询请打138-1234-5678\uff0c由李四方负责。\n"
REST = "shortcomings: [{heading: 力量不足, text: 缺编3名。, cause: 编制少。}]\nplans: [加强培训。培训4次。]\n"
PUBLIC = ("build", "--text", "--form", "public", "-o", "-")


@pytest.fixture
def full(folder: Folder) -> Folder:
    folder.report(REPORT.replace(", 县公安局, 县林业局", ""))
    return folder.submit("县司法局", f"contact: {{name: 李四方, phone: 0745-2233445}}\n{WORK}", REST)


def released(folder: Folder, *exceptions: str) -> None:
    text = REPORT.replace(", 县公安局, 县林业局", "")
    folder.report(f"{text}public:\n  allow:\n" + "".join(f"    - {{{one}}}\n" for one in exceptions))


@pytest.mark.parametrize(
    ("name", "text", "line"),
    [
        ("a.csv", "单位,电话\n局,138 1234 5678\n", 2),
        ("a.md", "说明。\n\n第二段。\n\n拨13812345678。\n", 5),
        ("a.yaml", "- [单位, 电话]\n- [局, 1]\n- [所, 13812345678]\n", 3),
        ("a.md", "说明。\n\n拨1381234\n5678。\n", 1),  # written otherwise than it is read
    ],
)
def test_a_number_in_an_attachment_is_told_at_its_line(full: Folder, name: str, text: str, line: int) -> None:
    full.submit("县司法局", "achievements:\n  - 加强监管。检查3次。\n", REST)
    attached = f"  attachments: [{{title: 甲, file: b.csv}}, {{title: 附件, file: {name}}}]\ndepartments"
    full.report(REPORT.replace(", 县公安局, 县林业局", "").replace("departments", attached, 1))
    full.write("b.csv", "甲,乙\n1,2\n").write(name, text)
    done = full.run(*PUBLIC)
    assert done.code == 1
    assert f"{name}:{line}:" in done.err
    assert "[private-number]" in done.err


def test_nothing_is_released_unasked(full: Folder) -> None:
    done = full.run(*PUBLIC)
    assert (done.code, "[private-number]" in done.err, "[private-name]" in done.err) == (1, True, True)


@pytest.mark.parametrize("written", ["138-1234-5678", "'13812345678'", "138 1234 5678"])
def test_what_may_be_published_is_released_by_name(full: Folder, written: str) -> None:
    released(full, f"text: {written}, reason: 对外的热线", "text: 李四方, reason: 同名的先进个人")
    done = full.run(*PUBLIC)
    assert (done.code, "[private-" in done.err) == (0, False)
    assert "[unused-release]" not in done.err
    assert "138-1234-5678" in done.out


def test_another_number_is_not_released(full: Folder) -> None:
    released(full, "text: '13812345679', reason: 对外的热线")
    done = full.run(*PUBLIC)
    assert done.code == 1
    assert "report.yaml:17:14: note: 放行的“13812345679”公开稿里没有" in done.err


@pytest.mark.parametrize(
    "exception", ["text: '13812345678'", "text: '13812345678', reason: ''", "reason: 热线"]
)
def test_a_release_has_its_reason(full: Folder, exception: str) -> None:
    released(full, exception)
    assert full.run(*PUBLIC).code == 3


def test_a_release_in_chinese(full: Folder) -> None:
    text = REPORT.replace(", 县公安局, 县林业局", "")
    full.report(f"{text}公开:\n  放行:\n    - {{文字: '13812345678', 理由: 对外的热线}}\n")
    assert full.run(*PUBLIC).code == 0
