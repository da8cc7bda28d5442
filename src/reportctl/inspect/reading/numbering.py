"""Automatic numbers: numbering.xml read and counted on, so that a number is text like any other."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import chain, islice
from typing import TYPE_CHECKING

from reportctl.inspect.reading.layers import Layer, paragraph_layer, run_layer
from reportctl.inspect.reading.ooxml import W, flag, integer, value
from reportctl.inspect.reading.refusals import at_most
from reportctl.text.numbers import chinese

if TYPE_CHECKING:
    from lxml.etree import _Element

    from reportctl.inspect.reading.layers import Theme

_DIGITS = "〇一二三四五六七八九"
_FORMAL = str.maketrans("〇一二三四五六七八九十百千", "零壹贰叁肆伍陆柒捌玖拾佰仟")
_CHINESE = frozenset(
    (
        "chineseCounting",
        "chineseCountingThousand",
        "taiwaneseCountingThousand",
        "japaneseCounting",
        "koreanCounting",
    )
)
_IDEOGRAPHS = frozenset(
    ("ideographDigital", "taiwaneseDigital", "japaneseDigitalTenThousand", "koreanDigital2")
)
_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"),
          (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))  # fmt: skip
_SEPARATORS = {"tab": "\t", "space": " "}
_LARGEST = 10_000
DEEPEST = 8
"""The last level of a list, counted from 0."""
_LEVELS = 100  # of a list that are looked at; nine are allowed
_LONGEST_LOOK = 255  # characters


def written(number: int, style: str) -> str:
    """A number in one of the number formats of WordprocessingML; an unknown format counts in digits."""
    if style in ("none", "bullet") or not 0 < number < _LARGEST:
        return "" if style in ("none", "bullet") else str(number)
    if style in _CHINESE:
        return chinese(number)
    if style in _IDEOGRAPHS:
        return "".join(_DIGITS[int(digit)] for digit in str(number))
    if style in ("chineseLegalSimplified", "ideographLegalTraditional"):
        return chinese(number).translate(_FORMAL)
    if style in ("lowerLetter", "upperLetter"):
        letter = chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)
        return letter.upper() if style == "upperLetter" else letter
    if style in ("lowerRoman", "upperRoman"):
        return _roman(number).upper() if style == "upperRoman" else _roman(number)
    if style.startswith("decimalEnclosedCircle") and number <= 20:
        return chr(ord("①") + number - 1)
    if style.startswith("decimalFullWidth"):
        return "".join(chr(ord(digit) + 0xFEE0) for digit in str(number))
    return f"{number:02}" if style == "decimalZero" else str(number)


def _roman(number: int) -> str:
    text = ""
    for amount, letters in _ROMAN:
        text += letters * (number // amount)
        number %= amount
    return text


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list: how it counts and how its number looks.

    Every other one of `pieces` is the level (from 1) whose number stands there.
    """

    start: int
    style: str
    pieces: tuple[str, ...]
    separator: str
    restart: int | None
    decimal_only: bool
    paragraph: Layer
    run: Layer


class Numbering:
    """The lists of a document and how far each has counted; ask in reading order."""

    def __init__(self, root: _Element | None, theme: Theme) -> None:
        self._theme = theme
        self._abstract: dict[str, _Element] = {}
        self._by_style: dict[str, _Element] = {}
        self._list: dict[str, _Element] = {}
        self._levels: dict[tuple[str, int], Level | None] = {}
        self._counters: dict[str, dict[int, int]] = {}
        self._abstract_ids: dict[str, str] = {}
        self._begun: set[str] = set()
        if root is not None:
            for abstract in root.iterchildren(f"{W}abstractNum"):
                self._abstract[abstract.get(f"{W}abstractNumId", "")] = abstract
                self._by_style.setdefault(value(abstract, "styleLink"), abstract)
            self._list = {found.get(f"{W}numId", ""): found for found in root.iterchildren(f"{W}num")}

    def level(self, identity: str, depth: int) -> Level | None:
        """How a list looks at a level (from 0), None where there is no such list."""
        key = (identity, depth)
        if key not in self._levels:
            self._levels[key] = self._read_level(identity, depth)
        return self._levels[key]

    def next(self, identity: str, depth: int) -> str:
        """The next number of a list at a level, with what separates it from the text."""
        level = self.level(identity, depth)
        if level is None:
            return ""
        counters = self._counters.setdefault(self._abstract_id(identity), {})
        self._begin(identity, counters)
        counters[depth] = counters.get(depth, level.start - 1) + 1
        for deeper in [counted for counted in counters if counted > depth]:
            below = self.level(identity, deeper)
            if below is None or below.restart is None or 0 < below.restart <= depth + 1:
                del counters[deeper]
        numbers = {
            piece: self._part(identity, int(piece) - 1, counters, level) for piece in level.pieces[1::2]
        }
        text = "".join(
            [piece if place % 2 == 0 else numbers[piece] for place, piece in enumerate(level.pieces)]
        )
        return text + level.separator if text else ""

    def _part(self, identity: str, depth: int, counters: dict[int, int], of: Level) -> str:
        level = self.level(identity, depth)
        if level is None:
            return ""
        number = counters.get(depth, level.start)
        return written(number, "decimal" if of.decimal_only and level.style != "decimal" else level.style)

    def _begin(self, identity: str, counters: dict[int, int]) -> None:
        """A list that overrides a start counts from it when it is first used."""
        if identity in self._begun:
            return
        self._begun.add(identity)
        for override in self._list[identity].iterchildren(f"{W}lvlOverride"):
            start = integer(value(override, "startOverride"))
            depth = integer(override.get(f"{W}ilvl"))
            if start is not None and depth is not None and 0 <= depth <= DEEPEST:
                counters[depth] = start - 1

    def _abstract_id(self, identity: str) -> str:
        if identity not in self._abstract_ids:
            self._abstract_ids[identity] = value(self._list.get(identity), "abstractNumId")
        return self._abstract_ids[identity]

    def _read_level(self, identity: str, depth: int) -> Level | None:
        own = self._list.get(identity)
        abstract = self._linked(self._abstract.get(self._abstract_id(identity)))
        if own is None or abstract is None:
            return None
        wanted = str(depth)
        levels = chain(
            own.iterfind(f"{W}lvlOverride/{W}lvl"), islice(abstract.iterchildren(f"{W}lvl"), _LEVELS)
        )
        level = next((found for found in levels if found.get(f"{W}ilvl") == wanted), None)
        return None if level is None else self._level(level)

    def _linked(self, abstract: _Element | None) -> _Element | None:
        """A list that only names a list style is the list which that style defines."""
        name = "" if abstract is None else value(abstract, "numStyleLink")
        if not name:
            return abstract
        return self._by_style.get(name)

    def _level(self, level: _Element) -> Level:
        start = integer(value(level, "start"))
        look = value(level, "lvlText")
        at_most(_LONGEST_LOOK, len(look), "自动编号的样式", "个字")
        return Level(
            start=1 if start is None else start,
            style=value(level, "numFmt") or "decimal",
            pieces=tuple(re.split("%([1-9])", look)),
            separator=_SEPARATORS.get(value(level, "suff") or "tab", ""),
            restart=integer(value(level, "lvlRestart")),
            decimal_only=flag(level.find(f"{W}isLgl")),
            paragraph=paragraph_layer(level.find(f"{W}pPr")),
            run=run_layer(level.find(f"{W}rPr"), self._theme),
        )
