"""The kinds of input: of each some good ones, how they are spoilt, and what the program does with one."""

from __future__ import annotations

import datetime as dt
import io
import json
import warnings
import zipfile
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from openpyxl import Workbook

from reportctl.assemble.attached import workbook
from reportctl.assemble.attached.content import AttachedFile, BadAttachmentError
from reportctl.assemble.attachments import attachments, text_of
from reportctl.assemble.templates import Templates
from reportctl.collect.arrival import Arrival
from reportctl.collect.collecting import Wish, collect
from reportctl.collect.taking import Taker
from reportctl.findings import has_errors
from reportctl.inspect import inspect
from reportctl.layout import load
from reportctl.model.files import SUBMISSION_KEYS, load_edits, load_report
from reportctl.model.roster import Roster
from reportctl.project.alone import check_alone
from reportctl.project.checking import check_texts
from reportctl.project.files import RawFile
from reportctl.project.fixed_file import fix_file
from reportctl.project.opening import Project
from reportctl.project.rulebook import rulebook
from reportctl.reading import READ_LIMIT
from reportctl.rules.report import check_report
from reportctl.rules.texts import edits_texts, report_texts
from reportctl.scaffold.roster import read_roster
from tests.collect import mails
from tests.collect.plain_reports import PLANS, SHORT, WORK
from tests.fuzz import spoiling
from tests.fuzz.stage import EDITS, FILES, REPORT
from tests.inspect import handmade
from tests.rules.projects import submission

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from random import Random

    from reportctl.project.submissions import CheckedFile
    from tests.fuzz.stage import Stage

NOW = dt.datetime(2024, 1, 20, 9, tzinfo=dt.UTC)
CHECK = (("validate", "--format", "json"), ("status", "--format", "json"), ("figures", "--format", "csv"))
BUILD = ("build", "--draft", "--docx", "--text", "--markdown", "--html", "--json")
PUBLIC = ("build", "--draft", "--form", "public", "--text", "-o", "-")
FIX = ("validate", "--fix")
INSPECT = (("inspect", "--format", "json", "来件/来件.docx"),)
COLLECT = (("collect", "--no-convert", "来件"), ("collect", "--no-convert", "--again", "来件"), *CHECK)


@dataclass(frozen=True)
class Kind:
    """One kind of input.

    `make` gives a spoilt input. `judge` hands it to what reads it. At times the whole program runs: the input
    lies at `place`, from the folder above the project, and the program is called with each of `commands`.
    """

    name: str
    place: str
    make: Callable[[Random], bytes]
    judge: Callable[[Stage, bytes], object]
    commands: tuple[tuple[str, ...], ...] = (*CHECK, BUILD, PUBLIC, FIX)


def _text(corpus: Sequence[str], chance: Random) -> bytes:
    """A spoilt text, at times in bytes that are none."""
    spoilt = spoiling.text(chance.choice(corpus), corpus, chance)
    encoded = spoilt.encode("gb18030" if chance.random() < 0.03 else "utf-8", "replace")
    return spoiling.data(encoded, chance) if chance.random() < 0.1 else encoded


def _quoted(corpus: Sequence[str], frame: str, chance: Random) -> bytes:
    """A report.yaml with a spoilt text as a value of it."""
    spoilt = spoiling.text(chance.choice(corpus), corpus, chance)
    return frame.replace("@", json.dumps(spoilt, ensure_ascii=chance.random() < 0.3)).encode(
        "utf-8", "replace"
    )


def _package(corpus: Sequence[dict[str, str]], chance: Random) -> bytes:
    made = spoiling.package(chance.choice(corpus), chance)
    return spoiling.data(made, chance) if chance.random() < 0.1 else made


def _archive(chance: Random) -> bytes:
    """An archive of what departments send, under odd names."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for _ in range(chance.randint(1, 3)):
            name = spoiling.text(chance.choice(NAMES), NAMES, chance).encode("utf-8", "replace").decode()
            data = _text(SUBMISSIONS, chance) if chance.random() < 0.7 else WORD
            with warnings.catch_warnings():
                warnings.simplefilter("ignore", UserWarning)  # of two files with one name
                archive.writestr(zipfile.ZipInfo(name.partition("\0")[0] or "x"), data)
    made = stream.getvalue()
    return spoiling.data(made, chance) if chance.random() < 0.5 else made


def _mail(chance: Random) -> bytes:
    """A mail with what departments send in it, its lines spoilt or its bytes."""
    files = [
        mails.enclosure(
            chance.choice(NAMES), chance.choice((WORD, SUBMISSIONS[0].encode())), chance.choice(mails.WAYS)
        )
        for _ in range(chance.randint(1, 3))
    ]
    made = mails.mail(mails.LETTER, *files)
    if chance.random() < 0.3:
        made = mails.mail(mails.LETTER, mails.forwarded(made))
    if chance.random() < 0.3:
        return spoiling.data(made, chance)
    lines = made.decode("latin-1")
    return spoiling.text(lines, (lines, *MAIL_LINES), chance).encode("utf-8", "replace")


def _paragraph(words: str) -> str:
    return handmade.paragraph(handmade.run(words))


def _submission(stage: Stage, data: bytes) -> None:
    check = partial(_checked, stage.project)
    fix_file("x.yaml", stage.root / "x.yaml", data, check, lambda _: True, SUBMISSION_KEYS)


def _checked(project: Project, data: bytes) -> CheckedFile:
    return check_alone(RawFile("x.yaml", data), project)


def _edits(stage: Stage, data: bytes) -> None:
    edits, _ = load_edits("edits.yaml", data)
    if edits is not None:
        check_texts(edits_texts(edits), edits.source, stage.project)
        stage.merge(stage.project._replace(edits=edits))


def _report(stage: Stage, data: bytes) -> None:
    report, findings = load_report("report.yaml", data)
    if report is None or has_errors((*findings, *check_report(report, rulebook()))):
        return
    project = Project(stage.root, report, Roster(report), None, ())
    check_texts(report_texts(report), report.source, project)
    stage.merge(project)


def _layout(stage: Stage, data: bytes) -> None:
    stage.put(stage.root / "版面.yaml", data)
    load("版面.yaml", stage.root)


def _roster(stage: Stage, data: bytes, ending: str) -> None:
    read_roster(stage.put(stage.inbox / f"名单{ending}", data))


def _named(stage: Stage, data: bytes) -> None:
    """A department of any name: it is in the roster, and hands in."""
    report, _ = load_report("report.yaml", data)
    if report is None:
        return
    project = Project(stage.root, report, Roster(report), None, ())
    for department in report.report.departments:
        name = json.dumps(department.name)
        words = f"我局本局{department.name[-1:]}检查。发现问题"
        text = f"department: {name}\nyear: 2023\nachievements:\n  - {words}\n"
        check_alone(RawFile("x.yaml", text.encode()), project)
    stage.merge(project)


def _attached(stage: Stage, data: bytes, name: str) -> None:
    report = stage.project.report
    attachments(report, Templates(report, {}), lambda asked: data if asked == name else FILES[asked].encode())


def _spreadsheet(_: Stage, data: bytes) -> None:
    with suppress(BadAttachmentError):
        workbook.read(AttachedFile("附件.xlsx", data, "统计表", "附件", 1))
    text_of("附件.xlsx", data, READ_LIMIT)


def _document(stage: Stage, data: bytes) -> None:
    inspect(data, stage.layouts)


def _sent(stage: Stage, data: bytes) -> None:
    Taker.of(stage.project, {}, converts=False).take(Arrival("来件.docx", "来件.docx", data, len(data)))


def _opened(stage: Stage, data: bytes, name: str = "来件.zip") -> None:
    path = stage.put(stage.inbox / name, data)
    collect(stage.project, [path], Wish(converts=False, dry=True), NOW)


SUBMISSIONS = (
    *(text for name, text in FILES.items() if name.startswith("submissions/")),
    *(submission(example) for rule in rulebook().values() for example in (rule.bad, rule.good)),
)
NAMES = ("县司法局", "县司法局2023年.yaml", "材料/县公安局.docx", "县局(筹)", "../x.yaml", "名单.txt")
MAIL_LINES = (
    "Content-Type: multipart/mixed; boundary=a\r\n",
    "Content-Type: message/rfc822\r\n\r\n",
    "Content-Transfer-Encoding: quoted-printable\r\n",
    "Content-Disposition: attachment; filename*0*=utf-8''%E5; filename*1=\"a\r\n",
    "Subject: =?gb2312?B?x+vK1Q=?= =?x?Q?=?=\r\n",
    "Date: 32 Foo -1 99:99 +99999\r\n",
    "\r\n--",
    "\r\n\r\n",
)
LISTS = (
    "县司法局\n县公安局\n",
    "1.县司法局\n2.县公安局\n",
    "# 名单\n县司法局\n",
    "一、县司法局\n二、县公安局",
)
TABLES = ("名称,简称,截止日期\n县司法局,司法局;县局,2024-01-10\n", 'name\n"县司法局"\n县公安局\n')
SENTENCES = (
    "{{ year }}年，{{ area }}推进法治政府建设。",
    "{% if year > 2022 %}甲{% else %}乙{% endif %}",
    "{{ year|round(2) }}{{ area|upper }}{{ (year + 1) * 2 }}{{ '甲' ~ year }}{{ x|d('乙') }}{# 注 #}",
)
TEMPLATE = REPORT.replace("closing: 特此报告。", "closing: @")
ROSTER = REPORT.replace("departments: [{name: 县司法局", "departments: [{name: @}, {name: 县司法局")
DOCUMENTS = (
    handmade.parts(handmade.head() + handmade.body() + handmade.tail() + handmade.imprint()),
    handmade.parts(handmade.body() + handmade.tail() + handmade.attachments()),
)
REPORTS = (
    handmade.parts(
        [*map(_paragraph, ("县司法局2023年度法治政府建设情况报告", *WORK, *SHORT, *PLANS, "2024年1月8日"))]
    ),
)
WORD = handmade.packed(REPORTS[0])


def _parts_of(book: Workbook) -> dict[str, str]:
    out = io.BytesIO()
    book.save(out)
    with zipfile.ZipFile(out) as archive:
        return {name: archive.read(name).decode() for name in archive.namelist()}


def _sheet() -> dict[str, str]:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    rows = (
        ("单位", "案件", None),
        (None, "刑事", "占比"),
        ("县司法局", 12, 0.5),
        ("合计", "=B3", dt.date(2024, 1, 5)),
    )
    for row in rows:
        sheet.append(row)
    sheet.merge_cells("A1:A2")
    sheet.merge_cells("B1:C1")
    sheet["C3"].number_format = "0.0%"
    sheet.row_dimensions[3].hidden = True
    sheet.oddHeader.left.text = "内部"
    book.create_sheet("第二")
    return _parts_of(book)


SHEETS = (_sheet(),)


def _attachment(ending: str) -> Kind:
    corpus = (FILES[f"附件{ending}"],)
    return Kind(
        f"attachment{ending.replace('.', '-')}",
        f"项目/附件{ending}",
        partial(_text, corpus),
        partial(_attached, name=f"附件{ending}"),
        (*CHECK[:1], BUILD, PUBLIC),
    )


KINDS = (
    Kind("submission", "项目/submissions/县司法局.yaml", partial(_text, SUBMISSIONS), _submission),
    Kind("edits", "项目/edits.yaml", partial(_text, (EDITS,)), _edits),
    Kind("report", "项目/report.yaml", partial(_text, (REPORT,)), _report),
    Kind("layout", "项目/版面.yaml", partial(_text, (FILES["版面.yaml"],)), _layout),
    Kind("template", "项目/report.yaml", partial(_quoted, SENTENCES, TEMPLATE), _report),
    Kind("name", "项目/report.yaml", partial(_quoted, NAMES, ROSTER), _named),
    Kind(
        "list", "来件/名单.txt", partial(_text, LISTS), partial(_roster, ending=".txt"),
        (("init", "新项目", "--force", "--departments", "来件/名单.txt"),),
    ),
    Kind(
        "table", "来件/名单.csv", partial(_text, TABLES), partial(_roster, ending=".csv"),
        (("init", "新项目", "--force", "--departments", "来件/名单.csv"),),
    ),
    *map(_attachment, (".md", ".csv", ".yaml")),
    Kind("spreadsheet", "项目/附件.xlsx", partial(_package, SHEETS), _spreadsheet, CHECK[:1]),
    Kind("document", "来件/来件.docx", partial(_package, DOCUMENTS), _document, INSPECT),
    Kind("sent", "来件/来件.docx", partial(_package, REPORTS), _sent, COLLECT),
    Kind("sent-yaml", "来件/来件.yaml", partial(_text, SUBMISSIONS), _sent, COLLECT),
    Kind("archive", "来件/来件.zip", _archive, _opened, COLLECT),
    Kind("mail", "来件/来件.eml", _mail, partial(_opened, name="来件.eml"), COLLECT),
)  # fmt: skip
