"""The document tree as JSON: with the origin of every paragraph, but for the public form."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from reportctl.document import Form
from reportctl.render.lines import one_line
from reportctl.text.jsontext import dumps

if TYPE_CHECKING:
    from typing import BinaryIO

    from reportctl.document import Block, Document, Origin


def render(document: Document, out: BinaryIO) -> None:
    """Write the contract's JSON (version 1), UTF-8, one block an object in reading order.

    Who handed in what, in which file, and what the editor left out and why, is nobody's outside the office.
    """
    tree: dict[str, Any] = {"version": 1, "form": document.form.value}
    if document.form is Form.PUBLIC:
        tree["blocks"] = [_block(block) for block in document.paragraphs()]
    else:
        tree["blocks"] = [
            {**_block(block), "origin": [_origin(origin) for origin in block.origins]}
            for block in document.paragraphs()
        ]
        tree["omitted"] = [
            {**_origin(omitted.origin), "reason": omitted.reason} for omitted in document.omitted
        ]
    out.write(f"{dumps(tree)}\n".encode())


def _block(block: Block) -> dict[str, Any]:
    return {
        "id": block.id,
        "type": block.type.value,
        "level": block.level,
        "number": block.number,
        "text": one_line(block.text),
    }


def _origin(origin: Origin) -> dict[str, Any]:
    return {
        "department": origin.department,
        "part": origin.part,
        "heading": origin.heading,
        "was": origin.was,
        "file": origin.file,
        "line": origin.line,
        "column": origin.column,
    }
