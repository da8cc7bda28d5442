"""Every family of rules and every text function takes linear time, whatever somebody's text is."""

from __future__ import annotations

import gc
import time
from itertools import islice
from typing import TYPE_CHECKING

import pytest

from reportctl.rules.registry import TEXTS
from reportctl.text import clean, ends, gaps, jinja, lists, marks, numbers, pairs, paragraphs, quotes
from reportctl.text.person import FirstPerson
from tests.rules.sheets import ALONE, text_set

if TYPE_CHECKING:
    from collections.abc import Callable

    from reportctl.rules.registry import Family


SIZE = 500_000
"""Characters; twice as many are a megabyte of the narrowest text, three of Chinese."""
MOST = 2.6
"""How much longer twice the text may take: somewhat more than twice."""
NOISE = 1.0
"""Seconds: what does twice as much in less is fast enough, however it grows."""
UNITS = [
    *("{{", "}}", "{%", "(", "（", ")", "《", "》", "“", "”", '"', "'", "【", "[", "〔"),
    *("1", "1.", "1.1", "（一）", "一是", "一", "一、", "第一，", "①", "A."),
    *("，", ",", "、", "。", "；", ":", " ", "　", "\t", "\n", "\n\n", " \n", "a", "X", "?", "_", "*", "#"),
    *("〇", "○", "-", "—", "…", ".", "%", "<", "&", "`", "\\", "\u200b", "\ue000", "⾏"),
    *("甲", "我局", "本局", "2023年", "2023-", "1.5万户，", "其中", "检查20次，", "检查20次。", "《条例》、"),
    *(
        '"甲',
        '甲"',
        '"甲"',
        "'甲'",
        "“甲 ",
        "甲 乙",
        "共 次",
        "（甲",
        "甲（20",
        "二是检查。",
        "a(甲",
        "[待",
        "〔2024〕",
    ),
]
FUNCTIONS: dict[str, Callable[[str], object]] = {
    "normalise": marks.normalise,
    "normalise_line": marks.normalise_line,
    "unpaired": pairs.unpaired,
    "quotations": quotes.quotations,
    "gaps": lambda text: list(gaps.gaps(text)),
    "perhaps_gaps": gaps.perhaps_gaps,
    "typed_numbers": numbers.typed_numbers,
    "strip_number": numbers.strip_number,
    "strip_lone_number": lists.strip_lone_number,
    "markup": lambda text: list(jinja.markup(text)),
    "without_values": jinja.without_values,
    "paragraphs": paragraphs.paragraphs,
    "sentences": paragraphs.sentences,
    "close": ends.close,
    "strip_heading": ends.strip_heading,
    "oddities": clean.oddities,
    "printable": clean.printable,
    "first person": FirstPerson("区司法局").changes,
    "doubtful person": FirstPerson("区司法局").doubtful,
}


def seconds(run: Callable[[], object]) -> float:
    gc.disable()  # as the program does: looking for cycles grows with all that there is
    try:
        begun = time.process_time()
        run()
        return time.process_time() - begun
    finally:
        gc.enable()


def is_linear(work: Callable[[str], object], unit: str) -> bool:
    """Whether twice the text takes at most about twice the time; measured again where it seems not to."""
    once, twice = (unit * (size // len(unit)) for size in (SIZE, 2 * SIZE))
    for _ in range(3):
        longer = seconds(lambda: work(twice))
        if longer < NOISE or longer < MOST * seconds(lambda: work(once)):
            return True
    return False


@pytest.mark.long
@pytest.mark.parametrize("name", FUNCTIONS)
def test_a_text_function_is_linear(name: str) -> None:
    slow = [unit for unit in UNITS if not is_linear(FUNCTIONS[name], unit)]
    assert slow == []


@pytest.mark.long
@pytest.mark.parametrize("family", TEXTS, ids=lambda family: family.name)
def test_a_family_of_rules_is_linear(family: Family) -> None:
    def judge(text: str) -> object:
        return list(islice(family.check(text_set(f"# {text}", text), ALONE), 2_000))

    slow = [unit for unit in UNITS if not is_linear(judge, unit)]
    assert slow == []
