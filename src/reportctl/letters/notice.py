"""The 通知 that asks departments for their part: what, how, until when; the outline and the list of forms."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from reportctl.collect.received import file_stems
from reportctl.document import Attachment, Table, chinese_date
from reportctl.letters.outlining import outline_of
from reportctl.letters.paper import LetterText, Prose, sender_of, written
from reportctl.model.submission import REQUIRED_PARTS, Part
from reportctl.text.marks import normalise_line

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

    from reportctl.document import Block, Document
    from reportctl.letters.paper import Sender
    from reportctl.model.files import ReportFile
    from reportctl.model.report import Report

_EVERYBODY = "各有关单位"
_ASKED = {
    Part.ACHIEVEMENTS: "工作成效",
    Part.SHORTCOMINGS: "存在的不足及原因",
    Part.PLANS: "下一年度工作安排",
    Part.LEADERSHIP: "党政主要负责人履行推进法治建设第一责任人职责情况",
    Part.OTHER: "其他需要报告的情况",
}
_HEADS = ("序号", "报送单位", "填报表文件名")
_DUE_HEAD = "报送期限"
_WIDTHS = (3.0, 11.0, 11.0)
_DUE_WIDTH = 9.0


class Notice(NamedTuple):
    """The 通知, and what it should say that report.yaml does not give, each with its remedy."""

    document: Document
    gaps: tuple[str, ...]


def write_notice(report: ReportFile) -> Notice:
    """The 通知 of a report: in red letterhead where `notice` gives a 发文字号.

    Raises:
        ProjectError: a text of `notice` is a template with a fault.
    """
    sender = sender_of(report)
    spec, model = report.report.notice, report.report
    letter = LetterText(
        title=title_of(model),
        recipients="\uff0c".join(sender.recipients).rstrip("\uff1a") or _EVERYBODY,
        body=_body(report.report, sender),
        attachments=_attachments(report),
        number=normalise_line(spec.number),
    )
    return Notice(written(letter, sender, report, spec.date), tuple(_gaps(model, sender)))


def title_of(report: Report) -> str:
    """The title of the 通知."""
    return f"关于报送{report.year}年度法治政府建设情况材料的通知"


def _gaps(report: Report, sender: Sender) -> Iterator[str]:
    if not sender.issuers:
        yield "没有写发文机关\uff0c通知没有署名\uff1a在 report.yaml 的 notice（通知）里写 issuer（发文机关）"
    if report.notice.date is None:
        yield "没有写成文日期\uff0c留着空\uff1a在 report.yaml 的 notice（通知）里写 date（成文日期）"
    if not sender.asked:
        yield (
            "没有写联系人和电话\uff1a在 report.yaml 的 notice（通知）里写 contact（联系人）和 phone（电话）"
        )
    if not any(report.due(department) for department in report.departments):
        yield "没有写报送期限\uff1a在 report.yaml 的 deadlines（期限）里写 submissions（报送）"


def _body(report: Report, sender: Sender) -> tuple[Block, ...]:
    year = report.year
    prose = Prose("text")
    prose.paragraph(
        f"根据《法治政府建设与责任落实督察工作规定》\uff0c为做好{report.area}{year}年度法治政府建设情况报告起草工作\uff0c"
        "现就报送有关材料事项通知如下\uff1a"
    )
    prose.heading("报送内容")
    fed = {chapter.part for chapter in report.outline}
    asked = "、".join(words for part, words in _ASKED.items() if part in REQUIRED_PARTS or part in fed)
    prose.paragraph(
        f"请按照报送提纲\uff08见附件1\uff09报送{year}年度{asked}。确实没有内容的部分\uff0c写明“无”。"
    )
    prose.heading("报送方式")
    prose.paragraph(
        "请填写随本通知发送的填报表\uff08一个单位一份\uff0c有 Word 文档和网页两种\uff0c任选一种\uff0c"
        "文件名见附件2\uff09\uff0c经单位负责人审核后报送\uff1a填 Word 文档的发原文件\uff0c"
        "填网页的发网页保存的文件\uff0c不要转成图片或者 PDF。"
    )
    prose.paragraph(sender.way)
    prose.heading("报送期限")
    prose.paragraph(_deadline(report))
    prose.heading("有关要求")
    prose.item(
        "内容真实准确", "成效用事实和数字说明\uff0c数字与统计口径一致\uff1b不足写具体\uff0c并说明原因。"
    )
    if report.last_year.strip():
        prose.item("交代上年计划", "填报表列出了各单位上年报送的计划\uff0c请在工作成效中逐项说明完成情况。")
    prose.item("严守保密规定", "不得填报国家秘密、工作秘密和不宜公开的个人信息。")
    prose.paragraph(f"{sender.asked}。" if sender.asked else "")
    return prose.blocks


def _deadline(report: Report) -> str:
    """Until when: the day of most departments, the days of others in 附件2."""
    days = [report.due(department) for department in report.departments]
    known = [day for day in days if day is not None]
    if not known:
        return "请在收到本通知后抓紧填报\uff0c尽快报送。"
    usual = report.deadlines.submissions or max(known, key=known.count)
    rest = "另有期限的单位见附件2。" if any(day != usual for day in days) else ""
    return f"请于{chinese_date(usual)}前报送。{rest}"


def _attachments(report: ReportFile) -> tuple[Attachment, ...]:
    """The outline, and which form is whose."""
    year = report.report.year
    outline = Attachment(1, f"{year}年度法治政府建设情况报送提纲", outline_of(report))
    forms = Attachment(2, "各单位填报表和报送期限", (_forms(report.report),))
    return outline, forms


def _forms(report: Report) -> Table:
    """Each department with the name of its form, as `form` calls the file, and its day."""
    departments = report.departments
    stems = file_stems(department.name.strip() for department in departments)
    dated = any(report.due(department) for department in departments)
    rows = [(*_HEADS, _DUE_HEAD) if dated else _HEADS]
    for number, department in enumerate(departments, 1):
        row = (str(number), normalise_line(department.name), stems[department.name.strip()])
        rows.append((*row, _day(report.due(department))) if dated else row)
    return Table(tuple(rows), widths=(*_WIDTHS, _DUE_WIDTH) if dated else _WIDTHS)


def _day(day: dt.date | None) -> str:
    return "" if day is None else chinese_date(day)
