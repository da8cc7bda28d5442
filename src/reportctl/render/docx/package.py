"""The package: its parts by python-docx, written to the same bytes whenever and wherever it is written."""

from __future__ import annotations

import zipfile
from typing import TYPE_CHECKING, BinaryIO

from docx.opc.constants import CONTENT_TYPE, NAMESPACE, RELATIONSHIP_TYPE
from docx.opc.packuri import CONTENT_TYPES_URI, PACKAGE_URI, PackURI
from docx.opc.part import Part
from docx.opc.spec import default_content_types
from docx.package import Package as DocxPackage

from reportctl.render.docx.xml import DECLARATION

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Iterable, Iterator

    from docx.opc.parts.coreprops import CorePropertiesPart

_CHUNK = 1 << 16
_LEVEL = 2
"""Of nine; the default takes four times as long to make a Chinese text a tenth smaller."""
_EPOCH = (1980, 1, 1)
"""The first day that a zip archive can name."""


class Package:
    """A .docx in the making: a main part, whose text is streamed, and the parts that it relates to."""

    def __init__(self) -> None:
        self.opc = DocxPackage()
        self._main = Part(PackURI("/word/document.xml"), CONTENT_TYPE.WML_DOCUMENT_MAIN, b"", self.opc)
        self.opc.relate_to(self._main, RELATIONSHIP_TYPE.OFFICE_DOCUMENT)
        self._images: dict[bytes, str] = {}

    def relate_properties(self, part: CorePropertiesPart) -> None:
        """Take in the part with the document's properties."""
        self.opc.relate_to(part, RELATIONSHIP_TYPE.CORE_PROPERTIES)

    def add(self, name: str, content_type: str, relationship: str, content: bytes) -> str:
        """Take in a part; its relationship id within the main part."""
        part = Part(PackURI(f"/word/{name}"), content_type, content, self.opc)
        return str(self._main.relate_to(part, relationship))

    def add_late(self, name: str, content_type: str, relationship: str, make: Callable[[], bytes]) -> None:
        """Take in a part that is made after the main part has been written."""
        self._main.relate_to(_LatePart(f"/word/{name}", content_type, make, self.opc), relationship)

    def add_image(self, data: bytes, ending: str) -> str:
        """Take in an image, each only once; its relationship id within the main part."""
        if data not in self._images:
            name = f"/word/media/image{len(self._images) + 1}.{ending}"
            part = Part(PackURI(name), f"image/{ending}", data, self.opc)
            self._images[data] = str(self._main.relate_to(part, RELATIONSHIP_TYPE.IMAGE))
        return self._images[data]

    def write(self, out: BinaryIO, body: Iterable[str], day: dt.date | None) -> None:
        """Write the package, its main part's text being `body`.

        Entries come in a fixed order and bear the report's date, never the clock's.
        """
        stamp = (day.year, day.month, day.day) if day and day.year >= _EPOCH[0] else _EPOCH
        parts = list(self.opc.iter_parts())
        with zipfile.ZipFile(out, "w") as archive:
            archive.writestr(_entry(CONTENT_TYPES_URI, stamp), _content_types(parts))
            archive.writestr(_entry(PACKAGE_URI.rels_uri, stamp), self.opc.rels.xml)
            with archive.open(_entry(self._main.partname, stamp), "w") as member:
                for chunk in _chunks(body):
                    member.write(chunk)
            for part in parts:
                if part is not self._main:
                    archive.writestr(_entry(part.partname, stamp), part.blob)
                if part.rels:
                    archive.writestr(_entry(part.partname.rels_uri, stamp), part.rels.xml)


class _LatePart(Part):
    """A part whose content is made when it is written: what it says depends on the main part."""

    def __init__(self, name: str, content_type: str, make: Callable[[], bytes], package: DocxPackage) -> None:
        super().__init__(PackURI(name), content_type, None, package)
        self._make = make

    @property
    def blob(self) -> bytes:
        """The content."""
        return self._make()


def _entry(uri: PackURI, stamp: tuple[int, int, int]) -> zipfile.ZipInfo:
    info = zipfile.ZipInfo(uri.membername, (*stamp, 0, 0, 0))
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


def _content_types(parts: Iterable[Part]) -> bytes:
    defaults = {"rels": CONTENT_TYPE.OPC_RELATIONSHIPS, "xml": CONTENT_TYPE.XML}
    overrides = {}
    for part in parts:
        if (part.partname.ext, part.content_type) in default_content_types:
            defaults[part.partname.ext] = part.content_type
        else:
            overrides[part.partname] = part.content_type
    entries = [
        f'<Default Extension="{key}" ContentType="{value}"/>' for key, value in sorted(defaults.items())
    ]
    entries += [
        f'<Override PartName="{key}" ContentType="{value}"/>' for key, value in sorted(overrides.items())
    ]
    return f'{DECLARATION}<Types xmlns="{NAMESPACE.OPC_CONTENT_TYPES}">{"".join(entries)}</Types>'.encode()
