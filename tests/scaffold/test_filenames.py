"""Departments' names as file names: safe everywhere, inside one folder, and no two the same."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportctl.scaffold.contents import file_names, is_file_name


@pytest.mark.parametrize(
    ("name", "stem"),
    [
        ("区司法局", "区司法局"),
        ("区委（区政府）办公室", "区委（区政府）办公室"),
        ("../../x", "_._.._x"),
        ("a/b", "a_b"),
        ("a\\b", "a_b"),
        ('区"司法"局?', "区_司法_局_"),
        ("区:司法局", "区_司法局"),
        ("con.yaml", "_con.yaml"),
        ("CON", "_CON"),
        ("lpt9", "_lpt9"),
        ("COM¹.x", "_COM¹.x"),
        ("console", "console"),
        ("区司法局.", "区司法局_"),
        (".reportctl", "_reportctl"),
        ("~$区司法局", "_$区司法局"),
        ("区\n司法 局", "区_司法_局"),
        ("\0", "_"),
        ("  ", "_"),
    ],
)
def test_a_name_becomes_safe(name: str, stem: str) -> None:
    assert file_names([name]) == (stem,)


def test_names_that_a_system_takes_for_one_get_numbers() -> None:
    composed = "\u00e9"

    assert file_names(["a/b", "A_B", "a_b", "a_b-2"]) == ("a_b", "A_B-2", "a_b-3", "a_b-2-2")
    assert file_names([composed, unicodedata.normalize("NFD", composed)])[1].endswith("-2")


def test_a_long_name_is_cut_between_characters() -> None:
    one, other = file_names(["局" * 300, "局" * 301])

    assert one == "局" * 60
    assert other.endswith("局-2")
    assert len(other.encode()) <= 180


@given(st.lists(st.text(), max_size=8))
def test_whatever_the_names_the_files_are_apart_and_inside(names: list[str]) -> None:
    stems = file_names(names)

    assert len({unicodedata.normalize("NFC", stem.casefold()) for stem in stems}) == len(names)
    for stem in stems:
        path = Path("submissions", f"{stem}.yaml")
        assert path.name == f"{stem}.yaml"
        assert path.parent == Path("submissions")
        assert not stem.startswith((".", "~"))
        assert 0 < len(stem.encode()) <= 180


@given(st.text())
def test_a_safe_name_stays_as_it_is(name: str) -> None:
    (stem,) = file_names([name])

    assert is_file_name(stem)
    assert file_names([stem]) == (stem,)
