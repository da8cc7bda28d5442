"""Next year's project from last year's: the office's own report.yaml, moved on, and forms to go with it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import PurePath
from typing import TYPE_CHECKING

from reportctl.errors import FileError, UsageError
from reportctl.project.files import read_inside
from reportctl.project.opening import REPORT, open_project
from reportctl.scaffold.contents import SCHEMA_LINE, contents
from reportctl.scaffold.fresh import check_area, check_year
from reportctl.scaffold.history import history
from reportctl.scaffold.moving import Move
from reportctl.scaffold.scalars import scalar

if TYPE_CHECKING:
    from pathlib import Path

    from reportctl.project.opening import Project
    from reportctl.scaffold.contents import Contents
    from reportctl.scaffold.wording import Language

LAST_YEAR = "last-year"
"""The new project's folder for what was handed in last year, so that it goes wherever the project goes."""


def carry(
    folder: Path, year: int | None = None, area: str | None = None, language: Language | None = None
) -> Contents:
    """The project in `folder`, moved on to `year` (the next one by default).

    Keys stay in the language that report.yaml has, unless another is asked for.

    Raises:
        UsageError: there is no project, or there can be no report of such a year or area.
        ProjectError: last year's report.yaml has an error.
        FileError: a file cannot be read.
    """
    if not (folder / REPORT).exists():
        raise UsageError(f"{folder} 里没有 {REPORT}", hint="--from 后面写上年项目的文件夹")
    project = open_project(folder)
    before = project.report.report.year
    new_year = check_year(year or before + 1)
    move = Move(project.report, new_year)
    if area is not None:
        move.rename(scalar(check_area(area)))
    language = move.spell(language)
    layout = _layout(project, move.notes)
    if project.edits is not None:
        move.notes.append("上年统稿的取舍（edits.yaml）没有带过来")
    past, handed_in = history(project)
    if new_year <= before:
        handed_in = {}  # of the same year they would all be copies of themselves
    move.remember(LAST_YEAR if handed_in else "", language)
    made = contents(move.text(SCHEMA_LINE), language, past)
    kept = {f"{LAST_YEAR}/{name}": data for name, data in handed_in.items()}
    return replace(made, files={**made.files, **layout, **kept}, notes=tuple(move.notes))


def _layout(project: Project, notes: list[str]) -> dict[str, bytes]:
    """The office's own layout, where it lies in the project."""
    name = project.report.report.layout
    path = PurePath(name)
    if path.suffix not in {".yaml", ".yml"}:
        return {}
    try:
        if ".." not in path.parts and not path.is_absolute():
            return {path.as_posix(): read_inside(project.root, name)}
    except FileError:
        pass
    notes.append(f"版面文件 {name} 不在上年的项目里，没有带过来")
    return {}
