"""The words that a finding is about, as its department wrote them: item, sentence, place in what was sent."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, NamedTuple

from reportctl.collect.form_parts import HEADINGS
from reportctl.collect.web_form import is_saved_form
from reportctl.model.submission import Part
from reportctl.project.files import read_file
from reportctl.project.item_places import start_at, starts_in
from reportctl.reading import READ_LIMIT
from reportctl.rules.texts import TextKind, units_of
from reportctl.sources.decode import decode
from reportctl.text.chars import WHITE_RUN
from reportctl.text.paragraphs import sentences

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from reportctl.findings import Finding, Span
    from reportctl.letters.originals import Original
    from reportctl.model.files import Submission
    from reportctl.project.item_places import RangeStart
    from reportctl.rules.texts import TextUnit

_LONGEST, _BEFORE = 120, 40
"""Characters of a sentence that are quoted; of a longer one, how many of them stand before the place."""
_LONGEST_HEADING = 40
_CUT = "……"


class QuotedPassage(NamedTuple):
    """Where a department finds what is meant.

    `paragraph` counts those of the Word document that it sent, `line` the lines of its YAML file; 0 where
    there is no such place. `item` names the item, `sentence` is what stands there; "" for what is said of a
    part as a whole or of all of the material.
    """

    paragraph: int = 0
    line: int = 0
    item: str = ""
    sentence: str = ""

    @property
    def place(self) -> str:
        """The place in words: 原件第5段，“工作成效”中的“加强监管”."""
        where = f"原件第{self.paragraph}段" if self.paragraph else f"文件第{self.line}行" if self.line else ""
        return "\uff0c".join(filter(None, (where, self.item))) or "整份材料"


class PassageFinder:
    """Finds the passages that one department's findings are about.

    `file` is its submission's, `submission` what was read of it, `original` what it sent, where known.
    """

    def __init__(
        self, root: Path, file: str, submission: Submission | None, original: Original | None
    ) -> None:
        self._submission = submission
        self._original = original
        self._units = () if submission is None else tuple(units_of(submission))
        self._starts = [] if submission is None else starts_in(submission)
        self._data = read_file(root / file, file).data if file else b""

    def find(self, finding: Finding) -> QuotedPassage:
        """What a finding is about."""
        span = finding.span
        if self._submission is None:
            return QuotedPassage(line=span.line, sentence=self._written_at(span))
        start = start_at(self._starts, span.line, span.column)
        if start is None:
            return QuotedPassage()
        own = [unit for unit in self._units if (unit.part, unit.index) == (start.part, start.number)]
        heading = next((unit.text for unit in own if unit.kind is TextKind.HEADING), "")
        sentence, quoted = _meant(own, span)
        shown = _on_one_line(heading)
        named = f"“{_beginning(shown)}”" if shown else f"第{start.number + 1}条"
        return QuotedPassage(
            self._paragraph(start, heading, sentence),
            span.line if self._is_verbatim else 0,
            f"“{HEADINGS[Part(start.part)]}”中的{named}",
            quoted,
        )

    @property
    def _is_verbatim(self) -> bool:
        """Whether the department itself typed the lines that are counted."""
        if is_saved_form(self._data):
            return False
        return self._original is None or self._original.data == self._data

    def _paragraph(self, start: RangeStart, heading: str, sentence: str) -> int:
        if self._original is None:
            return 0
        return self._original.paragraph_of(start.part, start.number, heading, sentence)

    def _written_at(self, span: Span) -> str:
        """The line of a file that cannot be read as a submission."""
        source, _ = decode(span.file, self._data, limit=READ_LIMIT)
        return "" if source is None else _on_one_line(source.line(span.line))[:_LONGEST]


def _meant(own: Sequence[TextUnit], span: Span) -> tuple[str, str]:
    """The sentence of an item in which a place lies, as written and as quoted; else its first."""
    place, end = (span.line, span.column), (span.end_line, span.end_column)
    for unit in own:
        whole = unit.span(0, len(unit.text))
        if not (whole.line, whole.column) <= place < (whole.end_line, whole.end_column):
            continue
        first, behind = _offset(unit, place), _offset(unit, end)
        found = [sentence for sentence in sentences(unit.text) if sentence.start <= first]
        if not found:
            break
        start, stop = found[-1].start, max(found[-1].end, min(behind, len(unit.text)))
        return found[-1].text, _around(unit.text[start:stop], first - start)
    return _opening(own)


def _opening(own: Sequence[TextUnit]) -> tuple[str, str]:
    """The first sentence of an item's text, as written and as quoted."""
    text = next((unit.text for unit in own if unit.kind is TextKind.TEXT), own[0].text if own else "")
    first = next(iter(sentences(text)), None)
    return ("", "") if first is None else (first.text, _around(first.text, 0))


def _offset(unit: TextUnit, place: tuple[int, int]) -> int:
    """The first character of a text that stands at a place of the file or behind it."""

    def at(offset: int) -> tuple[int, int]:
        span = unit.span(offset, offset + 1)
        return span.line, span.column

    return bisect_left(range(len(unit.text)), place, key=at)


def _around(text: str, at: int) -> str:
    """The text on one line, a long one cut around a place in it."""
    start = max(0, min(at - _BEFORE, len(text) - _LONGEST)) if len(text) > _LONGEST else 0
    shown = _on_one_line(text[start : start + _LONGEST])
    return f"{_CUT if start else ''}{shown}{_CUT if start + _LONGEST < len(text) else ''}"


def _beginning(heading: str) -> str:
    return heading if len(heading) <= _LONGEST_HEADING else f"{heading[:_LONGEST_HEADING]}{_CUT}"


def _on_one_line(text: str) -> str:
    return WHITE_RUN.sub(" ", text).strip()
