"""Prints what writing a body and inspecting a document cost: `python -m benchmarks.documents`.

Within one process, in turn with python-docx, the least of several turns: the time that the work itself takes.
"""

from __future__ import annotations

import gc
import io
import resource
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import docx

from reportctl.document import Block, BlockType, Document, Form, Role, Run
from reportctl.inspect import inspect
from reportctl.layout import DEFAULT, load, shipped
from reportctl.render.docx import render

if TYPE_CHECKING:
    from collections.abc import Callable

HERE = Path()
SENTENCE = (
    "全年组织开展行政执法人员资格考试2次，通过执法考试人员245名，严格落实行政执法三项制度，规范执法行为。"
)
SHORT, LONG = 5_000, 50_000
BODY_TARGET, MEMORY_TARGET, INSPECT_TARGET = 15.0, 150.0, 1.5
TURNS = 7
SIXTY_PAGES = 430


def report(paragraphs: int) -> Document:
    """A report of that many items of about 150 characters, no two alike."""
    blocks = [Block("title", BlockType.TITLE, (Run("关于云溪县2023年度法治政府建设情况的报告"),))]
    for number in range(1, paragraphs + 1):
        heading = Run(f"加强第{number}项行政执法监督。", Role.HEADING)
        text = Run(SENTENCE * 2 + f"办结{number}件。")
        blocks.append(Block(f"work.{number}", BlockType.ITEM, (heading, text), 3, f"{number}."))
    title = blocks[0].text
    return Document(Form.PUBLIC, 2023, "云溪县", title, tuple(blocks))


def seconds(work: Callable[[], object]) -> float:
    """The processor time of one call."""
    gc.collect()
    begun = time.process_time()
    work()
    return time.process_time() - begun


def written(document: Document) -> bytes:
    """The document as .docx."""
    packed = io.BytesIO()
    render(document, load(DEFAULT, HERE), packed)
    return packed.getvalue()


def read_all(data: bytes) -> int:
    """What python-docx needs to open a document and read every paragraph."""
    return sum(len(paragraph.text) for paragraph in docx.Document(io.BytesIO(data)).paragraphs)


def body() -> None:
    """Time and memory of writing."""
    short, long = report(SHORT), report(LONG)
    times = {paragraphs: [] for paragraphs in (SHORT, LONG)}  # type: dict[int, list[float]]
    for _ in range(3):
        times[SHORT].append(seconds(lambda: written(short)))
        times[LONG].append(seconds(lambda: written(long)))
    least = {paragraphs: min(found) for paragraphs, found in times.items()}
    each = (least[LONG] - least[SHORT]) / (LONG - SHORT) * 1e6
    growth = least[LONG] / least[SHORT]
    print(f"body: {each:.1f} us a paragraph beyond start-up (target {BODY_TARGET:.0f})")
    print(
        f"      {LONG:,} paragraphs take {growth:.1f} times as long as {SHORT:,} (linear: {LONG / SHORT:.0f})"
    )


def memory() -> None:
    """Peak memory of a process that writes the long report, its tree included."""
    script = "from benchmarks import documents as d; d.written(d.report(d.LONG))"
    before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    subprocess.run([sys.executable, "-c", script], check=True)
    peak = max(before, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss) / 1024
    print(f"      {peak:.0f} MB for {LONG:,} paragraphs, the tree included (target {MEMORY_TARGET:.0f})")


def inspection() -> None:
    """`inspect` beside python-docx on a document of sixty pages."""
    data = written(report(SIXTY_PAGES))
    layouts = tuple(load(name, HERE) for name in shipped())
    ours, peer = [], []
    for _ in range(TURNS):
        ours.append(seconds(lambda: inspect(data, layouts)))
        peer.append(seconds(lambda: read_all(data)))
    ratio = min(ours) / min(peer)
    mine, theirs = min(ours) * 1e3, min(peer) * 1e3
    print(f"inspect: {mine:.0f} ms on sixty pages, python-docx reads them in {theirs:.0f} ms")
    print(f"         ratio {ratio:.2f} (target {INSPECT_TARGET})")


if __name__ == "__main__":
    body()
    memory()
    inspection()
