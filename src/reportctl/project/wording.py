"""The words of any .docx, judged by the rules of texts: those that need no submission and mend nothing."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reportctl.findings import Severity, Span
from reportctl.model.files import PlacedFile
from reportctl.rules.context import Context
from reportctl.rules.registry import check_wording
from reportctl.rules.texts import TextKind, TextSet, TextUnit
from reportctl.text.numbers import NumberKind, strip_number, typed_number

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reportctl.findings import Finding
    from reportctl.inspect import Inspection
    from reportctl.inspect.wording import Sentence
    from reportctl.sources import Path

_OF_REPORTS = frozenset({"request-in-report", "own-office"})
"""Rules of a 报告, which say nothing of a 请示, a 函 or a 通知: these ask, and speak of 本单位."""
_OF_DEPARTMENTS = frozenset({"contact-data", "first-person-doubtful", "long-item"})
"""Rules of what departments hand in, to be merged with others."""
OF_CELLS = frozenset(
    {
        *("wrong-word", "leader-title", "doubled-words", "verb-twice", "blended-phrase", "former-office"),
        *("unpaired", "colliding-marks", "wrong-ellipsis", "wrong-long-dash", "control-character"),
        *("garbled-character", "invisible-character", "private-character", "variant-character"),
        *("look-alike", "traditional-character", "impossible-date", "wrong-weekday", "rate-over-hundred"),
        *("document-name", "document-period", "document-number", "titles-apart", "superseded-document"),
        *("notice-title", "web-remains", "markup-remains", "chat-remains"),
    }
)
"""Rules of words that hold in a table's cell and in a text box too: those of sentences and gaps do not."""
_TOLD = {"unusual-character": "character-without-font", "document-number": "quoted-number-brackets"}
"""Rules of texts whose cause `inspect` tells by a rule of its own, where it has found it in the paragraph."""

_LINE, _PARAGRAPH = re.compile(r"第 ([0-9]+) 行"), r"第\1段"
"""Where else something stands: what is a line in a file is a paragraph in Word."""


@dataclass(frozen=True, slots=True, eq=False)
class WordFile(PlacedFile):
    """A .docx in which a place is a paragraph, as the line, and a character of it, as the column."""

    name: str

    def inner_span(self, path: Path, start: int, end: int) -> Span:
        """Where the characters `start` to `end` of a stretch stand; `path` is its paragraph and its start."""
        paragraph, first = int(path[0]), int(path[1])
        return Span(self.name, paragraph, first + start + 1, paragraph, first + end + 1)


def check_words(inspection: Inspection, file: str) -> tuple[Finding, ...]:
    """What the rules find in the words of a document, warnings and notes, by place.

    What is an error in a submission is a warning here: nothing is merged, a person decides.
    """
    sentences = inspection.sentences
    unasked = _OF_DEPARTMENTS if inspection.title.endswith("报告") else _OF_DEPARTMENTS | _OF_REPORTS
    places = {sentence.paragraph: sentence for sentence in sentences}
    found = check_wording(TextSet([*_units(sentences, WordFile(file))]), Context())
    already = {
        (deviation.rule.code, paragraph)
        for deviation in inspection.deviations
        for paragraph in deviation.paragraphs
    }
    told = (
        _told(finding, places)
        for finding in found
        if finding.code not in unasked
        and (finding.code in OF_CELLS or not places[finding.span.line].beside)
        and (_TOLD.get(finding.code), finding.span.line) not in already
    )
    return tuple(sorted(told, key=lambda finding: (finding.span, finding.code)))


def _units(sentences: Sequence[Sentence], file: WordFile) -> Iterator[TextUnit]:
    for sentence in sentences:
        text = _unnumbered(sentence.text) if sentence.is_heading or not sentence.start else sentence.text
        if text.strip():
            kind = TextKind.NOTE if sentence.is_heading else TextKind.FINAL
            path = (sentence.paragraph, sentence.start + len(sentence.text) - len(text))
            yield TextUnit(file, None, kind, path, text)


def _unnumbered(text: str) -> str:
    """A text without the number of its heading or paragraph; 一是 begins a sentence."""
    number = typed_number(text)
    return text if number is not None and number.kind is NumberKind.ORDINAL else strip_number(text)


def _told(finding: Finding, places: dict[int, Sentence]) -> Finding:
    sentence, span = places[finding.span.line], finding.span
    beside = f"\uff08{sentence.beside}\uff09" if sentence.beside else ""
    where = sentence.name or f"第{span.line}段{beside}"
    if sentence.at:  # a note is told at the paragraph that refers to it
        span = span._replace(line=sentence.at, end_line=sentence.at)
    severity = Severity.WARNING if finding.severity is Severity.ERROR else finding.severity
    message = f"{where}“{sentence.excerpt}”\uff1a{_LINE.sub(_PARAGRAPH, finding.message)}"
    return finding._replace(severity=severity, span=span, message=message, fix=())
