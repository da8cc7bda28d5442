"""No verb loads what it does not use: each heavy package costs every start some tens of milliseconds."""

from __future__ import annotations

import re
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from reportctl.cli.app import VERBS
from tests.operations.program import BARE, DOCX, run

if TYPE_CHECKING:
    from pathlib import Path

HEAVY = {"docx", "lxml", "jinja2", "pydantic", "pydantic_core", "yaml", "rich"}
# What reaches a network, and what nobody notices but the start.
NEVER = {"ssl", "http", "urllib.request", "asyncio", "multiprocessing", "sqlite3", "pytest"}
# What Typer (0.29 and newer) itself takes to make a value of what follows an option.
TYPER = {"pydantic", "pydantic_core"}
# Verb to the heavy packages that it uses, and its exit code where it is not 0.
USED = {
    "--version": set(),
    "--help": set(),
    "build --help": {"pydantic_core", "yaml", "jinja2"},
    "nosuch": TYPER,
    "explain half-width": {"pydantic_core", "yaml"},
    "schema submission": {"pydantic", "pydantic_core", "yaml"},
    "validate FILE": {"pydantic_core", "yaml", "jinja2"},
    "validate": {"pydantic_core", "yaml", "jinja2"},
    "validate --format json": {"pydantic_core", "yaml", "jinja2"},
    "validate --format sarif": {"pydantic_core", "yaml", "jinja2"},
    "validate --format github": {"pydantic_core", "yaml", "jinja2"},
    "validate --fix": {"pydantic_core", "yaml", "jinja2"},
    "validate --fix FILE": {"pydantic_core", "yaml", "jinja2"},
    "figures --format csv": {"pydantic_core", "yaml", "jinja2"},
    "figures --format xlsx": {"pydantic_core", "yaml", "jinja2", "lxml"},
    "status --format json": {"pydantic_core", "yaml", "jinja2"},
    "status": {"pydantic_core", "yaml", "jinja2"},
    "build --text": {"pydantic_core", "yaml", "jinja2"},
    "build --markdown": {"pydantic_core", "yaml", "jinja2"},
    "build --json": {"pydantic_core", "yaml", "jinja2"},
    "build --html": {"pydantic_core", "yaml", "jinja2"},
    "build": {"pydantic_core", "yaml", "jinja2", "docx", "lxml"},
    "inspect DOCX": {"lxml", "yaml"},
    "layout show gb9704": {"yaml"},
}
CODES = {"nosuch": 2, "inspect DOCX": 1}


@pytest.mark.slow
@pytest.mark.parametrize("line", USED)
def test_a_verb_loads_what_it_uses(project: Path, line: str) -> None:
    if "DOCX" in line:
        run("-C", project, "build")
    places = {"FILE": project / "submissions/县司法局.yaml", "DOCX": project / DOCX}
    words = [str(places.get(word, word)) for word in line.split()]
    command = [sys.executable, "-X", "importtime", "-m", "reportctl", "-C", str(project), *words]
    done = subprocess.run(command, env=BARE, capture_output=True, check=False, cwd="/")
    modules = set(re.findall(r"^import time:.*\| +(\S+)$", done.stderr.decode(), re.MULTILINE))
    assert done.returncode in {0, CODES.get(line, 0)}, done.stderr.decode()
    assert "reportctl.cli.app" in modules
    assert HEAVY & modules <= (USED[line] | TYPER if USED[line] else set())
    assert NEVER & modules == set()
    if words[0] not in VERBS:
        assert {f"reportctl.cli.{verb}" for verb in VERBS} & modules == set()


@pytest.mark.slow
def test_the_names_of_verbs_are_completed_without_loading_any() -> None:
    command = [sys.executable, "-X", "importtime", "-m", "reportctl", "va"]
    asked = {**BARE, "_REPORTCTL_COMPLETE": "bash"}
    done = subprocess.run(command, env=asked, capture_output=True, check=True, cwd="/")
    modules = set(re.findall(r"^import time:.*\| +(\S+)$", done.stderr.decode(), re.MULTILINE))
    assert done.stdout == b"validate\n"
    assert {f"reportctl.cli.{verb}" for verb in VERBS} & modules == set()
    assert HEAVY & modules == set()


@pytest.mark.slow
def test_the_version_is_told_without_the_command_line() -> None:
    command = [sys.executable, "-X", "importtime", "-m", "reportctl", "--version"]
    ran = subprocess.run(command, env=BARE, capture_output=True, encoding="utf-8", check=True)

    assert ran.stdout == run("--version").out.decode()
    assert "typer" not in ran.stderr
