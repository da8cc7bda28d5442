"""The vocabulary of WordprocessingML: names, how a part is parsed, how attribute values are read leniently.

An attribute's value is what a foreign program or hand wrote. The readers below give None, a default or "" for
what is no measure, number, colour or word; none of them raises.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lxml import etree

if TYPE_CHECKING:
    from lxml.etree import _Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
WPS = "{http://schemas.microsoft.com/office/word/2010/wordprocessingShape}"
M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
V = "{urn:schemas-microsoft-com:vml}"
PACKAGE_RELATIONSHIPS = "{http://schemas.openxmlformats.org/package/2006/relationships}"

_MAIN = "http://schemas.openxmlformats.org/"
# ISO 29500 Strict uses other names for the same things; read as Transitional they need no second reader.
_STRICT = (
    (b"http://purl.oclc.org/ooxml/wordprocessingml/main", f"{_MAIN}wordprocessingml/2006/main".encode()),
    (
        b"http://purl.oclc.org/ooxml/officeDocument/relationships",
        f"{_MAIN}officeDocument/2006/relationships".encode(),
    ),
    (
        b"http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing",
        f"{_MAIN}drawingml/2006/wordprocessingDrawing".encode(),
    ),
    (b"http://purl.oclc.org/ooxml/drawingml/main", f"{_MAIN}drawingml/2006/main".encode()),
)
_TWIPS = {"pt": 20.0, "in": 1440.0, "cm": 1440 / 2.54, "mm": 1440 / 25.4, "pc": 240.0, "pi": 240.0}
_MEASURE = re.compile(r"(-?[0-9]{1,12}(?:\.[0-9]{1,12})?)(pt|in|cm|mm|pc|pi)?")
_WHOLE = re.compile(r"-?[0-9]{1,12}")
_COLOR = re.compile(r"[0-9A-Fa-f]{6}")
_WEB_COLOR = re.compile(r"#?([0-9A-Fa-f]{6}|[0-9A-Fa-f]{3}|red|black)\b")
_NAMED = {"red": "FF0000", "black": "000000"}
_OFF = frozenset(("0", "false", "off"))
_LARGEST = 1_000_000  # twips: some 17 m; beyond it a measure is a fault, not a length
_LARGEST_SIZE = 5_000.0  # points
EMU_PER_TWIP = 635


class EntityError(ValueError):
    """The part declares a document type: entities, or files outside the document."""


def parse(data: bytes) -> _Element:
    """The root of an XML part; entities are never resolved, nothing outside is ever read.

    Raises:
        EntityError: the part has a DOCTYPE.
        etree.XMLSyntaxError: the part is not well-formed, or too deep.
    """
    if b"<!DOCTYPE" in data[:4096].replace(b"\0", b""):
        raise EntityError
    if b"purl.oclc.org" in data:
        for strict, transitional in _STRICT:
            data = data.replace(strict, transitional)
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True
    )
    root = etree.fromstring(data, parser)
    if root.getroottree().docinfo.internalDTD is not None:
        raise EntityError
    return root


def flag(element: _Element | None) -> bool:
    """The value of an on/off element: present means on unless it says otherwise, missing means off."""
    return element is not None and element.get(f"{W}val", "1") not in _OFF


def twips(text: str | None) -> int | None:
    """A measure in twips (ST_TwipsMeasure): a bare number, or one with a unit; None where it is neither."""
    match = _MEASURE.fullmatch(text or "")
    if match is None:
        return None
    number, unit = match.groups()
    return _bounded(round(float(number) * _TWIPS.get(unit or "", 1.0)))


def integer(text: str | None) -> int | None:
    """A whole number (ST_DecimalNumber) of at most 12 digits, None where there is none."""
    return int(text) if text and _WHOLE.fullmatch(text) else None


def points(text: str | None, default: float) -> float:
    """A size in points (ST_HpsMeasure): a bare number counts half-points; `default` where there is none."""
    whole = integer(text)
    size = whole / 2 if whole is not None else (twips(text) or 0) / 20
    return min(size, _LARGEST_SIZE) if size > 0 else default


def emu(text: str | None) -> int:
    """A length that is given in EMU (ST_Coordinate), in twips; 0 where there is none."""
    return _bounded((integer(text) or 0) // EMU_PER_TWIP)


def _bounded(length: int) -> int:
    return max(-_LARGEST, min(_LARGEST, length))


def color(text: str | None) -> str:
    """A colour (ST_HexColor) as RRGGBB in capitals; "" for automatic and for what is no colour."""
    return text.upper() if text and _COLOR.fullmatch(text) else ""


def web_color(text: str | None) -> str:
    """A colour of VML, #RGB or by a name that lines have, as RRGGBB; "" for any other."""
    match = _WEB_COLOR.match(text or "")
    if match is None:
        return ""
    found = _NAMED.get(match[1], match[1])
    return color("".join(digit * 2 for digit in found) if len(found) == 3 else found)


def attributes(element: _Element | None) -> dict[str, str]:
    """The attributes of an element by their local names; {} where there is no element."""
    if element is None:
        return {}
    return {str(name).rpartition("}")[2]: str(text) for name, text in element.items()}


def value(parent: _Element | None, tag: str) -> str:
    """The `w:val` of the child element `tag` (a path below `w:`), "" where there is none."""
    child = None if parent is None else parent.find(f"{W}{tag}")
    return "" if child is None else child.get(f"{W}val", "")
