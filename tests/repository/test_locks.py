"""The locks hold what pyproject.toml asks for, and nothing that names a machine."""

from __future__ import annotations

import json
import re
import tomllib
from importlib import metadata
from typing import TYPE_CHECKING

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from scripts.lock import LOCKS, requirements
from tests.tools.need import ROOT

if TYPE_CHECKING:
    from pathlib import Path

PYPROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
LOCK_FILES = sorted((ROOT / "requirements").glob("*.lock"))
PIN = re.compile(
    r"(?P<name>[a-z0-9-]+)(?:\[(?P<extras>[a-z0-9,-]+)\])?==(?P<version>[^ ]+) "
    r"\\(?P<hashes>(\n    --hash=sha256:[0-9a-f]{64}( \\)?)+)"
)


def pins(lock: str) -> dict[str, str]:
    text = (ROOT / f"requirements/{lock}.lock").read_text(encoding="utf-8")
    return {found["name"]: found["version"] for found in PIN.finditer(text)}


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_pins_what_its_groups_ask_for(lock: str) -> None:
    pinned = pins(lock)
    asked = [Requirement(one) for group in LOCKS[lock] for one in requirements(PYPROJECT, group)]

    wrong = [str(one) for one in asked if not one.specifier.contains(pinned[canonicalize_name(one.name)])]

    assert wrong == []


def test_no_package_has_two_versions() -> None:
    pinned = [pins(lock) for lock in LOCKS]

    assert [one for some in pinned for one in some.items() if one[1] != pinned[0].get(one[0], one[1])] == []


def test_extras_are_pinned_by_name() -> None:
    """Asked for `coverage[toml]`, pip looks beyond a pinned `coverage`, and refuses what it finds."""
    text = (ROOT / "requirements/dev.lock").read_text(encoding="utf-8")
    pinned = {found["name"]: found["extras"] or "" for found in PIN.finditer(text)}
    asked = {
        (canonicalize_name(one.name), extra)
        for name in pinned
        for one in map(Requirement, metadata.requires(name) or ())
        for extra in one.extras
        if one.marker is None or one.marker.evaluate({"extra": ""})
    }
    assert ("coverage", "toml") in asked
    assert [(name, extra) for name, extra in asked if extra not in pinned.get(name, "").split(",")] == []


@pytest.mark.parametrize("path", LOCK_FILES, ids=lambda path: path.name)
def test_a_lock_holds_pins_with_hashes_and_nothing_else(path: Path) -> None:
    text = path.read_text(encoding="utf-8")

    rest = [line for line in PIN.sub("", text).splitlines() if line.strip() and not line.startswith("#")]

    assert rest == []


def test_the_npm_lock_names_no_registry() -> None:
    packages = json.loads((ROOT / "package-lock.json").read_text(encoding="utf-8"))["packages"]

    assert [name for name, one in packages.items() if "resolved" in one] == []
    assert all("integrity" in one for name, one in packages.items() if name)


def test_every_lock_file_is_one_that_is_remade() -> None:
    assert [path.stem for path in LOCK_FILES] == sorted(LOCKS)
