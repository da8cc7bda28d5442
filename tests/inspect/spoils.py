"""More than a hundred ways to spoil a right document, one thing at a time, and what each must be found as."""

from __future__ import annotations

import copy
from dataclasses import dataclass
from typing import TYPE_CHECKING

from lxml import etree

from tests.inspect.editing import (
    Editable,
    W,
    drop,
    font,
    properties,
    put,
    remove,
    renumber,
    replace,
    retext,
    runs,
    split,
    style,
    words,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from lxml.etree import _Element

OPENING = "2023年，"
PROSE = "下一步，"
DUTY = "压实责任。"
TITLE = "关于鹤城区"
RECIPIENTS = "怀化市人民政府："
NUMBER = "怀鹤政"
MARK = "怀化市鹤城区人民政府文件"
NOTE = "附件：1."
SIGNATURE = "怀化市鹤城区人民政府"
DATE = "2024年1月15日"
COPIES = "抄送"


@dataclass(frozen=True)
class Spoil:
    """One fault: its name, how it is made, and the codes it may be found by, one of them and no other."""

    name: str
    make: Callable[[Editable], None]
    codes: tuple[str, ...]


SPOILS: list[Spoil] = []


def spoil(*codes: str) -> Callable[[Callable[[Editable], None]], Callable[[Editable], None]]:
    """Registers a fault under its function's name."""

    def register(make: Callable[[Editable], None]) -> Callable[[Editable], None]:
        SPOILS.append(Spoil(make.__name__.replace("_", "-"), make, codes))
        return make

    return register


def table(codes: tuple[str, ...], faults: dict[str, Callable[[Editable], None]]) -> None:
    """Registers several faults that are found alike."""
    SPOILS.extend(Spoil(name, make, codes) for name, make in faults.items())


# --- page


def geometry(tag: str, **values: str) -> Callable[[Editable], None]:
    def make(document: Editable) -> None:
        for section in document.sections():
            put(section, tag, **values)

    return make


table(
    ("paper-size",),
    {
        "letter-paper": geometry("pgSz", w="12240"),
        "sixteen-mo-paper": geometry("pgSz", h="15400"),
    },
)
table(
    ("page-margin",),
    {
        "word-default-top": geometry("pgMar", top="1440"),
        "wide-left": geometry("pgMar", left="1800"),
        "wide-right": geometry("pgMar", right="1800"),
        "low-bottom": geometry("pgMar", bottom="1440", footer="890"),
        "gutter": geometry("pgMar", gutter="567"),
    },
)


# --- lines and characters


def lines(value: str, rule: str = "exact") -> Callable[[Editable], None]:
    def make(document: Editable) -> None:
        for paragraph in [*document.texts(), document.find(RECIPIENTS)]:
            put(properties(paragraph), "spacing", line=value, lineRule=rule)

    return make


table(
    ("line-spacing",),
    {
        "twenty-eight-points": lines("560"),
        "twenty-nine-points": lines("580"),
        "thirty-points": lines("600"),
        "one-and-a-half-lines": lines("360", "auto"),
    },
)
table(("mixed-profile",), {"lines-of-the-other-profile": lines("589")})


@spoil("line-spacing")
def one_paragraph_closer(document: Editable) -> None:
    put(properties(document.find(PROSE)), "spacing", line="480", lineRule="exact")


@spoil("characters-per-line")
def no_character_spacing(document: Editable) -> None:
    for paragraph in document.texts():
        style(paragraph, "spacing", val="0")


@spoil("paragraph-spacing")
def space_after_paragraphs(document: Editable) -> None:
    for paragraph in document.texts():
        put(properties(paragraph), "spacing", after="200")


# --- fonts, sizes, colours


def whole(start: str, name: str) -> Callable[[Editable], None]:
    return lambda document: font(document.find(start), name)


def looks(start: str, tag: str, **values: str) -> Callable[[Editable], None]:
    return lambda document: style(document.find(start), tag, **values)


table(
    ("element-font",),
    {
        "body-in-song": whole(PROSE, "宋体"),
        "body-in-yahei": whole(PROSE, "微软雅黑"),
        "title-in-hei": whole(TITLE, "黑体"),
        "recipients-in-kai": whole(RECIPIENTS, "楷体"),
        "date-in-song": whole(DATE, "宋体"),
        "urgency-in-fangsong": whole("特急", "仿宋"),
        "mark-in-song": whole(MARK, "宋体"),
        "attachment-label-in-fangsong": whole("附件1", "仿宋"),
        "copies-in-kai": whole(COPIES, "楷体_GB2312"),
    },
)
table(
    # With automatic numbers the number keeps its own font, and the paragraph is a mixture.
    ("element-font", "mixed-fonts"),
    {
        "chapter-in-fangsong": whole("存在的不足", "仿宋_GB2312"),
        "chapter-in-song": whole("存在的不足", "宋体"),
        "section-in-hei": whole("优化营商环境", "黑体"),
        "item-in-hei": whole(DUTY, "黑体"),
    },
)


@spoil("mixed-fonts")
def pasted_words(document: Editable) -> None:
    put(properties(split(document.find(PROSE), "重点")), "rFonts", eastAsia="宋体")


@spoil("element-font")
def theme_font_beats_the_name(document: Editable) -> None:
    fonts = f"{W}eastAsiaTheme"
    for run in runs(document.find(PROSE)):
        put(properties(run), "rFonts").set(fonts, "minorEastAsia")
    document.files["word/theme/theme1.xml"] = THEME.encode()
    relate(document, "theme", "theme/theme1.xml")


THEME = (
    '<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="t"><a:themeElements>'
    '<a:fontScheme name="f"><a:majorFont><a:latin typeface="Arial"/></a:majorFont>'
    '<a:minorFont><a:latin typeface="Arial"/><a:ea typeface=""/><a:cs typeface=""/>'
    '<a:font script="Hans" typeface="等线"/></a:minorFont></a:fontScheme></a:themeElements></a:theme>'
)


def relate(document: Editable, kind: str, target: str) -> None:
    """Gives the main part a relationship, in the place of one of the same kind."""
    root = document.part("word/_rels/document.xml.rels")
    for one in list(root):
        if one.get("Type", "").endswith(f"/{kind}"):
            root.remove(one)
    base = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    tag = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
    etree.SubElement(root, tag, Id=f"added-{kind}", Type=f"{base}/{kind}", Target=target)


table(
    ("element-size",),
    {
        "body-in-size-four": looks(PROSE, "sz", val="28"),
        "title-in-size-three": looks("附件1", "sz", val="44"),
        "signature-in-size-four": looks(DATE, "sz", val="30"),
        "copies-in-size-five": looks(COPIES, "sz", val="21"),
    },
)


@spoil("element-size")
def title_too_large(document: Editable) -> None:
    style(document.find(TITLE), "sz", val="52")
    retext(document.find(TITLE), "关于鹤城区\n法治政府建设情况的报告")


@spoil("mixed-sizes")
def larger_words(document: Editable) -> None:
    put(properties(split(document.find(PROSE), "重点")), "sz", val="36")


table(
    ("text-color",),
    {
        "blue-body": looks(PROSE, "color", val="0000FF"),
        "red-title": looks(TITLE, "color", val="FF0000"),
        "grey-heading": looks("存在的不足", "color", val="333333"),
        "black-mark": looks(MARK, "color", val="000000"),
    },
)
table(("text-weight",), {"bold-body": looks(PROSE, "b"), "bold-title": looks(TITLE, "b", val="1")})
table(
    ("text-decoration",),
    {
        "underlined": looks(PROSE, "u", val="single"),
        "italic": looks(PROSE, "i"),
        "highlighted": looks(PROSE, "highlight", val="yellow"),
        "struck-through": looks(PROSE, "strike"),
    },
)


# --- indents and alignment


def indented(start: str, **values: str) -> Callable[[Editable], None]:
    every = {
        "left": "0", "leftChars": "0", "right": "0", "rightChars": "0",
        "firstLine": "0", "firstLineChars": "0",
    }  # fmt: skip

    def make(document: Editable) -> None:
        own = properties(document.find(start))
        drop(own, "ind")
        put(own, "ind", **every | values)

    return make


def aligned(start: str, side: str) -> Callable[[Editable], None]:
    def make(document: Editable) -> None:
        put(properties(document.find(start)), "jc", val=side)

    return make


table(
    ("first-line-indent",),
    {
        "no-indent": indented(PROSE),
        "one-character": indented(PROSE, firstLine="320"),
        "heading-flush": indented("存在的不足"),
        "three-characters": indented(DUTY, firstLineChars="300"),
        "note-flush-left": indented("（联系人"),
    },
)
table(
    ("left-indent",),
    {
        "whole-paragraph-in": indented(PROSE, left="640"),
        "right-edge-in": indented(PROSE, firstLine="640", right="640"),
    },
)
table(
    ("text-alignment",),
    {
        "centred-body": aligned(PROSE, "center"),
        "title-left": aligned(TITLE, "left"),
        "mark-left": aligned(MARK, "left"),
        "label-centred": aligned("附件1", "center"),
        "recipients-indented": indented(RECIPIENTS, firstLine="640"),
        "copy-number-right": aligned("000001", "right"),
        "attachment-title-left": aligned("附件2/", "left"),
    },
)


@spoil("indent-by-blanks")
def blanks_in_front(document: Editable) -> None:
    indented(PROSE)(document)
    paragraph = document.find(PROSE)
    replace(paragraph, PROSE, f"\u3000\u3000{PROSE}")


@spoil("indent-by-blanks")
def title_pushed_by_blanks(document: Editable) -> None:
    put(properties(document.find(TITLE)), "jc", val="left")
    retext(document.find(TITLE), "        关于鹤城区法治政府建设的报告")


# --- 版头


def number(text: str) -> Callable[[Editable], None]:
    return lambda document: replace(document.find(NUMBER), "怀鹤政〔2024〕3号", text)


table(
    ("document-number-brackets",),
    {"square-brackets": number("怀鹤政[2024]3号"), "round-brackets": number("怀鹤政（2024）3号")},
)
table(("document-number-ordinal",), {"ordinal": number("怀鹤政〔2024〕第3号")})
table(("document-number-zero",), {"leading-zero": number("怀鹤政〔2024〕03号")})
table(
    ("document-number-year",),
    {"short-year": number("怀鹤政〔24〕3号"), "year-word": number("怀鹤政〔2024年〕3号")},
)
table(("document-number-suffix",), {"no-suffix": number("怀鹤政〔2024〕3")})
table(("document-number-date",), {"last-years-number": number("怀鹤政〔2023〕3号")})


@spoil("copy-number")
def short_copy_number(document: Editable) -> None:
    retext(document.find("000001"), "0001")


@spoil("secrecy-mark")
def secret(document: Editable) -> None:
    urgency = document.find("特急")
    retext(urgency, "机密★1年")


@spoil("signatory-missing")
def no_signatory(document: Editable) -> None:
    paragraph = document.find(NUMBER)
    retext(paragraph, "怀鹤政〔2024〕3号")
    indented(NUMBER)(document)
    put(properties(paragraph), "jc", val="center")


@spoil("signatory-colon")
def narrow_signatory_colon(document: Editable) -> None:
    replace(document.find(NUMBER), "签发人：", "签发人:")


@spoil("signatory-place")
def signatory_at_a_left_stop(document: Editable) -> None:
    own = properties(document.find(NUMBER))
    drop(own, "tabs")
    put(put(own, "tabs"), "tab", val="left", pos="6000")


@spoil("element-font", "mixed-fonts")
def signatory_name_in_fangsong(document: Editable) -> None:
    put(
        properties(runs(document.find(NUMBER))[-1]),
        "rFonts",
        ascii="仿宋",
        hAnsi="仿宋",
        eastAsia="仿宋",
        cs="仿宋",
    )


table(("document-number-place",), {"number-flush": indented(NUMBER)})


def close_up(paragraph: _Element) -> None:
    """Takes the blank space above a paragraph away, as empty paragraphs or as a distance."""
    while (above := paragraph.getprevious()) is not None and above.tag == f"{W}p":
        if words(above) or above.find(f"{W}pPr/{W}pStyle") is not None:
            put(properties(above), "spacing", after="0", afterLines="0")
            break
        remove(above)
    put(properties(paragraph), "spacing", before="0", beforeLines="0")


def closed_up(start: str) -> Callable[[Editable], None]:
    return lambda document: close_up(document.find(start))


table(("letterhead-blank-lines",), {"number-close-to-mark": closed_up(NUMBER)})
table(("title-blank-lines",), {"title-close-to-line": closed_up(TITLE)})
table(("recipients-blank-lines",), {"recipients-close-to-title": closed_up(RECIPIENTS)})
table(("attachment-note-place",), {"note-close-to-text": closed_up(NOTE), "note-flush": indented(NOTE)})
table(("attachment-title-place",), {"attachment-title-close": closed_up("附件2/")})


def red_line(document: Editable) -> _Element:
    """The border that is the red line: of a paragraph, or of the style of the empty one under 发文字号."""
    number_line = document.find(NUMBER)
    own = number_line.find(f"{W}pPr/{W}pBdr")
    if own is not None:
        return own
    below = number_line.getnext()
    assert below is not None
    name = below.find(f"{W}pPr/{W}pStyle")
    assert name is not None
    styles = document.part("word/styles.xml")
    path = f"{W}style[@{W}styleId='{name.get(f'{W}val')}']/{W}pPr/{W}pBdr"
    found = styles.find(path)
    assert found is not None
    return found


@spoil("red-line-missing")
def no_red_line(document: Editable) -> None:
    remove(red_line(document))


@spoil("red-line")
def black_line(document: Editable) -> None:
    for border in red_line(document):
        border.set(f"{W}color", "000000")


@spoil("red-line-gap")
def line_far_below(document: Editable) -> None:
    for border in red_line(document):
        border.set(f"{W}space", "31")


@spoil("mark-top")
def mark_too_high(document: Editable) -> None:
    put(properties(document.find(MARK)), "spacing", before="0")


@spoil("signatory-rows")
def three_names_in_a_row(document: Editable) -> None:
    replace(document.find(NUMBER), "张某某", "张某某 李某 王某某")


# --- title and recipients


@spoil("title-missing")
def no_title(document: Editable) -> None:
    close_up(document.find(RECIPIENTS))
    remove(document.find(TITLE))


def titled(text: str) -> Callable[[Editable], None]:
    return lambda document: retext(document.find(TITLE), text)


table(("title-last-line",), {"one-character-alone": titled("关于鹤城区2023年度法治政府建设情况的报\n告")})
table(("title-line-start",), {"line-opens-with-de": titled("关于鹤城区2023年度法治政府建设情况\n的专题报告")})
table(("title-shape",), {"hourglass": titled("关于鹤城区2023年度法治\n政府建设\n有关工作进展情况的报告")})
table(("title-end-mark",), {"title-with-full-stop": titled("关于鹤城区法治政府建设情况的报告。")})


@spoil("recipients-colon")
def narrow_colon(document: Editable) -> None:
    replace(document.find(RECIPIENTS), "：", ":")


@spoil("recipients-colon")
def no_colon(document: Editable) -> None:
    replace(document.find(RECIPIENTS), "：", "")


@spoil("recipients-missing")
def no_recipients(document: Editable) -> None:
    paragraph = document.find(RECIPIENTS)
    close_up(paragraph)
    remove(paragraph)


# --- headings


def numbers(start: str, text: str) -> Callable[[Editable], None]:
    return lambda document: renumber(document.find(start), text)


table(
    ("heading-number-gap",),
    {
        "chapter-skipped": numbers("2024年工作安排", "四、"),
        "section-skipped": numbers("普法实效", "（三）"),
        "item-skipped": numbers("完善机制", "4."),
        "point-skipped": numbers("每季度通报", "（3）"),
    },
)
table(
    ("heading-number-repeated",),
    {
        "chapter-repeated": numbers("2024年工作安排", "二、"),
        "section-repeated": numbers("普法实效", "（一）"),
        "item-repeated": numbers("完善机制", "1."),
    },
)
table(
    ("heading-number-form",),
    {
        "chapter-with-full-point": numbers("2024年工作安排", "三."),
        "section-with-comma": numbers("优化营商环境", "（二）、"),
        "section-in-narrow-brackets": numbers("优化营商环境", "(二)"),
        "item-with-comma": numbers("完善机制", "2、"),
        "point-without-opening-bracket": numbers("每季度通报", "2）"),
    },
)


@spoil("heading-level")
def level_skipped(document: Editable) -> None:
    paragraph = document.find("提升服务效能")
    renumber(paragraph, "（1）")


@spoil("heading-outline")
def wrong_outline(document: Editable) -> None:
    put(properties(document.find("优化营商环境")), "outlineLvl", val="3")


@spoil("heading-full-stop")
def heading_with_full_stop(document: Editable) -> None:
    replace(document.find("优化营商环境"), "环境", "环境。")


# --- marks


@spoil("latin-quotes")
def quotes_in_latin(document: Editable) -> None:
    paragraph = document.find(DUTY)
    for run in runs(paragraph):
        fonts = put(properties(run), "rFonts", hAnsi="Times New Roman")
        fonts.set(f"{W}hint", "default")


@spoil("mixed-latin")
def digits_in_latin(document: Editable) -> None:
    paragraph = document.find("提升服务效能")
    put(properties(split(paragraph, "办理事项472")), "rFonts", ascii="Times New Roman")


# --- 附件


@spoil("attachment-note-form")
def narrow_note_colon(document: Editable) -> None:
    replace(document.find(NOTE), "附件：", "附件:")


@spoil("attachment-note-form")
def note_with_comma(document: Editable) -> None:
    replace(document.find(NOTE), "1.", "1、")


@spoil("attachment-note-mark")
def note_with_semicolon(document: Editable) -> None:
    paragraph = document.find(NOTE)
    replace(paragraph, "统计表", "统计表；")


@spoil("attachment-mismatch")
def other_words_in_title(document: Editable) -> None:
    replace(document.find("附件2/"), "情况", "情况表")


@spoil("attachment-label")
def chinese_label(document: Editable) -> None:
    replace(document.find("附件2"), "附件2", "附件二")


@spoil("attachment-label")
def label_with_colon(document: Editable) -> None:
    replace(document.find("附件2"), "附件2", "附件2：")


@spoil("attachment-new-page")
def label_on_the_same_page(document: Editable) -> None:
    put(properties(document.find("附件2")), "pageBreakBefore", val="0")


def _from(document: Editable, start: str) -> list[_Element]:
    """The blocks from a paragraph down to 版记."""
    first = document.find(start)
    found = [first]
    for block in first.itersiblings():
        imprint = block.tag == f"{W}sectPr" or COPIES in words(block) or _opens_imprint(block)
        if imprint:
            break
        found.append(block)
    return found


def _opens_imprint(block: _Element) -> bool:
    following = block.getnext()
    return not words(block) and following is not None and words(following).startswith(COPIES)


@spoil("attachment-not-included")
def no_attachments(document: Editable) -> None:
    for block in _from(document, "附件1"):
        remove(block)


@spoil("attachment-mismatch")
def one_attachment_less(document: Editable) -> None:
    for block in _from(document, "附件2"):
        remove(block)


@spoil("attachment-after-imprint")
def attachments_behind_the_imprint(document: Editable) -> None:
    first = document.find("附件1")
    attachments = _from(document, "附件1")
    imprint = [block for block in attachments[-1].itersiblings() if block.tag != f"{W}sectPr"]
    for block in imprint:
        first.addprevious(block)


@spoil("attachment-note-missing")
def no_note(document: Editable) -> None:
    note = document.find(NOTE)
    close_up(note)
    second = note.getnext()
    assert second is not None
    if words(second).strip().startswith("2."):
        remove(second)
    remove(note)


# --- 署名, dates


def dated(text: str) -> Callable[[Editable], None]:
    return lambda document: retext(document.find(DATE), text)


table(
    ("date-form",),
    {
        "zero-month": dated("2024年01月15日"),
        "hao-for-day": dated("2024年1月15号"),
        "dots": dated("2024.01.15"),
        "short-year-date": dated("24年11月15日"),
    },
)
table(
    ("date-impossible",), {"thirtieth-february": dated("2024年2月30日"), "month-13": dated("2024年13月1日")}
)


@spoil("date-form")
def chinese_date(document: Editable) -> None:
    retext(document.find(DATE), "二〇二四年一月十五日")


def signature(document: Editable) -> _Element:
    found = document.find(DATE).getprevious()
    assert found is not None
    return found


table(
    ("date-unfilled",),
    {
        "no-day-yet": dated("2024年\u3000月\u3000日"),
        "nothing-filled-in": dated("年\u3000\u3000月\u3000\u3000日"),
    },
)


@spoil("date-missing")
def no_date(document: Editable) -> None:
    remove(document.find(DATE))


@spoil("signature-missing")
def no_signature(document: Editable) -> None:
    remove(signature(document))


@spoil("signature-place")
def date_at_the_left(document: Editable) -> None:
    indented(DATE)(document)
    put(properties(document.find(DATE)), "jc", val="left")


@spoil("signature-place")
def both_at_the_edge(document: Editable) -> None:
    for paragraph in (signature(document), document.find(DATE)):
        own = properties(paragraph)
        drop(own, "ind")
        put(own, "ind", left="0", leftChars="0", right="0", rightChars="0", firstLine="0", firstLineChars="0")
        put(own, "jc", val="right")


@spoil("signature-blank-lines")
def signature_close_to_text(document: Editable) -> None:
    close_up(signature(document))


@spoil("no-text-on-page")
def page_without_text(document: Editable) -> None:
    replace(document.find("（联系人"), "（联系人", "（此页无正文，联系人")


@spoil("body-on-first-page")
def text_on_page_two(document: Editable) -> None:
    put(properties(document.find(OPENING)), "pageBreakBefore", val="1")


# --- 版记


@spoil("copies-colon")
def narrow_copies_colon(document: Editable) -> None:
    replace(document.find(COPIES), "抄送：", "抄送:")


@spoil("copies-full-stop")
def copies_without_full_stop(document: Editable) -> None:
    replace(document.find(COPIES), "市司法局。", "市司法局")


@spoil("printed-suffix")
def date_without_printed(document: Editable) -> None:
    replace(document.find("怀化市鹤城区人民政府办公室"), "印发", "")


@spoil("date-form")
def printed_with_zero(document: Editable) -> None:
    replace(document.find("怀化市鹤城区人民政府办公室"), "1月", "01月")


# --- page numbers


@spoil("page-number-missing")
def no_page_number(document: Editable) -> None:
    for footer in document.footers():
        for run in [*footer.iter(f"{W}r"), *footer.iter(f"{W}fldSimple")]:
            remove(run)


@spoil("page-number-missing")
def no_number_on_even_pages(document: Editable) -> None:
    for section in document.sections():
        for one in section.findall(f"{W}footerReference"):
            if one.get(f"{W}type") == "even":
                section.remove(one)


@spoil("page-number-missing")
def no_number_on_page_one(document: Editable) -> None:
    put(document.sections()[0], "titlePg")


@spoil("page-number-dashes")
def hyphens(document: Editable) -> None:
    for footer in document.footers():
        for piece in footer.iter(f"{W}t"):
            piece.text = (piece.text or "").replace("—", "-")


@spoil("page-number-place")
def centred_number(document: Editable) -> None:
    for footer in document.footers():
        for paragraph in footer.iter(f"{W}p"):
            put(properties(paragraph), "jc", val="center")


@spoil("page-number-place")
def the_same_side(document: Editable) -> None:
    drop(document.part("word/settings.xml"), "evenAndOddHeaders")


@spoil("page-number-place")
def number_at_the_edge(document: Editable) -> None:
    for footer in document.footers():
        for paragraph in footer.iter(f"{W}p"):
            put(
                properties(paragraph),
                "ind",
                left="0",
                leftChars="0",
                right="0",
                rightChars="0",
                firstLine="0",
                firstLineChars="0",
            )


@spoil("imprint-lines")
def no_line_above_the_imprint(document: Editable) -> None:
    copies = document.find(COPIES)
    cell = copies.getparent()
    assert cell is not None
    if cell.tag == f"{W}tc":
        for table in copies.iterancestors(f"{W}tbl"):
            for top in list(table.iter(f"{W}top")):
                remove(top)
    else:
        above = copies.getprevious()
        assert above is not None
        remove(above)


@spoil("imprint-line-width")
def thick_line_within_the_imprint(document: Editable) -> None:
    copies = document.find(COPIES)
    for table in copies.iterancestors(f"{W}tbl"):
        for inner in table.iter(f"{W}insideH"):
            inner.set(f"{W}sz", "18")
        return
    between = copies.getnext()
    assert between is not None
    put(properties(between), "spacing", line="45", lineRule="exact")


@spoil("page-number-restart")
def numbers_that_start_again(document: Editable) -> None:
    section = copy.deepcopy(document.sections()[-1])
    last = document.find("（联系人")
    properties(last).append(section)
    put(document.sections()[-1], "pgNumType", start="1")


@spoil("page-number-format")
def roman_numbers(document: Editable) -> None:
    for section in document.sections():
        put(section, "pgNumType", fmt="lowerRoman")


@spoil("element-font")
def number_in_times(document: Editable) -> None:
    for footer in document.footers():
        for run in footer.iter(f"{W}r"):
            put(properties(run), "rFonts", ascii="Times New Roman", hAnsi="Times New Roman")


@spoil("element-size")
def small_number(document: Editable) -> None:
    for footer in document.footers():
        for run in footer.iter(f"{W}r"):
            put(properties(run), "sz", val="21")


@spoil("page-number-distance")
def number_far_below(document: Editable) -> None:
    for section in document.sections():
        put(section, "pgMar", footer="400")


# --- leftovers


@spoil("tracked-changes")
def inserted_words(document: Editable) -> None:
    run = runs(document.find(PROSE))[0]
    parent = run.getparent()
    assert parent is not None
    change = etree.Element(f"{W}ins", {f"{W}author": "王某", f"{W}id": "1"})
    parent.replace(run, change)
    change.append(run)


@spoil("tracked-changes")
def deleted_words(document: Editable) -> None:
    change = etree.SubElement(document.find(PROSE), f"{W}del", {f"{W}author": "王某", f"{W}id": "1"})
    etree.SubElement(etree.SubElement(change, f"{W}r"), f"{W}delText").text = "删去的话"


@spoil("tracked-changes")
def changed_format(document: Editable) -> None:
    run = runs(document.find(PROSE))[0]
    etree.SubElement(properties(run), f"{W}rPrChange", {f"{W}author": "王某", f"{W}id": "1"})


@spoil("tracked-changes")
def tracking_still_on(document: Editable) -> None:
    put(document.part("word/settings.xml"), "trackRevisions")


@spoil("comments-left")
def a_comment(document: Editable) -> None:
    namespace = W.strip("{}")
    document.files["word/comments.xml"] = (
        f'<w:comments xmlns:w="{namespace}"><w:comment w:id="0" w:author="王某">'
        "<w:p><w:r><w:t>请核实</w:t></w:r></w:p></w:comment></w:comments>"
    ).encode()
    relate(document, "comments", "comments.xml")


@spoil("personal-properties")
def an_author(document: Editable) -> None:
    document.files["docProps/core.xml"] = (
        "<cp:coreProperties "
        'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator>王某某</dc:creator></cp:coreProperties>'
    ).encode()
    root = document.part("_rels/.rels")
    for one in list(root):
        if one.get("Type", "").endswith("core-properties"):
            root.remove(one)
    kind = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
    tag = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
    etree.SubElement(root, tag, Id="properties", Type=kind, Target="docProps/core.xml")


# --- what foreign documents taught


@spoil("red-line-place")
def line_under_the_mark(document: Editable) -> None:
    border = red_line(document)
    copied = copy.deepcopy(border)
    remove(border)
    _give_border(document.find(MARK), copied)


def _give_border(paragraph: _Element, border: _Element) -> None:
    """Gives a paragraph a border of its own, in the schema's order."""
    own = properties(paragraph)
    drop(own, "pBdr")
    for line in border:
        line.tag = f"{W}bottom"
    place = 1 if own.find(f"{W}pStyle") is not None else 0
    own.insert(place, border)


@spoil("head-not-judged")
def head_of_a_letter(document: Editable) -> None:
    replace(document.find(MARK), "文件", "")
    border = red_line(document)
    copied = copy.deepcopy(border)
    remove(border)
    for line in copied:
        line.set(f"{W}val", "thickThinSmallGap")
    _give_border(document.find(SIGNATURE), copied)


@spoil("not-recognised")
def issuer_above_the_title(document: Editable) -> None:
    above = copy.deepcopy(document.find(RECIPIENTS))
    put(properties(above), "spacing", before="0", beforeLines="0")
    retext(above, SIGNATURE)
    document.find(TITLE).addprevious(above)


def held(element: str, **values: str) -> Callable[[Editable], None]:
    """Changes what holds 版记 on the foot of 版心, a frame or a floating table; with no values it goes."""

    def make(document: Editable) -> None:
        for tag in ("framePr", "tblpPr"):
            for holder in list(document.body.iter(f"{W}{tag}")):
                if not values:
                    remove(holder)
                elif tag == element:
                    for name, value in values.items():
                        holder.set(f"{W}{name}", value)
                else:
                    holder.set(f"{W}tblpYSpec", "top")

    return make


table(
    ("imprint-foot",),
    {"imprint-in-the-text": held("framePr"), "imprint-at-the-top": held("framePr", yAlign="top")},
)


@spoil("heading-level")
def levels_out_of_order(document: Editable) -> None:
    renumber(document.find("队伍建设"), "1.")
    font(document.find("队伍建设"), "仿宋_GB2312")
    renumber(document.find("普法实效"), "（一）")


LONG_NAME = "2023年度行政执法数据统计表和行政处罚、行政许可案件办理情况汇总表"


@spoil("attachment-note-hanging")
def note_without_hanging(document: Editable) -> None:
    replace(document.find(NOTE), "2023年度行政执法数据统计表", LONG_NAME)
    retext(document.find("附件1/"), LONG_NAME)
    indented(NOTE, left="640")(document)


@spoil("note-brackets")
def note_without_brackets(document: Editable) -> None:
    retext(document.find("（联系人"), "联系人：李某，电话：0745-0000000")


@spoil("attachment-reference")
def third_of_two_attachments(document: Editable) -> None:
    replace(document.find(PROSE), "队伍培训", "队伍培训（见附件3）")


@spoil("attachment-empty")
def attachment_of_a_title(document: Editable) -> None:
    remove(document.find("全年收到"))


@spoil("signature-new-page")
def signature_on_a_page_of_its_own(document: Editable) -> None:
    put(properties(signature(document)), "pageBreakBefore", val="1")


@spoil("joint-signature-place")
def two_issuers_at_the_edge(document: Editable) -> None:
    first = signature(document)
    second = copy.deepcopy(first)
    put(properties(second), "spacing", before="0", beforeLines="0")
    retext(second, "怀化市鹤城区司法局")
    first.addnext(second)
    for paragraph in (first, second, document.find(DATE)):
        own = properties(paragraph)
        drop(own, "ind")
        put(own, "ind", left="0", leftChars="0", right="0", rightChars="0", firstLine="0", firstLineChars="0")
        put(own, "jc", val="left")


@spoil("copies-repeat-recipients")
def recipient_among_the_copies(document: Editable) -> None:
    replace(document.find(COPIES), "市司法局", "怀化市人民政府")


@spoil("copies-separators")
def copies_set_apart_by_a_blank(document: Editable) -> None:
    replace(document.find(COPIES), "，", " ")


@spoil("picture-cut-off")
def picture_in_a_fixed_line(document: Editable) -> None:
    drawing = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
    run = etree.SubElement(document.find(PROSE), f"{W}r")
    inline = etree.SubElement(etree.SubElement(run, f"{W}drawing"), f"{{{drawing}}}inline")
    etree.SubElement(inline, f"{{{drawing}}}extent", cx="2000000", cy="2000000")


@spoil("table-row-cut-off")
def row_too_low(document: Editable) -> None:
    cell = document.find("处罚").getparent()
    assert cell is not None
    row = cell.getparent()
    assert row is not None
    put(properties(row), "trHeight", val="120", hRule="exact")


@spoil("beyond-text-area")
def table_wider_than_the_text(document: Editable) -> None:
    table = next(document.find("处罚").iterancestors(f"{W}tbl"))
    put(properties(table), "tblW", type="dxa", w="10600")


@spoil("beyond-text-area")
def picture_wider_than_the_text(document: Editable) -> None:
    drawing = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
    empty = copy.deepcopy(document.find(PROSE))
    for run in runs(empty):
        remove(run)
    put(properties(empty), "spacing", line="240", lineRule="auto")
    run = etree.SubElement(empty, f"{W}r")
    inline = etree.SubElement(etree.SubElement(run, f"{W}drawing"), f"{{{drawing}}}inline")
    etree.SubElement(inline, f"{{{drawing}}}extent", cx="6000000", cy="200000")
    document.find(PROSE).addnext(empty)


def blanks(count: int) -> Callable[[Editable], None]:
    def make(document: Editable) -> None:
        empty = copy.deepcopy(document.find(PROSE))
        for run in runs(empty):
            remove(run)
        for _ in range(count):
            document.find(PROSE).addprevious(copy.deepcopy(empty))

    return make


table(("blank-paragraphs",), {"blank-between-paragraphs": blanks(1), "ten-blanks": blanks(10)})


def worded(text: str) -> Callable[[Editable], None]:
    return lambda document: replace(document.find(PROSE), "重点", text)


table(
    ("template-remains",),
    {"braces-left-in": worded("{{ focus }}"), "insert-here": worded("〔插入重点工作〕")},
)
table(("character-without-font",), {"emoji": worded("✅重点"), "list-mark": worded("•重点")})
table(
    ("quoted-number-brackets",),
    {
        "quoted-in-square-brackets": worded("按照《方案》（怀鹤政发[2023]5号）"),
        "quoted-in-round-brackets": worded("按照怀鹤政发（2023）5号文件"),
        "quoted-in-black-brackets": worded("按照怀鹤政发【2023】5号文件"),
    },
)
