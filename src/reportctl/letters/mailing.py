"""The main job of reminding on one page: who owes what → letters → files, those outdated taken away."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from reportctl.collect.received import file_stems
from reportctl.letters.delivering import Delivered, bytes_of, deliver
from reportctl.letters.feedback import feed_back
from reportctl.letters.paper import sender_of, written
from reportctl.letters.reminding import ReminderKind, named, reminders
from reportctl.letters.urging import urge

if TYPE_CHECKING:
    import datetime as dt
    from pathlib import Path

    from reportctl.collect.ledger import Ledger
    from reportctl.document import Document
    from reportctl.letters.paper import Sender
    from reportctl.letters.reminding import Reminder, ReminderWish
    from reportctl.project.building import Checked
    from reportctl.render.formats import Format

REMINDERS = "reminders"
"""The project's folder of 催报 and 反馈."""


class LetterOrder(NamedTuple):
    """How letters are to be written: in which formats, of which date, into which folder."""

    formats: tuple[Format, ...]
    date: dt.date | None = None
    folder: Path | None = None


class Mailed(NamedTuple):
    """The reminders with their files, and what became of these."""

    reminders: tuple[tuple[Reminder, tuple[Path, ...]], ...]
    delivered: Delivered


def remind(
    checked: Checked, ledger: Ledger, wish: ReminderWish, order: LetterOrder, today: dt.date
) -> Mailed:
    """Write a letter to each department that owes something as of `today`.

    Letters of earlier runs to the same departments that nobody changed and that this run does not write go:
    what lies in the folder is what is to be sent.

    Raises:
        UsageError: the roster does not know a department, or the folder is for submissions.
        ProjectError: report.yaml has a fault under `notice`.
        FileError: a letter cannot be written; then none has been.
        LockedError: another run is writing there.
    """
    project = checked.project
    folder = (order.folder or project.root / REMINDERS).absolute()
    sender = sender_of(project.report)
    stems = file_stems(project.roster.rank)
    files: dict[Path, bytes] = {}
    mailed = []
    for reminder in reminders(checked, ledger, wish, today):
        paths = []
        for row in order.formats:
            path = folder / _name(stems[reminder.department], reminder.kind, row.suffix)
            document = _letter(checked, reminder, sender, order.date, paged=row.paged)
            files[path] = bytes_of(document, checked.layout, row)
            paths.append(path)
        mailed.append((reminder, tuple(paths)))
    asked = {stems[name] for name in named(checked, wish.departments)}
    outdated = {
        folder / _name(stem, kind, suffix) for stem in asked for kind in ReminderKind for suffix in _ENDINGS
    }
    return Mailed(tuple(mailed), deliver(project, files, outdated))


_ENDINGS = (".docx", ".txt")


def _letter(
    checked: Checked, reminder: Reminder, sender: Sender, date: dt.date | None, *, paged: bool
) -> Document:
    report = checked.project.report
    year = report.report.year
    if reminder.kind is ReminderKind.URGE:
        letter = urge(reminder, year, sender, date)
    else:
        letter = feed_back(reminder, year, sender, tabular=paged)
    return written(letter, sender, report, date)


def _name(stem: str, kind: ReminderKind, suffix: str) -> str:
    return f"{stem}-{kind.chinese}{suffix}"
