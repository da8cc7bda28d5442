"""Finds and opens a project: report.yaml and edits.yaml, sound enough to work with."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from reportctl.errors import FileError, ProjectError, reason
from reportctl.findings import has_errors, ordered
from reportctl.layout import load
from reportctl.model.files import load_edits, load_report, load_submission
from reportctl.model.roster import Roster
from reportctl.model.spoken import has_chinese_keys, spoken
from reportctl.project import codes
from reportctl.project.files import handed_in, read_file, read_inside
from reportctl.project.recovery import recover_project
from reportctl.project.rulebook import rulebook
from reportctl.rules.context import Context
from reportctl.rules.data import FOLDER, Data, shipped
from reportctl.rules.report import check_report
from reportctl.sources.codes import EMPTY_FILE
from reportctl.sources.decode import decode

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from reportctl.findings import Finding
    from reportctl.layout import Layout
    from reportctl.model.files import EditsFile, ReportFile

REPORT = "report.yaml"
EDITS = "edits.yaml"


class Project(NamedTuple):
    """An opened project; `findings` are what reading its own two files gave (no error of report.yaml)."""

    root: Path
    report: ReportFile
    roster: Roster
    edits: EditsFile | None
    findings: tuple[Finding, ...]

    @property
    def context(self) -> Context:
        """What the rules may look at before anything is read."""
        own = self.root / FOLDER
        # what is made of the shipped lists serves every project that has none of its own
        data = Data(own) if own.exists() or own.is_symlink() else shipped()
        return Context(report=self.report, roster=self.roster, data=data)

    @property
    def has_chinese_keys(self) -> bool:
        """Whether report.yaml is written with Chinese keys: findings name them so then."""
        return has_chinese_keys(self.report.source.text)

    def found(self, path: Path) -> Path:
        """A path from the command line; one that is not there may lie in the project."""
        inside = self.root / path
        return inside if not path.exists() and not path.is_symlink() and inside.exists() else path

    def read(self, name: str) -> bytes:
        """The bytes of a file that report.yaml names, which must lie within the project.

        Raises:
            FileError: it does not, or it cannot be read.
        """
        return read_inside(self.root, name)


def locate(folder: Path | None) -> Path:
    """The project's folder: the one given, else the nearest above with a report.yaml.

    Raises:
        ProjectError: there is none.
    """
    if folder is not None:
        if (folder / REPORT).exists():
            return folder.resolve()
        raise ProjectError(
            f"{folder} 里没有 {REPORT}",
            hint="检查 -C 后面的路径；还没有项目的，用 `reportctl init` 新建",
        )
    try:
        here = Path.cwd()
    except OSError as error:
        raise ProjectError(f"当前文件夹打不开（{reason(error)}）", hint="用 -C 指明项目文件夹") from None
    root = _above(here)
    if root is not None:
        return root
    raise ProjectError(
        f"这里和上级文件夹里都没有 {REPORT}",
        hint="用 -C 指明项目文件夹；还没有项目的，用 `reportctl init` 新建",
    )


def _above(place: Path) -> Path | None:
    """The nearest folder with a report.yaml, from this one upwards."""
    return next((folder for folder in (place, *place.parents) if (folder / REPORT).exists()), None)


def open_project(folder: Path | None) -> Project:
    """Open the project in `folder`, or the nearest one above the current folder.

    Raises:
        ProjectError: there is no project, or report.yaml has an error.
        FileError: report.yaml or edits.yaml cannot be read, or what a killed run left cannot be taken back.
        LockedError: another run is changing them.
    """
    root = locate(folder)
    recover_project(root)
    data = _read(root / REPORT, REPORT)
    report, findings = load_report(REPORT, data)
    if report is not None:
        findings = (*findings, *check_report(report, rulebook()))
    if report is None or has_errors(findings):
        source, _ = decode(REPORT, data, limit=len(data))
        text = "" if source is None else source.text
        raise report_error((*findings, *_beside(root)), text, "先改正它，再检查材料")
    edits: EditsFile | None = None
    if (root / EDITS).exists() or (root / EDITS).is_symlink():
        edits, more = load_edits(EDITS, _read(root / EDITS, EDITS, root))
        # an edits.yaml in which everything is commented out decides nothing
        findings = (*findings, *(finding for finding in more if finding.code != EMPTY_FILE.code))
    return Project(root, report, Roster(report), edits, findings)


def report_error(findings: Iterable[Finding], text: str, hint: str = "") -> ProjectError:
    """What to raise for errors of a report.yaml with this text: they name keys in its language."""
    told = map(spoken, findings) if has_chinese_keys(text) else findings
    return ProjectError(f"{REPORT} 有错误", hint=hint, findings=ordered(told))


def open_layout(project: Project) -> Layout:
    """The layout that report.yaml names.

    Raises:
        ProjectError: there is none, or it has a fault.
    """
    report = project.report
    try:
        return load(report.report.layout, project.root, links_stay=True)
    except ProjectError as error:
        if error.findings:
            raise
        found = codes.UNKNOWN_LAYOUT.at(report.span(("layout",)), error.message, error.hint)
        raise report_error((found,), report.source.text) from None


def _beside(root: Path) -> Iterator[Finding]:
    """What is wrong with the other files as such: to see that needs no report.yaml."""
    edits = [read_file(root / EDITS, EDITS, root)] if (root / EDITS).is_file() else []
    for read, some in ((load_edits, edits), (load_submission, handed_in(root))):
        for raw in some:
            found = (raw.finding,) if raw.finding else read(raw.name, raw.data)[1]
            # an edits.yaml in which everything is commented out decides nothing
            yield from (one for one in found if read is not load_edits or one.code != EMPTY_FILE.code)


def find_project(folder: Path | None, files: Sequence[Path] = ()) -> Project | None:
    """The project, or None where there is none: a department checks its file without one.

    Where no folder is named it is looked for from the first file upwards, then from the current folder.

    Raises:
        ProjectError: a project was named or found, but it cannot be used.
    """
    if folder is not None:
        return open_project(folder)
    for file in files[:1]:
        root = _above(file.absolute().parent)
        if root is not None:
            return open_project(root)
    try:
        locate(None)
    except ProjectError:
        return None
    return open_project(None)


def _read(path: Path, name: str, root: Path | None = None) -> bytes:
    raw = read_file(path, name, root)
    if raw.finding is not None:
        raise FileError(f"{name}：{raw.finding.message}", hint=raw.finding.hint)
    return raw.data
