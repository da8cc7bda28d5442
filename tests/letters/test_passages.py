"""A finding leads to the department's own words, and to where they stand in what it sent."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from reportctl.collect.ledger import HandInState, Receipt
from reportctl.collect.writing import write_submission
from reportctl.findings import Finding, Severity, Span
from reportctl.letters.originals import Original, items_of, key_of
from reportctl.letters.passages import PassageFinder
from reportctl.model.files import load_submission
from reportctl.rules.texts import units_of
from reportctl.scaffold.wording import Language
from reportctl.text.paragraphs import sentences
from tests.collect.comparing import read
from tests.collect.houses import make
from tests.collect.plain_reports import PLANS, data, file
from tests.letters.office import CLEAN, WORD, Office
from tests.tools.need import ROOT
from tests.tools.rounds import sample_and_long

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.tools.project import Folder

LEAST = 4
RECEIPT = Receipt("", "", 1, "", "", "", 0, 0, "", "", HandInState.STORED, "", "", "", "")
FOUND = Finding("placeholder", Severity.ERROR, "", Span(""))


@pytest.fixture
def office(folder: Folder) -> Office:
    return Office(folder)


def passages(office: Office, code: str) -> list[tuple[int | None, str, str]]:
    """Paragraph, item and sentence of what a rule found at 县司法局."""
    (letter,) = office.remind("县司法局")["letters"]
    return [
        (found["paragraph"], found["item"], found["sentence"])
        for found in letter["findings"]
        if found["code"] == code
    ]


def put_word(office: Office, *lines: str) -> None:
    office.put("总结.docx", data(file(*lines)))
    office.collect()


def edit(office: Office, old: str, new: str) -> None:
    path = office.root / "submissions/县司法局.yaml"
    text = path.read_text("utf-8")
    assert text.count(old) == 1
    path.write_text(text.replace(old, new), "utf-8")


def test_the_same_words_in_two_items_are_told_apart(office: Office) -> None:
    text = "培训XX人次。"
    lines = (*WORD[:2], f"1.规范执法监督。{text}", f"2.推进普法宣传。{text}", *WORD[4:])
    put_word(office, *lines)

    assert passages(office, "placeholder") == [
        (3, "“工作成效”中的“规范执法监督”", text),
        (4, "“工作成效”中的“推进普法宣传”", text),
    ]


def test_the_original_is_found_again_after_the_marks_were_mended(office: Office) -> None:
    lines = (*WORD[:3], "2.推进普法宣传。我局开展普法宣传XX场次,发放资料3000份", *WORD[4:])
    put_word(office, *lines)
    office.folder.run("validate", "--fix")

    assert passages(office, "placeholder")[0][:2] == (4, "“工作成效”中的“推进普法宣传”")


def test_what_the_official_wrote_stands_in_no_paragraph(office: Office) -> None:
    put_word(office, *WORD)
    edit(office, "推进普法宣传", "建设法治文化阵地")
    edit(office, "开展普法宣传XX场次，发放资料3000份。", "新建阵地XX个。")

    assert passages(office, "placeholder") == [
        (None, "“工作成效”中的“建设法治文化阵地”", "新建阵地XX个。"),
    ]


def test_a_long_sentence_is_cut_around_the_place(office: Office) -> None:
    long = "加强行政执法人员教育培训，" * 20 + "培训XX人次，" + "切实提高执法水平，" * 20 + "成效明显。"
    put_word(office, *WORD[:3], f"2.推进普法宣传。{long}", *WORD[4:])

    ((paragraph, _, sentence),) = passages(office, "placeholder")

    assert paragraph == 4
    assert sentence.startswith("……")
    assert sentence.endswith("……")
    assert "培训XX人次" in sentence
    assert len(sentence) <= 124


def test_yaml_has_lines_as_long_as_they_are_the_departments_own(office: Office) -> None:
    office.put(
        "a.yaml",
        "department: 县司法局\nyear: 2023\nachievements:\n  - 规范执法监督。评查案卷XX本。\n"
        "shortcomings: 无\nplans: 无\n",
    )
    office.collect()

    office.remind("县司法局", "--text")
    own = office.letter("县司法局-反馈.txt")
    edit(office, "year: 2023\n", "year: 2023\n# 统稿人看过\n")
    office.remind("县司法局", "--text")

    assert "1.文件第4行，“工作成效”中的“规范执法监督”。原文：“评查案卷XX本。”" in own
    assert "1.“工作成效”中的“规范执法监督”。原文：“评查案卷XX本。”" in office.letter("县司法局-反馈.txt")


def test_what_a_page_saved_has_no_lines(office: Office) -> None:
    head = "# 县司法局2023年度法治政府建设情况填报表\n# 表单编号：RC-2023-县司法局-1a2b3c4d（请勿删改）\n"
    office.put(
        "a.yaml",
        f"{head}department: 县司法局\nyear: 2023\nachievements:\n  - 规范执法监督。评查案卷XX本。\n"
        "shortcomings: 无\nplans: 无\n",
    )
    office.collect()

    office.remind("县司法局", "--text")

    assert "1.“工作成效”中的“规范执法监督”。原文：“评查案卷XX本。”" in office.letter("县司法局-反馈.txt")


def test_a_file_that_cannot_be_read_has_its_line(office: Office) -> None:
    office.folder.write("submissions/县司法局.yaml", "department: 县司法局\nyear: 2023\nplans: [a\n")

    office.remind("县司法局", "--text")

    assert "文件第3行。原文：“plans: [a”" in office.letter("县司法局-反馈.txt")


def test_what_only_the_official_can_see_is_said_otherwise(office: Office) -> None:
    for name in ("a", "b"):
        office.folder.write(f"submissions/{name}.yaml", f"department: 县司法局\nyear: 2023\n{CLEAN}")

    office.remind("县司法局", "--text")

    text = office.letter("县司法局-反馈.txt")
    assert "交来了两份材料，不知道以哪一份为准。改法：请说明用哪一份。" in text
    assert "submissions" not in text


def test_what_is_said_of_the_whole_has_no_words(office: Office) -> None:
    put_word(office, *WORD[:4], *PLANS)

    office.remind("县司法局", "--text")

    assert "整份材料。\r\n缺少必填部分“存在的不足”" in office.letter("县司法局-反馈.txt")


def test_an_original_that_is_gone_names_the_item_all_the_same(office: Office) -> None:
    put_word(office, *WORD)
    for path in (office.root / "received/originals").rglob("*.docx"):
        path.unlink()

    assert passages(office, "placeholder")[0][:2] == (None, "“工作成效”中的“推进普法宣传”")


@sample_and_long(20, 600)
def test_every_sentence_of_a_house_style_is_found_in_its_paragraph(rounds: int) -> None:
    checked = 0
    for seed in range(rounds):
        for told, sentence in found_in(seed):
            assert key_of(sentence)[:12] in told, (seed, sentence)
            checked += 1
    assert checked > 20 * rounds


def found_in(seed: int) -> Iterator[tuple[str, str]]:
    """Each sentence of a report, behind what the paragraph says that is told for it."""
    report = make(seed)
    material = read(report.data, report.clues)
    said: dict[int, str] = {}
    for line in material.ledger.document.lines:
        said[line.paragraph] = said.get(line.paragraph, "") + key_of(line.text)
    text = write_submission(material.submission(report.department, 2024), "", Language.CHINESE)
    submission, _ = load_submission("a.yaml", text.encode())
    assert submission is not None
    finder = PassageFinder(ROOT, "", submission, Original(RECEIPT, tuple(items_of(material))))
    for unit in units_of(submission):
        for sentence in sentences(unit.text):
            if len(key_of(sentence.text)) >= LEAST:
                span = unit.span(sentence.start, sentence.end)
                passage = finder.find(FOUND._replace(span=span))
                assert passage.sentence.strip("…") in unit.text
                yield said.get(passage.paragraph, ""), sentence.text
