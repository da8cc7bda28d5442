"""How a file is built is mended where its lines show it: it then says what was meant, or nothing is done."""

from __future__ import annotations

import random
import re
from typing import TYPE_CHECKING

import pytest

from reportctl.cli import main
from reportctl.model.files import SUBMISSION_KEYS
from reportctl.project.alone import check_alone
from reportctl.project.files import RawFile
from reportctl.project.structure import fix_structure
from reportctl.sources import Limits, Source
from reportctl.sources.events import parse
from tests.tools.need import ROOT
from tests.tools.rounds import sample_and_long

if TYPE_CHECKING:
    from pathlib import Path
    from typing import Any

    from reportctl.project.submissions import CheckedFile
    from tests.tools.project import Folder

NAME = "submissions/县司法局.yaml"
TEXT = """\
department: 县司法局
year: 2023
contact: {name: 王某, phone: 0745-0000000}
achievements:
  - heading: 加强监管
    text: 全年检查20次。
    points:
      - 法律援助。受理30件。
  - heading: 加强培训
    text: 办班3期。
shortcomings: 无
plans: 无
"""
SPOILS = {
    "full-width colon": ("    text: 全", "    text\uff1a全"),
    "colon of a list's key": ("achievements:", "achievements\uff1a"),
    "tab": ("    text: 办", "\ttext: 办"),
    "wide blanks": ("    text: 办", "\u3000\u3000text: 办"),
    "no-break blank": ("      - 法", "\u00a0     - 法"),
    "no blank behind the colon": ("text: 全", "text:全"),
    "no blank behind the dash": ("  - heading: 加强培", "  -heading: 加强培"),
    "comma in braces": (", phone", "\uff0cphone"),
    "dash and colon of one line": ("  - heading: 加强培", "  -heading\uff1a加强培"),
}
ALONE = [pytest.param(*pair, id=name) for name, pair in SPOILS.items()]


def check(data: bytes) -> CheckedFile:
    return check_alone(RawFile("x.yaml", data), None)


def said(text: str) -> Any:
    return parse(Source("x.yaml", text), Limits())[0]


@pytest.mark.parametrize(("sound", "spoilt"), ALONE)
def test_what_was_typed_wrong_is_mended(folder: Folder, sound: str, spoilt: str) -> None:
    broken = TEXT.replace(sound, spoilt)
    assert broken != TEXT
    folder.write(NAME, broken)
    shown = folder.run("validate", "--diff")
    line = next(line for line in broken.splitlines() if spoilt in line)
    assert f"\n-{line}\n" in shown.out
    assert (folder.root / NAME).read_text("utf-8") == broken
    assert not (folder.root / "received").exists()
    done = folder.run("validate", "--fix")
    assert (folder.root / NAME).read_text("utf-8") == TEXT
    [kept] = (folder.root / "received/versions/_").iterdir()
    assert kept.read_text("utf-8") == broken
    assert f"原来的在 {kept.relative_to(folder.root).as_posix()}" in done.err
    assert (folder.root / "received").stat().st_mode & 0o007 == 0


def test_all_at_once(folder: Folder) -> None:
    broken = TEXT
    for sound, spoilt in SPOILS.values():
        broken = broken.replace(sound, spoilt)
    folder.write(NAME, broken)
    folder.run("validate", "--fix")
    assert (folder.root / NAME).read_text("utf-8") == TEXT


def test_marks_in_the_mended_text_are_fixed_in_the_same_run(folder: Folder) -> None:
    folder.write(NAME, TEXT.replace("text: 全年检查20次。", "text\uff1a全年检查20次\x2c整改3处。"))
    folder.run("validate", "--fix")
    assert "    text: 全年检查20次\uff0c整改3处。\n" in (folder.root / NAME).read_text("utf-8")


@pytest.mark.parametrize(
    "body",
    [
        "department\uff1a县司法局\nyear: 2023\nachievements: [}\n",
        TEXT.replace("text: 办班3期。", "text\uff1a'双随机'办班3期。"),
        TEXT.replace("text: 办班3期。", "text\uff1a办班: 3期。"),
        TEXT.replace("text: 办班3期。", "heading\uff1a办班3期。"),
    ],
    ids=["another fault", "quotes", "second colon", "the key is there already"],
)
def test_what_would_not_read_then_is_left_alone(folder: Folder, body: str) -> None:
    folder.write(NAME, body)
    done = folder.run("validate", "--fix")
    assert (folder.root / NAME).read_text("utf-8") == body
    assert f"没有改 {NAME}" in done.err
    assert not (folder.root / "received").exists()


def test_another_error_of_reading_stays_and_is_named(folder: Folder) -> None:
    folder.write(NAME, TEXT.replace("text: 全", "text\uff1a全").replace("points:", "pionts:"))
    done = folder.run("validate", "--fix")
    assert (folder.root / NAME).read_text("utf-8") == TEXT.replace("points:", "pionts:")
    assert f"没有改 {NAME} 里别的\uff1a先改正第 7 行的错误" in done.err


def test_only_what_is_selected(folder: Folder) -> None:
    broken = TEXT.replace("text: 全", "text\uff1a全")
    folder.write(NAME, broken)
    folder.run("validate", "--fix", "--select", "tab-indent")
    assert (folder.root / NAME).read_text("utf-8") == broken
    folder.run("validate", "--fix", "--select", "wrong-colon")
    assert (folder.root / NAME).read_text("utf-8") == TEXT


def test_without_a_project_the_original_lies_beside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "材料.yaml"
    broken = TEXT.replace("text: 全", "text\uff1a全")
    path.write_text(broken, "utf-8")
    (tmp_path / "材料.yaml.bak").write_text("别的", "utf-8")
    main(["validate", "--fix", "材料.yaml"])
    assert path.read_text("utf-8") == TEXT
    assert (tmp_path / "材料.yaml.bak").read_text("utf-8") == "别的"
    assert (tmp_path / "材料.yaml.bak1").read_text("utf-8") == broken


def test_decisions_of_the_editor_are_held_against_what_was_meant(folder: Folder) -> None:
    spoilt = TEXT.replace("text: 全年", "text\uff1a全年").replace("heading: 加强培", "heading: 1.加强培")
    edit = "- {department: 县司法局, part: achievements, heading: 加强培训, omit: true, reason: 另报}\n"
    folder.write(NAME, TEXT).write("edits.yaml", edit)
    folder.run("validate", "--fix")
    stamped = (folder.root / "edits.yaml").read_text("utf-8")
    folder.write(NAME, spoilt)
    folder.run("validate", "--fix")
    assert (folder.root / NAME).read_text("utf-8") == TEXT
    assert (folder.root / "edits.yaml").read_text("utf-8") == stamped
    assert "stale-edit" not in folder.codes()


def spoil(lines: list[str], chance: random.Random) -> None:
    """One line typed wrong."""
    search, replace, by = chance.choice(
        [
            (r" *(- )?\w+:", r"(\w): ?", "\\1\uff1a"),
            (r" *(- )?\w+: \S", r"(\w): ", r"\1:"),
            (r" +(- )?\w+:", r"^ +", "\t"),
            (r" +(- )?\w+:", r"^ +", "\u3000\u3000"),
            (r" *- ", "- ", "-"),
            (r".*\{.*, ", r", (?=\w+:)", "\uff0c"),
        ]
    )
    places = [number for number, line in enumerate(lines) if re.match(search, line)]
    if places:
        at = chance.choice(places)
        lines[at] = re.sub(replace, by, lines[at], count=1)


@sample_and_long(40, 2000)
def test_whatever_is_mended_says_what_was_meant(rounds: int) -> None:
    sound = [path.read_text("utf-8") for path in sorted(ROOT.glob("examples/*/submissions/*.yaml"))]
    chance = random.Random(14)  # noqa: S311 - spoils, no secrets
    mended = broken = 0
    for _ in range(rounds):
        text = chance.choice(sound)
        lines = text.split("\n")
        for _ in range(chance.choice((1, 1, 2, 5))):
            spoil(lines, chance)
        data = "\n".join(lines).encode()
        checked = check(data)
        if not checked.faults:
            continue
        broken += 1
        done = fix_structure("x.yaml", data, checked, check, lambda _: True, SUBMISSION_KEYS)
        if done is not None:
            mended += 1
            assert done.checked.faults or said(done.data.decode()) == said(text)
    assert mended / broken > 0.85
