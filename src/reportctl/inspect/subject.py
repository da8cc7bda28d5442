"""What a check is given: a document's elements, its layout, and what each text of it is measured by."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from reportctl.inspect.reading.facts import Location
from reportctl.inspect.structure import ElementKind, patterns

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reportctl.inspect.reading.facts import Character, Facts
    from reportctl.inspect.structure import Element, Structure
    from reportctl.layout.model import ElementLayout, Layout


@dataclass(frozen=True, slots=True)
class Subject:
    """A document to judge: `others` are the layouts that it was found not to follow.

    `line` is the line spacing of most of its text, in points.
    """

    structure: Structure
    layout: Layout
    others: tuple[Layout, ...]
    line: float | None

    @property
    def facts(self) -> Facts:
        """The document's facts."""
        return self.structure.facts

    def settings(self, kind: ElementKind) -> ElementLayout | None:
        """The layout's figures for an element, None where it has none."""
        return getattr(self.layout.elements, kind.value, None)

    def paragraph_settings(self, element: Element) -> ElementLayout | None:
        """The layout's figures for a paragraph as a whole: a heading that stands alone has its own."""
        heading = element.heading
        if element.kind is ElementKind.BODY and heading is not None and element.is_heading:
            return self.layout.elements.heading(heading.level)
        return self.settings(element.kind)

    def held(self, pattern: re.Pattern[str]) -> bool:
        """Whether a paragraph in a table or text box reads like an element, whose place cannot be judged."""
        return any(pattern.fullmatch(text.strip()) for text in self._beside())

    def addressed_apart(self) -> bool:
        """Whether a paragraph in a table or text box reads like 主送机关."""
        return any(patterns.is_recipients(text, flush=False) for text in self._beside())

    def _beside(self) -> Iterator[str]:
        """The paragraphs in tables and text boxes."""
        paragraphs = self.facts.paragraphs
        return (paragraph.text for paragraph in paragraphs if paragraph.place is not Location.BODY)

    def text(self) -> Iterator[Element]:
        """The paragraphs of the text proper, 附件 left aside."""
        return (
            element
            for element in self.structure.elements
            if element.kind is ElementKind.BODY and not element.attachment
        )


def length(points: float) -> str:
    """A length as a user reads it, in millimetres."""
    return f"{points * 25.4 / 72:.1f} mm"


def points(value: float) -> str:
    """A size or spacing as a user reads it, in points."""
    return f"{value:g} 磅"


def characters(value: float) -> str:
    """A distance as a user reads it, in characters."""
    return f"{value:.1f} 字".replace(".0 字", " 字")


_SIGNATORY = "签发人"
_BESIDE = re.compile(r"\s*(?:[^签]*?[0-9]\s*号|[^\s签]+)?")
_LABEL = re.compile(r"\s*(?:签\s*发\s*(?:人|(?=[：:]))\s*[：:]?)?")


class Stretch(NamedTuple):
    """A run, or the piece of one, that belongs to one element; `label` is the element's Chinese name."""

    text: str
    character: Character
    settings: ElementLayout
    label: str


class _Bound(NamedTuple):
    """Up to where in the paragraph's text an element reaches."""

    end: int
    settings: ElementLayout
    label: str


def stretches(layout: Layout, element: Element) -> Iterator[Stretch]:
    """The visible text of a paragraph, cut where a run or an element ends."""
    bounds = _bounds(layout, element)
    if len(bounds) == 1:
        _, settings, label = bounds[0]
        for run in element.paragraph.runs:
            if run.text.strip():
                yield Stretch(run.text, run.character, settings, label)
        return
    place = 0
    for run in element.paragraph.runs:
        text = run.text
        first = 0
        for end, settings, label in bounds:
            last = min(len(text), end - place)
            if last > first:
                if not text[first:last].isspace():
                    yield Stretch(text[first:last], run.character, settings, label)
                first = last
        place += len(text)


def _bounds(layout: Layout, element: Element) -> tuple[_Bound, ...]:
    elements, length = layout.elements, len(element.paragraph.text)
    own = _Bound(length, getattr(elements, element.kind.value), element.kind.label)
    heading = element.heading
    if heading is not None and (heading.alone or layout.headings.run_in.value):
        label = f"{'一二三四'[heading.level - 1]}级标题"
        return (_Bound(heading.end, elements.heading(heading.level), label), own)
    if element.kind in (ElementKind.NUMBER, ElementKind.SIGNATORY):
        return _signatory(elements.signatory, elements.signatory_name, own, element.paragraph.text)
    return (own,)


def _signatory(label: ElementLayout, name: ElementLayout, number: _Bound, text: str) -> tuple[_Bound, ...]:
    """发文字号, then 签发人 with its colon, then the names, which have a font of their own (clause 7.2.6)."""
    own = patterns.NUMBER.fullmatch(text.strip())
    if own is not None and own["rest"]:
        end = len(text) - len(text.lstrip()) + own.start("rest")
    else:
        end = _ends(_BESIDE, text, 0)
    labelled = _ends(_LABEL, text, end)
    behind = patterns.number_behind(text)
    return (
        number._replace(end=end),
        _Bound(labelled, label, _SIGNATORY),
        _Bound(len(text) if behind is None else behind, name, f"{_SIGNATORY}姓名"),
        number,
    )


def _ends(pattern: re.Pattern[str], text: str, at: int) -> int:
    """Where what a pattern matches at a place ends, which is that place where it does not."""
    found = pattern.match(text, at)
    return at if found is None else found.end()
