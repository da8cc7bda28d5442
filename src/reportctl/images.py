"""The size of a PNG or JPEG image, from its header: python-docx refuses good JPEGs of other makers."""

from __future__ import annotations

import struct
from typing import NamedTuple

_INCH = 914_400
"""English metric units."""
_METRE = 36_000_000
_DEFAULT_DENSITY = 96
"""Pixels to the inch of an image that does not say."""
_DENSITIES = range(10, 10_000)
"""Pixels to the inch that an image may truly have; others are a mistake of the program that wrote it."""

_PNG = b"\x89PNG\r\n\x1a\n"
_JPEG = b"\xff\xd8"
_FRAMES = frozenset({*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC})
"""The markers that begin a JPEG's frame and say its size."""
_BARE = frozenset({0x01, *range(0xD0, 0xD9)})
"""Markers without a length."""


class Image(NamedTuple):
    """An image's file ending, and its width and height in English metric units (914,400 to the inch)."""

    ending: str
    width: int
    height: int


def read(data: bytes) -> Image:
    """The image in `data`; a ValueError where it is no PNG or JPEG or is damaged."""
    try:
        if data.startswith(_PNG):
            return _png(data)
        if data.startswith(_JPEG):
            return _jpeg(data)
    except (struct.error, IndexError) as error:
        raise ValueError("the image ends too early") from error
    raise ValueError("neither PNG nor JPEG")


def _png(data: bytes) -> Image:
    if data[12:16] != b"IHDR":
        raise ValueError("no header")
    width, height = struct.unpack_from(">II", data, 16)
    across, down = _DEFAULT_DENSITY, _DEFAULT_DENSITY
    at = 8
    while data[at + 4 : at + 8] not in {b"IDAT", b"IEND"}:
        (length,) = struct.unpack_from(">I", data, at)
        if data[at + 4 : at + 8] == b"pHYs":
            per_x, per_y, unit = struct.unpack_from(">IIB", data, at + 8)
            if unit == 1:
                across, down = round(per_x * _INCH / _METRE), round(per_y * _INCH / _METRE)
        at += length + 12
    return _image("png", (width, height), (across, down))


def _jpeg(data: bytes) -> Image:
    across, down = _DEFAULT_DENSITY, _DEFAULT_DENSITY
    at = 2
    while True:
        if data[at] != 0xFF:
            raise ValueError("no marker where one must be")
        marker = data[at + 1]
        if marker == 0xFF:
            at += 1
        elif marker in _BARE:
            at += 2
        elif marker in _FRAMES:
            height, width = struct.unpack_from(">HH", data, at + 5)
            return _image("jpeg", (width, height), (across, down))
        else:
            if marker == 0xE0 and data[at + 4 : at + 9] == b"JFIF\0":
                unit, per_x, per_y = struct.unpack_from(">BHH", data, at + 11)
                inch = {1: 1.0, 2: 2.54}.get(unit)
                if inch:
                    across, down = round(per_x * inch), round(per_y * inch)
            (length,) = struct.unpack_from(">H", data, at + 2)
            at += length + 2


def _image(ending: str, pixels: tuple[int, int], density: tuple[int, int]) -> Image:
    if not all(pixels):
        raise ValueError("an image without a size")
    across, down = density if all(pixels in _DENSITIES for pixels in density) else (_DEFAULT_DENSITY,) * 2
    return Image(ending, pixels[0] * _INCH // across, pixels[1] * _INCH // down)
