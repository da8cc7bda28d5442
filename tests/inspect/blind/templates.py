"""Documents made from templates as people find them: named styles, numbers by Word, text boxes.

What each has wrong stands in expected.yaml.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from tests.inspect import handmade
from tests.inspect.blind.register import Register

if TYPE_CHECKING:
    from collections.abc import Callable

FANG, HEI, KAI, BIAO, SONG = "仿宋_GB2312", "黑体", "楷体_GB2312", "方正小标宋简体", "宋体"
_NS = (
    f'xmlns:w="{handmade.W}" xmlns:r="{handmade.R}" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"'
)
EXACT = '<w:spacing w:line="579" w:lineRule="exact"/>'
TWO_IN = '<w:ind w:firstLine="640" w:firstLineChars="200"/>'
CENTRE = '<w:jc w:val="center"/>'


@dataclass(frozen=True)
class Style:
    """A paragraph style: its font, its size in points, and what else it says."""

    font: str = FANG
    size: float = 16
    paragraph: str = EXACT
    run: str = '<w:spacing w:val="-5"/>'

    def xml(self, number: int, name: str) -> str:
        fonts = "".join(f' w:{kind}="{self.font}"' for kind in ("ascii", "hAnsi", "eastAsia", "cs"))
        half = f'<w:sz w:val="{round(self.size * 2)}"/><w:szCs w:val="{round(self.size * 2)}"/>'
        return (
            f'<w:style w:type="paragraph" w:customStyle="1" w:styleId="s{number}"><w:name w:val="{name}"/>'
            f"<w:pPr>{self.paragraph}</w:pPr><w:rPr><w:rFonts{fonts}/>{self.run}{half}</w:rPr></w:style>"
        )


STYLES = {
    "公文红头": Style(
        BIAO,
        42,
        f'<w:spacing w:before="1984" w:line="960" w:lineRule="exact"/>{CENTRE}',
        '<w:color w:val="FF0000"/>',
    ),
    "发文字号": Style(
        paragraph='<w:pBdr><w:bottom w:val="single" w:sz="12" w:space="7" w:color="FF0000"/></w:pBdr>'
        + EXACT
        + CENTRE
    ),
    "公文标题": Style(BIAO, 22, f'<w:spacing w:line="720" w:lineRule="exact"/>{CENTRE}', ""),
    "主送机关": Style(),
    "公文正文": Style(paragraph=EXACT + TWO_IN + '<w:jc w:val="both"/>'),
    "一级标题": Style(HEI, paragraph=EXACT + TWO_IN + '<w:outlineLvl w:val="0"/>'),
    "二级标题": Style(KAI, paragraph=EXACT + TWO_IN + '<w:outlineLvl w:val="1"/>'),
    "三级标题": Style(paragraph=EXACT + TWO_IN),
    "附件说明": Style(paragraph=EXACT + '<w:ind w:left="1920" w:hanging="1280"/>'),
    "附件序号": Style(HEI, paragraph="<w:pageBreakBefore/>" + EXACT),
    "附注": Style(paragraph=EXACT + TWO_IN),
    "页码": Style(SONG, 14, "", ""),
}


def right(characters: float) -> Style:
    """A line that ends so many characters from the right."""
    return Style(paragraph=f'{EXACT}<w:ind w:right="{round(characters * 320)}"/><w:jc w:val="right"/>')


def page_number(before: str = "— ", after: str = " —") -> str:
    """The runs of a page number without fonts of their own."""
    pieces = (
        '<w:fldChar w:fldCharType="begin"/>',
        '<w:instrText xml:space="preserve"> PAGE  \\* MERGEFORMAT </w:instrText>',
        '<w:fldChar w:fldCharType="separate"/>',
        "<w:t>1</w:t>",
        '<w:fldChar w:fldCharType="end"/>',
    )
    text = '<w:r><w:t xml:space="preserve">{}</w:t></w:r>'
    field_ = "".join(f"<w:r>{piece}</w:r>" for piece in pieces)
    return (text.format(before) if before else "") + field_ + (text.format(after) if after else "")


@dataclass
class Template:
    """A document in the making: a paragraph names its style and holds nothing but words."""

    margins: str = 'w:top="2098" w:right="1474" w:bottom="1984" w:left="1588" w:header="851" w:footer="1434"'
    grid: str = '<w:docGrid w:type="lines" w:linePitch="579"/>'
    styles: dict[str, Style] = field(default_factory=lambda: dict(STYLES))
    sides: bool = True
    normal: str = '<w:sz w:val="32"/>'
    blocks: list[str] = field(default_factory=list)
    footers: dict[str, str] = field(default_factory=dict)

    def add(self, style: str, *runs: str | tuple[str, str], properties: str = "") -> Template:
        """A paragraph; a run in another style's font comes as (words, style)."""
        shown = "".join(self._run(one, style) for one in runs)
        number = self._identity(style)
        self.blocks.append(f'<w:p><w:pPr><w:pStyle w:val="{number}"/>{properties}</w:pPr>{shown}</w:p>')
        return self

    def blank(self, count: int = 1) -> Template:
        """Empty lines in the style of 主送机关."""
        for _ in range(count):
            self.add("主送机关")
        return self

    def _identity(self, style: str) -> str:
        return f"s{list(self.styles).index(style)}"

    def _run(self, one: str | tuple[str, str], own: str) -> str:
        words, style = one if isinstance(one, tuple) else (one, own)
        look = self.styles[style]
        fonts = "" if style == own else f'<w:rFonts w:ascii="{look.font}" w:eastAsia="{look.font}"/>'
        text = escape(words).replace("\n", "</w:t><w:br/><w:t>").replace("\t", "</w:t><w:tab/><w:t>")
        return f'<w:r><w:rPr>{fonts}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'

    def number(self, kind: str, runs: str, properties: str = "") -> None:
        """A footer with the page number in a paragraph of its own."""
        style = self._identity("页码")
        self.footers[kind] = f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{properties}</w:pPr>{runs}</w:p>'

    def numbered(self) -> Template:
        """Page numbers as the standard asks."""
        self.number("default", page_number(), '<w:ind w:right="280"/><w:jc w:val="right"/>')
        self.number("even", page_number(), '<w:ind w:left="280"/>')
        return self

    def save(self) -> bytes:
        files = handmade.parts(self.blocks)
        body = "".join(self.blocks)
        shown = {"default": "rId10", "even": "rId11"}
        references = "".join(
            f'<w:footerReference w:type="{kind}" r:id="{shown[kind]}"/>' for kind in self.footers
        )
        section = f'{references}<w:pgSz w:w="11906" w:h="16838"/><w:pgMar {self.margins}/>{self.grid}'
        files["word/document.xml"] = (
            f"<w:document {_NS}><w:body>{body}<w:sectPr>{section}</w:sectPr></w:body></w:document>"
        )
        styles = "".join(style.xml(place, name) for place, (name, style) in enumerate(self.styles.items()))
        files["word/styles.xml"] = (
            f'<w:styles xmlns:w="{handmade.W}"><w:style w:type="paragraph" w:default="1" w:styleId="a">'
            f'<w:name w:val="Normal"/><w:rPr>{self.normal}</w:rPr></w:style>{styles}</w:styles>'
        )
        empty = "" if self.sides else f'<w:settings xmlns:w="{handmade.W}"/>'
        files["word/settings.xml"] = empty or files["word/settings.xml"]
        for place, kind in ((1, "default"), (2, "even")):
            files[f"word/footer{place}.xml"] = f"<w:ftr {_NS}>{self.footers.get(kind, '<w:p/>')}</w:ftr>"
        return handmade.packed(files)


sample = Register()


ISSUER, GOVERNMENT = "青川县教育局", "青川县人民政府"


def headed(page: Template, number: str = "青教发〔2025〕8号", mark: str = f"{ISSUER}文件") -> Template:
    return page.add("公文红头", mark).blank(2).add("发文字号", number).blank(2)


def opened(page: Template, title: str, to: str = "各中小学校，县直幼儿园：") -> Template:
    page.add("公文标题", title).blank()
    return page.add("主送机关", to) if to else page


def texted(page: Template) -> Template:
    page.add("公文正文", "为规范中小学校园安全管理，保障师生生命安全，现将有关事项通知如下。")
    page.add("一级标题", "一、排查范围")
    page.add("公文正文", "全县各中小学校、幼儿园的校舍、食堂、实验室、消防设施和校车。")
    page.add("一级标题", "二、工作安排")
    page.add("二级标题", "（一）全面自查")
    page.add("公文正文", "各校于4月15日前完成自查，建立问题台账，逐项明确整改时限和责任人。")
    page.add("二级标题", "（二）集中检查")
    return page.add("公文正文", "县教育局会同有关部门于5月组织集中检查，检查结果纳入年度考核。")


def sealed(page: Template, issuer: str = ISSUER, date: str = "2025年3月12日", wide: float = 6.5) -> Template:
    page.styles["落款单位"] = right(4 + (wide - len(issuer)) / 2)
    page.styles["成文日期"] = right(4)
    return page.blank().add("落款单位", issuer).add("成文日期", date)


NOTICE = "关于开展校园安全隐患排查的通知"


@sample
def template_notice_right() -> Template:
    return sealed(texted(opened(headed(Template()), NOTICE))).numbered()


@sample
def template_on_words_grid() -> Template:
    """Lines and characters are the grid's, indents in characters only."""
    page = Template(grid='<w:docGrid w:type="linesAndChars" w:linePitch="579" w:charSpace="-842"/>')
    for name in ("主送机关", "公文正文", "一级标题", "二级标题"):
        inner = "" if name == "主送机关" else '<w:ind w:firstLineChars="200"/>'
        page.styles[name] = replace(STYLES[name], paragraph=inner, run="")
    return sealed(texted(opened(page, NOTICE))).numbered()


def boxed(
    runs: str,
    side: str = "outside",
    *,
    lines: str = '<w:pStyle w:val="{style}"/><w:ind w:left="280" w:right="280"/>',
    vertical: str = '<wp:positionV relativeFrom="paragraph"><wp:posOffset>0</wp:posOffset></wp:positionV>',
    from_: str = "margin",
) -> Callable[[Template], str]:
    """A page number in a text box as Word and WPS insert it."""

    def footer(page: Template) -> str:
        style = page._identity("页码")
        inner = f"<w:p><w:pPr>{lines.format(style=style)}</w:pPr>{runs}</w:p>"
        anchor = (
            '<wp:anchor distT="0" distB="0" distL="114300" distR="114300" simplePos="0" '
            'relativeHeight="251659264" behindDoc="0" locked="0" layoutInCell="1" allowOverlap="1">'
            '<wp:simplePos x="0" y="0"/>'
            f'<wp:positionH relativeFrom="{from_}"><wp:align>{side}</wp:align></wp:positionH>{vertical}'
            '<wp:extent cx="1828800" cy="1828800"/><wp:wrapNone/><wp:docPr id="1" name="文本框 1"/>'
            '<a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape">'
            '<wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm><a:off x="0" y="0"/>'
            '<a:ext cx="1828800" cy="1828800"/></a:xfrm><a:prstGeom prst="rect"/><a:noFill/></wps:spPr>'
            f"<wps:txbx><w:txbxContent>{inner}</w:txbxContent></wps:txbx>"
            '<wps:bodyPr wrap="none" lIns="0" tIns="0" rIns="0" bIns="0"><a:spAutoFit/></wps:bodyPr>'
            "</wps:wsp></a:graphicData></a:graphic></wp:anchor>"
        )
        return (
            f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr><w:r><w:drawing>{anchor}</w:drawing></w:r></w:p>'
        )

    return footer


@sample
def page_number_in_a_box_right() -> Template:
    page = sealed(texted(opened(Template(), NOTICE)))
    page.footers = {kind: boxed(page_number())(page) for kind in ("default", "even")}
    return page


@sample
def page_number_in_a_centred_box() -> Template:
    """As WPS inserts it: centred, small type, no dashes, and 12.5 mm above the sheet's edge."""
    page = Template(
        'w:top="2098" w:right="1474" w:bottom="1984" w:left="1588" w:header="851" w:footer="708"', sides=False
    )
    sealed(texted(opened(page, NOTICE)))
    page.styles["页码"] = Style("Times New Roman", 9, "", "")
    page.footers = {"default": boxed(page_number("", ""), "center")(page)}
    return page


@sample
def page_number_in_a_low_box_of_small_type() -> Template:
    page = Template(margins=Template.margins.replace("1434", "720"))
    sealed(texted(opened(page, NOTICE)))
    page.styles["页码"] = Style(SONG, 10.5, "", "")
    page.footers = {kind: boxed(page_number())(page) for kind in ("default", "even")}
    return page


@sample
def page_number_in_boxes_on_the_wrong_sides() -> Template:
    page = sealed(texted(opened(Template(), NOTICE)))
    for kind, side in (("default", "left"), ("even", "right")):
        page.footers[kind] = boxed(page_number(), side)(page)
    return page


@sample
def page_number_in_boxes_by_side_right() -> Template:
    page = sealed(texted(opened(Template(), NOTICE)))
    for kind, side in (("default", "right"), ("even", "left")):
        page.footers[kind] = boxed(page_number(), side)(page)
    return page


@sample
def page_number_in_a_box_high_up() -> Template:
    """Its place is said from the page's upper edge: the number stands within 版心's last lines."""
    page = sealed(texted(opened(Template(), NOTICE)))
    high = '<wp:positionV relativeFrom="page"><wp:posOffset>9180000</wp:posOffset></wp:positionV>'
    page.footers = {kind: boxed(page_number(), vertical=high)(page) for kind in ("default", "even")}
    return page


@sample
def order_right() -> Template:
    page = Template()
    page.styles["令标志"] = replace(
        STYLES["公文红头"], paragraph='<w:spacing w:before="1134" w:line="960" w:lineRule="exact"/>' + CENTRE
    )
    page.styles["令号"] = Style(paragraph=EXACT + CENTRE)
    page.add("令标志", "青川县人民政府令").blank(2).add("令号", "第15号").blank(2)
    page.add(
        "公文正文",
        "《青川县校车安全管理办法》已经2025年2月20日县人民政府第41次常务会议通过，现予公布，自2025年5月1日起施行。",
    )
    page.styles["签署"] = right(4)
    page.blank(2).add("签署", "县长　罗某某").add("签署", "2025年3月1日")
    page.add("公文标题", "青川县校车安全管理办法", properties="<w:pageBreakBefore/>").blank()
    page.styles["章"] = Style(HEI, paragraph=EXACT + CENTRE)
    page.add("章", "第一章　总　　则").add(
        "公文正文", "第一条　为加强校车安全管理，根据有关法律法规，制定本办法。"
    )
    return page.add("公文正文", "第二条　本县行政区域内校车的使用和管理，适用本办法。").numbered()


@sample
def circular_numbered_in_its_styles() -> Template:
    page = Template()
    for level, name in enumerate(("一级标题", "二级标题")):
        number = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="1"/></w:numPr>'
        page.styles[name] = replace(STYLES[name], paragraph=number + STYLES[name].paragraph)
    page.add("公文标题", "青川县人民政府办公室").add(
        "公文标题", "关于2024年度教育工作目标考核情况的通报"
    ).blank()
    page.add("主送机关", "各乡镇人民政府，县政府各部门：")
    page.add("公文正文", "现将2024年度教育工作目标考核情况通报如下。")
    page.add("一级标题", "三个方面成效明显").add(
        "公文正文", "学前教育普惠率达到91.5%，义务教育巩固率达到99.2%。"
    )
    page.add("一级标题", "存在的问题").add("二级标题", "校舍建设滞后").add(
        "公文正文", "3个项目没有按期开工。"
    )
    page.add("二级标题", "师资结构不优").add("公文正文", "音体美教师缺编46人。")
    return sealed(page, "青川县人民政府办公室", "2025年2月8日", 6).numbered()


@sample
def request_with_levels_out_of_order() -> Template:
    page = opened(Template(), "关于新建城北小学的请示", "青川县人民政府：")
    page.add("公文正文", "为缓解城区小学大班额问题，拟新建城北小学，现将有关情况请示如下：")
    page.add("一级标题", "一、项目的必要性").add("公文正文", "城区小学现有大班额42个，学位缺口1800个。")
    page.add("三级标题", "1、建设规模").add("公文正文", "占地45亩，设36个班。")
    page.add("二级标题", "（一）、资金来源").add("公文正文", "总投资8600万元，申请上级补助4000万元。")
    page.add("公文正文", "当否，请批示。")
    return sealed(page).numbered()


@sample
def letter_with_faults() -> Template:
    page = Template()
    page.styles["信函标志"] = Style(
        BIAO,
        36,
        '<w:pBdr><w:bottom w:val="thickThinSmallGap" w:sz="24" w:space="11" w:color="FF0000"/></w:pBdr>'
        f'<w:spacing w:line="900" w:lineRule="exact"/>{CENTRE}',
        '<w:color w:val="FF0000"/>',
    )
    page.styles["函号"] = Style(paragraph=f'{EXACT}<w:jc w:val="right"/>')
    page.add("信函标志", ISSUER).add("函号", "青教函(2025)13号").blank(2)
    opened(page, "关于协助核查教师资格的函", "青川县公安局：")
    page.add("公文正文", "我局拟于4月开展教师资格定期核查，请贵局协助核查有关人员无犯罪记录情况。")
    sealed(page)
    return page.add("公文正文", "联系人：罗某，联系电话：0800-0000000").numbered()


@sample
def report_with_other_attachments() -> Template:
    page = opened(headed(Template(), "青教发〔2025〕10号"), "关于校园安全隐患整改情况的通报")
    page.add("公文正文", "现将全县校园安全隐患整改情况通报如下，各校要举一反三、限期整改。")
    page.blank().add("附件说明", "附件：1.校园安全隐患清单")
    page.add("附件说明", "2.校舍安全整改情况表", properties='<w:ind w:left="1920" w:hanging="320"/>')
    sealed(page)
    page.add("附件序号", "附件1").blank().add("公文标题", "校园安全隐患清单")
    page.add("公文正文", "共排查隐患214处，已整改198处。")
    page.styles["附件续"] = replace(STYLES["附件序号"], paragraph=EXACT)
    page.add("附件续", "附件2").blank().add("公文标题", "消防整改情况汇总表")
    return page.add("公文正文", "共更换灭火器1260具，新增消防栓36处。").numbered()


@sample
def script_in_small_song() -> Template:
    """As a school's clerk types it in a program left as it was."""
    page = Template(
        'w:top="1440" w:right="1800" w:bottom="1440" w:left="1800" w:header="851" w:footer="992"',
        '<w:docGrid w:type="lines" w:linePitch="312"/>',
        sides=False,
    )
    half = '<w:spacing w:line="360" w:lineRule="auto"/>'
    page.styles["公文标题"] = Style(HEI, 22, CENTRE, "<w:b/>")
    page.styles["主送机关"] = Style(SONG, 12, half, "")
    page.styles["公文正文"] = Style(SONG, 12, half + '<w:ind w:firstLine="480" w:firstLineChars="200"/>', "")
    for name in ("一级标题", "二级标题"):
        page.styles[name] = replace(page.styles["公文正文"], run="<w:b/>")
    page.styles["页码"] = Style(SONG, 9, "", "")
    texted(opened(page, NOTICE))
    page.styles["落款"] = Style(SONG, 12, half + '<w:jc w:val="right"/>', "")
    page.add("落款", ISSUER).add("落款", "2025年3月12日")
    page.number("default", page_number("", ""), CENTRE)
    return page


@sample
def title_broken_badly() -> Template:
    title = "青川县人民政府关于进一步加强\n中小学幼儿园\n校园及周边安全管理综合治理工作\n的通知"
    page = opened(Template(), title, "各乡镇人民政府，县政府各部门：")
    page.add("公文正文", "为进一步加强校园及周边安全管理，现将有关事项通知如下。")
    return sealed(page, GOVERNMENT).numbered()
