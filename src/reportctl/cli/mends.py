"""What `--fix` has mended or would mend: a line a file, or the difference."""

from __future__ import annotations

import difflib
import re
import sys
from typing import TYPE_CHECKING

from reportctl.cli import console
from reportctl.project.files import READ_LIMIT
from reportctl.project.rulebook import rulebook
from reportctl.sources.decode import decode

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from reportctl.project.mending import Mended

_LINE = re.compile("[^\n]*\n|[^\n]+")
_COLOURS = {"+": "32", "-": "31", "@": "36"}
_REASON = "自动改会影响别的内容（YAML 的意思，或 edits.yaml 的决定），请手工改"


def tell(mended: Iterable[Mended], *, done: bool) -> None:
    """Say of each file what was mended (or would be), what must be mended by hand, what was left alone."""
    for one in mended:
        if one.changed:
            console.talk(f"{'改正了' if done else '可以改正'} {one.name}：{'、'.join(_counts(one))}")
        for finding in one.refused:
            span = finding.span
            place = f"{one.name}:{span.line}:{span.column}"
            console.talk(f"没有改 {place}：{rulebook()[finding.code].title}，{_REASON}")
        if one.fault is not None:
            console.talk(f"没有改 {one.name}：先改正第 {one.fault.span.line} 行的错误（{one.fault.message}）")


def show(mended: Iterable[Mended]) -> None:
    """The difference on stdout, as `diff -u` gives it, for `patch -p0` in the project's folder."""
    for one in mended:
        for line in difference(one):
            colour = _COLOURS.get(line[:1])
            if console.is_terminal(sys.stdout):
                line = console.safe(line.rstrip("\r"))  # noqa: PLW2901
            console.out(console.paint(line, colour, sys.stdout) if colour else line)


def difference(mended: Mended) -> Iterator[str]:
    """The lines of the unified difference of one file, without their line feeds."""
    old, new = (_lines(mended.name, data) for data in (mended.old, mended.new))
    name = f"{mended.name}\t" if " " in mended.name else mended.name
    for line in difflib.unified_diff(old, new, name, name, lineterm="\n"):
        yield line.removesuffix("\n")
        if not line.endswith("\n"):
            yield "\\ No newline at end of file"


def _counts(mended: Mended) -> Iterator[str]:
    rules = rulebook()
    for code in sorted(mended.counts, key=list(rules).index):
        yield f"{rules[code].title} {mended.counts[code]} 处"
    if mended.refreshed:
        yield f"指纹更新 {mended.refreshed} 处"


def _lines(name: str, data: bytes) -> list[str]:
    source, _ = decode(name, data, limit=READ_LIMIT)
    return _LINE.findall(source.text) if source is not None else []
