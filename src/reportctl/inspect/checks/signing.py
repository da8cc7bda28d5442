"""署名 of several issuers, 署名 on a page of its own, and 附注 in its brackets (clauses 7.3.5, 7.3.6)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportctl.findings import Rule, Severity
from reportctl.inspect.checks.ending import edges, is_row
from reportctl.inspect.deviations import Deviation, Norm, breach
from reportctl.inspect.structure import ElementKind, patterns
from reportctl.inspect.subject import characters
from reportctl.layout.values import Strength

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reportctl.inspect.structure import Element
    from reportctl.inspect.subject import Subject

JOINT = Rule(
    "joint-signature-place",
    Severity.ERROR,
    "几个署名和成文日期的位置不对",
    "联合行文的，各个署名和成文日期都在版心的右半边：不盖章的，署名依次向下排，右空二字，"
    "日期首字比署名首字右移二字；盖章的，日期右空四字，最后一个署名以日期为准居中，每排最多三个。不能靠左，也不能贴着版心右边。",
    "两个署名和日期都顶格。",
    "两个署名右空二字，日期在下面。",
)
OWN_PAGE = Rule(
    "signature-new-page",
    Severity.NOTE,
    "署名之前分了页",
    "署名和成文日期要和正文末尾同在一页。排不下时调整行距、字距，不用分页符把它们推到下一页。",
    "正文之后分页，署名单独在一页。",
    "署名之前没有分页符。",
)
NOTE_BRACKETS = Rule(
    "note-brackets",
    Severity.ERROR,
    "附注没有加圆括号",
    "附注居左空二字，加圆括号，编排在成文日期下一行。",
    "联系人：李某，电话：0745-0000000",
    "（联系人：李某，电话：0745-0000000）",
)
RULES = (JOINT, OWN_PAGE, NOTE_BRACKETS)
_JOINT = Norm(JOINT, "7.3.5", Strength.MUST)
_OWN_PAGE = Norm(OWN_PAGE)
_NOTE_BRACKETS = Norm(NOTE_BRACKETS, "7.3.6", Strength.MUST)
_LEAST_RIGHT = 1.3  # characters: 署名 stands two in, a date four
_MOST_RIGHT = 14.0  # characters: half of a line


def check(subject: Subject) -> Iterator[Deviation]:
    """The signatures together, then the note."""
    structure = subject.structure
    signatures = structure.of(ElementKind.SIGNATURE)
    date = structure.first(ElementKind.DATE)
    if date is not None and (len(signatures) > 1 or any(map(is_row, signatures))):
        yield from _joint(subject, signatures, date)
    first = signatures[0] if signatures else date
    if first is not None and _parted(subject, first):
        yield breach(_OWN_PAGE, "署名之前分了页", first, actual="另起一页", expected="与正文末尾同页")
    for note in structure.of(ElementKind.NOTE):
        text = note.paragraph.text.strip()
        if not patterns.NOTE.fullmatch(text):
            yield breach(_NOTE_BRACKETS, "附注没有加圆括号", note, expected="（……）")


def _joint(subject: Subject, signatures: Sequence[Element], date: Element) -> Iterator[Deviation]:
    """Lines of one name, and the date: rows of names have places of their own between them."""
    for element in (*signatures, date):
        paragraph = element.paragraph
        if len(paragraph.text.split()) != 1 or paragraph.text[:1].isspace():
            continue
        found = edges(subject, paragraph)
        if found is None:
            continue
        left, right = found
        free = left <= 1  # a name as wide as 版心 has no room to stand elsewhere
        if element.kind is ElementKind.DATE:
            free = free or subject.layout.signature.date_shift.deviates
        if right > _MOST_RIGHT or (right < _LEAST_RIGHT and not free):
            yield breach(
                _JOINT,
                f"{element.kind.label}的位置不对",
                element,
                actual=f"右空 {characters(round(right, 1))}",
                expected="盖章的日期右空4字，不盖章的署名右空2字",
            )
            return


def _parted(subject: Subject, first: Element) -> bool:
    """Whether a page ends between the text and 署名."""
    above = subject.structure.above(first)
    if above is None:
        return False
    between = subject.structure.elements[above.paragraph.index : first.paragraph.index]
    return any(element.paragraph.new_page for element in between)
