"""反馈: what is to be mended in a department's material, with the words it means and where they stand."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from reportctl.collect.form_words import in_form_words
from reportctl.document import Attachment, Merge, Table, chinese_date
from reportctl.findings import Severity
from reportctl.letters.paper import LetterText, Prose
from reportctl.rules.roster import SECOND_SUBMISSION
from reportctl.sources.codes import NOT_TEXT
from reportctl.text.ends import close
from reportctl.text.numbers import chapter_number

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from reportctl.document import Block
    from reportctl.letters.paper import Sender
    from reportctl.letters.passages import QuotedPassage
    from reportctl.letters.reminding import PlacedRemark, Reminder

_TABLE = "修改意见表"
_HEADS = ("序号", "位置", "原文", "问题和改法")
_WIDTHS = (3.5, 8.0, 11.0, 12.0)
_PROSE = frozenset({1, 2, 3})

_FOR_DEPARTMENTS = {
    SECOND_SUBMISSION.code: "交来了两份材料\uff0c不知道以哪一份为准。改法\uff1a请说明用哪一份。",
    NOT_TEXT.code: (
        "文件打不开\uff1a它不是网页或者记事本保存的文件。改法\uff1a请发 Word 原文件\uff0c或者重新填写填报表。"
    ),
}
"""What is said to a department where the words of the rule are for the official, who knows the folder."""


class RemarkGroup(NamedTuple):
    """Remarks that ask for the same: what they are called, and whether the department is to do something."""

    title: str
    asks: bool
    remarks: tuple[PlacedRemark, ...]

    @property
    def passages(self) -> Iterator[tuple[QuotedPassage, tuple[str, ...]]]:
        """The passages in order, each with what is said of it; the same said twice stands once, counted."""
        for passage, own in groupby(self.remarks, key=lambda remark: remark.passage):
            counts = Counter(map(_said, own))
            yield (
                passage,
                tuple(f"{said}（{count} 处）" if count > 1 else said for said, count in counts.items()),
            )


def _is_mended(remark: PlacedRemark) -> bool:
    """Whether it is a mark, a number or the like that the program mends when it is asked to."""
    return remark.finding.severity is Severity.WARNING and bool(remark.finding.fix)


_GROUPS: tuple[tuple[str, bool, Callable[[PlacedRemark], bool]], ...] = (
    ("需要修改的", True, lambda remark: remark.finding.severity is Severity.ERROR),
    (
        "需要核对的",
        True,
        lambda remark: remark.finding.severity is Severity.WARNING and not _is_mended(remark),
    ),
    ("汇总时统一改正、不必重报的", False, _is_mended),
    ("供参考的", False, lambda remark: remark.finding.severity is Severity.NOTE),
)
"""The groups of a 反馈 in their order: every remark belongs to one of them."""


def feed_back(reminder: Reminder, year: int, sender: Sender, *, tabular: bool) -> LetterText:
    """The 反馈 for a department; its remarks stand in 附件, as a table or, for plain text, as paragraphs."""
    groups = tuple(_grouped(reminder.remarks))
    told = "\uff0c".join(f"{group.title}有{len(group.remarks)}处" for group in groups)
    prose = Prose("text")
    prose.paragraph(
        f"你单位报送的{year}年度法治政府建设情况材料{_received(reminder)}已收到。经核对\uff0c{told}"
        f"\uff08见附件\uff09。{_wanted(reminder, groups)}"
    )
    if any(group.asks for group in groups):
        prose.paragraph(sender.way)
    prose.paragraph(f"有不清楚的地方\uff0c请联系询问。{sender.asked}。" if sender.asked else "")
    prose.closing("特此函告。")
    content = (_table(groups),) if tabular else _paragraphs(groups)
    return LetterText(
        f"关于{year}年度法治政府建设情况材料修改意见的函",
        reminder.department,
        prose.blocks,
        (Attachment(0, _TABLE, content),),
    )


def _grouped(remarks: Iterable[PlacedRemark]) -> Iterator[RemarkGroup]:
    """The groups that have any remarks."""
    for title, asks, belongs in _GROUPS:
        own = tuple(filter(belongs, remarks))
        if own:
            yield RemarkGroup(title, asks, own)


def _received(reminder: Reminder) -> str:
    """Which of a department's hand-ins is meant."""
    if reminder.original is None:
        return ""
    receipt = reminder.original.receipt
    day = chinese_date(dt.datetime.fromisoformat(receipt.at).date())
    return f"\uff08“{receipt.name}”\uff0c{day}收到的第{receipt.version}版\uff09"


def _wanted(reminder: Reminder, groups: Iterable[RemarkGroup]) -> str:
    if not any(group.asks for group in groups):
        return "请了解\uff0c不需要重新报送。"
    due = reminder.standing.due
    until = "尽快" if due is None or reminder.overdue else f"于{chinese_date(due)}前"
    return f"请在原来的文件上改好\uff0c{until}重新报送整份材料。"


def _table(groups: Iterable[RemarkGroup]) -> Table:
    """A row a passage, below a row for each group."""
    rows: list[tuple[str, ...]] = [_HEADS]
    merged, strong = [], set()
    number = 0
    for count, group in enumerate(groups, 1):
        merged.append(Merge(len(rows), 0, 1, len(_HEADS)))
        strong.add((len(rows), 0))
        rows.append((_heading(count, group), *("",) * (len(_HEADS) - 1)))
        for passage, said in group.passages:
            number += 1
            rows.append((str(number), passage.place, passage.sentence, "\n".join(said)))
    return Table(tuple(rows), 1, _WIDTHS, strong=frozenset(strong), merged=tuple(merged), prose=_PROSE)


def _paragraphs(groups: Iterable[RemarkGroup]) -> tuple[Block, ...]:
    """The same for plain text, which has no columns: where, the words, what is said of them."""
    prose = Prose("remarks", attached=True)
    for group in groups:
        prose.heading(f"{group.title}\uff08{len(group.remarks)}处\uff09")
        for passage, said in group.passages:
            prose.item(passage.place, f"原文\uff1a“{passage.sentence}”" if passage.sentence else "")
            for text in said:
                prose.paragraph(text)
    return prose.blocks


def _heading(count: int, group: RemarkGroup) -> str:
    return f"{chapter_number(count)}{group.title}\uff08{len(group.remarks)}处\uff09"


def _said(remark: PlacedRemark) -> str:
    """What is wrong and what to do, in the words of the form."""
    finding = remark.finding
    if finding.code in _FOR_DEPARTMENTS:
        return _FOR_DEPARTMENTS[finding.code]
    problem = close(in_form_words(finding.message))
    return f"{problem}改法\uff1a{close(in_form_words(finding.hint))}" if finding.hint else problem
