"""Rules of content: shortcomings that say nothing, plans that answer nothing, last year's plans."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reportctl.findings import Rule, Severity
from reportctl.model.submission import Part
from reportctl.text.chars import LETTER

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reportctl.findings import Finding
    from reportctl.model.files import Submission
    from reportctl.model.submission import Item
    from reportctl.rules.context import Context

VAGUE = Rule(
    "vague-shortcoming",
    Severity.NOTE,
    "不足写得空泛",
    "这条不足没有一个数字，也没有提到具体的文件、案卷、场所。写清楚是哪里、有多少，领导才能判断轻重。",
    "shortcomings:\n  - {heading: 法治意识有待提高, text: 部分干部的法治思维需更新。, cause: 学习不够。}",
    "shortcomings:\n  - {heading: 法治意识有待提高, text: 20名干部中有6名测试不合格。, cause: 学习不够。}",
)
UNANSWERED = Rule(
    "unanswered-shortcoming",
    Severity.NOTE,
    "不足没有对应的安排",
    "下年安排里看不出怎样解决这条不足。查出问题、不列措施，督察时会被追问。",
    "shortcomings:\n  - {heading: 听证场所不规范, text: 全年有6次借用会议室。, cause: 用房紧张。}\n"
    "plans:\n  - {heading: 开展普法宣传, text: 开展宣传5场。}",
    "shortcomings:\n  - {heading: 听证场所不规范, text: 全年有6次借用会议室。, cause: 用房紧张。}\n"
    "plans:\n  - {heading: 改造听证场所, text: 建成听证室1间。}",
)
THIN = Rule(
    "thin-shortcomings",
    Severity.NOTE,
    "不足写得太少",
    "不足的篇幅不到成效的二十分之一。上级要求问题导向，请看看是不是还有该写的没有写。",
    "achievements:\n  - text: " + "开展执法检查并督促整改。评查案卷115本。" * 45 + "\n"
    "shortcomings:\n  - {heading: 装备老旧, text: 有3台停产。, cause: 缺钱。}",
    "achievements:\n  - text: 评查案卷115本。\n"
    "shortcomings:\n  - {heading: 装备老旧, text: 有3台停产。, cause: 缺钱。}",
)
UNANSWERED_PLAN = Rule(
    "unanswered-plan",
    Severity.NOTE,
    "上年计划没有写结果",
    "表单里列着上年报过的计划，今年的成效里看不出它完成得怎样。写上结果；没有完成的，写进不足。",
    "# 上年计划：改造听证场所。建成听证室1间。\nachievements:\n  - {heading: 开展普法, text: 宣传5场。}",
    "# 上年计划：改造听证场所。建成听证室1间。\nachievements:\n  - {heading: 改造听证场所, text: 建成1间。}",
)
LAST_YEARS_TEXT = Rule(
    "last-years-text",
    Severity.WARNING,
    "照抄了上年的计划",
    "成效里有一句话和上年的计划一字不差。计划是打算做的，成效要写做成了什么、有什么结果。",
    "# 上年计划：改造听证场所。争取经费并建成独立的行政复议听证室。\n"
    "achievements:\n  - {heading: 改造听证场所, text: 争取经费并建成独立的行政复议听证室。}",
    "# 上年计划：改造听证场所。争取经费并建成独立的行政复议听证室。\n"
    "achievements:\n  - {heading: 改造听证场所, text: 行政复议听证室已于9月建成使用。}",
)
LONG_SUBMISSION = Rule(
    "long-submission",
    Severity.NOTE,
    "材料太长",
    "一个部门的材料超过 8000 字（report.yaml 的 rules 里用 limits 改）。"
    "全区汇总只用其中一小部分，压缩到要点。",
    "（正文合计9000字）",
    "（正文合计2000字）",
)

RULES = (VAGUE, UNANSWERED, THIN, UNANSWERED_PLAN, LAST_YEARS_TEXT, LONG_SUBMISSION)
OF_SEVERAL_ITEMS = frozenset({UNANSWERED.code, THIN.code, UNANSWERED_PLAN.code})
"""What these say of one item rests on what others say."""

_CONCRETE = re.compile(
    "[0-9《“一二三四五六七八九十两](?:(?<=[0-9])|(?<=[《“])|[个名件次起处人所项家台本间成条支份])"
)
_HAN = re.compile(f"{LETTER}+")
# Words that every shortcoming and every plan has.
_PAIRS = (
    "法治建设工作加强不足有待待提提高提升存在不够力度部分全面进一一步需要还需仍需推进完善健全落实开展"
    "行政政府依法亟待水平能力强化深入不强不高薄弱较为相对问题方面有所情况一是"
)
_EMPTY = frozenset(_PAIRS[at : at + 2] for at in range(0, len(_PAIRS), 2))
_LEAST_SHARE = 20
_LEAST_LENGTH = 800
_REMARK = "# 上年计划"
_LAST_YEAR = re.compile(r"#[ ]?上年计划[\uff1a:][ ]*(?P<plan>[^\r\n]+)")
_SENTENCE = 12


def check(submission: Submission, context: Context) -> Iterator[Finding]:
    """The shortcomings and plans of one submission, and its length."""
    data = submission.data
    if data.shortcomings:
        planned = "\n".join(item.words for item in data.plans)
        for index, item in enumerate(data.shortcomings):
            yield from _shortcoming(submission, index, item, planned)
    yield from _lengths(submission, context)
    if _REMARK in submission.source.text:
        yield from _last_year(submission)


def _shortcoming(submission: Submission, index: int, item: Item, planned: str) -> Iterator[Finding]:
    words = item.words
    if not words.strip():
        return
    name = (item.heading or item.text)[:20]
    if _CONCRETE.search(words) is None:
        message = f"不足“{name}”没有数字，也没有具体的对象"
        yield _at(VAGUE, submission, index, message, "写清楚是哪里、有多少")
    if planned.strip() and not _is_answered(item, planned):
        message = f"不足“{name}”在下年安排里没有对应的措施"
        yield _at(UNANSWERED, submission, index, message, "在 plans（下年安排）里写上怎样解决")


def _at(rule: Rule, submission: Submission, index: int, message: str, hint: str) -> Finding:
    span = submission.start_span((Part.SHORTCOMINGS.value, index))
    return rule.at(span, message, hint, department=submission.name)


def _is_answered(item: Item, planned: str) -> bool:
    """Whether the plans share a word of the heading, or two of the text: a word is two characters here."""
    if any(pair in planned for pair in _pairs(item.heading)):
        return True
    first = ""
    for pair in _pairs(item.text + item.cause):
        if pair != first and pair in planned:
            if first:
                return True
            first = pair
    return False


def _pairs(text: str) -> Iterator[str]:
    """All neighbouring characters that may be words with some content."""
    for run in _HAN.findall(text):
        for at in range(len(run) - 1):
            pair = run[at : at + 2]
            if pair not in _EMPTY:
                yield pair


def _lengths(submission: Submission, context: Context) -> Iterator[Finding]:
    data = submission.data
    limit = context.limits.submission
    done = sum(_length(item) for item in data.achievements)
    wanting = sum(_length(item) for item in data.shortcomings)
    others = (*data.plans, *data.leadership, *data.other)
    file = submission
    if done > _LEAST_LENGTH and 0 < wanting * _LEAST_SHARE < done:
        message = f"不足共 {wanting} 字，成效 {done} 字"
        span = file.key_span((Part.SHORTCOMINGS.value,))
        yield THIN.at(span, message, "看看是不是还有该写的问题没有写", department=submission.name)
    total = done + wanting + sum(map(_length, others))
    if total > limit:
        message = f"材料共 {total} 字，超过 {limit} 字"
        span = file.start_span(())
        yield LONG_SUBMISSION.at(span, message, "压缩到要点", department=submission.name)


def _length(item: Item) -> int:
    return len(item.heading) + len(item.text) + len(item.cause) + sum(map(len, item.points))


def _last_year(submission: Submission) -> Iterator[Finding]:
    """Last year's plans, which `init --from` leaves as remarks, against this year's achievements."""
    data = submission.data
    told = "\n".join(item.words for item in (*data.achievements, *data.shortcomings))
    sentences = {sentence for sentence in told.replace("\n", "。").split("。") if len(sentence) >= _SENTENCE}
    source = submission.source
    for found in _LAST_YEAR.finditer(source.text):
        plan = found["plan"].strip()
        heading, _, rest = plan.partition("。")
        span = source.span(*found.span("plan"))
        copied = next((sentence for sentence in rest.split("。") if sentence in sentences), "")
        if copied:
            message = f"“{copied[:20]}”和上年的计划一字不差"
            yield LAST_YEARS_TEXT.at(span, message, "写做成了什么、有什么结果", department=submission.name)
        elif not _is_told(heading, told):
            message = f"上年计划“{heading[:20]}”没有写结果"
            yield UNANSWERED_PLAN.at(
                span, message, "写上结果；没有完成的，写进不足", department=submission.name
            )


def _is_told(heading: str, told: str) -> bool:
    pairs = tuple(_pairs(heading))
    return not pairs or sum(pair in told for pair in pairs) * 2 >= len(pairs)
