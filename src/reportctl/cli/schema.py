"""`reportctl schema`: the JSON Schema that editors use to complete and check what is typed."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from reportctl.cli import console
from reportctl.errors import ExitCode
from reportctl.model.schema import json_schema


class SchemaName(StrEnum):
    """Which file the schema is of."""

    REPORT = "report"
    EDITS = "edits"
    SUBMISSION = "submission"


def command(
    name: Annotated[
        SchemaName, typer.Argument(metavar="report|edits|submission", help="report、edits 或 submission")
    ],
) -> int:
    """打印 report.yaml、edits.yaml 或部门材料的 JSON Schema，供编辑器提示和检查。"""
    console.json(json_schema(name.value), indent=2)
    return ExitCode.OK
