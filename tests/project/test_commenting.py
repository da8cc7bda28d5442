"""Comments on a draft: open findings beside their paragraphs, sources beside their words."""

from __future__ import annotations

import zipfile
from collections import Counter
from typing import TYPE_CHECKING

import pytest
from lxml import etree

from tests.operations.program import contents, sound
from tests.tools import need
from tests.tools.project import REPORT

if TYPE_CHECKING:
    from pathlib import Path

    from tests.tools.project import Folder

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
FLAWED = """\
achievements:
  - heading: 加强监管
    text: |
      我局全年检查12次,整改3处。

      第二段话说得不清楚,要改。
  - heading: 另一条
    text: 全年检查7次。
contact: {name: 李某, phone: 0745-1234567}
"""


def words(paragraph: etree._Element) -> str:
    return "".join(text.text or "" for text in paragraph.iter(f"{W}t"))


def beside(path: Path) -> list[tuple[str, list[list[str]]]]:
    """The text of each paragraph of the body, and the comments on it by their lines."""
    with zipfile.ZipFile(path) as package:
        body = etree.fromstring(package.read("word/document.xml"))
        part = (
            etree.fromstring(package.read("word/comments.xml"))
            if "word/comments.xml" in package.namelist()
            else etree.Element("none")
        )
    comments = {
        comment.get(f"{W}id"): [words(line) for line in comment.iter(f"{W}p")]
        for comment in part.iter(f"{W}comment")
    }
    return [
        (
            words(paragraph),
            [comments[mark.get(f"{W}id")] for mark in paragraph.iter(f"{W}commentReference")],
        )
        for paragraph in body.iter(f"{W}p")
    ]


def draft(folder: Folder, wanted: str, *options: str) -> list[tuple[str, list[list[str]]]]:
    done = folder.run("build", "--draft", "--comments", wanted, *options)
    assert done.code == 0, done.err
    (path,) = (folder.root / "output").glob("*.docx")
    return beside(path)


def on(paragraphs: list[tuple[str, list[list[str]]]], words: str) -> list[list[str]]:
    """The comments on the one paragraph with these words."""
    (comments,) = [comments for text, comments in paragraphs if words in text]
    return comments


def coded(comments: list[list[str]], code: str) -> list[list[str]]:
    return [comment for comment in comments if f"[{code}]" in comment[0]]


@pytest.fixture
def flawed(folder: Folder) -> Folder:
    """One department of three has handed in, with faults."""
    return folder.submit("县司法局", FLAWED)


def test_a_finding_stands_beside_the_paragraph_with_its_words(flawed: Folder) -> None:
    """Of an item in two paragraphs beside the right one; with code, words, remedy and place."""
    paragraphs = draft(flawed, "findings")
    (found,) = coded(on(paragraphs, "整改3处"), "first-person")
    place = "submissions/县司法局.yaml 第 6 行"
    assert found == ["“我局”汇总时改为“县司法局” [first-person]", "提示：改成部门名称", place]
    for words, line in (("整改3处", 6), ("第二段话", 8)):
        (found,) = coded(on(paragraphs, words), "half-width")
        assert found[-1].endswith(f"第 {line} 行")
    assert not coded(on(paragraphs, "全年检查7次"), "half-width")


def test_what_a_department_owes_stands_beside_its_gap(flawed: Folder) -> None:
    paragraphs = draft(flawed, "findings")
    gaps = [comments for text, comments in paragraphs if "【待补" in text and "县公安局" in text]
    assert coded(gaps[0], "missing-submission")


def test_a_fault_of_the_reports_own_sentence_stands_beside_it(folder: Folder) -> None:
    folder.report(REPORT.replace("现将有关情况报告如下：", "现将有关情况,报告如下："))
    found = coded(on(draft(folder, "findings"), "报告如下"), "half-width")
    assert found
    assert "report.yaml 第 8 行" in found[0][-1]


def test_a_fault_of_a_final_decision_stands_beside_its_paragraph(folder: Folder) -> None:
    """The words are those of edits.yaml: there is the remedy, and there they come from."""
    folder.submit("县司法局", "achievements:\n  - {heading: 加强监管, text: 全年检查12次。}\n")
    folder.write(
        "edits.yaml",
        "- {at: work, heading: 加强监管, text: '加强监管。全年检查12次,整改3处。', by: 张县长}\n"
        "- {add: paragraph, id: new-1, after: {at: work, heading: 加强监管}, text: '又督查3次,通报。'}\n",
    )
    paragraphs = draft(folder, "all")
    for words, line in (("整改3处", 1), ("又督查3次", 2)):
        (found,) = coded(on(paragraphs, words), "half-width")
        assert found[-1] == f"edits.yaml 第 {line} 行"
    assert ["出处", "改稿：edits.yaml 第 2 行"] in on(paragraphs, "又督查3次")


def test_what_belongs_to_no_paragraph_stands_beside_the_title(flawed: Folder) -> None:
    """A stray file, an item that the editor left out: one comment names them all, and nothing is dropped."""
    flawed.write("submissions/说明.txt", "x")
    flawed.write(
        "edits.yaml",
        "- {department: 县司法局, part: achievements, heading: 加强监管, omit: true, reason: 略}\n",
    )
    (title,) = on(draft(flawed, "findings"), "年度法治政府建设情况报告")
    assert any("submissions/说明.txt" in line for line in title)
    assert any("[first-person]" in line for line in title)


@pytest.mark.parametrize("example", ["hecheng-2023", "five-chapters"])
def test_no_finding_is_dropped(folder: Folder, example: str) -> None:
    """Each stands in one comment; only those of no paragraph are cut short, and counted."""
    for name, data in contents(need.ROOT / "examples" / example).items():
        folder.write(name, data)
    found = Counter(code for code, *_ in folder.validate().findings)
    lines = [line for _, comments in draft(folder, "findings") for comment in comments for line in comment]
    said = Counter(line.rpartition("[")[2][:-1] for line in lines if line.endswith("]"))
    rest = [int(line.split()[1]) for line in lines if line.startswith("还有 ")]
    assert not said - found
    assert sum((found - said).values()) == sum(rest)


def test_sources_name_department_file_and_line(folder: Folder) -> None:
    """Each item of a merged paragraph once; what nobody handed in has none."""
    item = "achievements:\n  - heading: 加强监管\n    text: 全年检查{}次。\n"
    folder.submit("县司法局", item.format(3)).submit("县公安局", item.format(4))
    paragraphs = draft(folder, "sources")
    assert on(paragraphs, "全年检查3次") == [
        ["出处", "县司法局：submissions/县司法局.yaml 第 4 行", "县公安局：submissions/县公安局.yaml 第 4 行"]
    ]
    assert on(paragraphs, "报告如下") == []


def test_all_is_both_and_none_is_neither(flawed: Folder) -> None:
    every = Counter(str(comment) for _, comments in draft(flawed, "all") for comment in comments)
    parts = Counter(
        str(comment)
        for wanted in ("findings", "sources")
        for _, comments in draft(flawed, wanted)
        for comment in comments
    )
    assert every == parts
    assert not [comments for _, comments in draft(flawed, "none") if comments]


def test_the_public_form_has_none_and_says_so(flawed: Folder) -> None:
    done = flawed.run("build", "--draft", "--form", "public", "--comments", "all", "--round", "一稿")
    assert done.code == 0
    assert "公开稿不带批注" in done.err
    (path,) = (flawed.root / "output").glob("*.docx")
    with zipfile.ZipFile(path) as package:
        names = package.namelist()
        assert not [name for name in names if "comments" in name or "custom" in name]
        assert not [name for name in names if b"bookmark" in package.read(name)]


def test_comments_change_no_word_of_the_draft(folder: Folder) -> None:
    sound(folder.root)
    bare = [text for text, _ in draft(folder, "none")]
    assert [text for text, _ in draft(folder, "all")] == bare
