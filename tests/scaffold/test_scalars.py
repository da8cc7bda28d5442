"""Whatever is written into a YAML file reads back as it was."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from reportctl.scaffold.wording import remark, scalar
from reportctl.sources import read

TEXTS = st.text(st.characters(exclude_categories=["Cs"]))


@pytest.mark.parametrize("text", ["区司法局", "县委（县政府）办公室", "第3中学", "", "中共鹤城区委"])
def test_an_ordinary_name_needs_no_quotes(text: str) -> None:
    assert scalar(text) == text


@pytest.mark.parametrize(
    "text",
    [
        *("null", "~", "yes", "12:30", "2024-01-01", "0745-0000000", "- 区司法局", "*区司法局", "&a", "!x"),
        *(
            "区司法局: 一",
            "区司法局 #1",
            '区"司法"局',
            "it's",
            "{{ area }}局",
            "[局]",
            "a, b",
            "@局",
            "%局",
            "|",
        ),
        *("\U0001f3db区司法局", "区司法局\\", "区 司法局", "区\u3000司法局", "区\u200b局", "?", "区司法局:"),
    ],
)
def test_an_odd_one_is_quoted(text: str) -> None:
    assert scalar(text).startswith('"')


@given(TEXTS.filter(bool))
def test_every_text_reads_back(text: str) -> None:
    for written in (f"name: {scalar(text)}\n", f"name: [{scalar(text)}, 乙]\n"):
        file, findings = read("x.yaml", written.encode())

        assert file is not None
        assert findings == ()
        assert file.data["name"] in (text, [text, "乙"])
        assert yaml.safe_load(written)["name"] in (text, [text, "乙"])


@given(TEXTS)
def test_a_remark_stays_a_comment(text: str) -> None:
    file, _ = read("x.yaml", f"name: 甲\n# {remark(text)}\nother: 乙\n".encode())

    assert file is not None
    assert file.data == {"name": "甲", "other": "乙"}
