"""主送机关: there where it must be, closed by a full-width colon, a line under the title (clause 7.3.2)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportctl.findings import Rule, Severity
from reportctl.inspect.anatomy import ElementKind
from reportctl.inspect.deviations import Deviation, Norm, breach, differs
from reportctl.inspect.vertical import blank_lines_before
from reportctl.layout.values import Strength

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reportctl.inspect.subject import Subject

COLON = Rule(
    "recipients-colon",
    Severity.ERROR,
    "主送机关后面不是全角冒号",
    "最后一个主送机关名称后标全角冒号。",
    "怀化市人民政府:",
    "怀化市人民政府：",
)
BLANK_LINES = Rule(
    "recipients-blank-lines",
    Severity.ERROR,
    "标题与主送机关之间不是空一行",
    "主送机关编排于标题下空一行的位置，居左顶格。",
    "标题下面紧接着主送机关。",
    "标题下面空一行，再是主送机关。",
)
MISSING = Rule(
    "recipients-missing",
    Severity.ERROR,
    "报告或请示没有主送机关",
    "报告、请示报给谁，要写明主送机关，用全称、规范化简称或同类型机关统称。",
    "红头的报告，标题下面就是正文。",
    "怀化市人民政府：",
)
RULES = (COLON, BLANK_LINES, MISSING)

_COLON = Norm(COLON, "7.3.2", Strength.MUST)
_MISSING = Norm(MISSING, "7.3.2", Strength.MUST)
_TOLERANCE = 0.35  # lines


def check(subject: Subject) -> Iterator[Deviation]:
    """主送机关, where there is one or must be one."""
    part = subject.anatomy.first(ElementKind.RECIPIENTS)
    titles = subject.anatomy.of(ElementKind.TITLE, ElementKind.SUBTITLE)
    if part is None:
        if subject.anatomy.letterhead and subject.anatomy.upward:
            yield breach(_MISSING, "报告或请示没有主送机关", titles[-1])
        return
    text = part.paragraph.text.strip()
    if not text.endswith("："):
        actual = text[-1] if text[-1] in ":;；，,、" else "没有冒号"
        yield breach(_COLON, "主送机关后面不是全角冒号", part, actual=actual, expected="：")
    if titles:
        figure = subject.layout.elements.recipients.blank_before
        found = blank_lines_before(subject, part.paragraph, titles[-1].paragraph.index)
        if abs(found - figure.value) > _TOLERANCE:
            yield differs(BLANK_LINES, figure, "标题与主送机关之间空行不对", part, actual=f"{found:.1f} 行")
