"""Pictures tell nobody where, when and by whom they were taken, and stand as EXIF turns them."""

from __future__ import annotations

import io
import re
import zipfile
from typing import TYPE_CHECKING, Any

import pytest
from PIL import Image, ImageOps, PngImagePlugin

from reportctl import images
from reportctl.metadata import orientation, without_metadata
from tests.tools.project import REPORT

if TYPE_CHECKING:
    from tests.tools.project import Folder

WHERE = "张某在北纬27度"
TAKEN, MAKER, TURN = 0x0132, 0x010F, 0x0112
ATTACHED = REPORT.replace("departments", "  attachments: [{title: 现场, file: NAME}]\ndepartments", 1)
WORDS = (
    WHERE.encode(),
    b"Exif",
    b"xpacket",
    b"Photoshop",
    b"2023:05:06",
    b"Camera",
    b"tEXt",
    b"iTXt",
    b"tIME",
)


def drawn() -> Image.Image:
    """A picture of which no turn and no mirror image is itself."""
    picture = Image.new("RGB", (64, 32), "white")
    picture.paste("red", (0, 0, 32, 16))
    picture.paste("blue", (32, 16, 64, 32))
    return picture


def exif(turn: int) -> Image.Exif:
    data = Image.Exif()
    data[TURN], data[TAKEN], data[MAKER] = turn, "2023:05:06 07:08:09", "Camera"
    return data


def jpeg(turn: int = 1, **options: Any) -> bytes:
    out = io.BytesIO()
    profile = b"ICC of the screen" * 20
    drawn().save(out, "JPEG", exif=exif(turn), comment=WHERE.encode(), icc_profile=profile, **options)
    data = out.getvalue()
    irb = b"\xff\xed" + (2 + 14 + len(WHERE.encode())).to_bytes(2) + b"Photoshop 3.0\0" + WHERE.encode()
    xmp = b"http://ns.adobe.com/xap/1.0/\0<?xpacket begin?>"
    app1 = b"\xff\xe1" + (2 + len(xmp)).to_bytes(2) + xmp
    return data[:2] + irb + app1 + data[2:] + b"behind the end " + WHERE.encode()


def png(turn: int = 1) -> bytes:
    out = io.BytesIO()
    said = PngImagePlugin.PngInfo()
    said.add_text("Author", WHERE)
    said.add_itxt("Comment", WHERE)
    said.add_text("Zipped", WHERE, zip=True)
    said.add(b"tIME", b"\x07\xe7\x05\x06\x07\x08\x09")
    drawn().save(out, "PNG", pnginfo=said, exif=exif(turn), icc_profile=b"ICC" * 50, dpi=(300, 300))
    return out.getvalue() + WHERE.encode()


def pixels(data: bytes) -> bytes:
    with Image.open(io.BytesIO(data)) as picture:
        return picture.convert("RGB").tobytes()


@pytest.mark.parametrize("data", [jpeg(), jpeg(progressive=True), jpeg(restart_marker_blocks=1), png()])
def test_metadata_goes_and_pixels_stay(data: bytes) -> None:
    cleaned = without_metadata(data)
    assert pixels(cleaned) == pixels(data)
    assert not [word for word in WORDS if word in cleaned]
    with Image.open(io.BytesIO(cleaned)) as picture, Image.open(io.BytesIO(data)) as before:
        assert picture.info["icc_profile"] == before.info["icc_profile"]
        assert not dict(picture.getexif())
    assert images.read(cleaned) == images.read(data)
    assert without_metadata(cleaned) == cleaned


@pytest.mark.parametrize("turn", range(1, 9))
def test_the_turn_is_read_before_it_is_cut_out(turn: int) -> None:
    assert [orientation(data) for data in (jpeg(turn), png(turn))] == [turn, turn]
    assert orientation(without_metadata(jpeg(turn))) == 1


@pytest.mark.parametrize("turn", range(1, 9))
def test_the_drawing_is_turned_as_viewers_turn_the_picture(folder: Folder, turn: int) -> None:
    folder.report(ATTACHED.replace("NAME", "a.jpg")).write("a.jpg", jpeg(turn))
    assert folder.run("build", "--draft", "--docx", "--html").code == 0
    (path,) = (folder.root / "output").glob("*.docx")
    with zipfile.ZipFile(path) as package:
        body = package.read("word/document.xml").decode()
        (image,) = (package.read(name) for name in package.namelist() if "/media/" in name)
    assert not [word for word in WORDS if word in image]
    frame = re.search(r"<a:xfrm([^>]*)>", body)
    assert frame is not None
    made = Image.open(io.BytesIO(image)).convert("RGB")
    if "flipH" in frame[1]:
        made = ImageOps.mirror(made)
    quarters = int((re.search(r'rot="(\d+)"', frame[1]) or ["", "0"])[1]) // 5_400_000
    made = made.rotate(-90 * quarters, expand=True)
    with Image.open(io.BytesIO(jpeg(turn))) as original:
        assert made.tobytes() == ImageOps.exif_transpose(original).convert("RGB").tobytes()
    (page,) = (folder.root / "output").glob("*.html")
    shown = page.read_text(encoding="utf-8")
    assert ('<svg role="img"' in shown) == (turn != 1)
    if turn != 1:
        assert f"rotate({90 * quarters})" in shown
        assert ("scale(-1 1)" in shown) == ("flipH" in frame[1])


@pytest.mark.parametrize(
    "data", [jpeg(6)[:200], jpeg(6)[:40], png()[:60], b"\xff\xd8\xff\xe1\0\0", b"\xff\xd8\xff"]
)
def test_a_damaged_picture_is_told_or_kept(folder: Folder, data: bytes) -> None:
    name = "a.png" if data.startswith(b"\x89") else "a.jpg"
    folder.report(ATTACHED.replace("NAME", name)).write(name, data)
    assert folder.run("build", "--draft").code in {0, 3}
