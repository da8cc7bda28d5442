"""The roster at a glance."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from reportctl.project.building import check
from reportctl.project.opening import open_project
from reportctl.project.status import standings
from tests.tools.project import REPORT

if TYPE_CHECKING:
    from tests.tools.project import Folder

ITEM = "achievements: [加强监管。全年检查20次。]\n"
ROSTER = """[
  {name: 县司法局, due: 2024-01-20},
  县公安局,
  {name: 县林业局, required: false},
  县民政局]
deadlines: {submissions: 2024-01-10}
"""


def project(folder: Folder) -> Folder:
    return folder.report(REPORT.replace("[县司法局, 县公安局, 县林业局]\n", ROSTER))


def states(folder: Folder, day: str) -> dict[str, str]:
    rows = standings(check(open_project(folder.root)), dt.date.fromisoformat(day))
    return {row.name: row.state.value for row in rows}


def test_late_is_what_is_missing_after_its_day(folder: Folder) -> None:
    project(folder).submit("县公安局", ITEM)
    assert states(folder, "2024-01-10") == {
        "县司法局": "missing",
        "县公安局": "received",
        "县林业局": "missing",
        "县民政局": "missing",
    }
    assert states(folder, "2024-01-15")["县司法局"] == "missing"
    assert states(folder, "2024-01-15")["县民政局"] == "late"
    assert states(folder, "2024-01-21")["县司法局"] == "late"


def test_a_file_with_errors_or_that_cannot_be_read_is_invalid(folder: Folder) -> None:
    project(folder).submit("县公安局", "achievements: [加强监管。检查XX次。]\n")
    folder.write("submissions/县民政局.yaml", 'department: "县民政局\n')
    found = states(folder, "2024-01-01")
    assert (found["县公安局"], found["县民政局"]) == ("invalid", "invalid")


def test_an_untouched_form_is_missing(folder: Folder) -> None:
    project(folder).write(
        "submissions/县公安局.yaml", "department: 县公安局\nyear: 2023\nplans:\n  - heading:\n    text:\n"
    )
    assert states(folder, "2024-01-01")["县公安局"] == "missing"


def test_json_and_counts(folder: Folder) -> None:
    project(folder).submit("县公安局", "achievements: [加强监管。检查XX次。, 乙。2。, 加强执法。办案3件]\n")
    folder.write(
        "edits.yaml", "- {department: 县公安局, part: achievements, heading: 乙, omit: true, reason: 略}\n"
    )
    row = folder.run("status", "--format", "json").json["departments"][1]
    assert row["name"] == "县公安局"
    assert row["file"] == "submissions/县公安局.yaml"
    assert (row["state"], row["due"], row["errors"], row["omitted"]) == ("invalid", "2024-01-10", 1, 1)
    assert row["warnings"] == 3  # two parts say 无, one text has lost its end


def test_fail_on_missing_looks_at_required_departments_only(folder: Folder) -> None:
    project(folder)
    for name in ("县司法局", "县公安局"):
        folder.submit(name, ITEM)
    assert folder.run("status", "--fail-on-missing").code == 1
    folder.submit("县民政局", ITEM)
    done = folder.run("status", "--fail-on-missing")
    assert done.code == 0
    assert [line.split("\t")[:2] for line in done.out.splitlines()][2] == ["县林业局", "逾期"]


def test_a_project_that_cannot_be_used_is_told_in_the_same_json(folder: Folder) -> None:
    folder.report(REPORT + "colour: red\n")
    found = [
        (one["code"], one["line"])
        for verb in ("status", "validate")
        for one in folder.run(verb, "--format", "json").json["findings"]
    ]
    assert found == [("unknown-key", 15)] * 2


def test_json_without_a_project_says_so(folder: Folder) -> None:
    (folder.root / "report.yaml").unlink()
    for verb in ("status", "validate"):
        done = folder.run(verb, "--format", "json")
        assert (done.code, done.json["summary"]["errors"]) == (3, 1)
        assert done.findings == [("no-report", "report.yaml", 1, 1)]


def test_an_unknown_layout_is_found_at_its_line(folder: Folder) -> None:
    folder.report(REPORT + "layout: gb9740\n")
    done = folder.run("validate", "--format", "json")
    assert (done.code, done.findings) == (3, [("unknown-layout", "report.yaml", 15, 9)])


def test_a_file_without_any_part_is_no_form(folder: Folder) -> None:
    folder.write("submissions/县司法局.yaml", "department: 县司法局\nyear: 2023\n")
    done = folder.run("validate", "--format", "json")
    found = [one for one in done.findings if one[1].startswith("submissions")]
    assert found == [("missing-part", "submissions/县司法局.yaml", 1, 1)] * 3
    assert states(folder, "2024-01-01")["县司法局"] == "invalid"


def test_nothing_may_be_said_as_the_only_item(folder: Folder) -> None:
    folder.write(
        "submissions/县司法局.yaml",
        "department: 县司法局\nyear: 2023\nachievements: [甲。1。]\nshortcomings:\n  - 无\nplans: 无\n",
    )
    done = folder.run("validate", "--format", "json")
    found = [one[0] for one in done.findings if one[1].startswith("submissions")]
    assert found == ["nothing-said", "nothing-said"]
