"""Letters as Word documents: valid, as the standard has them, and with the places of an old Word file."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from tests.collect.plain_reports import data, file
from tests.letters.office import WORD, Office
from tests.letters.test_notice import NUMBERED
from tests.tools import office, validator
from tests.tools.need import ROOT
from tests.tools.project import Folder
from tests.tools.rounds import sample_and_long

if TYPE_CHECKING:
    from pathlib import Path


@sample_and_long(2, 100)
def test_the_letters_of_a_district_are_valid_and_inspect_has_nothing_to_say(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], rounds: int
) -> None:
    folder = Folder(shutil.copytree(ROOT / "examples/hecheng-2023", tmp_path / "鹤城"), capsys)
    (folder.root / "submissions/区林业局.yaml").unlink()
    report = folder.root / "report.yaml"
    report.write_text(report.read_text("utf-8") + NUMBERED.rpartition("deadlines")[0], "utf-8")

    made = folder.run("notice").out + folder.run("remind", "--date", "2024-01-16").out
    output, reminders = (folder.root / name for name in ("output", "reminders"))
    paths = [*output.glob("*.docx"), *reminders.glob("*催报.docx"), *sorted(reminders.glob("*反馈.docx"))]
    assert {str(path) for path in paths} == set(made.splitlines())
    assert len(paths) > 15

    looked_at = paths[: 2 + rounds]
    done = folder.run("inspect", *map(str, looked_at))
    assert (done.code, done.out) == (0, "")
    assert validator.errors(*looked_at) == ()
    assert validator.audit(*looked_at) == ()


@pytest.mark.long
def test_a_paragraph_of_an_old_word_file(folder: Folder, tmp_path: Path) -> None:
    came = Office(folder)
    source = tmp_path / "总结.docx"
    source.write_bytes(data(file(*WORD)))
    came.put("总结.doc", office.to_doc(source, tmp_path).read_bytes())
    came.collect()

    (letter,) = came.remind("县司法局")["letters"]

    places = [(found["original"], found["paragraph"]) for found in letter["findings"]]
    assert places == [("总结.doc", 4), ("总结.doc", 6)]
