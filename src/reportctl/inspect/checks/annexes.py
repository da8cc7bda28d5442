"""附件 against the text: those that it names are there, none is empty, long names hang (7.3.4, 7.3.7)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reportctl.findings import Rule, Severity
from reportctl.inspect.deviations import Deviation, Norm, breach
from reportctl.inspect.reading.facts import Location
from reportctl.inspect.structure import ElementKind, patterns
from reportctl.layout.values import Strength
from reportctl.text.width import width

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reportctl.inspect.structure import Element
    from reportctl.inspect.subject import Subject

REFERENCE = Rule(
    "attachment-reference",
    Severity.WARNING,
    "正文提到的附件没有",
    "正文里写“见附件3”，附件说明和附件里就要有附件3。多半是增删附件以后，正文没有跟着改。",
    "正文写“见附件3”，附件只有两个。",
    "正文写“见附件2”。",
)
EMPTY = Rule(
    "attachment-empty",
    Severity.WARNING,
    "附件只有标题",
    "附件标题下面没有内容。补上内容；附件另有文件的，从附件说明里说清楚，印制时不要漏掉。",
    "“附件2”下面只有标题一行。",
    "附件标题下面是表格或文字。",
)
HANGING = Rule(
    "attachment-note-hanging",
    Severity.ERROR,
    "附件名称回行没有与上一行对齐",
    "附件名称较长需要回行时，与上一行附件名称的首字对齐：用段落的悬挂缩进。",
    "附件名称的第二行顶格，或与“附件”二字对齐。",
    "第二行与附件名称的首字对齐。",
)
RULES = (REFERENCE, EMPTY, HANGING)
_REFERENCE = Norm(REFERENCE, strength=Strength.SHOULD)
_EMPTY = Norm(EMPTY, strength=Strength.SHOULD)
_HANGING = Norm(HANGING, "7.3.4", Strength.MUST)
_NAMED = re.compile("见附件([1-9][0-9]?)(?![0-9.\uff0e])")
_LEAST_OVER = 0.5  # characters by which a line must be too long: the width of digits is not known
_ALIGNED = 0.8  # characters by which the second line may be off


def check(subject: Subject) -> Iterator[Deviation]:
    """What the text names, then each 附件, then the lines of 附件说明."""
    yield from _references(subject)
    yield from _empty(subject)
    for element in subject.structure.of(ElementKind.ATTACHMENT_NOTE):
        yield from _hanging(subject, element)


def _references(subject: Subject) -> Iterator[Deviation]:
    structure = subject.structure
    listed = len(
        [
            line
            for element in structure.of(ElementKind.ATTACHMENT_NOTE)
            for line in element.paragraph.text.split("\n")
            if line.strip() and not patterns.ATTACHMENT_NOTE_ALONE.fullmatch(line.strip())
        ]
    )
    count = max(listed, len(structure.of(ElementKind.ATTACHMENT_LABEL)))
    if not count:
        return
    for element in subject.text():
        numbers = [int(number) for number in _NAMED.findall(element.paragraph.text)]
        if numbers and max(numbers) > count:
            yield breach(
                _REFERENCE,
                "正文提到的附件没有",
                element,
                actual=f"见附件{max(numbers)}",
                expected=f"附件共 {count} 个",
            )


def _empty(subject: Subject) -> Iterator[Deviation]:
    """An 附件 of a label and a title, unless a section or a box may hold what it says."""
    filled: set[int] = set()
    boxed = {shape.paragraph for shape in subject.facts.shapes}
    for element in subject.structure.elements:
        paragraph = element.paragraph
        seen = paragraph.text.strip() or paragraph.pictures or paragraph.tallest or paragraph.index in boxed
        apart = element.kind in (ElementKind.ATTACHMENT_LABEL, ElementKind.ATTACHMENT_TITLE)
        if element.attachment and (paragraph.place is not Location.BODY or (seen and not apart)):
            filled.add(element.attachment)
    for title in subject.structure.of(ElementKind.ATTACHMENT_TITLE):
        if title.attachment not in filled:
            filled.add(title.attachment)
            yield breach(_EMPTY, "附件只有标题", title)


def _hanging(subject: Subject, element: Element) -> Iterator[Deviation]:
    """A line that is too long for 版心, and does not go on under the name's first character."""
    paragraph, form = element.paragraph, element.paragraph.format
    text = paragraph.text.strip()
    if "\n" in text or paragraph.text[:1].isspace() or paragraph.place is not Location.BODY:
        return
    room = paragraph.characters(round(subject.layout.page.text_width.points * 20))
    first = paragraph.characters(form.left + form.first_line)
    if first + width(text) + paragraph.characters(form.right) < room + _LEAST_OVER:
        return
    name = patterns.ATTACHMENT_NOTE.fullmatch(text)
    begins = name.start("rest") if name is not None else 0
    item = patterns.ATTACHMENT_ITEM.fullmatch(text[begins:])
    begins += item.start("name") if item is not None else 0
    wanted, found = first + width(text[:begins]), paragraph.characters(form.left)
    if abs(found - wanted) > _ALIGNED:
        yield breach(
            _HANGING,
            "附件名称回行没有对齐",
            element,
            actual=f"回行左空 {found:.1f} 字",
            expected=f"左空 {wanted:.1f} 字",
        )
