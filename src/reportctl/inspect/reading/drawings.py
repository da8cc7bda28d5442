"""Drawings, in DrawingML and in VML: the text boxes, lines and pictures in them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportctl.inspect.reading.facts import DrawnShape
from reportctl.inspect.reading.ooxml import WP, WPS, A, V, W, color, emu, twips, web_color

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

_BOX = f"{W}txbxContent"
_INSET = "91440"  # EMU: a tenth of an inch, where a box says nothing
_LINES = frozenset(("line", "straightConnector1"))
_THIN = 60  # twips: a filled box that is no thicker is drawn as a line
_PICTURE = "{http://schemas.openxmlformats.org/drawingml/2006/picture}pic"


def boxes(drawing: _Element) -> Iterator[_Element]:
    """The contents of a drawing's text boxes; a box within a box comes with the outer one."""
    for child in drawing:
        if child.tag == _BOX:
            yield child
        else:
            yield from boxes(child)


def box_side(drawing: _Element) -> str:
    """The side that a drawing is anchored to: "left", "outside" ...; "" where by a distance."""
    side = next(drawing.iter(f"{WP}positionH"), None)
    align = None if side is None else side.find(f"{WP}align")
    return "" if align is None else (align.text or "").strip()


def box_inset(drawing: _Element) -> int | None:
    """What a text box that is as wide as its text leaves free on its right, in twips; None for any other."""
    body = next(drawing.iter(f"{WPS}bodyPr"), None)
    if body is None or (body.get("wrap") != "none" and body.find(f"{A}spAutoFit") is None):
        return None
    return emu(body.get("rIns", _INSET))


def inline_height(drawing: _Element) -> int:
    """How high, in twips, what stands in the line of text is; 0 for what is anchored beside it."""
    inline = drawing.find(f"{WP}inline")
    if inline is not None:
        extent = inline.find(f"{WP}extent")
        return 0 if extent is None else round(emu(extent.get("cy")))
    shape = next(drawing.iter(f"{V}shape"), None)
    style = "" if shape is None else shape.get("style", "").replace(" ", "")
    if "position:absolute" in style:
        return 0
    pairs = (part.partition(":") for part in style.split(";"))
    return max((twips(text) or 0 for name, _, text in pairs if name == "height"), default=0)


def is_picture(drawing: _Element) -> bool:
    """Whether the drawing shows an image."""
    return next(drawing.iter(_PICTURE, f"{V}imagedata"), None) is not None


def drawn_line(drawing: _Element, paragraph: int) -> DrawnShape | None:
    """The line that a drawing is; None where it is none."""
    shape = next(drawing.iter(f"{WPS}spPr"), None)
    if shape is not None:
        return _modern_line(drawing, shape, paragraph)
    line = next(drawing.iter(f"{V}line", f"{V}rect", f"{V}shape"), None)
    return None if line is None else _vml_line(line, paragraph)


def _modern_line(drawing: _Element, shape: _Element, paragraph: int) -> DrawnShape | None:
    geometry = shape.find(f"{A}prstGeom")
    extent = next(drawing.iter(f"{WP}extent"), None)
    if geometry is None or extent is None:
        return None
    width, height = (emu(extent.get(side)) for side in ("cx", "cy"))
    stroke = shape.find(f"{A}ln")
    if geometry.get("prst") in _LINES:
        weight = 0 if stroke is None else emu(stroke.get("w"))
        return DrawnShape(paragraph, _fill(stroke), width, weight or 15)
    if geometry.get("prst") == "rect" and 0 < height <= _THIN:
        return DrawnShape(paragraph, _fill(shape) or _fill(stroke), width, height)
    return None


def _fill(element: _Element | None) -> str:
    stroke = None if element is None else element.find(f"{A}solidFill/{A}srgbClr")
    return "" if stroke is None else color(stroke.get("val"))


def _vml_line(line: _Element, paragraph: int) -> DrawnShape | None:
    pairs = (part.partition(":") for part in line.get("style", "").split(";"))
    style = {name.strip(): text.strip() for name, _, text in pairs}
    if line.tag == f"{V}line":
        start, end = (twips(line.get(name, "0").partition(",")[0]) or 0 for name in ("from", "to"))
        width = abs(end - start) or twips(style.get("width")) or 0
        return DrawnShape(
            paragraph, web_color(line.get("strokecolor")), width, twips(line.get("strokeweight")) or 15
        )
    height = twips(style.get("height"))
    if line.tag == f"{V}rect" and height is not None and height <= _THIN:
        return DrawnShape(paragraph, web_color(line.get("fillcolor")), twips(style.get("width")) or 0, height)
    return None
