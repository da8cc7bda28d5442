"""Drawings, in DrawingML and in VML: the text boxes, lines and pictures in them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from reportctl.inspect.reading.facts import DrawnShape
from reportctl.inspect.reading.ooxml import WP, WPS, A, V, W, color, emu, twips, web_color

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

_BOX = f"{W}txbxContent"
_INSETS = {"lIns": "91440", "tIns": "45720", "rIns": "91440"}
"""What a box leaves free around its text where it says nothing (EMU)."""
_VML_INSETS = (144, 72, 144, 72)  # twips, likewise
_TEXT_EDGES = ("margin", "column")
_ACROSS_VML = ("margin", "text")
_BELOW = {
    "page": "page",
    "margin": "margin",
    "bottomMargin": "foot",
    "bottom-margin-area": "foot",
    "paragraph": "paragraph",
    "line": "paragraph",
    "text": "paragraph",
}
"""What a box is placed below, by the names of DrawingML and VML."""
_LINES = frozenset(("line", "straightConnector1"))
_THIN = 60  # twips: a filled box that is no thicker is drawn as a line
_UNREAD = {"chart": "图表", "chartex": "图表", "diagram": "图示"}
_PICTURE = "{http://schemas.openxmlformats.org/drawingml/2006/picture}pic"


class Box(NamedTuple):
    """A text box or frame (lengths in twips): what it is placed by, what it leaves free around its text.

    `side` is what it is aligned to: "left", "outside" ...; "" where it stands `across` from the left edge of
    版心, None where that is unclear. `fits` tells that it is as wide as its text, else it is `width` wide.
    It begins `down` below its `anchor`: "page", "margin" (版心), "foot" (of 版心), or "paragraph", which is
    the paragraph `holder`, or for a frame (0) the next one that is in none. `down` is None where unclear.
    """

    side: str = ""
    across: int | None = None
    fits: bool = False
    width: int = 0
    left: int = 0
    top: int = 0
    right: int = 0
    anchor: str = ""
    down: int | None = None
    holder: int = 0


def boxes(drawing: _Element) -> Iterator[_Element]:
    """The contents of a drawing's text boxes; a box within a box comes with the outer one."""
    for child in drawing:
        if child.tag == _BOX:
            yield child
        else:
            yield from boxes(child)


def box_of(drawing: _Element, holder: int) -> Box:
    """Where the text box of a drawing stands that hangs on the paragraph `holder`."""
    horizontal = next(drawing.iter(f"{WP}positionH"), None)
    vertical = next(drawing.iter(f"{WP}positionV"), None)
    if horizontal is None and vertical is None:
        return _vml_box(drawing, holder)
    side, across = _position(horizontal)
    edge, down = _position(vertical)
    if horizontal is not None and horizontal.get("relativeFrom", "margin") not in _TEXT_EDGES:
        across = None
    body = next(drawing.iter(f"{WPS}bodyPr"), None)
    insets = {} if body is None else {name: emu(body.get(name, usual)) for name, usual in _INSETS.items()}
    fits = body is not None and (body.get("wrap") == "none" or body.find(f"{A}spAutoFit") is not None)
    extent = next(drawing.iter(f"{WP}extent"), None)
    return Box(
        side=side,
        across=across,
        fits=fits,
        width=0 if extent is None else emu(extent.get("cx")),
        left=insets.get("lIns", 0),
        top=insets.get("tIns", 0),
        right=insets.get("rIns", 0),
        anchor=_BELOW.get("" if vertical is None else vertical.get("relativeFrom", ""), ""),
        down=0 if edge == "top" else down,
        holder=holder,
    )


def _position(position: _Element | None) -> tuple[str, int | None]:
    """What an anchor is aligned to, or its distance (twips); ("", None) where it says neither."""
    if position is None:
        return "", None
    align, offset = position.find(f"{WP}align"), position.find(f"{WP}posOffset")
    side = "" if align is None else (align.text or "").strip()
    return side, None if offset is None else emu((offset.text or "").strip())


def _vml_box(drawing: _Element, holder: int) -> Box:
    """A text box of VML, which says all in its style."""
    shape = next((one for one in drawing.iter(f"{V}shape", f"{V}rect") if one.get("style")), None)
    style = _style(shape)
    text = None if shape is None else shape.find(f"{V}textbox")
    insets = ((text.get("inset", "") if text is not None else "").split(",") + [""] * 4)[:4]
    left, top, right, _ = (
        usual if (found := twips(given.strip())) is None else found
        for given, usual in zip(insets, _VML_INSETS, strict=True)
    )
    side = style.get("mso-position-horizontal", "absolute")
    from_edge = style.get("mso-position-horizontal-relative", "text") in _ACROSS_VML
    return Box(
        side="" if side == "absolute" else side,
        across=(twips(style.get("margin-left", "0")) or 0) if from_edge else None,
        fits=style.get("mso-wrap-style") == "none" or _style(text).get("mso-fit-shape-to-text") == "t",
        width=twips(style.get("width")) or 0,
        left=left,
        top=top,
        right=right,
        anchor=_BELOW.get(style.get("mso-position-vertical-relative", "text"), ""),
        down=twips(style.get("margin-top", "0")) or 0,
        holder=holder,
    )


def _style(element: _Element | None) -> dict[str, str]:
    """The style of an element of VML, property by property."""
    pairs = (part.partition(":") for part in ("" if element is None else element.get("style", "")).split(";"))
    return {name.strip(): text.strip() for name, _, text in pairs}


class InlineSize(NamedTuple):
    """How wide and high, in twips, what stands in the line of text is; 0 for what is anchored beside it."""

    width: int = 0
    height: int = 0


def inline_size(drawing: _Element) -> InlineSize:
    """The size of a drawing in the line of text."""
    inline = drawing.find(f"{WP}inline")
    if inline is not None:
        extent = inline.find(f"{WP}extent")
        return (
            InlineSize()
            if extent is None
            else InlineSize(*(round(emu(extent.get(side))) for side in ("cx", "cy")))
        )
    style = _style(next(drawing.iter(f"{V}shape"), None))
    if style.get("position") == "absolute":
        return InlineSize()
    return InlineSize(*(max(0, twips(style.get(side)) or 0) for side in ("width", "height")))


def is_picture(drawing: _Element) -> bool:
    """Whether the drawing shows an image."""
    return next(drawing.iter(_PICTURE, f"{V}imagedata"), None) is not None


def unread_kind(drawing: _Element) -> str:
    """What a drawing is that has its words in a part of its own, "" for any other."""
    data = next(drawing.iter(f"{A}graphicData"), None)
    return "" if data is None else _UNREAD.get(data.get("uri", "").rpartition("/")[2], "")


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
    style = _style(line)
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
