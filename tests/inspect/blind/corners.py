"""A sixth set, of what builders do seldom, written after the fifth was mended, before inspect was asked.

What each has wrong stands in expected.yaml.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_TAB_ALIGNMENT, WD_UNDERLINE
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm, Pt, RGBColor

from tests.inspect.blind.habits import (
    NOTICE,
    OFFICE,
    TO,
    begun,
    done,
    ended,
    headed,
    named,
    printed,
    put,
    told,
)
from tests.inspect.blind.register import Register
from tests.inspect.pages import (
    DATED,
    FLUSH,
    H1,
    HEI,
    KAI,
    MARK,
    NUMBER,
    SEALED,
    SIGNED,
    SMALL,
    SONG,
    TEXT,
    TITLE,
    Foreign,
    Look,
    border,
    drawn,
    restyle,
    ruled,
    run,
)

if TYPE_CHECKING:
    from docx.text.paragraph import Paragraph

sample = Register()
FINANCE = "清水县财政局"


def whole() -> Foreign:
    return done(ended(told(begun(Foreign()))))


@sample
def mark_spread_over_the_line_and_squeezed() -> Foreign:
    page = Foreign()
    mark = page.add(f"{OFFICE}文件", MARK)
    mark.alignment = WD_ALIGN_PARAGRAPH.DISTRIBUTE
    mark.runs[0]._r.get_or_add_rPr().append(parse_xml(f'<w:w {nsdecls("w")} w:val="80"/>'))
    page.blank(2)
    border(page.add("清水发〔2025〕26号", NUMBER), "bottom")
    page.blank(2)
    return done(ended(told(begun(page))))


@sample
def title_by_the_style_of_titles() -> Foreign:
    page = Foreign()
    named(page, "Title", TITLE)
    put(page, "Title", NOTICE)
    page.blank()
    page.add(TO, FLUSH)
    return done(ended(told(page)))


@sample
def end_in_a_cell_on_the_right() -> Foreign:
    page = told(begun(Foreign()))
    page.blank()
    table = page.table(("", OFFICE))
    table.style = None
    cell = table.cell(0, 1)
    restyle(cell.paragraphs[0], replace(FLUSH, align="center"))
    below = cell.add_paragraph("2025年6月18日")
    restyle(below, replace(FLUSH, align="center"))
    return done(page)


@sample
def printer_and_day_in_cells_of_their_own() -> Foreign:
    page = ended(told(begun(headed(Foreign()))))
    table = page.table(("抄送：县应急管理局。", ""), (f"{OFFICE}办公室", "2025年6月19日印发"))
    table.cell(0, 0).merge(table.cell(0, 1))
    ruled(table, top="8", insideH="6", bottom="8")
    floating = f'<w:tblpPr {nsdecls("w")} w:vertAnchor="margin" w:horzAnchor="margin" w:tblpYSpec="bottom"/>'
    old = table._tbl.tblPr.find(qn("w:tblW"))
    old.addprevious(parse_xml(floating))
    old.set(qn("w:type"), "dxa")
    old.set(qn("w:w"), "8844")
    for cell, align in ((table.cell(0, 0), "left"), (table.cell(1, 0), "left"), (table.cell(1, 1), "right")):
        line = cell.paragraphs[0]
        restyle(line, replace(SMALL, align=align))
        line.paragraph_format.left_indent = line.paragraph_format.right_indent = Pt(14)
    for spare in table.cell(0, 0).paragraphs[1:]:
        spare._p.getparent().remove(spare._p)
    page.add("", replace(FLUSH, size=1, line=1))
    return done(page)


@sample
def recipients_in_the_imprint() -> Foreign:
    page = ended(told(begun(headed(Foreign()), to="")))
    table = page.table(
        ("主送：各乡镇人民政府，各水库管理所。",),
        ("抄送：县应急管理局。",),
        (f"{OFFICE}办公室\t2025年6月19日印发",),
    )
    ruled(table, top="8", insideH="6", bottom="8")
    floating = f'<w:tblpPr {nsdecls("w")} w:vertAnchor="margin" w:horzAnchor="margin" w:tblpYSpec="bottom"/>'
    old = table._tbl.tblPr.find(qn("w:tblW"))
    old.addprevious(parse_xml(floating))
    old.set(qn("w:type"), "dxa")
    old.set(qn("w:w"), "8844")
    for row in table.rows:
        line = row.cells[0].paragraphs[0]
        restyle(line, SMALL)
        line.paragraph_format.left_indent = line.paragraph_format.right_indent = Pt(14)
        line.paragraph_format.tab_stops.add_tab_stop(Pt(417), WD_TAB_ALIGNMENT.RIGHT)
    page.add("", replace(FLUSH, size=1, line=1))
    return done(page)


@sample
def numbers_on_odd_pages_alone() -> Foreign:
    page = whole()
    footer = page.document.sections[0].even_page_footer
    for one in list(footer.paragraphs[0].runs):
        footer.paragraphs[0]._p.remove(one._r)
    return page


@sample
def first_page_left_without_a_number() -> Foreign:
    page = whole()
    page.document.sections[0].different_first_page_header_footer = True
    return page


@sample
def number_with_dashes_by_its_field() -> Foreign:
    page = whole()
    section = page.document.sections[0]
    for footer in (section.footer, section.even_page_footer):
        for one in footer._element.iter(qn("w:instrText")):
            one.text = "PAGE \\* ArabicDash"
        for one in footer.paragraphs[0].runs:
            if "—" in one.text:
                footer.paragraphs[0]._p.remove(one._r)
    return page


@sample
def number_as_a_page_of_words() -> Foreign:
    page = whole()
    section = page.document.sections[0]
    for footer in (section.footer, section.even_page_footer):
        marks = [one for one in footer.paragraphs[0].runs if "—" in one.text]
        marks[0].text, marks[1].text = "第", "页"
    return page


@sample
def quotes_in_the_latin_font() -> Foreign:
    page = begun(Foreign())
    line = page.add("各乡镇要落实水库“三个责任人”，汛期坚持24小时值班，做到“雨情不断、值守不停”。")
    line.runs[0].font.name = "Times New Roman"
    return done(ended(page))


@sample
def attachments_under_a_short_word() -> Foreign:
    page = told(begun(Foreign()))
    page.blank()
    page.add("附：水库责任人名单", TEXT)
    ended(page)
    page.add("附件", replace(FLUSH, font=HEI)).paragraph_format.page_break_before = True
    page.blank()
    page.add("水库责任人名单", TITLE)
    page.table(("水库", "责任人"), ("石沟水库", "马某"))
    return done(page)


@sample
def text_that_names_an_attachment_too_many() -> Foreign:
    page = begun(Foreign())
    page.add("请各乡镇按照责任人名单（见附件1）落实责任，按照记录表（见附件3）做好巡查。")
    page.blank()
    page.add("附件：1.水库责任人名单", replace(TEXT, left=96, first=-64))
    page.add("2.水库巡查记录表", replace(TEXT, left=96, first=-16))
    ended(page)
    for place, name in enumerate(("水库责任人名单", "水库巡查记录表"), 1):
        page.add(f"附件{place}", replace(FLUSH, font=HEI)).paragraph_format.page_break_before = True
        page.blank()
        page.add(name, TITLE)
        page.table(("水库", "姓名"), ("石沟水库", "马某"))
    return done(page)


@sample
def joint_issuers_without_seals() -> Foreign:
    page = told(begun(Foreign(), "关于下达2025年水利发展资金的通知"))
    page.blank()
    page.add("清水县水利工程建设管理中心", SIGNED)
    page.add("清水县农业综合开发服务中心", SIGNED)
    page.add("2025年6月18日", replace(DATED, right=(13 - 6.5) * 16))
    return done(page)


@sample
def indents_by_a_tab() -> Foreign:
    page = begun(Foreign())
    flat = replace(TEXT, first=0)
    page.add("\t为确保全县水库安全度汛，保障人民群众生命财产安全，现将有关事项通知如下。", flat)
    page.add("\t各乡镇要在6月底前落实每座水库的行政责任人、技术责任人和巡查责任人。", flat)
    page.add("\t汛期坚持24小时值班，小型水库每日巡查不少于1次。", flat)
    return done(ended(page))


@sample
def left_margin_with_a_gutter() -> Foreign:
    page = whole()
    section = page.document.sections[0]
    section.left_margin, section.gutter = Mm(18), Mm(10)
    return page


@sample
def everything_in_content_controls() -> Foreign:
    page = whole()
    for paragraph in list(page.document.paragraphs):
        control = parse_xml(f"<w:sdt {nsdecls('w')}><w:sdtPr/><w:sdtContent/></w:sdt>")
        paragraph._p.addprevious(control)
        next(control.iter(qn("w:sdtContent"))).append(paragraph._p)
    return page


def in_box(paragraph: Paragraph, text: str, look: Look, top: float) -> None:
    """Words in a text box of DrawingML with its fallback, `top` millimetres under the sheet's upper edge."""
    inner: Any = OxmlElement("w:p")
    line = type(paragraph)(inner, paragraph._parent)
    line.alignment = WD_ALIGN_PARAGRAPH.CENTER
    run(line, text, look)
    names = (
        'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
        'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
        'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
        'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
    )
    graphic = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
    box: Any = parse_xml(
        f'<w:r {nsdecls("w")} {names}><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor '
        'distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="1" behindDoc="0" locked="0" '
        'layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/><wp:positionH relativeFrom="margin">'
        '<wp:align>center</wp:align></wp:positionH><wp:positionV relativeFrom="page"><wp:posOffset>'
        f'{round(top * 36000)}</wp:posOffset></wp:positionV><wp:extent cx="5616000" cy="720000"/>'
        '<wp:wrapNone/><wp:docPr id="7" name="文本框 7"/><a:graphic><a:graphicData '
        f'uri="{graphic}"><wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr/><wps:txbx><w:txbxContent/></wps:txbx>'
        '<wps:bodyPr lIns="0" tIns="0" rIns="0" bIns="0"/></wps:wsp></a:graphicData></a:graphic></wp:anchor>'
        "</w:drawing></mc:Choice></mc:AlternateContent></w:r>"
    )
    next(box.iter(qn("w:txbxContent"))).append(inner)
    paragraph._p.append(box)


@sample
def mark_in_a_text_box() -> Foreign:
    page = Foreign()
    in_box(page.add("", FLUSH), f"{OFFICE}文件", replace(MARK, before=0), 72)
    page.blank(6)
    border(page.add("清水发〔2025〕26号", NUMBER), "bottom")
    page.blank(2)
    return done(ended(told(begun(page))))


@sample
def end_aligned_as_strict_files_do() -> Foreign:
    page = whole()
    for one in page.document.element.iter(qn("w:jc")):
        if one.get(qn("w:val")) == "right":
            one.set(qn("w:val"), "end")
    return page


@sample
def end_pushed_by_tabs() -> Foreign:
    page = told(begun(Foreign()))
    page.blank()
    page.add("\t\t\t\t\t\t\t\t清水县水利局", FLUSH)
    page.add("\t\t\t\t\t\t\t\t2025年6月18日", FLUSH)
    return done(page)


@sample
def urgency_in_the_font_of_the_text() -> Foreign:
    page = Foreign()
    page.add("000018", FLUSH)
    page.add("特急", FLUSH)
    page.add(f"{OFFICE}文件", replace(MARK, before=99.2 - 57.9))
    page.blank(2)
    border(page.add("清水发〔2025〕26号", NUMBER), "bottom")
    page.blank(2)
    return done(ended(told(begun(page))))


@sample
def red_line_too_short() -> Foreign:
    page = Foreign()
    page.add(f"{OFFICE}文件", MARK)
    page.blank(2)
    drawn(page.add("清水发〔2025〕26号", NUMBER), 120)
    page.blank(2)
    return done(ended(told(begun(page))))


@sample
def chapters_with_a_point() -> Foreign:
    page = begun(Foreign())
    page.add("一.压实防汛责任", H1)
    page.add("各乡镇要在6月底前落实每座水库的行政责任人、技术责任人和巡查责任人。")
    page.add("二.加强巡查值守", H1)
    page.add("汛期坚持24小时值班。")
    return done(ended(page))


@sample
def address_of_the_web_in_blue() -> Foreign:
    page = begun(Foreign())
    line = page.add("请各乡镇登录水库管理系统填报，网址为")
    link = run(line, "http://sk.example.cn", Look())
    link.font.underline, link.font.color.rgb = WD_UNDERLINE.SINGLE, RGBColor(0, 0, 255)
    run(line, "，6月30日前完成。", Look())
    return done(ended(page))


@sample
def words_left_highlighted() -> Foreign:
    page = begun(Foreign())
    line = page.add("各乡镇要在")
    run(line, "6月底前", Look()).font.highlight_color = 7
    run(line, "落实每座水库的行政责任人、技术责任人和巡查责任人。", Look())
    return done(ended(page))


@sample
def copies_that_wrap_under_their_first_name() -> Foreign:
    page = ended(told(begun(headed(Foreign()))))
    hang = replace(SMALL, left=56, first=-42)
    names = (
        "县委办公室，县人大常委会办公室，县政协办公室，县应急管理局，县气象局，县自然资源局，县农业农村局。"
    )
    frame = f'<w:framePr {nsdecls("w")} w:w="8844" w:hAnchor="margin" w:vAnchor="margin" w:yAlign="bottom"/>'
    first = page.add(f"抄送：{names}", hang)
    last = page.add(f"{OFFICE}办公室\t2025年6月19日印发", SMALL)
    last.paragraph_format.tab_stops.add_tab_stop(Pt(428.2), WD_TAB_ALIGNMENT.RIGHT)
    for line in (first, last):
        line._p.get_or_add_pPr().insert_element_before(
            parse_xml(frame), "w:tabs", "w:spacing", "w:ind", "w:jc"
        )
    border(first, "top", sz="8", space="1", color="000000")
    border(last, "top", sz="6", space="1", color="000000")
    border(last, "bottom", sz="8", space="1", color="000000")
    page.add("", replace(FLUSH, size=1, line=1))
    return done(page)


@sample
def title_that_ends_on_trial() -> Foreign:
    page = begun(Foreign(), "清水县小型水库管护考核办法（试行）", "")
    page.add("第一条", H1, ("　为加强小型水库管护，制定本办法。", Look()))
    page.add("第二条", H1, ("　本办法适用于全县42座小型水库的管护考核。", Look()))
    page.add("第三条", H1, ("　考核每年进行一次，结果分为优秀、合格、不合格。", Look()))
    return done(page)


@sample
def request_for_approval_jointly_signed() -> Foreign:
    page = Foreign()
    for place, name in enumerate((OFFICE, f"{FINANCE}文件")):
        page.add(name, replace(MARK, size=34, before=0 if place else 99.2))
    page.blank(2)
    table = page.table(("", "签发人：马某某　丁某某"), ("清水请〔2025〕9号", "苏某某"))
    ruled(table)
    line = f'<w:bottom {nsdecls("w")} w:val="single" w:sz="12" w:color="FF0000"/>'
    next(table._tbl.iter(qn("w:tblBorders"))).append(parse_xml(line))
    number = table.cell(1, 0).paragraphs[0]
    restyle(number, replace(NUMBER, align="left"))
    number.paragraph_format.left_indent = Pt(16)
    for row, (label, names) in enumerate((("签发人：", "马某某　丁某某"), ("", "苏某某　　　　"))):
        cell = table.cell(row, 1).paragraphs[0]
        restyle(cell, replace(FLUSH, align="right"))
        for old in list(cell.runs):
            cell._p.remove(old._r)
        cell.paragraph_format.right_indent = Pt(16)
        run(cell, label, Look())
        run(cell, names, Look(KAI))
    page.blank(2)
    begun(page, "关于增加2025年水利发展资金的请示", "清水县人民政府：")
    page.add("因石沟水库除险加固任务增加，需增加水利发展资金480万元。")
    page.add("妥否，请批示。")
    page.blank()
    page.add("清水县水利局　　　　　清水县财政局", replace(FLUSH, align="center"))
    page.add("2025年6月18日", SEALED)
    return done(page)


@sample
def footer_left_where_word_puts_it() -> Foreign:
    page = whole()
    page.document.sections[0].footer_distance = Mm(12.7)
    return page


@sample
def numbers_in_arial_of_a_larger_size() -> Foreign:
    page = whole()
    section = page.document.sections[0]
    for footer in (section.footer, section.even_page_footer):
        for one in footer.paragraphs[0].runs:
            one.font.name, one.font.size = "Arial", Pt(18)
    return page


@sample
def text_in_song_between_the_rest() -> Foreign:
    page = begun(Foreign())
    for words in (
        "为确保全县水库安全度汛，保障人民群众生命财产安全，现将有关事项通知如下。",
        "各乡镇要在6月底前落实每座水库的行政责任人、技术责任人和巡查责任人。",
    ):
        page.add(words, replace(TEXT, font=SONG, size=15))
    return done(ended(page))


@sample
def imprint_whose_copies_pause() -> Foreign:
    page = told(begun(Foreign()))
    ended(page)
    page.add("（此件公开发布）")
    return done(printed(page, "抄送：县委办公室、县应急管理局。"))
