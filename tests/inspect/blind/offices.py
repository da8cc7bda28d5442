"""A second set, written after what the first one showed was mended and again before inspect was asked.

What each has wrong stands in expected.yaml.
"""

from __future__ import annotations

from dataclasses import replace

from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm, Pt

from tests.inspect.blind.register import Register
from tests.inspect.pages import (
    FLUSH,
    H1,
    H2,
    HEI,
    MARK,
    NUMBER,
    SEALED,
    SMALL,
    SONG,
    TEXT,
    TITLE,
    Foreign,
    Look,
    border,
    drawn,
    framed,
    page_field,
    restyle,
    run,
)

OFFICE, COUNTY = "平江县农业农村局", "平江县人民政府"
TO = "各乡镇农业综合服务中心："
sample = Register()


def begun(page: Foreign, title: str = "关于做好2025年春耕备耕工作的通知", to: str = TO) -> Foreign:
    for line in title.split("\n"):
        page.add(line, TITLE)
    page.blank()
    if to:
        page.add(to, FLUSH)
    return page


def told(page: Foreign) -> Foreign:
    page.add("为做好2025年春耕备耕工作，稳定粮食播种面积，现将有关事项通知如下。")
    page.add("一、落实播种面积", H1)
    page.add("全县早稻播种面积不低于32万亩，油菜收获面积18万亩。")
    page.add("二、备足农资", H1)
    page.add("3月底前备足种子650吨、化肥1.2万吨，开展农资打假专项检查。")
    return page


def ended(page: Foreign, issuer: str = OFFICE, date: str = "2025年2月20日", wide: float = 6.5) -> Foreign:
    page.blank()
    page.add(issuer, replace(SEALED, right=64 + (wide - len(issuer)) * 8))
    page.add(date, SEALED)
    return page


def whole(page: Foreign) -> Foreign:
    ended(told(begun(page)))
    page.numbers()
    return page


@sample
def office_mark_in_a_cell_over_a_drawn_line() -> Foreign:
    page = Foreign()
    table = page.table((f"{OFFICE}文件",))
    table.style = None
    restyle(table.rows[0].cells[0].paragraphs[0], replace(MARK, before=0))
    page.blank(2)
    drawn(page.add("平农发〔2025〕7号", NUMBER), 156)
    page.blank(2)
    return whole(page)


@sample
def public_notice_right() -> Foreign:
    page = begun(Foreign(), "平江县人民政府\n关于划定畜禽养殖禁养区的通告", "")
    page.add("根据《畜禽规模养殖污染防治条例》，现将划定畜禽养殖禁养区有关事项通告如下：")
    page.add("一、禁养区范围", H1)
    page.add("饮用水水源保护区、城镇居民区和文化教育科学研究区域。")
    page.add("本通告自2025年3月1日起施行。")
    ended(page, COUNTY)
    page.numbers()
    return page


@sample
def answering_letter_without_a_head() -> Foreign:
    page = begun(Foreign(), "关于征求春耕备耕方案意见的复函", "县发展和改革局：")
    page.add("你局《关于征求春耕备耕方案意见的函》收悉。经研究，我局无意见。")
    page.add("特此函复。")
    ended(page)
    page.numbers()
    return page


@sample
def minutes_of_an_issue_with_a_table_of_who_was_there() -> Foreign:
    page = Foreign()
    page.add("平江县农业农村局党组会议纪要", replace(MARK, size=32))
    page.blank()
    page.add("第12期", NUMBER)
    border(page.add("平江县农业农村局办公室　　　　　　　2025年2月18日", FLUSH), "bottom")
    page.blank()
    page.add("2月17日，局党组书记李某某主持召开局党组会议，研究春耕备耕工作，纪要如下：")
    page.add("一、关于农资储备", H1)
    page.add("会议同意安排农资储备资金260万元。")
    page.table(("出席", "李某某、钟某"), ("列席", "方某、余某"))
    page.numbers()
    return page


@sample
def reply_of_an_impossible_day() -> Foreign:
    page = begun(Foreign(), "关于同意建设高标准农田的批复", "龙门镇人民政府：")
    page.add("你镇《关于建设高标准农田的请示》收悉。经研究，同意建设高标准农田1200亩。")
    page.add("此复。")
    ended(page, COUNTY, "2025年2月30日")
    page.numbers()
    return page


@sample
def request_with_its_signatories_pushed() -> Foreign:
    page = Foreign()
    page.add(f"{OFFICE}文件", MARK)
    page.blank(2)
    line = replace(FLUSH, left=16)
    border(page.add("平农请〔2025〕2号　　　　　　　　　签发人：李某某", line), "bottom")
    page.blank(2)
    begun(page, "关于申请春耕备耕资金的请示", f"{COUNTY}：")
    page.add("为确保春耕生产顺利开展，恳请安排春耕备耕资金300万元。")
    page.add("妥否，请批示。")
    ended(page)
    page.numbers()
    return page


@sample
def numbers_in_the_middle_with_right_dashes() -> Foreign:
    page = ended(told(begun(Foreign())))
    page.numbers(sides=False)
    return page


@sample
def page_of_pages() -> Foreign:
    page = ended(told(begun(Foreign())))
    look = Look(SONG, 14, "center", spacing=0)
    line = page.document.sections[0].footer.paragraphs[0]
    line.alignment = 1
    run(line, "第", look)
    page_field(line, look, "1")
    run(line, "页 共2页", look)
    return page


@sample
def numbers_of_headings_in_loose_forms() -> Foreign:
    page = begun(Foreign())
    page.add("为做好2025年春耕备耕工作，现将有关事项通知如下。")
    page.add("一、落实播种面积", H1)
    page.add("(一)早稻面积", H2)
    page.add("全县早稻播种面积不低于32万亩，油菜收获面积18万亩。")
    page.add("（二）、油菜面积", H2)
    page.add("油菜收获面积18万亩。")
    page.add("二.备足农资", H1)
    page.add("3月底前备足种子650吨、化肥1.2万吨。")
    ended(page)
    page.numbers()
    return page


@sample
def numbers_of_headings_with_gaps() -> Foreign:
    page = begun(Foreign())
    page.add("为做好2025年春耕备耕工作，现将有关事项通知如下。")
    page.add("一、落实播种面积", H1)
    page.add("（一）早稻面积", H2)
    page.add("全县早稻播种面积不低于32万亩。")
    page.add("（一）油菜面积", H2)
    page.add("油菜收获面积18万亩。")
    page.add("三、备足农资", H1)
    page.add("3月底前备足种子650吨、化肥1.2万吨。")
    ended(page)
    page.numbers()
    return page


@sample
def paragraphs_moved_in_as_a_whole() -> Foreign:
    page = begun(Foreign())
    for words in (
        "为做好2025年春耕备耕工作，稳定粮食播种面积，现将有关事项通知如下，请认真抓好落实。",
        "全县早稻播种面积不低于32万亩，油菜收获面积18万亩，各乡镇要逐村逐户落实到田块。",
    ):
        page.add(words, replace(TEXT, first=0, left=32))
    ended(page)
    page.numbers()
    return page


@sample
def closing_in_the_middle() -> Foreign:
    page = told(begun(Foreign()))
    page.add("特此通知。", replace(TEXT, first=0, align="center"))
    ended(page)
    page.numbers()
    return page


@sample
def table_of_fixed_rows() -> Foreign:
    page = told(begun(Foreign()))
    table = page.table(("乡镇", "面积（万亩）"), ("龙门镇", "2.6"), ("长寿镇", "3.1"))
    for row in table.rows:
        row._tr.get_or_add_trPr().append(
            parse_xml(f'<w:trHeight {nsdecls("w")} w:val="170" w:hRule="exact"/>')
        )
    ended(page)
    page.numbers()
    return page


@sample
def attachments_with_marks_close_under_the_text() -> Foreign:
    page = told(begun(Foreign()))
    page.add("附件：1.播种面积任务表；", replace(TEXT, left=96, first=-64))
    page.add("2.农资储备任务表。", replace(TEXT, left=96, first=-16))
    ended(page)
    for number, name in ((1, "播种面积任务表"), (2, "农资储备任务表")):
        page.add(f"附件{number}", replace(FLUSH, font=HEI)).paragraph_format.page_break_before = True
        page.blank()
        page.add(name, TITLE)
        page.table(("乡镇", "任务"), ("龙门镇", "2.6"))
    page.numbers()
    return page


@sample
def date_without_an_issuer() -> Foreign:
    page = told(begun(Foreign()))
    page.blank()
    page.add("2025年2月20日", SEALED)
    page.numbers()
    return page


@sample
def first_page_without_text() -> Foreign:
    page = begun(Foreign())
    page.document.add_page_break()
    ended(told(page))
    page.numbers()
    return page


@sample
def fonts_of_windows_and_a_rhombus() -> Foreign:
    page = Foreign()
    look = replace(TITLE, font="华文中宋")
    for line in ("平江县人民政府办公室", "关于做好2025年春耕备耕和早稻集中育秧", "工作的通知"):
        page.add(line, look)
    page.blank()
    page.add(TO, replace(FLUSH, font="仿宋"))
    page.add("为做好2025年春耕备耕工作，现将有关事项通知如下。", replace(TEXT, font="仿宋"))
    page.add("一、落实播种面积", H1)
    page.add("（一）早稻面积。", replace(H2, font="楷体"), ("全县早稻面积不低于32万亩。", Look("仿宋")))
    page.add("（二）油菜面积。", replace(H2, font="楷体"), ("油菜收获面积18万亩。", Look("仿宋")))
    page.blank()
    page.add("平江县人民政府办公室", replace(SEALED, right=64 - 28, font="仿宋"))
    page.add("2025年2月20日", replace(SEALED, font="仿宋"))
    page.numbers()
    return page


@sample
def the_other_profile() -> Foreign:
    page = Foreign((34.58, 26, 32.58, 28))
    own = 29.45
    page.document.sections[0].footer_distance = Mm(22.9)
    page.add("关于做好2025年春耕备耕工作的通知", TITLE)
    page.add("", replace(FLUSH, line=own))
    page.add(TO, replace(FLUSH, line=own))
    for words in (
        "为做好2025年春耕备耕工作，稳定粮食播种面积，现将有关事项通知如下。",
        "全县早稻播种面积不低于32万亩，油菜收获面积18万亩。",
    ):
        page.add(words, replace(TEXT, line=own))
    page.add("", replace(FLUSH, line=own))
    page.add(OFFICE, replace(SEALED, right=64 - 12, line=own))
    page.add("2025年2月20日", replace(SEALED, line=own))
    page.numbers()
    return page


@sample
def imprint_in_a_frame_at_the_foot() -> Foreign:
    page = ended(told(begun(Foreign())))
    foot = f'<w:framePr {nsdecls("w")} w:w="8844" w:hAnchor="margin" w:vAnchor="margin" w:yAlign="bottom"/>'
    lines = (
        page.add(
            "抄送：县委办公室，县人大常委会办公室，县政府办公室，县政协办公室。", replace(SMALL, left=56)
        ),
        page.add("平江县农业农村局办公室\t2025年2月21日印发", SMALL),
    )
    lines[0].paragraph_format.first_line_indent = Pt(-42)
    lines[1].paragraph_format.tab_stops.add_tab_stop(Pt(428.2), 2)
    for line in lines:
        line._p.get_or_add_pPr().insert_element_before(
            parse_xml(foot), "w:pBdr", "w:tabs", "w:spacing", "w:ind", "w:jc"
        )
    border(lines[0], "top", sz="8", space="1", color="000000")
    border(lines[1], "top", sz="6", space="1", color="000000")
    border(lines[1], "bottom", sz="8", space="1", color="000000")
    page.blank()
    page.numbers()
    return page


@sample
def text_without_a_title() -> Foreign:
    page = Foreign()
    page.add("为做好2025年春耕备耕工作，稳定粮食播种面积，现将有关事项通知如下。")
    page.add("全县早稻播种面积不低于32万亩，油菜收获面积18万亩。")
    ended(page)
    page.numbers()
    return page


@sample
def pasted_from_a_page_of_the_web() -> Foreign:
    page = begun(Foreign())
    page.add(
        "为做好2025年春耕备耕工作，",
        TEXT,
        ("要全面落实粮食安全党政同责，", Look("微软雅黑", color="333333")),
        ("现将有关事项通知如下。", Look()),
    )
    page.add("全县早稻播种面积不低于32万亩，油菜收获面积18万亩。")
    ended(page)
    page.numbers()
    return page


@sample
def number_of_a_short_year() -> Foreign:
    page = Foreign()
    page.add(f"{OFFICE}文件", MARK)
    page.blank(2)
    border(page.add("平农发〔25〕7号", NUMBER), "bottom")
    page.blank(2)
    return whole(page)


@sample
def turned_attachment() -> Foreign:
    page = told(begun(Foreign()))
    page.blank()
    page.add("附件：农资储备明细表", replace(TEXT, left=80, first=-48))
    ended(page)
    page.numbers()
    turned = page.document.add_section(WD_SECTION.NEW_PAGE)
    turned.orientation = WD_ORIENT.LANDSCAPE
    turned.page_width, turned.page_height = Mm(297), Mm(210)
    turned.top_margin, turned.right_margin = Mm(28), Mm(37)
    turned.bottom_margin, turned.left_margin = Mm(26), Mm(35)
    page.add("附件", replace(FLUSH, font=HEI))
    page.blank()
    page.add("农资储备明细表", TITLE)
    page.table(("乡镇", "种子", "化肥", "农药"), ("龙门镇", "26", "310", "5"))
    return page


@sample
def left_as_a_form() -> Foreign:
    page = begun(Foreign())
    page.add("根据上级要求，请各单位于____年__月__日前报送春耕备耕进度。")
    page.add("联系人：单击此处输入文字。")
    page.blank()
    page.add(OFFICE, replace(SEALED, right=52))
    page.add("2025年　月　日", SEALED)
    page.numbers()
    return page


@sample
def page_numbers_of_words_gallery() -> Foreign:
    """A content control in the footer, the number in its middle, as Word's gallery puts it."""
    page = ended(told(begun(Foreign())))
    footer = page.document.sections[0].footer
    line = footer.paragraphs[0]
    line.alignment = 1
    page_field(line, Look("Times New Roman", 9, spacing=0), "1")
    control = parse_xml(f"<w:sdt {nsdecls('w')}><w:sdtPr/><w:sdtContent/></w:sdt>")
    line._p.addprevious(control)
    next(control.iter(qn("w:sdtContent"))).append(line._p)
    return page


@sample
def number_beside_the_page_in_a_frame() -> Foreign:
    """As older versions of Word insert it: a frame on the outer side, no space beside the number."""
    page = ended(told(begun(Foreign())))
    page.numbers()
    for footer in (page.document.sections[0].footer, page.document.sections[0].even_page_footer):
        line = footer.paragraphs[0]
        form = line.paragraph_format
        form.left_indent = form.right_indent = form.alignment = None
        frame = f'<w:framePr {nsdecls("w")} w:wrap="around" w:vAnchor="text" w:hAnchor="margin"'
        line._p.get_or_add_pPr().insert_element_before(
            parse_xml(f'{frame} w:xAlign="outside" w:y="1"/>'), "w:spacing", "w:ind", "w:jc"
        )
        footer.add_paragraph()
    return page


@sample
def urgent_notice_in_frames() -> Foreign:
    page = Foreign()
    framed(page.add("000012", FLUSH), "left", 0)
    framed(page.add("加急", replace(FLUSH, font=HEI)), "left", 579)
    framed(page.add(f"{OFFICE}文件", replace(MARK, before=0)), "center", 1984)
    page.blank(6)
    border(page.add("平农发〔2025〕7号", NUMBER), "bottom")
    page.blank(2)
    return whole(page)


@sample
def head_all_too_close() -> Foreign:
    page = Foreign()
    page.add(f"{OFFICE}文件", replace(MARK, before=0))
    border(page.add("平农发〔2025〕7号", NUMBER), "bottom", space="1")
    return whole(page)
