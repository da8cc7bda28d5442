"""Typing errors in a value: how it begins, and what in it the parser takes for a mark of its own."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from reportctl.sources.typing_errors import codes
from reportctl.sources.typing_errors.lines import BLOCK, COLONS, LETTER

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from reportctl.findings import Rule


class TypingError(NamedTuple):
    """A typing error at the characters `start` to `end` of a value or line.

    `value` is the value as it should be, `rest` all of the line behind indent and dashes, `indent` the blanks
    that the line should begin with; None where the error leaves that as it is.
    """

    rule: Rule
    start: int
    end: int
    message: str
    value: str | None = None
    rest: str | None = None
    indent: str | None = None


_QUOTED = {'"': re.compile(r'"(?:[^"\\]|\\.)*+"'), "'": re.compile(r"'(?:[^']|'')*+'")}
_PAIR = {'"': ("“", "”"), "'": ("‘", "’")}
_SECOND = re.compile(r":(?=[ \t]|$)")
_SPECIAL = frozenset("%@`!&*|>]},?-")
_COLONS = frozenset(f":{COLONS}")
_THOUSANDS = re.compile("[0-9],[0-9]{3}(?![0-9])")
_SEPARATORS = "\uff0c、\uff1b;"
_BRACES = re.compile(
    rf"(?P<before>[{{,{_SEPARATORS}])[ \t\u3000]*(?P<key>[A-Za-z_]+|{LETTER}{{1,12}})"
    rf"(?P<colon>[:{COLONS}])(?P<gap>[ \t]?)"
)


def value_errors(value: str, keys: Collection[str]) -> Iterator[TypingError]:
    """What is wrong with a value that stands on one line."""
    first = value[:1]
    if first in _QUOTED and first:
        yield from _quoted(value)
    elif first in "{[" and first:
        yield from _bracketed(value, keys)
    elif BLOCK.match(value):
        pass
    elif first in _SPECIAL and (first not in "?-" or value[1:2] in {" ", "\t"}):
        message = f"值不能以英文的“{first}”开头：它是 YAML 的特殊记号"
        yield TypingError(codes.SPECIAL_START, 0, 1, message, in_quotes(value))
    elif (second := _SECOND.search(value)) and " #" not in value[: second.start()]:
        at = second.start()
        message = "内容里又有一个英文冒号加空格，这一行被切成了两半"
        yield TypingError(codes.SECOND_COLON, at, at + 1, message, re.sub(r":[ \t]+|:$", "\uff1a", value))


def in_quotes(value: str) -> str:
    """The value in double quotes."""
    escaped = value.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def _quoted(value: str) -> Iterator[TypingError]:
    quote = value[0]
    whole = _QUOTED[quote].match(value)
    if whole is None:
        return
    rest = value[whole.end() :].strip()
    if rest and not rest.startswith("#"):
        message = f"英文引号“{quote}”后面还有文字“{rest[:8]}”，读不下去"
        end = whole.end()
        # quotation marks within quotation marks: the outer ones are YAML's
        inner = value[1:-1] if value[-1] == quote and value.count(quote) % 2 == 0 else value
        yield TypingError(codes.TEXT_AFTER_QUOTE, end - 1, end, message, _curly(inner, quote))


def _curly(value: str, quote: str) -> str:
    """Straight quotes by turns to curly ones; the colons that quotes protected are made harmless."""
    pieces = value.split(quote)
    turned = pieces[0]
    for number, piece in enumerate(pieces[1:]):
        turned += _PAIR[quote][number % 2] + piece
    return _SECOND.sub("\uff1a", turned)


def _bracketed(value: str, keys: Collection[str]) -> Iterator[TypingError]:
    close = _matching(value)
    if close is None or value[close + 1 :].partition(" #")[0].strip():
        where = "没有成对" if close is None else "后面还有文字"
        message = f"值以英文的“{value[0]}”开头：它是 YAML 的特殊记号，而且{where}"
        yield TypingError(codes.SPECIAL_START, 0, 1, message, _as_text(value, close, keys))
    elif value[0] == "{":
        yield from _braces(value, close, keys)


def _as_text(value: str, close: int | None, keys: Collection[str]) -> str:
    if value[0] == "{" and _has_entries(value, keys):
        return (
            value[: close + 1] if close is not None else value + "}" * (value.count("{") - value.count("}"))
        )
    if value[0] == "[" and close is not None:
        return f"【{value[1:close]}】{value[close + 1 :]}"
    return in_quotes(value)


def _has_entries(value: str, keys: Collection[str]) -> bool:
    found = _BRACES.match(value)
    return found is not None and found["key"] in keys


def _matching(value: str) -> int | None:
    """Where the bracket that opens the value is closed, quotes left out."""
    depth = 0
    at = 0
    while at < len(value):
        char = value[at]
        quoted = _QUOTED[char].match(value, at) if char in _QUOTED and value[at - 1] in "{[, :" else None
        if quoted:
            at = quoted.end()
            continue
        depth += (char in "{[") - (char in "}]")
        if not depth:
            return at
        at += 1
    return None


def _braces(value: str, close: int, keys: Collection[str]) -> Iterator[TypingError]:
    """Inside { }: colons, commas and blanks as the marks between the entries."""
    corrected = _corrected_braces(value, keys)
    for found in _BRACES.finditer(value, 0, close):
        before, colon = found["before"], found["colon"]
        if found["key"] not in keys and not (colon != ":" and value[found.end() : found.end() + 1].isdigit()):
            continue
        if before in _SEPARATORS:
            message = f"花括号里各项之间是“{before}”，要用英文逗号加空格"
            yield TypingError(codes.WRONG_COMMA, found.start(), found.start() + 1, message, corrected)
        at = found.start("colon")
        if colon != ":":
            message = f"“{found['key']}”后面是“{colon}”，要用英文冒号加空格"
            yield TypingError(codes.WRONG_COLON, at, at + 1, message, corrected)
        elif not found["gap"] and value[found.end() : found.end() + 1] not in "[{\"'":
            message = f"“{found['key']}:”后面少一个空格"
            yield TypingError(codes.MISSING_BLANK, at, at + 1, message, corrected)
    commas = tuple(_splitting(value, close))
    whole = _replaced(value, commas) if commas else value
    for comma in commas:
        message = f"英文逗号把“{value[max(comma - 4, 1) : comma]}{value[comma : comma + 5]}”切成了两项"
        yield TypingError(codes.SPLIT_BY_COMMA, comma, comma + 1, message, whole)


def _splitting(value: str, close: int) -> Iterator[int]:
    """The commas behind which no key follows."""
    depth, at, last = 0, 0, -1
    while at <= close:
        char = value[at]
        quoted = _QUOTED[char].match(value, at) if char in _QUOTED else None
        if quoted and value[at - 1] in "{[, :":
            at = quoted.end()
            continue
        if depth == 1 and char in ",}":
            if last > 0 and _COLONS.isdisjoint(value[last + 1 : at]) and value[last + 1 : at].strip():
                yield last
            last = at if char == "," else last
        depth += (char in "{[") - (char in "}]")
        at += 1


def _replaced(value: str, commas: tuple[int, ...]) -> str:
    """The value with full-width commas for those; the ones that group a number's digits go."""
    written = value[: commas[0]].rstrip()
    for comma, end in zip(commas, (*commas[1:], len(value)), strict=True):
        written += "" if _THOUSANDS.match(value, comma - 1) else "\uff0c"
        written += value[comma + 1 : end].strip()
    return written


def _corrected_braces(value: str, keys: Collection[str]) -> str:
    def correct(found: re.Match[str]) -> str:
        if found["key"] not in keys and found["colon"] == ":":
            return found.group()
        return f"{'{' if found['before'] == '{' else ', '}{found['key']}: "

    return _BRACES.sub(correct, value)
