"""A department's form: what is known is filled in, the rest says in a clerk's words what to type."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reportctl.assemble.outline import Outline
from reportctl.model.keys import SUBMISSION
from reportctl.model.submission import REQUIRED_PARTS, Contact, Part
from reportctl.scaffold.wording import Wording, remark, scalar, template

if TYPE_CHECKING:
    import datetime as dt

    from reportctl.model.files import ReportFile
    from reportctl.model.report import Department, Report
    from reportctl.scaffold.wording import Language

_BLOCK = re.compile(r"^--- # (\w+)\n", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Past:
    """What a department handed in last year that its form carries over."""

    contact: Contact | None = None
    plans: tuple[str, ...] = ()


class Forms:
    """The forms of one report."""

    def __init__(self, report: ReportFile, language: Language) -> None:
        self._report = report.report
        self._wording = Wording(SUBMISSION, language)
        head, *blocks = _BLOCK.split(template("submission.yaml"))[1:]
        assert head == "head"  # noqa: S101 - the template is ours
        self._head = blocks[0]
        self._parts = dict(zip(map(Part, blocks[1::2]), blocks[2::2], strict=True))
        self._places = {part: _places(report.report, part) for part in Part}
        self._choices = {part: self._choice(report, part) for part in Part if self._places[part] > 1}

    def write(self, department: Department, past: Past) -> str:
        """The form of one department."""
        return "".join(
            (
                self._wording.write(self._head, self._known(department, past.contact or Contact())),
                *(self._part(part, past) for part in self._parts if self._asks_for(part)),
            )
        )

    def _asks_for(self, part: Part) -> bool:
        return part in REQUIRED_PARTS or self._places[part] > 0

    def _known(self, department: Department, contact: Contact) -> dict[str, str]:
        name = department.name.strip()
        return {
            "title": f"{remark(name)}：{self._report.year}年度法治政府建设情况材料",
            "deadline": _deadline(self._report.due(department)),
            "department": scalar(name),
            "year": str(self._report.year),
            "contact_name": scalar(contact.name.strip()),
            "contact_phone": scalar(contact.phone.strip()),
            "blank": "",
        }

    def _part(self, part: Part, past: Past) -> str:
        given = {
            "year": str(self._report.year),
            "next_year": str(self._report.year + 1),
            "last_year": self._last_year(past.plans),
            "sections": self._choices.get(part, ""),
            "item": self._item(part),
            "blank": "",
        }
        return self._wording.write(self._parts[part], given)

    def _item(self, part: Part) -> str:
        """One empty item; each key ends in a blank, so that what is typed behind it is its value."""
        keys = ["section"] if part in self._choices else []
        keys += ["heading", "text", *(["cause"] if part is Part.SHORTCOMINGS else [])]
        words = [self._wording.key(f"{part}.{key}") for key in keys]
        return "\n".join(f"{'    ' if index else '  - '}{word}: " for index, word in enumerate(words))

    def _choice(self, report: ReportFile, part: Part) -> str:
        """What an item of the part may say of its place."""
        key = self._wording.key(f"{part}.section")
        lines = [f"# 每一条都要写 {key}：从下面选一个，写左边的编号"]
        lines += [f"#   {remark(name)}  {remark(title)}" for name, title in _titles(report, part)]
        return "\n".join(lines)

    def _last_year(self, plans: tuple[str, ...]) -> str:
        if not plans:
            return ""
        lines = ["# 上年报过的计划列在下面，请逐条写出完成情况"]
        return "\n".join([*lines, *(f"# 上年计划：{remark(plan)}" for plan in plans)])


def _places(report: Report, part: Part) -> int:
    """How many places take a part's items: with more than one, an item has to name its own."""
    return sum(len(chapter.sections) or 1 for chapter in report.outline if chapter.part is part)


def _titles(report: ReportFile, part: Part) -> list[tuple[str, str]]:
    """The id of each place that takes a part's items, with the title that is printed there."""
    from reportctl.assemble.templates import Templates  # noqa: PLC0415 - loads Jinja2

    variables = {"year": report.report.year, "area": report.report.area}
    return [
        (place.name, place.title or branching.title)
        for branching in Outline(report.report, Templates(report, variables)).chapters
        if branching.chapter.part is part
        for place in branching.places
    ]


def _deadline(due: dt.date | None) -> str:
    return "" if due is None else f"{due.year}年{due.month}月{due.day}日前交回。"
