"""Final decisions that departments have overtaken by handing in anew, and what is certain of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from reportctl.document import Form
from reportctl.model.files import load_edits
from reportctl.project.building import merge
from reportctl.project.opening import EDITS
from reportctl.project.submissions import read_submissions
from reportctl.review.editsfile import Edits, new_text
from reportctl.review.planning import EditsPlan, existing

if TYPE_CHECKING:
    from collections.abc import Mapping

    from reportctl.assemble.staleness import StaleDecision
    from reportctl.project.opening import Project


class Refreshing(NamedTuple):
    """The stale decisions; `proposed` are those of them, by number, that `--refresh` writes anew.

    `text` is edits.yaml with the proposals written, None where there are none. `people` tells by number who
    wanted a decision, "" where it does not say.
    """

    stale: tuple[StaleDecision, ...] = ()
    proposed: frozenset[int] = frozenset()
    text: str | None = None
    people: Mapping[int, str] = {}

    @property
    def left(self) -> tuple[StaleDecision, ...]:
        """Those that a person has to settle."""
        return tuple(stale for stale in self.stale if stale.number not in self.proposed)


def refreshing(project: Project, edits: Edits, text: str | None) -> Refreshing:
    """What has gone stale in edits.yaml, or in the text that it is about to get.

    Proposals are written for what `reconcile` wrote; a person's own decisions are only told.

    Raises:
        FileError: what would be written does not read as it should.
    """
    data = edits.data if text is None else edits.encoding.bytes(text)
    file, _ = load_edits(EDITS, data) if data else (None, ())
    if file is None or not file.finals:
        return Refreshing()
    form = Form(project.report.report.form)
    assembly = merge(project._replace(edits=file), read_submissions(project), form, draft=True)
    there = {old.number: old for old in existing(file)}
    replaced = {}
    for stale in assembly.stale:
        old = there[stale.number]
        if stale.proposal is not None and old.ours:
            words = {"text": stale.proposal} if stale.proposal else {}
            replaced[stale.number] = {**old.entry, "was": stale.was, **words}
    found = Edits(data, edits.text if text is None else text, edits.encoding, file)
    made = EditsPlan(dict(replaced), [], {}, frozenset())
    people = {number: str(old.entry.get("by", "")) for number, old in there.items()}
    return Refreshing(assembly.stale, frozenset(replaced), new_text(project, found, made), people)
