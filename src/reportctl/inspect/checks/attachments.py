"""附件: their labels, titles and places, and that 附件说明 says the same (clauses 7.3.4, 7.3.7)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportctl.findings import Rule, Severity
from reportctl.inspect.checks.attachment_notes import listed, name_of
from reportctl.inspect.deviations import Deviation, Norm, breach, differs
from reportctl.inspect.measure import LINES_TOLERANCE, blank_lines_before
from reportctl.inspect.outline import count
from reportctl.inspect.structure import IMPRINT, ElementKind, patterns
from reportctl.layout.values import Strength

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reportctl.inspect.structure import Element
    from reportctl.inspect.subject import Subject

NOTE_MISSING = Rule(
    "attachment-note-missing",
    Severity.ERROR,
    "有附件，正文后面没有附件说明",
    "有附件的，在正文下空一行左空二字编排“附件”二字，后标全角冒号和附件名称。",
    "后面有附件1、附件2，正文后面没有写。",
    "附件：1.统计表（正文之后，署名之前）。",
)
NOT_THE_SAME = Rule(
    "attachment-mismatch",
    Severity.ERROR,
    "附件与附件说明不一致",
    "附件的顺序号和标题应当与附件说明的表述一致，一个不多，一个不少，一字不差。",
    "附件说明写“统计表”，附件的标题是“情况表”。",
    "两处都是“统计表”。",
)
NOT_INCLUDED = Rule(
    "attachment-not-included",
    Severity.NOTE,
    "文件里没有附件",
    "附件说明列了附件，文件里却没有。附件应当与公文正文一起装订；附件另有文件的，印制时不要漏掉。",
    "附件：1.统计表（后面没有附件）。",
    "附件排在正文之后另起的一面。",
)
NEW_PAGE = Rule(
    "attachment-new-page",
    Severity.ERROR,
    "附件没有另面编排",
    "附件应当另面编排：在“附件”二字的段落里勾选“段前分页”。",
    "“附件1”接在成文日期下面。",
    "“附件1”在新的一面第一行。",
)
LABEL = Rule(
    "attachment-label",
    Severity.ERROR,
    "“附件”及顺序号的写法不对",
    "“附件”二字及顺序号顶格编排在版心左上角第一行，用阿拉伯数字，后面不加标点；只有一个附件的不编号。",
    "附件一：",
    "附件1",
)
TITLE_PLACE = Rule(
    "attachment-title-place",
    Severity.ERROR,
    "附件标题不在第三行",
    "附件标题居中编排在版心第三行：“附件”二字之下空一行。",
    "“附件1”下面紧接着附件标题。",
    "“附件1”下面空一行，再是附件标题。",
)
AFTER_IMPRINT = Rule(
    "attachment-after-imprint",
    Severity.ERROR,
    "附件排在了版记之后",
    "附件应当在版记之前，与公文正文一起装订；版记在公文最后一面。",
    "版记后面还有附件1。",
    "附件之后才是版记。",
)
RULES = (
    NOTE_MISSING,
    NOT_THE_SAME,
    NOT_INCLUDED,
    NEW_PAGE,
    LABEL,
    TITLE_PLACE,
    AFTER_IMPRINT,
)

_NOTE_MISSING = Norm(NOTE_MISSING, "7.3.4", Strength.MUST)
_NOT_THE_SAME = Norm(NOT_THE_SAME, "7.3.7", Strength.MUST)
_NOT_INCLUDED = Norm(NOT_INCLUDED)
_LABEL = Norm(LABEL, "7.3.7", Strength.MUST)
_AFTER_IMPRINT = Norm(AFTER_IMPRINT, "7.3.7", Strength.MUST)


def check(subject: Subject) -> Iterator[Deviation]:
    """Each 附件 by itself, then all against 附件说明."""
    notes = subject.structure.of(ElementKind.ATTACHMENT_NOTE)
    labels = subject.structure.of(ElementKind.ATTACHMENT_LABEL)
    imprint = next(iter(subject.structure.of(*IMPRINT)), None)
    for element in labels:
        yield from _label(subject, element, imprint, alone=len(labels) == 1)
    yield from _title_places(subject)
    if labels and not notes and not subject.held(patterns.ATTACHMENT_NOTE):
        yield breach(_NOTE_MISSING, "有附件，正文后面没有附件说明", labels[0])
    elif notes and not labels and not subject.held(patterns.ATTACHMENT_LABEL):
        yield breach(_NOT_INCLUDED, "文件里没有附件", notes[0])
    elif notes and labels:
        yield from _same(subject, notes, labels)


def _label(
    subject: Subject, element: Element, imprint: Element | None, *, alone: bool
) -> Iterator[Deviation]:
    match = patterns.ATTACHMENT_HEAD.fullmatch(element.paragraph.text.strip())
    if match is None:
        return
    number = match["number"]
    if match["title"]:
        yield breach(_LABEL, "“附件”和标题写在了一行", element, expected=f"“附件{number}”单独一行")
    elif match["mark"] or (number and not (number.isascii() and number.isdigit())):
        value = count(number) if number and not number.isdigit() else number
        yield breach(
            _LABEL,
            "“附件”的写法不对",
            element,
            actual=element.paragraph.text.strip(),
            expected=f"附件{value}",
        )
    elif not number and not alone:
        yield breach(_LABEL, "几个附件没有编号", element, actual="附件", expected="附件1、附件2……")
    setting = subject.layout.attachment.new_page
    if setting.value and not element.paragraph.new_page and not _opens_section(subject, element):
        yield differs(
            NEW_PAGE, setting, "附件没有另面编排", element, actual="接在前文之后", expected="另起一面"
        )
    if imprint is not None and imprint.paragraph.index < element.paragraph.index:
        yield breach(_AFTER_IMPRINT, "附件排在了版记之后", element)


def _opens_section(subject: Subject, element: Element) -> bool:
    """Whether a section that begins a page begins with the paragraph, blank paragraphs aside."""
    above = subject.structure.above(element)
    section = subject.facts.section(element.paragraph)
    opens = above is not None and above.paragraph.section != element.paragraph.section
    return opens and section is not None and not section.continuous


def _title_places(subject: Subject) -> Iterator[Deviation]:
    setting = subject.layout.elements.attachment_title.blank_before
    titles = _titles(subject)
    for label in subject.structure.of(ElementKind.ATTACHMENT_LABEL):
        if label.attachment not in titles:
            continue
        title = titles[label.attachment][0]
        found = blank_lines_before(subject, title.paragraph, label.paragraph.index)
        if abs(found - setting.value) > LINES_TOLERANCE:
            yield differs(TITLE_PLACE, setting, "附件标题前空行不对", title, actual=f"{found:.1f} 行")


def _titles(subject: Subject) -> dict[int, list[Element]]:
    """The lines of each 附件's title, by the number of the 附件."""
    titles: dict[int, list[Element]] = {}
    for element in subject.structure.of(ElementKind.ATTACHMENT_TITLE):
        titles.setdefault(element.attachment, []).append(element)
    return titles


def _same(subject: Subject, notes: Sequence[Element], labels: Sequence[Element]) -> Iterator[Deviation]:
    names = [name_of(text) for _, text in listed(notes)]
    if len(names) != len(labels):
        actual, expected = f"附件说明列 {len(names)} 个", f"文件里 {len(labels)} 个"
        yield breach(_NOT_THE_SAME, "附件的个数与附件说明不一致", notes[0], actual=actual, expected=expected)
        return
    titles = _titles(subject)
    for place, (name, label) in enumerate(zip(names, labels, strict=True), 1):
        match = patterns.ATTACHMENT_HEAD.fullmatch(label.paragraph.text.strip())
        number, beside = ("", "") if match is None else (match["number"], match["title"] or "")
        if len(labels) > 1 and number and count(number) != place:
            yield breach(
                _NOT_THE_SAME, "附件的顺序号与附件说明不一致", label, actual=number, expected=str(place)
            )
        own = titles.get(label.attachment, [])
        title = "".join("".join(element.paragraph.text.split()) for element in own) or "".join(beside.split())
        if title and title != name:
            at = own[0] if own else label
            yield breach(_NOT_THE_SAME, "附件标题与附件说明不一致", at, actual=title, expected=name)
