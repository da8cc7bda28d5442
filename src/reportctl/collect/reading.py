"""The main job of reading: a Word report or form to the items of a submission, every line accounted for."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from reportctl.collect import codes
from reportctl.collect.chapters import split_chapters
from reportctl.collect.evidence import clues_of, people_of, year_of_opening
from reportctl.collect.fates import Fate, Fates, ReadingRemark, excerpt
from reportctl.collect.flattened import with_rows
from reportctl.collect.forms import (
    FormContents,
    FormReader,
    form_code,
    has_department,
    is_form_table,
    is_instruction,
)
from reportctl.collect.furniture import Division, lay_out
from reportctl.collect.grids import Grid, figure_columns, read_figures, read_grids
from reportctl.collect.identifying import Identity, year_of
from reportctl.collect.lines import read_document
from reportctl.collect.outline import read_tree
from reportctl.collect.parts import parts_of, words
from reportctl.collect.rows import Field, label_of, part_label
from reportctl.collect.splitting import Splitter
from reportctl.model.submission import Contact, Part, SubmissionData

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from reportctl.collect.identifying import Clue, Identifier
    from reportctl.collect.items import ReadItem
    from reportctl.collect.lines import SourceDocument
    from reportctl.collect.places import Places
    from reportctl.inspect.reading.facts import Facts

_FIGURES = frozenset({"数据", "有关数据", "数据表"})  # headings over the table of figures
_REPEATED = 20  # characters of an item that stands twice, at least


@dataclass(frozen=True, slots=True)
class Material:
    """What was read from one document.

    `year` is None where the document names none. `ledger` says what became of every character. `nothing` are
    the parts that say 无, `is_form` tells that it is a form that was filled in.
    """

    items: tuple[ReadItem, ...]
    nothing: frozenset[Part]
    identity: Identity
    year: int | None
    contact: Contact
    approved_by: str
    remarks: tuple[ReadingRemark, ...]
    ledger: Fates
    is_form: bool

    def submission(self, department: str, year: int) -> SubmissionData:
        """The material as a department's submission."""

        def items(part: Part) -> tuple[object, ...]:
            return tuple(item.item() for item in self.items if item.part is part)

        return SubmissionData(
            department=department,
            year=year,
            contact=self.contact if self.contact != Contact() else None,
            approved_by=self.approved_by,
            **{part.value: items(part) for part in Part},  # type: ignore[arg-type]
        )

    def notes(self, places: Places) -> dict[tuple[Part, int], str]:
        """A suggestion for each item without a section that needs one, by its part and number there."""
        found: dict[tuple[Part, int], str] = {}
        counts = dict.fromkeys(Part, 0)
        for item in self.items:
            number, counts[item.part] = counts[item.part], counts[item.part] + 1
            if not item.section and len(places.of(item.part)) > 1:
                nearest = places.nearest(item.part, f"{item.group}{item.heading.text}")
                likely = "；".join(f"{place.id}（{place.title}）" for place in nearest)
                said = f"原件写在“{item.group}”下面，" if item.group else ""
                found[item.part, number] = f"{said}没有写类别" + (f"，最接近的是 {likely}" if likely else "")
        return found


def read_material(
    facts: Facts, places: Places, identifier: Identifier, year: int, clues: Sequence[Clue] = ()
) -> Material:
    """Reads a document for the report on `year`; `clues` are names from outside: mail subject, file name."""
    document = with_rows(read_document(facts), year)
    ledger = Fates(document)
    splitter = Splitter(ledger, places)
    forms = _forms(document, places, year)
    contents = _read_forms(document, forms, splitter, year)
    code = form_code(document)
    is_form = code is not None or Field.DEPARTMENT in contents.fields
    layout = lay_out(document, _outside(document, forms, is_form=is_form), year)
    _claim_furniture(ledger, layout)
    tables = {
        number: grid
        for number, grid in read_grids(document).items()
        if number not in forms and not grid.single and grid.passage.first not in layout.fates
    }
    if is_form:
        _claim_form_text(ledger, layout.body, year)
        items = []
    else:
        items = _read_body(layout.body, splitter, tables.keys(), year)
    _read_tables(tables, splitter, items, year)
    items = _in_order((*items, *contents.placed()))
    for item in items:
        item.claim(ledger)
    ledger.settle()
    _remark_on_items(ledger, items, places)
    _remark_on_document(ledger)
    found = (*clues_of(document, layout, contents, code), *clues)
    contact, approved_by = people_of(document, layout, contents)
    return Material(
        items=tuple(items),
        nothing=frozenset(splitter.nothing),
        identity=identifier.identify(found),
        year=year_of(found) or year_of_opening(document, layout),
        contact=contact,
        approved_by=approved_by,
        remarks=tuple(ledger.remarks),
        ledger=ledger,
        is_form=is_form,
    )


def _forms(document: SourceDocument, places: Places, year: int) -> dict[int, Grid]:
    """The tables to be read by rows: in a form all of them, else those that are labelled like one."""
    grids = read_grids(document)
    if form_code(document) is not None or any(has_department(grid) for grid in grids.values()):
        return grids
    titles = frozenset(words(place.title) for place in places.of(Part.ACHIEVEMENTS))
    return {number: grid for number, grid in grids.items() if is_form_table(grid, titles, year)}


def _read_forms(
    document: SourceDocument, forms: dict[int, Grid], splitter: Splitter, year: int
) -> FormContents:
    reader = FormReader(document, splitter, year)
    for grid in forms.values():
        reader.read(grid, _line_before(document, grid))
    return reader.contents


def _line_before(document: SourceDocument, grid: Grid) -> str:
    """The last line above a table."""
    first = next(
        number
        for number, line in enumerate(document.lines)
        if line.cell is not None and line.cell.table == grid.table
    )
    lines = (line for line in reversed(document.lines[:first]) if not line.blank)
    return next((line.text for line in lines if line.cell is not None or not is_instruction(line.text)), "")


def _outside(document: SourceDocument, forms: dict[int, Grid], *, is_form: bool) -> list[int]:
    """The lines that no form holds."""
    return [
        position
        for position, line in enumerate(document.lines)
        if (line.cell is None or line.cell.table not in forms) and not (is_form and is_instruction(line.text))
    ]


def _claim_furniture(ledger: Fates, layout: Division) -> None:
    for position, fate in layout.fates.items():
        ledger.claim(fate, ledger.document.passage(position))


def _claim_form_text(ledger: Fates, body: Iterable[int], year: int) -> None:
    """Headings and instructions between the tables of a form."""
    for position in body:
        text = ledger.document.lines[position].text
        if part_label(text, year) is not None or label_of(text) in _FIGURES:
            ledger.claim(Fate.HEADING, ledger.document.passage(position))
    for position, line in enumerate(ledger.document.lines):
        if line.cell is None and is_instruction(line.text):
            ledger.claim(Fate.INSTRUCTION, ledger.document.passage(position))


def _read_body(body: Sequence[int], splitter: Splitter, tables: Iterable[int], year: int) -> list[ReadItem]:
    tree = read_tree(splitter.ledger.document, body, year, frozenset(tables))
    for closing in tree.closings:
        splitter.ledger.claim(Fate.CLOSING, closing)
    return split_chapters(tree.root, splitter, year)


def _read_tables(tables: dict[int, Grid], splitter: Splitter, items: list[ReadItem], year: int) -> None:
    """Tables that are no form: figures go to the item in whose text they stand, all else is reported."""
    for number, grid in tables.items():
        head, *rows = grid.texts
        columns = figure_columns(head, year)
        figures = read_figures(rows, columns) if columns is not None else None
        owner = splitter.at_table.get(number)
        place = next((at for at, item in enumerate(items) if item == owner), None)
        if figures and place is not None:
            items[place] = replace(items[place], figures=(*items[place].figures, *figures))
            splitter.ledger.claim(Fate.FIGURES, grid.passage)
        elif grid.passage.stretches:
            shown = " / ".join(" | ".join(row) for row in grid.texts)
            splitter.ledger.report(
                codes.TABLE_UNREAD,
                grid.passage,
                f"有一个 {len(grid.rows)} 行的表格没有读：“{excerpt(shown)}”",
                "要写进报告的，请把内容补进材料",
            )


def _in_order(items: Iterable[ReadItem]) -> list[ReadItem]:
    return sorted((item for item in items if not item.blank), key=lambda item: item.first)


def _remark_on_items(ledger: Fates, items: Sequence[ReadItem], places: Places) -> None:
    seen: set[tuple[Part, str]] = set()
    asks_leadership = bool(places.of(Part.LEADERSHIP))
    for item in items:
        said = words(item.said)
        if len(said) >= _REPEATED and (item.part, said) in seen:
            ledger.remark(
                codes.TEXT_REPEATED,
                item.first,
                f"这一条前面已经写过：“{excerpt(item.said)}”",
                "请删去多余的一条",
            )
        seen.add((item.part, said))
        named = (*parts_of(item.heading.text, 0), *parts_of(item.group, 0))
        if asks_leadership and item.part is Part.ACHIEVEMENTS and Part.LEADERSHIP in named:
            ledger.remark(
                codes.LEADERSHIP_IN_WORK,
                item.first,
                f"这一条写的是第一责任人履职情况：“{excerpt(item.heading.text or item.said)}”",
                "应当单独成章的，请在材料里移到“履职情况”",
            )


def _remark_on_document(ledger: Fates) -> None:
    document = ledger.document
    if document.changes:
        ledger.remark(
            codes.TRACKED_CHANGES,
            -1,
            f"文件里有 {document.changes} 处修订没有接受，按全部接受以后的文字读了",
            "请部门确认以修订后的文字为准",
        )
    if document.comments:
        _, first = document.comments[0]
        ledger.remark(
            codes.COMMENTS_UNREAD,
            -1,
            f"文件里有 {len(document.comments)} 条批注，没有收入：“{excerpt(first)}”",
        )
    for paragraph, text in document.multiplied:
        ledger.remarks.append(
            ReadingRemark(
                codes.TEXT_REPEATED,
                paragraph,
                f"内容控件里的文字被重复了几遍，只收一遍：“{excerpt(text)}”",
                "文件转换时常有这种情况，请核对",
            )
        )
    for paragraph, text in document.hidden:
        ledger.remarks.append(
            ReadingRemark(codes.UNREAD_TEXT, paragraph, f"这里有隐藏的文字，没有收入：“{excerpt(text)}”")
        )
