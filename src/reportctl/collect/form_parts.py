"""What every form of a department asks for, in Word or on a page: its title, its parts, its code."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from reportctl.model.submission import REQUIRED_PARTS, Part

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable

    from reportctl.collect.places import Places

HEADINGS = {
    Part.ACHIEVEMENTS: "工作成效",
    Part.SHORTCOMINGS: "存在的不足",
    Part.PLANS: "下一年度安排",
    Part.LEADERSHIP: "履职情况",
    Part.OTHER: "其他情况",
}
"""How a form heads each part."""
DIGEST = 8
"""Hexadecimal digits at the end of a form's code."""


def form_title(name: str, year: int) -> str:
    """The title of a department's form."""
    return f"{name}{year}年度法治政府建设情况填报表"


def asked_parts(places: Places) -> tuple[Part, ...]:
    """The parts that are asked for: the required ones, and those that the outline has a place for."""
    return tuple(part for part in Part if part in REQUIRED_PARTS or places.of(part))


def day_of(due: dt.date | None) -> str:
    """A date in words, "" for none."""
    return "" if due is None else f"{due.year}年{due.month}月{due.day}日"


def form_code(year: int, name: str, digest: str) -> str:
    """The code that a form bears, by which it is known again."""
    return f"RC-{year}-{name}-{digest}"


def digest_of_texts(texts: Iterable[str]) -> str:
    """A digest of texts that blanks and the way they are cut into lines do not change."""
    said = "".join("".join(text.split()) for text in texts)
    return hashlib.sha256(said.encode()).hexdigest()[:DIGEST]
