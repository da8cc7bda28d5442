"""The order of children stands in one place, and what has no place there is refused."""

from __future__ import annotations

import pytest

from reportctl.render.docx import xml


def test_children_come_in_the_order_of_the_schema_whatever_the_order_given() -> None:
    children = {"jc": 'w:val="both"', "keepNext": "", "spacing": 'w:line="579"'}
    expected = '<w:pPr><w:keepNext/><w:spacing w:line="579"/><w:jc w:val="both"/></w:pPr>'
    assert xml.paragraph_properties(children) == expected
    assert xml.paragraph_properties(dict(reversed(children.items()))) == expected


def test_content_is_told_from_attributes() -> None:
    assert xml.paragraph_properties({"tabs": "<w:tab/>"}) == "<w:pPr><w:tabs><w:tab/></w:tabs></w:pPr>"


def test_nothing_gives_nothing() -> None:
    assert xml.character_properties({}) == ""
    assert xml.run("") == ""


@pytest.mark.parametrize("name", ["sz", "framePr", "nonsense"])
def test_a_child_without_a_place_is_refused(name: str) -> None:
    with pytest.raises(ValueError, match=name):
        xml.paragraph_properties({name: ""})


def test_long_text_goes_into_several_runs() -> None:
    runs = xml.run("字" * 2_500_000)
    assert runs.count("<w:r>") == 3
    assert runs.count("字") == 2_500_000


@pytest.mark.parametrize(
    ("text", "value"),
    [('a"b', "a&quot;b"), ("<&>", "&lt;&amp;>"), ("a\n\tb", "a  b"), ("a\x00b\ud800", "a\ufffdb\ufffd")],
)
def test_attributes(text: str, value: str) -> None:
    assert xml.attribute(text) == value
