"""What a picture says besides what it shows: cut out of its bytes, the pixels left as they are encoded."""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

_PNG = b"\x89PNG\r\n\x1a\n"
_JPEG = b"\xff\xd8"
_KEPT_CHUNKS = frozenset(
    b"IHDR PLTE IDAT IEND tRNS gAMA cHRM sRGB iCCP cICP mDCV cLLI sBIT bKGD hIST pHYs acTL fcTL fdAT".split()
)
"""The chunks of a PNG that say how its pixels look; texts, times and EXIF are none of them."""
_BARE = frozenset({0x01, *range(0xD0, 0xD9)})
"""Markers of a JPEG without a length."""
_APP0, _APP1, _APP2, _APP14, _APP15, _COMMENT, _SCAN, _END = 0xE0, 0xE1, 0xE2, 0xEE, 0xEF, 0xFE, 0xDA, 0xD9
_EXIF = b"Exif\0\0"
_ORIENTATION = 0x0112
"""The tag of EXIF that says how a picture is to be turned: 1 to 8, 1 as it is."""


class _Piece(NamedTuple):
    """A chunk of a PNG or a segment of a JPEG, with the pixels behind it: its name and its bytes."""

    name: int | bytes
    data: bytes


def without_metadata(data: bytes) -> bytes:
    """A PNG or JPEG without EXIF, XMP, IPTC, comments, thumbnails, and without what stands behind its end.

    Raises:
        ValueError: the picture is damaged.
    """
    if data.startswith(_PNG):
        return _PNG + b"".join(chunk.data for chunk in _chunks(data) if chunk.name in _KEPT_CHUNKS)
    return _JPEG + b"".join(map(_cleaned, _segments(data)))


def orientation(data: bytes) -> int:
    """How EXIF says that a picture is to be turned, 1 to 8; 1 where it says nothing.

    Raises:
        ValueError: the picture is damaged.
    """
    if data.startswith(_PNG):
        found = (chunk.data[8:-4] for chunk in _chunks(data) if chunk.name == b"eXIf")
    else:
        segments = (part for part in _segments(data) if part.name == _APP1)
        found = (part.data[10:] for part in segments if part.data.startswith(_EXIF, 4))
    try:
        return next((_turned(exif.removeprefix(_EXIF)) for exif in found), 1)
    except struct.error:
        return 1  # EXIF that cannot be read turns nothing


def _chunks(data: bytes) -> Iterator[_Piece]:
    at = len(_PNG)
    while at < len(data):
        head = data[at : at + 8]
        if len(head) < 8:
            raise ValueError("the image ends too early")
        length, name = struct.unpack(">I4s", head)
        yield _Piece(name, data[at : at + length + 12])
        if name == b"IEND":
            return
        at += length + 12


def _segments(data: bytes) -> Iterator[_Piece]:
    """The segments of a JPEG to its end; a scan has its pixels with it."""
    at = len(_JPEG)
    while at + 1 < len(data):
        if data[at] != 0xFF:
            raise ValueError("no marker where one must be")
        marker = data[at + 1]
        if marker == 0xFF:
            at += 1
            continue
        end = at + 2
        if marker not in _BARE and marker != _END:
            end += int.from_bytes(data[end : end + 2])
            if end < at + 4:
                raise ValueError("a segment without a length")
        if marker == _SCAN:
            end = _after_pixels(data, end)
        yield _Piece(marker, data[at:end])
        if marker == _END:
            return
        at = end


def _after_pixels(data: bytes, at: int) -> int:
    """Where the marker behind a scan's pixels stands; of a picture that ends too early its end."""
    while True:
        at = data.find(b"\xff", at)
        if at < 0 or at + 1 >= len(data):
            return len(data)
        if data[at + 1] == 0xFF:
            at += 1
        elif data[at + 1] == 0 or 0xD0 <= data[at + 1] <= 0xD7:
            at += 2
        else:
            return at


def _cleaned(segment: _Piece) -> bytes:
    """A segment as it may stay: JFIF without its thumbnail, the colours' ICC and Adobe's; b"" for others."""
    name, data = segment
    if name == _APP0 and data.startswith(b"JFIF\0", 4) and len(data) >= 18:
        return data[:2] + (16).to_bytes(2) + data[4:16] + b"\0\0"
    kept = (name == _APP2 and data.startswith(b"ICC_PROFILE\0", 4)) or (
        name == _APP14 and data.startswith(b"Adobe", 4)
    )
    said = name == _COMMENT or (isinstance(name, int) and _APP0 <= name <= _APP15)
    return data if kept or not said else b""


def _turned(exif: bytes) -> int:
    """The orientation in the first directory of EXIF.

    Raises:
        struct.error: the directory ends too early.
    """
    order = {b"II*\0": "<", b"MM\0*": ">"}.get(exif[:4])
    if order is None:
        return 1
    (at,) = struct.unpack_from(f"{order}I", exif, 4)
    (count,) = struct.unpack_from(f"{order}H", exif, at)
    for entry in range(at + 2, at + 2 + 12 * count, 12):
        tag, _, _, value = struct.unpack_from(f"{order}HHIH", exif, entry)
        if tag == _ORIENTATION:
            return value if 1 <= value <= 8 else 1
    return 1
