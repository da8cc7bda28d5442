"""`reportctl remind`: letters to the departments that owe something."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from reportctl.cli import console, reports
from reportctl.cli.departments import complete_department
from reportctl.cli.letters import Docx, Text, chosen, tell_left
from reportctl.cli.text_or_json import TextOrJson
from reportctl.collect.ledger import read_ledger
from reportctl.errors import ExitCode, ProjectError, UsageError
from reportctl.letters.mailing import LetterOrder, remind
from reportctl.letters.reminding import ReminderKind, ReminderWish
from reportctl.project.building import check
from reportctl.project.opening import open_project
from reportctl.rules.secrecy import SECRECY_MARK, bears_secrecy_mark
from reportctl.text.days import day_of

if TYPE_CHECKING:
    from reportctl.letters.mailing import Mailed
    from reportctl.letters.reminding import Reminder
    from reportctl.project.building import Checked


def command(
    departments: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[DEPARTMENT]...",
            help="只看这些部门，全称、简称都行（默认全部）",
            autocompletion=complete_department,
        ),
    ] = None,
    docx: Docx = False,
    text: Text = False,
    within: Annotated[
        int | None,
        typer.Option("--within", metavar="DAYS", help="只催这么多天以内到期的和已经逾期的"),
    ] = None,
    date: Annotated[
        str,
        typer.Option("--date", metavar="D", help="信上的日期，如 2024-01-11；不写就空着，逾期与否看今天"),
    ] = "",
    folder: Annotated[
        Path | None,
        typer.Option(
            "-o", "--output", metavar="DIR", readable=False, help="写到这个文件夹（默认 reminders）"
        ),
    ] = None,
    output: Annotated[TextOrJson, typer.Option("--format", help="输出格式：text 或 json")] = TextOrJson.TEXT,
) -> int:
    """催报和反馈：没交的催报，交了有问题的写明哪一段、怎么改，一个部门一封信。"""
    formats, day = chosen(docx=docx, text=text), _day(date)
    if within is not None and within < 0:
        raise UsageError(
            f"--within 后面写天数\uff0c不能是 {within}", hint="已经逾期的总要催\uff1b只催它们写 0"
        )
    if folder is not None and folder.exists() and not folder.is_dir():
        raise UsageError(f"{folder} 不是文件夹", hint="-o 后面写一个文件夹，每个部门的信都放进去")
    try:
        checked = check(open_project(console.settings.folder))
        if bears_secrecy_mark(checked.findings):
            return _refuse(checked, output)
        # lateness is a matter of today, unless the official says of which day the letters are
        today = day or dt.datetime.now(tz=dt.UTC).astimezone().date()
        wish = ReminderWish(tuple(departments or ()), within)
        ledger = read_ledger(checked.project.root)
        mailed = remind(checked, ledger, wish, LetterOrder(formats, day, folder), today)
    except ProjectError as error:
        return reports.refuse(error, reports.ReportFormat(output.value))
    console.settings.done = True
    if output is TextOrJson.JSON:
        _json(mailed, checked, today)
    else:
        for path in mailed.delivered.written:
            console.path(path)
    _tell(mailed)
    return ExitCode.OK


def _day(text: str) -> dt.date | None:
    if not text:
        return None
    try:
        day = day_of(text)
    except ValueError:
        raise UsageError(f"没有 {text} 这一天", hint="核对月和日") from None
    if day is None:
        raise UsageError(f"--date 的“{text}”不是日期", hint="写成 2024-01-11 或 2024年1月11日")
    return day


def _refuse(checked: Checked, output: TextOrJson) -> int:
    """Write no letter: it would quote what must not be copied."""
    marks = tuple(finding for finding in checked.findings if finding.code == SECRECY_MARK.code)
    if output is TextOrJson.JSON:
        reports.write(reports.Result(marks, checked.project.root), reports.ReportFormat.JSON)
    else:
        reports.show(marks, checked.project.root)
    console.talk("没有写信\uff1a材料里有密级标志")
    return ExitCode.FINDINGS


def _tell(mailed: Mailed) -> None:
    delivered = mailed.delivered
    tell_left(delivered)
    kinds = [reminder.kind for reminder, _ in mailed.reminders]
    told = "、".join(f"{kind.chinese} {kinds.count(kind)} 封" for kind in ReminderKind if kind in kinds)
    gone = f"\uff1b撤去 {len(delivered.withdrawn)} 个不用再发的文件" if delivered.withdrawn else ""
    console.talk(f"{told or '没有要催、要改的部门'}{gone}")


def _json(mailed: Mailed, checked: Checked, today: dt.date) -> None:
    kept = set(mailed.delivered.kept)
    console.json(
        {
            "version": 1,
            "year": checked.project.report.report.year,
            "as_of": today.isoformat(),
            "letters": [
                {
                    **_letter(reminder),
                    "files": [str(path) for path in paths if path not in kept],
                    "kept": [str(path) for path in paths if path in kept],
                }
                for reminder, paths in mailed.reminders
            ],
            "withdrawn": [str(path) for path in mailed.delivered.withdrawn],
        }
    )


def _letter(reminder: Reminder) -> dict[str, Any]:
    standing = reminder.standing
    return {
        "department": reminder.department,
        "kind": reminder.kind.value,
        "state": standing.state.value,
        "due": standing.due.isoformat() if standing.due is not None else None,
        "errors": standing.errors,
        "warnings": standing.warnings,
        "pending": [receipt.name for receipt in reminder.pending],
        "findings": [
            {
                **remark.finding.as_dict(),
                "original": reminder.original.receipt.name if reminder.original is not None else None,
                "paragraph": remark.passage.paragraph or None,
                "item": remark.passage.item,
                "sentence": remark.passage.sentence,
            }
            for remark in reminder.remarks
        ],
    }
