"""From the last line of the text on: 附件说明, 署名, 成文日期, 附注; where 附件 begin."""

from __future__ import annotations

from itertools import pairwise, takewhile
from typing import TYPE_CHECKING

from reportctl.inspect.reading.facts import Location
from reportctl.inspect.structure import patterns
from reportctl.inspect.structure.model import ElementKind
from reportctl.inspect.structure.style_names import named

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reportctl.inspect.reading.facts import Paragraph

_LONGEST_NAME = 40
_LONGEST_LABEL = 80  # with the title of the 附件 behind it
_HEADLINE = 360  # twips: no text is set as large as 18 points
_NEAR = 4  # lines under the date
_ENDS = ("。", "\uff1b", "\uff1a", "\uff01", "\uff1f", ":", ";")
_TAIL = 30  # paragraphs between the date and the end of the text in front of it


def attachment_labels(paragraphs: Sequence[Paragraph]) -> tuple[int, ...]:
    """The indexes of the paragraphs that open an 附件: a line of its own 附件 or 附件N.

    With a title behind it, it opens one where it begins a page.
    """
    found = []
    texts = [paragraph for paragraph in paragraphs if paragraph.text.strip()]
    for above, paragraph, below in zip((None, *texts), texts, (*texts[1:], None), strict=False):
        text = paragraph.text.strip()
        head = None if len(text) > _LONGEST_LABEL else patterns.ATTACHMENT_HEAD.fullmatch(text)
        if head is None or paragraph.place is not Location.BODY:
            continue
        apart = paragraph.new_page or above is None or above.section != paragraph.section
        if apart or (not head["title"] and len(text) <= _LONGEST_NAME and not _opens_note(paragraph, below)):
            found.append(paragraph.index)
    return tuple(found)


def _opens_note(paragraph: Paragraph, below: Paragraph | None) -> bool:
    """Whether 附件： is the first line of 附件说明, its names in the lines below."""
    return (
        patterns.ATTACHMENT_NOTE_ALONE.fullmatch(paragraph.text.strip()) is not None
        and below is not None
        and _is_item(below)
    )


def annexed_title(paragraphs: Sequence[Paragraph], labels: Sequence[int]) -> tuple[int, ...]:
    """The title's lines of a document that follows the date without an 附件 in front: what a notice issues.

    It is centred and set larger than text; () where there is none.
    """
    texts = [
        paragraph for paragraph in paragraphs if paragraph.text.strip() and paragraph.place is Location.BODY
    ]
    for place, (date, below) in enumerate(pairwise(texts)):
        if labels and below.index >= labels[0]:
            return ()
        if _is_headline(below) and patterns.DATE.fullmatch("".join(date.text.split())):
            lines = takewhile(_is_headline, texts[place + 1 :])
            return tuple(line.index for line in lines)
    return ()


def _is_headline(paragraph: Paragraph) -> bool:
    return paragraph.format.alignment == "center" and paragraph.em >= _HEADLINE


def tail(paragraphs: Sequence[Paragraph]) -> dict[int, ElementKind]:
    """What the last paragraphs of the text are, by index: 附件说明, 署名, 成文日期, 附注."""
    texts = [
        paragraph for paragraph in paragraphs if paragraph.text.strip() and paragraph.place is Location.BODY
    ]
    kinds: dict[int, ElementKind] = {}
    date = _date(texts)
    end = len(texts)
    if date is not None:
        end = date
        kinds[texts[date].index] = ElementKind.DATE
        kinds |= {paragraph.index: ElementKind.NOTE for paragraph in _notes(texts, date)}
    elif texts and patterns.NOTE.fullmatch(texts[-1].text.strip()):
        end -= 1
        kinds[texts[-1].index] = ElementKind.NOTE
    apart_from_text = {} if date is not None else _dated_together(paragraphs)
    if apart_from_text:
        kinds |= apart_from_text
        end = sum(paragraph.index < min(apart_from_text) for paragraph in texts)
    apart = _after_blank(paragraphs)
    alone = ElementKind.SIGNATURE not in apart_from_text.values()
    dated = date is not None or bool(apart_from_text)
    above = [paragraph for paragraph in texts[:end] if paragraph.index not in kinds]
    late = (
        above[-1:] if dated and above and patterns.ATTACHMENT_NOTE.fullmatch(above[-1].text.strip()) else []
    )
    above = above[: len(above) - len(late)]
    signature = _signature(above, apart, dated=dated) if alone else ()
    if date is not None and not signature:
        kinds |= dict.fromkeys(_signed_apart(paragraphs, texts[date].index), ElementKind.SIGNATURE)
    if date is not None and ElementKind.SIGNATURE not in kinds.values():
        below = texts[date + 1 : date + 2]
        signature += tuple(line for line in below if _is_placed(line) and _names_organs(line))
    kinds |= {paragraph.index: ElementKind.SIGNATURE for paragraph in signature}
    note = _attachment_note([line for line in (*above, *late) if late or line not in signature], apart)
    if date is not None and not note:
        note = _late_note(texts[date + 1 : date + 1 + _TAIL])
    return kinds | {paragraph.index: ElementKind.ATTACHMENT_NOTE for paragraph in note}


def _late_note(below: Sequence[Paragraph]) -> tuple[Paragraph, ...]:
    """附件说明 behind the date, within its first lines."""
    for place, paragraph in enumerate(below[:_NEAR]):
        text = paragraph.text.strip()
        if patterns.ATTACHMENT_NOTE.fullmatch(text) or patterns.ATTACHMENT_NOTE_ALONE.fullmatch(text):
            items = takewhile(_is_item, below[place + 1 :])
            return (paragraph, *items)
    return ()


def _is_item(paragraph: Paragraph) -> bool:
    return patterns.ATTACHMENT_ITEM.fullmatch(paragraph.text.strip()) is not None


def _notes(texts: Sequence[Paragraph], date: int) -> list[Paragraph]:
    """附注: the line under the date, the only line that ends the text there, or one above the date."""
    above = [line for line in texts[max(0, date - _NEAR) : date] if _is_told(line)]
    below = texts[date + 1 : date + 2]
    last = below == texts[date + 1 :]
    return above + [line for line in below if _is_note(line) or (last and _is_short(line))]


def _is_told(paragraph: Paragraph) -> bool:
    """Whether a line in brackets says what an 附注 says, so that it is one wherever it stands."""
    text = paragraph.text.strip()
    return patterns.NOTE.fullmatch(text) is not None and patterns.NOTE_WORDS.match(text) is not None


def _is_short(paragraph: Paragraph) -> bool:
    """Whether a line set like text may be an 附注 by its place alone."""
    text = paragraph.text.strip()
    return (
        len(text) <= _LONGEST_NAME
        and not text.startswith("附")
        and not patterns.is_rule(text)
        and patterns.PAGE_LINE.fullmatch(text) is None
        and not patterns.number_like(text)
        and not _names_organs(paragraph)
        and not _is_placed(paragraph)
        and paragraph.format.alignment != "center"
    )


def _is_note(paragraph: Paragraph) -> bool:
    text = paragraph.text.strip()
    return patterns.NOTE.fullmatch(text) is not None or patterns.NOTE_WORDS.match(text) is not None


def _date(texts: Sequence[Paragraph]) -> int | None:
    """The place of 成文日期: the last line that is a date, be it still to be filled in, and nothing else."""
    for place in range(len(texts) - 1, max(-1, len(texts) - _TAIL), -1):
        if _is_date(texts[place]):
            return place if place > 1 else None
    return None


def _signature(texts: Sequence[Paragraph], apart: frozenset[int], *, dated: bool) -> tuple[Paragraph, ...]:
    """署名: the lines right above the date that read or stand like the name of an organ.

    What is set off from the text ends it, but for rows of organs: their seals stand apart from each other.
    """
    found: list[Paragraph] = []
    for paragraph in reversed(texts[-_TAIL:]):
        if not _may_be_signature(paragraph, dated=dated):
            break
        if found and found[0].index in apart and not _names_organs(paragraph):
            break
        found.insert(0, paragraph)
    return tuple(found)


def _signed_apart(paragraphs: Sequence[Paragraph], date: int) -> tuple[int, ...]:
    """What stands in a table or text box right above the date that holds names of organs and nothing else."""
    above = [paragraph for paragraph in paragraphs if paragraph.index < date and paragraph.text.strip()]
    if not above or above[-1].place not in (Location.TABLE, Location.BOX):
        return ()
    holder = above[-1].table, above[-1].box
    cells = [paragraph for paragraph in above if (paragraph.table, paragraph.box) == holder]
    return tuple(cell.index for cell in cells) if all(map(_names_organs, cells)) else ()


def _dated_together(paragraphs: Sequence[Paragraph]) -> dict[int, ElementKind]:
    """What stands in a last table or text box that holds a date and names of organs, and nothing else."""
    shown = [paragraph for paragraph in paragraphs if paragraph.text.strip()]
    if shown and shown[-1].place is Location.BODY and _is_note(shown[-1]):
        del shown[-1]
    if not shown or shown[-1].place not in (Location.TABLE, Location.BOX):
        return {}
    kinds: dict[int, ElementKind] = {}
    holder = shown[-1].table, shown[-1].box
    for line in (paragraph for paragraph in shown if (paragraph.table, paragraph.box) == holder):
        dated = _is_date(line)
        if not dated and not _names_organs(line):
            return {}
        kinds[line.index] = ElementKind.DATE if dated else ElementKind.SIGNATURE
    return kinds if ElementKind.DATE in kinds.values() else {}


def _is_date(paragraph: Paragraph) -> bool:
    """Whether a line is a date, be it still to be filled in, and nothing else; one cut short stands aside."""
    text = "".join(paragraph.text.split())
    if patterns.DATE.fullmatch(text) is not None or patterns.UNFILLED_DATE.fullmatch(text) is not None:
        return True
    return patterns.PARTIAL_DATE.fullmatch(text) is not None and _is_placed(paragraph)


def _names_organs(paragraph: Paragraph) -> bool:
    """Whether a line has names of organs and nothing else."""
    return all(patterns.is_organ(name) for name in paragraph.text.split())


def _may_be_signature(paragraph: Paragraph, *, dated: bool) -> bool:
    text = paragraph.text.strip()
    if len(text) > _LONGEST_NAME or patterns.number_like(text) or text.startswith("附件"):
        return False
    if dated and named(paragraph.style) is ElementKind.SIGNATURE:
        return True
    placed, organ = _is_placed(paragraph), _names_organs(paragraph)
    if text.endswith(_ENDS):
        return dated and placed and patterns.is_organ(text.rstrip("".join(_ENDS)))
    return (dated and (placed or organ)) or (placed and organ)


def _is_placed(paragraph: Paragraph) -> bool:
    """Whether a line is moved to the right, in whatever way."""
    form = paragraph.format
    shifted = form.alignment in ("right", "end") or form.right > 0
    pushed = form.left + form.first_line > 6 * paragraph.em
    return shifted or pushed or len(paragraph.text) - len(paragraph.text.lstrip(patterns.BLANKS)) >= 6


def _after_blank(paragraphs: Sequence[Paragraph]) -> frozenset[int]:
    """The paragraphs that an empty one, or a distance of a line, sets off from what stands before."""
    apart = set()
    blank = False
    for paragraph in paragraphs:
        if paragraph.text.strip() and (blank or paragraph.format.before > paragraph.em):
            apart.add(paragraph.index)
        blank = not paragraph.text.strip()
    return frozenset(apart)


def _may_be_attachment_note(paragraph: Paragraph, apart: frozenset[int]) -> bool:
    """Whether a line set off from the text, or hanging, is 附件说明 in a form of its own."""
    text = paragraph.text.strip()
    return (
        (paragraph.index in apart or paragraph.format.first_line < 0)
        and len(text) <= _LONGEST_LABEL
        and "。" not in text[:-1]
        and patterns.ATTACHMENT_NOTE_LOOSE.fullmatch(text) is not None
    )


def _attachment_note(texts: Sequence[Paragraph], apart: frozenset[int]) -> tuple[Paragraph, ...]:
    """附件说明: from a line 附件：… that text stands before, down to 署名."""
    for place in range(len(texts) - 1, max(0, len(texts) - _TAIL), -1):
        text = texts[place].text.strip()
        alone = patterns.ATTACHMENT_NOTE_ALONE.fullmatch(text)
        if alone or patterns.ATTACHMENT_NOTE.fullmatch(text):
            first = place
            while first > 1 and patterns.ATTACHMENT_NOTE.fullmatch(texts[first - 1].text.strip()):
                first -= 1  # 附件： said anew in each line
            return tuple(texts[first:])
        if _may_be_attachment_note(texts[place], apart):
            return tuple(texts[place:])
        if texts[place].index in apart or (text.endswith("。") and len(text) > _LONGEST_NAME):
            return ()
    return ()
