"""`reportctl diff`: what it tells, and a Word file in which accepting gives one side, rejecting the other."""

from __future__ import annotations

import shutil
from itertools import permutations
from typing import TYPE_CHECKING

from reportctl.cli import main
from reportctl.review.copies import View
from reportctl.review.markup import read_copy
from tests.review.drafts import ROUND, Office
from tests.review.leader import Leader
from tests.review.sessions import Session
from tests.tools import validator
from tests.tools.rounds import sample_and_long

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

EXAMS = "通过执法考试人员245名"
EXAMPLES = ("hecheng-2023", "five-chapters", "minimal")


def lines(data: bytes, view: View = View.ACCEPT) -> list[str]:
    """The lines of a .docx in one view, as they are compared."""
    return [paragraph.text for paragraph in read_copy(data, view).paragraphs]


def redlined(office: Office, old: str | Path, new: str | Path, name: str = "花脸稿.docx") -> bytes:
    """The document with tracked changes, which is the same whenever it is written."""
    path = office.root / name
    found = []
    for _ in range(2):
        path.unlink(missing_ok=True)
        done = office.run("diff", str(old), str(new), "--docx", "-o", str(path))
        assert (done.code, done.out) == (0, f"{path}\n"), done.err
        found.append(path.read_bytes())
    assert found[0] == found[1]
    return found[0]


def test_a_line_for_each_paragraph_and_figures_apart(office: Office, leader: Leader) -> None:
    leader.replace(leader.at(EXAMS), "245", "246")
    leader.move(leader.at("2.加强行政复议应诉工作"), leader.at("2.完善规范性文件管理工作"))
    leader.delete(leader.at("1.严格落实普法责任制"))
    leader.insert(leader.at("2.优化法治化营商环境"), "全区营商环境评价列全市第二位。")
    copy = office.root / "改稿.docx"
    copy.write_bytes(leader.save())
    done = office.run("diff", ROUND, str(copy))
    assert done.code == 0
    assert done.out.splitlines() == [
        "加 全区营商环境评价列全市第二位 | 在“2.优化法治化营商环境”之后\uff1a全区营商环境评价列全市第二位。",
        "移 2.加强行政复议应诉工作 | 区司法局、区政府办 | 移到“2.完善规范性文件管理工作”之后",
        "改 3.加强行政执法队伍监管 | 区司法局 | 【245→246】",
        "删 1.严格落实普法责任制 | 区司法局 | 整段删去",
        "数字 一、3. 245→246",
    ]
    assert "4 处不同" in done.err
    tree = office.run("diff", ROUND, str(copy), "--format", "json").json
    assert (tree["version"], tree["old"]["year"]) == (1, 2023)
    assert [change["kind"] for change in tree["changes"]] == ["add", "move", "text", "delete"]
    assert set(tree["changes"][0]) == {
        "kind",
        "at",
        "heading",
        "number",
        "old",
        "new",
        "departments",
        "behind",
    }
    assert [(figure["old"], figure["new"]) for figure in tree["figures"]] == [("245", "246")]
    assert office.run("diff", str(copy), str(copy)).out == "没有不同\n"


def test_every_kind_of_side_says_the_same(office: Office) -> None:
    copy = office.draft()
    assert office.run("build", "--draft", "--json").code == 0
    (tree,) = (office.root / "output").glob("*草稿.json")
    sides = (ROUND, str(copy), str(tree), str(office.root), str(office.root / f"rounds/{ROUND}.json"))
    for old, new in permutations(sides, 2):
        done = office.run("diff", old, new)
        assert (done.code, done.out) == (0, "没有不同\n"), (old, new, done.out)


def test_two_years_are_matched_by_place(office: Office, tmp_path: Path) -> None:
    after = tmp_path / "次年"
    shutil.copytree(office.root, after)
    for path in (after / "report.yaml", *(after / "submissions").glob("*.yaml")):
        text = (
            path.read_text("utf-8")
            .replace("\nyear: 2023", "\nyear: 2024")
            .replace("2024-01-15", "2025-01-15")
        )
        text = text.replace("title: 完善依法行政体制机制\uff0c全面提升依法治理能力", "title: 健全制度")
        path.write_text(text.replace("人员245名", "人员260名"), "utf-8")
    done = office.run("diff", str(office.root), str(after), "--format", "json")
    found = {(change["kind"], change["at"], change["old"][:6]) for change in done.json["changes"]}
    assert not {kind for kind, *_ in found} & {"move", "add", "delete"}
    assert ("heading", "work", "一、2023") in found
    assert ("heading", "work.system", "\uff08三\uff09完善依") in found
    assert ("heading", "plans", "三、2024") in found
    assert [
        (figure["old"], figure["new"])
        for figure in done.json["figures"]
        if figure["at"] == "work.enforcement"
    ] == [("245", "260")]
    assert "2023 年和 2024 年" in done.err
    data = redlined(office, office.root, after)
    assert "2024年工作开展情况" in "".join(lines(data))
    assert "2023年工作开展情况" in "".join(lines(data, View.REJECT))


def test_what_cannot_be_compared_is_said(office: Office, tmp_path: Path) -> None:
    office.draft()
    assert office.run("diff", ROUND, "没有这一轮").code == 2
    assert office.run("diff", ROUND, "没有.docx").code == 4
    (tmp_path / "别的.json").write_text('{"blocks": 1}', "utf-8")
    assert office.run("diff", ROUND, str(tmp_path / "别的.json")).code == 4
    (tmp_path / "坏的.docx").write_bytes(b"PK")
    assert office.run("diff", ROUND, str(tmp_path / "坏的.docx")).code == 4
    assert office.run("diff", ROUND, str(tmp_path)).code == 2
    assert office.run("diff", ROUND, ROUND, "--docx").code == 2
    assert office.run("diff", ROUND, ROUND, "-o", "甲.docx").code == 2
    assert office.run("diff", ROUND, ROUND, "--docx", "-o", "甲.txt").code == 2


def test_files_need_no_project(office: Office, leader: Leader, monkeypatch: pytest.MonkeyPatch) -> None:
    leader.replace(leader.at(EXAMS), "245", "246")
    (office.root.parent / "甲.docx").write_bytes(leader.data)
    (office.root.parent / "乙.docx").write_bytes(leader.save())
    monkeypatch.chdir(office.root.parent)
    assert main(["diff", "甲.docx", "乙.docx"]) == 0
    assert "【245→246】" in office.capture.readouterr().out
    assert main(["diff", "甲.docx", ROUND]) == 2


def test_nothing_is_lost_where_it_is_written(office: Office, leader: Leader) -> None:
    built = next((office.root / "output").glob("*.docx"))
    copy, path = office.root / "改稿.docx", office.root / "花脸稿.docx"
    copy.write_bytes(leader.save())
    for target in (built, copy):
        before = target.read_bytes()
        assert office.run("diff", ROUND, str(copy), "--docx", "-o", str(target)).code in (2, 4)
        assert target.read_bytes() == before
    assert office.run("diff", ROUND, str(copy), "--docx", "-o", str(path)).code == 0
    assert office.run("diff", ROUND, str(copy), "--docx", "-o", str(path)).code == 0
    changed = Leader(path.read_bytes())
    changed.replace(0, changed.lines[0], "改过的标题")
    path.write_bytes(changed.save())
    assert office.run("diff", ROUND, str(copy), "--docx", "-o", str(path)).code == 4
    assert path.read_bytes() != leader.data
    # it is no copy of the report: nothing of it is taken for what a leader wants
    assert office.run("reconcile", str(path), "--write").code == 1


@sample_and_long(1, 6)
def test_accepting_gives_one_example_and_rejecting_the_other(
    rounds: int, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    offices = [Office.of_example(name, tmp_path / name, capsys) for name in EXAMPLES]
    drafts = [office.draft().read_bytes() for office in offices]
    formal = offices[1].draft("红头稿", "--form", "formal").read_bytes()
    written = []
    for number, (old, new) in enumerate([*permutations((1, 2, 0), 2)][:rounds]):
        data = redlined(offices[0], offices[old].root, offices[new].root, f"{number}.docx")
        assert lines(data) == lines(drafts[new])
        assert lines(data, View.REJECT) == lines(drafts[old])
        written.append(offices[0].root / f"{number}.docx")
    (tmp_path / "红头.docx").write_bytes(formal)
    data = redlined(offices[1], tmp_path / "红头.docx", ROUND, "红头比白头.docx")
    assert lines(data) == lines(drafts[1])
    assert lines(data, View.REJECT) == lines(formal)
    written.append(offices[1].root / "红头比白头.docx")
    assert (*validator.errors(*written), *validator.audit(*written)) == ()


@sample_and_long(1, 120)
def test_accepting_gives_what_leaders_made_and_rejecting_what_was_built(
    rounds: int, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    written = []
    for seed in range(rounds):
        office = Office.of_example(EXAMPLES[seed % 3], tmp_path / str(seed), capsys)
        draft = office.draft().read_bytes()
        session = Session(draft, 900 + seed).sit(2 + seed % 11)
        if seed % 4 == 0:
            table = session.leader.document.add_table(2, 2)
            table.cell(0, 0).text, table.cell(1, 1).text = "指标", "871"
        copy = office.root / "改稿.docx"
        copy.write_bytes(session.leader.save())
        data = redlined(office, ROUND, copy)
        assert lines(data) == lines(copy.read_bytes()), session.done
        assert lines(data, View.REJECT) == lines(draft), session.done
        back = redlined(office, copy, ROUND, "反过来.docx")
        assert lines(back) == lines(draft), session.done
        assert lines(back, View.REJECT) == lines(copy.read_bytes()), session.done
        written += [office.root / "花脸稿.docx", office.root / "反过来.docx"]
    assert (*validator.errors(*written[:40]), *validator.audit(*written[:40])) == ()
