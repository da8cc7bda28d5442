"""The values of a layout - lengths, fonts, colours - and how each kind is read from and shown as text."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Generic, NamedTuple, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

T = TypeVar("T")

_POINTS = {"mm": 72 / 25.4, "cm": 720 / 25.4, "pt": 1.0, "毫米": 72 / 25.4, "厘米": 720 / 25.4, "磅": 1.0}
_SIZES = {
    "初号": 42, "小初": 36, "1号": 26, "小1": 24, "2号": 22, "小2": 18, "3号": 16, "小3": 15,
    "4号": 14, "小4": 12, "5号": 10.5, "小5": 9, "6号": 7.5, "小6": 6.5, "7号": 5.5, "8号": 5,
}  # fmt: skip
_DIGITS = str.maketrans("一二三四五六七八", "12345678")
_MEASURE = re.compile(r"([+-]?\d+(?:\.\d+)?)\s*(\D*)")
_YES = frozenset({"true", "yes", "on", "是", "有"})
_NO = frozenset({"false", "no", "off", "否", "无"})
_COLORS = {"黑色": "000000", "黑": "000000", "红色": "FF0000", "红": "FF0000"}


class FontClass(StrEnum):
    """The classes of type that the standard names; which vendor's font stands for one, a preset says."""

    FANGSONG = "仿宋"
    HEI = "黑体"
    KAI = "楷体"
    BIAOSONG = "小标宋"
    SONG = "宋体"


class Align(StrEnum):
    """How the lines of a paragraph lie between the margins."""

    LEFT = "居左"
    CENTER = "居中"
    RIGHT = "居右"
    JUSTIFY = "两端对齐"


class GridKind(StrEnum):
    """How 22 × 28 comes about: by exact line and run spacing, or by Word's grid of lines and characters."""

    LINES = "lines"
    WORD = "word"


class PageNumberPlace(StrEnum):
    """Where the page number stands: odd pages right and even pages left, or in the middle."""

    OUTSIDE = "单右双左"
    CENTER = "居中"


class Strength(StrEnum):
    """How strongly a figure binds: 应当/必须, 一般/推荐/可以, or by custom, without the standard."""

    MUST = "must"
    SHOULD = "should"
    PRACTICE = "practice"


@dataclass(frozen=True, slots=True, order=True)
class Length:
    """A length in points; `written` (37mm, 3号) is how the layout file says it, of no weight in comparing."""

    points: float
    written: str = field(default="", compare=False)

    @property
    def mm(self) -> float:
        """The length in millimetres."""
        return self.points * 25.4 / 72

    @property
    def twips(self) -> int:
        """The length in twentieths of a point; beyond an inch to a tenth of a point, as Word's dialogs do."""
        return round(self.points * 20) if abs(self.points) < 72 else round(self.points * 10) * 2

    @property
    def half_points(self) -> int:
        """The length in half points, the unit of font sizes."""
        return round(self.points * 2)

    @property
    def eighths(self) -> int:
        """The length in eighths of a point, the unit of border widths."""
        return round(self.points * 8)

    def __str__(self) -> str:
        return self.written or f"{self.points:g}pt"


class ValueKind(NamedTuple, Generic[T]):
    """A kind of value: what a user may write, and how it is read and shown."""

    expects: str
    read: Callable[[str], T]
    show: Callable[[T], str] = str


def length(least: float, most: float) -> ValueKind[Length]:
    """Lengths from `least` to `most` millimetres, written 37mm, 3.7cm, 28.95pt or 28.95磅."""

    def read(text: str) -> Length:
        number, unit = _measure(text)
        if unit not in _POINTS:
            raise ValueError(text)
        points = _within(number * _POINTS[unit], least * 72 / 25.4, most * 72 / 25.4)
        return Length(points, text)

    return ValueKind(f"带单位的长度，{least:g}mm 至 {most:g}mm（如 37mm、28.95pt）", read)


def font_size() -> ValueKind[Length]:
    """Font sizes from 5 to 72 points, written 3号, 三号, 小四 or 16pt."""

    def read(text: str) -> Length:
        name = text.translate(_DIGITS)
        points = _SIZES.get(name) or _SIZES.get(name.removesuffix("号"))
        if points is None:
            number, unit = _measure(text)
            if unit not in {"pt", "磅"}:
                raise ValueError(text)
            points = number
        return Length(_within(points, 5, 72), text)

    return ValueKind("字号，5pt 至 72pt（如 3号、小四、16pt）", read)


def line_pitch() -> ValueKind[Length | None]:
    """The height of an element's lines, or None for the page's own: `grid`."""
    exact = length(3, 30)

    def read(text: str) -> Length | None:
        return None if text in {"grid", "同版面"} else exact.read(text)

    return ValueKind(
        "grid（同版面行距）或 3mm 至 30mm 的行距（如 28.95pt）", read, lambda value: str(value or "同版面")
    )


def count(least: int, most: int, unit: str) -> ValueKind[int]:
    """Whole numbers with an optional unit, such as 2行."""

    def read(text: str) -> int:
        number, written = _measure(text)
        if written not in {"", unit} or number != int(number):
            raise ValueError(text)
        return int(_within(number, least, most))

    return ValueKind(f"{least} 至 {most} 的整数（如 {least}{unit}）", read, lambda value: f"{value}{unit}")


def characters(most: float) -> ValueKind[float]:
    """Distances in characters (一个字的宽度), with an optional unit: 2字."""

    def read(text: str) -> float:
        number, unit = _measure(text)
        if unit not in {"", "字", "字符"}:
            raise ValueError(text)
        return _within(number, 0, most)

    return ValueKind(f"0 至 {most:g} 个字（如 2字）", read, lambda value: f"{value:g}字")


def choice(names: Mapping[str, T]) -> ValueKind[T]:
    """One of several names; the first name of a value is the one shown."""
    shown: dict[T, str] = {}
    for name, value in names.items():
        shown.setdefault(value, name)

    def read(text: str) -> T:
        if text not in names:
            raise ValueError(text)
        return names[text]

    return ValueKind(f"{'、'.join(shown.values())}之一", read, shown.__getitem__)


def flag() -> ValueKind[bool]:
    """Yes or no: true/false, 是/否."""

    def read(text: str) -> bool:
        word = text.lower()
        if word not in _YES | _NO:
            raise ValueError(text)
        return word in _YES

    return ValueKind("true（是）或 false（否）", read, lambda value: "是" if value else "否")


def color() -> ValueKind[str]:
    """A colour as six hexadecimal digits RRGGBB, or 黑色, 红色."""

    def read(text: str) -> str:
        value = _COLORS.get(text, text.removeprefix("#").upper())
        if not re.fullmatch(r"[0-9A-F]{6}", value):
            raise ValueError(text)
        return value

    names = {"000000": "黑色", "FF0000": "红色"}
    return ValueKind("黑色、红色或六位十六进制颜色（如 FF0000）", read, lambda value: names.get(value, value))


def words(most: int) -> ValueKind[str]:
    """A short text, which may be empty."""

    def read(text: str) -> str:
        if len(text) > most or not text.isprintable():
            raise ValueError(text)
        return text

    return ValueKind(f"不超过 {most} 个字的文字", read, lambda value: value or "（无）")


def _measure(text: str) -> tuple[float, str]:
    found = _MEASURE.fullmatch(text.strip())
    if found is None:
        raise ValueError(text)
    return float(found[1]), found[2].strip()


def _within(amount: float, least: float, most: float) -> float:
    if not least - 1e-9 <= amount <= most + 1e-9:
        raise ValueError(amount)
    return amount
