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
