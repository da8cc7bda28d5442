"""A fifth set, of builders' habits, written after the fourth was mended and again before inspect was asked.

Styles of python-docx with and without Word's own numbers, tables for head and imprint, numbers in boxes of
VML and in simple fields. What each has wrong stands in expected.yaml.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_LINE_SPACING, WD_TAB_ALIGNMENT
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Pt, RGBColor

from tests.inspect.blind.register import Register
from tests.inspect.pages import (
    DATED,
    FLUSH,
    H1,
    H2,
    HEI,
    KAI,
    MARK,
    NUMBER,
    SEALED,
    SIDES,
    SIGNED,
    SMALL,
    SONG,
    TEXT,
    TITLE,
    Foreign,
    Look,
    border,
    page_field,
    restyle,
    ruled,
    run,
)

if TYPE_CHECKING:
    from docx.text.paragraph import Paragraph

sample = Register()
OFFICE, COUNTY = "清水县水利局", "清水县人民政府"
TO = "各乡镇人民政府，各水库管理所："
NOTICE = "关于做好2025年水库安全度汛工作的通知"


def named(page: Foreign, name: str, look: Look, outline: int | None = None) -> Any:
    """A paragraph style of this look, made or, where the template has it, made anew."""
    styles = page.document.styles
    known = name in [one.name for one in styles]
    style: Any = styles[name] if known else styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    own = style.element.get_or_add_rPr()
    for old in list(own):
        own.remove(old)
    style.font.name, style.font.size, style.font.bold = look.font, Pt(look.size), look.bold
    own.rFonts.set(qn("w:eastAsia"), look.font)
    style.font.color.rgb = RGBColor.from_string(look.color or "000000")
    if look.spacing:
        spacing = OxmlElement("w:spacing")
        spacing.set(qn("w:val"), str(look.spacing))
        own.append(spacing)
    form = style.paragraph_format
    form.alignment = SIDES[look.align]
    form.line_spacing_rule, form.line_spacing = WD_LINE_SPACING.EXACTLY, Pt(look.line or 28.95)
    form.space_before, form.space_after = Pt(look.before), Pt(look.after)
    form.first_line_indent, form.left_indent, form.right_indent = (
        Pt(look.first),
        Pt(look.left),
        Pt(look.right),
    )
    if outline is not None:
        level = OxmlElement("w:outlineLvl")
        level.set(qn("w:val"), str(outline))
        style.element.get_or_add_pPr().append(level)
    return style


NAMES = {
    "公文标题": TITLE,
    "主送单位": FLUSH,
    "正文首行缩进": TEXT,
    "公文一级标题": H1,
    "公文二级标题": H2,
    "公文落款": replace(SEALED, right=64 + (6.5 - len(OFFICE)) * 8),
    "公文日期": SEALED,
}


def styled() -> Foreign:
    page = Foreign()
    for name, look in NAMES.items():
        named(page, name, look)
    return page


def put(page: Foreign, style: str, text: str = "") -> Paragraph:
    paragraph: Paragraph = page.document.add_paragraph(text, style)
    return paragraph


def begun(page: Foreign, title: str = NOTICE, to: str = TO) -> Foreign:
    for line in title.split("\n"):
        page.add(line, TITLE)
    page.blank()
    if to:
        page.add(to, FLUSH)
    return page


def told(page: Foreign) -> Foreign:
    page.add("为确保全县水库安全度汛，保障人民群众生命财产安全，现将有关事项通知如下。")
    page.add("一、压实防汛责任", H1)
    page.add("各乡镇要在6月底前落实每座水库的行政责任人、技术责任人和巡查责任人，并在水库大坝显著位置公示。")
    page.add("二、加强巡查值守", H1)
    page.add("汛期坚持24小时值班，小型水库每日巡查不少于1次，强降雨期间加密巡查频次。")
    return page


def ended(page: Foreign, issuer: str = OFFICE, date: str = "2025年6月18日", wide: float = 6.5) -> Foreign:
    page.blank()
    page.add(issuer, replace(SEALED, right=64 + (wide - len(issuer)) * 8))
    page.add(date, SEALED)
    return page


def headed(page: Foreign, number: str = "清水发〔2025〕26号", mark: str = f"{OFFICE}文件") -> Foreign:
    page.add(mark, MARK)
    page.blank(2)
    border(page.add(number, NUMBER), "bottom")
    page.blank(2)
    return page


def done(page: Foreign) -> Foreign:
    page.numbers()
    return page


def reported(page: Foreign, name: str = "马某某", label: str = "签发人：") -> Foreign:
    """The head of a report, its number and signatory in a table of two cells."""
    page.add(f"{OFFICE}文件", MARK)
    page.blank(2)
    table = page.table(("清水报〔2025〕7号", ""))
    number, signatory = (cell.paragraphs[0] for cell in table.rows[0].cells)
    restyle(number, replace(NUMBER, align="left"))
    number.paragraph_format.left_indent = Pt(16)
    restyle(signatory, replace(NUMBER, align="right"))
    signatory.paragraph_format.right_indent = Pt(16)
    run(signatory, label, Look())
    run(signatory, name, Look(KAI))
    ruled(table)
    line = '<w:bottom w:val="single" w:sz="12" w:color="FF0000"/>'
    next(table._tbl.iter(qn("w:tblBorders"))).append(parse_xml(line.replace("/>", f" {nsdecls('w')}/>")))
    page.blank(2)
    return page


def printed(
    page: Foreign,
    copies: str = "抄送：县委办公室，县应急管理局。",
    last: str = "2025年6月19日印发",
    *,
    place: str = "bottom",
    inner: str = "6",
    look: Look = SMALL,
) -> Foreign:
    """版记 as a floating table of two rows at the foot of the page."""
    table = page.table((copies,), (f"{OFFICE}办公室\t{last}",))
    sizes = {"top": "8", "insideH": inner, "bottom": "8"}
    ruled(table, **{side: size for side, size in sizes.items() if size})
    width = parse_xml(f'<w:tblW {nsdecls("w")} w:w="8844" w:type="dxa"/>')
    old = table._tbl.tblPr.find(qn("w:tblW"))
    table._tbl.tblPr.replace(old, width)
    if place:
        floating = (
            f'<w:tblpPr {nsdecls("w")} w:vertAnchor="margin" w:horzAnchor="margin" w:tblpYSpec="{place}"/>'
        )
        width.addprevious(parse_xml(floating))
    for row in table.rows:
        line = row.cells[0].paragraphs[0]
        restyle(line, look)
        line.paragraph_format.left_indent = line.paragraph_format.right_indent = Pt(14)
        line.paragraph_format.tab_stops.add_tab_stop(Pt(417), WD_TAB_ALIGNMENT.RIGHT)
    page.add("", replace(FLUSH, size=1, line=1))
    return page


def attached(page: Foreign, note: str, *names: str, labels: str = "附件{}") -> Foreign:
    """附件说明, the end, and each 附件 on a page of its own."""
    page.blank()
    first, *others = note.split("\n")
    page.add(first, replace(TEXT, left=96 if others else 80, first=-64 if others else -48))
    for other in others:
        page.add(other, replace(TEXT, left=96, first=-16))
    ended(page)
    for place, name in enumerate(names, 1):
        label = labels.format(place if len(names) > 1 else "")
        page.add(label, replace(FLUSH, font=HEI)).paragraph_format.page_break_before = True
        page.blank()
        page.add(name, TITLE)
        page.table(("水库", "责任人"), ("石沟水库", "马某"), ("东峡水库", "丁某某"))
    return page


@sample
def notice_all_in_named_styles() -> Foreign:
    page = styled()
    put(page, "公文标题", NOTICE)
    put(page, "主送单位")
    put(page, "主送单位", TO)
    put(page, "正文首行缩进", "为确保全县水库安全度汛，现将有关事项通知如下。")
    put(page, "公文一级标题", "一、压实防汛责任")
    put(page, "公文二级标题", "（一）落实责任人")
    put(page, "正文首行缩进", "各乡镇要在6月底前落实每座水库的行政责任人、技术责任人和巡查责任人。")
    put(page, "公文二级标题", "（二）开展培训")
    put(page, "正文首行缩进", "县水利局7月上旬组织一次集中培训。")
    put(page, "主送单位")
    put(page, "公文落款", OFFICE)
    put(page, "公文日期", "2025年6月18日")
    return done(page)


@sample
def built_in_headings_made_anew() -> Foreign:
    page = styled()
    named(page, "Heading 1", H1)
    named(page, "Heading 2", H2)
    begun(page)
    put(page, "正文首行缩进", "为确保全县水库安全度汛，现将有关事项通知如下。")
    put(page, "Heading 1", "一、压实防汛责任")
    put(page, "Heading 2", "（一）落实责任人")
    put(page, "正文首行缩进", "各乡镇要在6月底前落实每座水库的行政责任人、技术责任人和巡查责任人。")
    put(page, "Heading 2", "（二）开展培训")
    put(page, "正文首行缩进", "县水利局7月上旬组织一次集中培训。")
    return done(ended(page))


@sample
def built_in_headings_left_blue_and_bold() -> Foreign:
    page = styled()
    for name, look in (("Heading 1", H1), ("Heading 2", H2)):
        named(page, name, replace(look, color="2F5496", bold=True))
    begun(page)
    put(page, "Heading 1", "一、压实防汛责任")
    put(page, "正文首行缩进", "各乡镇要在6月底前落实每座水库的行政责任人、技术责任人和巡查责任人。")
    put(page, "Heading 2", "（一）开展培训")
    put(page, "正文首行缩进", "县水利局7月上旬组织一次集中培训。")
    return done(ended(page))


def listed(page: Foreign, *levels: tuple[str, str, str]) -> int:
    """A numbering of these (format, text, style), with its id."""
    numbering = page.document.part.numbering_part.element
    shown = "".join(
        f'<w:lvl w:ilvl="{place}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/><w:pStyle w:val="{style}"/>'
        f'<w:suff w:val="nothing"/><w:lvlText w:val="{look}"/><w:lvlJc w:val="left"/>'
        '<w:pPr><w:ind w:left="0" w:firstLine="640"/></w:pPr></w:lvl>'
        for place, (kind, look, style) in enumerate(levels)
    )
    abstract = parse_xml(
        f'<w:abstractNum {nsdecls("w")} w:abstractNumId="90"><w:multiLevelType w:val="multilevel"/>'
        f"{shown}</w:abstractNum>"
    )
    numbering.insert(0, abstract)
    numbering.append(parse_xml(f'<w:num {nsdecls("w")} w:numId="90"><w:abstractNumId w:val="90"/></w:num>'))
    return 90


@sample
def headings_numbered_by_their_styles() -> Foreign:
    page = styled()
    levels = (("chineseCountingThousand", "%1、", H1), ("chineseCountingThousand", "（%2）", H2))
    ids = []
    for place, (_, _, look) in enumerate(levels):
        style = named(page, f"Heading {place + 1}", look)
        ids.append(style.style_id)
        numbers = f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{place}"/><w:numId w:val="90"/></w:numPr>'
        style.element.get_or_add_pPr().insert(0, parse_xml(numbers))
    listed(page, *((kind, look, one) for (kind, look, _), one in zip(levels, ids, strict=True)))
    begun(page)
    put(page, "Heading 1", "压实防汛责任")
    put(page, "Heading 2", "落实责任人")
    put(page, "正文首行缩进", "各乡镇要在6月底前落实每座水库的行政责任人、技术责任人和巡查责任人。")
    put(page, "Heading 2", "开展培训")
    put(page, "正文首行缩进", "县水利局7月上旬组织一次集中培训。")
    put(page, "Heading 1", "加强巡查值守")
    put(page, "Heading 2", "坚持值班")
    put(page, "正文首行缩进", "汛期坚持24小时值班。")
    return done(ended(page))


@sample
def joint_mark_in_a_table_beside_its_word() -> Foreign:
    page = Foreign()
    table = page.table((OFFICE, "文件"), ("清水县财政局", ""))
    table.style = None
    for cell in (table.cell(0, 0), table.cell(1, 0), table.cell(0, 1)):
        restyle(cell.paragraphs[0], replace(MARK, size=30, before=0))
    table.cell(0, 0).paragraphs[0].paragraph_format.space_before = Pt(99.2)
    table.cell(0, 1).merge(table.cell(1, 1))
    page.blank(2)
    border(page.add("清水发〔2025〕27号", NUMBER), "bottom")
    page.blank(2)
    told(begun(page, "关于下达2025年水利发展资金的通知"))
    page.blank()
    names = page.table((OFFICE, "清水县财政局"), ("", "2025年6月18日"))
    names.style = None
    for row in names.rows:
        for cell in row.cells:
            restyle(cell.paragraphs[0], replace(FLUSH, align="center"))
    return done(page)


@sample
def report_with_its_signatory_in_a_bordered_table() -> Foreign:
    page = begun(reported(Foreign()), "关于2025年上半年防汛工作情况的报告", f"{COUNTY}：")
    page.add("今年上半年，全县平均降雨量286毫米，较常年偏多一成，水库运行平稳，现将有关情况报告如下：")
    page.add("一、主要工作", H1)
    page.add("完成病险水库除险加固3座，落实水库责任人126人，开展应急演练4次。")
    page.add("二、下一步打算", H1)
    page.add("持续做好汛期值班值守，及时处置险情。")
    page.add("特此报告。")
    return done(printed(ended(page), "抄送：县防汛抗旱指挥部办公室。"))


@sample
def signatory_behind_a_half_colon() -> Foreign:
    page = begun(reported(Foreign(), label="签发人:"), "关于2025年上半年防汛工作情况的报告", f"{COUNTY}：")
    page.add("今年上半年，全县水库运行平稳，现将有关情况报告如下：")
    page.add("完成病险水库除险加固3座，落实水库责任人126人，开展应急演练4次。")
    page.add("特此报告。")
    return done(ended(page))


@sample
def request_whose_head_names_nobody() -> Foreign:
    page = begun(headed(Foreign(), "清水请〔2025〕4号"), "关于解决石沟水库除险加固资金的请示", f"{COUNTY}：")
    page.add("石沟水库建于1976年，总库容126万立方米，经鉴定为三类坝，亟需除险加固。经测算，需资金480万元。")
    page.add("妥否，请批示。")
    ended(page)
    page.add("（联系人：丁某某，联系电话：0900-0000000）")
    return done(page)


@sample
def request_with_its_attachment() -> Foreign:
    page = begun(reported(Foreign()), "关于解决石沟水库除险加固资金的请示", f"{COUNTY}：")
    page.add("石沟水库建于1976年，总库容126万立方米，经鉴定为三类坝，亟需除险加固。经测算，需资金480万元。")
    page.add("以上请示妥否，请批复。")
    return done(attached(page, "附件：石沟水库除险加固资金测算表", "石沟水库除险加固资金测算表"))


@sample
def letter_dated_in_chinese() -> Foreign:
    page = Foreign((30, 26, 35, 28))
    mark = page.add(OFFICE, replace(MARK, before=0, size=34))
    border(mark, "bottom", val="thickThinSmallGap", sz="24", space="6")
    page.add("清水函〔2025〕31号", replace(FLUSH, align="right"))
    page.blank(2)
    begun(page, "关于商请提供降雨资料的函", "县气象局：")
    page.add("为做好水库调度工作，请贵局提供2015年至2024年全县逐日降雨资料。")
    page.add("特此函达，请予支持。")
    ended(page, date="二〇二五年六月十八日", wide=10)
    page.document.sections[0].different_first_page_header_footer = True
    return done(page)


@sample
def order_signed_with_its_name() -> Foreign:
    page = Foreign()
    page.add(f"{COUNTY}令", replace(MARK, before=56.7))
    page.blank(2)
    page.add("第7号", NUMBER)
    page.blank(2)
    page.add(
        "《清水县水库管理办法》已经2025年6月10日县人民政府第52次常务会议通过，现予公布，自2025年8月1日起施行。"
    )
    page.blank(2)
    page.add("县　长　马某某", SEALED)
    page.add("2025年6月18日", SEALED)
    return done(page)


@sample
def minutes_with_lists_of_those_present() -> Foreign:
    page = Foreign()
    page.add("清水县防汛工作专题会议纪要", replace(MARK, size=30))
    page.blank()
    page.add("第8期", NUMBER)
    border(page.add("清水县人民政府办公室\t2025年6月18日", FLUSH), "bottom")
    page.blank(2)
    begun(page, "研究石沟水库除险加固有关问题", "")
    page.add(
        "6月16日，副县长丁某某主持召开会议，专题研究石沟水库除险加固有关问题。现将会议议定事项纪要如下："
    )
    page.add("一、会议同意石沟水库除险加固实施方案。")
    page.add("二、所需资金480万元由县财政局统筹安排。")
    page.blank()
    page.add("出席：", H1, ("丁某某、马某、苏某某。", Look()))
    page.add("请假：", H1, ("王某。", Look()))
    return done(printed(page, "分送：县水利局，县财政局。"))


@sample
def announcement_under_its_number() -> Foreign:
    page = Foreign()
    page.add(f"{OFFICE}公告", replace(MARK, size=36))
    page.blank()
    page.add("2025年第3号", NUMBER)
    page.blank(2)
    begun(page, "关于石沟水库汛期限制水位的公告", "")
    page.add("根据《中华人民共和国防洪法》和县防汛抗旱指挥部批复，现将石沟水库汛期限制水位公告如下：")
    page.add("石沟水库汛期限制水位为1386.5米，自2025年7月1日起执行。")
    page.add("特此公告。")
    return done(ended(page))


@sample
def decision_of_commendation_with_a_list() -> Foreign:
    page = begun(
        Foreign(),
        "清水县人民政府关于表彰2024年度\n防汛抗旱工作先进集体和先进个人的决定",
        "各乡镇人民政府，县直有关单位：",
    )
    page.add("2024年，全县上下团结一心，夺取了防汛抗旱工作的全面胜利。为表彰先进，县人民政府决定：")
    page.add(
        "授予石沟乡人民政府等6个单位“防汛抗旱工作先进集体”称号，授予马某等12人“防汛抗旱工作先进个人”称号。"
    )
    page.add("希望受表彰的集体和个人珍惜荣誉，再接再厉。")
    page.blank()
    page.add("附件：1.先进集体名单", replace(TEXT, left=96, first=-64))
    page.add("2.先进个人名单", replace(TEXT, left=96, first=-16))
    ended(page, COUNTY)
    for place, (name, words) in enumerate(
        (
            ("先进集体名单", "石沟乡人民政府　　东峡镇人民政府"),
            ("先进个人名单", "马　某　　丁某某　　苏某某"),
        ),
        1,
    ):
        page.add(f"附件{place}", replace(FLUSH, font=HEI)).paragraph_format.page_break_before = True
        page.blank()
        page.add(f"{name}", TITLE)
        page.blank()
        page.add(words)
    return done(page)


@sample
def reply_with_its_imprint_in_a_table() -> Foreign:
    page = begun(
        headed(Foreign(), "清水复〔2025〕5号"), "关于石沟水库除险加固初步设计的批复", "石沟水库管理所："
    )
    page.add("你所《关于审批石沟水库除险加固初步设计的请示》（石库〔2025〕3号）收悉。经研究，现批复如下：")
    page.add("一、原则同意石沟水库除险加固初步设计。")
    page.add("二、核定工程概算480万元。")
    page.add("三、你所要严格执行项目法人责任制、招标投标制、建设监理制和合同管理制。")
    page.add("此复。")
    return done(printed(ended(page)))


@sample
def opinion_whose_copies_do_not_stop() -> Foreign:
    page = begun(headed(Foreign()), "关于加强小型水库管护的指导意见")
    page.add("为加强小型水库管护，提出如下意见。")
    page.add("一、总体要求", H1)
    page.add("坚持政府主导、部门监管、专业管护，到2027年实现小型水库专业化管护全覆盖。")
    page.add("二、主要任务", H1)
    page.add("（一）健全制度。", H2, ("制定管护标准和考核办法。", Look()))
    page.add("1.明确标准。每座水库配备管护人员1至2名。")
    page.add("2.严格考核。考核结果与管护经费挂钩。")
    page.add("（二）保障经费。", H2, ("县财政每年安排管护经费160万元。", Look()))
    return done(printed(ended(page), "抄送：县委办公室，县应急管理局"))


@sample
def circular_in_right_form() -> Foreign:
    page = begun(headed(Foreign()), "关于2025年汛前检查情况的通报")
    page.add("5月6日至20日，县水利局对全县42座水库开展了汛前检查，现将有关情况通报如下：")
    page.add("一、基本情况", H1)
    page.add("共检查水库42座，发现问题68个，已整改61个。")
    page.add("二、存在问题", H1)
    page.add("一是责任落实不到位。", TEXT, ("3座水库责任人没有及时更新。", Look()))
    page.add("二是物资储备不足。", TEXT, ("5座水库编织袋、块石储备低于标准。", Look()))
    page.add("三、工作要求", H1)
    page.add("各乡镇要在6月30日前完成整改。详见附件。")
    return done(attached(page, "附件：汛前检查问题清单", "汛前检查问题清单"))


@sample
def motion_signed_by_the_head_of_the_county() -> Foreign:
    page = begun(
        Foreign(), "清水县人民政府关于提请审议\n2024年县级决算（草案）的议案", "县人民代表大会常务委员会："
    )
    page.add("2024年县级决算（草案）已经县人民政府第53次常务会议讨论通过，现提请审议。")
    page.blank()
    page.add("县长　马某某", SEALED)
    page.add("2025年6月18日", SEALED)
    return done(page)


@sample
def communique_of_a_meeting() -> Foreign:
    page = Foreign()
    page.add("清水县2024年水利统计公报", TITLE)
    page.add(OFFICE, Look(KAI, align="center"))
    page.add("（2025年6月18日）", Look(KAI, align="center"))
    page.blank()
    page.add("2024年，全县完成水利投资2.6亿元，新增供水能力320万立方米。")
    page.add("一、水利工程", H1)
    page.add("年末全县共有水库42座，总库容3860万立方米。")
    page.add("二、供水用水", H1)
    page.add("全年总供水量4260万立方米，比上年增长1.2%。")
    return done(page)


def vml(paragraph: Paragraph, align: str = "outside", dashes: str = "—") -> None:
    """The page number in a text box as Word 2003 and older WPS write it."""
    inner: Any = OxmlElement("w:p")
    box = parse_xml(
        f'<w:r {nsdecls("w")}><w:pict xmlns:v="urn:schemas-microsoft-com:vml"><v:shape type="#_x0000_t202" '
        f'style="position:absolute;margin-top:0;width:144pt;height:144pt;mso-position-horizontal:{align};'
        'mso-position-horizontal-relative:margin;mso-wrap-style:none" filled="f" stroked="f">'
        '<v:textbox style="mso-fit-shape-to-text:t" inset="0,0,0,0"><w:txbxContent/></v:textbox>'
        "</v:shape></w:pict></w:r>"
    )
    next(box.iter(qn("w:txbxContent"))).append(inner)
    paragraph._p.append(box)
    line = type(paragraph)(inner, paragraph._parent)
    line.paragraph_format.left_indent = line.paragraph_format.right_indent = Pt(14)
    look = Look(SONG, 14, spacing=0)
    run(line, f"{dashes} ", look)
    page_field(line, look, "1")
    run(line, f" {dashes}", look)


def in_boxes(page: Foreign, odd: str = "outside", even: str = "outside", dashes: str = "—") -> Foreign:
    section = page.document.sections[0]
    page.document.settings.odd_and_even_pages_header_footer = True
    for footer, align in ((section.footer, odd), (section.even_page_footer, even)):
        line = footer.paragraphs[0]
        run(line, "", Look(SONG, 14, spacing=0))
        vml(line, align, dashes)
    return page


@sample
def number_in_a_box_of_vml() -> Foreign:
    return in_boxes(ended(told(begun(Foreign()))))


@sample
def number_in_a_centred_box_of_vml() -> Foreign:
    return in_boxes(ended(told(begun(Foreign()))), "center", "center")


@sample
def number_of_a_simple_field_between_hyphens() -> Foreign:
    page = ended(told(begun(Foreign())))
    section = page.document.sections[0]
    page.document.settings.odd_and_even_pages_header_footer = True
    for footer, align in ((section.footer, "right"), (section.even_page_footer, "left")):
        line, look = footer.paragraphs[0], Look(SONG, 14, spacing=0)
        line.alignment = SIDES[align]
        setattr(line.paragraph_format, f"{align}_indent", Pt(14))
        run(line, "- ", look)
        field = parse_xml(f'<w:fldSimple {nsdecls("w")} w:instr=" PAGE \\* MERGEFORMAT "/>')
        made = run(line, "1", look)
        field.append(made._r)
        line._p.append(field)
        run(line, " -", look)
    return page


@sample
def number_in_roman() -> Foreign:
    page = ended(told(begun(Foreign())))
    form = parse_xml(f'<w:pgNumType {nsdecls("w")} w:fmt="upperRoman"/>')
    page.document.sections[0]._sectPr.insert_element_before(form, "w:cols", "w:titlePg", "w:docGrid")
    return done(page)


@sample
def title_like_an_hourglass() -> Foreign:
    page = begun(Foreign(), "清水县人民政府办公室关于印发\n清水县水库\n运行管护责任落实方案的通知")
    return done(ended(told(page)))


@sample
def fonts_of_headings_exchanged() -> Foreign:
    page = begun(Foreign())
    page.add("一、压实防汛责任", replace(H1, font=KAI))
    page.add("（一）落实责任人", replace(H2, font=HEI))
    page.add("各乡镇要在6月底前落实每座水库的行政责任人、技术责任人和巡查责任人。")
    page.add("（二）开展培训", replace(H2, font=HEI))
    page.add("县水利局7月上旬组织一次集中培训。")
    return done(ended(page))


@sample
def headings_that_stop() -> Foreign:
    page = begun(Foreign())
    page.add("一、压实防汛责任。", H1)
    page.add("各乡镇要在6月底前落实每座水库的行政责任人、技术责任人和巡查责任人。")
    page.add("二、加强巡查值守。", H1)
    page.add("汛期坚持24小时值班。")
    return done(ended(page))


@sample
def points_with_a_pause_behind_their_digits() -> Foreign:
    page = begun(Foreign())
    page.add("一、压实防汛责任", H1)
    page.add("1、各乡镇要在6月底前落实每座水库的行政责任人、技术责任人和巡查责任人。")
    page.add("2、县水利局7月上旬组织一次集中培训。")
    return done(ended(page))


@sample
def attachments_counted_otherwise() -> Foreign:
    page = told(begun(Foreign()))
    note = "附件：1、水库责任人名单\n2、水库巡查记录表"
    attached(page, note, "水库责任人名单", "水库巡查记录表", labels="附件{}：")
    return done(page)


@sample
def date_with_zeros() -> Foreign:
    return done(ended(told(begun(Foreign())), date="2025年06月08日", wide=7))


@sample
def imprint_in_a_table_under_the_text() -> Foreign:
    return done(printed(ended(told(begun(headed(Foreign())))), place=""))


@sample
def imprint_without_its_middle_line_and_word() -> Foreign:
    return done(printed(ended(told(begun(headed(Foreign())))), last="2025年6月19日", inner=""))


@sample
def imprint_in_type_of_the_text() -> Foreign:
    return done(printed(ended(told(begun(headed(Foreign())))), look=replace(SMALL, size=16)))


@sample
def unsealed_close_under_the_text() -> Foreign:
    page = told(begun(Foreign()))
    page.add("清水县防汛抗旱指挥部办公室", SIGNED)
    page.add("2025年6月18日", replace(DATED, right=(13 - 6.5) * 16))
    return done(page)


@sample
def unsealed_right() -> Foreign:
    page = told(begun(headed(Foreign(), mark="清水县防汛抗旱指挥部文件")))
    page.blank()
    page.add("清水县防汛抗旱指挥部办公室", SIGNED)
    page.add("2025年6月18日", replace(DATED, right=(13 - 6.5) * 16))
    return done(page)


@sample
def copy_number_of_four_digits() -> Foreign:
    page = Foreign()
    page.add("0012", FLUSH)
    page.add(f"{OFFICE}文件", replace(MARK, before=99.2 - 28.95))
    page.blank(2)
    border(page.add("清水发〔2025〕26号", NUMBER), "bottom")
    page.blank(2)
    return done(ended(told(begun(page))))


@sample
def number_with_an_ordinal_of_last_year() -> Foreign:
    return done(ended(told(begun(headed(Foreign(), "清水发〔2024〕第26号")))))


@sample
def title_in_hei_of_the_texts_size() -> Foreign:
    page = Foreign()
    page.add(NOTICE, replace(TITLE, font=HEI, size=16))
    page.blank(2)
    page.add(TO, FLUSH)
    return done(ended(told(page)))


@sample
def attachment_title_on_the_second_line() -> Foreign:
    page = told(begun(Foreign()))
    page.blank()
    page.add("附件：水库责任人名单", replace(TEXT, left=80, first=-48))
    ended(page)
    page.add("附件", replace(FLUSH, font=HEI)).paragraph_format.page_break_before = True
    page.add("水库责任人名单", TITLE)
    page.table(("水库", "责任人"), ("石沟水库", "马某"))
    return done(page)


@sample
def end_on_a_page_without_text() -> Foreign:
    page = told(begun(Foreign()))
    page.add("（此页无正文）").paragraph_format.page_break_before = True
    return done(ended(page))


@sample
def red_line_on_a_small_paragraph() -> Foreign:
    page = Foreign()
    page.add(f"{OFFICE}文件", MARK)
    page.blank(2)
    page.add("清水发〔2025〕26号", NUMBER)
    border(page.add("", replace(FLUSH, size=5, line=11)), "bottom", space="0")
    page.blank(2)
    return done(ended(told(begun(page))))


@sample
def attachment_name_that_wraps_to_the_edge() -> Foreign:
    page = told(begun(Foreign()))
    page.blank()
    name = "清水县2025年小型水库安全度汛行政责任人、技术责任人和巡查责任人名单"
    page.add(f"附件：{name}", TEXT)
    ended(page)
    page.add("附件", replace(FLUSH, font=HEI)).paragraph_format.page_break_before = True
    page.blank()
    page.add("清水县2025年小型水库安全度汛行政责任人、\n技术责任人和巡查责任人名单", TITLE)
    page.table(("水库", "责任人"), ("石沟水库", "马某"))
    return done(page)
