"""The Word form that the program writes: any outline's answers come back, a blank one is known as blank."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING, Any

import docx
import pytest

from reportctl.collect.forms import form_code
from reportctl.collect.identifying import Identifier
from reportctl.collect.lines import read_document
from reportctl.collect.places import read_places
from reportctl.collect.reading import read_material
from reportctl.collect.word_form import is_blank_form
from reportctl.inspect.reading import read_facts
from reportctl.model.files import load_report
from reportctl.model.submission import Contact
from reportctl.scaffold.forms import Past
from tests.collect import blank_forms
from tests.collect.blank_forms import DEPARTMENT, blank, data, filled, written
from tests.collect.habits import HABITS
from tests.tools import need, office, pages, validator

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from reportctl.collect.reading import Material

PNG = (need.ROOT / "docs/pages/front.png").read_bytes()


def chapter(part: str, *sections: str) -> str:
    """A chapter of an outline, with the sections of these titles."""
    lines = [f"  - {{id: {part}, title: {part}的章, part: {part}"]
    if sections:
        listed = ", ".join(f"{{id: {part}-{title}, title: {title}}}" for title in sections)
        lines.append(f", sections: [{listed}]")
    return "".join([*lines, "}\n"])


def report(*chapters: str, department: str = DEPARTMENT, more: str = "") -> str:
    """A report.yaml with these chapters."""
    return (
        f'version: 1\nyear: 2024\narea: 云溪县\ndepartments: ["{department}", 县公安局]\n{more}'
        f"outline:\n{''.join(chapters)}"
    )


WORK = chapter("achievements", "依法行政", "其他", "规范执法")
REST = (chapter("shortcomings"), chapter("plans"))
OUTLINES = {
    "without sections": report(chapter("achievements"), *REST),
    "sections": report(WORK, *REST),
    "only what was done": report(WORK),
    "two chapters of achievements": report(
        WORK, chapter("achievements").replace("id: achievements", "id: highlights"), *REST
    ),
    "sections that sound like labels": report(
        chapter("achievements", "存在问题整改情况", "下一步改革落实", "主要负责人履职情况", "负责"),
        *REST,
    ),
    "plans with the same sections": report(WORK, REST[0], chapter("plans", "依法行政", "其他", "规范执法")),
    "shortcomings with sections": report(WORK, chapter("shortcomings", "依法行政", "规范执法"), REST[1]),
    "all parts": report(WORK, *REST, chapter("leadership", "党委", "政府"), chapter("other", "建议", "亮点")),
    "name with brackets": report(WORK, *REST, department="县法院（筹）"),
    "name like a code": report(WORK, *REST, department="县法院(2024)-abcd1234"),
    "long name": report(
        WORK, *REST, department="云溪县住房和城乡建设局城市管理和综合行政执法大队驻高新技术产业开发区办事处"
    ),
}
PLANS = ("2024年，依法行政。", "（一）做好普法。", "一、存在的不足", "工作成效明显\n提升")


def read_back(text: str, form: bytes) -> Material:
    """What `collect` reads from a form of that report.yaml."""
    file, _ = load_report("report.yaml", text.encode())
    assert file is not None
    identifier = Identifier(file.report.departments, file.report.area)
    return read_material(read_facts(form), read_places(file), identifier, 2024)


def department_of(text: str) -> str:
    file, _ = load_report("report.yaml", text.encode())
    assert file is not None
    return file.report.departments[0].name


def answer(document: Any) -> list[tuple[str, str, str]]:
    """Fill every cell below the labels; the section's title, text and cause of each item that was written."""
    written_down = []
    for number, table in enumerate(document.tables[1:-1]):
        labels = [cell.text for cell in table.rows[0].cells]
        by_section = labels[0] == "类别"
        for row, cells in enumerate(line.cells for line in table.rows[1:]):
            section = cells[0].text if by_section else ""
            answers = cells[1:] if by_section else cells
            cause = f"经费第{row}年不足。" if len(answers) > 1 else ""
            if cause:
                answers[1].text = cause
            texts = [
                f"工作成效第{number}{row}{item}项明显。"
                for item in range(1 if cause or not by_section else 2)
            ]
            answers[0].text = "\n".join(texts)
            written_down += [(section, text.rstrip("。"), cause.rstrip("。")) for text in texts]
    return written_down


@pytest.mark.parametrize("outline", OUTLINES)
def test_what_is_written_into_any_outline_comes_back(outline: str) -> None:
    text = OUTLINES[outline]
    document = docx.Document(io.BytesIO(written(text, department_of(text), Past(plans=PLANS))))
    expected = answer(document)

    material = read_back(text, data(document))

    file, _ = load_report("report.yaml", text.encode())
    assert file is not None
    places = read_places(file)
    titles = {place.id: place.title for place in places.places if len(places.of(place.part)) > 1}
    found = [
        (
            titles.get(item.section, ""),
            f"{item.heading.text}{item.text.text}".rstrip("。"),
            item.cause.text.rstrip("。"),
        )
        for item in material.items
    ]
    assert sorted(found) == sorted(expected)
    assert material.remarks == ()
    assert (material.identity.department, material.year) == (department_of(text), 2024)


@pytest.mark.parametrize("outline", OUTLINES)
def test_a_form_that_was_just_written_is_blank_and_says_nothing(outline: str) -> None:
    text = OUTLINES[outline]
    form = written(text, department_of(text), Past(Contact("李某", "0745-1234567"), PLANS))

    material = read_back(text, form)

    assert is_blank_form(form)
    assert (material.items, material.nothing, material.remarks) == ((), frozenset(), ())
    assert material.is_form
    assert (material.identity.department, material.year) == (department_of(text), 2024)
    assert material.contact == Contact("李某", "0745-1234567")
    assert form_code(read_document(read_facts(form))) == (department_of(text), 2024)


def test_the_same_form_has_the_same_bytes_and_no_content_control() -> None:
    text = OUTLINES["all parts"]

    form = written(text, DEPARTMENT)

    assert form == written(text, DEPARTMENT)
    body = zipfile.ZipFile(io.BytesIO(form)).read("word/document.xml").decode()
    assert "w:sdt" not in body
    assert "documentProtection" not in zipfile.ZipFile(io.BytesIO(form)).read("word/settings.xml").decode()
    assert body.count("<w:tblHeader/>") == 6  # of each table but the head's, which has none


@pytest.mark.parametrize(
    "change",
    [
        {"year: 2024": "year: 2023"},
        {"依法行政": "依法办事"},
        {"version: 1": "version: 1\ndeadlines: {submissions: 2025-01-10}"},
    ],
)
def test_the_code_tells_forms_of_different_outlines_apart(change: dict[str, str]) -> None:
    text = other = OUTLINES["sections"]
    for before, after in change.items():
        other = other.replace(before, after)

    assert code(written(text, DEPARTMENT)) != code(written(other, DEPARTMENT))


def code(form: bytes) -> str:
    return next(line.text for line in read_document(read_facts(form)).lines if "表单编号" in line.text)[
        -13:-6
    ]


# Whether somebody has worked on a form.


@pytest.mark.parametrize("habit", HABITS, ids=lambda habit: habit.__name__)
def test_a_filled_form_is_not_blank(habit: Callable[[Any], None]) -> None:
    document = filled()
    habit(document)

    assert not is_blank_form(data(document))


def type_a_telephone_number(document: Any) -> None:
    document.tables[0].cell(1, 3).text = "0745"


def type_outside_the_tables(document: Any) -> None:
    document.add_paragraph("无")


def delete_a_line(document: Any) -> None:
    paragraph = document.paragraphs[1]._p
    paragraph.getparent().remove(paragraph)


def paste_a_picture(document: Any) -> None:
    document.tables[1].cell(1, 1).paragraphs[0].add_run().add_picture(io.BytesIO(PNG), width=1_000_000)


def comment(document: Any) -> None:
    document.add_comment(document.paragraphs[0].runs[0], "请问怎么填？", "王某")


@pytest.mark.parametrize(
    "touch",
    [type_a_telephone_number, type_outside_the_tables, delete_a_line, paste_a_picture, comment],
    ids=lambda touch: touch.__name__,
)
def test_a_form_that_somebody_touched_is_not_blank(touch: Callable[[Any], None]) -> None:
    document = blank()
    touch(document)

    assert not is_blank_form(data(document))


def test_a_form_that_was_only_saved_again_is_blank() -> None:
    assert is_blank_form(data(blank()))


@pytest.mark.parametrize("other", [b"", b"PK\x03\x04", b"department: x", data(docx.Document())])
def test_any_other_file_is_no_blank_form(other: bytes) -> None:
    assert not is_blank_form(other)


# On paper and in Word.


@pytest.mark.slow
def test_validators_and_libreoffice_take_the_form(tmp_path: Path) -> None:
    forms = [tmp_path / f"{name}.docx" for name in ("all parts", "without sections", "long name")]
    for path in forms:
        text = OUTLINES[path.stem]
        path.write_bytes(written(text, department_of(text), Past(plans=PLANS)))

    assert validator.errors(*forms) == ()
    assert validator.audit(*forms) == ()
    (tmp_path / "again").mkdir()
    for path in forms:
        assert is_blank_form(office.resave(path, tmp_path / "again").read_bytes())


@pytest.mark.slow
def test_the_form_fits_on_a_few_pages_of_a4(tmp_path: Path) -> None:
    path = tmp_path / "form.docx"
    path.write_bytes(written(blank_forms.REPORT, DEPARTMENT))

    assert len(pages.texts(office.to_pdf(path, tmp_path))) == 3
