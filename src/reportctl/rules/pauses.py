"""Rules of pauses: where a comma or full stop seems to be lost between two clauses."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reportctl.findings import Rule, Severity
from reportctl.rules.texts import TextKind
from reportctl.text.chars import LETTER

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reportctl.findings import Finding
    from reportctl.rules.context import Context
    from reportctl.rules.texts import TextSet

MISSING_PAUSE = Rule(
    "missing-pause",
    Severity.NOTE,
    "两个分句之间像是漏了标点",
    "一个分句说完了，后面紧接着另一个分句的开头（“另一方面”“全年”“严格落实”），中间没有逗号或句号。读一遍，该断的断开。",
    "text: 严格落实负责人出庭应诉制度建立定期报告制度。",
    "text: 严格落实负责人出庭应诉制度，建立定期报告制度。",
)

RULES = (MISSING_PAUSE,)

# Found by counting: none of these pairs stands in 317,000 characters of clean reports. What may be said of
# the noun before it (制度健全, 能力切实增强) is left out.
_WORDS = (
    "建设 工程 体系 水平 能力 局面 防线 文化 基础 工作 制度 机制 责任 效能 环境 行动 活动 质量 意识 职责",
    "纠纷 决策 队伍 力度 动力 改革 职能 整治 领域 监督 进度 力量 安全 管理 服务 治理 发展 公开 左右 以上",
)
_ENDS = tuple(word for line in _WORDS for word in line.split())
_DIGITS = frozenset("0123456789")
_MEASURES = frozenset("件次人名个本场起项份%")
_STARTS = re.compile(
    "另一方面|一方面|全年|全区(?=现有|共|累计|所有|各)|同时|切实(?:保障|维护|解决|履行|减轻|压实)|严格(?:落实|执行|遵守|按照|依照)"
    rf"|强化(?={LETTER}{{2}})|抓实|印发(?=《)|召开(?={LETTER}{{2}})|严厉|确保|建立"
)
# 制度建立以来 says something of what stands before it.
_GOING_ON = ("以来", "后", "健全", "完善", "起", "和", "并", "运行", "\uff0c", "。", "、", "的")
_NO_STARTS = tuple(f"建立{word}" for word in _GOING_ON)
# 139件行政案件5件; in clean text only what leads from one number to another stands so: 从28件提高到70件,
# 比上年的56件增加14件
_LISTED = re.compile(r"件(?<=[0-9]件)(?=(?P<next>[^\W\d_]{2,6})[0-9])")
_COMPARING = (*"增减升降提多少超", "上升", "下降", "同比", "环比")
_LINKING = frozenset("到至为和及与中的比含有占")
_PUNCTUATION = frozenset("\uff0c。、\uff1b\uff1a,;:\n”》\uff09")
_HEADING = 45
"""A longer one has text in it."""


def check(texts: TextSet, _: Context) -> Iterator[Finding]:
    """Clauses that begin where another has just ended."""
    text = texts.text
    for found in _STARTS.finditer(text):
        at = found.start()
        if text[at - 1] in _PUNCTUATION or not at:
            continue  # nearly always
        if not _ends_clause(text, at) or text.startswith(_NO_STARTS, at):
            continue
        unit, _start = texts.find(at)
        if unit.kind is not TextKind.HEADING or len(unit.text) > _HEADING:
            message = f"“{text[max(at - 4, 0) : at]}”和“{found.group()}”之间像是漏了标点"
            yield texts.at(MISSING_PAUSE, at - 1, at, message, "读一遍，该断的用逗号或句号断开")
    for counted in _LISTED.finditer(text):
        at = counted.end()
        words = counted["next"]
        if words.startswith(_COMPARING) or not _LINKING.isdisjoint(words):
            continue
        message = f"“{text[max(at - 4, 0) : at]}”和“{words}”之间像是漏了标点"
        yield texts.at(MISSING_PAUSE, at - 1, at, message, "并列的几项之间加“、”，两个分句之间加“，”")


def _ends_clause(text: str, at: int) -> bool:
    """Whether a clause may end at an offset: with a word of `_ENDS`, or with what is counted."""
    if text.endswith(_ENDS, 0, at):
        return True
    return text[at - 1 : at] in _MEASURES and text[at - 2 : at - 1] in _DIGITS
