"""An eighth set, of what other programs leave in their files, written before inspect was asked.

WPS, Google Docs, ONLYOFFICE and Pages, templates of pandoc, mail merge, converters of PDF. What each has
wrong stands in expected.yaml.
"""

from __future__ import annotations

from tests.inspect.blind import official
from tests.inspect.blind.raw import (
    BIAO,
    BLANK,
    EXACT,
    FANG,
    HEI,
    KAI,
    MARGINS,
    PAPER,
    RED,
    SONG,
    TWO_IN,
    Part,
    Raw,
    at_right,
    bordered,
    cell,
    field_of,
    flush,
    fonts,
    footer_line,
    h1,
    head,
    look,
    number,
    p,
    r,
    sealed,
    table,
    text,
    title,
    words,
)
from tests.inspect.blind.register import Register
from tests.inspect.pages import picture

sample = Register()
OFFICE, COUNTY = "河阴县交通运输局", "河阴县人民政府"
TO = "各乡镇人民政府，县直有关单位："
NOTICE = "关于做好2025年农村公路养护工作的通知"
DAY, WIDE = "2025年9月12日", 6.5
TOLD = (
    "为做好2025年农村公路养护工作，现将有关事项通知如下。",
    "各乡镇要在10月底前完成县道、乡道和村道的路面修补，补齐缺失的标志标线，清理边沟和涵洞。",
    "县交通运输局每季度组织一次检查，检查结果作为养护补助资金分配的依据。",
)


def begun(page: Raw, name: str = NOTICE, to: str = TO) -> Raw:
    return official.begun(page, name, to)


def told(page: Raw) -> Raw:
    return page.add(text(TOLD[0]), h1("一、明确任务"), text(TOLD[1]), h1("二、加强检查"), text(TOLD[2]))


def ended(page: Raw, issuer: str = OFFICE, date: str = DAY, wide: float = WIDE) -> Raw:
    return page.add(*sealed(issuer, date, wide))


def whole(page: Raw) -> Raw:
    return ended(told(begun(page)))


def headed(page: Raw) -> Raw:
    return page.add(*head(f"{OFFICE}文件", "河交发〔2025〕41号"))


# --- what is right, in forms of other programs


@sample
def notice_of_wps_on_its_grid() -> Raw:
    """Every property said, most of them to say no; indents in characters, a grid of lines and characters."""
    page = Raw(
        grid='<w:docGrid w:type="linesAndChars" w:linePitch="579" w:charSpace="-849"/>',
        normal='<w:pPr><w:widowControl w:val="0"/><w:jc w:val="both"/></w:pPr><w:rPr><w:rFonts '
        'w:asciiTheme="minorHAnsi" w:hAnsiTheme="minorHAnsi" w:eastAsiaTheme="minorEastAsia" '
        'w:cstheme="minorBidi"/><w:kern w:val="2"/><w:sz w:val="21"/><w:szCs w:val="24"/>'
        '<w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr>',
    )
    no = (
        '<w:keepNext w:val="0"/><w:keepLines w:val="0"/><w:pageBreakBefore w:val="0"/><w:widowControl '
        'w:val="0"/>'
        '<w:kinsoku/><w:wordWrap/><w:overflowPunct/><w:topLinePunct w:val="0"/><w:autoSpaceDE/>'
        "<w:autoSpaceDN/>"
        '<w:bidi w:val="0"/><w:adjustRightInd/><w:snapToGrid/>'
    )

    def line(content: str, indent: str = "", jc: str = "both", exact: str = "579") -> str:
        spacing = f'<w:spacing w:line="{exact}" w:lineRule="exact"/>{indent}<w:jc w:val="{jc}"/>'
        return f'<w:p><w:pPr>{no}{spacing}<w:textAlignment w:val="auto"/></w:pPr>{content}</w:p>'

    def run(shown: str, font: str = FANG, size: int = 32) -> str:
        own = fonts(font).replace("<w:rFonts", '<w:rFonts w:hint="eastAsia"')
        lang = '<w:lang w:val="en-US" w:eastAsia="zh-CN"/>'
        return (
            f'<w:r><w:rPr>{own}<w:sz w:val="{size}"/><w:szCs w:val="{size}"/>{lang}</w:rPr>'
            f"{words(shown)}</w:r>"
        )

    two = '<w:ind w:firstLine="640" w:firstLineChars="200"/>'
    page.add(line(run(NOTICE, BIAO, 44), jc="center", exact="720"), line(""), line(run(TO)))
    page.add(*(line(run(one), two) for one in TOLD), line(""))
    page.add(line(run(OFFICE), '<w:ind w:right="1040" w:rightChars="325"/>', "right"))
    return page.add(line(run(DAY), '<w:ind w:right="1280" w:rightChars="400"/>', "right"))


@sample
def fonts_that_come_from_the_theme() -> Raw:
    page = Raw(
        defaults='<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:asciiTheme="minorEastAsia" '
        'w:hAnsiTheme="minorEastAsia" w:eastAsiaTheme="minorEastAsia"/><w:sz w:val="32"/></w:rPr>'
        "</w:rPrDefault></w:docDefaults>",
        normal='<w:rPr><w:spacing w:val="-5"/></w:rPr>',
    )
    major, minor = (
        f'<a:{group}Font><a:latin typeface="Calibri"/><a:ea typeface=""/><a:cs typeface=""/>'
        f'<a:font script="Jpan" typeface="ＭＳ 明朝"/><a:font script="Hans" typeface="{name}"/>'
        f"</a:{group}Font>"
        for group, name in (("major", "黑体"), ("minor", "仿宋"))
    )
    page.more["theme"] = Part(
        "theme1.xml",
        "theme",
        '<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="公文">'
        "<a:themeElements>"
        f'<a:fontScheme name="公文">{major}{minor}</a:fontScheme></a:themeElements></a:theme>',
        "application/vnd.openxmlformats-officedocument.theme+xml",
    )
    chapter = '<w:rPr><w:rFonts w:eastAsiaTheme="majorEastAsia"/></w:rPr>'
    page.add(title(NOTICE), BLANK, p(f"<w:r>{words(TO)}</w:r>"))
    page.add(*(p(f"<w:r>{words(one)}</w:r>", ind=TWO_IN) for one in TOLD))
    page.add(p(f"<w:r>{chapter}{words('一、明确任务')}</w:r>", ind=TWO_IN))
    page.add(p(f"<w:r>{words('路面修补要在10月底前完成。')}</w:r>", ind=TWO_IN))
    return ended(page)


@sample
def notice_of_google_docs_in_right_form() -> Raw:
    """All by direct formatting, empty lines beside each paragraph, numbers that begin at 1."""
    nothing = "".join(
        f'<w:{side} w:color="auto" w:space="0" w:sz="0" w:val="nil"/>'
        for side in ("top", "left", "bottom", "right", "between")
    )
    early = (
        '<w:keepNext w:val="0"/><w:keepLines w:val="0"/><w:pageBreakBefore w:val="0"/><w:widowControl '
        'w:val="1"/>'
        f'<w:pBdr>{nothing}</w:pBdr><w:shd w:fill="auto" w:val="clear"/>'
    )
    rtl = (
        '<w:b w:val="0"/><w:i w:val="0"/><w:smallCaps w:val="0"/><w:strike w:val="0"/><w:color '
        'w:val="000000"/>'
    )
    late = (
        '<w:u w:val="none"/><w:shd w:fill="auto" w:val="clear"/><w:vertAlign w:val="baseline"/>'
        '<w:rtl w:val="0"/>'
    )
    page = Raw(grid="", section='<w:pgNumType w:start="1"/>')
    page.add(p(r(NOTICE, BIAO, 22, rtl, late), jc="center", spacing=EXACT.replace("579", "720"), early=early))
    page.add(p(early=early), p(r(TO, FANG, 16, rtl, late), early=early))
    page.add(
        *(
            p(r(one, FANG, 16, rtl, late), ind='<w:ind w:left="0" w:right="0" w:firstLine="640"/>')
            for one in TOLD
        )
    )
    return ended(page)


@sample
def notice_of_pages_in_right_form() -> Raw:
    """Underlines that only have a colour, outlines that are none, text filled in black."""
    filled = '<w14:textFill><w14:solidFill><w14:srgbClr w14:val="000000"/></w14:solidFill></w14:textFill>'
    early = '<w:outline w:val="0"/><w:color w:val="000000"/>'
    late = f'<w:u w:color="000000"/><w:lang w:val="zh-TW" w:eastAsia="zh-TW"/>{filled}'
    page = Raw(
        normal='<w:pPr><w:suppressAutoHyphens w:val="0"/><w:bidi w:val="0"/></w:pPr><w:rPr><w:caps '
        'w:val="0"/>'
        '<w:dstrike w:val="0"/><w:outline w:val="0"/><w:vanish w:val="0"/><w:sz w:val="24"/><w:u '
        'w:val="none"/>'
        '<w:vertAlign w:val="baseline"/></w:rPr>'
    )
    page.add(p(r(NOTICE, BIAO, 22, early, late), jc="center", spacing=EXACT.replace("579", "720")), BLANK)
    page.add(p(r(TO, FANG, 16, early, late)))
    page.add(*(p(r(one, FANG, 16, early, late), ind=TWO_IN) for one in TOLD))
    return ended(page)


@sample
def notice_of_onlyoffice_in_right_form() -> Raw:
    """Empty runs and properties between the words, each run cut in two."""
    page = Raw()
    hollow = "<w:r><w:rPr/></w:r><w:r/>"

    def cut(shown: str, font: str = FANG, size: float = 16) -> str:
        half = len(shown) // 2
        return f"{hollow}{r(shown[:half], font, size)}{hollow}{r(shown[half:], font, size)}{hollow}"

    none = "<w:pBdr/><w:rPr/>"
    page.add(p(cut(NOTICE, BIAO, 22), jc="center", spacing=EXACT.replace("579", "720")), p(hollow))
    page.add(
        p(cut(TO), early=none),
        *(p(cut(one), ind='<w:ind w:right="0" w:firstLine="640" w:left="0"/>') for one in TOLD),
    )
    page.add(p(cut("一、明确任务", HEI), ind=TWO_IN), p(cut("路面修补要在10月底前完成。"), ind=TWO_IN))
    return ended(page)


@sample
def opinion_by_a_reference_of_pandoc() -> Raw:
    """Styles of pandoc's names made after the standard; bookmarks around the headings, lists as Compact."""
    looks = {
        "Title": (BIAO, 44, f'{EXACT.replace("579", "720")}<w:jc w:val="center"/>', "", "0"),
        "BodyText": (FANG, 32, f'{EXACT}{TWO_IN}<w:jc w:val="both"/>', "", "-5"),
        "FirstParagraph": (FANG, 32, "", "BodyText", "-5"),
        "Compact": (FANG, 32, "", "BodyText", "-5"),
        "Heading1": (HEI, 32, f'{EXACT}{TWO_IN}<w:outlineLvl w:val="0"/>', "", "-5"),
        "Heading2": (KAI, 32, f'{EXACT}{TWO_IN}<w:outlineLvl w:val="1"/>', "", "-5"),
    }
    names = {
        "BodyText": "Body Text",
        "FirstParagraph": "First Paragraph",
        "Heading1": "heading 1",
        "Heading2": "heading 2",
    }
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="{name}"><w:name w:val="{names.get(name, name)}"/>'
        + (f'<w:basedOn w:val="{base}"/>' if base else "")
        + f'<w:pPr>{properties}</w:pPr><w:rPr>{fonts(font)}<w:spacing w:val="{tight}"/><w:sz '
        f'w:val="{size}"/></w:rPr>'
        "</w:style>"
        for name, (font, size, properties, base, tight) in looks.items()
    )
    page = Raw(styles=styles)

    def put(style: str, shown: str) -> str:
        marks = ('<w:bookmarkStart w:id="20" w:name="任务"/>', '<w:bookmarkEnd w:id="20"/>')
        inner = f"<w:r>{words(shown)}</w:r>"
        around = f"{marks[0]}{inner}{marks[1]}" if style.startswith("Heading") else inner
        return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{around}</w:p>'

    page.add(put("Title", "关于加强农村公路养护的实施意见"), BLANK, flush(TO))
    page.add(put("FirstParagraph", "为加强农村公路养护，提出如下意见。"), put("Heading1", "一、总体要求"))
    page.add(
        put("FirstParagraph", TOLD[1]), put("Heading1", "二、重点任务"), put("Heading2", "（一）健全机制")
    )
    page.add(put("FirstParagraph", "建立县、乡、村三级路长制。"), put("Heading2", "（二）保障资金"))
    page.add(
        put("Compact", "1.县级财政每年安排养护资金1200万元。"), put("Compact", "2.乡镇按里程配套养护经费。")
    )
    return ended(page)


@sample
def title_and_header_by_fields() -> Raw:
    page = Raw()
    own = look(BIAO, 22)
    shown = field_of("DOCPROPERTY  标题  \\* MERGEFORMAT", NOTICE, own)
    page.add(p(shown, jc="center", spacing=EXACT.replace("579", "720")), BLANK, flush(TO))
    simple = f'<w:fldSimple w:instr=" STYLEREF  标题 ">{r(NOTICE, SONG, 9)}</w:fldSimple>'
    page.headers["default"] = page.headers["even"] = (
        f'<w:p><w:pPr><w:jc w:val="center"/></w:pPr>{simple}</w:p>'
    )
    return ended(told(page))


@sample
def plan_with_contents_that_a_notice_issues() -> Raw:
    page = begun(Raw(), "关于印发《河阴县“十五五”\n交通运输发展规划》的通知")
    page.add(text("《河阴县“十五五”交通运输发展规划》已经县人民政府同意，现印发给你们，请认真贯彻执行。"))
    ended(page)
    page.add(title("河阴县“十五五”交通运输发展规划", "<w:pageBreakBefore/>"), BLANK)
    page.add(p(r("目　　录", HEI), jc="center"))
    begin = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> TOC \\o "1-2" </w:instrText></w:r>'
    )
    stop = '<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="8834"/></w:tabs>'
    first = f'{begin}<w:r><w:fldChar w:fldCharType="separate"/></w:r>' + r("一、发展基础\t3")
    page.add(
        p(first, early=stop),
        p(r("二、主要任务\t8"), '<w:r><w:fldChar w:fldCharType="end"/></w:r>', early=stop),
    )
    page.add(p(r("一、发展基础", HEI), ind=TWO_IN, early="<w:pageBreakBefore/>"))
    page.add(text("“十四五”期间，全县新改建农村公路386公里。"), h1("二、主要任务"))
    return page.add(text("到2030年，建制村通双车道公路比例达到65%。"))


@sample
def figures_with_a_note_at_the_foot() -> Raw:
    page = begun(Raw())
    mark = (
        '<w:r><w:rPr><w:vertAlign w:val="superscript"/><w:sz w:val="32"/></w:rPr>'
        '<w:footnoteReference w:id="2"/></w:r>'
    )
    page.add(text(r("全县农村公路列养率达到100%"), mark, r("，优良中等路率达到86%。")), text(TOLD[1]))
    apart = '<w:footnote w:type="separator" w:id="0"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
    note = f"<w:p><w:r><w:footnoteRef/></w:r>{r('列养率按管养里程计算。', SONG, 9)}</w:p>"
    content = f'{apart}<w:footnote w:id="2">{note}</w:footnote>'
    names = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    page.more["notes"] = Part("footnotes.xml", "footnotes", f"<w:footnotes {names}>{content}</w:footnotes>")
    return ended(page)


@sample
def pages_that_mirror_each_other() -> Raw:
    """Bound on the inner side: 28 mm inside, 26 mm outside."""
    return whole(Raw(settings="<w:mirrorMargins/><w:evenAndOddHeaders/>"))


@sample
def smart_tags_rubies_and_soft_hyphens() -> Raw:
    page = begun(Raw())
    tag = (
        '<w:smartTag w:uri="urn:schemas-microsoft-com:office:smarttags" w:element="chsdate"><w:smartTagPr>'
        f'<w:attr w:name="Year" w:val="2025"/></w:smartTagPr>{r("2025年10月31日")}</w:smartTag>'
    )
    ruby = (
        '<w:r><w:ruby><w:rubyPr><w:rubyAlign w:val="center"/><w:hps w:val="16"/></w:rubyPr><w:rt>'
        f"<w:r>{look(SONG, 8)}<w:t>yú</w:t></w:r></w:rt><w:rubyBase>{r('嵎')}</w:rubyBase></w:ruby></w:r>"
    )
    soft = f"<w:r>{look()}<w:softHyphen/></w:r>"
    page.add(
        text(TOLD[0]), text(r("各乡镇要在"), tag, r("前完成"), ruby, r("峪村道"), soft, r("的路面修补。"))
    )
    return ended(page)


def seal(*, anchored: bool) -> str:
    """A picture of a seal, 42 mm wide, over the text or in its line."""
    size = '<wp:extent cx="1512000" cy="1512000"/>'
    inner = (
        '<wp:docPr id="3" name="印章"/><a:graphic><a:graphicData '
        'uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:blipFill><a:blip '
        'r:embed="seal"/></pic:blipFill><pic:spPr/></pic:pic></a:graphicData></a:graphic>'
    )
    if not anchored:
        return f"<w:r><w:drawing><wp:inline>{size}{inner}</wp:inline></w:drawing></w:r>"
    return (
        '<w:r><w:drawing><wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="9" '
        'behindDoc="0" locked="0" layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/>'
        '<wp:positionH relativeFrom="column"><wp:posOffset>3300000</wp:posOffset></wp:positionH>'
        '<wp:positionV relativeFrom="paragraph"><wp:posOffset>-700000</wp:posOffset></wp:positionV>'
        f"{size}<wp:wrapNone/>{inner}</wp:anchor></w:drawing></w:r>"
    )


def stamped(drawing: str) -> Raw:
    page = told(begun(Raw()))
    page.more["seal"] = Part("media/seal.png", "image", picture().getvalue(), "image/png")
    issuer, date = sealed(OFFICE, DAY, WIDE)[1:]
    return page.add(BLANK, issuer, date.replace("</w:pPr>", f"</w:pPr>{drawing}", 1))


@sample
def seal_over_the_date() -> Raw:
    return stamped(seal(anchored=True))


@sample
def attachments_that_word_numbers() -> Raw:
    level = (
        '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:suff w:val="nothing"/>'
        f'<w:lvlText w:val="%1."/><w:lvlJc w:val="left"/><w:rPr>{fonts(FANG)}<w:sz w:val="32"/></w:rPr>'
        "</w:lvl>"
    )
    page = told(
        begun(
            Raw(
                numbering=f'<w:abstractNum w:abstractNumId="4">{level}</w:abstractNum><w:num w:numId="4">'
                '<w:abstractNumId w:val="4"/></w:num>'
            )
        )
    )
    names = ("养护任务分解表", "养护检查评分表")
    own = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="4"/></w:numPr>'
    page.add(BLANK, p(r("附件："), ind='<w:ind w:firstLine="640"/>'))
    page.add(*(p(r(name), ind='<w:ind w:left="1920" w:hanging="320"/>', early=own) for name in names))
    ended(page)
    for place, name in enumerate(names, 1):
        page.add(flush(f"附件{place}", HEI, "<w:pageBreakBefore/>"), BLANK, title(name))
        page.add(
            table((cell("乡镇"), cell("里程")), (cell("北坡乡"), cell("46")), (cell("河口镇"), cell("62")))
        )
    return page


@sample
def head_in_the_header_of_the_first_page() -> Raw:
    """The paper with the red head stands in the first page's header, the text under it."""
    page = Raw(section="<w:titlePg/>", margins=MARGINS.replace('header="851"', 'header="2098"'))
    page.headers["first"] = "".join(head(f"{OFFICE}文件", "河交发〔2025〕41号"))
    page.footers["first"] = footer_line("right")
    return whole(page)


@sample
def names_in_two_columns() -> Raw:
    page = begun(Raw(), "关于表扬2024年度农村公路养护先进个人的通报")
    page.add(text("经研究，决定对马某某等6名同志予以通报表扬，名单如下："))
    page.end_section(inner='<w:cols w:num="1"/>')
    page.add(*(text(name) for name in ("马某某", "王某", "赵某某", "孙某", "李某某", "周某")))
    page.end_section(kind="continuous", inner='<w:cols w:num="2" w:space="425"/>')
    page.kind, page.section = "continuous", '<w:cols w:num="1"/>'
    page.add(text("希望受表扬的同志再接再厉，再创佳绩。"))
    return ended(page)


@sample
def numbers_by_absolute_tabs() -> Raw:
    page = whole(Raw())
    at = f'<w:r>{look(SONG, 14)}<w:ptab w:relativeTo="indent" w:alignment="{{}}" w:leader="none"/></w:r>'
    page.footers["default"] = p(
        at.format("right"), number(), jc="left", ind='<w:ind w:right="280"/>', spacing=""
    )
    return page


@sample
def first_page_with_a_footer_of_its_own() -> Raw:
    page = whole(headed(Raw(section="<w:titlePg/>")))
    page.footers["first"] = footer_line("right")
    return page


@sample
def stale_twips_beside_characters() -> Raw:
    """Indents made at another size: characters count, and what stands in twips beside them does not."""
    page = begun(Raw())
    page.add(*(p(r(one), ind='<w:ind w:firstLine="420" w:firstLineChars="200"/>') for one in TOLD))
    return ended(page)


@sample
def red_line_drawn_in_drawingml() -> Raw:
    line = (
        '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor simplePos="0" '
        'relativeHeight="2" '
        'behindDoc="0" locked="0" layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/><wp:positionH '
        'relativeFrom="margin"><wp:posOffset>0</wp:posOffset></wp:positionH><wp:positionV '
        'relativeFrom="paragraph">'
        '<wp:posOffset>511000</wp:posOffset></wp:positionV><wp:extent cx="5616000" cy="0"/>'
        "<wp:wrapNone/><wp:docPr "
        'id="5" name="直接连接符 5"/><a:graphic><a:graphicData '
        'uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:cNvCnPr/>'
        "<wps:spPr>"
        '<a:xfrm><a:off x="0" y="0"/><a:ext cx="5616000" cy="0"/></a:xfrm><a:prstGeom prst="line"/>'
        '<a:ln w="19050"><a:solidFill><a:srgbClr val="FF0000"/></a:solidFill></a:ln>'
        "</wps:spPr><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice>"
        '<mc:Fallback><w:pict><v:line from="0,40pt" to="442pt,40pt" strokecolor="red" '
        'strokeweight="1.5pt"/></w:pict>'
        "</mc:Fallback></mc:AlternateContent></w:r>"
    )
    page = Raw()
    shown = head(f"{OFFICE}文件", "河交发〔2025〕41号")
    shown[3] = p(r("河交发〔2025〕41号"), line, jc="center")
    return whole(page.add(*shown))


@sample
def decision_with_its_office_in_a_control() -> Raw:
    """Title, issuer and date in content controls that are bound to the document's properties."""
    page = Raw()

    def control(block: str, name: str) -> str:
        bound = f'<w:alias w:val="{name}"/><w:dataBinding w:xpath="/x[1]" w:storeItemID="{{0}}"/><w:text/>'
        return f"<w:sdt><w:sdtPr>{bound}</w:sdtPr><w:sdtContent>{block}</w:sdtContent></w:sdt>"

    page.add(control(title("河阴县人民政府关于\n撤销河口渡口的决定"), "标题"), BLANK, flush(TO))
    page.add(text("因河口大桥建成通车，县人民政府决定撤销河口渡口，自2025年10月1日起停止渡运。"))
    blank, issuer, date = sealed(COUNTY, DAY, WIDE)
    return page.add(blank, control(issuer, "发文机关"), control(date, "日期"))


# --- what is wrong


@sample
def draft_as_google_docs_leaves_it() -> Raw:
    """Letter-like margins of an inch, Arial of 11 points, lines of 1.15, indents by tabs, no footer."""
    page = Raw(
        grid="",
        footers={},
        settings="",
        normal='<w:rPr><w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:eastAsia="Arial"/><w:sz w:val="22"/>'
        "</w:rPr>",
        margins='w:top="1440" w:right="1440" w:bottom="1440" w:left="1440" w:header="720" w:footer="720"',
    )

    def line(shown: str, jc: str = "left", run: str = "") -> str:
        spacing = '<w:spacing w:line="276" w:lineRule="auto"/>'
        return (
            f'<w:p><w:pPr>{spacing}<w:jc w:val="{jc}"/></w:pPr><w:r><w:rPr>{run}</w:rPr>'
            f"{words(shown)}</w:r></w:p>"
        )

    page.add(line(NOTICE, "center", '<w:b/><w:sz w:val="36"/>'), line(TO), *(line(one) for one in TOLD))
    return page.add(line(OFFICE, "right"), line(DAY, "right"))


@sample
def pdf_brought_back_line_by_line() -> Raw:
    """A paragraph for each printed line, the page's number as text."""
    page = Raw(footers={}, settings="")
    begun(page)
    page.add(text("为做好2025年农村公路养护工作，现将有关事项通知如下，请各乡镇"))
    page.add(flush("结合实际认真贯彻落实，并将落实情况于每季度末报县交通运输局。"))
    page.add(text("各乡镇要在10月底前完成县道、乡道和村道的路面修补，补齐缺失的"))
    page.add(flush("标志标线，清理边沟和涵洞。"))
    ended(page)
    return page.add(BLANK, p(r("— 1 —", SONG, 14), jc="right"))


@sample
def letter_of_a_merge_before_its_data() -> Raw:
    page = Raw()
    own = look()
    page.add(title("关于缴纳2025年度养护保证金的通知"), BLANK)
    page.add(p(field_of("MERGEFIELD  单位名称", "«单位名称»", own), r("：")))
    amount = field_of("MERGEFIELD  金额", "«金额»", own)
    page.add(text(r("你单位应缴纳养护保证金"), amount, r("元，请于2025年10月31日前缴清。")))
    return ended(page)


@sample
def attachment_on_a_sheet_twice_as_large() -> Raw:
    page = told(begun(Raw()))
    page.add(BLANK, p(r("附件：养护工程项目表"), ind='<w:ind w:left="1600" w:hanging="960"/>'))
    ended(page)
    page.end_section()
    page.paper = '<w:pgSz w:w="23812" w:h="16838" w:orient="landscape"/>'
    page.margins = 'w:top="1588" w:right="2098" w:bottom="1474" w:left="1984" w:header="851" w:footer="924"'
    page.add(flush("附件", HEI), BLANK, title("养护工程项目表"))
    return page.add(
        table(*(tuple(cell(f"{name}{row}") for name in ("项目", "地点", "投资")) for row in range(3)))
    )


@sample
def seal_in_the_line_of_the_date() -> Raw:
    return stamped(seal(anchored=False))


@sample
def numbers_of_headings_as_in_a_book() -> Raw:
    page = begun(Raw())
    page.add(text(TOLD[0]), h1("1 明确任务"), text(r("1.1 修补路面", KAI)), text(TOLD[1]))
    return ended(
        page.add(text(r("1.2 清理边沟", KAI)), text("清理边沟和涵洞。"), h1("2 加强检查"), text(TOLD[2]))
    )


@sample
def three_signatories_on_one_line() -> Raw:
    page = Raw()
    marks = (OFFICE, "河阴县财政局", "河阴县发展和改革局文件")
    spacing = '<w:spacing w:before="{}" w:line="782" w:lineRule="exact"/>'
    page.add(
        *(
            p(r(name, BIAO, 30, RED), jc="center", spacing=spacing.format(0 if place else 1984))
            for place, name in enumerate(marks)
        ),
        BLANK,
        BLANK,
    )
    stop = '<w:tabs><w:tab w:val="right" w:pos="8524"/></w:tabs>'
    names = r("河交请〔2025〕6号\t签发人：") + r("郑某某　冯某　陈某某", KAI)
    page.add(p(names, ind='<w:ind w:left="320"/>', early=bordered() + stop), BLANK, BLANK)
    begun(page, "关于提前下达养护资金的请示", f"{COUNTY}：")
    page.add(
        text("为确保年底前完成养护任务，请提前下达2026年养护资金800万元。"), text("妥否，请批示。"), BLANK
    )
    page.add(p(r("河阴县交通运输局　河阴县财政局　河阴县发展和改革局"), jc="center"))
    return page.add(at_right(DAY, 64))


@sample
def paragraphs_by_line_breaks() -> Raw:
    return ended(begun(Raw()).add(text("\n".join(TOLD))))


@sample
def title_pushed_by_blanks() -> Raw:
    page = Raw()
    page.add(p(r(f"　{NOTICE}", BIAO, 22), jc="left", spacing=EXACT.replace("579", "720")), BLANK, flush(TO))
    return ended(told(page))


@sample
def words_on_a_shaded_ground_and_in_white() -> Raw:
    page = begun(Raw())
    page.add(
        text(
            r("各乡镇要在"),
            r("10月底前", late='<w:shd w:val="clear" w:color="auto" w:fill="FFFF00"/>'),
            r("完成。"),
        )
    )
    page.add(text(TOLD[1]), text(r("此处待定", more='<w:color w:val="FFFFFF"/>'), r(TOLD[2])))
    return ended(page)


@sample
def second_section_without_numbers() -> Raw:
    page = told(begun(Raw()))
    page.add(BLANK, p(r("附件：养护任务分解表"), ind='<w:ind w:left="1600" w:hanging="960"/>'))
    ended(page)
    page.end_section()
    page.footers = {}
    names = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    page.more["empty"] = Part("footer-empty.xml", "footer", f"<w:ftr {names}><w:p/></w:ftr>")
    for kind in ("default", "even"):
        shown = f"<w:ftr {names}>{footer_line('right' if kind == 'default' else 'left')}</w:ftr>"
        page.more[f"footer{kind}"] = Part(f"footer-{kind}.xml", "footer", shown)
    page.paper = (
        "".join(f'<w:footerReference w:type="{kind}" r:id="empty"/>' for kind in ("default", "even")) + PAPER
    )
    page.add(flush("附件", HEI), BLANK, title("养护任务分解表"))
    return page.add(table((cell("乡镇"), cell("里程")), (cell("北坡乡"), cell("46"))))


@sample
def spacing_in_lines_around_paragraphs() -> Raw:
    wide = (
        '<w:spacing w:beforeLines="50" w:before="290" w:afterLines="50" w:after="290" w:line="579" '
        'w:lineRule="exact"/>'
    )
    return ended(begun(Raw()).add(*(p(r(one), ind=TWO_IN, spacing=wide) for one in TOLD)))


@sample
def label_and_title_of_an_attachment_on_one_line() -> Raw:
    page = told(begun(Raw()))
    page.add(BLANK, p(r("附件：1.养护任务分解表"), ind='<w:ind w:left="1920" w:hanging="1280"/>'))
    page.add(p(r("2.养护检查评分表"), ind='<w:ind w:left="1920" w:hanging="320"/>'))
    ended(page)
    for place, name in enumerate(("养护任务分解表", "养护检查评分表"), 1):
        page.add(flush(f"附件{place}：{name}", HEI, "<w:pageBreakBefore/>"), BLANK)
        page.add(table((cell("乡镇"), cell("里程")), (cell("北坡乡"), cell("46"))))
    return page


@sample
def changes_kept_in_the_date() -> Raw:
    page = told(begun(Raw()))
    own = 'w:id="{}" w:author="审核" w:date="2025-09-10T08:00:00Z"'
    gone = f"<w:del {own.format(31)}><w:r>{look()}<w:delText>0</w:delText></w:r></w:del>"
    new = f"<w:ins {own.format(32)}>{r('2')}</w:ins>"
    _, issuer, _ = sealed(OFFICE, DAY, WIDE)
    date = p(r("2025年9月1"), gone, new, r("日"), jc="right", ind='<w:ind w:right="1280"/>')
    return page.add(BLANK, issuer, date)


@sample
def report_headed_and_dated_at_the_left() -> Raw:
    page = Raw().add(*head(f"{OFFICE}文件", "河交报〔2025〕9号"))
    begun(page, "关于2025年上半年农村公路养护工作情况的报告", f"{COUNTY}：")
    page.add(
        text("上半年，全县完成路面修补12.6万平方米，现将有关情况报告如下。"),
        h1("一、主要做法"),
        text("落实三级路长制。"),
    )
    page.add(text("特此报告。"), BLANK)
    return page.add(flush(OFFICE), flush(DAY))
