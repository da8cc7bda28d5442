"""`reportctl notice`: the 通知 that asks the departments for their material."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from reportctl.cli import console
from reportctl.cli.letters import Docx, Text, chosen, tell_left
from reportctl.errors import ExitCode
from reportctl.letters.delivering import bytes_of, deliver
from reportctl.letters.notice import write_notice
from reportctl.project.opening import open_layout, open_project
from reportctl.project.output import check_named, names_a_file
from reportctl.project.recovery import OUTPUT


def command(
    docx: Docx = False,
    text: Text = False,
    output: Annotated[
        Path | None,
        typer.Option(
            "-o", "--output", metavar="PATH", readable=False, help="写到这个文件或文件夹（默认 output）"
        ),
    ] = None,
) -> int:
    """报送通知：写明报送内容、期限和联系人，附报送提纲和填报表清单。"""
    formats = chosen(docx=docx, text=text)
    check_named(formats, output)
    project = open_project(console.settings.folder)
    notice, layout = write_notice(project.report), open_layout(project)
    folder = output or project.root / OUTPUT
    stem = notice.document.title
    paths = (
        [folder]
        if output is not None and names_a_file(output)
        else [folder / f"{stem}{row.suffix}" for row in formats]
    )
    files = {path: bytes_of(notice.document, layout, row) for path, row in zip(paths, formats, strict=True)}
    delivered = deliver(project, files)
    console.settings.done = True
    for path in delivered.written:
        console.path(path)
    tell_left(delivered)
    for gap in notice.gaps:
        console.talk(f"请补上\uff1a{gap}")
    return ExitCode.OK
