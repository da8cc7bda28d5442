"""Members of a .zip → single files in memory: no path, no link and no size of theirs is trusted."""

from __future__ import annotations

import datetime as dt
import io
import lzma
import stat
import zipfile
import zlib
from dataclasses import replace
from typing import TYPE_CHECKING

from reportctl.collect.arrival import Arrival
from reportctl.collect.limits import MAX_FILE, MAX_FILES, MAX_RATIO
from reportctl.project.files import harmless

if TYPE_CHECKING:
    from collections.abc import Iterator

_BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    EOFError,
    NotImplementedError,
    RuntimeError,
    ValueError,
    OSError,
)
_ENCRYPTED = 1
_UTF8 = 0x800  # flag bits of a member
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_SMALL = 1 << 20  # bytes that a member may always come to
_AGAIN = "请对方重新压缩成 .zip 再发，或者不压缩直接发"
_SYSTEM = ("__MACOSX/", ".DS_Store", "Thumbs.db", "desktop.ini")


class Archive:
    """An archive that arrived; its members are unpacked one by one, as they are asked for."""

    def __init__(self, arrival: Arrival) -> None:
        self._arrival = arrival

    def members(self) -> Iterator[tuple[Arrival, zipfile.ZipInfo]]:
        """The files in it, still packed, or the archive itself with what is wrong with it."""
        arrival = self._arrival
        try:
            packed = zipfile.ZipFile(io.BytesIO(arrival.data)).infolist()
        except _BROKEN:
            yield _refused(arrival, "压缩包不完整或已损坏", _AGAIN), zipfile.ZipInfo()
            return
        problem = _problem_of_all(packed, len(arrival.data))
        if problem:
            yield _refused(arrival, problem, "请对方分成几次发，或者不压缩直接发"), zipfile.ZipInfo()
            return
        files = [info for info in packed if not _is_passed_over(info)]
        if not files:
            yield _refused(arrival, "压缩包里没有文件", "请对方核对后重新发"), zipfile.ZipInfo()
        for info in files:
            path = member_name(info)
            by_mail = arrival.letter is not None and arrival.letter.sent
            member = Arrival(
                name=path.rpartition("/")[2],
                via=f"{arrival.via}!{path}",
                size=info.file_size,
                modified=arrival.modified,
                written=arrival.written if by_mail else _written(info) or arrival.written,
                letter=arrival.letter,
            )
            problem, remedy = _problem(info)
            yield (_refused(member, problem, remedy) if problem else member), info

    def unpacked(self, member: Arrival, info: zipfile.ZipInfo) -> Arrival:
        """The member with its bytes, or with why there are none."""
        try:
            with zipfile.ZipFile(io.BytesIO(self._arrival.data)) as archive, archive.open(info) as file:
                data = file.read(MAX_FILE + 1)
        except _BROKEN:
            return _refused(member, "压缩包里的这个文件已损坏，解不开", _AGAIN)
        if len(data) > MAX_FILE:
            return _refused(member, "解开以后大得不合常理", _AGAIN)
        return replace(member, data=data)


def member_name(info: zipfile.ZipInfo) -> str:
    """A member's name as its sender saw it: old Chinese programs write GBK, which zipfile takes for cp437."""
    name = info.filename
    if not info.flag_bits & _UTF8:
        try:
            raw = name.encode("cp437")
        except UnicodeEncodeError:
            raw = b""
        for encoding in ("utf-8", "gb18030") if raw else ():
            try:
                name = raw.decode(encoding)
                break
            except UnicodeDecodeError:
                continue
    return harmless(name).replace("\\", "/").replace("\0", "")


def _is_passed_over(info: zipfile.ZipInfo) -> bool:
    """Whether a member is a folder, or what a system leaves beside files."""
    name = member_name(info)
    last = name.rpartition("/")[2]
    # before Python 3.12 `is_dir` fails on a member without a name
    return not last or info.is_dir() or last.startswith((".", "~$")) or any(part in name for part in _SYSTEM)


def _problem_of_all(packed: list[zipfile.ZipInfo], size: int) -> str:
    if len(packed) > MAX_FILES:
        return f"压缩包里有 {len(packed)} 个文件，一次最多收 {MAX_FILES} 个"
    whole = sum(info.file_size for info in packed)
    # members that share their bytes with each other are packed larger than the archive
    if sum(info.compress_size for info in packed) > size or whole > max(_SMALL, MAX_RATIO * size):
        return "压缩包解开以后大得不合常理"
    return ""


def _problem(info: zipfile.ZipInfo) -> tuple[str, str]:
    """Why a member is not unpacked, and what to do about it."""
    if info.flag_bits & _ENCRYPTED:
        return "压缩包有密码", "请对方去掉密码重新压缩，或者把文件直接发来"
    if stat.S_ISLNK(info.external_attr >> 16):
        return "压缩包里的这一项是链接，不是文件", "请对方把文件本身放进压缩包"
    if info.file_size > MAX_FILE:
        return (
            f"文件太大（{info.file_size >> 20} MB），最多 {MAX_FILE >> 20} MB",
            "请部门压缩文档里的图片再交",
        )
    if info.file_size > _SMALL and info.file_size > MAX_RATIO * max(1, info.compress_size):
        return "解开以后大得不合常理", _AGAIN
    if info.compress_type not in _METHODS:
        return "压缩包用了少见的压缩方法，解不开", _AGAIN
    return "", ""


def _written(info: zipfile.ZipInfo) -> float:
    """When a member was saved, by the clock of its sender's machine; 0 where the archive does not say."""
    try:
        return dt.datetime(*info.date_time).astimezone().timestamp() if info.date_time[0] > 1980 else 0.0
    except (ValueError, OverflowError, OSError):
        return 0.0


def _refused(arrival: Arrival, problem: str, remedy: str) -> Arrival:
    return replace(arrival, problem=problem, remedy=remedy)
