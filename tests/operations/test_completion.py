"""Completion in real shells: installed as a user installs it, asked for with the Tab key on a terminal."""

from __future__ import annotations

import os
import pty
import re
import select
import subprocess
import time
from typing import TYPE_CHECKING

import pytest

from reportctl.cli import completion
from tests.operations.program import PROGRAM, Ran

if TYPE_CHECKING:
    from pathlib import Path

START = {"bash": ".bashrc", "zsh": ".zshrc", "fish": ".config/fish/config.fish"}
# What a user has set before; the prompt tells the test when the shell waits for words.
SETTINGS = {
    "bash": "PS1='READY> '\n",
    "zsh": "PS1='READY> '\n",
    "fish": "function fish_prompt; echo -n 'READY> '; end\nset fish_greeting\n",
}
WRITTEN = {
    "bash": {".bashrc", ".bash_completions/reportctl.sh"},
    "zsh": {".zshrc", ".zfunc/_reportctl"},
    "fish": {".config/fish/config.fish", ".config/fish/completions/reportctl.fish"},
}
# What is typed, and what the command that comes of it must say.
TYPED = {
    "reportctl expl\thalf-wid\t": "半角标点",
    "reportctl lay\tsh\tgb97\t": "与标准没有不同",
    "reportctl -C . stat\t--form\tjs\t": '"version": 1',
    "reportctl valid\t --select gb18030,empty-fi\t": "文件是空的",
    "reportctl valid\t submissions/县公\t -q": "县公安局.yaml:1:1",
}
WAITING = 60
"""Seconds: more than any shell needs, also where many tests run at once."""


def environment(home: Path) -> dict[str, str]:
    path = os.pathsep.join([str(PROGRAM.parent), os.environ.get("PATH", os.defpath)])
    return {"HOME": str(home), "PATH": path, "LANG": "C.UTF-8", "TERM": "xterm"}


def install(shell: str, home: Path) -> Ran:
    """Install it from within the shell, beside settings that a user has already."""
    done = subprocess.run(
        [shell, "-c", "reportctl --install-completion && true"],
        env=environment(home),
        cwd="/",
        capture_output=True,
        check=False,
        timeout=WAITING,
    )
    return Ran(done.returncode, done.stdout, done.stderr)


@pytest.fixture(params=completion.SHELLS)
def shell(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """A shell, with a home folder in which there are settings for it."""
    name: str = request.param
    start = tmp_path / START[name]
    start.parent.mkdir(parents=True, exist_ok=True)
    start.write_text(SETTINGS[name], "utf-8")
    return name


def files(home: Path) -> dict[str, str]:
    return {
        path.relative_to(home).as_posix(): path.read_text("utf-8")
        for path in home.rglob("*")
        if path.is_file()
    }


class Terminal:
    """A shell on a terminal of its own, which it controls."""

    def __init__(self, shell: str, home: Path, folder: Path) -> None:
        self.ours, theirs = pty.openpty()
        self.process = subprocess.Popen(
            ["setsid", "--ctty", shell, "-i"],
            env=environment(home),
            cwd=folder,
            stdin=theirs,
            stdout=theirs,
            stderr=theirs,
        )
        os.close(theirs)
        self.until("READY> ")

    def run(self, typed: str) -> str:
        """What the terminal shows from the first key to the next prompt."""
        os.write(self.ours, f"{typed}\n".encode())
        return self.until("READY> ")

    def until(self, mark: str) -> str:
        shown = ""
        end = time.monotonic() + WAITING
        while not re.search(rf"{mark}(\x1b[^\n]*)?$", shown) and time.monotonic() < end:
            if select.select([self.ours], [], [], 1)[0]:
                shown += os.read(self.ours, 65536).decode("utf-8", "replace")
        return shown

    def close(self) -> None:
        self.process.kill()
        self.process.wait()
        os.close(self.ours)


@pytest.mark.slow
def test_the_tab_key(shell: str, tmp_path: Path, project: Path) -> None:
    assert install(shell, tmp_path).code == 0
    (project / "submissions/县公安局.yaml").write_text("", "utf-8")
    terminal = Terminal(shell, tmp_path, project)
    try:
        for typed, said in TYPED.items():
            shown = terminal.run(typed)
            assert said in shown, f"{typed!r}:\n{shown}"
    finally:
        terminal.close()


@pytest.mark.slow
def test_installing_twice_is_installing_once(shell: str, tmp_path: Path) -> None:
    first = install(shell, tmp_path)
    assert first.code == 0
    assert [tmp_path / name for name in WRITTEN[shell]].count(tmp_path / first.lines[0]) == 1
    made = files(tmp_path)
    assert set(made) == WRITTEN[shell]
    assert made[START[shell]].startswith(SETTINGS[shell])
    assert install(shell, tmp_path).code == 0
    assert files(tmp_path) == made


@pytest.mark.slow
def test_the_script_can_be_shown(shell: str, tmp_path: Path) -> None:
    command = [shell, "-c", "reportctl --show-completion && true"]
    done = subprocess.run(command, env=environment(tmp_path), capture_output=True, check=False, cwd="/")
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout.decode() == completion.script(shell) + "\n"
    assert set(files(tmp_path)) == {START[shell]}
