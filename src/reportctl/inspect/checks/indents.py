"""Where paragraphs begin and how they are aligned: first-line indents, and blanks typed in their place."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from reportctl.findings import Rule, Severity
from reportctl.inspect.deviations import Deviation, Norm, breach, differs
from reportctl.inspect.reading.facts import Location
from reportctl.inspect.structure import ElementKind
from reportctl.inspect.structure.patterns import BLANKS
from reportctl.inspect.subject import characters
from reportctl.layout.values import Align

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reportctl.inspect.structure import Element
    from reportctl.inspect.subject import Subject
    from reportctl.layout.figures import Setting
    from reportctl.layout.model import ElementLayout

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

ALIGNED = {"center": Align.CENTER, "right": Align.RIGHT, "end": Align.RIGHT, "both": Align.JUSTIFY}
"""What the alignments of Word are in a layout; any other is to the left."""

_TYPED = Norm(BLANKS_FOR_INDENT)
_TOLERANCE = 0.15  # characters
_FLUSH = (ElementKind.RECIPIENTS, ElementKind.ATTACHMENT_LABEL, ElementKind.COPY_NUMBER, ElementKind.URGENCY)
_CENTRED = (ElementKind.TITLE, ElementKind.ATTACHMENT_TITLE, ElementKind.MARK)
_PLACED = (
    ElementKind.NUMBER,
    ElementKind.SIGNATORY,
    ElementKind.SIGNATURE,
    ElementKind.DATE,
    ElementKind.ATTACHMENT_NOTE,
    ElementKind.NOTE,
)
_ENDED = ("。", "\uff1a", "\uff01", "\uff1f")
_SHIFTED = frozenset(("center", "right", "end"))
_UNINDENTED = frozenset((Align.CENTER, Align.RIGHT))
_BY_BLANKS = frozenset((*_FLUSH, *_CENTRED, *_PLACED, ElementKind.BODY))


def check(subject: Subject) -> Iterator[Deviation]:
    """The indents and the alignment of each element that has a fixed place in the line."""
    for element in subject.structure.elements:
        settings = subject.settings(element.kind)
        if settings is None or element.paragraph.pictures:
            continue
        blanks = _leading(element)
        if element.kind is ElementKind.BODY:
            yield from _broken(element, settings)
        if blanks and element.kind in _BY_BLANKS:
            yield breach(
                _TYPED, f"{element.kind.label}用空格代替缩进", element, actual=f"行首 {blanks} 个空格"
            )
        elif element.kind in (ElementKind.BODY, ElementKind.NOTE):
            yield from _body(element, subject.paragraph_settings(element) or settings)
        elif element.kind in _FLUSH or (
            element.kind in _CENTRED and element.paragraph.place is Location.BODY
        ):
            yield from _placed(element, settings)


def _leading(element: Element) -> int:
    """How many blanks are typed in front; one is a slip of the hand, a tab to its own stop is no blank."""
    text = element.paragraph.text
    if text.startswith("\t") and element.paragraph.format.tabs:
        return 0
    found = len(text) - len(text.lstrip(BLANKS))
    return found if found > 1 or text[:1] in ("\t", "\u3000") else 0


def _broken(element: Element, settings: ElementLayout) -> Iterator[Deviation]:
    """What a line break parts from a sentence that ends in front of it: a 自然段 without its indent."""
    first, *lines = element.paragraph.text.split("\n")
    for line in lines:
        if first.rstrip().endswith(_ENDED) and line.strip() and line[:1] not in BLANKS:
            shown = "换行符后面的文字没有左空二字"
            yield differs(FIRST_LINE, settings.first_line, shown, element, actual=characters(0))
            return
        first = line


def _body(element: Element, settings: ElementLayout) -> Iterator[Deviation]:
    form, paragraph = element.paragraph.format, element.paragraph
    if settings.align.value in _UNINDENTED or form.alignment in _SHIFTED or settings.align.deviates:
        yield from _aligned(element, settings, settings.align)
    if settings.align.value in _UNINDENTED or form.alignment in _SHIFTED:
        return
    first = paragraph.characters(form.left + form.first_line)
    if abs(first - settings.first_line.value) > _TOLERANCE:
        yield differs(FIRST_LINE, settings.first_line, "首行缩进不对", element, actual=characters(first))
    left, right = paragraph.characters(form.left), paragraph.characters(form.right)
    if abs(left) > _TOLERANCE or abs(right) > _TOLERANCE:
        actual = f"左 {characters(left)}、右 {characters(right)}"
        yield differs(
            LEFT, settings.first_line, "回行没有顶格", element, actual=actual, expected="左右都不缩进"
        )


def _placed(element: Element, settings: ElementLayout) -> Iterator[Deviation]:
    """What stands flush left, in the middle or flush right, as the layout says."""
    form, paragraph = element.paragraph.format, element.paragraph
    wanted = settings.align.value
    wrong = tuple(_aligned(element, settings, settings.align))
    yield from wrong
    if wrong or wanted is Align.RIGHT:
        return
    if wanted is Align.CENTER:
        shift = paragraph.characters(form.left + max(form.first_line, 0) - form.right)
        if abs(shift) > _TOLERANCE * 2:
            actual = f"居中，但偏了 {characters(abs(shift) / 2)}"
            yield differs(ALIGNMENT, settings.align, f"{element.kind.label}没有居中", element, actual=actual)
        return
    first = paragraph.characters(form.left + form.first_line)
    if abs(first - settings.first_line.value) > _TOLERANCE:
        actual, flush = f"左空 {characters(first)}", not settings.first_line.value
        message = f"{element.kind.label}没有{'顶格' if flush else f'左空{settings.first_line.shown}'}"
        setting = settings.align if flush else settings.first_line
        yield differs(ALIGNMENT, setting, message, element, actual=actual, expected="顶格" if flush else "")


def _aligned(element: Element, settings: ElementLayout, setting: Setting[Align]) -> Iterator[Deviation]:
    """The alignment itself; the standard does not tell text that is justified from text that is not."""
    alignment, wanted = element.paragraph.format.alignment, setting.value
    if alignment == "distribute" and element.kind is ElementKind.MARK and wanted is Align.CENTER:
        return  # spread from edge to edge it stands in the middle
    found = ALIGNED.get(alignment, Align.LEFT)
    if found is wanted or (not setting.deviates and found not in _UNINDENTED and wanted not in _UNINDENTED):
        return
    if element.kind in (ElementKind.BODY, ElementKind.NOTE) and not setting.deviates:
        by: Setting[Any] = settings.first_line  # of text the standard gives the indent, not the alignment
        expected = f"左空{by.shown}"
    else:
        by, expected = setting, "顶格" if wanted is Align.LEFT else wanted.value
    yield differs(
        ALIGNMENT, by, f"{element.kind.label}的对齐不对", element, actual=found.value, expected=expected
    )
