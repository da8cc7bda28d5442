"""A file by itself is judged as in its project: found by -C, else from the file upwards."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportctl.cli import main

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

    from tests.tools.project import Folder

WORK = "achievements:\n  - {heading: 加强监管, text: 检查3次。}\n"


def codes(folder: Folder, *arguments: str) -> set[str]:
    folder.capture.readouterr()
    main([*arguments, "--format", "concise"])
    return {line.rpartition("[")[2].rstrip("]") for line in folder.capture.readouterr().out.splitlines()}


def test_a_file_finds_its_project(folder: Folder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder.submit("县检察院", WORK)
    path = folder.root / "submissions/县检察院.yaml"
    (tmp_path / "别处").mkdir()
    monkeypatch.chdir(tmp_path / "别处")
    assert "unknown-department" in codes(folder, "validate", str(path))
    assert "unknown-department" in codes(
        folder, "-C", str(folder.root), "validate", "submissions/县检察院.yaml"
    )
    (tmp_path / "别处/材料.yaml").write_bytes(path.read_bytes())
    assert "unknown-department" not in codes(folder, "validate", "材料.yaml")


def test_a_file_here_comes_before_one_in_the_project(
    folder: Folder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder.submit("县检察院", WORK)
    (tmp_path / "submissions").mkdir()
    (tmp_path / "submissions/县检察院.yaml").write_text("", "utf-8")
    monkeypatch.chdir(tmp_path)
    found = codes(folder, "-C", str(folder.root), "validate", "submissions/县检察院.yaml")
    assert found == {"empty-file"}


def test_a_blank_form_is_named_where_a_draft_lacks_it(folder: Folder) -> None:
    blank = "achievements:\n  - {heading: , text: }\n"
    folder.submit("县司法局", "achievements: [加强监管。检查3次。]\n", "shortcomings: 无\nplans: 无\n")
    folder.submit("县公安局", blank, "shortcomings:\nplans:\n")
    assert "【待补\uff1a县公安局、县林业局】" in folder.lines()
