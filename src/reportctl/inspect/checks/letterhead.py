"""版头: copy number, 发文机关标志 and the place of 发文字号 (clause 7.2)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportctl.findings import Rule, Severity
from reportctl.inspect.anatomy import LETTERHEAD, ElementKind
from reportctl.inspect.checks.indents import ALIGNED
from reportctl.inspect.checks.signatories import signs
from reportctl.inspect.checks.type import SIZE
from reportctl.inspect.deviations import Deviation, Norm, breach, differs
from reportctl.inspect.facts import Location
from reportctl.inspect.subject import length, points
from reportctl.inspect.vertical import blank_lines_before
from reportctl.layout.values import Align, Length, Strength

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reportctl.inspect.anatomy import Element
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
RULES = (COPY_NUMBER, SECRECY, MARK_TOP, NUMBER_PLACE, NUMBER_ALIGNMENT)

_COPY_NUMBER = Norm(COPY_NUMBER, "7.2.1", Strength.SHOULD)
_SECRECY = Norm(SECRECY, strength=Strength.MUST)
_COPY_NUMBER_DIGITS = 6
_LINES = 0.35  # lines by which a distance may differ
_PLACE = 0.3  # characters by which an indent may differ
_MARK_TOLERANCE = 4.0  # mm: a large font's own line is not known


def check(subject: Subject) -> Iterator[Deviation]:
    """Each element of 版头, where there is one."""
    for part in subject.anatomy.of(ElementKind.SECRECY):
        yield breach(_SECRECY, "文件标有密级", part, actual=part.paragraph.text.strip())
    if not subject.anatomy.letterhead:
        return
    for part in subject.anatomy.of(ElementKind.COPY_NUMBER):
        text = part.paragraph.text.strip()
        if len(text) != _COPY_NUMBER_DIGITS or not text.isdigit():
            yield breach(_COPY_NUMBER, "份号不是 6 位数字", part, actual=text, expected="6 位数字")
    mark = subject.anatomy.first(ElementKind.MARK)
    if mark is not None:
        yield from _mark_size(subject, mark)
        if mark.paragraph.place is Location.BODY:
            yield from _mark_top(subject, mark)
    yield from _number(subject)


def _number(subject: Subject) -> Iterator[Deviation]:
    mark = subject.anatomy.of(ElementKind.MARK)
    lines = subject.anatomy.of(ElementKind.NUMBER, ElementKind.SIGNATORY)
    if not lines:
        return
    figures = subject.layout.elements.number
    if mark and mark[-1].paragraph.index < lines[0].paragraph.index:
        found = blank_lines_before(subject, lines[0].paragraph, mark[-1].paragraph.index)
        if abs(found - figures.blank_before.value) > _LINES:
            actual = f"{found:.1f} 行"
            yield differs(
                NUMBER_PLACE, figures.blank_before, "发文机关标志下空行不对", lines[0], actual=actual
            )
    number = subject.anatomy.first(ElementKind.NUMBER)
    if number is None:
        return
    form = number.paragraph.format
    left = number.paragraph.characters(form.left + form.first_line)
    if any(signs(part) for part in subject.anatomy.of(*LETTERHEAD)):
        if form.alignment in ("center", "right") or abs(left - figures.left.value) > _PLACE:
            yield differs(
                NUMBER_ALIGNMENT, figures.left, "上行文的发文字号位置不对", number, actual=_placed(number)
            )
    elif ALIGNED.get(form.alignment, Align.LEFT) is not figures.align.value:
        message = f"发文字号没有{figures.align.shown}"
        yield differs(NUMBER_ALIGNMENT, figures.align, message, number, actual=_placed(number))


def _placed(part: Element) -> str:
    form = part.paragraph.format
    named = {"center": "居中", "right": "居右"}.get(form.alignment)
    return named or f"居左空 {part.paragraph.characters(form.left + form.first_line):.1f} 字"


def _mark_size(subject: Subject, part: Element) -> Iterator[Deviation]:
    """The standard leaves it open: only an office sets it bounds."""
    most, least = subject.layout.elements.mark.size, subject.layout.letterhead.mark_least
    size = part.paragraph.em / 20
    if most.deviates and size > most.value.points:
        yield differs(SIZE, most, "发文机关标志的字号太大", part, actual=points(size))
    elif least.deviates and size < least.value.points:
        yield differs(SIZE, least, "发文机关标志的字号太小", part, actual=points(size))


def _mark_top(subject: Subject, part: Element) -> Iterator[Deviation]:
    """Its upper edge, where what stands above it is lines of a known height."""
    above = [one.paragraph for one in subject.anatomy.parts[: part.paragraph.index - 1]]
    if any(one.place is not Location.BODY or one.format.rule != "exact" for one in above):
        return
    figure = subject.layout.letterhead.mark_top
    room = sum(one.format.before + one.format.line + one.format.after for one in above)
    top = (room + part.paragraph.format.before) / 20
    if abs(Length(top).mm - figure.value.mm) > figure.tolerance.mm + _MARK_TOLERANCE:
        yield differs(MARK_TOP, figure, "发文机关标志的高低不对", part, actual=f"约 {length(top)}")
