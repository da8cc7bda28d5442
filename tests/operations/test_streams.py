"""Who listens, and on what, changes how things are said and never the verdict."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.operations.program import BARE, DEPARTMENTS, DOCX, run, shell
from tests.operations.terminal import on_terminal

if TYPE_CHECKING:
    from pathlib import Path

TALKING = {
    "validate": ("validate",),
    "validate json": ("validate", "--format", "json"),
    "build": ("build",),
    "build stream": ("build", "--json", "-o", "-"),
    "status": ("status",),
    "explain": ("explain",),
    "schema": ("schema", "report"),
    "help": ("--help",),
    "version": ("--version",),
}
FINDING = "submissions/县司法局.yaml:5:13: warning: 多余的空格，汇总时去掉 [half-width]"


@pytest.mark.slow
@pytest.mark.parametrize("verb", TALKING)
@pytest.mark.parametrize(
    "listener", ["| true", "| head -c 1 >/dev/null", ">&-", "2>&-", ">&- 2>&-", "<&- >&- 2>&-"]
)
def test_a_listener_that_goes_away_changes_nothing(flawed_project: Path, verb: str, listener: str) -> None:
    script = f'"$0" -C "$@" {listener}; exit ${{PIPESTATUS[0]}}'
    done = shell(script, flawed_project, *TALKING[verb])
    assert done.code == 0
    assert "Traceback" not in done.said
    assert "Broken pipe" not in done.said
    assert (flawed_project / DOCX).exists() == (verb == "build")


@pytest.mark.slow
def test_the_verdict_reaches_who_has_stopped_listening(project: Path) -> None:
    (project / "submissions/县司法局.yaml").write_text("department: [", "utf-8")
    assert shell('"$0" -C "$1" validate | true; exit ${PIPESTATUS[0]}', project).code == 1
    assert shell('"$0" -C "$1" validate >&- 2>&-', project).code == 1
    assert shell('"$0" -C "$1" build 2>&1 | true; exit ${PIPESTATUS[0]}', project).code == 1


@pytest.mark.slow
@pytest.mark.parametrize("verb", TALKING)
def test_a_result_that_cannot_be_written_is_a_failure(flawed_project: Path, verb: str) -> None:
    done = shell('"$0" -C "$@" >/dev/full', flawed_project, *TALKING[verb])
    # the report itself is written: only its name could not be shown
    assert done.code == (0 if verb == "build" else 4)
    assert "磁盘已满" in done.said
    assert "Traceback" not in done.said


def test_findings_that_cannot_be_written_stop_nothing(flawed_project: Path) -> None:
    done = shell('"$0" -C "$1" build 2>/dev/full', flawed_project)
    assert (done.code, done.lines) == (0, [str(flawed_project / DOCX)])
    assert (flawed_project / DOCX).exists()


@pytest.mark.slow
def test_an_error_that_cannot_be_written_keeps_its_code() -> None:
    assert shell('"$0" nosuch 2>/dev/full').code == 2
    assert shell('"$0" -C /nosuch validate 2>/dev/full').code == 3


def test_the_first_line_of_a_finding_is_whole_on_a_narrow_terminal(flawed_project: Path) -> None:
    env = {**BARE, "COLUMNS": "20"}
    code, lines = on_terminal("-C", flawed_project, "--color", "never", "validate", columns=20, env=env)
    assert code == 0
    assert lines.count(FINDING) == 1


def test_a_hint_follows_everywhere_and_an_excerpt_on_a_terminal(flawed_project: Path) -> None:
    _, lines = on_terminal("-C", flawed_project, "--color", "never", "validate")
    at = lines.index(FINDING)
    assert lines[at + 1 : at + 4] == [
        "    5 |     text: 全年 检查3次，发现\x2c问题3个。",
        "      |               ^",
        "  提示：删去空格",
    ]
    piped = run("-C", flawed_project, "validate").lines
    assert piped[piped.index(FINDING) + 1] == "  提示：删去空格"
    assert all(" | " not in line for line in piped)


COLOURS = {
    "auto": ((), {}, True),
    "NO_COLOR": ((), {"NO_COLOR": "1"}, False),
    "an empty NO_COLOR": ((), {"NO_COLOR": ""}, True),
    "a dumb terminal": ((), {"TERM": "dumb"}, False),
    "never": (("--color", "never"), {}, False),
    "always beats NO_COLOR": (("--color=always",), {"NO_COLOR": "1"}, True),
}


@pytest.mark.slow
@pytest.mark.parametrize("name", COLOURS)
@pytest.mark.parametrize("verb", ["validate", "status"])
def test_colours_on_a_terminal(flawed_project: Path, name: str, verb: str) -> None:
    options, env, coloured = COLOURS[name]
    code, lines = on_terminal("-C", flawed_project, *options, verb, env={**BARE, **env})
    assert code == 0
    assert ("\x1b[3" in "".join(lines)) == coloured
    if not coloured:
        assert "\x1b" not in "".join(lines)


@pytest.mark.slow
def test_colours_in_a_pipe_only_where_they_are_asked_for(flawed_project: Path) -> None:
    assert b"\x1b" not in run("-C", flawed_project, "validate").out
    assert b"\x1b[33mwarning:\x1b[0m" in run("-C", flawed_project, "--color", "always", "validate").out
    assert b"\x1b" not in run("-C", flawed_project, "--color", "always", "validate", "--format", "json").out


@pytest.mark.slow
@pytest.mark.parametrize("columns", [20, 80, 200])
def test_the_table_of_departments_fits_the_terminal(project: Path, columns: int) -> None:
    code, lines = on_terminal("-C", project, "status", columns=columns, env={**BARE, "NO_COLOR": "1"})
    assert code == 0
    assert all(any(name in line for line in lines) for name in DEPARTMENTS)


@pytest.mark.slow
def test_quiet_says_nothing_when_all_is_well(flawed_project: Path) -> None:
    for verb in (("validate",), ("build",)):
        done = run("-C", flawed_project, "-q", *verb)
        assert (done.code, done.out, done.err) == (0, b"", b"")
    assert (flawed_project / DOCX).exists()


@pytest.mark.slow
def test_quiet_says_errors(flawed_project: Path) -> None:
    (flawed_project / "submissions/县林业局.yaml").unlink()
    missing = "report.yaml:10:27: error: “县林业局”还没有报送 [missing-submission]"
    done = run("-C", flawed_project, "validate", "-q")
    assert (done.code, done.lines[0], done.err) == (1, missing, b"")
    assert [line for line in done.lines[1:] if not line.startswith("  提示\uff1a")] == []
    done = run("-C", flawed_project, "build", "--quiet")
    assert (done.code, done.out, done.said.splitlines()[0]) == (1, b"", missing)


@pytest.mark.slow
def test_quiet_says_warnings_where_they_count_as_errors(flawed_project: Path) -> None:
    for verb in ("validate", "build"):
        done = run("-C", flawed_project, "-q", verb, "--strict")
        assert done.code == 1
        assert "warning:" in (done.out.decode() if verb == "validate" else done.said)


@pytest.mark.slow
def test_quiet_leaves_a_result_that_was_asked_for(project: Path) -> None:
    assert run("-C", project, "-q", "status", "--format", "json").out
    assert run("-C", project, "-q", "build", "--text", "-o", "-").out
