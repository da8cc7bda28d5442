"""A small project half-way through the round: what came by Word and YAML, what did not come."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tests.collect.inbox import Inbox
from tests.collect.plain_reports import PLANS, data, file
from tests.tools.project import REPORT

if TYPE_CHECKING:
    from pathlib import Path

    from tests.tools.project import Folder

GAP = "2.推进普法宣传。开展普法宣传XX场次，发放资料3000份。"
WORD = (
    "县司法局2023年度法治政府建设情况报告",
    "一、工作成效",
    "1.规范行政执法监督。组织评查行政执法案卷60本，督促整改问题18个。",
    GAP,
    "二、存在的不足",
    "1.执法力量不足。一线仅9人。",
    *PLANS,
)
"""Its fourth paragraph has a gap, its sixth no cause."""
CLEAN = """\
achievements:
  - {heading: 规范执法监督, text: 全年评查案卷6本。}
shortcomings:
  - {heading: 力量不足, text: 一线民警仅9人。, cause: 编制多年没有增加。}
plans:
  - {heading: 充实力量, text: 招录民警3名。}
"""
NOTICE = """\
notice:
  issuer: 云溪县司法局
  contact: 李某
  phone: 0745-0000000
deadlines: {submissions: 2024-01-10}
"""


class Office(Inbox):
    """县司法局 sent Word with faults, 县公安局 YAML without, 县林业局 nothing; all is due on 10 January."""

    def __init__(self, folder: Folder) -> None:
        super().__init__(folder)
        folder.report(f"{REPORT}{NOTICE}")

    def open(self) -> Office:
        """With what has come."""
        self.put("总结.docx", data(file(*WORD)))
        self.collect()
        self.folder.submit("县公安局", CLEAN, "")
        return self

    def remind(self, *arguments: str) -> Any:
        """What `remind` says as JSON."""
        done = self.folder.run("remind", "--format", "json", *arguments)
        assert done.code == 0, done.err
        return done.json

    def letter(self, name: str) -> str:
        """A letter's text."""
        return (self.root / "reminders" / name).read_bytes().decode("utf-8-sig")

    def letters(self) -> list[str]:
        """The names of all letters."""
        folder = self.root / "reminders"
        return sorted(path.name for path in folder.glob("[!.]*")) if folder.is_dir() else []

    @property
    def reminders(self) -> Path:
        return self.root / "reminders"
