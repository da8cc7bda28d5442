"""Rules of the roster: who has handed in, who has not, who twice, and who nobody knows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportctl.findings import Related, Rule, Severity
from reportctl.model.codes import MISSING_KEY
from reportctl.suggest import question

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reportctl.findings import Finding
    from reportctl.model.files import ReportFile, Submission
    from reportctl.model.roster import Roster
    from reportctl.rules.context import Context

UNKNOWN_DEPARTMENT = Rule(
    "unknown-department",
    Severity.ERROR,
    "名单里没有这个部门",
    "材料里写的部门不在 report.yaml 的部门名单里，程序不知道它的内容排在哪里。"
    "部门名写错的改正；确有这个部门的，请汇总人加进名单，或把这个叫法加进 aliases（简称）。",
    "department: 区司发局",
    "department: 区司法局",
    locked=True,
)
ALIAS_USED = Rule(
    "alias-used",
    Severity.NOTE,
    "部门用了简称",
    "材料里写的是部门的简称，程序已对上名单里的全称，不影响汇总。",
    "department: 司法局",
    "department: 区司法局",
)
SECOND_SUBMISSION = Rule(
    "second-submission",
    Severity.ERROR,
    "一个部门交了两份",
    "同一个部门有两份材料，程序不替您选。留下要用的一份，把另一份移出 submissions 文件夹。",
    "（submissions/司法局.yaml 和 submissions/司法局2.yaml 都写 department: 区司法局）",
    "（只有 submissions/司法局.yaml）",
    locked=True,
)
MISSING_SUBMISSION = Rule(
    "missing-submission",
    Severity.ERROR,
    "部门没有报送",
    "名单里必须报送的部门还没有交材料，或只有一张没有填写的表单。先汇总已交的，用 build --partial；"
    "今年不需要它报送的，在名单里写 required: false（必报: 否）。",
    "（名单里有区林业局，submissions 里没有它的材料）",
    "（submissions/区林业局.yaml 已填写）",
)

RULES = (UNKNOWN_DEPARTMENT, ALIAS_USED, SECOND_SUBMISSION, MISSING_SUBMISSION)


def check_project(context: Context) -> Iterator[Finding]:
    """Every submission against the roster, then every department against the submissions."""
    if context.roster is None or context.report is None:
        return
    first: dict[str, Submission] = {}
    for submission in context.received:
        yield from check_name(submission, context.roster)
        name = submission.name
        if name is None:
            continue
        if name in first:
            yield _second(submission, first[name], name)
        else:
            first[name] = submission
    for rank, department in enumerate(context.roster.departments):
        name = department.name.strip()
        handed_in = first.get(name)
        unfilled = handed_in is None or not handed_in.filled
        if department.required and unfilled and name not in context.broken:
            yield _missing(context.report, rank, name, handed_in)


def check_name(submission: Submission, roster: Roster | None) -> Iterator[Finding]:
    """Whether a submission says which department it is from, and whether the roster knows it."""
    written = submission.data.department.strip()
    if written and written == submission.name:
        return
    if not written:
        if ("department",) in submission.damaged:
            return  # its key is typed wrong, or its value is none: that is told
        span = (
            submission.start_span(())
            if "department" not in submission.yaml.data
            else submission.key_span(("department",))
        )
        yield MISSING_KEY.at(span, "没有写部门（department）", "补上一行“department: 本部门名称”")
    elif roster is None:
        return
    elif submission.department is None:
        near = roster.nearest(written)
        hint = question(near) or "改成名单里的名称；或请汇总人把它加进 report.yaml 的名单"
        yield UNKNOWN_DEPARTMENT.at(submission.span(("department",)), f"部门名单里没有“{written}”", hint)
    else:
        message = f"“{written}”是“{submission.name}”的简称，已对上"
        yield ALIAS_USED.at(submission.span(("department",)), message, "", department=submission.name)


def _second(submission: Submission, before: Submission, name: str) -> Finding:
    place = before.span(("department",))
    return SECOND_SUBMISSION.at(
        submission.span(("department",)),
        f"“{name}”已经交过一份：{before.source.name}",
        "留下要用的一份，另一份移出 submissions 文件夹",
        department=name,
        related=(Related(place, "第一份在这里"),),
    )


def _missing(report: ReportFile, rank: int, name: str, handed_in: Submission | None) -> Finding:
    line = report.span(("departments", rank, "name"))
    if handed_in is None:
        hint = "催报；今年不需要它报送的，在名单里写 required: false（必报: 否）"
        return MISSING_SUBMISSION.at(line, f"“{name}”还没有报送", hint, department=name)
    return unfilled(handed_in, Related(line, "名单里的这个部门"))


def unfilled(submission: Submission, *related: Related) -> Finding:
    """A form in which nothing has been written yet."""
    name = submission.name or submission.data.department
    return MISSING_SUBMISSION.at(
        submission.start_span(()),
        f"“{name}”的表单还没有填写",
        "按表单里的说明填写主要举措和成效、存在的不足、下一年度安排",
        department=submission.name,
        related=related,
    )
