"""A small report with sections, an inline chapter and a second paragraph, for tests of final decisions."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.tools.project import Folder

REPORT = """\
version: 1
year: 2023
area: 云溪县
document:
  title: 云溪县报告
  issuer: 云溪县人民政府
  recipients: [中共云溪县委]
  date: 2024-02-10
  opening: 现将有关情况报告如下：
  closing: 特此报告。
departments: [县司法局, 县公安局]
outline:
  - id: work
    title: 工作情况
    part: achievements
    covers: [achievements, leadership]
    sections: [{id: system, title: 体制机制}, {id: law, title: 执法监督}]
  - {id: shortcomings, title: 存在的不足, part: shortcomings, list: inline}
  - {id: plans, title: 下一年安排, part: plans}
"""
JUSTICE = """\
department: 县司法局
year: 2023
achievements:
  - {section: system, heading: 甲, text: 甲文。}
  - {section: system, heading: 乙, text: "乙文。\\n\\n乙二段。"}
  - {section: law, heading: 丙, text: 丙文。}
  - {section: law, text: 无题文。}
shortcomings: [不足一。说明一。, 不足二。说明二。]
plans: [安排。内容。]
"""
POLICE = """\
department: 县公安局
year: 2023
achievements: [{section: law, heading: 丁, text: 丁文。}]
shortcomings: 无
plans: 无
"""
BUILT = (
    "云溪县报告",
    "中共云溪县委：",
    "现将有关情况报告如下：",
    "一、工作情况",
    "（一）体制机制",
    "1.甲。甲文。",
    "2.乙。乙文。",
    "乙二段。",
    "（二）执法监督",
    "1.丙。丙文。",
    "2.无题文。",
    "3.丁。丁文。",
    "二、存在的不足",
    "一是不足一。说明一。二是不足二。说明二。",
    "三、下一年安排",
    "1.安排。内容。",
    "特此报告。",
    "云溪县人民政府",
    "2024年2月10日",
)


def set_up(folder: Folder) -> Folder:
    """The project, which nobody has decided anything in yet."""
    folder.report(REPORT)
    folder.write("submissions/县司法局.yaml", JUSTICE)
    return folder.write("submissions/县公安局.yaml", POLICE)


def was(text: str) -> str:
    """The fingerprint of a paragraph without its number, after the contract's words."""
    return hashlib.sha256(text.encode()).hexdigest()[:8]
