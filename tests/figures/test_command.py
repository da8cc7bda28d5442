"""`reportctl figures`: the same ledger as text, CSV, JSON and XLSX, to the screen, a pipe or a file."""

from __future__ import annotations

import csv
import io
import json
import sys
from typing import TYPE_CHECKING

import pytest

from tests.operations import program

if TYPE_CHECKING:
    from pathlib import Path

    from tests.tools.project import Folder

ITEM = """\
achievements:
  - heading: 法律援助
    text: 受理法律援助案件495件。
    figures:
      - {name: 法律援助案件, value: 495, unit: 件, parts: {刑事: 351, 民事: 139}, previous: 450}
      - {name: "=调解[red]率", value: 99.2, unit: "%", ratio: [1143, 1152]}
"""
LINES = [
    "县司法局\t法律援助案件\t495\t件\t刑事351；民事139\t450\t+10.0%\tsubmissions/县司法局.yaml:7\t一、1.",
    "县司法局\t=调解[red]率\t99.2\t%\t\t\t\tsubmissions/县司法局.yaml:8\t一、1.",
]


@pytest.fixture
def ledger(folder: Folder) -> Folder:
    return folder.submit("县司法局", ITEM)


def test_text_is_a_line_a_figure_with_tabs(ledger: Folder) -> None:
    done = ledger.run("figures")
    assert done.out.splitlines() == LINES
    assert done.err == "共 2 个数据，来自 1 个部门\n"


@pytest.mark.parametrize("name", ["台账.tsv", "台账.txt", "台账", "台账.TSV"])
def test_no_cell_of_a_text_file_is_a_formula(ledger: Folder, name: str) -> None:
    target = ledger.root / name
    assert ledger.run("figures", "-o", str(target)).code == 0
    assert target.read_text(encoding="utf-8").splitlines() == [LINES[0], LINES[1].replace("=", "'=")]


def test_a_terminal_gets_a_table(ledger: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True, raising=False)
    monkeypatch.setenv("COLUMNS", "200")
    out = ledger.run("figures").out
    assert "部门" in out.splitlines()[1]
    assert "=调解[red]率" in out
    assert "+10.0%" in out


def test_csv(ledger: Folder) -> None:
    out = ledger.run("figures", "--format", "csv").out
    assert out.startswith("\ufeff部门,")
    first, second = csv.DictReader(io.StringIO(out.removeprefix("\ufeff"), newline=""))
    assert first == {
        "部门": "县司法局",
        "部分": "工作成效",
        "标题": "法律援助",
        "名称": "法律援助案件",
        "数值": "495",
        "单位": "件",
        "其中": "刑事351；民事139",
        "分子": "",
        "分母": "",
        "上年": "450",
        "增幅": "10.0",
        "增幅单位": "%",
        "出处": "submissions/县司法局.yaml:7",
        "报告位置": "一、1.",
        "段落编号": "work.1",
        "段首": "法律援助。受理法律援助案件495件。",
    }
    assert (second["名称"], second["分子"], second["分母"]) == ("'=调解[red]率", "1143", "1152")


@pytest.mark.parametrize("ending", ["txt", "csv", "json", "xlsx"])
def test_a_file_gets_the_format_of_its_ending(ledger: Folder, tmp_path: Path, ending: str) -> None:
    target = tmp_path / "新文件夹" / f"数据台账.{ending}"
    done = ledger.run("figures", "-o", str(target))
    assert (done.code, done.out) == (0, f"{target}\n")
    data = target.read_bytes()
    if ending == "xlsx":
        assert data.startswith(b"PK")
    elif ending == "json":
        assert len(json.loads(data)["figures"]) == 2
    else:
        assert data.decode("utf-8-sig").splitlines()[-1 if ending == "csv" else 0].startswith("县司法局")


def test_the_format_may_be_named_for_any_other_ending(ledger: Folder, tmp_path: Path) -> None:
    target = tmp_path / "台账.dat"
    assert ledger.run("figures", "--format", "json", "-o", str(target)).code == 0
    assert json.loads(target.read_bytes())["year"] == 2023


def test_format_and_ending_that_disagree_are_asked_about(ledger: Folder, tmp_path: Path) -> None:
    target = tmp_path / "台账.csv"
    done = ledger.run("figures", "--format", "xlsx", "-o", str(target))
    assert done.code == 2
    assert ".csv" in done.err
    assert not target.exists()


def test_quiet_says_nothing(ledger: Folder, tmp_path: Path) -> None:
    done = ledger.run("-q", "figures", "-o", str(tmp_path / "台账.json"))
    assert (done.code, done.out, done.err) == (0, "", "")


def test_xlsx_is_not_shown_on_a_terminal(ledger: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True, raising=False)
    done = ledger.run("figures", "--format", "xlsx")
    assert done.code == 2
    assert "-o" in done.err


@pytest.mark.parametrize("output", [(), ("-o", "-")], ids=["pipe", "-o -"])
def test_xlsx_goes_through_a_pipe(ledger: Folder, output: tuple[str, ...]) -> None:
    done = program.run("-C", ledger.root, "figures", "--format", "xlsx", *output)
    assert (done.code, done.out[:2]) == (0, b"PK")


def test_without_openpyxl_nothing_is_written(
    ledger: Folder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "openpyxl", None)
    target = tmp_path / "台账.xlsx"
    target.write_bytes(b"old")
    done = ledger.run("figures", "-o", str(target))
    assert done.code == 4
    assert "pip install 'reportctl[xlsx]'" in done.err
    assert target.read_bytes() == b"old"


def test_a_folder_is_no_file(ledger: Folder, tmp_path: Path) -> None:
    assert ledger.run("figures", "-o", str(tmp_path)).code == 4


@pytest.mark.parametrize("name", ["台账.docx", "台账.pdf", "台账.表"])
def test_a_ledger_is_no_document(folder: Folder, name: str) -> None:
    done = folder.run("figures", "-o", str(folder.root / name))
    assert (done.code, "--format" in done.err) == (2, True)
    assert not (folder.root / name).exists()
