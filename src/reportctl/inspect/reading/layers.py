"""Formatting as layers: what one pPr or rPr says, how one layer lies over another, what comes of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from reportctl.inspect.reading.facts import Border, Character, ParagraphFormat
from reportctl.inspect.reading.ooxml import A, W, attributes, color, flag, integer, points, twips

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from lxml.etree import _Element

_SCRIPTS = {"zh": "Hans", "zh-TW": "Hant", "zh-HK": "Hant", "zh-MO": "Hant", "ja": "Jpan", "ko": "Hang"}
_PLACES = {"Ascii": "latin", "HAnsi": "latin", "EastAsia": "ea", "Bidi": "cs"}


class Theme:
    """The major and minor fonts of a theme, for the document's East Asian language."""

    def __init__(self, theme: _Element | None, settings: _Element | None) -> None:
        language = None if settings is None else settings.find(f"{W}themeFontLang")
        code = "zh-CN" if language is None else language.get(f"{W}eastAsia", "zh-CN")
        self._script = _SCRIPTS.get(code) or _SCRIPTS.get(code.partition("-")[0], "Hans")
        self._fonts: dict[str, str] = {}
        if theme is not None:
            for group in ("major", "minor"):
                self._read(group, theme.find(f".//{A}{group}Font"))

    def _read(self, group: str, fonts: _Element | None) -> None:
        if fonts is None:
            return
        scripts = {font.get("script", ""): font.get("typeface", "") for font in fonts.iter(f"{A}font")}
        for place, tag in _PLACES.items():
            font = fonts.find(f"{A}{tag}")
            name = "" if font is None else font.get("typeface", "")
            if not name and place == "EastAsia":
                name = scripts.get(self._script, "")
            self._fonts[f"{group}{place}"] = name

    def font(self, name: str) -> str:
        """The font behind a theme font's name, "" where the theme gives none."""
        return self._fonts.get(name, "")


Layer: TypeAlias = dict[str, str]

_CUT = len(W)
_PLAIN = frozenset(("jc", "outlineLvl", "sz", "u", "highlight", "color"))
_SPREAD = frozenset(("ind", "spacing", "numPr", "framePr"))
_FLAGS = frozenset(("snapToGrid", "keepNext", "pageBreakBefore", "b", "i", "strike", "dstrike", "vanish"))
TOGGLES = frozenset(("b", "i", "strike", "vanish"))
_SLOTS = (
    ("ascii", "asciiTheme"),
    ("hAnsi", "hAnsiTheme"),
    ("eastAsia", "eastAsiaTheme"),
    ("cs", "cstheme"),
)
_SIDES = {"start": "left", "end": "right", "startChars": "leftChars", "endChars": "rightChars"}
_RIVALS = {
    "ind.firstLine": ("ind.hanging", "ind.hangingChars"),
    "ind.firstLineChars": ("ind.hanging", "ind.hangingChars"),
    "ind.hanging": ("ind.firstLine", "ind.firstLineChars"),
    "ind.hangingChars": ("ind.firstLine", "ind.firstLineChars"),
}
_STOPS = frozenset(("left", "start", "center", "right", "end", "decimal", "bar", "num"))
_DEFAULT_FONT = "Times New Roman"
_DEFAULT_SIZE = 10.0  # points
_LINE = 240
_WHITE = "FFFFFF"
_NO_PATTERN = frozenset(("", "clear", "nil"))


def paragraph_layer(properties: _Element | None) -> Layer:
    """What a pPr says, change marks and the mark's own formatting left aside."""
    layer: Layer = {}
    if properties is not None:
        for child in properties:
            name = str(child.tag)[_CUT:]
            if name in _PLAIN:
                layer[name] = child.get(f"{W}val", "")
            elif name in _FLAGS:
                layer[name] = "1" if flag(child) else ""
            elif name in _SPREAD:
                _spread(layer, name, child)
            elif name == "shd":
                layer["fill"] = child.get(f"{W}fill", "")
            elif name == "pBdr":
                _borders(layer, child)
            elif name == "tabs":
                layer["tabs"] = _tabs(child)
    return layer


def _spread(layer: Layer, name: str, element: _Element) -> None:
    for side, text in attributes(element).items():
        layer[f"{name}.{_SIDES.get(side, side)}"] = text
    for child in element:
        layer[f"{name}.{str(child.tag)[_CUT:]}"] = child.get(f"{W}val", "")


def _borders(layer: Layer, element: _Element) -> None:
    for child in element:
        given = attributes(child)
        for name in ("val", "sz", "color", "space"):  # all four: a border is inherited as a whole
            layer[f"border.{str(child.tag)[_CUT:]}.{name}"] = given.get(name, "")


def _tabs(element: _Element) -> str:
    """The tab stops as pairs of words, kind and position."""
    words = []
    for tab in element:
        kind = tab.get(f"{W}val", "")
        if kind != "clear":
            words += [kind if kind in _STOPS else "left", str(twips(tab.get(f"{W}pos")) or 0)]
    return " ".join(words)


def border(given: Mapping[str, str], prefix: str = "") -> Border | None:
    """The line that a border's attributes draw, each behind `prefix`; None for "no line"."""
    kind = given.get(f"{prefix}val", "")
    if kind in ("", "none", "nil"):
        return None
    size, space = (integer(given.get(f"{prefix}{name}")) or 0 for name in ("sz", "space"))
    return Border(size, color(given.get(f"{prefix}color")), space, kind)


def run_layer(properties: _Element | None, theme: Theme) -> Layer:
    """What an rPr says, its theme fonts given by name (they beat a name beside them)."""
    layer: Layer = {}
    if properties is not None:
        for child in properties:
            name = str(child.tag)[_CUT:]
            if name == "rFonts":
                _fonts(layer, child, theme)
            elif name == "spacing":
                layer["spacing"] = child.get(f"{W}val", "")
            elif name == "shd":
                layer["ground"] = _ground(child)
            elif name in _PLAIN:
                given = child.get(f"{W}val")
                if given is not None:  # a line's colour alone (Pages) draws no line
                    layer[name] = given
            elif name in _FLAGS:
                layer[name] = "1" if flag(child) else ""
    return layer


def _ground(shading: _Element) -> str:
    """The colour behind a run, or its pattern; "" for the paper's own."""
    fill, pattern = color(shading.get(f"{W}fill")), shading.get(f"{W}val", "clear")
    if fill and fill != _WHITE:
        return fill
    return "" if pattern in _NO_PATTERN else pattern


def _fonts(layer: Layer, element: _Element, theme: Theme) -> None:
    for slot, by_theme in _SLOTS:
        name = element.get(f"{W}{by_theme}")
        font = theme.font(name) if name else element.get(f"{W}{slot}", "")
        if font:
            layer[slot] = font
    hint = element.get(f"{W}hint")
    if hint:
        layer["hint"] = hint


def overlay(lower: Layer, upper: Mapping[str, str]) -> Layer:
    """`upper` over `lower`: attribute by attribute, as WordprocessingML inherits."""
    if not upper:
        return lower
    merged = dict(lower)
    for key in upper:
        for rival in _RIVALS.get(key, ()):
            if rival not in upper:
                merged.pop(rival, None)
    merged.update(upper)
    return merged


def character(defaults: Layer, styles: Iterable[Layer], direct: Layer) -> Character:
    """The effective character formatting of the style layers, lowest first, under direct formatting.

    A toggle (bold, italic, ...) set by two kinds of style at once turns itself off (ISO 29500-1, 17.7.3).
    """
    merged = defaults
    toggled: dict[str, bool] = {}
    for layer in styles:
        merged = overlay(merged, layer)
        for name in TOGGLES & layer.keys():
            toggled[name] = toggled.get(name, False) != bool(layer[name])
    merged = dict(overlay(merged, direct))
    for name, on in toggled.items():
        if name not in direct:
            merged[name] = "1" if on or defaults.get(name) else ""
    get = merged.get
    return Character(
        ascii=get("ascii", _DEFAULT_FONT),
        h_ansi=get("hAnsi", _DEFAULT_FONT),
        east_asia=get("eastAsia", _DEFAULT_FONT),
        cs=get("cs", _DEFAULT_FONT),
        size=points(get("sz"), _DEFAULT_SIZE),
        bold=bool(get("b")),
        italic=bool(get("i")),
        underlined=get("u", "none") != "none",
        struck=bool(get("strike") or get("dstrike")),
        hidden=bool(get("vanish")),
        color=color(get("color")),
        highlight=get("ground", "") if get("highlight", "none") == "none" else get("highlight", ""),
        spacing=twips(get("spacing")) or 0,
        hint=get("hint") == "eastAsia",
    )


def paragraph_format(layer: Layer, em: int, line_pitch: int) -> ParagraphFormat:
    """What a merged layer comes to, for characters of width `em` on lines of `line_pitch` (both twips)."""
    get = layer.get
    outline = integer(get("outlineLvl"))
    return ParagraphFormat(
        alignment={"start": "left", "end": "right", "": "left"}.get(get("jc", ""), get("jc", "left")),
        left=_length(layer, "ind.left", "ind.leftChars", em),
        right=_length(layer, "ind.right", "ind.rightChars", em),
        first_line=_length(layer, "ind.firstLine", "ind.firstLineChars", em)
        - _length(layer, "ind.hanging", "ind.hangingChars", em),
        before=_gap(layer, "before", line_pitch),
        after=_gap(layer, "after", line_pitch),
        line=twips(get("spacing.line")) or _LINE,
        rule=get("spacing.lineRule", "auto"),
        snap=get("snapToGrid", "1") != "",
        keep_next=bool(get("keepNext")),
        page_break_before=bool(get("pageBreakBefore")),
        outline=outline if outline is not None and 0 <= outline <= 8 else None,
        top=border(layer, "border.top."),
        bottom=border(layer, "border.bottom."),
        fill=color(get("fill")),
        tabs=_tab_stops(get("tabs", "")),
    )


def _length(layer: Layer, absolute: str, relative: str, em: int) -> int:
    hundredths = integer(layer.get(relative))
    if hundredths:
        return round(hundredths * em / 100)
    return twips(layer.get(absolute)) or 0


def _gap(layer: Layer, side: str, line_pitch: int) -> int:
    if layer.get(f"spacing.{side}Autospacing", "0") in ("1", "true", "on"):
        return 14 * 20  # what Word takes for an HTML paragraph's own distance: 14 pt
    hundredths = integer(layer.get(f"spacing.{side}Lines"))
    if hundredths:
        return round(hundredths * line_pitch / 100)
    return twips(layer.get(f"spacing.{side}")) or 0


def _tab_stops(text: str) -> tuple[tuple[str, int], ...]:
    words = text.split(" ") if text else []
    return tuple((kind, int(position)) for kind, position in zip(words[::2], words[1::2], strict=True))
