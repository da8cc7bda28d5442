"""The installed program, run as cron, a pipe or a bare shell runs it: in a process of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import IO, TYPE_CHECKING

from tests.tools.project import REPORT

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

PROGRAM = Path(sys.executable).with_name("reportctl")
BARE = {"LANG": "C"}
DOCX = "output/云溪县2023年度法治政府建设情况报告.docx"
TEXT = DOCX.replace(".docx", ".txt")
DEPARTMENTS = ("县司法局", "县公安局", "县林业局")
SUBMISSION = """\
department: {name}
year: 2023
achievements:
  - heading: {name}履职
    text: 全年检查{count}次，发现问题{count}个。
shortcomings:
  - heading: {name}力量不足
    text: 持证人员仅有{count}名。
    cause: 编制多年未增加。
plans:
  - {name}培训。开展培训{count}次。
"""
# Root obeys permissions as everybody does, and stays the owner of what it owns.
MORTAL = ("setpriv", "--bounding-set=-dac_override,-dac_read_search") if os.geteuid() == 0 else ()
# One warning each, so that there is something to say and still something to build.
FLAWED = {"全年检查": "全年 检查", "发现问题": "发现\x2c问题"}


@dataclass(frozen=True)
class Ran:
    """What a process gave, in bytes; a killed one has the negative number of the signal as its code."""

    code: int
    out: bytes
    err: bytes

    @property
    def lines(self) -> list[str]:
        """Standard output as lines of UTF-8."""
        return self.out.decode().splitlines()

    @property
    def said(self) -> str:
        """Standard error as text."""
        return self.err.decode()


def sound(root: Path, report: str = REPORT) -> Path:
    """A project in which every department has handed in and nothing is wrong."""
    write(root / "report.yaml", report)
    for count, name in enumerate(DEPARTMENTS, 3):
        write(root / f"submissions/{name}.yaml", SUBMISSION.format(name=name, count=count))
    return root


def flawed(root: Path) -> Path:
    """A sound project whose submissions each have a few warnings."""
    sound(root)
    for path in (root / "submissions").iterdir():
        text = path.read_text("utf-8")
        for right, wrong in FLAWED.items():
            text = text.replace(right, wrong)
        write(path, text)
    return root


def write(path: Path, text: str) -> None:
    """Write a UTF-8 file and the folders it stands in."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")


def run(
    *arguments: str | Path,
    env: Mapping[str, str] = BARE,
    cwd: Path | None = None,
    stdout: IO[bytes] | int = subprocess.PIPE,
    stderr: IO[bytes] | int = subprocess.PIPE,
    under: Sequence[str] = (),
) -> Ran:
    """Run the program to its end, under another command if need be; its environment holds only `env`."""
    done = subprocess.run(
        [*under, PROGRAM, *arguments],
        env=dict(env),
        cwd=cwd or Path("/"),
        stdin=subprocess.DEVNULL,
        stdout=stdout,
        stderr=stderr,
        timeout=60,
        check=False,
    )
    return Ran(done.returncode, done.stdout or b"", done.stderr or b"")


def shell(script: str, *arguments: str | Path, env: Mapping[str, str] = BARE) -> Ran:
    """Run a bash script; `$0` is the program, `$1`... are the arguments."""
    command = ["bash", "-c", script, PROGRAM, *arguments]
    path = {"PATH": os.environ.get("PATH", os.defpath)}
    done = subprocess.run(
        command,
        env={**path, **env},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        timeout=60,
        check=False,
        cwd="/",
    )
    return Ran(done.returncode, done.stdout, done.stderr)


def start(*arguments: str | Path, env: Mapping[str, str] = BARE) -> subprocess.Popen[bytes]:
    """Start the program and let it run."""
    return subprocess.Popen(
        [PROGRAM, *arguments],
        env=dict(env),
        cwd="/",
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )


def contents(root: Path) -> dict[str, bytes]:
    """Every file below a folder and what it holds."""
    return {
        path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*") if path.is_file()
    }
