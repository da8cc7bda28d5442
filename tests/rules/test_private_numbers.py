"""Numbers of persons: found in every disguise, and nothing else taken for one."""

from __future__ import annotations

import random

import pytest

from reportctl.rules.data import shipped
from reportctl.rules.private_numbers import NumberSearch, telephone_numbers
from tests.rules.disguises import clean_sentence, disguised, identity, mobile, said
from tests.tools.rounds import sample_and_long

CONTACT = "0745-2233445"
SEARCH = NumberSearch(dict.fromkeys(telephone_numbers(CONTACT), "县司法局"), shipped())


def found(text: str) -> list[str]:
    return [number for number, _ in SEARCH.numbers(text)]


@pytest.mark.parametrize(
    "text",
    [
        "拨138\u200b1234\u200b5678。",
        "拨138\u00ad1234\u00ad5678。",
        "拨138/1234/5678。",
        "拨138_1234_5678。",
        "拨138、1234、5678。",
        "拨138\uff0c1234\uff0c5678。",
        "咨询138,1234,5678即可。",
        "电话138、1234、5678件。",
        "一三八一二三四五六七八",
        "壹叁捌1234五六七八",
        "①③⑧①②③④⑤⑥⑦⑧",
        "١٣٨١٢٣٤٥٦٧٨",
        "𝟏𝟑𝟖𝟏𝟐𝟑𝟒𝟓𝟔𝟕𝟖",
        "1️⃣3️⃣8️⃣1️⃣2️⃣3️⃣4️⃣5️⃣6️⃣7️⃣8️⃣",
        "1 3 8 1 2 3 4 5 6 7 8",
        "l38 1234 5678",
        "13812345678x2",
        "证件431202671107315。",
        "证件43120219671107315x。",
        "证件431202 1967-11-07 315X。",
        "2023-11-2 13812345678",
        "138-2023-1-234",
        "二二三三四四五",
        "+86 745 2233445",
        "0745/2233/445",
        "13812345678元旦值班",
    ],
)
def test_a_number_is_found_in_its_disguise(text: str) -> None:
    assert len(found(text)) == 1, text


@pytest.mark.parametrize(
    "text",
    [
        "分别办结153、1120、2890件。",
        "分别为135、1120、2890\uff0c均已办结。",
        "办结135,1120,2890余件。",
        "投入13,512,345,678元。",
        "投入13512345678元。",
        "2023-1-30 2023-10-15",
        "1992-2-13 13:30",
        "热线12368、12309、12348。",
        "1381234567812345",
        "〔2023〕13号、〔2024〕1234号",
        "0.13812",
        "1、35、1120、2890、31件",
    ],
)
def test_figures_are_nobodys_number(text: str) -> None:
    assert found(text) == [], text


@pytest.mark.parametrize(
    ("written", "numbers"),
    [
        ("0745-2233445/8899001", {"07452233445", "2233445", "8899001"}),
        ("13812345678、0745-2233445", {"13812345678", "07452233445", "2233445"}),
        ("0745 2233445 13812345678", {"07452233445", "2233445", "13812345678"}),
        ("一三八 1234 ５６７８", {"13812345678"}),
        ("0745-2233445转801", {"07452233445", "2233445"}),
        ("无", set()),
    ],
)
def test_a_contacts_telephone_is_read_as_it_is_written(written: str, numbers: set[str]) -> None:
    assert numbers <= set(telephone_numbers(written))
    assert bool(numbers) == bool(set(telephone_numbers(written)))


@sample_and_long(1_000, 20_000)
def test_random_disguises_hide_nobody(rounds: int) -> None:
    for number in range(rounds):
        dice = random.Random(number)  # noqa: S311 - no secret
        private = dice.choice((mobile, identity, lambda _: CONTACT.replace("-", "")))(dice)
        text = said(disguised(private, dice, pauses=dice.random() < 0.5), dice)
        assert found(text), (number, private, text)


@sample_and_long(1_000, 20_000)
def test_clean_sentences_have_no_private_number(rounds: int) -> None:
    for number in range(rounds):
        dice = random.Random(number)  # noqa: S311 - no secret
        text = "".join(clean_sentence(dice) for _ in range(dice.randrange(1, 4)))
        assert found(text) == [], (number, text)
