"""Page numbers in text boxes of every kind are measured: side, what is free beside them, distance, look."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from lxml import etree

from reportctl.inspect import inspect
from tests.inspect import handmade
from tests.inspect.editing import Editable, W, drop, properties, put

if TYPE_CHECKING:
    from reportctl.layout import Layout

WPS = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
V = "urn:schemas-microsoft-com:vml"
MM = 36_000
"""English metric units in a millimetre."""
PLACE, DISTANCE = "page-number-place", "page-number-distance"


def modern(horizontal: str, vertical: str = "", width: int = 0, insets: str = 'lIns="0" rIns="0"') -> str:
    """A box of DrawingML, as wide as its text or `width` millimetres wide."""
    fit = "" if width else ' wrap="none"'
    return (
        f'<w:p xmlns:w="{handmade.W}"><w:r><w:drawing><wp:anchor xmlns:wp="{WP}">{horizontal}{vertical}'
        f'<wp:extent cx="{width * MM}" cy="{5 * MM}"/>'
        f'<wps:wsp xmlns:wps="{WPS}"><wps:txbx><w:txbxContent/></wps:txbx>'
        f'<wps:bodyPr{fit} {insets} tIns="0"/></wps:wsp></wp:anchor></w:drawing></w:r></w:p>'
    )


def across(place: str, from_: str = "margin") -> str:
    kind = "posOffset" if place.lstrip("-").isdigit() else "align"
    return f'<wp:positionH relativeFrom="{from_}"><wp:{kind}>{place}</wp:{kind}></wp:positionH>'


def down(millimetres: float, from_: str) -> str:
    """How far under something the box begins."""
    offset = round(millimetres * MM)
    return f'<wp:positionV relativeFrom="{from_}"><wp:posOffset>{offset}</wp:posOffset></wp:positionV>'


def old(style: str, text: str = "mso-fit-shape-to-text:t") -> str:
    """A box of VML."""
    return (
        f'<w:p xmlns:w="{handmade.W}" xmlns:v="{V}"><w:r><w:pict><v:shape style="position:absolute;{style}">'
        f'<v:textbox style="{text}" inset="0,0,0,0"><w:txbxContent/></v:textbox></v:shape></w:pict></w:r>'
        "</w:p>"
    )


def codes(box: str, layouts: tuple[Layout, ...], indents: str = "280", align: str = "left") -> set[str]:
    """What deviates where every page's number stands in such a box."""
    document = Editable(handmade.formal())
    for footer in document.footers():
        (line,) = footer
        own = properties(line)
        for tag in ("jc", "ind"):
            drop(own, tag)
        put(own, "ind", left=indents, right=indents)
        put(own, "jc", val=align)
        holder = etree.fromstring(box.encode())
        next(holder.iter(f"{W}txbxContent")).append(line)
        footer.append(holder)
    return {one.rule.code for one in inspect(document.save(), layouts).deviations}


OUTSIDE = across("outside")


@pytest.mark.parametrize(
    ("vertical", "found"),
    [
        ("", set()),
        (down(0, "paragraph"), set()),
        (down(8, "paragraph"), {DISTANCE}),
        (down(-9, "line"), {DISTANCE}),
        (down(4, "bottomMargin"), set()),
        (down(20, "bottomMargin"), {DISTANCE}),
        (down(262 + 4, "page"), set()),
        (down(250, "page"), {DISTANCE}),
        (down(225 + 4, "margin"), set()),
        (down(225 - 9, "margin"), {DISTANCE}),
        (down(3, "outsideMargin"), set()),  # there it is not measured
    ],
)
def test_the_distance_of_a_box(vertical: str, found: set[str], layouts: tuple[Layout, ...]) -> None:
    assert codes(modern(OUTSIDE, vertical), layouts) == found


@pytest.mark.parametrize(
    ("style", "found"),
    [
        ("mso-position-horizontal:outside;margin-top:0", set()),
        ("mso-position-horizontal:center;margin-top:0", {PLACE}),
        ("mso-position-horizontal:outside;margin-top:30pt", {DISTANCE}),
        (
            "mso-position-horizontal:outside;mso-position-vertical-relative:bottom-margin-area;margin-top:12pt",
            set(),
        ),
    ],
)
def test_a_box_of_vml(style: str, found: set[str], layouts: tuple[Layout, ...]) -> None:
    assert codes(old(style), layouts) == found


@pytest.mark.parametrize(
    ("box", "indents", "align", "found"),
    [
        (modern(OUTSIDE, width=60), "280", "left", {PLACE}),  # the text stands at the box's other side
        (modern(OUTSIDE, width=60), "0", "center", {PLACE}),
        (modern(OUTSIDE, width=60, insets='lIns="177800" rIns="177800"'), "0", "right", {PLACE}),
        (modern(OUTSIDE, insets='lIns="177800" rIns="177800"'), "0", "left", set()),
        (modern(across("inside")), "280", "left", {PLACE}),
        (modern(across("0")), "280", "left", {PLACE}),  # on the left of odd pages
        (modern(across(str(66 * MM)), width=24), "0", "center", {PLACE}),
    ],
)
def test_the_side_of_a_box(
    box: str, indents: str, align: str, found: set[str], layouts: tuple[Layout, ...]
) -> None:
    assert codes(box, layouts, indents, align) == found


def test_boxes_by_their_distance_from_the_left(layouts: tuple[Layout, ...]) -> None:
    document = Editable(handmade.formal())
    for footer, place in zip(document.footers(), (156 - 5 - 17, 5), strict=True):
        (line,) = footer
        own = properties(line)
        for tag in ("jc", "ind"):
            drop(own, tag)
        holder = etree.fromstring(modern(across(str(place * MM))).encode())
        next(holder.iter(f"{W}txbxContent")).append(line)
        footer.append(holder)
    assert not inspect(document.save(), layouts).deviations


def test_the_look_of_a_number_in_a_box(layouts: tuple[Layout, ...]) -> None:
    document = Editable(handmade.formal())
    for footer in document.footers():
        (line,) = footer
        for size in line.iter(f"{W}sz"):
            size.set(f"{W}val", "18")
        for fonts in line.iter(f"{W}rFonts"):
            fonts.set(f"{W}ascii", "Times New Roman")
        put(properties(line), "ind", left="180", right="180")
        holder = etree.fromstring(modern(OUTSIDE).encode())
        next(holder.iter(f"{W}txbxContent")).append(line)
        footer.append(holder)
    found = {one.rule.code for one in inspect(document.save(), layouts).deviations}
    assert found == {"element-font", "element-size"}


@pytest.mark.parametrize("bottom", ["1134", "567", "0"])
def test_a_footer_that_pushes_the_text_up(bottom: str, layouts: tuple[Layout, ...]) -> None:
    """Where the margin has no room for the footer, the text ends above it: only the margin is told."""
    document = Editable(handmade.formal())
    for section in document.sections():
        put(section, "pgMar", bottom=bottom)
    found = {one.rule.code for one in inspect(document.save(), layouts).deviations}
    assert "page-margin" in found
    assert DISTANCE not in found
