"""Moves a report.yaml to another year: dates, years that stand in texts, and what holds for one year only."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING

from reportctl.model.keys import REPORT
from reportctl.scaffold.rewriting import Rewriting
from reportctl.scaffold.wording import Language, remark
from reportctl.sources.events import Branch

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reportctl.model.files import ReportFile
    from reportctl.model.report import Report
    from reportctl.sources import Path
    from reportctl.sources.events import Node

_TITLE = re.compile("《[^》]*》")
_DAY = re.compile(r"(\d{4})([-/.年])(\d{1,2})([-/.月])(\d{1,2})")
_DOCUMENT = REPORT.below["document"].names
_SCHEMA_LINE = re.compile(r"# yaml-language-server:[^\r\n]*(?:\r\n|\n|\r)")
_NOTES = re.compile(r"^# 由\d{4}年度的项目生成[^\r\n]*(?:\r?\n#   · [^\r\n]*)*(?:\r?\n)*", re.MULTILINE)


def language_of(root: Node) -> Language:
    """The language of the keys of a report.yaml, given by the root of its tree."""
    keys = root.keys if isinstance(root, Branch) else None
    return Language.CHINESE if REPORT.names["year"] in (keys or ()) else Language.ENGLISH


class Move:
    """One report.yaml on its way to another year; `notes` say what a person has to look over."""

    def __init__(self, report: ReportFile, year: int) -> None:
        self._report = report.report
        self._source = report.source.text
        self._root = report.yaml.root
        self._edit = Rewriting(report.yaml)
        self._year = year
        self.notes: list[str] = []
        self._edit.replace(("year",), str(year))
        if year != self._report.year:
            self._move_years()
            self._move_dates()
        self._drop_number("document", self._report.document.number, "发文字号")
        self._drop_number("notice", self._report.notice.number, "通知的发文字号")
        self._drop_attachments()
        if self._report.document.signatory:
            self.notes.append(f"签发人仍是{'、'.join(self._report.document.signatory)}")

    def rename(self, area: str) -> None:
        """Give the report another area, a YAML scalar."""
        self._edit.replace(("area",), area)

    def spell(self, language: Language | None) -> Language:
        """Write the keys in a language; without one they stay, and the language that they are in is told."""
        if language is None:
            return language_of(self._root)
        self._edit.spell(REPORT, language)
        return language

    def remember(self, folder: str, language: Language) -> None:
        """Say where last year's submissions lie in the new project; "" where it has none."""
        path = ("last_year",)
        if self._report.last_year:
            self._edit.replace(path, folder or '""')
        elif folder:
            key = language.pick(path[0], REPORT.names[path[0]])
            self._edit.add(("year",), key, folder, "上年各部门的材料，检查时比对有没有照抄")

    def text(self, schema: str) -> str:
        """The moved text; `schema` becomes its first line, where none tells an editor how to check it."""
        end_of_line = "\r\n" if "\r\n" in self._source else "\n"
        ask = "，下列各项请核对：" if self.notes else ""
        head = [f"# 由{self._report.year}年度的项目生成{ask}"]
        head += [f"#   · {remark(note)}" for note in self.notes]
        line = _SCHEMA_LINE.match(self._source)
        if line is None:
            head.insert(0, schema)
        for old in _NOTES.finditer(self._source):
            self._edit.cut(*old.span())
        self._edit.insert(line.end() if line else 0, end_of_line.join([*head, "", ""]))
        return self._edit.text

    def _move_years(self) -> None:
        """The year reported on and the next, where they are written out: 2023年, and not in 2021—2023年."""
        old, by = self._report.year, self._year - self._report.year
        pattern = re.compile(rf"(?<![0-9—–~～至到-])(?:{old}|{old + 1})(?=[年])")
        moved: dict[str, None] = {}
        for label, path in _texts(self._report):
            value = self._edit.value(path)
            named = [range(*title.span()) for title in _TITLE.finditer(value)]
            for found in pattern.finditer(value):
                if any(found.start() in title for title in named):
                    continue
                if self._edit.replace_within(path, *found.span(), str(int(found.group()) + by)):
                    moved[label] = None
        if moved:
            change = f"{old}年→{old + by}年，{old + 1}年→{old + 1 + by}年"
            self.notes.append(f"{'、'.join(moved)}里写明的年份改了（{change}），请通读一遍")

    def _move_dates(self) -> None:
        by = self._year - self._report.year
        moved = False
        for path in _dates(self._report):
            found = _DAY.match(self._edit.value(path))
            if found:
                rest = self._edit.value(path)[found.end() :]
                self._edit.replace(path, f"{_moved(found, by)}{rest}")
                moved = True
        if moved:
            self.notes.append(f"日期都{'推后' if by > 0 else '提前'}了 {abs(by)} 年")

    def _drop_number(self, holder: str, number: str, called: str) -> None:
        if number:
            self._edit.replace((holder, "number"), '""')
            self.notes.append(f"{called}空着等填（上年是{number}）")

    def _drop_attachments(self) -> None:
        attachments = self._report.document.attachments
        if attachments:
            self._edit.comment_out(("document", "attachments"))
            titles = "、".join(attachment.title for attachment in attachments)
            self.notes.append(f"上年的附件没有带过来：{titles}")


def _texts(report: Report) -> Iterator[tuple[str, Path]]:
    """Every text that may have a year written out, with what a person calls it."""
    for name in ("title", "opening", "closing", "note"):
        yield _DOCUMENT[name], ("document", name)
    for index in range(len(report.document.title_lines)):
        yield _DOCUMENT["title"], ("document", "title_lines", index)
    for index, chapter in enumerate(report.outline):
        yield REPORT.names["outline"], ("outline", index, "title")
        for number in range(len(chapter.sections)):
            yield REPORT.names["outline"], ("outline", index, "sections", number, "title")
    yield REPORT.below["output"].names["name"], ("output", "name")


def _dates(report: Report) -> Iterator[Path]:
    yield from (("document", name) for name in ("date", "printed_on"))
    yield ("notice", "date")
    yield from (("deadlines", name) for name in REPORT.below["deadlines"].names)
    yield from (("departments", index, "due") for index in range(len(report.departments)))


def _moved(found: re.Match[str], by: int) -> str:
    """The same day of another year, written in the same way; 29 February becomes the 28th."""
    year, month, day = int(found[1]) + by, found[3], found[5]
    try:
        dt.date(year, int(month), int(day))
    except ValueError:
        day = "28"
    return f"{year}{found[2]}{month}{found[4]}{day}"
