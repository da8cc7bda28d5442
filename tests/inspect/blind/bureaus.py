"""A thirteenth set, of what city bureaus, courts, schools and hospitals write, before inspect was asked.

What each has wrong stands in expected.yaml.
"""

from __future__ import annotations

from dataclasses import replace

from docx.shared import Mm

from tests.inspect.blind.official import (
    CHAPTER,
    SECTION,
    appended,
    begun,
    closed,
    ended,
    grid_of,
    headed,
    imprint,
    listed,
    opened,
    typed,
    upwards,
    written,
)
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
    flush,
    fonts,
    number,
    p,
    r,
    text,
    title,
    words,
)
from tests.inspect.blind.register import Register
from tests.inspect.pages import (
    FLUSH,
    H1,
    MARK,
    NUMBER,
    SEALED,
    TEXT,
    TITLE,
    Foreign,
    Look,
    border,
    picture,
)

sample = Register()
CITY = "临江市人民政府"


def shown_picture(name: str, part: str, size: tuple[int, int], anchored: str = "") -> str:
    """A run with a picture, in the line or, with where it stands, before the text."""
    inner = (
        f'<wp:docPr id="7" name="{name}"/><a:graphic><a:graphicData '
        'uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:blipFill><a:blip '
        f'r:embed="{part}"/></pic:blipFill><pic:spPr/></pic:pic></a:graphicData></a:graphic>'
    )
    extent = f'<wp:extent cx="{size[0]}" cy="{size[1]}"/>'
    if not anchored:
        return f"<w:r><w:drawing><wp:inline>{extent}{inner}</wp:inline></w:drawing></w:r>"
    kept = (
        '<wp:anchor behindDoc="1" locked="0" layoutInCell="1" allowOverlap="1" simplePos="0" '
        'relativeHeight="9"><wp:simplePos x="0" y="0"/>'
    )
    return f"<w:r><w:drawing>{kept}{anchored}{extent}<wp:wrapNone/>{inner}</wp:anchor></w:drawing></w:r>"


def stamp(page: Raw, part: str) -> None:
    page.more[part] = Part(f"media/{part}.png", "image", picture().getvalue(), "image/png")


# --- what is right


@sample
def education_bureau_arranges_an_examination() -> Foreign:
    """A red head, two 附件 with tables: all of it formatted paragraph by paragraph."""
    page = Foreign()
    page.add("临江市教育局文件", MARK)
    page.blank(2)
    border(page.add("临教发〔2025〕18号", NUMBER), "bottom")
    page.blank(2)
    page.add("关于做好2025年初中学业水平考试的通知", TITLE)
    page.blank()
    page.add("各县（区）教育局，市直各初中学校：", FLUSH)
    typed(
        page,
        "2025年全市初中学业水平考试定于6月17日至19日举行，为确保考试平稳安全，现就有关事项通知如下。",
        "一、考点设置",
        "全市设考点46个、考场1218个，考点学校须于6月15日前完成场地清理和设备调试。",
        "二、考务管理",
        "（一）严格试卷保密。试卷由专人专车押运，保密室实行双人双锁、24小时值守。",
        "（二）严格监考纪律。监考人员须经培训合格后持证上岗，本校教师不得监考本校学生。",
        "三、服务保障",
        "各考点要配备医务人员和防暑药品，协调供电、公安、交通等部门做好考试期间保障工作。",
    )
    page.blank()
    page.add("附件：1.考试科目和时间安排表", replace(TEXT, left=96, first=-64))
    page.add("2.各县（区）考点数量分配表", replace(TEXT, left=96, first=-16))
    page.blank()
    page.add("临江市教育局", SEALED)
    page.add("2025年5月8日", SEALED)
    for label, name, rows in (
        ("附件1", "考试科目和时间安排表", (("日期", "科目", "时间"), ("6月17日", "语文", "9:00至11:30"))),
        ("附件2", "各县（区）考点数量分配表", (("县（区）", "考点", "考场"), ("江北区", "12", "326"))),
    ):
        page.add(label, Look(HEI)).paragraph_format.page_break_before = True
        page.blank()
        page.add(name, TITLE)
        page.table(*rows)
    page.blank()
    page.numbers()
    return page


COURTS = (
    ("江北区人民法院", 1462, 1307, "2.86亿元", "联合不动产登记中心推行带封处置，平均用时缩短23天"),
    ("江南区人民法院", 1318, 1195, "2.14亿元", "组建夜间执行队，开展凌晨执行21次，拘传被执行人96人"),
    ("清溪县人民法院", 902, 811, "0.97亿元", "在14个乡镇设立执行联络站，聘请联络员186名"),
    ("望城县人民法院", 1043, 958, "1.32亿元", "对涉民生案件开辟绿色通道，为农民工追回工资1260万元"),
    ("双塘县人民法院", 876, 790, "0.83亿元", "探索执行和解分期履行，促成和解案件174件"),
    ("石门县人民法院", 754, 688, "0.71亿元", "运用失信彩铃和公共屏幕曝光失信被执行人53人"),
)


@sample
def court_reports_on_the_enforcement_of_judgments() -> Raw:
    page = upwards("临江市中级人民法院文件", "临中法〔2025〕9号", "贺某某")
    begun(page, "关于切实解决执行难工作情况的报告", "临江市人民代表大会常务委员会：")
    written(
        page,
        "根据市人大常委会2025年度监督工作安排，现将全市法院解决执行难工作情况报告如下。",
        "一、总体情况",
        "2024年以来，全市法院受理执行案件6355件，执结5749件，执行到位金额8.83亿元。",
        "二、各基层法院工作情况",
    )
    for ordinal, (name, taken, ended_, money, done) in zip("一二三四五六", COURTS, strict=True):
        written(
            page,
            f"（{ordinal}）{name}。受理执行案件{taken}件，执结{ended_}件，执行到位{money}。该院{done}，"
            f"未结的{taken - ended_}件中，确无财产可供执行的{(taken - ended_) // 2}件"
            "已依法终结本次执行程序。",
            f"该院目前有执行员额法官{taken // 150}名，人均办案{taken // (taken // 150)}件，"
            "案多人少的矛盾没有根本缓解，送达难、查控难在个别案件中依然存在。",
            f"在规范执行行为方面，{name}组织案款清理{ended_ // 90}次，核查超期案款{ended_ // 12}笔，"
            f"办理执行异议{taken // 40}件，其中依法纠正{taken // 200}件，受理的信访全部按期答复申请人。",
        )
    written(
        page,
        "三、存在的主要问题",
        "（一）财产查控手段不足。部分被执行人以他人名义持有财产，隐匿、转移财产的方式更加隐蔽。",
        "（二）联动机制落实不够。少数协助单位反馈时间偏长，信息共享的范围有待扩大。",
        "四、下一步工作措施",
        "（一）强化立审执衔接。立案时即告知诉讼保全权利，裁判文书主文明确、可执行。",
        "（二）加大惩戒力度。对拒不执行判决、裁定的，依法移送公安机关追究刑事责任。",
        "（三）加强队伍建设。每年组织两次执行业务培训，从严查处消极执行、选择性执行行为。",
        "特此报告。",
    )
    return ended(page, "临江市中级人民法院", "2025年4月28日")


@sample
def hospital_asks_to_buy_a_scanner() -> Raw:
    page = upwards("临江市第一人民医院文件", "临一医〔2025〕33号", "舒某某")
    begun(page, "关于购置磁共振成像设备的请示", "临江市卫生健康委员会：")
    written(
        page,
        "我院现有1.5T磁共振设备1台，2014年投入使用，日均检查68人次，患者平均预约等待6天，故障停机时有发生。",
        (
            "为满足临床诊疗需要，经院长办公会议研究，拟购置3.0T磁共振成像设备1台，预算1480万元，资金由我院"
            "自筹解决。"
        ),
        "妥否，请批示。",
    )
    listed(page, "购置磁共振成像设备可行性分析表")
    ended(page, "临江市第一人民医院", "2025年3月19日")
    page.add(text("（联系人：舒某，联系电话：0700-0000011）"))
    appended(page, "附件", "购置磁共振成像设备可行性分析表")
    return page.add(
        grid_of(("指标", "2023年", "2024年"), ("检查人次", "21306", "24820"), ("停机天数", "11", "19"))
    )


@sample
def statistics_bureau_asks_for_figures_by_letter() -> Raw:
    page = Raw(section="<w:titlePg/>", margins=MARGINS.replace('w:top="2098"', 'w:top="1701"'))
    double = '<w:pBdr><w:bottom w:val="thickThinSmallGap" w:sz="24" w:space="6" w:color="FF0000"/></w:pBdr>'
    high = '<w:spacing w:before="0" w:line="860" w:lineRule="exact"/>'
    page.add(p(r("临江市统计局", BIAO, 38, RED), jc="center", spacing=high, early=double))
    page.add(p(r("临统函〔2025〕27号"), jc="right"), BLANK, BLANK)
    begun(page, "关于提供服务业行政记录的函", "市税务局，市市场监督管理局：")
    written(
        page,
        "为做好第三季度服务业增加值核算，请贵局协助提供规模以下服务业企业的行政记录数据。",
        "一、数据范围：2025年1月至9月全市存续的服务业法人单位，按行业小类汇总。",
        "二、报送方式：以加密光盘送我局服务业统计科，请勿通过互联网传输。",
        "三、报送时间：10月14日下班前。",
        "专此函达，请予支持。",
    )
    page.footers["first"] = (
        '<w:p><w:pPr><w:pBdr><w:bottom w:val="thinThickSmallGap" w:sz="24" w:space="1" '
        'w:color="FF0000"/></w:pBdr></w:pPr></w:p>'
    )
    return ended(page, "临江市统计局", "2025年9月24日")


@sample
def bureau_answers_under_its_seal() -> Raw:
    """A reply with 版记; the seal is a picture before the text, over the date."""
    page = headed("临江市自然资源和规划局文件", "临自然复〔2025〕41号")
    begun(page, "关于江北公园修建性详细规划的批复", "市园林绿化服务中心：")
    written(
        page,
        "你中心《关于审批江北公园修建性详细规划的请示》（临园〔2025〕7号）收悉。经研究，批复如下：",
        "一、原则同意江北公园修建性详细规划，规划用地面积11.62公顷，绿地率不低于72%。",
        "二、请按专家评审意见优化北侧出入口布局，增设无障碍通道和公共厕所2处。",
        "三、规划批准后不得擅自变更，确需调整的须按原程序报批。",
        "此复。",
    )
    ended(page, "临江市自然资源和规划局", "2025年8月21日")
    stamp(page, "seal")
    place = (
        '<wp:positionH relativeFrom="column"><wp:posOffset>3600000</wp:posOffset></wp:positionH>'
        '<wp:positionV relativeFrom="paragraph"><wp:posOffset>-900000</wp:posOffset></wp:positionV>'
    )
    run = shown_picture("公章", "seal", (1512000, 1512000), place)
    page.blocks[-1] = page.blocks[-1].replace("</w:pPr>", f"</w:pPr>{run}", 1)
    return page.add(
        *imprint(
            "抄送：市发展和改革委员会，江北区人民政府。", "临江市自然资源和规划局办公室\t2025年8月22日印发"
        )
    )


@sample
def opinion_on_old_housing_estates_of_four_levels() -> Raw:
    page = headed("临江市住房和城乡建设局文件", "临建发〔2025〕52号")
    begun(page, "关于加强老旧小区改造后管理的意见", "各县（区）住房和城乡建设局：")
    written(
        page,
        (
            "近年来，全市累计改造老旧小区316个，惠及居民4.7万户。为巩固改造成果，防止边改边坏、改后失管，现"
            "提出以下意见。"
        ),
        "一、明确目标任务",
        "到2026年底，已改造小区物业管理覆盖率达到95%以上，业主委员会组建率达到80%以上，居民满意率稳步提升。",
        "二、完善管理机制",
        "（一）推进党建引领",
        (
            "1.建强组织。符合条件的小区都要成立党支部，由社区党组织委员兼任支部书记，做到小区有党员的地方就"
            "有组织。"
        ),
        "2.健全议事。每季度召开一次由社区、业主、物业企业参加的联席会议，重要事项按下列程序办理：",
        "（1）公开征求全体业主意见，时间不少于7天；",
        "（2）提交联席会议讨论，形成会议记录并在小区公示栏张贴；",
        "（3）由业主大会依法表决，表决结果报社区备案。",
        "（二）落实物业服务",
        "1.分类引入物业。规模较大的小区由专业物业企业管理，规模较小的相邻小区实行连片打包管理。",
        "2.保障基本服务。无力承担物业费用的小区，由社区提供保洁、保序、绿化养护等基本服务。",
        "3.规范收费行为。收费项目和标准由业主大会与物业企业协商确定，每年1月公布上年度收支。",
        "（三）管好公共收益",
        "1.单独建账。停车、广告、快递柜等公共收益单独列账，优先用于补充维修资金。",
        "2.接受监督。收支情况每半年公示一次，业主可以查阅、复制有关凭证。",
        "三、加强设施管护",
        "（一）明确管护责任",
        "供水、供电、供气、通信等专业设施，改造完成后移交专营单位管理，实行一户一表、抄表到户。",
        "（二）建立巡查制度",
        "社区每月对电梯、消防、化粪池等设施巡查一次，发现隐患的，应当在24小时内通知责任单位处理。",
        "四、强化组织保障",
        "（一）加强领导。各地要把改造后管理纳入年度重点工作，主要负责人亲自研究、分管负责人具体抓。",
        "（二）保障资金。市财政每年安排以奖代补资金500万元，对管理规范的小区每个奖励2万元至5万元。",
        "（三）严格考评。每年11月组织考评，考评结果通报各县（区）人民政府。",
    )
    ended(page, "临江市住房和城乡建设局", "2025年7月30日")
    page.add(text("（此件公开发布）"))
    return page.add(*imprint("抄送：各县（区）人民政府。", "临江市住房和城乡建设局办公室\t2025年7月31日印发"))


@sample
def plan_of_a_drill_by_the_style_of_all_paragraphs() -> Raw:
    """Normal is the text, headings are Word's own styles: a paragraph says only what differs."""
    normal = (
        f'<w:pPr><w:snapToGrid w:val="0"/>{EXACT}<w:ind w:firstLineChars="200" w:firstLine="640"/>'
        f'<w:jc w:val="both"/></w:pPr><w:rPr>{fonts(FANG)}<w:spacing w:val="-5"/><w:sz w:val="32"/></w:rPr>'
    )
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="{place}"><w:name w:val="heading {place}"/>'
        f'<w:basedOn w:val="a"/><w:pPr><w:outlineLvl w:val="{place - 1}"/></w:pPr>'
        f"<w:rPr>{fonts(font)}</w:rPr></w:style>"
        for place, font in ((1, HEI), (2, KAI))
    )
    page = Raw(normal=normal, styles=styles)
    for side in ("right", "left"):
        low = '<w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/>'
        none = f'<w:ind w:{side}="280" w:firstLineChars="0" w:firstLine="0"/>'
        page.footers["default" if side == "right" else "even"] = p(number(), jc=side, ind=none, spacing=low)
    none = '<w:ind w:firstLineChars="0" w:firstLine="0"/>'

    def plain(shown: str, early: str = "", late: str = "", own: str = "") -> str:
        run = f"<w:r>{own}{words(shown)}</w:r>" if shown else ""
        return f"<w:p><w:pPr>{early}{late}</w:pPr>{run}</w:p>"

    def named(shown: str, early: str = "") -> str:
        high = EXACT.replace("579", "720")
        own = f'<w:rPr>{fonts(BIAO)}<w:spacing w:val="0"/><w:sz w:val="44"/></w:rPr>'
        return plain(shown, early, f'{high}{none}<w:jc w:val="center"/>', own)

    def right(shown: str, chars: int) -> str:
        return plain(
            shown,
            late=f'<w:ind w:right="{chars}" w:firstLineChars="0" w:firstLine="0"/><w:jc w:val="right"/>',
        )

    page.add(
        named("关于印发防震应急疏散演练方案的通知"),
        plain("", late=none),
        plain("各年级组，各处室：", late=none),
    )
    page.add(plain("现将《临江市第一中学防震应急疏散演练方案》印发给你们，请认真组织实施。"), plain(""))
    hang = '<w:ind w:left="1600" w:firstLineChars="0" w:hanging="960"/>'
    page.add(plain("附件：临江市第一中学防震应急疏散演练方案", late=hang), plain(""))
    page.add(right("临江市第一中学", 1200), right("2025年4月29日", 1280))
    page.add(plain("附件", "<w:pageBreakBefore/>", none, f"<w:rPr>{fonts(HEI)}</w:rPr>"), plain(""))
    page.add(named("临江市第一中学防震应急疏散演练方案"), plain(""))
    for line in (
        "为增强师生防震减灾意识，提高应急避险能力，制定本方案。",
        "一、演练时间和地点",
        "2025年5月12日上午9时50分，全校各教学楼至田径场。",
        "二、组织机构",
        "（一）总指挥部",
        "由校长任总指挥，负责发布演练指令，统筹协调各组工作。",
        "（二）疏散引导组",
        "由各年级组长和班主任组成，每层楼梯口安排2名教师值守，防止拥挤踩踏。",
        "三、演练程序",
        "听到警报后，学生就近躲避1分钟；警报解除后，按规定路线有序撤离，3分钟内到达指定位置并清点人数。",
    ):
        style = "1" if CHAPTER.match(line) else "2" if SECTION.match(line) else ""
        page.add(plain(line, f'<w:pStyle w:val="{style}"/>' if style else ""))
    return page


@sample
def circular_on_samples_of_food() -> Raw:
    page = headed("临江市市场监督管理局文件", "临市监发〔2025〕37号")
    begun(page, "关于第二季度食品安全抽检情况的通报", "各县（区）市场监督管理局：")
    written(
        page,
        "第二季度，全市共抽检食品1860批次，检出不合格食品41批次，总体合格率97.8%，现将有关情况通报如下。",
        "一、抽检结果",
        "各环节抽检情况见下表。",
    )
    page.add(
        grid_of(
            ("环节", "抽检批次", "不合格批次", "合格率"),
            ("生产环节", "420", "5", "98.8%"),
            ("流通环节", "960", "22", "97.7%"),
            ("餐饮环节", "480", "14", "97.1%"),
        )
    )
    written(
        page,
        "二、主要问题",
        "（一）农药残留超标。韭菜、豇豆等蔬菜检出农药残留超标18批次，占不合格总数的43.9%。",
        "（二）微生物污染。自消毒餐饮具大肠菌群不合格11批次，反映部分小餐饮清洗消毒不到位。",
        "三、工作要求",
        "各县（区）局要在30日内完成核查处置，依法公开处罚信息，督促企业召回、下架不合格食品。",
    )
    return ended(page, "临江市市场监督管理局", "2025年7月10日")


@sample
def announcement_of_a_sale_of_land() -> Raw:
    page = begun(Raw(), "临江市公共资源交易中心\n关于挂牌出让国有建设用地使用权的公告")
    written(
        page,
        "经市人民政府批准，我中心受委托以挂牌方式出让一宗国有建设用地使用权，现将有关事项公告如下：",
        "一、宗地位于江南区滨河路东侧，面积32164平方米，用途为商业，出让年限40年，起始价9650万元。",
        "二、中华人民共和国境内外的法人、自然人和其他组织均可申请参加竞买，法律另有规定的除外。",
        "三、挂牌时间为2025年11月10日9时至11月20日15时，竞买保证金1930万元须于11月18日17时前到账。",
        "四、出让文件可在交易中心网站下载，现场踏勘自行组织。",
        "特此公告。",
    )
    return ended(page, "临江市公共资源交易中心", "2025年10月20日")


@sample
def public_notice_of_a_test_of_sirens() -> Foreign:
    page = opened("临江市国防动员办公室\n关于防空警报试鸣的通告")
    typed(
        page,
        (
            "为增强市民国防观念和人民防空意识，检验防空警报设施，根据有关法律规定，现将防空警报试鸣事项通告"
            "如下："
        ),
        "一、试鸣时间：2025年9月18日上午10时至10时19分。",
        "二、试鸣范围：市中心城区和各县县城。",
        "三、试鸣顺序：预先警报鸣36秒停24秒，反复3遍；空袭警报鸣6秒停6秒，反复15遍；解除警报连续鸣响3分钟。",
        "四、试鸣期间，请广大市民不要惊慌，保持正常的工作和生活秩序。",
    )
    return closed(page, "临江市国防动员办公室", "2025年9月8日")


@sample
def minutes_of_a_headmasters_meeting() -> Raw:
    page = Raw()
    spacing = '<w:spacing w:before="1984" w:line="800" w:lineRule="exact"/>'
    page.add(p(r("临江市实验小学校长办公会议纪要", BIAO, 28, RED), jc="center", spacing=spacing), BLANK)
    page.add(p(r("第11期"), jc="center"))
    stop = '<w:tabs><w:tab w:val="right" w:pos="8834"/></w:tabs>'
    page.add(p(r("临江市实验小学办公室\t2025年10月13日"), early=bordered() + stop), BLANK)
    written(
        page,
        "10月10日上午，校长包某某主持召开校长办公会议，研究课后服务、食堂管理等事项。现纪要如下：",
        "一、关于课后服务。会议同意新增书法、编程、足球3个社团，每周开设两次，费用按市定标准执行。",
        "二、关于食堂管理。会议决定成立家长膳食委员会，每月抽查食堂不少于两次，抽查结果在家长群公布。",
        "三、关于教师培训。会议原则同意选派12名青年教师赴省城跟岗学习，时间为两周。",
    )
    return page.add(
        BLANK,
        text(r("出席：", HEI), r("包某某、童某、詹某某、柳某。")),
        text(r("列席：", HEI), r("费某某、岑某。")),
    )


@sample
def decision_to_commend_with_a_list_in_no_order() -> Raw:
    page = headed("临江市残疾人联合会文件", "临残联发〔2025〕14号")
    begun(page, "关于表彰全市助残先进集体和个人的决定", "各县（区）残疾人联合会，市直有关单位：")
    written(
        page,
        "近年来，全市各级各部门积极发展残疾人事业，涌现出一批扶残助残的先进典型。为树立榜样、弘扬正气，"
        "决定授予江北区特殊教育学校等5个单位“助残先进集体”称号，授予薛某某等6名同志“助残先进个人”称号。",
        "希望受表彰的集体和个人珍惜荣誉、再接再厉，在新的起点上作出新的贡献。",
    )
    listed(page, "助残先进集体名单", "助残先进个人名单")
    ended(page, "临江市残疾人联合会", "2025年5月16日")
    appended(page, "附件1", "助残先进集体名单")
    page.add(p(r("（排名不分先后）", KAI), jc="center"), BLANK)
    written(
        page, "江北区特殊教育学校", "临江市康复医院", "望城县阳光家园", "清溪县就业服务中心", "市志愿者协会"
    )
    appended(page, "附件2", "助残先进个人名单")
    page.add(p(r("（排名不分先后）", KAI), jc="center"), BLANK)
    return written(page, "薛某某、雷某、倪某某、汤某、滕某某、殷某")


SCHOOLS = (
    ("第一中学", 168, 12, "建成创新实验室2个，学生获省级以上竞赛奖项37项"),
    ("第二中学", 142, 9, "推行分层走班教学，高考本科上线率提高4.6个百分点"),
    ("第三中学", 127, 8, "与高校共建美育基地，合唱团获全省展演一等奖"),
    ("实验小学", 96, 6, "开发校本课程14门，课后服务参与率达到98%"),
    ("滨江小学", 84, 5, "改造运动场6200平方米，学生体质健康优良率为61.3%"),
    ("特殊教育学校", 43, 3, "为52名重度残疾儿童送教上门1560人次"),
    ("职业技术学校", 155, 11, "新增新能源汽车专业，与企业签订订单培养协议9份"),
    ("机关幼儿园", 58, 4, "开展家园共育活动40场，通过省级示范园复评"),
)


@sample
def long_summary_of_all_schools() -> Foreign:
    page = opened("临江市教育局2024年教师队伍建设工作总结")
    typed(
        page,
        (
            "2024年，市教育局围绕建设高素质专业化教师队伍的目标，统筹推进师德、培训、管理等各项工作，现总结"
            "如下。"
        ),
        "一、基本情况",
        "市直学校现有专任教师873人，其中高级职称286人，研究生学历154人，平均年龄41.6岁。",
        "二、各校工作",
    )
    for ordinal, (name, teachers, trained, done) in zip("一二三四五六七八", SCHOOLS, strict=True):
        typed(
            page,
            f"（{ordinal}）市{name}。该校有专任教师{teachers}人，全年选派骨干教师外出研修{trained}人次，"
            f"校内教研活动{trained * 6}次，{done}。",
            f"在师德建设方面，市{name}组织宣誓、签名、报告会等活动{trained + 3}场，"
            f"家访学生{teachers * 5}人次，收到家长意见{trained * 4}条，全部逐条答复。",
            f"在教学研究方面，市{name}立项市级以上课题{trained // 2 + 1}个，教师发表论文{teachers // 3}篇，"
            f"开设公开课{teachers // 2}节，参加各类教学竞赛获奖{trained * 2}人次，形成了比学赶超的良好氛围。",
        )
    typed(
        page,
        "三、主要不足",
        "（一）结构性缺编仍然突出。音乐、体育、美术、心理健康教师缺口64人，部分课程由其他教师兼任。",
        "（二）名师数量偏少。全市特级教师、正高级教师不足30人，在全省有影响的更少。",
        "四、下年安排",
        "实施名师领航、青蓝结对、县管校聘三项行动，招聘紧缺学科教师40人，交流轮岗教师不少于90人。",
    )
    return closed(page, "临江市教育局", "2025年1月10日")


@sample
def statement_in_the_fonts_of_its_theme() -> Raw:
    """The text takes its font from the theme, which names one for each script."""

    def pair(name: str, latin: str, han: str) -> str:
        return (
            f'<a:{name}><a:latin typeface="{latin}"/><a:ea typeface=""/><a:cs typeface=""/>'
            f'<a:font script="Hans" typeface="{han}"/></a:{name}>'
        )

    scheme = f"{pair('majorFont', 'Times New Roman', BIAO)}{pair('minorFont', 'Times New Roman', FANG)}"
    theme = (
        '<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="Office">'
        f'<a:themeElements><a:fontScheme name="Office">{scheme}</a:fontScheme></a:themeElements></a:theme>'
    )
    by_theme = (
        '<w:rFonts w:asciiTheme="{0}HAnsi" w:hAnsiTheme="{0}HAnsi" w:eastAsiaTheme="{0}EastAsia" '
        'w:cstheme="{0}Bidi"/>'
    )
    page = Raw(
        settings='<w:evenAndOddHeaders/><w:themeFontLang w:val="en-US" w:eastAsia="zh-CN"/>',
        defaults=f"<w:docDefaults><w:rPrDefault><w:rPr>{by_theme.format('minor')}</w:rPr></w:rPrDefault></w:docDefaults>",
    )
    page.more["theme"] = Part(
        "theme/theme1.xml", "theme", theme, "application/vnd.openxmlformats-officedocument.theme+xml"
    )

    def own(shown: str, font: str = "", size: int = 32, kind: str = "") -> str:
        face = f'<w:rFonts w:eastAsia="{font}"/>' if font else by_theme.format(kind) if kind else ""
        tight = '<w:spacing w:val="-5"/>' if size == 32 else ""
        return f'<w:r><w:rPr>{face}{tight}<w:sz w:val="{size}"/></w:rPr>{words(shown)}</w:r>'

    high = EXACT.replace("579", "720")
    page.add(
        p(own("关于部分路段水压不足的情况说明", size=44, kind="major"), jc="center", spacing=high), BLANK
    )
    page.add(p(own("市住房和城乡建设局：")))
    for line, font in (
        ("7月中旬以来，我公司接到江北片区用户反映水压不足的来电212个，现将有关情况说明如下。", ""),
        ("一、原因分析", HEI),
        (
            (
                "持续高温使日供水量升至23.6万立方米，超出设计能力4.9%；建设路直径600毫米主管7月16日被施工挖断。"
            ),
            "",
        ),
        ("二、处置情况", HEI),
        ("7月17日凌晨3时主管抢修完毕，同时启用备用加压泵站2座，高层住户水压于当日恢复正常。", ""),
        ("三、后续措施", HEI),
        ("年内完成城北水厂扩建，新增日供水能力5万立方米；对施工路段派专人旁站监护。", ""),
    ):
        page.add(p(own(line, font), ind=TWO_IN))
    page.add(BLANK, p(own("临江市水务集团有限公司"), jc="right", ind='<w:ind w:right="640"/>'))
    return page.add(p(own("2025年7月22日"), jc="right", ind='<w:ind w:right="1440"/>'))


@sample
def briefing_to_inspectors_with_its_speaker() -> Raw:
    page = Raw().add(
        title("临江市公立医院高质量发展\n工作情况汇报"),
        p(r("临江市卫生健康委员会", KAI), jc="center"),
        p(r("（2025年6月24日）", KAI), jc="center"),
        BLANK,
        flush("各位领导、各位专家："),
    )
    return written(
        page,
        "首先，对督导组一行来我市检查指导表示热烈欢迎。下面，我就公立医院高质量发展情况作简要汇报。",
        "一、主要进展",
        "（一）资源布局更加合理。组建紧密型城市医疗集团2个、县域医共体5个，双向转诊4.3万人次。",
        "（二）服务能力持续提升。新增省级重点专科6个，三级医院四级手术占比达到21.7%。",
        "（三）患者负担有所减轻。集采药品平均降价53%，次均住院费用同比下降4.2%。",
        "二、存在的困难",
        "高层次人才引进难、留住难，部分县级医院负债率偏高，信息系统互联互通不够。",
        "三、工作打算",
        "深化薪酬制度改革，建设市级影像、检验、病理三个共享中心，推进智慧医院建设。",
        "以上汇报，不妥之处，请批评指正。",
    )


@sample
def notice_that_sends_a_speech_of_a_president_along() -> Raw:
    page = headed("临江市中级人民法院文件", "临中法发〔2025〕3号")
    begun(page, "关于印发全市法院院长会议讲话的通知", "各基层人民法院，本院各部门：")
    written(page, "现将邵某某同志在全市法院院长会议上的讲话印发给你们，请结合工作实际贯彻落实。")
    listed(page, "在全市法院院长会议上的讲话")
    ended(page, "临江市中级人民法院", "2025年2月14日")
    appended(page, "附件", "在全市法院院长会议上的讲话")
    page.add(p(r("邵某某", KAI), jc="center"), p(r("（2025年2月11日）", KAI), jc="center"))
    page.add(BLANK, flush("同志们："))
    return written(
        page,
        "今天会议的主要任务是总结2024年工作，部署2025年任务。下面，我讲三个问题。",
        "一、肯定成绩，正视差距",
        "过去一年，全市法院审结各类案件5.2万件，结案率96.4%，一审服判息诉率91.8%，但长期未结案件仍有37件。",
        "二、聚焦主业，提升质效",
        "（一）审判工作要更公正。完善类案检索和专业法官会议制度，切实防止同案不同判。",
        "（二）诉讼服务要更便民。推进跨域立案、网上立案、巡回审判，让群众少跑腿。",
        "（三）司法建议要更精准。围绕社会治理突出问题提出建议，每季度向市委报告一次。",
        "三、从严治院，锻造队伍",
        "严格执行防止干预司法的规定，有问必录、违规必究，始终保持惩治腐败的高压态势。",
    )


@sample
def notice_of_a_weather_station_on_a_grid() -> Raw:
    """WPS: a grid of lines and characters, indents in characters, no seal."""
    page = Raw(grid='<w:docGrid w:type="linesAndChars" w:linePitch="579" w:charSpace="-849"/>')

    def line(shown: str, own: str = "", jc: str = "both", font: str = "仿宋", size: int = 32) -> str:
        high = 579 if size == 32 else 720
        form = f'<w:spacing w:line="{high}" w:lineRule="exact"/>{own}<w:jc w:val="{jc}"/>'
        face = fonts(font).replace("<w:rFonts", '<w:rFonts w:hint="eastAsia"')
        look = f'<w:rPr>{face}<w:sz w:val="{size}"/><w:szCs w:val="{size}"/></w:rPr>'
        run = f"<w:r>{look}{words(shown)}</w:r>" if shown else ""
        return f"<w:p><w:pPr>{form}</w:pPr>{run}</w:p>"

    two = '<w:ind w:firstLineChars="200" w:firstLine="632"/>'
    page.add(line("关于开展汛前雷电防护检测的通知", jc="center", font=BIAO, size=44), line(""))
    page.add(line("各易燃易爆场所经营单位："))
    for shown, font in (
        (
            ("我市即将进入雷雨多发期，为防范雷电灾害事故，定于3月起开展防雷装置检测，现将有关事项通知如下。"),
            "仿宋",
        ),
        ("一、检测对象", HEI),
        ("加油加气站、烟花爆竹仓库、危险化学品储存场所等，每半年检测一次。", "仿宋"),
        ("二、检测机构", HEI),
        ("由单位自主选择具有资质的检测机构，检测结论须在10日内报我站备案。", "仿宋"),
        ("三、法律责任", HEI),
        ("拒不检测或者检测不合格又不整改的，依照《气象灾害防御条例》予以处罚。", "仿宋"),
    ):
        page.add(line(shown, two, font=font))
    page.add(line(""), line("临江市防雷减灾管理站", '<w:ind w:rightChars="200" w:right="632"/>', "right"))
    return page.add(line("2025年2月24日", '<w:ind w:rightChars="350" w:right="1106"/>', "right"))


@sample
def notice_whose_styles_count_its_chapters() -> Raw:
    levels = "".join(
        f'<w:lvl w:ilvl="{place}"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/>'
        f'<w:pStyle w:val="{place + 1}"/><w:suff w:val="nothing"/><w:lvlText w:val="{shown}"/>'
        '<w:lvlJc w:val="left"/><w:pPr><w:ind w:left="0" w:firstLine="640"/></w:pPr></w:lvl>'
        for place, shown in enumerate(("%1、", "（%2）"))
    )
    numbering = (
        f'<w:abstractNum w:abstractNumId="5"><w:multiLevelType w:val="multilevel"/>{levels}</w:abstractNum>'
        '<w:num w:numId="5"><w:abstractNumId w:val="5"/></w:num>'
    )
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="{place}"><w:name w:val="heading {place}"/>'
        f'<w:basedOn w:val="a"/><w:next w:val="a"/><w:pPr><w:numPr><w:ilvl w:val="{place - 1}"/>'
        f'<w:numId w:val="5"/></w:numPr><w:snapToGrid w:val="0"/>{EXACT}<w:jc w:val="both"/>'
        f'<w:outlineLvl w:val="{place - 1}"/></w:pPr><w:rPr>{fonts(font)}<w:spacing w:val="-5"/></w:rPr>'
        "</w:style>"
        for place, font in ((1, HEI), (2, KAI))
    )
    page = headed("临江市生态环境局文件", "临环发〔2025〕20号")
    page.numbering, page.styles = numbering, styles
    begun(page, "关于开展入河排污口排查整治的通知", "各县（区）分局：")
    written(page, "为改善流域水环境质量，决定自5月起在全市开展入河排污口排查整治，现将有关要求通知如下。")
    for level, shown in (
        (1, "全面排查"),
        (0, "综合运用无人机航测、人工徒步等方式，对沅水干流及12条支流逐段排查，做到应查尽查、有口皆查。"),
        (1, "分类整治"),
        (2, "依法取缔一批"),
        (0, "饮用水水源保护区内的排污口，一律于8月底前取缔。"),
        (2, "清理合并一批"),
        (0, "城镇污水收集管网覆盖范围内的生活污水散排口，应当截污纳管。"),
        (2, "规范整治一批"),
        (0, "其余排污口按标准设置标识牌、监测点，建立一口一档。"),
        (1, "长效监管"),
        (0, "每月开展一次巡查，监测结果在局网站公开，接受社会监督。"),
    ):
        own = f'<w:p><w:pPr><w:pStyle w:val="{level}"/></w:pPr><w:r>{words(shown)}</w:r></w:p>'
        page.add(own if level else text(shown))
    return ended(page, "临江市生态环境局", "2025年4月22日")


# --- what is wrong


@sample
def notice_in_kai_of_fifteen_points() -> Foreign:
    page = opened("关于组织离退休干部健康体检的通知", "各离退休干部党支部：")
    for line in (
        "根据局党组安排，定于10月中下旬组织离退休干部健康体检，请各支部通知到每一位老同志。",
        "体检地点为市第一人民医院健康管理中心，每天早上7点30分在局机关院内乘车，请空腹前往。",
        "体检项目在去年的基础上增加颈动脉彩超和骨密度检测，结果由医院直接寄给本人。",
        "行动不便或者长期在外地居住的，可凭当地医院发票按规定标准报销。",
    ):
        page.add(line, Look(KAI, 15, first=30, spacing=0))
    return closed(page, "临江市财政局老干部科", "2025年9月29日")


@sample
def report_on_words_margins_with_wide_lines() -> Foreign:
    page = Foreign((25.4, 31.8, 25.4, 31.8))
    page.add("关于网络安全自查情况的报告", TITLE)
    page.blank()
    page.add("临江市数据局：", FLUSH)
    for line in (
        "接到《关于开展网络安全自查的通知》后，我馆立即组织人员对网络和信息系统进行了全面检查，现报告如下。",
        "一、自查情况",
        "我馆现有门户网站1个、业务系统4个、服务器9台、终端计算机73台，均已落实专人管理。",
        "二、发现的问题",
        "部分终端操作系统没有及时更新补丁，2台服务器使用了弱口令，网站备案信息中的联系人已经离职。",
        "三、整改措施",
        "上述问题已于9月5日前全部整改到位，今后每季度自查一次，并开展全员网络安全培训。",
    ):
        look = H1 if CHAPTER.match(line) else TEXT
        page.add(line, look).paragraph_format.line_spacing = 1.5
    page.blank()
    page.add("临江市档案馆", SEALED)
    page.add("2025年9月9日", SEALED)
    page.numbers(sides=False, dashes="")
    return page


@sample
def notice_on_lines_of_twenty_eight_points_with_blanks() -> Raw:
    page = Raw()
    low = EXACT.replace("579", "560")
    page.add(title("关于调整医保门诊报销流程的通知"), p(spacing=low), p(r("各定点医疗机构："), spacing=low))
    for line in (
        "为方便参保群众就医结算，经研究，决定对职工医保门诊费用报销流程进行调整，现通知如下。",
        "自2025年7月1日起，门诊费用在定点医疗机构直接结算，参保人只需支付个人自付部分，不再到经办窗口报销。",
        "异地就医没有直接结算的，可在次年3月底前凭票据、病历和费用清单，向参保地经办机构申请手工报销。",
        "各定点医疗机构要在6月25日前完成系统接口改造和测试，安排专人做好政策解释，不得拒收参保患者。",
    ):
        page.add(p(r(f"　　{line}"), spacing=low))
    page.footers = {
        kind: p(number("", ""), jc=side, ind=f'<w:ind w:{side}="280"/>', spacing="")
        for kind, side in (("default", "right"), ("even", "left"))
    }
    end = (at_right("临江市医疗保障局", 48), at_right("2025年6月9日", 64))
    return page.add(p(spacing=low), *(one.replace("579", "560") for one in end))


@sample
def request_to_nobody_without_its_line_in_chinese_digits() -> Raw:
    page = upwards("临江市体育运动学校文件", "临体校〔2025〕6号", "甘某某")
    page.blocks[3] = page.blocks[3].replace(bordered(), "")
    begun(page, "关于申请维修训练馆屋面的请示")
    written(
        page,
        "我校综合训练馆建于2003年，屋面彩钢板锈蚀严重，6月上旬暴雨中多处漏水，木地板泡损约320平方米。",
        "经专业机构检测，屋面需整体更换，工程预算86万元。我校年度公用经费难以承担，特申请专项资金予以维修。",
        "当否，请批示。",
    )
    return ended(page, "临江市体育运动学校", "二〇二五年六月十日")


@sample
def circular_signed_at_the_left_with_a_date_of_points() -> Raw:
    page = headed("临江市机关事务管理局文件", "临机管〔2025〕12号")
    begun(page, "关于公务用车使用检查情况的通报", "市直各单位：")
    written(
        page,
        "2月下旬，我局对62家单位公务用车使用管理情况进行了检查，现将检查情况通报如下。",
        "一、总体评价",
        "多数单位派车手续齐全、台账清楚，节假日封存停驶执行到位，定点加油、定点维修比例达到100%。",
        "二、存在的问题",
        "5家单位派车单填写不完整，3家单位没有按时更新北斗定位终端，1家单位存在私自改装车辆的情况。",
        "三、整改要求",
        "请有关单位于3月底前整改到位，并将整改情况书面报我局车辆管理科。",
    )
    return page.add(BLANK, p(r("临江市机关事务管理局"), jc="left"), p(r("2025.3.8"), jc="left"))


@sample
def letter_whose_pages_have_no_number() -> Raw:
    page = begun(Raw(settings="", footers={}), "关于商请选派支教教师的函", "市第二中学：")
    written(
        page,
        "我县清溪中学地处山区，英语、物理学科教师严重短缺，目前仍有6个教学班由其他学科教师兼课。",
        "素闻贵校师资力量雄厚，特商请选派英语、物理教师各2名到清溪中学支教一学年，往返交通和食宿由我局安排。",
        "可否，请函复。",
    )
    page.add(BLANK, p(r("附件：1.清溪中学学科教师缺口表；"), ind='<w:ind w:left="1920" w:hanging="1280"/>'))
    page.add(p(r("2.支教教师生活待遇一览表。"), ind='<w:ind w:left="1920" w:hanging="320"/>'))
    ended(page, "清溪县教育局", "2025年6月20日")
    appended(page, "附件1", "清溪中学学科教师缺口表")
    page.add(grid_of(("学科", "需要", "现有"), ("英语", "9", "5"), ("物理", "6", "4")), BLANK)
    appended(page, "附件2", "支教教师生活待遇一览表")
    return page.add(grid_of(("项目", "标准"), ("生活补助", "每月800元"), ("往返交通", "据实报销")))


@sample
def decision_with_a_bold_title_narrow_in_its_middle() -> Foreign:
    page = Foreign()
    for line in ("关于表彰全市水务系统", "先进集体", "和先进工作者的决定"):
        page.add(line, replace(TITLE, font=SONG, bold=True))
    page.blank()
    page.add("各县（区）水利局，局属各单位：", FLUSH)
    typed(
        page,
        "2024年，全市水务系统干部职工勇于担当、无私奉献，在防汛抗旱、农村饮水、河湖管护等工作中成绩突出。",
        "经局党组会议研究，决定授予市水文站等4个单位“先进集体”称号，授予阮某某等10名同志“先进工作者”称号。",
        "希望受表彰的集体和个人再接再厉，全市水务系统要以先进为榜样，为保障水安全作出更大贡献。",
    )
    return closed(page, "临江市水利局", "2025年1月24日")


@sample
def announcement_with_hyphens_around_a_number_in_the_middle() -> Foreign:
    page = opened("关于2025年公开招聘编外教师的公告")
    typed(
        page,
        "根据教学工作需要，经主管部门同意，我校面向社会公开招聘编外教师8名，现将有关事项公告如下。",
        "一、招聘岗位",
        "高中语文2名、数学2名、英语2名、信息技术1名、心理健康1名，须具备相应学科教师资格证。",
        "二、报名办法",
        "2025年7月14日至18日，携带身份证、毕业证、教师资格证原件到学校行政楼203室报名。",
        "三、考核方式",
        "采取试讲和面谈相结合的方式进行，试讲时间15分钟，成绩当场公布。",
        "特此公告。",
    )
    page.blank()
    page.add("临江市第三中学", replace(SEALED, right=56))
    page.add("2025年7月3日", SEALED)
    page.numbers(sides=False, dashes="-")
    return page


@sample
def plan_behind_a_notice_that_names_it_nowhere() -> Raw:
    page = headed("临江市文化旅游广电体育局文件", "临文旅发〔2025〕29号")
    begun(page, "关于印发文物安全专项检查方案的通知", "各县（区）文化旅游主管部门：")
    written(page, "为切实消除文物安全隐患，我局制定了文物安全专项检查方案，现印发给你们，请遵照执行。")
    ended(page, "临江市文化旅游广电体育局", "2025年10月28日")
    appended(page, "附件1：", "文物安全专项检查方案").add(BLANK)
    return written(
        page,
        "一、检查范围",
        "全市各级文物保护单位136处、博物馆和纪念馆11家、在建文物保护工程7个。",
        "二、检查重点",
        "（一）消防安全。重点检查电气线路敷设、消防设施配备、用火用电管理等情况。",
        "（二）防盗防破坏。重点检查安防监控运行、夜间值守、田野文物巡查等情况。",
        "三、检查安排",
        "11月上旬各单位自查，11月中下旬县（区）检查，12月上旬市局抽查，抽查比例不低于30%。",
    )


@sample
def circular_whose_imprint_lacks_lines_and_words() -> Raw:
    page = headed("临江市应急管理局文件", "临应急发〔2025〕45号")
    begun(page, "关于非煤矿山安全生产检查情况的通报", "各县（区）应急管理局，各非煤矿山企业：")
    written(
        page,
        "8月，市应急管理局聘请专家对29座非煤矿山进行检查，发现隐患187条，其中重大隐患3条，现通报如下。",
        "一、突出问题",
        "2座矿山边坡角度超过设计要求，4座矿山没有按规定开展顶板监测，1座尾矿库排洪设施堵塞。",
        "二、处理意见",
        "对存在重大隐患的3座矿山责令停产整顿，整改完毕经验收合格后方可恢复生产。",
    )
    ended(page, "临江市应急管理局", "2025年9月4日")
    place = '<w:framePr w:w="8844" w:hAnchor="margin" w:vAnchor="margin" w:yAlign="bottom" w:wrap="around"/>'
    stop = '<w:tabs><w:tab w:val="right" w:pos="8564"/></w:tabs>'
    sides = '<w:ind w:left="280" w:right="280"/>'
    low = EXACT.replace("579", "560")
    for line in ("抄送：市人民政府办公室，省应急管理厅", "临江市应急管理局办公室\t2025年9月5日"):
        page.add(p(r(line, FANG, 14), early=place + stop, spacing=low, ind=sides))
    return page.add(p(spacing='<w:spacing w:line="20" w:lineRule="exact"/>'))


@sample
def joint_notice_signed_at_the_edge_with_a_note_without_colon() -> Raw:
    page = begun(Raw(), "关于开展校园周边联合检查的通知", "各县（区）教育局、公安局：")
    written(
        page,
        "为净化校园周边环境，市教育局、市公安局决定于9月下旬开展联合检查，现就有关事项通知如下。",
        "一、检查内容",
        "校园周边200米范围内的网吧、彩票店、流动摊贩以及上下学时段交通秩序。",
        "二、检查方式",
        "分4个组随机抽查，分组情况见附件1，评分标准见附件2。",
    )
    page.add(BLANK, p(r("附件 1.联合检查分组表"), ind='<w:ind w:left="1760" w:hanging="1120"/>'))
    page.add(p(r("2.联合检查评分表"), ind='<w:ind w:left="1760" w:hanging="320"/>'))
    page.add(BLANK, at_right("临江市教育局", 0), at_right("临江市公安局", 0), at_right("2025年9月12日", 0))
    appended(page, "附件1", "联合检查分组表")
    page.add(
        grid_of(
            ("组别", "县（区）", "带队单位"), ("第一组", "江北区", "教育局"), ("第二组", "江南区", "公安局")
        ),
        BLANK,
    )
    appended(page, "附件2", "联合检查评分表")
    return page.add(grid_of(("项目", "分值"), ("周边秩序", "50"), ("交通管理", "50")))


@sample
def opinion_with_commas_and_pauses_behind_its_numbers() -> Raw:
    page = begun(Raw(), "关于规范国有企业招标采购的意见", "市属各国有企业：")
    written(page, "为规范市属国有企业采购行为(以下简称采购),防范廉洁风险,提高资金使用效益,现提出如下意见。")
    page.add(text(r("一，健全采购制度", HEI)), text(r("（一）、完善目录", KAI)))
    written(page, "1、企业每年1月公布采购目录,目录以外的项目不得采购。", "2、目录调整须经董事会审议通过。")
    page.add(text(r("（二）、规范程序", KAI)))
    written(page, "单项合同金额50万元以上的,应当进入市公共资源交易中心公开交易。")
    page.add(text(r("二，加强监督管理", HEI)))
    written(page, "纪检机构对采购活动全程监督(包括评标、签约、验收),发现问题及时纠正。")
    return ended(page, "临江市国资委", "2025年3月31日")


@sample
def briefing_in_bold_with_words_in_blue() -> Foreign:
    page = opened("市图书馆总分馆制建设情况汇报")
    bold = replace(TEXT, bold=True)
    for line in (
        "2022年以来，市图书馆按照统一采购、统一编目、通借通还的思路建设总分馆体系，现将有关情况汇报如下。",
        "目前全市建成分馆28个、服务点115个，配送图书31万册，实现一卡通用、异地借还。",
    ):
        page.add(line, bold)
    page.add(
        "全年接待读者182万人次，",
        bold,
        ("比上年增长17.4%", replace(bold, color="0000FF")),
        ("，外借图书96万册次。", bold),
    )
    for line in (
        "存在的主要困难是乡镇分馆专职人员不足，部分服务点开放时间没有保障，数字资源使用率不高。",
        "下一步将争取财政支持，为每个分馆配备1名专职管理员，建设24小时自助图书馆6座。",
    ):
        page.add(line, bold)
    return closed(page, "临江市图书馆", "2025年8月15日")


@sample
def report_with_a_table_beyond_the_edge() -> Raw:
    page = upwards("临江市人力资源和社会保障局文件", "临人社〔2025〕38号", "庄某某")
    begun(page, "关于上半年就业工作情况的报告", f"{CITY}:")
    written(
        page,
        "今年以来，我局认真落实就业优先政策，全市就业形势总体稳定，现将上半年工作情况报告如下。",
        "一、主要指标完成情况",
        "上半年全市城镇新增就业2.16万人，完成年度任务的56.8%，各县（区）完成情况如下。",
    )
    page.add(
        grid_of(
            ("县（区）", "年度任务", "新增就业", "完成比例", "失业人员再就业", "困难人员就业", "零就业家庭"),
            ("江北区", "9800", "5720", "58.4%", "1930", "610", "0"),
            ("江南区", "8600", "4850", "56.4%", "1742", "588", "0"),
            width=10400,
        )
    )
    written(
        page,
        "二、下半年工作安排",
        "突出抓好高校毕业生、农民工、退役军人等重点群体就业，组织专场招聘60场以上，培训1.2万人次。",
        "特此报告。",
    )
    return ended(page, "临江市人力资源和社会保障局", "2025年7月15日")


@sample
def plan_with_a_picture_beyond_the_edge_and_an_empty_page() -> Raw:
    page = begun(Raw(), "关于印发博物馆闭馆改造方案的通知", "馆内各部门：")
    written(page, "《博物馆闭馆改造方案》已经馆务会议讨论通过，现印发给你们，请按照职责分工组织实施。")
    listed(page, "博物馆闭馆改造方案")
    ended(page, "临江市博物馆", "2025年03月08日")
    page.add(p('<w:r><w:br w:type="page"/></w:r>'))
    appended(page, "附件", "博物馆闭馆改造方案").add(BLANK)
    written(
        page,
        "一、改造内容",
        "对基本陈列展厅、库房恒温恒湿系统和安防监控进行升级改造，改造后平面布局见下图。",
    )
    stamp(page, "layout")
    run = shown_picture("图片 3", "layout", (6660000, 3240000))
    page.add(p(run, jc="center", spacing='<w:spacing w:before="0" w:after="0"/>'))
    return written(
        page,
        "二、时间安排",
        "4月1日起闭馆，8月底前完成施工，9月布展，国庆节前恢复开放。",
        "三、文物转移",
        "馆藏三级以上文物412件（套）暂存市文物库房，转移时由公安人员押运，逐件清点交接。",
    )


@sample
def decision_with_its_seal_in_a_line_of_its_own() -> Raw:
    page = begun(Raw(), "关于给予曹某警告处分的决定。")
    written(
        page,
        "曹某，男，高二年级216班学生。2025年11月5日晚自习期间，曹某擅自离校外出上网，次日凌晨返校。",
        "曹某的行为违反了《学生管理规定》第十八条，经校务会议研究，决定给予曹某警告处分，处分期限为三个月。",
    )
    stamp(page, "stamp")
    ended(page, "临江市第五中学", "2025年11月11日")
    run = shown_picture("印章", "stamp", (1440000, 1440000))
    page.blocks.insert(-1, p(run, jc="right", ind='<w:ind w:right="1200"/>'))
    return page


@sample
def notice_of_an_association_on_letter_paper() -> Foreign:
    page = opened("关于召开第四届会员代表大会的通知", "各会员单位：")
    section = page.document.sections[0]
    section.page_width, section.page_height = Mm(215.9), Mm(279.4)
    typed(
        page,
        "经市民政局批复同意，定于11月28日召开临江市建筑业协会第四届会员代表大会，现将有关事项通知如下。",
        "一、会议内容",
        "审议第三届理事会工作报告和财务报告，修改协会章程，选举产生第四届理事会、监事会。",
        "二、会议地点",
        "临江宾馆三楼会议厅，会期半天，上午8时30分签到。",
        "三、有关要求",
        "请各会员单位于11月20日前报送参会代表名单，代表原则上由单位主要负责人担任。",
    )
    return closed(page, "临江市建筑业协会", "2025年11月6日")


@sample
def summary_without_indents_and_with_space_between() -> Foreign:
    page = opened("市疾控中心2025年艾滋病宣传周活动总结")
    for line in (
        "为普及艾滋病防治知识，市疾控中心于11月26日至12月2日组织开展了宣传周活动，现总结如下。",
        "活动期间，共举办校园讲座18场，设置街头咨询点12个，发放宣传折页2.4万份，现场免费检测1360人次。",
        "通过微信公众号推送科普文章9篇，阅读量11.7万次，网上有奖答题参与人数突破3万人。",
        "活动也存在一些不足，主要是面向流动人口和老年人群的宣传覆盖不够，现场咨询人员偏少。",
    ):
        page.add(line, replace(TEXT, first=0, after=10))
        if line.startswith("活动期间"):
            page.blank()
    page.add(
        "今后要把集中宣传与日常宣传结合起来，推动宣传进企业、进工地、进社区。",
        replace(TEXT, first=0, after=10),
    )
    return closed(page, "临江市疾病预防控制中心", "2025年12月8日")
