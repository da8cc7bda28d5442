"""Rules of structure: the parts, the year and the items of one submission."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportctl.findings import Rule, Severity
from reportctl.model.codes import MISSING_KEY
from reportctl.model.keys import ITEM
from reportctl.model.submission import PARTS, REQUIRED_PARTS, Part
from reportctl.rules.texts import units_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reportctl.findings import Finding
    from reportctl.model.files import Submission
    from reportctl.model.report import Report
    from reportctl.rules.context import Context

_TITLES = {
    Part.ACHIEVEMENTS: "主要举措和成效",
    Part.SHORTCOMINGS: "存在的不足",
    Part.PLANS: "下一年度安排",
    Part.LEADERSHIP: "党政主要负责人履行第一责任人职责情况",
    Part.OTHER: "其他需要报告的情况",
}

MISSING_PART = Rule(
    "missing-part",
    Severity.ERROR,
    "缺少必填部分",
    "每个部门都要报三部分：主要举措和成效（achievements）、存在的不足（shortcomings）、"
    "下一年度安排（plans）。确实没有的，写“无”，例如 shortcomings: 无。"
    "依据：《法治政府建设与责任落实督察工作规定》（2019）第四章。",
    "department: 区司法局\nyear: 2023\nachievements:\n  - 加强监管。全年检查20次。",
    "department: 区司法局\nyear: 2023\nachievements:\n  - 加强监管。全年检查20次。\n"
    "shortcomings: 无\nplans:\n  - 加强培训。开展培训5次。",
)
NOTHING_SAID = Rule(
    "nothing-said",
    Severity.WARNING,
    "这一部分写“无”",
    "部门说这一部分没有内容。程序照此汇总；请汇总人核实：上级要求查找不足，很少有部门真的“无”。",
    "shortcomings: 无",
    "shortcomings:\n  - 装备老旧。执法记录仪有3台已停产。",
)
WRONG_YEAR = Rule(
    "wrong-year",
    Severity.ERROR,
    "年度不对",
    "材料的年度与本次报告的年度不同，多半是交了去年的材料，或照抄了去年的表头。",
    "year: 2022",
    "year: 2023",
    locked=True,
)
EMPTY_ITEM = Rule(
    "empty-item",
    Severity.ERROR,
    "条目是空的",
    "这一条没有标题，也没有正文和要点。填上内容，或删去这一条。",
    "achievements:\n  - heading:\n    text:",
    "achievements:\n  - heading: 加强监管\n    text: 全年检查20次。",
)
MISSING_CAUSE = Rule(
    "missing-cause",
    Severity.WARNING,
    "不足没有写原因",
    "报告要写“存在的不足和原因”（《法治政府建设与责任落实督察工作规定》第四章），"
    "请给每条不足补上 cause（原因）。",
    "shortcomings:\n  - heading: 队伍力量不足\n    text: 持证人员仅有5名。",
    "shortcomings:\n  - heading: 队伍力量不足\n    text: 持证人员仅有5名。\n    cause: 编制多年未增加。",
)
MISSING_LEADERSHIP = Rule(
    "missing-leadership",
    Severity.WARNING,
    "没有写履职情况",
    "报告里必有“党政主要负责人履行推进法治建设第一责任人职责情况”一章，这个部门没有写 leadership"
    "（履职情况）。提纲里这一章写着 required: false（必有: 否）的，不写也不提醒。",
    "（提纲有 part: leadership 的一章，材料里没有 leadership）",
    "leadership:\n  - 党组会学法4次。",
)
TEMPLATE_IN_SUBMISSION = Rule(
    "template-in-submission",
    Severity.WARNING,
    "材料里有 {{ }}",
    "材料不是模板，{{ }} 会原样写进报告。多半是从 report.yaml 里抄来的，请改成文字。",
    "text: '{{ year }}年检查20次。'",
    "text: 2023年检查20次。",
)

RULES = (
    MISSING_PART,
    NOTHING_SAID,
    WRONG_YEAR,
    EMPTY_ITEM,
    MISSING_CAUSE,
    MISSING_LEADERSHIP,
    TEMPLATE_IN_SUBMISSION,
)


def check(submission: Submission, context: Context) -> Iterator[Finding]:
    """One filled submission: its year, its parts, its items."""
    report = context.report.report if context.report is not None else None
    yield from _check_year(submission, report)
    yield from _check_parts(submission, report)
    yield from _check_items(submission)
    yield from _check_templates(submission)


def _check_year(submission: Submission, report: Report | None) -> Iterator[Finding]:
    year = submission.data.year
    if year is None:
        if ("year",) not in submission.damaged and "year" not in submission.yaml.data:
            hint = f"补上一行“year: {report.year if report else '……'}”"
            yield MISSING_KEY.at(
                submission.start_span(()), "没有写年度（year）", hint, department=submission.name
            )
    elif report is not None and year != report.year:
        message = f"年度是 {year}，本次报告的是 {report.year} 年"
        hint = f"核对内容是不是 {report.year} 年的；是的话把年度改成 {report.year}"
        yield WRONG_YEAR.at(submission.span(("year",)), message, hint, department=submission.name)


def _check_parts(submission: Submission, report: Report | None) -> Iterator[Finding]:
    for part in PARTS:
        if part in submission.nothing:
            span = submission.span((part,))
            message = f"“{_TITLES[Part(part)]}”写的是“无”"
            yield NOTHING_SAID.at(span, message, "请核实确实没有", department=submission.name)
    for part in REQUIRED_PARTS:
        if submission.data.items(part) or part in submission.nothing:
            continue
        span = submission.key_span((part,)) if _wrote(submission, part) else submission.start_span(())
        if not _is_wrong_type(submission, part):
            message = f"缺少必填部分“{_TITLES[part]}”"
            hint = f"补上 {part}（{PARTS[part]}）；确实没有的，写“{part}: 无”"
            yield MISSING_PART.at(span, message, hint, department=submission.name)
    chapters = report.outline if report is not None else ()
    leads = any(chapter.part is Part.LEADERSHIP and chapter.required for chapter in chapters)
    written = any(not item.blank for item in submission.data.leadership)
    if leads and not written and Part.LEADERSHIP not in submission.nothing:
        hint = "补上 leadership（履职情况）"
        message = f"没有写“{_TITLES[Part.LEADERSHIP]}”"
        yield MISSING_LEADERSHIP.at(submission.start_span(()), message, hint, department=submission.name)


def _wrote(submission: Submission, part: str) -> bool:
    return part in (getattr(submission.yaml.root, "keys", None) or ())


def _is_wrong_type(submission: Submission, part: str) -> bool:
    """The part holds something that is no list: that has been said already."""
    return (part,) in submission.damaged


def _check_items(submission: Submission) -> Iterator[Finding]:
    for part, index, item in submission.data.every_item():
        if (part, index) in submission.damaged:
            continue
        if item.blank:
            yield from _check_blank(submission, part, index)
            continue
        if part == Part.SHORTCOMINGS and not item.cause.strip():
            span = submission.start_span((part, index))
            hint = "补上一行“cause: ……”，写明原因"
            message = f"不足“{item.heading or '这一条'}”没有写原因（cause）"
            yield MISSING_CAUSE.at(span, message, hint, department=submission.name)


def _check_templates(submission: Submission) -> Iterator[Finding]:
    if "{{" not in submission.source.text:
        return
    for unit in units_of(submission):
        at = unit.text.find("{{")
        if at >= 0 and (unit.part, unit.index) not in submission.damaged:
            message, hint = "“{{”会原样写进报告", "材料不是模板：改成文字"
            yield unit.at(TEMPLATE_IN_SUBMISSION, at, at + 2, message, hint)


def _check_blank(submission: Submission, part: str, index: int) -> Iterator[Finding]:
    path = (part, index)
    if part not in REQUIRED_PARTS and len(submission.data.items(part)) == 1:
        return  # the form's own item of a part that nobody has to fill
    if not (getattr(submission.yaml.node(path), "keys", None) or {}).keys() <= ITEM.names.keys():
        return  # what it holds stands behind a key that is none: that has been said
    hint = "填上标题和正文，或删去这一条"
    yield EMPTY_ITEM.at(submission.start_span(path), "这一条没有内容", hint, department=submission.name)
