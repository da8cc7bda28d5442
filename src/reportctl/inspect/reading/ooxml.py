"""Names, measures and flags of WordprocessingML, and the one way its parts are parsed."""

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
V = "{urn:schemas-microsoft-com:vml}"
PACKAGE_RELATIONSHIPS = "{http://schemas.openxmlformats.org/package/2006/relationships}"
CONTENT_TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"

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
_MEASURE = re.compile(r"(-?\d+(?:\.\d+)?)(pt|in|cm|mm|pc|pi)?$")
_WHOLE = re.compile(r"-?[0-9]{1,12}$")
_OFF = frozenset(("0", "false", "off"))
_LIMIT = 1_000_000  # twips: some 17 m; beyond it a measure is a fault, not a length
EMU_PER_TWIP = 635
TWIPS_PER_MM = 1440 / 25.4


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


def flag(element: _Element) -> bool:
    """The value of an on/off element: present means on unless it says otherwise."""
    return element.get(f"{W}val", "1") not in _OFF


def twips(text: str | None) -> int | None:
    """A measure in twips: a bare number, or a number with a unit; None where there is none."""
    match = _MEASURE.match(text or "")
    if match is None:
        return None
    number, unit = match.groups()
    value = round(float(number) * _TWIPS.get(unit or "", 1.0))
    return max(-_LIMIT, min(_LIMIT, value))


def integer(text: str | None) -> int | None:
    """A whole number, or None where there is none."""
    return int(text) if text and _WHOLE.match(text) else None


def attributes(element: _Element) -> dict[str, str]:
    """The attributes of an element by their local names."""
    return {str(name).rpartition("}")[2]: str(text) for name, text in element.items()}


def value(parent: _Element, tag: str) -> str:
    """The `w:val` of a child element of `parent`, "" where there is none."""
    child = parent.find(f"{W}{tag}")
    return "" if child is None else child.get(f"{W}val", "")
