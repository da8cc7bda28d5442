"""From the first line to 主送机关: 版头 and its red line, the title, the recipients."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportctl.inspect.appearance import reddish
from reportctl.inspect.reading.facts import Location
from reportctl.inspect.structure import patterns
from reportctl.inspect.structure.model import ElementKind, RedLine

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reportctl.inspect.reading.facts import Border, Facts, Paragraph

_REACH = 40  # paragraphs: 版头 stands at the head of page 1, or there is none
_LARGE = 20  # points: smaller red text is no 发文机关标志
_LONGEST_TITLE = 120
_LONGEST_LINE = 40


def letterhead(
    facts: Facts, candidates: Sequence[Paragraph]
) -> tuple[dict[int, ElementKind], RedLine | None]:
    """What the paragraphs of 版头 are, by index, and the red line; ({}, None) where there is no 版头."""
    near = candidates[:_REACH]
    own = {paragraph.index: kind for paragraph in near if (kind := _alone(paragraph)) is not None}
    if not any(kind in (ElementKind.MARK, ElementKind.NUMBER) for kind in own.values()):
        return {}, None
    numbers = [index for index, kind in own.items() if kind is ElementKind.NUMBER]
    if numbers:  # what is large and red below 发文字号 is a title in the wrong colour
        own = {
            index: kind for index, kind in own.items() if kind is not ElementKind.MARK or index < numbers[0]
        }
    last = max(
        index
        for index, kind in own.items()
        if kind in (ElementKind.MARK, ElementKind.NUMBER, ElementKind.SIGNATORY)
    )
    kinds = {
        paragraph.index: own.get(paragraph.index, ElementKind.LETTERHEAD)
        for paragraph in near
        if paragraph.index <= last
    }
    return kinds, red_line(facts, near[0].index, last)


def _alone(paragraph: Paragraph) -> ElementKind | None:
    """What a paragraph of 版头 is by its own looks."""
    text = paragraph.text.strip()
    if patterns.NUMBER.fullmatch(text):
        return ElementKind.NUMBER
    if patterns.SIGNATORY.fullmatch(text):
        return ElementKind.SIGNATORY
    if patterns.SECRECY.fullmatch(text):
        return ElementKind.SECRECY
    if patterns.URGENCY.fullmatch(text):
        return ElementKind.URGENCY
    if patterns.COPY_NUMBER.fullmatch(text) and len(text) >= 3:
        return ElementKind.COPY_NUMBER
    return ElementKind.MARK if _is_mark(paragraph, text) else None


def _is_mark(paragraph: Paragraph, text: str) -> bool:
    if not text or len(text) > _LONGEST_LINE or text.endswith(("。", "：", ":")) or "关于" in text:
        return False
    size = max((run.character.size for run in paragraph.runs if run.text.strip()), default=0)
    red = any(reddish(run.character.color) for run in paragraph.runs if run.text.strip())
    return size >= _LARGE and (red or "".join(text.split()).endswith("文件"))


def title(paragraphs: Sequence[Paragraph]) -> tuple[Paragraph, ...]:
    """The paragraphs of the title: the first text under 版头, with the lines that go on with it."""
    first = next((paragraph for paragraph in paragraphs if paragraph.text.strip()), None)
    if first is None or first.place is not Location.BODY or not _may_be_title(first):
        return ()
    lines = [first]
    for paragraph in paragraphs[paragraphs.index(first) + 1 :]:
        if not _goes_on(first, paragraph):
            break
        lines.append(paragraph)
    return tuple(lines)


def _may_be_title(paragraph: Paragraph) -> bool:
    text = paragraph.text.strip()
    if len(text) > _LONGEST_TITLE or text.endswith((":", "：", ";", "；")) or patterns.number_like(text):
        return False
    return "。" not in text[:-1] and not patterns.is_recipients(
        text, flush=paragraph.format.alignment != "center"
    )


def _goes_on(first: Paragraph, paragraph: Paragraph) -> bool:
    text = paragraph.text.strip()
    same_look = paragraph.format.alignment == first.format.alignment and paragraph.em == first.em
    return (
        bool(text)
        and paragraph.place is Location.BODY
        and len(text) <= _LONGEST_LINE
        and same_look
        and (paragraph.format.alignment == "center" or paragraph.style == first.style)
        and not text.startswith(("（", "(", "—"))
        and _may_be_title(paragraph)
        and not text.endswith("。")
    )


def under_title(paragraphs: Sequence[Paragraph]) -> dict[int, ElementKind]:
    """What stands right under the title: lines that belong to it, then 主送机关."""
    kinds: dict[int, ElementKind] = {}
    for paragraph in (paragraph for paragraph in paragraphs if paragraph.text.strip()):
        text = paragraph.text.strip()
        if paragraph.place is not Location.BODY:
            break
        if patterns.is_recipients(
            text, flush=paragraph.format.alignment != "center" and paragraph.format.first_line <= paragraph.em
        ):
            kinds[paragraph.index] = ElementKind.RECIPIENTS
            break
        if paragraph.format.alignment != "center" or len(text) > _LONGEST_LINE or patterns.number_like(text):
            break
        kinds[paragraph.index] = ElementKind.SUBTITLE
    return kinds


_LINE_REACH = 3  # paragraphs below 版头 among which the line may stand


def red_line(facts: Facts, first: int, last: int) -> RedLine | None:
    """The line under the paragraphs `first` to `last` of 版头, None where there is none."""
    return _border(facts.paragraphs[last - 1 : last + _LINE_REACH]) or next(
        (
            RedLine(shape.paragraph, shape.color, shape.width, thickness=shape.thickness / 20)
            for shape in facts.shapes
            if first <= shape.paragraph <= last + _LINE_REACH
        ),
        None,
    )


def _border(paragraphs: Sequence[Paragraph]) -> RedLine | None:
    """The first line at the foot of the last paragraph of 版头, or about the empty ones below it."""
    last, *below = paragraphs
    if last.format.bottom is not None:
        return _line(last, last.format.bottom, last.format.bottom.space * 20)
    lead = last.format.after
    for paragraph in below:
        form = paragraph.format
        lead += form.before
        above = form.top or paragraph.strip
        if above is not None:
            return _line(paragraph, above, lead + above.space * 20)
        if paragraph.text.strip():
            return None
        lead += form.line
        if form.bottom is not None:
            return _line(paragraph, form.bottom, lead + form.bottom.space * 20)
        lead += form.after
    return None


def _line(paragraph: Paragraph, border: Border, lead: int) -> RedLine:
    return RedLine(paragraph.index, border.color, lead=lead, thickness=border.size / 8)
