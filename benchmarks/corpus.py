"""Makes a project of n departments, each with a submission of about 3.65 KB: the same bytes every time.

With a third argument it silences the rules that look into the texts: what is left is structure and roster.
"""

from __future__ import annotations

import random
from itertools import cycle, islice, product
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml

from reportctl.rules import registry, roster, structure

if TYPE_CHECKING:
    from collections.abc import Iterator

PHRASES = Path(__file__).with_name("phrases.yaml")
SHARED = 0.1
"""The share of items whose heading other departments use too, so that they merge into one."""

REPORT = """\
version: 1
year: 2023
area: 鹤城区
document:
  issuer: 怀化市鹤城区人民政府
  recipients: [怀化市人民政府]
  date: 2024-01-15
  opening: 现将{{{{ area }}}}{{{{ year }}}}年度法治政府建设情况报告如下\uff1a
  closing: 专此报告。
outline:
  - id: work
    title: "{{{{ year }}}}年工作开展情况"
    part: achievements
    covers: [achievements, leadership]
    sections:
{sections}
  - {{id: shortcomings, title: 存在的不足, part: shortcomings}}
  - {{id: plans, title: "{{{{ year + 1 }}}}年主要工作安排", part: plans}}
departments:
{departments}
"""


def main(project: str, submissions: str, core: str = "", first: str = "0") -> None:
    """Write report.yaml and the submissions of so many departments into a new folder.

    `first` is the number of the first of them: no two numbers give the same words.
    """
    folder, size = Path(project), int(submissions)
    phrases = yaml.safe_load(PHRASES.read_text(encoding="utf-8"))
    (folder / "submissions").mkdir(parents=True)
    begin = int(first)
    departments = list(islice(cycle(_departments(phrases)), begin, begin + size))
    report = REPORT.format(
        sections="\n".join(
            f"      - {{id: {one['id']}, title: {one['title']}}}" for one in phrases["sections"]
        ),
        departments="\n".join(f"  - {{name: {name}}}" for name in departments),
    )
    if core:
        report += f"rules:\n  ignore: [{', '.join(sorted(_deep_rules()))}]\n"
    (folder / "report.yaml").write_text(report, encoding="utf-8")
    for number, name in enumerate(departments, begin):
        text = _Writer(phrases, name, random.Random(number)).submission()  # noqa: S311 - no secret
        (folder / "submissions" / f"{name}.yaml").write_text(text, encoding="utf-8")


def _deep_rules() -> set[str]:
    """The rules beyond structure and roster that may be silenced."""
    kept = {rule.code for rule in (*structure.RULES, *roster.RULES)}
    return {rule.code for rule in registry.RULES if not rule.locked} - kept


def _departments(phrases: dict[str, Any]) -> Iterator[str]:
    """40,000 names: 柳林东镇司法所, ..."""
    for office, district, town, trade in product(
        phrases["offices"], phrases["districts"], phrases["towns"], phrases["trades"]
    ):
        yield f"{town}{district}镇{trade}{office}"


class _Writer:
    """Writes one department's submission from the phrase bank."""

    def __init__(self, phrases: dict[str, Any], department: str, chance: random.Random) -> None:
        self.phrases = phrases
        self.department = department
        self.place = department.partition("镇")[0] + "镇"
        self.chance = chance

    def submission(self) -> str:
        sections = self.chance.sample(self.phrases["sections"], k=4)
        lines = [
            f"department: {self.department}",
            "year: 2023",
            f"contact: {{name: 李某, phone: 0745-{self.chance.randrange(10**6, 10**7)}}}",
            "approved_by: 王某",
            "achievements:",
            *self._achievements(sections),
            "shortcomings:",
            *self._items("shortcomings", sentences=1),
            "plans:",
            *self._items("plans", sentences=2),
        ]
        return "\n".join(lines) + "\n"

    def _achievements(self, sections: list[dict[str, Any]]) -> Iterator[str]:
        for section, sentences in zip(sections, (5, 4, 3, 3), strict=True):
            yield f"  - section: {section['id']}"
            yield f"    heading: {self._heading(section)}"
            yield f"    text: {self._prose(self.phrases['sentences'], sentences)}"
            if section is sections[0]:
                yield "    points:"
                yield from (
                    f"      - {self._prose([one], 1)}" for one in self._some(self.phrases["points"], 4)
                )

    def _items(self, part: str, *, sentences: int) -> Iterator[str]:
        bank = self.phrases[part]
        for heading in self._some(bank["headings"], 2):
            yield f"  - heading: {heading if self.chance.random() < SHARED else self.place + heading}"
            yield f"    text: {self._prose(bank['texts'], sentences)}"
            if "causes" in bank:
                yield f"    cause: {self._prose(bank['causes'], 1)}"

    def _heading(self, section: dict[str, Any]) -> str:
        if self.chance.random() < SHARED:
            return str(self.chance.choice(section["shared"]))
        return (
            str(self.chance.choice(self.phrases["openings"]))
            + self.place
            + str(self.chance.choice(section["topics"]))
        )

    def _prose(self, bank: list[str], count: int) -> str:
        return "".join(self._filled(one) for one in self._some(bank, count))

    def _some(self, bank: list[str], count: int) -> list[str]:
        return self.chance.sample(bank, k=count)

    def _filled(self, sentence: str) -> str:
        parts = sentence.replace("{place}", self.place).split("{n}")
        return parts[0] + "".join(f"{self.chance.randrange(2, 60)}{part}" for part in parts[1:])
