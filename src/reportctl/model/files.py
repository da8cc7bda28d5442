"""Files of a project as models that know where everything stands."""

from __future__ import annotations

from collections import deque
from pathlib import Path as FilePath
from typing import TYPE_CHECKING, Any, ClassVar, NamedTuple

from reportctl.errors import FileError
from reportctl.findings import Span
from reportctl.model.edits import Edit
from reportctl.model.keys import EDIT, REPORT, SUBMISSION, names
from reportctl.model.loading import Loaded, canonical, load_list, load_mapping
from reportctl.model.report import Report
from reportctl.model.submission import PARTS, SplitLine, SubmissionData
from reportctl.model.validators import validator
from reportctl.sources import Limits, YamlFile, read
from reportctl.sources.events import Branch
from reportctl.sources.typing_errors import explain_misread

if TYPE_CHECKING:
    from reportctl.findings import Finding
    from reportctl.sources import Path, Source

Places = dict[str, list[int]]
"""By part, line and column of each item, in a row: plain, for it goes from process to process."""

NOTHING = frozenset({"无", "无。", "没有", "没有。", "暂无", "暂无。"})

_REPORT_KEYS, _SUBMISSION_KEYS, _EDIT_KEYS = names(REPORT), names(SUBMISSION), names(EDIT)
_READ_LATELY = 32
_REPORT_LIMITS = Limits(size=32 * 2**20, nodes=2_000_000)


class ReportFile:
    """report.yaml: its model; data and positions are let go by `cool` and made again when asked for."""

    __slots__ = ("_file", "_source", "report")

    def __init__(self, file: YamlFile, report: Report) -> None:
        self._file: YamlFile | None = file
        self._source = file.source
        self.report = report

    @property
    def file(self) -> YamlFile:
        """Data and positions, with English keys."""
        if self._file is None:
            file, _ = read(self._source.name, self._source.text.encode(), _REPORT_LIMITS, _REPORT_KEYS)
            assert file is not None  # noqa: S101 - the same text has been read before
            self._file = canonical(file, REPORT)
        return self._file

    @property
    def source(self) -> Source:
        """The file's text, which is kept."""
        return self._source

    def inner(self, path: Path, start: int, end: int) -> tuple[int, int]:
        """Where the characters `start` to `end` of the value at `path` stand, as offsets into the file."""
        return self.file.inner(path, start, end)

    def inner_span(self, path: Path, start: int, end: int) -> Span:
        """As `inner`, as a span."""
        return self.file.inner_span(path, start, end)

    def cool(self) -> None:
        """Let go of the positions: a roster of thousands has a place for every word."""
        self._file = None


class EditsFile(NamedTuple):
    """edits.yaml: each edit with its index in the file."""

    file: YamlFile
    edits: tuple[tuple[int, Edit], ...]


Packed = tuple[Any, tuple[str, ...], Places, int]
"""A sound submission on its way between processes: its data with English keys, `nothing`, the places of its
items, the hash of its text. Plain, for anything else takes three times as long.
"""


class SubmissionFile:
    """One department's file as a model, with the place of everything in it.

    `nothing` are the parts that say 无, `damaged` the parts and items (part and index) of which something was
    left out as unsound. Text and positions of all but the items are kept only until `cool` and read again
    when asked for, and then for the last few files only: a project has thousands, and findings stand in few
    of them.
    """

    _read_lately: ClassVar[deque[SubmissionFile]] = deque()

    __slots__ = ("_file", "_path", "_places", "_seen", "damaged", "name", "nothing", "submission")

    def __init__(
        self, name: str, submission: SubmissionData, nothing: frozenset[str], places: Places
    ) -> None:
        self._file: YamlFile | None = None
        self._path = ""
        self._seen = 0
        self.name = name
        """The file's path relative to the project."""
        self.submission = submission
        self.nothing = nothing
        self.damaged: frozenset[Path] = frozenset()
        self._places = places

    @classmethod
    def of(cls, loaded: Loaded, nothing: frozenset[str]) -> SubmissionFile:
        """A file as it was just read."""
        made = cls(loaded.file.name, loaded.model, nothing, _places(loaded.file))
        made._file = loaded.file
        made.damaged = frozenset(path[:2] for path in loaded.damaged)
        return made

    @classmethod
    def unpack(cls, name: str, path: str, packed: Packed) -> SubmissionFile:
        """A file that another process has read; text and positions are read again when asked for."""
        data, nothing, places, seen = packed
        made = cls(name, validator(SubmissionData).validate_python(data), frozenset(nothing), places)
        made._path, made._seen = path, seen
        return made

    def pack(self) -> Packed | None:
        """The file for another process; None where something in it is unsound."""
        if self.damaged:
            return None
        return self.file.data, tuple(self.nothing), self._places, hash(self.file.source.text)

    @property
    def file(self) -> YamlFile:
        """Data and positions, with English keys.

        Raises:
            FileError: the file has changed or gone since it was read.
        """
        if self._file is None:
            self._file = self._read_again()
            self._read_lately.append(self)
            if len(self._read_lately) > _READ_LATELY:
                self._read_lately.popleft()._file = None  # noqa: SLF001 - its own
        return self._file

    @property
    def source(self) -> Source:
        """The file's text."""
        return self.file.source

    def cool(self, path: str) -> None:
        """Let go of text and positions; they come back from `path` when asked for."""
        if self._file is not None:
            self._path = path
            self._seen = hash(self._file.source.text)
            self._file = None

    def _read_again(self) -> YamlFile:
        try:
            data = FilePath(self._path).read_bytes()
        except OSError:
            data = b""
        file, _ = read(self.name, data)
        if file is None or hash(file.source.text) != self._seen:
            raise FileError(f"{self.name} 在检查期间被改动", hint="等文件写完再运行一次")
        return canonical(_without_nothing(file)[0], SUBMISSION)

    def inner(self, path: Path, start: int, end: int) -> tuple[int, int]:
        """Where the characters `start` to `end` of the text at `path` stand, as offsets into the file.

        `path` may lead to the heading or text of an item that was written as one string.
        """
        line = self._line(path[:-1])
        if line is not None:
            shift = line.text_start if path[-1] == "text" else 0
            return self.file.inner_of(path[:-1], line.line, start + shift, end + shift)
        return self.file.inner(path, start, end)

    def inner_span(self, path: Path, start: int, end: int) -> Span:
        """As `inner`, as a span."""
        return self.source.span(*self.inner(path, start, end))

    def span(self, path: Path) -> Span:
        """Where the value at `path` stands; the heading or text of a one-string item is a part of it."""
        line = self._line(path[:-1])
        if line is None:
            return self.file.span(path)
        length = len(line["text"]) if path[-1] == "text" else len(line["heading"])
        return self.inner_span(path, 0, length)

    def place(self, part: str, index: int) -> tuple[int, int]:
        """Line and column where an item begins: known without reading the file again."""
        row = self._places[part]
        return row[2 * index], row[2 * index + 1]

    def item_span(self, part: str, index: int) -> Span:
        """As `place`, as a span."""
        line, column = self.place(part, index)
        return Span(self.name, line, column, line, column)

    def _line(self, path: Path) -> SplitLine | None:
        value: Any = self.file.data
        for step in path:
            try:
                value = value[step]
            except (KeyError, IndexError, TypeError):
                return None
        return value if isinstance(value, SplitLine) else None


def load_report(name: str, data: bytes) -> tuple[ReportFile | None, tuple[Finding, ...]]:
    """report.yaml from its bytes, or None, and what is wrong with it."""
    file, findings = read(name, data, _REPORT_LIMITS, _REPORT_KEYS)
    if file is None:
        return None, findings
    loaded = load_mapping(file, REPORT, validator(Report))
    report = ReportFile(loaded.file, loaded.model) if loaded.model is not None else None
    return report, explain_misread(file.source, _REPORT_KEYS, (*findings, *loaded.findings))


def load_submission(name: str, data: bytes) -> tuple[SubmissionFile | None, tuple[Finding, ...]]:
    """A submission from its bytes, or None where nothing of it can be used, and what is wrong with it."""
    file, findings = read(name, data, keys=_SUBMISSION_KEYS)
    if file is None:
        return None, findings
    file, nothing = _without_nothing(file)
    loaded = load_mapping(file, SUBMISSION, validator(SubmissionData))
    submission = SubmissionFile.of(loaded, nothing) if loaded.model is not None else None
    return submission, explain_misread(file.source, _SUBMISSION_KEYS, (*findings, *loaded.findings))


def load_edits(name: str, data: bytes) -> tuple[EditsFile | None, tuple[Finding, ...]]:
    """edits.yaml from its bytes; what is wrong with it stands in the findings."""
    file, findings = read(name, data, _REPORT_LIMITS, _EDIT_KEYS)
    if file is None:
        return None, findings
    file, edits, more = load_list(file, EDIT, validator(Edit))
    return EditsFile(file, edits), explain_misread(file.source, _EDIT_KEYS, (*findings, *more))


def _without_nothing(file: YamlFile) -> tuple[YamlFile, frozenset[str]]:
    """A part that says 无, be it as its only item, becomes an empty list and is remembered."""
    if not isinstance(file.data, dict):
        return file, frozenset()
    said = {key: _PART_KEYS[key] for key, value in file.data.items() if _says_nothing(key, value)}
    if not said:
        return file, frozenset()
    data = {key: [] if key in said else value for key, value in file.data.items()}
    return file._replace(data=data), frozenset(said.values())


_PART_KEYS = {**{part: part for part in PARTS}, **{chinese: part for part, chinese in PARTS.items()}}


def _says_nothing(key: str, value: Any) -> bool:
    if isinstance(value, list) and len(value) == 1:
        value = value[0]
    return key in _PART_KEYS and isinstance(value, str) and value.strip() in NOTHING


def _places(file: YamlFile) -> Places:
    root = file.root
    assert isinstance(root, Branch)  # noqa: S101 - a submission is a mapping
    place = file.source.mark_place
    return {
        part: [number for node in branch.children for number in place(node.start_mark)]
        for part in PARTS
        if isinstance(branch := root.children.get(part), Branch) and branch.keys is None
    }
