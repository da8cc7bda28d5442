"""What a rule may look at beside the texts: the report, the roster, all submissions, the lists of words."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from reportctl.model.report import LengthLimits
from reportctl.rules.data import Data, shipped

if TYPE_CHECKING:
    from reportctl.document import Document
    from reportctl.model.files import ReportFile, Submission
    from reportctl.model.roster import Roster

_DEFAULTS = LengthLimits()


@dataclass(frozen=True, slots=True)
class Context:
    """The whole project. `received` holds every submission that could be read, in the order of its path.

    `broken` names the departments whose file could not be read, `last_year` is what was handed in the year
    before, where the project has it. Without a project (a department checks its
    file alone) there is neither a report nor a roster.
    """

    report: ReportFile | None = None
    roster: Roster | None = None
    received: tuple[Submission, ...] = ()
    broken: frozenset[str] = frozenset()
    document: Document | None = None
    last_year: tuple[Submission, ...] = ()
    data: Data = field(default_factory=shipped)

    @property
    def year(self) -> int | None:
        """The year that is reported on."""
        return None if self.report is None else self.report.report.year

    @property
    def silent(self) -> frozenset[str]:
        """The codes of the rules that report.yaml silences altogether."""
        return frozenset() if self.report is None else self.report.report.rules.silent

    @property
    def limits(self) -> LengthLimits:
        """How long things may be."""
        return _DEFAULTS if self.report is None else self.report.report.rules.limits
