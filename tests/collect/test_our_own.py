"""The report that the program prints is read back in full: a district's report can be a city's input."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from reportctl.collect.identifying import Identifier
from reportctl.collect.places import read_places
from reportctl.collect.reading import read_material
from reportctl.inspect.reading import read_facts
from reportctl.model.files import load_report
from reportctl.text.numbers import chinese
from tests.collect.blank_forms import GOLD, HABITS, data, filled
from tests.collect.comparing import items_of, plain, read, squeezed
from tests.collect.houses import make
from tests.tools import office
from tests.tools.need import ROOT
from tests.tools.project import Folder

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from reportctl.collect.reading import Material

WAYS = ("docx", "doc", "odt")
SEEDS = range(2_000, 2_006)


@pytest.fixture
def folder(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Folder:
    shutil.copytree(ROOT / "examples/hecheng-2023", tmp_path / "project")
    return Folder(tmp_path / "project", capsys)


def printed(folder: Folder) -> Path:
    """The example's report."""
    path = folder.root.parent / "report.docx"
    assert folder.run("build", "--docx", "-o", str(path)).code == 0
    return path


def read_back(folder: Folder, path: Path) -> Material:
    report, _ = load_report("report.yaml", (folder.root / "report.yaml").read_bytes())
    assert report is not None
    identifier = Identifier(report.report.departments, report.report.area)
    return read_material(read_facts(path), read_places(report), identifier, 2023)


def lines(material: Material) -> Iterator[str]:
    """The items as the report prints them, without marks."""
    ordinals = 0
    for item in items_of(material):
        points = "".join(f"{chinese(number)}是{point}" for number, point in enumerate(item.points, 1))
        ordinals = ordinals + 1 if item.part == "shortcomings" else 0
        number = f"{chinese(ordinals)}是" if ordinals else ""
        yield squeezed(f"{number}{item.heading}{item.text}{points}")


def blocks(folder: Folder) -> list[str]:
    """The items of the report's JSON, without marks."""
    done = folder.run("build", "--json", "-o", "-")
    return [squeezed(block["text"]) for block in done.json["blocks"] if block["type"] == "item"]


def test_all_twenty_three_items_are_read_back_to_the_letter(folder: Folder) -> None:
    material = read_back(folder, printed(folder))

    assert len(material.items) == 23
    assert "".join(lines(material)) == "".join(blocks(folder))
    assert material.remarks == ()
    assert all(item.section for item in material.items if item.part.value == "achievements")


def saved_again(path: Path, way: str) -> Path:
    """A document as LibreOffice gives it back through another format."""
    out = path.parent / way
    out.mkdir(exist_ok=True)
    if way != "docx":
        path = office._convert(path, way, out)
        out /= "back"
        out.mkdir(exist_ok=True)
    return office.resave(path, out)


@pytest.mark.slow
@pytest.mark.parametrize("way", WAYS)
def test_our_own_report_is_read_back_after_libreoffice(folder: Folder, way: str) -> None:
    material = read_back(folder, saved_again(printed(folder), way))

    assert "".join(lines(material)) == "".join(blocks(folder))


@pytest.mark.slow
@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("seed", SEEDS)
def test_house_styles_are_read_after_libreoffice(tmp_path: Path, seed: int, way: str) -> None:
    report = make(seed)
    path = tmp_path / "report.docx"
    path.write_bytes(report.data)

    material = read(saved_again(path, way), report.clues)

    assert plain(items_of(material)) == plain(report.items)
    assert material.identity.department == report.department


@pytest.mark.slow
@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("habit", HABITS[::3], ids=lambda habit: habit.__name__)
def test_the_form_is_read_after_libreoffice(tmp_path: Path, habit: object, way: str) -> None:
    document = filled()
    habit(document)  # type: ignore[operator]
    path = tmp_path / "form.docx"
    path.write_bytes(data(document))

    material = read(saved_again(path, way))

    assert sorted(plain(items_of(material))) == sorted(plain(GOLD))
    assert material.identity.department == "县司法局"
