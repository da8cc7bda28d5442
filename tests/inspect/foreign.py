"""What other tools typically write, each document with the deviations that must be found, and no others."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from docx.enum.text import WD_TAB_ALIGNMENT
from docx.shared import Mm, Pt

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
    SIGNED,
    SMALL,
    SONG,
    TEXT,
    TITLE,
    Foreign,
    Look,
    border,
    drawn,
    framed,
    picture,
    restyle,
    ruled,
    styled,
)

if TYPE_CHECKING:
    from collections.abc import Callable

ISSUER = "怀化市鹤城区司法局"
NOTICE = "关于开展2024年度行政执法检查的通知"


@dataclass(frozen=True)
class Sample:
    """A document: what it is, how it is made, the codes of what deviates, those of 应当 apart."""

    name: str
    make: Callable[[], bytes]
    must: frozenset[str]
    others: frozenset[str]


SAMPLES: list[Sample] = []


def sample(must: str = "", others: str = "") -> Callable[[Callable[[], Foreign]], Callable[[], Foreign]]:
    """Registers a document under its function's name."""

    def register(make: Callable[[], Foreign]) -> Callable[[], Foreign]:
        name = make.__name__.replace("_", "-")
        SAMPLES.append(
            Sample(name, lambda: make().save(), frozenset(must.split()), frozenset(others.split()))
        )
        return make

    return register


def opened(page: Foreign, title: str = NOTICE, to: str = "各乡镇人民政府，区直各单位：") -> Foreign:
    """Title, 主送 and the first paragraph."""
    page.add(title, TITLE)
    page.blank()
    if to:
        page.add(to, FLUSH)
    page.add("为规范行政执法行为，现将2024年度行政执法检查有关事项通知如下。")
    return page


def texted(page: Foreign) -> Foreign:
    """Chapters with text below them."""
    page.add("一、检查范围", H1)
    page.add("全区各行政执法单位2024年1月1日以来办结的行政处罚、行政许可案件。")
    page.add("二、检查方式", H1)
    page.add("（一）自查。", H2, ("各单位于6月30日前完成自查，形成自查报告。", Look()))
    page.add("（二）抽查。", H2, ("区司法局组织人员对重点领域案卷进行抽查。", Look()))
    page.add("三、工作要求", H1)
    page.add("各单位要高度重视，明确专人负责，按时报送材料。")
    return page


def signed(page: Foreign, issuer: str = ISSUER, date: str = "2024年5月20日") -> Foreign:
    """署名 and date without a seal."""
    page.blank()
    page.add(issuer, SIGNED)
    page.add(date, replace(DATED, right=32 + 16 * len(issuer) - 16 * 9.5 + 8 if len(issuer) > 10 else 32 + 8))
    return page


def sealed(page: Foreign, issuer: str = ISSUER, date: str = "2024年5月20日", blanks: int = 1) -> Foreign:
    """署名 centred over a date four characters from the right."""
    page.blank(blanks)
    page.add(issuer, replace(SEALED, right=64 + (6.5 * 16 - len(issuer) * 16) / 2))
    page.add(date, SEALED)
    return page


def headed(page: Foreign, mark: str = f"{ISSUER}文件", number: str = "怀鹤司发〔2024〕3号") -> Foreign:
    """版头 with its red line under 发文字号."""
    page.add(mark, MARK)
    page.blank(2)
    border(page.add(number, NUMBER), "bottom")
    page.blank(2)
    return page


def plain() -> Foreign:
    return sealed(texted(opened(Foreign())))


def formal() -> Foreign:
    return sealed(texted(opened(headed(Foreign()))))


def numbered(page: Foreign) -> Foreign:
    page.numbers()
    return page


@sample()
def right_notice() -> Foreign:
    return numbered(formal())


@sample()
def right_without_a_head() -> Foreign:
    return numbered(plain())


@sample("page-number-dashes page-number-place", "line-spacing characters-per-line")
def typical_script() -> Foreign:
    page = Foreign()
    page.add(NOTICE, TITLE)
    page.blank()
    look = replace(TEXT, line=28, spacing=0)
    page.add("各乡镇人民政府：", replace(look, first=0))
    for text in ("为规范行政执法行为，现通知如下。", "各单位要认真自查，按时报送材料。"):
        page.add(text, look)
    page.add("特此通知。", look)
    sealed(page)
    page.numbers(result=False, sides=False, dashes="-")
    return page


@sample()
def page_field_without_result() -> Foreign:
    page = formal()
    page.numbers(result=False)
    return page


@sample("", "not-recognised")
def issuer_line_above_the_title() -> Foreign:
    page = Foreign()
    page.add(ISSUER, replace(TEXT, first=0, align="center"))
    return numbered(sealed(texted(opened(page))))


@sample("", "element-font element-size")
def title_in_two_paragraphs_of_two_looks() -> Foreign:
    page = Foreign()
    page.add("怀化市鹤城区人民政府办公室", TITLE)
    page.add("关于开展行政执法检查的通知", replace(TITLE, size=20, font=HEI))
    page.blank()
    page.add("各乡镇人民政府：", FLUSH)
    return numbered(sealed(texted(page)))


@sample("page-margin", "line-spacing")
def thirty_points_with_words_margins() -> Foreign:
    page = Foreign((25.4, 31.8, 25.4, 31.8))
    look = replace(TEXT, line=30)
    opened(page)
    for text in ("检查范围为全区各行政执法单位办结的案件。", "各单位要认真自查，按时报送材料。") * 3:
        page.add(text, look)
    page.document.sections[0].footer_distance = Mm(12.7)
    return numbered(sealed(page))


@sample("imprint-foot")
def copies_printed_behind_the_imprint() -> Foreign:
    page = imprinted(formal())
    page.add("（共印200份）", replace(SMALL, align="right"))
    return numbered(page)


def imprinted(page: Foreign, copies: str = "抄送：区委办公室，区人大常委会办公室。") -> Foreign:
    """版记 in a table at the foot."""
    border(page.add(copies, SMALL), "top", sz="8", space="1", color="000000")
    last = page.add("怀化市鹤城区司法局办公室　　　　　　2024年5月21日印发", SMALL)
    border(last, "top", sz="6", space="1", color="000000")
    border(last, "bottom", sz="8", space="1", color="000000")
    return page


@sample()
def centred_captions() -> Foreign:
    page = opened(Foreign())
    page.add("图1 案件办理流程", replace(TEXT, first=0, align="center"))
    page.add("检查结果见表1。")
    page.add("表1 案件数量", replace(TEXT, first=0, align="center"))
    page.add("单位：件", replace(TEXT, first=0, align="right"))
    page.table(("单位", "件数"), ("司法局", "12"))
    page.add("各单位要认真自查，按时报送材料。")
    return numbered(sealed(page))


@sample("red-line-place")
def red_line_between_mark_and_number() -> Foreign:
    page = Foreign()
    border(page.add(f"{ISSUER}文件", MARK), "bottom")
    page.blank(2)
    page.add("怀鹤司发〔2024〕3号", NUMBER)
    page.blank(2)
    return numbered(sealed(texted(opened(page))))


@sample("", "head-not-judged")
def announcement_with_its_number() -> Foreign:
    page = Foreign()
    page.add("怀化市鹤城区人民政府公告", MARK)
    page.blank()
    page.add("2025年第3号", NUMBER)
    page.blank()
    page.add("关于划定禁止燃放烟花爆竹区域的公告", TITLE)
    page.blank()
    page.add("为加强烟花爆竹安全管理，现将有关事项公告如下：")
    return numbered(sealed(texted(page), "怀化市鹤城区人民政府"))


@sample("", "head-not-judged")
def order() -> Foreign:
    page = Foreign()
    page.add("怀化市鹤城区人民政府令", replace(MARK, before=56.7))
    page.blank(2)
    page.add("第12号", NUMBER)
    page.blank(2)
    page.add(
        "《鹤城区城市管理办法》已经2024年4月1日区人民政府第30次常务会议通过，现予公布，自2024年6月1日起施行。"
    )
    page.blank(2)
    page.add("区长　张某某", SIGNED)
    page.add("2024年5月20日", DATED)
    return numbered(page)


@sample("", "head-not-judged")
def letter() -> Foreign:
    page = Foreign()
    border(page.add(ISSUER, replace(MARK, before=0)), "bottom", val="thickThinSmallGap", sz="24", space="1")
    page.add("怀鹤司函〔2024〕3号", replace(NUMBER, align="right"))
    page.blank(2)
    opened(page, "关于商请提供行政执法数据的函", "怀化市鹤城区财政局：")
    page.add("请于6月30日前将有关数据反馈我局。")
    return numbered(sealed(page))


@sample("", "head-not-judged")
def minutes() -> Foreign:
    page = Foreign()
    page.add("怀化市鹤城区人民政府常务会议纪要", replace(MARK, size=36))
    page.blank()
    page.add("〔2024〕5号", NUMBER)
    border(page.add("怀化市鹤城区人民政府办公室　　　　2024年5月20日", FLUSH), "bottom")
    page.add("关于研究法治政府建设有关工作的会议纪要", TITLE)
    page.blank()
    page.add(
        "2024年5月18日，区长张某某主持召开区政府常务会议，研究法治政府建设工作。现将会议议定事项纪要如下："
    )
    page.add("一、关于行政执法监督", H1)
    page.add("会议同意区司法局提出的工作方案。")
    page.blank()
    page.add("出席：", replace(H1), ("张某某、李某、王某某", Look()))
    page.add("列席：", replace(H1), ("赵某某、孙某", Look()))
    return numbered(page)


@sample("", "not-recognised")
def number_above_a_title_without_a_mark() -> Foreign:
    page = Foreign()
    page.add("怀鹤司发〔2024〕3号", replace(NUMBER, align="right"))
    return numbered(sealed(texted(opened(page))))


@sample("", "head-not-judged")
def order_in_two_lines_with_its_rules() -> Foreign:
    page = Foreign()
    page.add("怀化市鹤城区人民政府", replace(MARK, before=56.7))
    page.add("令", replace(MARK, before=0))
    page.blank(2)
    page.add("第 12 号", NUMBER)
    page.blank(2)
    page.add("现公布《鹤城区城市管理办法》，自2024年6月1日起施行。")
    page.blank(2)
    page.add("区长：张某某", SIGNED)
    page.add("2024年5月20日", DATED)
    page.add("鹤城区城市管理办法", TITLE)
    page.blank()
    page.add("第一条　为加强城市管理，制定本办法。")
    page.add("第二条　本办法自2024年6月1日起施行。")
    return numbered(page)


@sample()
def notice_that_issues_rules() -> Foreign:
    page = sealed(texted(opened(headed(Foreign()), "关于印发《鹤城区行政执法办法》的通知")))
    first = page.add("鹤城区行政执法办法", TITLE)
    first.paragraph_format.page_break_before = True
    page.blank()
    for number in ("一", "二", "三", "四", "五"):
        page.add(f"第{number}条　行政执法机关应当在法定职权范围内实施行政执法。" * 2)
    return numbered(page)


@sample("", "head-not-judged")
def letter_with_a_drawn_line() -> Foreign:
    page = Foreign()
    page.add(ISSUER, replace(MARK, before=0))
    drawn(page.add("", FLUSH), 170)
    page.add("怀鹤司函〔2024〕3号", replace(NUMBER, align="right"))
    page.blank(2)
    opened(page, "关于商请提供行政执法数据的函", "怀化市鹤城区财政局：")
    page.add("请于6月30日前将有关数据反馈我局。")
    page.document.sections[0].different_first_page_header_footer = True
    return numbered(sealed(page))


@sample("document-number-brackets", "head-not-judged")
def letter_with_a_wrong_number() -> Foreign:
    page = Foreign()
    border(page.add(ISSUER, replace(MARK, before=0)), "bottom", val="thickThinSmallGap", sz="24")
    page.add("怀鹤司函[2024]3号", replace(NUMBER, align="right"))
    page.blank(2)
    opened(page, "关于商请提供行政执法数据的函", "怀化市鹤城区财政局：")
    page.add("请于6月30日前将有关数据反馈我局。")
    return numbered(sealed(page))


@sample("", "head-not-judged")
def minutes_with_an_issue_number() -> Foreign:
    page = Foreign()
    page.add("会　议　纪　要", replace(MARK, size=48))
    page.add("（第5期）", NUMBER)
    border(page.add("鹤城区司法局办公室　　　　　　2024年5月20日", FLUSH), "bottom")
    page.blank()
    for words in ("时间：2024年5月18日", "地点：区司法局会议室", "主持人：张某某"):
        page.add(words, FLUSH)
    page.add("会议研究了行政执法监督工作，议定以下事项。")
    page.add("一、关于案卷评查", H1)
    page.add("会议同意开展案卷评查。")
    return numbered(page)


@sample("", "head-not-judged")
def minutes_with_a_black_title() -> Foreign:
    page = Foreign()
    page.add("法治建设领导小组会议纪要", TITLE)
    page.blank()
    page.add("2024年5月18日，区委召开法治建设领导小组会议，研究法治政府建设工作。")
    page.add("一、关于行政执法监督", H1)
    page.add("会议同意区司法局提出的工作方案。")
    return numbered(page)


@sample("first-line-indent", "element-font element-size line-spacing paragraph-spacing")
def markdown_turned_into_word() -> Foreign:
    page = Foreign()
    page.add(NOTICE, TITLE)
    page.blank()
    page.add("各乡镇人民政府：", FLUSH)
    look = Look(SONG, 12, first=0, line=None, after=10, spacing=0)
    for text in ("为规范行政执法行为，现将有关事项通知如下。", "各单位要认真自查，按时报送材料。") * 2:
        page.add(text, look)
    return numbered(sealed(page))


@sample("page-number-missing", "characters-per-line")
def without_page_numbers() -> Foreign:
    page = opened(Foreign())
    for text in ("检查范围为全区各行政执法单位办结的案件。", "各单位要认真自查，按时报送材料。") * 4:
        page.add(text, replace(TEXT, spacing=0))
    return sealed(page)


@sample("imprint-foot imprint-lines")
def lines_of_characters() -> Foreign:
    page = Foreign()
    page.add(f"{ISSUER}文件", MARK)
    page.blank(2)
    page.add("怀鹤司发〔2024〕3号", NUMBER)
    page.add("━" * 28, replace(NUMBER, color="FF0000"))
    page.blank(2)
    sealed(texted(opened(page)))
    page.add("—" * 30, SMALL)
    page.add("抄送：区委办公室，区人大常委会办公室。", SMALL)
    return numbered(page)


@sample("signature-place date-form")
def signature_at_the_left() -> Foreign:
    page = texted(opened(Foreign()))
    page.blank()
    page.add(ISSUER, TEXT)
    page.add("二〇二四年五月二十日", TEXT)
    return numbered(page)


@sample("joint-signature-place")
def two_issuers_at_the_edge() -> Foreign:
    page = texted(opened(Foreign()))
    page.blank()
    page.add(ISSUER, replace(SIGNED, right=0))
    page.add("怀化市鹤城区财政局", replace(SIGNED, right=0))
    page.add("2024年5月20日", replace(DATED, right=0))
    return numbered(page)


@sample("recipients-colon attachment-note-form attachment-label", "attachment-reference")
def attachments_in_loose_forms() -> Foreign:
    page = opened(Foreign(), to="各乡镇人民政府:")
    page.add("请各单位填写统计表（见附件3），按时报送材料。")
    page.blank()
    page.add("附件:1、统计表", TEXT)
    page.add("2、汇总表", replace(TEXT, first=80))
    sealed(page)
    for number, name in (("一", "统计表"), ("二", "汇总表")):
        label = page.add(f"附件{number}", replace(FLUSH, font=HEI))
        label.paragraph_format.page_break_before = True
        page.blank()
        page.add(name, TITLE)
        page.table(("单位", "件数"), ("司法局", "12"))
    return numbered(page)


@sample("attachment-note-hanging", "attachment-empty")
def long_attachment_names() -> Foreign:
    name = "鹤城区2024年度行政处罚、行政许可、行政强制、行政检查案件办理情况统计表"
    page = opened(Foreign())
    page.blank()
    page.add(f"附件：{name}", TEXT)
    sealed(page)
    page.add("附件", replace(FLUSH, font=HEI)).paragraph_format.page_break_before = True
    page.blank()
    page.add(name, TITLE)
    return numbered(page)


@sample("", "template-remains character-without-font quoted-number-brackets blank-paragraphs")
def filled_by_a_machine() -> Foreign:
    page = opened(Foreign())
    page.add("根据《关于规范行政执法的通知》（怀鹤政发[2023]5号）要求，开展检查。")
    page.add("✅ 检查范围为{{scope}}办结的案件，由区司法局组织实施。")
    page.blank()
    page.add("联系人和联系电话请于6月30日前报区司法局，逾期不报的予以通报。")
    page.add("〔插入检查时间安排〕")
    return numbered(sealed(page))


@sample("attachment-note-form attachment-note-place", "attachment-not-included")
def attachments_said_anew_in_each_line() -> Foreign:
    page = texted(opened(Foreign()))
    page.add("附件：1. 值班表", TEXT)
    page.add("附件：2. 联系表", TEXT)
    return numbered(sealed(page))


@sample("attachment-note-form", "attachment-not-included")
def attachments_with_numbers_of_their_own() -> Foreign:
    page = texted(opened(Foreign()))
    page.blank()
    page.add("附件1：值班表", TEXT)
    page.add("附件2：联系表", TEXT)
    return numbered(sealed(page))


@sample()
def caption_over_a_unit_over_a_table() -> Foreign:
    page = opened(headed(Foreign()))
    page.add("评查情况统计表", Look(HEI, align="center"))
    page.add("单位：件", Look(size=12, align="right", spacing=0))
    page.table(("单位", "件数"), ("司法局", "12"))
    page.add("注：数据截至3月31日。", Look(size=12, spacing=0))
    page.add("请各单位对照整改，及时报送整改情况。")
    return numbered(sealed(page))


@sample()
def two_seals_in_a_row() -> Foreign:
    page = texted(opened(headed(Foreign())))
    page.blank(2)
    page.add(f"{ISSUER}　　　怀化市鹤城区财政局", Look(align="center"))
    page.add("2024年5月20日", SEALED)
    return numbered(page)


@sample()
def request_with_a_signatory() -> Foreign:
    page = Foreign()
    page.add(f"{ISSUER}文件", MARK)
    page.blank(2)
    name = ("张某某", replace(FLUSH, font=KAI))
    number = page.add("怀鹤司〔2024〕5号\t签发人：", replace(FLUSH, left=16), name)
    number.paragraph_format.tab_stops.add_tab_stop(Pt(426), WD_TAB_ALIGNMENT.RIGHT)
    border(number, "bottom")
    page.blank(2)
    opened(page, "关于解决行政执法监督工作经费的请示", "怀化市鹤城区人民政府：")
    page.add("妥否，请批示。")
    sealed(page)
    page.add("（联系人：李某，联系电话：0745-0000000）")
    return numbered(page)


@sample()
def speech() -> Foreign:
    page = Foreign()
    page.add("在全区法治政府建设推进会上的讲话", TITLE)
    for words in ("（2024年5月20日）", "张某某"):
        page.add(words, Look(KAI, align="center"))
    page.blank()
    page.add("同志们：", FLUSH)
    page.add("今天召开这次会议，主要任务是总结工作，部署任务。")
    page.add("一、一体推进法治政府建设", H1)
    page.add("法治政府建设是全面依法治国的重点任务和主体工程。")
    return numbered(page)


@sample("imprint-foot")
def imprint_in_a_table_of_two_columns() -> Foreign:
    page = sealed(texted(opened(headed(Foreign()))))
    table = page.table(
        ("抄送：区委办公室，区人大常委会办公室。", ""), (f"{ISSUER}办公室", "2024年5月21日印发")
    )
    table.rows[0].cells[0].merge(table.rows[0].cells[1])
    for cell in table._cells:
        for paragraph in cell.paragraphs:
            restyle(paragraph, SMALL)
    ruled(table, top="8", insideH="6", bottom="8")
    return numbered(page)


@sample("note-brackets")
def note_without_brackets() -> Foreign:
    page = sealed(texted(opened(headed(Foreign()))))
    page.add("联系人：李某，联系电话：0745-0000000", TEXT)
    return numbered(page)


@sample("", "signature-new-page")
def signature_on_its_own_page() -> Foreign:
    page = texted(opened(Foreign()))
    page.document.add_page_break()
    return numbered(sealed(page, blanks=0))


@sample("document-number-brackets document-number-ordinal document-number-zero")
def number_in_a_loose_form() -> Foreign:
    return numbered(sealed(texted(opened(headed(Foreign(), number="怀鹤司发（2024）第03号")))))


@sample("red-line-missing document-number-place")
def head_without_a_line() -> Foreign:
    page = Foreign()
    page.add(f"{ISSUER}文件", MARK)
    page.blank(2)
    page.add("怀鹤司发〔2024〕3号", replace(NUMBER, align="left"))
    page.blank(2)
    return numbered(sealed(texted(opened(page))))


@sample("signatory-missing")
def report_without_a_signatory() -> Foreign:
    page = headed(Foreign())
    opened(page, "关于2024年度行政执法工作的报告", "怀化市鹤城区人民政府：")
    return numbered(sealed(texted(page)))


@sample(
    "imprint-foot imprint-lines copies-full-stop printed-suffix", "copies-repeat-recipients copies-separators"
)
def imprint_without_lines() -> Foreign:
    page = opened(Foreign(), to="怀化市鹤城区财政局：")
    page.add("请于6月30日前将有关数据反馈我局，逾期不报的予以通报。")
    sealed(page)
    page.add("抄送：区委办公室 怀化市鹤城区财政局", SMALL)
    page.add("怀化市鹤城区司法局办公室　　　　　　2024年5月21日印", SMALL)
    return numbered(page)


@sample("", "heading-level heading-number-gap")
def levels_out_of_order() -> Foreign:
    page = opened(Foreign())
    page.add("一、检查范围", H1)
    page.add("1.自查", TEXT)
    page.add("（一）抽查", H2)
    page.add("各单位于6月30日前完成自查，形成自查报告。")
    page.add("三、一体推进行政执法监督", H1)
    page.add("各单位要高度重视，明确专人负责，按时报送材料。")
    return numbered(sealed(page))


@sample()
def chapters_in_the_style_of_sections() -> Foreign:
    page = opened(Foreign())
    for number, name in enumerate(("一体推进监督", "二维码管理", "三个方面的要求"), 1):
        page.add(f"{'一二三'[number - 1]}、{name}", replace(H1, style="Heading 2", color="000000"))
        page.add("各单位要高度重视，明确专人负责，按时报送材料。")
    for paragraph in page.document.paragraphs:
        for run in paragraph.runs:
            run.font.bold = False
            run.font.italic = False
    return numbered(sealed(page))


@sample("", "picture-cut-off")
def picture_in_a_fixed_line() -> Foreign:
    page = opened(Foreign())
    page.add("流程如图1所示。")
    page.add("", replace(TEXT, align="center", first=0)).add_run().add_picture(picture(), width=Mm(60))
    page.add("图1 案件办理流程", replace(TEXT, first=0, align="center"))
    page.add("各单位要认真自查，按时报送材料。")
    return numbered(sealed(page))


@sample()
def joint_issuers() -> Foreign:
    page = texted(opened(Foreign()))
    page.blank()
    for name in (ISSUER, "怀化市鹤城区财政局"):
        page.add(name, SIGNED)
    page.add("2024年5月20日", replace(DATED, right=40))
    return numbered(page)


@sample("page-margin page-number-place", "line-spacing characters-per-line indent-by-blanks")
def word_left_as_it_was() -> Foreign:
    page = Foreign((25.4, 31.8, 25.4, 31.8))
    page.document.sections[0].footer_distance = Mm(12.7)
    look = replace(TEXT, first=0, line=None, spacing=0)
    page.add(NOTICE, TITLE)
    page.blank()
    page.add("各乡镇人民政府：", FLUSH)
    for text in ("检查范围为全区各行政执法单位办结的案件。", "各单位要认真自查，按时报送材料。") * 3:
        page.add(f"　　{text}", look)
    sealed(page)
    page.numbers(sides=False)
    return page


@sample()
def styles_that_tell_the_title() -> Foreign:
    page = Foreign()
    styled(page, "公文标题", "发文机关署名", "成文日期")
    page.add(NOTICE, replace(TITLE, style="公文标题"))
    page.blank()
    page.add("各乡镇人民政府：", FLUSH)
    texted(page)
    page.blank()
    page.add("鹤城法治建设领导小组", replace(SEALED, right=64 - 28, style="发文机关署名"))
    page.add("2024年5月20日", replace(SEALED, style="成文日期"))
    return numbered(page)


@sample("text-alignment signature-place", "element-font element-size not-recognised")
def styles_alone_tell_title_and_signature() -> Foreign:
    page = Foreign()
    styled(page, "公文标题", "落款")
    page.add("鹤城区法治建设协调小组办公室", FLUSH)
    page.add("鹤城区行政执法协调监督工作情况", replace(FLUSH, style="公文标题"))
    page.blank()
    texted(page)
    page.blank()
    page.add("鹤城法治建设联席会议", replace(FLUSH, style="落款"))
    page.add("2024年5月20日", FLUSH)
    return numbered(page)


@sample("red-line-place letterhead-blank-lines mark-top")
def red_line_close_under_a_mark_without_its_word() -> Foreign:
    page = Foreign()
    border(page.add(ISSUER, replace(MARK, before=0)), "bottom")
    page.add("怀鹤司发〔2024〕3号", NUMBER)
    page.blank(2)
    return numbered(sealed(texted(opened(page))))


@sample("", "head-not-judged")
def letter_with_its_number_in_a_cell() -> Foreign:
    page = Foreign((30, 26, 35, 28))
    page.add(ISSUER, replace(MARK, size=22, before=0, after=11))
    table = page.table(("特急", "怀鹤司函〔2024〕3号"))
    for cell, align in zip(table.rows[0].cells, ("left", "right"), strict=True):
        look = replace(NUMBER, align=align, font=HEI if align == "left" else NUMBER.font)
        restyle(cell.paragraphs[0], look)
    page.blank(2)
    opened(page, "关于商请提供行政执法数据的函", "怀化市鹤城区财政局：")
    page.add("请于6月30日前将有关数据反馈我局。")
    return sealed(page)


@sample()
def head_in_frames() -> Foreign:
    page = Foreign()
    framed(page.add("000001", FLUSH), "left", 0)
    framed(page.add(f"{ISSUER}文件", replace(MARK, before=0)), "center", 1984)
    page.blank(6)
    border(page.add("怀鹤司发〔2024〕3号", NUMBER), "bottom")
    page.blank(2)
    return numbered(sealed(texted(opened(page))))


@sample()
def joint_mark_in_a_table() -> Foreign:
    page = Foreign()
    table = page.table((ISSUER, "文件"), ("怀化市鹤城区财政局", ""))
    for row in table.rows:
        for cell in row.cells:
            restyle(cell.paragraphs[0], replace(MARK, size=30, before=0))
    page.blank(2)
    border(page.add("怀鹤司发〔2024〕3号", NUMBER), "bottom")
    page.blank(2)
    return numbered(sealed(texted(opened(page))))


@sample("page-number-place page-number-dashes", "characters-per-line")
def page_x_of_y() -> Foreign:
    page = opened(Foreign())
    for text in ("检查范围为全区各行政执法单位办结的案件。", "各单位要认真自查，按时报送材料。") * 4:
        page.add(text, replace(TEXT, spacing=0))
    sealed(page)
    page.numbers(sides=False, dashes="-")
    return page


@sample("text-alignment first-line-indent", "text-weight line-spacing")
def bold_headings_at_the_edge() -> Foreign:
    page = opened(Foreign())
    look = replace(TEXT, line=28)
    page.add("一、检查范围", replace(H1, first=0, bold=True, line=28))
    page.add("全区各行政执法单位2024年1月1日以来办结的案件。", look)
    page.add("二、检查方式", replace(H1, first=0, bold=True, line=28, align="center"))
    page.add("各单位于6月30日前完成自查，形成自查报告。", look)
    return numbered(sealed(page))
