"""附件: their labels, places and titles, and that they are what 附件说明 says (clause 7.3.7)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportctl.findings import Rule, Severity
from reportctl.inspect.anatomy import IMPRINT, ElementKind, patterns
from reportctl.inspect.checks.attachment_notes import listed, name_of
from reportctl.inspect.deviations import Deviation, Norm, breach, differs
from reportctl.inspect.outline import count
from reportctl.inspect.vertical import blank_lines_before
from reportctl.layout.values import Strength

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reportctl.inspect.anatomy import Element
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
RULES = (NOTE_MISSING, NOT_THE_SAME, NOT_INCLUDED, NEW_PAGE, LABEL, TITLE_PLACE, AFTER_IMPRINT)

_NOTE_MISSING = Norm(NOTE_MISSING, "7.3.4", Strength.MUST)
_NOT_THE_SAME = Norm(NOT_THE_SAME, "7.3.7", Strength.MUST)
_NOT_INCLUDED = Norm(NOT_INCLUDED)
_LABEL = Norm(LABEL, "7.3.7", Strength.MUST)
_AFTER_IMPRINT = Norm(AFTER_IMPRINT, "7.3.7", Strength.MUST)
_LINES = 0.35


def check(subject: Subject) -> Iterator[Deviation]:
    """Each 附件 by itself, then all against 附件说明."""
    notes = subject.anatomy.of(ElementKind.ATTACHMENT_NOTE)
    labels = subject.anatomy.of(ElementKind.ATTACHMENT_LABEL)
    for part in labels:
        yield from _label(subject, part, alone=len(labels) == 1)
    yield from _title_places(subject)
    if labels and not notes:
        yield breach(_NOTE_MISSING, "有附件，正文后面没有附件说明", labels[0])
    elif notes and not labels:
        yield breach(_NOT_INCLUDED, "文件里没有附件", notes[0])
    elif notes:
        yield from _same(subject, notes, labels)


def _label(subject: Subject, part: Element, *, alone: bool) -> Iterator[Deviation]:
    match = patterns.ATTACHMENT_LABEL.fullmatch(part.paragraph.text.strip())
    if match is None:
        return
    number = match["number"]
    if match["mark"] or (number and not (number.isascii() and number.isdigit())):
        value = count(number) if number and not number.isdigit() else number
        yield breach(
            _LABEL, "“附件”的写法不对", part, actual=part.paragraph.text.strip(), expected=f"附件{value}"
        )
    elif not number and not alone:
        yield breach(_LABEL, "几个附件没有编号", part, actual="附件", expected="附件1、附件2……")
    figure = subject.layout.attachment.new_page
    if figure.value and not part.paragraph.new_page and not _opens_section(subject, part):
        yield differs(NEW_PAGE, figure, "附件没有另面编排", part, actual="接在前文之后", expected="另起一面")
    imprint = next((one for one in subject.anatomy.parts if one.kind in IMPRINT), None)
    if imprint is not None and imprint.paragraph.index < part.paragraph.index:
        yield breach(_AFTER_IMPRINT, "附件排在了版记之后", part)


def _opens_section(subject: Subject, part: Element) -> bool:
    """Whether a section that begins a page begins with the paragraph, blank paragraphs aside."""
    above = [one for one in subject.anatomy.parts[: part.paragraph.index - 1] if one.paragraph.text.strip()]
    section = subject.facts.section(part.paragraph)
    opens = bool(above) and above[-1].paragraph.section != part.paragraph.section
    return opens and section is not None and not section.continuous


def _title_places(subject: Subject) -> Iterator[Deviation]:
    figure = subject.layout.elements.attachment_title.blank_before
    parts = subject.anatomy.parts
    for label in subject.anatomy.of(ElementKind.ATTACHMENT_LABEL):
        following = (
            part for part in parts[label.paragraph.index :] if part.kind is ElementKind.ATTACHMENT_TITLE
        )
        title = next(following, None)
        if title is None or title.attachment != label.attachment:
            continue
        found = blank_lines_before(subject, title.paragraph, label.paragraph.index)
        if abs(found - figure.value) > _LINES:
            yield differs(TITLE_PLACE, figure, "附件标题前空行不对", title, actual=f"{found:.1f} 行")


def _same(subject: Subject, notes: Sequence[Element], labels: Sequence[Element]) -> Iterator[Deviation]:
    names = [name_of(text) for _, text in listed(notes)]
    if len(names) != len(labels):
        actual, expected = f"附件说明列 {len(names)} 个", f"文件里 {len(labels)} 个"
        yield breach(_NOT_THE_SAME, "附件的个数与附件说明不一致", notes[0], actual=actual, expected=expected)
        return
    for place, (name, label) in enumerate(zip(names, labels, strict=True), 1):
        match = patterns.ATTACHMENT_LABEL.fullmatch(label.paragraph.text.strip())
        number = "" if match is None else match["number"]
        if len(labels) > 1 and number and count(number) != place:
            yield breach(
                _NOT_THE_SAME, "附件的顺序号与附件说明不一致", label, actual=number, expected=str(place)
            )
        titles = subject.anatomy.of(ElementKind.ATTACHMENT_TITLE)
        own = [part for part in titles if part.attachment == label.attachment]
        title = "".join("".join(part.paragraph.text.split()) for part in own)
        if title and title != name:
            yield breach(_NOT_THE_SAME, "附件标题与附件说明不一致", own[0], actual=title, expected=name)
