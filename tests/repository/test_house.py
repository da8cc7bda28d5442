"""The house stays one in which a stranger finds his way: counted, not felt."""

from __future__ import annotations

import ast
from collections import Counter
from typing import TYPE_CHECKING

import pytest

from tests.tools.need import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

LINES = 300
"""The longest that a module may be."""
LAZY_IMPORTS = 20
"""The most imports inside functions: a verb's in `cli/`, a renderer's in the table of formats."""
WIDTH = 100
"""Columns of prose in the pages that are read as diffs."""

MODULES = {path: path.read_text("utf-8") for path in sorted((ROOT / "src").rglob("*.py"))}
TREES = {path: ast.parse(text) for path, text in MODULES.items()}


def name(path: Path) -> str:
    return str(path.relative_to(ROOT))


def test_a_class_name_stands_for_one_thing() -> None:
    places: dict[str, list[str]] = {}
    for path, tree in TREES.items():
        for node in ast.walk(tree):
            if isinstance(node, ast.ClassDef):
                places.setdefault(node.name, []).append(f"{name(path)}:{node.lineno}")

    assert {found: where for found, where in places.items() if len(where) > 1} == {}


def lazy_imports(tree: ast.Module) -> Iterator[ast.stmt]:
    """The imports inside functions, once each however deep the functions are nested."""
    found = {
        id(node): node
        for function in ast.walk(tree)
        if isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef)
        for node in ast.walk(function)
        if isinstance(node, ast.Import | ast.ImportFrom)
    }
    yield from found.values()


def test_imports_stand_at_the_top_but_for_one_lazy_layer() -> None:
    counts = Counter({name(path): len([*lazy_imports(tree)]) for path, tree in TREES.items()})

    assert counts.total() <= LAZY_IMPORTS, f"most of them: {counts.most_common(10)}"


def test_the_count_sees_nested_functions_once() -> None:
    tree = ast.parse("import a\ndef f():\n    import b\n    def g():\n        from c import d\n")

    assert [node.lineno for node in lazy_imports(tree)] == [3, 5]


def test_no_module_is_too_long_to_read() -> None:
    lengths = {name(path): len(text.splitlines()) for path, text in MODULES.items()}

    assert {path: length for path, length in lengths.items() if length > LINES} == {}


def test_every_module_says_in_its_first_line_what_it_holds() -> None:
    silent = [
        name(path)
        for path, tree in TREES.items()
        if not MODULES[path].startswith('"""') or not (ast.get_docstring(tree) or "").strip()
    ]

    assert silent == []


@pytest.mark.parametrize("page", ["README.md", "ARCHITECTURE.md"])
def test_prose_is_wrapped(page: str) -> None:
    assert [line for line in prose((ROOT / page).read_text("utf-8")) if len(line) > WIDTH] == []


def prose(text: str) -> Iterator[str]:
    """The lines of a page that are neither code, nor a table, nor a picture."""
    fenced = False
    for line in text.splitlines():
        if line.lstrip().startswith("```"):
            fenced = not fenced
        elif not fenced and not line.startswith(("|", "    ", "![", "<!--")):
            yield line


def test_code_and_tables_are_no_prose() -> None:
    page = "one\n```sh\ncode\n```\n| table |\n\n    picture\n   under a list\n"

    assert [*prose(page)] == ["one", "", "   under a list"]
