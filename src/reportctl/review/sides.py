"""What `diff` holds against each other: a round, a built .docx or .json, or a project, as paragraphs."""

from __future__ import annotations

import json
import re
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from reportctl.document import BlockType, Origin
from reportctl.errors import FileError, UsageError
from reportctl.project.building import check
from reportctl.project.opening import REPORT, open_project
from reportctl.project.rounds import named_round
from reportctl.project.snapshots import take
from reportctl.review.comparing import DRAFT_MARK
from reportctl.review.copies import View
from reportctl.review.incoming import read_named, report_bytes
from reportctl.review.lines import LineRank, copy_line
from reportctl.snapshot import Snapshot, SnapshotError, SnapshotParagraph
from reportctl.text.days import day_of
from reportctl.text.marks import normalise_line

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator, Sequence

    from reportctl.project.opening import Project
    from reportctl.review.copies import Aside, Copy

_WORD, _JSON = ".docx", ".json"
_YEAR = re.compile("[0-9]{4}(?=年)")
_DAY = re.compile("[0-9]{4}年[0-9]{1,2}月[0-9]{1,2}日")
_END = "。"
_LONGEST_HEADING = 40
_RANKS = {LineRank.CHAPTER: BlockType.CHAPTER, LineRank.SECTION: BlockType.SECTION}


class DiffSide(NamedTuple):
    """One side: what it is called, its paragraphs, and the year it reports on, 0 for unknown.

    `placed` tells that paragraphs know their places in an outline; else chapters and sections are counted.
    `beside` counts what stands in no paragraph, such as text boxes and notes.
    """

    name: str
    year: int
    paragraphs: tuple[SnapshotParagraph, ...]
    placed: bool = True
    beside: int = 0
    path: Path | None = None

    @property
    def date(self) -> dt.date | None:
        """成文日期, as far as a paragraph is one."""
        for paragraph in reversed(self.paragraphs):
            if _DAY.fullmatch(paragraph.text):
                with suppress(ValueError):
                    return day_of(paragraph.text)
        return None


def read_side(name: str, project: Project | None) -> DiffSide:
    """What a word of the command line names: a project's folder, a file, else a round of the project.

    Raises:
        UsageError: there is neither.
        FileError: a file cannot be read, or is none that can be compared.
        ProjectError: a project cannot be used.
    """
    path = Path(name) if project is None else project.found(Path(name))
    if name == "." and project is not None and not (path / REPORT).is_file():
        path = project.root
    if (path / REPORT).is_file():
        return _of_project(name, path)
    if path.is_dir() and "/" in str(path):
        raise UsageError(f"{path} 不是项目文件夹\uff1a里面没有 {REPORT}", hint="检查路径")
    if path.suffix.lower() in (_WORD, _JSON):
        return _of_file(path)
    if project is None:
        hint = "轮次要在项目里比\uff1a加 -C 项目文件夹"
        raise UsageError(f"没有“{name}”\uff1a不是项目文件夹\uff0c也不是 .docx 或 .json 文件", hint=hint)
    return _of_snapshot(name, named_round(project.root, name))


def _of_project(name: str, path: Path) -> DiffSide:
    project = open_project(path)
    checked = check(project, draft=True)
    snapshot = take(checked.assembly.document, checked.assembly.as_built, checked.layout)
    return _of_snapshot(project.root.name if name == "." else name, snapshot)


def _of_snapshot(name: str, snapshot: Snapshot, path: Path | None = None) -> DiffSide:
    printed = (paragraph for paragraph in snapshot.paragraphs if not paragraph.omitted)
    shown = tuple(paragraph for paragraph in printed if paragraph.kind != BlockType.PICTURE)
    return DiffSide(name, snapshot.year, shown, path=path)


def _of_file(path: Path) -> DiffSide:
    data = report_bytes(path)
    if path.suffix.lower() == _WORD:
        return _of_copy(path, read_named(path, data, View.ACCEPT))
    try:
        return _of_snapshot(path.name, Snapshot.loads(data), path)
    except SnapshotError:
        pass
    try:
        paragraphs = tuple(_of_blocks(json.loads(data)["blocks"]))
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        hint = "要用 build --json 生成的文件\uff0c或 rounds 里的一轮"
        raise FileError(f"{path} 不是报告的文档结构\uff0c没法比较", hint=hint) from None
    return DiffSide(path.name, _year(paragraphs), paragraphs, path=path)


def _of_blocks(blocks: Sequence[dict[str, Any]]) -> Iterator[SnapshotParagraph]:
    """The blocks of `build --json`; what stands below a title has its place."""
    at = ""
    for block in blocks:
        kind, text = str(block["type"]), str(block["text"])
        if kind == BlockType.PICTURE:
            continue
        is_title = kind in (BlockType.CHAPTER, BlockType.SECTION)
        in_place = kind in (BlockType.ITEM, BlockType.POINT)
        at = str(block["id"]) if is_title else at
        heading = _heading(text) if block["level"] and in_place else ""
        yield SnapshotParagraph(
            "",
            kind,
            at if is_title or in_place else "",
            heading.rstrip(_END),
            number=str(block["number"]),
            heading_text=heading,
            text=text,
            built=text,
            origins=tuple(_origin(origin) for origin in block.get("origin", ())),
        )


def _origin(origin: dict[str, Any]) -> Origin:
    department, part, heading = (str(origin[key]) for key in ("department", "part", "heading"))
    return Origin(department, part, heading, str(origin["file"]), int(origin["line"]), int(origin["column"]))


def _of_copy(path: Path, copy: Copy) -> DiffSide:
    paragraphs = tuple(_of_lines(copy))
    return DiffSide(
        path.name,
        _year(paragraphs),
        paragraphs,
        placed=False,
        beside=sum(map(_is_beside, copy.asides)),
        path=path,
    )


def _is_beside(aside: Aside) -> bool:
    """Whether it has words of the report: the mark of a draft has none."""
    return bool(aside.text) and aside.text != DRAFT_MARK


def _of_lines(copy: Copy) -> Iterator[SnapshotParagraph]:
    """The paragraphs of any .docx: what each is shows by its number, its place and its words."""
    chapter, section = 0, 0
    last = next((at for at, line in reversed([*enumerate(copy.paragraphs)]) if _DAY.fullmatch(line.text)), -1)
    for index, paragraph in enumerate(copy.paragraphs):
        line = copy_line(paragraph)
        if line.kind is LineRank.CHAPTER:
            chapter, section = chapter + 1, 0
        elif line.kind is LineRank.SECTION:
            section += 1
        at = f"{chapter}.{section}" if section else str(chapter)
        kind = _RANKS.get(line.kind, BlockType.ITEM)
        if line.kind is LineRank.ROW:
            kind, at = BlockType.TABLE_ROW, ""
        elif not chapter or index in (last, last - 1):
            kind, at = _element(index, last, line.whole), ""
        number = line.whole[: len(line.whole) - len(line.words)] if at else ""
        words = paragraph.text if line.kind is LineRank.ROW else line.words if at else line.whole
        heading = _heading(words) if kind is BlockType.ITEM and at and number else ""
        yield SnapshotParagraph(
            "", kind, at, heading.rstrip(_END), number=number, heading_text=heading, text=words, built=words
        )


def _element(index: int, date: int, text: str) -> BlockType:
    if index == date:
        return BlockType.DATE
    if index == date - 1:
        return BlockType.SIGNATURE
    if index == 0:
        return BlockType.TITLE
    return BlockType.RECIPIENTS if index == 1 and text.endswith("\uff1a") else BlockType.OPENING


def _heading(text: str) -> str:
    """The heading that runs into a text, with its 。; "" where its first sentence is too long for one."""
    head, end, rest = text.partition(_END)
    return head + end if rest and len(head) <= _LONGEST_HEADING else ""


def _year(paragraphs: Sequence[SnapshotParagraph]) -> int:
    """The year in the title, else in whatever comes first."""
    found = (_YEAR.search(normalise_line(paragraph.text)) for paragraph in paragraphs)
    return next((int(match[0]) for match in found if match), 0)
