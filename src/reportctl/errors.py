"""What cannot go on: one family of exceptions and the exit code each of them means."""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reportctl.findings import Finding


class ExitCode(IntEnum):
    """The documented exit codes."""

    OK = 0
    FINDINGS = 1
    USAGE = 2
    PROJECT = 3
    IO = 4
    LOCKED = 5
    BUG = 70
    INTERRUPTED = 130


class ReportctlError(Exception):
    """Base of all errors that end a command; `message` and `hint` are for the user, in Chinese."""

    exit_code = ExitCode.BUG

    def __init__(self, message: str, *, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


class UsageError(ReportctlError):
    """The command line asks for something that makes no sense."""

    exit_code = ExitCode.USAGE


class ProjectError(ReportctlError):
    """The project cannot be used; `findings` say where and why, as far as a place is known."""

    exit_code = ExitCode.PROJECT

    def __init__(self, message: str, *, hint: str = "", findings: Sequence[Finding] = ()) -> None:
        super().__init__(message, hint=hint)
        self.findings = tuple(findings)


class FileError(ReportctlError):
    """Reading or writing a file failed; what was there before is untouched."""

    exit_code = ExitCode.IO


class LockedError(ReportctlError):
    """Another run holds the project's lock."""

    exit_code = ExitCode.LOCKED


# by errno(3)
_NO_MEMORY = 12
_NUMBERED = {
    _NO_MEMORY: "内存不够",
    5: "磁盘读写出错",
    27: "文件太大",
    28: "磁盘已满",
    30: "只能读不能写",
    36: "名字太长",
    40: "链接互相指来指去",
    122: "超出磁盘配额",
}
_REASONS = {
    "PermissionError": "没有权限",
    "FileNotFoundError": "没有这个文件",
    "IsADirectoryError": "是文件夹",
    "NotADirectoryError": "路径中间不是文件夹",
    "FileExistsError": "已经存在",
    "NotRegularError": "不是普通文件",
    "OutsideError": "在项目之外",
    "RuntimeError": "链接互相指来指去",
    "ValueError": "名字里有不能用的字符",
}


def is_out_of_memory(error: BaseException) -> bool:
    """Whether memory ran out, also where that kept a library from being loaded."""
    if isinstance(error, ImportError):
        return "failed to map segment" in str(error) or "llocate memory" in str(error)
    if isinstance(error, SystemError):  # the interpreter's word where it could not make an exception
        return "without exception set" in str(error)
    return isinstance(error, MemoryError) or (isinstance(error, OSError) and error.errno == _NO_MEMORY)


def reason(error: Exception) -> str:
    """Why the operating system refused, in the user's words."""
    known = _NUMBERED.get(getattr(error, "errno", None) or 0) or _REASONS.get(type(error).__name__)
    return known or str(getattr(error, "strerror", None) or error)
