"""An office's own layout: laid over a shipped one, its faults found at their place, its deviations listed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from reportctl import layout
from reportctl.errors import ExitCode, FileError, ProjectError
from reportctl.layout import FontClass, Layout, Strength
from reportctl.layout.codes import RULES

if TYPE_CHECKING:
    from pathlib import Path

    from reportctl.findings import Rule


def load(folder: Path, text: str) -> Layout:
    (folder / "office.yaml").write_text(text, encoding="utf-8")
    return layout.load("office.yaml", folder)


def faults(folder: Path, text: str) -> list[tuple[str, int, int, str, str]]:
    with pytest.raises(ProjectError) as caught:
        load(folder, text)
    assert caught.value.exit_code is ExitCode.PROJECT
    found = caught.value.findings
    assert {one.span.file for one in found} == {"office.yaml"}
    return [(one.code, one.span.line, one.span.column, one.message, one.hint) for one in found]


def test_changes_only_what_it_names(tmp_path: Path) -> None:
    own = load(tmp_path, "based_on: gb9704\nelements:\n  heading1: {bold: true}\n")
    plain = layout.load("gb9704", tmp_path)
    pairs = zip(layout.walk(plain), layout.walk(own), strict=True)
    assert [one.key for one, other in pairs if one != other] == ["elements.heading1.bold"]
    assert own.name == "office.yaml"
    assert layout.deviations(own) == ()


def test_lists_every_deviation_with_its_clause(tmp_path: Path) -> None:
    own = load(
        tmp_path,
        "based_on: gb9704\n"
        "page: {top: 35mm}\n"
        "elements: {heading2: {font: 黑体, bold: 是}}\n"
        "page_number: {place: 居中}\n",
    )
    assert layout.deviations(own) == (
        layout.ListedSetting("page.top", "天头", "35mm", "37mm", "GB/T 9704-2012 第5.2.1条", Strength.MUST),
        layout.ListedSetting(
            "elements.heading2.font",
            "二级标题的字体",
            "黑体",
            "楷体",
            "GB/T 9704-2012 第7.3.3条",
            Strength.SHOULD,
        ),
        layout.ListedSetting(
            "page_number.place", "页码位置", "居中", "单右双左", "GB/T 9704-2012 第7.5条", Strength.MUST
        ),
    )


def test_what_lies_within_the_tolerance_is_no_deviation(tmp_path: Path) -> None:
    assert layout.deviations(load(tmp_path, "page: {top: 37.5mm}")) == ()


def test_names_may_be_chinese_and_the_base_may_be_left_out(tmp_path: Path) -> None:
    own = load(tmp_path, "页面: {天头: 3.65cm}\n要素:\n  一级标题: {字号: 小三}\n")
    assert own.page.top.shown == "3.65cm"
    assert own.elements.heading1.size.value.points == 15


def test_a_changed_default_reaches_the_elements_that_state_nothing(tmp_path: Path) -> None:
    own = load(tmp_path, "elements: {default: {size: 4号}, note: {size: 小四}}")
    assert own.elements.recipients.size.value.points == 14
    assert own.elements.note.size.value.points == 12
    assert own.elements.body.size.value.points == 16


def test_fonts_by_preset_and_by_name(tmp_path: Path) -> None:
    own = load(tmp_path, "fonts: {preset: windows, kai: 华文楷体, latin: Times New Roman}")
    assert own.font(FontClass.FANGSONG) == "仿宋"
    assert own.font(FontClass.KAI) == "华文楷体"
    assert own.alternatives(FontClass.KAI) == ("楷体_GB2312", "楷体", "FandolKai")
    assert own.fonts.latin.value == "Times New Roman"
    assert layout.deviations(own) == ()


def test_may_be_based_on_the_companion_standard(tmp_path: Path) -> None:
    own = load(tmp_path, "based_on: gb33476\npage: {top: 33mm}")
    assert [line.citation for line in layout.deviations(own)] == ["GB/T 33476.2-2016"]


@pytest.mark.parametrize(
    ("text", "expected", "says"),
    [
        ("pages: {top: 35mm}", ("layout-unknown-key", 1, 1), ("pages", "page")),
        ("page:\n  topp: 35mm", ("layout-unknown-key", 2, 3), ("topp", "top")),
        ("page:\n  天投: 35mm", ("layout-unknown-key", 2, 3), ("天投", "天头")),
        ("based_onn: gb9704", ("layout-unknown-key", 1, 1), ("based_onn", "based_on")),
        ("presets: {own: {仿宋: 仿宋}}", ("layout-unknown-key", 1, 1), ("presets", "fonts")),
        ("page: {top: 37}", ("layout-bad-value", 1, 13), ("“天头”不能是“37”", "37mm")),
        ("page: {top: 370mm}", ("layout-bad-value", 1, 13), ("370mm", "100mm")),
        ("page: {top: }", ("layout-bad-value", 1, 13), ("天头", "37mm")),
        ("page: {top: {value: 37mm}}", ("layout-bad-value", 1, 13), ("应为一个值", "37mm")),
        ("page: 37mm", ("layout-bad-value", 1, 7), ("page", "top")),
        ("page: {top: 36mm, 天头: 38mm}", ("layout-bad-value", 1, 23), ("写了两次", "只写一个")),
        ("elements: {body: {font: 隶书}}", ("layout-bad-value", 1, 25), ("隶书", "仿宋")),
        ("elements: {body: {font: }}", ("layout-bad-value", 1, 25), ("字体", "仿宋")),
        ("based_on: gb9705", ("layout-bad-value", 1, 11), ("gb9705", "gb9704")),
        ("based_on: [gb9704]", ("layout-bad-value", 1, 11), ("based_on", "gb9704")),
        ("- page", ("layout-bad-value", 1, 1), ("版面文件", "based_on")),
        ("fonts: {preset: mac}", ("layout-bad-value", 1, 17), ("mac", "windows")),
        ("page: {left: 100mm, right: 100mm}", ("layout-bad-value", 1, 14), ("版心", "page.right")),
        (
            "page: {top: 100mm, bottom: 100mm, height: 205mm}",
            ("layout-bad-value", 1, 13),
            ("版心", "page.top"),
        ),
        ("grid: {lines: 22, line_pitch: 30pt}", ("layout-bad-value", 1, 15), ("22 行", "grid.lines 改为 21")),
        ("grid: {lines: 1}", ("layout-bad-value", 1, 15), ("每面 1 行", "grid.lines")),
        ("grid: {lines: 60}", ("layout-bad-value", 1, 15), ("小于字号", "行距")),
        ("grid: {characters: 40字}", ("layout-bad-value", 1, 20), ("40 字", "grid.characters 改为 27")),
        ("grid: {characters: 10字}", ("layout-bad-value", 1, 20), ("10 字", "grid.characters 改为 27")),
        ("grid: {character_spacing: -2mm}", ("layout-bad-value", 1, 27), ("-2mm", "grid.characters")),
        ("grid: {characters: 28, character_spacing: 0pt}", ("layout-bad-value", 1, 20), ("28 字", "改为 27")),
        ("page: {height: 110mm}", ("layout-bad-value", 1, 16), ("放不下", "letterhead.mark_top")),
        (
            "page: {width: 120mm}\nelements: {body: {first_line: 10字}}",
            ("layout-bad-value", 2, 31),
            ("写不下", "缩进"),
        ),
        ("elements: {title: {size: 36pt}}", ("layout-bad-value", 1, 26), ("小于字号", "字号")),
        ("elements: {date: {first_line: 2字}}", ("layout-unknown-key", 1, 19), ("first_line", "右空")),
        ("要素: {成文日期: {首行缩进: 2字}}", ("layout-unknown-key", 1, 13), ("首行缩进", "右空")),
        ("elements: {default: {align: 居中}}", ("layout-unknown-key", 1, 22), ("align", "字体")),
        ("grid: {lines: 10, line_pitch: 15pt}", ("layout-bad-value", 1, 31), ("小于字号", "行距")),
        ("elements: {heading1: {size: 30pt}}", ("layout-bad-value", 1, 29), ("小于字号", "字号")),
        ("page_number: {gap: 34mm}", ("layout-bad-value", 1, 20), ("纸外", "page_number.gap")),
    ],
)
def test_faults(tmp_path: Path, text: str, expected: tuple[str, int, int], says: tuple[str, str]) -> None:
    found = faults(tmp_path, text)
    assert any(one[:3] == expected and says[0] in one[3] and says[1] in one[4] for one in found), found


def test_all_faults_come_at_once(tmp_path: Path) -> None:
    found = faults(tmp_path, "pagee: {}\npage: {top: 1km, left: 28}\ngrid: {mode: squares}")
    assert [(line, column) for _, line, column, _, _ in found] == [(1, 1), (2, 13), (2, 24), (3, 14)]


def test_a_file_that_is_no_yaml_is_refused_with_the_place(tmp_path: Path) -> None:
    with pytest.raises(ProjectError) as caught:
        load(tmp_path, "page: {top: 35mm\ngrid: 1")
    assert caught.value.findings[0].span.file == "office.yaml"


@pytest.mark.parametrize("name", ["gb9074", "office.yaml", "../office.yml"])
def test_a_layout_that_is_not_there(tmp_path: Path, name: str) -> None:
    with pytest.raises(ProjectError) as caught:
        layout.load(name, tmp_path)
    assert name in caught.value.message
    assert caught.value.hint


def test_a_folder_instead_of_a_file(tmp_path: Path) -> None:
    (tmp_path / "office.yaml").mkdir()
    with pytest.raises(FileError):
        layout.load("office.yaml", tmp_path)


@pytest.mark.parametrize("rule", RULES, ids=[rule.code for rule in RULES])
def test_the_examples_in_the_manual_are_true(tmp_path: Path, rule: Rule) -> None:
    assert rule.code in {fault[0] for fault in faults(tmp_path, rule.bad)}
    assert load(tmp_path, rule.good)
