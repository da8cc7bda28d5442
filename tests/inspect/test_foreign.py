"""Documents as offices really write them: recognised all the same, by text, place and look together."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from lxml import etree

from reportctl.inspect import inspect
from reportctl.inspect.reading import read_facts
from reportctl.inspect.structure import ElementKind, Structure, recognise
from tests.inspect import handmade
from tests.inspect.editing import Editable, W, drop, properties, put
from tests.inspect.handmade import BIAOSONG, BLANK, CENTRE, FANGSONG, HEI, KAI, paragraph, run, text

if TYPE_CHECKING:
    from reportctl.layout import Layout

RED = '<w:color w:val="C00000"/>'
WPS = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
A = "http://schemas.openxmlformats.org/drawingml/2006/main"


def boxed(*blocks: str) -> str:
    """A paragraph that carries a text box with these blocks."""
    return (
        f'<w:p><w:r><w:drawing><wp:anchor xmlns:wp="{WP}"><wps:wsp xmlns:wps="{WPS}"><wps:txbx>'
        f"<w:txbxContent>{''.join(blocks)}</w:txbxContent></wps:txbx></wps:wsp></wp:anchor>"
        "</w:drawing></w:r></w:p>"
    )


def drawn(color: str = "FF0000", width: int = 5615940) -> str:
    """A paragraph that carries a drawn line; `width` in EMU, 156 mm by default."""
    return (
        f'<w:p><w:r><w:drawing><wp:anchor xmlns:wp="{WP}"><wp:extent cx="{width}" cy="0"/>'
        f'<wps:wsp xmlns:wps="{WPS}"><wps:spPr xmlns:a="{A}"><a:prstGeom prst="line"/><a:ln w="19050">'
        f'<a:solidFill><a:srgbClr val="{color}"/></a:solidFill></a:ln></wps:spPr></wps:wsp></wp:anchor>'
        "</w:drawing></w:r></w:p>"
    )


def anatomy(*blocks: str) -> Structure:
    return recognise(read_facts(handmade.packed(handmade.parts(list(blocks)))))


def kinds(*blocks: str) -> list[tuple[ElementKind, str]]:
    """What each paragraph with text is."""
    return [
        (part.kind, part.paragraph.excerpt)
        for part in anatomy(*blocks).elements
        if part.kind is not ElementKind.BLANK
    ]


MARK = paragraph(run("怀化市鹤城区人民政府文件", BIAOSONG, 34, RED), properties=CENTRE, line=40)
NUMBER = paragraph(run("怀鹤政发〔2024〕3号"), properties=CENTRE)
TITLE = paragraph(run("关于做好法治政府建设工作的通知", BIAOSONG, 22), properties=CENTRE, line=36)
TO = paragraph(run("各乡镇人民政府，区直各单位："))
BODY = text(run("为做好法治政府建设工作，现将有关事项通知如下。"))
ISSUER, DATE = (
    paragraph(run(words), properties='<w:ind w:right="1280"/><w:jc w:val="right"/>')
    for words in ("怀化市鹤城区人民政府", "2024年1月15日")
)
LETTER = [(ElementKind.MARK, "怀化市鹤城区人民政府文件"), (ElementKind.NUMBER, "怀鹤政发〔2024〕3号")]
REST = [
    (ElementKind.TITLE, "关于做好法治政府建设工作的通知"),
    (ElementKind.RECIPIENTS, "各乡镇人民政府，区直各单位："),
    (ElementKind.BODY, "为做好法治政府建设工作，现将有关……"),
]


@pytest.mark.parametrize(
    "head",
    [
        (MARK, NUMBER, drawn()),
        (boxed(MARK), NUMBER, drawn()),
        (boxed(MARK, NUMBER), drawn()),
        (f"<w:tbl><w:tr><w:tc>{MARK}</w:tc></w:tr></w:tbl>", NUMBER, drawn()),
    ],
)
def test_a_letterhead_in_boxes_and_tables(head: tuple[str, ...]) -> None:
    found = kinds(*head, TITLE, TO, BODY)
    assert [one for one in found if one[1]] == LETTER + REST
    line = anatomy(*head, TITLE, TO, BODY).red_line
    assert line is not None
    assert (line.color, line.width) == ("FF0000", 8844)


@pytest.mark.parametrize(
    ("line", "codes"),
    [(drawn(), set()), (drawn("000000"), {"red-line"}), (drawn(width=3600000), {"red-line"})],
)
def test_a_drawn_line_is_judged_like_a_border(
    line: str, codes: set[str], layouts: tuple[Layout, ...]
) -> None:
    data = handmade.packed(handmade.parts([MARK, BLANK, BLANK, NUMBER, line, BLANK, TITLE, BLANK, TO, BODY]))
    found = {one.rule.code for one in inspect(data, layouts).deviations}
    assert found & {"red-line", "red-line-missing"} == codes


def test_a_title_in_several_paragraphs() -> None:
    lines = [
        paragraph(run(words, BIAOSONG, 22), properties=CENTRE, line=36)
        for words in ("怀化市鹤城区人民政府", "关于2023年度法治政府建设", "情况的报告")
    ]
    found = anatomy(*lines, BLANK, TO, BODY)
    assert found.title == "怀化市鹤城区人民政府关于2023年度法治政府建设情况的报告"
    assert found.upward


def test_what_stands_under_the_title_is_no_recipient() -> None:
    meeting = paragraph(run("（2024年1月15日在区政府全体会议上）"), properties=CENTRE)
    found = kinds(TITLE, meeting, text(run("同志们：")), BODY)
    assert [kind for kind, _ in found] == [
        ElementKind.TITLE,
        ElementKind.SUBTITLE,
        ElementKind.RECIPIENTS,
        ElementKind.BODY,
    ]


def test_text_that_cites_a_number_or_a_date_is_text() -> None:
    found = kinds(
        TITLE,
        TO,
        text(run("根据《通知》（怀鹤政发〔2024〕3号）要求，2024年1月15日前报送。")),
        text(run("附件1所列事项，由区司法局负责。")),
        BODY,
    )
    assert [kind for kind, _ in found][2:] == [ElementKind.BODY] * 3


def test_a_signature_pushed_by_blanks(layouts: tuple[Layout, ...]) -> None:
    pushed = [paragraph(run("\u3000" * 14 + words)) for words in ("怀化市鹤城区人民政府", "2024年1月15日")]
    found = kinds(TITLE, TO, BODY, BLANK, *pushed)
    assert [kind for kind, _ in found][-2:] == [ElementKind.SIGNATURE, ElementKind.DATE]
    data = handmade.packed(handmade.parts([TITLE, BLANK, TO, BODY, BLANK, *pushed]))
    assert {one.rule.code for one in inspect(data, layouts).deviations} == {"indent-by-blanks"}


def test_joint_issuers_and_a_note() -> None:
    second = paragraph(run("怀化市鹤城区司法局"), properties='<w:jc w:val="right"/>')
    note = text(run("（此件公开发布）"))
    found = kinds(TITLE, TO, BODY, BLANK, ISSUER, second, DATE, note)
    assert [kind for kind, _ in found][3:] == [
        ElementKind.SIGNATURE,
        ElementKind.SIGNATURE,
        ElementKind.DATE,
        ElementKind.NOTE,
    ]


@pytest.mark.parametrize(
    "date", ["二〇二四年一月十五日", "2024年01月15日", "2024.1.15", "2024-01-15", "24年1月15日"]
)
def test_a_date_in_a_wrong_form_is_still_the_date(date: str) -> None:
    line = paragraph(run(date), properties='<w:jc w:val="right"/>')
    assert kinds(TITLE, TO, BODY, ISSUER, line)[-1] == (ElementKind.DATE, date)


def test_an_imprint_in_plain_paragraphs(layouts: tuple[Layout, ...]) -> None:
    thick = '<w:pBdr><w:top w:val="single" w:sz="8"/></w:pBdr>'
    thin = '<w:pBdr><w:top w:val="single" w:sz="6"/><w:bottom w:val="single" w:sz="8"/></w:pBdr>'
    copies = paragraph(run("抄送：区委各部门。", FANGSONG, 14), properties=f'{thick}|<w:ind w:left="280"/>')
    printed = paragraph(
        run("怀化市鹤城区人民政府办公室\t2024年1月16日印发", FANGSONG, 14),
        properties=f'{thin}<w:tabs><w:tab w:val="right" w:pos="8564"/></w:tabs>|<w:ind w:left="280"/>',
    )
    blocks = [TITLE, BLANK, TO, BODY, BLANK, ISSUER, DATE, copies, printed]
    assert [kind for kind, _ in kinds(*blocks)][-2:] == [ElementKind.COPIES_TO, ElementKind.PRINTED]
    found = {one.rule.code for one in inspect(handmade.packed(handmade.parts(blocks)), layouts).deviations}
    own = {code for code in found if code.startswith(("imprint", "copies", "printed"))}
    assert own == {"imprint-foot"}  # it follows the text


def test_captions_and_contents_are_no_text() -> None:
    table = "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>12</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
    caption = paragraph(run("表1 行政执法数据"), properties=CENTRE)
    contents = paragraph(f'<w:fldSimple w:instr="TOC \\o">{run("一、工作情况")}</w:fldSimple>')
    found = {text: kind for kind, text in kinds(TITLE, TO, contents, BODY, caption, table, BODY)}
    assert found["一、工作情况"] is ElementKind.OTHER
    assert found["表1 行政执法数据"] is ElementKind.OTHER


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        (["一、概况", "（一）机构", "1.人员", "（1）编制"], [1, 2, 3, 4]),
        (["一.概况", "(一)机构", "1、人员", "1）编制"], [1, 2, 3, 4]),
        (
            [
                "一是加强领导。",
                "一方面抓落实。",
                "1.5万户家庭受益。",
                "2023.1月启动。",
                "三、四季度增速加快。",
            ],
            [None] * 5,
        ),
        (["十一、概况", "（二十）机构", "12.人员", "（10）编制"], [1, 2, 3, 4]),
        (["20.2026年10件民生实事"], [3]),
    ],
)
def test_heading_levels(lines: list[str], found: list[int | None]) -> None:
    parts = anatomy(TITLE, TO, BODY, *(text(run(line)) for line in lines)).of(ElementKind.BODY)[1:]
    assert [None if part.heading is None else part.heading.level for part in parts] == found


@pytest.mark.parametrize(
    ("runs", "end"),
    [
        ((run("一、会议时间：", HEI), run("2025年4月28日上午9时，会期半天。")), 7),
        ((run("一、会议时间", HEI), run("：2025年4月28日上午9时，会期半天。")), 7),
        ((run("一、会议时间：2025年4月28日上午9时，会期半天。", HEI),), None),
        ((run("一、会议时间：2025年4月28日上午9时，会期半天。"),), None),
        ((run("（一）目标。到2025年建成：", KAI), run("基本格局。")), 6),
    ],
)
def test_a_heading_that_a_colon_ends(runs: tuple[str, ...], end: int | None) -> None:
    others = (text(run("各乡镇、街道分管负责人，县民政局班子成员。")),) * 2
    heading = anatomy(TITLE, TO, BODY, text(*runs), *others).of(ElementKind.BODY)[1].heading
    assert heading is not None
    assert (heading.end if heading.end < len("".join(runs)) and not heading.alone else None) == end


@pytest.mark.parametrize(
    ("line", "title"),
    [
        (text(run("为做好法治政府建设工作，现将有关事项通知如下。")), ""),
        (paragraph(run("关于做好法治政府建设工作的通知。")), ""),
        (
            paragraph(run("关于做好法治政府建设工作的通知。"), properties=CENTRE),
            "关于做好法治政府建设工作的通知。",
        ),
        (paragraph(run("关于做好法治政府建设工作的通知。", size=22)), "关于做好法治政府建设工作的通知。"),
        (paragraph(run("关于做好法治政府建设工作的通知")), "关于做好法治政府建设工作的通知"),
    ],
)
def test_a_sentence_set_like_the_text_is_no_title(line: str, title: str) -> None:
    assert anatomy(line, BODY, BODY).title == title


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("第一章　总　　则", ElementKind.CHAPTER),
        ("第三节 监督检查", ElementKind.CHAPTER),
        ("第十二章", ElementKind.CHAPTER),
        ("第一条　为加强管理，制定本办法。", ElementKind.BODY),
        ("第一章规定的程序，各单位应当遵守。", ElementKind.BODY),
    ],
)
def test_chapters_of_what_a_notice_issues(line: str, kind: ElementKind) -> None:
    centred = paragraph(run(line, HEI), properties=CENTRE)
    assert anatomy(TITLE, TO, BODY, BODY, centred, BODY).elements[-2].kind is kind


@pytest.mark.parametrize(
    ("line", "color"),
    [
        ('<w:tblBorders><w:bottom w:val="single" w:sz="12" w:color="FF0000"/></w:tblBorders>', "FF0000"),
        ('<w:tblBorders><w:bottom w:val="single" w:sz="12" w:color="000000"/></w:tblBorders>', "000000"),
        ("", None),
    ],
)
def test_a_red_line_under_a_table_of_the_head(line: str, color: str | None) -> None:
    table = (
        f'<w:tbl><w:tblPr><w:tblW w:w="8844" w:type="dxa"/>{line}</w:tblPr><w:tblGrid/><w:tr>'
        f"<w:tc>{paragraph(run('怀鹤政发〔2024〕3号'))}</w:tc>"
        f"<w:tc>{paragraph(run('签发人：张某某'))}</w:tc></w:tr></w:tbl>"
    )
    found = anatomy(MARK, BLANK, BLANK, table, BLANK, BLANK, TITLE, TO, BODY).red_line
    assert (None if found is None else found.color) == color


@pytest.mark.parametrize(
    ("line", "level"),
    [
        (text(run("落实播种面积", HEI)), 1),
        (text(run("早稻集中育秧", KAI)), 2),
        (text(run("落实播种面积")), None),
        (text(run("落实播种面积。", HEI)), None),
        (text(run("落实", HEI), run("播种面积")), None),
        (paragraph(run("落实播种面积", HEI), properties=CENTRE), None),
        (text(run("各乡镇要逐村逐户逐田落实播种面积，" * 2 + "不得撂荒", HEI)), None),
    ],
)
def test_a_heading_by_its_font_alone(line: str, level: int | None) -> None:
    others = (text(run("全县早稻播种面积不低于32万亩，油菜收获面积18万亩。")),) * 3
    heading = anatomy(TITLE, TO, BODY, line, *others).of(ElementKind.BODY)[1].heading
    assert (None if heading is None else heading.level) == level


@pytest.mark.parametrize(
    ("runs", "end"),
    [
        ((run("第一条", HEI), run("　为加强管理，制定本办法。")), 3),
        ((run("第十二条 ", HEI), run("本办法自公布之日起施行。")), 4),
        ((run("第一条　为加强管理，制定本办法。"),), None),
        ((run("第一条规定", HEI), run("的程序，各单位应当遵守。")), None),
    ],
)
def test_an_article_in_the_font_of_chapters(runs: tuple[str, ...], end: int | None) -> None:
    others = (text(run("全县早稻播种面积不低于32万亩，油菜收获面积18万亩。")),) * 3
    heading = anatomy(TITLE, TO, BODY, text(*runs), *others).of(ElementKind.BODY)[1].heading
    assert (None if heading is None else heading.end) == end


@pytest.mark.parametrize(
    ("numbers", "found"),
    [
        ("一、（一）（二）二、（三）（四）三、（五）", set()),
        ("一、（一）（二）二、（一）（二）", set()),
        ("一、（一）（二）二、（三）", {"heading-number-gap"}),  # too few to tell from a slip
        ("一、（一）（二）二、（三）（四）三、（一）", {"heading-number-gap"}),
        ("一、（一）（二）二、（三）（五）三、（六）", {"heading-number-gap"}),
    ],
)
def test_sections_that_count_on_over_the_chapters(
    numbers: str, found: set[str], layouts: tuple[Layout, ...]
) -> None:
    lines = [
        text(run(f"{number}落实粮食播种面积", HEI if number.endswith("、") else KAI))
        for number in re.findall("[一二三]、|（.）", numbers)
    ]
    plain = handmade.plain_with(lines)
    codes = {one.rule.code for one in inspect(plain, layouts).deviations}
    assert codes == found


def test_a_heading_by_its_outline_level_alone() -> None:
    headed = paragraph(run("工作情况"), properties=f'{handmade.TEXT}<w:outlineLvl w:val="1"/>')
    (part,) = anatomy(TITLE, TO, headed).of(ElementKind.BODY)
    assert part.heading is not None
    assert (part.heading.level, part.heading.number) == (2, None)


@pytest.mark.parametrize(
    ("indents", "codes"),
    [
        ({"left": "280", "right": "280"}, set()),
        ({"left": "0", "right": "280"}, {"page-number-place"}),
        ({}, {"page-number-place"}),
    ],
)
def test_page_numbers_in_frames(
    indents: dict[str, str], codes: set[str], layouts: tuple[Layout, ...]
) -> None:
    document = Editable(handmade.formal())
    for footer in document.footers():
        own = properties(footer[0])
        for tag in ("jc", "ind"):
            drop(own, tag)
        put(own, "framePr", xAlign="outside", hAnchor="margin")
        if indents:
            put(own, "ind", **indents)
    assert {one.rule.code for one in inspect(document.save(), layouts).deviations} == codes


def test_chapters_numbered_by_word_in_the_style_of_sections(layouts: tuple[Layout, ...]) -> None:
    document = Editable(handmade.plain())
    for start in ("2023年工作开展情况", "存在的不足", "2024年工作安排"):
        put(properties(document.find(start)), "outlineLvl", val="1")
    assert [one.text for one in inspect(document.save(), layouts).deviations] == []


@pytest.mark.parametrize(("right", "codes"), [("280", set()), ("0", {"page-number-place"})])
def test_a_page_number_in_a_text_box_is_measured(
    right: str, codes: set[str], layouts: tuple[Layout, ...]
) -> None:
    document = Editable(handmade.formal())
    for footer in document.footers():
        (line,) = footer
        own = properties(line)
        for tag in ("jc", "ind"):
            drop(own, tag)
        put(own, "ind", left=right, right=right)
        holder = etree.fromstring(page_box())
        next(holder.iter(f"{W}txbxContent")).append(line)
        footer.append(holder)
    assert {one.rule.code for one in inspect(document.save(), layouts).deviations} == codes


def page_box() -> bytes:
    """An empty text box on the outer side, as wide as its text and without a margin."""
    return (
        f'<w:p xmlns:w="{handmade.W}"><w:r><w:drawing><wp:anchor xmlns:wp="{WP}">'
        '<wp:positionH relativeFrom="margin"><wp:align>outside</wp:align></wp:positionH>'
        f'<wps:wsp xmlns:wps="{WPS}"><wps:txbx><w:txbxContent/></wps:txbx>'
        '<wps:bodyPr wrap="none" lIns="0" rIns="0"/></wps:wsp></wp:anchor></w:drawing></w:r></w:p>'
    ).encode()


def test_characters_a_line_are_counted_in_the_documents_own_width(layouts: tuple[Layout, ...]) -> None:
    document = Editable(handmade.plain())
    for section in document.sections():
        put(section, "pgMar", left="1800", right="1800")
    for paragraph_ in document.texts():
        for one in paragraph_.iter(f"{W}spacing"):
            if one.get(f"{W}val"):
                one.set(f"{W}val", "0")
    found = {one.rule.code: one.actual for one in inspect(document.save(), layouts).deviations}
    assert found["characters-per-line"].startswith("26 字")


def test_a_title_in_a_text_box_is_read(layouts: tuple[Layout, ...]) -> None:
    found = inspect(handmade.packed(handmade.parts([boxed(TITLE), BLANK, TO, BODY])), layouts)
    assert found.title == "关于做好法治政府建设工作的通知"


@pytest.mark.parametrize(
    ("top", "bottom", "footer", "line", "profile"),
    [
        ("2098", "1984", "1434", "579", "gb9704"),
        ("1960", "1847", "1297", "589", "gb33476"),
        ("2041", "1984", "1434", "576", "gb9704"),
    ],
)
def test_either_profile_is_right(
    top: str, bottom: str, footer: str, line: str, profile: str, layouts: tuple[Layout, ...]
) -> None:
    document = Editable(handmade.plain())
    for section in document.sections():
        put(section, "pgMar", top=top, bottom=bottom, footer=footer)
    for element in [*document.texts(), document.find("怀化市人民政府：")]:
        put(properties(element), "spacing", line=line)
    found = inspect(document.save(), layouts)
    assert [one.text for one in found.deviations] == []
    assert found.profile == profile


def test_words_grid_of_lines_and_characters_will_do(layouts: tuple[Layout, ...]) -> None:
    document = Editable(handmade.plain())
    for section in document.sections():
        put(section, "docGrid", type="linesAndChars", linePitch="579", charSpace="-842")
    for element in [*document.texts(), document.find("怀化市人民政府：")]:
        own = properties(element)
        drop(own, "snapToGrid")
        drop(own, "spacing")
        for one in element.iter(f"{{{handmade.W}}}rPr"):
            drop(one, "spacing")
    assert [one.text for one in inspect(document.save(), layouts).deviations] == []
