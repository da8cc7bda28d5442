"""Every character of a value is found again in the file, whatever YAML style it was written in."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportctl.sources import YamlFile, read

CASES = {
    "plain": "k: 加强监管，全年20次",
    "plain over lines": "k: 加强\n  监管\n\n  全年\nz: 1",
    "double": 'k: "加强\\u201c监管\\"，\\n全年"',
    "double over lines": 'k: "加强\n  监管\n\n  全年 \\\n  二十"',
    "single": "k: '加强''监管'",
    "single over lines": "k: '加强\n  监管''\n\n  全年'",
    "literal": "k: |\n  加强\n  监管\n\n  全年\nz: 1",
    "literal keep": "k: |+\n  加强\n\n\nz: 1",
    "literal strip": "k: |-\n  加强\n  监管",
    "literal indent": "k: |2\n   加强\n  监管\n",
    "folded": "k: >\n  加强\n  监管\n\n  全年\n   缩进\n  二十\n",
    "folded strip with comment": "k: >- # 注释\n  加强\n  监管\n",
    "crlf": "k: |\r\n  加强\r\n  监管\r\nz: 1\r\n",
}


def load(text: str) -> YamlFile:
    file, findings = read("x.yaml", text.encode())
    assert file is not None, findings
    return file


def check(text: str, value: str) -> None:
    file = load(text)
    assert file.data["k"] == value
    seen = -1
    for index, char in enumerate(value):
        start, end = file.inner(("k",), index, index + 1)
        assert start >= seen
        if char not in " \n":
            assert start > seen
            found = file.source.text[start:end]
            assert found == char or text[start] in "\\'", (index, char, found)
        seen = start


@pytest.mark.parametrize("name", CASES)
def test_each_style(name: str) -> None:
    check(CASES[name], load(CASES[name]).data["k"])


def test_the_place_of_a_word_in_a_folded_block() -> None:
    file = load("a: 1\nk: >\n  全年检查20次，\n  发现问题3个。\n")
    start = file.data["k"].index("问题")
    span = file.inner_span(("k",), start, start + 2)
    assert (span.line, span.column, span.end_line, span.end_column) == (4, 5, 4, 7)


LINES = st.lists(
    st.text(alphabet="法治政府a1 \"'：，", min_size=1, max_size=12).map(str.strip).filter(bool),
    min_size=1,
    max_size=5,
)


@given(LINES, st.sampled_from(["|", "|-", "|+", ">", ">-"]), st.sampled_from(["\n", "\r\n"]), st.booleans())
def test_blocks(lines: list[str], header: str, newline: str, gap: bool) -> None:
    text = f"k: {header}{newline}" + "".join(f"  {line}{newline}{newline if gap else ''}" for line in lines)
    check(text, load(text).data["k"])


@given(LINES)
def test_quoted(lines: list[str]) -> None:
    body = "\n  ".join(line.replace("'", "''") for line in lines)
    text = f"k: '{body}'\n"
    check(text, load(text).data["k"])
    body = "\n  ".join(line.replace('"', '\\"') for line in lines)
    text = f'k: "{body}"\n'
    check(text, load(text).data["k"])
