"""The title and 主送机关: there, at their distances, well broken, well closed (clauses 7.3.1, 7.3.2)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportctl.findings import Rule, Severity
from reportctl.inspect.deviations import Deviation, Norm, breach, differs
from reportctl.inspect.measure import LINES_TOLERANCE, blank_lines_before
from reportctl.inspect.reading.facts import Location
from reportctl.inspect.structure import UNTITLED, ElementKind
from reportctl.layout.values import Strength
from reportctl.text.width import width

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reportctl.inspect.structure import Element
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
RECIPIENTS_COLON = Rule(
    "recipients-colon",
    Severity.ERROR,
    "主送机关后面不是全角冒号",
    "最后一个主送机关名称后标全角冒号。",
    "怀化市人民政府:",
    "怀化市人民政府：",
)
RECIPIENTS_BLANK_LINES = Rule(
    "recipients-blank-lines",
    Severity.ERROR,
    "标题与主送机关之间不是空一行",
    "主送机关编排于标题下空一行的位置，居左顶格。",
    "标题下面紧接着主送机关。",
    "标题下面空一行，再是主送机关。",
)
RECIPIENTS_MISSING = Rule(
    "recipients-missing",
    Severity.ERROR,
    "报告或请示没有主送机关",
    "报告、请示报给谁，要写明主送机关，用全称、规范化简称或同类型机关统称。",
    "红头的报告，标题下面就是正文。",
    "怀化市人民政府：",
)
RULES = (
    MISSING,
    BLANK_LINES,
    LAST_LINE,
    SHAPE,
    LINE_START,
    MARKS,
    RECIPIENTS_COLON,
    RECIPIENTS_BLANK_LINES,
    RECIPIENTS_MISSING,
)

_CLAUSE = "7.3.1"
_MISSING = Norm(MISSING, _CLAUSE, Strength.MUST)
_SHAPE = Norm(SHAPE, _CLAUSE, Strength.MUST)
_LINE_START = Norm(LINE_START)
_MARKS = Norm(MARKS)
_NEVER_LAST = tuple("。\uff1b\uff0c\uff1a\uff01\uff1f、.;,:!?")
_NEVER_FIRST = tuple("的和与及等、，。；：？！》）〉”’")


def check(subject: Subject) -> Iterator[Deviation]:
    """The title, then 主送机关 under it."""
    yield from _title(subject)
    yield from _recipients(subject)


def _title(subject: Subject) -> Iterator[Deviation]:
    """Whether there is a title, and how it stands and breaks."""
    elements = subject.structure.of(ElementKind.TITLE)
    if not elements:
        if subject.structure.special not in UNTITLED:
            yield breach(_MISSING, "找不到标题")
        return
    yield from _distance(subject, elements[0])
    if elements[-1].paragraph.text.strip().endswith(_NEVER_LAST):
        yield breach(_MARKS, "标题末尾有标点", elements[-1])
    yield from _breaks(subject, elements)


def _distance(subject: Subject, title: Element) -> Iterator[Deviation]:
    line = subject.structure.red_line
    if line is None or line.misplaced or title.paragraph.place is not Location.BODY:
        return
    setting = subject.layout.elements.title.blank_before
    found = blank_lines_before(subject, title.paragraph, line.paragraph)
    if abs(found - setting.value) > LINES_TOLERANCE:
        yield differs(BLANK_LINES, setting, "红色分隔线与标题之间空行不对", title, actual=f"{found:.1f} 行")


def lines_of(subject: Subject, elements: Sequence[Element]) -> tuple[list[str], bool]:
    """The title's lines, and whether they were broken by hand; else they are as a full line breaks them."""
    text = "\n".join(element.paragraph.text.strip() for element in elements)
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    size = elements[0].paragraph.em / 20
    room = subject.layout.page.text_width.points / size
    if all(width(line) <= room for line in lines):
        return lines, len(lines) > 1
    filled = [""]
    for character in "".join(lines):
        if width(filled[-1] + character) > room:
            filled.append("")
        filled[-1] += character
    return filled, False


def _breaks(subject: Subject, elements: Sequence[Element]) -> Iterator[Deviation]:
    lines, by_hand = lines_of(subject, elements)
    if len(lines) < 2:
        return
    least = subject.layout.wrapping.last_line
    if width(lines[-1]) < least.value:
        yield differs(LAST_LINE, least, "标题末行字太少", elements[0], actual=f"末行为“{lines[-1]}”")
    if not by_hand:
        return
    bad = next((line for line in lines[1:] if line.startswith(_NEVER_FIRST)), None)
    if bad is not None:
        yield breach(_LINE_START, "标题断行不当", elements[0], actual=f"有一行以“{bad[0]}”开头")
    widths = [width(line) for line in lines]
    if any(widths[place] < min(widths[place - 1], widths[place + 1]) for place in range(1, len(widths) - 1)):
        yield breach(_SHAPE, "标题排成了沙漏形", elements[0], expected="梯形或菱形")


_RECIPIENTS_COLON = Norm(RECIPIENTS_COLON, "7.3.2", Strength.MUST)
_RECIPIENTS_MISSING = Norm(RECIPIENTS_MISSING, "7.3.2", Strength.MUST)


def _recipients(subject: Subject) -> Iterator[Deviation]:
    """主送机关, where there is one or must be one."""
    element = subject.structure.first(ElementKind.RECIPIENTS)
    titles = [
        title
        for title in subject.structure.of(ElementKind.TITLE, ElementKind.SUBTITLE)
        if not title.attachment
    ]
    if element is None:
        if subject.structure.letterhead and subject.structure.upward and not subject.addressed_apart():
            yield breach(_RECIPIENTS_MISSING, "报告或请示没有主送机关", titles[-1])
        return
    text = element.paragraph.text.strip()
    if not text.endswith("："):
        actual = text[-1] if text[-1] in ":;；，,、" else "没有冒号"
        yield breach(_RECIPIENTS_COLON, "主送机关后面不是全角冒号", element, actual=actual, expected="：")
    if titles and titles[-1].paragraph.place is Location.BODY:
        setting = subject.layout.elements.recipients.blank_before
        found = blank_lines_before(subject, element.paragraph, titles[-1].paragraph.index)
        if abs(found - setting.value) > LINES_TOLERANCE:
            yield differs(
                RECIPIENTS_BLANK_LINES,
                setting,
                "标题与主送机关之间空行不对",
                element,
                actual=f"{found:.1f} 行",
            )
