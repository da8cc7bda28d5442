"""Makes reports in random house styles, each with what a person would read from it."""

from __future__ import annotations

import io
import random
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Pt

from reportctl.collect.identifying import Evidence
from tests.collect.house_parts import Chapters, Gold
from tests.collect.house_words import AREA, DEPARTMENTS, SHORT_NAMES

if TYPE_CHECKING:
    from reportctl.collect.identifying import Clue


@dataclass
class Report:
    """A report: its bytes, its items, its department (in full) and the clues that come with the file."""

    data: bytes = b""
    items: list[Gold] = field(default_factory=list)
    department: str = ""
    clues: tuple[Clue, ...] = ()
    style: dict[str, Any] = field(default_factory=dict)


def make(seed: int) -> Report:
    """The report of a seed."""
    return _Maker(random.Random(seed)).report  # noqa: S311 - no secret


class _Maker(Chapters):
    def __init__(self, chance: random.Random) -> None:
        super().__init__(chance)
        pick = chance.choice
        self.style = {
            "chapters": pick(
                ("typed", "typed", "typed", "dot", "auto", "style", "bold", "styled-number", "plain")
            ),
            "sections": pick(("outline", "outline", "none", "own", "themes")),
            "section_form": pick(("typed", "half", "auto", "style", "bold")),
            "item_form": pick(("dot", "dot", "comma", "wide", "bracket", "auto", "style", "bold", "second")),
            "run_in": chance.random() < 0.75,
            "points": pick(("inline", "own", "numbered", "circled")),
            "late": pick(("numbered", "numbered", "ordinals", "own-ordinals")),
            "late_form": pick(("dot", "comma", "second", "bracket")),
            "causes": pick(("inside", "inside", "paragraph", "apart", "none")),
            "joined": chance.random() < 0.2,
            "name": pick(("title", "title", "byline", "signature", "file")),
            "indent": pick(("format", "blanks")),
            "box": chance.random() < 0.1,
            "soft": chance.random() < 0.12,
            "changes": chance.random() < 0.15,
            "contents": chance.random() < 0.12,
            "table": chance.random() < 0.2,
            "stuck": chance.random() < 0.1,
            "two_paragraphs": chance.random() < 0.15,
            "continue": chance.random() < 0.2,
            "volume": chance.random() < 0.08,
            "letterhead": chance.random() < 0.1,
            "list_table": chance.random() < 0.08,
            "cause_chapter": chance.random() < 0.08,
        }
        style = self.style
        if style["chapters"] not in ("typed", "dot", "auto", "styled-number"):
            style["sections"] = (
                pick(("outline", "none")) if style["sections"] == "themes" else style["sections"]
            )
        if style["item_form"] == "style":
            style["run_in"] = False
        if style["item_form"] == "bold":
            style["run_in"] = True
        if style["sections"] in ("outline", "own") and style["item_form"] == "second":
            style["item_form"] = "dot"
        if style["item_form"] in ("style", "bold"):
            style["points"] = pick(("inline", "own"))
        if style["points"] == "numbered" and style["item_form"] == "bracket":
            style["points"] = "own"
        self.report = Report(style=style, items=self.gold)
        self._write()

    # the document

    def _write(self) -> None:
        style, chance = self.style, self.chance
        self.report.department = chance.choice(DEPARTMENTS)
        spoken = self.report.department
        if chance.random() < 0.3:
            spoken = SHORT_NAMES.get(spoken, spoken)
        full = (
            AREA + spoken.removeprefix("县") if spoken.startswith("县") and chance.random() < 0.5 else spoken
        )
        self._front(full)
        if style["volume"] and self._numbered_chapters() and style["sections"] != "themes":
            self._text("第一部分　2024年法治政府建设工作总结", head=True)
        for part in self._parts():
            self._chapter(part)
        self._tail(full)
        if style["contents"]:
            self._contents()
        stream = io.BytesIO()
        self.document.save(stream)
        self.report.data = stream.getvalue()
        if style["name"] == "file":
            self.report.clues = ((Evidence.FILE_NAME, f"{full}2024年度法治政府建设报告.docx"),)

    def _front(self, name: str) -> None:
        chance = self.chance
        middle = chance.choice(
            ("2024年度法治政府建设情况", "2024年度推进法治政府建设工作情况的", "2024年法治政府建设工作")
        )
        title = f"{middle}{chance.choice(('报告', '总结', '工作总结', '情况报告'))}"
        if self.style["name"] == "title":
            title = f"{name}{chance.choice(('', '关于'))}{title}"
        lines = [title]
        if chance.random() < 0.25:
            cut = title.find("年") + 1
            lines = [title[:cut], title[cut:]]
        if self.style["letterhead"] and self.style["name"] == "title":
            for line in (f"{name}文件", "云司〔2025〕3号"):
                self.document.add_paragraph(line).alignment = WD_ALIGN_PARAGRAPH.CENTER
        for line in lines:
            paragraph = self.document.add_paragraph(line)
            paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
            paragraph.runs[0].bold = chance.random() < 0.5
            paragraph.runs[0].font.size = Pt(22)
        self._below_title(name)

    def _below_title(self, name: str) -> None:
        chance = self.chance
        if self.style["name"] == "byline":
            paragraph = self.document.add_paragraph(name)
            paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        if chance.random() < 0.2:
            self.document.add_paragraph("（2025年1月8日）").alignment = WD_ALIGN_PARAGRAPH.CENTER
        if chance.random() < 0.3:
            self.document.add_paragraph("")
        if chance.random() < 0.5:
            self.document.add_paragraph(
                chance.choice(("县委依法治县办：", "中共云溪县委全面依法治县委员会办公室：", "县司法局："))
            )
        if chance.random() < 0.6:
            self._text(
                "2024年，我单位坚持以习近平法治思想为指导，会同县公安局、县财政局扎实推进法治政府建设。现将有关情况报告如下："
            )

    def _tail(self, name: str) -> None:
        chance = self.chance
        if self.style["stuck"]:
            self._stuck()
        elif chance.random() < 0.3:
            self._text(chance.choice(("特此报告。", "专此报告。", "以上报告，请审阅。")))
        if chance.random() < 0.2:
            self._text("附件：1.2024年度行政执法数据统计表")
            self._text("　　　2.典型案例")
        if self.style["name"] == "signature" or (self.style["name"] != "file" and chance.random() < 0.6):
            self._at_right(name)
        if chance.random() < 0.6:
            self._at_right(chance.choice(("2025年1月8日", "二〇二五年一月八日", "2025 年 1 月 8 日")))
        if chance.random() < 0.3:
            self._text(
                chance.choice(
                    ("（联系人：李某，电话：0745-1234567）", "联系人：王某某  联系电话：13800000000")
                )
            )
        if chance.random() < 0.1:
            paragraph = self.document.add_paragraph("附件1")
            paragraph.paragraph_format.page_break_before = True
            self.document.add_paragraph("2024年度行政执法数据统计表")

    def _stuck(self) -> None:
        """The closing sticks to the last paragraph."""
        last = self.document.paragraphs[-1]
        if last.text.endswith("。") and last.text.strip() != "无。":
            last.add_run("特此报告。")

    def _contents(self) -> None:
        """A table of contents behind the title, of plain lines."""
        heads = [item.text for item in self.document.paragraphs if item.text.strip()[1:2] == "、"]
        first = self.document.paragraphs[0]
        for text in ("目　　录", *(f"{head}\t{number}" for number, head in enumerate(heads, 1))):
            first.insert_paragraph_before(text)
        title = first._p
        body: Any = title.getparent()
        body.insert(0, title)
