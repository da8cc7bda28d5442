"""Rules of the whole report: what the law asks for, whose year a title names, and the law's dates."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING

from reportctl.findings import Rule, Severity
from reportctl.model.submission import Part
from reportctl.rules.years import OTHER_YEAR

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reportctl.findings import Finding
    from reportctl.model.files import ReportFile
    from reportctl.model.report import Chapter
    from reportctl.rules.context import Context
    from reportctl.sources import Path

UNCOVERED = Rule(
    "uncovered-content",
    Severity.WARNING,
    "提纲缺少法定内容",
    "《法治政府建设与责任落实督察工作规定》第四章要求年度报告写明：上一年度主要举措和成效，存在的不足和原因，"
    "党政主要负责人履行推进法治建设第一责任人职责情况，下一年度主要安排。"
    "哪一章、哪一节写了哪一项，用 covers（法定内容）标明；履职情况没有单独一章的，标在写它的那一节上。",
    "outline:\n  - {id: work, title: 工作开展情况, part: achievements}\n"
    "  - {id: plans, title: 主要安排, part: plans}",
    "outline:\n  - {id: work, title: 工作开展情况, part: achievements, covers: [achievements, leadership]}\n"
    "  - {id: shortcomings, title: 存在的不足, part: shortcomings}\n"
    "  - {id: plans, title: 主要安排, part: plans}",
)
CAUSES_LEFT_OUT = Rule(
    "causes-left-out",
    Severity.NOTE,
    "报告里不写原因",
    "提纲用 causes: false（原因: 否）把原因留在报告之外。"
    "规定要求写“存在的不足和原因”，请确认原因在别处写了。",
    "outline:\n  - {id: work, title: 工作开展情况, part: achievements}\n"
    "  - {id: short, title: 存在的不足, part: shortcomings, causes: false}",
    "outline:\n  - {id: work, title: 工作开展情况, part: achievements}\n"
    "  - {id: short, title: 存在的不足, part: shortcomings}",
)
LATE_DEADLINE = Rule(
    "late-deadline",
    Severity.WARNING,
    "期限晚于规定",
    "规定要求3月1日前报送上一年度的情况报告，4月1日前向社会公开（《法治政府建设与责任落实督察工作规定》第四章）。"
    "各部门交材料的截止日期要早于上报期限，给汇总、审签留出时间。",
    "deadlines: {submissions: 2024-01-10, report: 2024-03-15, publish: 2024-04-01}",
    "deadlines: {submissions: 2024-01-10, report: 2024-03-01, publish: 2024-04-01}",
)
ODD_DATE = Rule(
    "odd-date",
    Severity.WARNING,
    "日期与年度对不上",
    "年度报告在年底收材料，下一年的年初成文。成文日期、期限不在那个时候，或成文晚于上报期限的，多半是没有改去年的日期。",
    "document: {issuer: 鹤城区人民政府, recipients: [怀化市人民政府], date: 2023-01-15}",
    "document: {issuer: 鹤城区人民政府, recipients: [怀化市人民政府], date: 2024-01-15}",
)

RULES = (UNCOVERED, CAUSES_LEFT_OUT, LATE_DEADLINE, ODD_DATE)

_REQUIRED = {
    Part.ACHIEVEMENTS: "上一年度主要举措和成效",
    Part.SHORTCOMINGS: "存在的不足和原因",
    Part.LEADERSHIP: "党政主要负责人履行推进法治建设第一责任人职责情况",
    Part.PLANS: "下一年度主要安排",
}
_FIRST_DUE = (10, 1)
"""Month and day before which nobody can report on the year."""
_YEAR = re.compile("20(?P<year>[0-9]{2})年")


def check_project(context: Context) -> Iterator[Finding]:
    """report.yaml against the law."""
    file = context.report
    if file is None:
        return
    yield from _coverage(file)
    yield from _titles(file)
    yield from _dates(file)


def _coverage(file: ReportFile) -> Iterator[Finding]:
    covered: set[Part] = set()
    for index, chapter in enumerate(file.report.outline):
        covered |= _covers(chapter)
        if chapter.part is Part.SHORTCOMINGS and not chapter.causes:
            span = file.span(("outline", index, "causes"))
            message = "“存在的不足”一章不写原因（causes: false）"
            yield CAUSES_LEFT_OUT.at(span, message, "确认原因在别处写了，或改为 causes: true")
    for part, title in _REQUIRED.items():
        if part not in covered:
            finding = UNCOVERED.at(
                file.key_span(("outline",)),
                f"提纲里没有哪一章、哪一节写“{title}”",
                f"在写它的那一章或那一节加上 covers: [{part.value}]",
            )
            # three-chapter reports tell it within another chapter: theirs to say where
            yield finding._replace(severity=Severity.NOTE) if part is Part.LEADERSHIP else finding


def _covers(chapter: Chapter) -> set[Part]:
    own = set(chapter.covers or (chapter.part,))
    return own.union(*(section.covers for section in chapter.sections))


def _titles(file: ReportFile) -> Iterator[Finding]:
    """A year in a title that is written out and is another one: last year's outline."""
    for index, chapter in enumerate(file.report.outline):
        expected = file.report.year + (chapter.part is Part.PLANS)
        titles: list[tuple[Path, str]] = [(("outline", index, "title"), chapter.title)]
        titles += (
            (("outline", index, "sections", number, "title"), section.title)
            for number, section in enumerate(chapter.sections)
        )
        for path, title in titles:
            found = _YEAR.search(title)
            if found is not None and abs(int(found["year"]) + 2000 - expected) == 1:
                message = f"标题写的是 20{found['year']} 年，应当是 {expected} 年"
                hint = "用 {{ year }} 或 {{ year + 1 }} 代替年份，每年不用再改"
                yield OTHER_YEAR.at(file.inner_span(path, *found.span()), message, hint)


def _dates(file: ReportFile) -> Iterator[Finding]:
    report = file.report
    year, deadlines = report.year, report.deadlines
    limits = (
        ("report", deadlines.report, dt.date(year + 1, 3, 1), "上报"),
        ("publish", deadlines.publish, dt.date(year + 1, 4, 1), "公开"),
    )
    for key, day, last, name in limits:
        path: Path = ("deadlines", key)
        if day is not None and day > last:
            message = f"{name}期限 {day} 晚于规定的 {last}"
            yield LATE_DEADLINE.at(file.span(path), message, f"改到 {last} 或以前")
        elif day is not None and day.year <= year:
            yield _odd(file, path, f"{name}期限 {day}")
    latest = deadlines.report or limits[0][2]
    dues: list[tuple[Path, dt.date | None]] = [(("deadlines", "submissions"), deadlines.submissions)]
    dues += (
        (("departments", index, "due"), department.due) for index, department in enumerate(report.departments)
    )
    for path, due in dues:
        if due is not None and due > latest:
            message = f"交材料的截止日期 {due} 晚于上报期限 {latest}"
            yield LATE_DEADLINE.at(file.span(path), message, "提前，给汇总、审签留出时间")
        elif due is not None and due < dt.date(year, *_FIRST_DUE):
            yield _odd(file, path, f"交材料的截止日期 {due}")
    yield from _date(file, latest)


def _date(file: ReportFile, latest: dt.date) -> Iterator[Finding]:
    date, year = file.report.document.date, file.report.year
    if date is None:
        return
    span = file.span(("document", "date"))
    if not dt.date(year, 12, 1) <= date <= dt.date(year + 1, 12, 31):
        message = f"成文日期 {date} 与年度 {year} 对不上"
        yield ODD_DATE.at(span, message, f"{year} 年度的报告在 {year + 1} 年初成文，核对日期")
    elif date > latest:
        message = f"成文日期 {date} 晚于上报期限 {latest}"
        yield ODD_DATE.at(span, message, "核对日期；确是迟了的，按规定说明")


def _odd(file: ReportFile, path: Path, what: str) -> Finding:
    year = file.report.year
    hint = f"{year} 年度的报告在 {year} 年底收材料、{year + 1} 年初上报和公开，核对日期"
    return ODD_DATE.at(file.span(path), f"{what} 与年度 {year} 对不上", hint)
