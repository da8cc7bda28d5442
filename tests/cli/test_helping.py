"""Global options wherever a user puts them, and the verb that is meant among them."""

from __future__ import annotations

import pytest

from reportctl.cli import main
from reportctl.cli.helping import hoisted, verb

LINES = {
    "build": ("build", "build"),
    "-q build": ("-q build", "build"),
    "build -q -C a": ("-q -C a build", "build"),
    "validate -Cbuild a.yaml": ("-C build validate a.yaml", "validate"),
    "-C build status": ("-C build status", "status"),
    "--color never explain x": ("--color never explain x", "explain"),
    "explain x --color=never": ("--color=never explain x", "explain"),
    "layout show -q": ("-q layout show", "layout"),
    "validate -- -q": ("validate -- -q", "validate"),
    "--version": ("--version", ""),
    "-C": ("-C", ""),
    "": ("", ""),
}


@pytest.mark.parametrize("line", LINES)
def test_global_options_go_to_the_front(line: str) -> None:
    moved, meant = LINES[line]
    assert hoisted(line.split()) == moved.split()
    assert verb(moved.split()) == meant


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
