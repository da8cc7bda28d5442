"""A ninth set, of rarer forms, written after the eighth was mended and again before inspect was asked.

What each has wrong stands in expected.yaml.
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
    h2,
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
OFFICE, COUNTY = "南岭县生态环境局", "南岭县人民政府"
TO = "各乡镇人民政府，县直有关单位："
NOTICE = "关于开展2025年入河排污口排查的通知"
MARK, NUMBER = f"{OFFICE}文件", "南环发〔2025〕18号"
DAY, WIDE = "2025年4月15日", 6.5
TOLD = (
    "为掌握入河排污口底数，决定开展2025年入河排污口排查，现将有关事项通知如下。",
    "排查范围为漓水、白水两条河流干流及其一级支流，排查对象为所有直接或者间接向河流排放污水的口门。",
    "各乡镇要在6月底前完成排查，逐口登记位置、来源和水质，并报县生态环境局。",
)
HIGH = EXACT.replace("579", "720")


def begun(page: Raw, name: str = NOTICE, to: str = TO) -> Raw:
    return official.begun(page, name, to)


def told(page: Raw) -> Raw:
    return page.add(text(TOLD[0]), h1("一、排查范围"), text(TOLD[1]), h1("二、工作要求"), text(TOLD[2]))


def ended(page: Raw, issuer: str = OFFICE, date: str = DAY, wide: float = WIDE) -> Raw:
    return page.add(*sealed(issuer, date, wide))


def whole(page: Raw) -> Raw:
    return ended(told(begun(page)))


def headed(page: Raw, code: str = NUMBER, mark: str = MARK) -> Raw:
    return page.add(*head(mark, code))


def signed_for(page: Raw, code: str, name: str) -> Raw:
    """The head of what goes upwards: the number on the left, 签发人 on the right of its line."""
    return page.add(*official.upwards(MARK, code, name, 34).blocks)


def imprint(copies: str, printed: str = f"{OFFICE}办公室\t2025年4月16日印发") -> list[str]:
    return official.imprint(copies, printed)


def attached(page: Raw, *names: str, order: tuple[int, ...] = (), early: str = "<w:pageBreakBefore/>") -> Raw:
    """附件说明, the end, and each 附件 with a table; `order` counts those that follow."""
    official.listed(page, *names)
    ended(page)
    for place in order or range(1, len(names) + 1):
        label = f"附件{place}" if len(names) > 1 else "附件"
        page.add(flush(label, HEI, early), BLANK, title(names[place - 1]))
        page.add(table((cell("河流"), cell("数量")), (cell("漓水"), cell("36")), (cell("白水"), cell("21"))))
    return page


# --- what is right


@sample
def opinion_sent_upwards_with_its_signatory() -> Raw:
    page = signed_for(Raw(), "南环报〔2025〕4号", "罗某某")
    begun(page, "关于加强饮用水水源保护的意见", f"{COUNTY}：")
    page.add(
        text("为保障饮用水安全，现提出如下意见。"), h1("一、划定保护区"), text("6月底前完成保护区勘界立标。")
    )
    page.add(h1("二、整治污染源"), text("以上意见如无不妥，请批转各乡镇执行。"))
    return ended(page)


@sample
def joint_issuers_in_the_middle_of_tabs() -> Raw:
    page = Raw()
    spacing = '<w:spacing w:before="{}" w:line="782" w:lineRule="exact"/>'
    for place, name in enumerate((OFFICE, "南岭县水利局文件")):
        page.add(p(r(name, BIAO, 34, RED), jc="center", spacing=spacing.format(0 if place else 1984)))
    page.add(BLANK, BLANK, p(r(NUMBER), jc="center", early=bordered()), BLANK, BLANK)
    told(begun(page))
    stops = '<w:tabs><w:tab w:val="center" w:pos="2900"/><w:tab w:val="center" w:pos="6524"/></w:tabs>'
    page.add(BLANK, p(r(f"\t{OFFICE}\t南岭县水利局"), jc="left", early=stops))
    return page.add(at_right(DAY, 64))


@sample
def attachment_whose_title_takes_two_lines() -> Raw:
    name = "漓水流域入河排污口排查登记情况汇总表"
    page = told(begun(Raw()))
    page.add(BLANK, p(r(f"附件：{name}"), ind='<w:ind w:left="1600" w:hanging="960"/>'))
    ended(page).add(
        flush("附件", HEI, "<w:pageBreakBefore/>"), BLANK, title("漓水流域入河排污口\n排查登记情况汇总表")
    )
    return page.add(table((cell("河流"), cell("数量")), (cell("漓水"), cell("36"))))


def levels(*shown: tuple[str, str, str]) -> str:
    """A list of these levels: (format, text, what ends the number)."""
    made = "".join(
        f'<w:lvl w:ilvl="{place}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:suff w:val="{end}"/>'
        f'<w:lvlText w:val="{look_}"/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="0" '
        'w:firstLine="640"/></w:pPr>'
        f'<w:rPr>{fonts(FANG)}<w:sz w:val="32"/></w:rPr></w:lvl>'
        for place, (form, look_, end) in enumerate(shown)
    )
    return (
        f'<w:abstractNum w:abstractNumId="7">{made}</w:abstractNum><w:num w:numId="7">'
        '<w:abstractNumId w:val="7"/></w:num>'
    )


def counted(level: int, shown: str) -> str:
    """A paragraph with a number of Word's."""
    return p(r(shown), early=f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="7"/></w:numPr>', ind=TWO_IN)


@sample
def points_that_word_counts_under_typed_chapters() -> Raw:
    page = begun(Raw(numbering=levels(("decimal", "%1.", "nothing"), ("decimal", "（%2）", "nothing"))))
    page.add(text(TOLD[0]), h1("一、排查内容"))
    page.add(counted(0, "排污口的位置。"), counted(1, "记录经纬度。"), counted(1, "拍摄现场照片。"))
    page.add(counted(0, "排污口的来源。"), counted(1, "查明排污单位。"))
    return ended(page.add(h1("二、工作要求"), text(TOLD[2])))


@sample
def table_of_merged_and_turned_cells() -> Raw:
    page = told(begun(Raw()))
    turned = (
        '<w:tcPr><w:tcW w:w="900" w:type="dxa"/><w:vMerge w:val="restart"/><w:textDirection '
        'w:val="tbRlV"/></w:tcPr>'
    )
    goes_on = '<w:tcPr><w:tcW w:w="900" w:type="dxa"/><w:vMerge/></w:tcPr>'
    wide = '<w:tcPr><w:tcW w:w="7944" w:type="dxa"/><w:gridSpan w:val="2"/></w:tcPr>'
    rows = (
        f"<w:tr><w:tc>{turned}{cell('排查进度')}</w:tc><w:tc>{wide}{cell('完成情况')}</w:tc></w:tr>"
        f"<w:tr><w:tc>{goes_on}<w:p/></w:tc><w:tc>{cell('漓水')}</w:tc><w:tc>{cell('36')}</w:tc></w:tr>"
    )
    page.add(f'<w:tbl><w:tblPr><w:tblW w:w="8844" w:type="dxa"/></w:tblPr><w:tblGrid/>{rows}</w:tbl>')
    return ended(page.add(text("请各乡镇对照进度抓好落实。")))


@sample
def formula_in_the_text_and_a_note_at_the_end() -> Raw:
    page = begun(Raw())
    math = "http://schemas.openxmlformats.org/officeDocument/2006/math"
    formula = f'<m:oMath xmlns:m="{math}"><m:r><m:t>Q=A×v</m:t></m:r></m:oMath>'
    mark = (
        '<w:r><w:rPr><w:vertAlign w:val="superscript"/><w:sz w:val="32"/></w:rPr><w:endnoteReference '
        'w:id="2"/></w:r>'
    )
    page.add(
        text(TOLD[0]), text(r("排放流量按"), formula, r("计算"), mark, r("，保留两位小数。")), text(TOLD[2])
    )
    names = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    note = (
        '<w:endnote w:id="2"><w:p><w:r><w:endnoteRef/></w:r>'
        f"{r('断面面积以实测为准。', SONG, 9)}</w:p></w:endnote>"
    )
    page.more["notes"] = Part("endnotes.xml", "endnotes", f"<w:endnotes {names}>{note}</w:endnotes>")
    return ended(page)


@sample
def watermark_behind_every_page() -> Raw:
    """A word of VML that Word puts into the header, and a line under it."""
    mark = (
        '<w:r><w:pict><v:shape id="PowerPlusWaterMarkObject1" type="#_x0000_t136" style="position:absolute;'
        'margin-left:0;margin-top:0;width:400pt;height:120pt;rotation:315;z-index:-251658752" '
        'fillcolor="silver" '
        'stroked="f"><v:textpath style="font-family:&quot;宋体&quot;" string="内部资料"/></v:shape>'
        "</w:pict></w:r>"
    )
    page = whole(headed(Raw()))
    page.headers["default"] = page.headers["even"] = f"<w:p>{mark}</w:p>"
    return page


@sample
def paragraphs_within_custom_xml_and_controls() -> Raw:
    page = begun(Raw())
    inner = "".join(text(one) for one in TOLD)
    control = f'<w:sdt><w:sdtPr><w:tag w:val="正文"/></w:sdtPr><w:sdtContent>{inner}</w:sdtContent></w:sdt>'
    page.add(f'<w:customXml w:uri="urn:gw" w:element="正文"><w:customXmlPr/>{control}</w:customXml>')
    return ended(page)


@sample
def blanks_around_the_digits() -> Raw:
    page = headed(Raw(), "南环发〔 2025 〕 18 号")
    told(begun(page))
    return page.add(BLANK, at_right(OFFICE, 64 + 8), at_right("2025 年 4 月 15 日", 64))


@sample
def everything_in_one_cell() -> Raw:
    """As an office's own system exports it: the page is a table of one cell without lines."""
    inner = whole(Raw()).blocks
    none = "<w:tblBorders>" + "".join(
        f'<w:{side} w:val="nil"/>' for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    margins = '<w:tblCellMar><w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tblCellMar>'
    return Raw().add(
        table(("".join(inner),), properties=f"{none}</w:tblBorders>{margins}"),
        p(spacing=EXACT.replace("579", "20")),
    )


@sample
def attachment_that_begins_on_an_odd_page() -> Raw:
    page = told(begun(Raw()))
    page.add(BLANK, p(r("附件：排查任务表"), ind='<w:ind w:left="1600" w:hanging="960"/>'))
    ended(page).end_section()
    page.kind = "oddPage"
    page.add(flush("附件", HEI), BLANK, title("排查任务表"))
    return page.add(table((cell("河流"), cell("数量")), (cell("漓水"), cell("36"))))


@sample
def fonts_by_character_styles() -> Raw:
    """Looks in styles of characters, bold of a style turned off, the paragraph's mark in red."""
    styles = "".join(
        f'<w:style w:type="character" w:customStyle="1" w:styleId="c{place}"><w:name w:val="{name}"/>'
        f"<w:rPr>{fonts(font)}"
        f'<w:b/><w:spacing w:val="-5"/><w:sz w:val="32"/></w:rPr></w:style>'
        for place, (name, font) in enumerate((("正文字", FANG), ("黑字", HEI)))
    )
    page = Raw(styles=styles)

    def line(style: int, shown: str) -> str:
        mark = '<w:rPr><w:color w:val="FF0000"/><w:sz w:val="21"/></w:rPr>'
        run = f'<w:r><w:rPr><w:rStyle w:val="c{style}"/><w:b w:val="0"/></w:rPr>{words(shown)}</w:r>'
        return p(run, ind=TWO_IN, late=mark)

    begun(page).add(
        line(0, TOLD[0]), line(1, "一、排查范围"), line(0, TOLD[1]), line(1, "二、工作要求"), line(0, TOLD[2])
    )
    return ended(page)


@sample
def text_in_the_themes_almost_black() -> Raw:
    near = '<w:color w:val="0D0D0D" w:themeColor="text1" w:themeTint="F2"/>'
    return ended(begun(Raw()).add(*(text(r(one, more=near)) for one in TOLD)))


@sample
def remarks_that_are_hidden() -> Raw:
    page = begun(Raw())
    page.add(
        text(TOLD[0]),
        text(r("（此处请李科长核对，核对后删去）", more="<w:vanish/>"), r(TOLD[1])),
        text(TOLD[2]),
    )
    return ended(page)


@sample
def letter_whose_lines_reach_beyond_the_margins() -> Raw:
    """Both double lines are borders of paragraphs moved out to 170 mm; the second stands in the footer."""
    page = Raw(section="<w:titlePg/>", margins=MARGINS.replace('w:top="2098"', 'w:top="1701"'))
    out = '<w:ind w:left="-397" w:right="-397"/>'
    line = '<w:pBdr><w:bottom w:val="{}" w:sz="24" w:space="6" w:color="FF0000"/></w:pBdr>'
    high = '<w:spacing w:before="0" w:line="900" w:lineRule="exact"/>'
    page.add(
        p(
            r(OFFICE, BIAO, 36, RED),
            jc="center",
            ind=out,
            spacing=high,
            early=line.format("thickThinSmallGap"),
        )
    )
    page.add(p(r("南环函〔2025〕9号"), jc="right"), BLANK, BLANK)
    begun(page, "关于商请提供排水管网资料的函", "县住房和城乡建设局：")
    page.add(text("为做好入河排污口排查，请贵局提供县城排水管网资料。"), text("专此函达。"))
    page.footers["first"] = p(ind=out, early=line.format("thinThickSmallGap"), spacing="")
    return ended(page)


@sample
def order_signed_by_a_picture() -> Raw:
    page = Raw()
    spacing = '<w:spacing w:before="1134" w:line="960" w:lineRule="exact"/>'
    page.add(p(r(f"{COUNTY}令", BIAO, 42, RED), jc="center", spacing=spacing), BLANK, BLANK)
    page.add(p(r("第26号"), jc="center"), BLANK, BLANK)
    page.add(
        text(
            "《南岭县河道管理办法》已经2025年4月2日县人民政府第38次常务会议通过，现予公布，"
            "自2025年6月1日起施行。"
        )
    )
    signature = (
        '<w:r><w:drawing><wp:inline><wp:extent cx="1260000" cy="540000"/><wp:docPr id="6" name="签名"/>'
        "<a:graphic>"
        '<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic>'
        "<pic:blipFill>"
        '<a:blip r:embed="name"/></pic:blipFill><pic:spPr/></pic:pic></a:graphicData></a:graphic>'
        "</wp:inline></w:drawing></w:r>"
    )
    page.more["name"] = Part("media/name.png", "image", picture().getvalue(), "image/png")
    free = '<w:spacing w:line="240" w:lineRule="auto"/>'
    page.add(BLANK, p(r("县　长　"), signature, jc="right", ind='<w:ind w:right="1280"/>', spacing=free))
    return page.add(at_right("2025年4月8日", 64))


@sample
def blanks_that_do_not_break() -> Raw:
    page = headed(Raw())
    begun(page, "关于开展2025年\u00a0入河排污口排查的通知")
    told(page).add(text("联系人：罗\u2003某\u00a0。"))
    return ended(page)


@sample
def head_with_copy_number_and_urgency() -> Raw:
    """份号 and 紧急程度 each on its line, the imprint in its table, 附注 behind the date."""
    page = Raw()
    page.add(flush("000126"), flush("加急", HEI))
    shown = head(MARK, NUMBER)
    page.add(shown[0].replace('w:before="1984"', 'w:before="826"'), *shown[1:])
    whole(page).add(text("（此件公开发布）"))
    return page.add(*imprint("抄送：县委办公室，县人大常委会办公室，县政协办公室。"))


# --- what is wrong


@sample
def date_above_its_issuer() -> Raw:
    page = told(begun(Raw()))
    _, issuer, date = sealed(OFFICE, DAY, WIDE)
    return page.add(BLANK, date, issuer)


@sample
def date_without_its_day() -> Raw:
    return ended(told(begun(Raw())), date="2025年4月", wide=4)


@sample
def date_half_in_chinese() -> Raw:
    return ended(told(begun(Raw())), date="2025年四月十五日", wide=8)


@sample
def recipients_that_a_full_stop_ends() -> Raw:
    return ended(told(begun(Raw(), to="各乡镇人民政府，县直有关单位。")))


@sample
def number_at_the_head_of_the_page() -> Raw:
    page = whole(Raw(settings="", footers={}))
    page.headers["default"] = footer_line("right")
    return page


@sample
def number_between_wide_hyphens() -> Raw:
    page = whole(Raw())
    for kind, side in (("default", "right"), ("even", "left")):
        page.footers[kind] = p(number("－", "－"), jc=side, ind=f'<w:ind w:{side}="280"/>', spacing="")
    return page


@sample
def digits_in_two_latin_fonts() -> Raw:
    page = begun(Raw())

    def line(shown: str, latin: str) -> str:
        own = look().replace(f'w:ascii="{FANG}" w:hAnsi="{FANG}"', f'w:ascii="{latin}" w:hAnsi="{latin}"')
        return p(f"<w:r>{own}{words(shown)}</w:r>", ind=TWO_IN)

    page.add(
        line(TOLD[0], "Times New Roman"),
        line("全县2024年登记排污口57个，整治41个，完成率72%。", "Times New Roman"),
    )
    return ended(page.add(line("6月底前完成排查。", "Arial")))


@sample
def lines_of_at_least_twenty_four_points() -> Raw:
    low = '<w:spacing w:line="480" w:lineRule="atLeast"/>'
    return ended(begun(Raw()).add(*(p(r(one), ind=TWO_IN, spacing=low) for one in TOLD)))


@sample
def characters_as_wide_as_they_are() -> Raw:
    page = begun(Raw())
    wide = '<w:spacing w:val="0"/>'
    return ended(page.add(*(text(r(one, more=wide)) for one in TOLD)))


@sample
def text_moved_in_on_the_right() -> Raw:
    page = begun(Raw())
    return ended(page.add(*(p(r(one), ind='<w:ind w:right="640" w:firstLine="640"/>') for one in TOLD)))


@sample
def attachments_in_the_wrong_order() -> Raw:
    return attached(told(begun(Raw())), "排查任务表", "排查登记表", order=(2, 1))


@sample
def attachments_listed_behind_the_date() -> Raw:
    page = whole(Raw())
    page.add(BLANK, p(r("附件：排查任务表"), ind='<w:ind w:left="1600" w:hanging="960"/>'))
    page.add(flush("附件", HEI, "<w:pageBreakBefore/>"), BLANK, title("排查任务表"))
    return page.add(table((cell("河流"), cell("数量")), (cell("漓水"), cell("36"))))


@sample
def copies_to_recipients_between_slashes() -> Raw:
    page = headed(Raw())
    ended(told(begun(page, to="各乡镇人民政府，县水利局：")))
    return page.add(*imprint("抄送：县委办公室/县水利局。"))


@sample
def margins_of_one_profile_and_lines_of_the_other() -> Raw:
    other = EXACT.replace("579", "589")
    page = Raw().add(title(NOTICE), p(spacing=other), p(r(TO), spacing=other))
    page.add(*(p(r(one), ind=TWO_IN, spacing=other) for one in TOLD * 2), p(spacing=other))
    issuer, date = sealed(OFFICE, DAY, WIDE)[1:]
    return page.add(issuer.replace("579", "589"), date.replace("579", "589"))


@sample
def end_sent_to_a_page_of_its_own() -> Raw:
    page = told(begun(Raw()))
    _, issuer, date = sealed(OFFICE, DAY, WIDE)
    return page.add(issuer.replace("<w:pPr>", "<w:pPr><w:pageBreakBefore/>", 1), date)


@sample
def sections_on_the_level_of_chapters() -> Raw:
    page = begun(Raw())
    first, second = (f'<w:outlineLvl w:val="{level}"/>' for level in (0, 1))
    page.add(
        p(r("一、排查范围", HEI), ind=TWO_IN, late=first), p(r("（一）干流", KAI), ind=TWO_IN, late=second)
    )
    page.add(text(TOLD[1]), p(r("（二）支流", KAI), ind=TWO_IN, late=first), text("一级支流全部排查。"))
    page.add(p(r("二、工作要求", HEI), ind=TWO_IN, late=first))
    return ended(page.add(text(TOLD[2])))


@sample
def urgency_on_the_right_and_a_number_of_copies_with_its_word() -> Raw:
    page = Raw().add(flush("No.0126"), p(r("特急", HEI), jc="right"))
    shown = head(MARK, NUMBER)
    return whole(page.add(shown[0].replace('w:before="1984"', 'w:before="826"'), *shown[1:]))


@sample
def number_with_its_year_in_chinese() -> Raw:
    return whole(headed(Raw(), "南环发〔二〇二五〕18号"))


@sample
def number_with_the_word_for_its_year() -> Raw:
    return whole(headed(Raw(), "南环发〔2025年〕18号"))


@sample
def note_without_brackets_and_its_address_in_blue() -> Raw:
    link, line = '<w:color w:val="0563C1"/>', '<w:u w:val="single"/>'
    address = f'<w:hyperlink w:anchor="邮箱">{r("pwk@example.cn", more=link, late=line)}</w:hyperlink>'
    return whole(Raw()).add(text(r("联系人：罗某，邮箱："), address))


@sample
def field_that_failed() -> Raw:
    """A reference to what is no longer there, as Word prints it."""
    page = begun(Raw())
    broken = field_of("REF _Ref1 \\h", "错误!未找到引用源。", look())
    return ended(page.add(text(TOLD[0]), text(r("排查表式见"), broken, r("，请按时报送。"))))


@sample
def sections_under_chapters_that_are_missing() -> Raw:
    page = begun(Raw())
    page.add(text(TOLD[0]), h2("（一）排查范围。", r(TOLD[1])), h1("一、工作要求"), text(TOLD[2]))
    return ended(page)
