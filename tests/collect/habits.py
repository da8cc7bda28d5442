"""What clerks do to a Word form that they have filled: each habit takes the document and changes it."""

from __future__ import annotations

import copy
from typing import TYPE_CHECKING, Any

import docx
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn

from reportctl.text.numbers import chinese
from tests.collect.house_paper import Numbering
from tests.collect.house_words import SECTIONS

if TYPE_CHECKING:
    from collections.abc import Callable

TITLES = frozenset(title for _, title in SECTIONS)


def as_sent(document: Any) -> None:
    """Nothing."""


def touch_labels(document: Any) -> None:
    """Labels get half-width marks, blanks and colons."""
    for row in document.tables[1].rows:
        row.cells[0].text = f" {row.cells[0].text.replace('，', ',')}："
    document.tables[2].rows[0].cells[0].text = "存在的不足："


def delete_headings(document: Any) -> None:
    """All paragraphs between the tables but the last line."""
    for paragraph in list(document.paragraphs)[1:-1]:
        paragraph._p.getparent().remove(paragraph._p)


def move_rows(document: Any) -> None:
    """Rows are added, removed and left blank in between."""
    table = document.tables[2]
    table._tbl.remove(table.rows[4]._tr)
    table._tbl.insert(3, copy.deepcopy(table.rows[1]._tr))
    for cell in table.rows[1].cells:
        cell.text = ""
    plans = document.tables[3]
    for _ in range(3):
        plans.add_row()


def join_tables(document: Any) -> None:
    """What stands between two tables is deleted: Word makes one table of them."""
    tables = [table._tbl for table in document.tables]
    for first, second in ((1, 2), (3, 4)):
        while tables[first].getnext() is not tables[second]:
            between = tables[first].getnext()
            between.getparent().remove(between)
        for row in list(tables[second].iterchildren(qn("w:tr"))):
            tables[first].append(row)
        tables[second].getparent().remove(tables[second])


def nest_table(document: Any) -> None:
    """A table is pasted into a cell and the text put there."""
    cell = document.tables[1].rows[4].cells[1]
    texts = [paragraph.text for paragraph in cell.paragraphs]
    for paragraph in cell.paragraphs[1:]:
        paragraph._p.getparent().remove(paragraph._p)
    cell.paragraphs[0].text = ""
    inner = cell.add_table(rows=1, cols=1).cell(0, 0)
    inner.text = texts[0]
    for text in texts[1:]:
        inner.add_paragraph(text)


def break_softly(document: Any) -> None:
    """Items in one paragraph, parted by soft breaks."""
    cell = document.tables[1].rows[4].cells[1]
    texts = [paragraph.text for paragraph in cell.paragraphs]
    cell.text = "\n".join(texts)


def track_changes(document: Any) -> None:
    """A paragraph is rewritten with changes tracked."""
    paragraph = document.tables[1].rows[1].cells[1].paragraphs[0]
    text = paragraph.text
    paragraph.text = ""
    marks = f'{nsdecls("w")} w:id="1" w:author="王某"'
    paragraph._p.append(parse_xml(f"<w:del {marks}><w:r><w:delText>旧稿。</w:delText></w:r></w:del>"))
    paragraph._p.append(parse_xml(f"<w:ins {marks}><w:r><w:t>{text}</w:t></w:r></w:ins>"))


def delete_cause_column(document: Any) -> None:
    """The cause stands behind the shortcoming, and its column is gone."""
    for row in document.tables[2].rows:
        left, right = row.cells
        if right.text and right.text != "原因":
            left.paragraphs[-1].add_run(f"原因：{right.text}")
        row._tr.remove(row._tr.tc_lst[1])


def number_rows(document: Any) -> None:
    """Numbers before shortcomings, plans and causes."""
    for table in document.tables[2:4]:
        for number, row in enumerate(table.rows[1:], 1):
            for cell in row.cells:
                if cell.text:
                    cell.text = f"{number}、{cell.text}"


def headings_alone(document: Any) -> None:
    """Heading and text of each item in paragraphs of their own."""
    cell = document.tables[1].rows[4].cells[1]
    texts = [paragraph.text for paragraph in cell.paragraphs]
    cell.text = ""
    for text in texts:
        heading, _, rest = text.partition("。")
        (cell.paragraphs[0] if not cell.text else cell.add_paragraph()).add_run(heading)
        cell.add_paragraph(rest)
    row = document.tables[2].rows[1].cells[0]
    heading, _, rest = row.text.partition("。")
    row.text = heading
    row.add_paragraph(rest)


def fill_longer(document: Any) -> None:
    """A title line of the clerk's own, and blank paragraphs everywhere."""
    for table in document.tables[1:5]:
        for row in table.rows[1:]:
            row.cells[-1].add_paragraph("")
    document.paragraphs[0].insert_paragraph_before("")


def remove_rows(document: Any) -> None:
    """Every row that nobody answered is removed."""
    for table in document.tables[1:]:
        for row in list(table.rows[1:]):
            if not any(cell.text for cell in row.cells[row.cells[0].text in TITLES :]):
                table._tbl.remove(row._tr)


def number_by_word(document: Any) -> None:
    """Word numbers the items in the cells, each list from 1 on."""
    document.part.relate_to(docx.Document().part.numbering_part, RELATIONSHIP_TYPE.NUMBERING)
    numbers = Numbering(document)
    cell = document.tables[1].rows[4].cells[1]
    lists = [cell.paragraphs, [row.cells[0].paragraphs[0] for row in document.tables[3].rows[1:4]]]
    for paragraphs in lists:
        for place, paragraph in enumerate(paragraphs):
            numbers.apply(paragraph, 2, restart=place == 0)


def number_by_hand(document: Any) -> None:
    """Numbers in brackets before the items of a cell, blanks before their paragraphs."""
    for place, paragraph in enumerate(document.tables[1].rows[4].cells[1].paragraphs, 1):
        paragraph.text = f"　　（{chinese(place)}）{paragraph.text}"


def write_bold(document: Any) -> None:
    """Headings are bold, and end with a colon."""
    for paragraph in document.tables[1].rows[4].cells[1].paragraphs:
        heading, _, rest = paragraph.text.partition("。")
        paragraph.text = ""
        paragraph.add_run(f"{heading}：").bold = True
        paragraph.add_run(rest)


def delete_code(document: Any) -> None:
    """The last line is deleted, with the number of the form."""
    paragraph = document.paragraphs[-1]._p
    paragraph.getparent().remove(paragraph)


def sign(document: Any) -> None:
    """The office and the day are written below the tables."""
    last = document.paragraphs[-1]
    for text in ("县司法局（盖章）", "2025年1月8日"):
        last.insert_paragraph_before(text).alignment = WD_ALIGN_PARAGRAPH.RIGHT


def split_items(document: Any) -> None:
    """Each item has a row of its own: the label of its section stands once, or is joined downwards."""
    table = document.tables[1]
    row = table.rows[4]
    first, *others = row.cells[1].paragraphs
    for paragraph in reversed(others):
        row._tr.addnext(copy.deepcopy(row._tr))
        added = table.rows[5]
        added.cells[0].text = ""
        added.cells[1].text = paragraph.text
        paragraph._p.getparent().remove(paragraph._p)
    assert first.text
    table.cell(4, 0).merge(table.cell(4 + len(others), 0))


def join_cells(document: Any) -> None:
    """Shortcoming and cause are joined to one cell, the cause behind the shortcoming."""
    for row in document.tables[2].rows[1:]:
        left, right = row.cells
        if left.text:
            left.text = f"{left.text}主要原因是：{right.text}" if right.text else left.text
            right.text = ""
            left.merge(right)


def add_column(document: Any) -> None:
    """A column with numbers stands before the shortcomings, one before the plans."""
    for table in document.tables[2:4]:
        grid = table._tbl.tblGrid
        grid.insert(0, copy.deepcopy(grid[-1]))
        for number, row in enumerate(table.rows):
            cell = copy.deepcopy(row._tr.tc_lst[-1])
            row._tr.tc_lst[0].addprevious(cell)
            row.cells[0].text = str(number) if number else "序号"


def write_half_width(document: Any) -> None:
    """Half-width marks in what was typed."""
    for table in document.tables[1:5]:
        for row in table.rows[1:]:
            for paragraph in row.cells[-1].paragraphs:
                if paragraph.text:
                    paragraph.text = paragraph.text.replace("，", ",").replace("；", ";")


def track_rows(document: Any) -> None:
    """A row is inserted and another deleted with changes tracked."""
    table = document.tables[3]
    marks = f'{nsdecls("w")} w:id="7" w:author="王某" w:date="2025-01-03T00:00:00Z"'
    added, removed = copy.deepcopy(table.rows[2]._tr), table.rows[2]._tr
    removed.addnext(added)
    removed.get_or_add_trPr().append(parse_xml(f"<w:del {marks}/>"))
    for run in list(removed.iter(qn("w:r"))):
        for text in run.iter(qn("w:t")):
            text.tag = qn("w:delText")
        deleted = parse_xml(f"<w:del {marks}/>")
        run.addprevious(deleted)
        deleted.append(run)
    added.get_or_add_trPr().append(parse_xml(f"<w:ins {marks}/>"))


HABITS: tuple[Callable[[Any], None], ...] = (
    as_sent,
    touch_labels,
    delete_headings,
    move_rows,
    join_tables,
    nest_table,
    break_softly,
    track_changes,
    delete_cause_column,
    number_rows,
    headings_alone,
    fill_longer,
    remove_rows,
    number_by_word,
    number_by_hand,
    write_bold,
    delete_code,
    sign,
    split_items,
    join_cells,
    add_column,
    write_half_width,
    track_rows,
)
