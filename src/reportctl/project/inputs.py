"""What a project is made of: files that no output may be written over."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportctl.errors import UsageError
from reportctl.project.files import SUBMISSIONS
from reportctl.project.opening import EDITS, REPORT

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from reportctl.project.opening import Project


def spare(project: Project, targets: Iterable[Path]) -> None:
    """See to it that no target is one of the project's own files, nor lies in a folder of submissions.

    Raises:
        UsageError: one does.
    """
    own = [one.resolve() for one in _inputs(project)]
    for target in targets:
        path = target.resolve()
        if path in own or any(one in path.parents and one.is_dir() for one in own):
            raise UsageError(f"{target} 是项目的材料，不能用输出覆盖", hint="换一个文件名，或写到别的文件夹")


def _inputs(project: Project) -> Iterator[Path]:
    report = project.report.report
    named = (report.layout, report.last_year, *(one.file for one in report.document.attachments))
    for name in (REPORT, EDITS, SUBMISSIONS, *filter(None, named)):
        yield project.root / name
