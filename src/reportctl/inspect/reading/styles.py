"""Styles resolved: document defaults, inheritance, table, paragraph and character styles."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from reportctl.inspect.reading.layers import Layer, overlay, paragraph_layer, run_layer
from reportctl.inspect.reading.ooxml import W, value

if TYPE_CHECKING:
    from lxml.etree import _Element

    from reportctl.inspect.reading.layers import Theme

_EMPTY: Layer = {}
_LONGEST_CHAIN = 30  # styles; Word itself bases them on no more than ten others


@dataclass(frozen=True, slots=True)
class StyleDefinition:
    """One style with all that it inherits; `numbered` is the style of its chain that brings the number.

    `paragraph_above` is what the chain says from that style upwards: it lies over the number's own indents.
    """

    name: str
    run: Layer
    paragraph: Layer
    paragraph_above: Layer
    borders: _Element | None = None


_NO_STYLE = StyleDefinition("", _EMPTY, _EMPTY, _EMPTY)


class Styles:
    """The style sheet of a document, each style resolved when it is first asked for."""

    def __init__(self, root: _Element | None, theme: Theme) -> None:
        self._theme = theme
        self._raw: dict[tuple[str, str], _Element] = {}
        self._default: dict[str, str] = {}
        self._resolved: dict[tuple[str, str], StyleDefinition] = {}
        self.default_run: Layer = {}
        self.default_paragraph: Layer = {}
        if root is not None:
            self._read(root)

    def _read(self, root: _Element) -> None:
        defaults = root.find(f"{W}docDefaults")
        if defaults is not None:
            self.default_run = run_layer(defaults.find(f"{W}rPrDefault/{W}rPr"), self._theme)
            self.default_paragraph = paragraph_layer(defaults.find(f"{W}pPrDefault/{W}pPr"))
        for style in root.iterchildren(f"{W}style"):
            kind, identity = style.get(f"{W}type", "paragraph"), style.get(f"{W}styleId", "")
            self._raw.setdefault((kind, identity), style)
            if style.get(f"{W}default", "0") in ("1", "true", "on"):
                self._default[kind] = identity

    def get(self, kind: str, identity: str | None) -> StyleDefinition:
        """The style of a kind ("paragraph", "character", "table"); the default one where it is not known."""
        if identity is None or (kind, identity) not in self._raw:
            identity = self._default.get(kind)
            if identity is None or kind == "character":
                return _NO_STYLE
        key = (kind, identity)
        style = self._resolved.get(key)
        if style is None:
            style = self._resolved[key] = self._resolve(key)
        return style

    def _resolve(self, key: tuple[str, str]) -> StyleDefinition:
        chain = self._chain(key)
        run: Layer = {}
        paragraph: Layer = {}
        above: Layer = {}
        for style in reversed(chain):
            own = paragraph_layer(style.find(f"{W}pPr"))
            run = overlay(run, run_layer(style.find(f"{W}rPr"), self._theme))
            paragraph = overlay(paragraph, own)
            above = dict(own) if "numPr.numId" in own else overlay(above, own)
        borders = (style.find(f"{W}tblPr/{W}tblBorders") for style in chain)
        return StyleDefinition(
            value(chain[0], "name") or key[1],
            run,
            paragraph,
            above,
            next((found for found in borders if found is not None), None),
        )

    def _chain(self, key: tuple[str, str]) -> list[_Element]:
        """A style and those it is based on, nearest first; a circle ends where it closes."""
        chain: list[_Element] = []
        while (
            (style := self._raw.get(key)) is not None and style not in chain and len(chain) < _LONGEST_CHAIN
        ):
            chain.append(style)
            key = (key[0], value(style, "basedOn"))
        return chain
