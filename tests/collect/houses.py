"""Makes reports in random house styles, each with what a person would read from it."""

from __future__ import annotations

import io
import random
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, NamedTuple

import docx
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Pt

from reportctl.collect.identifying import Evidence
from reportctl.model.submission import Part
from reportctl.text.numbers import chapter_number, chinese, point_number, section_number
from tests.collect.house_paper import Box, Numbering, scattered
from tests.collect.house_words import (
    AREA,
    CAUSES,
    DEPARTMENTS,
    DUTIES,
    HEADINGS,
    LEADS,
    LONG_HEADINGS,
    PLAN_TEXTS,
    PLANS,
    POINTS,
    SECTIONS,
    SHORT_NAMES,
    SHORT_TEXTS,
    SHORTCOMINGS,
    TEXTS,
    TITLES,
)

if TYPE_CHECKING:
    from reportctl.collect.identifying import Clue


class Gold(NamedTuple):
    """An item as a person reads it."""

    part: str
    section: str
    heading: str
    text: str
    points: tuple[str, ...] = ()
    cause: str = ""


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


class _Maker:
    def __init__(self, chance: random.Random) -> None:
        self.chance = chance
        pick = chance.choice
        self.style: dict[str, Any] = {
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
        self.report = Report(style=style)
        self.document = docx.Document()
        self.numbers = Numbering(self.document)
        self.chapter_count = 0
        self.section_count = 0
        self.item_count = 0
        self.box: Any = None
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

    def _at_right(self, text: str) -> None:
        if self.chance.random() < 0.2:
            self.document.add_paragraph("　" * 20 + text)
        else:
            self.document.add_paragraph(text).alignment = WD_ALIGN_PARAGRAPH.RIGHT

    def _contents(self) -> None:
        """A table of contents behind the title, of plain lines."""
        heads = [item.text for item in self.document.paragraphs if item.text.strip()[1:2] == "、"]
        first = self.document.paragraphs[0]
        for text in ("目　　录", *(f"{head}\t{number}" for number, head in enumerate(heads, 1))):
            first.insert_paragraph_before(text)
        title = first._p
        body: Any = title.getparent()
        body.insert(0, title)

    # chapters

    def _parts(self) -> list[Part]:
        parts = [Part.ACHIEVEMENTS]
        if self.chance.random() < 0.25:
            parts.append(Part.LEADERSHIP)
        parts += [Part.SHORTCOMINGS, Part.PLANS]
        if self.chance.random() < 0.1:
            parts.append(Part.OTHER)
        return parts

    def _title_of(self, part: Part) -> str:
        return self.chance.choice(TITLES[part])

    def _chapter(self, part: Part) -> None:
        style = self.style
        if part is Part.ACHIEVEMENTS:
            self._work()
        elif part is Part.OTHER:
            self._chapter_heading(self._title_of(part))
            self._text("无。")
        elif style["joined"] and part is Part.SHORTCOMINGS:
            self._chapter_heading("存在问题及下一步打算")
            self._sub_heading("存在的问题")
            self._late(part, level=3)
            self._sub_heading("下一步打算")
            self._late(Part.PLANS, level=3)
        elif style["joined"] and part is Part.PLANS:
            return
        else:
            self._plain_chapter(part)

    def _work(self) -> None:
        style = self.style
        if style["sections"] == "themes":
            for name, title in SECTIONS[:3]:
                self._chapter_heading(title)
                self._items(Part.ACHIEVEMENTS, name, style["item_form"], 2, level=2)
            return
        self._chapter_heading(self._title_of(Part.ACHIEVEMENTS))
        if self.chance.random() < 0.15:
            self._text("一年来，主要做了以下工作：")
        self._achievements()

    def _plain_chapter(self, part: Part) -> None:
        """A chapter of one part, causes within it or apart."""
        style = self.style
        if part is Part.SHORTCOMINGS and style["causes"] == "apart" and self._numbered_chapters():
            self._chapter_heading("存在的不足和原因")
            self._sub_heading("存在的不足")
            items = self._late(part, level=3, write_causes=False)
            self._sub_heading(self.chance.choice(("原因分析", "主要原因")))
            self._causes(items)
            return
        if part is Part.SHORTCOMINGS and style["box"]:
            self.box = self._open_box()
        self._chapter_heading(self._title_of(part))
        in_chapter = (
            part is Part.SHORTCOMINGS
            and style["cause_chapter"]
            and style["causes"] == "none"
            and self._numbered_chapters()
        )
        items = self._late(part, level=2)
        if in_chapter:
            self._chapter_heading("问题产生的原因")
            self._causes(items)
        self.box = None

    def _causes(self, items: list[Gold]) -> None:
        causes = self.chance.choices(CAUSES, k=len(items))
        for number, (item, cause) in enumerate(zip(items, causes, strict=True), 1):
            self._text(f"{number}.{cause}")
            self.report.items[self.report.items.index(item)] = item._replace(cause=cause)

    def _numbered_chapters(self) -> bool:
        return self.style["chapters"] in ("typed", "dot", "styled-number", "auto")

    def _chapter_heading(self, title: str) -> None:
        self.chapter_count += 1
        self.section_count = 0
        form = self.style["chapters"]
        number = chapter_number(self.chapter_count)
        if form == "typed":
            self._text(f"{number}{title}", head=True)
        elif form == "dot":
            self._text(f"{number[:-1]}.{title}", head=True)
        elif form == "auto":
            self.numbers.apply(self._text(title, head=True), 0)
        elif form in ("style", "styled-number"):
            self._styled(f"{number}{title}" if form == "styled-number" else title, 1)
        elif form == "bold":
            self._text(title, bold=len(title), head=True)
        else:
            self._text(title, head=True)

    def _sub_heading(self, title: str) -> None:
        self.section_count += 1
        self._text(f"{section_number(self.section_count)}{title}", head=True)

    def _section_heading(self, title: str) -> None:
        self.section_count += 1
        form = self.style["section_form"]
        end = self.chance.choice(("", "", "。"))
        if form == "typed":
            self._text(f"{section_number(self.section_count)}{title}{end}", head=True)
        elif form == "half":
            self._text(f"({chinese(self.section_count)}){title}", head=True)
        elif form == "auto":
            self.numbers.apply(self._text(title, head=True), 1)
        elif form == "style":
            self._styled(title, 2)
        else:
            self._text(title, bold=len(title), head=True)

    def _achievements(self) -> None:
        style = self.style
        if style["sections"] == "none":
            self._items(Part.ACHIEVEMENTS, "", style["item_form"], self.chance.randint(2, 5), level=2)
            return
        titles: tuple[tuple[str, str], ...] = SECTIONS
        if style["sections"] == "own":
            titles = tuple(
                ("", title)
                for title in (
                    "坚持党的领导，抓好统筹推进",
                    "立足本职，提升监管效能",
                    "聚焦群众，抓实法治宣传",
                )
            )
        for name, title in self.chance.sample(titles, 3):
            self._section_heading(title)
            form = style["item_form"]
            if style["section_form"] == "bold" and form == "style":
                form = "dot"
            self._items(Part.ACHIEVEMENTS, name, form, self.chance.randint(1, 3), level=3)

    def _items(self, part: Part, section: str, form: str, count: int, level: int) -> None:
        start = 1
        if self.style["continue"] and level == 3 and form != "auto":
            start, self.item_count = self.item_count + 1, self.item_count + count
        headings = self.chance.sample([*HEADINGS, *LONG_HEADINGS], count)
        for number, heading in enumerate(headings, start):
            text = self.chance.choice(TEXTS).format(self.chance.randint(2, 400), self.chance.randint(2, 90))
            points: tuple[str, ...] = ()
            if self.chance.random() < 0.3:
                points = tuple(
                    point.format(self.chance.randint(2, 60))
                    for point in self.chance.sample(POINTS, self.chance.randint(2, 3))
                )
            more = self.chance.choice(TEXTS).format(self.chance.randint(2, 400), 7)
            two = self.style["two_paragraphs"] and not points and form != "bold"
            item = Gold(part.value, section, heading, f"{text}\n\n{more}" if two else text, points)
            self.report.items.append(item)
            self._item(item, form, number, level, self.style["points"])
        if part is Part.ACHIEVEMENTS and self.style["table"]:
            self.style["table"] = False
            self._table()
        if part is Part.ACHIEVEMENTS and self.style["list_table"]:
            self.style["list_table"] = False
            table = self.document.add_table(rows=2, cols=2)
            for row in table.rows:
                row.cells[0].text, row.cells[1].text = "张某", "科员"

    def _late(self, part: Part, level: int, *, write_causes: bool = True) -> list[Gold]:
        """The shortcomings or plans."""
        chance, style = self.chance, self.style
        heads, texts = (
            (SHORTCOMINGS, SHORT_TEXTS)
            if part is Part.SHORTCOMINGS
            else (DUTIES, TEXTS)
            if part is Part.LEADERSHIP
            else (PLANS, PLAN_TEXTS)
        )
        found = []
        for heading in chance.sample(heads, min(len(heads), chance.randint(2, 4))):
            text = chance.choice(texts).format(chance.randint(2, 60), chance.randint(2, 60))
            cause = ""
            if part is Part.SHORTCOMINGS and write_causes and style["causes"] in ("inside", "paragraph"):
                cause = chance.choice(CAUSES)
            found.append(Gold(part.value, "", heading, text, (), cause))
        self.report.items += found
        if style["late"] == "numbered" or not write_causes:
            form = style["late_form"] if level == 2 else "dot"
            for number, item in enumerate(found, 1):
                self._item(item, form, number, level, "inline")
            return found
        said = [f"{chinese(number)}是{self._said(item)}" for number, item in enumerate(found, 1)]
        if style["late"] == "ordinals":
            lead = chance.choice(
                (
                    "",
                    "一年来，工作取得一定成效，但也存在一些不足："
                    if part is Part.SHORTCOMINGS
                    else "重点做好以下工作：",
                )
            )
            self._text(lead + "".join(said))
        else:
            for text in said:
                self._text(text)
        return found

    def _said(self, item: Gold) -> str:
        cause = f"{self.chance.choice(LEADS)}{item.cause}" if item.cause else ""
        return f"{item.heading}。{item.text}{cause}"

    def _item(self, item: Gold, form: str, number: int, level: int, points: str) -> None:
        inline = ""
        if points == "inline":
            inline = "".join(f"{chinese(place)}是{point}" for place, point in enumerate(item.points, 1))
        cause = f"{self.chance.choice(LEADS)}{item.cause}" if item.cause else ""
        apart = self.style["causes"] == "paragraph"
        body, _, more = item.text.partition("\n\n")
        body += inline + ("" if apart else cause)
        self._heading_and_text(item.heading, body, form, number, level)
        behind = [more]
        if points != "inline":
            for place, point in enumerate(item.points, 1):
                lead = {"own": f"{chinese(place)}是", "numbered": point_number(place)}
                behind.append(lead.get(points, chr(0x245F + place)) + point)
        if apart:
            behind.append(cause)
        for text in filter(None, behind):
            self._text(text)

    def _heading_and_text(self, heading: str, body: str, form: str, number: int, level: int) -> None:
        mark = {
            "dot": f"{number}.",
            "comma": f"{number}、",
            "wide": f"{number}．",
            "bracket": point_number(number),
            "second": section_number(number),
        }.get(form, "")
        colon = self.chance.random() < 0.1 and form != "bold"
        if form == "style":
            self._styled(heading, level)
            self._text(body)
        elif form == "bold":
            self._text(f"{heading}。{body}", bold=len(heading) + 1)
        elif self.style["run_in"]:
            said = f"{mark}{heading}{'：' if colon and len(heading) <= 20 else '。'}{body}"
            bold = len(mark) + len(heading) + 1 if self.chance.random() < 0.2 else 0
            self._numbered(self._text(said, bold=bold), form, number)
        else:
            paragraph = self._text(f"{mark}{heading}", head=True)
            self._numbered(paragraph, form, number)
            if self.style["soft"] and mark and len(heading) < 20:
                paragraph.add_run().add_break()
                paragraph.add_run(body)
            else:
                self._text(body)

    def _numbered(self, paragraph: Any, form: str, number: int) -> None:
        if form == "auto":
            self.numbers.apply(paragraph, 2, restart=number == 1)

    # paragraphs

    def _text(self, text: str, *, bold: int = 0, head: bool = False) -> Any:
        holder = self.box if self.box is not None else self.document
        paragraph = holder.add_paragraph()
        if self.style["indent"] == "format":
            paragraph.paragraph_format.first_line_indent = Pt(32)
        elif not text.startswith("　"):
            text = f"　　{text}"
            bold = bold + 2 if bold else 0
        if bold:
            paragraph.add_run(text[:bold]).bold = True
            text = text[bold:]
        if self.style["changes"] and len(text) > 12 and self.chance.random() < 0.3:
            self._changed(paragraph, text)
        else:
            for piece in scattered(text, self.chance):
                paragraph.add_run(piece)
        return paragraph

    def _changed(self, paragraph: Any, text: str) -> None:
        """Some words deleted, some inserted: read as accepted, the text is `text`."""
        paragraph.add_run(text[:6])
        marks = f'{nsdecls("w")} w:id="9" w:author="王某" w:date="2025-01-03T00:00:00Z"'
        paragraph._p.append(parse_xml(f"<w:del {marks}><w:r><w:delText>旧的说法</w:delText></w:r></w:del>"))
        paragraph._p.append(parse_xml(f"<w:ins {marks}><w:r><w:t>{text[6:10]}</w:t></w:r></w:ins>"))
        paragraph.add_run(text[10:])

    def _styled(self, text: str, level: int) -> None:
        holder = self.box if self.box is not None else self.document
        paragraph = holder.add_paragraph(text)
        paragraph.style = self.document.styles[f"Heading {level}"]

    def _open_box(self) -> Any:
        """A text box whose paragraphs are written like those of the body."""
        paragraph = self.document.add_paragraph()
        paragraph._p.append(
            parse_xml(
                f'<w:r {nsdecls("w")} xmlns:v="urn:schemas-microsoft-com:vml"><w:pict>'
                '<v:shape style="width:400pt;height:300pt">'
                "<v:textbox><w:txbxContent/></v:textbox></v:shape></w:pict></w:r>"
            )
        )
        content = paragraph._p.find(f".//{qn('w:txbxContent')}")
        return Box(self.document, content)

    def _table(self) -> None:
        table = self.document.add_table(rows=0, cols=4)
        for row in (
            ("指标", "单位", "2024年", "2023年"),
            ("评查案卷", "本", "60", "52"),
            ("培训人次", "人次", "210", "180"),
        ):
            for cell, text in zip(table.add_row().cells, row, strict=True):
                cell.text = text
