"""Mends inside the values of a YAML text: each is made only where everything else stays what it was.

The text around a value is never touched, so comments, quoting, order and layout stay. What a mend would do
to the data is reckoned first; then the mended text is read again, and a mend after which anything else
differs is not made: one that would end a plain scalar early, say, or begin a list.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from itertools import pairwise
from typing import TYPE_CHECKING, Any, NamedTuple

from reportctl.findings import Replacement
from reportctl.patterns import pattern
from reportctl.sources.nodes import Branch, Limits, end_of, parse, start_of
from reportctl.sources.scalars import offsets, written
from reportctl.sources.source import Source

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from reportctl.sources.nodes import Node
    from reportctl.sources.yamlfile import Path

_BREAK = pattern(r"\r\n|\n|\r")
_LIMITS = Limits(nodes=2_000_000)
_TRIES = 100
"""How often a text is read again to find the mends that do harm; what is left then is not made."""


class Addition(NamedTuple):
    """A key and its value, to be written behind the value that begins at the offset `behind`."""

    behind: int
    key: str
    value: str


Mend = tuple[Replacement, ...] | Addition
"""What is made as a whole or not at all."""


class Outcome(NamedTuple):
    """The mended text, and the mends by their index.

    `made` gives each mend that was made as it is written into the text. `refused` are those that cannot be
    made. A mend that overlaps another is neither: it may still be right for the text that has come out.
    """

    text: str
    made: dict[int, tuple[Replacement, ...]]
    refused: tuple[int, ...]


def mend(source: Source, mends: Sequence[Mend]) -> Outcome:
    """The text of a sound YAML file with as many of the mends as can be made, earlier ones first."""
    desk = _Desk(source)
    steps: list[_Step] = []
    refused: list[int] = []
    taken: list[tuple[int, int]] = []
    for number, one in enumerate(mends):
        step = desk.step(number, one)
        if step is None:
            refused.append(number)
        elif not _overlaps(step, taken):
            steps.append(step)
            for edit in step.edits:
                insort(taken, (edit.start, max(edit.end, edit.start + 1)))
    text, done = desk.settle(steps)
    made = {step.number: step.edits for step in done}
    refused += (step.number for step in steps if step.number not in made)
    return Outcome(text, made, tuple(sorted(refused)))


class _Scalar(NamedTuple):
    """A value of the file: where it stands, how it is written, and the mapping or list that holds it."""

    start: int
    end: int
    style: str
    value: str
    path: Path
    holder: Branch | None


class _Inner(NamedTuple):
    """A change to the characters `start` to `end` of the value at `path`."""

    path: Path
    start: int
    end: int
    new: str


class _Step(NamedTuple):
    """A mend as changes to the text, and what these do to the data."""

    number: int
    edits: tuple[Replacement, ...]
    inner: tuple[_Inner, ...] = ()
    added: tuple[tuple[Path, str, str], ...] = ()


class _Desk:
    """One text, its data, and the place of every value."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.data, root, _ = parse(source, _LIMITS)
        self.scalars = list(_scalars(root, self.data)) if root is not None else []
        self.starts = [one.start for one in self.scalars]

    def step(self, number: int, one: Mend) -> _Step | None:
        """What a mend does; None where it does not lie within values, or would break a line off."""
        if isinstance(one, Addition):
            return self._addition(number, one)
        found = [self._replacement(edit) for edit in one]
        whole = [pair for pair in found if pair is not None]
        if not whole or len(whole) < len(found):
            return None
        return _Step(number, tuple(edit for edit, _ in whole), tuple(inner for _, inner in whole))

    def _replacement(self, edit: Replacement) -> tuple[Replacement, _Inner] | None:
        scalar = self._at(edit.start)
        if scalar is None or edit.end > scalar.end:
            return None
        text = self.source.text
        places = offsets(text, scalar.start, scalar.end, scalar.value)
        first = bisect_left(places, edit.start)
        last = max(first, bisect_left(places, edit.end))
        # a value that cannot be followed has all its characters in one place
        if places[first] != edit.start or not _ascends(places[first : last + 1]):
            return None
        end = edit.start
        if last > first:
            end = places[last - 1] + written(text, places[last - 1], scalar.style)
        if _BREAK.search(text, edit.start, end):
            return None
        new = _quoted(edit.text, scalar.style)
        return Replacement(edit.start, end, new), _Inner(scalar.path, first, last, edit.text)

    def _addition(self, number: int, one: Addition) -> _Step | None:
        scalar = self._at(one.behind)
        if scalar is None or scalar.start != one.behind or scalar.holder is None:
            return None
        text = self.source.text
        pair = f"{one.key}: {one.value}"
        end = scalar.start + len(text[scalar.start : scalar.end].rstrip())
        if text[start_of(scalar.holder)] == "{":
            edit = Replacement(end, end, f", {pair}")
        else:
            keys = scalar.holder.keys or {}
            column = keys[scalar.path[-1]].start_mark.column if scalar.path[-1] in keys else 0
            found = _BREAK.search(text, end)
            line_end = found.start() if found else len(text)
            edit = Replacement(line_end, line_end, f"{_line_break(text, line_end)}{' ' * column}{pair}")
        return _Step(number, (edit,), added=((scalar.path[:-1], one.key, one.value),))

    def _at(self, offset: int) -> _Scalar | None:
        number = bisect_right(self.starts, offset) - 1
        return self.scalars[number] if number >= 0 and offset <= self.scalars[number].end else None

    def settle(self, steps: Sequence[_Step]) -> tuple[str, list[_Step]]:
        """The text with the steps that do no harm: those that do are found by halves."""
        text = self.source.text
        made: list[_Step] = []
        waiting = [list(steps)] if steps else []
        for _ in range(_TRIES):
            if not waiting:
                break
            some = waiting.pop()
            tried = self._tried([*made, *some])
            if tried is not None:
                text, made = tried, [*made, *some]
            elif len(some) > 1:
                middle = len(some) // 2
                waiting += some[middle:], some[:middle]
        return text, made

    def _tried(self, steps: Iterable[_Step]) -> str | None:
        """The text with all the steps, or None where the data is not what they should make of it."""
        inner: dict[Path, list[_Inner]] = {}
        added: dict[Path, dict[str, str]] = {}
        edits: list[Replacement] = []
        for step in steps:
            edits += step.edits
            for one in step.inner:
                inner.setdefault(one.path, []).append(one)
            for path, key, value in step.added:
                added.setdefault(path, {})[key] = value
        text = _spliced(self.source.text, edits)
        data, root, findings = parse(Source(self.source.name, text), _LIMITS)
        if root is None or findings or not _same(self.data, data, (), inner, added):
            return None
        return text


def _scalars(node: Node, data: Any, path: Path = (), holder: Branch | None = None) -> Iterator[_Scalar]:
    """Every value that is a text, in the order of the file."""
    if isinstance(node, Branch):
        for key, child in node.children.items() if node.keys is not None else enumerate(node.children):
            yield from _scalars(child, data[key], (*path, key), node)
    elif isinstance(data, str):
        yield _Scalar(start_of(node), end_of(node), node.style or "", data, path, holder)


def _ascends(places: Sequence[int]) -> bool:
    return all(one < other for one, other in pairwise(places))


def _overlaps(step: _Step, taken: Sequence[tuple[int, int]]) -> bool:
    for edit in step.edits:
        at = bisect_left(taken, (max(edit.end, edit.start + 1), -1))
        if at and taken[at - 1][1] > edit.start:
            return True
    return False


def _quoted(text: str, style: str) -> str:
    if style == '"':
        return text.replace("\\", "\\\\").replace('"', '\\"')
    return text.replace("'", "''") if style == "'" else text


def _line_break(text: str, at: int) -> str:
    """The line break at an offset, or at the end of a file without one the break that it has elsewhere."""
    found = _BREAK.match(text, at) or _BREAK.search(text)
    return found.group() if found else "\n"


def _spliced(text: str, edits: Iterable[Replacement]) -> str:
    pieces: list[str] = []
    position = 0
    for one in sorted(edits):
        pieces += text[position : one.start], one.text
        position = one.end
    return "".join([*pieces, text[position:]])


def _same(
    old: Any,
    new: Any,
    path: Path,
    inner: dict[Path, list[_Inner]],
    added: dict[Path, dict[str, str]],
) -> bool:
    """Whether `new` is `old` with these changes and no other; a change must not leave a value empty."""
    if type(old) is not type(new):
        return False
    if isinstance(old, dict):
        more = added.get(path, {})
        return new.keys() == old.keys() | more.keys() and all(
            new[key] == more[key] if key in more else _same(old[key], new[key], (*path, key), inner, added)
            for key in new
        )
    if isinstance(old, list):
        return len(old) == len(new) and all(
            _same(one, other, (*path, index), inner, added)
            for index, (one, other) in enumerate(zip(old, new, strict=True))
        )
    changes = inner.get(path)
    if changes is None:
        return bool(old == new)
    expected = _spliced(old, (Replacement(one.start, one.end, one.new) for one in changes))
    return expected == new and bool(expected.strip())
