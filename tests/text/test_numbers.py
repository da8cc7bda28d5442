"""Numbers in front of headings: the typed ones found, the traps let go, the written ones right."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportctl.text.marks import normalise
from reportctl.text.numbers import (
    NumberKind,
    chapter_number,
    chinese,
    chinese_value,
    item_number,
    ordinal,
    point_number,
    section_number,
    strip_number,
    typed_number,
)

TYPED = [
    ("1.加强监管", NumberKind.ITEM, 1, "加强监管"),
    ("12. 加强监管", NumberKind.ITEM, 12, "加强监管"),
    ("1．加强监管", NumberKind.ITEM, 1, "加强监管"),
    ("1 .加强监管", NumberKind.ITEM, 1, "加强监管"),
    ("\uff11．加强监管", NumberKind.ITEM, 1, "加强监管"),
    ("1、加强监管", NumberKind.ITEM, 1, "加强监管"),
    ("1，加强监管", NumberKind.ITEM, 1, "加强监管"),
    ("1.2023年工作", NumberKind.ITEM, 1, "2023年工作"),
    ("1、2023年工作", NumberKind.ITEM, 1, "2023年工作"),
    ("1. 3项制度", NumberKind.ITEM, 1, "3项制度"),
    ("1.一网通办", NumberKind.ITEM, 1, "一网通办"),
    ("1.“一件事”", NumberKind.ITEM, 1, "“一件事”"),
    ("（1）加强监管", NumberKind.POINT, 1, "加强监管"),
    ("(1)加强监管", NumberKind.POINT, 1, "加强监管"),
    ("(1) 加强监管", NumberKind.POINT, 1, "加强监管"),
    ("（1)、加强监管", NumberKind.POINT, 1, "加强监管"),
    ("（1）2023年", NumberKind.POINT, 1, "2023年"),
    ("1)加强监管", NumberKind.POINT, 1, "加强监管"),
    ("1）加强监管", NumberKind.POINT, 1, "加强监管"),
    ("（一）加强监管", NumberKind.SECTION, 1, "加强监管"),
    ("(十二)加强监管", NumberKind.SECTION, 12, "加强监管"),
    ("（一）、加强监管", NumberKind.SECTION, 1, "加强监管"),
    ("一、加强监管", NumberKind.CHAPTER, 1, "加强监管"),
    ("二十一、\u3000加强监管", NumberKind.CHAPTER, 21, "加强监管"),
    ("一 、加强监管", NumberKind.CHAPTER, 1, "加强监管"),
    ("一.加强监管", NumberKind.CHAPTER, 1, "加强监管"),
    ("四、2023年工作", NumberKind.CHAPTER, 4, "2023年工作"),
    ("一、一网通办", NumberKind.CHAPTER, 1, "一网通办"),
    ("一、三项制度", NumberKind.CHAPTER, 1, "三项制度"),
    ("二、三项制度", NumberKind.CHAPTER, 2, "三项制度"),
    ("一是加强监管", NumberKind.ORDINAL, 1, "加强监管"),
    ("十一是加强监管", NumberKind.ORDINAL, 11, "加强监管"),
    ("一是：加强监管", NumberKind.ORDINAL, 1, "加强监管"),
    ("一是一体推进", NumberKind.ORDINAL, 1, "一体推进"),
    ("第一，加强监管", NumberKind.ORDINAL, 1, "加强监管"),
    ("①加强监管", NumberKind.CIRCLED, 1, "加强监管"),
    ("⑳ 加强监管", NumberKind.CIRCLED, 20, "加强监管"),
    ("⑴加强监管", NumberKind.CIRCLED, 1, "加强监管"),
    ("㈠加强监管", NumberKind.CIRCLED, 1, "加强监管"),
    ("⒈加强监管", NumberKind.CIRCLED, 1, "加强监管"),
    ("❶加强监管", NumberKind.CIRCLED, 1, "加强监管"),
    ("\u3000\u30001.加强监管", NumberKind.ITEM, 1, "加强监管"),
    ("1.", NumberKind.ITEM, 1, ""),
    ("二）加强监管", NumberKind.SECTION, 2, "加强监管"),
    ("A.加强监管", NumberKind.LETTER, 1, "加强监管"),
    ("b) 加强监管", NumberKind.LETTER, 2, "加强监管"),
    ("1.1加强监管", NumberKind.LEVELS, 1, "加强监管"),
    ("1.2 加强监管", NumberKind.LEVELS, 2, "加强监管"),
    ("1.1.3加强监管", NumberKind.LEVELS, 3, "加强监管"),
    ("1.1.加强监管", NumberKind.LEVELS, 1, "加强监管"),
    ("1.1——加强监管", NumberKind.LEVELS, 1, "——加强监管"),
    ("1.2“暖心驿站”建成", NumberKind.LEVELS, 2, "“暖心驿站”建成"),
    ("1.12025年加强监管", NumberKind.LEVELS, 1, "2025年加强监管"),
    ("1.1千方百计加强监管", NumberKind.LEVELS, 1, "千方百计加强监管"),
    ("1.1.1监管提质行动", NumberKind.LEVELS, 1, "监管提质行动"),
    ("1.1抓好日常监管", NumberKind.LEVELS, 1, "抓好日常监管"),
    ("1.1规范办案程序", NumberKind.LEVELS, 1, "规范办案程序"),
    ("A.——加强监管", NumberKind.LETTER, 1, "——加强监管"),
]
NO_NUMBER = [
    "1.5万户",
    "\uff11．\uff15万户",
    "12.4国家宪法日",
    "3.15消费者权益日",
    "3.15晚会",
    "7.20案专班",
    "12.4“国家宪法日”宣传",
    "0.5个百分点",
    "1.1版",
    "2.5公里",
    "6.26国际禁毒日宣传",
    "一是非观念淡薄",
    "一是否公开",
    "（二）期工程",
    "A、B两类企业",
    "A级景区",
    "1,500件案件",
    "1，500件案件",
    "12345热线",
    "110、119联动",
    "120.急救",
    "1、2号线",
    "1、2、3级",
    "2023年工作",
    "2023、2024年",
    "3月",
    "4个领域",
    "5",
    "（2023）湘1202行初1号",
    "〔2023〕1号",
    "一网通办",
    "一体推进",
    "一件事一次办",
    "一规划两纲要",
    "一方面加强监管",
    "一、二审案件",
    "三、四季度",
    "一、二、三产业",
    "十一、十二月",
    "一是一、二是二",
    "一是一，二是二",
    "一十、加强监管",
    "一二三、加强监管",
    "第一责任人",
    "第一、二季度",
    "第三方评估",
    "十四五规划",
    "“一网通办”",
    "加强监管",
    "",
    " ",
]


@pytest.mark.parametrize(("text", "kind", "value", "rest"), TYPED)
def test_a_typed_number_is_recognised(text: str, kind: NumberKind, value: int, rest: str) -> None:
    number = typed_number(text)
    assert number is not None
    assert (number.kind, number.value, text[number.length :]) == (kind, value, rest)
    assert text[: number.start].strip() == ""
    assert strip_number(text) == rest


@pytest.mark.parametrize("text", NO_NUMBER)
def test_what_only_looks_like_a_number_is_none(text: str) -> None:
    assert typed_number(text) is None
    assert strip_number(text) == text


@pytest.mark.parametrize("text", [*(text for text, *_ in TYPED), *NO_NUMBER])
def test_it_is_the_same_number_before_and_after_normalising(text: str) -> None:
    raw, normal = typed_number(text), typed_number(normalise(text))
    assert (raw and (raw.kind, raw.value)) == (normal and (normal.kind, normal.value))


@pytest.mark.parametrize("text", ["（一）1.加强监管", "一、（一）加强监管", "1.一是加强监管", "1.①加强监管"])
def test_two_numbers_in_front_are_both_dropped(text: str) -> None:
    assert strip_number(text) == "加强监管"


@pytest.mark.parametrize(
    ("number", "numeral"),
    [
        *[(1, "一"), (9, "九"), (10, "十"), (11, "十一"), (20, "二十"), (21, "二十一"), (99, "九十九")],
        *[(100, "一百"), (101, "一百零一"), (110, "一百一十"), (111, "一百一十一"), (210, "二百一十")],
        *[(1000, "一千"), (1001, "一千零一"), (1010, "一千零一十"), (1100, "一千一百"), (2030, "二千零三十")],
        (9999, "九千九百九十九"),
        (10_000, "一万"),
        (10_011, "一万零一十一"),
        (110_000, "十一万"),
    ],
)
def test_chinese_numerals(number: int, numeral: str) -> None:
    assert chinese(number) == numeral


@pytest.mark.parametrize("number", [0, -1, 100_000_000])
def test_there_is_no_numeral_beyond_99999999(number: int) -> None:
    with pytest.raises(ValueError, match=str(number)):
        chinese(number)


def test_numerals_differ() -> None:
    assert len({chinese(number) for number in range(1, 10_000)}) == 9999


def test_the_numbers_of_each_level() -> None:
    assert [
        chapter_number(3),
        section_number(12),
        item_number(7),
        point_number(2),
        ordinal(2),
    ] == ["三、", "（十二）", "7.", "（2）", "二是"]


@given(st.integers(1, 99))
def test_a_number_that_is_written_is_recognised(number: int) -> None:
    for write, kind in (
        (chapter_number, NumberKind.CHAPTER),
        (section_number, NumberKind.SECTION),
        (item_number, NumberKind.ITEM),
        (point_number, NumberKind.POINT),
        (ordinal, NumberKind.ORDINAL),
    ):
        found = typed_number(write(number) + "加强监管")
        assert found is not None
        assert (found.kind, found.value, found.length) == (kind, number, len(write(number)))


@given(st.text(st.sampled_from("一二十是第、.．，（）1205①年A \u3000甲"), max_size=12))
def test_dropping_numbers_only_shortens(text: str) -> None:
    assert text.endswith(strip_number(text))
    assert typed_number(strip_number(text)) is None


@given(st.integers(1, 99_999_999))
def test_a_numeral_is_read_as_it_is_written(number: int) -> None:
    written = chinese(number)
    assert chinese_value(written) == chinese_value(written.replace("零", "〇")) == number


@pytest.mark.parametrize(
    ("numeral", "value"),
    [
        ("十", 10),
        ("二十", 20),
        ("一百〇一", 101),
        ("一百零一", 101),
        ("一百一十五", 115),
        ("一万零一", 10_001),
        ("", 0),
        ("零", 0),
        ("一一", 0),
        ("一十", 0),
        ("百", 0),
        ("一百一", 0),
        ("三个", 0),
        ("二〇二四", 0),
    ],
)
def test_what_is_no_numeral_has_no_value(numeral: str, value: int) -> None:
    assert chinese_value(numeral) == value
