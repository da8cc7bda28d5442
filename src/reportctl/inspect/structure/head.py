"""From the first line to 主送机关: 版头, the title, the recipients."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportctl.inspect.appearance import reddish
from reportctl.inspect.reading.facts import Location
from reportctl.inspect.structure import patterns
from reportctl.inspect.structure.model import ElementKind, RedLine
from reportctl.inspect.structure.red_line import red_line
from reportctl.inspect.structure.style_names import named

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reportctl.inspect.reading.facts import Facts, Paragraph

_REACH = 40  # paragraphs: 版头 stands at the head of page 1, or there is none
_LARGE = 20  # points: smaller red text is no 发文机关标志
_LONGEST_TITLE = 120
_LONGEST_LINE = 40
_ABOVE = 5  # paragraphs with text, among which the title begins
_HEADLINE = 360  # twips: no text is set as large as 18 points
_AS_TEXT = 340  # twips: 主送机关 is set like the text
_TYPES = (
    *(
        "报告",
        "通知",
        "请示",
        "批复",
        "意见",
        "函",
        "决定",
        "决议",
        "公报",
        "公告",
        "通告",
        "通报",
        "议案",
        "命令",
    ),
    *("令", "纪要", "方案", "办法", "规定", "细则", "规则", "总结", "计划", "要点", "讲话", "规划", "制度"),
)


def letterhead(
    facts: Facts, candidates: Sequence[Paragraph]
) -> tuple[dict[int, ElementKind], RedLine | None]:
    """What the paragraphs of 版头 are, by index, and the red line; ({}, None) where there is no 版头."""
    near = _up_to_title(candidates)
    own = {paragraph.index: kind for paragraph in near if (kind := _alone(paragraph)) is not None}
    if not any(kind in (ElementKind.MARK, ElementKind.NUMBER) for kind in own.values()):
        return {}, None
    numbers = [index for index, kind in own.items() if kind is ElementKind.NUMBER]
    if numbers:  # what is large and red below 发文字号 is a title in the wrong colour
        own = {
            index: kind
            for index, kind in own.items()
            if kind is not ElementKind.MARK
            or index < numbers[0]
            or _names_itself(facts.paragraphs[index - 1])
        }
    last = max(
        index
        for index, kind in own.items()
        if kind in (ElementKind.MARK, ElementKind.NUMBER, ElementKind.SIGNATORY)
    )
    last = _last_beside(near, last)
    kinds = {
        paragraph.index: own.get(paragraph.index, ElementKind.LETTERHEAD)
        for paragraph in near
        if paragraph.index <= last
    }
    return kinds, red_line(facts, near[0].index, last)


def _names_itself(paragraph: Paragraph) -> bool:
    """Whether a line ends with 文件, as no title does."""
    return "".join(paragraph.text.split()).endswith("文件")


def _up_to_title(candidates: Sequence[Paragraph]) -> Sequence[Paragraph]:
    """The first lines down to what can only be the title: centred, large, and a document of its kind."""
    near = candidates[:_REACH]
    for place, paragraph in enumerate(near):
        if _is_headline(paragraph) and "关于" in paragraph.text and _is_title(paragraph):
            return near[:place]
    return near


def _last_beside(near: Sequence[Paragraph], last: int) -> int:
    """The last cell set like text in the table of 版头's last line: a name that goes on with 签发人."""
    table = next(paragraph.table for paragraph in near if paragraph.index == last)
    if table is None:
        return last
    beside = (paragraph for paragraph in near if paragraph.table == table and paragraph.em <= _AS_TEXT)
    return max([last, *(paragraph.index for paragraph in beside)])


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
    mark = _is_mark(paragraph, text) or (text and named(paragraph.style) is ElementKind.MARK)
    return ElementKind.MARK if mark else None


def _is_mark(paragraph: Paragraph, text: str) -> bool:
    if not text or len(text) > _LONGEST_LINE or text.endswith(("。", "：", ":")) or "关于" in text:
        return False
    size = max((run.character.size for run in paragraph.runs if run.text.strip()), default=0)
    red = any(reddish(run.character.color) for run in paragraph.runs if run.text.strip())
    return size >= _LARGE and (red or "".join(text.split()).endswith("文件"))


def title(paragraphs: Sequence[Paragraph], *, marked: bool) -> tuple[Paragraph, ...]:
    """The paragraphs of the title: the line that opens it, with those that go on with it.

    Lines in smaller type may stand above it: an issuer, a number. `marked` asks for a line that is centred or
    large, where a document may have no title.
    """
    near: list[Paragraph] = []
    for paragraph in (paragraph for paragraph in paragraphs if paragraph.text.strip()):
        place, text = paragraph.place, paragraph.text.strip()
        if patterns.is_rule(text):
            continue
        in_table = place is Location.TABLE and not _is_headline(paragraph)
        if in_table or len(near) == _ABOVE or (text.endswith(("：", ":")) and near):
            break
        if place is Location.BODY or paragraph.em >= _HEADLINE:
            near.append(paragraph)
        if text.endswith(("。", "：", ":")) and paragraph.em < _HEADLINE:
            if len(near) > 1 or not _is_addressed(paragraph):
                break
            near.clear()
    first = _opens(near)
    if first is None or (marked and not _stands_out(first)):
        return ()
    return title_from(paragraphs, first)


def _is_headline(paragraph: Paragraph) -> bool:
    """Whether a line is set as titles are: in the middle, and larger than text."""
    return _is_centred(paragraph) and paragraph.em >= _HEADLINE


def _is_addressed(paragraph: Paragraph) -> bool:
    """Whether a line reads like 主送机关 with its colon: a name alone may be an issuer's."""
    closed = paragraph.text.rstrip().endswith((":", "\uff1a"))
    return closed and patterns.is_recipients(paragraph.text, flush=not _is_centred(paragraph))


def over_title(paragraphs: Sequence[Paragraph]) -> dict[int, ElementKind]:
    """The lines with text above the title: 主送机关 that got there, and what is no element."""
    return {
        paragraph.index: ElementKind.RECIPIENTS if _is_addressed(paragraph) else ElementKind.OTHER
        for paragraph in paragraphs
        if paragraph.text.strip()
    }


def _opens(near: Sequence[Paragraph]) -> Paragraph | None:
    """The line that opens the title, among the first ones with text."""
    able = [paragraph for paragraph in near if _may_be_title(paragraph)]
    if not able:
        return None
    styled = next((paragraph for paragraph in able if named(paragraph.style) is ElementKind.TITLE), None)
    if styled is not None:
        return styled
    first, largest = near[0], max(able, key=lambda paragraph: paragraph.em)
    if largest.em > first.em and _stands_out(largest):
        return first if first in able and first.em >= _HEADLINE else largest
    if first in able:
        return first
    return next((paragraph for paragraph in able if _is_centred(paragraph) and _is_title(paragraph)), None)


def _stands_out(paragraph: Paragraph) -> bool:
    return _is_centred(paragraph) or paragraph.em >= _HEADLINE


def _is_centred(paragraph: Paragraph) -> bool:
    return paragraph.format.alignment == "center"


def _is_title(paragraph: Paragraph) -> bool:
    """Whether a line ends with the name of a kind of document (clause 7.3.1)."""
    return "".join(paragraph.text.split()).endswith(_TYPES)


def title_from(paragraphs: Sequence[Paragraph], first: Paragraph) -> tuple[Paragraph, ...]:
    """A title from its first line on; () where that line cannot be one."""
    if not _may_be_title(first):
        return ()
    lines = [first]
    for paragraph in paragraphs[paragraphs.index(first) + 1 :]:
        if not (_goes_on(first, paragraph) or _goes_on_otherwise(lines, paragraph)):
            break
        lines.append(paragraph)
    return tuple(lines)


def _goes_on_otherwise(lines: Sequence[Paragraph], paragraph: Paragraph) -> bool:
    """Whether a line of other looks ends a title that has no name of a kind yet."""
    return (
        not _is_title(lines[-1])
        and _is_centred(lines[0])
        and _is_headline(paragraph)
        and _is_title(paragraph)
        and _may_be_title(paragraph)
    )


def _may_be_title(paragraph: Paragraph) -> bool:
    text = paragraph.text.strip()
    if len(text) > _LONGEST_TITLE or patterns.is_rule(text):
        return False
    headline = _is_headline(paragraph)
    if (text.endswith((":", "：", ";", "；")) and not headline) or patterns.number_like(text):
        return False
    if text.endswith("。") and not _stands_out(paragraph):  # a sentence set like the text
        return False
    return "。" not in text[:-1] and (
        headline or not patterns.is_recipients(text, flush=paragraph.format.alignment != "center")
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
        like_text = paragraph.em <= _AS_TEXT and paragraph.format.first_line <= paragraph.em
        flush = like_text and paragraph.format.alignment != "center"
        if patterns.is_recipients(text, flush=flush) or named(paragraph.style) is ElementKind.RECIPIENTS:
            kinds[paragraph.index] = ElementKind.RECIPIENTS
            break
        numbered = patterns.NUMBER.fullmatch(text) is not None
        if not numbered and (
            paragraph.format.alignment != "center" or len(text) > _LONGEST_LINE or patterns.number_like(text)
        ):
            break
        kinds[paragraph.index] = ElementKind.SUBTITLE
    return kinds


def under_annexed(paragraphs: Sequence[Paragraph], lines: Sequence[int]) -> dict[int, ElementKind]:
    """What stands under the title of what a notice issues or forwards: whose, of what day, said to whom.

    同志们 is no 主送: nothing is asked of it.
    """
    below = (paragraph for paragraph in paragraphs if lines and paragraph.index > lines[-1])
    found = under_title([*below])
    told = {ElementKind.RECIPIENTS: ElementKind.OTHER}
    return {index: told.get(kind, kind) for index, kind in found.items()}
