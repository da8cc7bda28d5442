"""Tables of 附件: the standard says nothing of their look, so only what an office's layout sets is judged."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from reportctl.findings import Rule, Severity
from reportctl.inspect import colors
from reportctl.inspect.anatomy import ElementKind
from reportctl.inspect.checks.indents import ALIGNED
from reportctl.inspect.deviations import Deviation, differs
from reportctl.inspect.families import belongs
from reportctl.inspect.subject import points
from reportctl.layout.values import Align, Length

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reportctl.inspect.anatomy import Element
    from reportctl.inspect.facts import Character
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
        header: [figure for figure in _figures(element) if figure.deviates]
        for header, element in ((True, elements.table_head), (False, elements.table_cell))
    }
    if not any(stated.values()):
        return
    for part in subject.anatomy.of(ElementKind.TABLE):
        if part.attachment and part.paragraph.table is not None and part.paragraph.row is not None:
            row = subject.facts.tables[part.paragraph.table].rows[part.paragraph.row]
            for figure in stated[row.header]:
                yield from _cell(subject, part, figure)


def _figures(element: ElementLayout) -> tuple[Setting[Any], ...]:
    return element.font, element.size, element.color, element.bold, element.align


def _lines(subject: Subject) -> Iterator[Deviation]:
    figure = subject.layout.attachment.table_line
    if not figure.deviates:
        return
    tables = {part.paragraph.table for part in subject.anatomy.of(ElementKind.TABLE) if part.attachment}
    for number in sorted(one for one in tables if one is not None):
        for row in subject.facts.tables[number].rows:
            wrong = next(
                (one for one in (row.top, row.bottom) if one and not _as_thick(figure, one.size)), None
            )
            if wrong is not None:
                yield differs(TABLE, figure, "表格线的粗细不对", actual=points(wrong.size / 8))
                return


def _as_thick(figure: Setting[Length], eighths: float) -> bool:
    return figure.accepts(Length(eighths / 8))


def _cell(subject: Subject, part: Element, figure: Setting[Any]) -> Iterator[Deviation]:
    """One figure of a cell's text."""
    name = figure.key.rpartition(".")[2]
    if name == "align":
        found = ALIGNED.get(part.paragraph.format.alignment, Align.LEFT)
        wrong = [] if found is figure.value else [found.value]
    else:
        looks = (run.character for run in part.paragraph.runs if run.text.strip())
        wrong = [actual for look in looks if (actual := _wrong(subject, look, name, figure.value))]
    if wrong:
        yield differs(TABLE, figure, f"{figure.title}不对", part, actual=wrong[0])


def _wrong(subject: Subject, look: Character, name: str, wanted: Any) -> str:
    """How the look of a text differs in one figure, "" where it does not."""
    if name == "font":
        return "" if belongs(look.east_asia, wanted, subject.layout) else look.east_asia
    if name == "size":
        return "" if abs(look.size - wanted.points) < _SAME else points(look.size)
    if name == "color":
        return "" if colors.same(look.color, wanted) else colors.shown(look.color)
    return "" if look.bold is wanted else _WEIGHTS[look.bold]
