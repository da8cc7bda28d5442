"""Elements in another order, missing or twice, and what may be found then."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.inspect.matrix.documents import place_of
from tests.inspect.matrix.holders import DISTANCES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.inspect.matrix.documents import Piece

_ANY_DISTANCE = set().union(*DISTANCES.values()) | {"blank-paragraphs"}
_SWAPPED: dict[tuple[str, str], tuple[set[str], set[str]]] = {
    ("signature", "date"): ({"signature-missing"}, {"signature-missing"}),
    ("attachment_note", "signature"): ({"attachment-note-place"}, {"attachment-note-place"}),
    ("attachment_note", "date"): ({"attachment-note-place", "signature-missing"}, {"attachment-note-place"}),
    ("attachment_note", "note"): ({"attachment-note-place"}, {"attachment-note-place"}),
    ("date", "note"): (set(), set()),
    ("signature", "note"): ({"signature-missing"}, set()),
    ("title", "recipients"): ({"not-recognised"}, set()),
    ("mark", "number"): ({"red-line-place", "red-line-missing", "not-recognised", "red-line-gap"}, set()),
    ("number", "title"): (
        {"red-line-place", "not-recognised", "red-line-missing", "red-line", "signatory-missing"},
        set(),
    ),
    ("heading", "later"): ({"heading-number-gap", "heading-number-repeated"}, {"heading-number-gap"}),
    ("section", "run_in"): ({"heading-number-gap", "heading-number-repeated"}, {"heading-number-gap"}),
    ("copies", "printed"): ({"imprint-lines"}, set()),
    ("recipients", "body"): ({"recipients-missing", "first-line-indent"}, set()),
}
_MISSING: dict[str, tuple[set[str], set[str]]] = {
    "mark": ({"not-recognised", "letterhead-blank-lines"}, set()),
    "first_mark": (set(), set()),
    "number": ({"signatory-missing", "red-line-missing"}, set()),
    "title": ({"title-missing"}, {"title-missing"}),
    "recipients": ({"recipients-missing"}, set()),
    "heading": ({"heading-number-gap", "heading-level"}, set()),
    "attachment_note": ({"attachment-note-missing"}, {"attachment-note-missing"}),
    "signature": ({"signature-missing"}, set()),
    "date": ({"date-missing"}, {"date-missing"}),
    "note": (set(), set()),
    "label": ({"attachment-not-included", "attachment-title-place", "attachment-new-page"}, set()),
    "attachment_title": ({"attachment-mismatch"}, set()),
    "copies": ({"imprint-lines"}, set()),
    "printed": ({"imprint-lines"}, set()),
}
_TWICE: dict[str, set[str]] = {
    "mark": set(),
    "number": {"red-line-place", "red-line-gap"},
    "title": {"title-shape", "title-last-line", "recipients-blank-lines"},
    "recipients": {"first-line-indent"},
    "body": set(),
    "heading": {"heading-number-repeated"},
    "attachment_note": {"attachment-note-form", "attachment-mismatch"},
    "signature": {"joint-signature-place"},
    "date": set(),
    "note": set(),
    "copies": set(),
    "printed": set(),
}


def orders(pieces: list[Piece]) -> Iterator[tuple[str, list[Piece], set[str], set[str]]]:
    """Two elements changed, one missing, one twice; what may be found and what of it must be."""
    for (one, other), (may, must) in _SWAPPED.items():
        first, second = place_of(pieces, one), place_of(pieces, other)
        if first is not None and second is not None:
            moved = [*pieces]
            moved[first], moved[second] = pieces[second], pieces[first]
            yield f"{one} and {other} changed", moved, may | _ANY_DISTANCE, must
    for name, (may, must) in _MISSING.items():
        at = place_of(pieces, name)
        if at is not None:
            needed = (
                set() if name == "signature" and place_of(pieces, "first_signature") is not None else must
            )
            yield f"{name} missing", [*pieces[:at], *pieces[at + 1 :]], may | _ANY_DISTANCE, needed
    for name, may in _TWICE.items():
        at = place_of(pieces, name)
        if at is not None:
            yield f"{name} twice", [*pieces[:at], pieces[at], *pieces[at:]], may | _ANY_DISTANCE, set()
