"""A layout in words: every figure in force, and where an office's overlay leaves the standard."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from reportctl.layout.figures import walk
from reportctl.layout.values import Strength

if TYPE_CHECKING:
    from reportctl.layout.figures import Setting
    from reportctl.layout.model import Layout


class ListedSetting(NamedTuple):
    """One figure as text; `required` is the standard's own value where that differs, else ""."""

    key: str
    title: str
    value: str
    required: str
    citation: str
    strength: Strength


def describe(layout: Layout) -> tuple[ListedSetting, ...]:
    """Every figure of the layout, in the order of the layout file."""
    return tuple(_line(figure) for figure in walk(layout))


def deviations(layout: Layout) -> tuple[ListedSetting, ...]:
    """The figures in which the layout leaves the standard; what is custom only is no deviation."""
    return tuple(
        _line(figure)
        for figure in walk(layout)
        if figure.deviates and figure.strength is not Strength.PRACTICE
    )


def _line(figure: Setting[Any]) -> ListedSetting:
    return ListedSetting(
        key=figure.key,
        title=figure.title,
        value=figure.shown,
        required=figure.required_shown if figure.deviates else "",
        citation=figure.citation,
        strength=figure.strength,
    )
