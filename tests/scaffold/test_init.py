"""`reportctl init`: what it makes works at once."""

from __future__ import annotations

import datetime as dt
import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import yaml

from reportctl import resources
from reportctl.model.keys import REPORT
from reportctl.model.schema import json_schema
from reportctl.scaffold import examples
from reportctl.scaffold.fresh import usual_year
from tests.scaffold.test_installing import full, tree

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.tools.project import Done

    Run = Callable[..., Done]

ENGLISH: list[str] = []
CHINESE = ["--keys", "zh"]
KEYS = pytest.mark.parametrize("keys", [ENGLISH, CHINESE], ids=["en", "zh"])


COMMENTED_OUT = re.compile(r"^( *)# ( *(?:- )?\w+:(?: .*)?)$", re.MULTILINE)


def load(path: Path) -> Any:
    """A YAML file, by another reader than the program's own."""
    return yaml.safe_load(path.read_text("utf-8"))


def filled(form: str) -> str:
    """A form as a clerk fills it: typed behind the colons, each text with its end."""
    lines = []
    for number, line in enumerate(form.splitlines()):
        empty = line.endswith(": ") and "#" not in line and line.strip() not in {"数据:", "figures:"}
        heading = "heading" in line or "标题" in line
        words = f"办好第{number}项工作" if heading else f"办理第{number}项事务{number}件。"
        lines.append(f"{line}{words}" if empty else line)
    return "\n".join(lines)


@KEYS
def test_every_department_has_a_form_that_waits_for_it(run: Run, keys: list[str]) -> None:
    done = run("init", "项目", "--year", "2023", "--area", "鹤城区", *keys)

    assert (done.code, done.out) == (0, "项目\n")
    report = load(Path("项目/report.yaml"))
    names = [next(iter(one.values())) for one in report["部门名单" if keys else "departments"]]
    assert len(names) >= 12
    assert {path.stem for path in Path("项目/submissions").iterdir()} == set(names)
    verdict = run("-C", "项目", "validate", "--format", "json")
    assert verdict.code == 1
    found = verdict.json["findings"]
    assert {one["code"] for one in found} == {"missing-submission"}
    assert {one["department"] for one in found} == set(names)
    assert all(one["file"] == f"submissions/{one['department']}.yaml" for one in found)
    assert verdict.json["summary"]["missing"] == names


@KEYS
def test_status_shows_them_missing_and_a_draft_can_be_built(run: Run, keys: list[str]) -> None:
    run("init", "项目", "--year", "2023", "--area", "鹤城区", *keys)

    states = {one["state"] for one in run("-C", "项目", "status", "--format", "json").json["departments"]}
    draft = run("-C", "项目", "build", "--draft", "--docx", "--text")

    assert states <= {"missing", "late"}
    assert draft.code == 0
    written = [Path(line).name for line in draft.out.splitlines()]
    assert written == [f"鹤城区2023年度法治政府建设情况报告-草稿.{ending}" for ending in ("docx", "txt")]


@KEYS
def test_forms_filled_behind_the_colons_make_a_report(run: Run, keys: list[str]) -> None:
    run("init", "项目", "--year", "2023", "--area", "鹤城区", *keys)
    for path in Path("项目/submissions").iterdir():
        path.write_text(filled(path.read_text("utf-8")), "utf-8")

    verdict = run("-C", "项目", "validate", "--format", "json", "--strict")
    built = run("-C", "项目", "build", "--text", "-o", "-")

    assert (verdict.code, verdict.json["findings"]) == (0, [])
    lines = built.out.splitlines()
    assert lines[0] == "关于鹤城区2023年度法治政府建设情况报告"
    assert lines[1] == "中共鹤城区委、鹤城区人大常委会、某某市人民政府："
    assert [line for line in lines if line[:2] in ("一、", "二、", "三、", "四、", "五、")] == [
        "一、推进法治政府建设的主要举措和成效",
        "二、存在的不足和原因",
        "三、党政主要负责人履行推进法治建设第一责任人职责情况",
        "四、2024年推进法治政府建设的主要安排",
        "五、其他需要报告的情况",
    ]
    assert lines[-2:] == ["鹤城区人民政府", "2024年1月15日"]


def test_what_need_not_be_filled_is_left_out(run: Run) -> None:
    run("init", "项目", "--year", "2023", "--area", "鹤城区")
    for path in Path("项目/submissions").iterdir():
        required, _, rest = path.read_text("utf-8").partition("leadership:")
        path.write_text(f"{filled(required)}\nleadership:{rest}", "utf-8")

    verdict = run("-C", "项目", "validate", "--format", "json")
    lines = run("-C", "项目", "build", "--text", "-o", "-").out.splitlines()

    assert (verdict.code, {one["code"] for one in verdict.json["findings"]}) == (0, set())
    assert [line for line in lines if line[1:2] == "、"][2:] == ["三、2024年推进法治政府建设的主要安排"]


@KEYS
def test_every_line_that_is_commented_out_can_be_put_to_use(run: Run, keys: list[str]) -> None:
    run("init", "项目", "--year", "2023", "--area", "鹤城区", *keys)
    for name in ("report.yaml", "edits.yaml"):
        path = Path("项目", name)
        path.write_text(COMMENTED_OUT.sub(r"\1\2", path.read_text("utf-8")), "utf-8")
    Path("项目/last-year").mkdir()
    Path("项目/attachments").mkdir()
    Path("项目/attachments/stat.csv").write_text("事项\n处罚\n", "utf-8")

    verdict = run("-C", "项目", "validate", "--format", "json")

    report = load(Path("项目/report.yaml"))
    assert len(report) == len(REPORT.names) - 2, verdict.err  # all but output and public
    assert len(report["提纲" if keys else "outline"]) == 5
    # the decisions of edits.yaml are examples: they meet nothing yet, but they are well made
    assert {one["code"] for one in verdict.json["findings"]} == {"missing-submission", "unmet-edit"}


@KEYS
def test_keys_are_in_one_language_everywhere(run: Run, keys: list[str]) -> None:
    run("init", "项目", *keys)

    for path in Path("项目").rglob("*.yaml"):
        for key in re.findall(r"^[# -]*(\w+):(?: |$)", path.read_text("utf-8"), re.MULTILINE):
            assert key.isascii() is not bool(keys), (path, key)


def test_what_is_said_goes_to_standard_error_and_the_folder_to_standard_output(run: Run) -> None:
    done = run("init", "我的 项目", "--departments", listed("区司法局\n区公安局\n"))

    assert done.out == "我的 项目\n"
    assert "有 2 张部门表单" in done.err
    for told in ("report.yaml", "submissions", "validate", "status", "build --draft", "-C '我的 项目'"):
        assert told in done.err


def test_quiet_says_nothing(run: Run) -> None:
    done = run("-q", "init", "项目")

    assert (done.code, done.out, done.err) == (0, "", "")
    assert Path("项目/report.yaml").exists()


def test_without_a_folder_the_current_one_becomes_the_project(run: Run) -> None:
    Path("通知.docx").write_bytes(b"")

    done = run("init")

    assert (done.code, done.out) == (0, ".\n")
    assert Path("report.yaml").exists()
    assert "-C" not in done.err
    assert {path.name for path in Path().iterdir()} == {
        *("通知.docx", "report.yaml", "edits.yaml", "submissions", "schema"),
    }


def test_the_global_option_names_the_folder_as_well(run: Run) -> None:
    assert run("-C", "项目", "init").out == "项目\n"
    assert Path("项目/report.yaml").exists()
    assert run("-C", "项目", "init", "另一个").code == 2


@pytest.mark.parametrize(
    ("today", "year"),
    [("2024-01-05", 2023), ("2024-06-30", 2023), ("2024-07-01", 2024), ("2024-12-31", 2024)],
)
def test_the_usual_year_is_the_one_whose_report_is_due(today: str, year: int) -> None:
    assert usual_year(dt.date.fromisoformat(today)) == year


def test_year_and_area_are_what_was_asked_for(run: Run) -> None:
    run("init", "项目", "--year", "2024年", "--area", " 云溪县 ")

    report = load(Path("项目/report.yaml"))
    assert (report["year"], report["area"]) == (2024, "云溪县")
    assert report["document"]["date"] == dt.date(2025, 1, 15)
    # the law's dates; the one for the departments is the office's own to set
    assert report["deadlines"] == {"report": dt.date(2025, 3, 1), "publish": dt.date(2025, 4, 1)}
    assert "县司法局" in [one["name"] for one in report["departments"]]


def listed(text: str, name: str = "名单.txt") -> str:
    """A list of departments; its path."""
    Path(name).write_text(text, "utf-8")
    return name


def test_a_table_gives_names_aliases_and_dates(run: Run) -> None:
    table = listed("名称,简称,截止日期\n区司法局,司法局、区司法,2024-01-08\n区公安局,,\n", "名单.csv")

    run("init", "项目", "--year", "2023", "--departments", table)

    report = load(Path("项目/report.yaml"))
    assert report["departments"] == [
        {"name": "区司法局", "aliases": ["司法局", "区司法"], "due": dt.date(2024, 1, 8)},
        {"name": "区公安局"},
    ]
    assert "2024年1月8日前交回" in Path("项目/submissions/区司法局.yaml").read_text("utf-8")
    assert "前交回" not in Path("项目/submissions/区公安局.yaml").read_text("utf-8")


def test_a_form_is_ready_for_notepad_and_for_editors(run: Run) -> None:
    run("init", "项目")

    data = Path("项目/submissions/区司法局.yaml").read_bytes()
    first = data.decode().splitlines()[0]
    assert data.count(b"\n") == data.count(b"\r\n")
    assert first == "# yaml-language-server: $schema=../schema/submission.schema.json"
    for name in ("report", "edits", "submission"):
        schema = json.loads(Path(f"项目/schema/{name}.schema.json").read_text("utf-8"))
        assert schema == json_schema(name)
    for name in ("report", "edits"):
        first = Path(f"项目/{name}.yaml").read_text("utf-8").splitlines()[0]
        assert first == f"# yaml-language-server: $schema=schema/{name}.schema.json"


def test_a_second_run_is_refused_and_changes_nothing(run: Run) -> None:
    run("init", "项目")
    before = tree(Path("项目"))

    done = run("init", "项目", "--keys", "zh")

    assert (done.code, done.out) == (2, "")
    assert "--force" in done.err
    assert tree(Path("项目")) == before


def test_force_makes_it_anew_and_keeps_what_departments_wrote(run: Run) -> None:
    run("init", "项目", "--year", "2023")
    form = Path("项目/submissions/区司法局.yaml")
    form.write_text("部门: 区司法局\n", "utf-8")
    Path("项目/submissions/另一个.yaml").write_text("部门: 区林业局\n", "utf-8")

    done = run("init", "项目", "--year", "2023", "--force")

    assert done.code == 0
    assert "backup" in done.err
    assert "heading" in form.read_text("utf-8")
    assert Path("项目/submissions/另一个.yaml").exists()
    assert Path("项目/backup/submissions/区司法局.yaml").read_text("utf-8") == "部门: 区司法局\n"
    assert len(list(Path("项目/backup").rglob("*.yaml"))) == 1


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["--year", "去年"], 2, "不是年份"),
        (["--year", "23"], 2, "没有 23 年的报告"),
        (["--year", "9999"], 2, "没有 9999 年的报告"),
        (["--area", "a/b"], 2, "不能作地区名"),
        (["--area", ""], 2, "不能作地区名"),
        (["--area", "鹤城\udcff"], 2, "不能作地区名"),
        (["--keys", "fr"], 2, "--keys"),
        (["--departments", "没有.txt"], 4, "没有这个文件"),
        (["--departments", "重复.txt"], 2, "重复.txt:2"),
        (["--example", "没有"], 2, "没有示例“没有”"),
        (["--example", "../minimal"], 2, "没有示例"),
        (["--example", "minimal", "--year", "2023"], 2, "--example"),
        (["--example", "minimal", "--from", "."], 2, "--example"),
        (["--from", "没有"], 2, "没有 里没有 report.yaml"),
        (["--from", ".", "--departments", "重复.txt"], 2, "--departments"),
        (["名字", "--from", "名字"], 2, "没有 report.yaml"),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_is_written(
    run: Run, arguments: list[str], code: int, said: str
) -> None:
    listed("区司法局\n区司法局\n", "重复.txt")

    done = run("init", *arguments) if arguments[0] == "名字" else run("init", "项目", *arguments)

    assert done.code == code
    assert said in done.err
    assert done.out == ""
    assert sorted(path.name for path in Path().iterdir()) == ["重复.txt"]


def test_a_full_disk_leaves_nothing_behind(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    full(monkeypatch, after=9)

    done = run("init", "项目")

    assert done.code == 4
    assert "磁盘已满" in done.err
    assert list(Path().iterdir()) == []


@pytest.mark.parametrize("name", examples.names())
def test_an_example_is_copied_as_it_is(run: Run, name: str) -> None:
    done = run("init", "示例", "--example", name)

    assert (done.code, done.out) == (0, "示例\n")
    source = tree(resources.path("examples", name))
    assert tree(Path("示例")) == {path: data for path, data in source.items() if "output" not in path}
    assert run("-C", "示例", "validate").code == 0
    assert run("-C", "示例", "build", "--text", "-o", "-").code == 0


def test_an_unknown_example_names_those_that_there_are(run: Run) -> None:
    done = run("init", "示例", "--example", "鹤城")

    assert all(name in done.err for name in ("five-chapters", "hecheng-2023", "minimal"))


def test_it_works_under_cron(tmp_path: Path) -> None:
    program = [sys.executable, "-m", "reportctl", "init", str(tmp_path / "项目"), "--area", "鹤城区"]
    bare = {"LANG": "C", "PYTHONPATH": os.pathsep.join(sys.path)}

    done = subprocess.run(program, env=bare, cwd="/", capture_output=True, check=False)

    assert done.returncode == 0, done.stderr.decode()
    assert done.stdout.decode() == f"{tmp_path / '项目'}\n"
    assert (tmp_path / "项目/submissions/区司法局.yaml").exists()


def test_only_what_is_needed_is_loaded(tmp_path: Path) -> None:
    program = (
        "import sys; from reportctl.cli import main; main(sys.argv[1:]);"
        "print(sorted({'jinja2', 'docx', 'rich', 'lxml'} & set(sys.modules)))"
    )

    done = subprocess.run(
        [sys.executable, "-c", program, "-q", "init", str(tmp_path / "项目")],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )

    assert done.stdout == "[]\n", done.stderr
