"""The files of a new project, from its report.yaml: forms, schemas, a place for the editor's decisions."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reportctl.errors import ProjectError
from reportctl.findings import has_errors
from reportctl.model.files import load_report
from reportctl.model.keys import EDIT
from reportctl.model.schema import json_schema
from reportctl.project.files import SUBMISSIONS
from reportctl.project.opening import EDITS, REPORT
from reportctl.scaffold.filenames import file_names
from reportctl.scaffold.forms import Forms, Past
from reportctl.scaffold.wording import Wording, template

if TYPE_CHECKING:
    from collections.abc import Mapping

    from reportctl.scaffold.wording import Language

SCHEMAS = "schema"
"""The folder of the JSON Schemas that editors check by: report.yaml and the forms name them."""

SCHEMA_LINE = f"# yaml-language-server: $schema={SCHEMAS}/report.schema.json"
"""What tells an editor how to check report.yaml."""

_CLERKS_BREAK = "\r\n"  # forms are filled in with Windows Notepad, whose older versions know no other


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
    for stem, department in zip(file_names(one.name for one in departments), departments, strict=True):
        form = forms.write(department, past.get(department.name.strip(), Past()))
        files[f"{SUBMISSIONS}/{stem}.yaml"] = form.replace("\n", _CLERKS_BREAK)
    files[EDITS] = Wording(EDIT, language).write(template("edits.yaml"), {"yes": language.pick("true", "是")})
    for name in ("report", "submission"):
        schema = json.dumps(json_schema(name), ensure_ascii=False, indent=2)
        files[f"{SCHEMAS}/{name}.schema.json"] = f"{schema}\n"
    return Contents({name: text.encode() for name, text in files.items()}, len(departments))
