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
    *figures, verdict = said.out.splitlines()
    rows = {key: rest for key, *rest in (line.split("\t") for line in figures)}
    assert rows["page.top"] == ["天头", "37mm", "GB/T 9704-2012 第5.2.1条", "应当"]
    assert verdict == "与标准没有不同"


def test_the_projects_own_layout_lists_its_deviations_with_their_clause(folder: Folder) -> None:
    folder.report(REPORT + "layout: office.yaml\n")
    folder.write("office.yaml", "based_on: gb9704\npage: {top: 30mm}\n")
    done = folder.run("layout", "show")
    assert done.code == 0
    verdict, deviation = done.out.splitlines()[-2:]
    assert verdict == "与标准不同的有 1 处"
    assert deviation == "  page.top：30mm，标准是 37mm（GB/T 9704-2012 第5.2.1条，应当）"


def test_a_faulty_layout_is_exit_3_with_its_place(folder: Folder) -> None:
    folder.report(REPORT + "layout: office.yaml\n")
    folder.write("office.yaml", "based_on: gb9704\npage: {topp: 30mm}\n")
    for verb in (["layout", "show"], ["validate"], ["build", "--draft"]):
        done = folder.run(*verb)
        assert done.code == 3, verb
        assert "office.yaml:2:8: error:" in done.out + done.err
