"""Judges any .docx by a layout: its facts, its elements, and where it deviates."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from reportctl.inspect.checks import FAMILIES
from reportctl.inspect.checks import RULES as _CHECKED
from reportctl.inspect.deviations import Deviation, gathered
from reportctl.inspect.profile import body_pitch, choose
from reportctl.inspect.reading import RULES as _REFUSALS
from reportctl.inspect.reading import RefusedError, read_facts, unreadable
from reportctl.inspect.structure import ElementKind, recognise
from reportctl.inspect.subject import Subject
from reportctl.inspect.wording import Sentence, sentences, unjudged
from reportctl.layout.values import Strength

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reportctl.findings import Rule
    from reportctl.layout.model import Layout

__all__ = ["RULES", "Deviation", "Inspection", "RefusedError", "inspect", "unreadable"]

RULES: tuple[Rule, ...] = _CHECKED + _REFUSALS
"""Every rule of inspect, the refusals included, for `explain` and the manual."""


@dataclass(frozen=True, slots=True)
class Inspection:
    """What was found in one document; `profile` is the name of the layout it was judged by.

    `sentences` are the words that rules of texts can judge, `unjudged` is what nobody judges.
    """

    profile: str
    profile_title: str
    title: str
    paragraphs: int
    sections: int
    elements: tuple[str, ...]
    deviations: tuple[Deviation, ...]
    sentences: tuple[Sentence, ...]
    unjudged: tuple[str, ...]

    @property
    def failed(self) -> bool:
        """Whether it deviates from something that the standard says must be."""
        return any(deviation.strength is Strength.MUST for deviation in self.deviations)

    def as_dict(self, file: str) -> dict[str, Any]:
        """What the document is, as a JSON object; its deviations give one each."""
        return {
            "file": file,
            "profile": self.profile,
            "title": self.title,
            "paragraphs": self.paragraphs,
            "sections": self.sections,
            "elements": list(self.elements),
        }


def inspect(source: Path | str | bytes, layouts: Layout | Sequence[Layout]) -> Inspection:
    """Judges a document, given by its path or its bytes, by the layout of `layouts` that it follows best.

    Raises:
        RefusedError: it is no .docx, or one that must not be opened; `rule` says why.
        FileError: the file cannot be read.
    """
    structure = recognise(read_facts(Path(source) if isinstance(source, str) else source))
    line = body_pitch(structure)
    layout, others = choose(structure, line, layouts if isinstance(layouts, (tuple, list)) else (layouts,))
    subject = Subject(structure, layout, others, line)
    found = [deviation for family in FAMILIES for deviation in family.check(subject)]
    kinds = dict.fromkeys(
        element.kind
        for element in structure.elements
        if element.kind not in (ElementKind.BLANK, ElementKind.OTHER)
    )
    return Inspection(
        profile=layout.name,
        profile_title=layout.title,
        title=structure.title,
        paragraphs=len(structure.elements),
        sections=len(structure.facts.sections),
        elements=tuple(kind.label for kind in kinds),
        deviations=gathered(found),
        sentences=tuple(sentences(structure)),
        unjudged=tuple(unjudged(structure)),
    )
