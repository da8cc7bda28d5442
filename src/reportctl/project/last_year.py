"""Reads what was handed in the year before: the folder in the project that report.yaml names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportctl.project.codes import LAST_YEAR_UNREAD
from reportctl.project.files import listed, read_listed
from reportctl.project.submissions import load_one
from reportctl.rules.last_year import COPIED

if TYPE_CHECKING:
    from reportctl.findings import Finding
    from reportctl.model.files import SubmissionFile
    from reportctl.project.files import FolderEntry
    from reportctl.project.opening import Project

_KEY = ("last_year",)
_SHOWN = 3
_HINT = "把上年项目的 submissions 文件夹复制进这个项目，改名为 last-year；不用比对的，删去这一行"


def read_last_year(project: Project) -> tuple[tuple[SubmissionFile, ...], tuple[Finding, ...]]:
    """Last year's submissions, without text and positions, and a warning where some cannot be used."""
    report = project.report.report
    name = report.last_year.strip().rstrip("/")
    if not name or COPIED.code in report.rules.silent:
        return (), ()
    folder = project.root / name
    if not folder.resolve().is_relative_to(project.root.resolve()):
        return (), (_unread(project, f"{name} 在项目文件夹之外，没有和上年比对", _HINT),)
    if not folder.is_dir():
        return (), (_unread(project, f"项目里没有文件夹 {name}，没有和上年比对", _HINT),)
    files: list[SubmissionFile] = []
    unread: list[str] = []
    this_years: list[str] = []
    for entry in listed(project.root, name):
        file = _read(entry)
        if file is None:
            unread.append(entry.name)
        elif file.submission.year == report.year:
            this_years.append(entry.name)
        else:
            files.append(file)
    findings = []
    if unread:
        message = f"上年材料里{_told(unread)}读不出来，没有和它比对"
        findings.append(_unread(project, message, "放上年交的 .yaml 材料；不是材料的移走"))
    if this_years:
        message = f"上年材料里{_told(this_years)}写的就是{report.year}年度，没有和它比对"
        findings.append(_unread(project, message, "放上年交的材料，不放今年的"))
    return tuple(files), tuple(findings)


def _read(entry: FolderEntry) -> SubmissionFile | None:
    file, _ = load_one(read_listed(entry))
    if file is not None:
        file.cool(entry.path)
    return file


def _told(names: list[str]) -> str:
    more = f"等 {len(names)} 份" if len(names) > _SHOWN else ""
    return f" {'、'.join(names[:_SHOWN])} {more}"


def _unread(project: Project, message: str, hint: str) -> Finding:
    return LAST_YEAR_UNREAD.at(project.report.file.span(_KEY), message, hint)
