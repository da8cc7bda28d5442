"""The size of images from their headers, whoever wrote them; damage is found, never stumbled over."""

from __future__ import annotations

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image as Pillow

from reportctl import images
from reportctl.document import Attachment, Picture
from reportctl.text.width import width
from tests.render.docx import documents, reading

INCH = 914_400


def jpeg(dpi: int = 0) -> bytes:
    out = io.BytesIO()
    Pillow.new("RGB", (300, 150)).save(out, "JPEG", **({"dpi": (dpi, dpi)} if dpi else {}))
    return out.getvalue()


def without_jfif(data: bytes) -> bytes:
    """The same image without its APP0 segment, as some cameras and scanners write it."""
    length = int.from_bytes(data[4:6], "big")
    return data[:2] + data[4 + length :]


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (documents.png(96, 48), ("png", INCH, INCH // 2)),
        (jpeg(300), ("jpeg", INCH, INCH // 2)),
        (jpeg(150), ("jpeg", 2 * INCH, INCH)),
        (jpeg(), ("jpeg", 300 * INCH // 96, 150 * INCH // 96)),
        (jpeg(1), ("jpeg", 300 * INCH // 96, 150 * INCH // 96)),
        (without_jfif(jpeg(300)), ("jpeg", 300 * INCH // 96, 150 * INCH // 96)),
    ],
)
def test_reads_kind_and_size(data: bytes, expected: tuple[str, int, int]) -> None:
    found = images.read(data)
    assert found.ending == expected[0]
    assert (found.width, found.height) == pytest.approx(expected[1:], rel=0.01)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"GIF89a\x01\x00\x01\x00",
        documents.png(4, 4)[:20],
        documents.png(4, 4).replace(b"IHDR", b"IDAT"),
        documents.png(0, 4),
        jpeg()[:30],
        b"\xff\xd8\xff\xd9",
        b"\xff\xd8\x00\x00",
    ],
)
def test_refuses_what_is_damaged(data: bytes) -> None:
    with pytest.raises(ValueError, match=r"image|PNG|header|marker"):
        images.read(data)


@given(st.sampled_from([documents.png(9, 9), jpeg(72)]), st.data())
def test_damage_is_never_more_than_a_value_error(data: bytes, draw: st.DataObject) -> None:
    spoiled = bytearray(data[: draw.draw(st.integers(0, len(data)))])
    for place in draw.draw(st.lists(st.integers(0, max(len(spoiled) - 1, 0)), max_size=4)):
        if spoiled:
            spoiled[place] = draw.draw(st.integers(0, 255))
    try:
        found = images.read(bytes(spoiled))
    except ValueError:
        return
    assert found.width > 0
    assert found.height > 0


def test_the_same_image_is_kept_once() -> None:
    picture = Picture(documents.png(8, 8), "图")
    annexes = (Attachment(1, "一", (picture, picture)), Attachment(2, "二", (picture,)))
    parts = reading.parts(documents.docx(documents.plain()._replace(attachments=annexes)))
    assert [name for name in parts if name.startswith("word/media/")] == ["word/media/image1.png"]


@pytest.mark.parametrize(
    ("text", "characters"),
    [("", 0), ("法治", 2), ("2024年", 3), ("（一）", 3), ("“”…—·×", 6), ("e\u0301", 0.5), ("ａ", 1)],
)
def test_width_in_characters(text: str, characters: float) -> None:
    assert width(text) == characters
