"""A mark of secrecy anywhere in a project stops every form, drafts included."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.tools.project import REPORT

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.tools.project import Folder

NAMES = ("县司法局", "县公安局", "县林业局")
REST = "shortcomings: [力量不足。编制少。]\nplans: [加强培训。办班2期。]\n"
ITEM = "achievements: [加强监管。检查20次。]\n"
MARK = "秘密★5年"
ATTACHED = REPORT.replace("departments", "  attachments: [{title: 表, file: NAME}]\ndepartments", 1)
LAST_YEAR = REPORT + "last_year: last-year\n"
EARLIER = f"department: 县司法局\nyear: 2022\n{ITEM}{REST}"


@pytest.fixture
def full(folder: Folder) -> Folder:
    folder.report(REPORT)
    for name in NAMES:
        folder.submit(name, ITEM, REST)
    return folder


def in_submission(full: Folder) -> str:
    full.submit("县司法局", f"achievements: [加强监管。{MARK} 本件为机密级文件。]\n", REST)
    return "submissions/县司法局.yaml"


def in_comment(full: Folder) -> str:
    full.submit("县司法局", f"{ITEM}# {MARK} reportctl: ignore secrecy-mark 误标\n", REST)
    return "submissions/县司法局.yaml"


def in_damaged_submission(full: Folder) -> str:
    full.submit("县司法局", f"achievements: [加强监管。{MARK}\n", REST)
    return "submissions/县司法局.yaml"


def in_edits(full: Folder) -> str:
    full.write("edits.yaml", f"- {{department: 县司法局, part: achievements, set: {{text: {MARK}}}}}\n")
    return "edits.yaml"


def in_damaged_edits(full: Folder) -> str:
    full.write("edits.yaml", f"- [{MARK}\n")
    return "edits.yaml"


def in_opening(full: Folder) -> str:
    full.report(REPORT.replace("特此报告。", f"{MARK}特此报告。"))
    return "report.yaml"


def in_csv(full: Folder) -> str:
    full.report(ATTACHED.replace("NAME", "t.csv"))
    full.write("t.csv", f"单位,件\n{MARK},2\n".encode("gb18030"))
    return "t.csv"


def in_markdown(full: Folder) -> str:
    full.report(ATTACHED.replace("NAME", "t.md"))
    full.write("t.md", "# 说明\n\n绝密 ★ 一年\n")
    return "t.md"


def in_table(full: Folder) -> str:
    full.report(ATTACHED.replace("NAME", "t.yaml"))
    full.write("t.yaml", "- [单位, 密级]\n- [局, 密级\uff1a机密]\n")
    return "t.yaml"


def in_last_year(full: Folder) -> str:
    full.report(LAST_YEAR)
    full.write("last-year/a.yaml", EARLIER + f"# {MARK}\n")
    return "last-year/a.yaml"


def in_last_year_that_is_not_compared(full: Folder) -> str:
    full.report(LAST_YEAR + "rules: {ignore: [copied-from-last-year]}\n")
    full.write("last-year/a.yaml", EARLIER + f"# {MARK}\n")
    return "last-year/a.yaml"


PLACES = (
    *(in_submission, in_comment, in_damaged_submission, in_edits, in_damaged_edits, in_opening, in_csv),
    *(in_markdown, in_table, in_last_year, in_last_year_that_is_not_compared),
)


@pytest.mark.parametrize("place", PLACES)
def test_a_mark_stops_every_form(full: Folder, place: Callable[[Folder], str]) -> None:
    name = place(full)
    done = full.run("validate", "--format", "json", "--ignore", "secrecy-mark")
    assert done.code == 1
    assert name in [one["file"] for one in done.json["findings"] if one["code"] == "secrecy-mark"]
    for form in ("plain", "formal", "public"):
        for draft in ((), ("--draft",)):
            done = full.run("build", "--text", "--form", form, *draft)
            assert done.code in {1, 3}
            assert not list(full.root.glob("output/*"))
    done = full.run("build", "--draft")
    assert (done.code, "不得在本程序里处理" in done.err) == (1, True)
    done = full.run("figures", "--format", "csv")
    assert (done.code, done.out) == (1, "")


def test_a_department_hears_of_it_in_its_own_check(full: Folder) -> None:
    name = in_submission(full)
    done = full.run("validate", str(full.root / name))
    assert (done.code, "[secrecy-mark]" in done.out) == (1, True)


def test_what_is_not_to_be_published_stops_the_public_form_only(full: Folder) -> None:
    full.submit("县司法局", "achievements: [加强监管。内部资料 注意保存。]\n", REST)
    done = full.run("build", "--text", "--form", "public", "-o", "-")
    assert (done.code, done.out, "[internal-mark]" in done.err) == (1, "", True)
    assert full.run("build", "--text", "-o", "-").code == 0
