"""The files of a project as models that know where everything in them stands.

A file keeps its text and its model. Where things stand is a pure function of the text: it is read again when
a finding asks for a place, for a project has thousands of files, and findings stand in few of them.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple

from reportctl.findings import Span
from reportctl.model.edits import Edit
from reportctl.model.finals import FinalDecision
from reportctl.model.keys import EDIT, FINAL, REPORT, SUBMISSION, names
from reportctl.model.loading import ItemShape, Loaded, load_list, load_mapping
from reportctl.model.nothing import without_nothing
from reportctl.model.report import Report
from reportctl.model.submission import PARTS, SplitLine, SubmissionData
from reportctl.model.validators import validator
from reportctl.sources import Limits, Source, YamlFile
from reportctl.sources.decode import decode
from reportctl.sources.events import Branch
from reportctl.sources.offsets import sole_place
from reportctl.sources.typing_errors import explain_misread
from reportctl.sources.yamlfile import parsed

if TYPE_CHECKING:
    from collections.abc import Mapping

    from reportctl.findings import Finding
    from reportctl.model.report import Department
    from reportctl.model.roster import Roster
    from reportctl.sources import Path

Places = dict[str, list[int]]
"""By part, line and column of each item, in a row."""

REPORT_KEYS, SUBMISSION_KEYS, EDIT_KEYS = names(REPORT), names(SUBMISSION), names(EDIT, FINAL)
"""All names that may stand as keys in each kind of file, of either language."""
_OF_FINALS = frozenset(name for key in ("at", "add") for name in (key, FINAL.names[key]))
"""The keys that make an item of edits.yaml a final decision."""
KEPT = 8
"""How many files are kept as read: what is found in so many of them at once reads none again."""
_LIMITS = Limits()
_REPORT_LIMITS = Limits(size=32 * 2**20, nodes=2_000_000)


class PlacedFile:
    """A file that knows where its values stand, by paths of English keys such as `("plans", 0, "text")`."""

    __slots__ = ()

    source: Source

    @property
    def yaml(self) -> YamlFile:
        """Data and positions, with English keys."""
        raise NotImplementedError

    def span(self, path: Path) -> Span:
        """Where the value at `path` stands, or the nearest thing around it."""
        return self.yaml.span(path)

    def start_span(self, path: Path) -> Span:
        """The first key of the mapping at `path`, or the value's first line: where a lack is reported."""
        return self.yaml.start_span(path)

    def key_span(self, path: Path) -> Span:
        """Where the key that `path` ends with is written; an item of a list stands for itself."""
        return self.yaml.key_span(path)

    def inner(self, path: Path, start: int, end: int) -> tuple[int, int]:
        """Where the characters `start` to `end` of the text at `path` stand, as offsets into the file."""
        return self.yaml.inner(path, start, end)

    def inner_span(self, path: Path, start: int, end: int) -> Span:
        """As `inner`, as a span."""
        return self.source.span(*self.inner(path, start, end))


@dataclass(frozen=True, slots=True, eq=False)
class ReportFile(PlacedFile):
    """report.yaml: its text and its model."""

    source: Source
    report: Report

    @property
    def yaml(self) -> YamlFile:
        """Data and positions, with English keys."""
        loaded, _ = _read_report(self.source)
        assert loaded is not None  # noqa: S101 - the same text has been read before
        return loaded.file


@dataclass(frozen=True, slots=True, eq=False)
class EditsFile(PlacedFile):
    """edits.yaml: each edit and each final decision with its index in the file."""

    source: Source
    edits: tuple[tuple[int, Edit], ...]
    finals: tuple[tuple[int, FinalDecision], ...] = ()

    @property
    def yaml(self) -> YamlFile:
        """Data and positions, with English keys."""
        listed, _ = _read_edits(self.source)
        assert listed is not None  # noqa: S101 - the same text has been read before
        return listed.file


@dataclass(frozen=True, slots=True, eq=False)
class Submission(PlacedFile):
    """What one department handed in, and the department that the roster knows it by.

    `nothing` are the parts that say 无, `damaged` the parts and items (part and index) of which something was
    left out as unsound. `rank` is the department's place on the roster, behind all others where the roster
    does not know it. `filled` is False for a form in which nothing has been written yet: its items are there,
    and blank.
    """

    source: Source
    data: SubmissionData
    nothing: frozenset[str]
    damaged: frozenset[Path]
    places: Places
    department: Department | None
    rank: int
    filled: bool

    @property
    def name(self) -> str | None:
        """The department's name on the roster."""
        return None if self.department is None else self.department.name.strip()

    @property
    def yaml(self) -> YamlFile:
        """Data and positions, with English keys."""
        loaded, _, _ = _read_submission(self.source)
        assert loaded is not None  # noqa: S101 - the same text has been read before
        return loaded.file

    def span(self, path: Path) -> Span:
        """Where the value at `path` stands; the heading or text of a one-string item is a part of it."""
        line = self._line(path[:-1])
        if line is None:
            return self.yaml.span(path)
        length = len(line["text"]) if path[-1] == "text" else len(line["heading"])
        return self.inner_span(path, 0, length)

    def inner(self, path: Path, start: int, end: int) -> tuple[int, int]:
        """Where the characters `start` to `end` of the text at `path` stand, as offsets into the file.

        `path` may lead to the heading or text of an item that was written as one string.
        """
        line = self._line(path[:-1])
        if line is not None:
            shift = line.text_start if path[-1] == "text" else 0
            return self.yaml.inner_of(path[:-1], line.line, start + shift, end + shift)
        return self.yaml.inner(path, start, end)

    def place(self, part: str, index: int) -> tuple[int, int]:
        """Line and column where an item begins: known without reading the text again."""
        row = self.places[part]
        return row[2 * index], row[2 * index + 1]

    def item_span(self, part: str, index: int) -> Span:
        """As `place`, as a span."""
        line, column = self.place(part, index)
        return Span(self.source.name, line, column, line, column)

    def start_of(self, path: Path, text: str) -> Span:
        """The first character of a long text of an item: most are found without reading the file again."""
        line, _ = self.place(str(path[0]), int(path[1]))
        starts = (*self.source.starts, len(self.source.text))
        later = (other for row in self.places.values() for other in row[::2] if other > line)
        last = starts[min(later, default=len(starts)) - 1]
        at = sole_place(self.source.text, starts[line - 1], last, text)
        return self.inner_span(path, 0, 1) if at is None else self.source.span(at, at + 1)

    def _line(self, path: Path) -> SplitLine | None:
        value: Any = self.yaml.data
        for step in path:
            try:
                value = value[step]
            except (KeyError, IndexError, TypeError):
                return None
        return value if isinstance(value, SplitLine) else None


def load_report(name: str, data: bytes) -> tuple[ReportFile | None, tuple[Finding, ...]]:
    """report.yaml from its bytes, or None, and what is wrong with it."""
    source, findings = decode(name, data, limit=_REPORT_LIMITS.size)
    if source is None:
        return None, findings
    loaded, more = _read_report(source)
    report = ReportFile(source, loaded.model) if loaded is not None and loaded.model is not None else None
    return report, (*findings, *more)


def load_submission(
    name: str, data: bytes, roster: Roster | None = None
) -> tuple[Submission | None, tuple[Finding, ...]]:
    """A submission from its bytes, or None where nothing of it can be used, and what is wrong with it."""
    source, findings = decode(name, data, limit=_LIMITS.size)
    if source is None:
        return None, findings
    loaded, nothing, more = _read_submission(source)
    findings = (*findings, *more)
    if loaded is None or loaded.model is None:
        return None, findings
    model: SubmissionData = loaded.model
    department = roster.find(model.department) if roster is not None else None
    damaged = frozenset(path[:2] for path in loaded.damaged)
    submission = Submission(
        source=source,
        data=model,
        nothing=nothing,
        damaged=damaged,
        places=_places(loaded.file),
        department=department,
        rank=roster.rank_of(department) if roster is not None else 0,
        filled=bool(nothing or damaged) or model.filled,
    )
    return submission, findings


def load_edits(name: str, data: bytes) -> tuple[EditsFile | None, tuple[Finding, ...]]:
    """edits.yaml from its bytes; what is wrong with it stands in the findings."""
    source, findings = decode(name, data, limit=_REPORT_LIMITS.size)
    if source is None:
        return None, findings
    listed, more = _read_edits(source)
    findings = (*findings, *more)
    if listed is None:
        return None, findings
    edits = tuple((index, model) for index, model in listed.models if isinstance(model, Edit))
    finals = tuple((index, model) for index, model in listed.models if isinstance(model, FinalDecision))
    return EditsFile(source, edits, finals), findings


class _Listed(NamedTuple):
    """A file that is one list, with the models of its items."""

    file: YamlFile
    models: tuple[tuple[int, Edit | FinalDecision], ...]


@lru_cache(maxsize=1)
def _read_report(source: Source) -> tuple[Loaded | None, tuple[Finding, ...]]:
    file, findings = parsed(source, _REPORT_LIMITS, REPORT_KEYS)
    if file is None:
        return None, findings
    loaded = load_mapping(file, REPORT, validator(Report))
    return loaded, explain_misread(source, REPORT_KEYS, (*findings, *loaded.findings))


@lru_cache(maxsize=KEPT)
def _read_submission(source: Source) -> tuple[Loaded | None, frozenset[str], tuple[Finding, ...]]:
    """The model and the positions of a submission, the parts that say 无, and what is wrong with it."""
    file, findings = parsed(source, _LIMITS, SUBMISSION_KEYS)
    if file is None:
        return None, frozenset(), findings
    file, nothing = without_nothing(file)
    loaded = load_mapping(file, SUBMISSION, validator(SubmissionData))
    return loaded, nothing, explain_misread(source, SUBMISSION_KEYS, (*findings, *loaded.findings))


@lru_cache(maxsize=1)
def _read_edits(source: Source) -> tuple[_Listed | None, tuple[Finding, ...]]:
    file, findings = parsed(source, _REPORT_LIMITS, EDIT_KEYS)
    if file is None:
        return None, findings
    file, models, more = load_list(file, _decision_shape)
    return _Listed(file, models), explain_misread(source, EDIT_KEYS, (*findings, *more))


def _decision_shape(item: Mapping[str, Any]) -> ItemShape:
    if _OF_FINALS & item.keys():
        return ItemShape(FINAL, validator(FinalDecision))
    return ItemShape(EDIT, validator(Edit))


def _places(file: YamlFile) -> Places:
    root = file.root
    assert isinstance(root, Branch)  # noqa: S101 - a submission is a mapping
    place = file.source.mark_place
    return {
        part: [number for node in branch.children for number in place(node.start_mark)]
        for part in PARTS
        if isinstance(branch := root.children.get(part), Branch) and branch.keys is None
    }
