"""Items on their way into the report: as handed in, in the words that the report would write.

The editor's decisions change, join and leave out entries; what is left is placed and merged.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportctl.document import Omitted, Origin, Role, Run
from reportctl.text.edits import apply
from reportctl.text.ends import close, strip_heading
from reportctl.text.gaps import has_gap
from reportctl.text.lists import begins_list, strip_lone_number
from reportctl.text.marks import is_clean, normalise, normalise_line
from reportctl.text.numbers import strip_number
from reportctl.text.person import FirstPerson

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reportctl.model.files import Submission
    from reportctl.model.submission import Item

_BETWEEN = "\n\n"
_TEXT = Role.TEXT


class Entry:
    """One item, or several that were joined.

    `origins` are the items that it was made from, the words of each after normalisation alone: what the
    editor's `was` is reckoned from. `submission` and `item` tell where the first was handed in, `rank` and
    `item` order it by roster and file, `order` and `kept` go before them. Of `texts`, `points` and `causes`
    each run is one sentence group; the texts whose index stands in `breaks` start a new paragraph. `touched`
    names what edits have set, so that two that set the same are seen.
    """

    # a plain class: a project has tens of thousands, and a dataclass takes longer to define and to make
    __slots__ = (
        "breaks",
        "causes",
        "heading",
        "item",
        "kept",
        "order",
        "origins",
        "part",
        "points",
        "section",
        "submission",
        "texts",
        "touched",
    )

    def __init__(self, submission: Submission, item: int, origins: tuple[Origin, ...]) -> None:
        self.submission = submission
        self.item = item
        self.origins = origins
        self.part = origins[0].part
        self.section = ""
        self.order: int | None = None
        self.heading = ""
        self.texts: tuple[Run, ...] = ()
        self.breaks: tuple[int, ...] = ()
        self.points: tuple[Run, ...] = ()
        self.causes: tuple[Run, ...] = ()
        self.kept: int | None = None
        self.touched: dict[str, int] | None = None

    @property
    def rank(self) -> int:
        """The department's place on the roster."""
        return self.submission.rank

    @property
    def department(self) -> str:
        """The department that handed in the (first) item, by its name on the roster."""
        return self.origins[0].department

    def write(self, paragraphs: Sequence[str]) -> None:
        """Take these paragraphs as the text."""
        origins = self.origins
        self.texts = tuple([Run(text, _TEXT, origins) for text in paragraphs])
        self.breaks = tuple(range(1, len(paragraphs)))

    def omitted(self, reason: str) -> tuple[Omitted, ...]:
        """The entry as it stands in the list of what was left out."""
        return tuple(Omitted(origin, reason) for origin in self.origins)


def entries(submission: Submission) -> Iterator[Entry]:
    """The items of a submission from the roster; one without any words is none (a rule reports it)."""
    desk = _Desk(submission)
    for part, index, item in submission.data.every_item():
        if not item.blank:
            yield desk.entry(part, index, item)


class _Desk:
    """Prepares the items of one submission."""

    def __init__(self, submission: Submission) -> None:
        self.submission = submission
        self.department = submission.name or ""
        self.person = FirstPerson(self.department)

    def entry(self, part: str, index: int, item: Item) -> Entry:
        heading, text, cause, points = item.heading, item.text, item.cause, item.points
        every = "".join((heading, text, cause, *points))
        if not is_clean(every):
            heading, text, cause = normalise_line(heading), normalise(text), normalise_line(cause)
            points = tuple([normalise_line(point) for point in points])
        line, column = self.submission.place(part, index)
        handed_in = (heading, text, *points, cause)
        origin = Origin(self.department, part, heading, self.submission.source.name, line, column, handed_in)
        origins = (origin,)
        made = Entry(self.submission, index, origins)
        made.section = item.section.strip()
        made.order = item.order
        own = self._own if "我" in every or "本" in every else str
        listed = begins_list(heading, text)
        made.heading = own(_unless_gap(heading, strip_heading(heading)) if listed else heading_of(heading))
        if text:
            made.write([own(paragraph) for paragraph in paragraphs_of(text)])
        if points:
            written = [own(point_of(point)) for point in points if point]
            made.points = tuple([Run(point, _TEXT, origins) for point in written])
        if cause:
            made.causes = (Run(own(cause_of(cause)), _TEXT, origins),)
        return made

    def _own(self, text: str) -> str:
        changes = self.person.changes(text)
        return apply(text, changes) if changes and not has_gap(text) else text


def heading_of(normal: str) -> str:
    """A heading as it is compared and written: without a typed number and a closing mark.

    Here and below a text with a gap stays as it is: nothing in it is mended.
    """
    return _unless_gap(normal, strip_heading(strip_number(normal)))


def paragraphs_of(normal: str) -> tuple[str, ...]:
    """The paragraphs of a normalised text, with end marks, without a number typed in front."""
    if _BETWEEN not in normal:
        return (_unless_gap(normal, close(strip_lone_number(normal))),) if normal else ()
    if has_gap(normal):
        return tuple(normal.split(_BETWEEN))
    return tuple([close(paragraph) for paragraph in strip_lone_number(normal).split(_BETWEEN)])


def point_of(normal: str) -> str:
    """A point as it is written: without a typed number, with its end mark."""
    return _unless_gap(normal, close(strip_number(normal)))


def cause_of(normal: str) -> str:
    """A cause as it is written: with its end mark."""
    return _unless_gap(normal, close(normal))


def _unless_gap(normal: str, mended: str) -> str:
    # nearly all texts need no mend: it costs less to make one than to look for a gap
    return normal if mended != normal and has_gap(normal) else mended


def joined(members: list[Entry]) -> Entry:
    """Several entries as one, which stands where the first stands; the same words are written once."""
    first = members[0]
    if len(members) == 1:
        return first
    named = next((member for member in members if member.section), first)
    # an item has one origin, whichever entries it is in: to tell them apart needs no look at their words
    origins = tuple({id(origin): origin for member in members for origin in member.origins}.values())
    whole = Entry(first.submission, first.item, origins)
    whole.section = named.section
    whole.order = first.order
    whole.heading = first.heading
    whole.texts = _once([text for member in members for text in member.texts])
    fresh = {member.texts[index].text for member in members for index in member.breaks}
    if fresh:
        whole.breaks = tuple(index for index, text in enumerate(whole.texts) if index and text.text in fresh)
    whole.points = _once([point for member in members for point in member.points])
    whole.causes = _once([cause for member in members for cause in member.causes])
    whole.kept = first.kept
    whole.touched = first.touched
    return whole


def _once(runs: list[Run]) -> tuple[Run, ...]:
    """Equal sentence groups become one, which keeps all their origins."""
    if len(runs) < 2 or len({run.text for run in runs}) == len(runs):  # nearly always
        return tuple(runs)
    groups: dict[str, list[Run]] = {}
    for run in runs:
        groups.setdefault(run.text, []).append(run)
    return tuple([_shared(group) for group in groups.values()])


def _shared(group: list[Run]) -> Run:
    first = group[0]
    if len(group) == 1:
        return first
    return Run(
        first.text, first.role, tuple(dict.fromkeys(origin for run in group for origin in run.origins))
    )
