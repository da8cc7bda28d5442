"""Properties of fixing a submission: the words of the report stay, and so do comments."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from reportctl.assemble.entries import Entry, entries
from reportctl.model.files import SUBMISSION_KEYS, load_submission
from reportctl.model.report import Department
from reportctl.project.alone import check_alone
from reportctl.project.files import RawFile
from reportctl.project.fixed_file import FixedFile, fix_file
from reportctl.sources import read

# What merging mends by itself: with these rules, and no other, mending must not change a word of the report.
MERGING = frozenset({"half-width", "typed-number", "lost-end"})
WORDS = st.sampled_from(
    [
        "全年检查",
        "整改",
        "问题20个",
        "2021-2023年",
        "比例3:1",
        "OA系统",
        "一网通办",
        "1.5万户",
        "二十大",
        "其中",
    ]
)
MARKS = st.sampled_from(
    [
        *(
            "\x2c",
            "\x2c ",
            ";",
            ":",
            "?",
            " ",
            "　",
            "，",
            "、",
            "“报”",
            '"报"',
            "'报'",
            "(含报)",
            "（含报）",
            " # ",
            "#",
        )
    ]
)
NUMBERS = st.sampled_from(["", "1.", "（一）", "一是", "①", "第一，", "(1) "])
ODD = st.sampled_from(
    ["(", '"', "'", "”", "...", "，，", "--", "[", "]", "}", "&", "\\", "⾏", "。", "1.", "\u200b"]
)
PROSE = st.builds(
    lambda number, pairs, word: "".join([number, *("".join(pair) for pair in pairs), word]),
    NUMBERS,
    st.lists(st.tuples(WORDS, MARKS), max_size=3),
    WORDS,
)
CHAOS = st.lists(WORDS | MARKS | NUMBERS | ODD, min_size=1, max_size=8).map("".join)
STYLES = st.sampled_from(["plain", "double", "single", "literal", "folded", "wrapped"])


def scalar(text: str, style: str, indent: str) -> str:
    """The text as a YAML value in a style; what the style cannot hold becomes another text, or none."""
    if style == "double":
        return '"' + text.replace("\\", "\\\\").replace('"', '\\"').replace("\x2c", "\\x2c") + '"'
    if style == "single":
        return "'" + text.replace("'", "''") + "'"
    if style in {"literal", "folded"}:
        mark = "|" if style == "literal" else ">-"
        half = len(text) // 2
        lines = [line if line.strip() else "甲" for line in (text[:half], text[half:], "# 不是注释")]
        return "\n".join([mark, *(f"{indent}  {line}" for line in lines)])
    return text.replace("20个", f"20个\n{indent}  ") if style == "wrapped" else text


@st.composite
def submissions(draw: st.DrawFn, texts: st.SearchStrategy[str]) -> bytes:
    """A submission of such texts in every style, with comments wherever they may stand."""
    lines = ["# 开头的注释\x2c1.", "department: 县司法局", "year: 2023", "achievements:  # 注释\x2c一"]
    for number in range(draw(st.integers(1, 3))):
        lines.append(f"  - heading: {scalar(draw(texts), draw(STYLES), '    ')}")
        lines += ("    # 注释\x2c二", f"    text: {scalar(draw(texts), draw(STYLES), '    ')}  ")
        if number:
            lines += (
                "    points:",
                f"    - {scalar(draw(texts), draw(STYLES), '    ')}",
                "    order: 1 # 注释三",
            )
    lines += ("shortcomings: 无", "plans: [甲。乙]", "")
    return draw(st.sampled_from(["\n", "\r\n"])).join(lines).encode()


def fixed(data: bytes, codes: frozenset[str] | None = None) -> FixedFile:
    wants = (lambda one: one.code in codes) if codes is not None else (lambda _: True)
    return fix_file(
        "x.yaml",
        Path("x.yaml"),
        data,
        lambda new: check_alone(RawFile("x.yaml", new), None),
        wants,
        SUBMISSION_KEYS,
    )


def items(data: bytes) -> list[Entry]:
    submission, _ = load_submission("x.yaml", data)
    assert submission is not None
    return list(entries(replace(submission, department=Department("县司法局"))))


def words(data: bytes) -> list[object]:
    """What merging writes of a submission."""
    return [
        [one.part, one.order, one.heading]
        + [[run.text for run in runs] for runs in (one.texts, one.points, one.causes)]
        for one in items(data)
    ]


def shape(tree: object) -> object:
    """The data without its texts: keys in their order, and how many of everything."""
    if isinstance(tree, dict):
        return [(key, shape(value)) for key, value in tree.items()]
    return [shape(one) for one in tree] if isinstance(tree, list) else type(tree)


COMMENT = re.compile(rb"#[^\r\n]*")


@given(submissions(CHAOS))
def test_a_second_time_changes_nothing_and_only_values_change(data: bytes) -> None:
    done = fixed(data)
    if done.fault is not None:
        assert done.new == data
        return
    again = fixed(done.new)
    assert (again.new, again.counts) == (done.new, {})
    (old, _), (new, _) = read("x.yaml", data), read("x.yaml", done.new)
    assert old is not None
    assert new is not None
    assert shape(new.data) == shape(old.data)
    assert done.new.count(b"\n") == data.count(b"\n")
    assert done.new.count(b"\r") == data.count(b"\r")
    known = {"# 开头的注释\x2c1.", "# 注释\x2c一", "# 注释\x2c二", "# 注释三"}
    for comment in known - {one for one in known if one in str(old.data)}:  # an odd quote made it a text
        assert done.new.count(comment.encode()) == data.count(comment.encode())
    assert done.changed == bool(done.counts)


@given(submissions(PROSE))
def test_what_merging_mends_itself_leaves_the_report_as_it_was(data: bytes) -> None:
    done = fixed(data, MERGING)
    if done.fault is None:
        assert words(done.new) == words(data)
