"""A twelfth set, of what counties and townships write and send, written before inspect was asked.

What each has wrong stands in expected.yaml.
"""

from __future__ import annotations

from dataclasses import replace

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
    unsealed,
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
    h1,
    head,
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
    SEALED,
    TEXT,
    TITLE,
    Foreign,
    Look,
    picture,
)

sample = Register()
TOWN, TOWNSHIP = "青石镇人民政府", "白沙乡人民政府"
COUNTY = "云岭县人民政府"


# --- what is right


@sample
def town_readies_for_the_flood_season() -> Raw:
    page = headed(f"{TOWN}文件", "青政发〔2025〕21号")
    begun(page, "关于做好2025年防汛抗旱工作的通知", "各村民委员会，镇直各单位：")
    written(
        page,
        "今年汛期我镇降雨偏多，防汛形势严峻。为确保安全度汛，现就有关工作通知如下。",
        "一、压实工作责任",
        "（一）落实包保制度。镇领导班子成员包片、镇干部包村、村干部包组，名单于4月20日前张榜公布。",
        "（二）严格值班值守。汛期实行24小时值班和领导带班制度，严禁擅自离岗、漏岗。",
        "二、排查风险隐患",
        (
            "各村要对河道、山塘、地质灾害点、低洼易涝点逐一排查，建立台账，能改的立即整改，"
            "一时不能改的要落实专人盯守。"
        ),
        "三、备足抢险物资",
        "镇防汛仓库储备编织袋5000条、铁锹200把、救生衣60件，各村应急小分队不少于20人。",
        "四、及时转移群众",
        "接到橙色以上预警，必须在2小时内完成受威胁群众转移，并妥善安排食宿。",
    )
    ended(page, TOWN, "2025年4月14日")
    return page.add(*imprint("抄送：县应急管理局，县水利局。", "青石镇党政综合办公室\t2025年4月14日印发"))


@sample
def county_office_reports_on_family_doctors() -> Raw:
    page = upwards("云岭县卫生健康局文件", "云卫报〔2025〕6号", "何某某")
    begun(page, "关于家庭医生签约服务工作情况的报告", f"{COUNTY}：")
    written(
        page,
        "根据县人民政府工作安排，我局认真组织实施家庭医生签约服务，现将有关情况报告如下。",
        "一、基本情况",
        "全县组建家庭医生团队86个，签约居民21.4万人，其中重点人群8.9万人，重点人群签约率91.3%。",
        "二、主要做法",
        "（一）优化团队结构",
        "由县级医院专科医师、乡镇卫生院全科医师、村医和公共卫生人员组成团队，实行划片负责。",
        "（二）丰富服务内容",
        "推出基础包、慢病包、老年包等6类服务包，为行动不便的老年人上门服务1.2万人次。",
        "三、存在的问题",
        "一是村医年龄偏大，60岁以上的占37%。二是部分设备陈旧，远程会诊开展不多。",
        "四、下一步打算",
        "继续实施村医定向培养，三年内补充村医60名；加快县域医共体信息平台建设。",
        "特此报告。",
    )
    return ended(page, "云岭县卫生健康局", "2025年5月9日")


@sample
def township_asks_for_money_for_a_road() -> Raw:
    page = upwards(f"{TOWNSHIP}文件", "白政请〔2025〕4号", "龙某某")
    begun(page, "关于请求解决通村公路水毁修复资金的请示", f"{COUNTY}：")
    written(
        page,
        (
            "6月2日至4日，我乡遭受强降雨，通村公路多处塌方，其中黄竹至岩口段路基冲毁380米，"
            "沿线4个村2100余名群众出行受阻。"
        ),
        (
            "经县交通运输局现场核查，修复工程需资金146万元。我乡已自筹26万元，尚有缺口120万元。"
            "恳请县人民政府予以解决。"
        ),
        "当否，请批示。",
    )
    listed(page, "水毁公路修复工程投资估算表")
    ended(page, TOWNSHIP, "2025年6月11日")
    page.add(text("（联系人：龙某，联系电话：0700-0000001）"))
    appended(page, "附件", "水毁公路修复工程投资估算表")
    return page.add(grid_of(("项目", "金额（万元）"), ("路基工程", "82"), ("路面工程", "64")))


@sample
def transport_office_writes_a_letter() -> Raw:
    page = Raw(section="<w:titlePg/>", margins=MARGINS.replace('w:top="2098"', 'w:top="1701"'))
    double = '<w:pBdr><w:bottom w:val="thickThinSmallGap" w:sz="24" w:space="6" w:color="FF0000"/></w:pBdr>'
    high = '<w:spacing w:before="0" w:line="900" w:lineRule="exact"/>'
    page.add(p(r("云岭县交通运输局", BIAO, 36, RED), jc="center", spacing=high, early=double))
    page.add(p(r("云交函〔2025〕19号"), jc="right"), BLANK, BLANK)
    begun(page, "关于协助提供公路用地资料的函", "县自然资源局：")
    written(
        page,
        (
            "因开展农村公路确权登记工作需要，请贵局协助提供青石镇、白沙乡等6个乡镇境内县道、"
            "乡道用地范围的地籍资料及最新影像图。"
        ),
        "请于7月18日前将资料电子版反馈我局公路建设管理股。感谢支持！",
        "专此函达。",
    )
    page.footers["first"] = "<w:p/>"
    return ended(page, "云岭县交通运输局", "2025年7月3日")


@sample
def county_agrees_to_merge_two_villages() -> Raw:
    page = headed(f"{COUNTY}文件", "云政复〔2025〕12号")
    begun(page, "关于同意调整部分村级建制的批复", f"{TOWN}：")
    written(
        page,
        "你镇《关于撤并石桥村和下湾村的请示》（青政请〔2025〕3号）收悉。经县人民政府研究，现批复如下：",
        "一、同意撤销石桥村、下湾村，合并设立新的石桥村，村民委员会驻原石桥村部。",
        (
            "二、请按照《中华人民共和国村民委员会组织法》的规定，依法做好村级组织选举和资产、"
            "债务清理工作，确保社会稳定。"
        ),
        "三、村级建制调整后，原有惠农政策保持不变。",
        "此复。",
    )
    return ended(page, COUNTY, "2025年3月27日")


@sample
def opinion_on_clean_villages() -> Raw:
    page = headed("中共青石镇委员会文件", "青发〔2025〕9号")
    begun(page, "关于推进农村人居环境整治的实施意见", "各党支部，各村民委员会，镇直各单位：")
    written(
        page,
        "为深入学习运用“千万工程”经验，扎实推进农村人居环境整治提升，结合我镇实际，提出如下实施意见。",
        "一、总体要求",
        (
            "坚持规划先行、因地制宜、群众主体，用三年时间实现村庄面貌明显改善、长效机制基本建立，"
            "农民群众获得感显著增强。"
        ),
        "二、重点任务",
        "（一）推进厕所革命",
        ("1.摸清底数。逐户登记厕所类型、使用状况和改造意愿，做到一户一档、一村一册，不落一户、不漏一人。"),
        ("2.分类改造。靠近集镇的村纳入污水管网，居住分散的村推广三格式化粪池，山区村结合实际选择适宜模式。"),
        "3.严格验收。坚持首厕过关制，发现问题当场整改，整改不到位的不予验收，不得拨付奖补资金。",
        "（二）治理生活污水",
        "1.建设管网。今年完成石桥、岩口两个中心村污水管网12公里，服务农户640户，受益人口2300人。",
        "2.加强管护。每个处理站点确定1名管护员，每月巡查不少于4次，运行记录保存三年以上。",
        "（三）处理生活垃圾",
        "1.健全体系。户分类、村收集、镇转运、县处理，配齐分类垃圾桶3200个、转运车8台。",
        "2.清理死角。每月10日为全镇清洁日，集中清理河道、公路沿线和房前屋后积存垃圾。",
        "三、保障措施",
        "（一）加强领导。成立由镇党委书记任组长的领导小组，每季度研究一次，解决具体困难和问题。",
        ("（二）保障投入。镇财政每年安排120万元，整合涉农项目资金300万元，鼓励乡贤捐资捐物、村民投工投劳。"),
        "（三）严格考核。实行每月一评比、每季一通报、年终总考核，结果与村干部绩效报酬挂钩。",
    )
    ended(page, "中共青石镇委员会", "2025年2月26日")
    return page.add(text("（此件公开发布）"))


@sample
def notice_with_a_plan_as_its_attachment() -> Raw:
    page = headed("云岭县教育局文件", "云教发〔2025〕33号")
    begun(page, "关于印发校园食品安全整治方案的通知", "各中小学校、幼儿园：")
    written(page, "现将《校园食品安全整治方案》印发给你们，请结合实际抓好落实。")
    listed(page, "校园食品安全整治方案")
    ended(page, "云岭县教育局", "2025年9月5日")
    appended(page, "附件", "校园食品安全整治方案")
    page.add(BLANK)
    written(
        page,
        "为切实保障师生饮食安全，制定本方案。",
        "一、整治目标",
        "到2025年底，学校食堂“互联网+明厨亮灶”覆盖率达到100%，从业人员健康证持证率达到100%。",
        "二、整治内容",
        "（一）原料采购。实行定点采购、索证索票，严禁采购来源不明的肉类和散装食用油。",
        "（二）加工制作。生熟分开，烧熟煮透，每餐留样不少于125克、48小时。",
        "（三）校外供餐。供餐单位须取得集体用餐配送资质，配送时间不超过1小时。",
        "三、工作步骤",
        "9月为自查阶段，10月为检查阶段，11月为整改阶段，12月上旬报送总结。",
    )
    return page


@sample
def circular_on_how_offices_keep_hours() -> Raw:
    page = headed("中共云岭县纪律检查委员会文件", "云纪发〔2025〕15号")
    begun(page, "关于机关工作作风督查情况的通报", "各乡镇纪委，县直各单位：")
    written(
        page,
        "8月中旬，县纪委监委组织3个督查组，对46个单位工作纪律执行情况进行了暗访，现将情况通报如下。",
        "一、督查情况",
        "从督查情况看，多数单位纪律严明，到岗率在95%以上，具体见下表。",
    )
    page.add(grid_of(("类别", "单位数", "到岗率"), ("乡镇", "14", "96.2%"), ("县直单位", "32", "95.8%")))
    written(
        page,
        "二、存在的问题",
        "个别单位窗口人员上班时间从事与工作无关的活动，少数干部外出不请假、不登记。",
        "三、工作要求",
        "各单位要举一反三、立行立改，于9月10日前将整改情况报县纪委监委党风政风监督室。",
    )
    return ended(page, "中共云岭县纪律检查委员会", "2025年8月28日")


@sample
def announcement_of_a_reservoir_to_be_built() -> Raw:
    page = begun(Raw(), f"{COUNTY}\n关于征收龙潭水库建设用地的公告")
    written(
        page,
        "因龙潭水库工程建设需要，根据《中华人民共和国土地管理法》有关规定，现将土地征收事项公告如下：",
        "一、征收范围：岩口村、黄竹村集体土地218.6亩，四至范围见现场公示的勘测定界图。",
        "二、补偿标准：耕地每亩46800元，林地每亩28500元，青苗补偿按实际清点结果计算。",
        "三、登记期限：自公告之日起30日内，凭不动产权属证书到镇自然资源所办理补偿登记。",
        "特此公告。",
    )
    return ended(page, COUNTY, "2025年10月16日")


@sample
def public_notice_that_closes_a_road() -> Foreign:
    page = opened("云岭县公安局交通警察大队\n关于滨河路施工期间交通管制的通告")
    typed(
        page,
        "为保障滨河路改造工程顺利施工，确保过往车辆和行人安全，现将交通管制事项通告如下：",
        "一、管制时间：2025年8月1日至10月31日。",
        "二、管制路段：滨河路与解放路交叉口至滨河路与新桥路交叉口，全长1.3公里。",
        "三、管制措施：禁止一切机动车通行，非机动车和行人从南侧便道通过；公交3路、7路改道建设路。",
        "四、违反本通告的，由公安机关依法处理。",
    )
    return closed(page, "云岭县公安局交通警察大队", "2025年7月24日")


@sample
def minutes_of_a_party_committee_of_a_town() -> Raw:
    page = Raw()
    spacing = '<w:spacing w:before="1984" w:line="900" w:lineRule="exact"/>'
    page.add(p(r("青石镇党委会议纪要", BIAO, 34, RED), jc="center", spacing=spacing), BLANK)
    page.add(p(r("〔2025〕8号"), jc="center"))
    stop = '<w:tabs><w:tab w:val="right" w:pos="8834"/></w:tabs>'
    page.add(p(r("青石镇党政综合办公室\t2025年5月20日"), early=bordered() + stop), BLANK)
    written(
        page,
        "5月19日，镇党委书记梁某某主持召开党委会议，研究基层治理和项目建设等工作。现纪要如下。",
        "一、关于网格划分。会议同意将全镇重新划分为42个网格，每个网格配备网格长1名、网格员2名。",
        ("二、关于产业路建设。会议原则同意建设岩口村茶园产业路3.6公里，由分管负责人牵头对接县交通运输局。"),
    )
    return page.add(
        BLANK, text(r("出席：", HEI), r("梁某某、宋某、覃某某。")), text(r("请假：", HEI), r("方某。"))
    )


@sample
def decision_to_commend_with_names_below() -> Raw:
    page = headed("中共白沙乡委员会文件", "白发〔2025〕5号")
    name = "关于表彰2024年度先进村和优秀党员的决定"
    begun(page, name, "各村党支部，乡直各单位：")
    written(
        page,
        (
            "2024年，全乡上下团结奋进，各项工作取得新成绩，涌现出一批先进典型。经乡党委会议研究，"
            "决定对以下单位和个人予以表彰："
        ),
        "一、先进村",
        "黄竹村、岩口村、大坪村。",
        "二、优秀党员",
        "石某某、向某、彭某某、田某、尹某某。",
        "希望受表彰的单位和个人珍惜荣誉、再接再厉，为建设美丽白沙作出更大贡献。",
    )
    return ended(page, "中共白沙乡委员会", "2025年1月17日")


@sample
def half_year_of_a_town_in_styles() -> Raw:
    """工作总结 in named styles: what its paragraphs look like stands in styles.xml."""
    looks = {"body": FANG, "chapter": HEI, "section": KAI}
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="{name}"><w:name w:val="{name}"/><w:basedOn w:val="a"/>'
        f'<w:pPr><w:snapToGrid w:val="0"/>{EXACT}<w:ind w:firstLineChars="200" w:firstLine="640"/>'
        f'<w:jc w:val="both"/></w:pPr><w:rPr>{fonts(font)}<w:spacing w:val="-5"/><w:sz w:val="32"/></w:rPr>'
        "</w:style>"
        for name, font in looks.items()
    )
    page = begun(Raw(styles=styles), "青石镇2025年上半年工作总结")
    for line in (
        "今年以来，青石镇紧紧围绕年初确定的目标任务，真抓实干，经济社会发展稳中有进。",
        "一、主要工作",
        "（一）产业发展提质增效",
        (
            "新建高标准茶园1600亩，引进茶叶加工企业2家，茶叶产值达到8600万元，同比增长14.2%；"
            "油菜、水稻种植面积稳定在2.3万亩，建成育秧中心1个。"
        ),
        "（二）项目建设有序推进",
        (
            "实施重点项目11个，完成投资1.7亿元，占年度计划的56%。集镇污水处理厂扩建工程主体完工，"
            "农贸市场改造完成招标。"
        ),
        "（三）民生事业持续改善",
        "发放低保、特困、残疾人补贴720万元，完成危房改造38户；镇卫生院住院楼投入使用，新增床位40张。",
        "二、存在的困难",
        "一是财政收支矛盾突出，二是招商引资成效不够明显，三是部分村集体经济薄弱。",
        "三、下半年打算",
        "集中力量抓好集镇提质、茶旅融合和作风建设三件事，确保全面完成全年目标任务。",
    ):
        style = "chapter" if CHAPTER.match(line) else "section" if SECTION.match(line) else "body"
        page.add(f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr><w:r>{words(line)}</w:r></w:p>')
    return unsealed(page, TOWN, "2025年7月8日")


@sample
def statement_about_a_delayed_project() -> Foreign:
    page = opened("关于易地搬迁后续项目进度滞后的情况说明", "县发展和改革局：")
    typed(
        page,
        "贵局7月份通报我乡易地搬迁后续扶持项目进度滞后，现将有关情况说明如下。",
        "一、项目进展",
        "该项目总投资480万元，4月10日开工，截至7月底完成厂房基础和钢构吊装，累计完成投资190万元。",
        "二、滞后原因",
        "5月至6月连续降雨28天，基坑两次被淹；设计变更后重新报审用时20天。",
        "三、整改措施",
        "从8月起实行两班作业，每周调度一次，确保10月底前完工、11月投产。",
        "特此说明。",
    )
    return closed(page, TOWNSHIP, "2025年8月6日")


@sample
def briefing_for_a_visit_with_its_subtitle() -> Raw:
    page = Raw().add(
        title("深化林权制度改革工作汇报材料"),
        p(r("云岭县林业局", KAI), jc="center"),
        p(r("（2025年9月18日）", KAI), jc="center"),
        BLANK,
        flush("各位领导："),
    )
    return written(
        page,
        "近年来，我县立足山区实际，大胆探索、稳步推进集体林权制度改革，下面汇报三个方面的情况。",
        "一、改革的基本情况",
        "全县林地面积182万亩，森林覆盖率71.4%，已发放林权类不动产权证书6.3万本，确权率99.1%。",
        "二、改革的主要成效",
        "（一）盘活了山林资源。流转林地31万亩，发展林下经济9.8万亩，户均增收3200元。",
        "（二）拓宽了融资渠道。发放林权抵押贷款4.2亿元，贴息资金1100万元，惠及林农1.6万户。",
        "三、下一步的考虑",
        "建设林业碳汇项目储备库，探索林票制度，完善林权纠纷调处机制。",
        "汇报完毕，请批评指正。",
    )


@sample
def notice_that_sends_a_speech_along() -> Raw:
    page = headed("中共云岭县委办公室文件", "云办发〔2025〕27号")
    begun(page, "关于印发戴某某同志讲话的通知", "各乡镇党委，县直各单位党组：")
    written(page, "现将戴某某同志在全县经济工作会议上的讲话印发给你们，请认真学习贯彻。")
    listed(page, "在全县经济工作会议上的讲话")
    ended(page, "中共云岭县委办公室", "2025年1月9日")
    appended(page, "附件", "在全县经济工作会议上的讲话")
    page.add(
        p(r("（2025年1月6日）", KAI), jc="center"), p(r("戴某某", KAI), jc="center"), BLANK, flush("同志们：")
    )
    return written(
        page,
        (
            "这次会议的主要任务是贯彻中央和省、市经济工作会议精神，总结去年工作，安排今年任务。"
            "下面，我讲三点意见。"
        ),
        "一、认清形势，坚定发展信心",
        (
            "去年全县地区生产总值增长5.6%，规模以上工业增加值增长7.1%，社会消费品零售总额增长6.3%，"
            "成绩来之不易。"
        ),
        "二、突出重点，推动实干争先",
        "（一）抓产业。围绕新材料、绿色食品两条产业链，新引进项目30个以上，新增规模企业12家。",
        "（二）抓项目。铺排重点项目98个，年度计划投资62亿元，一季度开工率达到45%。",
        "（三）抓消费。办好年货节、油菜花节，推动文旅商融合发展，全年接待游客突破400万人次。",
        "三、加强领导，确保任务落实",
        "各级领导干部要沉下身子、扑下身子，把功夫下在抓落实上，以实绩论英雄。",
    )


@sample
def notice_on_a_grid_of_characters() -> Raw:
    """WPS: indents in characters, and lines of 28 by the grid."""
    page = Raw(grid='<w:docGrid w:type="linesAndChars" w:linePitch="579" w:charSpace="-849"/>')

    def line(content: str, indent: str = "", jc: str = "both", exact: int = 579) -> str:
        spacing = f'<w:spacing w:line="{exact}" w:lineRule="exact"/>{indent}<w:jc w:val="{jc}"/>'
        return f"<w:p><w:pPr>{spacing}</w:pPr>{content}</w:p>"

    def own(shown: str, font: str = "仿宋", size: int = 32) -> str:
        face = fonts(font).replace("<w:rFonts", '<w:rFonts w:hint="eastAsia"')
        return f'<w:r><w:rPr>{face}<w:sz w:val="{size}"/><w:szCs w:val="{size}"/></w:rPr>{words(shown)}</w:r>'

    two = '<w:ind w:firstLineChars="200" w:firstLine="632"/>'
    page.add(line(own("关于开展冬春火灾防控工作的通知", BIAO, 44), jc="center", exact=720), line(""))
    page.add(line(own("各社区居民委员会：")))
    for shown, font in (
        ("当前已进入火灾易发高发季节，为切实做好冬春火灾防控工作，现就有关事项通知如下。", "仿宋"),
        ("一、突出重点场所", HEI),
        (
            (
                "对沿街商铺、出租房、养老院、小作坊开展拉网式排查，重点整治电动车违规充电、"
                "安全出口堵塞等问题。"
            ),
            "仿宋",
        ),
        ("二、广泛开展宣传", HEI),
        ("每个社区至少组织2次消防演练，悬挂横幅10条以上，发放告居民书2000份。", "仿宋"),
    ):
        page.add(line(own(shown, font), two))
    page.add(line(""), line(own("城关街道办事处"), '<w:ind w:right="1200"/>', "right"))
    return page.add(line(own("2025年11月6日"), '<w:ind w:right="1280"/>', "right"))


@sample
def notice_whose_chapters_word_counts() -> Raw:
    levels = "".join(
        f'<w:lvl w:ilvl="{place}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:suff w:val="nothing"/>'
        f'<w:lvlText w:val="{look_}"/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="0" '
        'w:firstLine="640"/></w:pPr>'
        f'<w:rPr>{fonts(font)}<w:sz w:val="32"/></w:rPr></w:lvl>'
        for place, (form, look_, font) in enumerate(
            (("chineseCountingThousand", "%1、", HEI), ("chineseCountingThousand", "（%2）", KAI))
        )
    )
    numbering = (
        f'<w:abstractNum w:abstractNumId="3"><w:multiLevelType w:val="multilevel"/>{levels}</w:abstractNum>'
        '<w:num w:numId="3"><w:abstractNumId w:val="3"/></w:num>'
    )
    page = headed("云岭县民政局文件", "云民发〔2025〕18号")
    page.numbering = numbering
    begun(page, "关于做好困难群众冬春救助工作的通知", "各乡镇社会事务办公室：")
    written(page, "为切实保障困难群众基本生活，确保群众安全温暖过冬，现就救助工作有关事项通知如下。")

    def counted(level: int, shown: str, rest: str = "") -> str:
        early = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="3"/></w:numPr>'
        return p(r(shown, KAI if level else HEI) + (r(rest) if rest else ""), early=early, ind=TWO_IN)

    page.add(
        counted(0, "精准确定对象"),
        counted(1, "全面摸底。", "按户报、村评、乡审、县定程序确定救助对象，12月10日前完成信息录入。"),
        counted(1, "突出重点。", "优先救助分散供养特困人员、重病重残家庭和因灾倒房户。"),
        counted(0, "规范资金发放"),
        text("救助资金通过“一卡通”发放，人均不低于150元，任何单位和个人不得截留挪用。"),
    )
    return ended(page, "云岭县民政局", "2025年11月21日")


@sample
def joint_notice_without_seals() -> Raw:
    page = begun(Raw(), "关于联合开展药店专项检查的通知", "各乡镇市场监管所、卫生院：")
    written(
        page,
        (
            "为规范药品经营秩序，县卫生健康局、县市场监管局决定联合开展零售药店专项检查，"
            "现将有关事项通知如下。"
        ),
        "一、检查时间",
        "2025年6月16日至7月15日。",
        "二、检查内容",
        "处方药销售、药师在岗履职、冷藏药品储存、医保药品价格公示等情况。",
        "三、结果运用",
        "检查结果纳入药店信用档案，对问题突出的依法立案查处。",
    )
    page.add(BLANK, at_right("云岭县卫生健康局", 32), at_right("云岭县市场监管局", 32))
    return page.add(at_right("2025年6月9日", 32))


VILLAGES = (
    ("石桥", 412, 36, "建成文化广场1个，安装路灯58盏，整修水渠2.1公里"),
    ("岩口", 386, 29, "发展茶园640亩，合作社吸纳社员120户，户均分红1800元"),
    ("黄竹", 297, 18, "引进竹制品加工厂1家，解决劳动力就业45人"),
    ("大坪", 530, 44, "流转土地820亩种植辣椒，村集体收入首次突破30万元"),
    ("龙潭", 318, 21, "配合水库建设搬迁群众63户，没有发生一起上访"),
    ("新桥", 465, 33, "改造危桥2座，新修入户路3.4公里，解决了出行难"),
    ("杉木", 274, 25, "抚育中幼林1500亩，配备护林员6名，全年未发生火情"),
    ("白羊", 351, 27, "建成黑山羊养殖小区1处，存栏1100只，带动38户"),
    ("下湾", 289, 16, "修复河堤900米，清理河道淤泥6000立方米"),
    ("马鞍", 402, 31, "建设光伏电站200千瓦，每年增收16万元"),
    ("塘冲", 336, 22, "新建卫生室1所，配备村医2名，实现小病不出村"),
    ("高田", 448, 39, "推广再生稻700亩，平均亩产增加210公斤"),
)


@sample
def long_summary_of_all_villages() -> Foreign:
    page = opened("青石镇2025年乡村振兴工作总结")
    typed(
        page,
        ("2025年，青石镇坚持把乡村振兴作为头等大事，压实责任、精准施策，各项工作取得明显成效。现总结如下。"),
        "一、总体情况",
        (
            "全镇共有12个行政村，总人口2.6万人，其中脱贫户1040户3870人，监测对象96户311人，"
            "全部落实帮扶措施，没有发生规模性返贫。"
        ),
        "二、各村情况",
    )
    ordinals = ("一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二")
    for ordinal, (name, homes, helped, done) in zip(ordinals, VILLAGES, strict=True):
        typed(
            page,
            f"（{ordinal}）{name}村。现有农户{homes}户，其中重点帮扶{helped}户。全年{done}。"
            f"驻村工作队走访农户{homes * 2}户次，收集意见{helped + 7}条，办结{helped + 4}条。",
            f"存在的不足主要是{name}村青壮年外出较多，留守老人{helped * 2}人，活动组织有一定困难。"
            f"明年计划依托村级活动场所开展志愿服务{helped // 2}次。",
        )
    typed(
        page,
        "三、存在的问题",
        "（一）产业链条不长。农产品以初级加工为主，品牌影响力不强，抗风险能力较弱。",
        "（二）人才支撑不足。村干部平均年龄51岁，懂电商、会管理的年轻人偏少。",
        "四、来年安排",
        "重点实施产业升级、人才回乡、环境提质三项行动，力争村集体经济收入全部超过20万元。",
    )
    return closed(page, TOWN, "2025年12月12日")


# --- what is wrong


@sample
def notice_in_small_song_on_words_own_margins() -> Foreign:
    page = Foreign((25.4, 31.8, 25.4, 31.8))
    page.add("关于召开春季学期家长会的通知", TITLE)
    page.blank()
    page.add("各班主任：", FLUSH)
    for line in (
        "经学校行政会议研究，定于4月18日下午召开春季学期全校家长会，请各班主任提前通知到每一位家长。",
        "家长会分两段进行，先集中听取安全教育讲座，再回各班与科任老师交流，时间大约两个半小时。",
        "各班要做好教室布置和签到工作，家长会后3天内把家长意见汇总交教导处。",
    ):
        page.add(line, Look("宋体", 12, first=24, spacing=0)).paragraph_format.line_spacing = 1.5
    return closed(page, "青石镇中心小学", "2025年4月8日")


@sample
def report_without_a_line_and_a_signatory() -> Raw:
    page = Raw()
    shown = head("云岭县应急管理局文件", "云应急〔2025〕11号", 32)
    page.add(*shown[:3], p(r("云应急〔2025〕11号"), jc="center"), *shown[4:])
    begun(page, "关于安全生产百日攻坚行动情况的报告", f"{COUNTY}：")
    written(
        page,
        "按照县人民政府统一部署，我局自3月起组织开展安全生产百日攻坚行动，现将情况报告如下。",
        "一、行动开展情况",
        "共检查企业346家次，排查隐患1208条，整改1163条，整改率96.3%；责令停产整顿5家，行政罚款87万元。",
        "二、下步工作安排",
        "对未完成整改的45条隐患挂牌督办，9月底前全部销号。",
        "特此报告。",
    )
    return ended(page, "云岭县应急管理局", "2025年6月27日")


@sample
def notice_signed_at_the_left_in_chinese_digits() -> Raw:
    page = begun(Raw(), "关于清明期间森林防火工作的通知", "各村护林员：")
    written(
        page,
        "清明节将至，祭祀用火、农事用火明显增多，森林防火进入关键时期，现就有关工作通知如下。",
        "一、3月25日至4月15日，所有进山路口设卡检查，收缴火种并逐人登记。",
        "二、护林员每天巡山不少于6小时，巡护轨迹以手机定位为准。",
        "三、发现火情立即报告镇值班室，严禁组织老人、学生上山扑火。",
    )
    return page.add(BLANK, p(r("青石镇林业工作站"), jc="left"), p(r("二〇二五年三月二十一日"), jc="left"))


@sample
def request_to_nobody_with_a_bold_text() -> Raw:
    page = upwards("云岭县第三中学文件", "云三中〔2025〕2号", "唐某某")
    begun(page, "关于申请新建学生宿舍楼的请示")
    for line in (
        "我校现有寄宿学生1860人，宿舍面积仅5200平方米，生均不足3平方米，16人一间的情况普遍存在。",
        (
            "为改善学生住宿条件，拟在校园东侧空地新建宿舍楼1栋，建筑面积4800平方米，概算投资1250万"
            "元，申请上级补助1000万元。"
        ),
    ):
        page.add(text(r(line, more="<w:b/>")))
    page.add(text("妥否，请批复。"))
    return ended(page, "云岭县第三中学", "2025年3月5日")


@sample
def plan_behind_a_notice_that_does_not_list_it() -> Raw:
    page = headed(f"{TOWNSHIP}文件", "白政发〔2025〕13号")
    begun(page, "关于开展高标准农田管护工作的通知", "各村民委员会：")
    written(page, ("为加强高标准农田设施管护，经乡人民政府研究，制定了管护方案，现印发给你们，请遵照执行。"))
    ended(page, TOWNSHIP, "2025年9月22日")
    appended(page, "附件", "高标准农田设施管护方案").add(BLANK)
    return written(
        page,
        "一、管护范围",
        "2019年以来建成的高标准农田4300亩，包括机耕路18公里、渠道31公里、提灌站5座。",
        "二、管护方式",
        "由村集体聘请管护员，每500亩1名，报酬每人每年3600元。",
    )


@sample
def list_of_attachments_without_its_colon() -> Raw:
    page = begun(Raw(), "关于下达春季造林任务的通知", "各乡镇林业站：")
    written(
        page,
        ("根据市林业局下达的计划，现将2025年春季造林任务分解下达给你们，请抓紧整地、调苗，3月底前完成栽植。"),
        "各站要严把苗木质量关，杉木苗高不低于35厘米，成活率要达到90%以上。",
    )
    page.add(BLANK, p(r("附件 2025年春季造林任务分解表"), ind=TWO_IN))
    ended(page, "云岭县林业局", "2025年2月11日")
    appended(page, "附件", "2025年春季造林任务分解表")
    return page.add(grid_of(("乡镇", "面积（亩）"), ("青石镇", "1200"), ("白沙乡", "860"), ("河口镇", "940")))


@sample
def imprint_without_lines() -> Raw:
    page = headed("云岭县水利局文件", "云水复〔2025〕8号")
    begun(page, "关于岩口灌区渠道改造设计的批复", "县灌区管理所：")
    written(
        page,
        "你所《关于审批岩口灌区渠道改造初步设计的请示》收悉。经组织专家评审，批复如下：",
        "一、同意对干渠7.4公里进行防渗衬砌，改造渠系建筑物22处。",
        "二、核定工程概算总投资930万元，工期10个月。",
        "此复。",
    )
    ended(page, "云岭县水利局", "2025年10月9日")
    place = '<w:framePr w:w="8844" w:hAnchor="margin" w:vAnchor="margin" w:yAlign="bottom" w:wrap="around"/>'
    stop = '<w:tabs><w:tab w:val="right" w:pos="8564"/></w:tabs>'
    sides = '<w:ind w:left="280" w:right="280"/>'
    low = EXACT.replace("579", "560")
    for line in ("抄送：县财政局，县发展和改革局。", "云岭县水利局办公室\t2025年10月10日印发"):
        page.add(p(r(line, FANG, 14), early=place + stop, spacing=low, ind=sides))
    return page.add(p(spacing='<w:spacing w:line="20" w:lineRule="exact"/>'))


@sample
def two_signatures_at_the_left_edge() -> Raw:
    page = begun(Raw(), "关于举办全县职工篮球赛的通知", "各基层工会：")
    written(
        page,
        "为丰富职工文化生活，定于5月中旬举办全县职工篮球赛，现将有关事项通知如下。",
        "一、参赛资格",
        "在职在编职工，每队报领队1人、教练1人、队员12人，报名截止时间为4月30日。",
        "二、竞赛办法",
        "第一阶段分组循环，第二阶段交叉淘汰，取前6名给予奖励。",
    )
    return page.add(
        BLANK,
        p(r("云岭县总工会"), jc="left"),
        p(r("云岭县文化旅游广电体育局"), jc="left"),
        p(r("2025年4月3日"), jc="left"),
    )


@sample
def opinion_with_numbers_of_every_kind() -> Raw:
    page = begun(Raw(), "关于加强农村集体三资管理的意见", "各村民委员会：")
    written(page, "为规范农村集体资金,资产,资源(以下简称三资)管理,维护农民合法权益,现提出以下意见。")
    page.add(text(r("一.明确管理职责", HEI)), text(r("(一)村级职责", KAI)))
    written(page, "1、村级财务实行村账乡代理,每月25日前报账。", "2、重大事项必须经村民代表会议表决。")
    page.add(text(r("(二)乡级职责", KAI)), text("乡三资代理中心每季度公布一次账目,接受群众监督。"))
    page.add(text(r("二.加强监督检查", HEI)), text("对弄虚作假、截留挪用的(含坐收坐支),依纪依法追究责任。"))
    return ended(page, TOWNSHIP, "2025年5月15日")


@sample
def circular_with_a_title_in_hei_that_breaks_badly() -> Foreign:
    page = Foreign()
    for line in ("关于对违规占用耕地问题查处情况", "的通报"):
        page.add(line, replace(TITLE, font=HEI))
    page.blank()
    page.add("各乡镇人民政府：", FLUSH)
    typed(
        page,
        ("今年上半年，县自然资源局开展耕地保护专项执法，查处违规占用耕地问题17起，现将3起典型案例通报如下。"),
        ("一、河口镇某砂场非法占地案。该砂场未经批准占用耕地4.2亩堆放砂石，已责令限期复垦，罚款8.4万元。"),
        "二、白沙乡某村民违法建房案。占用基本农田190平方米，依法拆除并恢复种植条件。",
        "三、青石镇某养殖场硬化耕地案。硬化耕地1.6亩，当事人已自行整改。",
    )
    return closed(page, "云岭县自然资源局", "2025年7月29日")


@sample
def public_notice_numbered_in_the_middle_in_times() -> Raw:
    page = begun(Raw(settings=""), "河口镇人民政府\n关于整治集镇占道经营的通告")
    written(
        page,
        "为改善集镇环境秩序，方便群众出行，现就整治占道经营有关事项通告如下：",
        "一、自2025年5月6日起，河口大道、沿江路两侧禁止摆摊设点、店外经营。",
        "二、流动摊贩一律进入镇农贸市场临时经营区，前三个月免收管理费。",
        "三、拒不改正的，由镇综合行政执法队依法处置。",
    )
    plain = number("", "").replace(SONG, "Times New Roman")
    page.footers = {"default": p(plain, jc="center", spacing="")}
    return ended(page, "河口镇人民政府", "2025年4月25日")


@sample
def letter_on_tighter_lines_without_numbers() -> Raw:
    page = Raw(settings="", footers={})
    low = EXACT.replace("579", "560")
    page.add(title("关于商请支援防疫物资的函"), p(spacing=low), p(r("县红十字会："), spacing=low))
    for line in (
        "近期我乡出现多例手足口病病例，乡中心幼儿园和3所村小需开展全面消毒，现有防疫物资不足。",
        "特商请贵会支援84消毒液200桶、医用口罩1万只、免洗洗手液300瓶，由我乡派车领取。",
        "请予支持为盼。",
    ):
        page.add(p(r(line), ind=TWO_IN, spacing=low))
    page.add(
        p(spacing=low),
        *(one.replace("579", "560") for one in (at_right(TOWNSHIP, 64 - 4), at_right("2025年5月28日", 64))),
    )
    return page


@sample
def statement_moved_in_by_blanks_with_a_date_of_points() -> Foreign:
    page = opened("关于村级债务化解情况的说明", "县农业农村局：")
    for line in (
        "　　根据贵局要求，我镇对12个村的债务进行了清理，现将化解情况说明如下。",
        ("　　清理核实债务总额648万元，其中兴办公益事业形成412万元，垫付税费形成236万元，涉及债权人173人。"),
        "　　通过减免利息、债权债务冲抵、盘活资产等方式，已化解债务295万元，占45.5%。",
        "　　下一步将严禁新增债务，争取三年内基本化解完毕。",
    ):
        page.add(line, replace(TEXT, first=0))
    return closed(page, "河口镇人民政府", "2025.3.8")


@sample
def announcement_with_words_in_red_and_blue() -> Raw:
    page = begun(Raw(), "关于公开招聘村级辅警的公告")
    page.add(
        text("因工作需要，经县公安局批准，现面向社会公开招聘村级辅警15名，有关事项公告如下。"),
        h1("一、报名条件"),
        text("年龄18至35周岁，高中以上文化程度，", r("退役军人优先录用", more=RED), "。"),
        h1("二、报名时间"),
        text(
            r("2025年8月11日至8月20日", more='<w:color w:val="0070C0" w:themeColor="accent1"/>'),
            "，逾期不再受理。",
        ),
        h1("三、报名地点"),
        text("云岭县公安局政工室，咨询电话0700-0000002。"),
    )
    return ended(page, "云岭县公安局", "2025年8月4日")


@sample
def circular_with_a_table_wider_than_the_page() -> Raw:
    page = Raw().add(title("关于第三季度农村公路养护考核的通报"), flush("各乡镇公路养护站："))
    written(
        page,
        "9月下旬，县公路建设养护中心对各站第三季度养护工作进行了考核，现将得分情况通报如下。",
        "一、考核得分",
    )
    page.add(
        grid_of(
            ("养护站", "路面保洁", "边沟疏通", "标志标线", "安全管理", "内业资料", "总分"),
            ("青石镇站", "19.5", "18.6", "18.8", "19.2", "18.9", "95.0"),
            ("白沙乡站", "18.2", "17.9", "19.0", "18.8", "18.3", "92.2"),
            width=10600,
        )
    )
    written(page, "二、有关要求", "得分低于93分的养护站要写出书面检查，10月15日前报县中心。")
    return ended(page, "云岭县公路建设养护中心", "2025年9月30日")


@sample
def briefing_with_a_picture_wider_than_the_text() -> Raw:
    page = headed("云岭县城市管理局文件", "云城管〔2025〕22号")
    begun(page, "关于城区停车秩序整治情况的通报", "各社区，各物业服务企业：")
    written(
        page,
        (
            "8月以来，县城市管理局会同交警大队开展停车秩序整治，劝导违停车辆3100台次，"
            "新划停车位860个，整治前后对比见下图。"
        ),
    )
    size = '<wp:extent cx="6480000" cy="2520000"/>'
    inner = (
        '<wp:docPr id="5" name="图片 5"/><a:graphic><a:graphicData '
        'uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:blipFill><a:blip '
        'r:embed="photo"/></pic:blipFill><pic:spPr/></pic:pic></a:graphicData></a:graphic>'
    )
    shown = f"<w:r><w:drawing><wp:inline>{size}{inner}</wp:inline></w:drawing></w:r>"
    page.more["photo"] = Part("media/photo.png", "image", picture().getvalue(), "image/png")
    page.add(p(shown, jc="center", spacing='<w:spacing w:before="0" w:after="0"/>'))
    written(page, "请各社区、各物业服务企业加强巡查，巩固整治成果。")
    ended(page, "云岭县城市管理局", "2025年9月2日")
    return page.add(*imprint("抄送：县公安局交通警察大队", "云岭县城市管理局办公室\t2025年9月3日印发"))


@sample
def notice_with_an_empty_page_before_its_table() -> Raw:
    page = begun(Raw(), "关于报送困难党员名单的通知", "各党支部：")
    written(
        page,
        "为做好“七一”走访慰问工作，请各党支部认真摸排，按时报送生活困难党员名单。",
        "一、报送对象为因病、因灾致困的党员，以及50年以上党龄的老党员。",
        "二、请于6月16日前将名单加盖公章后报镇党建办公室。",
    )
    listed(page, "困难党员登记表")
    ended(page, "中共河口镇委员会", "2025年6月5日")
    page.add(*[BLANK] * 26)
    appended(page, "附件", "困难党员登记表")
    return page.add(
        grid_of(("姓名", "党龄", "困难类别"), ("韦某", "52年", "因病"), ("莫某某", "31年", "因灾"))
    )


@sample
def decision_with_its_seal_pasted_into_the_line() -> Raw:
    page = begun(Raw(), "关于给予肖某某警告处分的决定")
    written(
        page,
        (
            "肖某某，男，白沙乡农业综合服务中心工作人员。2025年2月，肖某某在核查粮食直补面积时弄虚"
            "作假，虚报面积12亩。"
        ),
        "依据《事业单位工作人员处分规定》，经乡党委会议研究，决定给予肖某某警告处分，处分期6个月。",
        "本决定自印发之日起生效。",
    )
    inner = (
        '<wp:docPr id="6" name="公章"/><a:graphic><a:graphicData '
        'uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:blipFill><a:blip '
        'r:embed="stamp"/></pic:blipFill><pic:spPr/></pic:pic></a:graphicData></a:graphic>'
    )
    size = '<wp:extent cx="1512000" cy="1512000"/>'
    shown = f"<w:r><w:drawing><wp:inline>{size}{inner}</wp:inline></w:drawing></w:r>"
    page.more["stamp"] = Part("media/stamp.png", "image", picture().getvalue(), "image/png")
    ended(page, TOWNSHIP, "2025年03月08日")
    page.blocks[-2] = page.blocks[-2].replace("</w:pPr>", f"</w:pPr>{shown}", 1)
    return page


@sample
def notice_on_letter_paper() -> Raw:
    page = Raw(paper='<w:pgSz w:w="12240" w:h="15840"/>')
    begun(page, "关于组织妇女两癌免费筛查的通知", "各村妇联：")
    written(
        page,
        "为保障妇女健康，县妇联、县妇幼保健院定于5月在我镇开展“两癌”免费筛查，现将有关事项通知如下。",
        "一、筛查对象为35至64周岁的农村妇女，三年内已筛查的不再安排。",
        "二、筛查时间为5月12日至5月23日，各村具体安排见日程表，由村妇联主席带队前往。",
        "三、筛查前三天避免用药，须携带本人身份证。",
    )
    return ended(page, "青石镇妇女联合会", "2025年4月30日")


@sample
def summary_with_chapters_in_bold_and_its_end_at_the_edge() -> Foreign:
    page = opened("县图书馆2025年全民阅读活动总结")
    bold = replace(TEXT, bold=True)
    for line, look in (
        ("2025年，县图书馆以“书香云岭”为主题，广泛开展全民阅读活动，现总结如下。", TEXT),
        ("一、活动开展情况", bold),
        (
            (
                "举办读书分享会24场、流动图书车下乡36次，新办借书证4100个，图书外借11.8万册次，"
                "少儿读者增长26%。"
            ),
            TEXT,
        ),
        ("二、经验和体会", bold),
        ("活动要贴近群众需求，送书不如种书，培养阅读推广人是长久之计。", TEXT),
        ("三、明年工作设想", bold),
        ("建设城市书房2个、农家书屋数字阅读点30个。", TEXT),
    ):
        page.add(line, look)
    page.blank()
    page.add("云岭县图书馆", replace(SEALED, right=0))
    page.add("2025年12月5日", replace(SEALED, right=0))
    page.numbers()
    return page
