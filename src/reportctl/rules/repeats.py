"""Rules of repeats and cuts: what was pasted twice, and what breaks off."""

from __future__ import annotations

import re
from itertools import islice, pairwise
from operator import eq
from typing import TYPE_CHECKING

from reportctl.findings import Related, Rule, Severity
from reportctl.rules.texts import TextKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reportctl.findings import Finding
    from reportctl.rules.context import Context
    from reportctl.rules.texts import TextSet, TextUnit

REPEATED = Rule(
    "repeated-sentence",
    Severity.WARNING,
    "同一句话写了两遍",
    "同一份材料里有一模一样的一句话，多半是粘贴了两次。留下一处。",
    "text: 全年组织开展执法检查20次。发现问题3个。全年组织开展执法检查20次。",
    "text: 全年组织开展执法检查20次。发现问题3个。",
)
DOUBLED = Rule(
    "doubled-words",
    Severity.WARNING,
    "紧挨着写了两遍",
    "同一个分句接连写了两遍，多半是粘贴或改稿时留下的。留下一遍。",
    "text: 全年开展检查，全年开展检查，发现问题3个。",
    "text: 全年开展检查，发现问题3个。",
)
CUT_OFF = Rule(
    "cut-off",
    Severity.WARNING,
    "话没有说完",
    "这一段在“和”“的”“、”之类的地方断了，后面像是漏了字，不只是少一个句号。对照原稿补全。",
    "text: 全年开展执法检查20次，发现并",
    "text: 全年开展执法检查20次，发现并整改问题3个。",
)

RULES = (REPEATED, DOUBLED, CUT_OFF)

# Words that no official text doubles; 实实在在 and the like are none of them.
_PAIRS = (
    "工作建设行政执法法治政府推进加强落实开展监督单位部门制度完善组织"
    "提升问题整改情况检查培训宣传活动案件机制责任复议规范人员决策"
)
_WORDS = frozenset(_PAIRS[at : at + 2] for at in range(0, len(_PAIRS), 2))
_TWICE = re.compile(
    rf"([{''.join(sorted({word[0] for word in _WORDS}))}][{''.join(sorted({word[1] for word in _WORDS}))}])\1"
)

_LEAST = 12
_SENTENCE = re.compile(r"[^。\n]+")
_CLAUSE = re.compile(r"[^。\uff0c\uff1b,;\n]+")
_LEAST_CLAUSE = 4
_PAUSES = frozenset("\uff0c\uff1b,;")
# After these something must follow. 的 并 和 … end no sentence; 为 and 对 may (有所作为, 应对).
_HANGING = (
    *"和与及或并的在把被将从向、\uff08《“(",
    *("并且", "或者", "关于", "通过", "根据", "按照", "围绕", "为了", "包括", "例如"),
)
_WHOLE_WORDS = (
    "目的 有的 似的 饱和 温和 缓和 平和 谦和 总和 之和 共和 参与 给与 赋与 普及 涉及 顾及",
    "以及其他 合并 兼并 吞并 存在 所在 内在 外在 潜在 现在 自在 同在 方向 走向 意向 导向 动向",
    "转向 取向 流向 面向 去向 定向 双向 偏向 志向 倾向 风向 朝向 力所能及 不及 触及 波及 危及",
    "遍及 提及 来得及 普法及 将 主将 干将 服从 遵从 听从 顺从 自从",
)
_WHOLE = tuple(word for line in _WHOLE_WORDS for word in line.split())


def check(texts: TextSet, _: Context) -> Iterator[Finding]:
    """Sentences and clauses that come twice, texts that break off."""
    if len(set(texts.sentences)) < len(texts.sentences):
        yield from _repeated(texts)
    if _any_doubled(texts.clauses):
        yield from _doubled(texts)
    for found in _TWICE.finditer(texts.text):
        word = found[1]
        if word not in _WORDS:
            continue
        message = f"“{word}”接连写了两遍"
        yield texts.at(DOUBLED, found.start() + 2, found.end(), message, "删去一遍；不是重复的，中间断开")
    for number in texts.open_ended:
        unit = texts.units[number]
        if unit.kind is not TextKind.HEADING:
            yield from _cut_off(unit)
    for number, following in pairwise(texts.open_ended):
        if following == number + 1:
            yield from _cut_copy(texts.units[number], texts.units[following])


def _cut_copy(unit: TextUnit, following: TextUnit) -> Iterator[Finding]:
    """Two neighbours that begin alike, one of them shorter: a line that was pasted twice, once in part."""
    short, whole = sorted((unit, following), key=lambda either: len(either.text))
    if len(short.text) >= _LEAST and whole.text.startswith(short.text):
        if len(short.text) == len(whole.text):
            message = f"“{short.text[:16]}”写了两遍"
            yield following.at(REPEATED, 0, len(following.text), message, "留下一处，删去另一处")
        else:
            message = f"“{short.text[-8:]}”后面断了，另一条写的是“{whole.text[-8:]}”"
            yield short.at(CUT_OFF, len(short.text) - 1, len(short.text), message, "删去不完整的一条")


def _cut_off(unit: TextUnit) -> Iterator[Finding]:
    words = unit.text.rstrip(" \u3000\n")
    if words.endswith(_HANGING) and not words.endswith(_WHOLE):
        message = f"“{words[-6:]}”后面断了，话没有说完"
        yield unit.at(CUT_OFF, len(words) - 1, len(words), message, "对照原稿补全")


def _any_doubled(clauses: list[str]) -> bool:
    # a comparison of all in one call first: nearly no text has two alike
    return any(map(eq, clauses, islice(clauses, 1, None))) and any(
        clause == following and len(clause) >= _LEAST_CLAUSE for clause, following in pairwise(clauses)
    )


def _repeated(texts: TextSet) -> Iterator[Finding]:
    seen: dict[str, int] = {}
    for found in _SENTENCE.finditer(texts.text):
        words = found.group()
        if len(words) < _LEAST or texts.find(found.start())[0].kind is TextKind.HEADING:
            continue
        first = seen.setdefault(words, found.start())
        if first != found.start():
            unit, start = texts.find(first)
            place = unit.span(first - start, first - start + len(words))
            message = f"“{words[:16]}……”前面已经写过一遍（第 {place.line} 行）"
            finding = texts.at(REPEATED, *found.span(), message, "留下一处，删去另一处")
            yield finding._replace(related=(Related(place, "第一遍在这里"),))


def _doubled(texts: TextSet) -> Iterator[Finding]:
    for clause, following in pairwise(_CLAUSE.finditer(texts.text)):
        words = following.group()
        between = texts.text[clause.end() : following.start()]
        if words == clause.group() and len(words) >= _LEAST_CLAUSE and between in _PAUSES:
            message = f"“{words[:16]}”接连写了两遍"
            yield texts.at(DOUBLED, *following.span(), message, "删去一遍")
