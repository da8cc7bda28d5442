"""Differences as tracked changes: what moved unchanged is a move, all else is struck out and put in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportctl import build_id
from reportctl.document import BlockType
from reportctl.errors import FileError, UsageError
from reportctl.project import edited
from reportctl.project.files import read_file
from reportctl.project.output import spare
from reportctl.project.recovery import OUTPUT
from reportctl.render.docx.revisions import render
from reportctl.render.revisions import RevisedParagraph, RevisedRow, RevisedWords, Revision
from reportctl.review.wordings import stretches

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path
    from typing import BinaryIO

    from reportctl.layout import Layout
    from reportctl.project.opening import Project
    from reportctl.render.revisions import RevisedLine
    from reportctl.review.differing import Differences
    from reportctl.review.lines import BaseLine
    from reportctl.review.sides import DiffSide

_CELL = "\t"
_SECTION_NUMBER = "\uff08"


def tracked(found: Differences, new: DiffSide, layout: Layout, out: BinaryIO) -> None:
    """Write the new side as .docx with tracked changes, dated as that report is."""
    title = next((line.whole for line in found.new if line.paragraph.kind == BlockType.TITLE), new.name)
    render(redlined(found), title, new.date, layout, out)


def refuse_overwriting(path: Path, sides: Sequence[DiffSide], project: Project | None) -> None:
    """See to it that nothing is lost where the differences are written: only an older such file may go.

    Raises:
        UsageError: it is no .docx, one of the two sides, a file of the project, or a report.
        FileError: somebody has changed what stands there, or it cannot be read.
    """
    if path.suffix.lower() != ".docx":
        raise UsageError(f"{path} 不是 .docx", hint="例如 -o 花脸稿.docx")
    if not path.exists():
        return
    if any(side.path is not None and side.path.resolve() == path.resolve() for side in sides):
        raise UsageError(f"{path} 是要比较的文件\uff0c不能用结果覆盖", hint="换一个文件名")
    if project is not None:
        spare(project, [path])
        if edited.key(path, project.root) in edited.read_record(project.root / OUTPUT):
            raise UsageError(f"{path} 是生成的报告\uff0c不能用结果覆盖", hint="换一个文件名")
    edited.refuse_open([path])
    raw = read_file(path, str(path))
    if raw.finding is not None:
        raise FileError(f"{path}\uff1a{raw.finding.message}", hint="检查文件权限\uff0c或换一个文件名")
    if not build_id.is_as_built(raw.data):
        raise FileError(f"{path} 有人改过\uff0c没有覆盖", hint="换一个文件名\uff0c或先移走它")


def redlined(found: Differences) -> tuple[RevisedLine, ...]:
    """The new side with what differs from the old one, in reading order of both."""
    return tuple(_lines(found))


def _lines(found: Differences) -> Iterator[RevisedLine]:
    moves = {
        found.pairs[here]: f"move{number}"
        for number, here in enumerate(sorted(found.moved), 1)
        if _is_whole_move(found.old[found.pairs[here]], found.new[here])
    }
    stays = {there for here, there in found.pairs.items() if here not in found.moved}
    at = 0

    def gone(end: int) -> Iterator[RevisedLine]:
        for there in range(at, end):
            if there not in stays:
                revision = Revision.MOVED_FROM if there in moves else Revision.DELETED
                yield _whole(found.old[there], revision, moves.get(there, ""))

    for here, line in enumerate(found.new):
        there = found.pairs.get(here)
        if there is None or here in found.moved:
            name = moves.get(there, "") if there is not None else ""
            yield _whole(line, Revision.MOVED_TO if name else Revision.INSERTED, name)
            continue
        yield from gone(there)
        at = there + 1
        yield from _both(found.old[there], line)
    yield from gone(len(found.old))


def _is_whole_move(old: BaseLine, new: BaseLine) -> bool:
    """Whether a paragraph was moved as it is: a change within a move is more than readers understand."""
    return old.words == new.words and not _is_row(old) and not _is_row(new)


def _both(old: BaseLine, new: BaseLine) -> Iterator[RevisedLine]:
    """A paragraph that stayed, with what was changed in it."""
    before, after = _cells(old), _cells(new)
    if _is_row(new) and len(before) == len(after):
        cells = tuple(stretches(one, other) for one, other in zip(before, after, strict=True))
        yield RevisedRow(Revision.KEPT, cells)
    elif _is_row(new) or _is_row(old):
        yield _whole(old, Revision.DELETED)
        yield _whole(new, Revision.INSERTED)
    else:
        level, heading = _heading(new)
        parts = stretches(old.whole, new.whole)
        yield RevisedParagraph(
            new.paragraph.kind, Revision.KEPT, parts, level or _heading(old)[0], _heading(old)[1], heading
        )


def _whole(line: BaseLine, revision: Revision, move: str = "") -> RevisedLine:
    """A paragraph that is on one side only, or moved."""
    if _is_row(line):
        cells = tuple((RevisedWords(text, text),) for text in _cells(line))
        return RevisedRow(revision, cells)
    level, heading = _heading(line)
    parts = (RevisedWords(line.whole, line.whole),)
    return RevisedParagraph(line.paragraph.kind, revision, parts, level, heading, heading, move)


def _cells(line: BaseLine) -> list[str]:
    """The cells of a row, empty ones at its ends as well, which are no words."""
    return (line.paragraph.text if _is_row(line) else line.whole).split(_CELL)


def _is_row(line: BaseLine) -> bool:
    return line.paragraph.kind == BlockType.TABLE_ROW


def _heading(line: BaseLine) -> tuple[int, int]:
    """The level of the heading that a paragraph opens with, and its characters with the number."""
    paragraph = line.paragraph
    if paragraph.kind not in (BlockType.ITEM, BlockType.POINT) or not paragraph.heading_text:
        return 0, 0
    level = 2 if paragraph.number.startswith(_SECTION_NUMBER) and paragraph.kind == BlockType.ITEM else 3
    return level, len(line.whole) - len(line.words) + len(paragraph.heading_text)
