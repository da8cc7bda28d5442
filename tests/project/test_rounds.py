"""Every .docx has its snapshot, rounds have names, and the base of a copy out there is kept."""

from __future__ import annotations

import json
import os
import re
import shutil
import zipfile
from typing import TYPE_CHECKING

import pytest

from reportctl import build_id
from reportctl.project.rounds import KEPT
from reportctl.snapshot import BOOKMARK, Snapshot
from tests.operations.program import contents, sound
from tests.tools import need
from tests.tools.project import REPORT

if TYPE_CHECKING:
    from pathlib import Path

    from tests.tools.project import Folder

NAME = "云溪县2023年度法治政府建设情况报告"
FORMS = ("plain", "formal", "public")
_EXAMPLES = ("hecheng-2023", "five-chapters", "minimal")
_MARKED = re.compile(r'<w:bookmarkStart w:id="(\d+)" w:name="([^"]+)"/>(.*?)<w:bookmarkEnd w:id="\1"/>')
_WORDS = re.compile(r"<w:t[^>]*>([^<]*)</w:t>|(<w:tab/>)")


@pytest.fixture
def whole(folder: Folder) -> Folder:
    """A project in which every department has handed in and nothing is wrong."""
    sound(folder.root, REPORT.replace("document:\n", "document:\n  signatory: 张某某\n"))
    return folder


def snapshots(root: Path) -> dict[str, Snapshot]:
    """What `rounds/built/` holds, by the id in the file's name."""
    return {path.stem: Snapshot.loads(path.read_bytes()) for path in (root / "rounds/built").glob("*")}


def edit(folder: Folder, turn: int) -> None:
    """A department hands in anew."""
    path = next(path for path in sorted((folder.root / "submissions").iterdir()) if "司法" in path.name)
    text = re.sub(r"全年检查\d+次", f"全年检查{1000 + turn}次", path.read_text("utf-8"))
    assert text != path.read_text("utf-8")
    path.write_text(text, "utf-8")


def body(path: Path) -> str:
    with zipfile.ZipFile(path) as package:
        return package.read("word/document.xml").decode()


def said(xml: str) -> str:
    """The words of a piece of a body, tabs as such."""
    return "".join("\t" if tab else text for text, tab in _WORDS.findall(xml))


@pytest.mark.parametrize("form", FORMS)
def test_a_word_document_has_its_snapshot(whole: Folder, form: str) -> None:
    """By the id that it bears; the public form bears none, and has that of its parts."""
    assert whole.run("build", "--form", form, "--draft").code == 0
    (path,) = (whole.root / "output").glob("*.docx")
    ((name, snapshot),) = snapshots(whole.root).items()
    assert name == snapshot.build == build_id.of_file(path.read_bytes())
    assert (snapshot.form, snapshot.draft, snapshot.year) == (form, True, 2023)
    with zipfile.ZipFile(path) as package:
        assert (build_id.PART in package.namelist()) is (form != "public")


def test_an_unchanged_build_adds_none(whole: Folder) -> None:
    for _ in range(2):
        whole.run("build")
        assert len(snapshots(whole.root)) == 1
    edit(whole, 1)
    whole.run("build")
    assert len(snapshots(whole.root)) == 2


@pytest.mark.parametrize(
    "options", [["--text"], ["--json", "-o", "-"], ["--check"], ["--html", "--markdown"]], ids=" ".join
)
def test_what_does_not_come_back_changed_has_none(whole: Folder, options: list[str]) -> None:
    """Nor has a comparison."""
    whole.run("build", *options)
    assert not (whole.root / "rounds").exists()


def test_a_refused_build_has_none(folder: Folder) -> None:
    """Neither for its findings nor for a file that somebody changed."""
    assert folder.run("build").code == 1
    assert not (folder.root / "rounds").exists()
    sound(folder.root)
    folder.run("build")
    (folder.root / f"output/{NAME}.docx").write_bytes(b"PK")
    before = contents(folder.root)
    edit(folder, 1)
    assert folder.run("build").code == 1
    assert contents(folder.root / "rounds") == {
        name.removeprefix("rounds/"): data for name, data in before.items() if name.startswith("rounds/")
    }


def test_a_damaged_snapshot_is_written_anew(whole: Folder) -> None:
    """The one of the file that is built."""
    whole.run("build")
    (path,) = (whole.root / "rounds/built").iterdir()
    good = path.read_bytes()
    path.write_bytes(good[:-9])
    assert whole.run("build").code == 0
    assert path.read_bytes() == good


@pytest.mark.parametrize("draft", [True, False])
def test_a_round_has_a_name_and_bookmarks(whole: Folder, draft: bool) -> None:
    options = ["--draft"] if draft else []
    done = whole.run("build", "--round", "征求意见稿", *options)
    path = whole.root / f"output/{NAME}{'-草稿' if draft else ''}-征求意见稿.docx"
    assert (done.code, done.out) == (0, f"{path}\n")
    snapshot = Snapshot.loads((whole.root / "rounds/征求意见稿.json").read_bytes())
    assert snapshots(whole.root) == {snapshot.build: snapshot}
    assert snapshot.build == build_id.of_file(path.read_bytes())
    marked = [(name, said(xml)) for _, name, xml in _MARKED.findall(body(path))]
    assert marked == [
        (BOOKMARK + paragraph.name, paragraph.number + paragraph.text) for paragraph in snapshot.paragraphs
    ]
    assert all(re.fullmatch(r"[A-Za-z0-9_]{1,40}", name) for name, _ in marked)
    assert len(dict(marked)) == len(marked)
    assert all(paragraph.name.startswith(f"{snapshot.mark}_") for paragraph in snapshot.paragraphs)


def test_only_a_round_has_bookmarks_and_only_outside_the_public_form(whole: Folder) -> None:
    whole.run("build")
    whole.run("build", "--draft")
    whole.run("build", "--form", "public", "--round", "公示前")
    (public,) = (whole.root / "output").glob("*公示前.docx")
    for path in (whole.root / "output").glob("*.docx"):
        assert "bookmark" not in body(path)
    assert Snapshot.loads((whole.root / "rounds/公示前.json").read_bytes()).build == build_id.of_file(
        public.read_bytes()
    )


def test_the_report_itself_is_as_without_rounds(whole: Folder) -> None:
    """The same bytes, whatever went round before."""
    whole.run("build")
    path = whole.root / f"output/{NAME}.docx"
    before = path.read_bytes()
    whole.run("build", "--draft", "--round", "一稿", "--comments", "all")
    whole.run("build")
    assert path.read_bytes() == before


def test_a_name_belongs_to_one_build(whole: Folder) -> None:
    """The same build may have it again; another is refused, and nothing is written."""
    assert whole.run("build", "--draft", "--round", "一稿").code == 0
    first = contents(whole.root)
    assert whole.run("build", "--draft", "--round", "一稿").code == 0
    assert contents(whole.root) == first
    edit(whole, 1)
    before = contents(whole.root)
    done = whole.run("build", "--draft", "--round", "一稿")
    assert (done.code, done.out) == (2, "")
    assert "“一稿”" in done.err
    assert "--round 一稿2" in done.err
    assert contents(whole.root) == before
    assert whole.run("build", "--draft", "--round", "二稿").code == 0


def test_a_round_is_compared_with_what_went_out(whole: Folder) -> None:
    """`--check` writes nothing, and says when the material is another by now."""
    options = ["build", "--draft", "--round", "一稿"]
    whole.run(*options)
    before = contents(whole.root)
    assert whole.run(*options, "--check").code == 0
    edit(whole, 1)
    after = contents(whole.root)
    assert whole.run(*options, "--check").code == 1
    assert contents(whole.root) == after
    assert before.keys() == after.keys()


def test_a_damaged_round_keeps_its_name(whole: Folder) -> None:
    """Nobody knows what went round under it."""
    whole.write("rounds/一稿.json", "{")
    before = contents(whole.root)
    assert whole.run("build", "--draft", "--round", "一稿").code == 2
    assert contents(whole.root / "rounds") == {"一稿.json": before["rounds/一稿.json"]}


@pytest.mark.parametrize("name", ["", " ", "a/b", "..", ".x", "a\\b", "CON", "a\nb", "稿" * 61, "a:b"])
def test_a_name_is_one_part_of_a_path(whole: Folder, name: str) -> None:
    """What cannot be a file's name is refused by the command line, before anything is read or written."""
    before = contents(whole.root)
    done = whole.run("build", "--draft", "--round", name)
    assert done.code == 2
    assert "--round" in done.err
    assert {k: v for k, v in contents(whole.root).items() if ".reportctl" not in k} == before


@pytest.mark.parametrize(
    "options",
    [
        ["--draft", "--round", "一稿", "--text"],
        ["--draft", "--round", "一稿", "--text", "-o", "-"],
        ["--draft", "--comments", "all", "--text"],
        ["--comments", "findings"],
        ["--draft", "--comments", "everything"],
    ],
    ids=" ".join,
)
def test_what_makes_no_sense_is_a_usage_error(whole: Folder, options: list[str]) -> None:
    before = contents(whole.root)
    assert whole.run("build", *options).code == 2
    assert contents(whole.root) == before


def test_a_name_that_would_make_a_file_of_too_long_a_name_is_refused(whole: Folder) -> None:
    """Each is short enough by itself."""
    report = whole.root / "report.yaml"
    report.write_text(f"{report.read_text('utf-8')}output: {{name: {'长' * 50}}}\n", "utf-8")
    done = whole.run("build", "--draft", "--round", "稿" * 50)
    assert (done.code, done.out) == (2, "")
    assert "太长" in done.err
    assert whole.run("build", "--draft", "--round", "稿" * 10).code == 0


def test_what_cron_has_built_over_is_still_there(whole: Folder) -> None:
    """A leader holds a copy of the draft; a department hands in anew, and cron goes on."""
    whole.run("build", "--draft")
    held = (whole.root / f"output/{NAME}-草稿.docx").read_bytes()
    base = snapshots(whole.root)[build_id.of_file(held)]
    _aged(whole.root, KEPT - 3)
    for turn in range(3):
        edit(whole, turn)
        assert whole.run("build", "--draft").code == 0
    assert snapshots(whole.root)[build_id.of_file(held)] == base


def _aged(root: Path, count: int) -> list[Path]:
    """As many more snapshots, each older than the next, all older than what is built."""
    real = next((root / "rounds/built").iterdir())
    made = []
    for number in range(count):
        path = real.with_name(f"{number:064x}.json")
        snapshot = Snapshot.loads(real.read_bytes())._replace(build=path.stem)
        path.write_bytes(snapshot.dumps())
        os.utime(path, (number + 1, number + 1))
        made.append(path)
    return made


def test_old_snapshots_are_swept_but_for_those_that_something_refers_to(whole: Folder) -> None:
    whole.run("build")
    first = whole.root / f"output/{NAME}.docx"
    pinned = build_id.of_file(first.read_bytes())
    os.utime(whole.root / f"rounds/built/{pinned}.json", (0, 0))
    old = _aged(whole.root, KEPT + 3)
    shutil.copy(old[0], whole.root / "rounds/一稿.json")
    stranger = whole.write("rounds/built/说明.txt", "勿删").root / "rounds/built/说明.txt"
    edit(whole, 1)
    assert whole.run("build", "--draft").code == 0
    left = set((whole.root / "rounds/built").iterdir())
    assert stranger in left
    assert whole.root / f"rounds/built/{pinned}.json" in left, "the report in output/ refers to it"
    assert old[0] in left, "a round refers to it"
    assert [path for path in old if path not in left] == old[1:3]


def test_what_was_put_aside_keeps_its_snapshot(whole: Folder) -> None:
    whole.run("build")
    path = whole.root / f"output/{NAME}.docx"
    base = build_id.of_file(path.read_bytes())
    with zipfile.ZipFile(path, "a") as package:
        package.writestr("word/extra.xml", "<x/>")
    old = _aged(whole.root, KEPT + 1)
    os.utime(whole.root / f"rounds/built/{base}.json", (0, 0))
    edit(whole, 1)
    assert whole.run("build", "--replace").code == 0
    assert old[0] not in (whole.root / "rounds/built").iterdir()
    edit(whole, 2)
    assert whole.run("build").code == 0
    assert base in snapshots(whole.root)


def test_where_a_file_cannot_be_read_nothing_is_swept(whole: Folder) -> None:
    whole.run("build")
    old = _aged(whole.root, KEPT + 3)
    whole.write("rounds/一稿.json", "damaged")
    edit(whole, 1)
    assert whole.run("build").code == 0
    assert all(path.exists() for path in old)


def test_no_other_verb_touches_rounds(whole: Folder, tmp_path: Path) -> None:
    """Nor counts what lies there as the project's material."""
    whole.run("build", "--draft", "--round", "一稿")
    shutil.copy(next((whole.root / "submissions").iterdir()), whole.root / "rounds/材料.yaml")
    before = contents(whole.root / "rounds")
    status = whole.run("status", "--format", "json").json
    assert whole.validate().json["summary"]["submissions"] == len(status["departments"])
    arrived = tmp_path / "收到.yaml"
    arrived.write_bytes((whole.root / "rounds/材料.yaml").read_bytes())
    for command in (
        ["collect", str(arrived)],
        ["validate", "--fix"],
        ["status"],
        ["init", str(whole.root), "--force"],
    ):
        whole.run(*command)
        assert contents(whole.root / "rounds") == before, command


@pytest.mark.parametrize("example", _EXAMPLES)
@pytest.mark.parametrize("form", FORMS)
def test_the_snapshot_says_what_the_document_says(folder: Folder, example: str, form: str) -> None:
    """Every example in every form: all words of the body, in its order, and the same as `--text` has."""
    shutil.copytree(need.ROOT / "examples" / example, folder.root, dirs_exist_ok=True)
    report = folder.root / "report.yaml"
    if "signatory" not in report.read_text("utf-8"):
        report.write_text(
            report.read_text("utf-8").replace("document:\n", "document:\n  signatory: 张某某\n", 1), "utf-8"
        )
    assert folder.run("build", "--draft", "--form", form, "--docx", "--text").code == 0
    (path,) = (folder.root / "output").glob("*.docx")
    (snapshot,) = snapshots(folder.root).values()
    words = re.sub(r"\s", "", said(body(path)))
    told = "".join(paragraph.number + paragraph.text for paragraph in snapshot.paragraphs)
    assert words == re.sub(r"\s", "", told)
    lines = [
        paragraph.number + paragraph.text
        for paragraph in snapshot.paragraphs
        if not paragraph.kind.startswith(("letterhead", "imprint"))
    ]
    assert lines == path.with_suffix(".txt").read_text("utf-8").splitlines()
    assert all(
        paragraph.built == paragraph.text for paragraph in snapshot.paragraphs if not paragraph.decided_by
    )


def test_a_snapshot_tells_what_final_decisions_did(folder: Folder) -> None:
    """What was there before them, what was left out and what was added, each by its decision."""
    items = "".join(f"  - {{heading: 第{number}件, text: 检查{number}次。}}\n" for number in range(1, 4))
    folder.submit("县司法局", f"achievements:\n{items}")
    folder.write(
        "edits.yaml",
        "- {at: work, heading: 第1件, text: 第1件。检查很多次。, by: 张县长}\n"
        "- {at: work, heading: 第2件, omit: true, by: 张县长}\n"
        "- {add: item, id: new-1, after: {at: work, heading: 第3件}, text: 第4件。又查1次。, by: 张县长}\n",
    )
    assert folder.run("build", "--draft", "--round", "一稿").code == 0
    (snapshot,) = snapshots(folder.root).values()
    items_of_work = [paragraph for paragraph in snapshot.paragraphs if "件。" in paragraph.text]
    assert [
        (paragraph.number, paragraph.text, paragraph.built, paragraph.omitted, len(paragraph.decided_by))
        for paragraph in items_of_work
    ] == [
        ("1.", "第1件。检查很多次。", "第1件。检查1次。", False, 1),
        (items_of_work[1].number, "第2件。检查2次。", "第2件。检查2次。", True, 1),
        ("2.", "第3件。检查3次。", "第3件。检查3次。", False, 0),
        ("3.", "第4件。又查1次。", None, False, 1),
    ]
    (path,) = (folder.root / "output").glob("*.docx")
    marked = [name for _, name, _ in _MARKED.findall(body(path))]
    printed = [paragraph for paragraph in snapshot.paragraphs if not paragraph.omitted]
    assert marked == [BOOKMARK + paragraph.name for paragraph in printed]


def test_gaps_of_a_draft_are_marked(folder: Folder) -> None:
    """【待补】 is no word of the report."""
    folder.run("build", "--draft")
    (snapshot,) = snapshots(folder.root).values()
    gaps = [paragraph for paragraph in snapshot.paragraphs if paragraph.gap]
    assert gaps
    assert all(paragraph.text.startswith("【待补") and paragraph.at == "" for paragraph in gaps)
    assert not [
        paragraph for paragraph in snapshot.paragraphs if "【待补" in paragraph.text and not paragraph.gap
    ]


def test_a_snapshot_holds_no_words_but_those_of_the_document(whole: Folder) -> None:
    """No contact, no words of an item as handed in: only its name and where it stands."""
    path = next((whole.root / "submissions").iterdir())
    path.write_text(f"contact: {{name: 李联系, phone: 0745-1234567}}\n{path.read_text('utf-8')}", "utf-8")
    whole.run("build")
    (file,) = (whole.root / "rounds/built").iterdir()
    assert "李联系" not in file.read_text("utf-8")
    assert "1234567" not in file.read_text("utf-8")
    assert json.loads(file.read_bytes())["version"] == 1
