"""Maps an offset inside a scalar's value to the offset in the file, for every YAML style of scalar."""

from __future__ import annotations

import re
from functools import lru_cache

_BREAKS = re.compile(r"\r\n|\n|\r|\x85|\u2028|\u2029")
_ESCAPE = re.compile(r"\\(?:x[0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8}|\r\n|[\s\S])")
_EMPTY_ESCAPE = re.compile(r"\\(?:\r\n|\n|\r)[ \t]*")
_HEADER = re.compile(r"[|>]([+\-1-9]*)[ \t]*(?:#[^\r\n]*)?(?:\r\n|\n|\r|$)")
_BLANKS = re.compile("[ \t]*")
_FOLD = re.compile(r"[ \t]*(?:\r\n|\n|\r)[ \t]*(?:(?:\r\n|\n|\r)[ \t]*)*")


@lru_cache(maxsize=4)  # a text with many findings is followed once
def offsets(text: str, start: int, end: int, value: str) -> tuple[int, ...]:
    """For each character of `value`, its offset in `text`, and one more for the end.

    `start` and `end` enclose the scalar as the parser saw it, quotes or block header included. Where the
    value cannot be followed character by character (a style this module does not know), every offset is
    `start`: a place that is too coarse, never a wrong one.
    """
    raw = text[start:end]
    if raw.startswith(value):
        return tuple(range(start, start + len(value) + 1))
    if raw[:1] in "|>":
        found = _block(raw, value)
    elif raw[:1] == '"':
        found = _double(raw[1:-1], value)
        found = [place + 1 for place in found]
    elif raw[:1] == "'":
        found = [place + 1 for place in _flow(raw[1:-1], value, single=True)]
    else:
        found = _flow(raw, value, single=False)
    if len(found) != len(value) + 1:
        return (start,) * (len(value) + 1)
    return tuple(start + place for place in found)


def sole_place(text: str, start: int, end: int, value: str) -> int | None:
    """Where a scalar begins that is written as its value is, by itself behind its key or in its line.

    Told without a parser, between two offsets; None where the value does not stand so, or stands twice.
    """
    at = text.find(value, start, end)
    if at < 0 or text.find(value, at + 1, end) >= 0:
        return None
    before, behind = text[max(at - 3, 0) : at].rstrip("\"'"), text[at + len(value) :][:2].lstrip("\"'")
    return at if before.endswith((": ", "- ")) and behind[:1] in _LINE_ENDS else None


_LINE_ENDS = frozenset({"", "\n", "\r"})


def written(text: str, at: int, style: str) -> int:
    """How many characters of `text` the character that stands at `at` takes: an escape is several."""
    escape = _ESCAPE.match(text, at) if style == '"' else None
    if escape:
        return len(escape.group())
    return 2 if style == "'" and text.startswith("''", at) else 1


def _flow(raw: str, value: str, *, single: bool) -> list[int]:
    """Plain and single-quoted: folded breaks; in single quotes '' is one quote."""
    found: list[int] = []
    at = 0
    while at < len(raw) and len(found) < len(value):
        fold = _FOLD.match(raw, at)
        if fold:
            at = _folded(fold, found)
        elif raw[at] in " \t":
            at = _kept(raw, at, found)
        else:
            found.append(at)
            at += 2 if single and raw.startswith("''", at) else 1
    return [*found, at]


def _double(raw: str, value: str) -> list[int]:
    """Double-quoted: escapes besides folding; an escaped break joins lines without a blank."""
    found: list[int] = []
    at = 0
    while at < len(raw) and len(found) < len(value):
        joined = _EMPTY_ESCAPE.match(raw, at)
        escape = _ESCAPE.match(raw, at)
        fold = None if escape else _FOLD.match(raw, at)
        if joined:
            at = joined.end()
        elif escape:
            found.append(at)
            at = escape.end()
        elif fold:
            at = _folded(fold, found)
        elif raw[at] in " \t":
            at = _kept(raw, at, found)
        else:
            found.append(at)
            at += 1
    return [*found, at]


def _kept(raw: str, at: int, found: list[int]) -> int:
    """Blanks without a break behind them, all at once: each of a long run would look for its end again."""
    blanks = _BLANKS.match(raw, at)
    end = blanks.end() if blanks else at
    found.extend(range(at, end))
    return end


def _folded(fold: re.Match[str], found: list[int]) -> int:
    """One break is a blank, each break more is a line break of the value."""
    breaks = [found_break.start() for found_break in _BREAKS.finditer(fold.group())]
    places = breaks[:1] if len(breaks) == 1 else breaks[1:]
    found.extend(fold.start() + place for place in places)
    return fold.end()


def _block(raw: str, value: str) -> list[int]:
    """Literal and folded blocks: the indent goes; in a folded block the breaks between lines of text fold.

    The two are followed together with the value, which the parser has already folded: a line's text must
    stand in both, and only breaks and blanks may differ.
    """
    header = _HEADER.match(raw)
    if header is None:
        return []
    lines = _lines(raw, header.end())
    indent = _indent(lines, header.group(1))
    found: list[int] = []
    at = header.end()
    for start, text in lines:
        body = text[indent:] if len(text) > indent else ""
        while len(found) < len(value) and value[len(found)] in "\n " and not _stands(value, len(found), body):
            found.append(max(at, 0))
        if body and _stands(value, len(found), body):
            found.extend(range(start + indent, start + indent + len(body)))
        at = start + len(text)
    found.extend([at] * (len(value) - len(found)))
    return [*found, at]


def _stands(value: str, at: int, body: str) -> bool:
    return bool(body) and value.startswith(body, at)


def _lines(raw: str, at: int) -> list[tuple[int, str]]:
    lines = []
    for found in _BREAKS.finditer(raw, at):
        lines.append((at, raw[at : found.start()]))
        at = found.end()
    if at < len(raw):
        lines.append((at, raw[at:]))
    return lines


def _indent(lines: list[tuple[int, str]], header: str) -> int:
    filled = [text for _, text in lines if text.strip(" ")]
    least = len(filled[0]) - len(filled[0].lstrip(" ")) if filled else 0
    digits = [char for char in header if char.isdigit()]
    if not digits:
        return least
    # an explicit indent counts from the parent's, which the text around would tell: the least one serves
    return min((len(text) - len(text.lstrip(" ")) for text in filled), default=0)
