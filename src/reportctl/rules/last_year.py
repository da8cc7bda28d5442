"""The rule of last year's texts: what a department hands in again, with other numbers or a word changed."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from typing import TYPE_CHECKING, NamedTuple

from reportctl.findings import Related, Rule, Severity
from reportctl.rules.copies import own_clauses
from reportctl.rules.texts import TextKind, texts_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from reportctl.findings import Finding
    from reportctl.model.files import Submission
    from reportctl.model.roster import Roster
    from reportctl.rules.context import Context
    from reportctl.sources import Path

COPIED = Rule(
    "copied-from-last-year",
    Severity.WARNING,
    "照抄了上年的材料",
    "这一段和本部门上年交的一样，或者只换了数字、改了几个词。写今年做了什么、有什么变化；"
    "确实年年如此的，可以忽略并写明理由。上年的材料在 report.yaml 的 last_year（上年材料）指的文件夹里，"
    "由 init --from 放进项目；没有这个文件夹就不比。四十字以下的段落和政治性套话不算。",
    "（上年写“全年组织评查行政执法案卷60本……”一段，今年只把60本改成了70本）",
    "（今年的做法、事例和上年不同）",
)

RULES = (COPIED,)

_PIECES = re.compile(r"[\W\da-zA-Z_]+")
"""What parts a text: marks, and numbers too, so that a changed number changes no piece."""
_PIECE = 8
"""Shorter pieces are everybody's."""
_MOST = 8
"""What more texts have tells none of them from the others."""
_RUN = 8
"""Two texts have in common what stands in runs of so many characters; single words are everybody's too."""
_SHARE = 0.7
"""The part of the longer one of two texts that is common to both. Of 1.1 million pairs of paragraphs from
fifteen unrelated reports none has more than 0.66; with three words and all numbers of a paragraph changed,
nine of ten have enough."""
_LENGTH = 40
"""The least length of what is compared, in Han characters and without what is nobody's own."""
_LIKE = 50
"""Below this length a few common words are a large part: a shorter text counts as so long."""


class _Text(NamedTuple):
    """One text of a submission and where it stands."""

    file: Submission
    path: Path
    heading: str
    words: str

    @property
    def keys(self) -> Iterator[str]:
        """By what a text like it is looked for: its long pieces, and the heading that it stands under."""
        yield self.heading
        yield from (piece for piece in _PIECES.split(self.words) if len(piece) >= _PIECE)


def check_project(context: Context) -> Iterator[Finding]:
    """Each department's texts against its own of last year: linear in the number of submissions."""
    for submission, earlier in earlier_submissions(context):
        yield from _check(submission, earlier)


def earlier_submissions(context: Context) -> Iterator[tuple[Submission, list[Submission]]]:
    """Each submission with what the same department handed in last year; none without any."""
    if not context.last_year:
        return
    before = defaultdict(list)
    for submission in context.last_year:
        before[_name(submission, context.roster)].append(submission)
    for submission in context.received:
        earlier = before.get(_name(submission, context.roster))
        if earlier:
            yield submission, earlier


def _name(submission: Submission, roster: Roster | None) -> str:
    """The department's name on this year's roster, or the name that it goes by itself."""
    said = submission.data.department.strip()
    known = roster.find(said) if roster is not None else None
    return said if known is None else known.name.strip()


def _check(submission: Submission, earlier: Iterable[Submission]) -> Iterator[Finding]:
    old = [text for before in earlier for text in _texts(before)]
    places: defaultdict[str, list[int]] = defaultdict(list)
    for number, text in enumerate(old):
        for key in set(text.keys):
            if len(places[key]) < _MOST:
                places[key].append(number)
    for text in _texts(submission):
        votes: Counter[int] = Counter()
        for key in text.keys:
            for number in places.get(key, ()):
                votes[number] += len(key)
        if votes:
            model = old[votes.most_common(1)[0][0]]
            likeness = _likeness(text.words, model.words)
            if likeness:
                yield _finding(submission, text, model, likeness)


def _texts(submission: Submission) -> Iterator[_Text]:
    for part, index, item in submission.data.every_item():
        for kind, path, words in texts_of(item):
            if len(words) >= _LENGTH and kind is not TextKind.HEADING:
                yield _Text(submission, (part, index, *path), item.heading, words)


def _likeness(text: str, model: str) -> str:
    """How alike two texts are, in words; "" for texts that are not, or are nobody's own."""
    mine = _own_words(text)
    if len(mine) < _LENGTH:
        return ""
    if text == model:
        return "一字不差"
    if _PIECES.split(text) == _PIECES.split(model):
        return "只差数字或标点"
    theirs = _own_words(model)
    longer = max(len(mine), len(theirs), _LIKE)
    return "大半一样" if _common(mine, theirs) >= _SHARE * longer else ""


def _own_words(text: str) -> str:
    """The Han characters of a text's own clauses."""
    return "".join(_PIECES.sub("", clause) for clause in own_clauses(text))


def _common(text: str, model: str) -> int:
    """How many characters of a text stand in runs that the other has as well."""
    runs = {model[at : at + _RUN] for at in range(len(model) - _RUN + 1)}
    count = end = 0
    for at in range(len(text) - _RUN + 1):
        if text[at : at + _RUN] in runs:
            count += at + _RUN - max(at, end)
            end = at + _RUN
    return count


def _finding(submission: Submission, text: _Text, model: _Text, likeness: str) -> Finding:
    place = model.file.start_of(model.path, model.words)
    message = f"这一段和上年交的{likeness}（{place.file} 第 {place.line} 行）"
    return COPIED.at(
        submission.start_of(text.path, text.words),
        message,
        "写今年做了什么、和上年有什么不同",
        department=submission.name,
        related=(Related(place, "上年的这一段"),),
    )
