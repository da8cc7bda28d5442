"""Recognises the elements of an official document - any document - by text, place and look together."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING

from reportctl.inspect.appearance import family
from reportctl.inspect.measure import dominant, tally
from reportctl.inspect.reading.facts import Location
from reportctl.inspect.structure.head import (
    letterhead,
    over_title,
    title,
    title_from,
    under_annexed,
    under_title,
)
from reportctl.inspect.structure.headings import heading_of, told_apart
from reportctl.inspect.structure.imprint import behind_imprint, imprint
from reportctl.inspect.structure.model import (
    IMPRINT,
    LETTERHEAD,
    UNTITLED,
    Element,
    ElementKind,
    Heading,
    RedLine,
    SpecialFormat,
    Structure,
)
from reportctl.inspect.structure.patterns import ATTACHMENT_HEAD, CHAPTER, PAGE_LINE, is_rule
from reportctl.inspect.structure.special import attended, special_head
from reportctl.inspect.structure.tail import annexed_title, attachment_labels, tail

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from reportctl.inspect.reading.facts import Facts, Paragraph
    from reportctl.layout.values import FontClass

_LONGEST_CAPTION = 40  # characters
_LONGEST_TITLE = 40  # paragraphs

__all__ = [
    "IMPRINT",
    "LETTERHEAD",
    "UNTITLED",
    "Element",
    "ElementKind",
    "Heading",
    "RedLine",
    "SpecialFormat",
    "Structure",
    "recognise",
]


def recognise(facts: Facts) -> Structure:
    """The document's elements, from its facts; a style's name decides only where they leave it open."""
    paragraphs = facts.paragraphs
    kinds, red_line, special = _main_kinds(facts)
    labels = _attachments_begin(kinds)
    captions = _captions(paragraphs)
    for paragraph in paragraphs:
        if paragraph.index not in kinds:
            kinds[paragraph.index] = ElementKind.OTHER if paragraph.index in captions else _default(paragraph)
    text_font = _text_font(
        paragraph for paragraph in paragraphs if kinds[paragraph.index] is ElementKind.BODY
    )
    elements = []
    for paragraph in paragraphs:
        kind = kinds[paragraph.index]
        attachment = bisect_right(labels, paragraph.index) if kind not in IMPRINT else 0
        heading = heading_of(paragraph, text_font) if kind is ElementKind.BODY else None
        elements.append(Element(paragraph, kind, heading, attachment))
    return Structure(facts, tuple(told_apart(elements)), red_line, special)


def _attachments_begin(kinds: dict[int, ElementKind]) -> list[int]:
    """Where 附件 begin: at their labels, or at the title of the first where it has no label."""
    own = (ElementKind.ATTACHMENT_LABEL, ElementKind.ATTACHMENT_TITLE)
    found = [index for index, kind in sorted(kinds.items()) if kind in own]
    return [index for place, index in enumerate(found) if kinds[index] is own[0] or not place]


def _text_font(paragraphs: Iterable[Paragraph]) -> FontClass | None:
    """The class of the font that most of the text is set in."""
    runs = tally(
        (run, id(run.character), len(run.text)) for paragraph in paragraphs for run in paragraph.runs
    )
    return dominant((family(run.character.east_asia), weight) for run, weight in runs)


_CAPTION = re.compile("[图表]\\s*[0-9０-９一二三四五六七八九十]+(?:[-—–.．][0-9]+)?(?:[\\s：:.．、]|$)")
_BESIDE = re.compile("(?:[（(]?(?:计量|金额)?单位[：:]|(?:注|备注|说明|资料来源|数据来源)[：:])")


def _captions(paragraphs: Sequence[Paragraph]) -> frozenset[int]:
    """The short lines that belong to a table or a picture: 图1 ……, 单位：件, and centred ones beside it."""
    shown = [paragraph for paragraph in paragraphs if paragraph.text.strip() or paragraph.pictures]
    named = [paragraph for paragraph in shown if not _BESIDE.match(paragraph.text.strip())]
    return _captions_among(shown) | _captions_among(named)


def _captions_among(shown: Sequence[Paragraph]) -> frozenset[int]:
    """Those that have a table or a picture right above or below them."""
    beyond: tuple[Paragraph | None, ...] = (None,)
    return frozenset(
        paragraph.index
        for above, paragraph, below in zip((*beyond, *shown), shown, (*shown[1:], *beyond), strict=False)
        if paragraph.place is Location.BODY
        and len(paragraph.text) <= _LONGEST_CAPTION
        and _is_caption(
            paragraph,
            beside=any(
                near is not None and (near.pictures or near.place is Location.TABLE)
                for near in (above, below)
            ),
        )
    )


def _is_caption(paragraph: Paragraph, *, beside: bool) -> bool:
    text, centred = paragraph.text.strip(), paragraph.format.alignment == "center"
    return (centred and (beside or _CAPTION.match(text) is not None)) or (
        beside and _BESIDE.match(text) is not None
    )


def _default(paragraph: Paragraph) -> ElementKind:
    if paragraph.place is Location.TABLE:
        return ElementKind.TABLE
    if "TOC" in [run.field for run in paragraph.runs]:
        return ElementKind.OTHER
    if not paragraph.text.strip():
        return ElementKind.OTHER if paragraph.pictures else ElementKind.BLANK
    if is_rule(paragraph.text) or PAGE_LINE.fullmatch(paragraph.text.strip()):
        return ElementKind.OTHER
    if paragraph.place is not Location.BODY:
        return ElementKind.OTHER
    return ElementKind.CHAPTER if CHAPTER.fullmatch(paragraph.text.strip()) else ElementKind.BODY


def _main_kinds(facts: Facts) -> tuple[dict[int, ElementKind], RedLine | None, SpecialFormat | None]:
    paragraphs = facts.paragraphs
    kinds = imprint(paragraphs)
    kinds |= behind_imprint(paragraphs, kinds)
    visible = [
        paragraph
        for paragraph in paragraphs
        if paragraph.text.strip() and paragraph.index not in kinds and not is_rule(paragraph.text)
    ]
    special = special_head(facts, visible)
    head, red_line = letterhead(facts, visible) if special is None else (special.kinds, None)
    kinds |= head
    rest = _after(paragraphs, max(head, default=0), kinds)
    form = None if special is None else special.format
    lines = title(rest, marked=form in UNTITLED)
    if lines:
        kinds |= over_title([paragraph for paragraph in rest if paragraph.index < lines[0].index])
    kinds |= {paragraph.index: ElementKind.TITLE for paragraph in lines}
    rest = _after(rest, lines[-1].index if lines else 0, kinds)
    kinds |= under_title(rest)
    labels = attachment_labels(rest)
    annexed = annexed_title(rest, labels)
    kinds |= under_annexed(rest, annexed)
    end = min((*labels[:1], *annexed[:1]), default=len(paragraphs) + 1)
    main = [paragraph for paragraph in rest if paragraph.index < end]
    kinds |= dict.fromkeys(annexed, ElementKind.ATTACHMENT_TITLE)
    kinds |= {index: kind for index, kind in tail(main).items() if index not in kinds}
    if form is SpecialFormat.MINUTES:
        kinds |= {paragraph.index: ElementKind.OTHER for paragraph in main if attended(paragraph)}
    return kinds | _attachments(rest, labels, kinds), red_line, form


def _after(paragraphs: Sequence[Paragraph], index: int, kinds: dict[int, ElementKind]) -> list[Paragraph]:
    return [
        paragraph
        for paragraph in paragraphs
        if paragraph.index > index and kinds.get(paragraph.index) not in IMPRINT
    ]


def _attachments(
    rest: Sequence[Paragraph], labels: Sequence[int], kinds: dict[int, ElementKind]
) -> dict[int, ElementKind]:
    """Labels, and under each the title: the first line of text that is no table and no numbered heading."""
    found: dict[int, ElementKind] = {}
    places = [paragraph.index for paragraph in rest]
    for label in labels:
        found[label] = ElementKind.ATTACHMENT_LABEL
        below = bisect_right(places, label)
        head = ATTACHMENT_HEAD.fullmatch(rest[below - 1].text.strip())
        if head is not None and head["title"]:
            continue
        first = next((place for place in range(below, len(rest)) if rest[place].text.strip()), None)
        if first is not None and rest[first].place is Location.BODY and rest[first].index not in kinds:
            lines = title_from(rest[first : first + _LONGEST_TITLE], rest[first])
            found |= {paragraph.index: ElementKind.ATTACHMENT_TITLE for paragraph in lines}
            found |= under_annexed(rest[first:], [paragraph.index for paragraph in lines])
    return found
