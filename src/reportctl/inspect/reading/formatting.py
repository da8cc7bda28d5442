"""Effective formatting of paragraphs and runs: layers put together once and remembered."""

from __future__ import annotations

import re
from hashlib import blake2b
from typing import TYPE_CHECKING

from lxml import etree

from reportctl.inspect.reading.drawings import Box
from reportctl.inspect.reading.layers import (
    Layer,
    character,
    overlay,
    paragraph_format,
    paragraph_layer,
    run_layer,
)
from reportctl.inspect.reading.numbering import DEEPEST
from reportctl.inspect.reading.ooxml import W, integer, twips

if TYPE_CHECKING:
    from lxml.etree import _Element

    from reportctl.inspect.reading.facts import Character, ParagraphFormat
    from reportctl.inspect.reading.layers import Theme
    from reportctl.inspect.reading.numbering import Numbering
    from reportctl.inspect.reading.styles import StyleDefinition, Styles

_STYLE = f"{W}pStyle"
_RUN_STYLE = f"{W}rStyle"
_MARK = f"{W}rPr"
_VAL = f"{W}val"
_NOTHING: Layer = {}
_ANCHORS = ("margin", "page")
_ACROSS = ("margin", "text")
_EVENTS = re.compile(rb"[:<](?:sectPr|ins|del|moveFrom|moveTo|numberingChange|[a-z]+PrChange)[ />]")


def _serialised(properties: _Element | None) -> bytes:
    return b"" if properties is None else etree.tostring(properties, with_tail=False)


def _key(properties: _Element | None) -> bytes:
    """What a pPr or rPr is remembered by: equal ones format alike.

    A digest, since the bytes repeat every namespace that the document declares.
    """
    return blake2b(_serialised(properties), digest_size=16).digest() if properties is not None else b""


def _named(properties: _Element | None, tag: str) -> str | None:
    style = None if properties is None else properties.find(tag)
    return None if style is None else style.get(_VAL)


def _frame_end(layer: Layer) -> tuple[str, int] | None:
    """What a frame is placed by and how far below that it ends (twips); None where it does not say so."""
    top, height = (twips(layer.get(f"framePr.{name}")) for name in ("y", "h"))
    anchor = layer.get("framePr.vAnchor", "")
    return None if top is None or not height or anchor not in _ANCHORS else (anchor, top + height)


def _frame(layer: Layer) -> Box:
    """The frame that a paragraph stands in (framePr)."""
    width, across, down = (twips(layer.get(f"framePr.{name}")) for name in ("w", "x", "y"))
    anchor = layer.get("framePr.vAnchor", "")
    return Box(
        side=layer.get("framePr.xAlign", ""),
        across=across if layer.get("framePr.hAnchor") in _ACROSS else None,
        fits=not width,
        width=width or 0,
        anchor="paragraph" if anchor == "text" else anchor,
        down=down,
    )


class ResolvedParagraph:
    """How one paragraph looks: its format, its number, and how runs of each kind look in it.

    `eventful` tells that its properties also hold a section or tracked changes.
    """

    __slots__ = (
        "_base",
        "_formats",
        "_layer",
        "_resolver",
        "_runs",
        "at_foot",
        "box",
        "em",
        "eventful",
        "frame_end",
        "framed",
        "list",
        "number",
        "plain",
        "style",
    )

    def __init__(
        self,
        resolver: FormatResolver,
        style: StyleDefinition,
        table: StyleDefinition,
        properties: _Element | None,
    ) -> None:
        self._resolver = resolver
        self._base = (table.run, style.run)
        self._runs: dict[bytes, Character] = {}
        self._formats: dict[int, ParagraphFormat] = {}
        self.style = style.name
        self.plain = self.character(None)
        mark = None if properties is None else properties.find(_MARK)
        direct = paragraph_layer(properties)
        layer = overlay(overlay(resolver.styles.default_paragraph, table.paragraph), style.paragraph)
        self.list = self._list(overlay(layer, direct))
        if self.list is not None:
            level = resolver.numbering.level(*self.list)
            if level is not None:
                layer = overlay(layer, level.paragraph)
                if "numPr.numId" not in direct:
                    layer = overlay(layer, style.paragraph_above)
        self.eventful = _EVENTS.search(_serialised(properties)) is not None
        self.number = self.plain if self.list is None else self._number(mark)
        size = self.plain.size if mark is None else self.character(mark).size
        self.em = max(1, round(size * 20))
        self._layer = overlay(layer, direct)
        foot = (self._layer.get("framePr.yAlign"), self._layer.get("framePr.vAnchor"))
        self.at_foot = foot == ("bottom", "margin")
        self.frame_end = _frame_end(self._layer)
        self.framed = any(name.startswith("framePr.") for name in self._layer)
        self.box = _frame(self._layer) if self.framed else None

    def format(self, em: int) -> ParagraphFormat:
        """The paragraph's format, its indents in characters counted by a width of `em` twips."""
        found = self._formats.get(em)
        if found is None:
            found = self._formats[em] = paragraph_format(self._layer, em, self._resolver.line_pitch)
        return found

    @staticmethod
    def _list(layer: Layer) -> tuple[str, int] | None:
        identity = layer.get("numPr.numId", "0")
        depth = integer(layer.get("numPr.ilvl")) or 0
        return (identity, depth) if identity != "0" and 0 <= depth <= DEEPEST else None

    def character(self, properties: _Element | None) -> Character:
        """How a run with this rPr looks."""
        key = _key(properties)
        found = self._runs.get(key)
        if found is None:
            direct = run_layer(properties, self._resolver.theme)
            found = self._runs[key] = self._resolved(_named(properties, _RUN_STYLE), direct)
        return found

    def _number(self, mark: _Element | None) -> Character:
        """How the automatic number looks: as the paragraph's mark, then as the list says."""
        level = self._resolver.numbering.level(*self.list) if self.list is not None else None
        direct = run_layer(mark, self._resolver.theme)
        return self._resolved(_named(mark, _RUN_STYLE), overlay(direct, level.run if level else _NOTHING))

    def _resolved(self, style: str | None, direct: Layer) -> Character:
        named = self._resolver.styles.get("character", style).run if style else _NOTHING
        return self._resolver.shared(
            character(self._resolver.styles.default_run, (*self._base, named), direct)
        )


class FormatResolver:
    """All that formatting is looked up in; `line_pitch` (twips) is what spacing in lines is counted by."""

    def __init__(self, styles: Styles, numbering: Numbering, theme: Theme, line_pitch: int) -> None:
        self.styles = styles
        self.numbering = numbering
        self.theme = theme
        self.line_pitch = line_pitch
        self._paragraphs: dict[tuple[bytes, str], ResolvedParagraph] = {}
        self._characters: dict[Character, Character] = {}

    def paragraph(self, properties: _Element | None, table: StyleDefinition | None) -> ResolvedParagraph:
        """How a paragraph with this pPr looks, in a table of that style."""
        key = (_key(properties), table.name if table else "")
        found = self._paragraphs.get(key)
        if found is None:
            around = table or self.styles.get("table", "")
            style = self.styles.get("paragraph", _named(properties, _STYLE))
            found = self._paragraphs[key] = ResolvedParagraph(self, style, around, properties)
        return found

    def shared(self, character: Character) -> Character:
        """The object that stands for this formatting, so that equal runs have the same."""
        return self._characters.setdefault(character, character)
