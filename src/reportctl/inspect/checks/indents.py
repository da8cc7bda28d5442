"""Where paragraphs begin and how they are aligned: first-line indents, and blanks typed in their place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportctl.findings import Rule, Severity
from reportctl.inspect.anatomy import Kind
from reportctl.inspect.anatomy.patterns import BLANKS
from reportctl.inspect.deviations import Deviation, Norm, breach, differs
from reportctl.inspect.facts import Place
from reportctl.inspect.subject import characters
from reportctl.layout.values import Align

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reportctl.inspect.anatomy import Part
    from reportctl.inspect.subject import Subject
    from reportctl.layout.model import Element

FIRST_LINE = Rule(
    "first-line-indent",
    Severity.ERROR,
    "首行没有左空二字",
    "正文的每个自然段左空二字，回行顶格。选中正文，在“段落—特殊格式”里选“首行缩进”2 字符，左右缩进设 0。",
    "首行缩进 0 字符。",
    "首行缩进 2 字符。",
)
LEFT = Rule(
    "left-indent",
    Severity.ERROR,
    "整段缩进，回行没有顶格",
    "正文的每个自然段左空二字，回行顶格：只缩进首行，段落的左缩进、右缩进都设 0。"
    "自动编号常带悬挂缩进，要一并去掉。",
    "左缩进 2 字符。",
    "左缩进 0，首行缩进 2 字符。",
)
BLANKS_FOR_INDENT = Rule(
    "indent-by-blanks",
    Severity.NOTE,
    "用空格代替缩进",
    "用空格或制表符顶开的文字，换了字体、字号就会错位。删去行首的空格，改用“段落”里的缩进或对齐。",
    "　　现将有关情况报告如下（行首是两个空格）。",
    "首行缩进 2 字符，行首没有空格。",
)
ALIGNMENT = Rule(
    "text-alignment",
    Severity.ERROR,
    "段落的对齐方式不对",
    "标题、附件标题居中，主送机关和“附件”二字顶格，正文左空二字、两端对齐或左对齐。",
    "正文居中。",
    "正文两端对齐。",
)
RULES = (FIRST_LINE, LEFT, BLANKS_FOR_INDENT, ALIGNMENT)

_TYPED = Norm(BLANKS_FOR_INDENT)
_TOLERANCE = 0.15  # characters
_FLUSH = (Kind.RECIPIENTS, Kind.ATTACHMENT_LABEL, Kind.COPY_NUMBER, Kind.URGENCY)
_CENTRED = (Kind.TITLE, Kind.ATTACHMENT_TITLE, Kind.MARK)
_PLACED = (Kind.NUMBER, Kind.SIGNATORY, Kind.SIGNATURE, Kind.DATE, Kind.ATTACHMENT_NOTE, Kind.NOTE)
_BY_BLANKS = frozenset((*_FLUSH, *_CENTRED, *_PLACED, Kind.BODY))


def check(subject: Subject) -> Iterator[Deviation]:
    """The indents and the alignment of each element that has a fixed place in the line."""
    for part in subject.anatomy.parts:
        element = subject.element(part.kind)
        if element is None or part.paragraph.pictures:
            continue
        blanks = _leading(part)
        if blanks and part.kind in _BY_BLANKS:
            yield breach(_TYPED, f"{part.kind.label}用空格代替缩进", part, actual=f"行首 {blanks} 个空格")
        elif part.kind in (Kind.BODY, Kind.NOTE):
            yield from _body(part, _body_element(subject, part))
        elif part.kind in _FLUSH:
            yield from _flush(part, element)
        elif part.kind in _CENTRED:
            yield from _centred(part, element)


def _leading(part: Part) -> int:
    """How many blanks are typed in front; one is a slip of the hand, a tab to its own stop is no blank."""
    text = part.paragraph.text
    if text.startswith("\t") and part.paragraph.format.tabs:
        return 0
    found = len(text) - len(text.lstrip(BLANKS))
    return found if found > 1 or text[:1] in ("\t", "\u3000") else 0


def _body_element(subject: Subject, part: Part) -> Element:
    elements = subject.layout.elements
    if part.kind is Kind.NOTE:
        return elements.note
    heading = part.heading
    if heading is None or not heading.alone or not heading.end:
        return elements.body
    return elements.heading(heading.level)


def _body(part: Part, element: Element) -> Iterator[Deviation]:
    form, paragraph = part.paragraph.format, part.paragraph
    if form.alignment in ("center", "right"):
        actual = "居中" if form.alignment == "center" else "居右"
        yield differs(
            ALIGNMENT,
            element.first_line,
            f"{part.kind.label}的对齐不对",
            part,
            actual=actual,
            expected="左空二字",
        )
        return
    first = paragraph.characters(form.left + form.first_line)
    if abs(first - element.first_line.value) > _TOLERANCE:
        yield differs(FIRST_LINE, element.first_line, "首行缩进不对", part, actual=characters(first))
    left, right = paragraph.characters(form.left), paragraph.characters(form.right)
    if abs(left) > _TOLERANCE or abs(right) > _TOLERANCE:
        actual = f"左 {characters(left)}、右 {characters(right)}"
        yield differs(LEFT, element.first_line, "回行没有顶格", part, actual=actual, expected="左右都不缩进")


def _flush(part: Part, element: Element) -> Iterator[Deviation]:
    form, paragraph = part.paragraph.format, part.paragraph
    first = paragraph.characters(form.left + form.first_line)
    if form.alignment in ("center", "right"):
        actual = "居中" if form.alignment == "center" else "居右"
        yield differs(
            ALIGNMENT, element.align, f"{part.kind.label}没有顶格", part, actual=actual, expected="顶格"
        )
    elif abs(first) > _TOLERANCE:
        actual = f"左空 {characters(first)}"
        yield differs(
            ALIGNMENT, element.align, f"{part.kind.label}没有顶格", part, actual=actual, expected="顶格"
        )


def _centred(part: Part, element: Element) -> Iterator[Deviation]:
    form = part.paragraph.format
    shift = part.paragraph.characters(form.left + max(form.first_line, 0) - form.right)
    if element.align.value is not Align.CENTER or part.paragraph.place is not Place.BODY:
        return
    if form.alignment != "center":
        actual = {"right": "居右", "both": "两端对齐"}.get(form.alignment, "居左")
        yield differs(ALIGNMENT, element.align, f"{part.kind.label}没有居中", part, actual=actual)
    elif abs(shift) > _TOLERANCE * 2:
        actual = f"居中，但偏了 {characters(abs(shift) / 2)}"
        yield differs(ALIGNMENT, element.align, f"{part.kind.label}没有居中", part, actual=actual)
