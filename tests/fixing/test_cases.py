"""Golden cases: `before/` is a project, `after/` what `validate --fix` makes of it, `said.txt` what it says.

The line with the numbers of findings is left out: it tells of every rule there is.
"""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.tools.project import Folder

if TYPE_CHECKING:
    from tests.tools.golden import Golden

CASES = sorted(path for path in (Path(__file__).parent / "cases").iterdir() if path.is_dir())
cases = pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)


@pytest.fixture
def copy(case: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Folder:
    return Folder(Path(shutil.copytree(case / "before", tmp_path / "项目")), capsys)


def contents(root: Path) -> dict[str, bytes]:
    """Every file of a project by its path, but for the lock."""
    files = (path for path in root.rglob("*") if path.is_file() and not path.name.startswith(".reportctl"))
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in files}


@cases
def test_fix(case: Path, copy: Folder, golden: Golden) -> None:
    done = copy.run("validate", "--fix")
    for name, data in contents(copy.root).items():
        golden(case / "after" / name, data.decode())
    golden(case / "said.txt", "".join(f"{line}\n" for line in done.err.splitlines()[:-1]))


@cases
def test_a_second_time_there_is_nothing_to_do(case: Path, copy: Folder) -> None:
    first = copy.run("validate", "--fix")
    before = contents(copy.root)
    second = copy.run("validate", "--fix")
    assert contents(copy.root) == before
    assert (second.out, second.code) == (first.out, first.code)
    assert "改正了" not in second.err
    assert copy.run("validate", "--diff").out == ""


@cases
def test_diff_tells_what_fix_does_and_writes_nothing(case: Path, copy: Folder) -> None:
    before = contents(copy.root)
    checked = copy.run("validate")
    shown = copy.run("validate", "--fix", "--diff")
    assert contents(copy.root) == before
    assert not (copy.root / ".reportctl.lock").exists()
    assert shown.code == checked.code
    copy.run("validate", "--fix")
    after = contents(copy.root)
    changed = {line[4:] for line in shown.out.splitlines() if line.startswith("+++ ")}
    assert changed == {name for name in after if after[name] != before[name]}
    for sign, files in (("+", after), ("-", before)):
        lines = [line[1:] for line in shown.out.splitlines() if line[:1] == sign and line[:3] != sign * 3]
        every = [line for name in changed for line in files[name].decode().split("\n")]
        assert [line for line in lines if line not in every] == []
