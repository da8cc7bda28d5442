"""Elements written otherwise, as people write them, and what may be found then."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.inspect.matrix.documents import NAME, OFFICE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.inspect.matrix.documents import Piece

    Form = tuple[str, Piece, set[str], set[str]]

_DATE_FORMS = (
    *("2025.4.15", "2025-4-15", "2025/4/15", "2025．4．15", "二〇二五年四月十五日", "二○二五年四月十五日"),
    *("二0二五年四月十五日", "2025年04月15日", "2025年4月15号", "2025年4月15", "25年4月15日"),
    *("2025年4月", "二〇二五年四月", "4月15日", "四月十五日", "２０２５年４月１５日", "（2025年4月15日）"),
    *("2025年4月15日。", "2025年4月中旬", "2025.4", "日期：2025年4月15日", "2025,4,15", "2025年四月十五日"),
    *("2025年4.15", "2025、4、15", "20250415", "2025年4月15日（盖章）", "公元2025年4月15日"),
)
_NUMBER_FORMS = (
    *("〔二〇二五〕{}号", "〔二〇二五年〕{}号", "〔2025年〕{}号", "〔25〕{}号", "〔2025〕{}", "[2025]{}号"),
    *(
        "（2025）{}号",
        "(2025){}号",
        "【2025】{}号",
        "［2025］{}号",
        "〈2025〉{}号",
        "《2025》{}号",
        "{{2025}}{}号",
    ),
    *("〖2025〗{}号", "2025年{}号", "2025年第{}号", "〔2025〕第{}号", "〔2025〕0{}号", "〔2025{}号"),
    *(
        "2025〕{}号",
        "〔2025）{}号",
        "2025-{}号",
        "-2025-{}",
        "〔2025〕十八号",
        "〔2025〕 {}",
        "字〔2025〕第0{}号",
    ),
    *("〔2025〕{}号。", "<2025>{}号", "﹝2025﹞{}号", "｛2025｝{}号", "「2025」{}号", "（二〇二五）{}号"),
)
_NUMBER_RIGHT = (" 〔2025〕 {} 号", "〔 2025 〕{}号", "〔2025〕{}号 ", "字〔2025〕{}号")
_RECIPIENT_ENDS = ("。", "，", "", ":", "；", "、", "﹕", "：。", ".", ",", ";", "!", "—")
_TITLE_FORMS = ("{}。", "{}，", "{}；", "{}：", "{}:", "{}！", "{}.", "《{}》。", "{}、", "{}？")
_TITLE_RIGHT = (
    "《{}》",
    "{}（试行）",
    "“{}”",
    "【{}】",
    "{}（第1号）",
    "{}\x28代拟稿\x29",
    "★{}",
    "标题：{}",
)
_ATTACHED_FORMS = (
    *(
        "附件 {}",
        "附件\x3a{}",
        "附件一：{}",
        "附件1：{}",
        "附：{}",
        "附\x3a{}",
        "附件；{}",
        "附件，{}",
        "附件{}",
    ),
    *(
        "附件、{}",
        "附件.{}",
        "附件1.{}",
        "附件一、{}",
        "附件1、{}",
        "附件1 {}",
        "附件一 {}",
        "附件：{}。",
        "附件：{}；",
    ),
    *(
        "附件（1）：{}",
        "附件：1、{}",
        "附件：一、{}",
        "附件：（1）{}",
        "附件①：{}",
        "（附件：{}）",
        "【附件】{}",
    ),
    *(
        "附表：{}",
        "附 件\x3a{}",
        "附件\t{}",
        "附件\u3000{}",
        "附件—{}",
        "附件\x3a1.{}",
        "附件 1：{}",
        "附件：①{}",
    ),
    *("附件清单：{}", "附件名称：{}", "附：1.{}", "附件﹕{}"),
)
_ATTACHED_RIGHT = (
    *("附件：《{}》", "附件：{}.docx", "附件：{}.xlsx", "附 件：{}", "附件： {}", "附件：1.{}", "附件：“{}”"),
    *("附件：{}（1份）", "附件：\t{}"),
)
_COPIES_FORMS = (
    *(
        "抄送：{}",
        "抄送\x3a{}。",
        "抄送{}。",
        "抄送 {}。",
        "抄送；{}。",
        "抄送：{}；",
        "抄送：{}，",
        "抄送：{}.",
        "抄报\x3a{}。",
    ),
    *("抄送单位\x3a{}。", "抄送，{}。", "抄送—{}。", "抄送机关\x3a{}。", "抄送﹕{}。"),
)
_COPIES_RIGHT = (
    "抄 送：{}。",
    "抄报：{}。",
    "抄送单位：{}。",
    "抄送机关：{}。",
    "主送：{}。",
    "抄送： {}。",
    "送：{}。",
    "抄致：{}。",
)
_PRINTED_FORMS = (
    *("2025年4月16日", "2025年4月16日印", "2025.4.16印发", "2025-4-16印发", "二〇二五年四月十六日印发"),
    *(
        "2025年04月16日印发",
        "2025年4月印发",
        "4月16日印发",
        "2025年4月16号印发",
        "2025/4/16印发",
        "25年4月16日印发",
    ),
    *("2025年4月16日。", "2025年4月16日印制", "2025.4.16", "2025年4月16日发", "２０２５年４月１６日印发"),
    *("印发日期：2025年4月16日", "2025年4月16日打印"),
)
_PRINTED_RIGHT = (
    "2025 年 4 月 16 日印发",
    "2025年4月16日 印发",
    "2025年4月16日印　发",
    "2025年4月16日印发。",
    "（2025年4月16日印发）",
)
_HEADING_FORMS = (
    *("一.{}", "一\uff0e{}", "一\x2c{}", "一\uff0c{}", "一\uff1a{}", "一\x3a{}", "一 、{}"),
    *("\uff08一\uff09、{}", "1\uff09{}", "1\x29{}"),
)
_HEADING_RIGHT = (
    *(
        "一。{}",
        "一\u3000{}",
        "一 {}",
        "一{}",
        "壹、{}",
        "Ⅰ、{}",
        "I、{}",
        "第一、{}",
        "一、 {}",
        "①{}",
        "A.{}",
    ),
    *("第一部分 {}", "一·{}", "一\uff1b{}", "【一】{}", "1 {}", "一.、{}", "㈠{}", "⒈{}", "一一、{}", "1{}"),
)
_SECTION_FORMS = (
    *(
        "\x28一\x29{}",
        "\uff08一\uff09、{}",
        "\uff08一 \uff09{}",
        "\uff08一\uff09.{}",
        "一\uff09{}",
        "\uff08一\uff09\uff1a{}",
    ),
    *("【一】{}", "[一]{}", "〔一〕{}", "\x28一\uff09{}", "\uff08一\uff09\uff0c{}"),
)
_SECTION_RIGHT = ("\uff08一{}", "㈠{}", "\uff08一\uff09 {}", "<一>{}", "\uff08壹\uff09{}")
_POINT_FORMS = (
    *("1、{}", "1\uff0e{}", "\uff11\uff0e{}", "1\x2c{}", "1\uff0c{}", "1\x29{}", "1\uff1a{}", "1.、{}"),
    *("\uff081\uff09、{}", "\uff11、{}", "1\uff09{}"),
)
_POINT_RIGHT = ("1。{}", "1 {}", "⒈{}", "①{}", "第1、{}", "1·{}", "1. {}")
_NOTE_FORMS = (
    *(
        "{}",
        "【{}】",
        "〔{}〕",
        "[{}]",
        "（{}",
        "{}）",
        "注：{}",
        "附注：{}",
        "{}。",
        "（{}）。",
        "《{}》",
        "“{}”",
    ),
    *("（{}）；", "〈{}〉", "{{{}}}", "备注：{}"),
)
_NOTE_WORDS = (
    *("联系人：罗某某，电话：0777-1234567", "此件公开发布", "公开方式：主动公开", "联 系 人：罗某某"),
    *("电话：0777-1234567", "此件发至县团级", "经办人：罗某某，0777-1234567", "联络员：罗某某，0777-1234567"),
    *("信息公开选项：主动公开", "是否宜公开：宜公开", "传真：0777-1234567", "此文有删减"),
)
_MARK_RIGHT = (
    OFFICE,
    "南岭县生态环境局 文件",
    "南 岭 县 生 态 环 境 局 文 件",
    "中共南岭县委 文件",
    f"★{OFFICE}文件",
)
_SIGNATURE_RIGHT = (
    *(
        "{}（章）",
        "{}（盖章）",
        "{}（印章）",
        "{}\x28公章\x29",
        "{}　",
        "{}（代章）",
        "{}办公室",
        "{}：",
        "{}。",
        "{}，",
    ),
    *(
        "落款：{}",
        "局长：罗某某",
        "罗某某",
        "{}党委",
        "{}领导小组",
        "{}专班",
        "{}工作组",
        "{}指挥部",
        "{}协会",
        "{}（签章处）",
    ),
)

_NUMBERS = {f"document-number-{name}" for name in ("brackets", "ordinal", "zero", "year", "suffix", "date")}
_HEADINGS = {
    *("heading-number-form", "heading-level", "heading-number-gap", "heading-outline"),
    *("heading-number-repeated", "element-font"),  # the number of another level, in the font of its own
}
_ATTACHED = {"attachment-note-form", "attachment-note-mark"}
_COPIED = {"copies-colon", "copies-full-stop", "copies-separators"}


_NEAR = {"signature-place", "joint-signature-place"}


def _written(
    found: dict[str, Piece], name: str, forms: tuple[str, ...], may: set[str], must: set[str]
) -> Iterator[Form]:
    if name in found:
        rest = [text for text, _ in found[name].runs[1:]]
        for form in forms:
            yield f"{name} as {form!r}", found[name].saying(form, *rest), may, must


def _filled(forms: tuple[str, ...], words: str) -> tuple[str, ...]:
    return tuple(form.format(words) for form in forms)


def _of_date(found: dict[str, Piece]) -> Iterator[Form]:
    yield from _written(
        found, "date", _DATE_FORMS, _NEAR | {"date-form", "document-number-date"}, {"date-form"}
    )
    yield from _written(found, "date", ("2025年4月31日",), _NEAR | {"date-impossible"}, {"date-impossible"})
    blank = ("2025年　月　日", "2025年4月　日", "年　月　日", "二〇二五年　月　日")
    yield from _written(found, "date", blank, _NEAR | {"date-unfilled"}, {"date-unfilled"})
    yield from _written(found, "date", ("2025 年 4 月 15 日", "2025年4 月15日"), _NEAR | {"date-form"}, set())


def _of_number(found: dict[str, Piece]) -> Iterator[Form]:
    first = found["number"].runs[0][0]
    code, count = first.partition("〔")[0], first.partition("〕")[2].removesuffix("号")
    for form in (*_NUMBER_FORMS, *_NUMBER_RIGHT):
        must = _NUMBERS if form in _NUMBER_FORMS else set()
        may = _NUMBERS | {"signatory-place", "indent-by-blanks"}
        yield from _written(found, "number", (f"{code}{form.format(count)}",), may, must)
    signed = found["number"]
    for label in ("\t签发人\x3a", "\t签发人", "\t签 发 人：", "\t签发：", "\t签发人；") * (
        len(signed.runs) > 1
    ):
        may = {"signatory-colon", "signatory-place", "signatory-missing", "element-font"}
        yield f"signatory as {label!r}", signed.saying(first, label, "罗某某"), may, set()


def _of_recipients(found: dict[str, Piece]) -> Iterator[Form]:
    names = found["recipients"].text.removesuffix("：")
    ends = tuple(f"{names}{end}" for end in _RECIPIENT_ENDS)
    yield from _written(found, "recipients", ends, {"recipients-colon"}, {"recipients-colon"})
    more = (
        f"致{names}：",
        f"主送：{names}：",
        names.replace("\uff0c", ",") + "：",
        f"{names} ：",
        f"尊敬的{names}：",
    )
    yield from _written(found, "recipients", more, {"recipients-colon"}, set())
    unusual = (
        "局属各科室、各站所：",
        "各村（社区）：",
        "漓水流域各企业：",
        "罗某某同志：",
        "全县各中小学校、幼儿园：",
    )
    yield from _written(found, "recipients", unusual, set(), set())
    for words in unusual:
        for end in ("", "。", ":", "，"):
            other = (words.removesuffix("：") + end,)
            yield from _written(found, "recipients", other, {"recipients-colon"}, {"recipients-colon"})


def _of_title(found: dict[str, Piece]) -> Iterator[Form]:
    words = found["title"].text
    broken = {"title-last-line", "title-shape", "title-line-start"}
    yield from _written(
        found, "title", _filled(_TITLE_FORMS, words), broken | {"title-end-mark"}, {"title-end-mark"}
    )
    kind = {"signatory-missing", "recipients-missing"}
    yield from _written(
        found, "title", _filled(_TITLE_RIGHT, words), broken | kind | {"title-end-mark"}, set()
    )


def _of_attachment_note(found: dict[str, Piece]) -> Iterator[Form]:
    may = _ATTACHED | {"attachment-mismatch"}
    yield from _written(found, "attachment_note", _filled(_ATTACHED_FORMS, NAME), may, _ATTACHED)
    yield from _written(found, "attachment_note", _filled(_ATTACHED_RIGHT, NAME), may, set())


def _of_imprint(found: dict[str, Piece]) -> Iterator[Form]:
    copied = "县委办公室，县人大常委会办公室"
    yield from _written(found, "copies", _filled(_COPIES_FORMS, copied), _COPIED, _COPIED)
    yield from _written(found, "copies", _filled(_COPIES_RIGHT, copied), _COPIED, set())
    for mark in (" ", ",", ";", "/", "；", "、", "\u3000", "|"):
        yield from _written(
            found, "copies", (f"抄送：县委办公室{mark}县政府办公室。",), {"copies-separators"}, set()
        )
    by = f"{OFFICE}办公室\t"
    dated = {"printed-suffix", "date-form"}
    yield from _written(found, "printed", tuple(f"{by}{form}" for form in _PRINTED_FORMS), dated, dated)
    yield from _written(found, "printed", tuple(f"{by}{form}" for form in _PRINTED_RIGHT), dated, set())


def _of_headings(found: dict[str, Piece]) -> Iterator[Form]:
    for name, forms, others in (
        ("heading", _HEADING_FORMS, _HEADING_RIGHT),
        ("section", _SECTION_FORMS, _SECTION_RIGHT),
        ("point", _POINT_FORMS, _POINT_RIGHT),
    ):
        if name in found:
            own = found[name].text.lstrip("一、（）1.")
            yield from _written(found, name, _filled(forms, own), _HEADINGS, {"heading-number-form"})
            yield from _written(found, name, _filled(others, own), _HEADINGS, set())


def _of_ends(found: dict[str, Piece]) -> Iterator[Form]:
    if "note" in found:
        for at, own in enumerate(_NOTE_WORDS):
            for form in _NOTE_FORMS[: 4 if at else None]:
                yield from _written(found, "note", (form.format(own),), {"note-brackets"}, {"note-brackets"})
            yield from _written(
                found, "note", (f"（{own}）", f"({own})", f"（{own}\x29"), {"note-brackets"}, set()
            )
    if found["mark"].text.endswith("文件"):  # with 文件 a letter would be none
        yield from _written(found, "mark", _MARK_RIGHT, {"mark-top"}, set())
    yield from _written(
        found, "signature", _filled(_SIGNATURE_RIGHT, OFFICE), _NEAR | {"signature-blank-lines"}, set()
    )


def forms(pieces: list[Piece]) -> Iterator[Form]:
    """Each element written otherwise: the piece, what may be found and what of it must be."""
    found = {piece.name: piece for piece in pieces}
    for family in (
        _of_date,
        _of_number,
        _of_recipients,
        _of_title,
        _of_attachment_note,
        _of_imprint,
        _of_headings,
        _of_ends,
    ):
        yield from family(found)
