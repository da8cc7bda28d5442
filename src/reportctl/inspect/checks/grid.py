"""22 lines a page and 28 characters a line that fill 版心 (clause 5.2.3), and what disturbs them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from reportctl.findings import Rule, Severity
from reportctl.inspect.anatomy import ElementKind
from reportctl.inspect.deviations import Deviation, differs
from reportctl.inspect.measure import advance, dominant, pitch, tally
from reportctl.inspect.subject import points
from reportctl.inspect.vertical import blank_lines_before
from reportctl.layout.values import Length

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reportctl.inspect.anatomy import Element
    from reportctl.inspect.subject import Subject
    from reportctl.layout.figures import Setting
    from reportctl.layout.model import ElementLayout

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
RULES = (LINE_SPACING, CHARACTERS, PARAGRAPH_SPACING)
_SAME = 0.03  # points: Word keeps twentieths
_LEAST_FILL = 0.25  # of a line: what may be left free below the last one of a full page
_LINES = 0.35
_TOLERANCE = (-0.1, 0.3)  # characters: 3号 with -4 to -6 twips, or a grid of 15.7 to 15.83 pt
_RUNNING = (ElementKind.BODY, ElementKind.RECIPIENTS)


def check(subject: Subject) -> Iterator[Deviation]:
    """The line spacing of each paragraph of the text, its distances, and the pitch of its characters."""
    right: dict[tuple[int, int, int], bool] = {}
    for part in subject.anatomy.parts:
        element = subject.paragraph_element(part)
        if element is None or (part.kind not in _RUNNING and element.line.value is None):
            continue
        key = (id(part.paragraph.format), part.paragraph.section, id(element))
        if key not in right:
            right[key] = _is_right(subject, part, element)
        if not right[key] and not part.paragraph.pictures:
            yield from _line(subject, part, element)
        if part.kind is ElementKind.BODY:
            yield from _distance(subject, part, element)
    yield from _characters(subject)


def _is_right(subject: Subject, part: Element, element: ElementLayout) -> bool:
    """Whether lines are as high as the layout says, or fill the page as well where its own do."""
    found = pitch(part.paragraph, subject.facts.grid(part.paragraph))
    if found is None:
        return False
    own = subject.layout.line_pitch(element).points
    return abs(found - own) < _SAME or (
        element.line.value is None and _fills(subject, own) and _fills(subject, found)
    )


def _line(subject: Subject, part: Element, element: ElementLayout) -> Iterator[Deviation]:
    own = element.line.value is not None
    figure: Setting[Any] = element.line if own else subject.layout.grid.line_pitch
    found = pitch(part.paragraph, subject.facts.grid(part.paragraph))
    if (
        found is not None
        and not own
        and any(other.grid.line_pitch.accepts(Length(found)) for other in subject.others)
    ):
        return  # mixed-profile says it
    actual = points(found) if found is not None else f"{part.paragraph.format.line / 240:g} 倍（随字体变化）"
    yield differs(LINE_SPACING, figure, "行距不对", part, actual=actual)


def _fills(subject: Subject, line: float) -> bool:
    """Whether lines of this height come to the layout's number a page and leave less than a quarter line."""
    lines = subject.layout.grid.lines.value
    rest = subject.layout.page.text_height.points - lines * line
    return -0.02 <= rest <= _LEAST_FILL * line + 0.02


def _distance(subject: Subject, part: Element, element: ElementLayout) -> Iterator[Deviation]:
    """No space between the paragraphs, but for the blank lines that an office has before its headings."""
    form, figure = part.paragraph.format, element.blank_before
    if figure.value:
        shown = [
            one
            for one in subject.anatomy.parts[: part.paragraph.index - 1]
            if one.kind is not ElementKind.BLANK
        ]
        above = shown[-1].paragraph.index if shown else part.paragraph.index - 1
        found = blank_lines_before(subject, part.paragraph, above) if above else figure.value
        if abs(found - figure.value) > _LINES:
            yield differs(PARAGRAPH_SPACING, figure, "标题前空行不对", part, actual=f"{found:.1f} 行")
    elif form.before or form.after:
        actual = f"段前 {form.before / 20:g} 磅、段后 {form.after / 20:g} 磅"
        yield differs(
            PARAGRAPH_SPACING, subject.layout.grid.lines, "段落之间有空", part, actual=actual, expected="0 磅"
        )


def _characters(subject: Subject) -> Iterator[Deviation]:
    layout, facts = subject.layout, subject.facts
    size = layout.elements.body.size.value.points
    runs = tally(
        ((run, part.paragraph), (id(run.character), id(part.paragraph.format)), len(run.text))
        for part in subject.text()
        for run in part.paragraph.runs
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
    figure = layout.grid.characters
    number = layout.page.text_width.points / found
    if not figure.value + _TOLERANCE[0] <= number <= figure.value + _TOLERANCE[1]:
        actual = f"{int(number + 0.1)} 字（字距 {found:.2f} 磅）"
        yield differs(CHARACTERS, figure, "每行字数不对", actual=actual)
