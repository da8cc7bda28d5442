"""What the formatting comes to on paper: line spacing, blank lines, character pitch, the reach of a line."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Hashable
from typing import TYPE_CHECKING, TypeVar

from reportctl.inspect.reading.facts import Location
from reportctl.text.width import width

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reportctl.inspect.reading.facts import Character, DocumentGrid, Paragraph
    from reportctl.inspect.subject import Subject

T = TypeVar("T", bound=Hashable)

_SINGLE = 240  # twentieths of a point of `w:line` for one line of the font or the grid
_SPACE_UNIT = 4096  # `w:charSpace` counts 1/4096 pt


def dominant(weighted: Iterable[tuple[T, int]]) -> T | None:
    """The value with the greatest weight, the first one of equals; None where there is none."""
    weights: Counter[T] = Counter()
    for value, weight in weighted:
        weights[value] += weight
    return max(weights, key=lambda value: weights[value]) if weights else None


def tally(items: Iterable[tuple[T, Hashable, int]]) -> list[tuple[T, int]]:
    """One item for each key, with the weights of all that share it: what is alike is measured once."""
    found: dict[Hashable, tuple[T, int]] = {}
    for item, key, weight in items:
        first, weights = found.get(key, (item, 0))
        found[key] = (first, weights + weight)
    return list(found.values())


def pitch(paragraph: Paragraph, grid: DocumentGrid) -> float | None:
    """The line spacing of a paragraph in points; None where it follows the font's own height."""
    form = paragraph.format
    if form.rule in ("exact", "atLeast"):
        return form.line / 20
    if grid.line_pitch and form.snap:
        return grid.line_pitch / 20 * form.line / _SINGLE
    return None


def advance(character: Character, grid: DocumentGrid, normal: Character, *, snap: bool) -> float:
    """The width of a Han character in points, with what spacing and the grid add to it."""
    own = character.size + character.spacing / 20
    if snap and grid.kind in ("linesAndChars", "snapToChars"):
        if character.size == normal.size or grid.kind == "snapToChars":
            return normal.size + grid.character_space / _SPACE_UNIT
        return own + grid.character_space / _SPACE_UNIT
    return own


def reach(paragraph: Paragraph) -> float | None:
    """How far from the left margin the last line of a paragraph's text ends, in twips, by its tab stops.

    None where a tab has no stop of the paragraph's own left, and goes where the program's own stops are.
    """
    form = paragraph.format
    stops = sorted(form.tabs, key=_place)
    places = [place for _, place in stops]
    first, *rest = _pieces(paragraph)
    at = form.left + form.first_line + first
    for wide in rest:
        following = bisect_right(places, at)
        if following == len(stops):
            return None
        kind, place = stops[following]
        at = place + wide * {"right": 0.0, "end": 0.0, "center": 0.5}.get(kind, 1.0)
    return at


def _pieces(paragraph: Paragraph) -> list[float]:
    """The widths, in twips, of what stands between the tabs of a paragraph's last line."""
    pieces = [0.0]
    for run in paragraph.runs:
        _, broken, line = run.text.rpartition("\n")
        if broken:
            pieces = [0.0]
        first, *rest = line.split("\t")
        pieces[-1] += _advance(first, run.character)
        pieces += [_advance(piece, run.character) for piece in rest]
    return pieces


def line_width(paragraph: Paragraph) -> float:
    """How wide the last line of a paragraph's text is without its tabs, in twips."""
    return sum(_pieces(paragraph))


def _advance(text: str, look: Character) -> float:
    return width(text) * look.size * 20 + len(text) * look.spacing


def _place(stop: tuple[str, int]) -> int:
    return stop[1]


CHARACTERS_TOLERANCE = 0.35
"""Characters by which an indent may differ: offices write it in twips, rounded to their taste."""


def is_near(characters: float, wanted: float) -> bool:
    """Whether an indent, in characters, is what the layout asks for."""
    return abs(characters - wanted) <= CHARACTERS_TOLERANCE


LINES_TOLERANCE = 0.35
"""Lines by which a distance may differ: a large font's own line is not known."""
_NATURAL = 1.3  # a line that follows its font is about this much higher than the font's size


def height(subject: Subject, paragraph: Paragraph) -> float:
    """The height of one line of a paragraph, in points; estimated where it follows the font."""
    found = pitch(paragraph, subject.facts.grid(paragraph))
    return paragraph.em / 20 * _NATURAL * paragraph.format.line / 240 if found is None else found


def blank_lines_before(subject: Subject, paragraph: Paragraph, after: int) -> float:
    """The blank space between a paragraph and the paragraph `after` above it, in lines of the page."""
    between = [
        blank
        for blank in subject.facts.paragraphs[after : paragraph.index - 1]
        if blank.place is Location.BODY and not blank.text.strip() and not blank.pictures
    ]
    above = subject.facts.paragraphs[after - 1]
    space = sum(height(subject, blank) + (blank.format.before + blank.format.after) / 20 for blank in between)
    space += (above.format.after + paragraph.format.before) / 20
    return space / subject.layout.grid.line_pitch.value.points
