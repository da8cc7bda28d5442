"""Writes the chapters and items of a report in a house style, and keeps what a person reads from them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from reportctl.model.submission import Part
from reportctl.text.numbers import chapter_number, chinese, point_number, section_number
from tests.collect.house_paper import Paper, open_box
from tests.collect.house_words import (
    CAUSES,
    DUTIES,
    HEADINGS,
    LEADS,
    LONG_HEADINGS,
    PLAN_TEXTS,
    PLANS,
    POINTS,
    SECTIONS,
    SHORT_TEXTS,
    SHORTCOMINGS,
    TEXTS,
    TITLES,
)

if TYPE_CHECKING:
    import random


_POOLS = {
    Part.SHORTCOMINGS: (SHORTCOMINGS, SHORT_TEXTS),
    Part.LEADERSHIP: (DUTIES, TEXTS),
    Part.PLANS: (PLANS, PLAN_TEXTS),
}


class Gold(NamedTuple):
    """An item as a person reads it."""

    part: str
    section: str
    heading: str
    text: str
    points: tuple[str, ...] = ()
    cause: str = ""


class Chapters(Paper):
    """The chapters of a report; `gold` are the items that were written."""

    def __init__(self, chance: random.Random) -> None:
        super().__init__(chance)
        self.gold: list[Gold] = []
        self.chapter_count = 0
        self.section_count = 0
        self.item_count = 0

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
            self.box = open_box(self.document)
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
            self.gold[self.gold.index(item)] = item._replace(cause=cause)

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
            self.gold.append(item)
            self._item(item, form, number, level, self.style["points"])
        if part is Part.ACHIEVEMENTS and self.style.pop("table", False):
            self._table()
        if part is Part.ACHIEVEMENTS and self.style.pop("list_table", False):
            self.document.add_table(rows=1, cols=2).cell(0, 1).text = "科员"

    def _late(self, part: Part, level: int, *, write_causes: bool = True) -> list[Gold]:
        """The shortcomings or plans."""
        chance, style = self.chance, self.style
        heads, texts = _POOLS[part]
        found = []
        for heading in chance.sample(heads, min(len(heads), chance.randint(2, 4))):
            text = chance.choice(texts).format(chance.randint(2, 60), chance.randint(2, 60))
            cause = ""
            if part is Part.SHORTCOMINGS and write_causes and style["causes"] in ("inside", "paragraph"):
                cause = chance.choice(CAUSES)
            found.append(Gold(part.value, "", heading, text, (), cause))
        self.gold += found
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
        return f"{item.heading}。{item.text}" + (
            f"{self.chance.choice(LEADS)}{item.cause}" if item.cause else ""
        )

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
