"""Documents as programs write them with python-docx, one paragraph after the other, all by direct formatting.

What each has wrong stands in expected.yaml.
"""

from __future__ import annotations

from dataclasses import replace

from docx.enum.section import WD_SECTION
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm, Pt

from tests.inspect.blind.register import Register
from tests.inspect.pages import (
    BIAOSONG,
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
    TEXT,
    TITLE,
    Foreign,
    Look,
    border,
    picture,
    restyle,
    run,
)

OFFICE, TOWN = "云和县民政局", "云和县崇头镇人民政府"
sample = Register()


def begun(page: Foreign, title: str, to: str = "各乡镇人民政府、街道办事处：") -> Foreign:
    page.add(title, TITLE)
    page.blank()
    if to:
        page.add(to, FLUSH)
    return page


def headed(page: Foreign, mark: str = f"{OFFICE}文件", number: str = "云民发〔2025〕14号") -> Foreign:
    page.add(mark, MARK)
    page.blank(2)
    border(page.add(number, NUMBER), "bottom")
    page.blank(2)
    return page


def told(page: Foreign) -> Foreign:
    page.add("为做好2025年困难群众救助工作，现将有关事项通知如下。")
    page.add("一、明确救助对象", H1)
    page.add("城乡低保对象、特困人员、低保边缘家庭和刚性支出困难家庭。")
    page.add("二、规范救助程序", H1)
    page.add("（一）入户调查。", H2, ("乡镇人民政府在受理申请后15个工作日内完成入户调查。", Look()))
    page.add("（二）审核确认。", H2, ("县民政局在10个工作日内完成审核确认，并长期公示。", Look()))
    return page


def sealed(page: Foreign, issuer: str = OFFICE, date: str = "2025年4月16日", wide: float = 6.5) -> Foreign:
    page.blank()
    page.add(issuer, replace(SEALED, right=64 + (wide - len(issuer)) * 8))
    page.add(date, SEALED)
    return page


def done(page: Foreign) -> Foreign:
    page.numbers()
    return page


NOTICE = "关于做好2025年困难群众救助工作的通知"


@sample
def program_notice_right() -> Foreign:
    return done(sealed(told(begun(Foreign(), NOTICE))))


@sample
def decision_with_a_chinese_date() -> Foreign:
    page = begun(Foreign(), "关于撤销云和县福利服务中心的决定", "")
    page.add(
        "根据《社会团体登记管理条例》第三十条规定，决定撤销云和县福利服务中心登记。", replace(TEXT, first=0)
    )
    for words in ("　　印章、登记证书自本决定公布之日起作废。", "　　债权债务由清算组依法处理。"):
        page.add(words, replace(TEXT, first=0))
    return done(sealed(page, date="二〇二五年四月十六日", wide=10))


@sample
def joint_notice_with_rows_of_names() -> Foreign:
    page = Foreign()
    for place, name in enumerate((OFFICE, "云和县财政局")):
        page.add(name, replace(MARK, size=34, before=99.2 if not place else 0))
    page.blank(2)
    border(page.add("云民发〔2025〕15号", NUMBER), "bottom")
    page.blank(2)
    told(begun(page, NOTICE))
    page.blank()
    page.add("云和县民政局　　　　　云和县财政局", replace(FLUSH, align="center"))
    page.add("2025年4月16日", SEALED)
    return done(page)


@sample
def report_with_its_signatory_in_a_table() -> Foreign:
    page = Foreign()
    page.add(f"{OFFICE}文件", MARK)
    page.blank(2)
    table = page.table(("云民报〔2025〕3号", "签发人：叶某某"))
    table.style = None
    number, signatory = (cell.paragraphs[0] for cell in table.rows[0].cells)
    restyle(number, replace(NUMBER, align="left"))
    number.paragraph_format.left_indent = Pt(16)
    restyle(signatory, replace(NUMBER, align="right"))
    for old in list(signatory.runs):
        signatory._p.remove(old._r)
    run(signatory, "签发人：", Look())
    run(signatory, "叶某某", Look(KAI))
    signatory.paragraph_format.right_indent = Pt(16)
    line = '<w:bottom w:val="single" w:sz="12" w:color="FF0000"/>'
    table._tbl.tblPr.append(parse_xml(f"<w:tblBorders {nsdecls('w')}>{line}</w:tblBorders>"))
    page.blank(2)
    begun(page, "关于2024年社会救助工作情况的报告", "云和县人民政府：")
    page.add("2024年，全县共救助困难群众8642人，发放救助资金3126万元，现将有关情况报告如下。")
    page.add("一、工作开展情况", H1)
    page.add("建立主动发现机制，走访困难家庭1260户，新增低保对象386人。")
    page.add("特此报告。")
    return done(sealed(page))


@sample
def minutes_typed_in_black() -> Foreign:
    page = begun(Foreign(), "社会救助联席会议纪要", "")
    page.add("时间：2025年4月10日", FLUSH)
    page.add("地点：县民政局三楼会议室", FLUSH)
    page.add("会议由叶某某主持，研究困难群众救助工作，议定事项如下：")
    page.add("一、关于低保提标", H1)
    page.add("会议同意从2025年7月1日起提高低保标准。")
    page.add("参会人员：", H1, ("叶某某、林某、陈某某", Look()))
    return done(page)


@sample
def reply_without_a_date() -> Foreign:
    page = begun(
        headed(Foreign(), number="云民复〔2025〕6号"), "关于同意设立崇头社区的批复", "崇头镇人民政府："
    )
    page.add("你镇《关于设立崇头社区的请示》（崇政请〔2025〕2号）收悉，经研究，同意设立崇头社区居民委员会。")
    page.add("此复。")
    page.blank()
    page.add(OFFICE, replace(SEALED, right=68))
    return done(page)


@sample
def head_with_a_black_line() -> Foreign:
    page = Foreign()
    page.add(f"{OFFICE}文件", MARK)
    page.blank(2)
    border(page.add("云民发〔2025〕14号", NUMBER), "bottom", color="000000")
    page.blank(2)
    return done(sealed(told(begun(page, NOTICE))))


@sample
def number_at_the_right_without_its_word() -> Foreign:
    page = Foreign()
    page.add(f"{OFFICE}文件", MARK)
    page.blank(4)
    border(page.add("云民发〔2025〕14", replace(NUMBER, align="right")), "bottom")
    page.blank(1)
    return done(sealed(told(begun(page, NOTICE))))


@sample
def notice_left_unfinished() -> Foreign:
    page = begun(Foreign(), NOTICE)
    page.add("根据《云和县社会救助办法》（云政发（2023）21号）规定，开展【填写工作名称】，流程见图1。")
    page.blank()
    page.blank()
    page.add("📌 各乡镇要在${deadline}前报送名单，逾期不报的予以通报。")
    page.add("", replace(TEXT, align="center", first=0)).add_run().add_picture(picture(), width=Mm(80))
    page.add("图1 救助流程", replace(TEXT, first=0, align="center"))
    page.add("各乡镇要高度重视，明确专人负责，按时报送材料。")
    return done(sealed(page))


@sample
def notice_with_marks_of_its_editors() -> Foreign:
    page = told(begun(Foreign(), NOTICE))
    changed = page.document.paragraphs[2]._p
    insertion = parse_xml(f'<w:ins {nsdecls("w")} w:id="9" w:author="林某" w:date="2025-04-01T00:00:00Z"/>')
    insertion.append(parse_xml(f"<w:r {nsdecls('w')}><w:t>县直各单位：</w:t></w:r>"))
    changed.append(insertion)
    page.document.add_comment(page.document.paragraphs[3].runs, text="请核对", author="陈某")
    return done(sealed(page))


@sample
def annex_behind_the_imprint() -> Foreign:
    page = told(begun(headed(Foreign()), NOTICE))
    page.blank()
    page.add("附件：救助申请表", replace(TEXT, left=80, first=-48))
    sealed(page)
    border(page.add("抄送：县财政局。", SMALL), "top", sz="8", space="1", color="000000")
    last = page.add("云和县民政局办公室\t2025年4月17日印发", SMALL)
    last.paragraph_format.tab_stops.add_tab_stop(Pt(428.2), WD_TAB_ALIGNMENT.RIGHT)
    border(last, "top", sz="6", space="1", color="000000")
    border(last, "bottom", sz="8", space="1", color="000000")
    page.add("附件", replace(FLUSH, font=HEI)).paragraph_format.page_break_before = True
    page.blank()
    page.add("救助申请表", TITLE)
    page.table(("姓名", "住址"), ("", ""))
    return done(page)


@sample
def on_letter_paper_and_numbered_anew() -> Foreign:
    page = told(begun(Foreign(), NOTICE))
    sealed(page)
    first = page.document.sections[0]
    first.page_width, first.page_height = Mm(215.9), Mm(279.4)
    second = page.document.add_section(WD_SECTION.NEW_PAGE)
    second._sectPr.append(parse_xml(f'<w:pgNumType {nsdecls("w")} w:start="1"/>'))
    page.add("附件", replace(FLUSH, font=HEI))
    page.blank()
    page.add("救助对象名单", TITLE)
    page.add("叶某某、林某、陈某某，共3人。")
    return done(page)


@sample
def meeting_notice_right() -> Foreign:
    page = begun(Foreign(), "关于召开全县社会救助工作会议的通知")
    page.add("经研究，决定召开全县社会救助工作会议，现将有关事项通知如下：")
    page.add("一、会议时间：", H1, ("2025年4月28日上午9时，会期半天。", Look()))
    page.add("二、会议地点：", H1, ("县行政中心三楼会议室。", Look()))
    page.add("三、参会人员：", H1, ("各乡镇、街道分管负责人，县民政局班子成员。", Look()))
    page.add("请于4月25日前将参会回执报县民政局办公室。")
    sealed(page)
    page.add("（联系人：林某，联系电话：0900-0000000）")
    return done(page)


@sample
def list_of_names_right() -> Foreign:
    page = told(begun(headed(Foreign()), NOTICE))
    page.blank()
    page.add("附件：1.救助标准表", replace(TEXT, left=96, first=-64))
    page.add("2.乡镇联络员名单", replace(TEXT, left=96, first=-16))
    sealed(page)
    for number, name, rows in (
        (1, "救助标准表", (("类别", "标准（元/月）"), ("城乡低保", "1015"), ("特困人员", "1320"))),
        (2, "乡镇联络员名单", (("乡镇", "姓名"), ("崇头镇", "林某"), ("石塘镇", "陈某某"))),
    ):
        page.add(f"附件{number}", replace(FLUSH, font=HEI)).paragraph_format.page_break_before = True
        page.blank()
        page.add(name, TITLE)
        page.table(*rows)
    return done(page)


@sample
def town_report_unsealed_right() -> Foreign:
    page = begun(Foreign(), "关于2024年法治建设情况的报告", "云和县人民政府：")
    page.add("2024年，崇头镇认真落实法治建设责任，现将有关情况报告如下：")
    page.add("一、健全工作机制", H1)
    page.add("1.压实责任。", TEXT, ("镇党委、政府每季度研究法治建设工作。", Look()))
    page.add("2.强化保障。", TEXT, ("配备专职人民调解员6人，聘请法律顾问2名。", Look()))
    page.add("二、化解矛盾纠纷", H1)
    page.add("全年调处矛盾纠纷126件，调处成功率98.4%。")
    page.add("特此报告。")
    page.blank()
    page.add(TOWN, SIGNED)
    page.add("2025年1月9日", replace(DATED, right=(len(TOWN) - 6) * 16))
    return done(page)


@sample
def title_with_marks_and_underlined_text() -> Foreign:
    page = Foreign()
    page.add("关于做好2025年困难群众救助工作的通知。", TITLE)
    page.add("各乡镇人民政府、街道办事处", FLUSH)
    line = page.add("为做好困难群众救助工作，请各乡镇务必于4月30日前完成摸底，并按时上报。")
    line.runs[0].font.underline = True
    page.add(
        "一是摸清底数，逐户登记造册；二是落实政策，按月足额发放；三是加强监督，定期公开公示。",
        replace(TEXT, font="宋体"),
    )
    page.add("请认真落实。", replace(TEXT, color="0000FF"))
    sealed(page)
    odd, even = page.document.sections[0].footer, page.document.sections[0].even_page_footer
    page.numbers(dashes="－")
    assert odd is not even
    return page


@sample
def imprint_in_loose_forms() -> Foreign:
    page = told(begun(headed(Foreign()), NOTICE))
    sealed(page)
    page.blank(8)
    loose = replace(SMALL, left=0, right=0)
    border(page.add("抄送:县财政局,县审计局", loose), "top", sz="8", space="1", color="000000")
    last = page.add("云和县民政局办公室\t2025年4月17日", loose)
    last.paragraph_format.tab_stops.add_tab_stop(Pt(442.2), WD_TAB_ALIGNMENT.RIGHT)
    border(last, "bottom", sz="8", space="1", color="000000")
    return done(page)


def fonts_of_latin(page: Foreign) -> None:
    """Sets Latin letters and digits of every run in Times New Roman, as clerks do."""
    for paragraph in page.document.paragraphs:
        for one in paragraph.runs:
            own = one._r.get_or_add_rPr().rFonts
            for kind in ("w:ascii", "w:hAnsi"):
                own.set(qn(kind), "Times New Roman")


@sample
def digits_in_times_right() -> Foreign:
    page = sealed(told(begun(headed(Foreign()), NOTICE)))
    fonts_of_latin(page)
    return done(page)


@sample
def title_in_song_bold() -> Foreign:
    page = Foreign()
    page.add(NOTICE, replace(TITLE, font="宋体", bold=True))
    page.blank()
    page.add("各乡镇人民政府、街道办事处：", FLUSH)
    return done(sealed(told(page)))


assert BIAOSONG
