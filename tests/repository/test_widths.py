"""No shipped message, template, example or page has a half-width mark beside a Han character."""

from __future__ import annotations

import ast
import re
import subprocess
from typing import TYPE_CHECKING

import pytest

from tests.tools.need import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

HAN = "\u4e00-\u9fff\u3400-\u4dbf"
# A comma with a blank behind it is YAML's own, or English prose with Chinese terms in it.
MARK = re.compile(rf"(?<=[{HAN}])(?:[,;](?=[^\s\]}}])|[?!]|:(?!\s|$)|[()](?=[{HAN}]))")
CODE = re.compile(r"^```.*?^```|`[^`\n]*`|\]\([^)\n]*\)", re.MULTILINE | re.DOTALL)
# Departments write half-width marks here and there, and so do these: that is what they show.
DELIBERATE = ("examples/hecheng-2023/submissions/", "examples/hecheng-2023/edits.yaml")
PATTERNS = ("templates/data/lexicon.yaml",)
BAD_ARGUMENT = 4  # Rule(code, severity, title, manual, bad, good)


def shipped(*patterns: str) -> list[Path]:
    command = ["git", "ls-files", "-z", "--", *patterns]
    listed = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", check=True)
    return [ROOT / name for name in listed.stdout.split("\0") if name and (ROOT / name).is_file()]


def faults(text: str) -> list[str]:
    return [text[max(0, found.start() - 8) : found.end() + 8] for found in MARK.finditer(text)]


def messages(tree: ast.Module) -> Iterator[str]:
    """The strings of a module that a user may read: no docstrings, no patterns, no bad examples."""
    silent = {id(one) for node in ast.walk(tree) for one in _silent(node)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in silent:
            yield node.value


def _silent(node: ast.AST) -> Iterator[ast.AST]:
    if isinstance(node, ast.Expr):
        yield from ast.walk(node)  # a docstring
    elif isinstance(node, ast.Call):
        name = getattr(node.func, "attr", getattr(node.func, "id", ""))
        if name == "Rule" and len(node.args) > BAD_ARGUMENT:
            yield from ast.walk(node.args[BAD_ARGUMENT])
        if name in {"compile", "pattern", "search", "match", "fullmatch", "finditer", "sub", "split"}:
            yield from (one for argument in node.args for one in ast.walk(argument))
    elif isinstance(node, ast.Assign | ast.AnnAssign):
        targets = node.targets if isinstance(node, ast.Assign) else [node.target]
        names = [target.id for target in targets if isinstance(target, ast.Name)]
        if node.value is not None and any(_is_pattern(name) for name in names):
            yield from ast.walk(node.value)


def _is_pattern(name: str) -> bool:
    """Pieces of regular expressions are named in capitals behind an underscore."""
    return name.startswith("_") and name.isupper()


@pytest.mark.parametrize("path", shipped("src/*.py"), ids=lambda path: str(path.relative_to(ROOT)))
def test_messages(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    assert [fault for message in messages(tree) for fault in faults(message)] == []


def test_templates_and_examples() -> None:
    paths = shipped("templates", "examples", "src/*.css", "src/*.html")
    assert len(paths) > 20
    found = {}
    for path in paths:
        name = str(path.relative_to(ROOT))
        if name.startswith((*DELIBERATE, *PATTERNS)):
            continue
        lines = [fault for line in path.read_text(encoding="utf-8").splitlines() for fault in faults(line)]
        if lines:
            found[name] = lines
    assert found == {}


def test_pages() -> None:
    found = {}
    for path in shipped("*.md", "docs/*.md"):
        text = CODE.sub("", path.read_text(encoding="utf-8"))
        if faults(text):
            found[path.name] = faults(text)
    assert found == {}


@pytest.mark.parametrize("text", ["检查,整改", "检查:整改", "检查(含公示)", "检查!"])
def test_the_test_sees_what_it_looks_for(text: str) -> None:
    assert faults(text)
