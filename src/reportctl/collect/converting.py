"""Old formats of Word and WPS → .docx, through LibreOffice where this machine has one."""

from __future__ import annotations

import tempfile
from pathlib import Path

from reportctl.errors import FileError
from reportctl.render.office import INSTALL, convert, find_office

_TARGET = "docx:MS Word 2007 XML"
_SAVE_AS = "请部门用 Word 或 WPS 打开，另存为 .docx 再交"


def to_docx(data: bytes) -> bytes:
    """A .doc, .wps or .rtf as .docx.

    Raises:
        FileError: there is no LibreOffice, or it cannot read the file.
    """
    program = find_office()
    if program is None:
        hint = f"{_SAVE_AS}；或者在这台机器上装 LibreOffice（{INSTALL}）"
        raise FileError("旧格式的文件，这台机器上没有 LibreOffice，转换不了", hint=hint)
    with tempfile.TemporaryDirectory(prefix="reportctl-collect-") as name:
        source = Path(name) / "material.doc"  # LibreOffice, too, goes by the content
        source.write_bytes(data)
        said = convert(program, source, _TARGET, _SAVE_AS)
        made = source.with_suffix(".docx")
        if not made.is_file():
            raise FileError(f"LibreOffice 读不了这个文件{said}", hint=_SAVE_AS)
        return made.read_bytes()
