"""What departments handed in last year, as far as this year's forms carry it over."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportctl.assemble.entries import heading_of, paragraphs_of, point_of
from reportctl.project.checking import read_submissions
from reportctl.scaffold.forms import Past
from reportctl.text.marks import normalise

if TYPE_CHECKING:
    from reportctl.model.submission import Item
    from reportctl.project.opening import Project


def history(project: Project) -> dict[str, Past]:
    """By department, its contact and its plans; of two submissions of one department the first counts."""
    past: dict[str, Past] = {}
    for received in read_submissions(project).received:
        submission = received.file.submission
        if received.name is not None and received.filled:
            plans = tuple(filter(None, map(plan, submission.plans)))
            past.setdefault(received.name, Past(submission.contact, plans))
    return past


def plan(item: Item) -> str:
    """A plan in one line, as the report would write it: 标题。正文, the points behind it."""
    heading = heading_of(normalise(item.heading))
    points = [point_of(normalise(point)) for point in item.points]
    return "".join([f"{heading}。" if heading else "", *paragraphs_of(normalise(item.text)), *points])
