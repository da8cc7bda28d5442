"""The report that the program prints is read back in full: a district's report can be a city's input."""

from __future__ import annotations

import shutil
from collections import Counter
from typing import TYPE_CHECKING

import pytest

from reportctl.collect.identifying import Identifier
from reportctl.collect.places import read_places
from reportctl.collect.reading import read_material
from reportctl.inspect.reading import read_facts
from reportctl.model.files import load_report
from reportctl.text.numbers import chinese
from tests.collect.blank_forms import FILLED, data, filled
from tests.collect.comparing import items_of, plain, read, squeezed
from tests.collect.habits import HABITS
from tests.collect.houses import make
from tests.collect.typed_reports import NAMES, typed_report
from tests.tools import office
from tests.tools.need import ROOT
from tests.tools.project import Folder
from tests.tools.rounds import sample_and_long

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from reportctl.collect.reading import Material
    from tests.collect.house_parts import Gold

WAYS = ("docx", "doc", "odt", "rtf")


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


@pytest.mark.slow
@pytest.mark.parametrize("way", WAYS)
def test_our_own_report_is_read_back_after_libreoffice(folder: Folder, tmp_path: Path, way: str) -> None:
    (saved,) = office.saved_again([printed(folder)], way, out_of(tmp_path))

    material = read_back(folder, saved)

    assert "".join(lines(material)) == "".join(blocks(folder))


@pytest.mark.parametrize("way", WAYS)
@sample_and_long(2, 100)
def test_house_styles_are_read_after_libreoffice(tmp_path: Path, rounds: int, way: str) -> None:
    every = {f"{seed}": make(seed) for seed in range(2_000, 2_000 + rounds)}
    # into .rtf LibreOffice does not write the text of a VML box
    reports = {name: report for name, report in every.items() if way != "rtf" or not report.style["box"]}
    documents = [place(tmp_path, name, report.data) for name, report in reports.items()]

    wrong = []
    for saved in office.saved_again(documents, way, out_of(tmp_path)):
        report = reports[saved.stem]
        material = read(saved, report.clues)
        assert material.identity.department == report.department
        wrong += unlike(saved.stem, material, report.items)

    assert wrong == []


@pytest.mark.parametrize("way", ["docx", "doc", "odt"])
@sample_and_long(1, len(NAMES))
def test_reports_typed_by_hand_are_read_after_libreoffice(tmp_path: Path, rounds: int, way: str) -> None:
    reports = {name: typed_report(name) for name in NAMES[:rounds]}
    documents = [place(tmp_path, name, report.data) for name, report in reports.items()]

    items, missed = 0, {}
    for saved in office.saved_again(documents, way, out_of(tmp_path)):
        report, material = reports[saved.stem], read(saved)
        assert material.identity.department == report.department
        items += len(report.items)
        missed[saved.stem] = unlike(saved.stem, material, report.items)
        assert not missed[saved.stem] or material.remarks  # no miss without a finding

    assert sum(map(len, missed.values())) <= 0.05 * items, missed


@pytest.mark.parametrize("way", WAYS)
@sample_and_long(3, len(HABITS) * len(FILLED))
def test_every_item_of_a_form_is_read_after_libreoffice(tmp_path: Path, rounds: int, way: str) -> None:
    every = [(habit, content) for content in FILLED for habit in HABITS]
    documents = []
    for habit, content in every[:: len(every) // rounds][:rounds]:
        document = filled(FILLED[content])
        habit(document)
        documents.append(place(tmp_path, f"{habit.__name__} {content}", data(document)))

    wrong = []
    for saved in office.saved_again(documents, way, out_of(tmp_path)):
        material = read(saved)
        assert (material.is_form, material.identity.department, material.year) == (True, "县司法局", 2024)
        wrong += unlike(saved.stem, material, FILLED[saved.stem.partition(" ")[2]])

    assert wrong == []


def place(folder: Path, name: str, content: bytes) -> Path:
    """The document of a name."""
    path = folder / f"{name}.docx"
    path.write_bytes(content)
    return path


def out_of(folder: Path) -> Path:
    """Where LibreOffice may write."""
    (folder / "saved").mkdir()
    return folder / "saved"


def unlike(name: str, material: Material, gold: Iterable[Gold]) -> list[str]:
    """What was read otherwise than a person reads it."""
    got, wanted = Counter(plain(items_of(material))), Counter(plain(gold))
    return [f"{name}: {item}" for item in ((got - wanted) + (wanted - got))]
