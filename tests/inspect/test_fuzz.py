"""Damaged and odd packages are refused or judged; nothing else comes out."""

from __future__ import annotations

import time
import zipfile
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree

from reportctl.inspect import RefusedError, inspect
from tests.inspect import handmade

if TYPE_CHECKING:
    from lxml.etree import _Element

    from reportctl.layout import Layout

FORMAL = handmade.formal()
PARTS = handmade.parts(handmade.head() + handmade.body() + handmade.tail() + handmade.imprint())
XML = sorted(name for name in PARTS if name.startswith("word/"))
VALUES = (
    "",
    "0",
    "-1",
    "1.5",
    "99999999999999999999",
    "auto",
    "nil",
    "½",
    "12pt",
    "true",
    "%1%9",
    "a0",
    "\U0001f600",
)
bounded = settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


def judged(data: bytes, layouts: tuple[Layout, ...]) -> None:
    try:
        found = inspect(data, layouts)
    except RefusedError:
        return
    for one in found.deviations:
        assert one.text
        assert one.as_dict("公文.docx")["code"] == one.rule.code


@bounded
@given(length=st.integers(0, len(FORMAL)))
def test_truncated(length: int, layouts: tuple[Layout, ...]) -> None:
    judged(FORMAL[:length], layouts)


@bounded
@given(
    places=st.lists(st.tuples(st.integers(0, len(FORMAL) - 1), st.integers(0, 255)), min_size=1, max_size=8)
)
def test_flipped_bytes(places: list[tuple[int, int]], layouts: tuple[Layout, ...]) -> None:
    data = bytearray(FORMAL)
    for place, value in places:
        data[place] = value
    judged(bytes(data), layouts)


@bounded
@given(data=st.binary(max_size=400))
def test_any_bytes(data: bytes, layouts: tuple[Layout, ...]) -> None:
    judged(data, layouts)
    judged(b"PK\x03\x04" + data, layouts)


def _mutated(content: str, draw: st.DataObject) -> str:
    root = etree.fromstring(content.encode())
    elements = list(root.iter())
    for _ in range(draw.draw(st.integers(1, 6))):
        element = draw.draw(st.sampled_from(elements))
        _mutate(element, elements, draw)
    return etree.tostring(root, encoding="unicode")


def _mutate(element: _Element, elements: list[_Element], draw: st.DataObject) -> None:
    kind = draw.draw(st.sampled_from(("value", "drop", "move", "copy", "text", "rename")))
    parent = element.getparent()
    if kind == "value" and element.attrib:
        name = draw.draw(st.sampled_from(sorted(map(str, element.attrib))))
        element.set(name, draw.draw(st.sampled_from(VALUES)))
    elif kind == "drop" and parent is not None:
        parent.remove(element)
    elif kind == "copy" and parent is not None:
        parent.append(etree.fromstring(etree.tostring(element)))
    elif kind == "move":
        target = draw.draw(st.sampled_from(elements))
        if element not in list(target.iterancestors()) and target is not element:
            target.append(element)
    elif kind == "text":
        element.text = draw.draw(
            st.text(
                st.characters(exclude_categories=["Cc", "Cs"], exclude_characters="\ufffe\uffff"), max_size=20
            )
        )
    elif kind == "rename":
        element.tag = str(draw.draw(st.sampled_from(elements)).tag)


@bounded
@given(name=st.sampled_from(XML), draw=st.data())
def test_odd_xml(name: str, draw: st.DataObject, layouts: tuple[Layout, ...]) -> None:
    files = dict(PARTS)
    files[name] = _mutated(files[name], draw)
    judged(handmade.packed(files), layouts)


LINE = st.text(
    st.sampled_from("关于报告的通知附件抄送印发签发人机密特急一二三12（）()〔〕[]：:、.。年月日号 \u3000\t"),
    max_size=24,
)


@bounded
@given(lines=st.lists(st.tuples(LINE, st.sampled_from(("", handmade.TEXT, handmade.CENTRE))), max_size=20))
def test_any_text(lines: list[tuple[str, str]], layouts: tuple[Layout, ...]) -> None:
    blocks = [handmade.paragraph(handmade.run(text), properties=look) for text, look in lines]
    judged(handmade.packed(handmade.parts(blocks)), layouts)


SPREAD = (
    "附件{}x",
    "附件：{}",
    "签发人{}x",
    "1{}印",
    "抄送{}x",
    "（{}",
    "一{}",
    "2024年1月{}1日",
    "怀鹤政〔2024〕{}3",
    "{}",
)


@pytest.mark.parametrize("look", ["", handmade.TEXT, handmade.CENTRE])
def test_blanks_without_end_take_no_time_without_end(look: str, layouts: tuple[Layout, ...]) -> None:
    texts = [form.format(blank * 100_000) for form in SPREAD for blank in (" ", "\u3000", "一", "(")]
    blocks = [handmade.paragraph(handmade.run(text), properties=look) for text in texts]
    start = time.process_time()
    # uncompressed, or it would be taken for a bomb
    assert inspect(handmade.packed(handmade.parts(blocks), zipfile.ZIP_STORED), layouts).deviations
    assert time.process_time() - start < 5
