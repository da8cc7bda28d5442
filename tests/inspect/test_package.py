"""Files that are no readable .docx are refused with their reason, and never crash or hang."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

import pytest

from reportctl.errors import ExitCode, FileError
from reportctl.inspect import RefusedError, inspect
from reportctl.inspect.reading import refusals
from tests.inspect import handmade

if TYPE_CHECKING:
    from pathlib import Path

    from reportctl.findings import Rule
    from reportctl.layout import Layout

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def changed(**parts: str | None) -> bytes:
    """The handmade package with parts changed, or left out where they are None."""
    files = handmade.parts(handmade.body())
    for name, content in parts.items():
        path = {"types": "[Content_Types].xml", "document": "word/document.xml", "rels": "_rels/.rels"}.get(
            name, name
        )
        if content is None:
            del files[path]
        else:
            files[path] = content
    return handmade.packed(files)


def zipped(name: str, content: bytes) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, content)
    return buffer.getvalue()


def encrypted_entry() -> bytes:
    """An archive whose entries say that they are encrypted."""
    data = bytearray(zipped("word/document.xml", b"<a/>"))
    for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(signature) + offset] |= 1
    return bytes(data)


def doubled() -> bytes:
    buffer = io.BytesIO(handmade.formal())
    with pytest.warns(UserWarning, match="Duplicate"), zipfile.ZipFile(buffer, "a") as archive:
        archive.writestr("word/document.xml", "<a/>")
    return buffer.getvalue()


def types() -> str:
    return handmade.parts([])["[Content_Types].xml"]


def macro_types() -> str:
    word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    return types().replace(word, "application/vnd.ms-word.document.macroEnabled.main+xml")


ENTITY = (
    '<!DOCTYPE w:document [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
    f'<w:document xmlns:w="{handmade.W}"><w:body><w:p><w:r><w:t>&x;</w:t></w:r></w:p></w:body></w:document>'
)
DEEP = f'<w:document xmlns:w="{handmade.W}">{"<w:body>" * 100_000}'
CASES: dict[str, tuple[bytes, Rule]] = {
    "empty": (b"", refusals.DAMAGED),
    "text": ("关于法治政府建设情况的报告".encode(), refusals.NOT_WORD),
    "pdf": (b"%PDF-1.7\n", refusals.NOT_WORD),
    "rtf": (b"{\\rtf1\\ansi}", refusals.NOT_WORD),
    "old-word": (OLE + b"\0" * 504 + "WordDocument".encode("utf-16-le"), refusals.OLD_WORD),
    "encrypted": (OLE + b"\0" * 504 + "EncryptedPackage".encode("utf-16-le"), refusals.ENCRYPTED),
    "old-excel": (OLE + b"\0" * 504 + "Workbook".encode("utf-16-le"), refusals.NOT_WORD),
    "encrypted-entry": (encrypted_entry(), refusals.ENCRYPTED),
    "truncated": (handmade.formal()[:2000], refusals.DAMAGED),
    "no-content-types": (changed(types=None), refusals.NOT_WORD),
    "another-office-file": (changed(types=types().replace("word", "spread")), refusals.NOT_WORD),
    "macro-content-type": (changed(types=macro_types()), refusals.MACROS),
    "macro-part": (changed(**{"word/vbaProject.bin": "x"}), refusals.MACROS),
    "bomb": (zipped("word/document.xml", b" " * (8 << 20)), refusals.TOO_LARGE),
    "many-entries": (handmade.packed({f"{number}": "" for number in range(10_001)}), refusals.TOO_LARGE),
    "external-entity": (changed(document=ENTITY), refusals.ENTITIES),
    "no-document": (changed(document=None), refusals.DAMAGED),
    "no-relationships": (changed(rels=None), refusals.DAMAGED),
    "broken-xml": (changed(document="<w:document"), refusals.DAMAGED),
    "too-deep": (changed(document=DEEP), refusals.DAMAGED),
    "no-body": (changed(document=f'<w:document xmlns:w="{handmade.W}"/>'), refusals.DAMAGED),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_what_is_no_document_is_refused(name: str, layouts: tuple[Layout, ...], tmp_path: Path) -> None:
    data, rule = CASES[name]
    path = tmp_path / "公文.docx"
    path.write_bytes(data)
    for source in (data, path):
        with pytest.raises(RefusedError) as refused:
            inspect(source, layouts)
        assert refused.value.rule is rule
        assert refused.value.exit_code is ExitCode.IO
        assert refused.value.hint


def test_a_doubled_part_is_refused(layouts: tuple[Layout, ...]) -> None:
    with pytest.raises(RefusedError, match="同名部件"):
        inspect(doubled(), layouts)


@pytest.mark.parametrize("name", ["没有.docx", ".", "公\0文.docx"])
def test_what_cannot_be_read_is_an_error(name: str, layouts: tuple[Layout, ...], tmp_path: Path) -> None:
    with pytest.raises(FileError, match="无法读取"):
        inspect(tmp_path / name, layouts)


def test_a_path_may_be_a_string(layouts: tuple[Layout, ...], tmp_path: Path) -> None:
    path = tmp_path / "公文.docx"
    path.write_bytes(handmade.formal())
    assert inspect(str(path), layouts).deviations == ()
