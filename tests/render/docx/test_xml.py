"""Text as XML: long runs are parted, attributes escaped."""

from __future__ import annotations

import pytest

from reportctl.render.docx import xml


def test_nothing_gives_nothing() -> None:
    assert xml.run("") == ""


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
