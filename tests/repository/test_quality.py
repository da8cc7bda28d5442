"""The script that proves the rules: clean text stays clean, what is spoiled is one thing, and is found."""

from __future__ import annotations

import random
import re
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from benchmarks.quality.hits import BEGIN, END, rewrite
from benchmarks.quality.judging import judged, score, score_trap
from benchmarks.quality.spoiling import DEFECTS
from benchmarks.quality.traps import TRAPS
from benchmarks.quality.wrapping import Paragraph, Wrapped, paragraphs, wrapped
from reportctl.model.files import load_submission
from reportctl.rules import registry
from reportctl.sources import typing_errors
from tests.tools.need import ROOT

if TYPE_CHECKING:
    from pathlib import Path

    from benchmarks.quality.defects import Defect
    from benchmarks.quality.traps import Trap

GOLDEN = ROOT / "tests/golden"
TEXT = """\
某区政府工作报告
——在会议上
各位代表：

现在，我代表区人民政府向大会报告工作，请予审议，并请各位提出意见，感谢大家长期以来对政府工作的关心和支持，感谢全区人民的辛勤付出。
一、2023年工作回顾
（一）依法行政水平持续提升。全年审查规范性文件26件，其中区政府文件11件、部门文件15件，提出修改意见73条。
二、2024年工作安排
做好2024年工作，要坚持“执法为民”，落实《行政处罚法》，开展检查20次（含乡镇），年内建成法治示范点5个。
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("hecheng-2023", "five-chapters", "minimal"):
        shutil.copy(GOLDEN / name / "report.txt", tmp_path / f"{name}.txt")
    return tmp_path


def test_prose_becomes_items_of_two_parts_without_the_pages_head_and_the_numbers() -> None:
    found = list(paragraphs(TEXT, 2023))

    assert [(one.heading, one.runs_in, one.is_plan) for one in found] == [
        ("", False, False),
        ("2023年工作回顾", False, False),
        ("2024年工作安排", False, True),
    ]
    assert found[1].text.startswith("依法行政水平持续提升。全年")


def test_wrapping_changes_no_character() -> None:
    words = ("加强监管: “双随机”", '他说"好"。\\n # 不是备注\t', "- 检查")
    one = Wrapped("x.txt", tuple(Paragraph("", text) for text in words), 2023)

    for plain in (False, True):
        file, _ = load_submission("x.yaml", one.yaml(plain=plain).encode())
        assert file is not None
        assert [item.text for item in file.data.achievements] == list(words)


def test_clean_text_has_no_error(folder: Path) -> None:
    levels = {found.severity for one in wrapped(folder, 2023) for found in judged(one.source, one.yaml())}

    assert "error" not in levels


@pytest.mark.parametrize("defect", DEFECTS, ids=lambda defect: defect.name)
def test_a_defect_is_one_change_in_one_paragraph(defect: Defect, folder: Path) -> None:
    texts = list(wrapped(folder, 2023))
    chance = random.Random(defect.name)  # noqa: S311 - no secret
    known = {rule.code for rule in registry.RULES} | {"control-character"}

    assert defect.codes <= known
    for one in texts:
        for paragraph in one.paragraphs:
            spoiled = defect.spoil(paragraph, chance)
            assert spoiled is None or spoiled.text != paragraph.text


@pytest.mark.parametrize("defect", DEFECTS[:5], ids=lambda defect: defect.name)
def test_what_is_spoiled_is_found(defect: Defect, folder: Path) -> None:
    texts = list(wrapped(folder, 2023))

    found = score(defect, texts, random.Random(1), 20)  # noqa: S311 - no secret

    assert (found.tried, found.right_line) == (20, found.found)
    assert found.recall >= 0.9


@pytest.mark.parametrize("trap", TRAPS, ids=lambda trap: trap.name)
def test_a_typing_trap_is_found_on_its_line(trap: Trap, folder: Path) -> None:
    texts = list(wrapped(folder, 2023))

    found = score_trap(trap, texts, random.Random(1), 10)  # noqa: S311 - no secret

    assert trap.codes <= {rule.code for rule in typing_errors.RULES} | {"alias", "tag"}
    assert (found.found, found.right_line) == (found.tried, found.tried)
    assert found.tried


@pytest.mark.parametrize(
    "trap", [one for one in TRAPS if one.name != "merge conflict"], ids=lambda trap: trap.name
)
def test_who_does_as_the_messages_say_has_a_file_without_errors(trap: Trap, folder: Path) -> None:
    texts = list(wrapped(folder, 2023))
    chance = random.Random(trap.name)  # noqa: S311 - no secret
    mended = 0
    for _ in range(2000):
        # a short value, so that the message shows the whole line
        rows = [line._replace(value=line.value[:30]) for line in chance.choice(texts).lines()]
        number = chance.randrange(len(rows))
        spoiled = trap.spoil(rows[number], chance)
        if spoiled is not None and mended < 10:
            lines = [row.text(plain=True) for row in rows]
            lines[number] = spoiled
            assert not errors(as_told(lines)), spoiled
            mended += 1
    assert mended


def errors(lines: list[str]) -> list[str]:
    _, findings = load_submission("x.yaml", "\n".join(lines).encode())
    return [one.message for one in findings if one.severity == "error"]


def as_told(lines: list[str]) -> list[str]:
    """The lines after a person has done what the messages say, again and again until none says more."""
    for _ in range(4):
        _, findings = load_submission("x.yaml", "\n".join(lines).encode())
        told = {
            one.span.line - 1: one.hint.removeprefix("这一行改成“").removesuffix("”")
            for one in findings
            if one.hint.startswith("这一行改成“")
        }
        lines = [told.get(number, line) for number, line in enumerate(lines)]
    return lines


def test_every_rule_stands_in_the_table_of_hits_and_no_error_has_one() -> None:
    page = (ROOT / "docs/quality.md").read_text(encoding="utf-8")
    rows = page.partition(BEGIN)[2].partition(END)[0].splitlines()
    listed = [code for row in rows for code in re.findall("`([a-z-]+)`", row)]

    assert sorted(listed) == sorted({rule.code for rule in registry.RULES} | set(listed))
    assert len(listed) == len(set(listed))
    assert not [row for row in rows if "| error |" in row]


def test_the_table_of_hits_is_made_in_its_place(folder: Path, tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text(f"before\n{BEGIN}\n9,999 characters\n{END}\nbehind\n", encoding="utf-8")

    rewrite(page, wrapped(folder, 2023))

    text = page.read_text(encoding="utf-8")
    assert text.startswith(f"before\n{BEGIN}\n\n")
    assert text.endswith(f"\n\n{END}\nbehind\n")
    assert "9,999" not in text
    assert "characters in 3 texts" in text
    without = re.sub(" `(?:unpaired|copied-text)`", "", text)
    page.write_text(without, encoding="utf-8")
    rewrite(page, ())
    assert "`unpaired`" in page.read_text(encoding="utf-8").rpartition("| not measured")[2]
    assert "`copied-text`" in page.read_text(encoding="utf-8").rpartition("| not measured")[2]
    with pytest.raises(ValueError, match="no <!--"):
        rewrite(folder / "minimal.txt", ())


@pytest.mark.slow
def test_the_table_is_the_same_every_time(folder: Path) -> None:
    command = [sys.executable, "-m", "benchmarks.quality", str(folder), "--year", "2023", "--count", "3"]
    command += ["--seed", "7"]

    def run() -> subprocess.CompletedProcess[str]:
        return subprocess.run(command, capture_output=True, encoding="utf-8", cwd=ROOT, check=False)

    first, second = run(), run()

    assert first.stdout == second.stdout
    assert first.stdout.count("\n") > len(DEFECTS) + len(TRAPS)
    assert first.stderr == ""
