"""Hands out forms, a file a department: what nobody filled is renewed, what somebody filled never touched."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from reportctl.collect.received import file_stems
from reportctl.collect.web_form import WebForms, read_page
from reportctl.collect.word_form import WordForms, is_blank_form
from reportctl.model.files import load_submission
from reportctl.model.submission import Contact
from reportctl.project.files import handed_in, read_file
from reportctl.project.locking import locked
from reportctl.project.opening import open_layout
from reportctl.project.output import rendered, spare
from reportctl.project.recovery import recover_beside
from reportctl.project.submissions import lies_in
from reportctl.project.transaction import Change, commit
from reportctl.render.docx import blank_form
from reportctl.scaffold.carry import past_of
from reportctl.scaffold.contents import CLERKS_BREAK
from reportctl.scaffold.forms import Forms, Past
from reportctl.scaffold.moving import language_of

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from reportctl.model.report import Department
    from reportctl.project.opening import Project

FORMS = "forms"
"""The project's folder of forms."""

_DEADLINE = re.compile("[0-9]+年[0-9]+月[0-9]+日前交回。$")
_CHANGING = re.compile(r"#   \S+  \S.*|# (?:每一条都要写|上年).*")
"""The comment lines of a form that change with the outline and with last year's plans."""


class FormFormat(StrEnum):
    """What a form is filled in with: Word, a browser, an editor; the value is the file's ending."""

    DOCX = "docx"
    HTML = "html"
    YAML = "yaml"


class HandedOut(NamedTuple):
    """`ready` are the forms to be sent, new, renewed or as they were; `kept` are files that are not blank."""

    ready: tuple[Path, ...]
    kept: tuple[Path, ...]


def hand_out(
    project: Project, names: Sequence[str], formats: Sequence[FormFormat], folder: Path | None = None
) -> HandedOut:
    """Write the forms of the departments with these names, of all without one, into `folder` or forms/.

    Raises:
        UsageError: the roster does not know a name, or the folder is for submissions.
        ProjectError: the layout has a fault.
        FileError: a form cannot be written; then none has been.
        LockedError: another run is writing there.
    """
    departments = _departments(project, names)
    folder = folder or project.root / FORMS
    makers = {FormFormat.DOCX: _word_forms, FormFormat.HTML: _web_forms, FormFormat.YAML: _yaml_forms}
    writers = {wanted: makers[wanted](project) for wanted in formats}
    stems = file_stems(project.roster.rank)
    past = _last_year(project)
    made: dict[Path, bytes] = {}
    for department in departments:
        name = department.name.strip()
        for wanted, write in writers.items():
            made[folder / f"{stems[name]}.{wanted}"] = write(department, past.get(name, Past()))
    spare(project, made)
    recover_beside(made)
    with locked([project.root]):
        standing = {path: _standing(path) for path in made}
        kept = tuple(path for path in made if not _may_replace(standing[path], made[path], path))
        ready = tuple(path for path in made if path not in kept)
        changes = [Change.to_bytes(path, made[path]) for path in ready if standing[path] != made[path]]
        if changes:
            commit(changes, project.root)
    return HandedOut(ready, kept)


def _departments(project: Project, names: Sequence[str]) -> list[Department]:
    """The departments by their names or short names, each once; all for no name."""
    found = {department.name.strip(): department for department in map(project.roster.named, names)}
    return list(found.values()) if names else list(project.roster.departments)


def _last_year(project: Project) -> dict[str, Past]:
    """What each department handed in the year before, where report.yaml names a folder within the project."""
    report = project.report.report
    folder = report.last_year.strip().rstrip("/")
    found: dict[str, Past] = {}
    if not folder or not lies_in(project.root / folder, project.root):
        return found
    for raw in handed_in(project.root, folder):
        submission = None if raw.finding else load_submission(raw.name, raw.data, project.roster)[0]
        if submission is None or submission.name is None or submission.data.year == report.year:
            continue
        found.setdefault(submission.name, past_of(submission))
    return found


def _word_forms(project: Project) -> Callable[[Department, Past], bytes]:
    forms, layout = WordForms(project.report), open_layout(project)

    def write(department: Department, past: Past) -> bytes:
        form = forms.write(department, past)
        return rendered(lambda out: blank_form.render(form, layout, out))

    return write


def _web_forms(project: Project) -> Callable[[Department, Past], bytes]:
    return WebForms(project.report, language_of(project.report.yaml.root)).write


def _yaml_forms(project: Project) -> Callable[[Department, Past], bytes]:
    forms = Forms(project.report, language_of(project.report.yaml.root))
    return lambda department, past: forms.write(department, past).replace("\n", CLERKS_BREAK).encode()


def _standing(path: Path) -> bytes | None:
    """What lies where a form is to go: None for nothing, no bytes for what is no file that can be read."""
    if not path.exists() and not path.is_symlink():
        return None
    raw = read_file(path, path.name)
    return b"" if raw.finding is not None else raw.data


def _may_replace(standing: bytes | None, made: bytes, path: Path) -> bool:
    """Whether nothing is lost by the new form: there was none, or one that nobody has filled in."""
    if standing is None or standing == made:
        return True
    if path.suffix == f".{FormFormat.DOCX}":
        return is_blank_form(standing)
    if path.suffix == f".{FormFormat.HTML}":
        page = read_page(standing)
        return page is not None and page.untouched
    return _is_blank_yaml(standing, made)


def _is_blank_yaml(standing: bytes, made: bytes) -> bool:
    """Whether a form in YAML says nothing: no item, no 审核人, no other contact, nothing more behind a #."""
    old, findings = load_submission("", standing, None)
    new, _ = load_submission("", made, None)
    if old is None or new is None or findings or old.filled or old.data.approved_by:
        return False
    if any(not _CHANGING.fullmatch(remark) for remark in _remarks(standing) - _remarks(made)):
        return False
    return (old.data.contact or Contact()) in {Contact(), new.data.contact or Contact()}


def _remarks(form: bytes) -> set[str]:
    """The comment lines of a form, where a clerk may have typed by mistake, without the deadline."""
    lines = (line.rstrip() for line in form.decode(errors="replace").splitlines())
    return {_DEADLINE.sub("", line) for line in lines if line.startswith("#")}
