"""Formatting is resolved as WordprocessingML inherits it, whatever way a document takes to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from reportctl.inspect.reading import read_facts
from reportctl.inspect.reading.facts import Location
from tests.inspect import handmade
from tests.inspect.handmade import W

if TYPE_CHECKING:
    from reportctl.inspect.reading.facts import Character, Facts, Paragraph

THEME = (
    '<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:themeElements><a:fontScheme>'
    '<a:majorFont><a:latin typeface="Arial"/><a:ea typeface=""/><a:font script="Hans" typeface="黑体"/>'
    '<a:font script="Jpan" typeface="MS Gothic"/></a:majorFont>'
    '<a:minorFont><a:latin typeface="Calibri"/><a:ea typeface="等线"/></a:minorFont>'
    "</a:fontScheme></a:themeElements></a:theme>"
)
ALTERNATIVES = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'


def facts(body: str, styles: str = "", *, numbering: str = "", settings: str = "", **parts: str) -> Facts:
    """The facts of a document with this body, these styles, lists and settings."""
    files = handmade.parts([body])
    files["word/styles.xml"] = f'<w:styles xmlns:w="{W}">{styles}</w:styles>'
    if numbering:
        files["word/numbering.xml"] = f'<w:numbering xmlns:w="{W}">{numbering}</w:numbering>'
    files["word/settings.xml"] = f'<w:settings xmlns:w="{W}">{settings}</w:settings>'
    files["word/theme/theme1.xml"] = THEME
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    relationship = f'<Relationship Id="rId20" Type="{kind}/theme" Target="/word/theme/theme1.xml"/>'
    name = "word/_rels/document.xml.rels"
    files[name] = files[name].replace("</Relationships>", f"{relationship}</Relationships>")
    return read_facts(handmade.packed(files | parts))


def only(body: str, styles: str = "", *, settings: str = "") -> Paragraph:
    """The only paragraph of a document."""
    (paragraph,) = facts(body, styles, settings=settings).paragraphs
    return paragraph


def character(run: str, styles: str = "", paragraph: str = "", *, settings: str = "") -> Character:
    """How the run of a paragraph comes out."""
    body = f"<w:p><w:pPr>{paragraph}</w:pPr><w:r><w:rPr>{run}</w:rPr><w:t>字</w:t></w:r></w:p>"
    return only(body, styles, settings=settings).runs[0].character


def style(
    identity: str, content: str, kind: str = "paragraph", based_on: str = "", *, default: bool = False
) -> str:
    base = f'<w:basedOn w:val="{based_on}"/>' if based_on else ""
    mark = ' w:default="1"' if default else ""
    name = f'<w:name w:val="{identity}"/>'
    return f'<w:style w:type="{kind}" w:styleId="{identity}"{mark}>{name}{base}{content}</w:style>'


def rpr(content: str) -> str:
    return f"<w:rPr>{content}</w:rPr>"


def ppr(content: str) -> str:
    return f"<w:pPr>{content}</w:pPr>"


DEFAULTS = "<w:docDefaults><w:rPrDefault><w:rPr>{}</w:rPr></w:rPrDefault></w:docDefaults>"
BOLD = rpr("<w:b/>")
FONT = '<w:rFonts w:eastAsia="{}"/>'
P, R = '<w:pStyle w:val="{}"/>', '<w:rStyle w:val="{}"/>'


@pytest.mark.parametrize(
    ("styles", "paragraph", "run", "font"),
    [
        ("", "", "", "Times New Roman"),
        (DEFAULTS.format(FONT.format("宋体")), "", "", "宋体"),
        (
            DEFAULTS.format(FONT.format("宋体")) + style("a", rpr(FONT.format("仿宋")), default=True),
            "",
            "",
            "仿宋",
        ),
        (
            style("a", rpr(FONT.format("仿宋")), default=True) + style("b", "", based_on="a"),
            P.format("b"),
            "",
            "仿宋",
        ),
        (style("a", rpr(FONT.format("仿宋"))), P.format("a"), FONT.format("楷体"), "楷体"),
        (
            style("a", rpr(FONT.format("仿宋"))) + style("c", rpr(FONT.format("黑体")), "character"),
            P.format("a"),
            R.format("c"),
            "黑体",
        ),
        (style("c", rpr(FONT.format("黑体")), "character"), "", R.format("c") + FONT.format("楷体"), "楷体"),
        # a paragraph style is no character style, an unknown one is the default one, a circle ends
        (style("a", rpr(FONT.format("仿宋")), default=True), P.format("?"), R.format("a"), "仿宋"),
        (
            style("x", "", based_on="y") + style("y", rpr(FONT.format("黑体")), based_on="x"),
            P.format("x"),
            "",
            "黑体",
        ),
        # a theme's font beats the name beside it, and loses to a name above it
        ("", "", '<w:rFonts w:eastAsia="仿宋" w:eastAsiaTheme="minorEastAsia"/>', "等线"),
        (DEFAULTS.format('<w:rFonts w:eastAsiaTheme="minorEastAsia"/>'), "", FONT.format("仿宋"), "仿宋"),
        ("", "", '<w:rFonts w:eastAsiaTheme="majorEastAsia"/>', "黑体"),
    ],
)
def test_fonts(styles: str, paragraph: str, run: str, font: str) -> None:
    assert character(run, styles, paragraph).east_asia == font


def test_a_theme_gives_the_font_of_the_documents_language() -> None:
    run = '<w:rFonts w:eastAsiaTheme="majorEastAsia" w:asciiTheme="majorHAnsi"/>'
    found = character(run, settings='<w:themeFontLang w:eastAsia="ja-JP"/>')
    assert (found.east_asia, found.ascii) == ("MS Gothic", "Arial")


@pytest.mark.parametrize(
    ("styles", "paragraph", "run", "bold"),
    [
        ("", "", "<w:b/>", True),
        ("", "", '<w:b w:val="0"/>', False),
        ("", "", '<w:b w:val="off"/>', False),
        (style("a", rpr("<w:b/>")), P.format("a"), "", True),
        (style("a", BOLD) + style("b", rpr('<w:b w:val="0"/>'), based_on="a"), P.format("b"), "", False),
        # bold by two kinds of style at once is not bold
        (style("a", BOLD) + style("c", BOLD, "character"), P.format("a"), R.format("c"), False),
        (style("a", BOLD) + style("c", BOLD, "character"), P.format("a"), R.format("c") + "<w:b/>", True),
    ],
)
def test_toggles(styles: str, paragraph: str, run: str, bold: bool) -> None:
    assert character(run, styles, paragraph).bold is bold


def test_other_character_formatting() -> None:
    found = character(
        '<w:rFonts w:hint="eastAsia"/><w:sz w:val="32"/><w:color w:val="ff0000"/><w:u w:val="single"/><w:i/>'
        '<w:highlight w:val="yellow"/><w:strike/><w:spacing w:val="-5"/>'
    )
    assert (found.size, found.color, found.spacing, found.hint) == (16, "FF0000", -5, True)
    assert found.underlined
    assert found.italic
    assert found.struck
    assert found.highlight == "yellow"


def test_the_colour_of_a_line_draws_none() -> None:
    underlined = style("s", rpr('<w:u w:val="single"/>'))
    assert not character('<w:u w:color="000000"/>').underlined
    assert character('<w:u w:color="000000"/>', underlined, '<w:pStyle w:val="s"/>').underlined


@pytest.mark.parametrize(
    ("shading", "ground"),
    [
        ('w:val="clear" w:fill="ffff00"', "FFFF00"),
        ('w:val="pct15" w:fill="auto"', "pct15"),
        ('w:val="clear" w:fill="FFFFFF"', ""),
        ('w:val="clear" w:fill="auto"', ""),
    ],
)
def test_the_ground_behind_a_run(shading: str, ground: str) -> None:
    assert character(f"<w:shd {shading}/>").highlight == ground


@pytest.mark.parametrize(
    ("content", "alignment", "right"),
    [
        ('<w:ptab w:alignment="right" w:relativeTo="indent"/><w:t>字</w:t>', "right", 280),
        ('<w:ptab w:alignment="right" w:relativeTo="margin"/><w:t>字</w:t>', "right", 0),
        ('<w:t>字</w:t><w:ptab w:alignment="right" w:relativeTo="margin"/>', "left", 280),
    ],
)
def test_a_tab_without_a_stop_puts_a_line_aside(content: str, alignment: str, right: int) -> None:
    found = only(f'<w:p><w:pPr><w:ind w:right="280"/></w:pPr><w:r>{content}</w:r></w:p>').format
    assert (found.alignment, found.right) == (alignment, right)


def test_a_grid_may_lack_its_sign() -> None:
    grid = '<w:docGrid w:type="linesAndChars" w:linePitch="579" w:charSpace="4294966447"/>'
    assert facts(f"<w:p/><w:sectPr>{grid}</w:sectPr>").sections[0].grid.character_space == -849


@pytest.mark.parametrize(("size", "points"), [("32", 16), ("21", 10.5), ("16pt", 16), ("x", 10), ("", 10)])
def test_sizes(size: str, points: float) -> None:
    assert character(f'<w:sz w:val="{size}"/>').size == points


SIZED = '<w:r><w:rPr><w:sz w:val="32"/></w:rPr><w:t>字</w:t></w:r>'


@pytest.mark.parametrize(
    ("styles", "direct", "left", "first"),
    [
        ("", '<w:ind w:firstLine="640"/>', 0, 640),
        ("", '<w:ind w:firstLineChars="200" w:firstLine="480"/>', 0, 640),  # characters beat twips
        ("", '<w:ind w:firstLineChars="0" w:firstLine="480"/>', 0, 480),
        ("", '<w:ind w:start="320" w:hanging="320"/>', 320, -320),
        ("", '<w:ind w:left="1cm"/>', 567, 0),
        (style("a", ppr('<w:ind w:firstLineChars="200"/>')), P.format("a"), 0, 640),
        (
            style("a", ppr('<w:ind w:firstLineChars="200"/>')),
            P.format("a") + '<w:ind w:left="320"/>',
            320,
            640,
        ),
        (style("a", ppr('<w:ind w:firstLine="640"/>')), P.format("a") + '<w:ind w:hanging="200"/>', 0, -200),
        (style("a", ppr('<w:ind w:firstLine="640"/>')), P.format("a") + '<w:ind w:firstLine="0"/>', 0, 0),
    ],
)
def test_indents(styles: str, direct: str, left: int, first: int) -> None:
    found = only(f"<w:p><w:pPr>{direct}</w:pPr>{SIZED}</w:p>", styles).format
    assert (found.left, found.first_line) == (left, first)


def test_other_paragraph_formatting() -> None:
    found = only(
        '<w:p><w:pPr><w:keepNext/><w:pageBreakBefore/><w:pBdr><w:bottom w:val="single" w:sz="12" w:space="7"'
        ' w:color="FF0000"/><w:top w:val="none"/></w:pBdr><w:shd w:val="clear" w:fill="000000"/>'
        '<w:tabs><w:tab w:val="right" w:pos="8524"/><w:tab w:val="clear" w:pos="420"/></w:tabs>'
        '<w:snapToGrid w:val="0"/>'
        '<w:spacing w:beforeLines="50" w:after="100" w:line="579" w:lineRule="exact"/>'
        f'<w:jc w:val="center"/><w:outlineLvl w:val="1"/></w:pPr>{SIZED}</w:p>'
    ).format
    assert found.keep_next
    assert found.page_break_before
    assert found.bottom is not None
    assert (found.bottom.size, found.bottom.color, found.bottom.space) == (12, "FF0000", 7)
    assert found.top is None
    assert (found.fill, found.tabs, found.snap) == ("000000", (("right", 8524),), False)
    assert (found.before, found.after, found.line, found.rule) == (290, 100, 579, "exact")
    assert (found.alignment, found.outline) == ("center", 1)


def test_a_table_style_lies_under_the_paragraphs() -> None:
    styles = style("t", rpr(FONT.format("宋体") + '<w:sz w:val="28"/>'), "table") + style(
        "a", rpr('<w:sz w:val="21"/>')
    )
    cell = f"<w:tc><w:p><w:pPr>{P.format('a')}</w:pPr><w:r><w:t>字</w:t></w:r></w:p></w:tc>"
    table = f'<w:tbl><w:tblPr><w:tblStyle w:val="t"/></w:tblPr><w:tr>{cell}</w:tr></w:tbl>'
    paragraph = only(table, styles)
    found = paragraph.runs[0].character
    assert (found.east_asia, found.size) == ("宋体", 10.5)
    assert (paragraph.place, paragraph.table, paragraph.row) == (Location.TABLE, 0, 0)


def level(place: int, look: str, count: str = "decimal", more: str = "") -> str:
    return (
        f'<w:lvl w:ilvl="{place}"><w:start w:val="1"/><w:numFmt w:val="{count}"/><w:suff w:val="nothing"/>'
        f'<w:lvlText w:val="{look}"/>{more}</w:lvl>'
    )


def listed(*places: tuple[str, int]) -> str:
    return "".join(
        f'<w:p><w:pPr><w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{identity}"/></w:numPr></w:pPr></w:p>'
        for identity, depth in places
    )


def lists(levels: str, nums: str = "") -> str:
    return (
        f'<w:abstractNum w:abstractNumId="0">{levels}</w:abstractNum>'
        f'<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>{nums}'
    )


CHAPTERS = level(0, "%1、", "chineseCounting") + level(1, "（%2）", "chineseCounting") + level(2, "%1.%3")


@pytest.mark.parametrize(
    ("numbering", "body", "numbers"),
    [
        (
            lists(CHAPTERS),
            listed(("1", 0), ("1", 1), ("1", 1), ("1", 0), ("1", 1)),
            ["一、", "（一）", "（二）", "二、", "（一）"],
        ),
        (lists(CHAPTERS), listed(("1", 0), ("1", 2), ("1", 2)), ["一、", "一.1", "一.2"]),
        (
            lists(level(0, "%1、", "chineseCounting") + level(1, "%1.%2", more="<w:isLgl/>")),
            listed(("1", 0), ("1", 1)),
            ["一、", "1.1"],
        ),
        (
            lists(level(0, "%1.") + level(1, "（%2）", more='<w:lvlRestart w:val="0"/>')),
            listed(("1", 0), ("1", 1), ("1", 0), ("1", 1)),
            ["1.", "（1）", "2.", "（2）"],
        ),
        # a second list over the same levels counts on, unless it says where to start
        (
            lists(level(0, "%1."), '<w:num w:numId="2"><w:abstractNumId w:val="0"/></w:num>'),
            listed(("1", 0), ("2", 0)),
            ["1.", "2."],
        ),
        (
            lists(
                level(0, "%1."),
                '<w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0">'
                '<w:startOverride w:val="5"/></w:lvlOverride></w:num>',
            ),
            listed(("1", 0), ("2", 0), ("2", 0)),
            ["1.", "5.", "6."],
        ),
        (lists(level(0, "•", "bullet")), listed(("1", 0)), ["•"]),
        (lists(level(0, "%1.")), listed(("9", 0), ("0", 0)), ["", ""]),
    ],
)
def test_automatic_numbers(numbering: str, body: str, numbers: list[str]) -> None:
    assert [one.text for one in facts(body, numbering=numbering).paragraphs] == numbers


def test_a_style_may_bring_the_number_and_its_own_indents() -> None:
    numbering = lists(level(0, "%1.", more='<w:pPr><w:ind w:left="420" w:hanging="420"/></w:pPr>'))
    own = ppr('<w:numPr><w:numId w:val="1"/></w:numPr><w:ind w:left="0" w:firstLine="640"/>')
    (found,) = facts(
        f"<w:p><w:pPr>{P.format('a')}</w:pPr></w:p>", style("a", own), numbering=numbering
    ).paragraphs
    assert (found.text, found.format.left, found.format.first_line) == ("1.", 0, 640)
    (direct,) = facts(listed(("1", 0)), numbering=numbering).paragraphs
    assert (direct.format.left, direct.format.first_line) == (420, -420)


@pytest.mark.parametrize(
    ("content", "text", "fields"),
    [
        ("<w:r><w:t>甲</w:t><w:tab/><w:t>乙</w:t><w:br/><w:noBreakHyphen/></w:r>", "甲\t乙\n-", [""]),
        (
            (
                "<w:hyperlink><w:r><w:t>甲</w:t></w:r></w:hyperlink>"
                "<w:sdt><w:sdtPr/><w:sdtContent><w:r><w:t>乙</w:t></w:r></w:sdtContent></w:sdt>"
            ),
            "甲乙",
            [""],
        ),
        (
            (
                '<w:ins w:author="王"><w:r><w:t>甲</w:t></w:r></w:ins>'
                '<w:del w:author="王"><w:r><w:delText>乙</w:delText></w:r></w:del>'
            ),
            "甲",
            [""],
        ),
        ("<w:r><w:rPr><w:vanish/></w:rPr><w:t>甲</w:t></w:r><w:r><w:t>乙</w:t></w:r>", "乙", [""]),
        ('<w:fldSimple w:instr=" PAGE "><w:r><w:t>3</w:t></w:r></w:fldSimple>', "3", ["PAGE"]),
        (handmade.field("PAGE", "7"), "7", ["PAGE"]),
        (
            (
                '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r>'
                '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
            ),
            "1",
            ["PAGE"],
        ),
        ("<w:r><w:pgNum/></w:r>", "1", ["PAGE"]),
    ],
)
def test_text(content: str, text: str, fields: list[str]) -> None:
    found = only(f"<w:p>{content}</w:p>")
    assert found.text == text
    assert [run.field for run in found.runs] == fields


@pytest.mark.parametrize(
    ("body", "kinds"),
    [
        ('<w:p><w:ins w:author="王"><w:r/></w:ins></w:p>', ["插入"]),
        ('<w:p><w:moveFrom w:author="王"><w:r/></w:moveFrom></w:p>', ["移出"]),
        ('<w:p><w:r><w:rPr><w:rPrChange w:author="王"/></w:rPr></w:r></w:p>', ["格式"]),
        ('<w:p><w:pPr><w:pPrChange w:author="王"/></w:pPr></w:p>', ["格式"]),
        ('<w:p><w:pPr><w:rPr><w:del w:author="王"/></w:rPr></w:pPr></w:p>', ["删除"]),
        ('<w:tbl><w:tr><w:trPr><w:ins w:author="王"/></w:trPr><w:tc><w:p/></w:tc></w:tr></w:tbl>', ["插入"]),
    ],
)
def test_tracked_changes(body: str, kinds: list[str]) -> None:
    found = facts(body).changes
    assert [one.kind for one in found] == kinds
    assert {one.author for one in found} == {"王"}
    assert {one.paragraph for one in found} == {1}


BOX = "<w:txbxContent><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:txbxContent>"
NEW = (
    '<w:drawing><wp:anchor xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing">'
    '<wp:positionH><wp:align>outside</wp:align></wp:positionH><wp:extent cx="5616000" cy="0"/>'
    '<wps:wsp xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape">{}</wps:wsp></wp:anchor></w:drawing>'
)
OLD = '<w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml"><v:textbox>{}</v:textbox></v:shape></w:pict>'


def test_a_text_box_is_read_once() -> None:
    choice = f'<mc:Choice Requires="wps">{NEW.format(BOX.format("新"))}</mc:Choice>'
    fallback = f"<mc:Fallback>{OLD.format(BOX.format('旧'))}</mc:Fallback>"
    body = (
        f"<w:p {ALTERNATIVES}><w:r><mc:AlternateContent>{choice}{fallback}</mc:AlternateContent></w:r></w:p>"
    )
    found = facts(body).paragraphs
    assert [(one.text, one.place, one.box.side if one.box else "") for one in found] == [
        ("", Location.BODY, ""),
        ("新", Location.BOX, "outside"),
    ]
    old = facts(f"<w:p><w:r>{OLD.format(BOX.format('旧'))}</w:r></w:p>").paragraphs
    assert [one.text for one in old] == ["", "旧"]


SPPR = (
    '<wps:spPr xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:prstGeom prst="line"/>'
    '<a:ln w="19050"><a:solidFill><a:srgbClr val="FF0000"/></a:solidFill></a:ln></wps:spPr>'
)
VML = (
    '<w:pict><v:line xmlns:v="urn:schemas-microsoft-com:vml" from="0,0" to="442.2pt,0" strokecolor="{}"'
    ' strokeweight="1.5pt"/></w:pict>'
)


@pytest.mark.parametrize(
    ("drawing", "color", "width"),
    [
        (NEW.format(SPPR), "FF0000", 8844),
        (VML.format("red"), "FF0000", 8844),
        (VML.format("#f00"), "FF0000", 8844),
        (VML.format("black"), "000000", 8844),
    ],
)
def test_drawn_lines(drawing: str, color: str, width: int) -> None:
    (line,) = facts(f"<w:p><w:r>{drawing}</w:r></w:p>").shapes
    assert (line.color, line.width, line.thickness) == (color, width, 30)


def test_page_breaks_open_a_page() -> None:
    broken = '<w:p><w:r><w:t>甲</w:t></w:r><w:r><w:br w:type="page"/></w:r></w:p>'
    after = "<w:p><w:r><w:t>乙</w:t></w:r></w:p>"
    inside = '<w:p><w:r><w:br w:type="page"/><w:t>丙</w:t></w:r></w:p>'
    assert [one.new_page for one in facts(broken + after + inside).paragraphs] == [False, True, True]


def test_sections_inherit_footers() -> None:
    first = (
        '<w:p><w:pPr><w:sectPr><w:footerReference xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/'
        'relationships" w:type="default" r:id="rId10"/><w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>'
        '<w:pgMar w:top="1588" w:left="1984" w:gutter="100"/><w:docGrid w:linePitch="312"/>'
        "</w:sectPr></w:pPr></w:p>"
    )
    found = facts(first + "<w:p/>").sections
    assert [one.landscape for one in found] == [True, False]
    assert found[0].left == 2084
    assert found[0].grid.kind == ""
    assert found[1].grid.line_pitch == 579
    assert "even" not in found[0].footers
    assert found[0].footers["default"][0].place is Location.MARGIN


def test_the_strict_variant_reads_alike() -> None:
    files = handmade.parts(handmade.body())
    strict = {
        name: content.replace(W, "http://purl.oclc.org/ooxml/wordprocessingml/main").replace(
            handmade.R, "http://purl.oclc.org/ooxml/officeDocument/relationships"
        )
        for name, content in files.items()
    }
    assert read_facts(handmade.packed(strict)) == read_facts(handmade.packed(files))
