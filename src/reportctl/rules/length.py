"""Rules of length: sentences, headings and items that nobody reads to their end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportctl.findings import Rule, Severity
from reportctl.rules.headings import runs_in
from reportctl.rules.texts import TextKind
from reportctl.text.paragraphs import sentences

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reportctl.findings import Finding
    from reportctl.rules.context import Context
    from reportctl.rules.texts import TextSet, TextUnit

LONG_SENTENCE = Rule(
    "long-sentence",
    Severity.NOTE,
    "句子太长",
    "一句话超过 200 字（report.yaml 的 rules 里用 limits 改），读到句末已忘了句首。"
    "在意思完整的地方用句号断开。",
    "text: " + "加强行政执法人员的教育培训，" * 15 + "成效明显。",
    "text: 加强行政执法人员的教育培训，成效明显。",
)
LONG_HEADING = Rule(
    "long-heading",
    Severity.NOTE,
    "标题太长",
    "标题超过 40 字（rules 里用 limits 改），一行排不下。压缩成一个短语。",
    "heading: 全面贯彻落实上级关于加强新时代行政执法队伍规范化专业化职业化能力建设的一系列重要部署要求",
    "heading: 加强行政执法队伍建设",
)
LONG_ITEM = Rule(
    "long-item",
    Severity.NOTE,
    "一条太长",
    "一条的正文超过 1200 字（rules 里用 limits 改）。全区几十个部门汇总，每条写要点即可。",
    "text: " + "加强行政执法人员的教育培训。全年检查20次。" * 60,
    "text: 加强行政执法人员的教育培训。",
)
RULES = (LONG_SENTENCE, LONG_HEADING, LONG_ITEM)


def check(texts: TextSet, context: Context) -> Iterator[Finding]:
    """What is longer than its limit."""
    limits = context.limits
    for unit in texts.headings:
        length = len(unit.text)
        if length > limits.heading and not runs_in(unit.text):
            message = f"标题有 {length} 字，超过 {limits.heading} 字"
            yield unit.at(LONG_HEADING, 0, length, message, "压缩成一个短语")
    if max(map(len, texts.sentences)) >= limits.sentence:
        for unit in _prose(texts):
            yield from _sentences(unit, limits.sentence)
    if max([len(unit.text) for unit in texts.units], default=0) > limits.item:
        for unit in _prose(texts):
            length = len(unit.text)
            if length > limits.item:
                message = f"这一段有 {length} 字，超过 {limits.item} 字"
                yield unit.at(LONG_ITEM, 0, 1, message, "删去过程，写做了什么、成效如何")


def _prose(texts: TextSet) -> Iterator[TextUnit]:
    return (unit for unit in texts.units if unit.kind is not TextKind.HEADING)


def _sentences(unit: TextUnit, most: int) -> Iterator[Finding]:
    for sentence in sentences(unit.text):
        length = len(sentence.text)
        if length > most:
            message = f"这句话有 {length} 字，超过 {most} 字"
            start = sentence.start
            yield unit.at(LONG_SENTENCE, start, start + 1, message, "在意思完整的地方用句号断开")
