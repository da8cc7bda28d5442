"""A fourth set, of styles and text boxes, written after the third was mended, before inspect was asked.

What each has wrong stands in expected.yaml.
"""

from __future__ import annotations

from dataclasses import replace

from tests.inspect.blind.register import Register
from tests.inspect.blind.templates import (
    BIAO,
    CENTRE,
    EXACT,
    FANG,
    HEI,
    KAI,
    SONG,
    STYLES,
    TWO_IN,
    Style,
    Template,
    boxed,
    page_number,
    right,
)

sample = Register()
OFFICE, CITY = "兴安市人力资源和社会保障局", "兴安市人民政府"
TO = "各县（市、区）人力资源和社会保障局："


def begun(page: Template, title: str = "关于开展2025年就业援助月活动的通知", to: str = TO) -> Template:
    page.add("公文标题", title).blank()
    return page.add("主送机关", to) if to else page


def told(page: Template) -> Template:
    page.add("公文正文", "为帮助就业困难人员尽快就业，决定开展2025年就业援助月活动，现将有关事项通知如下。")
    page.add("一级标题", "一、活动时间")
    page.add("公文正文", "2025年1月10日至2月10日。")
    page.add("一级标题", "二、活动内容")
    page.add("二级标题", "（一）走访摸底。", ("走访就业困难人员家庭，建立援助台账。", "公文正文"))
    page.add("二级标题", "（二）精准帮扶。", ("为每名援助对象提供一次政策宣讲和三次岗位推荐。", "公文正文"))
    return page


def ended(page: Template, issuer: str = OFFICE, date: str = "2024年12月30日", wide: float = 7.5) -> Template:
    page.styles["落款单位"] = right(4 + (wide - len(issuer)) / 2)
    page.styles["成文日期"] = right(4)
    return page.blank().add("落款单位", issuer).add("成文日期", date)


def headed(page: Template, number: str = "兴人社发〔2024〕58号") -> Template:
    return page.add("公文红头", f"{OFFICE}文件").blank(2).add("发文字号", number).blank(2)


def narrow(page: Template) -> Template:
    """The mark small enough for one line."""
    page.styles["公文红头"] = replace(STYLES["公文红头"], size=28)
    return page


@sample
def styled_notice_with_a_head() -> Template:
    return ended(told(begun(headed(narrow(Template()))))).numbered()


@sample
def styled_signature_with_room_on_its_right() -> Template:
    page = told(begun(Template()))
    page.styles["落款"] = right(2)
    page.styles["日期"] = right(len(OFFICE) - 7.5)
    return page.blank().add("落款", OFFICE).add("日期", "2024年12月30日").numbered()


@sample
def signature_pushed_by_blanks() -> Template:
    page = told(begun(Template())).blank()
    page.add("主送机关", f"{'　' * 11}{OFFICE}").add("主送机关", f"{'　' * 14}2024年12月30日")
    return page.numbered()


@sample
def styled_reply_to_a_request() -> Template:
    page = begun(
        headed(narrow(Template()), "兴人社复〔2024〕9号"),
        "关于同意调整公益性岗位补贴标准的批复",
        "东河区人力资源和社会保障局：",
    )
    page.add(
        "公文正文", "你局《关于调整公益性岗位补贴标准的请示》（东人社请〔2024〕3号）收悉。经研究，批复如下："
    )
    page.add("公文正文", "一、同意将公益性岗位补贴标准调整为每人每月1200元。")
    page.add("公文正文", "二、所需资金从就业补助资金中列支。")
    return ended(page.add("公文正文", "此复。")).numbered()


@sample
def decision_of_two_points() -> Template:
    page = begun(Template(), "兴安市人民政府关于废止部分规范性文件的决定", "各县（市、区）人民政府：")
    page.add("公文正文", "经2024年12月20日市人民政府第42次常务会议研究，决定废止下列规范性文件：")
    for words in (
        "1.《兴安市就业援助办法》（兴政发〔2012〕6号）",
        "2.《兴安市小额贷款办法》（兴政发〔2013〕11号）",
    ):
        page.add("公文正文", words)
    page.add("公文正文", "本决定自公布之日起施行。")
    return ended(page, CITY).numbered()


@sample
def brackets_and_zero_in_the_number_of_a_head() -> Template:
    return ended(told(begun(headed(narrow(Template()), "兴人社发【2024】058号")))).numbered()


@sample
def title_close_under_the_line() -> Template:
    page = narrow(Template())
    page.add("公文红头", f"{OFFICE}文件").blank(2).add("发文字号", "兴人社发〔2024〕58号")
    return ended(told(begun(page))).numbered()


@sample
def number_in_a_box_on_both_sides_without_space() -> Template:
    page = ended(told(begun(Template())))
    flush = '<w:pStyle w:val="{style}"/>'
    page.footers = {kind: boxed(page_number(), lines=flush)(page) for kind in ("default", "even")}
    return page


@sample
def number_in_a_box_under_the_foot() -> Template:
    page = ended(told(begun(Template())))
    below = '<wp:positionV relativeFrom="bottomMargin"><wp:posOffset>144000</wp:posOffset></wp:positionV>'
    page.footers = {kind: boxed(page_number(), vertical=below)(page) for kind in ("default", "even")}
    return page


@sample
def number_of_small_type_far_below() -> Template:
    page = Template(margins=Template.margins.replace("1434", "567"))
    ended(told(begun(page)))
    page.styles["页码"] = Style(SONG, 9, "", "")
    return page.numbered()


@sample
def numbers_that_all_stand_right() -> Template:
    page = ended(told(begun(Template(sides=False))))
    page.number("default", page_number(), '<w:ind w:right="280"/><w:jc w:val="right"/>')
    return page


@sample
def heading_style_in_blue_and_song() -> Template:
    page = Template()
    blue = '<w:color w:val="2F5496"/><w:b/>'
    page.styles["一级标题"] = Style(SONG, 16, EXACT + TWO_IN + '<w:outlineLvl w:val="0"/>', blue)
    return ended(told(begun(page))).numbered()


@sample
def everything_in_the_text_bold() -> Template:
    page = Template()
    page.styles["公文正文"] = replace(STYLES["公文正文"], run='<w:spacing w:val="-5"/><w:b/>')
    return ended(told(begun(page))).numbered()


@sample
def lines_of_one_and_a_half() -> Template:
    page = Template()
    wide = '<w:spacing w:line="360" w:lineRule="auto"/>' + TWO_IN + '<w:jc w:val="both"/>'
    page.styles["公文正文"] = replace(STYLES["公文正文"], paragraph=wide)
    return ended(told(begun(page))).numbered()


@sample
def attachment_list_named_otherwise() -> Template:
    page = told(begun(Template()))
    page.blank().add("附件说明", "附件：1.活动统计表")
    page.add("附件说明", "2.政策清单", properties='<w:ind w:left="1920" w:hanging="320"/>')
    ended(page)
    page.add("附件序号", "附件1").blank().add("公文标题", "活动统计表")
    page.add("公文正文", "本表由各县（市、区）填写，一式两份。")
    page.add("附件序号", "附件2").blank().add("公文标题", "就业援助政策清单")
    return page.add("公文正文", "对就业困难人员给予社会保险补贴和岗位补贴。").numbered()


@sample
def attachments_without_a_word_in_front() -> Template:
    page = ended(told(begun(Template())))
    page.add("附件序号", "附件").blank().add("公文标题", "活动统计表")
    return page.add("公文正文", "本表由各县（市、区）填写，一式两份。").numbered()


@sample
def rules_of_chapters_and_articles() -> Template:
    page = begun(Template(), "关于印发《兴安市公益性岗位管理办法》的通知")
    page.add("公文正文", "现将《兴安市公益性岗位管理办法》印发给你们，请认真贯彻执行。")
    ended(page)
    page.add("公文标题", "兴安市公益性岗位管理办法", properties="<w:pageBreakBefore/>").blank()
    page.styles["章名"] = Style(HEI, paragraph=EXACT + CENTRE)
    for chapter, articles in (("第一章　总则", "一二"), ("第二章　岗位开发", "三四"), ("第三章　附则", "五")):
        page.add("章名", chapter)
        for article in articles:
            page.add("公文正文", (f"第{article}条", "章名"), "　公益性岗位的开发和管理，适用本办法。")
    return page.numbered()


@sample
def speech_with_its_speaker() -> Template:
    page = Template().add("公文标题", "在全市就业工作会议上的讲话")
    page.styles["题注"] = Style(KAI, paragraph=EXACT + CENTRE)
    page.add("题注", "市长　蒋某某").add("题注", "（2024年12月30日）").blank()
    page.add("主送机关", "同志们：").add("公文正文", "这次会议的主要任务是总结2024年工作，部署2025年工作。")
    page.add("一级标题", "一、肯定成绩，坚定信心")
    return page.add("公文正文", "全市城镇新增就业5.2万人，零就业家庭动态清零。").numbered()


@sample
def plan_under_its_note() -> Template:
    page = Template().add("公文标题", "兴安市2025年职业技能培训计划")
    page.styles["题注"] = Style(KAI, paragraph=EXACT + CENTRE)
    page.add("题注", "（征求意见稿）").blank()
    page.add("公文正文", "为提升劳动者技能，制定本计划。")
    page.add("一级标题", "一、培训目标").add("公文正文", "全年开展补贴性职业技能培训2万人次。")
    return (
        page.add("一级标题", "二、保障措施")
        .add("公文正文", "统筹使用就业补助资金和失业保险基金。")
        .numbered()
    )


@sample
def letter_of_a_mark_and_thin_line() -> Template:
    page = Template()
    lines = '<w:pBdr><w:bottom w:val="thinThickSmallGap" w:sz="24" w:space="6" w:color="FF0000"/></w:pBdr>'
    page.styles["信函标志"] = Style(
        BIAO, 30, lines + EXACT.replace("579", "800") + CENTRE, '<w:color w:val="FF0000"/>'
    )
    page.styles["函号"] = Style(paragraph=f'{EXACT}<w:jc w:val="right"/>')
    page.add("信函标志", OFFICE).add("函号", "兴人社函〔2024〕77号").blank(2)
    begun(page, "关于协助开展就业援助月活动的函", "市残疾人联合会：")
    page.add("公文正文", "就业援助月活动将于2025年1月10日启动，请贵会协助做好残疾登记失业人员走访工作。")
    return ended(page.add("公文正文", "特此致函。")).numbered()


@sample
def table_turned_into_a_list_of_contacts() -> Template:
    page = told(begun(Template()))
    page.add("公文正文", "联系人和联系方式如下：")
    cell = '<w:tc><w:tcPr><w:tcW w:w="4400" w:type="dxa"/></w:tcPr><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:tc>'
    rows = "".join(
        f"<w:tr>{cell.format(name)}{cell.format(telephone)}</w:tr>"
        for name, telephone in (("联系人", "电话"), ("蒋某", "0760-0000000"))
    )
    page.blocks.append(
        f'<w:tbl><w:tblPr><w:tblW w:w="8800" w:type="dxa"/></w:tblPr><w:tblGrid/>{rows}</w:tbl>'
    )
    return ended(page).numbered()


@sample
def recipients_moved_in_and_without_a_line_above() -> Template:
    page = Template()
    page.styles["主送"] = Style(paragraph=EXACT + TWO_IN)
    page.add("公文标题", "关于开展2025年就业援助月活动的通知").add("主送", TO)
    return ended(told(page)).numbered()


@sample
def date_in_chinese_with_a_leading_zero_in_the_imprint() -> Template:
    page = ended(told(begun(headed(narrow(Template())))), date="二〇二四年十二月三十日", wide=11)
    line = '<w:{0} w:val="single" w:sz="8" w:space="1" w:color="000000"/>'
    inner = '<w:ind w:left="280" w:right="280"/>'
    frame = '<w:framePr w:w="8844" w:hAnchor="margin" w:vAnchor="margin" w:yAlign="bottom"/>'
    tab = '<w:tabs><w:tab w:val="right" w:pos="8564"/></w:tabs>'
    for name, sides in (("抄送", ("top",)), ("印发", ("top", "bottom"))):
        borders = f"<w:pBdr>{''.join(map(line.format, sides))}</w:pBdr>"
        page.styles[name] = Style(
            FANG, 14, frame + borders + (tab if name == "印发" else "") + EXACT + inner, ""
        )
    page.add("抄送", "抄送：市政府办公室。").add("印发", f"{OFFICE}办公室\t2024年12月03日印发")
    return page.blank().numbered()
