"""A tenth set, of what offices write every day, written after the ninth was mended, before inspect was asked.

What each has wrong stands in expected.yaml.
"""

from __future__ import annotations

from tests.inspect.blind.rarities import (
    COUNTY,
    OFFICE,
    TOLD,
    attached,
    begun,
    ended,
    headed,
    imprint,
    signed_for,
    told,
    whole,
)
from tests.inspect.blind.raw import (
    BIAO,
    BLANK,
    EXACT,
    FANG,
    HEI,
    KAI,
    LINES,
    MARGINS,
    RED,
    SONG,
    TWO_IN,
    Raw,
    at_right,
    bordered,
    cell,
    flush,
    footer_line,
    h1,
    h2,
    head,
    look,
    number,
    p,
    r,
    table,
    text,
    title,
    words,
)
from tests.inspect.blind.register import Register

sample = Register()
HIGH = EXACT.replace("579", "720")


def run_in(heading: str, rest: str) -> str:
    """A heading of the first level with its text behind it."""
    return text(r(heading, HEI), r(rest))


def subtitle(shown: str) -> str:
    return p(r(shown, KAI), jc="center")


# --- what is right


@sample
def notice_of_a_meeting_with_its_receipt() -> Raw:
    page = begun(headed(Raw()), "关于召开全县水环境治理推进会的通知")
    page.add(text("经县人民政府同意，定于近期召开全县水环境治理推进会，现将有关事项通知如下。"))
    page.add(run_in("一、会议时间：", "2025年4月22日（星期二）上午9:00，会期半天。"))
    page.add(run_in("二、会议地点：", "县行政中心201会议室。"))
    page.add(h1("三、参会人员"), text("1.县直有关单位主要负责人；"), text("2.各乡镇人民政府分管负责人。"))
    page.add(text("请各单位于4月20日17:00前将参会回执报县生态环境局办公室。"))
    attached(page, "参会回执")
    return page


@sample
def notice_of_appointments() -> Raw:
    page = begun(
        headed(Raw(), "南政人〔2025〕3号", f"{COUNTY}文件"), "南岭县人民政府关于罗某某等同志职务任免的通知"
    )
    page.add(text("经2025年4月9日县人民政府第39次常务会议研究决定，任命："))
    page.add(
        text("罗某某为县生态环境局副局长（试用期一年）；"), text("赵某为县水利局总工程师。"), text("免去：")
    )
    return ended(page.add(text("孙某某的县生态环境局副局长职务。")), COUNTY)


@sample
def reply_with_conditions() -> Raw:
    page = begun(
        headed(Raw(), "南环复〔2025〕7号"), "关于漓水生态修复工程环境影响报告书的批复", "县水利投资公司："
    )
    page.add(
        text(
            "你公司《关于审批漓水生态修复工程环境影响报告书的请示》（南水投〔2025〕11号）收悉。"
            "经研究，批复如下："
        )
    )
    page.add(text("一、原则同意报告书的结论。"), text("二、项目建设中要重点做好以下工作："))
    page.add(
        text("（一）落实施工期扬尘和噪声防治措施。"),
        text("（二）落实鱼类保护措施。"),
        text("三、本批复自印发之日起5年内有效。"),
    )
    return ended(page).add(*imprint("抄送：县水利局，县自然资源局。"))


@sample
def request_with_all_that_belongs_to_it() -> Raw:
    page = begun(
        signed_for(Raw(), "南环请〔2025〕2号", "罗某某"), "关于建设水质自动监测站的请示", f"{COUNTY}："
    )
    page.add(text("为及时掌握水质变化，拟在漓水建设水质自动监测站2座，概算投资360万元，资金来源为上级补助。"))
    page.add(text("妥否，请批示。"))
    attached(page, "水质自动监测站投资概算表")
    place = next(at for at, block in enumerate(page.blocks) if "2025年4月15日" in block)
    page.blocks.insert(place + 1, text("（联系人：赵某，联系电话：0700-0000000）"))
    return page


@sample
def plan_of_four_levels_that_a_notice_issues() -> Raw:
    page = begun(headed(Raw()), "关于印发《漓水排污口整治方案》的通知")
    page.add(text("现将《漓水排污口整治方案》印发给你们，请结合实际认真贯彻落实。"))
    ended(page).add(title("漓水排污口整治方案", "<w:pageBreakBefore/>"), BLANK)
    page.add(
        text("为做好入河排污口排查整治，制定本方案。"),
        h1("一、总体要求"),
        h2("（一）指导思想"),
        text("坚持水陆统筹、以水定岸。"),
    )
    page.add(h2("（二）工作目标"), text("1.2025年6月底前完成排查。"), text("2.2025年底前完成整治，其中："))
    page.add(text("（1）漓水干流整治率达到100%；"), text("（2）支流整治率达到80%以上。"), h1("二、保障措施"))
    return page.add(text("各乡镇要明确专人负责，每月5日前报送进度。"))


@sample
def letter_that_asks_for_opinions() -> Raw:
    page = Raw(section="<w:titlePg/>", margins=MARGINS.replace('w:top="2098"', 'w:top="1701"'))
    double = '<w:pBdr><w:bottom w:val="thickThinSmallGap" w:sz="24" w:space="6" w:color="FF0000"/></w:pBdr>'
    high = '<w:spacing w:before="0" w:line="900" w:lineRule="exact"/>'
    page.add(p(r(OFFICE, BIAO, 36, RED), jc="center", spacing=high, early=double))
    page.add(p(r("南环函〔2025〕12号"), jc="right"), BLANK, BLANK)
    begun(page, "关于征求《南岭县水污染防治规划》意见的函", "县直有关单位：")
    page.add(
        text(
            "现将《南岭县水污染防治规划（征求意见稿）》送你们征求意见，"
            "请于4月30日前书面反馈；逾期未反馈的，视为无意见。"
        )
    )
    page.footers["first"] = "<w:p/>"
    return ended(page.add(text("专此致函。")))


@sample
def circular_with_a_table_in_its_text() -> Raw:
    page = begun(headed(Raw()), "关于2025年第一季度水质情况的通报")
    page.add(
        text("现将第一季度各断面水质情况通报如下。"),
        h1("一、总体情况"),
        text("全县12个断面中，达标11个，达标率91.7%，详见表1。"),
    )
    page.add(p(r("表1　各断面水质类别", HEI, 14), jc="center", spacing=""))
    page.add(table((cell("断面"), cell("类别")), (cell("渡口"), cell("Ⅱ类")), (cell("新桥"), cell("Ⅳ类"))))
    page.add(h1("二、存在问题"), text("新桥断面氨氮超标0.3倍，主要原因是上游管网错接。"))
    return ended(page).add(*imprint("抄送：县委办公室，县人大常委会办公室。"))


@sample
def minutes_of_a_special_meeting() -> Raw:
    page = Raw()
    spacing = '<w:spacing w:before="1984" w:line="900" w:lineRule="exact"/>'
    page.add(p(r("南岭县水环境治理专题会议纪要", BIAO, 30, RED), jc="center", spacing=spacing), BLANK)
    page.add(p(r("〔2025〕4号"), jc="center"))
    stop = '<w:tabs><w:tab w:val="right" w:pos="8834"/></w:tabs>'
    page.add(p(r(f"{COUNTY}办公室\t{'2025年4月16日'}"), early=bordered() + stop), BLANK)
    page.add(
        text(
            "4月15日，县委常委、副县长罗某某主持召开专题会议，研究水环境治理工作。现将会议议定事项纪要如下。"
        )
    )
    page.add(
        run_in("一、关于管网改造。", "会议同意实施新桥片区管网改造。"),
        run_in("二、关于资金安排。", "所需资金由县财政局统筹。"),
        BLANK,
    )
    page.add(run_in("出席：", "罗某某、赵某、孙某某。"), run_in("列席：", "周某。"))
    return page


@sample
def announcement_under_a_title_alone() -> Raw:
    page = begun(Raw(), "南岭县人民政府\n关于禁止在漓水采砂的公告", "")
    page.add(text("为保护河道安全，根据《中华人民共和国河道管理条例》，现就禁止采砂有关事项公告如下："))
    page.add(text("一、自2025年5月1日起，漓水干流全面禁止采砂。"), text("二、违反本公告的，依法予以处罚。"))
    return ended(page.add(text("三、举报电话：0700-0000000。"), text("特此公告。")), COUNTY)


@sample
def report_of_a_survey_with_its_authors() -> Raw:
    """A 调研报告 that is no 公文 of its own: whose it is and when stands under the title."""
    page = Raw().add(
        title("关于乡镇污水处理设施运行情况的调研报告"),
        subtitle("南岭县生态环境局调研组"),
        subtitle("（2025年4月10日）"),
        BLANK,
    )
    page.add(text("近期，调研组对全县15座乡镇污水处理站运行情况进行了调研。"), h1("一、基本情况"))
    page.add(
        text("全县建成乡镇污水处理站15座，设计处理能力1.2万吨/日。"),
        h1("二、存在问题"),
        h2("（一）管网不配套。", r("管网覆盖率仅为58%。")),
    )
    return page.add(
        h2("（二）运维经费不足。", r("每年缺口约260万元。")),
        h1("三、对策建议"),
        text("建议将运维经费纳入县级预算。"),
    )


@sample
def invitation_to_a_person() -> Raw:
    page = begun(Raw(), "邀　请　函", "尊敬的马教授：")
    page.add(text("我局定于2025年5月10日举办水生态修复专题讲座，诚邀您莅临授课。"), text("此致"))
    return ended(page.add(flush("敬礼！")))


@sample
def certificate_of_few_words() -> Raw:
    page = begun(Raw(), "证　　明", "")
    page.add(text("赵某，男，1985年6月出生，2010年7月至今在我局工作，现任水环境股股长。"))
    return ended(page.add(text("特此证明。")))


@sample
def publicity_of_candidates() -> Raw:
    page = begun(Raw(), "关于2024年度先进工作者拟表彰名单的公示", "")
    page.add(
        text("根据评选结果，现将拟表彰名单予以公示。"),
        h1("一、公示名单"),
        text("罗某、赵某、孙某某、周某。"),
        h1("二、公示时间"),
    )
    page.add(
        text("2025年4月15日至4月21日（5个工作日）。"),
        h1("三、联系方式"),
        text("联系电话：0700-0000000，邮箱：nlhb@example.cn。"),
    )
    return ended(page)


@sample
def attachments_of_text_and_of_a_turned_table() -> Raw:
    page = told(begun(headed(Raw())))
    page.add(BLANK, p(r("附件：1.排查技术要求"), ind='<w:ind w:left="1920" w:hanging="1280"/>'))
    page.add(p(r("2.排查登记汇总表"), ind='<w:ind w:left="1920" w:hanging="320"/>'))
    ended(page).add(flush("附件1", HEI, "<w:pageBreakBefore/>"), BLANK, title("排查技术要求"), BLANK)
    page.add(
        h1("一、排查方法"),
        text("采用无人机航拍和人工徒步相结合的方法。"),
        h1("二、质量控制"),
        text("抽查比例不低于10%。"),
    )
    page.end_section()
    page.paper = '<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>'
    page.margins = (
        'w:top="1588" w:right="2098" w:bottom="1474" w:left="1984" w:header="851" w:footer="924" w:gutter="0"'
    )
    page.add(flush("附件2", HEI), BLANK, title("排查登记汇总表"))
    return page.add(
        table(*(tuple(cell(f"{one}{row}") for one in ("编号", "河流", "位置", "水质")) for row in range(3)))
    )


@sample
def notice_to_those_below_with_a_long_list_of_recipients() -> Raw:
    to = (
        "各乡镇人民政府，"
        "县发展和改革局、财政局、自然资源局、住房和城乡建设局、水利局、农业农村局、卫生健康局："
    )
    return ended(told(begun(headed(Raw()), to=to))).add(text("（此件公开发布）"))


# --- what is wrong


@sample
def head_with_three_slips() -> Raw:
    page = Raw()
    shown = head(f"{OFFICE}文件", "南环发[2025]18号")
    page.add(shown[0].replace('w:before="1984"', 'w:before="1134"'), *shown[1:5])
    return whole(page)


@sample
def manuscript_of_a_clerk() -> Raw:
    """Lines of 28 points, bold headings, the page's number between hyphens, the end at the edge."""
    page = Raw(settings="", grid=LINES.replace("579", "312"))
    low = EXACT.replace("579", "560")
    loose = '<w:b/><w:spacing w:val="0"/>'

    def line(shown: str, font: str = FANG, more: str = '<w:spacing w:val="0"/>', ind: str = TWO_IN) -> str:
        return p(r(shown, font, 16, more), ind=ind, spacing=low)

    page.add(title("关于开展2025年入河排污口排查的通知"), p(spacing=low), line("各乡镇人民政府：", ind=""))
    page.add(
        line(TOLD[0]),
        line("一、排查范围", HEI, loose),
        line(TOLD[1]),
        line("二、工作要求", HEI, loose),
        line(TOLD[2]),
    )
    page.add(
        p(spacing=low), p(r(OFFICE), jc="right", spacing=low), p(r("2025年4月15日"), jc="right", spacing=low)
    )
    page.footers = {"default": p(number("- ", " -"), jc="center", spacing="")}
    return page


@sample
def labels_in_chinese_and_a_title_of_other_words() -> Raw:
    page = told(begun(Raw()))
    page.add(BLANK, p(r("附件：1.排查任务表"), ind='<w:ind w:left="1920" w:hanging="1280"/>'))
    page.add(p(r("2.排查登记表"), ind='<w:ind w:left="1920" w:hanging="320"/>'))
    ended(page)
    for label, name in (("附件一", "排查任务表"), ("附件二", "排查登记汇总表")):
        page.add(flush(label, HEI, "<w:pageBreakBefore/>"), BLANK, title(name))
        page.add(table((cell("河流"), cell("数量")), (cell("漓水"), cell("36"))))
    return page


@sample
def chapters_in_bold_text_and_blank_lines_between() -> Raw:
    page = begun(Raw()).add(text(TOLD[0]))
    for chapter, rest in (("一、排查范围", TOLD[1]), ("二、工作要求", TOLD[2])):
        page.add(text(r(chapter, more="<w:b/>")), text(rest), BLANK)
    page.blocks.pop()
    return ended(page)


@sample
def title_that_stops_and_leaves_a_character() -> Raw:
    return ended(told(begun(Raw(), "关于开展2025年入河排污口排查整治工作的通\n知。")))


@sample
def date_of_a_day_by_its_spoken_word() -> Raw:
    return ended(told(begun(Raw(), to="各乡镇人民政府")), date="2025年4月15号")


@sample
def recipients_and_note_out_of_place() -> Raw:
    page = Raw().add(title("关于开展2025年入河排污口排查的通知"), BLANK, text("各乡镇人民政府："))
    return ended(told(page)).add(flush("（此件公开发布）"))


@sample
def footers_as_word_makes_them() -> Raw:
    """Times of nine points in the middle, half an inch above the edge."""
    page = whole(Raw(settings="", margins=MARGINS.replace('w:footer="1434"', 'w:footer="720"')))
    small = number("", "").replace(SONG, "Times New Roman").replace('w:val="28"', 'w:val="18"')
    page.footers = {"default": p(small, jc="center", spacing="")}
    return page


@sample
def end_in_hei_and_bold() -> Raw:
    page = told(begun(Raw()))
    issuer, date = (
        p(r(shown, HEI, 16, "<w:b/>"), jc="right", ind=f'<w:ind w:right="{wide}"/>')
        for shown, wide in ((OFFICE, 1040), ("2025年4月15日", 1280))
    )
    return page.add(BLANK, issuer, date)


@sample
def indents_of_a_smaller_size() -> Raw:
    page = begun(Raw())
    return ended(page.add(*(p(r(one), ind='<w:ind w:firstLine="480"/>') for one in TOLD)))


@sample
def imprint_with_three_slips() -> Raw:
    page = whole(headed(Raw()))
    rows = imprint("抄送:县委办公室，县水利局", f"{OFFICE}办公室\t2025年4月16日")
    return page.add(*rows)


@sample
def report_that_reaches_nobody() -> Raw:
    """The number of a report stands in the middle, its signatory is missing, no one is addressed."""
    page = begun(headed(Raw(), "南环报〔2025〕05号"), "关于2024年水污染防治工作情况的报告", "")
    page.add(
        text("2024年，全县水环境质量持续改善，现将有关情况报告如下。"),
        h1("一、主要工作"),
        text("完成排污口整治41个。"),
    )
    return ended(page.add(text("特此报告。")))


@sample
def words_of_a_web_page_and_a_line_under_others() -> Raw:
    page = begun(Raw())
    line = look().replace(f'w:eastAsia="{FANG}"', 'w:eastAsia="微软雅黑"')
    page.add(text(TOLD[0]), text(r("各乡镇要"), f"<w:r>{line}{words('高度重视')}</w:r>", r("，抓好落实。")))
    return ended(page.add(text(r("逾期不报的予以通报。", late='<w:u w:val="single"/>'))))


@sample
def list_of_attachments_without_its_parts() -> Raw:
    page = told(begun(Raw()))
    page.add(
        text(r("具体见附件3。")),
        BLANK,
        p(r("附：1、排查任务表；"), ind='<w:ind w:left="1600" w:hanging="960"/>'),
    )
    page.add(p(r("2、排查登记表。"), ind='<w:ind w:left="1600" w:hanging="320"/>'))
    return ended(page)


@sample
def signed_in_the_left_half_and_numbered_on_one_side() -> Raw:
    page = told(begun(Raw(settings="")))
    page.footers = {"default": footer_line("right")}
    return page.add(BLANK, p(r(OFFICE), jc="left", ind=TWO_IN), p(r("2025年4月15日"), jc="left", ind=TWO_IN))


@sample
def unsealed_but_too_far_out() -> Raw:
    page = told(begun(Raw()))
    return page.add(BLANK, at_right(OFFICE, 16), at_right("2025年4月15日", 16))
