"""Bytes that are no UTF-8 text: read with a warning where they can be, refused with a reason where not."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

import pytest

from tests.faults.intake import ITEM, SOUND

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.faults.intake import Intake


def docx() -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as package:
        package.writestr("word/document.xml", "<w:document/>")
    return buffer.getvalue()


def cut(data: bytes, at: str) -> bytes:
    """The data up to the middle of a character."""
    return data[: data.index(at.encode()) + 2]


def put(data: bytes) -> bytes:
    """A submission with these bytes in it."""
    return SOUND.encode().replace("检查".encode(), data)


REFUSED: dict[str, tuple[bytes, tuple[str, int, int]]] = {
    "UTF-16 LE with a BOM": (SOUND.encode("utf-16"), ("utf16", 1, 1)),
    "UTF-16 BE with a BOM": (b"\xfe\xff" + SOUND.encode("utf-16-be"), ("utf16", 1, 1)),
    "UTF-16 LE without a BOM": (SOUND.encode("utf-16-le"), ("utf16", 1, 1)),
    "UTF-16 BE without a BOM": (SOUND.encode("utf-16-be"), ("utf16", 1, 1)),
    "only a BOM of UTF-16": (b"\xff\xfe", ("utf16", 1, 1)),
    "a renamed .docx": (docx(), ("not-text", 1, 1)),
    "a renamed .doc": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512), ("not-text", 1, 1)),
    "a renamed .pdf": (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3", ("not-text", 1, 1)),
    "a renamed .rtf": (b"{\\rtf1\\ansi", ("not-text", 1, 1)),
    "a renamed .png": (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", ("not-text", 1, 1)),
    "a renamed .jpg": (b"\xff\xd8\xff\xe0\0\x10JFIF", ("not-text", 1, 1)),
    "a renamed .7z": (b"7z\xbc\xaf\x27\x1c" + bytes(range(100)), ("not-text", 1, 1)),
    "cut within a character": (cut(SOUND.encode(), "编制"), ("undecodable", 7, 41)),
    "a byte of Latin-1": (SOUND.encode() + b"# caf\xe9\n", ("undecodable", 9, 6)),
    "an impossible byte": (
        SOUND.encode().replace("检查".encode(), "检\xff查".encode("latin-1", "ignore") or b"\xff"),
        ("undecodable", 5, 11),
    ),
    "a surrogate in UTF-8": (
        SOUND.encode().replace("检查".encode(), b"\xed\xa0\x80"),
        ("undecodable", 5, 11),
    ),
    "too large": (SOUND.encode() + b"# " + b"x" * 5_000_000, ("too-large", 1, 1)),
    "10 MB of text": (SOUND.replace("检查", "检" * 3_500_000).encode(), ("too-large", 1, 1)),
}


@pytest.mark.parametrize("name", REFUSED)
def test_refused(intake: Intake, name: str) -> None:
    data, expected = REFUSED[name]
    assert intake.judge(data).errors == [expected]


def test_gb18030_is_read_with_a_warning_and_no_wrong_character(intake: Intake) -> None:
    text = SOUND.replace("检查三次", "检查㐀𠮷三次")
    judged = intake.judge(text.encode("gb18030"))
    assert judged.errors == []
    assert ("gb18030", 1, 1) in judged.warnings
    assert "1.加强监管。检查㐀𠮷三次。" in "\n".join(intake.folder.lines())


def test_the_places_of_a_gb18030_file_are_its_characters(intake: Intake) -> None:
    judged = intake.judge(SOUND.replace("year: 2023", "year: 二〇").encode("gb18030"))
    assert judged.errors == [("wrong-type", 2, 7)]


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("bom", ["", "\ufeff"])
def test_breaks_and_boms_move_no_place(intake: Intake, newline: str, bom: str) -> None:
    text = bom + SOUND.replace("检查三次", "检查××次").replace("\n", newline)
    assert intake.judge(text).errors == [("placeholder", 5, 13)]


OFFENDERS: dict[str, Callable[[str], bytes | str]] = {
    "bell": lambda text: text.replace("检查", "检\x07查"),
    "escape": lambda text: text.replace("检查", "\x1b[31m检查"),
    "zero": lambda text: text.replace("检查", "检\x00查"),
    "delete": lambda text: text.replace("检查", "检\x7f查"),
    "C1 control": lambda text: text.replace("检查", "检\x9b查"),
    "no character": lambda text: text.replace("检查", "检\ufffe查"),
}


@pytest.mark.parametrize("name", OFFENDERS)
def test_a_raw_control_character_is_found_where_it_stands(intake: Intake, name: str) -> None:
    judged = intake.judge(OFFENDERS[name](SOUND))
    column = 11 if name == "escape" else 12
    assert judged.errors == [("control-character", 5, column)]


@pytest.mark.parametrize("written", ["\\x07", "\\x9b", "\ufdd0", "\ufdef"])
def test_a_control_character_that_the_parser_lets_pass_is_found(intake: Intake, written: str) -> None:
    text = SOUND.replace("检查三次。", f'"检{written}查三次。"')
    assert intake.judge(text).errors == [("control-character", 5, 13)]


@pytest.mark.parametrize("char", ["\x85", "\u2028", "\u2029"])
def test_a_break_that_only_yaml_sees_is_found_where_it_stands(intake: Intake, char: str) -> None:
    assert intake.judge(SOUND.replace("检查", f"检{char}查")).errors == [("control-character", 5, 12)]
    quoted = SOUND.replace("检查三次。", f'"检{char}查三次。"')
    assert intake.judge(quoted).errors == []


def test_many_control_characters_are_not_listed_without_end(intake: Intake) -> None:
    assert len(intake.judge(SOUND.replace("检查", "\x07" * 5000)).errors) <= 20


@pytest.mark.parametrize(
    "data", [b"\x80" * 50, bytes(range(256)), b"\xff" * 9, b"a\0" * 50, b"\0a" * 3, b":" * 99]
)
def test_no_bytes_at_all_are_too_odd(intake: Intake, data: bytes) -> None:
    assert intake.judge(data).errors
    assert intake.judge(ITEM.encode() + data).errors
