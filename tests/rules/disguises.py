"""Private numbers in random disguises, and clean sentences full of figures."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from random import Random

_ZEROS = [0xFF10, 0x1D7CE, 0x1D7D8, 0x1D7E2, 0x1D7EC, 0x1D7F6, 0x660, 0x6F0, 0x966, 0x1FBF0]
SCRIPTS = (
    *("".join(chr(zero + digit) for digit in range(10)) for zero in (0x30, *_ZEROS)),
    "〇一二三四五六七八九",
    "零壹贰叁肆伍陆柒捌玖",
    "⓪①②③④⑤⑥⑦⑧⑨",
    "⓿❶❷❸❹❺❻❼❽❾",
    "⁰¹²³⁴⁵⁶⁷⁸⁹",
)
"""Ten digits each: ASCII, full-width, mathematical, Arabic-Indic and others, Chinese, circled."""
UNSEEN = ("\u200b", "\u200c", "\u200d", "\u2060", "\ufeff", "\u00ad", "\ufe0f", "\u202c", "\u20e3")
READ_THROUGH = (
    *(" ", "\u00a0", "\u3000", "\u2009", "-", "–", "—", "\u2011", "_", "/", "\uff0f", "(", ")", "·", "•"),
    *("\uff08", "\uff09", "*", "#", "~", " - ", "\\", "+", "'", "=", "「", "」", "📞"),
)
PAUSES = (",", "\uff0c", "、", ".", "\uff0e")
_MEASURES = "件个次起人户份条项场家"


def mobile(dice: Random) -> str:
    return f"1{dice.choice('3456789')}{dice.randrange(10**9):09d}"


def identity(dice: Random) -> str:
    """18 characters, the last of them an X at times, or the 15 digits of old."""
    area = dice.choice(
        ("431202", "110101", "320583", "650102", "440304", str(dice.randrange(110000, 659004)))
    )
    day = f"{dice.randrange(1, 13):02d}{dice.randrange(1, 29):02d}"
    if dice.random() < 0.3:
        return f"{area}{dice.randrange(30, 100):02d}{day}{dice.randrange(1000):03d}"
    return f"{area}{dice.randrange(1935, 2023)}{day}{dice.randrange(1000):03d}{dice.choice('0123456789X')}"


def disguised(number: str, dice: Random, *, pauses: bool) -> str:
    """The number in random scripts, with what nobody sees and what everybody reads through between digits."""
    scripts = dice.choices(SCRIPTS, k=dice.choice((1, 1, 1, 3)))
    between = (*READ_THROUGH, *PAUSES) if pauses else READ_THROUGH
    marks = dice.choices(between, k=dice.choice((1, 1, 2)))
    often = dice.choice((0.0, 0.2, 0.4, 1.0))
    unseen = dice.choice((0.0, 0.0, 0.3, 1.0))
    written = []
    for place, char in enumerate(number):
        if place and dice.random() < unseen:
            written.append(dice.choice(UNSEEN))
        if place and dice.random() < often:
            written.append(dice.choice(marks))
        crosses = ("X", "x", "\uff38", "\uff58", "×")
        written.append(dice.choice(crosses) if char == "X" else dice.choice(scripts)[int(char)])
    return "".join(written)


def said(number: str, dice: Random) -> str:
    """A sentence with the number."""
    before = dice.choice(
        (
            "咨询请拨",
            "联系电话",
            "联系电话\uff1a",
            "由张某负责\uff0c手机",
            "详询",
            "经办人李某",
            "\uff08号码",
            "证件号",
        )
    )
    after = dice.choice(("。", "\uff0c全天受理。", "\uff09。", "联系。", "", "\uff1b", " 咨询。", "、"))
    return f"{before}{number}{after}"


def clean_sentence(dice: Random) -> str:
    """One of a report's sentences, with figures that belong to nobody."""

    def count() -> str:
        return str(
            dice.choice((dice.randrange(1, 10), dice.randrange(10, 1000), dice.randrange(1000, 20000)))
        )

    measure = dice.choice(_MEASURES)
    counts = [count() for _ in range(dice.randrange(2, 6))]
    year = dice.randrange(2015, 2025)
    day = f"{year}{{0}}{dice.randrange(1, 13)}{{0}}{dice.randrange(1, 29)}".format(dice.choice("-./"))
    money = f"{dice.randrange(10**6, 10**11):,}"
    kinds = (
        f"分别办结{'、'.join(counts)}{measure}。",
        f"先后检查{'、'.join(counts)}余{measure}\uff0c整改到位。",
        "、".join(f"{dice.choice('甲乙丙')}类{number}{measure}" for number in counts) + "。",
        f"投入{money}元\uff0c同比增长{dice.randrange(1000) / 10}%。",
        f"投入{dice.randrange(10**11)}元\uff0c支出{count()}.25万元、{dice.randrange(99)}亿元。",
        f"占{dice.randrange(1000) / 10}%、{dice.randrange(1000) / 10}%、{dice.randrange(1000) / 100}%。",
        f"印发〔{year}〕{count()}号、〔{year + 1}〕{count()}号文件。",
        f"{day}至{year + 1}-{dice.randrange(1, 13):02d}-{dice.randrange(1, 29):02d}开展检查{count()}次。",
        f"{day} {dice.randrange(24)}:{dice.randrange(60):02d}召开会议\uff0c{count()}人参加。",
        f"{day}—{year + 1}.{dice.randrange(1, 13)}.{dice.randrange(1, 29)}\uff0c办件{count()}件。",
        f"二〇二{dice.choice('一二三四')}年{dice.choice('一二三四五六七八九十')}月\uff0c一、二、三、四、五号楼完工。",
        f"师生比为1:{dice.randrange(10, 30)}\uff0c男女比3\uff1a2\uff0c得分{dice.randrange(1000) / 10}分。",
        f"统一社会信用代码9143{dice.randrange(10**8):08d}MA4L{dice.randrange(10**4):04d}。",
        f"执行GB/T {dice.randrange(1000, 40000)}-{year}、GB {count()}.1-{year}。",
        f"热线12345、12348、12368、12309全年接听{count()}个。",
        f"{year}—{year + 1}年\uff0c案卷{count()}/{count()}合格\uff0c编号{count()}-{count()}。",
        f"第{'、'.join(str(number) for number in range(3, 3 + len(counts)))}条\uff0c第{count()}号。",
    )
    return dice.choice(kinds)
