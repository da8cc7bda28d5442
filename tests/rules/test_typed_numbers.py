"""Numbers typed before headings, points and texts: what is told, and what merging drops."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from reportctl.project.building import check
from reportctl.project.opening import open_project
from reportctl.rules.registry import check_texts
from reportctl.rules.texts import TextKind, TextSet
from tests.rules.projects import findings as findings_of_project
from tests.rules.sheets import ALONE, findings, marked, mended, unit

if TYPE_CHECKING:
    from pathlib import Path

    from tests.tools.project import Folder


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("二）加强监管。", "二）"),
        ("2.加强监管。", "2."),
        ("二、加强监管。", "二、"),
        ("1.1规范监督。", "1.1"),
        ("1.1.1规范监督。", "1.1.1"),
        ("A.规范监督。", "A."),
        ("（一）规范监督。", "（一）"),
    ],
)
def test_a_number_typed_before_a_text_goes(text: str, number: str) -> None:
    assert marked("typed-number", text) == [number]
    assert mended("typed-number", text) == text.removeprefix(number)


@pytest.mark.parametrize(
    "text",
    [
        "一是检查。二是培训。",
        "一、二审案件都已办结。",
        "3、4月开展检查。",
        "1.5万户参加。",
        "4.15全民国家安全教育日开展宣传。",
        "（1）检查；（2）培训。",
        "全年检查20次。",
    ],
)
def test_what_a_text_says_is_no_number(text: str) -> None:
    assert marked("typed-number", text) == []


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("1.检查20次。2.培训5次。", "1."),
        ("检查20次。\n\n二、培训5次。", "二、"),
        ("检查20次。\n\n2.培训5次。", "2."),
    ],
)
def test_a_list_of_items_in_one_text_is_told_and_kept(text: str, number: str) -> None:
    assert marked("typed-number", text) == [number]
    assert mended("typed-number", text) == text


def test_items_that_count_on_are_points_of_one() -> None:
    (found,) = findings("typed-number", "# 一是检查", "# 二是培训", "# 三是评查", "# 宣传")

    assert "3 条" in found.message
    assert "points" in found.hint
    assert len(found.fix) == 3


def test_texts_without_headings_that_count_on_are_points_of_one(folder: Folder) -> None:
    said = ("一是加强监管，检查3次。", "二是加强执法，检查4次。", "三是加强普法，宣讲5次。")
    folder.submit("县司法局", "achievements:\n" + "".join(f"  - text: {text}\n" for text in said))
    codes = "typed-number,number-sequence"
    (found,) = folder.validate("--select", codes).json["findings"]
    assert (found["code"], found["line"]) == ("typed-number", 4)
    assert "3 条" in found["message"]
    folder.submit("县司法局", f"achievements:\n  - text: {said[0]}\n  - text: {said[2]}\n")
    assert folder.codes("--select", codes) == ["number-sequence"]


def test_a_list_that_begins_in_the_heading_is_kept_whole(tmp_path: Path) -> None:
    one = TextSet([unit("一是检查", TextKind.HEADING), unit("二是培训。")], "区司法局", 2023)
    (found,) = [one for one in check_texts(one, ALONE) if one.code == "typed-number"]

    assert not found.fix
    assert "一是检查。二是培训。" in printed(tmp_path, "- 一是检查。二是培训。")


@pytest.mark.parametrize(
    ("item", "expected"),
    [
        ("- text: 二）加强监管。", "1.加强监管。"),
        ("- text: 1.1规范监督。", "1.规范监督。"),
        ("- 1.1规范监督。检查20次。", "1.规范监督。检查20次。"),
        ("- 1、3年行动成效。检查20次。", "1.3年行动成效。检查20次。"),
        ("- |-\n  1、加强监管。检查20次。", "1.加强监管。检查20次。"),
    ],
)
def test_no_typed_number_is_printed_beside_ours(item: str, expected: str, tmp_path: Path) -> None:
    assert expected in printed(tmp_path, item)


def printed(root: Path, item: str) -> str:
    """The paragraphs of a project's report with this item."""
    findings_of_project(root / "project", item)
    assembly = check(open_project(root / "project")).assembly
    return "\n".join(f"{block.number}{block.text}" for block in assembly.document.paragraphs())
