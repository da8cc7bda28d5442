"""Tables as attachments: CSV, and YAML as rows, as mappings whose keys are the header, or as both by name."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from reportctl.assemble.attached.content import LIMITS, AttachedContent, BadAttachmentError, ending, rectangle
from reportctl.document import Table
from reportctl.sources import read as read_yaml

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

    from reportctl.assemble.attached.content import AttachedFile

_KEYS = (("columns", "header", "表头"), ("rows", "行"))
_HINT = "表格应当一行一条，每条是格子的列表，第一条为表头，例如“- [单位, 案件数]”“- [区司法局, 12]”"


def read(file: AttachedFile) -> AttachedContent:
    """The table in the file.

    Raises:
        BadAttachmentError: there is none, or too large a one.
    """
    rows = _comma_separated(file.source().text) if ending(file.name) == ".csv" else _yaml(file)
    return AttachedContent((Table(rectangle(rows)),))


def _comma_separated(text: str) -> Sequence[Sequence[object]]:
    if text.count(",") + text.count("\n") > LIMITS.nodes:
        raise BadAttachmentError(f"表格超过 {LIMITS.nodes} 格，分成几个附件，或只留汇总的行")
    try:
        return list(csv.reader(io.StringIO(text, newline="")))
    except csv.Error:
        raise BadAttachmentError("不是完整的 .csv 表格\uff1a检查引号是否成对") from None


def _yaml(file: AttachedFile) -> Sequence[Sequence[object]]:
    found, findings = read_yaml(file.name, file.data)
    if found is None or findings:
        first = findings[0]
        raise BadAttachmentError(f"第 {first.span.line} 行：{first.message}")
    rows: Any = found.data
    if isinstance(rows, dict) and len(rows) == len(_KEYS):
        header, rows = (next((rows[name] for name in names if name in rows), None) for names in _KEYS)
        rows = [header, *rows] if isinstance(rows, list) else rows
    if isinstance(rows, list) and rows and all(isinstance(row, dict) for row in rows):
        header = list(dict.fromkeys(key for row in rows for key in row))
        rows = [header, *([row.get(key) for key in header] for row in rows)]
    if not isinstance(rows, list) or not all(isinstance(row, list) for row in rows):
        raise BadAttachmentError(_HINT)
    if any(isinstance(cell, dict | list) for row in rows for cell in row):
        raise BadAttachmentError("表格的格子里只能是文字或数字")
    return rows
