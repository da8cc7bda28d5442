"""Rules of measure words: a number without one, and 其中 without the comma before it."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from reportctl.findings import Rule, Severity
from reportctl.text.chars import LETTER

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reportctl.findings import Finding
    from reportctl.rules.context import Context
    from reportctl.rules.data import Data
    from reportctl.rules.texts import TextSet

LOST_MEASURE = Rule(
    "lost-measure",
    Severity.WARNING,
    "数字后面缺少量词",
    "数字后面没有“件”“次”“人”之类的量词，多半是漏打了。",
    "text: 累计审查112，未发现违反要求的文件。",
    "text: 累计审查112件，未发现违反要求的文件。",
)
COMMA_BEFORE = Rule(
    "comma-before-part",
    Severity.WARNING,
    "“其中”前面缺少逗号",
    "“受理495件其中刑事案件351件”：“其中”前面要有逗号。",
    "text: 受理法律援助案件495件其中刑事案件351件。",
    "text: 受理法律援助案件495件，其中刑事案件351件。",
    fixable=True,
)

RULES = (LOST_MEASURE, COMMA_BEFORE)

# Numbers that count nothing: of roads and lines, codes, places in an order, series of products, scores.
_NAMED = (
    *("国道", "省道", "县道", "乡道", "村道", "线", "路", "楼", "栋", "报", "刊", "码", "号", "电话", "前"),
    *("方案", "标准", "版本", "计划", "行动", "附件", "附表", "附图", "附录", "见表", "见图", "如表", "如图"),
    *("昇腾", "鲲鹏", "麒麟", "龙芯", "神舟", "天舟", "嫦娥", "天问", "长征", "歼", "轰"),
)
_NOT_NAMED = ("航线", "线路", "目前", "之前", "以前", "日前")
_SCORED = re.compile("(?:得分|评分|分数|[指系]数|成绩|满分)(?:为|是|达到?)?$")
_NOT_BEFORE = frozenset("第.·-—/:\uff1a\u2236+＋~～_#月日（(“《〔[×*=")
_HOT_LINE = re.compile("12[0-9]{3}|9[56][0-9]{3}|0[0-9]+|211|985")
# 110报警 and 急救120 are telephones, 110老旧街区 lack their 个.
_EMERGENCY = re.compile("11[09]|12[02]")
_CALLED = frozenset("话线打报警救助通")
_CALLS = (
    *("急救", "接警", "报警", "出警", "消防", "指挥", "调度"),
    *("热线", "电话", "平台", "宣传", "联动", "事故"),
)
# 从8降到5 and 保5争3 count what has been named; a rate or number may be 0.
_COMPARED = frozenset("从争金银铜")
_REACHED = frozenset("到至为")
_FROM = re.compile(r"[从由][0-9.]{1,6}[^\uff0c。\uff1b,;\n]{0,4}\Z")
_NOTHING = frozenset("为是到达至率于成")
_LONGEST = 6
# A number within a short name in quotes is part of the name: “味道360碗”.
_QUOTED_BEFORE = re.compile(r"[“《][^“”《》\uff0c。\uff1b、\n]{1,4}\Z")
_QUOTED_BEHIND = re.compile(rf"{LETTER}{{0,4}}[”》]")
_BEFORE = 6
_LAST_YEAR = "2060"
_ENDS = frozenset("\uff0c。\uff1b\uff09);,、")
# Not behind a comma, where it nearly always stands.
_OF_PART = re.compile(f"其中(?<={LETTER}其中)")
_COUNTED = frozenset("件起人名个项次场份册条家户宗例元本卷")
_DIGITS = frozenset("0123456789")
_NUMBER_ENDS = _DIGITS | frozenset("余多万亿")
_NO_PART = frozenset("之的\uff0c、")


def check(texts: TextSet, context: Context) -> Iterator[Finding]:
    """Numbers without a measure word, 其中 without a comma."""
    text = texts.text
    number = _number(context.data)
    for found in number.pattern.finditer(text):
        start, end = found.span()
        if number.words.allowed(text, end):
            continue
        while text[start - 1 : start] == "," and text[start - 2 : start - 1].isdecimal():
            start -= 2
            while text[start - 1 : start].isdecimal():
                start -= 1
        if text[start - 1 : start] not in _NOT_BEFORE and _is_counted(text, start, end):
            before = text[max(start - 4, 0) : start].rpartition("\n")[2]
            message = f"“{before}{text[start:end]}”后面缺少量词"
            yield texts.at(LOST_MEASURE, start, end, message, "补上“件”“次”“人”之类的量词")
    for found in _OF_PART.finditer(text):
        at = found.start()
        if _lacks_comma(text, at):
            message = f"“{text[at - 1]}其中”之间缺少逗号"
            yield texts.at(COMMA_BEFORE, at, at + 1, message, "在“其中”前面加“，”", fix="\uff0c其")


def _lacks_comma(text: str, at: int) -> bool:
    """Whether 其中 at an offset stands behind a number, 495件 or 30人次, and before a part of it."""
    behind = text[at + 2 : at + 3]
    if not behind or behind in _NO_PART or text[at - 1] not in _COUNTED:
        return False
    number = text[max(at - 3, 0) : at]
    return number[-2:-1] in _NUMBER_ENDS or (number[:1] in _DIGITS and number.endswith("人次"))


def _is_counted(text: str, start: int, end: int) -> bool:
    """Whether a number without a measure word counts something: a telephone, a year, a road does not."""
    number = text[start:end]
    is_year = len(number) == 4 and number.isdecimal() and "1900" <= number <= _LAST_YEAR
    if is_year or len(number) > _LONGEST or _HOT_LINE.fullmatch(number):
        return False
    before = text[max(start - _BEFORE, 0) : start].rpartition("\n")[2]
    if not before:
        # a single digit there is a typed number
        return len(number) > 1 and text[end : end + 1] not in _ENDS
    last = before[-1]
    if last.isascii() or _is_named(before):
        return False
    if _EMERGENCY.fullmatch(number) and (last in _CALLED or text.startswith(_CALLS, end)):
        return False
    if (number == "0" and last in _NOTHING) or last in _COMPARED:
        return False
    if last in _REACHED and _FROM.search(text, max(start - 12, 0), start - 1):
        return False
    return _QUOTED_BEFORE.search(before) is None or _QUOTED_BEHIND.match(text, end) is None


def _is_named(before: str) -> bool:
    """Whether what stands before a number has it as a name or is a score."""
    named = before.endswith(_NAMED) and not before.endswith(_NOT_NAMED)
    return named or _SCORED.search(before) is not None


class MeasureWords:
    """What may stand behind a number, and before what each of it may not.

    `pattern` is the inside of a group of a regular expression, `doubtful` the class of the words of one
    character that have exceptions. They stand in the pattern with the exceptions of all of them, for fifty
    small classes take as long to compile as the patterns of ten rules: where the pattern leaves one of them
    out, `allowed` tells.
    """

    def __init__(self, data: Data) -> None:
        self._not_before: dict[str, set[str]] = {}
        plain: list[str] = []
        longer: list[str] = []
        for word, not_before in data.measures:
            if len(word) > 1:
                longer.append(re.escape(word) + (f"(?![{re.escape(not_before)}])" if not_before else ""))
            elif not_before:
                self._not_before.setdefault(word, set(not_before)).intersection_update(not_before)
            else:
                plain.append(word)
        self.doubtful = f"[{re.escape(''.join(self._not_before))}]" if self._not_before else "(?!)"
        following = re.escape("".join(sorted(set().union(*self._not_before.values()))))
        classes = [f"[{re.escape(''.join(plain))}]"] * bool(plain)
        classes += [f"{self.doubtful}(?![{following}])"] * bool(following)
        self.pattern = "|".join((*classes, *longer)) or "(?!)"

    def allowed(self, text: str, at: int) -> bool:
        """Whether the character at an offset is a measure word before the one behind it."""
        not_before = self._not_before.get(text[at : at + 1])
        return not_before is not None and text[at + 1 : at + 2] not in not_before


class _Number(NamedTuple):
    """A number behind which nothing stands that may stand there, but for what the words still allow."""

    pattern: re.Pattern[str]
    words: MeasureWords


@lru_cache(maxsize=4)
def _number(data: Data) -> _Number:
    words = MeasureWords(data)
    pattern = re.compile(
        rf"[0-9](?<![0-9][0-9])[0-9]*+(?:余|多(?![式边样]))?+(?!{words.pattern})(?=[\uff0c。\uff1b\uff09);]|{LETTER}|,(?![0-9])|、(?![0-9]))"
    )
    return _Number(pattern, words)
