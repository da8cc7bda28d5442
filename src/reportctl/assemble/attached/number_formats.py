"""How a spreadsheet shows a value: its number format carried out (ECMA-376 part 1, clause 18.8.31).

Formats of numbers, percentages, powers of ten, dates, times and durations; of one with a condition, a
fraction or Chinese numerals nothing is said, so that nothing wrong is said.
"""

from __future__ import annotations

import datetime as dt
import re
from decimal import ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING

from reportctl.document import chinese_date

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    Piece = tuple[str, str]

LOCAL = {
    **dict.fromkeys((27, 36, 50, 52, 57), 'yyyy"年"m"月"'),
    **dict.fromkeys((28, 29, 51, 53, 54, 58), 'm"月"d"日"'),
    30: "m-d-yy",
    31: 'yyyy"年"m"月"d"日"',
    **dict.fromkeys((32, 55), 'h"时"mm"分"'),
    **dict.fromkeys((33, 56), 'h"时"mm"分"ss"秒"'),
    34: '上午/下午h"时"mm"分"',
    35: '上午/下午h"时"mm"分"ss"秒"',
}
"""Formats that a Chinese Excel has by their number alone."""
_BY_THE_SYSTEM = {
    "mm-dd-yy": "yyyy/m/d",
    "m/d/yy h:mm": "yyyy/m/d h:mm",
    "[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy": 'yyyy"年"m"月"d"日"',
    "[$-F400]h:mm:ss\\ AM/PM": "h:mm:ss",
}
"""Formats that look as the system says; what they are on a Chinese one."""
_PIECE = re.compile(
    r'"(?P<quoted>[^"]*)"|\\(?P<escaped>.)|_.|\*.|\[(?P<bracket>[^\]]*)\]|(?P<general>general)'
    r"|(?P<half>am/pm|a/p|上午/下午)|(?P<power>e[+-]0+)|(?P<core>[0#?][0#?,.]*|\.[0#?]+)|(?P<date>[ymdhsae]+)"
    r"|(?P<section>;)|(?P<other>.)",
    re.IGNORECASE | re.DOTALL,
)
_MONEY = re.compile(r"\$([^-]*)(?:-.*)?")
_COLOUR = re.compile(
    r"(?:black|blue|cyan|green|magenta|red|white|yellow|color ?\d+|黑|蓝|青|绿|红|白|黄).?", re.IGNORECASE
)
_ELAPSED = re.compile("[hms]+", re.IGNORECASE)
_WEEK = "一二三四五六日"
_DIGITS = 10
"""Digits of a number that has no format of its own."""


def shown(value: object, number_format: str) -> str | None:
    """The words of a cell; None where its format is none that is known here."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    sections = list(_sections(_BY_THE_SYSTEM.get(number_format, number_format)))
    if isinstance(value, (int, float)):
        return _number(value, sections)
    if isinstance(value, (dt.date, dt.time, dt.timedelta)):
        return _moment(value, sections[0])
    return str(value)


def plain(value: object) -> str:
    """A value as it is where no format says more, a date as Chinese is written."""
    if isinstance(value, dt.datetime):
        time = f"{value:%H:%M}" if value.time() != dt.time() else ""
        return f"{chinese_date(value)}{time}"
    if isinstance(value, dt.date):
        return chinese_date(value)
    if isinstance(value, float):
        number = Decimal(repr(value))
        digits = max(_DIGITS - max(number.adjusted() + 1, 1), 0)
        rounded = number.quantize(Decimal(1).scaleb(-digits), ROUND_HALF_UP) if digits else number
        text = format(rounded, "f")
        return text.rstrip("0").rstrip(".") if "." in text else text
    return str(value)


def _sections(number_format: str) -> Iterator[list[Piece]]:
    """The sections of a format, for positive and negative numbers, zero and text, piece by piece."""
    pieces: list[Piece] = []
    for found in _PIECE.finditer(number_format):
        kind = found.lastgroup or ""
        if kind == "section":
            yield pieces
            pieces = []
        elif kind:
            pieces.append((kind, found[kind]))
    yield pieces


def _literal(piece: Piece) -> str | None:
    """What a piece says of itself, None for one that stands for digits, or that nothing is known of."""
    kind, text = piece
    if kind in {"quoted", "escaped", "other"}:
        return text
    if kind == "bracket":
        money = _MONEY.fullmatch(text)
        return money[1] if money else "" if _COLOUR.fullmatch(text) else None
    return None


def _number(value: float, sections: Sequence[list[Piece]]) -> str | None:
    number = Decimal(repr(value)) if isinstance(value, float) else Decimal(value)
    if not number.is_finite():
        return None
    section, signed = sections[0], number < 0
    if number < 0 and len(sections) > 1:
        section, signed = sections[1], False
    elif number == 0 and len(sections) > 2:
        section = sections[2]
    if sections in ([[]], [[("other", "@")]]):  # ;;; hides what is in the cell, nothing at all does not
        return plain(value)
    words = _spelled(abs(number), section)
    if words is None:
        return None
    return f"-{words}" if signed and any(char in "123456789" for char in words) else words


def _spelled(number: Decimal, pieces: Iterable[Piece]) -> str | None:
    """A number that is not negative, by one section; None where that is none of those known here."""
    pieces = list(pieces)
    cores = [piece for piece in pieces if piece[0] in {"core", "general"}]
    if len(cores) > 1 or any(kind == "other" and text in "@/" for kind, text in pieces):
        return None
    number *= Decimal(100) ** sum(text.count("%") for kind, text in pieces if kind == "other")
    power = next((text for kind, text in pieces if kind == "power"), "")
    words: list[str] = []
    for piece in pieces:
        if piece[0] == "core":
            words.append(_powered(number, piece[1], power) if power else _grouped(number, piece[1]))
        elif piece[0] == "general":
            words.append(plain(int(number) if number == int(number) else float(number)))
        elif piece[0] != "power":
            literal = _literal(piece)
            if literal is None:
                return None
            words.append(literal)
    return "".join(words).strip()


def _grouped(number: Decimal, core: str) -> str:
    """A number by its placeholders: 0 prints a digit always, # and ? where there is one."""
    whole, point, decimals = core.partition(".")
    scaled = len(whole) - len(whole.rstrip(",")) if not point else 0
    number = number.scaleb(-3 * scaled)
    places = sum(map(decimals.count, "0#?"))
    rounded = number.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
    digits, _, fraction = format(rounded, "f").partition(".")
    digits = digits.lstrip("0").rjust(whole.count("0"), "0")
    if "," in whole.rstrip(","):
        digits = format(int(digits or "0"), ",").rjust(1) if digits else digits
    kept = fraction.rstrip("0").ljust(decimals.count("0"), "0")
    return f"{digits}.{kept}" if kept else digits


def _powered(number: Decimal, core: str, power: str) -> str:
    places = sum(map(core.partition(".")[2].count, "0#?"))
    mantissa, _, exponent = f"{number:.{places}E}".partition("E")
    sign = "-" if exponent.startswith("-") else "+" if power[1] == "+" else ""
    return f"{mantissa}E{sign}{exponent.lstrip('+-').rjust(len(power) - 2, '0')}"


def _moment(value: dt.date | dt.time | dt.timedelta, pieces: Sequence[Piece]) -> str | None:
    """A date, a time or a duration, piece by piece; m is minutes behind hours and before seconds."""
    codes = [
        (place, piece[1].lower()) for place, piece in enumerate(pieces) if piece[0] in {"date", "bracket"}
    ]
    has_half = any(kind == "half" for kind, _ in pieces)
    words: list[str] = []
    for place, piece in enumerate(pieces):
        kind, text = piece
        if kind == "half":
            words.append(_half(value, text))
        elif kind == "date" or (kind == "bracket" and _ELAPSED.fullmatch(text)):
            before = next((code for at, code in reversed(codes) if at < place), "")
            behind = next((code for at, code in codes if at > place), "")
            minutes = text.lower() in {"m", "mm"} and (before[:1] == "h" or behind[:1] == "s")
            code = "n" * len(text) if minutes else text.lower()
            found = _elapsed(value, code) if kind == "bracket" else _unit(value, code, has_half=has_half)
            if found is None:
                return None
            words.append(found)
        elif kind == "bracket" and text.startswith("$-"):
            continue
        else:
            literal = _literal(piece)
            if literal is None or (kind == "other" and text == "@"):
                return None
            words.append(literal)
    return "".join(words).strip()


def _half(value: object, text: str) -> str:
    before, _, after = text.partition("/")
    return after if isinstance(value, (dt.datetime, dt.time)) and value.hour >= 12 else before


def _unit(value: dt.date | dt.time | dt.timedelta, code: str, *, has_half: bool) -> str | None:
    """What a run of one letter stands for; None for a letter that the value has nothing for."""
    if isinstance(value, dt.timedelta):
        seconds = value.seconds
        value = dt.time(seconds // 3600, seconds // 60 % 60, seconds % 60)
    if isinstance(value, dt.date):
        day = value.isoweekday() - 1
        found = {
            "yy": f"{value.year % 100:02}",
            "yyyy": f"{value.year}",
            "e": f"{value.year}",
            "m": f"{value.month}",
            "mm": f"{value.month:02}",
            "mmm": f"{value.month}月",
            "mmmm": f"{value.month}月",
            "d": f"{value.day}",
            "dd": f"{value.day:02}",
            "aaa": _WEEK[day],
            "aaaa": f"星期{_WEEK[day]}",
            "ddd": f"周{_WEEK[day]}",
            "dddd": f"星期{_WEEK[day]}",
        }.get(code)
        if found is not None:
            return found
    if not isinstance(value, (dt.datetime, dt.time)):
        return {"h": "0", "hh": "00", "n": "0", "nn": "00", "s": "0", "ss": "00"}.get(code)
    hour = (value.hour - 1) % 12 + 1 if has_half else value.hour
    return {
        "h": f"{hour}",
        "hh": f"{hour:02}",
        "n": f"{value.minute}",
        "nn": f"{value.minute:02}",
        "s": f"{value.second}",
        "ss": f"{value.second:02}",
    }.get(code)


def _elapsed(value: object, code: str) -> str | None:
    """All hours, minutes or seconds of a duration."""
    if isinstance(value, (dt.datetime, dt.time)):
        value = dt.timedelta(hours=value.hour, minutes=value.minute, seconds=value.second)
    if not isinstance(value, dt.timedelta):
        return None
    seconds = {"h": 3600, "n": 60, "m": 60, "s": 1}[code[:1]]
    return str(int(value.total_seconds()) // seconds).rjust(len(code), "0")
