"""Writes paragraphs as offices do, with what python-docx lacks: text boxes, automatic numbers, changes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import docx
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Pt

if TYPE_CHECKING:
    import random


class Box:
    """The inside of a text box as something that paragraphs are added to."""

    def __init__(self, document: Any, content: Any) -> None:
        self._document = document
        self._content = content

    def add_paragraph(self, text: str = "") -> Any:
        paragraph = self._document.add_paragraph(text)
        self._content.append(paragraph._p)
        return paragraph


def open_box(document: Any) -> Box:
    """A text box whose paragraphs are written like those of the body."""
    paragraph = document.add_paragraph()
    paragraph._p.append(
        parse_xml(
            f'<w:r {nsdecls("w")} xmlns:v="urn:schemas-microsoft-com:vml"><w:pict>'
            '<v:shape style="width:400pt;height:300pt">'
            "<v:textbox><w:txbxContent/></v:textbox></v:shape></w:pict></w:r>"
        )
    )
    content = paragraph._p.find(f".//{qn('w:txbxContent')}")
    return Box(document, content)


class Numbering:
    """Automatic numbers 一、 （一） 1. in three levels; `chapter` is the label of the first."""

    def __init__(self, document: Any, chapter: str = "%1、") -> None:
        self._root = document.part.numbering_part.element
        formats = (
            ("chineseCountingThousand", chapter),
            ("chineseCountingThousand", "（%2）"),
            ("decimal", "%3."),
        )
        levels = "".join(
            f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:suff w:val="nothing"/>'
            f'<w:lvlText w:val="{text}"/></w:lvl>'
            for level, (form, text) in enumerate(formats)
        )
        abstract = parse_xml(f'<w:abstractNum {nsdecls("w")} w:abstractNumId="90">{levels}</w:abstractNum>')
        self._root.insert(0, abstract)
        self._last = 90
        self._add()

    def _add(self, start: int | None = None) -> None:
        override = (
            f'<w:lvlOverride w:ilvl="{start}"><w:startOverride w:val="1"/></w:lvlOverride>'
            if start is not None
            else ""
        )
        self._last += 1
        self._root.append(
            parse_xml(
                f'<w:num {nsdecls("w")} w:numId="{self._last}">'
                f'<w:abstractNumId w:val="90"/>{override}</w:num>'
            )
        )

    def apply(self, paragraph: Any, level: int, *, restart: bool = False) -> None:
        if restart:
            self._add(level)
        number = self._last if level == 2 else 91
        paragraph._p.get_or_add_pPr().append(
            parse_xml(
                f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'
            )
        )


def scattered(text: str, chance: random.Random) -> list[str]:
    """The text in one run, or in several, as Word leaves it after some editing."""
    if chance.random() < 0.7 or len(text) < 8:
        return [text]
    cut = chance.randint(1, len(text) - 1)
    return [text[:cut], text[cut:]]


class Paper:
    """A document in one house style."""

    def __init__(self, chance: random.Random) -> None:
        self.chance = chance
        self.style: dict[str, Any] = {}
        self.document = docx.Document()
        self.numbers = Numbering(self.document)
        self.box: Any = None

    def _at_right(self, text: str) -> None:
        if self.chance.random() < 0.2:
            self.document.add_paragraph("　" * 20 + text)
        else:
            self.document.add_paragraph(text).alignment = WD_ALIGN_PARAGRAPH.RIGHT

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

    def _table(self) -> None:
        table = self.document.add_table(rows=0, cols=4)
        for row in (
            ("指标", "单位", "2024年", "2023年"),
            ("评查案卷", "本", "60", "52"),
            ("培训人次", "人次", "210", "180"),
        ):
            for cell, text in zip(table.add_row().cells, row, strict=True):
                cell.text = text
