"""Global options wherever a user puts them, and words that mean nothing."""

from __future__ import annotations

from typing import Annotated

import pytest
import typer

from reportctl.cli import main
from reportctl.cli.app import hoisted
from reportctl.cli.usage import usage_error

LINES = {
    "build": "build",
    "-q build": "-q build",
    "build -q -C a": "-q -C a build",
    "validate -Cbuild a.yaml": "-C build validate a.yaml",
    "-C build status": "-C build status",
    "--color never explain x": "--color never explain x",
    "explain x --color=never": "--color=never explain x",
    "layout show -q": "-q layout show",
    "validate -- -q": "validate -- -q",
    "--version": "--version",
    "-C": "-C",
    "": "",
}


@pytest.mark.parametrize("line", LINES)
def test_global_options_go_to_the_front(line: str) -> None:
    assert hoisted(line.split()) == LINES[line].split()


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("biuld", "build"),
        ("-C build --nosuch", "--nosuch"),
        ("nosuch --help", "nosuch"),
        ("build --nosuch", "--nosuch"),
    ],
)
def test_a_wrong_word_is_named(line: str, said: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(line.split()) == 2
    assert said in capsys.readouterr().err


@pytest.mark.parametrize("line", ["--color never --nosuch", "biuld --color=never", "--color never build -x"])
def test_colours_are_as_told_also_where_the_command_line_is_wrong(
    line: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stderr.isatty", lambda: True)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.delenv("NO_COLOR", raising=False)
    assert main(line.split()) == 2
    assert "\x1b" not in capsys.readouterr().err
    assert main(line.replace("never", "always").split()) == 2
    assert capsys.readouterr().err.startswith("\x1b[31m错误\x1b[0m：")


def test_a_word_where_a_number_belongs_is_said_whatever_typer_says_of_it() -> None:
    def command(jobs: Annotated[int, typer.Option("--jobs")] = 1) -> None: ...

    app = typer.Typer(add_completion=False)
    app.command()(command)
    with pytest.raises(typer.BadParameter) as caught:
        typer.main.get_command(app)(["--jobs", "x"], standalone_mode=False)
    message, _ = usage_error(caught.value)
    assert message in {"--jobs 的值不对：“x”不是整数", "--jobs 的值不对：要写整数"}
