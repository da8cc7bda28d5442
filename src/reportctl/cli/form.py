"""`reportctl form`: a form for each department, to be filled in with Word or a browser."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from reportctl.cli import console
from reportctl.cli.departments import complete_department
from reportctl.collect.handing_out import FormFormat, hand_out
from reportctl.errors import ExitCode
from reportctl.project.opening import open_project

_DEFAULT = [FormFormat.DOCX, FormFormat.HTML]
"""A clerk takes the one that suits."""


def command(
    departments: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[DEPARTMENT]...",
            help="只做这些部门的，全称、简称都行（默认全部）",
            autocompletion=complete_department,
        ),
    ] = None,
    docx: Annotated[bool, typer.Option("--docx", help="Word 表单（默认）")] = False,
    html: Annotated[bool, typer.Option("--html", help="网页表单，用浏览器填，不用联网（默认）")] = False,
    yaml: Annotated[bool, typer.Option("--yaml", help="YAML 表单，用记事本填")] = False,
    output: Annotated[
        Path | None,
        typer.Option("-o", "--output", metavar="DIR", readable=False, help="写到这个文件夹（默认 forms）"),
    ] = None,
) -> int:
    """部门表单：每个部门一张，用 Word 或浏览器填；提纲改了可以重做，填过的不动。"""
    wanted = {FormFormat.DOCX: docx, FormFormat.HTML: html, FormFormat.YAML: yaml}
    formats = [given for given, asked in wanted.items() if asked] or _DEFAULT
    made = hand_out(open_project(console.settings.folder), departments or (), formats, output)
    for path in made.ready:
        console.path(path)
    for path in made.kept:
        console.talk(f"警告\uff1a{path} 填过或改过，没有动它\uff1b要重做的，先把它移走")
    kept = f"\uff0c留着 {len(made.kept)} 个没有动" if made.kept else ""
    departments_made = len({path.stem for path in made.ready})
    console.talk(f"做好 {departments_made} 个部门的表单\uff0c共 {len(made.ready)} 个文件{kept}")
    return ExitCode.OK
