"""Which element each stretch of a paragraph belongs to: a heading or the text, 签发人 or the names."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from reportctl.inspect.anatomy import ElementKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reportctl.inspect.anatomy import Element
    from reportctl.inspect.facts import Character
    from reportctl.layout.model import ElementLayout, Layout

_SIGNATORY = "签发人"
_PARTS = re.compile(r"(?P<number>\s*(?:[^\s签]+号?)?)\s*(?P<label>(?:签\s*发\s*人\s*[：:]?)?)")


class Stretch(NamedTuple):
    """A run, or the piece of one, that belongs to one element; `label` is the element's Chinese name."""

    text: str
    character: Character
    element: ElementLayout
    label: str


class _Bound(NamedTuple):
    """Up to where in the paragraph's text an element reaches."""

    end: int
    element: ElementLayout
    label: str


def stretches(layout: Layout, part: Element) -> Iterator[Stretch]:
    """The visible text of a paragraph, cut where a run or an element ends."""
    bounds = _bounds(layout, part)
    if len(bounds) == 1:
        _, element, label = bounds[0]
        for run in part.paragraph.runs:
            if not run.text.isspace():
                yield Stretch(run.text, run.character, element, label)
        return
    place = 0
    for run in part.paragraph.runs:
        text = run.text
        first = 0
        for end, element, label in bounds:
            last = min(len(text), end - place)
            if last > first:
                if not text[first:last].isspace():
                    yield Stretch(text[first:last], run.character, element, label)
                first = last
        place += len(text)


def _bounds(layout: Layout, part: Element) -> tuple[_Bound, ...]:
    elements, length = layout.elements, len(part.paragraph.text)
    own = _Bound(length, getattr(elements, part.kind.value), part.kind.label)
    heading = part.heading
    if heading is not None and (heading.alone or layout.headings.run_in.value):
        label = f"{'一二三四'[heading.level - 1]}级标题"
        return (_Bound(heading.end, elements.heading(heading.level), label), own)
    if part.kind in (ElementKind.NUMBER, ElementKind.SIGNATORY):
        return _signatory(elements.signatory, elements.signatory_name, own, part.paragraph.text)
    return (own,)


def _signatory(label: ElementLayout, name: ElementLayout, number: _Bound, text: str) -> tuple[_Bound, ...]:
    """发文字号, then 签发人 with its colon, then the names, which have a font of their own (clause 7.2.6)."""
    found = _PARTS.match(text)
    if found is None:
        return (number,)
    return (
        number._replace(end=found.end("number")),
        _Bound(found.end("label"), label, _SIGNATORY),
        _Bound(len(text), name, f"{_SIGNATORY}姓名"),
    )
