"""Rules of headings: what stands in a heading and should stand behind it, or the other way round."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from reportctl.findings import Rule, Severity
from reportctl.rules.texts import TextKind
from reportctl.text.numbers import strip_number

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reportctl.findings import Finding
    from reportctl.rules.context import Context
    from reportctl.rules.texts import TextSet, TextUnit

HEADING_END = Rule(
    "heading-end",
    Severity.WARNING,
    "标题末尾有标点",
    "标题末尾不打句号、逗号、冒号，汇总时去掉，由程序按版式补写（GB/T 9704）。问号、叹号可以保留。",
    "heading: 加强队伍监管。",
    "heading: 加强队伍监管",
    fixable=True,
)
HEADING_TEXT = Rule(
    "text-in-heading",
    Severity.WARNING,
    "标题里写了正文",
    "标题是一个短语，中间不出现句号。句号后面的话请移到正文（text）里。",
    "heading: 加强队伍监管。全年检查20次",
    "heading: 加强队伍监管\ntext: 全年检查20次。",
)
RUN_IN_HEADING = Rule(
    "run-in-heading",
    Severity.WARNING,
    "标题和正文连在一起",
    "标题太长，像是标题后面漏了句号，正文跑进了标题里。在标题结束的地方补上句号，或分成标题和正文两个键。",
    "- 落实行政执法三项制度印发《行政执法三项制度指导手册》1500册，为执法人员提供规范指导。",
    "- 落实行政执法三项制度。印发《行政执法三项制度指导手册》1500册，为执法人员提供规范指导。",
)
REPEATED_HEADING = Rule(
    "repeated-heading",
    Severity.WARNING,
    "正文重复了标题",
    "汇总时标题写在正文前面，正文开头不必再写一遍。",
    "heading: 加强队伍监管\ntext: 加强队伍监管。全年检查20次。",
    "heading: 加强队伍监管\ntext: 全年检查20次。",
)

RULES = (HEADING_END, HEADING_TEXT, RUN_IN_HEADING, REPEATED_HEADING)

_PAUSES = "\uff0c、\uff1b\uff1a,;:"
_COMMAS = frozenset("\uff0c,、")
_ENDS = frozenset("。." + _PAUSES)
_STOPS, _CLOSING = "。\uff1b;", frozenset("”’》\uff09\n")
_SHORTEST, _LONG, _WITH_PAUSE, _VERY_LONG = 15, 26, 38, 45
_ENDLESS = 60
_PHRASE = 15
"""Clauses no longer than this, without figures and titles, are a heading's phrases joined by commas."""
_CONCRETE = re.compile("[0-9《]")
_COUNT = re.compile(r"[0-9]{1,6}[余多]?[万亿]?(?:件|次|项|起|场|家|册|份|人次|余人|名)|[0-9]%")
_NUMBER = re.compile("[0-9]+[余多]?[万亿]?")
_MEASURES = frozenset("件次项起场家册份人名个")
_PROSE = re.compile("首先|其中|同比|截至|今年以来|全年(?!无)|先后|累计")
_PAUSE = re.compile("[\uff0c,]")
# Where a heading ends and a sentence begins without a full stop between: a noun that headings end in, and a
# word that sentences begin with. Words that may be nouns or verbs (改革推进) count before fewer of those.
_NOUN = (
    "建设|工程|体系|水平|能力|优势|局面|步伐|防线|文化|基础|使命|稳定|工作|制度|机制|责任|效能|环境|行动|活动|质量|意识|职责|纠纷"
    "|决策|队伍|内需|需求|潜能|活力|造力|争力|战略|进展|突破|力度|动力|屏障|生产力|底线|格局|品质|思维|作用|新增长"
    "|(?:市场|一体|现代|规范|法治|信息|融合|多元|便利)化"
)
_EITHER = (
    "改革|发展|保护|振兴|开放|增长|治理|监管|服务|管理|执法|普法|监督|创新|化解|创建|领导|应诉|复议|审查"
)
_VERB = (
    "坚持|深化|加快|强化|以(?!上|下|内|来|及|外)|把|持续|建立|健全|加强|深入|坚定|巩固|兜紧|统筹|大力|组织|开展|印发|制定|制订|出台"
    "|召开|聚焦|围绕|编制|拓宽|举办|严格|抓住|树立|构建|打造|打赢|重点(?!任务|工作|领域|项目|环节|难点|难题)|全面完成|全面增强|全年|将|认真|充分|积极|招募|及时|编发"
    "|依法(?=上|调|开|办|审)|《|各级|按照|通过|依托|针对|根据|进一步|纵深"
)
# 质量提升三年行动 and 工作推进机制 are one noun, 责任落实落细 ends the heading.
_WEAK_VERB = (
    "(?:推动|提升|完善|落实|增强|推进|激发|实施|发展壮大)"
    "(?!(?:[一二三四五六]年|专项|重点)?(?:行动|工程|计划|机制|情况|体系|方案|活动|攻坚|制度|措施|任务|工作|会|程度|成效|效果)"
    "|落细|到位|见效|[和与及的、])"
)
_GROWN = "(?:显著|不断|持续|明显|全面|稳步)(?:提升|提高|增强|完善|改善|向好|优化|增进)"
_JOINT = re.compile(
    rf"{_GROWN}(?P<number>[0-9])|(?:{_GROWN}|{_NOUN}|(?P<either>{_EITHER}))(?P<verb>{_VERB}|(?(either)发挥|{_WEAK_VERB}))|(?P<list>一是|一方面)"
)
_LEAST_BEFORE, _LEAST_BEHIND, _LEAST_CLAUSE, _LEAST_JOINED = 4, 3, 14, 20


def check(texts: TextSet, _: Context) -> Iterator[Finding]:
    """Every heading, with the text behind it."""
    for unit in texts.headings:
        heading = unit.text
        if heading[-1] in _ENDS or len(heading) > _SHORTEST or "。" in heading:
            yield from _heading(unit)
    for before, unit in pairwise(texts.units):
        if before.kind is TextKind.HEADING and unit.text[:4] == before.text[:4] and _repeats(before, unit):
            message = f"正文开头又写了一遍标题“{before.text[:20]}”"
            finding = unit.at(REPEATED_HEADING, 0, len(before.text), message, "删去正文里的这一遍")
            goes_on = unit.text[len(before.text) : len(before.text) + 1] in _COMMAS
            yield finding._replace(severity=Severity.NOTE) if goes_on else finding


def _heading(unit: TextUnit) -> Iterator[Finding]:
    heading = unit.text.rstrip()
    bare = heading.rstrip("".join(_ENDS))
    words = strip_number(bare)
    stop = _stop(bare)
    # what stands behind a semicolon only follows where the full stop behind the heading is lost
    if stop >= 0 and (bare[stop] == "。" or not runs_in(strip_number(bare[:stop]))):
        message = f"标题里有“{bare[stop]}”，后面的“{bare[stop + 1 : stop + 11]}”像是正文"
        yield unit.at(HEADING_TEXT, stop, len(heading), message, "移到正文（text）里")
    elif runs_in(words):
        joint = _joint(words)
        yield _run_in(unit, bare, joint + len(bare) - len(words) if joint else 0)
    elif bare and bare != heading:
        marks = heading[len(bare) :]
        message = f"标题末尾的“{marks}”汇总时去掉"
        yield unit.at(HEADING_END, len(bare), len(heading), message, "删去这个标点", fix="")


def _stop(heading: str) -> int:
    """Where a heading has its first stop that is neither its end nor that of a quotation; -1 for none."""
    if not any(mark in heading for mark in _STOPS):  # nearly always
        return -1
    marks = enumerate(pairwise(heading))
    return next((at for at, (mark, behind) in marks if mark in _STOPS and behind not in _CLOSING), -1)


def runs_in(heading: str) -> bool:
    """Whether a heading seems to have text in it."""
    if len(heading) > _LONG and _is_prose(heading):
        return True
    return (len(heading) > _SHORTEST and _counts(heading) > 1) or bool(_joint(heading))


def _counts(heading: str) -> int:
    """How many numbers with a measure word a heading has."""
    return sum(heading[found.end() : found.end() + 1] in _MEASURES for found in _NUMBER.finditer(heading))


def _joint(heading: str) -> int:
    """Where the full stop seems to be missing, 0 for nowhere: within the first clause of a long heading."""
    if len(heading) <= _SHORTEST:
        return 0
    pause = _PAUSE.search(heading)
    end = pause.start() if pause else len(heading)
    found = _JOINT.search(heading, _LEAST_BEFORE, end)
    if found is None:
        return 0
    at = found.start(found.lastgroup or "verb")
    long_enough = found["list"] or found["number"] or (len(heading) >= _LEAST_JOINED and end >= _LEAST_CLAUSE)
    return at if long_enough and end - at >= _LEAST_BEHIND else 0


def _is_prose(heading: str) -> bool:
    """Whether a long heading reads like a sentence: it counts, tells or enumerates."""
    clauses = _PAUSE.split(heading)
    pauses = len(clauses) - 1
    if len(heading) > _ENDLESS:
        return True
    if max(map(len, clauses)) <= _PHRASE and _CONCRETE.search(heading) is None:
        return _PROSE.search(heading) is not None
    if len(heading) > _VERY_LONG or pauses > 2:
        return True
    counts = _COUNT.search(heading) or _PROSE.search(heading)
    return counts is not None or (pauses > 1 and len(heading) > _WITH_PAUSE)


def _run_in(unit: TextUnit, heading: str, joint: int) -> Finding:
    if joint:
        message = f"标题“{heading[:joint][-10:]}”后面像是漏了句号，正文跑进了标题"
        return unit.at(RUN_IN_HEADING, joint - 1, joint, message, "在这里补上“。”，或分成标题和正文")
    message = f"标题有 {len(heading)} 个字，像是标题后面漏了句号，正文跑进了标题"
    return unit.at(RUN_IN_HEADING, 0, len(heading), message, "在标题结束的地方补上“。”，或分成标题和正文")


def _repeats(heading: TextUnit, text: TextUnit) -> bool:
    words = heading.text.rstrip("".join(_ENDS))
    behind = text.text[len(words) : len(words) + 1]
    same_item = heading.index == text.index and heading.part == text.part
    return same_item and len(words) > 3 and text.text.startswith(words) and behind in _ENDS
