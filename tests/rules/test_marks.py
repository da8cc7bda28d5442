"""Pairs, collisions, dashes, ellipses and odd characters: found at their place, never in sound text."""

from __future__ import annotations

import pytest

from tests.rules.sheets import findings, marked, mended

WRONG = [
    ("unpaired", "印发《行政执法指导手册1500册。", ["《"]),
    ("unpaired", "印发行政执法指导手册》1500册。", ["》"]),
    ("unpaired", "落实“双随机、一公开监管，推行“一件事”改革。", ["“"]),
    ("unpaired", "全区（含乡镇共20个。", ["（"]),
    ("unpaired", "召开会议。\n\n印发〔2023〕3号文件】。", ["】"]),
    ("whole-in-quotes", "“全年检查20次，发现问题3个。”", ["“"]),
    ("colliding-marks", "全年检查20次，。", ["，。"]),
    ("colliding-marks", "全年检查20次。。发现问题3个。", ["。。"]),
    ("colliding-marks", "检查20次、，发现问题。", ["、，"]),
    ("colliding-marks", "印发《》20册，“”一类。", ["《》", "“”"]),
    ("colliding-marks", "落实（，含乡镇）责任。", ["（，"]),
    ("colliding-marks", "落实责任（含乡镇，）。", ["，）"]),
    ("colliding-marks", "全年检查20次,,发现问题.", [",,"]),
    ("wrong-ellipsis", "普法、调解...等工作。", ["..."]),
    ("wrong-ellipsis", "普法、调解。。。", ["。。。"]),
    ("wrong-ellipsis", "普法、调解…等工作。", ["…"]),
    ("wrong-ellipsis", "普法………等工作。", ["………"]),
    ("wrong-long-dash", "打造品牌--法治小院。", ["--"]),
    ("wrong-long-dash", "打造品牌──法治小院。", ["──"]),
    ("wrong-long-dash", "打造“品牌”－－“小院”。", ["－－"]),
    ("wrong-long-dash", "打造品牌———法治小院，落实责任–压实到人。", ["———", "–"]),
    ("wrong-ellipsis", "普法、调解．．．等工作。", ["．．．"]),
    ("variant-character", "全年检查２０次，满意率９５．５％。", ["２０", "９５．５％"]),
    ("control-character", "全年\x0b检查。", ["\x0b"]),
    ("garbled-character", "全年\ufffd查。", ["\ufffd"]),
    ("invisible-character", "全年\u200b检查\ufeff。", ["\u200b", "\ufeff"]),
    ("private-character", "\ue5e5全年检查。", ["\ue5e5"]),
    ("variant-character", "全\u2f45检查。", ["\u2f45"]),
    ("look-alike", "全年检查2O次，发现l0个。", ["O", "l0"]),
    ("look-alike", "二0二三年、二O二四年。", ["0", "O"]),
]

SOUND = [
    ("unpaired", "《〈重大行政决策程序暂行条例〉释义》（含“两书”）〔2023〕3号。"),
    ("unpaired", "措施有：1）检查；2）培训；（3）整改。"),
    ("unpaired", "东经109°58'30\"，it's 5'30\"。"),
    ("whole-in-quotes", "“一网通办”和“一件事”"),
    ("whole-in-quotes", "# “我为群众办实事”"),
    ("colliding-marks", "建立“一网通办”、“一件事”，《条例》《办法》（试行）。"),
    ("colliding-marks", "谁来执法？！他说：“检查。”随后……"),
    ("colliding-marks", "比例为3:1，占1.5%。时间8:30—9:00。"),
    ("wrong-ellipsis", "普法、调解……；见www.example.gov.cn。"),
    ("wrong-long-dash", "打造品牌——法治小院；0745-2023001；北京－上海；——目标。"),
    ("variant-character", "法治建設，〇、々。"),
    ("look-alike", "5G、PM2.5、IO口、二〇二三年、No.1、O型血。"),
]

MENDED = [
    ("colliding-marks", "检查20次。。发现3个，，整改。", "检查20次。发现3个，整改。"),
    ("wrong-ellipsis", "普法...调解…", "普法……调解……"),
    ("wrong-long-dash", "品牌--小院", "品牌——小院"),
    ("invisible-character", "全年\u200b检查。", "全年检查。"),
    ("variant-character", "全\u2f45检查。", "全方检查。"),
    ("variant-character", "检查２０次，ＡＢ类。", "检查20次，AB类。"),
    ("wrong-long-dash", "品牌———小院", "品牌——小院"),
    ("look-alike", "检查2O次，二0二三年。", "检查20次，二〇二三年。"),
]


@pytest.mark.parametrize(("code", "text", "expected"), WRONG)
def test_what_is_wrong_is_marked(code: str, text: str, expected: list[str]) -> None:
    assert marked(code, text) == expected


@pytest.mark.parametrize(("code", "text"), SOUND)
def test_sound_text_is_left_alone(code: str, text: str) -> None:
    assert marked(code, text) == []


@pytest.mark.parametrize(("code", "text", "expected"), MENDED)
def test_the_mend_makes_it_right(code: str, text: str, expected: str) -> None:
    assert mended(code, text) == expected
    assert marked(code, mended(code, text)) == []


def test_a_quotation_mark_is_not_told_within_quotation_marks() -> None:
    told = [
        findings("unpaired", text)[0].message for text in ("落实“双随机。", '落实"双随机。', "落实《条例。")
    ]

    assert told == [
        "引号（“）没有成对，后面缺少（”）",
        '直引号（"）只有一个，没有成对',
        "书名号“《”没有成对，后面缺少“》”",
    ]


def test_different_marks_that_collide_are_for_a_person_to_decide() -> None:
    (one,) = findings("colliding-marks", "检查20次，。")

    assert one.fix == ()
