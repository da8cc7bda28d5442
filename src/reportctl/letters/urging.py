"""催报: that a department's material is not there, until when it is due, what to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportctl.collect.form_words import in_form_words
from reportctl.document import chinese_date
from reportctl.letters.paper import LetterText, Prose
from reportctl.project.status import State
from reportctl.text.ends import close

if TYPE_CHECKING:
    import datetime as dt

    from reportctl.collect.ledger import Receipt
    from reportctl.letters.paper import Sender
    from reportctl.letters.reminding import Reminder

_ASKED_OF_SENDERS = ("请部门", "请对方")
_HOW = (
    "请填写下发的填报表\uff0c经单位负责人审核后\uff0c报送 Word 原文件或者网页保存的文件\uff1b"
    "确实没有内容的部分\uff0c写明“无”。"
)


def urge(reminder: Reminder, year: int, sender: Sender, date: dt.date | None) -> LetterText:
    """The 催报 for a department, dated or not: only a dated one says how many days have passed."""
    prose = Prose("text")
    prose.paragraph(_owed(reminder, year, date))
    for text in map(_put_aside, reminder.pending):
        prose.paragraph(text)
    prose.paragraph(_HOW)
    prose.paragraph(sender.way)
    prose.paragraph(f"已经报送或者有疑问的\uff0c请联系核对。{sender.asked}。" if sender.asked else "")
    prose.closing("特此函告。")
    title = f"关于催报{year}年度法治政府建设情况材料的函"
    return LetterText(title, reminder.department, prose.blocks)


def _owed(reminder: Reminder, year: int, date: dt.date | None) -> str:
    due = reminder.standing.due
    material = f"你单位{year}年度法治政府建设情况材料"
    if due is None:
        return f"{material}目前还没有收到\uff0c请抓紧填报\uff0c尽快报送。"
    if reminder.standing.state is not State.LATE:
        return f"{material}应当于{chinese_date(due)}前报送\uff0c目前还没有收到。请抓紧填报\uff0c按期报送。"
    passed = "" if date is None else f"{(date - due).days}天"
    past = f"已经超过期限{passed}" if passed else "已经超过期限"
    return (
        f"{material}应当于{chinese_date(due)}前报送\uff0c{past}\uff0c仍然没有收到。请抓紧填报\uff0c尽快报送。"
    )


def _put_aside(receipt: Receipt) -> str:
    """A hand-in that could not be taken, with what the official was told to ask its sender for."""
    remedy = in_form_words(receipt.note)
    for asked in _ASKED_OF_SENDERS:
        remedy = remedy.replace(asked, "请")
    remedy = close(remedy) if remedy else ""
    return f"你单位报来的“{receipt.name}”没有能够收下\uff1a{close(receipt.result)}{remedy}"
