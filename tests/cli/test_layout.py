"""`layout show`: every figure with its clause, and where an office's own layout leaves the standard."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportctl.cli import main
from tests.tools.project import REPORT

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

    from tests.tools.project import Folder


def test_a_shipped_layout_is_the_standard(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["layout", "show"]) == 0
    said = capsys.readouterr()
    rows = [line.split("\t") for line in said.out.splitlines()]
    assert ["page.top", "37毫米"] in [[row[0], row[2]] for row in rows] or any("37" in row[2] for row in rows)
    assert any("5.2" in row[3] and row[4] == "应当" for row in rows)
    assert said.err == "与标准没有不同\n"


def test_the_projects_own_layout_lists_its_deviations_with_their_clause(folder: Folder) -> None:
    folder.report(REPORT + "layout: office.yaml\n")
    folder.write("office.yaml", "based_on: gb9704\npage: {top: 30mm}\n")
    done = folder.run("layout", "show")
    assert done.code == 0
    assert "与标准不同的有 1 处" in done.err
    assert "page.top" in done.err
    assert "5.2" in done.err


def test_a_faulty_layout_is_exit_3_with_its_place(folder: Folder) -> None:
    folder.report(REPORT + "layout: office.yaml\n")
    folder.write("office.yaml", "based_on: gb9704\npage: {topp: 30mm}\n")
    for verb in (["layout", "show"], ["validate"], ["build", "--draft"]):
        done = folder.run(*verb)
        assert done.code == 3, verb
        assert "office.yaml:2:8: error:" in done.out + done.err
