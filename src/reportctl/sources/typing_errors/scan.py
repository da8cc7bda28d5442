"""All typing errors of a file, line by line, each with the line as it should be."""

from __future__ import annotations

import re
from difflib import get_close_matches
from typing import TYPE_CHECKING, NamedTuple

from reportctl.findings import Replacement
from reportctl.sources.typing_errors import codes
from reportctl.sources.typing_errors.foreign import foreign_lines, markdown
from reportctl.sources.typing_errors.lines import COLONS, LETTER, ODD_BLANKS, TypedLine, lines, split
from reportctl.sources.typing_errors.placement import misplaced_lines
from reportctl.sources.typing_errors.values import TypingError, in_quotes, value_errors

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from reportctl.findings import Finding
    from reportctl.sources.source import Source

_HAN = re.compile(LETTER)
_DASH = re.compile(
    rf"[\uff0d\u2013\u2014\u2212\u2022\u25cf\u25cb\u25a0\u25c6\u00b7][ \t{ODD_BLANKS}]*"
    rf"|-(?:(?=[^\s\-0-9.>])|[{ODD_BLANKS}]+)"
    r"|(?:[0-9]{1,2}|[一二三四五六七八九十]{1,2})[.\uff0e、)\uff09][ \t]*|\*[ \t]+"
)
_CONFLICT = re.compile(r"(?:<{7}|={7}|>{7})(?: |$)")
_NO_COLON = re.compile(rf"(?P<key>[A-Za-z_]+|{LETTER}{{2,5}})[ \t\u3000]+(?P<value>\S.*)")
_CONFLICT_HINT = "留下要用的一份，删去另一份和这三行记号"
_FOREIGN_HINT = "删去这一行和别的不是材料的行（材料前后的话、```），只留材料"
_SHOWN = 80
"""A longer line is shown in part: so many characters from its two ends, so many around an error."""
_HEAD, _AROUND = 12, 20
_ODD = "\u00a0\u3000"
_TO_BLANKS = str.maketrans(
    {**dict.fromkeys(ODD_BLANKS, " "), **dict.fromkeys("\u200b\u2060\ufeff", ""), "\u3000": "  ", "\t": "  "}
)
"""What odd blanks and tabs are in blanks that YAML knows, each as wide as it looks."""
_BLANK_NAMES = {"\u3000": "全角空格", "\u00a0": "不间断空格"}
_CLOSE_ENOUGH = 0.6
_LONGEST_KEY = 8


class _Indents(NamedTuple):
    """Where sound lines begin: by key with and without a dash, to show how a wrong one should."""

    by_key: dict[tuple[str, bool], str]

    def right(self, line: TypedLine, before: TypedLine | None) -> str:
        known = self.by_key.get((line.key, bool(line.dashes)))
        if known is not None:
            return known
        if line.key and not line.dashes and before is not None and before.key and before.words:
            # behind a dash that still lacks its blank the key moves on by two
            return " " * (before.column + 2 * before.key.startswith("-"))
        return line.indent.translate(_TO_BLANKS)


def _in_use(rows: Iterable[TypedLine], keys: Collection[str]) -> frozenset[str]:
    """The keys without the Chinese ones where the file uses none: there they are words of the text."""
    chinese = [row for row in rows if row.known and not row.key.isascii()]
    if len(chinese) > 1 or any(row.text[row.colon] == ":" for row in chinese):
        return frozenset(keys)
    return frozenset(filter(str.isascii, keys))


def keyed_lines(source: Source, keys: Collection[str]) -> tuple[TypedLine, ...]:
    """The lines that hold structure, with the keys that are none but words of the text left out."""
    return tuple(lines(source, _in_use(lines(source, keys), keys)))


def _before(rows: Iterable[TypedLine]) -> dict[int, TypedLine]:
    """For each line, the last one above it whose indent is sound."""
    before: dict[int, TypedLine] = {}
    last: TypedLine | None = None
    for row in rows:
        if last is not None:
            before[row.at] = last
        if not row.indent.strip(" "):
            last = row
    return before


def _below(rows: Iterable[TypedLine], source: Source, listless: Collection[int]) -> frozenset[int]:
    """The lines without a key of their own that stand below one of the keys on these lines."""
    found: set[int] = set()
    is_below = False
    for row in rows:
        if row.key:
            is_below = source.place(row.at)[0] in listless
        elif is_below:
            found.add(row.at)
    return frozenset(found)


class Scan:
    """Looks at the lines of one file; of a `broken` one, which nobody could read, at how they stand too.

    `listless` are the lines with a key that should have a list below it, and has something else.
    """

    def __init__(
        self,
        source: Source,
        keys: Collection[str],
        *,
        broken: bool = False,
        listless: Collection[int] = (),
    ) -> None:
        self.source = source
        self.keys = _in_use(lines(source, keys), keys)
        self.lines = tuple(lines(source, self.keys))
        sound = [line for line in self.lines if not line.indent.strip(" ")]
        self.before = _before(self.lines)
        self.indents = _Indents({(line.key, bool(line.dashes)): line.indent for line in sound if line.known})
        self.listed = _below(self.lines, source, listless) if listless else frozenset()
        self.misplaced: dict[int, TypingError] = {}
        self.placed: dict[int, str] = {}
        self.foreign = foreign_lines(self.lines, self.keys) if broken else {}
        if broken:
            self._place()

    def _place(self) -> None:
        """See how the lines stand once those that show how they should are mended, which are told no more."""
        meant = {line.at: self._meant(line) for line in self.lines}
        found = misplaced_lines(meant[line.at] for line in self.lines if line.at not in self.foreign)
        sound = {line.at for line in self.lines if meant[line.at] is line}
        self.misplaced = {at: error for at, error in found.items() if at in sound}
        self.placed = {at: error.indent or "" for at, error in found.items() if at not in sound}

    def _meant(self, line: TypedLine) -> TypedLine:
        found = [*self._structure(line)]
        if not found or not all(error.rule.fixable for error in found):
            return line
        return split(line.at, self._corrected(line, found), self.keys)

    def findings(self, line: TypedLine, *, whole: bool) -> Iterator[Finding]:
        """The typing errors of a line; `whole` looks into its value as well, which a sound file may skip."""
        if line.at in self.foreign:
            stranger = self.foreign[line.at]
            if stranger is not None:
                span = self.source.span(line.at + stranger.start, line.at + stranger.end)
                yield stranger.rule.at(span, stranger.message, _FOREIGN_HINT)
            return
        found = [*markdown(line, self.keys)]
        found = found or [*self._structure(line), *(self._value(line) if whole else self._swallowed(line))]
        if not found:
            return
        corrected = self._corrected(line, found)
        whole_line = self.source.span(line.at, line.at + len(line.text))
        fixable = all(error.rule.fixable for error in found)
        fix = (Replacement(whole_line, corrected),) if fixable else ()
        for error in found:
            span = self.source.span(line.at + error.start, line.at + error.end)
            is_conflict = error.rule is codes.MERGE_CONFLICT
            hint = _CONFLICT_HINT if is_conflict else f"这一行改成“{_shown(corrected, error.start)}”"
            yield error.rule.at(span, error.message, hint, fix=fix)

    def _structure(self, line: TypedLine) -> Iterator[TypingError]:
        """Typing errors of indent, dash, key and colon."""
        if _CONFLICT.match(line.text):
            yield TypingError(codes.MERGE_CONFLICT, 0, 7, f"“{line.text[:7]}”是合并冲突留下的记号")
            return
        structural = line.known or bool(line.dashes)
        odd = line.indent.strip(" ")
        if odd and (structural or "\t" in odd):
            yield _indent(line, odd[0])
        known = line.key and line.known
        found = tuple(_key(line) if known else self._unmarked(line))
        yield from found
        misplaced = self.misplaced.get(line.at)
        if misplaced is not None and (known or not found):
            yield misplaced

    def _unmarked(self, line: TypedLine) -> Iterator[TypingError]:
        """A line without a key that is known: perhaps because of what stands before or behind it."""
        dash = _DASH.match(line.text, line.body)
        rest = line.text[dash.end() :] if dash else ""
        if dash and (dash.group()[0] in "-*" or self._begins_with_key(rest) or line.at in self.listed):
            mark = dash.group()[0] if dash.group()[0] == "-" else dash.group().strip()
            rule = codes.MISSING_BLANK if mark == "-" else codes.WRONG_DASH
            message = f"条目以“{mark}”开头，要用英文短横“-”加空格"
            if mark == "-":
                odd = _blank(dash.group()[1:2])
                message = f"短横“-”后面是{odd}，要用英文空格" if odd else "短横“-”后面少一个空格"
            yield TypingError(rule, line.body, line.body + len(mark), message, rest=f"- {self._tidy(rest)}")
        elif not line.key and not line.dashes and line.words in self.keys:
            message = f"“{line.words}”后面没有冒号"
            yield TypingError(
                codes.MISSING_COLON, line.value, line.value + len(line.words), message, rest=f"{line.words}:"
            )
        elif not line.key and (bare := _NO_COLON.fullmatch(line.words)) and bare["key"] in self.keys:
            end = line.value + len(bare["key"])
            message = f"“{bare['key']}”后面没有冒号"
            yield TypingError(
                codes.MISSING_COLON, line.value, end, message, rest=f"{bare['key']}: {bare['value']}"
            )

    def _begins_with_key(self, rest: str) -> bool:
        found = re.match(f"([A-Za-z_]+|{LETTER}+)[ ]*[:{COLONS}]", rest)
        return found is not None and found[1] in self.keys

    def _value(self, line: TypedLine) -> Iterator[TypingError]:
        """Typing errors of what the line holds."""
        words = line.words
        if line.unclosed:
            message = f"英文引号“{words[0]}”没有成对，下面的几行都会被当成这个值"
            yield TypingError(codes.UNCLOSED_QUOTE, line.value, line.value + 1, message, words + words[0])
        elif line.key and not line.known and line.dashes and self._is_prose(line):
            message = f"英文冒号加空格把这一条切成了“{line.key}”和后面两半"
            rest = f"{line.key}\uff1a{words}"
            yield TypingError(codes.SECOND_COLON, line.colon, line.colon + 1, message, rest=rest)
        elif words[:1] in {"“", "‘"} and words[-1:] in {"”", "’"} and line.known:
            message = f"值用中文引号“{words[0]}{words[-1]}”包住了，这里不需要引号"
            yield TypingError(codes.CHINESE_QUOTES, line.value, line.value + 1, message, words[1:-1])
        elif line.key or line.dashes:
            for error in value_errors(words, self.keys):
                yield error._replace(start=error.start + line.value, end=error.end + line.value)

    def _is_prose(self, line: TypedLine) -> bool:
        near = get_close_matches(line.key, list(self.keys), n=1, cutoff=_CLOSE_ENOUGH)
        enough = line.words or len(line.key) > _LONGEST_KEY
        return not near and bool(enough) and _HAN.search(line.key) is not None

    def _swallowed(self, line: TypedLine) -> Iterator[TypingError]:
        """Words behind a # that the parser took for a remark, though a sentence goes on there."""
        words = line.words
        if not (line.key or line.dashes) or words[:1] in {'"', "'", "|", ">", "{", "["}:
            return
        at = -1 if words.startswith("#") else words.find(" #")
        rest = words[at + 2 :]
        if (at <= 0 and not words.startswith("#")) or not _HAN.search(rest):
            return
        if not rest.startswith(" ") or (_HAN.search(words[:at]) and rest.endswith("。")):
            start = line.value + at + 1
            message = f"“#”后面的“{rest.strip()[:10]}”被当作备注，不会写进报告"
            yield TypingError(codes.SWALLOWED_TEXT, start, line.value + len(words), message, in_quotes(words))

    def _corrected(self, line: TypedLine, found: list[TypingError]) -> str:
        """The line as it should be, all its typing errors corrected."""
        indent = next((error.indent for error in found if error.indent is not None), None)
        if indent is None:
            odd = line.indent.strip(" ")
            indent = self.placed.get(line.at) if odd else line.indent
            if indent is None:
                indent = self.indents.right(line, self.before.get(line.at))
        rest = next((error.rest for error in found if error.rest is not None), None)
        if rest is None:
            rest = next((error.value for error in found if error.value is not None), line.words.lstrip(_ODD))
            if line.key:
                rest = f"{line.key}: {rest}".rstrip()
        return f"{indent}{line.dashes}{rest}"

    def _tidy(self, rest: str) -> str:
        """What stands behind a corrected dash: its colon may be wrong too."""
        found = re.match(f"([A-Za-z_]+|{LETTER}+)[ ]*[:{COLONS}][ ]*", rest)
        return f"{found[1]}: {rest[found.end() :]}" if found and found[1] in self.keys else rest


def _indent(line: TypedLine, mark: str) -> TypingError:
    start = line.text.index(mark)
    if mark == "\t":
        return TypingError(codes.TAB_INDENT, start, start + 1, "行首用了 Tab 缩进，只能用空格")
    return TypingError(codes.ODD_INDENT, start, start + 1, f"行首的缩进里有{_blank(mark)}，只能用英文空格")


def _blank(mark: str) -> str:
    """What a blank that YAML does not know is called; "" for anything else."""
    if not mark or mark not in ODD_BLANKS:
        return ""
    return f"{_BLANK_NAMES.get(mark, '看不见的空白')}（U+{ord(mark):04X}）"


def _shown(line: str, at: int) -> str:
    """A line for a hint; of a long one its beginning, what stands around a place, and its end."""
    if len(line) <= _SHOWN:
        return line
    start, end = at - _AROUND, at + _AROUND
    head = line[:start] if start <= _HEAD else f"{line[:_HEAD]}……"
    tail = line[end:] if end >= len(line) - _HEAD else f"……{line[-_HEAD:]}"
    return f"{head}{line[max(start, 0) : end]}{tail}"


def _key(line: TypedLine) -> Iterator[TypingError]:
    """Typing errors between a known key and its value."""
    colon = line.text[line.colon]
    if line.quotes and line.quotes[0] in "“”‘’":
        message = f"键名“{line.key}”用中文引号包住了，不需要引号"
        yield TypingError(codes.CHINESE_QUOTES, line.body, line.body + 1, message, line.words)
    if colon != ":":
        message = f"“{line.key}”后面是“{colon}”，要用英文冒号加空格"
        yield TypingError(codes.WRONG_COLON, line.colon, line.colon + 1, message)
    elif not line.gap and line.words:
        odd = _blank(line.words[0])
        message = f"“{line.key}:”后面" + (f"是{odd}，要用英文空格" if odd else "少一个空格")
        yield TypingError(codes.MISSING_BLANK, line.colon, line.colon + 1, message)
