"""The package: its parts in a zip archive (ECMA-376-2), the same bytes whenever it is written."""

from __future__ import annotations

import zipfile
from typing import TYPE_CHECKING, BinaryIO, NamedTuple

from reportctl.render.docx.beside import write_beside
from reportctl.render.docx.xml import DECLARATION, attribute

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Iterable, Iterator

_CHUNK = 1 << 17
"""Characters that are written at once."""
_LEVEL = 2
"""Of nine; the default takes four times as long to make a Chinese text a tenth smaller."""
_EPOCH = (1980, 1, 1)
"""The first day that a zip archive can name."""

_OPC = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_PROPERTIES = "application/vnd.openxmlformats-package.core-properties+xml"
_THEME = "application/vnd.openxmlformats-officedocument.theme+xml"
_DOCUMENT = "word/document.xml"
_DEFAULTS = {"rels": "application/vnd.openxmlformats-package.relationships+xml", "xml": "application/xml"}


class Kind(NamedTuple):
    """What a part is: its relationship to the part that needs it, and its content type."""

    relationship: str
    content_type: str


STYLES = Kind(f"{_OFFICE}/styles", f"{_MAIN}.styles+xml")
SETTINGS = Kind(f"{_OFFICE}/settings", f"{_MAIN}.settings+xml")
FONT_TABLE = Kind(f"{_OFFICE}/fontTable", f"{_MAIN}.fontTable+xml")
HEADER = Kind(f"{_OFFICE}/header", f"{_MAIN}.header+xml")
FOOTER = Kind(f"{_OFFICE}/footer", f"{_MAIN}.footer+xml")
THEME = Kind(f"{_OFFICE}/theme", _THEME)
_WHOLE = Kind(f"{_OFFICE}/officeDocument", f"{_MAIN}.document.main+xml")
_CORE = Kind(f"{_OPC}/relationships/metadata/core-properties", _PROPERTIES)
_IMAGE = f"{_OFFICE}/image"


class _Part(NamedTuple):
    """A part; its content may be made when it is written."""

    name: str
    kind: Kind
    content: bytes | Callable[[], bytes]


_STREAMED = _Part(_DOCUMENT, _WHOLE, b"")
"""The main part, as others name it: its content is written piece by piece."""


class Package:
    """A .docx in the making: a main part, whose text is streamed, and the parts that it relates to."""

    def __init__(self, properties: bytes) -> None:
        self._properties = _Part("docProps/core.xml", _CORE, properties)
        self._parts: list[_Part] = []
        self._images: dict[bytes, str] = {}
        self._endings: dict[str, str] = {}

    def add(self, name: str, kind: Kind, content: bytes | Callable[[], bytes]) -> str:
        """Take in a part; its relationship id within the main part.

        Content that is given as a function is made after the main part has been written.
        """
        self._parts.append(_Part(f"word/{name}", kind, content))
        return f"rId{len(self._parts)}"

    def add_image(self, data: bytes, ending: str) -> str:
        """Take in an image, each only once; its relationship id within the main part."""
        if data not in self._images:
            kind = Kind(_IMAGE, f"image/{ending}")
            self._endings[ending] = kind.content_type
            self._images[data] = self.add(f"media/image{len(self._images) + 1}.{ending}", kind, data)
        return self._images[data]

    def write(self, out: BinaryIO, body: Iterable[str], day: dt.date | None) -> None:
        """Write the package, its main part's text being `body`.

        Entries come in a fixed order and bear the report's date, never the clock's.
        """
        stamp = (day.year, day.month, day.day) if day and day.year >= _EPOCH[0] else _EPOCH
        with zipfile.ZipFile(out, "w") as archive:

            def put(name: str, content: bytes) -> None:
                archive.writestr(_entry(name, stamp), content)

            put("[Content_Types].xml", self._content_types())
            put("_rels/.rels", _relationships("", [_STREAMED, self._properties]))
            with archive.open(_entry(_DOCUMENT, stamp), "w") as member:
                write_beside(member.write, _chunks(body))
            put("word/_rels/document.xml.rels", _relationships("word/", self._parts))
            for part in (self._properties, *self._parts):
                put(part.name, part.content if isinstance(part.content, bytes) else part.content())

    def _content_types(self) -> bytes:
        defaults = sorted((_DEFAULTS | self._endings).items())
        typed = [_STREAMED, self._properties, *self._parts]
        entries = [f'<Default Extension="{ending}" ContentType="{kind}"/>' for ending, kind in defaults]
        entries += [
            f'<Override PartName="/{one.name}" ContentType="{one.kind.content_type}"/>'
            for one in typed
            if one.kind.relationship != _IMAGE
        ]
        return f'{DECLARATION}<Types xmlns="{_OPC}/content-types">{"".join(entries)}</Types>'.encode()


def _relationships(folder: str, parts: Iterable[_Part]) -> bytes:
    """The relationships of a part to others; targets are relative to its folder."""
    entries = "".join(
        f'<Relationship Id="rId{number}" Type="{one.kind.relationship}"'
        f' Target="{attribute(one.name.removeprefix(folder))}"/>'
        for number, one in enumerate(parts, 1)
    )
    return f'{DECLARATION}<Relationships xmlns="{_OPC}/relationships">{entries}</Relationships>'.encode()


def _entry(name: str, stamp: tuple[int, int, int]) -> zipfile.ZipInfo:
    info = zipfile.ZipInfo(name, (*stamp, 0, 0, 0))
    info.compress_type = zipfile.ZIP_DEFLATED
    # the level is public only since Python 3.13, where it is still known by this name
    info._compresslevel = _LEVEL  # type: ignore[attr-defined]  # noqa: SLF001
    info.create_system = 0  # else the entry tells which system it was made on
    return info


def _chunks(texts: Iterable[str]) -> Iterator[bytes]:
    """The texts as UTF-8 in pieces large enough to be compressed well and small enough to be held."""
    held: list[str] = []
    size = 0
    for text in texts:
        held.append(text)
        size += len(text)
        if size >= _CHUNK:
            yield "".join(held).encode()
            held.clear()
            size = 0
    yield "".join(held).encode()
