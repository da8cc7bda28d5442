"""A right official document written by hand: direct formatting, automatic numbers, a table for 版记.

No style says what a paragraph is, so whoever recognises its elements does so by text, place and look.
"""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

if TYPE_CHECKING:
    from collections.abc import Mapping

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
FANGSONG, HEI, KAI, BIAOSONG, SONG = "仿宋_GB2312", "黑体", "楷体_GB2312", "方正小标宋简体", "宋体"
_SPACED = "-5"


def run(text: str, font: str = FANGSONG, size: float = 16, extra: str = "") -> str:
    """A run; a newline is a line break, a tab a tab."""
    half = round(size * 2)
    spacing = f'<w:spacing w:val="{_SPACED}"/>' if size == 16 else ""
    fonts = f'<w:rFonts w:ascii="{font}" w:hAnsi="{font}" w:eastAsia="{font}" w:cs="{font}"/>'
    body = escape(text).replace("\n", "</w:t><w:br/><w:t>").replace("\t", "</w:t><w:tab/><w:t>")
    return (
        f"<w:r><w:rPr>{fonts}{extra}{spacing}"
        f'<w:sz w:val="{half}"/><w:szCs w:val="{half}"/></w:rPr>'
        f'<w:t xml:space="preserve">{body}</w:t></w:r>'
    )


def paragraph(*runs: str, properties: str = "", line: float = 28.95, above: int = 0) -> str:
    """A paragraph on lines of `line` points, `above` twips under what stands before it."""
    space = f' w:before="{above}"' if above else ""
    spacing = f'<w:spacing{space} w:line="{round(line * 20)}" w:lineRule="exact"/>'
    order = properties.split("|") if "|" in properties else ["", properties]
    before, after = (order[0], order[1]) if len(order) > 1 else ("", order[0])
    return f'<w:p><w:pPr>{before}<w:snapToGrid w:val="0"/>{spacing}{after}</w:pPr>{"".join(runs)}</w:p>'


TEXT = '<w:ind w:firstLine="640" w:firstLineChars="200"/><w:jc w:val="both"/>'
CENTRE = '<w:jc w:val="center"/>'
BLANK = paragraph()


def text(*runs: str) -> str:
    """A paragraph of the text, two characters in."""
    return paragraph(*runs, properties=TEXT)


def numbered(level: int, *runs: str) -> str:
    """A paragraph of the text with an automatic number."""
    numbers = f'<w:numPr><w:ilvl w:val="{level - 1}"/><w:numId w:val="1"/></w:numPr>'
    return paragraph(*runs, properties=f"{numbers}|{TEXT}")


def head() -> list[str]:
    """版头, down to the red line."""
    red = '<w:color w:val="FF0000"/>'
    line = (
        '<w:pBdr><w:bottom w:val="single" w:sz="12" w:space="7" w:color="FF0000"/></w:pBdr>'
        '<w:tabs><w:tab w:val="right" w:pos="8524"/></w:tabs>|<w:ind w:left="320" w:leftChars="100"/>'
    )
    return [
        paragraph(run("000001")),
        paragraph(run("特急", HEI)),
        paragraph(run("怀化市鹤城区人民政府文件", BIAOSONG, 34, red), properties=CENTRE, line=40, above=826),
        BLANK,
        BLANK,
        paragraph(run("怀鹤政〔2024〕3号\t签发人："), run("张某某", KAI), properties=line),
        BLANK,
        BLANK,
    ]


def body() -> list[str]:
    """From the title to the closing phrase."""
    return [
        paragraph(
            run("关于鹤城区2023年度\n法治政府建设情况的报告", BIAOSONG, 22), properties=CENTRE, line=36
        ),
        BLANK,
        paragraph(run("怀化市人民政府：")),
        text(run("2023年，鹤城区坚持依法行政，扎实推进法治政府建设。现将有关情况报告如下：")),
        numbered(1, run("2023年工作开展情况", HEI)),
        numbered(2, run("加强组织领导", KAI)),
        numbered(3, run("压实责任。全年召开专题会议4次，研究“法治政府”建设事项12件。")),
        numbered(3, run("完善机制。建立清单管理、定期通报制度。")),
        numbered(4, run("编制责任清单，明确牵头单位。")),
        numbered(4, run("每季度通报一次进展。")),
        numbered(2, run("优化营商环境", KAI)),
        numbered(3, run("提升服务效能。办理事项472项，一次办结率99.2%。")),
        numbered(1, run("存在的不足", HEI)),
        numbered(2, run("队伍建设还需加强。", KAI), run("部分执法人员业务能力不足。")),
        numbered(2, run("普法实效还需提高。", KAI), run("普法形式较为单一。")),
        numbered(1, run("2024年工作安排", HEI)),
        text(run("下一步，将持续推进法治政府建设，重点抓好队伍培训。")),
        text(run("专此报告。")),
    ]


def tail() -> list[str]:
    """From 附件说明 to 附注."""
    return [
        BLANK,
        paragraph(
            run("附件：1.2023年度行政执法数据统计表"),
            properties='<w:ind w:left="1920" w:hanging="1280"/>',
        ),
        paragraph(run("2.2023年度行政复议案件情况"), properties='<w:ind w:left="1920" w:hanging="320"/>'),
        BLANK,
        paragraph(run("怀化市鹤城区人民政府"), properties='<w:ind w:right="640"/><w:jc w:val="right"/>'),
        paragraph(run("2024年1月15日"), properties='<w:ind w:right="1120"/><w:jc w:val="right"/>'),
        text(run("（联系人：李某，电话：0745-0000000）")),
    ]


def attachments() -> list[str]:
    """Two 附件, one with a table."""
    cell = '<w:tc><w:tcPr><w:tcW w:w="4400" w:type="dxa"/></w:tcPr><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:tc>'
    rows = "".join(
        f"<w:tr>{cell.format(left)}{cell.format(right)}</w:tr>"
        for left, right in (("事项", "件数"), ("处罚", "12"))
    )
    label, title = "<w:pageBreakBefore/>|", CENTRE
    return [
        paragraph(run("附件1", HEI), properties=label),
        BLANK,
        paragraph(run("2023年度行政执法数据统计表", BIAOSONG, 22), properties=title, line=36),
        f'<w:tbl><w:tblPr><w:tblW w:w="8800" w:type="dxa"/></w:tblPr><w:tblGrid/>{rows}</w:tbl>',
        paragraph(run("附件2", HEI), properties=label),
        BLANK,
        paragraph(run("2023年度行政复议案件情况", BIAOSONG, 22), properties=title, line=36),
        text(run("全年收到行政复议案件94件。")),
    ]


def imprint() -> list[str]:
    """版记 as a table with its three lines, at the foot of the page."""
    floating = (
        '<w:tblpPr w:vertAnchor="margin" w:horzAnchor="margin" w:tblpYSpec="bottom"/>'
        '<w:tblW w:w="8844" w:type="dxa"/>'
    )
    line = '<w:{} w:val="single" w:sz="{}" w:color="auto"/>'
    sides = (("top", 8), ("bottom", 8), ("insideH", 6))
    borders = f"<w:tblBorders>{''.join(line.format(*side) for side in sides)}</w:tblBorders>"
    inner = '<w:ind w:left="280" w:right="280"/>'
    rows = (
        paragraph(run("抄送：市委依法治市办，市司法局。", FANGSONG, 14), properties=inner),
        paragraph(
            run("怀化市鹤城区人民政府办公室\t2024年1月16日印发", FANGSONG, 14),
            properties=f'<w:tabs><w:tab w:val="right" w:pos="8564"/></w:tabs>|{inner}',
        ),
    )
    cells = "".join(
        f'<w:tr><w:tc><w:tcPr><w:tcW w:w="8844" w:type="dxa"/></w:tcPr>{row}</w:tc></w:tr>' for row in rows
    )
    return [
        f"<w:tbl><w:tblPr>{floating}{borders}</w:tblPr><w:tblGrid/>{cells}</w:tbl>",
        BLANK,
    ]


def field(instruction: str, shown: str) -> str:
    """A field with its result, in the page number's font."""
    fonts = f'<w:rFonts w:ascii="{SONG}" w:hAnsi="{SONG}" w:eastAsia="{SONG}"/><w:sz w:val="28"/>'
    pieces = (
        '<w:fldChar w:fldCharType="begin"/>',
        f"<w:instrText> {instruction} </w:instrText>",
        '<w:fldChar w:fldCharType="separate"/>',
        f"<w:t>{shown}</w:t>",
        '<w:fldChar w:fldCharType="end"/>',
    )
    return "".join(f"<w:r><w:rPr>{fonts}</w:rPr>{piece}</w:r>" for piece in pieces)


def footer(properties: str, shown: str) -> str:
    """A footer with the page number between two dashes."""
    number = run("— ", SONG, 14) + field("PAGE", shown) + run(" —", SONG, 14)
    return f'<w:ftr xmlns:w="{W}"><w:p><w:pPr>{properties}</w:pPr>{number}</w:p></w:ftr>'


_SECTION = (
    '<w:sectPr><w:footerReference w:type="default" r:id="rId10"/>'
    '<w:footerReference w:type="even" r:id="rId11"/>'
    '<w:pgSz w:w="11906" w:h="16838"/>'
    '<w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1588" w:header="851" w:footer="1434"/>'
    '<w:docGrid w:type="lines" w:linePitch="579"/></w:sectPr>'
)
_LEVELS = (
    ("chineseCounting", "%1、"),
    ("chineseCounting", "（%2）"),
    ("decimal", "%3."),
    ("decimal", "（%4）"),
)
_FONTS = (HEI, KAI, FANGSONG, FANGSONG)
_NUMBERING = "".join(
    f'<w:lvl w:ilvl="{place}"><w:start w:val="1"/><w:numFmt w:val="{style}"/>'
    '<w:suff w:val="nothing"/>'
    f'<w:lvlText w:val="{look}"/><w:rPr><w:rFonts w:ascii="{font}" w:hAnsi="{font}" w:eastAsia="{font}"/>'
    f'<w:sz w:val="32"/></w:rPr></w:lvl>'
    for place, ((style, look), font) in enumerate(zip(_LEVELS, _FONTS, strict=True))
)
_TYPES = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_HEADER = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def parts(blocks: list[str]) -> dict[str, str]:
    """The parts of a package with these blocks as its body."""
    names = {
        "rId1": ("styles", "styles.xml"),
        "rId2": ("numbering", "numbering.xml"),
        "rId3": ("settings", "settings.xml"),
        "rId10": ("footer", "footer1.xml"),
        "rId11": ("footer", "footer2.xml"),
    }
    related = "".join(
        f'<Relationship Id="{key}" Type="{_KIND}/{kind}" Target="{target}"/>'
        for key, (kind, target) in names.items()
    )
    package = "http://schemas.openxmlformats.org/package/2006"
    overrides = "".join(
        f'<Override PartName="/word/{target}" ContentType="{_TYPES}.{kind}+xml"/>'
        for kind, target in names.values()
    )
    return {
        "[Content_Types].xml": f'<Types xmlns="{package}/content-types"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{_TYPES}.document.main+xml"/>'
        f"{overrides}</Types>",
        "_rels/.rels": f'<Relationships xmlns="{package}/relationships"><Relationship Id="rId1" '
        f'Type="{_KIND}/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{package}/relationships">{related}'
        "</Relationships>",
        "word/document.xml": f'{_HEADER}<w:document xmlns:w="{W}" xmlns:r="{R}"><w:body>'
        f"{''.join(blocks)}{_SECTION}</w:body></w:document>",
        "word/styles.xml": f'<w:styles xmlns:w="{W}"><w:style w:type="paragraph" w:default="1" w:styleId="a">'
        f'<w:name w:val="Normal"/><w:rPr><w:sz w:val="32"/></w:rPr></w:style></w:styles>',
        "word/numbering.xml": f'<w:numbering xmlns:w="{W}"><w:abstractNum w:abstractNumId="0">{_NUMBERING}'
        '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>',
        "word/settings.xml": f'<w:settings xmlns:w="{W}"><w:evenAndOddHeaders/></w:settings>',
        "word/footer1.xml": footer('<w:ind w:right="280" w:rightChars="100"/><w:jc w:val="right"/>', "1"),
        "word/footer2.xml": footer('<w:ind w:left="280" w:leftChars="100"/>', "2"),
    }


def packed(files: Mapping[str, str | bytes], compression: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A package of these parts."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", compression) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def formal() -> bytes:
    """The whole document: 版头, 主体, 附件, 版记, 页码."""
    return packed(parts(head() + body() + tail() + attachments() + imprint()))


def plain() -> bytes:
    """Without 版头 and 版记, and without 附件."""
    unattached = [one for one in tail() if "附件" not in one and "行政复议" not in one]
    return packed(parts(body() + unattached[1:]))


def plain_with(headings: list[str]) -> bytes:
    """A document without 版头 whose text has these headings, each above a sentence."""
    opened, closed = body()[:4], body()[-1:]
    texts = [
        part
        for number, heading in enumerate(headings, 1)
        for part in (heading, text(run(f"全年办理事项{number}2件，全部按时办结。")))
    ]
    unattached = [one for one in tail() if "附件" not in one and "行政复议" not in one]
    return packed(parts([*opened, *texts, *closed, *unattached[1:]]))
