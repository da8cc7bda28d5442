"""A file by itself is judged as in its project: found by -C, else from the file upwards."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

import pytest

from reportctl.cli import main
from reportctl.errors import ProjectError
from reportctl.project.alone import check_files
from reportctl.project.building import check
from reportctl.project.opening import open_project
from tests.tools.need import ROOT

if TYPE_CHECKING:
    from pathlib import Path

    from reportctl.findings import Finding
    from tests.tools.project import Folder

PROJECTS = sorted(
    (
        *ROOT.glob("examples/*/"),
        *ROOT.glob("tests/cases/*/"),
        *ROOT.glob("tests/fixing/cases/*/before/"),
    )
)

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


def told(findings: tuple[Finding, ...]) -> list[tuple[object, ...]]:
    return sorted((*one._replace(span=one.span._replace(file="")),) for one in findings)


@pytest.mark.parametrize("root", PROJECTS, ids=lambda root: f"{root.parent.name}/{root.name}")
def test_a_file_alone_says_what_the_project_says(root: Path) -> None:
    with suppress(ProjectError):  # a project that cannot be used says nothing of its files
        project = open_project(root)
        whole = check(project).findings
        for path in sorted((root / "submissions").rglob("*.y*ml")):
            name = path.relative_to(root).as_posix()
            alone, _ = check_files([path], project)
            assert told(alone) == told(tuple(one for one in whole if one.span.file == name))


def test_a_file_that_will_be_handed_in_is_held_against_the_outline(folder: Folder, tmp_path: Path) -> None:
    folder.report(
        (folder.root / "report.yaml")
        .read_text("utf-8")
        .replace(
            "part: achievements, covers",
            "part: achievements, sections: [{id: law, title: 立法}, {id: act, title: 执法}], covers",
        )
    )
    text = WORK.replace("{heading", "{section: lav, heading") + "  - {heading: 加强培训, text: 办班3期。}\n"
    folder.submit("县司法局", text)
    path = tmp_path / "材料.yaml"
    path.write_bytes((folder.root / "submissions/县司法局.yaml").read_bytes())
    inside = codes(folder, "-C", str(folder.root), "validate", "submissions/县司法局.yaml")
    outside = codes(folder, "-C", str(folder.root), "validate", str(path))
    assert {"unknown-section", "unplaced-item"} <= inside == outside


def test_a_fault_of_a_template_is_no_affair_of_a_department(folder: Folder) -> None:
    report = (folder.root / "report.yaml").read_text("utf-8")
    folder.report(report.replace("特此报告。", "'{{ nobody }}'")).submit("县检察院", WORK)
    assert folder.run("validate").code == 3
    found = codes(folder, "-C", str(folder.root), "validate", "submissions/县检察院.yaml")
    assert "unknown-department" in found
