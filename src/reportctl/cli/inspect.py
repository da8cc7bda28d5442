"""`reportctl inspect`: where any .docx leaves the official format, ours or not."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, NamedTuple

import typer

from reportctl.cli import console
from reportctl.cli.codes import Ignore, Select
from reportctl.cli.reports import FORMAT_HELP, Choice, ReportFormat, Result, write
from reportctl.cli.result import tally
from reportctl.errors import ExitCode, FileError
from reportctl.findings import Severity
from reportctl.inspect import Inspection, inspect, unreadable
from reportctl.layout import DEFAULT, load, shipped
from reportctl.project.recovery import recover_beside
from reportctl.project.rulebook import manual
from reportctl.project.wording import check_words

if TYPE_CHECKING:
    from reportctl.findings import Finding
    from reportctl.layout import Layout


class CheckedDocument(NamedTuple):
    """One file and what came of it: an inspection and what is wrong with the words, or why there is none."""

    file: str
    inspection: Inspection | None = None
    refused: Finding | None = None
    words: tuple[Finding, ...] = ()

    @property
    def findings(self) -> tuple[Finding, ...]:
        """The deviations as findings, what was found in the words, or the refusal."""
        if self.inspection is None:
            return () if self.refused is None else (self.refused,)
        return (*(deviation.finding(self.file) for deviation in self.inspection.deviations), *self.words)

    def as_dicts(self) -> list[dict[str, Any]]:
        """The same as JSON objects."""
        if self.inspection is None:
            return [finding.as_dict() for finding in self.findings]
        deviations = [deviation.as_dict(self.file) for deviation in self.inspection.deviations]
        return [*deviations, *({**word.as_dict(), "paragraph": word.span.line} for word in self.words)]

    def chosen(self, choice: Choice) -> CheckedDocument:
        """The same with only the findings that are wanted; a refusal is told to everybody."""
        if self.inspection is None:
            return self
        deviations = tuple(
            deviation
            for deviation in self.inspection.deviations
            if choice.takes(deviation.finding(self.file))
        )
        words = tuple(filter(choice.takes, self.words))
        return self._replace(inspection=replace(self.inspection, deviations=deviations), words=words)


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
    select: Select = "",
    ignore: Ignore = "",
    output: Annotated[ReportFormat, typer.Option("--format", help=FORMAT_HELP)] = ReportFormat.TEXT,
) -> int:
    """检查公文格式：任何 .docx 与 GB/T 9704-2012 不一致的地方。"""
    choice = Choice.of(select, ignore, manual())
    names = [layout] if layout else [DEFAULT, *(name for name in shipped() if name != DEFAULT)]
    layouts = tuple(load(name, Path()) for name in names)
    recover_beside(files)
    documents = [_check(path, layouts).chosen(choice) for path in files]
    if output is ReportFormat.JSON:
        console.json(_tree(documents))
    elif output is not ReportFormat.TEXT:
        write(Result(tuple(finding for document in documents for finding in document.findings)), output)
    for document in documents:
        if output is ReportFormat.TEXT:
            write(Result(document.findings), output)
        console.talk(_summary(document))
    if any(document.inspection is not None for document in documents):
        console.talk("印章、签名、纸张、印制和装订\uff0c程序看不到\uff0c请人核对")
    if any(document.inspection is None for document in documents):
        return ExitCode.IO
    failed = any(document.inspection is not None and document.inspection.failed for document in documents)
    return ExitCode.FINDINGS if failed else ExitCode.OK


def _check(path: Path, layouts: tuple[Layout, ...]) -> CheckedDocument:
    """A file that cannot be read must not keep the others from being judged."""
    file = path.as_posix()
    try:
        inspection = inspect(path, layouts)
        return CheckedDocument(file, inspection, words=check_words(inspection, file))
    except FileError as error:
        return CheckedDocument(file, refused=unreadable(error, file))


def _summary(document: CheckedDocument) -> str:
    if document.inspection is None:
        return f"{document.file}：没有检查"
    counts = Counter(deviation.severity for deviation in document.inspection.deviations)
    by = f"{document.file}：按“{document.inspection.profile_title}”检查"
    left = "、".join(document.inspection.unjudged)
    unjudged = f"；没有判断{left}" if left else ""
    words = f"，文字上有 {len(document.words)} 处要看" if document.words else ""
    if not counts:
        return f"{by}，{'格式' if words else ''}没有发现问题{words}{unjudged}"
    return (
        f"{by}，{counts[Severity.ERROR]} 处不合规定，{counts[Severity.WARNING]} 处与一般要求不同，"
        f"{counts[Severity.NOTE]} 处提示{words}{unjudged}"
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
