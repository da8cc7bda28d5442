"""Lines and columns are an editor's, whatever breaks the parser sees."""

from __future__ import annotations

import pytest

from reportctl.model.files import load_submission


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("odd", ["", "\u2028", "\u2029", "\x85"])
def test_where_each_item_stands(newline: str, odd: str) -> None:
    lines = [
        "department: 县司法局",
        "year: 2023",
        "plans:",
        f'  - {{text: "甲{odd}乙"}}',
        "  - 丙。丁。",
        "  - text: 戊",
    ]
    file, _ = load_submission("x.yaml", newline.join(lines).encode())
    assert file is not None
    assert [file.place("plans", index) for index in range(3)] == [(4, 5), (5, 5), (6, 5)]


TEXT = "全年审查文件20件，答复咨询12次，没有一件被纠正。"
SPELLINGS = {
    "plain": f"text: {TEXT}",
    "in double quotes": f'text: "{TEXT}"',
    "in single quotes": f"正文:   '{TEXT}'",
    "escaped": f'text: "\\u5168{TEXT[1:]}"',
    "folded": f"text: >-\n      {TEXT}",
    "over two lines": f"text: {TEXT[:8]}\n      {TEXT[8:]}",
    "behind a comment": f"cause: 无 # text: {TEXT}\n    text: {TEXT}",
    "with its words in the heading": f"heading: {TEXT}又一年\n    text: >-\n      {TEXT}",
    "in the heading, over two lines itself": f"heading: {TEXT}\n    text: {TEXT[:8]}\n      {TEXT[8:]}",
    "in one string": f"{{heading: 审查, text: {TEXT}}}",
}


@pytest.mark.parametrize("written", SPELLINGS.values(), ids=SPELLINGS)
@pytest.mark.parametrize("behind", ["", f"  - text: {TEXT}\n", f"  - 审查文件。{TEXT}\n"])
def test_where_a_text_begins(written: str, behind: str) -> None:
    """As the parser says, whether it was asked or not."""
    lines = f"department: 县司法局\nyear: 2023\nplans:\n  - text: 甲\n  - {written}\n{behind}"
    file, _ = load_submission("x.yaml", lines.encode())
    assert file is not None
    for index, item in enumerate(file.data.plans):
        path = ("plans", index, "text")
        assert file.start_of(path, item.text) == file.inner_span(path, 0, 1)
