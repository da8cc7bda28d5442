"""Fixes inside the values of a YAML text: each is made only where everything else stays what it was.

The text around a value is never touched, so comments, quoting, order and layout stay. What a fix would do
to the data is reckoned first; then the fixed text is read again, and a fix after which anything else
differs is not made: one that would end a plain scalar early, say, or begin a list.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from typing import TYPE_CHECKING, Any, NamedTuple

from reportctl.sources.events import parse, start_of
from reportctl.sources.source import Source
from reportctl.sources.values import BREAK, LIMITS, Inner, Values
from reportctl.splicing import Splice, spliced

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from reportctl.sources.events import Branch
    from reportctl.sources.yamlfile import Path

_TRIES = 100
"""How often a text is read again to find the fixes that do harm; what is left then is not made."""


class Addition(NamedTuple):
    """A key and its value, to be written behind the value that begins at the offset `behind`."""

    behind: int
    key: str
    value: str


Fix = tuple[Splice, ...] | Addition
"""What is made as a whole or not at all."""


class Outcome(NamedTuple):
    """The fixed text, and the fixes by their index.

    `made` gives each fix that was made as it is written into the text. `refused` are those that cannot be
    made. A fix that overlaps another is neither: it may still be right for the text that has come out.
    """

    text: str
    made: dict[int, tuple[Splice, ...]]
    refused: tuple[int, ...]


def apply_fixes(source: Source, fixes: Sequence[Fix]) -> Outcome:
    """The text of a sound YAML file with as many of the fixes as can be made, earlier ones first."""
    values = Values(source)
    steps: list[_Step] = []
    refused: list[int] = []
    taken: list[tuple[int, int]] = []
    for number, asked in enumerate(fixes):
        if isinstance(asked, Addition):
            step = _addition(values, number, asked)
        else:
            step = _step(values, number, asked)
        if step is None:
            refused.append(number)
        elif not _overlaps(step, taken):
            steps.append(step)
            for edit in step.edits:
                insort(taken, (edit.start, max(edit.end, edit.start + 1)))
    text, done = _settled(values, steps)
    made = {step.number: step.edits for step in done}
    refused += (step.number for step in steps if step.number not in made)
    return Outcome(text, made, tuple(sorted(refused)))


def key_behind(
    text: str, holder: Branch, key: str | int, end: int, pair: tuple[str, str], remark: str = ""
) -> Splice:
    """The change that writes a key and its value behind the value of `key`, which ends at the offset `end`.

    Within braces it follows on the same line, else on a line of its own, with the remark.
    """
    new = ": ".join(pair)
    if text[start_of(holder)] in "[{":
        return Splice(end, end, f", {new}")
    keys = holder.keys or {}
    indent = " " * (keys[str(key)].start_mark.column if key in keys else 0)
    at = line_end(text, end)
    comment = f"  # {remark}" if remark else ""
    return Splice(at, at, f"{_line_break(text, at)}{indent}{new}{comment}")


def line_end(text: str, at: int) -> int:
    """The offset at which the line that an offset lies in ends, without its break."""
    found = BREAK.search(text, at)
    return found.start() if found else len(text)


def _line_break(text: str, at: int) -> str:
    """The line break at an offset, or at the end of a file without one the break that it has elsewhere."""
    found = BREAK.match(text, at) or BREAK.search(text)
    return found.group() if found else "\n"


class _Step(NamedTuple):
    """A fix as changes to the text, and what these do to the data."""

    number: int
    edits: tuple[Splice, ...]
    inner: tuple[Inner, ...] = ()
    added: tuple[tuple[Path, str, str], ...] = ()


def _step(values: Values, number: int, edits: Sequence[Splice]) -> _Step | None:
    found = [pair for edit in edits if (pair := values.resolved(edit)) is not None]
    if not found or len(found) < len(edits):
        return None
    return _Step(number, tuple(edit for edit, _ in found), tuple(inner for _, inner in found))


def _addition(values: Values, number: int, addition: Addition) -> _Step | None:
    value = values.at(addition.behind)
    if value is None or value.start != addition.behind or value.holder is None:
        return None
    end = value.start + len(values.raw(value))
    key = value.path[-1]
    edit = key_behind(values.source.text, value.holder, key, end, (addition.key, addition.value))
    return _Step(number, (edit,), added=((value.path[:-1], addition.key, addition.value),))


def _overlaps(step: _Step, taken: Sequence[tuple[int, int]]) -> bool:
    for edit in step.edits:
        at = bisect_left(taken, (max(edit.end, edit.start + 1), -1))
        if at and taken[at - 1][1] > edit.start:
            return True
    return False


def _settled(values: Values, steps: Sequence[_Step]) -> tuple[str, Sequence[_Step]]:
    """The text with the steps that do no harm.

    Those that do are found one by one where a value alone shows it, as it nearly always does, and else by
    halves.
    """
    text = _tried(values, steps)
    if text is not None:
        return text, steps
    text = values.source.text
    made: list[_Step] = []
    waiting = [[step for step in steps if _stands_alone(values, step)]]
    for _ in range(_TRIES):
        if not waiting:
            break
        some = waiting.pop()
        tried = _tried(values, [*made, *some])
        if tried is not None:
            text, made = tried, [*made, *some]
        elif len(some) > 1:
            middle = len(some) // 2
            waiting += some[middle:], some[:middle]
    return text, made


def _stands_alone(values: Values, step: _Step) -> bool:
    """Whether each plain value that a step changes still reads as it should, by itself."""
    for edit, inner in zip(step.edits, step.inner, strict=False):
        value = values.at(edit.start)
        if value is None or value.style:
            continue
        changed = Splice(edit.start - value.start, edit.end - value.start, edit.text)
        raw = spliced(values.raw(value), [changed])
        data, _, _ = parse(Source("", f"[{raw}]" if values.is_flow(value) else f"- {raw}"), LIMITS)
        if data != [spliced(value.text, [Splice(inner.start, inner.end, inner.new)])]:
            return False
    return True


def _tried(values: Values, steps: Iterable[_Step]) -> str | None:
    """The text with all the steps, or None where the data is not what they should make of it."""
    inner: dict[Path, list[Inner]] = {}
    added: dict[Path, dict[str, str]] = {}
    edits: list[Splice] = []
    for step in steps:
        edits += step.edits
        for change in step.inner:
            inner.setdefault(change.path, []).append(change)
        for path, key, value in step.added:
            added.setdefault(path, {})[key] = value
    text = spliced(values.source.text, edits)
    data, root, findings = parse(Source(values.source.name, text), LIMITS)
    if root is None or findings or not _same(values.data, data, (), inner, added):
        return None
    return text


def _same(
    old: Any,
    new: Any,
    path: Path,
    inner: dict[Path, list[Inner]],
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
            _same(before, after, (*path, index), inner, added)
            for index, (before, after) in enumerate(zip(old, new, strict=True))
        )
    changes = inner.get(path)
    if changes is None:
        return bool(old == new)
    expected = spliced(old, (Splice(change.start, change.end, change.new) for change in changes))
    return expected == new and bool(expected.strip())
