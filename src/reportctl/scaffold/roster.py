"""The list of departments that an office has: a text file, one name a line, or a table (.csv)."""

from __future__ import annotations

import csv
import re
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reportctl.errors import FileError, UsageError
from reportctl.project.files import read_file
from reportctl.sources.decode import decode
from reportctl.text.days import day_of
from reportctl.text.numbers import strip_number

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator
    from pathlib import Path

_SIZE = 4 * 2**20
_LONGEST = 200  # characters: whatever is longer is a paragraph of some other text
_COLUMNS = {
    **dict.fromkeys(("name", "名称", "部门", "部门名称", "单位", "单位名称"), "name"),
    **dict.fromkeys(("aliases", "alias", "简称"), "aliases"),
    **dict.fromkeys(("due", "截止日期", "报送截止日期"), "due"),
}
_HEADER_HINT = "第一行写列名：名称、简称、截止日期（后两列可以没有），用英文逗号隔开；别的列删去"
_BETWEEN_ALIASES = re.compile("[;|,、；｜，]")
# Control characters and whatever some reader takes for the end of a line.
_UNSEEN = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ufffe\uffff]")
_UNSEEN_HINT = "一行写一个名称，中间不换行、不用制表符；有简称、截止日期的，存成 .csv"


@dataclass(frozen=True, slots=True)
class RosterLine:
    """A department of the list, and the line where it stands."""

    name: str
    line: int
    aliases: tuple[str, ...] = ()
    due: dt.date | None = None


@dataclass(frozen=True, slots=True)
class _Fault:
    line: int
    message: str
    hint: str


def read_roster(path: Path) -> tuple[RosterLine, ...]:
    """The departments in the order of the list.

    Raises:
        FileError: the file cannot be read, or is no text.
        UsageError: the list has a fault; the message names file and line.
    """
    shown = path.as_posix()
    handed = read_file(path, shown)
    if handed.finding is not None:
        raise FileError(f"{shown}：{handed.finding.message}", hint="检查 --departments 后面的路径")
    if not handed.data.strip():
        raise UsageError(f"{shown}：文件是空的", hint="一行写一个部门的名称")
    source, findings = decode(shown, handed.data, limit=_SIZE)
    if source is None:
        hint = "名单用纯文本（一行一个名称）或 .csv；在 Excel 里“另存为”选“CSV UTF-8”"
        raise FileError(f"{shown}：{findings[0].message}", hint=hint)
    return departments(shown, source.text, table=path.suffix.lower() == ".csv")


def departments(shown: str, text: str, *, table: bool = False) -> tuple[RosterLine, ...]:
    """The departments of a list's text; `shown` names it in messages.

    Raises:
        UsageError: the list has a fault.
    """
    faults: list[_Fault] = []
    listed = tuple(_rows(text, faults) if table else _lines(text))
    faults += _faults(listed)
    if not listed and not faults:
        faults.append(_Fault(1, "名单里没有部门", "一行写一个部门的名称，行首不写 #"))
    if faults:
        first, *others = sorted(faults, key=lambda fault: fault.line)
        more = f"；另有 {len(others)} 处问题" if others else ""
        raise UsageError(f"{shown}:{first.line}：{first.message}{more}", hint=first.hint)
    return listed


def _lines(text: str) -> Iterator[RosterLine]:
    """A name a line; where every line carries a number, the list was numbered and the numbers go."""
    names = [
        (number, name)
        for number, line in enumerate(re.split("\r\n|\n|\r", text), 1)
        if (name := line.strip()) and not name.startswith("#")
    ]
    numbered = len(names) > 1 and all(strip_number(name) not in (name, "") for _, name in names)
    for number, name in names:
        yield RosterLine(strip_number(name) if numbered else name, number)


def _rows(text: str, faults: list[_Fault]) -> Iterator[RosterLine]:
    """The rows of a table below its header; a table of one column needs no header."""
    rows = list(_cells(text, faults))
    if not rows:
        return
    columns = [_COLUMNS.get(cell.lower().replace(" ", ""), "") for cell in rows[0][1]]
    if any(columns):
        header, *rows = rows
        faults += _header_faults(header[0], header[1], columns)
    elif all(len(cells) == 1 for _, cells in rows):
        columns = ["name"]
    else:
        faults.append(_Fault(rows[0][0], "没有列名", _HEADER_HINT))
        return
    for line, cells in rows:
        if len(cells) > len(columns):
            faults.append(_Fault(line, "格数比列名多", "名称里有英文逗号的，给它加英文双引号"))
        row = dict(zip(columns, cells, strict=False))
        aliases = (alias.strip() for alias in _BETWEEN_ALIASES.split(row.get("aliases", "")))
        due = _date(row.get("due", ""), line, faults)
        yield RosterLine(row.get("name", ""), line, tuple(dict.fromkeys(filter(None, aliases))), due)


def _cells(text: str, faults: list[_Fault]) -> Iterator[tuple[int, list[str]]]:
    """Each row that holds something, with its first line; empty cells at its end are left out."""
    head = next((line for line in text.splitlines() if line.strip()), "")
    delimiter = next((mark for mark in ",;\t，" if mark in head), ",")
    reader = csv.reader(re.split("(?<=\n)|(?<=\r)(?!\n)", text), delimiter=delimiter)
    line = 1
    try:
        for row in reader:
            cells = [cell.strip() for cell in row]
            while cells and not cells[-1]:
                cells.pop()
            if cells and not cells[0].startswith("#"):
                yield line, cells
            line = reader.line_num + 1
    except csv.Error:
        faults.append(_Fault(line, "这一行的格式读不懂", "检查英文双引号是否成对"))


def _header_faults(line: int, cells: list[str], columns: list[str]) -> Iterator[_Fault]:
    for cell, column in zip(cells, columns, strict=True):
        if not column:
            yield _Fault(line, f"不认识的列名“{cell}”", _HEADER_HINT)
    if "name" not in columns:
        yield _Fault(line, "没有“名称”这一列", _HEADER_HINT)
    if len(set(filter(None, columns))) < len(list(filter(None, columns))):
        yield _Fault(line, "列名重复", _HEADER_HINT)


def _date(text: str, line: int, faults: list[_Fault]) -> dt.date | None:
    if not text:
        return None
    with suppress(ValueError):
        day = day_of(text)
        if day is not None:
            return day
    faults.append(_Fault(line, f"截止日期“{text}”不是日期", "写成 2024-01-10 或 2024年1月10日"))
    return None


def _faults(listed: tuple[RosterLine, ...]) -> Iterator[_Fault]:
    """What is wrong with the names: each name and alias stands for one department."""
    first: dict[str, RosterLine] = {}
    for department in listed:
        if not department.name:
            yield _Fault(department.line, "没有部门名称", "补上名称，或删去这一行")
            continue
        for word in dict.fromkeys((department.name, *department.aliases)):
            if _UNSEEN.search(word):
                yield _Fault(department.line, "名称里有换行、制表符或看不见的控制字符", _UNSEEN_HINT)
            elif len(word) > _LONGEST:
                hint = "检查是不是选错了文件：名单里一行写一个部门的名称"
                yield _Fault(department.line, f"这一行有 {len(word)} 个字，不像部门名称", hint)
            before = first.setdefault(word, department)
            if before is not department:
                message = f"“{word}”重复，第 {before.line} 行已经写过"
                yield _Fault(department.line, message, "名称、简称都不能重复：删去一个")
