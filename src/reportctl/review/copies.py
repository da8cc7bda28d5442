"""A copy of the report as people left it: its paragraphs in one view, and whatever stands in none of them."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple


class View(StrEnum):
    """How tracked changes are read: as if all were accepted, or all rejected."""

    ACCEPT = "accept"
    REJECT = "reject"


class TrackedMode(StrEnum):
    """What is done about tracked changes that nobody has accepted: the values of `--tracked`."""

    ACCEPT = "accept"
    REJECT = "reject"
    STOP = "stop"


class TrackKind(StrEnum):
    """What a tracked change does; the value is how a clerk calls it."""

    INSERTED = "插入"
    DELETED = "删除"
    MOVED_HERE = "移入"
    MOVED_AWAY = "移出"
    PARTED = "分段"
    JOINED = "并段"


class Tracked(NamedTuple):
    """A tracked change that nobody has accepted or rejected yet; `text` are the words that it is about."""

    kind: TrackKind
    author: str
    text: str = ""


class CopyParagraph(NamedTuple):
    """One paragraph with words in it, or one row of a table (`table` counts from 0, None outside of tables).

    `text` is normalised, on one line, with the number in front that is typed or that Word counts; the cells
    of a row are parted by tabs. `bookmarks` are the names of those that begin here.
    """

    text: str
    bookmarks: tuple[str, ...] = ()
    tracked: tuple[Tracked, ...] = ()
    table: int | None = None

    @property
    def authors(self) -> tuple[str, ...]:
        """Who left tracked changes in it, each once."""
        return tuple(dict.fromkeys(change.author for change in self.tracked if change.author))


class Aside(NamedTuple):
    """Words or a thing that stand in no paragraph: what it is, its words, and the paragraph it is beside.

    `paragraph` is an index into the copy's paragraphs, of the one before which it was met.
    """

    kind: str
    text: str
    paragraph: int


class CopyComment(NamedTuple):
    """A comment, and the index of the paragraph that it begins in."""

    author: str
    text: str
    paragraph: int


class Copy(NamedTuple):
    """All that a copy says. `build` is the id of the build that it came from, "" where it has none.

    `saved_by` is who saved it last, as the file says. `tracked` are all tracked changes.
    """

    paragraphs: tuple[CopyParagraph, ...]
    asides: tuple[Aside, ...] = ()
    comments: tuple[CopyComment, ...] = ()
    tracked: tuple[Tracked, ...] = ()
    build: str = ""
    saved_by: str = ""
