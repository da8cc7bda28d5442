"""A department's name is data: whatever its characters, nothing breaks on them."""

from __future__ import annotations

import random

import pytest

from tests.tools.project import REPORT, REST, Folder
from tests.tools.rounds import sample_and_long

NAMES = (
    *(
        "县局(筹)",
        "县局(",
        "县局)",
        "县局[",
        "县局]",
        "县局?",
        "县局*",
        "县局+",
        "县局\\",
        "县局|",
        "县局^",
        "县局$",
        "县局.",
    ),
    *(
        "*",
        "[",
        "(?P<a>",
        "县局{2}",
        "{{ year }}",
        "{0}",
        "%s",
        "$(id)",
        "`id`",
        "~",
        "-rf",
        "!",
        "#局",
        "局: 甲",
        "'",
        '"',
    ),
    *("[a-z]", "[!a]*", "县局\\d", "县\u3000局", "😀局", "\u202e局", "<b>", "a/b", "../甲", "\U000e0001局"),
)
FOR_TESTS = "我局检查5次，本*办案3件，我(送达2份，本局(筹)开会2次。"


def quoted(name: str) -> str:
    marks = name.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{marks}"'


def tried(folder: Folder, name: str) -> None:
    """The verbs that meet a department's name, with the name on the roster and as an alias."""
    written = quoted(name)
    text = f"achievements:\n  - heading: 甲\n    text: {FOR_TESTS}\n"
    figure = "    figures: [{name: 件, value: 5, unit: 次}]\n"
    handed_in = f"department: {written}\nyear: 2023\n{text}{figure}{REST}"
    for roster in (f"[{written}, 县司法局]", f"[{{name: 县局, aliases: [{written}]}}, 县司法局]"):
        folder.report(REPORT.replace("[县司法局, 县公安局, 县林业局]", roster))
        folder.write("submissions/a.yaml", handed_in)
        edit = f"- {{department: {written}, part: achievements, set: {{text: 我局检查6次。}}}}\n"
        folder.write("edits.yaml", edit)
        for command in (
            *(
                ("validate",),
                ("validate", "--department", name),
                ("validate", str(folder.root / "submissions/a.yaml")),
            ),
            *(
                ("validate", "--diff"),
                ("validate", "--format", "json"),
                ("status",),
                ("status", "--format", "json"),
            ),
            *(("build", "--draft", "--text"), ("build", "--draft", "--html")),
            *(("figures",), ("figures", "--format", "csv"), ("validate", "--fix")),
        ):
            done = folder.run(*command)
            assert done.code in {0, 1, 2, 3}, (name, command, done.err)
            assert "Traceback" not in done.err


SAMPLED = [
    pytest.param(name, marks=pytest.mark.long if number % 8 else pytest.mark.slow)
    for number, name in enumerate(NAMES)
]
"""Each takes seconds: every eighth in `make test`, all in `make test-long`."""


def test_a_name_that_ends_in_an_open_bracket_is_only_a_name(folder: Folder) -> None:
    tried(folder, "县局(")


@pytest.mark.parametrize("name", SAMPLED)
def test_a_name_of_any_marks_is_only_a_name(folder: Folder, name: str) -> None:
    tried(folder, name)


@pytest.mark.parametrize("name", SAMPLED)
def test_a_project_is_made_for_any_name(folder: Folder, name: str) -> None:
    roster = folder.write("名单.txt", f"{name}\n县司法局\n").root / "名单.txt"
    place = folder.root / "新"
    done = folder.run("init", str(place), "--departments", str(roster), "--year", "2023", "--area", "云溪县")
    assert done.code in {0, 2, 4}, (name, done.err)


@sample_and_long(5, 300)
def test_random_names_break_nothing(folder: Folder, rounds: int) -> None:
    for number in range(rounds):
        dice = random.Random(number)  # noqa: S311 - no secret
        marks = "()[]{}?*+|\\^$.-~!@#%&=,;:'\"<>/` 局办委镇a1\uff08\uff09"
        spans = [
            (0x21, 0x7E),
            (0x3000, 0x30FF),
            (0x4E00, 0x9FFF),
            (0xFF01, 0xFFEE),
            (0x1F300, 0x1F6FF),
            (0xA1, 0x24F),
        ]
        drawn = (
            chr(dice.randint(*dice.choice(spans))) if dice.random() < 0.4 else dice.choice(marks)
            for _ in range(9)
        )
        name = "".join(drawn)[: dice.randrange(1, 9)]
        if name.isprintable() and name.strip():
            tried(folder, name)
