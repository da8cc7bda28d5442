"""An eleventh set, of boxes, fields and slips in every element, written before inspect was asked.

What each has wrong stands in expected.yaml.
"""

from __future__ import annotations

from tests.inspect.blind.rarities import (
    COUNTY,
    MARK,
    NOTICE,
    NUMBER,
    OFFICE,
    TO,
    TOLD,
    attached,
    begun,
    ended,
    headed,
    imprint,
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
    MARGINS,
    PAPER,
    RED,
    SONG,
    TWO_IN,
    Raw,
    at_right,
    bordered,
    field_of,
    flush,
    h1,
    head,
    look,
    p,
    r,
    sealed,
    table,
    text,
    title,
    words,
)
from tests.inspect.blind.register import Register

sample = Register()
DAY = "2025年4月15日"
HIGH = EXACT.replace("579", "720")


def box(*content: str, across: str, down: str, width: int, height: int) -> str:
    """A text box of DrawingML without a line; `across` and `down` are what it is placed by, in EMU."""
    body = '<wps:bodyPr wrap="square" lIns="0" tIns="0" rIns="0" bIns="0"/>'
    return (
        '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor distT="0" distB="0" '
        'distL="0" '
        'distR="0" simplePos="0" relativeHeight="4" behindDoc="0" locked="0" layoutInCell="1" '
        'allowOverlap="1">'
        f'<wp:simplePos x="0" y="0"/>{across}{down}<wp:extent cx="{width}" cy="{height}"/>'
        "<wp:wrapTopAndBottom/>"
        '<wp:docPr id="8" name="文本框 8"/><a:graphic><a:graphicData '
        'uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:cNvSpPr '
        'txBox="1"/>'
        f'<wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{width}" cy="{height}"/></a:xfrm><a:prstGeom '
        'prst="rect"/>'
        f"</wps:spPr><wps:txbx><w:txbxContent>{''.join(content)}</w:txbxContent></wps:txbx>{body}</wps:wsp>"
        "</a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice></mc:AlternateContent></w:r>"
    )


def at(edge: str, axis: str, place: str) -> str:
    """The place of a box: an alignment, or a distance in EMU."""
    inner = (
        (f"<wp:posOffset>{place}</wp:posOffset>")
        if place.lstrip("-").isdigit()
        else f"<wp:align>{place}</wp:align>"
    )
    return f'<wp:position{axis} relativeFrom="{edge}">{inner}</wp:position{axis}>'


# --- what is right


@sample
def numbers_of_chapters_by_sequence_fields() -> Raw:
    page = begun(Raw()).add(text(TOLD[0]))
    for count, chapter, rest in (("一", "排查范围", TOLD[1]), ("二", "工作要求", TOLD[2])):
        own = look(HEI)
        page.add(text(field_of("SEQ 章 \\* CHINESENUM3", count, own), r(f"、{chapter}", HEI)), text(rest))
    return ended(page)


@sample
def end_in_a_text_box() -> Raw:
    """署名 and date stand in a box as wide as 版心, a line under the text."""
    page = told(begun(headed(Raw())))
    _, issuer, date = sealed(OFFICE, DAY, 6.5)
    place = at("margin", "H", "0"), at("paragraph", "V", "367665")
    return page.add(p(box(issuer, date, across=place[0], down=place[1], width=5616000, height=735330)))


@sample
def title_in_a_cell_without_lines() -> Raw:
    page = headed(Raw())
    page.add(table((title(NOTICE),), properties="<w:tblBorders/>"), BLANK, flush(TO))
    return ended(told(page))


@sample
def copies_in_two_lines_of_the_imprint() -> Raw:
    page = whole(headed(Raw()))
    rows = imprint("抄送：县委办公室，县人大常委会办公室，县政协办公室，\n　　　县人民法院，县人民检察院。")
    return page.add(*rows)


@sample
def plan_under_a_second_title() -> Raw:
    page = Raw().add(title("擦亮绿水青山底色"), p(r("——南岭县水环境治理工作综述", KAI), jc="center"), BLANK)
    page.add(
        text("近年来，南岭县坚持系统治理，水环境质量持续改善。"),
        h1("一、治水见成效"),
        text("12个断面全部达标。"),
    )
    return page.add(h1("二、机制更健全"), text("建立县、乡、村三级河长制。"))


@sample
def attachment_behind_a_break_in_a_run() -> Raw:
    page = attached(told(begun(Raw())), "排查任务表", early="")
    place = next(place for place, block in enumerate(page.blocks) if ">附件<" in block)
    page.blocks.insert(
        place, p('<w:r><w:br w:type="page"/></w:r>', spacing='<w:spacing w:line="20" w:lineRule="exact"/>')
    )
    return page


@sample
def lines_counted_in_the_margin_and_a_frame_of_the_page() -> Raw:
    lines = '<w:lnNumType w:countBy="5"/>'
    return whole(Raw(section=lines))


@sample
def grid_that_every_character_snaps_to() -> Raw:
    page = Raw(grid='<w:docGrid w:type="snapToChars" w:linePitch="579" w:charSpace="-849"/>')

    def line(shown: str, font: str = FANG, ind: str = TWO_IN) -> str:
        run = r(shown, font, 16, '<w:spacing w:val="0"/>')
        return p(run, ind=ind).replace('<w:snapToGrid w:val="0"/>', "")

    page.add(title(NOTICE), BLANK, line(TO, ind=""), *(line(one) for one in TOLD), line("一、排查范围", HEI))
    return ended(page.add(line(TOLD[1])))


@sample
def page_number_of_an_old_program() -> Raw:
    page = whole(Raw())
    for kind, side in (("default", "right"), ("even", "left")):
        shown = f"{r('— ', SONG, 14)}<w:r>{look(SONG, 14)}<w:pgNum/></w:r>{r(' —', SONG, 14)}"
        page.footers[kind] = p(shown, jc=side, ind=f'<w:ind w:{side}="280"/>', spacing="")
    return page


@sample
def imprint_in_a_text_box_at_the_foot() -> Raw:
    page = whole(headed(Raw()))
    spacing = '<w:spacing w:before="0" w:after="0" w:line="560" w:lineRule="exact"/>'
    stop = '<w:tabs><w:tab w:val="right" w:pos="8564"/></w:tabs>'
    line = '<w:{} w:val="single" w:sz="{}" w:space="1" w:color="000000"/>'
    sides = '<w:ind w:left="280" w:right="280"/>'
    copies = p(
        r("抄送：县委办公室，县水利局。", FANG, 14),
        ind=sides,
        spacing=spacing,
        early=f"<w:pBdr>{line.format('top', 8)}</w:pBdr>",
    )
    ends = f"<w:pBdr>{line.format('top', 6)}{line.format('bottom', 8)}</w:pBdr>{stop}"
    last = p(r(f"{OFFICE}办公室\t2025年4月16日印发", FANG, 14), ind=sides, spacing=spacing, early=ends)
    place = at("margin", "H", "0"), at("margin", "V", "bottom")
    holder = page.blocks.pop().replace(
        "</w:p>",
        box(copies, last, across=place[0], down=place[1], width=5616000, height=720000) + "</w:p>",
        1,
    )
    return page.add(holder)


@sample
def issuer_spread_by_blanks() -> Raw:
    """A short name spread to the width of its date."""
    page = told(begun(headed(Raw(), NUMBER, "南岭县水利局文件")))
    return page.add(BLANK, at_right("南 岭 县 水 利 局", 64 + (6.5 - 8.5) * 8), at_right(DAY, 64))


@sample
def date_chosen_in_a_control() -> Raw:
    page = told(begun(Raw()))
    blank, issuer, date = sealed(OFFICE, DAY, 6.5)
    kind = '<w:date w:fullDate="2025-04-15T00:00:00Z"><w:dateFormat w:val="yyyy年M月d日"/></w:date>'
    inner = f"<w:sdt><w:sdtPr>{kind}</w:sdtPr><w:sdtContent>{r(DAY)}</w:sdtContent></w:sdt>"
    return page.add(blank, issuer, date.replace(r(DAY), inner))


@sample
def joint_notice_with_three_seals_in_two_rows() -> Raw:
    page = Raw()
    spacing = '<w:spacing w:before="{}" w:line="690" w:lineRule="exact"/>'
    for place, name in enumerate((OFFICE, "南岭县水利局", "南岭县自然资源局", "南岭县财政局文件")):
        page.add(p(r(name, BIAO, 30, RED), jc="center", spacing=spacing.format(0 if place else 1984)))
    page.add(BLANK, BLANK, p(r(NUMBER), jc="center", early=bordered()), BLANK, BLANK)
    told(begun(page)).add(BLANK)
    page.add(p(r("南岭县生态环境局　南岭县水利局　南岭县自然资源局"), jc="center"), BLANK, BLANK)
    return page.add(at_right("南岭县财政局", 64 + 4), at_right(DAY, 64))


# --- what is wrong


@sample
def number_in_dashes_by_its_format() -> Raw:
    """Word's own format of a number between hyphens."""
    page = whole(Raw(section='<w:pgNumType w:fmt="numberInDash"/>'))
    own = look(SONG, 14)
    for kind, side in (("default", "right"), ("even", "left")):
        shown = field_of("PAGE", "- 1 -", own)
        page.footers[kind] = p(shown, jc=side, ind=f'<w:ind w:{side}="280"/>', spacing="")
    return page


@sample
def paragraphs_inserted_and_moved() -> Raw:
    own = 'w:id="{}" w:author="审核" w:date="2025-04-10T08:00:00Z"'
    page = begun(Raw()).add(text(TOLD[0]))
    mark = f"<w:rPr><w:ins {own.format(41)}/></w:rPr>"
    page.add(p(f"<w:ins {own.format(42)}>{r(TOLD[1])}</w:ins>", ind=TWO_IN, late=mark))
    moved = f"<w:moveTo {own.format(43)}>{r('请抓好落实。')}</w:moveTo>"
    return ended(page.add(text(r(TOLD[2]), moved)))


@sample
def date_still_to_be_chosen() -> Raw:
    page = told(begun(Raw()))
    blank, issuer, date = sealed(OFFICE, DAY, 6.5)
    kind = '<w:showingPlcHdr/><w:date><w:dateFormat w:val="yyyy年M月d日"/></w:date>'
    inner = (
        f"<w:sdt><w:sdtPr>{kind}</w:sdtPr><w:sdtContent>"
        f"{r('单击或点击此处输入日期。')}</w:sdtContent></w:sdt>"
    )
    return page.add(blank, issuer, date.replace(r(DAY), inner))


@sample
def title_of_eighteen_points() -> Raw:
    page = Raw().add(p(r(NOTICE, BIAO, 18), jc="center", spacing=HIGH), BLANK, flush(TO))
    return ended(told(page))


@sample
def number_and_signatory_exchanged() -> Raw:
    page = Raw()
    shown = head(MARK, "南环报〔2025〕4号")
    stop = '<w:tabs><w:tab w:val="right" w:pos="8524"/></w:tabs>'
    line = r("签发人：") + r("罗某某", KAI) + r("\t南环报〔2025〕4号")
    shown[3] = p(line, ind='<w:ind w:left="320"/>', early=bordered() + stop)
    begun(page.add(*shown), "关于2024年水污染防治工作情况的报告", f"{COUNTY}：")
    return ended(page.add(text("2024年，全县水环境质量持续改善，现将有关情况报告如下。"), text("特此报告。")))


@sample
def line_of_the_head_in_blue() -> Raw:
    shown = head(MARK, NUMBER)
    shown[3] = shown[3].replace("FF0000", "0070C0")
    return whole(Raw().add(*shown))


@sample
def head_without_its_line() -> Raw:
    shown = head(MARK, NUMBER)
    shown[3] = p(r(NUMBER), jc="center")
    return whole(Raw().add(*shown))


@sample
def line_between_the_mark_and_the_number() -> Raw:
    shown = head(MARK, NUMBER)
    shown[0] = shown[0].replace('<w:snapToGrid w:val="0"/>', bordered() + '<w:snapToGrid w:val="0"/>', 1)
    shown[3] = p(r(NUMBER), jc="center")
    return whole(Raw().add(*shown))


@sample
def mark_at_the_left_and_its_number_too_near() -> Raw:
    shown = head(MARK, NUMBER)
    shown[0] = shown[0].replace('w:val="center"', 'w:val="left"')
    return whole(Raw().add(shown[0], BLANK, *shown[3:]))


@sample
def recipients_two_lines_under_the_title() -> Raw:
    return ended(told(Raw().add(title(NOTICE), BLANK, BLANK, flush(TO))))


@sample
def unsealed_three_lines_under_the_text() -> Raw:
    page = told(begun(Raw())).add(BLANK, BLANK, BLANK)
    return page.add(at_right("南岭县河长制办公室", 32), at_right(DAY, (9 - 2 - 6.5 + 2) * 16))


@sample
def title_of_an_attachment_far_below_its_label() -> Raw:
    page = attached(told(begun(Raw())), "排查任务表")
    place = next(place for place, block in enumerate(page.blocks) if ">附件<" in block)
    page.blocks.insert(place + 1, BLANK)
    page.blocks.insert(place + 1, BLANK)
    return page


@sample
def title_moved_in_by_two_characters() -> Raw:
    page = Raw().add(
        p(
            r("关于开展排污口排查的通知", BIAO, 22),
            jc="center",
            spacing=HIGH,
            ind='<w:ind w:firstLine="880"/>',
        )
    )
    return ended(told(page.add(BLANK, flush(TO))))


@sample
def margins_of_another_office() -> Raw:
    return whole(
        Raw(
            margins=MARGINS.replace('w:right="1474"', 'w:right="1134"').replace(
                'w:left="1588"', 'w:left="1134"'
            )
        )
    )


@sample
def second_section_with_margins_of_its_own() -> Raw:
    page = told(begun(Raw())).add(
        BLANK, p(r("附件：排查技术要求"), ind='<w:ind w:left="1600" w:hanging="960"/>')
    )
    ended(page).end_section()
    page.margins = MARGINS.replace('w:top="2098"', 'w:top="1440"')
    return page.add(
        flush("附件", HEI),
        BLANK,
        title("排查技术要求"),
        BLANK,
        text("采用无人机航拍和人工徒步相结合的方法。"),
    )


@sample
def sheet_of_sixteen_to_the_old_measure() -> Raw:
    return whole(Raw(paper=PAPER.replace('w:w="11906" w:h="16838"', 'w:w="10433" w:h="14742"')))


@sample
def words_of_another_size_within_a_paragraph() -> Raw:
    page = begun(Raw())
    return ended(
        page.add(text(TOLD[0]), text(r("各乡镇要在"), r("6月底前", FANG, 14), r("完成排查，逐口登记。")))
    )


@sample
def dashes_in_a_latin_font() -> Raw:
    page = begun(Raw())
    own = look().replace(
        f'w:ascii="{FANG}" w:hAnsi="{FANG}"', 'w:ascii="Times New Roman" w:hAnsi="Times New Roman"'
    )
    line = p(f"<w:r>{own}{words('排查分三步走——摸底、监测、溯源，实行“一口一策”。')}</w:r>", ind=TWO_IN)
    return ended(page.add(text(TOLD[0]), line))


@sample
def object_of_a_spreadsheet_in_a_line() -> Raw:
    page = begun(Raw()).add(text(TOLD[0]))
    shape = '<v:shape style="width:300pt;height:120pt"><v:imagedata r:id="none"/></v:shape>'
    return ended(page.add(p(f"<w:r><w:object>{shape}</w:object></w:r>", jc="center"), text(TOLD[2])))


@sample
def heading_with_blanks_and_a_half_bracket() -> Raw:
    page = begun(Raw()).add(text(TOLD[0]), p(r("　　一、排查范围", HEI)), text(TOLD[1]))
    return ended(page.add(h1("二、工作要求"), text(r("(一)压实责任。", KAI), r(TOLD[2]))))
