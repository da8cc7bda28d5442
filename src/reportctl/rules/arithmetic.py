"""Rules of arithmetic: parts against their whole, percentages against their numbers, what no number says."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from reportctl.findings import Rule, Severity
from reportctl.rules.quantities import PATTERN, UNIT, Quantity, of_match, plain, quantities
from reportctl.text.chars import LETTER

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reportctl.findings import Finding
    from reportctl.rules.context import Context
    from reportctl.rules.texts import TextSet

PARTS_EXCEED = Rule(
    "parts-exceed",
    Severity.WARNING,
    "分项比总数多",
    "“其中”后面的分项，一项大于总数，或几项相加大于总数。核对数字。",
    "text: 受理法律援助案件495件，其中刑事案件351件、民事案件193件、行政案件5件。",
    "text: 受理法律援助案件495件，其中刑事案件351件、民事案件139件、行政案件5件。",
)
PARTS_FALL_SHORT = Rule(
    "parts-fall-short",
    Severity.NOTE,
    "分项相加比总数略少",
    "“其中”后面列了几项，相加只比总数少一点，可能打错了一个数字。分项本来就没有列全的，不用改，或在末尾加“等”。",
    "text: 受理案件276件，其中刑事案件216件、民事案件50件。",
    "text: 受理案件276件，其中刑事案件226件、民事案件50件。",
)
RATE_MISMATCH = Rule(
    "rate-mismatch",
    Severity.WARNING,
    "比率和数字对不上",
    "前面的两个数相除，得不出后面写的百分比。“99%以上”“95%左右”按它的意思比较。",
    "text: 受理案件100件，办结95件，办结率98%。",
    "text: 受理案件100件，办结95件，办结率95%。",
)
RATE_OVER = Rule(
    "rate-over-hundred",
    Severity.WARNING,
    "比率超过100%",
    "满意率、覆盖率、合格率这样的比率不会超过100%。",
    "text: 群众满意率达到198.5%。",
    "text: 群众满意率达到98.5%。",
)
STACKED = Rule(
    "stacked-approximation",
    Severity.NOTE,
    "约数词重复",
    "“约”“近”“超”与“余”“多”“左右”“以上”只用一个（GB/T 15835）。",
    "text: 发放资料近3000余份。",
    "text: 发放资料近3000份。",
)
TIMES_LESS = Rule(
    "times-less",
    Severity.WARNING,
    "减少用了倍数",
    "增加可以说几倍，减少只能说几成、百分之几。",
    "text: 投诉量比上年下降了2倍。",
    "text: 投诉量比上年下降了66.7%。",
)

RULES = (PARTS_EXCEED, PARTS_FALL_SHORT, RATE_MISMATCH, RATE_OVER, STACKED, TIMES_LESS)

# 比上年增加50件，其中……: the parts are of the whole that has been named before.
_CHANGE = re.compile("(?:同比|[比较][^\uff0c。\uff1b,\n]{0,8})(?:增加|增长|增|减少|下降|减|多|少)了?\\Z")
_AVERAGE = re.compile("[每均]")
_SHORT = 10
"""Parts that leave out less than a tenth of the whole look like a slip."""

_WHOLE = re.compile(rf"{PATTERN}(?:[\uff0c,]?其中|[\uff08(](?:其中|(?=[^0-9\uff09)\n]{{1,12}}[0-9])))")
_WHOLE_SIGNS = ("其中", "件\uff08", "人\uff08", "次\uff08")
_LABEL = "[^0-9\uff0c。\uff1b、,;()\uff08\uff09\n]{1,16}"
_LIST = re.compile(rf"[\uff1a:]?(?:{_LABEL}[0-9.]+[余多]?[万亿]?[余多]?(?:{UNIT})[、和及\uff0c,]?){{2,}}")
_RATE = re.compile(
    r"率(?:均|都|约|近|超|超过|为|是|达|达到|达至|在|已达|稳定在|保持在|提升到|提高到|提升至|提高至|高达){0,2}"
    r"(?P<near>[约近超]?)(?P<rate>[0-9]+(?:\.[0-9]+)?)[%\uff05](?P<tail>以上|左右|以内)?"
)
_NEVER_OVER = (
    *("满意", "覆盖", "成功", "公开", "出庭", "应诉", "合格", "优秀", "知晓", "审核", "整改", "参考", "到位"),
    *("公示", "持证", "达标", "普及", "采纳", "通过", "准确", "按时", "按期", "网办", "可办", "应援", "签约"),
    *("回复", "答复", "销号", "上岗", "备案", "入格", "参训", "到课", "及格", "普法", "见面", "录入", "报备"),
    *("调解", "化解"),
)
_ABOUT = "约近超逾"
_REACHED = frozenset("过为达")
# Behind 约 or 近: 3000余份, 1.7万多人, 95%左右, 30人上下.
_ROUNDED = re.compile(
    rf"[0-9](?:[0-9.]*(?:[余多][万亿千]?|[万亿千][余多])(?={LETTER})"
    r"|[0-9.]*%(?:左右|上下|以上)"
    rf"|(?<![超过][0-9])[0-9.]*[万亿千]?{LETTER}{{1,2}}(?:左右|上下|以上))"
)
_LESS = re.compile(r"(?:下降|减少|降低|缩减|压缩|缩短)了?[0-9.]+倍")
_SENTENCE_ENDS = "。\uff1b;\n"
_NEAR = Decimal(2)
"""左右 and 约 leave two percentage points."""


def check(texts: TextSet, _: Context) -> Iterator[Finding]:
    """Sums, rates, approximations and multiples."""
    yield from _sums(texts)
    yield from _rates(texts)


def _sums(texts: TextSet) -> Iterator[Finding]:
    """Every whole that names its parts."""
    text = texts.text
    if not any(sign in text for sign in _WHOLE_SIGNS):
        return
    for found in _WHOLE.finditer(text):
        whole = of_match(found)
        if (
            whole is None
            or _AVERAGE.search(text, max(whole.start - 8, 0), whole.start)
            or _CHANGE.search(text, max(whole.start - 16, 0), whole.start)
        ):
            continue
        listed = _LIST.match(text, found.end())
        if listed is not None:
            yield from _listed(texts, whole, listed)
        else:
            yield from _single(texts, whole, found.end())


def _single(texts: TextSet, whole: Quantity, start: int) -> Iterator[Finding]:
    """The one part that follows: not above the whole."""
    found = re.compile(f"{_LABEL}?{PATTERN}").match(texts.text, start)
    part = None if found is None else of_match(found)
    if found is None or part is None:
        return
    if part.unit == whole.unit and part.value > whole.value and not (part.is_rough or whole.is_rough):
        yield _exceeds(texts, whole, found.start("number"), found.end(), plain(part.value))


def _listed(texts: TextSet, whole: Quantity, listed: re.Match[str]) -> Iterator[Finding]:
    """Parts that stand in a row: those joined by 、 exclude each other, those joined by ， may not."""
    parts = tuple(quantities(texts.text, listed.start(), listed.end()))
    same = [part for part in parts if part.unit == whole.unit]
    if len(same) < len(parts) or whole.is_rough or any(part.is_rough for part in parts):
        return
    start, end = parts[0].start, parts[-1].end
    greatest = max(parts, key=lambda part: part.value)
    if greatest.value > whole.value:
        yield _exceeds(texts, whole, greatest.start, greatest.end, plain(greatest.value))
        return
    between = texts.text[start:end]
    total = sum((part.value for part in parts), start=whole.value * 0)
    if total == whole.value:
        return
    if total > whole.value and ("\uff0c" not in between or _are_alike(texts.text, listed.start(), parts)):
        yield _exceeds(texts, whole, start, end, f"相加 {plain(total)}")
    elif (
        "\uff0c" not in between
        and falls_short(whole.value, total)
        and texts.text[end : end + 1] not in _GOES_ON
    ):
        missing = plain(whole.value - total)
        message = f"分项相加 {plain(total)}，比总数 {plain(whole.value)} 少 {missing}"
        yield texts.at(PARTS_FALL_SHORT, start, end, message, "核对数字；没有列全的不用改")


def _are_alike(text: str, start: int, parts: tuple[Quantity, ...]) -> bool:
    """Whether parts joined by ， are of one kind, 刑事案件 and 民事案件: 女性 and 党员 may be the same."""
    starts = (start, *(part.end for part in parts))
    return len({text[first : part.start][-2:] for first, part in zip(starts, parts, strict=False)}) == 1


def falls_short(whole: Decimal, total: Decimal) -> bool:
    """Whether parts leave out so little of the whole that a number may be wrong."""
    return 0 < (whole - total) * _SHORT < whole


_GOES_ON = frozenset("等以左多余")


def _exceeds(texts: TextSet, whole: Quantity, start: int, end: int, what: str) -> Finding:
    message = f"分项{what}，比总数 {plain(whole.value)} 多"
    return texts.at(PARTS_EXCEED, start, end, message, "核对总数和分项的数字")


def _rates(texts: TextSet) -> Iterator[Finding]:
    """Rates, approximations and multiples."""
    text = texts.text
    if "率" in text:
        for found in _RATE.finditer(text):
            yield from _rate(texts, found)
    for about in _ABOUT:
        at = text.find(about)
        while at >= 0:
            number = at + 2 if text[at + 1 : at + 2] in _REACHED else at + 1
            if rounded := _ROUNDED.match(text, number):
                message = f"“{text[at : rounded.end()]}”里约数词重复"
                yield texts.at(STACKED, at, rounded.end(), message, "只留一个约数词")
            at = text.find(about, at + 1)
    if "倍" in text:
        for found in _LESS.finditer(text):
            yield texts.at(TIMES_LESS, *found.span(), f"“{found.group()}”：减少不能用倍数", "改用百分之几")


def _rate(texts: TextSet, found: re.Match[str]) -> Iterator[Finding]:
    text = texts.text
    rate = Decimal(found["rate"])
    name = text[max(found.start() - 4, 0) : found.start()]
    start, end = found.span("rate")
    # a line may end before 率
    if rate > 100 and name.removesuffix("\n").endswith(_NEVER_OVER):
        message = f"“{name[-2:]}率”{rate}%，超过了100%"
        yield texts.at(RATE_OVER, start, end + 1, message, "核对数字，看看小数点、位数")
        return
    pair = _pair(text, found.start(), name)
    if pair is None:
        return
    part, whole = pair
    true = part * 100 / whole
    if not agrees(true, rate, found):
        message = f"{part} ÷ {whole} = {true:.1f}%，写的是 {found['rate']}%"
        yield texts.at(RATE_MISMATCH, start, end + 1, message, "核对两个数和百分比")


def _pair(text: str, at: int, name: str) -> tuple[Decimal, Decimal] | None:
    """The part and the whole right before a rate that is named after the part: 办结95件，办结率."""
    first = max(text.rfind(mark, 0, at) for mark in _SENTENCE_ENDS) + 1
    if name[-2:] not in text[first : at - 2]:
        return None  # nearly always
    found = list(quantities(text, max(first, at - 80), at))
    if len(found) < 2:
        return None
    whole, part = found[-2:]
    label = text[whole.end : part.start]
    last = part
    named = _is_named(label, name)
    if not named and _says_due(label):
        # the part first, then what was due: 办结90件，应办120件，办结率
        whole, part = part, whole
        named = _is_named(text[first : part.start], name)
    if not named or part.unit != whole.unit or part.is_rough or whole.is_rough:
        return None
    if part.value > whole.value or not whole.value or len(text[last.end : at]) > 8:
        return None
    return part.value, whole.value


def _is_named(label: str, name: str) -> bool:
    """Whether what stands before a number names the rate's part."""
    return label.endswith((name[-2:], f"{name[-2:]}了", f"{name[-2:]}成功"))


def _says_due(label: str) -> bool:
    """Whether the last clause before a number says that it was to be done: 应办, 共受理案件."""
    _, comma, clause = label.replace("、", "\uff0c").replace(",", "\uff0c").rpartition("\uff0c")
    return bool(comma) and any(clause.startswith(due) and len(clause) - len(due) <= 8 for due in _DUE)


_DUE = ("应", "共受理", "受理", "共收", "收到", "总计", "共有", "全年受理")


def agrees(true: Decimal, rate: Decimal, found: re.Match[str]) -> bool:
    """Whether a rate may be written so: rounded or cut at its last digit, or as its words say."""
    if found["tail"] == "以上" or found["near"] == "超":
        return true >= rate
    if found["tail"] == "以内":
        return true <= rate
    if found["tail"] == "左右" or found["near"]:
        return abs(true - rate) <= _NEAR
    decimals = len(found["rate"].partition(".")[2])
    return abs(true - rate) < Decimal(1).scaleb(-decimals)
