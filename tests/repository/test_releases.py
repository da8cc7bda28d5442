"""The oldest releases that are tried are those that pyproject.toml allows."""

from __future__ import annotations

import re
import tomllib

import pytest

from scripts.releases import oldest, wanted
from tests.tools.need import ROOT

PYPROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
RUNTIME = [*PYPROJECT["project"]["dependencies"], *PYPROJECT["project"]["optional-dependencies"]["xlsx"]]


@pytest.mark.parametrize(
    ("requirement", "pinned"),
    [("typer>=0.26,<0.29", "typer==0.26"), ("a.b-c[d,e] >= 1.0rc1", "a.b-c[d,e]==1.0rc1")],
)
def test_the_lowest_version_is_pinned(requirement: str, pinned: str) -> None:
    assert oldest(requirement) == pinned


@pytest.mark.parametrize("requirement", ["typer", "typer<1", "typer==1"])
def test_a_requirement_without_a_lowest_version_is_an_error(requirement: str) -> None:
    with pytest.raises(ValueError, match=f"{requirement}: names no lowest version"):
        oldest(requirement)


def test_every_dependency_is_asked_for_once() -> None:
    for release in ("oldest", "newest"):
        names = [re.split(r"[^\w.-]", requirement)[0] for requirement in wanted(release)]
        assert len(names) == len(set(names))
        assert {"pytest", "hatchling", "openpyxl"} <= set(names)
    assert wanted("oldest")[: len(RUNTIME)] == [oldest(requirement) for requirement in RUNTIME]
    assert wanted("newest")[: len(RUNTIME)] == RUNTIME
