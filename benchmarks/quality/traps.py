"""Spoils one line of a submission's YAML as a Chinese input method, a paste or a slip does."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import random
    from collections.abc import Callable

    from benchmarks.quality.wrapping import Line


class Trap(NamedTuple):
    """A way to spoil a line: its name, the codes that may report it, and how (None: not this line)."""

    name: str
    codes: frozenset[str]
    spoil: Callable[[Line, random.Random], str | None]


def _plain(line: Line) -> str | None:
    text = line.text(plain=True)
    return text if line.value and '"' not in text and "'" not in text else None


def _colon(line: Line, _: random.Random) -> str | None:
    text = line.text(plain=True)
    return text.replace(": ", "：", 1) if ": " in line.before else None


def _no_blank(line: Line, _: random.Random) -> str | None:
    text = line.text(plain=True)
    return text.replace(": ", ":", 1) if ": " in line.before else None


def _no_blank_after_dash(line: Line, _: random.Random) -> str | None:
    text = line.text(plain=True)
    bare = line.before.strip() == "-" and not re.match("[\u4e00-\u9fff“《]", line.value)
    return text.replace("- ", "-", 1) if text.lstrip().startswith("- ") and not bare else None


def _indent(mark: str) -> Callable[[Line, random.Random], str | None]:
    def spoil(line: Line, _: random.Random) -> str | None:
        text = line.text(plain=True)
        bare = text.lstrip(" ")
        structured = bare.startswith(("- ", "heading:", "text:"))
        return (
            mark * max(1, (len(text) - len(bare)) // 2) + bare
            if text.startswith(" ") and structured
            else None
        )

    return spoil


def _dash(line: Line, chance: random.Random) -> str | None:
    text = line.text(plain=True)
    if not text.lstrip().startswith("- ") or ": " not in line.before:
        return None
    return text.replace("- ", chance.choice(["－ ", "• ", "— "]), 1)


def _colon_in_value(line: Line, chance: random.Random) -> str | None:
    text = _plain(line)
    places = [found.start() for found in re.finditer("[，、]", line.value)]
    if text is None or not places:
        return None
    at = len(line.before) + chance.choice(places)
    return f"{text[:at]}: {text[at + 1 :]}"


def _quoted_word(line: Line, chance: random.Random) -> str | None:
    text = _plain(line)
    words = re.match("[\u4e00-\u9fff]{2,6}", line.value)
    if text is None or words is None or words.end() == len(line.value):
        return None
    mark = chance.choice("\"'")
    return f"{line.before}{mark}{words.group()}{mark}{line.value[words.end() :]}"


def _open_quote(line: Line, _: random.Random) -> str | None:
    return f'{line.before}"{line.value}' if _plain(line) and ": " in line.before else None


def _bracket(line: Line, chance: random.Random) -> str | None:
    if _plain(line) is None:
        return None
    return (
        line.before
        + chance.choice(["[重点]", "{重点}", "%", "@", "`", "|", ">", "[", "*", "&", "!"])
        + line.value
    )


def _hash(line: Line, chance: random.Random) -> str | None:
    text = _plain(line)
    places = [found.start() for found in re.finditer("(?<=[\u4e00-\u9fff])(?=[\u4e00-\u9fff])", line.value)]
    if text is None or line.is_heading or not places:
        return None
    at = len(line.before) + chance.choice(places)
    return f"{text[:at]} #{text[at:]}"


def _braces(line: Line, _: random.Random) -> str | None:
    found = re.search("([^，。、“”：]{4,20})，([^，。、“”：]{4,20})[，。]", line.value)
    if found is None or line.is_heading:
        return None
    return f"  - {{text: {found[1]},{found[2]}}}"


def _conflict(line: Line, _: random.Random) -> str | None:
    return "<<<<<<< HEAD" if line.is_heading or line.before.endswith("text: ") else None


def _out_of_line(line: Line, chance: random.Random) -> str | None:
    text = line.text(plain=True)
    return chance.choice(["   ", "     "]) + text.lstrip() if line.before == "    text: " else None


def _odd_blank(line: Line, chance: random.Random) -> str | None:
    text, blank = _plain(line), chance.choice("\u3000\u00a0")
    return text.replace(": ", f":{blank}", 1) if text and ": " in line.before else None


def _hash_first(line: Line, _: random.Random) -> str | None:
    text = _plain(line)
    return f"{line.before}#{line.value}" if text and ": " in line.before and not line.is_heading else None


def _year_quotes(line: Line, _: random.Random) -> str | None:
    return line.before.replace(": ", ": “", 1) + "”" if line.before.startswith("year") else None


def _trap(name: str, codes: str, spoil: Callable[[Line, random.Random], str | None]) -> Trap:
    return Trap(name, frozenset(codes.split()), spoil)


TRAPS = (
    _trap("full-width colon", "wrong-colon", _colon),
    _trap("no blank after the colon", "missing-blank", _no_blank),
    _trap("no blank after the dash", "missing-blank", _no_blank_after_dash),
    _trap("tab", "tab-indent", _indent("\t")),
    _trap("ideographic blank", "odd-indent", _indent("\u3000")),
    _trap("no-break blank", "odd-indent", _indent("\u00a0\u00a0")),
    _trap("wrong dash", "wrong-dash", _dash),
    _trap("colon and blank in a value", "second-colon", _colon_in_value),
    _trap("text behind a quote", "text-after-quote", _quoted_word),
    _trap("quote not closed", "unclosed-quote", _open_quote),
    _trap("special mark at the start", "special-start alias tag", _bracket),
    _trap("# in a value", "swallowed-text", _hash),
    _trap("# before a value", "swallowed-text", _hash_first),
    _trap("a key out of line", "misaligned", _out_of_line),
    _trap("an odd blank behind the colon", "missing-blank", _odd_blank),
    _trap("comma in braces", "split-by-comma", _braces),
    _trap("merge conflict", "merge-conflict", _conflict),
    _trap("Chinese quotes as YAML's", "chinese-quotes", _year_quotes),
)
