"""The lines that the READMEs show, run by Debian's cron: no terminal, no HOME of use, no one to ask."""

from __future__ import annotations

import os
import re
import subprocess
import time
from typing import TYPE_CHECKING

import pytest

from tests.collect.inbox import word
from tests.operations.program import PROGRAM, sound
from tests.tools import need
from tests.tools.need import ROOT

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

BLOCK = re.compile(r"^```crontab\n(.*?)^```", re.MULTILINE | re.DOTALL)
# cron gives the line to $SHELL: this one runs it as /bin/sh would, and keeps what cron would put in a mail.
SHELL = """#!/bin/sh
cd "$(dirname "$0")" || exit
env >environment
/bin/sh "$@" >said 2>&1
echo $? >code.part && mv code.part code
"""


def documented(verb: str, page: str = "README.md") -> str:
    """The line with a verb that a page shows."""
    (block,) = BLOCK.findall((ROOT / page).read_text("utf-8"))
    (line,) = (shown for shown in block.splitlines() if f" {verb} " in shown)
    assert line.split()[5].endswith("/reportctl")
    return str(line)


@pytest.mark.parametrize("verb", ["build", "collect"])
def test_both_pages_show_the_same_line(verb: str) -> None:
    assert documented(verb) == documented(verb, "README.zh-CN.md")


@pytest.fixture
def cron() -> Iterator[Callable[[str], None]]:
    """`cron(text)` installs a crontab and sees to it that a cron runs; all is put back afterwards."""
    daemon, crontab = need.tool("cron"), need.tool("crontab")
    before = subprocess.run([crontab, "-l"], capture_output=True, check=False)
    started: list[subprocess.Popen[bytes]] = []

    def install(text: str) -> None:
        subprocess.run([crontab, "-"], input=text.encode(), check=True)
        process = subprocess.Popen([daemon, "-f"], stdin=subprocess.DEVNULL, stderr=subprocess.PIPE)
        started.append(process)
        time.sleep(0.5)
        if process.poll() is not None and os.geteuid() != 0 and not _is_running():
            need.tool("a running cron")

    try:
        yield install
    finally:
        for process in started:
            process.terminate()
            process.communicate()
        if before.returncode == 0:
            subprocess.run([crontab, "-"], input=before.stdout, check=True)
        else:
            subprocess.run([crontab, "-r"], capture_output=True, check=False)


def _is_running() -> bool:
    return subprocess.run(["pgrep", "-x", "cron"], capture_output=True, check=False).returncode == 0


def _run(cron: Callable[[str], None], folder: Path, words: list[str]) -> None:
    """Has cron run a crontab's line, once in this minute; what it said and its code lie in `folder` then."""
    shell = folder / "shell"
    shell.write_text(SHELL, "utf-8")
    shell.chmod(0o755)
    cron(f'MAILTO=""\nSHELL={shell}\n{" ".join([*"*****", str(PROGRAM), *words[6:]])}\n')
    deadline = time.monotonic() + 90
    while not (folder / "code").exists():
        assert time.monotonic() < deadline, "cron did not run the line"
        time.sleep(0.5)


@pytest.mark.slow
def test_the_documented_line(tmp_path: Path, cron: Callable[[str], None]) -> None:
    project = sound(tmp_path / "云溪县-2023")
    (project / "submissions/县林业局.yaml").unlink()
    words = documented("build").split()
    words[words.index("-C") + 1] = str(project)

    _run(cron, tmp_path, words)

    assert (tmp_path / "said").read_text("utf-8") == ""
    assert (tmp_path / "code").read_text("utf-8") == "0\n"
    assert sorted(path.suffix for path in (project / "output").glob("[!.]*")) == [".docx", ".txt"]
    assert "TERM=" not in (tmp_path / "environment").read_text("utf-8")


@pytest.mark.slow
def test_a_line_that_collects_from_an_inbox(tmp_path: Path, cron: Callable[[str], None]) -> None:
    project = sound(tmp_path / "云溪县-2023")
    (tmp_path / "inbox").mkdir()
    (tmp_path / "inbox/材料.docx").write_bytes(word("县林业局"))

    words = documented("collect").split()
    assert words[:5] == ["*/10", *"****"]
    words[words.index("-C") + 1] = str(project)
    words[words.index("collect") + 1] = str(tmp_path / "inbox")

    _run(cron, tmp_path, words)

    assert (tmp_path / "said").read_text("utf-8") == ""
    assert (tmp_path / "code").read_text("utf-8") == "0\n"
    assert "材料.docx" in (project / "submissions/县林业局.yaml").read_text("utf-8")
