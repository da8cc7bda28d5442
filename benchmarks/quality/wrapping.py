"""Clean prose from any folder, wrapped into submissions as a department would hand it in."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, NamedTuple

from reportctl.text.numbers import strip_number

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

CHARACTERS = 3_000
"""About how many characters go into one submission."""

_END = tuple("。！？：；”）…")
_BODY = 60
_HEADING = 40
HEAD = "department: 区司法局\nyear: {year}\nshortcomings: 无\n"


class Paragraph(NamedTuple):
    """One paragraph of a submission: its heading ("" for none), its text, and whether they are one string.

    From the heading on that names the next year, a report tells its plans.
    """

    heading: str
    text: str
    runs_in: bool = False
    is_plan: bool = False


class Wrapped(NamedTuple):
    """A submission made of clean prose."""

    source: str
    paragraphs: tuple[Paragraph, ...]
    year: int

    @property
    def yaml(self) -> str:
        """The file."""
        done = [_item(one) for one in self.paragraphs if not one.is_plan]
        planned = [_item(one) for one in self.paragraphs if one.is_plan]
        parts = (("achievements", done), ("plans", planned))
        return HEAD.format(year=self.year) + "".join(
            f"{part}:{chr(10)}{''.join(items)}" if items else f"{part}: 无\n" for part, items in parts
        )

    @property
    def characters(self) -> int:
        """How long the prose is."""
        return sum(len(one.heading) + len(one.text) for one in self.paragraphs)


def wrapped(folder: Path, year: int) -> Iterator[Wrapped]:
    """Every .txt of a folder, in pieces of about 3,000 characters."""
    for path in sorted(folder.glob("*.txt")):
        taken: list[Paragraph] = []
        for paragraph in paragraphs(path.read_text(encoding="utf-8"), year):
            taken.append(paragraph)
            if sum(len(one.text) for one in taken) > CHARACTERS:
                yield Wrapped(path.name, tuple(taken), year)
                taken = []
        if taken:
            yield Wrapped(path.name, tuple(taken), year)


def paragraphs(text: str, year: int) -> Iterator[Paragraph]:
    """The paragraphs of a text: numbers before headings go, the tool writes them.

    Lines before the first paragraph of some length are the page's head and left out; a short line without
    an end mark is the heading of what follows.
    """
    lines = [line.strip() for line in text.splitlines()]
    first = next((at for at, line in enumerate(lines) if len(line) > _BODY and line.endswith("。")), 0)
    heading, is_plan = "", False
    for line in lines[first:]:
        words = strip_number(line)
        if not words:
            continue
        if len(words) <= _HEADING and not words.endswith(_END):
            heading = words
            is_plan = is_plan or f"{year + 1}年" in words
        elif words != line and not heading and 0 <= words.find("。") <= _HEADING:
            yield Paragraph("", words, runs_in=True, is_plan=is_plan)
        else:
            yield Paragraph(heading, words, is_plan=is_plan)
            heading = ""


def _item(paragraph: Paragraph) -> str:
    """An item, in quotes that leave every character as it is."""
    if paragraph.runs_in:
        return f"  - {quoted(paragraph.text)}\n"
    lines = [f"heading: {quoted(paragraph.heading)}"] if paragraph.heading else []
    lines.append(f"text: {quoted(paragraph.text)}")
    return "  - " + "\n    ".join(lines) + "\n"


def quoted(text: str) -> str:
    """A YAML double-quoted scalar in which what can be printed stands as itself."""
    return json.dumps(text, ensure_ascii=False)
