"""Whatever fails, whoever saves meanwhile, whenever a run is killed: all files are new or all are old."""

from __future__ import annotations

import errno
import os
import random
import shutil
import threading
import time
from dataclasses import dataclass
from itertools import product
from typing import TYPE_CHECKING

import pytest

from reportctl.cli import main
from reportctl.errors import LockedError
from reportctl.project import journal, locking, transaction
from tests.operations.program import contents, flawed, run, sound, start, write
from tests.tools.rounds import sample_and_long

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

EDITS = "- {department: 县司法局, part: achievements, heading: 县司法局履职, omit: true, reason: 重复}\n"
FORMATS = ("--docx", "--text", "--markdown")
VERBS: dict[str, tuple[str, ...]] = {
    "build": ("build", "--partial", *FORMATS),
    "fix": ("validate", "--fix"),
    "init": ("init", "--force", "--year", "2024", "--area", "高山县"),
}


def prepared(root: Path) -> Path:
    """A project with something to fix, an edit to stamp, and output of last week's sources."""
    flawed(root)
    write(root / "edits.yaml", EDITS)
    run("-C", root, "build", "--partial", "--docx", "--text")
    path = root / "submissions/县林业局.yaml"
    write(path, path.read_text("utf-8").replace("全年 检查", "上半年 检查"))
    return root


def shown(root: Path) -> dict[str, bytes]:
    """What a person sees of a project: all but the program's own hidden files."""
    return {name: data for name, data in contents(root).items() if "/.reportctl" not in f"/{name}"}


def hidden(root: Path) -> list[str]:
    return [
        path.name
        for path in root.rglob(".reportctl*")
        if path.name not in {".reportctl.lock", ".reportctl.json"}
    ]


# --- failed calls --------------------------------------------------------------------------------------


CALLS = {
    "open": (os, "open"),
    "fsync": (os, "fsync"),
    "journal": (journal.Journal, "save"),
    "exchange": (transaction, "exchange"),
    "place": (transaction, "place"),
    "digest": (transaction, "digest"),
    "sync": (journal, "sync"),
}
ERRORS = [errno.EACCES, errno.ENOSPC, errno.EIO, errno.EROFS]


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return prepared(tmp_path_factory.mktemp("faults") / "项目")


@dataclass
class FailingCall:
    """A function that fails the nth time that it is called for one of the program's own files."""

    real: Callable[..., object]
    nth: int
    calls: int = 0

    def __call__(self, *arguments: object, **named: object) -> object:
        self.calls += self.real is not os.open or ".reportctl" in str(arguments[0])
        if self.calls == self.nth:
            self.calls += 1
            raise OSError(ERRORS[self.nth % len(ERRORS)], "refused", "x")
        return self.real(*arguments, **named)

    @property
    def failed(self) -> bool:
        return self.calls >= self.nth


@pytest.mark.parametrize(
    ("verb", "call"),
    [
        pytest.param(verb, call, marks=pytest.mark.slow if number % 4 == 0 else pytest.mark.long)
        for number, (verb, call) in enumerate(product(VERBS, CALLS))
    ],
)
def test_a_call_that_fails_changes_nothing_and_the_next_run_works(
    template: Path, tmp_path: Path, verb: str, call: str, capsys: pytest.CaptureFixture[str]
) -> None:
    new = shutil.copytree(template, tmp_path / "new")
    assert main(["-C", str(new), *VERBS[verb]]) in {0, 1}
    owner, name = CALLS[call]
    for nth in range(1, 30):
        root = shutil.copytree(template, tmp_path / f"{nth}")
        failing = FailingCall(getattr(owner, name), nth)
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(owner, name, failing)
            code = main(["-C", str(root), *VERBS[verb]])
        said = capsys.readouterr().err
        assert "Traceback" not in said
        if not failing.failed:
            assert nth > 1 or (verb, call) == ("fix", "place")  # which makes no new file
            return
        assert (code, shown(root)) in [(4, shown(template)), (0, shown(new))], (nth, said)
        main(["-C", str(root), *VERBS[verb]])
        assert shown(root) == shown(new)
        assert hidden(root) == []


# --- kills -----------------------------------------------------------------------------------------------


@sample_and_long(3, 1000)
def test_a_run_killed_at_any_moment_is_all_or_nothing(tmp_path: Path, rounds: int) -> None:
    template = prepared(tmp_path / "template")
    chance = random.Random(rounds)  # noqa: S311 - the same moments every time
    for turn in range(rounds):
        verb = list(VERBS)[turn % 3]
        root = shutil.copytree(template, tmp_path / "项目")
        process = start("-C", root, *VERBS[verb])
        ours = chance.random() < 0.5
        deadline = time.monotonic() + 20
        while ours and not hidden(root) and process.poll() is None and time.monotonic() < deadline:
            time.sleep(0.001)
        time.sleep(chance.uniform(0, 0.05 if ours else 1.0))
        process.kill()
        process.communicate()
        run("-C", root, "status")
        if verb == "init":
            run("init", root)  # refused: there is a project, but it looks after itself first
        assert hidden(root) == []
        old, new = shown(template), shown(root)
        if new != old:
            done = shutil.copytree(template, tmp_path / "done")
            run("-C", done, *VERBS[verb])
            assert new == shown(done)
            shutil.rmtree(done)
        shutil.rmtree(root)


@sample_and_long(3, 200)
def test_a_killed_init_leaves_nothing_in_the_way_of_the_next(tmp_path: Path, rounds: int) -> None:
    chance = random.Random(rounds)  # noqa: S311 - the same moments every time
    for _ in range(rounds):
        root = tmp_path / "新"
        process = start("init", root)
        deadline = time.monotonic() + 20
        while not root.exists() and process.poll() is None and time.monotonic() < deadline:
            time.sleep(0.0005)
        time.sleep(chance.uniform(0, 0.04))
        process.kill()
        process.communicate()
        left = journal.read(root)  # one that is done counts, and only its old files are still to go
        whole = (root / "report.yaml").exists() and (left is None or left.state is journal.JournalState.DONE)
        # a temporary file may just have been made; what a person sees is whole
        assert all(data for name, data in shown(root).items() if name.endswith(".yaml"))
        assert run("init", root).code == (2 if whole else 0)
        assert hidden(root) == []
        shutil.rmtree(root)


# --- somebody saves meanwhile ----------------------------------------------------------------------------


def in_place(path: Path, data: bytes) -> None:
    path.write_bytes(data)


def by_rename(path: Path, data: bytes) -> None:
    fresh = path.with_name("~tmp")
    fresh.write_bytes(data)
    fresh.replace(path)


@pytest.mark.parametrize("save", [in_place, by_rename])
@pytest.mark.parametrize("moment", ["_written", "_rename", "exchange"])
@pytest.mark.parametrize("verb", ["build", "fix"])
def test_what_somebody_saves_meanwhile_is_not_lost(
    template: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    verb: str,
    moment: str,
    save: Callable[[Path, bytes], None],
) -> None:
    root = shutil.copytree(template, tmp_path / "项目")
    real = getattr(transaction, moment)
    place, pattern = {"build": ("output", "*.txt"), "fix": ("submissions", "*.yaml")}[verb]
    last = max((root / place).glob(pattern))
    words = "别人刚刚保存的".encode()
    before = shown(root)

    def meddling(*arguments: object) -> object:
        if any(last in (item, getattr(item, "path", None)) for item in arguments):
            save(last, words)
        return real(*arguments)

    monkeypatch.setattr(transaction, moment, meddling)
    assert main(["-C", str(root), *VERBS[verb]]) == 4
    assert last.read_bytes() == words
    assert shown(root) == before | {last.relative_to(root).as_posix(): words}
    assert hidden(root) == []


@sample_and_long(2, 200)
def test_a_saver_never_loses_to_fix(tmp_path: Path, rounds: int) -> None:
    root = flawed(tmp_path / "项目")
    path = root / "submissions/县司法局.yaml"
    text = path.read_text("utf-8")
    chance = random.Random(rounds)  # noqa: S311 - the same moments every time
    for turn in range(rounds):
        path.write_text(text, "utf-8")
        process = start("-C", root, "validate", "--fix")
        time.sleep(chance.uniform(0, 0.8))
        mine = text.replace("发现问题", f"发现第{turn}个问题").replace(
            "发现\x2c问题", f"发现\x2c第{turn}个问题"
        )
        path.write_text(mine, "utf-8")
        process.communicate()
        assert f"第{turn}个问题" in path.read_text("utf-8")
        assert process.returncode in {0, 1, 4}


@sample_and_long(2, 200)
def test_a_file_swapped_for_a_link_is_never_read_from_outside(tmp_path: Path, rounds: int) -> None:
    root = sound(tmp_path / "项目")
    path = root / "submissions/县司法局.yaml"
    secret = tmp_path / "secret.yaml"
    text = path.read_text("utf-8")
    secret.write_text(text.replace("县司法局履职", "机密内容"), "utf-8")
    ended = threading.Event()

    def swap() -> None:
        fresh, link = path.with_name(".fresh"), path.with_name(".link")
        while not ended.is_set():
            link.unlink(missing_ok=True)
            link.symlink_to(secret)
            link.replace(path)
            fresh.write_text(text, "utf-8")
            fresh.replace(path)

    swapper = threading.Thread(target=swap)
    swapper.start()
    try:
        for _ in range(rounds):
            run("-C", root, "build", "--draft", "--text")
            for made in (root / "output").glob("*.txt"):
                assert "机密内容" not in made.read_text("utf-8")
    finally:
        ended.set()
        swapper.join()


# --- locks and signals -----------------------------------------------------------------------------------


@pytest.mark.parametrize("number", [errno.ENOLCK, errno.EOPNOTSUPP, errno.ENOSYS])
def test_a_file_system_without_locks_is_named(
    template: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    number: int,
) -> None:
    fcntl = pytest.importorskip("fcntl")
    root = shutil.copytree(template, tmp_path / "项目")

    def refusing(*_: object) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(fcntl, "flock", refusing)
    assert main(["-C", str(root), "build", "--partial"]) == 4
    said = capsys.readouterr().err
    assert "不支持文件锁" in said
    assert "本机的硬盘" in said
    assert "flock" not in said
    assert "Warning" not in said


def test_a_call_that_is_interrupted_for_ever_ends(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fcntl = pytest.importorskip("fcntl")

    def interrupted(*_: object) -> None:
        raise InterruptedError(errno.EINTR, os.strerror(errno.EINTR))

    monkeypatch.setattr(fcntl, "flock", interrupted)
    begun = time.monotonic()
    with pytest.raises(LockedError), locking.locked([tmp_path], wait=0.2):
        pass
    assert time.monotonic() - begun < 5


@pytest.mark.parametrize("verb", ["validate", "status", "build", "figures"])
def test_any_verb_sweeps_what_a_killed_run_left(
    template: Path, tmp_path: Path, verb: str, capsys: pytest.CaptureFixture[str]
) -> None:
    root = shutil.copytree(template, tmp_path / "项目")
    for place in ("", "submissions/", "output/"):
        write(root / f"{place}.reportctl-12345678-0.yaml", "部门的话")
    main(["-C", str(root), verb])
    capsys.readouterr()
    assert hidden(root) == []


@pytest.mark.parametrize("verb", ["validate", "inspect"])
def test_a_verb_on_a_file_sweeps_beside_it_without_a_project(
    tmp_path: Path, verb: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    write(tmp_path / "材料/x.yaml", "department: 县司法局\n")
    write(tmp_path / "材料/.reportctl-12345678-0.yaml", "部门的话")
    main([verb, "材料/x.yaml"])
    capsys.readouterr()
    assert contents(tmp_path / "材料").keys() == {"x.yaml"}


@pytest.mark.parametrize(
    "line",
    [
        ("build", "--partial", "--text", "-o", "{}"),
        ("figures", "-o", "{}/台账.csv"),
        ("form", "-o", "{}"),
        ("validate", "{}/x.yaml"),
    ],
)
def test_what_lies_where_a_verb_writes_or_reads_is_swept(
    template: Path, tmp_path: Path, line: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    root = shutil.copytree(template, tmp_path / "项目")
    for folder in (tmp_path / "别处", root / "另放"):
        write(folder / ".reportctl-12345678-0.yaml", "部门的话")
        write(folder / "x.yaml", "")
        assert main(["-C", str(root), *(word.format(folder) for word in line)]) in {0, 1}
        capsys.readouterr()
        assert hidden(folder) == []


class DiedError(BaseException):
    """Stands for a kill: nothing is taken back."""


@dataclass
class DyingCall:
    """A function behind whose nth call the process dies."""

    real: Callable[..., object]
    nth: int

    def __call__(self, *arguments: object) -> object:
        result = self.real(*arguments)
        self.nth -= 1
        if not self.nth:
            raise DiedError
        return result


@pytest.mark.parametrize("moment", ["_written", "_rename"])
@pytest.mark.parametrize("line", [("inspect", "x.docx"), ("validate", "x.yaml")])
def test_what_belongs_to_a_journal_elsewhere_goes_with_it(
    template: Path,
    tmp_path: Path,
    moment: str,
    line: tuple[str, ...],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """The temporary file beside FILE may be the only copy of what a killed `build -o` has renamed."""
    root, folder = shutil.copytree(template, tmp_path / "项目"), tmp_path / "别处"
    write(folder / "x.yaml", "department: 县司法局\n")
    build = ["-C", str(root), "build", "--partial", *FORMATS, "-o", str(folder)]
    assert main(build) == 0
    path = root / "submissions/县司法局.yaml"
    write(path, path.read_text("utf-8").replace("全年 检查", "下半年 检查"))
    before = shown(folder)

    with monkeypatch.context() as patch:
        patch.setattr(transaction, "settle", lambda _: None)
        patch.setattr(transaction, moment, DyingCall(getattr(transaction, moment), 2))
        with pytest.raises(DiedError):
            main(build)
    assert hidden(folder)
    monkeypatch.chdir(folder)
    main(list(line))
    capsys.readouterr()
    assert shown(folder) == before
    assert hidden(folder) == []
    assert not (root / "output" / journal.JOURNAL).exists()
