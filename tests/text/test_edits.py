"""Changes: applied in order, moved with their paragraph."""

from __future__ import annotations

from reportctl.text.edits import ChangeKind, TextChange, apply


def test_changes_are_applied_to_the_text_as_it_was() -> None:
    changes = (
        TextChange(0, 0, "甲", ChangeKind.NUMBER),
        TextChange(1, 3, "", ChangeKind.BLANK),
        TextChange(4, 4, "。", ChangeKind.END_MARK),
    )
    assert apply("abcd", changes) == "甲ad。"


def test_no_changes_leave_the_text() -> None:
    assert apply("全区", ()) == "全区"


def test_a_change_moves_with_its_paragraph() -> None:
    assert TextChange(1, 2, "，", ChangeKind.HALF_WIDTH).shifted(10) == TextChange(
        11, 12, "，", ChangeKind.HALF_WIDTH
    )
