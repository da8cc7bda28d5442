"""What `--fix` has changed or would change: a line a file, or the difference."""

from __future__ import annotations

import difflib
import re
import sys
from typing import TYPE_CHECKING

from reportctl.cli import console
from reportctl.project.rulebook import rulebook
from reportctl.reading import READ_LIMIT
from reportctl.sources.decode import decode

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from reportctl.project.fixed_file import FixedFile

_LINE = re.compile("[^\n]*\n|[^\n]+")
_COLOURS = {"+": "32", "-": "31", "@": "36"}
_REASON = "自动改会影响别的内容（YAML 的意思，或 edits.yaml 的决定），请手工改"


def tell(fixed: Iterable[FixedFile], *, done: bool) -> None:
    """Say of each file what was fixed (or would be), what must be fixed by hand, what was left alone."""
    for file in fixed:
        if file.changed:
            kept = f"\uff08原来的在 {file.kept}\uff09" if file.kept else ""
            console.talk(f"{'改正了' if done else '可以改正'} {file.name}：{'、'.join(_counts(file))}{kept}")
        for finding in file.refused:
            span = finding.span
            place = f"{file.name}:{span.line}:{span.column}"
            console.talk(f"没有改 {place}：{rulebook()[finding.code].title}，{_REASON}")
        if file.fault is not None:
            line, message = file.fault.span.line, file.fault.message
            left = f"{file.name} 里别的" if file.changed else file.name
            console.talk(f"没有改 {left}：先改正第 {line} 行的错误（{message}）")


def show(fixed: Iterable[FixedFile]) -> None:
    """The difference on stdout, as `diff -u` gives it, for `patch -p0` in the project's folder."""
    for file in fixed:
        for line in difference(file):
            colour = _COLOURS.get(line[:1])
            if console.is_terminal(sys.stdout):
                line = console.safe(line.rstrip("\r"))  # noqa: PLW2901
            console.out(console.paint(line, colour, sys.stdout) if colour else line)


def difference(fixed: FixedFile) -> Iterator[str]:
    """The lines of the unified difference of one file, without their line feeds."""
    old, new = (_lines(fixed.name, data) for data in (fixed.old, fixed.new))
    name = f"{fixed.name}\t" if " " in fixed.name else fixed.name
    for line in difflib.unified_diff(old, new, name, name, lineterm="\n"):
        yield line.removesuffix("\n")
        if not line.endswith("\n"):
            yield "\\ No newline at end of file"


def _counts(fixed: FixedFile) -> Iterator[str]:
    rules = rulebook()
    for code in sorted(fixed.counts, key=list(rules).index):
        yield f"{rules[code].title} {fixed.counts[code]} 处"
    if fixed.refreshed:
        yield f"指纹更新 {fixed.refreshed} 处"


def _lines(name: str, data: bytes) -> list[str]:
    source, _ = decode(name, data, limit=READ_LIMIT)
    return _LINE.findall(source.text) if source is not None else []
