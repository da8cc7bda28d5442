"""The package: opened from the base document with python-docx, written as the same bytes whenever it is."""

from __future__ import annotations

import hashlib
import io
import zipfile
from functools import cache
from itertools import chain
from typing import TYPE_CHECKING, BinaryIO

import docx
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part

from reportctl import build_id, resources

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Iterator

    from docx.document import Document as WordDocument

_MAIN = "word/document.xml"
_BEFORE_MAIN = ("[Content_Types].xml", "_rels/.rels")
_CHUNK = 1 << 17
"""Characters that are written at once."""
_LEVEL = 2
"""Of nine; the default takes four times as long to make a Chinese text a tenth smaller."""
_EPOCH = (1980, 1, 1)
"""The first day that a zip archive can name."""


class Package:
    """A .docx in the making: `word` is the document as python-docx has it, all but the body's text."""

    def __init__(self) -> None:
        self.word: WordDocument = docx.Document(io.BytesIO(_base()))
        self._added: dict[bytes, str] = {}

    def add(self, name: str, content_type: str, relationship: str, content: bytes) -> str:
        """Take in a part that the body relates to, each content only once; the relationship's id.

        `name` has %d where a number makes it one of its own.
        """
        if content not in self._added:
            owner = self.word.part
            path = owner.package.next_partname(f"/word/{name}") if "%d" in name else PackURI(f"/word/{name}")
            part = Part(path, content_type, content, owner.package)
            self._added[content] = owner.relate_to(part, relationship)
        return self._added[content]

    def write(self, body: Iterable[str], out: BinaryIO, day: dt.date | None, *, stamped: bool) -> None:
        """Write the package, its main part's text being `body`, so that no length of it costs memory.

        Entries come in a fixed order and bear the report's date, never the clock's. Parts that change while
        `body` is made, such as the styles in use, are written after it, and last, where it is `stamped`, the
        digest of all of them. Which parts there are, and how they relate, is settled before.
        """
        if stamped:
            self._make_room_for_id()
        stamp = (day.year, day.month, day.day) if day and day.year >= _EPOCH[0] else _EPOCH
        parts = self._parts()
        head, start, _ = parts[_MAIN].partition(b"<w:body>")
        digests: dict[str, bytes] = {}
        with zipfile.ZipFile(out, "w") as archive:

            def put(name: str, chunks: Iterable[bytes]) -> None:
                made = hashlib.sha256()
                with archive.open(_entry(name, stamp), "w") as member:
                    for chunk in chunks:
                        made.update(chunk)
                        member.write(chunk)
                digests[name] = made.digest()

            for name in _BEFORE_MAIN:
                put(name, [parts[name]])
            put(_MAIN, chain([head + start], _chunks(body), [b"</w:body></w:document>"]))
            parts |= {part.partname.membername: part.blob for part in self.word.part.package.iter_parts()}
            for name, content in parts.items():
                if name not in digests and name != build_id.PART:
                    put(name, [content])
            if stamped:
                put(build_id.PART, [build_id.properties(build_id.of(digests))])

    def _make_room_for_id(self) -> None:
        """A part that the package relates to, whose content is known only when all others are written."""
        package = self.word.part.package
        kind, relationship = CONTENT_TYPE.OFC_CUSTOM_PROPERTIES, RELATIONSHIP_TYPE.CUSTOM_PROPERTIES
        package.relate_to(Part(PackURI(f"/{build_id.PART}"), kind, b"", package), relationship)

    def _parts(self) -> dict[str, bytes]:
        """The parts by name, as python-docx saves them."""
        saved = io.BytesIO()
        self.word.save(saved)
        with zipfile.ZipFile(saved) as archive:
            return {name: archive.read(name) for name in archive.namelist()}


@cache
def _base() -> bytes:
    """The base document, whose unpacked parts are kept under templates/docx/."""
    folder = resources.path("templates", "docx")
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for path in sorted(folder.rglob("*")):
            if path.is_file():
                archive.writestr(path.relative_to(folder).as_posix(), path.read_bytes())
    return packed.getvalue()


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
