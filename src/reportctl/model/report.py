"""report.yaml: who reports on which year, in which shape."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Annotated, Literal

from reportctl.model.fields import Day, Level, Name, Truth, Words
from reportctl.model.submission import Part
from reportctl.model.validators import Bounds

_CONFIG = {"extra": "forbid"}

DEFAULT_TITLE = "关于{{ area }}{{ year }}年度法治政府建设情况报告"


@dataclass(frozen=True, slots=True)
class AttachmentSpec:
    """附件: a title and the file that holds it (YAML table, .csv, .md or an image)."""

    __pydantic_config__ = _CONFIG

    title: str
    file: str
    landscape: Truth = False


@dataclass(frozen=True, slots=True)
class DocumentSpec:
    """The official elements of the document; texts are Jinja2 (variables: year, area)."""

    __pydantic_config__ = _CONFIG

    title: str = DEFAULT_TITLE
    title_lines: tuple[str, ...] = ()
    issuer: Words = ()
    recipients: Words = ()
    number: str = ""
    signatory: Words = ()
    date: Day | None = None
    opening: str = ""
    closing: str = ""
    note: str = ""
    copies_to: Words = ()
    printed_by: str = ""
    printed_on: Day | None = None
    attachments: tuple[AttachmentSpec, ...] = ()
    mark: Words = ()
    copy_number: str = ""
    urgency: str = ""
    classification: str = ""
    sealed: Truth = True
    duplex: Truth = False


@dataclass(frozen=True, slots=True)
class Department:
    """A line of the roster."""

    __pydantic_config__ = _CONFIG

    name: Name
    aliases: Words = ()
    due: Day | None = None
    required: Truth = True


@dataclass(frozen=True, slots=True)
class Deadlines:
    """When the submissions are due, and by when the law wants the report handed up and published."""

    __pydantic_config__ = _CONFIG

    submissions: Day | None = None
    report: Day | None = None
    publish: Day | None = None


@dataclass(frozen=True, slots=True)
class Section:
    """（一）（二）… of a chapter."""

    __pydantic_config__ = _CONFIG

    id: str
    title: str
    covers: tuple[Part, ...] = ()


@dataclass(frozen=True, slots=True)
class Chapter:
    """一、二、… of the report: which part of a submission feeds it, and in which shape."""

    __pydantic_config__ = _CONFIG

    id: str
    title: str
    part: Part
    covers: tuple[Part, ...] = ()
    sections: tuple[Section, ...] = ()
    list: Literal["numbered", "inline", "bracketed", "paragraphs"] = "numbered"
    points: Literal["inline", "numbered"] = "inline"
    numbering: Literal["restart", "continue"] = "restart"
    heading_style: Literal["run-in", "alone"] = "run-in"
    causes: Truth = True
    required: Truth = True  # False: left out where nothing feeds it


@dataclass(frozen=True, slots=True)
class LengthLimits:
    """How long a sentence, a heading, one text of an item and a whole submission may be, in characters."""

    __pydantic_config__ = _CONFIG

    sentence: Annotated[int, Bounds(ge=1)] = 200
    heading: Annotated[int, Bounds(ge=1)] = 40
    item: Annotated[int, Bounds(ge=1)] = 1200
    submission: Annotated[int, Bounds(ge=1)] = 8000


@dataclass(frozen=True, slots=True)
class RuleSettings:
    """Which rules are silent, which have another severity than their own, and how long things may be."""

    __pydantic_config__ = _CONFIG

    ignore: Words = ()
    severity: dict[str, Level] = field(default_factory=dict)
    limits: LengthLimits = LengthLimits()

    @property
    def silent(self) -> frozenset[str]:
        """The codes of `ignore`."""
        return _codes(self.ignore)


@lru_cache(maxsize=4)
def _codes(words: tuple[str, ...]) -> frozenset[str]:
    return frozenset(word.strip() for word in words)


@dataclass(frozen=True, slots=True)
class OutputSettings:
    """Where `build` writes: a file name without its ending; Jinja2."""

    __pydantic_config__ = _CONFIG

    name: str = "{{ area }}{{ year }}年度法治政府建设情况报告"


@dataclass(frozen=True, slots=True)
class PublicSettings:
    """What the public form shows beyond title and text."""

    __pydantic_config__ = _CONFIG

    signature: Truth = False


@dataclass(frozen=True, slots=True)
class Report:
    """The whole of report.yaml."""

    __pydantic_config__ = _CONFIG

    year: Annotated[int, Bounds(ge=1949, le=9999)]
    area: Name
    departments: Annotated[tuple[Department, ...], Bounds(min_length=1)]
    outline: Annotated[tuple[Chapter, ...], Bounds(min_length=1)]
    version: Annotated[int, Bounds(ge=1, le=1)] = 1
    document: DocumentSpec = DocumentSpec()
    form: Literal["plain", "formal", "public"] = "plain"
    layout: str = "gb9704"
    last_year: str = ""  # the folder with what was handed in the year before
    deadlines: Deadlines = Deadlines()
    rules: RuleSettings = RuleSettings()
    output: OutputSettings = OutputSettings()
    public: PublicSettings = PublicSettings()

    def due(self, department: Department) -> dt.date | None:
        """When a department's submission is due."""
        return department.due or self.deadlines.submissions
