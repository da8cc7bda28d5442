"""What the verbs that write letters share: options of formats, and what is said of the files."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from reportctl.cli import console
from reportctl.render.formats import FORMATS

if TYPE_CHECKING:
    from reportctl.letters.delivering import Delivered
    from reportctl.render.formats import Format

Docx = Annotated[bool, typer.Option("--docx", help="Word 文档（默认）")]
Text = Annotated[bool, typer.Option("--text", help="纯文本，一段一行")]


def chosen(*, docx: bool, text: bool) -> tuple[Format, ...]:
    """The formats that are asked for, Word where none is."""
    asked = {"docx": docx or not text, "text": text}
    return tuple(row for row in FORMATS if asked.get(row.name))


def tell_left(delivered: Delivered) -> None:
    """Say which files somebody has changed, and what could not be tidied up."""
    for path in delivered.kept:
        console.warn(f"{path} 有人改过\uff0c没有动它\uff1b要重做的\uff0c先把它移走")
    for remark in delivered.remarks:
        console.warn(remark)
