"""Effective formatting of paragraphs and runs: layers put together once and remembered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportctl.inspect.layers import (
    Layer,
    character,
    overlay,
    paragraph_format,
    paragraph_layer,
    run_layer,
)
from reportctl.inspect.ooxml import W, integer

if TYPE_CHECKING:
    from collections.abc import Hashable

    from lxml.etree import _Element

    from reportctl.inspect.facts import Character, ParagraphFormat
    from reportctl.inspect.numbering import Numbering
    from reportctl.inspect.styles import Style, Styles
    from reportctl.inspect.theme import Theme

_STYLE = f"{W}pStyle"
_RUN_STYLE = f"{W}rStyle"
_MARK = f"{W}rPr"
_VAL = f"{W}val"
_APART = frozenset((_STYLE, _RUN_STYLE, _MARK, f"{W}sectPr", f"{W}pPrChange", f"{W}rPrChange"))
_NOTHING: Layer = {}
_Key = tuple["Hashable", ...]


def _key(properties: _Element | None) -> _Key:
    """What a pPr or rPr says, as a key: equal keys format alike."""
    if properties is None:
        return ()
    return tuple(
        (child.tag, *child.items(), *((one.tag, *one.items()) for one in child))
        for child in properties
        if child.tag not in _APART
    )


def _named(properties: _Element | None, tag: str) -> str | None:
    style = None if properties is None else properties.find(tag)
    return None if style is None else style.get(_VAL)


class Look:
    """How one paragraph looks: its format, its number, and how runs of each kind look in it."""

    __slots__ = ("_base", "_formats", "_layer", "_runs", "_sheet", "em", "frame", "list", "plain", "style")

    def __init__(self, sheet: Sheet, style: Style, table: Style, properties: _Element | None) -> None:
        self._sheet = sheet
        self._base = (table.run, style.run)
        self._runs: dict[_Key, Character] = {}
        self._formats: dict[int, ParagraphFormat] = {}
        self.style = style.name
        self.plain = self.character(None)
        mark = None if properties is None else properties.find(_MARK)
        direct = paragraph_layer(properties)
        layer = overlay(overlay(sheet.styles.default_paragraph, table.paragraph), style.paragraph)
        self.list = self._list(overlay(layer, direct))
        if self.list is not None:
            level = sheet.numbering.level(*self.list)
            if level is not None:
                layer = overlay(layer, level.paragraph)
                if "numPr.numId" not in direct:
                    layer = overlay(layer, style.paragraph_above)
        size = self.plain.size if mark is None else self.character(mark).size
        self.em = max(1, round(size * 20))
        self._layer = overlay(layer, direct)
        self.frame = self._layer.get("framePr.xAlign", "")

    def format(self, em: int) -> ParagraphFormat:
        """The paragraph's format, its indents in characters counted by a width of `em` twips."""
        found = self._formats.get(em)
        if found is None:
            found = self._formats[em] = paragraph_format(self._layer, em, self._sheet.line_pitch)
        return found

    @staticmethod
    def _list(layer: Layer) -> tuple[str, int] | None:
        identity = layer.get("numPr.numId", "0")
        depth = integer(layer.get("numPr.ilvl")) or 0
        return (identity, depth) if identity != "0" and 0 <= depth <= 8 else None

    def character(self, properties: _Element | None) -> Character:
        """How a run with this rPr looks."""
        key = _key(properties)
        style = _named(properties, _RUN_STYLE)
        found = self._runs.get((style, key))
        if found is None:
            found = self._resolved(style, run_layer(properties, self._sheet.theme))
            self._runs[(style, key)] = found
        return found

    def number(self, mark: _Element | None) -> Character:
        """How the automatic number looks: as the paragraph's mark, then as the list says."""
        level = self._sheet.numbering.level(*self.list) if self.list is not None else None
        direct = run_layer(mark, self._sheet.theme)
        return self._resolved(_named(mark, _RUN_STYLE), overlay(direct, level.run if level else _NOTHING))

    def _resolved(self, style: str | None, direct: Layer) -> Character:
        named = self._sheet.styles.get("character", style).run if style else _NOTHING
        return character(self._sheet.styles.default_run, (*self._base, named), direct)


class Sheet:
    """All that formatting is looked up in; `line_pitch` (twips) is what spacing in lines is counted by."""

    def __init__(self, styles: Styles, numbering: Numbering, theme: Theme) -> None:
        self.styles = styles
        self.numbering = numbering
        self.theme = theme
        self.line_pitch = 240
        self._looks: dict[_Key, Look] = {}

    def look(self, properties: _Element | None, table: Style | None) -> Look:
        """How a paragraph with this pPr looks, in a table of that style."""
        style = _named(properties, _STYLE)
        mark = None if properties is None else properties.find(_MARK)
        key = (style, table and table.name, self.line_pitch, _key(properties), _key(mark))
        found = self._looks.get(key)
        if found is None:
            around = table or self.styles.get("table", "")
            found = Look(self, self.styles.get("paragraph", style), around, properties)
            self._looks[key] = found
        return found
