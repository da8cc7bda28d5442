"""What one file turned out to be: a submission to be stored, a blank form, or something to put aside."""

from __future__ import annotations

import hashlib
from collections import Counter
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

from reportctl.findings import Severity, Span
from reportctl.text.jsontext import dumps
from reportctl.text.marks import normalise

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from reportctl.collect.arrival import Arrival
    from reportctl.collect.fates import ReadingRemark
    from reportctl.collect.ledger import HandInState
    from reportctl.findings import Finding
    from reportctl.model.files import Submission

_WORDS = {Severity.ERROR: "个错误", Severity.WARNING: "个警告"}


@dataclass(frozen=True, slots=True)
class HandIn:
    """A file that was read, before it is stored.

    `department` is its name on the roster, "" for none. `remarks` are what reading it gave. Of one to be
    stored, `data` is the submission, `digest` that of what it says (`digest_of`), `findings` what checking it
    gave, at `target`; `counts` says how many items it has. `from_page` says that the form on a page saved it.
    """

    arrival: Arrival
    state: HandInState
    department: str = ""
    remarks: tuple[ReadingRemark, ...] = ()
    data: bytes = b""
    digest: str = ""
    findings: tuple[Finding, ...] = ()
    target: str = ""
    counts: str = ""
    from_page: bool = False

    @property
    def is_typed_yaml(self) -> bool:
        """Whether its sender typed YAML and knows its lines and keys."""
        return self.data == self.arrival.data and not self.from_page

    def remarked(self, file: str) -> Iterator[Finding]:
        """The remarks as findings in the original, `file`."""
        for remark in self.remarks:
            yield remark.finding(Span(file), self.department or None)

    def found(self, file: str, target: str) -> tuple[Finding, ...]:
        """All that was found: in the original, which lies at `file`, and in the submission at `target`."""
        moved = (
            finding._replace(
                span=finding.span._replace(file=target),
                related=tuple(
                    related._replace(span=related.span._replace(file=related.span.file or file))
                    for related in finding.related
                ),
            )
            for finding in self.findings
        )
        return (*self.remarked(file), *moved)


def digest_of(submission: Submission) -> str:
    """The digest of what a submission says, however it is typed: mending its marks does not change it."""
    if submission.damaged:  # what could not be read says something, too
        return hashlib.sha256(submission.source.utf8).hexdigest()
    said = [_said(asdict(submission.data)), sorted(submission.nothing)]
    return hashlib.sha256(dumps(said, indent=None).encode()).hexdigest()


def tally_words(findings: Iterable[Finding]) -> str:
    """How many errors and warnings there are, in words."""
    counts = Counter(finding.severity for finding in findings)
    told = [f"{counts[severity]} {words}" for severity, words in _WORDS.items() if counts[severity]]
    return "、".join(told) or "没有问题"


def _said(value: Any) -> Any:
    """A tree of data with its texts normalised and its numbers as text."""
    if isinstance(value, dict):
        return {str(key): _said(inner) for key, inner in value.items()}
    if isinstance(value, list | tuple):
        return [_said(inner) for inner in value]
    return normalise(value).strip() if isinstance(value, str) else str(value)
