"""The formats of `build`: flags, help, endings and what may stream all come from one table."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from reportctl.render.formats import DEFAULT, FORMATS, Format, format_of

if TYPE_CHECKING:
    from tests.tools.project import Folder

ITEM = "achievements: [加强监管。全年检查20次。]\n"
REST = "shortcomings: [{heading: 力量不足, text: 缺编3名。, cause: 编制少。}]\nplans: [加强培训。培训4次。]\n"
WRITTEN = [one for one in FORMATS if one.name != "pdf"]
"""A PDF takes LibreOffice: tests of its own make one."""


@pytest.fixture
def full(folder: Folder) -> Folder:
    for name in ("县司法局", "县公安局", "县林业局"):
        folder.submit(name, ITEM, REST)
    return folder


def test_names_and_endings_are_told_apart() -> None:
    assert len({one.name for one in FORMATS}) == len({one.suffix for one in FORMATS}) == len(FORMATS)
    assert [format_of(one.suffix.upper()) for one in FORMATS] == [*FORMATS]
    assert format_of(".doc") is None


def test_the_help_has_each_flag_with_its_help(folder: Folder) -> None:
    page = re.sub(r"\s+", " ", folder.run("build", "--help").out)
    for one in FORMATS:
        assert f"{one.flag} {one.help} " in page


@pytest.mark.parametrize("one", WRITTEN, ids=lambda one: one.name)
def test_a_flag_writes_a_file_with_its_ending(full: Folder, one: Format) -> None:
    done = full.run("build", one.flag)
    assert done.code == 0
    assert done.out.rstrip().endswith(one.suffix)


@pytest.mark.parametrize("one", FORMATS, ids=lambda one: one.name)
def test_what_streams_is_written_to_stdout_and_nothing_else_is(full: Folder, one: Format) -> None:
    done = full.run("build", one.flag, "-o", "-")
    assert done.code == (0 if one.streams else 2)
    assert (f"{one.title}不能写到标准输出" in done.err) is not one.streams


@pytest.mark.parametrize("one", FORMATS, ids=lambda one: one.name)
def test_a_name_with_anothers_ending_is_refused(full: Folder, one: Format) -> None:
    other = next(row for row in FORMATS if row is not one)
    done = full.run("build", one.flag, "-o", f"报告{other.suffix}")
    assert done.code == 2
    assert f"加上 {other.flag}" in done.err


def test_what_is_not_comparable_is_not_compared(full: Folder) -> None:
    for one in FORMATS:
        done = full.run("build", one.flag, "--check")
        assert done.code == (1 if one.comparable else 2)


def test_without_a_flag_the_first_is_written(full: Folder) -> None:
    assert full.run("build").out.rstrip().endswith(DEFAULT.suffix)
