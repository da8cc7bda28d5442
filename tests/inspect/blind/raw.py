"""Documents written as WordprocessingML itself, each part as a program would leave it."""

from __future__ import annotations

from dataclasses import dataclass, field
from xml.sax.saxutils import escape

from tests.inspect import handmade

FANG, HEI, KAI, BIAO, SONG = "仿宋_GB2312", "黑体", "楷体_GB2312", "方正小标宋简体", "宋体"
_KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPES = "application/vnd.openxmlformats-officedocument"
NAMESPACES = (
    f'xmlns:w="{handmade.W}" xmlns:r="{handmade.R}" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:wpg="http://schemas.microsoft.com/office/word/2010/wordprocessingGroup" '
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"'
)
MARGINS = (
    'w:top="2098" w:right="1474" w:bottom="1984" w:left="1588" w:header="851" w:footer="1434" w:gutter="0"'
)
PAPER = '<w:pgSz w:w="11906" w:h="16838"/>'
LINES = '<w:docGrid w:type="lines" w:linePitch="579"/>'
EXACT = '<w:spacing w:before="0" w:after="0" w:line="579" w:lineRule="exact"/>'
TWO_IN = '<w:ind w:firstLine="640"/>'
RED = '<w:color w:val="FF0000"/>'
_TIGHT = '<w:spacing w:val="-5"/>'


def fonts(name: str) -> str:
    """One font for every script."""
    return f'<w:rFonts w:ascii="{name}" w:hAnsi="{name}" w:eastAsia="{name}" w:cs="{name}"/>'


def words(text: str) -> str:
    """What a run holds: a newline is a line break, a tab a tab."""
    shown = escape(text).replace("\n", '</w:t><w:br/><w:t xml:space="preserve">')
    shown = shown.replace("\t", '</w:t><w:tab/><w:t xml:space="preserve">')
    return f'<w:t xml:space="preserve">{shown}</w:t>'


def look(font: str = FANG, size: float = 16, more: str = "", late: str = "") -> str:
    """The properties of a run; `more` stands before its size, `late` behind it."""
    half = round(size * 2)
    spacing = _TIGHT if size == 16 and "<w:spacing" not in more else ""
    own = f'{fonts(font)}{more}{spacing}<w:sz w:val="{half}"/><w:szCs w:val="{half}"/>{late}'
    return f"<w:rPr>{own}</w:rPr>"


def r(text: str, font: str = FANG, size: float = 16, more: str = "", late: str = "") -> str:
    """A run."""
    return f"<w:r>{look(font, size, more, late)}{words(text)}</w:r>"


def p(
    *content: str, jc: str = "both", ind: str = "", spacing: str = EXACT, early: str = "", late: str = ""
) -> str:
    """A paragraph; `early` stands before its spacing, `late` behind its alignment."""
    inner = f'<w:jc w:val="{jc}"/>' if jc else ""
    own = f'{early}<w:snapToGrid w:val="0"/>{spacing}{ind}{inner}{late}'
    return f"<w:p><w:pPr>{own}</w:pPr>{''.join(content)}</w:p>"


BLANK = p()


def text(*content: str) -> str:
    """A paragraph of the text; words alone are a run."""
    return p(*(one if one.startswith("<") else r(one) for one in content), ind=TWO_IN)


def flush(words_: str, font: str = FANG, early: str = "") -> str:
    """A line that begins at the left edge."""
    return p(r(words_, font), early=early)


def h1(words_: str) -> str:
    return text(r(words_, HEI))


def h2(words_: str, rest: str = "") -> str:
    return text(r(words_, KAI), *([rest] if rest else []))


def title(words_: str, early: str = "") -> str:
    high = EXACT.replace("579", "720")
    return p(r(words_, BIAO, 22), jc="center", spacing=high, early=early)


def at_right(words_: str, points: float) -> str:
    """A line that ends so many points from the right edge."""
    return p(r(words_), jc="right", ind=f'<w:ind w:right="{round(points * 20)}"/>')


def sealed(issuer: str, date: str, wide: float) -> list[str]:
    """署名 centred over a date of this width in characters, four characters from the right."""
    return [BLANK, at_right(issuer, 64 + (wide - len(issuer)) * 8), at_right(date, 64)]


def bordered(side: str = "bottom", color: str = "FF0000", size: int = 12, space: int = 7) -> str:
    return f'<w:pBdr><w:{side} w:val="single" w:sz="{size}" w:space="{space}" w:color="{color}"/></w:pBdr>'


def head(mark: str, number: str, size: float = 34) -> list[str]:
    """版头: the mark 35 mm below 版心's upper edge, the number, the red line."""
    spacing = f'<w:spacing w:before="1984" w:line="{round(size * 23)}" w:lineRule="exact"/>'
    shown = p(r(mark, BIAO, size, RED), jc="center", spacing=spacing)
    return [shown, BLANK, BLANK, p(r(number), jc="center", early=bordered()), BLANK, BLANK]


def field_of(instruction: str, shown: str, properties: str) -> str:
    """A field of five runs."""
    pieces = (
        '<w:fldChar w:fldCharType="begin"/>',
        f'<w:instrText xml:space="preserve"> {instruction} </w:instrText>',
        '<w:fldChar w:fldCharType="separate"/>',
        words(shown),
        '<w:fldChar w:fldCharType="end"/>',
    )
    return "".join(f"<w:r>{properties}{piece}</w:r>" for piece in pieces)


def number(before: str = "— ", after: str = " —") -> str:
    """The runs of a page number."""
    own = look(SONG, 14)
    return r(before, SONG, 14) + field_of("PAGE", "1", own) + r(after, SONG, 14)


def footer_line(side: str) -> str:
    """A paragraph with the page number one character in from a side."""
    return p(number(), jc=side, ind=f'<w:ind w:{side}="280"/>', spacing="")


def table(*rows: tuple[str, ...], properties: str = "", width: int = 8844) -> str:
    """A table of cells, each its paragraphs."""
    cell = f'<w:tc><w:tcPr><w:tcW w:w="{width // len(rows[0])}" w:type="dxa"/></w:tcPr>'
    shown = "".join(f"<w:tr>{''.join(f'{cell}{one}</w:tc>' for one in row)}</w:tr>" for row in rows)
    own = (
        properties
        or "<w:tblBorders>"
        + "".join(
            f'<w:{side} w:val="single" w:sz="4" w:color="auto"/>'
            for side in ("top", "left", "bottom", "right", "insideH", "insideV")
        )
        + "</w:tblBorders>"
    )
    size = f'<w:tblW w:w="{width}" w:type="dxa"/>'
    return f"<w:tbl><w:tblPr>{size}{own}</w:tblPr><w:tblGrid/>{shown}</w:tbl>"


def cell(words_: str) -> str:
    """What stands in a cell of an ordinary table."""
    return f'<w:p><w:pPr><w:jc w:val="center"/></w:pPr>{r(words_, FANG, 12)}</w:p>'


@dataclass
class Part:
    """A part of the package that the document refers to."""

    name: str
    kind: str
    content: str | bytes
    type: str = ""


@dataclass
class Raw:
    """A document in the making: its blocks, and what stands in the other parts."""

    blocks: list[str] = field(default_factory=list)
    margins: str = MARGINS
    paper: str = PAPER
    grid: str = LINES
    section: str = ""
    kind: str = ""
    defaults: str = ""
    normal: str = '<w:rPr><w:sz w:val="32"/></w:rPr>'
    styles: str = ""
    settings: str = "<w:evenAndOddHeaders/>"
    numbering: str = ""
    footers: dict[str, str] = field(
        default_factory=lambda: {"default": footer_line("right"), "even": footer_line("left")}
    )
    headers: dict[str, str] = field(default_factory=dict)
    more: dict[str, Part] = field(default_factory=dict)

    def add(self, *blocks: str) -> Raw:
        self.blocks += blocks
        return self

    def references(self) -> str:
        """What a section says of its headers and footers."""
        return "".join(
            f'<w:{side}Reference w:type="{kind}" r:id="{side}{kind}"/>'
            for side, contents in (("header", self.headers), ("footer", self.footers))
            for kind in contents
        )

    def section_end(self, *, kind: str = "", inner: str = "", grid: str = "") -> str:
        """The properties of a section that ends, with the headers and footers set so far."""
        begins = f'<w:type w:val="{kind}"/>' if kind else ""
        own = f"{self.references()}{begins}{self.paper}<w:pgMar {self.margins}/>{inner}{grid or self.grid}"
        return f"<w:sectPr>{own}</w:sectPr>"

    def end_section(self, *, kind: str = "", inner: str = "", grid: str = "") -> Raw:
        """Ends a section with the last paragraph."""
        end = self.section_end(kind=kind, inner=inner, grid=grid)
        self.blocks[-1] = self.blocks[-1].replace("</w:pPr>", f"{end}</w:pPr>", 1)
        return self

    def save(self) -> bytes:
        files: dict[str, str | bytes] = dict(handmade.parts([]))
        for name in ("footer1", "footer2"):
            del files[f"word/{name}.xml"]
        body = f"{''.join(self.blocks)}{self.section_end(kind=self.kind, inner=self.section)}"
        files["word/document.xml"] = f"<w:document {NAMESPACES}><w:body>{body}</w:body></w:document>"
        own = f'<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/>{self.normal}'
        files["word/styles.xml"] = (
            f"<w:styles {NAMESPACES}>{self.defaults}{own}</w:style>{self.styles}</w:styles>"
        )
        files["word/settings.xml"] = f"<w:settings {NAMESPACES}>{self.settings}</w:settings>"
        if self.numbering:
            files["word/numbering.xml"] = f"<w:numbering {NAMESPACES}>{self.numbering}</w:numbering>"
        parts = dict(self.more)
        for side, tag, contents in (("header", "hdr", self.headers), ("footer", "ftr", self.footers)):
            for kind, content in contents.items():
                shown = f"<w:{tag} {NAMESPACES}>{content}</w:{tag}>"
                parts[f"{side}{kind}"] = Part(f"{side}-{kind}.xml", side, shown)
        return handmade.packed(_related(files, parts))


def _related(files: dict[str, str | bytes], parts: dict[str, Part]) -> dict[str, str | bytes]:
    package = "http://schemas.openxmlformats.org/package/2006"
    kept = {
        "rId1": ("styles", "styles.xml"),
        "rId2": ("numbering", "numbering.xml"),
        "rId3": ("settings", "settings.xml"),
    }
    related = [(name, kind, target) for name, (kind, target) in kept.items()]
    related += [(name, part.kind, part.name) for name, part in parts.items()]
    shown = "".join(
        f'<Relationship Id="{name}" Type="{_KIND}/{kind}" Target="{target}"/>'
        for name, kind, target in related
    )
    files["word/_rels/document.xml.rels"] = (
        f'<Relationships xmlns="{package}/relationships">{shown}</Relationships>'
    )
    types = {target: f"{_TYPES}.wordprocessingml.{kind}+xml" for _, kind, target in related}
    types |= {part.name: part.type for part in parts.values() if part.type}
    overrides = "".join(
        f'<Override PartName="/word/{target}" ContentType="{type_}"/>' for target, type_ in types.items()
    )
    files["[Content_Types].xml"] = (
        f'<Types xmlns="{package}/content-types"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{_TYPES}.wordprocessingml.document.main+xml"/>'
        f"{overrides}</Types>"
    )
    return files | {f"word/{part.name}": part.content for part in parts.values()}
