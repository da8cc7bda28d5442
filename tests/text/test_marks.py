"""Normalisation: every sentence of the promise, and what must not be touched."""

from __future__ import annotations

import itertools
import time

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from reportctl.text.edits import ChangeKind, apply
from reportctl.text.gaps import has_gap
from reportctl.text.marks import changes, normalise
from reportctl.text.quotes import quotations

TURNED = [
    # beside Han, on either side
    ("2次,共3件", "2次，共3件"),
    ("情况如下:", "情况如下："),
    ("完成;推进", "完成；推进"),
    ("谁执法?谁普法!", "谁执法？谁普法！"),
    ("100%,其中", "100%，其中"),
    ("收案94,审结91件", "收案94，审结91件"),
    ("推行A4,推行B5", "推行A4，推行B5"),
    (",共3件", "，共3件"),
    ("〇:々", "〇：々"),
    ("\U00020000,1", "\U00020000，1"),
    # beside full-width marks
    ("“一网通办”,5", "“一网通办”，5"),
    ("《条例》;2", "《条例》；2"),
    ("5,《条例》", "5，《条例》"),
    ("3,“双随机”", "3，“双随机”"),
    ("10……,20", "10……，20"),
    ("5：6：,7", "5：6：，7"),
    # beside a mark that has just turned
    ("怎么办?!", "怎么办？！"),
    ("件(次),5", "件（次），5"),
    ("5,(次)", "5，（次）"),
    ('"OA",2', "“OA”，2"),
    ("f(x):中", "f（x）：中"),
    ("(A),(B);(C)中", "（A），（B）；（C）中"),
    # the blank beside them goes and is no obstacle
    ("2次, 3", "2次，3"),
    ("2次 ,3", "2次，3"),
    ("2次 \u3000,\t3", "2次，3"),
    ("其中: 2023年", "其中：2023年"),
    ("其中： 2023年", "其中：2023年"),
    ("一、 2023年", "一、2023年"),
    ("OA , 系统", "OA，系统"),
    ("件\n,5", "件，5"),
]


@pytest.mark.parametrize(("text", "expected"), TURNED)
def test_half_width_marks_beside_chinese_become_full_width(text: str, expected: str) -> None:
    assert normalise(text) == expected


BRACKETS = [
    ("使用(OA)2次", "使用（OA）2次"),
    ("使用 ( OA ) 2次", "使用（OA）2次"),
    ("5(OA)次", "5（OA）次"),
    ("(一)加强", "（一）加强"),
    ("(一)", "（一）"),
    ("A(一般)B", "A（一般）B"),
    ("A(B级C)D", "A（B级C）D"),
    ("乡镇(街道)", "乡镇（街道）"),
    ("使用（OA)", "使用（OA）"),
    ("A(B）", "A（B）"),
    ("(A(B)系统)", "（A（B）系统）"),
    ("(OA(v2))系统", "（OA（v2））系统"),
    ("系统(a(b(c)d)e)", "系统（a(b(c)d)e）"),
    ("见Law (2021)。", "见Law（2021）。"),
    ("1)加强", "1）加强"),
    ("加强(一般", "加强（一般"),
    # an ASCII bracket in Latin text stays
    ("the Law (2021) of China", "the Law (2021) of China"),
    ("推行Rule of Law (2021) here", "推行Rule of Law (2021) here"),
    ("PM(2.5)", "PM(2.5)"),
    ("(", "("),
    (")(", ")("),
]


@pytest.mark.parametrize(("text", "expected"), BRACKETS)
def test_brackets_turn_in_pairs_by_content_or_neighbours(text: str, expected: str) -> None:
    assert normalise(text) == expected


QUOTES = [
    ('推行"一网通办"改革', "推行“一网通办”改革"),
    ('"OA"', "“OA”"),
    ('"甲""乙"', "“甲”“乙”"),
    ('使用 "OA" 系统', "使用“OA”系统"),
    # a straight mark answers a curly one
    ('“甲"', "“甲”"),
    ('"甲”', "“甲”"),
    # an odd one stays
    ('推行"一网通办改革', '推行"一网通办改革'),
    ('"甲"和"乙', '"甲"和"乙'),
    ('甲"\n\n"乙', '甲"\n\n"乙'),
    # single ones only beside Chinese
    ("'一网通办'改革", "‘一网通办’改革"),
    ("推行'OA'", "推行‘OA’"),
    ("'OA系统'", "‘OA系统’"),
    ("‘甲'", "‘甲’"),
    ("\"推行'OA'\"", "“推行‘OA’”"),
    ("use 'OA' here", "use 'OA' here"),
    # an apostrophe is none
    ("it's 中国", "it's 中国"),
    ("it's中国's", "it's中国's"),
    ("'it's中国'", "‘it's中国’"),
    ("'中国", "'中国"),
    # minutes and seconds are none
    ("东经109°58'30\",北纬27°33'15\"", "东经109°58'30\"，北纬27°33'15\""),
    ("北纬27°33',东经109°58'", "北纬27°33'，东经109°58'"),
    ("跑了5'30\"和6'10\"", "跑了5'30\"和6'10\""),
]


# where the pairing of the whole text is not beyond doubt, all its straight marks stay
DOUBTFUL = [
    '局长要求"严"字当头，更换6"管道30处，开展"百日攻坚"行动。',
    "干部's作风，'七五'普法",
    '落实“关于"首违不罚"的通知”',
    '管径5"、6"的管道',
    '“甲"和"乙”',
    '通过"关于"首违不罚"的通知"',
    '推行"一网通办改革，落实"放管服要求',
    '"严字当头，更换6"管道',
    '推行一网通办"改革，开展"百日攻坚行动',
    '推行" 一网通办 "改革',
    '《"甲》乙"',
    '推行"甲"\n\n落实"乙',
]


@pytest.mark.parametrize("text", DOUBTFUL)
def test_straight_quotes_in_doubt_all_stay(text: str) -> None:
    assert normalise(text) == text
    assert quotations(text).doubtful


KEPT_BLANKS = [
    "“港航扬帆 法治护航”",
    "《法治护航 行稳致远》",
    "“港航扬帆  法治护航”活动",
    "“港航扬帆 法治护航",
    '"港航扬帆 法治"护航"',
    "修订乡镇预案  部，转移群众  人。",
    "转移群众 人。",
    "检查XX次，整改 问题",
    "2023年 月 日完成",
    "怀鹤政〔2024〕 号",
    "共 次，整改,3件",
    '召开"严"字当头会议（）次',
]


@pytest.mark.parametrize("text", KEPT_BLANKS)
def test_a_blank_that_parts_phrases_or_hides_a_number_stays(text: str) -> None:
    assert normalise(text) == text


@pytest.mark.parametrize(("text", "expected"), QUOTES)
def test_straight_quotes_become_curly_by_pairing(text: str, expected: str) -> None:
    assert normalise(text) == expected


YEARS = [
    ("2021-2025年", "2021—2025年"),
    ("2021–2025年", "2021—2025年"),
    ("2021~2025年", "2021—2025年"),
    ("2021～2025年", "2021—2025年"),
    ("2021--2025年", "2021—2025年"),
    ("2021年-2025年", "2021年—2025年"),
    ("2021 - 2025年", "2021—2025年"),
    ("2021-\n2025年", "2021—2025年"),
    ("2021年 — 2025年", "2021年—2025年"),
    ("纲要（2021-2025)》", "纲要（2021—2025）》"),
    ("2021-2025人才规划", "2021—2025人才规划"),
    ("1949-2023", "1949—2023"),
    ("2021—2025年", "2021—2025年"),
]
NO_YEARS = [
    "电话0745-2021",
    "0745-2021-2025",
    "0745-20212025",
    "电话2021-2025",
    "电话：2021-2025",
    "“4·15”全民国家安全教育日",
    "2024-01-10",
    "2023-2024-1学期",
    "怀鹤政发〔2024〕3-5号",
    "2021-2025号",
    "第2001-2010条",
    "GB/T 1988-2009",
    "ISO2001-2015",
    "2000-2100人",
    "每月1950-2050元",
    "1900-2000余件",
    "3-5年",
    "5~10件",
    "20~30岁",
    "2025-2021年",
    "12021-2025",
    "2021-2025.5",
    "见https://a.cn/2021-2025.html",
    "/2021-2025/",
]


@pytest.mark.parametrize(("text", "expected"), YEARS)
def test_two_years_are_joined_by_a_dash(text: str, expected: str) -> None:
    assert normalise(text) == expected


@pytest.mark.parametrize("text", NO_YEARS)
def test_numbers_that_are_no_years_keep_their_joiner(text: str) -> None:
    assert normalise(text) == text


BLANKS = [
    ("全 区", "全区"),
    ("全\u3000区", "全区"),
    ("全\u00a0\t 区", "全区"),
    ("全\u200b区", "全区"),
    ("全区。 全年", "全区。全年"),
    ("“甲” 《乙》", "“甲”《乙》"),
    ("\u3000\u3000全区。\u3000", "全区。"),
    ("全\n区", "全区"),
    ("全\r\n区", "全区"),
    ("全区，\n  全年\n", "全区，全年"),
    ("rule\nof\n law", "rule of law"),
    ("全年\n2次", "全年 2次"),
    # an empty line stays
    ("甲。\n\n乙。", "甲。\n\n乙。"),
    ("甲。\n \u3000\n\n\u3000\u3000乙。\n", "甲。\n\n乙。"),
    ("\n\n甲。\n\n", "甲。"),
    # blanks that are not between Chinese stay
    ("全年 2次", "全年 2次"),
    ("the  rule of law", "the  rule of law"),
    ("使用 OA 系统", "使用 OA 系统"),
    ("1. 2次", "1. 2次"),
    (" \t\n", ""),
    ("", ""),
]


@pytest.mark.parametrize(("text", "expected"), BLANKS)
def test_blanks_between_chinese_go_and_a_line_break_is_a_blank(text: str, expected: str) -> None:
    assert normalise(text) == expected


UNTOUCHED = [
    "1.5万户，99.2%",
    "12:30至17:30",
    "比例为3:1",
    "共11,500余件",
    "网址http://www.example.cn/a?b=1;c=2,3",
    "邮箱a@example.cn",
    "1.加强队伍监管",
    "Hello, world! (OK?) It's 12:30; fine: yes",
    "全年组织开展考试2次，通过245名。",
    "{{ year }}",
    "……——“‘’”",
    "。。",
    "...",
]


@pytest.mark.parametrize("text", UNTOUCHED)
def test_what_is_right_or_not_its_business_stays(text: str) -> None:
    assert normalise(text) == text
    assert changes(text) == ()


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("2次, 3", [ChangeKind.HALF_WIDTH, ChangeKind.BLANK]),
        ('"甲"', [ChangeKind.STRAIGHT_QUOTE] * 2),
        ("2021-2025年", [ChangeKind.YEAR_RANGE]),
        ("全\n区 里", [ChangeKind.LINE_BREAK, ChangeKind.BLANK]),
        ("甲。\n\n\n乙。\n", [ChangeKind.LINE_BREAK] * 2),
    ],
)
def test_a_change_says_what_it_mends(text: str, kinds: list[ChangeKind]) -> None:
    assert [change.kind for change in changes(text)] == kinds


def test_a_change_stands_where_it_is_typed() -> None:
    text = "甲。\n\n收案94,审结91件"
    (change,) = changes(text)
    assert (change.start, change.end, text[change.start : change.end], change.new) == (8, 9, ",", "，")


ANYTHING = st.text(
    st.sampled_from("甲区。，（）“”‘’《》—…：aZ15,:;?!()\"'-~ \u3000\u200b\n\r.°年第话号/"), max_size=40
) | st.text(max_size=40)
CHUNKS = st.lists(
    st.sampled_from(
        [
            "2021",
            "2025",
            "年",
            "-",
            "~",
            "—",
            " ",
            "\n",
            "(",
            ")",
            '"',
            "'",
            "甲",
            "a",
            ",",
            ":",
            "号",
            "\n\n",
        ]
    ),
    max_size=25,
).map("".join)


@given(ANYTHING | CHUNKS)
def test_normalising_again_changes_nothing(text: str) -> None:
    once = normalise(text)
    assert normalise(once) == once
    assert changes(once) == ()


@given(ANYTHING | CHUNKS)
def test_changes_come_in_order_apart_and_are_what_normalise_does(text: str) -> None:
    found = changes(text)
    assert apply(text, found) == normalise(text)
    assert all(one.end <= next_one.start for one, next_one in itertools.pairwise(found))
    assert all(text[one.start : one.end] != one.new for one in found)


@given(st.text(st.characters(codec="ascii", exclude_characters="\"'-~ \t\n\r"), max_size=60))
def test_latin_text_stays(text: str) -> None:
    assert normalise(text) == text


@given(ANYTHING)
def test_only_marks_and_blanks_change(text: str) -> None:
    spared = str.maketrans(
        "", "", "，：；？！（）,:;?!()\"'“”‘’—-~ \u3000\u200b\n\r\x85\u2028\u2029\u00a0\t\ufeff"
    )
    blank = str.maketrans(
        "", "", "".join(chr(code) for code in (0x1680, *range(0x2000, 0x200B), 0x202F, 0x205F, 0x2060))
    )
    assert normalise(text).translate(spared).translate(blank) == text.translate(spared).translate(blank)


HOSTILE = {
    "brackets": "(" * 10_000 + "中" + ")" * 10_000,
    "open brackets": "中" + "(" * 100_000,
    "chained brackets": "(a)," * 25_000 + "中",
    "commas": "中" + "," * 100_000,
    "blanks": "中" + " " * 100_000 + "a",
    "blanks and commas": " ," * 50_000 + "中",
    "line breaks": "中" + "\n \n" * 33_000 + "中",
    "quotes": '"' * 99_999,
    "apostrophes": "中" + "'" * 100_000,
    "years": "2021-" * 20_000,
    "years and blanks": "2021" + " " * 100_000,
    "Han": "中" * 100_000 + ",",
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_hostile_text_takes_linear_time(text: str) -> None:
    start = time.process_time()
    normalise(text)
    assert time.process_time() - start < 3


@pytest.mark.parametrize("text", ["-提高质量。", "提高质量-", "-", "- 提高", "提高\u200a-"])
def test_a_hyphen_at_an_end_is_no_blank(text: str) -> None:
    assert "-" in normalise(text)
    assert not [change for change in changes(text) if "-" in text[change.start : change.end]]


PIECES = [
    "XX",
    "  ",
    "2023-2025年",
    "干部's",
    "关于",
    *"甲乙次人部一二年月日“”‘’《》（），。；6a\u3000\n\"',:()",
]
MENDED = st.lists(st.sampled_from(PIECES), max_size=24).map("".join)


@example("干部's2023-2025年  ’")  # the blank goes, and then the two marks are a pair
@example("干部's“甲  ” '乙")
@given(MENDED)
def test_a_mend_is_final_and_keeps_every_letter_and_digit(text: str) -> None:
    mended = normalise(text)
    assert normalise(mended) == mended
    assert [char for char in mended if char.isalnum()] == [char for char in text if char.isalnum()]


@given(MENDED)
def test_a_mend_fills_no_gap_and_straight_quotes_in_doubt_stay(text: str) -> None:
    mended = normalise(text)
    if "\n" not in text and has_gap(text.strip(" \u3000")):
        assert mended == text.strip(" \u3000")
    if quotations(text).doubtful:
        assert [char for char in mended if char in "\"'"] == [char for char in text if char in "\"'"]
