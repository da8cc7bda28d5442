"""Paper, margins and the grid of 22 lines by 28 characters that fills 版心 (clauses 5.1 and 5.2)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from reportctl.findings import Rule, Severity
from reportctl.inspect.deviations import Deviation, differs
from reportctl.inspect.measure import LINES_TOLERANCE, advance, blank_lines_before, dominant, pitch, tally
from reportctl.inspect.structure import ElementKind, SpecialFormat
from reportctl.inspect.subject import length, points
from reportctl.layout.values import Length

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reportctl.inspect.reading.facts import PageSection
    from reportctl.inspect.structure import Element
    from reportctl.inspect.subject import Subject
    from reportctl.layout.figures import Setting
    from reportctl.layout.model import ElementLayout, Page

PAPER = Rule(
    "paper-size",
    Severity.ERROR,
    "纸张不是 A4",
    "公文用 A4 纸，210 mm × 297 mm。在“布局—纸张大小”里选 A4。横排的表格可以把页面转为横向。",
    "纸张为 Letter（216 mm × 279 mm）。",
    "纸张为 A4。",
)
MARGIN = Rule(
    "page-margin",
    Severity.ERROR,
    "页边距不合要求",
    "天头（上边距）37 mm，订口（左边距）28 mm，各允许差 1 mm；版心 156 mm × 225 mm，"
    "由此右边距 26 mm，下边距 35 mm。在“布局—页边距—自定义页边距”里设置。装订线算在左边距里。",
    "上边距 25.4 mm。",
    "上边距 37 mm，左边距 28 mm。",
)
MIXED = Rule(
    "mixed-profile",
    Severity.WARNING,
    "两套版面数值混用",
    "页边距 37/35 mm 配行距 28.95 磅（GB/T 9704），或页边距 34.58/32.58 mm 配行距 29.45 磅（GB/T 33476.2），"
    "两套都对，但不能各取一半：一半对一半，每面就排不成 22 行，也撑不满版心。",
    "页边距用 37/35 mm，行距却用 29.45 磅。",
    "页边距用 37/35 mm，行距用 28.95 磅。",
)
LINE_SPACING = Rule(
    "line-spacing",
    Severity.WARNING,
    "行距排不成每面 22 行",
    "一般每面排 22 行并撑满版心：行距设“固定值”28.95 磅（GB/T 33476.2 的版面用 29.45 磅）。"
    "28 磅排不满，29 磅只有 21 行。选中正文，在“段落—行距”里选“固定值”。",
    "正文行距 1.5 倍，或固定值 28 磅。",
    "正文行距固定值 28.95 磅。",
)
CHARACTERS = Rule(
    "characters-per-line",
    Severity.WARNING,
    "每行排不成 28 字",
    "一般每行排 28 字：3 号字宽 16 磅，28 个字比版心宽，字间距要紧缩 0.25 磅（“字体—高级—间距”），"
    "或者在“页面设置—文档网格”里指定每行 28 字。",
    "3 号字，没有紧缩，也没有文档网格：每行只有 27 字。",
    "3 号字，间距紧缩 0.25 磅。",
)
PARAGRAPH_SPACING = Rule(
    "paragraph-spacing",
    Severity.WARNING,
    "正文段前段后有空",
    "正文的自然段之间不空行，段前、段后都设 0，否则每面排不成 22 行。",
    "正文段后 10 磅。",
    "正文段前 0、段后 0。",
)
RULES = (
    PAPER,
    MARGIN,
    MIXED,
    LINE_SPACING,
    CHARACTERS,
    PARAGRAPH_SPACING,
)

_NAMES = ("top", "right", "bottom", "left")
_HEAD_OF_LETTER = _NAMES[1:]  # its mark begins 30 mm from the paper's edge (clause 10.1)


def check(subject: Subject) -> Iterator[Deviation]:
    """Each section's paper and margins; then whether the line spacing belongs to the other profile."""
    sections = subject.facts.sections
    for number, section in enumerate(sections, 1):
        where = f"第{number}节" if len(sections) > 1 else ""
        yield from _paper(section, subject.layout.page, where)
        letter = number == 1 and subject.structure.special is SpecialFormat.LETTER
        yield from _margins(section, subject.layout.page, where, _HEAD_OF_LETTER if letter else _NAMES)
    yield from _mixed(subject)
    yield from _grid(subject)


def _paper(section: PageSection, page: Page, where: str) -> Iterator[Deviation]:
    found = (section.width, section.height)
    sides = sorted(found) if section.landscape or section.width > section.height else list(found)
    for side, setting in zip(sides, (page.width, page.height), strict=True):
        if not setting.accepts(Length(side / 20)):
            yield differs(PAPER, setting, f"{where}{setting.title}不对", actual=length(side / 20))


def _margins(
    section: PageSection, page: Page, where: str, names: tuple[str, ...] = _NAMES
) -> Iterator[Deviation]:
    settings = [getattr(page, name) for name in names]
    found = [Length(getattr(section, name) / 20) for name in names]
    turned = section.landscape or section.width > section.height
    # A page turned on its side keeps its margins where the paper has them: they move round by one.
    orders = (0, 1, 3) if turned and names is _NAMES else (0,)
    off = [
        [
            (setting, margin)
            for setting, margin in zip(settings, found[turn:] + found[:turn], strict=True)
            if not setting.accepts(margin)
        ]
        for turn in orders
    ]
    for setting, margin in min(off, key=len):
        yield differs(MARGIN, setting, f"{where}{setting.title}不对", actual=length(margin.points))


def _mixed(subject: Subject) -> Iterator[Deviation]:
    line = subject.line
    own = subject.layout.grid.line_pitch
    if line is None or own.accepts(Length(line)):
        return
    for other in subject.others:
        if other.grid.line_pitch.accepts(Length(line)):
            yield differs(
                MIXED, own, f"页边距按 {subject.layout.name}，行距却按 {other.name}", actual=points(line)
            )


_SAME = 0.03  # points: Word keeps twentieths
_LEAST_FILL = 0.25  # of a line: what may be left free below the last one of a full page
_TOLERANCE = (-0.1, 0.3)  # characters: 3号 with -4 to -6 twips, or a grid of 15.7 to 15.83 pt
_RUNNING = (ElementKind.BODY, ElementKind.RECIPIENTS)


def _grid(subject: Subject) -> Iterator[Deviation]:
    """The line spacing of each paragraph of the text, its distances, and the pitch of its characters."""
    right: dict[tuple[int, int, int], bool] = {}
    for element in subject.structure.elements:
        settings = subject.paragraph_settings(element)
        if settings is None or (element.kind not in _RUNNING and settings.line.value is None):
            continue
        key = (id(element.paragraph.format), element.paragraph.section, id(settings))
        if key not in right:
            right[key] = _is_right(subject, element, settings)
        if not right[key] and not element.paragraph.pictures:
            yield from _line(subject, element, settings)
        if element.kind is ElementKind.BODY:
            yield from _distance(subject, element, settings)
    yield from _characters(subject)


def _is_right(subject: Subject, element: Element, settings: ElementLayout) -> bool:
    """Whether lines are as high as the layout says, or fill the page as well where its own do."""
    found = pitch(element.paragraph, subject.facts.grid(element.paragraph))
    if found is None:
        return False
    own = subject.layout.line_pitch(settings).points
    return abs(found - own) < _SAME or (
        settings.line.value is None and _fills(subject, own) and _fills(subject, found)
    )


def _line(subject: Subject, element: Element, settings: ElementLayout) -> Iterator[Deviation]:
    own = settings.line.value is not None
    setting: Setting[Any] = settings.line if own else subject.layout.grid.line_pitch
    found = pitch(element.paragraph, subject.facts.grid(element.paragraph))
    if (
        found is not None
        and not own
        and any(other.grid.line_pitch.accepts(Length(found)) for other in subject.others)
    ):
        return  # mixed-profile says it
    actual = (
        points(found) if found is not None else f"{element.paragraph.format.line / 240:g} 倍（随字体变化）"
    )
    yield differs(LINE_SPACING, setting, "行距不对", element, actual=actual)


def _fills(subject: Subject, line: float) -> bool:
    """Whether lines of this height come to the layout's number a page and leave less than a quarter line."""
    lines = subject.layout.grid.lines.value
    rest = subject.layout.page.text_height.points - lines * line
    return -0.02 <= rest <= _LEAST_FILL * line + 0.02


def _distance(subject: Subject, element: Element, settings: ElementLayout) -> Iterator[Deviation]:
    """No space between the paragraphs, but for the blank lines that an office has before its headings."""
    form, setting = element.paragraph.format, settings.blank_before
    if setting.value:
        shown = subject.structure.above(element)
        above = shown.paragraph.index if shown else element.paragraph.index - 1
        found = blank_lines_before(subject, element.paragraph, above) if above else setting.value
        if abs(found - setting.value) > LINES_TOLERANCE:
            yield differs(PARAGRAPH_SPACING, setting, "标题前空行不对", element, actual=f"{found:.1f} 行")
    elif form.before or form.after:
        actual = f"段前 {form.before / 20:g} 磅、段后 {form.after / 20:g} 磅"
        yield differs(
            PARAGRAPH_SPACING,
            subject.layout.grid.lines,
            "段落之间有空",
            element,
            actual=actual,
            expected="0 磅",
        )


def _characters(subject: Subject) -> Iterator[Deviation]:
    layout, facts = subject.layout, subject.facts
    size = layout.elements.body.size.value.points
    runs = tally(
        ((run, element.paragraph), (id(run.character), id(element.paragraph.format)), len(run.text))
        for element in subject.text()
        for run in element.paragraph.runs
        if run.character.size == size
    )
    found = dominant(
        (advance(run.character, facts.grid(at), facts.normal, snap=at.format.snap), weight)
        for (run, at), weight in runs
    )
    if not found or found <= 0:
        return
    if abs(found - size - layout.grid.character_spacing.value.points) < _SAME:
        return
    setting = layout.grid.characters
    number = layout.page.text_width.points / found
    if not setting.value + _TOLERANCE[0] <= number <= setting.value + _TOLERANCE[1]:
        section = facts.sections[0] if facts.sections else None
        own = number if section is None else (section.width - section.left - section.right) / 20 / found
        if int(own + 0.1) == setting.value != int(number + 0.1):
            return  # other margins make up for it: it is they that are wrong
        actual = f"{int(own + 0.1)} 字（字距 {found:.2f} 磅）"
        yield differs(CHARACTERS, setting, "每行字数不对", actual=actual)
