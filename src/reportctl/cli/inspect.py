"""`reportctl inspect`: where any .docx leaves the official format, ours or not."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, NamedTuple

import typer

from reportctl.cli import console
from reportctl.cli.reports import ReportFormat, Result, write
from reportctl.cli.result import tally
from reportctl.cli.text_or_json import TextOrJson
from reportctl.errors import ExitCode, FileError
from reportctl.findings import Severity
from reportctl.inspect import Inspection, inspect, unreadable
from reportctl.layout import DEFAULT, load, shipped
from reportctl.project.recovery import recover_beside

if TYPE_CHECKING:
    from reportctl.findings import Finding
    from reportctl.layout import Layout


class CheckedDocument(NamedTuple):
    """One file and what came of it: an inspection, or the reason why there is none."""

    file: str
    inspection: Inspection | None = None
    refused: Finding | None = None

    @property
    def findings(self) -> tuple[Finding, ...]:
        """The deviations as findings, or the refusal."""
        if self.inspection is None:
            return () if self.refused is None else (self.refused,)
        return tuple(deviation.finding(self.file) for deviation in self.inspection.deviations)

    def as_dicts(self) -> list[dict[str, Any]]:
        """The same as JSON objects."""
        if self.inspection is None:
            return [finding.as_dict() for finding in self.findings]
        return [deviation.as_dict(self.file) for deviation in self.inspection.deviations]


def command(
    files: Annotated[
        list[Path],
        # a file that may not be read is refused like any other that cannot be, and the others are judged
        typer.Argument(metavar="FILE...", help="要检查的 .docx 文件，可以有几个", readable=False),
    ],
    layout: Annotated[
        str,
        typer.Option(
            "--layout",
            metavar="NAME",
            help="按哪个版面检查（默认自动辨认 gb9704 或 gb33476）",
            autocompletion=shipped,
        ),
    ] = "",
    output: Annotated[TextOrJson, typer.Option("--format", help="输出格式：text 或 json")] = TextOrJson.TEXT,
) -> int:
    """检查公文格式：任何 .docx 与 GB/T 9704-2012 不一致的地方。"""
    names = [layout] if layout else [DEFAULT, *(name for name in shipped() if name != DEFAULT)]
    layouts = tuple(load(name, Path()) for name in names)
    recover_beside(files)
    documents = [_check(path, layouts) for path in files]
    if output is TextOrJson.JSON:
        console.json(_tree(documents))
    for document in documents:
        if output is TextOrJson.TEXT:
            write(Result(document.findings), ReportFormat.TEXT)
        console.talk(_summary(document))
    if any(document.inspection is None for document in documents):
        return ExitCode.IO
    failed = any(document.inspection is not None and document.inspection.failed for document in documents)
    return ExitCode.FINDINGS if failed else ExitCode.OK


def _check(path: Path, layouts: tuple[Layout, ...]) -> CheckedDocument:
    """A file that cannot be read must not keep the others from being judged."""
    file = path.as_posix()
    try:
        return CheckedDocument(file, inspect(path, layouts))
    except FileError as error:
        return CheckedDocument(file, refused=unreadable(error, file))


def _summary(document: CheckedDocument) -> str:
    if document.inspection is None:
        return f"{document.file}：没有检查"
    counts = Counter(deviation.severity for deviation in document.inspection.deviations)
    by = f"{document.file}：按“{document.inspection.profile_title}”检查"
    if not counts:
        return f"{by}，没有发现问题"
    return (
        f"{by}，{counts[Severity.ERROR]} 处不合规定，{counts[Severity.WARNING]} 处与一般要求不同，"
        f"{counts[Severity.NOTE]} 处提示"
    )


def _tree(documents: list[CheckedDocument]) -> dict[str, Any]:
    return {
        "version": 1,
        "summary": {
            **tally(finding for document in documents for finding in document.findings),
            "documents": len(documents),
            "refused": [document.file for document in documents if document.inspection is None],
        },
        "documents": [
            document.inspection.as_dict(document.file)
            for document in documents
            if document.inspection is not None
        ],
        "findings": [found for document in documents for found in document.as_dicts()],
    }
