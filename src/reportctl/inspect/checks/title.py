"""The title: there, two lines under the red line, broken well, without a closing mark (clause 7.3.1)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportctl.findings import Rule, Severity
from reportctl.inspect.anatomy import ElementKind
from reportctl.inspect.deviations import Deviation, Norm, breach, differs
from reportctl.inspect.measure import width
from reportctl.inspect.vertical import blank_lines_before
from reportctl.layout.values import Strength

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reportctl.inspect.anatomy import Element
    from reportctl.inspect.subject import Subject

MISSING = Rule(
    "title-missing",
    Severity.ERROR,
    "找不到标题",
    "公文要有标题，排在正文之前，居中，后面是主送机关。标题放在图片或艺术字里的，检查看不到，打印换机器也容易走样。",
    "第一段就是正文。",
    "关于××的报告",
)
BLANK_LINES = Rule(
    "title-blank-lines",
    Severity.ERROR,
    "标题与红色分隔线的距离不对",
    "标题编排在红色分隔线下空二行的位置。",
    "红线下面紧接着标题。",
    "红线下面空两行，再是标题。",
)
LAST_LINE = Rule(
    "title-last-line",
    Severity.NOTE,
    "标题末行字太少",
    "标题回行要词意完整、排列对称、长短适宜，不要让一两个字独占一行。在合适的词后按 Shift+Enter 手动换行。",
    "关于鹤城区2023年度法治政府建设情况的报/告",
    "关于鹤城区2023年度/法治政府建设情况的报告",
)
SHAPE = Rule(
    "title-shape",
    Severity.ERROR,
    "标题没有排成梯形或菱形",
    "标题分几行时，应当排成梯形（上短下长或上长下短）或菱形（中间长），不排成中间短的沙漏形。",
    "长/短/长 三行。",
    "短/长/短 三行，或由短到长。",
)
LINE_START = Rule(
    "title-line-start",
    Severity.NOTE,
    "标题的断行处不对",
    "标题回行要词意完整：行首不出现“的”“和”“与”“及”“等”和收尾的标点，书名号里不断开。",
    "关于鹤城区2023年度法治政府建设/的报告",
    "关于鹤城区2023年度/法治政府建设的报告",
)
MARKS = Rule(
    "title-end-mark",
    Severity.NOTE,
    "标题末尾有标点",
    "公文标题末尾不加标点。",
    "关于法治政府建设情况的报告。",
    "关于法治政府建设情况的报告",
)
RULES = (MISSING, BLANK_LINES, LAST_LINE, SHAPE, LINE_START, MARKS)

_CLAUSE = "7.3.1"
_MISSING = Norm(MISSING, _CLAUSE, Strength.MUST)
_SHAPE = Norm(SHAPE, _CLAUSE, Strength.MUST)
_LINE_START = Norm(LINE_START)
_MARKS = Norm(MARKS)
_NEVER_FIRST = tuple("的和与及等、，。；：？！》）〉”’")
_TOLERANCE = 0.35  # lines


def check(subject: Subject) -> Iterator[Deviation]:
    """Whether there is a title, and how it stands and breaks."""
    parts = subject.anatomy.of(ElementKind.TITLE)
    if not parts:
        yield breach(_MISSING, "找不到标题")
        return
    yield from _distance(subject, parts[0])
    if parts[-1].paragraph.text.strip().endswith(("。", "；", "，", ".")):
        yield breach(_MARKS, "标题末尾有标点", parts[-1])
    yield from _breaks(subject, parts)


def _distance(subject: Subject, title: Element) -> Iterator[Deviation]:
    line = subject.anatomy.red_line
    if line is None:
        return
    figure = subject.layout.elements.title.blank_before
    found = blank_lines_before(subject, title.paragraph, line.paragraph)
    if abs(found - figure.value) > _TOLERANCE:
        yield differs(BLANK_LINES, figure, "红色分隔线与标题之间空行不对", title, actual=f"{found:.1f} 行")


def lines_of(subject: Subject, parts: Sequence[Element]) -> tuple[list[str], bool]:
    """The title's lines, and whether they were broken by hand; else they are as a full line breaks them."""
    text = "\n".join(part.paragraph.text.strip() for part in parts)
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    size = parts[0].paragraph.em / 20
    room = subject.layout.page.text_width.points / size
    if all(width(line) <= room for line in lines):
        return lines, len(lines) > 1
    filled = [""]
    for character in "".join(lines):
        if width(filled[-1] + character) > room:
            filled.append("")
        filled[-1] += character
    return filled, False


def _breaks(subject: Subject, parts: Sequence[Element]) -> Iterator[Deviation]:
    lines, by_hand = lines_of(subject, parts)
    if len(lines) < 2:
        return
    least = subject.layout.wrapping.last_line
    if width(lines[-1]) < least.value:
        yield differs(LAST_LINE, least, "标题末行字太少", parts[0], actual=f"末行为“{lines[-1]}”")
    if not by_hand:
        return
    bad = next((line for line in lines[1:] if line.startswith(_NEVER_FIRST)), None)
    if bad is not None:
        yield breach(_LINE_START, "标题断行不当", parts[0], actual=f"有一行以“{bad[0]}”开头")
    widths = [width(line) for line in lines]
    if any(widths[place] < min(widths[place - 1], widths[place + 1]) for place in range(1, len(widths) - 1)):
        yield breach(_SHAPE, "标题排成了沙漏形", parts[0], expected="梯形或菱形")
