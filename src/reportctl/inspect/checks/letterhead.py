"""版头: copy number, 发文机关标志, 发文字号, 签发人 and the red line (clause 7.2)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportctl.findings import Rule, Severity
from reportctl.inspect.anatomy import LETTERHEAD, Kind, patterns
from reportctl.inspect.anatomy.head import reddish
from reportctl.inspect.deviations import Deviation, Norm, breach, differs
from reportctl.inspect.measure import reach, width
from reportctl.inspect.subject import length
from reportctl.inspect.vertical import blank_lines_before
from reportctl.layout.values import Strength

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reportctl.inspect.anatomy import Part
    from reportctl.inspect.facts import Paragraph
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
SIGNATORY_MISSING = Rule(
    "signatory-missing",
    Severity.ERROR,
    "上行文没有签发人",
    "报告、请示是上行文，应当标注签发人：“签发人”三字加全角冒号和姓名，居右空一字。",
    "红头的报告，没有签发人。",
    "签发人：张某某",
)
SIGNATORY_COLON = Rule(
    "signatory-colon",
    Severity.ERROR,
    "“签发人”后面不是全角冒号",
    "签发人由“签发人”三字加全角冒号和签发人姓名组成。",
    "签发人:张某某",
    "签发人：张某某",
)
SIGNATORY_PLACE = Rule(
    "signatory-place",
    Severity.ERROR,
    "签发人没有居右空一字",
    "签发人居右空一字。和发文字号在同一行时，用右对齐的制表位，不用空格顶开。",
    "签发人用空格顶到右边。",
    "签发人由右制表位对到右边空一字处。",
)
RED_LINE_MISSING = Rule(
    "red-line-missing",
    Severity.ERROR,
    "版头没有红色分隔线",
    "发文字号之下 4 mm 处印一条与版心等宽的红色分隔线。可以用段落的下框线。线放在图片里的，检查看不到。",
    "发文字号下面没有线。",
    "发文字号下面有红色的段落下框线。",
)
RED_LINE = Rule(
    "red-line",
    Severity.ERROR,
    "版头的分隔线不是红色，或不与版心等宽",
    "版头中的分隔线是红色的，居中，与版心等宽。",
    "黑色的分隔线；100 mm 长的分隔线。",
    "与版心等宽的红线。",
)
RULES = (COPY_NUMBER, SECRECY, NUMBER_PLACE, NUMBER_ALIGNMENT, SIGNATORY_MISSING, SIGNATORY_COLON,
         SIGNATORY_PLACE, RED_LINE_MISSING, RED_LINE)  # fmt: skip

_COPY_NUMBER = Norm(COPY_NUMBER, "7.2.1", Strength.SHOULD)
_SECRECY = Norm(SECRECY, strength=Strength.MUST)
_SIGNATORY_MISSING = Norm(SIGNATORY_MISSING, "7.2.6", Strength.MUST)
_SIGNATORY_COLON = Norm(SIGNATORY_COLON, "7.2.6", Strength.MUST)
_RED_LINE = Norm(RED_LINE_MISSING, "7.2.7", Strength.MUST)
_RED_LINE_WIDTH = Norm(RED_LINE, "7.2.7", Strength.MUST)
_COPY_NUMBER_DIGITS = 6
_LINES = 0.35  # lines by which a distance may differ
_PLACE = 0.3  # characters by which an indent may differ
_WIDTH = 57 * 2  # twips: 2 mm by which the red line may differ from 版心


def check(subject: Subject) -> Iterator[Deviation]:
    """Each element of 版头, where there is one."""
    for part in subject.anatomy.of(Kind.SECRECY):
        yield breach(_SECRECY, "文件标有密级", part, actual=part.paragraph.text.strip())
    if not subject.anatomy.letterhead:
        return
    for part in subject.anatomy.of(Kind.COPY_NUMBER):
        text = part.paragraph.text.strip()
        if len(text) != _COPY_NUMBER_DIGITS or not text.isdigit():
            yield breach(_COPY_NUMBER, "份号不是 6 位数字", part, actual=text, expected="6 位数字")
    yield from _number(subject)
    yield from _signatory(subject)
    yield from _line(subject)


def _number(subject: Subject) -> Iterator[Deviation]:
    mark = subject.anatomy.of(Kind.MARK)
    lines = subject.anatomy.of(Kind.NUMBER, Kind.SIGNATORY)
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
    number = subject.anatomy.first(Kind.NUMBER)
    if number is None:
        return
    form = number.paragraph.format
    left = number.paragraph.characters(form.left + form.first_line)
    if _has_signatory(subject):
        if form.alignment in ("center", "right") or abs(left - figures.left.value) > _PLACE:
            yield differs(
                NUMBER_ALIGNMENT, figures.left, "上行文的发文字号位置不对", number, actual=_placed(number)
            )
    elif form.alignment != "center":
        yield differs(NUMBER_ALIGNMENT, figures.align, "发文字号没有居中", number, actual=_placed(number))


def _placed(part: Part) -> str:
    form = part.paragraph.format
    named = {"center": "居中", "right": "居右"}.get(form.alignment)
    return named or f"居左空 {part.paragraph.characters(form.left + form.first_line):.1f} 字"


def _has_signatory(subject: Subject) -> bool:
    return any("签发人" in "".join(part.paragraph.text.split()) for part in subject.anatomy.of(*LETTERHEAD))


def _signatory(subject: Subject) -> Iterator[Deviation]:
    parts = [
        part for part in subject.anatomy.of(*LETTERHEAD) if "签发人" in "".join(part.paragraph.text.split())
    ]
    if not parts:
        if subject.anatomy.upward:
            yield breach(_SIGNATORY_MISSING, "上行文没有签发人", subject.anatomy.first(Kind.NUMBER))
        return
    part = parts[0]
    if "签发人：" not in "".join(part.paragraph.text.split()):
        yield breach(_SIGNATORY_COLON, "“签发人”后面不是全角冒号", part, expected="签发人：")
    yield from _signatory_place(subject, part)


def _signatory_place(subject: Subject, part: Part) -> Iterator[Deviation]:
    """The longest row of names ends one character from the right: aligned there, or by a tab stop."""
    figure = subject.layout.elements.signatory.right
    rows = [
        one
        for one in subject.anatomy.of(Kind.NUMBER, Kind.SIGNATORY, Kind.LETTERHEAD)
        if one.paragraph.index >= part.paragraph.index
    ]
    gaps = [gap for one in rows if (gap := _right_gap(subject, one.paragraph)) is not None]
    # Names in columns begin below each other: a shorter one leaves a longer gap.
    names = [_names(one.paragraph.text) for one in rows]
    widest = max((width(name) for row in names for name in row), default=0)
    spare = widest - min((width(row[-1]) for row in names if row), default=0)
    if not gaps or not -_PLACE <= min(gaps) - figure.value <= spare + _PLACE:
        actual = f"居右空 {min(gaps):.1f} 字" if gaps else "用空格排列"
        expected = f"居右空{figure.shown}"
        yield differs(SIGNATORY_PLACE, figure, "签发人的位置不对", part, actual=actual, expected=expected)


def _names(text: str) -> list[str]:
    """The names in a row of 签发人, its label and 发文字号 left out."""
    words = (word.rpartition("：")[2] for word in text.split() if not patterns.NUMBER.fullmatch(word))
    return [word for word in words if word]


def _right_gap(subject: Subject, paragraph: Paragraph) -> float | None:
    if paragraph.format.alignment == "right":
        return paragraph.characters(paragraph.format.right)
    end = reach(paragraph) if "\t" in paragraph.text else None
    return None if end is None else (subject.layout.page.text_width.points * 20 - end) / paragraph.em


def _line(subject: Subject) -> Iterator[Deviation]:
    line = subject.anatomy.red_line
    number = subject.anatomy.first(Kind.NUMBER)
    if line is None:
        yield breach(_RED_LINE, "版头没有红色分隔线", number)
        return
    color = subject.layout.letterhead.line_color
    if not reddish(line.color):
        shown = f"#{line.color}" if line.color else "黑色"
        yield differs(RED_LINE, color, "版头的分隔线颜色不对", number, actual=shown)
    wanted = round(subject.layout.page.text_width.points * 20)
    if line.width is not None and abs(line.width - wanted) > _WIDTH:
        actual, expected = length(line.width / 20), length(wanted / 20)
        yield breach(_RED_LINE_WIDTH, "红色分隔线不与版心等宽", number, actual=actual, expected=expected)
