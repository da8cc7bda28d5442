"""Clean prose from any folder, wrapped into submissions as a department would hand it in."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, NamedTuple

from reportctl.text.numbers import strip_number

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

CHARACTERS = 3_000
"""About how many characters go into one submission."""

DEPARTMENT = "区司法局"
_END = tuple("。！？：；”）…")
_BODY = 60
_HEADING = 40
# What a plain scalar may be, so that a clerk need not quote it.
_PLAIN = re.compile(r"[^\s\-?:,\[\]{}#&*!|>'\"%@`“‘](?:(?!: | #|:$)[^\n\\])*[^\s:]")


class Paragraph(NamedTuple):
    """One paragraph of a submission: its heading ("" for none), its text, and whether they are one string.

    From the heading on that names the next year, a report tells its plans.
    """

    heading: str
    text: str
    runs_in: bool = False
    is_plan: bool = False


class Line(NamedTuple):
    """A line of a submission: what stands before the value, the value, and the paragraph that it is of."""

    before: str
    value: str = ""
    paragraph: int = -1
    is_heading: bool = False

    def text(self, *, plain: bool) -> str:
        """The line as written: in quotes that leave every character as it is, or plain where that is safe."""
        return self.before + written(self.value, plain=plain)


class Wrapped(NamedTuple):
    """A submission made of prose."""

    source: str
    paragraphs: tuple[Paragraph, ...]
    year: int

    @property
    def characters(self) -> int:
        """How long the prose is."""
        return sum(len(one.heading) + len(one.text) for one in self.paragraphs)

    def lines(self) -> list[Line]:
        """The file, line by line."""
        found = [Line(f"department: {DEPARTMENT}"), Line(f"year: {self.year}"), Line("shortcomings: 无")]
        for part, planned in (("achievements", False), ("plans", True)):
            items = [item for item in enumerate(self.paragraphs) if item[1].is_plan is planned]
            found.append(Line(f"{part}:" if items else f"{part}: 无"))
            for number, one in items:
                if one.runs_in:
                    found.append(Line("  - ", one.text, number))
                elif one.heading:
                    found.append(Line("  - heading: ", one.heading, number, is_heading=True))
                    found.append(Line("    text: ", one.text, number))
                else:
                    found.append(Line("  - text: ", one.text, number))
        return found

    def yaml(self, *, plain: bool = False) -> str:
        """The file's text."""
        return "".join(f"{line.text(plain=plain)}\n" for line in self.lines())

    def with_text(self, number: int, text: str) -> Wrapped:
        """The same submission with another text in one paragraph."""
        some = list(self.paragraphs)
        some[number] = some[number]._replace(text=text)
        return self._replace(paragraphs=tuple(some))


def written(value: str, *, plain: bool) -> str:
    """A value as YAML, nothing for none."""
    if not value or (plain and _PLAIN.fullmatch(value)):
        return value
    return json.dumps(value, ensure_ascii=False)


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
