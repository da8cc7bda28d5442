"""Draws what `reportctl validate` says in a terminal, as SVG: the same bytes every time."""

from __future__ import annotations

import os
import pty
import re
import shutil
import subprocess
import sys
import tempfile
import termios
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

from reportctl.text.width import columns

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parent.parent
PROGRAM = Path(sys.executable).with_name("reportctl")
ROWS, COLUMNS = 60, 120
SLIPS = (
    ("heading: 规范行政执法监督", "heading: 一、规范行政执法监督"),
    (
        "组织评查行政执法案卷60本，发现问题18个，督促整改18个。",
        "我局评查行政执法案卷60本，发现问题18个，督促整改××个。",
    ),
    ("cause:", "couse:"),
)
"""What the department of the picture got wrong in examples/minimal."""

ESCAPE = re.compile(r"\x1b\[(?P<code>\d*)m")
WORD = re.compile(r"\s+|\S+")
CLASSES = {"1": "bold", "2": "faint", "31": "error", "33": "warning", "36": "note"}
CELL, LINE, MARGIN = 9, 20, 18
"""Width of a column, height of a line, and the space around the text, in pixels."""

# Every character has a place of its own, so that columns stand below each other whatever fonts are there.
SVG = """\
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}">
<style>
text {{ font: 15px "DejaVu Sans Mono", Menlo, Consolas, "Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei",
  "WenQuanYi Micro Hei", monospace; fill: #dcdfe4; }}
.bold {{ font-weight: bold; }} .faint {{ fill: #8b929e; }}
.error {{ fill: #f07178; }} .warning {{ fill: #e5c07b; }} .note {{ fill: #56b6c2; }}
</style>
<rect width="100%" height="100%" rx="8" fill="#1e2127"/>
{lines}
</svg>
"""


def picture() -> str:
    """The picture of today's findings."""
    with tempfile.TemporaryDirectory() as scratch:
        project = Path(scratch, "云溪县-2024")
        _spoiled_example(project)
        said = _in_a_terminal([str(PROGRAM), "validate"], project)
    return drawn(f"$ reportctl validate\n{said.rstrip()}")


def drawn(said: str) -> str:
    """Lines with their colours (SGR escapes, one code each) as SVG, as wide as the longest."""
    lines = said.split("\n")
    widest = max(columns(ESCAPE.sub("", line)) for line in lines)
    texts = [text for row, line in enumerate(lines, 1) for text in _line(line, MARGIN + row * LINE - 6)]
    size = {"width": widest * CELL + 2 * MARGIN, "height": len(lines) * LINE + 2 * MARGIN}
    return SVG.format(lines="\n".join(texts), **size)


def _line(line: str, y: int) -> Iterator[str]:
    """One element for each word: blanks are space between them, which no viewer can fold."""
    code, column = "", 0
    for index, piece in enumerate(ESCAPE.split(line)):
        if index % 2:
            code = piece
            continue
        style = f' class="{CLASSES[code]}"' if code in CLASSES else ""
        for word in WORD.findall(piece):
            places = []
            for char in word:
                places.append(str(MARGIN + column * CELL))
                column += columns(char)
            if not word.isspace():
                yield f'<text x="{" ".join(places)}" y="{y}"{style}>{escape(word)}</text>'


def _spoiled_example(project: Path) -> None:
    shutil.copytree(ROOT / "examples/minimal", project)
    submission = project / "submissions/县司法局.yaml"
    text = submission.read_text(encoding="utf-8")
    for right, wrong in SLIPS:
        if right not in text:
            message = f"{right}: no longer in examples/minimal"
            raise ValueError(message)
        text = text.replace(right, wrong, 1)
    submission.write_text(text, encoding="utf-8")


def _in_a_terminal(command: list[str], folder: Path) -> str:
    """What a program writes to a terminal, with its colours."""
    ours, its = pty.openpty()
    termios.tcsetwinsize(its, (ROWS, COLUMNS))
    environment = {"PATH": os.defpath, "TERM": "xterm-256color", "LANG": "C.UTF-8"}
    process = subprocess.Popen(command, cwd=folder, env=environment, stdin=its, stdout=its, stderr=its)
    os.close(its)
    pieces = []
    try:
        while piece := os.read(ours, 65_536):
            pieces.append(piece)
    except OSError:
        pass  # Linux says so when the last one has closed the terminal
    os.close(ours)
    process.wait()
    return b"".join(pieces).decode().replace("\r\n", "\n")
