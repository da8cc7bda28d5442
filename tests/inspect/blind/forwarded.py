"""A third set, written after the second was mended and again before inspect was asked.

What each has wrong stands in expected.yaml.
"""

from __future__ import annotations

from dataclasses import replace

from docx.enum.text import WD_TAB_ALIGNMENT
from docx.shared import Pt

from tests.inspect.blind.offices import COUNTY, OFFICE, TO, begun, ended, told
from tests.inspect.blind.register import Register
from tests.inspect.pages import (
    BIAOSONG,
    FLUSH,
    H1,
    H2,
    HEI,
    KAI,
    MARK,
    NUMBER,
    SEALED,
    SMALL,
    TEXT,
    TITLE,
    Foreign,
    Look,
    border,
    drawn,
    restyle,
    run,
)

sample = Register()


def done(page: Foreign) -> Foreign:
    page.numbers()
    return page


def headed(page: Foreign, *marks: str) -> Foreign:
    for place, mark in enumerate(marks or (f"{OFFICE}文件",)):
        page.add(mark, replace(MARK, size=36, before=0 if place else 99.2))
    page.blank(2)
    border(page.add("平农发〔2025〕9号", NUMBER), "bottom")
    page.blank(2)
    return page


@sample
def joint_marks_of_three() -> Foreign:
    page = headed(Foreign(), OFFICE, "平江县财政局", "平江县水利局文件")
    told(begun(page))
    page.blank()
    table = page.table((OFFICE, "平江县财政局", "平江县水利局"))
    table.style = None
    for cell in table.rows[0].cells:
        restyle(cell.paragraphs[0], replace(FLUSH, align="center"))
    page.add("2025年3月6日", SEALED)
    return done(page)


@sample
def report_of_two_signatories() -> Foreign:
    page = Foreign()
    page.add(f"{OFFICE}文件", MARK)
    page.blank(2)
    for number, label, name in (("", "签发人：", "李某某"), ("平农报〔2025〕3号", "", "钟某某")):
        line = page.add(number, replace(FLUSH, left=16))
        stops = line.paragraph_format.tab_stops
        stops.add_tab_stop(Pt(426.2), WD_TAB_ALIGNMENT.RIGHT)
        run(line, f"\t{label}", Look())
        run(line, name, Look(KAI))
    border(line, "bottom")
    page.blank(2)
    begun(page, "关于2024年粮食生产工作的报告", f"{COUNTY}：")
    page.add("2024年，全县粮食播种面积96万亩，总产42万吨，现将有关情况报告如下。")
    page.add("特此报告。")
    return done(ended(page, date="2025年3月6日", wide=6))


@sample
def letter_between_drawn_lines() -> Foreign:
    page = Foreign((30, 26, 35, 28))
    page.add(OFFICE, replace(MARK, before=0, size=36))
    drawn(page.add("", replace(FLUSH, line=12)), 170)
    line = page.add("特急", replace(FLUSH, font=HEI))
    line.paragraph_format.tab_stops.add_tab_stop(Pt(442.2), WD_TAB_ALIGNMENT.RIGHT)
    run(line, "\t平农函〔2025〕11号", Look())
    page.blank(2)
    begun(page, "关于商请支持高标准农田建设的函", "县自然资源局：")
    page.add("为推进2025年高标准农田建设，商请贵局支持用地预审工作。")
    page.document.sections[0].different_first_page_header_footer = True
    return done(ended(page))


@sample
def order_whose_number_is_on_the_next_line() -> Foreign:
    page = Foreign()
    page.add("平江县人民政府令", replace(MARK, before=56.7))
    page.blank(2)
    page.add("第 3 号", NUMBER)
    page.blank(2)
    page.add("《平江县农田水利设施管护办法》已经县人民政府常务会议审议通过，现予公布，自2025年4月1日起施行。")
    page.blank(2)
    page.add("县　长　　黄某某", replace(SEALED, right=48))
    page.add("2025年3月6日", replace(SEALED, right=48))
    return done(page)


@sample
def notice_that_forwards_another() -> Foreign:
    page = begun(
        Foreign(), "平江县人民政府办公室\n转发县农业农村局关于做好春耕备耕工作意见的通知", "各乡镇人民政府："
    )
    page.add("县农业农村局《关于做好春耕备耕工作的意见》已经县人民政府同意，现转发给你们，请认真贯彻执行。")
    ended(page, "平江县人民政府办公室", "2025年3月6日", 6)
    first = page.add("关于做好春耕备耕工作的意见", TITLE)
    first.paragraph_format.page_break_before = True
    page.add("县农业农村局", Look(KAI, align="center"))
    page.add("（2025年3月1日）", Look(KAI, align="center"))
    page.blank()
    page.add("为做好2025年春耕备耕工作，提出如下意见。")
    page.add("一、落实播种面积", H1)
    page.add("全县早稻播种面积不低于32万亩，油菜收获面积18万亩。")
    return done(page)


@sample
def notice_with_a_form_to_send_back() -> Foreign:
    page = begun(Foreign(), "关于举办农技人员培训班的通知")
    page.add("定于2025年3月20日举办全县农技人员培训班，现将有关事项通知如下：")
    page.add("一、培训时间：", H1, ("2025年3月20日至22日。", Look()))
    page.add("二、培训地点：", H1, ("县农业广播电视学校。", Look()))
    page.add("请于3月15日前将报名表（见附件）报县农业农村局科教股。")
    page.blank()
    page.add("附件：培训班报名表", replace(TEXT, left=80, first=-48))
    ended(page, date="2025年3月6日", wide=6)
    page.add("附件", replace(FLUSH, font=HEI)).paragraph_format.page_break_before = True
    page.blank()
    page.add("培训班报名表", TITLE)
    page.table(("单位", "姓名", "职务", "电话"), ("", "", "", ""))
    page.add("注：请于3月15日前报送。", Look(size=12, spacing=0))
    return done(page)


@sample
def names_made_public() -> Foreign:
    page = begun(Foreign(), "关于2025年种粮大户补贴名单的公示", "")
    page.add("根据有关规定，现将2025年种粮大户补贴名单予以公示，公示期为2025年3月6日至3月12日。")
    for number, name in enumerate(("龙门镇李某某，面积126亩。", "长寿镇钟某某，面积98亩。"), 1):
        page.add(f"{number}.{name}")
    page.add("公示期间如有异议，请向县农业农村局反映。")
    return done(ended(page, date="2025年3月6日", wide=6))


@sample
def sections_in_bold() -> Foreign:
    page = begun(Foreign())
    page.add("一、落实播种面积", H1)
    page.add("（一）早稻面积", replace(H2, bold=True))
    page.add("全县早稻播种面积不低于32万亩，油菜收获面积18万亩。")
    page.add("（二）油菜面积", replace(H2, bold=True))
    page.add("全县油菜收获面积18万亩，单产稳定在130公斤以上。")
    return done(ended(page))


@sample
def chapters_without_numbers() -> Foreign:
    page = begun(Foreign())
    page.add("为做好2025年春耕备耕工作，现将有关事项通知如下。")
    page.add("落实播种面积", H1)
    page.add("全县早稻播种面积不低于32万亩，油菜收获面积18万亩。")
    page.add("备足农资", H1)
    page.add("3月底前备足种子650吨、化肥1.2万吨。")
    return done(ended(page))


@sample
def sections_in_the_font_of_the_text() -> Foreign:
    page = begun(Foreign())
    page.add("一、落实播种面积", H1)
    page.add("（一）早稻面积")
    page.add("全县早稻播种面积不低于32万亩，油菜收获面积18万亩。")
    page.add("（二）油菜面积")
    page.add("全县油菜收获面积18万亩，单产稳定在130公斤以上。")
    return done(ended(page))


@sample
def date_of_points() -> Foreign:
    return done(ended(told(begun(Foreign())), date="2025.3.8", wide=4))


@sample
def head_without_an_end() -> Foreign:
    return done(told(begun(headed(Foreign()))))


@sample
def space_behind_every_paragraph() -> Foreign:
    page = begun(Foreign())
    for words in (
        "现将2025年春耕备耕有关事项通知如下。",
        "全县早稻播种面积不低于32万亩。",
        "油菜收获面积18万亩。",
    ):
        page.add(words, replace(TEXT, after=6))
    return done(ended(page))


@sample
def small_text_on_wide_lines() -> Foreign:
    page = begun(Foreign())
    for words in (
        "现将2025年春耕备耕有关事项通知如下。",
        "全县早稻播种面积不低于32万亩。",
        "油菜收获面积18万亩。",
    ):
        page.add(words, replace(TEXT, size=14, first=28, line=26, spacing=0))
    return done(ended(page))


@sample
def top_margin_left_as_it_was() -> Foreign:
    page = told(begun(Foreign((25.4, 26, 35, 28))))
    return done(ended(page))


@sample
def title_in_red_and_hei() -> Foreign:
    page = Foreign()
    page.add("关于做好2025年春耕备耕工作的通知", replace(TITLE, color="FF0000", font=HEI))
    page.blank()
    page.add(TO, FLUSH)
    return done(ended(told(page)))


@sample
def black_mark() -> Foreign:
    page = Foreign()
    page.add(f"{OFFICE}文件", replace(MARK, color=""))
    page.blank(2)
    border(page.add("平农发〔2025〕9号", NUMBER), "bottom")
    page.blank(2)
    return done(ended(told(begun(page))))


@sample
def recipients_that_a_semicolon_ends() -> Foreign:
    return done(ended(told(begun(Foreign(), to="各乡镇农业综合服务中心；"))))


@sample
def imprint_of_a_printer_alone() -> Foreign:
    page = ended(told(begun(headed(Foreign()))))
    page.add("（此件公开发布）")
    page.blank(6)
    last = page.add("平江县农业农村局办公室\t2025年3月7日印发", SMALL)
    last.paragraph_format.tab_stops.add_tab_stop(Pt(428.2), WD_TAB_ALIGNMENT.RIGHT)
    border(last, "top", sz="8", space="1", color="000000")
    border(last, "bottom", sz="8", space="1", color="000000")
    return done(page)


@sample
def opinion_to_be_issued_with_sub_points() -> Foreign:
    page = begun(
        Foreign(), "平江县人民政府\n关于促进粮食生产稳定发展的实施意见", "各乡镇人民政府，县直有关单位："
    )
    page.add("为促进粮食生产稳定发展，结合我县实际，提出如下意见。")
    page.add("一、总体要求", H1)
    page.add("（一）指导思想。", H2, ("全面落实粮食安全党政同责。", Look()))
    page.add("（二）目标任务。", H2, ("到2027年，全县粮食播种面积稳定在96万亩以上。", Look()))
    page.add("二、重点任务", H1)
    page.add("（三）建设高标准农田。", H2, ("每年新建高标准农田3万亩。", Look()))
    page.add("1.整合资金。统筹涉农资金1.2亿元。")
    page.add("（1）县级财政每年安排3000万元。")
    page.add("2.规范管护。落实管护主体和经费。")
    page.add("（四）推广良种良法。", H2, ("主推品种覆盖率达到95%以上。", Look()))
    return done(ended(page, COUNTY, "2025年3月6日", 6))


@sample
def numbers_without_dashes_at_their_sides() -> Foreign:
    page = ended(told(begun(Foreign())))
    page.numbers(dashes="")
    return page


@sample
def blank_lines_as_a_way_to_the_next_page() -> Foreign:
    page = told(begun(Foreign()))
    page.blank()
    page.add("附件：播种面积任务表", replace(TEXT, left=80, first=-48))
    ended(page)
    page.blank(9)
    page.add("附件", replace(FLUSH, font=HEI))
    page.add("播种面积任务表", TITLE)
    page.table(("乡镇", "任务"), ("龙门镇", "2.6"))
    return done(page)


@sample
def a_secret_that_must_not_be_here() -> Foreign:
    page = Foreign()
    page.add("机密★3年", replace(FLUSH, font=HEI))
    page.add(f"{OFFICE}文件", replace(MARK, before=99.2 - 28.95))
    page.blank(2)
    border(page.add("平农发〔2025〕9号", NUMBER), "bottom")
    page.blank(2)
    return done(ended(told(begun(page))))


@sample
def title_of_marks_and_a_lone_character() -> Foreign:
    page = Foreign()
    page.add("关于做好2025年春耕备耕和早稻集中育秧工作的通知", replace(TITLE, font=BIAOSONG))
    page.blank()
    page.add(TO, FLUSH)
    return done(ended(told(page)))
