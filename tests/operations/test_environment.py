"""Every verb works where cron, a service or a stranger's shell runs it, and gives the same everywhere."""

from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING

import pytest

from tests.operations.program import BARE, DOCX, MORTAL, TEXT, contents, flawed, run, sound
from tests.operations.verbs import VERBS
from tests.tools import need

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

TRIED: dict[str, tuple[str, ...]] = {
    "validate": ("validate",),
    "validate json": ("validate", "--format", "json"),
    "build": ("build",),
    "build text": ("build", "--text"),
    "build stream": ("build", "--markdown", "-o", "-"),
    "build json": ("build", "--json", "-o", "-"),
    "build public": ("build", "--form", "public", "--text", "-o", "-"),
    "build draft": ("build", "--draft"),
    "status": ("status",),
    "status json": ("status", "--format", "json"),
    "figures": ("figures",),
    "notice": ("notice",),
    "remind": ("remind",),
    "layout": ("layout", "show"),
    "explain": ("explain", "half-width"),
    "explain all": ("explain",),
    "schema": ("schema", "submission"),
    "help": ("--help",),
    "version": ("--version",),
}
TRIED = {name: words for name, words in TRIED.items() if words[0] in VERBS or words[0].startswith("-")}
OWN_TESTS = {"collect", "diff", "form", "init", "inspect", "reconcile"}


def test_every_verb_is_tried_in_an_empty_environment() -> None:
    assert {words[0] for words in TRIED.values()} | OWN_TESTS >= VERBS


@pytest.mark.slow
@pytest.mark.parametrize("verb", TRIED)
def test_an_empty_environment_is_enough(project: Path, verb: str) -> None:
    done = run("-C", project, *TRIED[verb], env={})
    assert (done.code, done.said.count("Traceback")) == (0, 0), done.said
    assert (done.out.decode("utf-8").endswith("\n")) == (verb not in {"validate", "figures", "remind"})


@pytest.mark.slow
def test_init_needs_no_more(tmp_path: Path) -> None:
    (tmp_path / "names.txt").write_text("县司法局\n县公安局\n", "utf-8")
    done = run(
        "init",
        "new",
        "--year",
        "2024",
        "--area",
        "云溪县",
        "--departments",
        "names.txt",
        env={},
        cwd=tmp_path,
    )
    assert done.code == 0, done.said
    assert run("-C", tmp_path / "new", "validate", env={}).code == 1
    assert run("-C", tmp_path / "new", "build", "--draft", env={}).code == 0


@pytest.mark.slow
def test_inspect_needs_no_more(project: Path) -> None:
    run("-C", project, "build")
    done = run("inspect", project / DOCX, env={})
    assert done.code in {0, 1}
    assert DOCX in done.said


def test_a_home_that_cannot_be_written_is_left_alone(project: Path, tmp_path: Path) -> None:
    home = tmp_path / "home"
    home.mkdir(mode=0o500)
    done = run("-C", project, "build", env={**BARE, "HOME": str(home)}, under=MORTAL)
    assert done.code == 0, done.said
    assert not list(home.iterdir())


def test_the_project_is_found_from_a_folder_below_it(project: Path) -> None:
    assert run("build", "--text", cwd=project / "submissions").lines == [str(project / TEXT)]


@pytest.mark.slow
def test_other_paths_stay_relative_to_the_current_folder(project: Path, tmp_path: Path) -> None:
    assert run("-C", project, "build", "--text", "-o", "out.txt", cwd=tmp_path).lines == ["out.txt"]
    assert (tmp_path / "out.txt").read_bytes()
    done = run("validate", "项目/submissions/县司法局.yaml", cwd=tmp_path)
    assert done.code == 0, done.said


@pytest.mark.slow
def test_a_current_folder_that_is_gone_stops_only_who_needs_it(project: Path, tmp_path: Path) -> None:
    gone = tmp_path / "gone"
    gone.mkdir()
    under = ("sh", "-c", 'rmdir "$PWD" && exec "$0" "$@"')
    assert run("-C", project, "validate", cwd=gone, under=under).code == 0
    gone.mkdir()
    assert run("validate", cwd=gone, under=under).code == 3


SAME = (
    ("validate",),
    ("validate", "--format", "json"),
    ("build", "--docx", "--text", "--json"),
    ("status",),
    ("schema", "report"),
)


def everything(root: Path, env: Mapping[str, str]) -> dict[str, bytes]:
    """What the program says and writes in an environment."""
    said = {" ".join(verb): run("-C", root, *verb, env=env) for verb in SAME}
    said["alone"] = run("validate", "submissions/县司法局.yaml", cwd=root, env=env)
    assert [done.code for done in said.values()] == [0] * len(said)
    spoken = {name: done.out + done.err for name, done in said.items()}
    return {**spoken, **contents(root / "output")}


@pytest.fixture(scope="module")
def reference(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, bytes]]:
    root = flawed(tmp_path_factory.mktemp("same") / "项目")
    return root, everything(root, {"PYTHONHASHSEED": "0", **BARE})


ENVIRONMENTS = {
    "another hash seed": {"PYTHONHASHSEED": "1", "LANG": "C"},
    "a random hash seed": {"PYTHONHASHSEED": "random", "LANG": "C"},
    "utf-8": {"LANG": "C.UTF-8"},
    "strictly C": {"LC_ALL": "C"},
    "no utf-8 mode": {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
    "another encoding": {"LC_ALL": "C", "PYTHONIOENCODING": "gbk"},
    "another day": {"LANG": "C", "TZ": "Pacific/Kiritimati"},
    "a narrow terminal": {"LANG": "C", "COLUMNS": "20", "LINES": "5", "TERM": "dumb"},
    "warnings": {"LANG": "C", "PYTHONDEVMODE": "1"},
}


SAMPLE = ("another hash seed", "strictly C", "no utf-8 mode", "another encoding")


@pytest.mark.parametrize(
    "name",
    [
        pytest.param(name, marks=pytest.mark.slow if name in SAMPLE else pytest.mark.long)
        for name in ENVIRONMENTS
    ],
)
def test_the_same_bytes_everywhere(reference: tuple[Path, dict[str, bytes]], name: str) -> None:
    root, expected = reference
    assert everything(root, ENVIRONMENTS[name]) == expected


@pytest.mark.slow
def test_the_same_bytes_in_a_locale_of_gbk(reference: tuple[Path, dict[str, bytes]], tmp_path: Path) -> None:
    need.tool("locale-gen")  # Debian's package locales, whose files the next line compiles
    subprocess.run([need.tool("localedef"), "-i", "zh_CN", "-f", "GBK", tmp_path / "zh_CN.GBK"], check=True)
    root, expected = reference
    assert everything(root, {"LOCPATH": str(tmp_path), "LC_ALL": "zh_CN.GBK"}) == expected


@pytest.mark.slow
def test_another_folder_gives_the_same_files(project: Path, tmp_path: Path) -> None:
    other = sound(tmp_path / "somewhere else" / "p")
    for root in (project, other):
        run("-C", root, "build", "--docx", "--text", "--markdown", "--json")
    assert contents(project / "output") == contents(other / "output")
