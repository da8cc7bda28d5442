"""Rules of copies: a text that another department has handed in, in other order or with words changed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from reportctl.findings import Related, Rule, Severity
from reportctl.rules.clauses import PAUSES, split_at

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reportctl.findings import Finding
    from reportctl.model.submission import Item
    from reportctl.rules.context import Context
    from reportctl.sources import Path

COPIED = Rule(
    "copied-text",
    Severity.WARNING,
    "和另一个部门的文字雷同",
    "这一段大半和另一个部门的一样。一样的标题汇总时会并成一条、只写一遍；标题不同的会写两遍。请核对是谁做的，留下一处。",
    "（区林业局和区司法局各有一条，标题不同，五句话里有四句一字不差）",
    "（两个部门写各自做的事）",
)

RULES = (COPIED,)

_KEY = 12
"""A text is looked for by its clauses of so many characters: shorter ones are everybody's."""

_TEXT = 60
_SHARE = 0.6
"""The part of a text, by its characters, that stands in one text of another department. Numbers count: each
department has its own 召开会议12次, and a copy has the other's number too."""

_MARKS = PAUSES + "\uff1a\uff1f\uff01;:?!\n"
_TITLES = re.compile("《[^》\n]*》")
_FORMULA = re.compile(
    "习近平|总书记|中央|党的|两个确立|四个意识|四个自信|两个维护|新时代|高质量发展|新发展|以人民为中心|现代化"
)


class _Occurrence(NamedTuple):
    submission: int
    part: str
    at: int
    point: int
    """-1 for the text of the item."""

    def item(self, context: Context) -> Item:
        """The item that the text stands in."""
        return context.received[self.submission].data.items(self.part)[self.at]

    def text(self, context: Context) -> str:
        """The text itself."""
        item = self.item(context)
        return item.text if self.point < 0 else item.points[self.point]

    @property
    def path(self) -> Path:
        """Where it stands in its file."""
        own: Path = ("text",) if self.point < 0 else ("points", self.point)
        return (self.part, self.at, *own)


def check_project(context: Context) -> Iterator[Finding]:
    """Each long text against the one before it that shares most clauses: time and memory grow linearly."""
    places: list[_Occurrence] = []
    told: set[int] = set()
    first: dict[int, int] = {}
    for place, text in _long_texts(context):
        fresh = len(places)
        places.append(place)
        clauses = split_at(text, PAUSES)
        known = [first.setdefault(hash(clause), fresh) for clause in clauses if len(clause) >= _KEY]
        likely = _most(known, fresh)
        model = places[likely]
        if model.submission == place.submission:
            continue  # most of it is its own
        # under one heading merging writes it once
        if model.item(context).heading != place.item(context).heading and _is_copy(
            text, clauses, model.text(context)
        ):
            yield _copied(context, place, model)
            if likely not in told:
                told.add(likely)
                yield _copied(context, model, place, is_first=True)


def _long_texts(context: Context) -> Iterator[tuple[_Occurrence, str]]:
    """Where each long text stands, and the text."""
    for number, submission in enumerate(context.received):
        for part, index, item in submission.data.every_item():
            if len(item.text) >= _TEXT:
                yield _Occurrence(number, part, index, -1), item.text
            for point, text in enumerate(item.points):
                if len(text) >= _TEXT:
                    yield _Occurrence(number, part, index, point), text


def _most(known: list[int], fresh: int) -> int:
    """The number that at least half of some are, else `fresh`: sorted, it stands in their middle."""
    if known:
        known.sort()
        for likely in (known[(len(known) - 1) // 2], known[len(known) // 2]):
            if known.count(likely) * 2 >= len(known):
                return likely
    return fresh


def _is_copy(text: str, clauses: list[str], original: str) -> bool:
    """Whether most of a text stands in another."""
    if _shared(clauses, split_at(original, PAUSES)) * 2 < len(text):
        return False
    mine = own_clauses(text)
    length = sum(map(len, mine))
    return length * 2 >= _TEXT and _shared(mine, own_clauses(original)) >= length * _SHARE


def _shared(mine: list[str], theirs: list[str]) -> int:
    """How many characters of some clauses stand in clauses that the others are, too."""
    known = set(theirs)
    return sum([len(clause) for clause in mine if clause in known])


def _copied(context: Context, place: _Occurrence, other: _Occurrence, *, is_first: bool = False) -> Finding:
    """That one text is like another; of two that are alike the first need not have most of the second's."""
    submission, model = context.received[place.submission], context.received[other.submission]
    name = model.name or model.data.department
    span = model.item_span(other.part, other.at)
    theirs = f"{name}的“{other.item(context).heading or '一条'}”（{span.file} 第 {span.line} 行）"
    message = f"{theirs}大半和这一段一样" if is_first else f"这一段大半和{theirs}一样"
    return COPIED.at(
        submission.start_of(place.path, place.text(context)),
        message,
        "核对是哪个部门做的，留下一处",
        department=submission.name,
        related=(Related(span, f"{name}的这一条"),),
    )


def own_clauses(text: str) -> list[str]:
    """The clauses of a text that are its author's own.

    They are without titles of documents and without the formulas that every report has: of fifteen unrelated
    reports some paragraphs were alike to four fifths by nothing else.
    """
    clauses = split_at(_TITLES.sub("", text), _MARKS)
    return [clause for clause in clauses if clause and not _FORMULA.search(clause)]
