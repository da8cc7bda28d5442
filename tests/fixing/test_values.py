"""A mend changes the value it names and nothing else, in every style of YAML; one that would is not made."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from reportctl.sources import YamlFile, read
from reportctl.sources.editing import Addition, apply_fixes
from reportctl.sources.events import start_of
from reportctl.splicing import Splice


def load(text: str) -> YamlFile:
    file, findings = read("x.yaml", text.encode())
    assert file is not None, findings
    assert findings == ()
    return file


def swap(file: YamlFile, key: str, old: str, new: str) -> Splice:
    """The mend that a rule would ask for: `new` for `old` in the value of `key`."""
    value = file.data[key]
    start = value.index(old)
    return Splice(*file.inner((key,), start, start + len(old)), new)


# Style to a text, and what `，` in place of `,` makes of it.
STYLES = {
    "plain": ("k: 检查\x2c整改 # 注\n", "k: 检查，整改 # 注\n"),
    "plain over lines": ("k: 检查\x2c整改\n   又改\n", "k: 检查，整改\n   又改\n"),
    "double": ('k: "检查\x2c整改"\n', 'k: "检查，整改"\n'),
    "double escape": ('k: "检查\\u002c整改"\n', 'k: "检查，整改"\n'),
    "double short escape": ('k: "检查\\x2c整\\"改"\n', 'k: "检查，整\\"改"\n'),
    "double joined": ('k: "检\\\n  查\x2c整改"\n', 'k: "检\\\n  查，整改"\n'),
    "single": ("k: '检''查\x2c整改'\n", "k: '检''查，整改'\n"),
    "literal": ("k: |\n  检查\x2c整改\n  又改\n", "k: |\n  检查，整改\n  又改\n"),
    "literal strip": ("k: |-  # 注\n    检查\x2c整改", "k: |-  # 注\n    检查，整改"),
    "folded": ("k: >\n  又改\n  检查\x2c整改\n", "k: >\n  又改\n  检查，整改\n"),
    "flow": ("{k: 检查\x2c整改, z: 1}\n".replace("\x2c整", ";整"), "{k: 检查，整改, z: 1}\n"),
    "crlf": ("a: 1\r\nk: 检查\x2c整改\r\nz: 1", "a: 1\r\nk: 检查，整改\r\nz: 1"),
}


@pytest.mark.parametrize("name", STYLES)
def test_every_style(name: str) -> None:
    before, after = STYLES[name]
    file = load(before)
    mark = ";" if name == "flow" else "\x2c"
    outcome = apply_fixes(file.source, [(swap(file, "k", mark, "，"),)])
    assert outcome.text == after
    assert (list(outcome.made), outcome.refused) == ([0], ())


@pytest.mark.parametrize(
    ("text", "new", "written"),
    [
        ('k: "甲乙"', 'a"b\\', 'k: "甲a\\"b\\\\"'),
        ("k: '甲乙'", "a'b", "k: '甲a''b'"),
        ("k: 甲乙", "a'b", "k: 甲a'b"),
    ],
)
def test_new_text_is_written_as_the_style_demands(text: str, new: str, written: str) -> None:
    file = load(text)
    assert apply_fixes(file.source, [(swap(file, "k", "乙", new),)]).text == written


# What a mend in a plain scalar could do to everything else, and must not.
HARMFUL = {
    "a mapping": ("k: 甲乙丙", "乙", ": "),
    "a comment": ("k: 甲乙丙", "乙", " #"),
    "a list": ("k: 1.[甲]", "1.", ""),
    "a quoted text": ('k: 1."甲"乙', "1.", ""),
    "an anchor": ("k: 1.&甲", "1.", ""),
    "the end of a flow mapping": ("{k: 甲乙丙}", "乙", "}"),
    "another value in a flow mapping": ("{k: 甲乙丙}", "乙", ", a: "),
    "nothing": ("k: 1.", "1.", ""),
    "nothing in quotes": ('k: "1."', "1.", ""),
    "null": ("k: 1.~", "1.", ""),
    "blanks that are lost": ("k: 甲乙", "乙", "  "),
    "a line less": ("k: 甲\n  乙", " ", ""),
    "a line more": ("k: 甲乙", "乙", "\n乙"),
    "another level of a block": ("k: |\n  甲\n  乙", "甲", "   甲"),
}


@pytest.mark.parametrize("name", HARMFUL)
def test_a_mend_that_changes_more_than_its_value_is_refused(name: str) -> None:
    text, old, new = HARMFUL[name]
    file = load(text)
    outcome = apply_fixes(file.source, [(swap(file, "k", old, new),)])
    assert (outcome.text, outcome.made, outcome.refused) == (text, {}, (0,))


def test_a_harmful_mend_does_not_keep_the_others_from_being_made() -> None:
    text = "".join(f"k{number}: 甲乙丙\n" for number in range(40))
    file = load(text)
    mends = [(swap(file, f"k{number}", "乙", ": " if number % 7 == 3 else "，"),) for number in range(40)]
    outcome = apply_fixes(file.source, mends)
    assert outcome.refused == (3, 10, 17, 24, 31, 38)
    assert outcome.text.count("甲，丙") == 34


def test_however_many_do_harm_the_others_are_made() -> None:
    file = load("".join(f"k{number}: 甲乙丙\n" for number in range(1000)))
    mends = [(swap(file, f"k{number}", "乙", " #" if number % 2 else "，"),) for number in range(1000)]
    outcome = apply_fixes(file.source, mends)
    assert outcome.refused == tuple(range(1, 1000, 2))
    assert list(outcome.made) == list(range(0, 1000, 2))


def test_mends_that_do_harm_only_together_are_not_all_made() -> None:
    file = load('k: "甲乙"\nz: 丙丁\n')
    gone = [(swap(file, "k", char, ""),) for char in "甲乙"]
    outcome = apply_fixes(file.source, [*gone, (swap(file, "z", "丙", "，"),)])
    assert len(outcome.made) == 2
    assert outcome.text in {'k: "乙"\nz: ，丁\n', 'k: "甲"\nz: ，丁\n'}


def test_of_a_mend_in_several_places_all_or_none_is_made() -> None:
    file = load("k: 甲乙丙\nz: 甲丁丙\n")
    both = (swap(file, "k", "乙", "，"), swap(file, "z", "丁", ": "))
    assert apply_fixes(file.source, [both]).refused == (0,)
    both = (swap(file, "k", "乙", "，"), swap(file, "z", "丁", "；"))
    assert apply_fixes(file.source, [both]).text == "k: 甲，丙\nz: 甲；丙\n"


def test_of_overlapping_mends_the_first_is_made_and_the_other_waits() -> None:
    file = load("k: 甲乙丙丁\n")
    outcome = apply_fixes(file.source, [(swap(file, "k", "乙丙", "，"),), (swap(file, "k", "丙丁", "。"),)])
    assert (outcome.text, list(outcome.made), outcome.refused) == ("k: 甲，丁\n", [0], ())


@pytest.mark.parametrize("where", [Splice(0, 1, "x"), Splice(1, 2, "x"), Splice(2, 6, "x")])
def test_what_lies_outside_of_values_is_not_touched(where: Splice) -> None:
    file = load("k: 甲 # 注\n")
    assert apply_fixes(file.source, [(where,)]).refused == (0,)


def test_a_value_that_cannot_be_followed_is_not_touched() -> None:
    file = load("k: 甲\x85  乙丙\n")
    assert apply_fixes(file.source, [(swap(file, "k", "乙", "x"),)]).refused == (0,)


KEYS = {
    "flow": ("- {a: 1, heading: 甲, b: 2}\n", "- {a: 1, heading: 甲, was: x, b: 2}\n"),
    "flow, last": ("- {heading: '甲' }\n", "- {heading: '甲', was: x }\n"),
    "flow over lines": (
        "- {heading: 甲 # 注\n  , b: 2}\n",
        "- {heading: 甲, was: x # 注\n  , b: 2}\n",
    ),
    "block": ("- heading: 甲\n  b: 2\n", "- heading: 甲\n  was: x\n  b: 2\n"),
    "block with a comment": (
        "-   a: 1\n    heading: 甲 # 注\n    # 注\n    b: 2\n",
        "-   a: 1\n    heading: 甲 # 注\n    was: x\n    # 注\n    b: 2\n",
    ),
    "block, last, no line end": ("- a: 1\n  heading: 甲", "- a: 1\n  heading: 甲\n  was: x"),
    "block, crlf, no line end": ("- a: 1\r\n  heading: 甲", "- a: 1\r\n  heading: 甲\r\n  was: x"),
    "block, crlf": ("- heading: 甲\r\n  b: 2\r\n", "- heading: 甲\r\n  was: x\r\n  b: 2\r\n"),
    "heading over lines": (
        "- heading: 甲\n    乙\n  b: 2\n",
        "- heading: 甲\n    乙\n  was: x\n  b: 2\n",
    ),
    "heading as a block": (
        "- heading: >-\n    甲\n  b: 2\n",
        "- heading: >-\n    甲\n  was: x\n  b: 2\n",
    ),
    "nested": ("- m: [{heading: 甲}]\n", "- m: [{heading: 甲, was: x}]\n"),
}


@pytest.mark.parametrize("name", KEYS)
def test_a_key_is_added_behind_another(name: str) -> None:
    before, after = KEYS[name]
    file = load(before)
    path = (0, "m", 0, "heading") if name == "nested" else (0, "heading")
    outcome = apply_fixes(file.source, [Addition(start_of(file.node(path)), "was", "x")])
    assert outcome.text == after
    assert load(after).data[0].get("was", "x") == "x"


def test_a_key_is_not_added_where_there_is_no_mapping_or_no_room() -> None:
    file = load("- [heading: 甲]\n- ? heading\n  : 甲\n- 甲\n")
    places = [start_of(file.node(path)) for path in ((0, 0, "heading"), (2,))]
    outcome = apply_fixes(file.source, [Addition(at, "was", "x") for at in places])
    assert outcome.refused == (0, 1)


WORDS = st.text("甲乙,:; #'\"\\[]{}-~1.，。\n ", min_size=1, max_size=12)
TEXTS = st.sampled_from(
    ["k: {}\nz: 尾 # 注\n", 'k: "{}"\nz: 尾\n', "k: '{}'\nz: 尾\n", "[{}, 尾]\n", "k: |\n  {}\nz: 尾\n"]
)


@given(TEXTS, WORDS, st.data())
@example("k: {}\nz: 尾 # 注\n", "甲,乙", None)
def test_the_data_is_the_old_data_with_the_mends(frame: str, words: str, data: st.DataObject | None) -> None:
    file, findings = read("x.yaml", frame.replace("{}", words).encode())
    if file is None or findings or not isinstance(file.data, dict) or not isinstance(file.data.get("k"), str):
        return
    value = file.data["k"]
    # the line break at a block's end stands where the block ends
    last = len(value.rstrip("\n"))
    start = data.draw(st.integers(0, last)) if data else 1
    end = data.draw(st.integers(start, last)) if data else 2
    new = data.draw(st.text("乙，;: #'\"\\]-", max_size=3)) if data else "，"
    outcome = apply_fixes(file.source, [(Splice(*file.inner(("k",), start, end), new),)])
    again, faults = read("x.yaml", outcome.text.encode())
    assert again is not None
    assert faults == ()
    expected = {**file.data, "k": value[:start] + new + value[end:]} if outcome.made else file.data
    assert again.data == expected
    assert outcome.text.count("\n") == file.source.text.count("\n")
    assert ("# 注" in outcome.text) == ("# 注" in file.source.text)
