"""What was read as the YAML of a submission: readable, and the same data when it is loaded again."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reportctl.model.keys import SUBMISSION
from reportctl.model.submission import Contact, Part
from reportctl.scaffold.wording import Wording, remark, scalar

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from reportctl.model.submission import Figure, Item, SubmissionData
    from reportctl.scaffold.wording import Language

_LONG = 40  # characters of a text that stands on lines of its own
_NOTHING = "无"
# A literal block shows its text as it is: no mark of YAML means anything in it. Blanks at an edge, a tab or
# a line break of another kind would not come back, and go into quotes.
_LITERAL = re.compile(r"\S(?:[^\n]*\S)?(?:\n\n?\S(?:[^\n]*\S)?)*")


def write_submission(
    submission: SubmissionData,
    original: str,
    language: Language,
    *,
    nothing: Collection[Part] = (),
    notes: Mapping[tuple[Part, int], str] | None = None,
) -> str:
    """A submission as YAML, with a first line that names the original.

    `nothing` are the parts that say 无. `notes` are remarks above an item, by its part and its number there
    from 0.
    """
    return "".join(
        f"{line}\n"
        for line in _Writer(Wording(SUBMISSION, language)).lines(submission, original, nothing, notes or {})
    )


class _Writer:
    """Writes with the keys of one language."""

    def __init__(self, wording: Wording) -> None:
        self._key = wording.key

    def lines(
        self,
        submission: SubmissionData,
        original: str,
        nothing: Collection[Part],
        notes: Mapping[tuple[Part, int], str],
    ) -> Iterator[str]:
        yield f"# 由 collect 从“{remark(original)}”读出，请对照原件核对"
        yield from self._pair("department", submission.department, "")
        if submission.year is not None:
            yield f"{self._key('year')}: {submission.year}"
        contact = submission.contact or Contact()
        if contact.name or contact.phone:
            yield f"{self._key('contact')}:"
            yield from self._pair("contact.name", contact.name, "  ")
            yield from self._pair("contact.phone", contact.phone, "  ")
        yield from self._pair("approved_by", submission.approved_by, "")
        for part in Part:
            items = submission.items(part)
            if items:
                yield f"{self._key(part)}:"
                for number, item in enumerate(items):
                    yield from self._item(part, item, notes.get((part, number), ""))
            elif part in nothing:
                yield f"{self._key(part)}: {_NOTHING}"

    def _item(self, part: Part, item: Item, note: str) -> Iterator[str]:
        if note:
            yield f"  # {remark(note)}"
        first = "  - "
        for line in self._fields(part, item):
            yield f"{first}{line}"
            first = "    "
        if first == "  - ":  # an item that says nothing
            yield f"  - {self._key(f'{part}.text')}:"

    def _fields(self, part: Part, item: Item) -> Iterator[str]:
        yield from self._pair(f"{part}.section", item.section, "")
        yield from self._pair(f"{part}.heading", item.heading, "")
        yield from self._pair(f"{part}.text", item.text, "")
        if item.points:
            yield f"{self._key(f'{part}.points')}:"
            for point in item.points:
                yield from _value("  - ", "    ", point)
        yield from self._pair(f"{part}.cause", item.cause, "")
        if item.order is not None:
            yield f"{self._key(f'{part}.order')}: {item.order}"
        if item.figures:
            yield f"{self._key(f'{part}.figures')}:"
            for figure in item.figures:
                yield from self._figure(f"{part}.figures", figure)

    def _figure(self, place: str, figure: Figure) -> Iterator[str]:
        """A figure, one key a line; numbers are written as they were read."""
        yield f"  - {self._key(f'{place}.name')}: {_inline(figure.name)}"
        yield f"    {self._key(f'{place}.value')}: {figure.value}"
        yield from self._pair(f"{place}.unit", figure.unit, "    ")
        if figure.parts:
            parts = ", ".join(f"{_inline(name)}: {value}" for name, value in figure.parts.items())
            yield f"    {self._key(f'{place}.parts')}: {{{parts}}}"
        if figure.ratio is not None:
            yield f"    {self._key(f'{place}.ratio')}: [{', '.join(map(str, figure.ratio))}]"
        if figure.previous is not None:
            yield f"    {self._key(f'{place}.previous')}: {figure.previous}"

    def _pair(self, place: str, text: str, indent: str) -> Iterator[str]:
        """A key and its text; nothing for an empty one."""
        if text:
            yield from _value(f"{indent}{self._key(place)}: ", f"{indent}  ", text)


def _value(before: str, indent: str, text: str) -> Iterator[str]:
    """A text behind its key or dash: on the same line, or below in a literal block if it is long."""
    if len(text) <= _LONG or not _is_literal(text):
        yield f"{before}{_inline(text)}"
        return
    yield f"{before}|-"
    for line in text.split("\n"):
        yield f"{indent}{line}" if line else ""


def _is_literal(text: str) -> bool:
    return text.replace("\n", "").isprintable() and _LITERAL.fullmatch(text) is not None


def _inline(text: str) -> str:
    return scalar(text) or '""'
