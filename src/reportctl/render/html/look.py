"""From an element of the layout to a rule of the style sheet: fonts, sizes, indents, distances, alignment.

Lengths are in em, so that the proportions stay at whatever size a screen or a printer sets the text.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reportctl.layout import Align, FontClass, GridKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reportctl.layout import ElementLayout, Layout, Length

LATIN = "latin"
"""The family that a layout's Latin font goes by: it has no marks, for “ ” … — are set in the Han font."""
_LATIN_RANGE = "U+20-7E, U+A1-17F"
_STAND_INS = {
    FontClass.FANGSONG: ("FangSong", "STFangsong", "serif"),
    FontClass.HEI: ("SimHei", "Heiti SC", "Noto Sans CJK SC", "sans-serif"),
    FontClass.KAI: ("KaiTi", "Kaiti SC", "STKaiti", "serif"),
    FontClass.BIAOSONG: ("STZhongsong", "Songti SC", "Noto Serif CJK SC", "serif"),
    FontClass.SONG: ("SimSun", "Songti SC", "Noto Serif CJK SC", "serif"),
}
"""What Windows, macOS and Linux have for a class where they lack the fonts that the layout names."""
_ALIGN = {Align.LEFT: "left", Align.CENTER: "center", Align.RIGHT: "right", Align.JUSTIFY: "justify"}
_UNSAFE = re.compile(r'["\\<>&]')


def rule(
    layout: Layout,
    key: str,
    selector: str = "",
    *,
    size: Length | None = None,
    above: float = 0,
    below: float = 0,
    more: str = "",
) -> str:
    """The rule for the element of that key, in the body's text: what it does not take over from there.

    The selector is the class named as the key if no other is given; `size` overrules the element's own;
    `above` and `below` are in blank lines; `more` are declarations.
    """
    element: ElementLayout = getattr(layout.elements, key)
    size = size or element.size.value
    inherited = _text(layout, layout.elements.body, layout.elements.body.size.value)
    own = {name: value for name, value in _text(layout, element, size).items() if inherited[name] != value}
    line = layout.grid.line_pitch.value.points / size.points
    margins = (above * line, element.right.value, below * line, element.left.value)
    if any(margins):
        own["margin"] = " ".join(map(em, margins))
    return _rule(selector or f".{class_of(key)}", own, more)


def class_of(key: str) -> str:
    """The class of an element's markup: copy-number of copy_number."""
    return key.replace("_", "-")


def body(layout: Layout) -> str:
    """The rule for all text that is not said to look otherwise."""
    return _rule("body", _text(layout, layout.elements.body, layout.elements.body.size.value), "margin: 0")


def _rule(selector: str, declarations: dict[str, str], more: str = "") -> str:
    written = [f"{name}: {value}" for name, value in declarations.items()]
    return f"{selector} {{ {'; '.join([*written, more] if more else written)} }}"


def _text(layout: Layout, element: ElementLayout, size: Length) -> dict[str, str]:
    """The declarations that an element's text would take over from the one around it."""
    whole = layout.elements.body.size.value
    # only text of the body's size is set closer: 28 characters a line are counted in it (clause 5.2.3)
    close = layout.grid.mode.value is GridKind.LINES and size == whole
    return {
        "font-family": f"var(--{element.font.value.name.lower()})",
        "font-size": em(size.points / whole.points),
        "font-weight": "bold" if element.bold.value else "normal",
        "line-height": number(layout.line_pitch(element).points / size.points),
        "letter-spacing": "var(--close)" if close else "normal",
        "color": f"#{element.color.value}",
        "text-align": _ALIGN[element.align.value],
        "text-indent": em(element.first_line.value),
    }


def families(layout: Layout) -> Iterator[str]:
    """The fonts by class as custom properties, and the Latin font where the layout has one."""
    latin = layout.fonts.latin.value
    if latin:
        source = f"src: local({_quoted(latin)}); unicode-range: {_LATIN_RANGE}"
        yield f"@font-face {{ font-family: {LATIN}; {source} }}"
    stacks = (f"--{kind.name.lower()}: {family(layout, kind)}" for kind in FontClass)
    yield f":root {{ {'; '.join(stacks)} }}"


def family(layout: Layout, font_class: FontClass) -> str:
    """The fonts of a class, best first, as the value of `font-family`."""
    *stand_ins, generic = _STAND_INS[font_class]
    named = (layout.font(font_class), *layout.alternatives(font_class), *stand_ins)
    latin = [LATIN] if layout.fonts.latin.value else []
    return ", ".join([*latin, *map(_quoted, dict.fromkeys(named)), generic])


def number(value: float) -> str:
    """A number as CSS takes it, to four places."""
    return f"{value:.4f}".rstrip("0").rstrip(".")


def em(value: float) -> str:
    """A length in sizes of the element's own text."""
    return f"{number(value)}em" if value else "0"


def mm(length: Length) -> str:
    """A length on paper."""
    return f"{number(length.mm)}mm"


def _quoted(name: str) -> str:
    """A font's name as a string that ends neither itself nor the style sheet."""
    return '"' + _UNSAFE.sub(lambda found: f"\\{ord(found.group()):x} ", name) + '"'
