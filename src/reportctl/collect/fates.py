"""What becomes of each stretch of a document: every character is claimed once, or it is reported."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from reportctl.collect import codes
from reportctl.collect.phrases import CAUSE_LEAD
from reportctl.text.chars import WHITE_CHARACTERS
from reportctl.text.numbers import strip_number

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reportctl.collect.lines import SourceDocument
    from reportctl.collect.passage import Passage
    from reportctl.findings import Finding, Rule, Span

_EXCERPT = 60  # characters of a text that a message quotes
_GLUE = re.compile(
    f"[{re.escape(WHITE_CHARACTERS)}。、.\uff0e\uff0c,\uff1a:\uff1b;|\uff08\uff09()\\-—★☆●◆■▲▶►➢✓√•·]+"
)
_PARTING = f"{WHITE_CHARACTERS}。、.\uff0e\uff0c,\uff1a:\uff1b;\uff09)"
_ORDINAL = re.compile(
    "^(?:[一二三四五六七八九十]{1,3}[是要]|第[一二三四五六七八九十]{1,3}(?:部分|章|篇)"
    "|[0-9]+(?:[.\uff0e][0-9]+)+|[0-9]{1,2}[ \u3000\t]+$)"
)
_LABEL = re.compile(rf"^(?:{CAUSE_LEAD}|(?:具体|主要|问题)?表现|表现为)$")


class Fate(StrEnum):
    """What a stretch of a document is, if it is no item's text."""

    ITEM = "条目"
    TITLE = "标题"
    BYLINE = "标题下的署名"
    ADDRESSEE = "主送"
    OPENING = "导语"
    HEADING = "标题层次"
    LEAD_IN = "引出下文的话"
    CLOSING = "结语"
    SIGNATURE = "署名"
    DATE = "日期"
    IMPRINT = "版记"
    CONTACT = "联系人"
    CONTENTS = "目录"
    ATTACHMENT = "附件"
    FIELD = "表头栏"
    INSTRUCTION = "填写说明"
    FIGURES = "数据"
    NOTHING = "无"
    REPORTED = "已提示"


@dataclass(frozen=True, slots=True)
class ReadingRemark:
    """What a person should know about a place of the original: a finding in the making.

    `paragraph` counts from 1; 0 stands for the document as a whole.
    """

    rule: Rule
    paragraph: int
    message: str
    hint: str = ""

    def finding(self, span: Span, department: str | None = None) -> Finding:
        """The finding at `span`, which leads to the original; its line is the paragraph's number."""
        place = span._replace(line=max(1, self.paragraph), end_line=max(1, self.paragraph))
        return self.rule.at(place, self.message, self.hint, department=department)


@dataclass(slots=True)
class Fates:
    """The claims made on a document while it is read, and the remarks on it."""

    document: SourceDocument
    claims: list[tuple[Fate, Passage]] = field(default_factory=list)
    remarks: list[ReadingRemark] = field(default_factory=list)

    def claim(self, fate: Fate, passage: Passage) -> None:
        """Say what a passage is."""
        if passage.stretches:
            self.claims.append((fate, passage))

    def remark(self, rule: Rule, position: int, message: str, hint: str = "") -> None:
        """Remark on a line, by its position."""
        lines = self.document.lines
        paragraph = lines[position].paragraph if 0 <= position < len(lines) else 0
        self.remarks.append(ReadingRemark(rule, paragraph, message, hint))

    def report(self, rule: Rule, passage: Passage, message: str, hint: str = "") -> None:
        """Remark on a passage, whose fate that is."""
        self.claim(Fate.REPORTED, passage)
        self.remark(rule, passage.first, message, hint)

    def unclaimed(self) -> Iterator[tuple[int, str]]:
        """The lines of which some text has no fate, with that text.

        Numbers, marks and the words before a cause are no text: they only lead to what stands behind them.
        """
        taken: dict[int, list[tuple[int, int]]] = {}
        for _, passage in self.claims:
            for stretch in passage.stretches:
                taken.setdefault(stretch.line, []).append((stretch.start, stretch.start + len(stretch.text)))
        for position, line in enumerate(self.document.lines):
            start = line.number
            left: list[str] = []
            for first, behind in sorted(taken.get(position, ())):
                left.append(line.text[start:first])
                start = max(start, behind)
            left.append(line.text[start:])
            lost = "".join(piece for piece in left if not is_glue(piece))
            if lost:
                yield position, lost

    def settle(self) -> None:
        """Report what has no fate, so that nothing is lost in silence."""
        for position, lost in self.unclaimed():
            self.remark(
                codes.UNREAD_TEXT,
                position,
                f"这段文字没有写进任何一条：“{excerpt(lost)}”",
                "如果要写进报告，请在原件里给它加上标题或序号后再交，或者直接补进材料",
            )


def is_glue(text: str) -> bool:
    """Whether a text is nothing but numbers, marks and the words that lead to a cause."""
    before = None
    while text != before:
        before = text
        text = _ORDINAL.sub("", strip_number(text).lstrip(_PARTING))
    rest = _GLUE.sub("", text)
    return not rest or _LABEL.match(rest) is not None


def excerpt(text: str) -> str:
    """A text as a message quotes it."""
    text = " ".join(text.split())
    return text if len(text) <= _EXCERPT else f"{text[:_EXCERPT]}……"
