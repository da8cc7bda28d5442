"""Reports typed by hand in house styles of their own, in `hand_typed/`, each with what a person reads in it.

The first line of a file names the department. What stands in front of a line says how it looks: [c] in the
middle, [b] bold, [r] at the right, [h1] a heading style, [n0] numbered by Word, [box] in a text box, [f] in
a frame of one cell, [t] a row of a table, [page] on a new page, or a font's name. Below ==== stands an item a
line: its part and section, heading, text, points (点) and cause (因).
"""

from __future__ import annotations

import io
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import docx
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn

from tests.collect.house_paper import Numbering, open_box
from tests.collect.house_parts import Gold

if TYPE_CHECKING:
    from collections.abc import Iterable

FOLDER = Path(__file__).with_name("hand_typed")
NAMES = tuple(sorted(path.stem for path in FOLDER.glob("*.txt")))
FONTS = ("黑体", "楷体", "仿宋")


class TypedReport(NamedTuple):
    """A report as bytes, its department ("" where none must be guessed), and its items."""

    data: bytes
    department: str
    items: tuple[Gold, ...]


def typed_report(name: str) -> TypedReport:
    """The report of a name."""
    head, *lines = (FOLDER / f"{name}.txt").read_text("utf-8").splitlines()
    end = lines.index("====")
    stream = io.BytesIO()
    _document(lines[:end]).save(stream)
    return TypedReport(
        stream.getvalue(), head.removeprefix("部门").strip(), tuple(map(_gold, lines[end + 1 :]))
    )


def _document(lines: Iterable[str]) -> Any:
    document = docx.Document()
    numbers = Numbering(document)
    table: Any = None
    counts: dict[int, int] = {}
    for line in lines:
        form, text = re.fullmatch(r"(?:\[(.*?)\])?(.*)", line).groups("")  # type: ignore[union-attr]
        if form == "t":
            cells = text.split(" | ")
            table = table if table is not None else document.add_table(0, len(cells))
            for cell, content in zip(table.add_row().cells, cells, strict=True):
                cell.text = content
            continue
        table = None
        if form == "f":
            document.add_table(1, 1).cell(0, 0).text = text
            continue
        paragraph = (open_box(document) if form == "box" else document).add_paragraph()
        _dress(document, paragraph, form, text)
        if form.startswith("n"):
            level = int(form[1:])
            counts = {other: count for other, count in counts.items() if other <= level}
            numbers.apply(paragraph, level, restart=level > 0 and level not in counts)
            counts[level] = counts.get(level, 0) + 1
    return document


def _dress(document: Any, paragraph: Any, form: str, text: str) -> None:
    """Gives a paragraph its text and how that looks."""
    run = paragraph.add_run(text)
    run.bold = form.endswith("b") or None
    font = form.removeprefix("c")
    if font in FONTS:
        run.font.name = font
        run._r.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), font)
    if form.startswith("c"):
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    elif form == "r":
        paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    elif form == "page":
        paragraph.paragraph_format.page_break_before = True
    elif form.startswith("h"):
        paragraph.style = document.styles[f"Heading {form[1:]}"]


def _gold(line: str) -> Gold:
    place, heading, *more = (piece.strip() for piece in line.split("|"))
    part, _, section = place.partition(" ")
    text = "".join(piece for piece in more if not piece.startswith(("点", "因")))
    points = tuple(piece.removeprefix("点 ") for piece in more if piece.startswith("点"))
    cause = "".join(piece.removeprefix("因 ") for piece in more if piece.startswith("因"))
    return Gold(part, section, heading, text, points, cause)
