"""From the last line of the text to 附注: 附件说明, 署名, 成文日期; and where 附件 begin."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportctl.inspect.anatomy import patterns
from reportctl.inspect.anatomy.model import ElementKind
from reportctl.inspect.facts import Location

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reportctl.inspect.facts import Paragraph

_LONGEST_NAME = 40
_TAIL = 30  # paragraphs between the date and the end of the text in front of it


def attachment_labels(paragraphs: Sequence[Paragraph]) -> tuple[int, ...]:
    """The indexes of the paragraphs that open an 附件: a line of its own 附件 or 附件N."""
    return tuple(
        one.index
        for one in paragraphs
        if one.place is Location.BODY
        and len(one.text) <= _LONGEST_NAME
        and patterns.ATTACHMENT_LABEL.fullmatch(one.text.strip())
    )


def tail(paragraphs: Sequence[Paragraph]) -> dict[int, ElementKind]:
    """What the last paragraphs of the text are, by index: 附件说明, 署名, 成文日期, 附注."""
    texts = [one for one in paragraphs if one.text.strip() and one.place is Location.BODY]
    kinds: dict[int, ElementKind] = {}
    date = _date(texts)
    end = len(texts)
    if date is not None:
        end = date
        kinds[texts[date].index] = ElementKind.DATE
        after = texts[date + 1 : date + 2]
        kinds |= {one.index: ElementKind.NOTE for one in after if patterns.NOTE.fullmatch(one.text.strip())}
    elif texts and patterns.NOTE.fullmatch(texts[-1].text.strip()):
        end -= 1
        kinds[texts[-1].index] = ElementKind.NOTE
    apart = _after_blank(paragraphs)
    signature = _signature(texts[:end], apart, dated=date is not None)
    kinds |= {one.index: ElementKind.SIGNATURE for one in signature}
    note = _attachment_note(texts[: end - len(signature)], apart)
    return kinds | {one.index: ElementKind.ATTACHMENT_NOTE for one in note}


def _date(texts: Sequence[Paragraph]) -> int | None:
    """The place of 成文日期: the last line that is a date and nothing else."""
    for place in range(len(texts) - 1, max(-1, len(texts) - _TAIL), -1):
        if patterns.DATE.fullmatch("".join(texts[place].text.split())):
            return place if place > 1 else None
    return None


def _signature(texts: Sequence[Paragraph], apart: frozenset[int], *, dated: bool) -> tuple[Paragraph, ...]:
    """署名: the lines right above the date that read or stand like the name of an organ.

    What is set off from the text ends it, but for rows of organs: their seals stand apart from each other.
    """
    found: list[Paragraph] = []
    for one in reversed(texts[-_TAIL:]):
        if not _may_be_signature(one, dated=dated):
            break
        if found and found[0].index in apart and not _names_organs(one):
            break
        found.insert(0, one)
    return tuple(found)


def _names_organs(paragraph: Paragraph) -> bool:
    """Whether a line has names of organs and nothing else."""
    return all(patterns.is_organ(name) for name in paragraph.text.split())


def _may_be_signature(paragraph: Paragraph, *, dated: bool) -> bool:
    text = paragraph.text.strip()
    if len(text) > _LONGEST_NAME or patterns.number_like(text) or text.startswith("附件"):
        return False
    if text.endswith(("。", "；", "：", "！", "？", ":", ";")):
        return False
    form = paragraph.format
    shifted = form.alignment in ("right", "end") or form.right > 0
    pushed = form.left + form.first_line > 6 * paragraph.em
    blanks = len(paragraph.text) - len(paragraph.text.lstrip(patterns.BLANKS)) >= 6
    placed = shifted or pushed or blanks
    organ = _names_organs(paragraph)
    return (dated and (placed or organ)) or (placed and organ)


def _after_blank(paragraphs: Sequence[Paragraph]) -> frozenset[int]:
    """The paragraphs that an empty one, or a distance of a line, sets off from what stands before."""
    apart = set()
    blank = False
    for one in paragraphs:
        if one.text.strip() and (blank or one.format.before > one.em):
            apart.add(one.index)
        blank = not one.text.strip()
    return frozenset(apart)


def _attachment_note(texts: Sequence[Paragraph], apart: frozenset[int]) -> tuple[Paragraph, ...]:
    """附件说明: from a line 附件：… that text stands before, down to 署名."""
    for place in range(len(texts) - 1, max(0, len(texts) - _TAIL), -1):
        text = texts[place].text.strip()
        if patterns.ATTACHMENT_NOTE.fullmatch(text):
            return tuple(texts[place:])
        if texts[place].index in apart or (text.endswith("。") and len(text) > _LONGEST_NAME):
            return ()
    return ()
