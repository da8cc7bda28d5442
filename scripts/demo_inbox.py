"""The demo's inbox: what departments of a project handed in as YAML, taken away and sent as Word files.

python -m scripts.demo_inbox PROJECT INBOX DEPARTMENT...

The last department writes a report of its own, the others fill in the forms that lie in the project, and the
first sends its form by mail.
"""

from __future__ import annotations

import io
import sys
from email.message import EmailMessage
from pathlib import Path
from typing import TYPE_CHECKING

import docx
from docx.enum.text import WD_ALIGN_PARAGRAPH

from reportctl.collect.places import read_places
from reportctl.model.files import load_submission
from reportctl.model.submission import Part
from reportctl.project.files import handed_in
from reportctl.project.opening import open_project
from reportctl.text.numbers import chinese

if TYPE_CHECKING:
    from collections.abc import Sequence

    from docx.document import Document
    from docx.table import Table, _Cell

    from reportctl.collect.places import Places
    from reportctl.model.submission import Figure, Item, SubmissionData

CENTER = WD_ALIGN_PARAGRAPH.CENTER
_BY_ROW = (("不足", Part.SHORTCOMINGS), ("下一年度安排", Part.PLANS), ("履职情况", Part.LEADERSHIP))


def main(folder: Path, inbox: Path, wanted: list[str]) -> None:
    """Move what these departments handed in from submissions/ into Word files that lie in `inbox`."""
    project = open_project(folder)
    places = read_places(project.report)
    for raw in list(handed_in(folder)):
        submission, _ = load_submission(raw.name, raw.data, project.roster)
        if submission is None or submission.name not in wanted:
            continue
        if submission.name == wanted[-1]:
            document = docx.Document()
            report(document, submission.data, places)
            document.save(str(inbox / f"{submission.name}工作总结.docx"))
        else:
            document = docx.Document(str(folder / "forms" / f"{submission.name}.docx"))
            fill(document, submission.data, places)
            stream = io.BytesIO()
            document.save(stream)
            by_mail = submission.name == wanted[0]
            path = inbox / f"{submission.name}.{'eml' if by_mail else 'docx'}"
            path.write_bytes(mail(submission.name, stream.getvalue()) if by_mail else stream.getvalue())
        (folder / raw.name).unlink()


def mail(name: str, form: bytes) -> bytes:
    """A mail with a filled form, as a mail program saves it."""
    message = EmailMessage()
    message["From"] = f"{name} <office@example.test>"
    message["To"] = "hebian@example.test"
    message["Subject"] = f"{name}报送法治政府建设情况材料"
    message["Date"] = "Mon, 08 Jan 2024 09:30:00 +0800"
    message.set_content("材料见附件\uff0c请查收。")
    word = ("application", "vnd.openxmlformats-officedocument.wordprocessingml.document")
    message.add_attachment(form, *word, filename=f"{name}填报表.docx")
    return message.as_bytes()


def report(document: Document, data: SubmissionData, places: Places) -> None:
    """Write a submission as a report without a form, its sections under their titles."""
    document.add_paragraph(f"{data.department}{data.year}年度法治政府建设工作总结").alignment = CENTER
    document.add_paragraph("一、工作成效")
    used = [
        (place.title, own)
        for place in places.of(Part.ACHIEVEMENTS)
        if (own := [item for item in data.achievements if item.section in {place.id, place.title}])
    ]
    for number, (title, own) in enumerate(used, 1):
        document.add_paragraph(f"\uff08{chinese(number)}\uff09{title}")
        _numbered(document, own)
    for heading, items in (("二、存在的不足", data.shortcomings), ("三、下一步工作打算", data.plans)):
        document.add_paragraph(heading)
        _numbered(document, items)


def _numbered(document: Document, items: Sequence[Item]) -> None:
    for number, item in enumerate(items, 1):
        cause = f"主要原因是{item.cause}" if item.cause else ""
        document.add_paragraph(f"{number}.{_said(item)}{cause}")


def fill(document: Document, data: SubmissionData, places: Places) -> None:
    """Write a submission into a form: sections by their titles, all else a row an item."""
    head, *tables = document.tables
    contact = data.contact
    if contact is not None:
        head.cell(1, 1).text, head.cell(1, 3).text = contact.name, contact.phone
    head.cell(2, 1).text = data.approved_by
    titles = {place.title: {place.id, place.title} for place in places.of(Part.ACHIEVEMENTS)}
    figures = [figure for item in data.achievements for figure in item.figures]
    for table in tables:
        label = table.cell(0, 0).text
        if label == "类别":
            for row in table.rows[1:]:
                own = [item for item in data.achievements if item.section in titles[row.cells[0].text]]
                _paragraphs(row.cells[1], [_said(item) for item in own])
        for name, part in _BY_ROW:
            if label == name:
                _rows(table, [(_said(item), item.cause) for item in data.items(part)])
        if label == "名称":
            _rows(table, [_figure(figure) for figure in figures])


def _rows(table: Table, rows: list[tuple[str, ...]]) -> None:
    """A row each, added where the form has too few."""
    while len(table.rows) <= len(rows):
        table.add_row()  # type: ignore[no-untyped-call]
    for row, texts in zip(table.rows[1:], rows, strict=False):
        for cell, text in zip(row.cells, texts, strict=False):
            cell.text = text


def _paragraphs(cell: _Cell, texts: list[str]) -> None:
    """A paragraph each."""
    for number, text in enumerate(texts):
        (cell.paragraphs[0] if number == 0 else cell.add_paragraph()).text = text


def _figure(figure: Figure) -> tuple[str, ...]:
    before = "" if figure.previous is None else str(figure.previous)
    parts = "、".join(f"{name}{value}" for name, value in figure.parts.items())
    return figure.name, str(figure.value), figure.unit, before, parts


def _said(item: Item) -> str:
    """An item as a clerk types it into a cell: its points behind it as 一是, 二是."""
    points = "".join(f"{chinese(number)}是{point}" for number, point in enumerate(item.points, 1))
    heading = f"{item.heading}。" if item.heading else ""
    return f"{heading}{item.text}{points}"


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3:])
