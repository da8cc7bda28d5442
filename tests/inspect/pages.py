"""Documents as other tools write them: python-docx, its own template, no styles of ours."""

from __future__ import annotations

import io
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from docx import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm, Pt, RGBColor
from PIL import Image

if TYPE_CHECKING:
    from docx.text.paragraph import Paragraph

FANGSONG, HEI, KAI, BIAOSONG, SONG = "仿宋_GB2312", "黑体", "楷体_GB2312", "方正小标宋简体", "宋体"
LINE = 28.95
SIDES = {
    "left": WD_ALIGN_PARAGRAPH.LEFT,
    "center": WD_ALIGN_PARAGRAPH.CENTER,
    "right": WD_ALIGN_PARAGRAPH.RIGHT,
    "both": WD_ALIGN_PARAGRAPH.JUSTIFY,
}


@dataclass(frozen=True)
class Look:
    """How a tool formats a paragraph; lengths in points, `line` None for single spacing."""

    font: str = FANGSONG
    size: float = 16
    align: str = "both"
    first: float = 0
    left: float = 0
    right: float = 0
    line: float | None = LINE
    before: float = 0
    after: float = 0
    color: str = ""
    bold: bool = False
    spacing: int = -5
    style: str = ""


TEXT = Look(first=32)
H1, H2 = Look(HEI, first=32), Look(KAI, first=32)
FLUSH = Look()
TITLE = Look(BIAOSONG, 22, "center", line=36, spacing=0)
MARK = Look(BIAOSONG, 42, "center", line=48, color="FF0000", spacing=0, before=99.2)
NUMBER = Look(align="center")
SIGNED = Look(align="right", right=32)
DATED = Look(align="right", right=48)
SEALED = Look(align="right", right=64)
SMALL = Look(size=14, left=14, right=14, spacing=0)


def border(paragraph: Paragraph, side: str, **values: str) -> None:
    """A line beside a paragraph: `val`, `sz`, `space`, `color`."""
    properties: Any = paragraph._p.get_or_add_pPr()
    borders = properties.find(qn("w:pBdr"))
    if borders is None:
        borders = OxmlElement("w:pBdr")
        properties.insert_element_before(
            borders, "w:shd", "w:tabs", "w:suppressAutoHyphens", "w:spacing", "w:ind", "w:jc", "w:rPr"
        )
    line = OxmlElement(f"w:{side}")
    for name, value in ({"val": "single", "sz": "12", "space": "7", "color": "FF0000"} | values).items():
        line.set(qn(f"w:{name}"), value)
    borders.append(line)


@dataclass
class Foreign:
    """A document in the making: each call adds what a tool would add."""

    margins: tuple[float, float, float, float] = (37, 26, 35, 28)
    document: Any = field(default_factory=Document)

    def __post_init__(self) -> None:
        section = self.document.sections[0]
        section.page_width, section.page_height = Mm(210), Mm(297)
        section.top_margin, section.right_margin, section.bottom_margin, section.left_margin = map(
            Mm, self.margins
        )
        section.footer_distance = Pt(71.7)
        properties = self.document.core_properties
        properties.author = properties.comments = ""

    def add(self, text: str, look: Look = TEXT, *more: tuple[str, Look]) -> Paragraph:
        """A paragraph, in one look or with more runs in looks of their own."""
        paragraph: Paragraph = self.document.add_paragraph(style=look.style or None)
        form = paragraph.paragraph_format
        form.alignment = SIDES[look.align]
        if look.line is None:
            form.line_spacing_rule = WD_LINE_SPACING.SINGLE
        else:
            form.line_spacing_rule, form.line_spacing = WD_LINE_SPACING.EXACTLY, Pt(look.line)
        form.space_before, form.space_after = Pt(look.before), Pt(look.after)
        form.first_line_indent, form.left_indent, form.right_indent = (
            Pt(length) if length else None for length in (look.first, look.left, look.right)
        )
        for words, own in ((text, look), *more):
            run(paragraph, words, own)
        return paragraph

    def blank(self, count: int = 1) -> None:
        """Empty paragraphs on the lines of the text."""
        for _ in range(count):
            self.add("", FLUSH)

    def table(self, *rows: tuple[str, ...]) -> Any:
        """A table of plain words."""
        table = self.document.add_table(0, len(rows[0]), style="Table Grid")
        for row in rows:
            for cell, text in zip(table.add_row().cells, row, strict=True):
                run(cell.paragraphs[0], text, Look(size=12, spacing=0))
        return table

    def numbers(self, *, result: bool = True, sides: bool = True, dashes: str = "—") -> None:
        """Page numbers, on odd and even pages at their sides, or centred."""
        section = self.document.sections[0]
        self.document.settings.odd_and_even_pages_header_footer = sides
        for footer, align in ((section.footer, "right"), (section.even_page_footer, "left")):
            if align == "left" and not sides:
                continue
            look = Look(SONG, 14, align if sides else "center", spacing=0)
            paragraph = footer.paragraphs[0]
            paragraph.alignment = SIDES[look.align]
            if sides:
                setattr(paragraph.paragraph_format, f"{align}_indent", Pt(14))
            run(paragraph, f"{dashes} ", look)
            page_field(paragraph, look, "1" if result else "")
            run(paragraph, f" {dashes}", look)

    def save(self) -> bytes:
        """The document as .docx."""
        buffer = io.BytesIO()
        self.document.save(buffer)
        return buffer.getvalue()


def run(paragraph: Paragraph, text: str, look: Look) -> Any:
    """A run with its fonts set for every script."""
    made = paragraph.add_run(text)
    made.font.size, made.font.name = Pt(look.size), look.font
    if look.bold:
        made.font.bold = True
    if look.color:
        made.font.color.rgb = RGBColor.from_string(look.color)
    own: Any = made._r.get_or_add_rPr()
    own.rFonts.set(qn("w:eastAsia"), look.font)
    if look.spacing:
        spacing = OxmlElement("w:spacing")
        spacing.set(qn("w:val"), str(look.spacing))
        own.append(spacing)
    return made


def page_field(paragraph: Paragraph, look: Look, result: str) -> None:
    """A PAGE field in runs of its own; without a result it has none until Word prints it."""
    pieces = [("fldChar", "begin", ""), ("instrText", "", "PAGE"), ("fldChar", "separate", "")]
    for tag, kind, text in [*pieces, ("t", "", result), ("fldChar", "end", "")]:
        if tag == "t" and not text:
            continue
        element = OxmlElement(f"w:{tag}")
        if kind:
            element.set(qn("w:fldCharType"), kind)
        element.text = text or None
        run(paragraph, "", look)._r.append(element)


def drawn(paragraph: Paragraph, width: float) -> None:
    """A red line drawn beside a paragraph, `width` millimetres long."""
    line = parse_xml(
        f'<w:r {nsdecls("w")}><w:pict><v:line xmlns:v="urn:schemas-microsoft-com:vml" from="0,0" '
        f'to="{width * 72 / 25.4:.1f}pt,0" style="position:absolute" strokecolor="#FF0000" '
        'strokeweight="3pt"/></w:pict></w:r>'
    )
    paragraph._p.append(line)


def picture() -> io.BytesIO:
    """A small picture."""
    buffer = io.BytesIO()
    Image.new("RGB", (40, 30), "red").save(buffer, "PNG")
    buffer.seek(0)
    return buffer


def styled(page: Foreign, *names: str) -> None:
    """Paragraph styles with these names, as templates have them."""
    for name in names:
        page.document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)


def framed(paragraph: Paragraph, side: str, top: int) -> None:
    """Puts a paragraph into a frame, `top` twips under the upper edge of 版心."""
    frame = parse_xml(
        f'<w:framePr {nsdecls("w")} w:w="8844" w:hAnchor="margin" w:vAnchor="margin" w:xAlign="{side}" '
        f'w:y="{top}" w:wrap="around"/>'
    )
    paragraph._p.get_or_add_pPr().insert_element_before(frame, "w:spacing", "w:ind", "w:jc")


def restyle(paragraph: Paragraph, look: Look) -> None:
    """Gives the text of a cell another look."""
    text = paragraph.text
    for old in list(paragraph.runs):
        paragraph._p.remove(old._r)
    paragraph.alignment = SIDES[look.align]
    run(paragraph, text, look)


def ruled(table: Any, **sizes: str) -> None:
    """Gives a table these lines and no others."""
    lines = "".join(f'<w:{side} w:val="single" w:sz="{size}"/>' for side, size in sizes.items())
    table.style = None
    table._tbl.tblPr.append(parse_xml(f"<w:tblBorders {nsdecls('w')}>{lines}</w:tblBorders>"))
