"""What a built .docx said, paragraph by paragraph: what a changed copy of it is held against.

Each paragraph has its place, its words before and after the final decisions, and its origins; a file has one
paragraph a line.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from reportctl.document import Block, Origin, fingerprint
from reportctl.errors import ExitCode, ReportctlError
from reportctl.text.jsontext import dumps
from reportctl.text.marks import normalise_line

if TYPE_CHECKING:
    from collections.abc import Mapping

BOOKMARK = "_rc_"
"""What the name of a bookmark begins with, before that of its paragraph; Word hides what begins with _."""
_VERSION = 1
_Record = TypeVar("_Record")


class SnapshotError(ReportctlError):
    """A file is no snapshot, or a damaged one."""

    exit_code = ExitCode.IO


class BuiltParagraph(NamedTuple):
    """A paragraph between title and 附注 before and after the final decisions, and the place that names it.

    `built` is None for one that a decision added, `printed` for one that a decision left out. `at`,
    `heading` and `paragraph` are as in `SnapshotParagraph`; `decided_by` are the keys of the decisions that
    met it; `position` counts the paragraphs as built from 0 and is -1 for an added one.
    """

    at: str
    heading: str
    paragraph: int
    built: Block | None
    printed: Block | None
    decided_by: tuple[str, ...] = ()
    position: int = -1

    @classmethod
    def of(cls, block: Block, at: str = "", heading: str = "", paragraph: int = 0) -> BuiltParagraph:
        """A paragraph that no decision has met yet."""
        return cls(at, heading, paragraph, block, block)


class SnapshotParagraph(NamedTuple):
    """One paragraph of a .docx with words in it, or one that a final decision left out of it."""

    name: str
    """Unique in the snapshot, of [0-9a-f_]; its bookmark is called so behind `BOOKMARK`."""
    kind: str
    """A `BlockType`, or letterhead-… (copy-number, urgency, issuer, number), imprint-… (copies, printed)."""
    at: str = ""
    """What names it in a final decision: a place of the outline or an element; "" where none can."""
    heading: str = ""
    """Of the item that it belongs to, as built; "" for none."""
    paragraph: int = 0
    """0 for an item's first line or an element; 2, 3 … for a further one; 1 for that of an inline chapter."""
    number: str = ""
    """一、 （一） 1. before the text."""
    heading_text: str = ""
    """The heading as printed, with its 。 where it runs into the text."""
    text: str = ""
    """All of it as printed, without its number; cells and tab stops are parted by tabs."""
    built: str | None = None
    """The same before the final decisions; None where one of them added it."""
    gap: bool = False
    """Whether it marks what a draft lacks: no words of the report."""
    omitted: bool = False
    """Whether a final decision left it out: it stands where it stood."""
    decided_by: tuple[str, ...] = ()
    """The keys of the final decisions that met it."""
    origins: tuple[Origin, ...] = ()
    """The items that it was written from; `dumps` leaves out their words."""
    position: int = 0
    """Its place among the paragraphs as built, from 1; 0 for one that a final decision added."""

    @property
    def was(self) -> str:
        """The fingerprint of `built`, "" where there is none."""
        return "" if self.built is None else paragraph_fingerprint(self.built)


class ReturnedCopy(NamedTuple):
    """A copy of a round that came back and was taken in: the SHA-256 of its bytes, its file, whose it is.

    `changes` counts what was changed in it, `open` what of that a person had to settle then.
    """

    digest: str
    file: str
    by: str
    changes: int
    open: int


class Snapshot(NamedTuple):
    """What a .docx said when it was built; `build` is the id of that build (`build_id`).

    `returned` are the copies of a round that came back, in the order in which they were first taken in.
    """

    build: str
    form: str
    year: int
    area: str
    draft: bool
    title: str
    paragraphs: tuple[SnapshotParagraph, ...]
    returned: tuple[ReturnedCopy, ...] = ()

    @property
    def mark(self) -> str:
        """What all names of this snapshot begin with, 8 hex digits of its words; "" where it has none."""
        return self.paragraphs[0].name.partition("_")[0] if self.paragraphs else ""

    def dumps(self) -> bytes:
        """UTF-8, the same bytes for the same snapshot; what a paragraph has not is left out."""
        head = {"version": _VERSION, **self._asdict()}
        del head["paragraphs"], head["returned"]
        if self.returned:
            head["returned"] = [copy._asdict() for copy in self.returned]
        rows = b",\n".join([dumps(_row(paragraph), None).encode() for paragraph in self.paragraphs])
        return b"".join([dumps(head, None)[:-1].encode(), b', "paragraphs": [\n', rows, b"\n]}\n"])

    @classmethod
    def loads(cls, data: bytes) -> Snapshot:
        """The snapshot that `dumps` wrote.

        Raises:
            SnapshotError: it is none, or damaged.
        """
        try:
            tree = json.loads(data)
            _expect(tree.pop("version") == _VERSION)
            rows = tree.pop("paragraphs")
            copies = tree.pop("returned", [])
            _expect(isinstance(rows, list), isinstance(copies, list))
            returned = tuple(_typed(ReturnedCopy(**copy), _RETURNED) for copy in copies)
            paragraphs = tuple(_paragraph(row) for row in rows)
            return _typed(cls(**tree, paragraphs=paragraphs, returned=returned), _HEAD)
        except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
            hint = "它是生成时记下的底本\uff1a从备份里恢复这个文件"
            raise SnapshotError("底本损坏了\uff0c读不了", hint=hint) from None


_ALWAYS = frozenset(("name", "kind", "built"))
_HEAD = {"build": str, "form": str, "year": int, "area": str, "draft": bool, "title": str}
_RETURNED = {**dict.fromkeys(("digest", "file", "by"), str), **dict.fromkeys(("changes", "open"), int)}
_FIELDS = {
    **dict.fromkeys(("name", "kind", "at", "heading", "number", "heading_text", "text"), str),
    **dict.fromkeys(("gap", "omitted"), bool),
    **dict.fromkeys(("paragraph", "position"), int),
}
_ORIGIN = {
    **dict.fromkeys(("department", "part", "heading", "file"), str),
    **dict.fromkeys(("line", "column"), int),
}


def paragraph_fingerprint(text: str) -> str:
    """`was` of a final decision: of a whole paragraph as built, without its number."""
    return fingerprint((normalise_line(text),))


def _row(paragraph: SnapshotParagraph) -> dict[str, Any]:
    """The paragraph as JSON: `built` only where it differs from `text`, all else where there is any."""
    fields = zip(SnapshotParagraph._fields, paragraph, strict=True)
    row: dict[str, Any] = {name: value for name, value in fields if value or name in _ALWAYS}
    if paragraph.built == paragraph.text:
        del row["built"]
    if paragraph.origins:
        row["origins"] = [list(origin[: len(_ORIGIN)]) for origin in paragraph.origins]
    return row


def _paragraph(row: dict[str, Any]) -> SnapshotParagraph:
    origins, keys = row.pop("origins", []), row.pop("decided_by", [])
    built = row.pop("built", row.get("text", ""))
    _expect(isinstance(origins, list), isinstance(keys, list), built is None or isinstance(built, str))
    _expect(*(isinstance(key, str) for key in keys), *(len(origin) == len(_ORIGIN) for origin in origins))
    origins = tuple(_typed(Origin(*origin), _ORIGIN) for origin in origins)
    return _typed(SnapshotParagraph(**row, built=built, decided_by=tuple(keys), origins=origins), _FIELDS)


def _typed(record: _Record, types: Mapping[str, type]) -> _Record:
    """The record, whose fields are of these types, else ValueError."""
    _expect(*(type(getattr(record, name)) is kind for name, kind in types.items()))
    return record


def _expect(*claims: object) -> None:
    if not all(claims):
        raise ValueError
