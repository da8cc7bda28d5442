"""The options that ask for a letter's formats, and the rows of the table that they mean."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from reportctl.render.formats import FORMATS

if TYPE_CHECKING:
    from reportctl.render.formats import Format

Docx = Annotated[bool, typer.Option("--docx", help="Word 文档（默认）")]
Text = Annotated[bool, typer.Option("--text", help="纯文本，一段一行")]


def chosen(*, docx: bool, text: bool) -> tuple[Format, ...]:
    """The formats that are asked for, Word where none is."""
    asked = {"docx": docx or not text, "text": text}
    return tuple(row for row in FORMATS if asked.get(row.name))
