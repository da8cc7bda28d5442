"""What surrounds the body of a report: title, opening, closing, signature, contents, attachments."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from reportctl.collect.fates import Fate
from reportctl.collect.front import name_front
from reportctl.collect.landmarks import (
    SIGNATURE,
    is_contact,
    is_date,
    is_dated_office,
    is_imprint,
    is_office,
    names_sender,
    squeezed,
    text_of,
)
from reportctl.collect.parts import words
from reportctl.collect.phrases import is_closing

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from reportctl.collect.lines import Line, SourceDocument

_ATTACHMENTS = re.compile("附件[0-9一二三四五六七八九十]*[\uff1a:]?$")
_ATTACHMENT_NOTE = re.compile("附(?:件)?[\uff1a:]|附件[0-9一二三四五六七八九十]+[\uff1a:.、]")
_CONTENTS_LINE = re.compile("(?:\t|…{2,}|\\.{4,}|·{4,})\\s*[0-9]{1,3}$")
_FAR_IN = "\u3000" * 4  # blanks that move a signature to the right


@dataclass(slots=True)
class Division:
    """Which lines are furniture, and which are the body, both by position."""

    fates: dict[int, Fate] = field(default_factory=dict)
    body: list[int] = field(default_factory=list)

    def of(self, fate: Fate) -> tuple[int, ...]:
        """The positions of the lines with a fate, in reading order."""
        return tuple(sorted(position for position, own in self.fates.items() if own is fate))


def lay_out(document: SourceDocument, positions: Iterable[int], year: int) -> Division:
    """Tells the furniture among the lines at `positions` from the body."""
    layout = Division()
    lines = document.lines
    left = [position for position in positions if not lines[position].blank]
    left = _without_attachments(document, left, layout)
    left = _without_contents(document, left, layout)
    left = _without_tail(document, left, layout)
    fates, start = name_front(document, left, year)
    layout.fates |= fates
    layout.body = left[start:]
    return layout


def _without_attachments(document: SourceDocument, positions: list[int], layout: Division) -> list[int]:
    """Everything from a line 附件1 of its own on is attachments."""
    for number, position in enumerate(positions):
        line = document.lines[position]
        if number and line.cell is None and _ATTACHMENTS.match(squeezed(line)):
            layout.fates |= dict.fromkeys(positions[number:], Fate.ATTACHMENT)
            return positions[:number]
    return positions


def _without_contents(document: SourceDocument, positions: list[int], layout: Division) -> list[int]:
    """A table of contents: by its field, by page numbers behind tabs or dots, or by its own title."""
    found = {
        position
        for position in positions
        if document.lines[position].cell is None and _is_contents(document.lines[position])
    }
    for number, position in enumerate(positions):
        if document.lines[position].cell is None and squeezed(document.lines[position]) == "目录":
            found.add(position)
            found |= _listed(document, positions[number + 1 :])
            break
    layout.fates |= dict.fromkeys(found, Fate.CONTENTS)
    return [position for position in positions if position not in found]


def _is_contents(line: Line) -> bool:
    return line.contents or _CONTENTS_LINE.search(line.text.rstrip()) is not None


def _listed(document: SourceDocument, positions: Sequence[int]) -> set[int]:
    """The lines below 目录 that come again further on."""
    counts: dict[str, int] = {}
    heads = [_head(document.lines[position]) for position in positions]
    for head in heads:
        counts[head] = counts.get(head, 0) + 1
    found: set[int] = set()
    for position, head in zip(positions, heads, strict=True):
        if counts[head] < 2 or document.lines[position].cell is not None:
            break
        found.add(position)
        counts[head] -= 1
    return found


def _head(line: Line) -> str:
    """The words of a line up to its first full stop, without a page number."""
    return words(re.sub(r"[\s.…·]*[0-9]+$", "", line.text).split("。")[0])


def _without_tail(document: SourceDocument, positions: list[int], layout: Division) -> list[int]:
    """Closing, attachment notes, signature, date and contact, read from the end."""
    end = len(positions)
    dated = signed = False
    while end:
        position = positions[end - 1]
        line = document.lines[position]
        if line.cell is not None:
            break
        fate = _tail_fate(line, dated=dated, signed=signed)
        if fate is None:
            note = _note_start(document, positions[:end])
            if note is None:
                break
            layout.fates |= dict.fromkeys(positions[note:end], Fate.ATTACHMENT)
            end = note
            continue
        dated = dated or fate is Fate.DATE
        signed = signed or fate is Fate.SIGNATURE
        layout.fates[position] = fate
        end -= 1
    return positions[:end]


def _tail_fate(line: Line, *, dated: bool, signed: bool) -> Fate | None:
    """What a line near the end is, where a date or a signature stands below it; None for the body's last."""
    if is_date(line):
        return Fate.DATE
    if is_contact(line):
        return Fate.CONTACT
    if is_imprint(line):
        return Fate.IMPRINT
    text = squeezed(line)
    if is_closing(text_of(line)) or text.startswith(("\uff08此件", "(此件")):
        return Fate.CLOSING
    if names_sender(line):
        return Fate.SIGNATURE
    if len(text) > SIGNATURE or line.number or "。" in text:
        return None
    below = dated or signed or line.centered or line.text.startswith(_FAR_IN)
    if line.at_right or is_dated_office(line) or (below and is_office(line)):
        return Fate.SIGNATURE
    return None


def _note_start(document: SourceDocument, positions: Sequence[int]) -> int | None:
    """Where 附件：1.…… 2.…… begins, if the last lines are that list."""
    for number in range(len(positions) - 1, max(-1, len(positions) - 12), -1):
        text = text_of(document.lines[positions[number]])
        if _ATTACHMENT_NOTE.match(text):
            return number
        if "。" in text or len(text) > 60:
            return None
    return None
