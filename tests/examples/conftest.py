"""Every example is built once, from a copy, by the command that a user types."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

import pytest
import yaml

from reportctl import resources
from reportctl.model.keys import SUBMISSION
from reportctl.model.submission import PARTS

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from reportctl.model.keys import Shape


@dataclass(frozen=True)
class Example:
    """A copy of a shipped example and what the program makes of it."""

    root: Path

    def run(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        """The program, run on the copy."""
        command = [sys.executable, "-m", "reportctl", "-C", str(self.root), *arguments]
        return subprocess.run(command, capture_output=True, encoding="utf-8", check=False)

    def printed(self, *arguments: str) -> str:
        """What the program prints when all is well."""
        done = self.run(*arguments)
        assert done.returncode == 0, done.stderr or done.stdout
        return done.stdout

    @cached_property
    def text(self) -> str:
        """The published text."""
        return self.printed("build", "--text", "--form", "public", "-o", "-")

    @cached_property
    def tree(self) -> dict[str, Any]:
        """The blocks with their origins, and what was left out."""
        tree: dict[str, Any] = json.loads(self.printed("build", "--json", "--form", "plain", "-o", "-"))
        return tree

    @cached_property
    def verdict(self) -> dict[str, Any]:
        """What `validate` finds."""
        verdict: dict[str, Any] = json.loads(self.printed("validate", "--format", "json"))
        return verdict

    @cached_property
    def handed_in(self) -> dict[str, dict[str, Any]]:
        """The submissions by file, with English keys, read by another reader than the program's own."""
        files = sorted((self.root / "submissions").glob("*.yaml"))
        return {file.stem: _english(yaml.safe_load(file.read_text("utf-8")), SUBMISSION) for file in files}

    def parts(self) -> list[tuple[str, str, list[Any]]]:
        """Department's file, part and items of everything handed in."""
        return [
            (file, part, submission[part])
            for file, submission in self.handed_in.items()
            for part in PARTS
            if part in submission
        ]


def _english(data: Any, shape: Shape | None) -> Any:
    """The same data with English keys."""
    if isinstance(data, list):
        return [_english(one, shape) for one in data]
    if shape is None or not isinstance(data, dict):
        return data
    named = {shape.english.get(key, key): value for key, value in data.items()}
    return {key: _english(value, shape.below.get(key)) for key, value in named.items()}


@pytest.fixture(scope="session")
def example(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Example]:
    """`example("minimal")`: a copy of a shipped example, the same one for all tests."""
    made: dict[str, Example] = {}

    def copy(name: str) -> Example:
        if name not in made:
            root = tmp_path_factory.mktemp("examples") / name
            shutil.copytree(resources.path("examples", name), root)
            made[name] = Example(root)
        return made[name]

    return copy
