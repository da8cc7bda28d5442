"""What was not judged: the heads of the special formats, and lines above the title that are no element."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportctl.findings import Rule, Severity
from reportctl.inspect.checks.document_number import signs
from reportctl.inspect.deviations import Deviation, Norm, breach
from reportctl.inspect.reading.facts import Location
from reportctl.inspect.structure import ElementKind, patterns

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reportctl.inspect.structure import Element
    from reportctl.inspect.subject import Subject

SPECIAL = Rule(
    "head-not-judged",
    Severity.NOTE,
    "特定格式的版头没有检查",
    "信函、命令（令）、纪要各有自己的格式（GB/T 9704-2012 第10章），公告、通告也常有自己的版头。"
    "认出是这几种的，标志、文号（令号）和红线请人工核对，检查只看正文以下。",
    "红色的“××人民政府令”，下面是“第12号”。",
    "××人民政府文件，发文字号，红色分隔线。",
)
UNRECOGNISED = Rule(
    "not-recognised",
    Severity.NOTE,
    "标题之上有认不出的地方",
    "标题之上的这几段不像版头的任何一个要素，检查没有看它们，请人工核对：发文机关名称应当是标题的一部分，或者是发文机关标志。"
    "发文机关标志是图片或艺术字的，版头的其他要素也不检查。",
    "标题之上另有一行和正文一样的机关名称。",
    "机关名称写在标题里，用标题的字体、字号。",
)
RULES = (SPECIAL, UNRECOGNISED)
_SPECIAL = Norm(SPECIAL)
_UNRECOGNISED = Norm(UNRECOGNISED)


def check(subject: Subject) -> Iterator[Deviation]:
    """The head of a special format once; the unknown lines as one."""
    structure = subject.structure
    if structure.special is not None:
        head = structure.first(ElementKind.LETTERHEAD) or structure.first(ElementKind.TITLE)
        yield breach(_SPECIAL, f"这是{structure.special.value}，版头没有检查", head)
    elif not structure.letterhead and structure.first(ElementKind.NUMBER) is not None:
        number = structure.first(ElementKind.NUMBER)
        yield breach(_UNRECOGNISED, "有发文字号，认不出发文机关标志，版头没有检查", number)
    for element in _above_title(subject):
        yield breach(_UNRECOGNISED, "标题之上的文字认不出，没有检查", element)


def _above_title(subject: Subject) -> Iterator[Element]:
    kinds = (ElementKind.OTHER,) if subject.structure.special else (ElementKind.OTHER, ElementKind.LETTERHEAD)
    title = subject.structure.first(ElementKind.TITLE)
    for element in subject.structure.elements:
        if title is None or element.paragraph.index >= title.paragraph.index:
            return
        if signs(element):  # more rows of names follow, down to 发文字号
            kinds = (ElementKind.OTHER,)
        if (
            element.kind in kinds
            and element.paragraph.text.strip()
            and not patterns.is_rule(element.paragraph.text)
            and element.paragraph.place is not Location.TABLE
        ):
            yield element
