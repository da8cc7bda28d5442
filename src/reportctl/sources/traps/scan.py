"""All traps of a file, each at its own line, whether the parser stumbled over it or read something else."""

from __future__ import annotations

import re
from difflib import get_close_matches
from typing import TYPE_CHECKING, NamedTuple

from reportctl.findings import Severity
from reportctl.patterns import pattern
from reportctl.sources.traps import codes
from reportctl.sources.traps.lines import COLONS, ODD_BLANKS, Line, lines
from reportctl.sources.traps.values import Trap, in_quotes, traps

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from reportctl.findings import Finding
    from reportctl.sources.source import Source

_HAN = pattern("[\u4e00-\u9fff]")
_DASH = pattern(f"[\uff0d\u2013\u2014\u2212\u2022\u25cf\u25cb\u25a0\u25c6\u00b7][ \t{ODD_BLANKS}]*")
_BARE_DASH = pattern(r"-(?=[^\s\-0-9.>])")
_CONFLICT = pattern(r"(?:<{7}|={7}|>{7})(?: |$)")
_NO_COLON = pattern(r"(?P<key>[A-Za-z_]+|[\u4e00-\u9fff]{2,5})[ \t\u3000]+(?P<value>\S.*)")
_CONFLICT_HINT = "留下要用的一份，删去另一份和这三行记号"
_SHOWN = 40
_BLANK_NAMES = {"\u3000": "全角空格", "\u00a0": "不间断空格"}

# What a file that could be read may hide: a gate, so that a sound file costs next to nothing.
_AT_LINE_START = pattern(f"\n *(?:-[^\\s\\-0-9.>]|[\uff0d\u2022\u25cf{ODD_BLANKS}])")
_TIGHT = pattern(r":(?=[^\s/0-9])")
_WRONG_MARKS = (*COLONS, "\uff1b", "\uff1d", ";", "=")
_FURTHEST = 60
_PREFIX = pattern(f"[ {ODD_BLANKS}-]*([^\\s:]+?)[\"'“”]?[ \u3000]*")
_CLOSE_ENOUGH = 0.6


def of_broken(source: Source, keys: Collection[str], findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The traps of a file that the parser could not read; `keys` are all names that may stand as keys.

    The parser's own complaint is left out where a trap before it explains it.
    """
    scan = _Scan(source, keys)
    found = [one for line in scan.lines for one in scan.findings(line, whole=True)]
    first = min((one.span.line for one in found if one.severity is Severity.ERROR), default=None)
    kept = (one for one in findings if first is None or one.code != "syntax" or one.span.line < first)
    return (*kept, *found)


def of_read(source: Source, keys: Collection[str], findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings of a file that was read, with the traps that it hides.

    Lines that ended up in the value above them are found, and where a finding stands on a line with a trap,
    the trap takes its place.
    """
    given = tuple(findings)
    if not given and not _may_hide(source.text, keys):
        return ()
    suspects = {one.span.line for one in given if one.code in {"unknown-key", "wrong-type", "bad-value"}}
    scan = _Scan(source, keys)
    found: list[Finding] = []
    explained: set[int] = set()
    for line in scan.lines:
        number = source.place(line.at)[0]
        more = tuple(scan.findings(line, whole=number in suspects))
        found += more
        if any(one.severity is Severity.ERROR for one in more):
            explained.add(number)
    return (*(one for one in given if one.span.line not in explained or one.span.line == 0), *found)


def _may_hide(text: str, keys: Collection[str]) -> bool:
    if "<<<<<<<" in text or _AT_LINE_START.search(text):
        return True
    if any(text[text.rfind("\n", 0, at) + 1 : at].strip() for at in _places(text, " #")):
        return True
    if any(_stands_behind_key(text, found.start(), keys) for found in _TIGHT.finditer(text)):
        return True
    return any(_stands_behind_key(text, at, keys) for mark in _WRONG_MARKS for at in _places(text, mark))


def _places(text: str, mark: str) -> Iterator[int]:
    at = text.find(mark)
    while at >= 0:
        yield at
        at = text.find(mark, at + 1)


def _stands_behind_key(text: str, at: int, keys: Collection[str]) -> bool:
    start = text.rfind("\n", 0, at) + 1
    if at - start > _FURTHEST:
        return False
    prefix = _PREFIX.fullmatch(text, start, at)
    return prefix is not None and prefix[1] in keys


class _Indents(NamedTuple):
    """Where sound lines begin: by key with and without a dash, to show how a wrong one should."""

    by_key: dict[tuple[str, bool], str]

    def right(self, line: Line, before: Line | None) -> str:
        known = self.by_key.get((line.key, bool(line.dashes)))
        if known is not None:
            return known
        if line.key and not line.dashes and before is not None and before.key and before.words:
            return " " * before.column
        return re.sub(f"[{ODD_BLANKS}\t]", "  ", line.indent)


def _in_use(rows: Iterable[Line], keys: Collection[str]) -> frozenset[str]:
    """The keys without the Chinese ones where the file uses none: there they are words of the text."""
    chinese = [row for row in rows if row.known and not row.key.isascii()]
    if len(chinese) > 1 or any(row.text[row.colon] == ":" for row in chinese):
        return frozenset(keys)
    return frozenset(filter(str.isascii, keys))


def _before(rows: Iterable[Line]) -> dict[int, Line]:
    """For each line, the last one above it whose indent is sound."""
    before: dict[int, Line] = {}
    last: Line | None = None
    for row in rows:
        if last is not None:
            before[row.at] = last
        if not row.indent.strip(" "):
            last = row
    return before


class _Scan:
    """Looks at the lines of one file."""

    def __init__(self, source: Source, keys: Collection[str]) -> None:
        self.source = source
        self.keys = _in_use(lines(source, keys), keys)
        self.lines = tuple(lines(source, self.keys))
        sound = [one for one in self.lines if not one.indent.strip(" ")]
        self.before = _before(self.lines)
        self.indents = _Indents({(one.key, bool(one.dashes)): one.indent for one in sound if one.known})

    def findings(self, line: Line, *, whole: bool) -> Iterator[Finding]:
        """The traps of a line; `whole` looks into its value as well, which a sound file need not fear."""
        found = [*self._structure(line), *(self._value(line) if whole else self._swallowed(line))]
        if not found:
            return
        mended = self._mended(line, found)
        shown = mended if len(mended) <= _SHOWN else f"{mended[:_SHOWN]}……"
        for trap in found:
            span = self.source.span(line.at + trap.start, line.at + trap.end)
            is_conflict = trap.rule is codes.MERGE_CONFLICT
            yield trap.rule.at(span, trap.message, _CONFLICT_HINT if is_conflict else f"这一行改成“{shown}”")

    def _structure(self, line: Line) -> Iterator[Trap]:
        """Traps of indent, dash, key and colon."""
        if _CONFLICT.match(line.text):
            yield Trap(codes.MERGE_CONFLICT, 0, 7, f"“{line.text[:7]}”是合并冲突留下的记号")
            return
        structural = line.known or bool(line.dashes)
        odd = line.indent.strip(" ")
        if odd and (structural or "\t" in odd):
            yield _indent(line, odd[0])
        if not line.key or not line.known:
            yield from self._unmarked(line)
        else:
            yield from _key(line)

    def _unmarked(self, line: Line) -> Iterator[Trap]:
        """A line without a key that is known: perhaps because of what stands before or behind it."""
        dash = _DASH.match(line.text, line.body) or _BARE_DASH.match(line.text, line.body)
        rest = line.text[dash.end() :] if dash else ""
        if dash and (dash.group()[0] == "-" or self._begins_with_key(rest)):
            mark = dash.group()[0]
            rule = codes.MISSING_BLANK if mark == "-" else codes.WRONG_DASH
            message = "短横“-”后面少一个空格" if mark == "-" else f"条目以“{mark}”开头，要用英文短横“-”加空格"
            yield Trap(rule, line.body, line.body + 1, message, rest=f"- {self._tidy(rest)}")
        elif not line.key and (bare := _NO_COLON.fullmatch(line.words)) and bare["key"] in self.keys:
            end = line.value + len(bare["key"])
            message = f"“{bare['key']}”后面没有冒号"
            yield Trap(codes.MISSING_COLON, line.value, end, message, rest=f"{bare['key']}: {bare['value']}")

    def _begins_with_key(self, rest: str) -> bool:
        found = re.match(f"([A-Za-z_]+|[\u4e00-\u9fff]+)[ ]*[:{COLONS}]", rest)
        return found is not None and found[1] in self.keys

    def _value(self, line: Line) -> Iterator[Trap]:
        """Traps of what the line holds."""
        words = line.words
        if line.unclosed:
            message = f"英文引号“{words[0]}”没有成对，下面的几行都会被当成这个值"
            yield Trap(codes.UNCLOSED_QUOTE, line.value, line.value + 1, message, words + words[0])
        elif line.key and not line.known and line.dashes and self._is_prose(line):
            message = f"英文冒号加空格把这一条切成了“{line.key}”和后面两半"
            rest = f"{line.key}\uff1a{words}"
            yield Trap(codes.SECOND_COLON, line.colon, line.colon + 1, message, rest=rest)
        elif words[:1] in {"“", "‘"} and words[-1:] in {"”", "’"} and line.known:
            message = f"值用中文引号“{words[0]}{words[-1]}”包住了，这里不需要引号"
            yield Trap(codes.CHINESE_QUOTES, line.value, line.value + 1, message, words[1:-1])
        elif line.key or line.dashes:
            for trap in traps(words, self.keys):
                yield trap._replace(start=trap.start + line.value, end=trap.end + line.value)

    def _is_prose(self, line: Line) -> bool:
        near = get_close_matches(line.key, list(self.keys), n=1, cutoff=_CLOSE_ENOUGH)
        return not near and bool(line.words) and _HAN.search(line.key) is not None

    def _swallowed(self, line: Line) -> Iterator[Trap]:
        """Words behind a # that the parser took for a remark, though a sentence goes on there."""
        words = line.words
        if not (line.key or line.dashes) or words[:1] in {'"', "'", "|", ">", "{", "["}:
            return
        at = words.find(" #")
        rest = words[at + 2 :]
        if at <= 0 or not _HAN.search(rest):
            return
        if not rest.startswith(" ") or (_HAN.search(words[:at]) and rest.endswith("。")):
            start = line.value + at + 1
            message = f"“#”后面的“{rest.strip()[:10]}”被当作备注，不会写进报告"
            yield Trap(codes.SWALLOWED_TEXT, start, line.value + len(words), message, in_quotes(words))

    def _mended(self, line: Line, found: list[Trap]) -> str:
        """The line as it should be, all its traps mended."""
        indent = self.indents.right(line, self.before.get(line.at)) if line.indent.strip(" ") else line.indent
        rest = next((trap.rest for trap in found if trap.rest is not None), None)
        if rest is None:
            rest = next((trap.value for trap in found if trap.value is not None), line.words)
            if line.key:
                rest = f"{line.key}: {rest}".rstrip()
        return f"{indent}{line.dashes}{rest}"

    def _tidy(self, rest: str) -> str:
        """What stands behind a mended dash: its colon may be wrong too."""
        found = re.match(f"([A-Za-z_]+|[\u4e00-\u9fff]+)[ ]*[:{COLONS}][ ]*", rest)
        return f"{found[1]}: {rest[found.end() :]}" if found and found[1] in self.keys else rest


def _indent(line: Line, mark: str) -> Trap:
    start = line.text.index(mark)
    if mark == "\t":
        return Trap(codes.TAB_INDENT, start, start + 1, "行首用了 Tab 缩进，只能用空格")
    name = _BLANK_NAMES.get(mark, "看不见的空白")
    code = format(ord(mark), "04X")
    message = f"行首的缩进里有{name}（U+{code}），只能用英文空格"
    return Trap(codes.ODD_INDENT, start, start + 1, message)


def _key(line: Line) -> Iterator[Trap]:
    """Traps between a known key and its value."""
    colon = line.text[line.colon]
    if line.quotes and line.quotes[0] in "“”‘’":
        message = f"键名“{line.key}”用中文引号包住了，不需要引号"
        yield Trap(codes.CHINESE_QUOTES, line.body, line.body + 1, message, line.words)
    if colon != ":":
        message = f"“{line.key}”后面是“{colon}”，要用英文冒号加空格"
        yield Trap(codes.WRONG_COLON, line.colon, line.colon + 1, message)
    elif not line.gap and line.words:
        message = f"“{line.key}:”后面少一个空格"
        yield Trap(codes.MISSING_BLANK, line.colon, line.colon + 1, message)
