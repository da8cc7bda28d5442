"""A small project in a folder of its own, whole again for every input that needs one."""

from __future__ import annotations

import shutil
from functools import cached_property
from typing import TYPE_CHECKING

from reportctl.document import Form
from reportctl.layout import load
from reportctl.project.building import merge
from reportctl.project.opening import open_project
from reportctl.project.submissions import read_submissions
from tests.operations.program import SUBMISSION

if TYPE_CHECKING:
    from pathlib import Path

    from reportctl.layout import Layout
    from reportctl.project.opening import Project
    from reportctl.project.submissions import Submissions

REPORT = """\
version: 1
year: 2023
area: 云溪县
document:
  issuer: 云溪县人民政府
  recipients: [中共云溪县委]
  signatory: 张某某
  date: 2024-02-10
  opening: "{{ year }}年\\uff0c{{ area }}推进法治政府建设。现将有关情况报告如下："
  closing: 特此报告。
  attachments:
    - {title: 统计表, file: 附件.csv}
    - {title: 说明, file: 附件.md}
    - {title: 明细, file: 附件.yaml}
layout: 版面.yaml
departments: [{name: 县司法局, aliases: [司法局]}, {name: 县公安局, due: 2024-01-10}]
outline:
  - id: work
    title: "{{ year }}年工作情况"
    part: achievements
    covers: [achievements, leadership]
    sections: [{id: law, title: 依法决策}, {id: act, title: 规范执法}]
  - {id: shortcomings, title: 存在的不足, part: shortcomings, list: inline}
  - {id: plans, title: 下一年安排, part: plans, list: numbered}
"""
EDITS = """\
- {department: 县司法局, part: plans, heading: 县司法局培训, omit: true, reason: 重复}
- {department: 县公安局, part: shortcomings, heading: 县公安局力量不足, set: {text: 持证人员不足。}}
- part: achievements
  merge: [{department: 县司法局, heading: 县司法局履职}, {department: 县公安局, heading: 县公安局履职}]
  into: {heading: 依法履职, text: 全年检查7次。, section: act}
- {part: plans, keep: [县公安局培训], reason: 略}
"""
FILES = {
    "report.yaml": REPORT,
    "edits.yaml": EDITS,
    "版面.yaml": "based_on: gb9704\npage: {top: 38mm}\nelements:\n  title: {size: 小二}\n",
    "附件.csv": '单位,案件数,"备注"\n县司法局,12,"含""转办""3件"\n县公安局,40,\n',
    "附件.md": "# 说明\n\n一、口径\n\n全年检查20次。\n\n## 范围\n\n- 城区\n- 乡镇\n",
    "附件.yaml": "表头: [单位, 案件数]\n行:\n  - [县司法局, 12]\n  - [县公安局, 40]\n",
    **{
        f"submissions/{name}.yaml": SUBMISSION.format(name=name, count=count)
        for count, name in enumerate(("县司法局", "县公安局"), 3)
    },
}


class Stage:
    """The project, an inbox beside it, and what stands of both once they have been read."""

    def __init__(self, folder: Path) -> None:
        self.root = folder / "项目"
        self.inbox = folder / "来件"
        self.restore()

    def restore(self) -> None:
        """Make both folders what they were."""
        for folder in (self.root, self.inbox):
            shutil.rmtree(folder, ignore_errors=True)
            folder.mkdir(parents=True)
        for name, text in FILES.items():
            self.put(self.root / name, text.encode())

    @staticmethod
    def put(path: Path, data: bytes) -> Path:
        """A file with these bytes."""
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
        return path

    @cached_property
    def project(self) -> Project:
        """The project as it is when nothing is spoilt."""
        return open_project(self.root)

    @cached_property
    def submissions(self) -> Submissions:
        """What was handed in there."""
        return read_submissions(self.project)

    @cached_property
    def layouts(self) -> tuple[Layout, ...]:
        """The shipped layouts."""
        return tuple(load(name, self.root) for name in ("gb9704", "gb33476"))

    def merge(self, project: Project) -> None:
        """Merge what was handed in as another report.yaml or edits.yaml says."""
        merge(project, self.submissions, Form.FORMAL, draft=True)
