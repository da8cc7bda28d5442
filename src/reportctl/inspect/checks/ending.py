"""署名, 成文日期 and 印发日期: there, where the standard places them, well written (7.3.5, 7.4.3)."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING

from reportctl.findings import Rule, Severity
from reportctl.inspect.deviations import Deviation, Norm, breach, differs
from reportctl.inspect.measure import LINES_TOLERANCE, advance, blank_lines_before
from reportctl.inspect.reading.facts import Location
from reportctl.inspect.structure import ElementKind, SpecialFormat, patterns
from reportctl.inspect.subject import length
from reportctl.layout.values import Strength
from reportctl.text.width import width

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reportctl.inspect.reading.facts import Paragraph
    from reportctl.inspect.structure import Element
    from reportctl.inspect.subject import Subject

DATE_MISSING = Rule(
    "date-missing",
    Severity.ERROR,
    "没有成文日期",
    "署名之下要有成文日期，单独占一行，如 2024年1月15日。",
    "正文后面只有署名。",
    "署名下面一行是成文日期。",
)
SIGNATURE_MISSING = Rule(
    "signature-missing",
    Severity.ERROR,
    "没有发文机关署名",
    "成文日期之上要有发文机关署名，署发文机关全称或者规范化简称。",
    "正文后面只有成文日期。",
    "成文日期上面一行是署名。",
)
PLACE = Rule(
    "signature-place",
    Severity.ERROR,
    "署名和成文日期的位置不对",
    "不盖章的：署名右空二字，日期首字比署名首字右移二字，日期比署名长时日期右空二字。"
    "盖章的：日期右空四字，署名以日期为准居中。都用段落的右对齐和右缩进来排，不用空格。",
    "署名和日期都靠左。",
    "日期右空四字，署名在日期之上居中。",
)
NO_TEXT = Rule(
    "no-text-on-page",
    Severity.NOTE,
    "用了“此页无正文”",
    "署名和日期单独落在一页时，应当调整行距、字距，让正文与它们同在一页，不标“此页无正文”。",
    "（此页无正文）",
    "署名和日期与正文末尾同在一页。",
)
FIRST_PAGE = Rule(
    "body-on-first-page",
    Severity.ERROR,
    "首页没有正文",
    "公文首页必须显示正文：正文之前不能分页。",
    "标题和主送机关之后分页。",
    "标题、主送机关之后接着是正文。",
)
BLANK_LINES = Rule(
    "signature-blank-lines",
    Severity.ERROR,
    "署名与正文之间不是空一行",
    "不盖章的公文，在正文（或附件说明）下空一行编排发文机关署名。",
    "署名紧接着正文。",
    "正文下空一行，再是署名。",
)
DATE_FORM = Rule(
    "date-form",
    Severity.ERROR,
    "日期的写法不对",
    "日期用阿拉伯数字将年、月、日标全，年份用四位数字，月、日不编虚位（1 不编为 01），写“日”不写“号”。",
    "二〇二四年一月十五日；2024年01月15日；2024.1.15",
    "2024年1月15日",
)
DATE_IMPOSSIBLE = Rule(
    "date-impossible",
    Severity.ERROR,
    "没有这一天",
    "日历上没有这一天，请核对月和日。",
    "2024年2月30日",
    "2024年2月29日",
)
DATE_UNFILLED = Rule(
    "date-unfilled",
    Severity.NOTE,
    "成文日期还没有填",
    "成文日期的年、月、日空着。签发以后填上，用阿拉伯数字标全。",
    "2024年　月　日",
    "2024年1月15日",
)
RULES = (
    DATE_MISSING,
    DATE_UNFILLED,
    SIGNATURE_MISSING,
    PLACE,
    BLANK_LINES,
    NO_TEXT,
    FIRST_PAGE,
    DATE_FORM,
    DATE_IMPOSSIBLE,
)

_DATE_MISSING = Norm(DATE_MISSING, "7.3.5.4", Strength.MUST)
_SIGNATURE_MISSING = Norm(SIGNATURE_MISSING, "7.3.5", Strength.MUST)
_NO_TEXT = Norm(NO_TEXT)
_DATE_UNFILLED = Norm(DATE_UNFILLED)
_OTHERWISE_SIGNED = frozenset((SpecialFormat.ORDER, SpecialFormat.MINUTES))  # by a person, by nobody
_FIRST_PAGE = Norm(FIRST_PAGE, "7.3.3", Strength.MUST)
_LEFT_HALF = 13  # characters from the right: further off, a line stands on the left
_SEAL = 8.5  # points: 3 mm of a seal's size
_TOLERANCE = 0.6  # characters: Latin digits are not just half a character wide in every font


def check(subject: Subject) -> Iterator[Deviation]:
    """署名 and date, and that the first page shows text."""
    structure = subject.structure
    signatures = structure.of(ElementKind.SIGNATURE)
    date = structure.first(ElementKind.DATE)
    if structure.special not in _OTHERWISE_SIGNED:
        if date is None and (signatures or structure.letterhead):
            yield breach(_DATE_MISSING, "没有成文日期", signatures[-1] if signatures else None)
        late = date is not None and bool(signatures) and signatures[-1].paragraph.index > date.paragraph.index
        if date is not None and (late or not signatures):
            message = "发文机关署名排在了成文日期之下" if late else "没有发文机关署名"
            yield breach(_SIGNATURE_MISSING, message, date)
        elif date is not None and len(signatures) == 1 and not is_row(signatures[0]):
            yield from _place(subject, signatures[0], date)
    for element in structure.elements:
        if "此页无正文" in element.paragraph.text:
            yield breach(_NO_TEXT, "用了“此页无正文”", element)
    first = next(subject.text(), None)
    if first is not None and _breaks_before(subject, first):
        yield breach(_FIRST_PAGE, "首页没有正文", first, actual="正文之前分了页")
    yield from _dates(subject)


def is_row(signature: Element) -> bool:
    """Whether several issuers stand in a line of 署名, each over or beside its seal."""
    names = signature.paragraph.text.split()
    return len(names) > 1 and all(patterns.is_organ(name) for name in names)


def _breaks_before(subject: Subject, first: Element) -> bool:
    above = subject.structure.elements[: first.paragraph.index]
    shown = [element for element in above if element.paragraph.text.strip()]
    return any(
        element.paragraph.new_page for element in above if element.paragraph.index > shown[0].paragraph.index
    )


def _character(subject: Subject, paragraph: Paragraph) -> float:
    """How far a Han character of a paragraph moves the pen, in twips."""
    look = next(run.character for run in paragraph.runs if run.text.strip())
    facts = subject.facts
    return max(1, 20 * advance(look, facts.grid(paragraph), facts.normal, snap=paragraph.format.snap))


def _wide(subject: Subject, paragraph: Paragraph) -> float:
    """How wide a line is, in twips."""
    return width(paragraph.text.strip()) * _character(subject, paragraph)


def _edges(subject: Subject, paragraph: Paragraph, unit: float) -> tuple[float, float] | None:
    """How far from the left a line begins and from the right it ends, in `unit`s; None where unclear."""
    text = paragraph.text.strip()
    if "\n" in text or "\t" in text or paragraph.place is not Location.BODY:
        return None
    room = subject.layout.page.text_width.points * 20 / unit
    form, wide = paragraph.format, _wide(subject, paragraph) / unit
    left, right = (form.left + form.first_line) / unit, form.right / unit
    if form.alignment == "right":
        return room - right - wide, right
    if form.alignment == "center":
        begin = left + (room - left - right - wide) / 2
        return begin, room - begin - wide
    return left, room - left - wide


def edges(subject: Subject, paragraph: Paragraph) -> tuple[float, float] | None:
    """How far from the left a line begins and from the right it ends, in its characters; None: unclear."""
    return _edges(subject, paragraph, _character(subject, paragraph))


def _blank_lines(subject: Subject, signature: Element) -> float:
    above = subject.structure.above(signature)
    return blank_lines_before(subject, signature.paragraph, above.paragraph.index) if above else 0.0


def _distance(subject: Subject, signature: Element) -> Iterator[Deviation]:
    """A blank line above 署名 that leaves no room for a seal."""
    setting = subject.layout.elements.signature.blank_before
    found = _blank_lines(subject, signature)
    if abs(found - setting.value) > LINES_TOLERANCE:
        yield differs(BLANK_LINES, setting, "署名前空行不对", signature, actual=f"{found:.1f} 行")


def _seal(subject: Subject, signature: Element) -> Iterator[Deviation]:
    """The room above a sealed 署名, half of the seal, where an office says how large its seal is."""
    setting = subject.layout.signature.seal_size
    found = _blank_lines(subject, signature) * subject.layout.grid.line_pitch.value.points
    if setting.deviates and abs(2 * found - setting.value.points) > _SEAL:
        actual = f"能盖 {length(2 * found)} 的印章"
        yield differs(BLANK_LINES, setting, "署名上方留给印章的地方不对", signature, actual=actual)


def _place(subject: Subject, signature: Element, date: Element) -> Iterator[Deviation]:
    unit = _character(subject, signature.paragraph)
    above, below = (_edges(subject, element.paragraph, unit) for element in (signature, date))
    if above is None or below is None or signature.paragraph.text[:1].isspace():
        return
    settings, elements = subject.layout.signature, subject.layout.elements
    if not _WELL_FORMED.fullmatch(date.paragraph.text.strip()):  # mended, it will have another width
        if min(above[1], below[1]) > _LEFT_HALF:
            actual = f"署名右空 {above[1]:.1f} 字，日期右空 {below[1]:.1f} 字"
            yield differs(PLACE, settings.date_shift, "署名和日期的位置不对", signature, actual=actual)
        return
    centred = ((above[0] - above[1]) - (below[0] - below[1])) / 2
    inner = below[1] - settings.sealed_right.value
    if above[1] <= _TOLERANCE:  # a long 署名 reaches the edge: the date stays, or goes under its middle
        centred = 0.0 if abs(inner) <= _TOLERANCE else centred
        inner = min(inner, 0)
    sealed = max(abs(inner), abs(centred))
    # A date longer than 署名 stands two characters in itself, and 署名 moves further in.
    longer = _wide(subject, date.paragraph) > _wide(subject, signature.paragraph)
    outer = below[1] - elements.date.right.value if longer else above[1] - elements.signature.right.value
    if above[0] <= _TOLERANCE:
        outer = max(outer, 0)  # 署名 begins at the edge: there is no room to move it
    unsealed = max(abs(below[0] - above[0] - settings.date_shift.value), abs(outer))
    if unsealed <= min(sealed, _TOLERANCE):
        yield from _distance(subject, signature)
    elif sealed <= _TOLERANCE:
        yield from _seal(subject, signature)
    else:
        actual = f"署名右空 {above[1]:.1f} 字，日期右空 {below[1]:.1f} 字"
        expected = (
            f"署名右空{elements.signature.right.shown}、日期首字右移{settings.date_shift.shown}；"
            f"盖章的，日期右空{settings.sealed_right.shown}、署名居中"
        )
        yield differs(
            PLACE, settings.date_shift, "署名和日期的位置不对", signature, actual=actual, expected=expected
        )


_CLAUSES = {ElementKind.DATE: "7.3.5.4", ElementKind.PRINTED: "7.4.3"}
_WELL_FORMED = re.compile(r"(\d{4})年([1-9]\d?)月([1-9]\d?)日", re.ASCII)


def _dates(subject: Subject) -> Iterator[Deviation]:
    """成文日期, and 印发日期 in 版记."""
    for element in subject.structure.of(*_CLAUSES):
        text = "".join(element.paragraph.text.split())
        if element.kind is ElementKind.PRINTED:
            whole, loose = patterns.DATE_WITHIN.search(text), patterns.PRINTED.fullmatch(text)
            found = whole[0] if whole is not None else loose["date"] if loose is not None else ""
            yield from _date(element, found) if found else ()
        elif patterns.UNFILLED_DATE.fullmatch(text):
            yield breach(
                _DATE_UNFILLED, "成文日期还没有填", element, actual="空着", expected="如 2024年1月15日"
            )
        else:
            yield from _date(element, text)


def _date(element: Element, text: str) -> Iterator[Deviation]:
    clause = _CLAUSES[element.kind]
    right = _WELL_FORMED.fullmatch(text)
    if right is None:
        norm = Norm(DATE_FORM, clause, Strength.MUST)
        yield breach(norm, "日期的写法不对", element, actual=text, expected="如 2024年1月15日")
        return
    year, month, day = (int(digits) for digits in right.groups())
    try:
        dt.date(year, month, day)
    except ValueError:
        yield breach(Norm(DATE_IMPOSSIBLE, clause, Strength.MUST), "没有这一天", element, actual=text)
