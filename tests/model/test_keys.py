"""Every key is declared once, beside its field, with a Chinese name that is its own."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from reportctl.model.keys import EDIT, ITEM, REPORT, SHAPES, SUBMISSION, Shape, names, shape_of

shapes = pytest.mark.parametrize("shape", SHAPES.values(), ids=SHAPES)


@shapes
def test_no_two_keys_of_a_mapping_have_one_chinese_name(shape: Shape) -> None:
    assert len(shape.english) == len(shape.names)
    assert not shape.english.keys() & shape.names.keys()


@shapes
def test_no_two_values_of_a_key_have_one_chinese_word(shape: Shape) -> None:
    for words in shape.values.values():
        assert len({*words, *words.values()}) == 2 * len(words)


def test_fixed_values_have_chinese_words_in_their_own_order() -> None:
    assert REPORT.values["form"] == {"plain": "白头", "formal": "红头", "public": "公开"}
    assert REPORT.below["outline"].values["points"] == {"inline": "连写", "numbered": "编号"}
    assert list(EDIT.values["part"]) == ["achievements", "shortcomings", "plans", "leadership", "other"]


def test_what_stands_below_a_key_is_a_shape_of_its_own() -> None:
    assert SUBMISSION.below["plans"] is ITEM
    assert ITEM.below["figures"].below == {}
    assert {"parts", "其中"} <= names(SUBMISSION)


def test_a_string_may_stand_for_an_item_and_for_a_department() -> None:
    department = REPORT.below["departments"]

    assert ITEM.of_string is not None
    assert department.of_string is not None
    assert ITEM.of_string("加强监管。全年检查。") == {"heading": "加强监管", "text": "全年检查。"}
    assert department.of_string("区司法局") == {"name": "区司法局"}


def test_a_field_without_a_chinese_name_is_refused() -> None:
    with pytest.raises(TypeError, match="Nameless"):
        shape_of(Nameless)


@dataclass
class Nameless:
    heading: str
