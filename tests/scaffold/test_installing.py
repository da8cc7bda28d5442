"""All files or none, and nothing lost that was there."""

from __future__ import annotations

import errno
import os
from typing import TYPE_CHECKING

import pytest

from reportctl.errors import FileError, UsageError
from reportctl.project import transaction
from reportctl.scaffold.installing import install

if TYPE_CHECKING:
    from pathlib import Path

    from reportctl.project.journal import Step

FILES = {"report.yaml": b"new report", "submissions/a.yaml": b"new a", "schema/x/y.json": b"{}"}


def tree(folder: Path) -> dict[str, bytes | None]:
    """Everything below a folder: files with their content, folders with None."""
    found = sorted(folder.rglob("*"))
    return {one.relative_to(folder).as_posix(): None if one.is_dir() else one.read_bytes() for one in found}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "a" / "b"


@pytest.fixture
def used(folder: Path) -> Path:
    """A folder with a project whose forms have been filled in, and files of somebody else's."""
    (folder / "submissions").mkdir(parents=True)
    (folder / "report.yaml").write_bytes(b"old report")
    (folder / "submissions/a.yaml").write_bytes(b"filled")
    (folder / "submissions/z.yaml").write_bytes(b"other")
    (folder / "notes.txt").write_bytes(b"notes")
    return folder


def test_a_new_folder_is_made_with_the_files_and_nothing_else(folder: Path) -> None:
    assert install(FILES, folder) is None

    assert {name: data for name, data in tree(folder).items() if data is not None} == FILES
    assert sorted(one.name for one in folder.iterdir()) == ["report.yaml", "schema", "submissions"]


def test_a_folder_with_other_files_keeps_them(folder: Path) -> None:
    folder.mkdir(parents=True)
    (folder / "notes.txt").write_bytes(b"notes")

    install(FILES, folder)

    assert tree(folder)["notes.txt"] == b"notes"
    assert tree(folder)["report.yaml"] == b"new report"


def test_a_file_in_the_way_stops_it(used: Path) -> None:
    before = tree(used)

    with pytest.raises(UsageError, match=r"report.yaml、submissions/a.yaml，没有动") as refused:
        install(FILES, used)

    assert "--force" in refused.value.hint
    assert tree(used) == before


def test_force_replaces_and_keeps_what_was_there(used: Path) -> None:
    backup = install(FILES, used, force=True)

    assert backup == used / "backup"
    found = tree(used)
    assert found["report.yaml"] == b"new report"
    assert found["submissions/z.yaml"] == b"other"
    assert found["notes.txt"] == b"notes"
    assert tree(backup) == {
        "report.yaml": b"old report",
        "submissions": None,
        "submissions/a.yaml": b"filled",
    }


def test_force_finds_another_place_for_another_backup(used: Path) -> None:
    install(FILES, used, force=True)
    (used / "report.yaml").write_bytes(b"changed")

    backup = install(FILES, used, force=True)

    assert backup == used / "backup-2"
    assert tree(backup) == {"report.yaml": b"changed"}
    assert install(FILES, used, force=True) is None  # nothing has changed, so nothing is kept


def full(monkeypatch: pytest.MonkeyPatch, after: int) -> None:
    """A disk that is full after so many files."""
    sync, count = os.fsync, iter(range(after))

    def fsync(handle: int) -> None:
        if next(count, None) is None:
            raise OSError(errno.ENOSPC, "No space left on device")
        sync(handle)

    monkeypatch.setattr(os, "fsync", fsync)


@pytest.mark.parametrize("after", [0, 1, 2])
def test_a_full_disk_leaves_nothing_behind(
    tmp_path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch, after: int
) -> None:
    full(monkeypatch, after)

    with pytest.raises(FileError, match="磁盘已满"):
        install(FILES, folder)

    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("error", [OSError(errno.EIO, "I/O error"), KeyboardInterrupt()])
@pytest.mark.parametrize("at", [0, 1, 2])
def test_whatever_goes_wrong_in_the_middle_the_folder_is_as_before(
    used: Path, monkeypatch: pytest.MonkeyPatch, error: BaseException, at: int
) -> None:
    before = tree(used)
    rename, count = transaction._rename, iter(range(at))

    def failing(step: Step) -> None:
        if next(count, None) is None:
            raise error
        rename(step)

    monkeypatch.setattr(transaction, "_rename", failing)

    with pytest.raises((FileError, KeyboardInterrupt)):
        install(FILES, used, force=True)

    assert tree(used) == before


def test_another_run_that_was_quicker_wins(
    tmp_path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write = transaction._written

    def slow(change: transaction.Change, step: Step) -> Step:
        if not (folder / "report.yaml").exists():
            (folder / "report.yaml").write_bytes(b"theirs")
        return write(change, step)

    monkeypatch.setattr(transaction, "_written", slow)

    with pytest.raises(UsageError, match=r"report.yaml"):
        install(FILES, folder)

    assert tree(folder) == {"report.yaml": b"theirs"}


def test_a_link_in_place_of_a_folder_is_not_followed(tmp_path: Path, folder: Path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    folder.mkdir(parents=True)
    (folder / "submissions").symlink_to(outside)

    with pytest.raises(FileError, match="submissions 不是文件夹"):
        install(FILES, folder, force=True)

    assert list(outside.iterdir()) == []


def test_a_link_in_place_of_a_file_is_replaced_not_followed(tmp_path: Path, folder: Path) -> None:
    outside = tmp_path / "outside.yaml"
    outside.write_bytes(b"outside")
    folder.mkdir(parents=True)
    (folder / "report.yaml").symlink_to(outside)

    backup = install(FILES, folder, force=True)

    assert outside.read_bytes() == b"outside"
    assert (folder / "report.yaml").read_bytes() == b"new report"
    assert backup is not None
    assert (backup / "report.yaml").is_symlink()


@pytest.mark.parametrize("name", ["", "submissions", "report.yaml"])
def test_a_file_where_a_folder_must_be_or_the_reverse_is_named(folder: Path, name: str) -> None:
    wrong = folder / name
    if name == "report.yaml":
        wrong.mkdir(parents=True)
    else:
        wrong.parent.mkdir(parents=True, exist_ok=True)
        wrong.write_bytes(b"")

    with pytest.raises(FileError, match="文件夹"):
        install(FILES, folder, force=True)


def test_a_folder_below_a_file_cannot_be_made(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"")

    with pytest.raises(FileError):
        install(FILES, tmp_path / "a" / "b")
