"""The id of a build in its .docx: a digest of all other parts, kept as a custom property.

Word keeps the property when it saves, so a changed file still says which build it came from, and no longer
fits it.
"""

from __future__ import annotations

import hashlib
import io
import re
import zipfile
import zlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

PART = "docProps/custom.xml"
PROPERTY = "reportctl-build"
_TYPES = "http://schemas.openxmlformats.org/officeDocument/2006"
_PATTERN = re.compile(rf'name="{PROPERTY}"[^<]*<vt:lpwstr>([0-9a-f]{{64}})</vt:lpwstr>'.encode())
_LARGEST = 2**29
"""Bytes that the parts of a report may have together: what unpacks to more was not built here."""
_PIECE = 2**18


def of(digests: Mapping[str, bytes]) -> str:
    """The id for parts with these SHA-256 digests, by name."""
    lines = (f"{name}\0{digests[name].hex()}\n" for name in sorted(digests) if name != PART)
    return hashlib.sha256("".join(lines).encode()).hexdigest()


def properties(identifier: str) -> bytes:
    """The part that holds the id."""
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        f'<Properties xmlns="{_TYPES}/custom-properties" xmlns:vt="{_TYPES}/docPropsVTypes">'
        f'<property fmtid="{{D5CDD505-2E9C-101B-9397-08002B2CF9AE}}" pid="2" name="{PROPERTY}">'
        f"<vt:lpwstr>{identifier}</vt:lpwstr></property></Properties>"
    ).encode()


def is_as_built(data: bytes) -> bool:
    """Whether a .docx bears an id and its parts are still those of that build."""
    said, fresh = _ids(data, lambda said: said != "")
    return said != "" and said == fresh


def of_file(data: bytes) -> str:
    """The id of the build that a .docx comes from, changed or not; "" where the file is none.

    One that bears no id, as the public form, has that of its parts: right as long as nobody changed it.
    """
    said, fresh = _ids(data, lambda said: said == "")
    return said or fresh


def _ids(data: bytes, wants_fresh: Callable[[str], bool]) -> tuple[str, str]:
    """The id that a .docx bears and, where it is wanted, that of its parts; "" for what it has not."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            entries = package.infolist()
            if sum(entry.file_size for entry in entries) > _LARGEST:
                return "", ""
            if len({entry.filename for entry in entries}) < len(entries):
                return "", ""
            found = _PATTERN.search(package.read(PART)) if PART in package.namelist() else None
            said = found.group(1).decode() if found is not None else ""
            if not wants_fresh(said):  # to unpack all parts of a long report takes a while
                return said, ""
            return said, of({entry.filename: _digest(package, entry) for entry in entries})
    except (
        KeyError,
        zipfile.BadZipFile,
        NotImplementedError,
        RuntimeError,
        EOFError,
        zlib.error,
        ValueError,
    ):
        return "", ""


def _digest(package: zipfile.ZipFile, entry: zipfile.ZipInfo) -> bytes:
    made = hashlib.sha256()
    with package.open(entry) as member:
        while piece := member.read(_PIECE):
            made.update(piece)
    return made.digest()
