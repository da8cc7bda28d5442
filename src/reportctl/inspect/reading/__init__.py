"""Reads any .docx - hostile ones too - into frozen facts, and knows nothing of layouts or of what is right.

    facts = read_facts(Path("报告.docx"))
    for paragraph in facts.paragraphs: ...

`read_facts` resolves styles, themes, automatic numbers, fields, tables, text boxes and tracked changes (the
text is the accepted one); `facts` describes what comes out. What is no .docx, or would cost more than any
official document does, is refused by a `RefusedError`, whose `rule` says why and how to mend it (`refusals`).
Attributes are read leniently (`ooxml`): a value that makes no sense counts as missing.

    bytes ─▶ package ─▶ reader ─▶ story (blocks) ─▶ inline (runs) ─▶ facts
                                    formatting ─▶ styles, numbering ─▶ layers ─▶ ooxml
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportctl.inspect.reading.refusals import RULES, RefusedError, unreadable

if TYPE_CHECKING:
    from pathlib import Path

    from reportctl.inspect.reading.facts import Facts

__all__ = ["RULES", "RefusedError", "read_facts", "unreadable"]


def read_facts(source: Path | bytes) -> Facts:
    """The facts of a document, given by its path or its bytes.

    Raises:
        RefusedError: it is no .docx, or one that must not be opened; `rule` says why.
        FileError: the file cannot be read.
    """
    from reportctl.inspect.reading.reader import read  # noqa: PLC0415 - `explain` needs the rules, not lxml

    return read(source)
