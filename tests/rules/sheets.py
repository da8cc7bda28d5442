"""Texts without a file around them: what a rule marks in them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportctl.findings import Span
from reportctl.model.files import PlacedFile
from reportctl.rules.context import Context
from reportctl.rules.registry import check_texts
from reportctl.rules.texts import TextKind, TextSet, TextUnit

if TYPE_CHECKING:
    from reportctl.findings import Finding
    from reportctl.sources import Path

ALONE = Context()


class Bare(PlacedFile):
    """A file that is nothing but the text."""

    def inner(self, _path: Path, start: int, end: int) -> tuple[int, int]:
        return start, end

    def inner_span(self, _path: Path, start: int, end: int) -> Span:
        return Span("text", 1, start + 1, 1, end + 1)


def unit(text: str, kind: TextKind = TextKind.TEXT, part: str = "achievements", index: int = 0) -> TextUnit:
    """One text of an item."""
    return TextUnit(Bare(), "区司法局", kind, (part, index, str(kind)), text, part, index)


def text_set(*texts: str, part: str = "achievements") -> TextSet:
    """Texts of items; `# ` before one makes it a heading."""
    made = [
        unit(
            text.removeprefix("# "),
            TextKind.HEADING if text.startswith("# ") else TextKind.TEXT,
            part,
            number,
        )
        for number, text in enumerate(texts)
    ]
    return TextSet(made, "区司法局", 2023)


def findings(code: str, *texts: str, context: Context = ALONE, part: str = "achievements") -> list[Finding]:
    """What one rule finds in the texts."""
    return [one for one in check_texts(text_set(*texts, part=part), context) if one.code == code]


def marked(code: str, text: str, context: Context = ALONE, part: str = "achievements") -> list[str]:
    """The stretches that one rule marks in a text, in order."""
    found = sorted(findings(code, text, context=context, part=part), key=lambda one: one.span)
    bare = text.removeprefix("# ")
    return [bare[one.span.column - 1 : one.span.end_column - 1] for one in found]


def mended(code: str, text: str) -> str:
    """The text after the rule's own mends."""
    bare = text.removeprefix("# ")
    fixes = sorted(fix for one in findings(code, text) for fix in one.fix)
    for span, new in reversed(fixes):
        bare = bare[: span.column - 1] + new + bare[span.end_column - 1 :]
    return bare
