"""The recipes of CONTRIBUTING.md, followed word for word on a scratch copy of the source.

A recipe is a section `## A new ...`. A fenced block below a line that names a path in backticks is about that
file: a `diff` block changes it (what stands there must be there once), any other but `sh` is the whole file.
The commands of `sh` blocks are run, except those of make.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import textwrap
from dataclasses import dataclass
from pathlib import Path

from tests.tools.need import ROOT

PAGE = ROOT / "CONTRIBUTING.md"
COPIED = ("src", "templates", "examples", "pyproject.toml")
_SECTION = re.compile(r"^## (?P<title>A new .*)\n(?P<text>(?:(?!## ).*\n?)*)", re.MULTILINE)
_BLOCK = re.compile(
    r"^(?P<indent> *)```(?P<language>\w+)\n(?P<code>.*?)^(?P=indent)```$", re.MULTILINE | re.DOTALL
)
_PATH = re.compile(r"`(?P<path>[\w-]+(?:/[\w.-]+)+)`")


@dataclass(frozen=True, slots=True)
class Change:
    """A file to write, or the lines of one to replace: `old` is None where the file is new."""

    path: str
    old: str | None
    new: str


@dataclass(frozen=True, slots=True)
class Recipe:
    """What one section says, in its order."""

    title: str
    changes: tuple[Change, ...]
    commands: tuple[str, ...]

    @property
    def sources(self) -> frozenset[str]:
        """The source files that it touches."""
        return frozenset(change.path for change in self.changes if change.path.startswith("src/"))

    def follow(self, root: Path) -> None:
        """Copy the source to `root` and change it; raises `ValueError` where a change does not fit."""
        for name in COPIED:
            if (ROOT / name).is_dir():
                shutil.copytree(ROOT / name, root / name, ignore=shutil.ignore_patterns("__pycache__"))
            else:
                shutil.copy(ROOT / name, root)
        for change in self.changes:
            path = root / change.path
            if change.old is None:
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(change.new, encoding="utf-8")
                continue
            text = path.read_text(encoding="utf-8")
            if text.count(change.old) != 1:
                message = f"{self.title}: {change.path} has {text.count(change.old)} times\n{change.old}"
                raise ValueError(message)
            path.write_text(text.replace(change.old, change.new), encoding="utf-8")


def recipes(page: str) -> list[Recipe]:
    """The recipes of a page."""
    return [_recipe(found["title"], found["text"]) for found in _SECTION.finditer(page)]


def _recipe(title: str, text: str) -> Recipe:
    changes, commands, end = [], [], 0
    for block in _BLOCK.finditer(text):
        code = textwrap.dedent(block["code"])
        paths = [found["path"] for found in _PATH.finditer(text, end, block.start())]
        end = block.end()
        if block["language"] == "sh":
            commands += [line for line in code.splitlines() if line and not line.startswith("make ")]
        elif block["language"] == "diff" and paths:
            changes.append(Change(paths[-1], _side(code, "-"), _side(code, "+")))
        elif paths:
            changes.append(Change(paths[-1], None, code))
    return Recipe(title, tuple(changes), tuple(commands))


def _side(diff: str, sign: str) -> str:
    """The text before ("-") or after ("+") a change."""
    return "".join(f"{line[1:]}\n" for line in diff.splitlines() if line[:1] in {"", " ", sign})


def run(command: str, root: Path) -> subprocess.CompletedProcess[str]:
    """A command in a followed recipe's folder, where `reportctl` is the changed one."""
    shim = root / ".bin/reportctl"
    shim.parent.mkdir(exist_ok=True)
    shim.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m reportctl "$@"\n', encoding="utf-8")
    shim.chmod(0o755)
    tools = Path(sys.executable).parent
    path = os.pathsep.join([str(shim.parent), str(tools), os.environ.get("PATH", os.defpath)])
    return subprocess.run(
        ["bash", "-euo", "pipefail", "-c", command],
        cwd=root,
        env={**os.environ, "PATH": path, "PYTHONPATH": str(root / "src")},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
