"""Which part of a submission a heading names: by the words that offices put over their chapters."""

from __future__ import annotations

import re

from reportctl.model.submission import Part
from reportctl.text.chars import LETTER

_NOT_HAN = re.compile(f"(?!{LETTER})[^0-9]|[\u2460-\u24ff]")
_QUOTED = re.compile("《[^》]*》")

_WANT = "(?:不足|问题|短板|弱项|差距|薄弱环节|薄弱点|困难|欠缺|瓶颈)"
# Only these may stand before 问题 where 存在 does not: 整治突出问题 and 破解难点问题 are achievements.
_FRAME = (
    "(?:主要|突出|当前|目前|现阶段|工作|面临|面对|有关|法治|政府|建设"
    "|依法行政|的|中|其|和|与|及|以及|还|方面)"
)
_SHORTCOMINGS = re.compile(
    rf"存在.{{0,8}}?{_WANT}|^{_FRAME}*{_WANT}(?:之处)?(?:和|与|及|以及|及其|$|原因|短板|弱项|下一?步|的原因|{_WANT})"
)
_NEXT = "(?:下一?步|下一?个?年度?|下一?个?阶段|下半年|明年|来年|今后)"
_NEXT_WORDS = re.compile(_NEXT)
_PLAN_WORDS = "(?:安排|打算|计划|思路|要点|举措|目标|重点|任务|工作|方向|措施|建议|设想|部署|谋划)"
_LEAD = "^(?:关于|对|.{0,12}(?:建设|工作|局|委|办|的|和|及|与|因|[足题板距节难弱]))?"
"""What may stand before: 落实下一步改革任务 and 谋划2025年工作 are achievements."""
_PLANS = re.compile(
    rf"(?:^|和|与|及|以及|原因|{_WANT}){_NEXT}"
    rf"|{_LEAD}{_NEXT}.{{0,12}}{_PLAN_WORDS}$"
    rf"|^(?:主要|重点)?工作(?:打算|安排|计划|思路|设想|建议)$"
    rf"|(?:努力|改进|整改)(?:的)?(?:方向|措施|打算)(?:和.{{0,6}})?$"
    rf"|^(?:主要|重点)?(?:安排|打算)$"
    rf"|(?:和|与|及|以及)(?:工作)?(?:打算|安排|计划|思路|建议)$"
)
_LED = re.compile(f"{_LEAD}$")
_YEAR = re.compile("(20[0-9]{2})年?(?:度)?")
_YEAR_PLAN = re.compile(f"{_PLAN_WORDS}(?:和{_PLAN_WORDS})?$")
_LEADERSHIP = re.compile(
    "第一责任人|(?:主要负责人|主要负责同志|党政负责人|一把手).{0,12}(?:履职|履行|职责|述法)|^履职情况$"
)
_OTHER = re.compile(
    "其他(?:需要|需|应当|须)?(?:报告|说明|汇报|反映)|^其他(?:有关)?(?:情况|事项|方面)?$"
    "|需要(?:报告|说明)的其他|^(?:意见)?(?:和)?建议$"
)
_ACHIEVEMENTS = re.compile(
    "成效|成绩|举措|做法|亮点|工作总结|工作回顾|主要工作"
    "|(?:工作|建设|开展|推进|落实|完成|履职|履行|实施)(?:的)?(?:基本|主要|总体|有关|进展|整体)?情况|^基本情况|^总体情况"
)
_CAUSES = re.compile(
    "^(?:存在|产生|问题|不足|以上|上述|的|主要)*原因(?:剖析|分析)?$|^[^和与及]*原因(?:剖析|分析)$"
)
_SYMPTOMS = frozenset({"表现", "具体表现", "主要表现", "问题表现"})


_LATE = {
    Part.SHORTCOMINGS: re.compile(
        rf"(?:[^。]{{0,40}}[\uff0c,])?[^。\uff0c,]{{0,20}}存在[^。\uff0c,]{{0,14}}{_WANT}[^。\uff0c,]{{0,12}}[\uff1a:]"
        rf"|(?:存在)?(?:的)?(?:主要)?{_WANT}(?:主要)?(?:有|是)?[\uff1a:]"
    ),
    Part.PLANS: re.compile(f"{_NEXT}(?:工作)?{_PLAN_WORDS}?[\uff0c,\uff1a:]"),
}


def words(heading: str) -> str:
    """The Han characters and digits of a heading: what it says, however it is typed."""
    return _NOT_HAN.sub("", heading)


def parts_of(heading: str, year: int) -> tuple[Part, ...]:
    """The parts that a heading names in a report on `year`, what it names first in front; () for none.

    Leadership stands alone: “履行第一责任人职责情况” says 情况 as well, and is no achievement.
    """
    said = words(_QUOTED.sub("", heading))
    if _LEADERSHIP.search(said):
        return (Part.LEADERSHIP,)
    if _OTHER.search(said):
        return (Part.OTHER,)
    places: list[tuple[int, Part]] = []
    short = _SHORTCOMINGS.search(said)
    if short:
        places.append((short.start(), Part.SHORTCOMINGS))
    plans = _plans(said, year)
    if plans is not None:
        places.append((plans, Part.PLANS))
    done = _ACHIEVEMENTS.search(said)
    if done and (not places or re.search("成效|成绩|做法|总结|回顾|主要工作|开展情况|完成情况", said)):
        places.append((done.start(), Part.ACHIEVEMENTS))
    return tuple(dict.fromkeys(part for _, part in sorted(places)))


def begins_part(paragraph: str) -> tuple[Part, int] | None:
    """The part that a paragraph begins by its first words, as 下一步 does, and the length of those."""
    for part, opening in _LATE.items():
        found = opening.match(paragraph)
        if found:
            return part, found.end()
    return None


def names_causes(heading: str) -> bool:
    """Whether a heading stands over causes alone: 原因分析."""
    return _CAUSES.search(words(heading)) is not None


def names_symptoms(heading: str) -> bool:
    """Whether a heading stands over what a shortcoming shows as: 具体表现."""
    return words(heading) in _SYMPTOMS


def _plans(said: str, year: int) -> int | None:
    """Where a heading names plans; a year that is over has none."""
    found = _PLANS.search(said)
    years = [(match.start(), int(match[1])) for match in _YEAR.finditer(said)]
    coming = [start for start, named in years if named > year]
    if found and (coming or not years or found.start() > years[-1][0]):
        named = _NEXT_WORDS.search(said, found.start())
        return named.start() if named else found.start()
    if coming and _LED.match(said[: coming[0]]) and _YEAR_PLAN.search(said):
        return coming[0]
    return None
