// Official documents as programs that use npm's docx (9.x) write them. What each has wrong stands in expected.yaml.
// The .docx beside this file are what it wrote: `npm install docx` somewhere, then `node make.mjs` there.
import { writeFileSync } from "node:fs";
import {
  AlignmentType, BorderStyle, Document, Footer, HeadingLevel, LevelFormat, LineRuleType, Packer, PageBreak, PageNumber,
  PageOrientation, Paragraph, RelativeVerticalPosition, TabStopType, Table, TableAnchorType, TableCell, TableRow, TextRun,
  WidthType,
} from "docx";

const FANG = "仿宋_GB2312", HEI = "黑体", KAI = "楷体_GB2312", BIAO = "方正小标宋简体", SONG = "宋体";
const font = (name) => ({ ascii: name, hAnsi: name, eastAsia: name, cs: name });
const run = (text, name = FANG, size = 32, more = {}) =>
  new TextRun({ text, font: font(name), size, ...(size === 32 ? { characterSpacing: -5 } : {}), ...more });
const exact = (line = 579, more = {}) => ({ line, lineRule: LineRuleType.EXACT, before: 0, after: 0, ...more });
const p = (text, more = {}) =>
  new Paragraph({
    alignment: AlignmentType.JUSTIFIED, indent: { firstLine: 640 }, spacing: exact(),
    children: Array.isArray(text) ? text : [run(text)], ...more,
  });
const flush = (text, more = {}) => p(text, { indent: undefined, ...more });
const blank = () => flush([]);
const h1 = (text) => p([run(text, HEI)]);
const h2 = (text, after = "") => p([run(text, KAI), ...(after ? [run(after)] : [])]);
const title = (text, more = {}) =>
  new Paragraph({ alignment: AlignmentType.CENTER, spacing: exact(720), children: text.split("\n").map((line, at) =>
    run(line, BIAO, 44, at ? { break: 1 } : {})), ...more });
const mark = (text, size = 84, before = 1984) =>
  new Paragraph({ alignment: AlignmentType.CENTER, spacing: exact(960, { before }), children: [run(text, BIAO, size, { color: "FF0000" })] });
const red = { bottom: { style: BorderStyle.SINGLE, size: 12, space: 7, color: "FF0000" } };
const number = (text, more = {}) => flush([run(text)], { alignment: AlignmentType.CENTER, border: red, ...more });
const right = (text, chars) => flush(text, { alignment: AlignmentType.RIGHT, indent: { right: Math.round(chars * 320) } });
const sealed = (issuer, date, wide) => [blank(), right(issuer, 4 + (wide - issuer.length) / 2), right(date, 4)];
const unsealed = (issuer, date, wide) => [blank(), right(issuer, 2), right(date, issuer.length - wide)];
const paging = (alignment, indent, marks = "— ") => new Footer({ children: [new Paragraph({ alignment, indent, children: [
  new TextRun({ font: font(SONG), size: 28, children: [marks, PageNumber.CURRENT, [...marks].reverse().join("")] })] })] });
const footers = () => ({ default: paging(AlignmentType.RIGHT, { right: 280 }), even: paging(AlignmentType.LEFT, { left: 280 }) });
const page = { size: { width: 11906, height: 16838 }, margin: { top: 2098, right: 1474, bottom: 1984, left: 1588, header: 851, footer: 1434 } };
const named = { creator: "", lastModifiedBy: "" };
const doc = (children, more = {}, section = {}) => new Document({
  ...named, evenAndOddHeaderAndFooters: true, ...more,
  sections: [{ properties: { page }, footers: footers(), children, ...section }],
});
const cell = (text, more = {}) => new TableCell({ ...more, children: [new Paragraph({ alignment: AlignmentType.CENTER, children: [run(text, FANG, 28)] })] });
const grid = (rows) => new Table({ width: { size: 8844, type: WidthType.DXA }, rows: rows.map((row, at) =>
  new TableRow({ tableHeader: !at, cantSplit: true, children: row.map((text) => cell(text)) })) });
const label = (text) => flush([run(text, HEI)], { pageBreakBefore: true });
const WATER = "临江县水利局", GOV = "临江县人民政府", CHANGE = "临江县发展和改革局";
const line = (text, more = {}) => new Paragraph({ spacing: exact(560), indent: { left: 280, right: 280 }, children: [run(text, FANG, 28)], ...more });

const documents = {
  "notice-right": doc([
    mark("临江县水利局文件"), blank(), blank(), number("临水发〔2025〕16号"), blank(), blank(),
    title("关于做好2025年山洪灾害防御工作的通知"), blank(), flush("各乡镇水利站，局属各单位："),
    p("为做好2025年山洪灾害防御工作，保障人民群众生命财产安全，现就有关事项通知如下："),
    h1("一、压实防御责任"), p("各单位要落实网格化责任体系，明确县、乡、村三级责任人，汛前完成责任人培训。"),
    h1("二、加强监测预警"), h2("（一）检修设备。", "4月底前完成126处雨量站、水位站的检修。"),
    h2("（二）发布预警。", "达到阈值时15分钟内发布预警信息，并逐级跟踪反馈。"),
    h1("三、严格值班值守"), p("汛期实行24小时值班和领导带班制度，重要情况立即报告。"),
    ...sealed(WATER, "2025年3月18日", 6.5), p("（联系人：周某，联系电话：0700-0000000）"),
  ]),
  "notice-as-generated": new Document({
    evenAndOddHeaderAndFooters: false,
    sections: [{
      properties: { page: { size: page.size, margin: { top: 2098, right: 1474, bottom: 1984, left: 1588 } } },
      footers: { default: paging(AlignmentType.CENTER, undefined, "- ") },
      children: [
        title("关于开展2025年安全生产大检查的通知"), flush("各乡镇人民政府，县直各单位：", { spacing: exact(560) }),
        ...["为深入贯彻落实安全生产工作部署，决定在全县范围内开展安全生产大检查，现将有关事项通知如下："].map((text) => p([run(text, FANG, 32, { characterSpacing: 0 })], { spacing: exact(560) })),
        p([run("一、检查范围", HEI, 32, { characterSpacing: 0, bold: true })], { spacing: exact(560) }),
        p([run("全县所有工矿企业、建筑工地、人员密集场所、学校和医院，重点检查消防通道和特种设备。", FANG, 32, { characterSpacing: 0 })], { spacing: exact(560) }),
        p([run("二、检查安排", HEI, 32, { characterSpacing: 0, bold: true })], { spacing: exact(560) }),
        p([run("检查从2025年4月1日开始，到6月30日结束，分自查、抽查、整改三个阶段，各阶段都要有记录。", FANG, 32, { characterSpacing: 0 })], { spacing: exact(560) }),
        p([run("特此通知。", FANG, 32, { characterSpacing: 0 })], { spacing: exact(560) }),
        flush([], { spacing: exact(560) }),
        flush("临江县应急管理局", { spacing: exact(560), alignment: AlignmentType.RIGHT }),
        flush("2025年3月20日", { spacing: exact(560), alignment: AlignmentType.RIGHT }),
      ],
    }],
  }),
  "request-right": doc([
    mark("临江县水利局文件"), blank(), blank(),
    flush([run("临水请〔2025〕4号"), new TextRun({ children: ["\t"] }), run("签发人："), run("何某某", KAI)], {
      indent: { left: 320 }, border: red, tabStops: [{ type: TabStopType.RIGHT, position: 8844 - 320 }] }),
    blank(), blank(), title("关于申请山洪灾害防御项目\n配套资金的请示"), blank(), flush("临江县人民政府："),
    p("我局承担的2025年度山洪灾害防御项目已列入省级计划，需县级配套资金120万元，现将有关情况报告并请示如下："),
    h1("一、项目基本情况"), p("项目总投资480万元，建设雨量站36处，预警广播52套，覆盖11个乡镇。"),
    h1("二、请示事项"), p("恳请县人民政府安排县级配套资金120万元，列入2025年财政预算。"), p("妥否，请批示。"),
    blank(), p("附件：1.项目投资概算表", { indent: { left: 1600 + 320, hanging: 1280 } }),
    p("2.项目实施方案", { indent: { left: 1920, hanging: 320 } }),
    ...sealed(WATER, "2025年4月8日", 6), p("（联系人：周某，联系电话：0700-0000000）"),
    label("附件1"), blank(), title("项目投资概算表"), grid([["类别", "金额（万元）"], ["雨量站", "180"], ["预警广播", "300"]]),
    label("附件2"), blank(), title("项目实施方案"), p("项目分三期实施，2025年12月底前全部完工。"),
  ]),
  "report-with-faults": doc([
    mark("临江县水利局文件"), blank(), blank(), number("临水发〔2025〕9号"), blank(), blank(),
    title("关于2024年防汛抗旱工作的报告"), blank(), flush("临江县人民政府:"),
    p("2024年，我局认真履行防汛抗旱职责，全年无人员伤亡，现将有关工作情况报告如下。"),
    h1("一、主要做法"), p("全年启动应急响应5次，转移群众1260人，调度水库38座，检查隐患点214处。"),
    h1("二、下步打算"), p("继续完善预案，补充物资，提高基层防御能力。"), p("特此报告。"),
    blank(), p("附件：1、2024年防汛物资储备表", { indent: { left: 1920, hanging: 1280 } }),
    p("2、2024年水库调度表", { indent: { left: 1920, hanging: 320 } }),
    ...sealed(WATER, "2025年03月08日", 7.5),
    label("附件1："), blank(), title("2024年防汛物资储备表"), grid([["物资", "数量"], ["编织袋", "12000"]]),
    label("附件2："), blank(), title("2024年水库调度表"), grid([["水库", "次数"], ["龙潭水库", "6"]]),
  ]),
  "letter-right": doc([
    new Paragraph({ alignment: AlignmentType.CENTER, spacing: exact(900), border: { bottom: { style: BorderStyle.THICK_THIN_SMALL_GAP, size: 24, space: 11, color: "FF0000" } },
      children: [run(CHANGE, BIAO, 72, { color: "FF0000" })] }),
    flush("临发改函〔2025〕21号", { alignment: AlignmentType.RIGHT }), blank(), blank(),
    title("关于商请提供重点项目用水数据的函"), blank(), flush("临江县水利局："),
    p("为做好2025年重点项目调度工作，商请贵局提供2024年度全县工业用水量和农业灌溉用水量数据，并于4月15日前函复我局。"),
    p("专此函达。"), ...sealed(CHANGE, "2025年4月2日", 6), p("（联系人：吴某，联系电话：0700-0000000）"),
  ], {}, { properties: { page, titlePage: true }, footers: { ...footers(), first: new Footer({ children: [new Paragraph("")] }) } }),
  "decision-right": doc([
    title("临江县人民政府关于表彰2024年度\n防汛抗旱先进单位的决定"), blank(),
    p("2024年，全县各级各部门认真落实防汛抗旱责任，涌现出一批先进单位。县人民政府决定，授予龙潭镇人民政府等6个单位“防汛抗旱先进单位”称号。"),
    p("希望受表彰的单位珍惜荣誉、再接再厉，在今后的工作中再立新功。"), p("附件：防汛抗旱先进单位名单", { indent: { left: 1600, hanging: 960 }, spacing: exact(579, { before: 579 }) }),
    ...sealed(GOV, "2025年1月20日", 6.5), label("附件"), blank(), title("防汛抗旱先进单位名单"),
    p("龙潭镇人民政府、白沙镇人民政府、县水利局、县应急管理局、县气象局、县消防救援大队"),
  ]),
  "minutes-right": doc([
    mark("临江县人民政府常务会议纪要", 64), blank(), flush("〔2025〕7号", { alignment: AlignmentType.CENTER }),
    flush([run("临江县人民政府办公室"), new TextRun({ children: ["\t"] }), run("2025年4月10日")], { border: red, tabStops: [{ type: TabStopType.RIGHT, position: 8844 }] }),
    blank(), p("4月8日，县长何某某主持召开县政府第56次常务会议，研究山洪灾害防御和重点项目建设工作。现纪要如下："),
    h1("一、关于山洪灾害防御工作"), p("会议听取了县水利局的汇报，同意安排县级配套资金120万元。"),
    h1("二、关于重点项目建设"), p("会议要求，县发展和改革局每月调度一次，重大问题及时报告。"),
    blank(), p([run("出席：", HEI), run("何某某、周某、吴某某")]), p([run("列席：", HEI), run("郑某、王某某")]),
  ]),
  "report-with-landscape-table": doc([], {}, {
    children: [
      title("关于2024年度水土保持工作情况的报告"), blank(), flush("临江县人民政府："),
      p("2024年，全县治理水土流失面积42平方公里，现将有关情况报告如下："),
      h1("一、工作情况"), p("各乡镇任务完成情况见表1。"),
      flush([run("表1 各乡镇治理面积", HEI, 28)], { alignment: AlignmentType.CENTER }),
      grid([["乡镇", "面积（平方公里）"], ["龙潭镇", "12"], ["白沙镇", "30"]]),
      h1("二、下步打算"), p("2025年计划治理水土流失面积45平方公里。"), p("特此报告。"),
      blank(), p("附件：2024年水土保持项目表", { indent: { left: 1600, hanging: 960 } }), ...sealed(WATER, "2025年2月12日", 6.5),
    ],
  }),
  "numbered-by-word": new Document({
    ...named, evenAndOddHeaderAndFooters: true,
    styles: { paragraphStyles: [1, 2].map((level) => ({
      id: `Heading${level}`, name: `heading ${level}`, basedOn: "Normal", next: "Normal", quickFormat: true,
      run: { font: font([HEI, KAI][level - 1]), size: 32, bold: false, color: "000000", characterSpacing: -5 },
      paragraph: { spacing: exact(), indent: { firstLine: 640 }, outlineLevel: level - 1 } })) },
    numbering: { config: [{ reference: "gw", levels: [
      { level: 0, format: LevelFormat.CHINESE_COUNTING, text: "%1、", suffix: "nothing", style: { run: { font: font(HEI), size: 32 }, paragraph: { indent: { firstLine: 640 } } } },
      { level: 1, format: LevelFormat.CHINESE_COUNTING, text: "（%2）", suffix: "nothing", style: { run: { font: font(KAI), size: 32 }, paragraph: { indent: { firstLine: 640 } } } },
      { level: 2, format: LevelFormat.DECIMAL, text: "%3.", suffix: "nothing", style: { run: { font: font(FANG), size: 32 }, paragraph: { indent: { firstLine: 640 } } } },
    ] }] },
    sections: [{ properties: { page }, footers: footers(), children: [
      title("关于加强水库安全管理的意见"), blank(), flush("各乡镇人民政府，县直有关单位："),
      p("为加强全县水库安全管理，经县人民政府同意，提出以下意见："),
      ...[["一体推进除险加固", 0], ["摸清底数", 1], ["建立台账", 1], ["三个责任人落实到位", 0]].flatMap(([text, level]) => [
        new Paragraph({ heading: [HeadingLevel.HEADING_1, HeadingLevel.HEADING_2][level], numbering: { reference: "gw", level },
          alignment: AlignmentType.JUSTIFIED, spacing: exact(), indent: { firstLine: 640 }, children: [run(text, [HEI, KAI][level])] }),
        p("各乡镇要逐库明确行政、技术、巡查责任人，在水库醒目位置公示，接受群众监督。"),
      ]),
      p([run("落实经费。维修养护经费列入年度预算，专款专用。")], { numbering: { reference: "gw", level: 2 } }),
      p([run("强化考核。考核结果与以奖代补资金挂钩。")], { numbering: { reference: "gw", level: 2 } }),
      ...sealed(GOV, "2025年5月6日", 6),
    ] }],
  }),
  "markdown-converted": new Document({
    ...named,
    sections: [{ children: [
      new Paragraph({ heading: HeadingLevel.TITLE, children: [new TextRun("关于规范公务用车管理的通知")] }),
      new Paragraph("各乡镇人民政府，县直各单位："),
      new Paragraph("为进一步规范公务用车管理，现将有关事项通知如下。"),
      new Paragraph({ heading: HeadingLevel.HEADING_1, children: [new TextRun("一、严格派车审批")] }),
      new Paragraph("公务用车实行派车单制度，未经审批不得派车，派车单每月汇总公示一次。"),
      new Paragraph({ heading: HeadingLevel.HEADING_1, children: [new TextRun("二、加强费用管理")] }),
      new Paragraph("燃油费、维修费实行单车核算，定点加油、定点维修，严禁用公务加油卡为私家车加油。"),
      new Paragraph("特此通知。"),
      new Paragraph({ alignment: AlignmentType.RIGHT, children: [new TextRun("临江县机关事务管理局")] }),
      new Paragraph({ alignment: AlignmentType.RIGHT, children: [new TextRun("2025年5月12日")] }),
    ] }],
  }),
  "announcement-right": doc([
    mark("临江县人民政府公告", 72, 567), blank(), blank(), flush("第1号", { alignment: AlignmentType.CENTER }), blank(), blank(),
    p("为加强龙潭水库饮用水水源保护，根据《中华人民共和国水污染防治法》，决定在龙潭水库库区实行禁渔，现将有关事项公告如下："),
    h1("一、禁渔范围"), p("龙潭水库正常蓄水位以下全部水域。"), h1("二、禁渔时间"), p("2025年6月1日至2027年5月31日。"),
    p("特此公告。"), ...sealed(GOV, "2025年5月20日", 6.5),
  ]),
  "notice-with-imprint-under-the-text": doc([
    mark("临江县水利局文件"), blank(), blank(), number("临水发〔2025〕22号"), blank(), blank(),
    title("关于印发水库巡查制度的通知"), blank(), flush("局属各单位："), p("现将《水库巡查制度》印发给你们，请认真遵照执行。"),
    ...sealed(WATER, "2025年6月3日", 6),
    new Table({ width: { size: 8844, type: WidthType.DXA },
      borders: { top: { style: BorderStyle.SINGLE, size: 8 }, bottom: { style: BorderStyle.SINGLE, size: 8 }, insideHorizontal: { style: BorderStyle.SINGLE, size: 6 },
        left: { style: BorderStyle.NONE }, right: { style: BorderStyle.NONE }, insideVertical: { style: BorderStyle.NONE } },
      rows: [["抄送：县委办公室，县人大常委会办公室"], ["临江县水利局办公室　　　　　　　　2025年6月3日印发"]].map(([text]) => new TableRow({ children: [new TableCell({ children: [line(text)] })] })) }),
  ]),
  "reply-right": doc([
    mark("临江县人民政府文件"), blank(), blank(), number("临政复〔2025〕11号"), blank(), blank(),
    title("关于同意安排山洪灾害防御项目\n配套资金的批复"), blank(), flush("县水利局："),
    p("你局《关于申请山洪灾害防御项目配套资金的请示》（临水请〔2025〕4号）收悉。经研究，现批复如下："),
    p("同意安排县级配套资金120万元，列入2025年财政预算，专项用于山洪灾害防御项目建设。"), p("此复。"),
    ...sealed(GOV, "2025年4月25日", 6.5),
    new Table({ width: { size: 8844, type: WidthType.DXA }, float: { horizontalAnchor: TableAnchorType.MARGIN, verticalAnchor: TableAnchorType.MARGIN, relativeVerticalPosition: RelativeVerticalPosition.BOTTOM },
      borders: { top: { style: BorderStyle.SINGLE, size: 8 }, bottom: { style: BorderStyle.SINGLE, size: 8 }, insideHorizontal: { style: BorderStyle.SINGLE, size: 6 },
        left: { style: BorderStyle.NONE }, right: { style: BorderStyle.NONE }, insideVertical: { style: BorderStyle.NONE } },
      rows: [
        new TableRow({ children: [new TableCell({ children: [line("抄送：县财政局，县发展和改革局。")] })] }),
        new TableRow({ children: [new TableCell({ children: [new Paragraph({ spacing: exact(560), indent: { left: 280, right: 280 }, tabStops: [{ type: TabStopType.RIGHT, position: 8564 }],
          children: [run("临江县人民政府办公室", FANG, 28), new TextRun({ children: ["\t"] }), run("2025年4月26日印发", FANG, 28)] })] })] }),
      ] }),
    blank(),
  ]),
};

for (const [name, made] of Object.entries(documents)) writeFileSync(`${name}.docx`, await Packer.toBuffer(made));
