"""版头: copy number, 发文机关标志, the place of 发文字号, and the red line below (clause 7.2)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportctl.findings import Rule, Severity
from reportctl.inspect.appearance import same_color, shown_color
from reportctl.inspect.checks.document_number import signs
from reportctl.inspect.checks.indents import ALIGNED
from reportctl.inspect.checks.type import SIZE
from reportctl.inspect.deviations import Deviation, Norm, breach, differs
from reportctl.inspect.measure import LINES_TOLERANCE, blank_lines_before
from reportctl.inspect.reading.facts import Location
from reportctl.inspect.structure import LETTERHEAD, ElementKind, RedLine, patterns
from reportctl.inspect.subject import length, points
from reportctl.layout.values import Align, Length, Strength

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reportctl.inspect.structure import Element
    from reportctl.inspect.subject import Subject

COPY_NUMBER = Rule(
    "copy-number",
    Severity.WARNING,
    "份号不是 6 位数字",
    "份号一般用 6 位 3 号阿拉伯数字，顶格编排在版心左上角第一行。",
    "份号：1",
    "000001",
)
SECRECY = Rule(
    "secrecy-mark",
    Severity.ERROR,
    "文件标有密级",
    "涉密文件不得在非涉密的计算机上处理。请立即停止，按保密规定处置这个文件。",
    "机密★1年",
    "不标密级的文件。",
)
NUMBER_PLACE = Rule(
    "letterhead-blank-lines",
    Severity.ERROR,
    "发文字号与发文机关标志的距离不对",
    "发文字号（上行文连同签发人）编排在发文机关标志下空二行的位置。",
    "发文字号紧接着发文机关标志。",
    "发文机关标志下空两行，再是发文字号。",
)
NUMBER_ALIGNMENT = Rule(
    "document-number-place",
    Severity.ERROR,
    "发文字号的位置不对",
    "发文字号居中；上行文的发文字号居左空一字，与最后一个签发人姓名在同一行。",
    "发文字号居右。",
    "发文字号居中。",
)
MARK_TOP = Rule(
    "mark-top",
    Severity.ERROR,
    "发文机关标志的高低不对",
    "发文机关标志居中排布，上边缘至版心上边缘为 35 mm。用段前间距来调，减去份号、紧急程度占的行。",
    "发文机关标志排在版心第一行。",
    "发文机关标志上边缘在版心上边缘之下 35 mm。",
)
LINE_MISSING = Rule(
    "red-line-missing",
    Severity.ERROR,
    "版头没有红色分隔线",
    "发文字号之下 4 mm 处印一条与版心等宽的红色分隔线。可以用段落的下框线。线放在图片里的，检查看不到。",
    "发文字号下面没有线。",
    "发文字号下面有红色的段落下框线。",
)
LINE_LOOK = Rule(
    "red-line",
    Severity.ERROR,
    "版头的分隔线不是红色，或不与版心等宽",
    "版头中的分隔线是红色的，居中，与版心等宽。",
    "黑色的分隔线；100 mm 长的分隔线。",
    "与版心等宽的红线。",
)
LINE_GAP = Rule(
    "red-line-gap",
    Severity.ERROR,
    "红色分隔线与发文字号的距离不对",
    "红色分隔线在发文字号之下 4 mm 处。用段落下框线的，在“边框—选项”里把下方距正文的间距设为 7 磅左右。",
    "红线贴着发文字号，或者离它两行。",
    "红线在发文字号之下 4 mm。",
)
LINE_PLACE = Rule(
    "red-line-place",
    Severity.ERROR,
    "红色分隔线不在发文字号之下",
    "红色分隔线印在发文字号（上行文连同签发人）之下 4 mm 处，不在发文机关标志和发文字号之间，也不在标题之下。"
    "发文字号在红线之下的是信函的版头：信函的标志不加“文件”二字，发文字号居右。",
    "发文机关标志下面是红线，红线下面才是发文字号。",
    "发文机关标志、发文字号，下面是红线。",
)
RULES = (
    COPY_NUMBER,
    SECRECY,
    MARK_TOP,
    NUMBER_PLACE,
    NUMBER_ALIGNMENT,
    LINE_MISSING,
    LINE_PLACE,
    LINE_LOOK,
    LINE_GAP,
)

_COPY_NUMBER = Norm(COPY_NUMBER, "7.2.1", Strength.SHOULD)
_SECRECY = Norm(SECRECY, strength=Strength.MUST)
_COPY_NUMBER_DIGITS = 6
_PLACE = 0.3  # characters by which an indent may differ
_MARK_TOLERANCE = 4.0  # mm: a large font's own line is not known


def check(subject: Subject) -> Iterator[Deviation]:
    """版头 line by line, then the red line under it."""
    yield from _letterhead(subject)
    yield from _red_line(subject)


def _letterhead(subject: Subject) -> Iterator[Deviation]:
    """Each element of 版头, where there is one."""
    for element in subject.structure.of(ElementKind.SECRECY):
        yield breach(_SECRECY, "文件标有密级", element, actual=element.paragraph.text.strip())
    if not subject.structure.letterhead:
        return
    for element in subject.structure.of(ElementKind.COPY_NUMBER):
        text = element.paragraph.text.strip()
        if len(text) != _COPY_NUMBER_DIGITS or not text.isdigit():
            yield breach(_COPY_NUMBER, "份号不是 6 位数字", element, actual=text, expected="6 位数字")
    mark = subject.structure.first(ElementKind.MARK)
    if mark is not None:
        yield from _mark_size(subject, mark)
        if _in_flow(mark):
            yield from _mark_top(subject, mark)
    yield from _number(subject)


def _number(subject: Subject) -> Iterator[Deviation]:
    mark = subject.structure.of(ElementKind.MARK)
    lines = subject.structure.of(ElementKind.NUMBER, ElementKind.SIGNATORY)
    if not lines:
        return
    settings = subject.layout.elements.number
    if mark and _in_flow(mark[-1]) and mark[-1].paragraph.index < lines[0].paragraph.index:
        found = blank_lines_before(subject, lines[0].paragraph, mark[-1].paragraph.index)
        if abs(found - settings.blank_before.value) > LINES_TOLERANCE:
            actual = f"{found:.1f} 行"
            yield differs(
                NUMBER_PLACE, settings.blank_before, "发文机关标志下空行不对", lines[0], actual=actual
            )
    number = subject.structure.first(ElementKind.NUMBER)
    if number is None:
        for line in lines:
            if patterns.number_behind(line.paragraph.text) is not None:
                message = "发文字号排在了签发人的右边"
                yield differs(NUMBER_ALIGNMENT, settings.left, message, line, actual="居右")
        return
    form = number.paragraph.format
    left = number.paragraph.characters(form.left + form.first_line)
    if any(signs(element) for element in subject.structure.of(*LETTERHEAD)):
        if form.alignment in ("center", "right") or abs(left - settings.left.value) > _PLACE:
            yield differs(
                NUMBER_ALIGNMENT, settings.left, "上行文的发文字号位置不对", number, actual=_placed(number)
            )
    elif ALIGNED.get(form.alignment, Align.LEFT) is not settings.align.value:
        message = f"发文字号没有{settings.align.shown}"
        yield differs(NUMBER_ALIGNMENT, settings.align, message, number, actual=_placed(number))


def _in_flow(element: Element) -> bool:
    """Whether a paragraph stands where the text comes to, not in a box, frame or cell."""
    return element.paragraph.place is Location.BODY and not element.paragraph.framed


def _placed(element: Element) -> str:
    form = element.paragraph.format
    named = {"center": "居中", "right": "居右"}.get(form.alignment)
    return named or f"居左空 {element.paragraph.characters(form.left + form.first_line):.1f} 字"


def _mark_size(subject: Subject, element: Element) -> Iterator[Deviation]:
    """The standard leaves it open: only an office sets it bounds."""
    most, least = subject.layout.elements.mark.size, subject.layout.letterhead.mark_least
    size = element.paragraph.em / 20
    if most.deviates and size > most.value.points:
        yield differs(SIZE, most, "发文机关标志的字号太大", element, actual=points(size))
    elif least.deviates and size < least.value.points:
        yield differs(SIZE, least, "发文机关标志的字号太小", element, actual=points(size))


def _mark_top(subject: Subject, element: Element) -> Iterator[Deviation]:
    """Its upper edge, where what stands above it is lines of a known height."""
    above = [other.paragraph for other in subject.structure.elements[: element.paragraph.index - 1]]
    if any(
        paragraph.place is not Location.BODY or paragraph.framed or paragraph.format.rule != "exact"
        for paragraph in above
    ):
        return
    setting = subject.layout.letterhead.mark_top
    room = sum(
        paragraph.format.before + paragraph.format.line + paragraph.format.after for paragraph in above
    )
    top = (room + element.paragraph.format.before) / 20
    if abs(Length(top).mm - setting.value.mm) > setting.tolerance.mm + _MARK_TOLERANCE:
        yield differs(MARK_TOP, setting, "发文机关标志的高低不对", element, actual=f"约 {length(top)}")


_LINE_MISSING = Norm(LINE_MISSING, "7.2.7", Strength.MUST)
_LINE_PLACE = Norm(LINE_PLACE, "7.2.7", Strength.MUST)
_LINE_WIDTH = Norm(LINE_LOOK, "7.2.7", Strength.MUST)
_WIDTH_TOLERANCE = 114  # twips: 2 mm
_GAP_TOLERANCE = 1.5  # mm: where a font's ink ends within its line is not known
_BELOW_BASELINE = 0.2  # of an exact line lies below the baseline
_DESCENT = 0.1  # of the size: what Han ink takes of that


def _red_line(subject: Subject) -> Iterator[Deviation]:
    """The line, where there is 版头."""
    structure = subject.structure
    head = structure.of(*LETTERHEAD)
    if not structure.letterhead:
        return
    line, above = structure.red_line, head[-1]
    if line is None:
        yield breach(_LINE_MISSING, "版头没有红色分隔线", above)
        return
    if line.misplaced:
        yield breach(_LINE_PLACE, "红色分隔线不在发文字号之下", structure.elements[line.paragraph - 1])
        return
    yield from _line_look(subject, line, above)
    yield from _line_gap(subject, line, above)


def _line_look(subject: Subject, line: RedLine, above: Element) -> Iterator[Deviation]:
    setting = subject.layout.letterhead.line_color
    if not same_color(line.color, setting.value):
        actual = shown_color(line.color)
        yield differs(LINE_LOOK, setting, "版头的分隔线颜色不对", above, actual=actual)
    thick = subject.layout.letterhead.line_width
    if thick.deviates and not thick.accepts(Length(line.thickness)):
        yield differs(LINE_LOOK, thick, "版头的分隔线粗细不对", above, actual=points(line.thickness))
    wanted = round(subject.layout.page.text_width.points * 20)
    if line.width is not None and abs(line.width - wanted) > _WIDTH_TOLERANCE:
        actual, expected = length(line.width / 20), length(wanted / 20)
        yield breach(_LINE_WIDTH, "红色分隔线不与版心等宽", above, actual=actual, expected=expected)


def _line_gap(subject: Subject, line: RedLine, above: Element) -> Iterator[Deviation]:
    form = above.paragraph.format
    if line.lead is None or form.rule != "exact":
        return
    setting = subject.layout.letterhead.line_gap
    gap = (line.lead + form.line * _BELOW_BASELINE - above.paragraph.em * _DESCENT) / 20
    if abs(Length(gap).mm - setting.value.mm) > setting.tolerance.mm + _GAP_TOLERANCE:
        yield differs(LINE_GAP, setting, "红色分隔线与发文字号的距离不对", above, actual=f"约 {length(gap)}")
