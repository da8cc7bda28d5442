"""Next year's project from last year's: the office's own report.yaml, moved on, and forms to go with it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import PurePath
from typing import TYPE_CHECKING, NamedTuple

from reportctl.assemble.entries import heading_of, paragraphs_of, point_of
from reportctl.errors import FileError, UsageError
from reportctl.model.files import load_submission
from reportctl.project.files import handed_in, read_inside
from reportctl.project.opening import REPORT, open_project
from reportctl.project.recovery import SUBMISSIONS
from reportctl.scaffold.contents import SCHEMA_LINE, contents
from reportctl.scaffold.forms import Past
from reportctl.scaffold.fresh import check_area, check_year
from reportctl.scaffold.moving import Move
from reportctl.scaffold.wording import scalar
from reportctl.text.marks import normalise, normalise_line

if TYPE_CHECKING:
    from pathlib import Path

    from reportctl.model.files import Submission
    from reportctl.model.submission import Item
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
    past, submissions = history(project)
    if new_year <= before:
        submissions = {}  # of the same year they would all be copies of themselves
    move.remember(LAST_YEAR if submissions else "", language)
    made = contents(move.text(SCHEMA_LINE), language, past)
    kept = {f"{LAST_YEAR}/{name}": data for name, data in submissions.items()}
    return replace(made, files={**made.files, **layout, **kept}, notes=tuple(move.notes))


class History(NamedTuple):
    """By department what its form carries over; by name within `submissions/` the files as handed in."""

    past: dict[str, Past]
    files: dict[str, bytes]


def history(project: Project) -> History:
    """Of every filled submission that can be read; of two of one department the first counts for its form."""
    found = History({}, {})
    for raw in handed_in(project.root):
        if raw.finding is not None:
            continue
        submission, _ = load_submission(raw.name, raw.data, project.roster)
        if submission is not None and submission.filled:
            found.files[raw.name.removeprefix(f"{SUBMISSIONS}/")] = raw.data
            if submission.name is not None:
                found.past.setdefault(submission.name, past_of(submission))
    return found


def past_of(submission: Submission) -> Past:
    """What the form of the year after a submission carries over."""
    return Past(submission.data.contact, tuple(filter(None, map(plan, submission.data.plans))))


def plan(item: Item) -> str:
    """A plan in one line, as the report would write it: 标题。正文, the points behind it."""
    heading = heading_of(normalise_line(item.heading))
    points = [point_of(normalise_line(point)) for point in item.points]
    return "".join([f"{heading}。" if heading else "", *paragraphs_of(normalise(item.text)), *points])


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
