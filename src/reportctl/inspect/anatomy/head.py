"""From the first line to 主送机关: 版头 and its red line, the title, the recipients."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportctl.inspect.anatomy import patterns
from reportctl.inspect.anatomy.model import ElementKind
from reportctl.inspect.anatomy.red_line import red_line
from reportctl.inspect.colors import reddish
from reportctl.inspect.facts import Location

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reportctl.inspect.anatomy.model import RedLine
    from reportctl.inspect.facts import Facts, Paragraph

_REACH = 40  # paragraphs: 版头 stands at the head of page 1, or there is none
_LARGE = 20  # points: smaller red text is no 发文机关标志
_LONGEST_TITLE = 120
_LONGEST_LINE = 40


def letterhead(
    facts: Facts, candidates: Sequence[Paragraph]
) -> tuple[dict[int, ElementKind], RedLine | None]:
    """What the paragraphs of 版头 are, by index, and the red line; ({}, None) where there is no 版头."""
    near = candidates[:_REACH]
    own = {one.index: kind for one in near if (kind := _alone(one)) is not None}
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
    kinds = {one.index: own.get(one.index, ElementKind.LETTERHEAD) for one in near if one.index <= last}
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
    first = next((one for one in paragraphs if one.text.strip()), None)
    if first is None or first.place is not Location.BODY or not _may_be_title(first):
        return ()
    lines = [first]
    for one in paragraphs[paragraphs.index(first) + 1 :]:
        if not _goes_on(first, one):
            break
        lines.append(one)
    return tuple(lines)


def _may_be_title(paragraph: Paragraph) -> bool:
    text = paragraph.text.strip()
    if len(text) > _LONGEST_TITLE or text.endswith((":", "：", ";", "；")) or patterns.number_like(text):
        return False
    return "。" not in text[:-1] and not patterns.is_recipients(
        text, flush=paragraph.format.alignment != "center"
    )


def _goes_on(first: Paragraph, one: Paragraph) -> bool:
    text = one.text.strip()
    same_look = one.format.alignment == first.format.alignment and one.em == first.em
    return (
        bool(text)
        and one.place is Location.BODY
        and len(text) <= _LONGEST_LINE
        and same_look
        and (one.format.alignment == "center" or one.style == first.style)
        and not text.startswith(("（", "(", "—"))
        and _may_be_title(one)
        and not text.endswith("。")
    )


def under_title(paragraphs: Sequence[Paragraph]) -> dict[int, ElementKind]:
    """What stands right under the title: lines that belong to it, then 主送机关."""
    kinds: dict[int, ElementKind] = {}
    for one in (one for one in paragraphs if one.text.strip()):
        text = one.text.strip()
        if one.place is not Location.BODY:
            break
        if patterns.is_recipients(
            text, flush=one.format.alignment != "center" and one.format.first_line <= one.em
        ):
            kinds[one.index] = ElementKind.RECIPIENTS
            break
        if one.format.alignment != "center" or len(text) > _LONGEST_LINE or patterns.number_like(text):
            break
        kinds[one.index] = ElementKind.SUBTITLE
    return kinds
