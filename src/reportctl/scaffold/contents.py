"""The files of a new project and their names: report.yaml, forms, schemas, a place for decisions."""

from __future__ import annotations

import json
import re
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reportctl.errors import ProjectError
from reportctl.findings import has_errors
from reportctl.model.files import load_report
from reportctl.model.keys import EDIT
from reportctl.model.schema import json_schema
from reportctl.project.opening import EDITS, REPORT
from reportctl.project.recovery import SUBMISSIONS
from reportctl.scaffold.forms import Forms, Past
from reportctl.scaffold.wording import Wording, template

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from reportctl.scaffold.wording import Language

SCHEMAS = "schema"
"""The folder of the JSON Schemas that editors check by: report.yaml and the forms name them."""

SCHEMA_LINE = f"# yaml-language-server: $schema={SCHEMAS}/report.schema.json"
"""What tells an editor how to check report.yaml."""
_EDITS_LINE = f"# yaml-language-server: $schema={SCHEMAS}/edits.schema.json"

CLERKS_BREAK = "\r\n"
"""How lines of forms end: they are filled in with Windows Notepad, whose older versions know no other."""

_LIMIT = 180
"""Bytes of a name without its ending: file systems take 255, and a mail program may put more in front."""

_FORBIDDEN = re.compile(r'[\x00-\x1f\x7f-\x9f\ud800-\udfff\s/\\:*?"<>|]+')
# Windows: these name devices, whatever ending follows.
_DEVICE = re.compile(r"(?:CON|PRN|AUX|NUL|CONIN\$|CONOUT\$|(?:COM|LPT)[0-9¹²³])(?:\.|$)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Contents:
    """Files by their path in the project, report.yaml first; `notes` are what a person has to look over."""

    files: dict[str, bytes]
    forms: int
    notes: tuple[str, ...] = ()


def contents(text: str, language: Language, past: Mapping[str, Past]) -> Contents:
    """What goes with the text of a report.yaml. `past` is last year's, by department.

    Raises:
        ProjectError: the text is no sound report.yaml.
    """
    report, findings = load_report(REPORT, text.encode())
    if report is None or has_errors(findings):
        raise ProjectError(f"写出的 {REPORT} 有错误", findings=findings)
    departments = report.report.departments
    forms = Forms(report, language)
    files = {REPORT: text}
    stems = file_names(department.name for department in departments)
    for stem, department in zip(stems, departments, strict=True):
        form = forms.write(department, past.get(department.name.strip(), Past()))
        files[f"{SUBMISSIONS}/{stem}.yaml"] = form.replace("\n", CLERKS_BREAK)
    edits = Wording(EDIT, language).write(template("edits.yaml"), {"yes": language.pick("true", "是")})
    files[EDITS] = f"{_EDITS_LINE}\n{edits}"
    for name in ("report", "edits", "submission"):
        schema = json.dumps(json_schema(name), ensure_ascii=False, indent=2)
        files[f"{SCHEMAS}/{name}.schema.json"] = f"{schema}\n"
    return Contents({name: text.encode() for name, text in files.items()}, len(departments))


def file_names(names: Iterable[str], limit: int = _LIMIT) -> tuple[str, ...]:
    """A file name for each name, without an ending, in order; different ones even where case is no matter.

    None is longer than `limit` bytes.
    """
    taken: set[str] = set()
    result = []
    for name in names:
        stem = safe_name(name, limit)
        unique, number = stem, 1
        while _folded(unique) in taken:
            number += 1
            unique = f"{_cut(stem, limit - len(f'-{number}'))}-{number}"
        taken.add(_folded(unique))
        result.append(unique)
    return tuple(result)


def is_file_name(text: str) -> bool:
    """Whether the text can be (a part of) a file's name as it stands."""
    return bool(text) and safe_name(text) == text


def safe_name(name: str, limit: int = _LIMIT) -> str:
    """The name with _ for what no file may be called, of at most `limit` bytes.

    It neither hides the file nor leads out of a folder.
    """
    stem = _FORBIDDEN.sub("_", name.strip())
    stem = re.sub(r"^[.~]", "_", stem)
    if _DEVICE.match(stem):
        stem = f"_{stem}"
    return re.sub(r"\.$", "_", _cut(stem, limit)) or "_"


def _cut(text: str, limit: int) -> str:
    return text.encode()[:limit].decode(errors="ignore")


def _folded(name: str) -> str:
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", name).casefold())
