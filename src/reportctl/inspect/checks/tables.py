"""Tables of 附件: the standard says nothing of their look, so only what an office's layout sets is judged."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from reportctl.findings import Rule, Severity
from reportctl.inspect.appearance import belongs, same_color, shown_color
from reportctl.inspect.checks.indents import ALIGNED
from reportctl.inspect.deviations import Deviation, differs
from reportctl.inspect.structure import ElementKind
from reportctl.inspect.subject import points
from reportctl.layout.values import Align, Length

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reportctl.inspect.reading.facts import Character
    from reportctl.inspect.structure import Element
    from reportctl.inspect.subject import Subject
    from reportctl.layout.figures import Setting
    from reportctl.layout.model import ElementLayout

TABLE = Rule(
    "table-look",
    Severity.NOTE,
    "表格与本单位的版面不一致",
    "标准没有规定附件里的表格用什么字体、字号和线条，默认的版面不检查。"
    "本单位在自己的版面文件里写明了的，检查就照写明的几项来。",
    "版面文件写明表格用小 4 号字，表格里是 5 号字。",
    "表格里是小 4 号字。",
)
RULES = (TABLE,)

_SAME = 0.05  # points: Word keeps halves
_WEIGHTS = {True: "加粗", False: "不加粗"}


def check(subject: Subject) -> Iterator[Deviation]:
    """The lines of each table, then its cells: rows that every page repeats are the head."""
    yield from _lines(subject)
    elements = subject.layout.elements
    stated = {
        header: [setting for setting in _figures(settings) if setting.deviates]
        for header, settings in ((True, elements.table_head), (False, elements.table_cell))
    }
    if not any(stated.values()):
        return
    for element in subject.structure.of(ElementKind.TABLE):
        if element.attachment and element.paragraph.table is not None and element.paragraph.row is not None:
            row = subject.facts.tables[element.paragraph.table].rows[element.paragraph.row]
            for setting in stated[row.header]:
                yield from _cell(subject, element, setting)


def _figures(settings: ElementLayout) -> tuple[Setting[Any], ...]:
    return settings.font, settings.size, settings.color, settings.bold, settings.align


def _lines(subject: Subject) -> Iterator[Deviation]:
    setting = subject.layout.attachment.table_line
    if not setting.deviates:
        return
    tables = {
        element.paragraph.table for element in subject.structure.of(ElementKind.TABLE) if element.attachment
    }
    for number in sorted(table for table in tables if table is not None):
        for row in subject.facts.tables[number].rows:
            wrong = next(
                (
                    border
                    for border in (row.top, row.bottom)
                    if border and not _as_thick(setting, border.size)
                ),
                None,
            )
            if wrong is not None:
                yield differs(TABLE, setting, "表格线的粗细不对", actual=points(wrong.size / 8))
                return


def _as_thick(setting: Setting[Length], eighths: float) -> bool:
    return setting.accepts(Length(eighths / 8))


def _cell(subject: Subject, element: Element, setting: Setting[Any]) -> Iterator[Deviation]:
    """One figure of a cell's text."""
    name = setting.key.rpartition(".")[2]
    if name == "align":
        found = ALIGNED.get(element.paragraph.format.alignment, Align.LEFT)
        wrong = [] if found is setting.value else [found.value]
    else:
        looks = (run.character for run in element.paragraph.runs if run.text.strip())
        wrong = [actual for look in looks if (actual := _wrong(subject, look, name, setting.value))]
    if wrong:
        yield differs(TABLE, setting, f"{setting.title}不对", element, actual=wrong[0])


def _wrong(subject: Subject, look: Character, name: str, wanted: Any) -> str:
    """How the look of a text differs in one figure, "" where it does not."""
    if name == "font":
        return "" if belongs(look.east_asia, wanted, subject.layout) else look.east_asia
    if name == "size":
        return "" if abs(look.size - wanted.points) < _SAME else points(look.size)
    if name == "color":
        return "" if same_color(look.color, wanted) else shown_color(look.color)
    return "" if look.bold is wanted else _WEIGHTS[look.bold]
