"""The document tree with the origin of every paragraph, as JSON."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from typing import BinaryIO

    from reportctl.document import Block, Document, Origin


def render(document: Document, out: BinaryIO) -> None:
    """Write the contract's JSON (version 1), UTF-8, one block an object in reading order."""
    tree = {
        "version": 1,
        "form": document.form.value,
        "blocks": [_block(block) for block in document.paragraphs()],
        "omitted": [{**_origin(one.origin), "reason": one.reason} for one in document.omitted],
    }
    text = json.dumps(tree, ensure_ascii=False, indent=1)
    out.write(text.encode("utf-8", "replace") + b"\n")


def _block(block: Block) -> dict[str, Any]:
    return {
        "id": block.id,
        "type": block.type.value,
        "level": block.level,
        "number": block.number,
        "text": block.text,
        "origin": [_origin(origin) for origin in block.origins],
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
