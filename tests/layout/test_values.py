"""Every kind of value, as an office would write it."""

from __future__ import annotations

import pytest

from reportctl.layout import FontClass, Length
from reportctl.layout.values import (
    ValueKind,
    characters,
    choice,
    color,
    count,
    flag,
    font_size,
    length,
    line_pitch,
    words,
)

FONT = choice({one.value: one for one in FontClass} | {"hei": FontClass.HEI})


@pytest.mark.parametrize(
    ("kind", "text", "value"),
    [
        (length(0, 100), "37mm", Length(37 * 72 / 25.4)),
        (length(0, 100), "3.7 cm", Length(37 * 72 / 25.4)),
        (length(0, 100), "28.95磅", Length(28.95)),
        (length(-2, 2), "-0.25pt", Length(-0.25)),
        (font_size(), "3号", Length(16)),
        (font_size(), "三号", Length(16)),
        (font_size(), "小四", Length(12)),
        (font_size(), "小四号", Length(12)),
        (font_size(), "42pt", Length(42)),
        (line_pitch(), "grid", None),
        (line_pitch(), "30磅", Length(30)),
        (count(0, 9, "行"), "2行", 2),
        (count(0, 9, "行"), "2", 2),
        (characters(9), "2字", 2.0),
        (characters(9), "1.5字符", 1.5),
        (FONT, "黑体", FontClass.HEI),
        (FONT, "hei", FontClass.HEI),
        (flag(), "是", True),
        (flag(), "False", False),
        (color(), "红色", "FF0000"),
        (color(), "#c00000", "C00000"),
        (words(4), "", ""),
    ],
)
def test_reads(kind: ValueKind[object], text: str, value: object) -> None:
    assert kind.read(text) == value


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        (length(0, 100), "37"),
        (length(0, 100), "101mm"),
        (length(0, 100), "-1mm"),
        (length(0, 100), "宽"),
        (length(0, 100), "3号"),
        (font_size(), "九号"),
        (font_size(), "16"),
        (font_size(), "4pt"),
        (font_size(), "20mm"),
        (line_pitch(), "2行"),
        (count(0, 9, "行"), "2字"),
        (count(0, 9, "行"), "1.5行"),
        (count(0, 9, "行"), "10"),
        (characters(9), "2mm"),
        (FONT, "隶书"),
        (flag(), "也许"),
        (color(), "粉色"),
        (color(), "FF00"),
        (words(4), "五个汉字长"),
        (words(4), "a\x07"),
    ],
)
def test_refuses(kind: ValueKind[object], text: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - the message is the loader's to make
        kind.read(text)


@pytest.mark.parametrize(
    ("kind", "text", "shown"),
    [
        (length(0, 100), "3.7cm", "3.7cm"),
        (line_pitch(), "grid", "同版面"),
        (count(0, 9, "行"), "2", "2行"),
        (characters(9), "2", "2字"),
        (FONT, "hei", "黑体"),
        (flag(), "true", "是"),
        (color(), "ff0000", "红色"),
        (words(4), "", "（无）"),
    ],
)
def test_shows_what_can_be_read_again(kind: ValueKind[object], text: str, shown: str) -> None:
    assert kind.show(kind.read(text)) == shown


@pytest.mark.parametrize(
    ("text", "twips"),
    [
        ("210mm", 11906),
        ("297mm", 16838),
        ("37mm", 2098),
        ("35mm", 1984),
        ("28mm", 1588),
        ("26mm", 1474),
        ("28.95pt", 579),
        ("29.45pt", 589),
        ("-0.25pt", -5),
    ],
)
def test_twips_are_those_of_word(text: str, twips: int) -> None:
    assert length(-10, 300).read(text).twips == twips


def test_lengths_know_the_other_units() -> None:
    assert Length(72).mm == pytest.approx(25.4)
    assert Length(10.5).half_points == 21
    assert length(0, 1).read("0.35mm").eighths == 8
    assert length(0, 1).read("0.25mm").eighths == 6
    assert str(Length(16)) == "16pt"


def test_a_length_is_the_same_however_it_is_written() -> None:
    assert length(0, 100).read("37mm") == Length(37 * 72 / 25.4, "3.7cm")
