"""The document as Markdown: headings by level, run-in headings bold, tables as pipe tables."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reportctl.document import Block, BlockType, Picture, Role, Table
from reportctl.text.clean import printable

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import BinaryIO

    from reportctl.document import Document

_SPECIAL = re.compile(r"([\\`*_\[\]<>|~])")
# What would begin a heading, a list, a quotation or a rule: 1. stays as it is, the report's own numbers.
_LEADING = re.compile(r"^([#+>=-])")
_ALONE = {BlockType.TITLE: "# ", BlockType.ATTACHMENT_TITLE: "## "}


def render(document: Document, out: BinaryIO) -> None:
    """Write Markdown (CommonMark with pipe tables), paragraphs separated by a blank line."""
    lines = [_paragraph(block) for block in document.blocks]
    for attachment in document.attachments:
        lines.append(f"**{attachment.label}**")
        lines.append(f"## {_escape(attachment.title)}")
        for content in attachment.content:
            if isinstance(content, Block):
                lines.append(_paragraph(content))
            elif isinstance(content, Table):
                lines.append("\n".join(_table(content)))
            elif isinstance(content, Picture):
                lines.append(f"（图片：{_escape(content.alternative)}）")
    out.write(("\n\n".join(lines) + "\n").encode())


def _paragraph(block: Block) -> str:
    if block.type in _ALONE:
        return _ALONE[block.type] + _escape(block.text)
    if block.heading_alone:
        return f"{'#' * (block.level + 1)} {_escape(block.number + block.text)}"
    words = []
    for index, run in enumerate(block.runs):
        text = _escape(run.text)
        if run.role is Role.HEADING:
            number = block.number if index == 0 else ""
            text = f"**{number}{text}**"
        else:
            text = text if run.role is Role.TEXT else f"**{text}**"
            text = block.number + text if index == 0 else text
        words.append(text)
    return _LEADING.sub(r"\\\1", "".join(words))


def _table(table: Table) -> Iterator[str]:
    """The first row is the header; Markdown knows no more than one."""
    head, *body = (
        [_cell(words, is_strong=(number, column) in table.strong) for column, words in enumerate(row)]
        for number, row in enumerate(table.rows)
    )
    yield _row(head)
    yield "|" + " --- |" * len(head)
    yield from map(_row, body)


def _row(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _cell(words: str, *, is_strong: bool) -> str:
    lines = "<br>".join(map(_escape, words.split("\n")))
    return f"**{lines}**" if is_strong else lines


def _escape(text: str) -> str:
    return _SPECIAL.sub(r"\\\1", printable(text))
