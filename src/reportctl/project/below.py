"""Every project below a folder, for whoever runs many at once."""

from __future__ import annotations

import os
from pathlib import Path
from typing import NamedTuple

from reportctl.project.opening import REPORT
from reportctl.project.recovery import DEEPEST, SUBMISSIONS


class Below(NamedTuple):
    """The projects below a folder, by their path from there with `/`, and the folders that cannot be read."""

    projects: tuple[str, ...]
    closed: tuple[str, ...]


def projects_below(folder: Path) -> Below:
    """The projects in a folder and below, in the order of their paths: sorted by bytes of each name.

    None is looked for below a project, in hidden folders or behind links.
    """
    projects: list[str] = []
    closed: list[str] = []
    waiting = [("", 0)]
    while waiting:
        shown, depth = waiting.pop()
        place = folder / shown
        try:
            with os.scandir(place) as found:
                entries = sorted(found, key=lambda entry: os.fsencode(entry.name), reverse=True)
        except OSError:
            closed.append(shown or ".")
            continue
        if any(entry.name == REPORT for entry in entries):
            projects.append(shown or ".")
        elif depth < DEEPEST:
            # the last is taken first: hence the order from behind
            waiting += [
                (f"{shown}/{entry.name}" if shown else entry.name, depth + 1)
                for entry in entries
                if not entry.name.startswith(".") and entry.is_dir(follow_symlinks=False)
            ]
    return Below(tuple(projects), tuple(closed))


def work_in(project: Path) -> int:
    """How much there is to read in a project's submissions, in bytes: the largest is begun first."""
    total = 0
    waiting = [project / SUBMISSIONS]
    while waiting:
        try:
            with os.scandir(waiting.pop()) as found:
                for entry in found:
                    if entry.is_dir(follow_symlinks=False):
                        waiting.append(Path(entry.path))
                    else:
                        total += entry.stat(follow_symlinks=False).st_size
        except OSError:
            continue  # the run itself says what is wrong with it
    return total
