"""What a check is given: the document's elements, and the layout that they are measured by."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from reportctl.inspect.anatomy import ElementKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reportctl.inspect.anatomy import Element, Structure
    from reportctl.inspect.facts import Facts
    from reportctl.layout.model import ElementLayout, Layout


@dataclass(frozen=True, slots=True)
class Subject:
    """A document to judge: `others` are the layouts that it was found not to follow.

    `line` is the line spacing of most of its text, in points.
    """

    anatomy: Structure
    layout: Layout
    others: tuple[Layout, ...]
    line: float | None

    @property
    def facts(self) -> Facts:
        """The document's facts."""
        return self.anatomy.facts

    def element(self, kind: ElementKind) -> ElementLayout | None:
        """The layout's figures for an element, None where it has none."""
        return getattr(self.layout.elements, kind.value, None)

    def paragraph_element(self, part: Element) -> ElementLayout | None:
        """The layout's figures for a paragraph as a whole: a heading that stands alone has its own."""
        heading = part.heading
        if part.kind is ElementKind.BODY and heading is not None and part.is_heading:
            return self.layout.elements.heading(heading.level)
        return self.element(part.kind)

    def text(self) -> Iterator[Element]:
        """The paragraphs of the text proper, 附件 left aside."""
        return (part for part in self.anatomy.parts if part.kind is ElementKind.BODY and not part.attachment)


def length(points: float) -> str:
    """A length as a user reads it, in millimetres."""
    return f"{points * 25.4 / 72:.1f} mm"


def points(value: float) -> str:
    """A size or spacing as a user reads it, in points."""
    return f"{value:g} 磅"


def characters(value: float) -> str:
    """A distance as a user reads it, in characters."""
    return f"{value:.1f} 字".replace(".0 字", " 字")
