"""What departments handed in last year, as far as this year's project carries it over."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from reportctl.assemble.entries import heading_of, paragraphs_of, point_of
from reportctl.model.files import load_submission
from reportctl.project.files import SUBMISSIONS, handed_in
from reportctl.scaffold.forms import Past
from reportctl.text.marks import normalise, normalise_line

if TYPE_CHECKING:
    from reportctl.model.submission import Item
    from reportctl.project.opening import Project


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
                plans = tuple(filter(None, map(plan, submission.data.plans)))
                found.past.setdefault(submission.name, Past(submission.data.contact, plans))
    return found


def plan(item: Item) -> str:
    """A plan in one line, as the report would write it: 标题。正文, the points behind it."""
    heading = heading_of(normalise_line(item.heading))
    points = [point_of(normalise_line(point)) for point in item.points]
    return "".join([f"{heading}。" if heading else "", *paragraphs_of(normalise(item.text)), *points])
