"""A seventh set, written after the sixth was mended, before inspect was asked.

What each has wrong stands in expected.yaml.
"""

from __future__ import annotations

from dataclasses import replace

from docx.enum.section import WD_SECTION
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.oxml.ns import qn
from docx.shared import Pt

from tests.inspect.blind.habits import (
    NOTICE,
    OFFICE,
    TO,
    begun,
    done,
    ended,
    headed,
    printed,
    told,
)
from tests.inspect.blind.register import Register
from tests.inspect.pages import (
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
    run,
)

sample = Register()


def refonted(names: dict[str, str]) -> Foreign:
    """A notice in fonts of other names."""
    page = done(ended(told(begun(headed(Foreign())))))
    section = page.document.sections[0]
    roots = (page.document.element, section.footer._element, section.even_page_footer._element)
    for one in (fonts for root in roots for fonts in root.iter(qn("w:rFonts"))):
        for kind, name in list(one.attrib.items()):
            one.set(kind, names.get(name, name))
    return page


@sample
def fonts_by_their_english_names() -> Foreign:
    return refonted(
        {
            "仿宋_GB2312": "FangSong_GB2312",
            "楷体_GB2312": "KaiTi_GB2312",
            "黑体": "SimHei",
            "宋体": "SimSun",
            "方正小标宋简体": "FZXiaoBiaoSong-B05S",
        }
    )


@sample
def fonts_of_founder_in_gbk() -> Foreign:
    return refonted(
        {
            "仿宋_GB2312": "方正仿宋_GBK",
            "楷体_GB2312": "方正楷体_GBK",
            "黑体": "方正黑体_GBK",
            "方正小标宋简体": "方正小标宋_GBK",
        }
    )


@sample
def two_marks_in_one_paragraph() -> Foreign:
    page = headed(Foreign(), mark=f"{OFFICE}\n清水县财政局文件")
    told(begun(page, "关于下达2025年水利发展资金的通知"))
    page.blank()
    page.add("清水县水利局　　　　　清水县财政局", replace(FLUSH, align="center"))
    page.add("2025年6月18日", SEALED)
    return done(page)


@sample
def recipients_on_two_lines_of_one_paragraph() -> Foreign:
    return done(ended(told(begun(Foreign(), to="各乡镇人民政府，\n各水库管理所，县直有关单位："))))


@sample
def points_by_the_style_of_lists() -> Foreign:
    page = begun(Foreign())
    page.add("为确保全县水库安全度汛，现将有关事项通知如下。")
    for words in (
        "各乡镇要在6月底前落实每座水库的行政责任人和巡查责任人。",
        "汛期坚持24小时值班，小型水库每日巡查不少于1次。",
    ):
        page.add(words, replace(TEXT, style="List Number"))
    return done(ended(page))


@sample
def letter_in_answer_to_another() -> Foreign:
    page = Foreign((30, 26, 35, 28))
    page.add(OFFICE, replace(MARK, before=0, size=34))
    drawn(page.add("", replace(FLUSH, line=12)), 170)
    page.add("清水函〔2025〕33号", replace(FLUSH, align="right"))
    page.blank(2)
    begun(page, "关于石沟水库水质情况的复函", "县生态环境局：")
    page.add("你局《关于商请提供石沟水库水质情况的函》（清环函〔2025〕6号）收悉。经研究，函复如下：")
    page.add("石沟水库2025年上半年水质为Ⅱ类，满足饮用水水源要求。")
    page.add("专此函复。")
    page.document.sections[0].different_first_page_header_footer = True
    return done(ended(page))


@sample
def resolution_under_the_note_of_its_passing() -> Foreign:
    page = Foreign()
    page.add("清水县人民代表大会常务委员会\n关于批准2024年县级决算的决议", TITLE)
    page.add(
        "（2025年6月18日清水县第十八届人民代表大会\n常务委员会第三十次会议通过）", Look(KAI, align="center")
    )
    page.blank()
    page.add("清水县第十八届人民代表大会常务委员会第三十次会议，听取了县财政局受县人民政府委托所作的报告。")
    page.add("会议决定，批准2024年县级决算。")
    return done(page)


@sample
def announcement_with_a_title_for_its_mark() -> Foreign:
    page = Foreign()
    page.add(f"{OFFICE}公告", TITLE)
    page.add("2025年第4号", NUMBER)
    page.blank()
    page.add("根据《取水许可管理办法》，现将2025年第二季度取水许可审批结果公告如下：")
    page.add("批准取水许可6件，年取水量126万立方米。")
    page.add("特此公告。")
    return done(ended(page))


@sample
def indent_of_small_type() -> Foreign:
    page = begun(Foreign())
    for words in (
        "为确保全县水库安全度汛，现将有关事项通知如下。",
        "汛期坚持24小时值班，小型水库每日巡查不少于1次。",
    ):
        page.add(words, replace(TEXT, first=21))
    return done(ended(page))


@sample
def end_at_the_right_edge() -> Foreign:
    page = told(begun(Foreign()))
    page.blank()
    page.add(OFFICE, replace(SEALED, right=0))
    page.add("2025年6月18日", replace(SEALED, right=0))
    return done(page)


def attached(label: Look) -> Foreign:
    page = told(begun(Foreign()))
    page.blank()
    page.add("附件：水库责任人名单", replace(TEXT, left=80, first=-48))
    ended(page)
    page.add("附件", label).paragraph_format.page_break_before = True
    page.blank()
    page.add("水库责任人名单", TITLE)
    page.table(("水库", "责任人"), ("石沟水库", "马某"))
    return done(page)


@sample
def label_of_an_attachment_in_the_font_of_the_text() -> Foreign:
    return attached(FLUSH)


@sample
def label_of_an_attachment_in_the_middle() -> Foreign:
    return attached(replace(FLUSH, font=HEI, align="center"))


@sample
def title_on_the_left() -> Foreign:
    page = Foreign()
    page.add(NOTICE, replace(TITLE, align="left"))
    page.blank()
    page.add(TO, FLUSH)
    return done(ended(told(page)))


@sample
def number_in_red() -> Foreign:
    page = Foreign()
    page.add(f"{OFFICE}文件", MARK)
    page.blank(2)
    border(page.add("清水发〔2025〕26号", replace(NUMBER, color="FF0000")), "bottom")
    page.blank(2)
    return done(ended(told(begun(page))))


@sample
def imprint_between_typed_lines() -> Foreign:
    page = ended(told(begun(headed(Foreign()))))
    page.blank()
    page.add("抄送：县应急管理局。", SMALL)
    page.add("─" * 28, FLUSH)
    last = page.add(f"{OFFICE}办公室\t2025年6月19日印发", SMALL)
    last.paragraph_format.tab_stops.add_tab_stop(Pt(428.2), WD_TAB_ALIGNMENT.RIGHT)
    return done(page)


@sample
def copies_with_a_blank_in_their_word() -> Foreign:
    return done(printed(ended(told(begun(headed(Foreign())))), "抄　送：县委办公室，县应急管理局。"))


@sample
def office_in_the_header() -> Foreign:
    page = done(ended(told(begun(Foreign()))))
    line = page.document.sections[0].header.paragraphs[0]
    run(line, OFFICE, Look(size=10.5, spacing=0))
    return page


@sample
def points_opening_in_bold() -> Foreign:
    page = begun(Foreign())
    page.add("一、压实防汛责任", H1)
    for words, rest in (("一是落实责任。", "公示责任人名单。"), ("二是开展培训。", "7月上旬集中培训一次。")):
        page.add(words, replace(TEXT, bold=True), (rest, Look()))
    return done(ended(page))


@sample
def table_in_a_section_of_two_columns() -> Foreign:
    page = begun(Foreign())
    page.add("各乡镇水库座数如下，请认真核对。")
    page.document.add_section(WD_SECTION.CONTINUOUS)
    page.table(("乡镇", "座数"), ("石沟乡", "6"), ("东峡镇", "8"))
    page.document.add_section(WD_SECTION.CONTINUOUS)
    page.add("请于6月25日前将核对结果报县水利局。")
    return done(ended(page))


@sample
def sections_run_into_their_text_in_kai() -> Foreign:
    page = begun(Foreign())
    page.add("一、压实防汛责任", H1)
    page.add("（一）落实责任人。各乡镇要在6月底前落实每座水库的责任人。", H2)
    page.add("（二）开展培训。县水利局7月上旬组织一次集中培训，培训内容包括巡查要点和险情处置。", H2)
    return done(ended(page))


@sample
def date_in_the_form_of_a_table() -> Foreign:
    page = told(begun(Foreign()))
    page.blank()
    page.add("附件：水库巡查安排表", replace(TEXT, left=80, first=-48))
    ended(page)
    page.add("附件", replace(FLUSH, font=HEI)).paragraph_format.page_break_before = True
    page.blank()
    page.add("水库巡查安排表", TITLE)
    page.table(("石沟乡人民政府", "2025年6月20日"), ("东峡镇人民政府", "2025年6月21日"))
    return done(page)


@sample
def end_after_a_table_of_offices_and_days() -> Foreign:
    page = begun(Foreign())
    page.add("各乡镇巡查时间安排如下：")
    page.table(("石沟乡人民政府", "2025年6月20日"), ("东峡镇人民政府", "2025年6月21日"))
    page.add("请各乡镇做好准备。")
    return done(ended(page))
