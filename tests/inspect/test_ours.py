"""Our own documents, in every form and shape, deviate in nothing from the layout they were written by."""

from __future__ import annotations

import datetime as dt
import io
from typing import TYPE_CHECKING, Any

import pytest
from lxml.etree import SubElement
from PIL import Image

from reportctl.document import Block, BlockType, Document, Imprint, Picture, Role, Run, Table
from reportctl.inspect import inspect
from reportctl.layout import Layout, load
from reportctl.render.docx import render
from reportctl.text.numbers import section_number
from tests.inspect import ours
from tests.inspect.editing import Editable, W, drop, properties, put
from tests.render.docx import documents

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

NOTICE = "关于印发鹤城区2023年度法治政府建设工作要点的通知"
LONG = "怀化市鹤城区人民政府关于鹤城区2023年度法治政府建设工作情况和2024年法治政府建设工作安排的报告"
TWO = (ours.ISSUER, "怀化市鹤城区司法局")
D = ours.DOCUMENT


def rewritten(document: Document, kind: BlockType, *texts: str) -> Document:
    """The document with these texts in the blocks of a kind."""
    blocks: list[Block] = []
    for block in document.blocks:
        if block.type is not kind:
            blocks.append(block)
        elif kind not in {one.type for one in blocks}:
            blocks += [block._replace(id=f"{block.id}-{text}", runs=(Run(text),)) for text in texts]
    return document._replace(blocks=tuple(blocks))


def headed(**elements: Any) -> Document:
    """The document with other elements of 版头."""
    assert D.letterhead is not None
    return D._replace(letterhead=D.letterhead._replace(**elements))


def joint(*issuers: str) -> Document:
    """A joint report: every issuer in 版头 and 署名, as many 签发人."""
    document = headed(issuers=issuers, signatories=("张某某", "李某", "王某某")[: len(issuers)])
    return rewritten(document, BlockType.SIGNATURE, *issuers)._replace(issuers=issuers)


def titled(text: str, document: Document = D) -> Document:
    return rewritten(document, BlockType.TITLE, text)._replace(title=text, title_lines=())


def attached(content: Block | Table | Picture) -> Document:
    first, *others = D.attachments
    return D._replace(attachments=(first._replace(content=(content,)), *others))


def picture() -> Picture:
    buffer = io.BytesIO()
    Image.new("RGB", (400, 300), "red").save(buffer, "PNG")
    return Picture(buffer.getvalue(), "统计图")


def single_attachment() -> Document:
    blocks = [one for one in D.blocks if one.number != "2." or one.type is not BlockType.ATTACHMENT_LIST]
    named = tuple(one._replace(number="附件：") if one.number == "附件：1." else one for one in blocks)
    return D._replace(blocks=named, attachments=(D.attachments[0]._replace(number=0),))


def unheaded() -> Document:
    """Numbered items without headings of their own, short and long, and points under an item （一）."""
    more = {
        "普法实效还需提高。": (
            ("（三）", "普法力度不足。部分村居全年没有开展活动。"),
            ("（四）", "行政复议超期2件。"),
        ),
        "提升服务效能。": (("2.", "开通专线。全年接听热线3000次。"), ("3.", "设立窗口12个。")),
        "队伍建设还需加强。": (("（1）", "人员不足。3个镇没有专职人员。"), ("（2）", "培训不够。")),
    }
    blocks: list[Block] = []
    for block in D.blocks:
        blocks.append(block)
        for number, text in more.get(block.runs[0].text, ()):
            kind = BlockType.POINT if number[1:2].isdigit() else BlockType.ITEM
            blocks.append(Block(f"more-{number}-{text[:2]}", kind, (Run(text),), 0, number))
    return D._replace(blocks=tuple(blocks))


def long() -> Document:
    """Some sixty pages."""
    item = next(one for one in D.blocks if one.type is BlockType.ITEM)
    chapter = next(place for place, one in enumerate(D.blocks) if one.number == "二、")
    text = Run("坚持立查立改、刀刃向内、举一反三，全年完成整改23项。" * 4)
    section = Block("extra", BlockType.SECTION, (D.blocks[4].runs[0],), 2, "（三）")
    items = tuple(item._replace(number=f"{place}.", runs=(item.runs[0], text)) for place in range(1, 100))
    return D._replace(blocks=(*D.blocks[:chapter], section, *items, *D.blocks[chapter:]))


SHAPES: dict[str, Callable[[], Document]] = {
    "formal": lambda: D,
    "plain": lambda: ours.PLAIN,
    "public": lambda: ours.PUBLIC,
    "sealed": lambda: D._replace(sealed=True),
    "duplex": lambda: D._replace(duplex=True),
    "joint": lambda: joint(*TWO),
    "joint-of-three": lambda: joint(*TWO, "怀化市鹤城区财政局"),
    "joint-sealed": lambda: joint(*TWO)._replace(sealed=True),
    "two-signatories": lambda: headed(signatories=("张某某", "李某")),
    "three-signatories": lambda: headed(signatories=("张某某", "李某", "王某某")),
    "four-signatories": lambda: headed(signatories=("张某某", "李某", "王某某", "赵某某")),
    "no-signatory": lambda: titled(NOTICE, headed(signatories=())),
    "no-copy-number": lambda: headed(copy_number="", urgency=""),
    "copies-only": lambda: D._replace(imprint=Imprint(("市委依法治市办",))),
    "printed-only": lambda: D._replace(imprint=Imprint((), f"{ours.ISSUER}办公室", dt.date(2024, 1, 16))),
    "wide-table": lambda: attached(Table((tuple(f"第{one}列" for one in range(14)),) * 3, landscape=True)),
    "picture": lambda: attached(picture()),
    "one-attachment": single_attachment,
    "long-title": lambda: titled(LONG),
    "short-issuer": lambda: rewritten(headed(issuers=("区司法局",)), BlockType.SIGNATURE, "区司法局"),
    "one-paragraph": lambda: ours.without(
        ours.PLAIN, BlockType.CHAPTER, BlockType.SECTION, BlockType.ITEM, BlockType.POINT, BlockType.CLOSING
    ),
    "without-headings": unheaded,
    "sixty-pages": long,
}


@pytest.mark.parametrize("layout", ["gb9704", "gb33476"])
@pytest.mark.parametrize("shape", SHAPES)
def test_nothing_to_find(shape: str, layout: str, layouts: tuple[Layout, ...]) -> None:
    found = inspect(ours.docx(SHAPES[shape](), ours.layout(layout)), layouts)
    assert [one.text for one in found.deviations] == []
    assert found.profile == layout


OVERLAYS = {
    "page: {top: 30mm, bottom: 42mm}": "page-margin",
    "page: {left: 25mm, right: 29mm}": "page-margin",
    "grid: {lines: 21, line_pitch: 30pt}": "line-spacing",
    "grid: {characters: 27, character_spacing: 0pt}": "characters-per-line",
    "fonts: {fangsong: 宋体}": "element-font",
    "fonts: {hei: 宋体}": "element-font",
    "fonts: {kai: 宋体}": "element-font",
    "fonts: {biaosong: 黑体}": "element-font",
    "fonts: {song: 黑体}": "element-font",
    "elements: {title: {size: 小2}}": "element-size",
    "elements: {recipients: {size: 4号}}": "element-size",
    "elements: {body: {size: 4号}}": "element-size",
    "elements: {heading1: {size: 小3}}": "element-size",
    "elements: {copies_to: {size: 小4}}": "element-size",
    "elements: {page_number: {size: 5号}}": "element-size",
    "elements: {heading1: {color: 红色}}": "text-color",
    "elements: {title: {color: 红色}}": "text-color",
    "elements: {heading1: {bold: 是}}": "text-weight",
    "elements: {title: {bold: 是}}": "text-weight",
    "elements: {heading1: {first_line: 0字}}": "first-line-indent",
    "elements: {body: {first_line: 3字}}": "first-line-indent",
    "elements: {note: {first_line: 4字}}": "first-line-indent",
    "elements: {title: {blank_before: 4行}}": "title-blank-lines",
    "elements: {recipients: {blank_before: 3行}}": "recipients-blank-lines",
    "elements: {number: {blank_before: 4行}}": "letterhead-blank-lines",
    "elements: {number: {left: 3字}}": "document-number-place",
    "elements: {signatory: {right: 3字}}": "signatory-place",
    "elements: {attachment_note: {blank_before: 3行}}": "attachment-note-place",
    "elements: {attachment_note: {left: 4字}}": "attachment-note-place",
    "elements: {attachment_title: {blank_before: 3行}}": "attachment-title-place",
    "elements: {signature: {blank_before: 3行}}": "signature-blank-lines",
    "elements: {signature: {right: 6字}}": "signature-place",
    "elements: {copies_to: {left: 3字}}": "imprint-indent",
    "elements: {page_number: {right: 3字, left: 3字}}": "page-number-place",
    "letterhead: {mark_top: 50mm}": "mark-top",
    "letterhead: {line_gap: 10mm}": "red-line-gap",
    "letterhead: {line_color: 黑色}": "red-line",
    "signature: {date_shift: 5字}": "signature-place",
    "attachment: {new_page: 否}": "attachment-new-page",
    "imprint: {outer_line: 0.7mm}": "imprint-line-width",
    "imprint: {inner_line: 0.7mm}": "imprint-line-width",
    "page_number: {gap: 14mm}": "page-number-distance",
    "page_number: {place: 居中}": "page-number-place",
    "page_number: {dashes: 否}": "page-number-dashes",
    "headings: {run_in: 否}": "element-font",
}


@pytest.mark.parametrize("overlay", OVERLAYS)
def test_document_and_judgement_follow_one_figure(
    overlay: str, tmp_path: Path, layouts: tuple[Layout, ...]
) -> None:
    (tmp_path / "office.yaml").write_text(f"based_on: gb9704\n{overlay}\n", encoding="utf-8")
    office = load("office.yaml", tmp_path)
    document = ours.docx(D, office)
    assert [one.text for one in inspect(document, office).deviations] == []
    assert OVERLAYS[overlay] in {one.rule.code for one in inspect(document, layouts).deviations}


@pytest.mark.parametrize(
    "overlay", ["grid: {mode: word}", "fonts: {preset: windows, latin: Times New Roman}"]
)
def test_what_the_standard_leaves_open_is_no_deviation(
    overlay: str, tmp_path: Path, layouts: tuple[Layout, ...]
) -> None:
    (tmp_path / "office.yaml").write_text(f"based_on: gb9704\n{overlay}\n", encoding="utf-8")
    document = ours.docx(ours.PLAIN, load("office.yaml", tmp_path))
    assert [one.text for one in inspect(document, layouts).deviations] == []


def test_a_smaller_size_makes_longer_lines(tmp_path: Path) -> None:
    kinds = ("body", "heading1", "heading2", "heading3", "heading4")
    sizes = ", ".join(f"{kind}: {{size: 4号}}" for kind in kinds)
    (tmp_path / "office.yaml").write_text(f"based_on: gb9704\nelements: {{{sizes}}}\n", encoding="utf-8")
    office = load("office.yaml", tmp_path)
    assert [one.text for one in inspect(ours.docx(ours.PUBLIC, office), office).deviations] == []


def test_the_whole_document_is_recognised(layouts: tuple[Layout, ...]) -> None:
    assert inspect(ours.formal(), layouts).elements == (
        *("份号", "紧急程度", "发文机关标志", "发文字号", "公文标题", "主送机关", "正文", "附件说明"),
        *("发文机关署名", "成文日期", "附注", "附件", "附件标题", "表格", "抄送机关", "印发机关和印发日期"),
    )


def test_the_same_document_gives_the_same_judgement(layouts: tuple[Layout, ...]) -> None:
    assert inspect(ours.formal(), layouts) == inspect(ours.formal(), layouts)


@pytest.mark.parametrize("count", range(1, 7))
@pytest.mark.parametrize("sealed", [True, False])
def test_joint_issuers_in_any_number_have_no_finding(count: int, sealed: bool, tmp_path: Path) -> None:
    organs = ("人民政府", "司法局", "财政局", "公安局", "民政局", "水利局")
    issuers = tuple(f"云溪市青山区{organ}" for organ in organs[:count])
    packed = io.BytesIO()
    render(documents.formal(issuers=issuers, sealed=sealed), load("gb9704", tmp_path), packed)

    found = inspect(packed.getvalue(), load("gb9704", tmp_path))

    assert [one.rule.code for one in found.deviations] == []


RUN_IN = "（1）规范执法。", "全年组织执法检查12次。"


@pytest.mark.parametrize(
    ("runs", "found"),
    [
        ((("".join(RUN_IN), 32),), set()),
        ((("".join(RUN_IN), 28),), {"正文的字号不对"}),
        (((RUN_IN[0], 28), (RUN_IN[1], 32)), {"四级标题的字号不对"}),
        ((("（1）规范执法", 28),), {"四级标题的字号不对"}),
        ((("（1）规范执法", 32),), set()),
    ],
)
def test_what_looks_like_the_text_behind_it_is_a_point_and_no_heading(
    runs: tuple[tuple[str, int], ...], found: set[str], layouts: tuple[Layout, ...]
) -> None:
    document = Editable(ours.docx(ours.PLAIN))
    paragraph = document.find("编制责任清单")
    drop(paragraph, "r")
    for text, size in runs:
        run = SubElement(paragraph, f"{W}r")
        put(properties(run), "sz", val=str(size))
        put(run, "t").text = text
    assert {one.message for one in inspect(document.save(), layouts).deviations} == found


def test_a_hint_sets_no_heading_apart(tmp_path: Path) -> None:
    (tmp_path / "office.yaml").write_text("elements: {body: {size: 4号}}\n", encoding="utf-8")
    office = load("office.yaml", tmp_path)
    document = Editable(ours.docx(ours.PLAIN, office))
    paragraph = document.find("编制责任清单")
    drop(paragraph, "r")
    for text, hint in zip(RUN_IN, ("eastAsia", "default"), strict=True):
        run = SubElement(paragraph, f"{W}r")
        put(properties(run), "rFonts", hint=hint)
        put(run, "t").text = text
    assert [one.text for one in inspect(document.save(), office).deviations] == []


def bracketed(items: int) -> Document:
    """A plain report of one chapter with that many items, numbered in brackets."""
    blocks = []
    for block in ours.PLAIN.blocks:
        if block.number == "（一）" and block.type is BlockType.SECTION:
            blocks += [
                Block(
                    f"item{number}",
                    BlockType.ITEM,
                    (Run(f"办理第{number}批事项。"),),
                    2,
                    section_number(number),
                )
                for number in range(1, items + 1)
            ]
        elif block.level < 2 and block.type is not BlockType.POINT:
            blocks.append(block)
    return ours.PLAIN._replace(blocks=tuple(blocks))


def test_a_hundred_and_five_items_in_brackets(layouts: tuple[Layout, ...]) -> None:
    document = bracketed(105)
    assert "（一百零五）" in [block.number for block in document.blocks]
    assert [found.text for found in inspect(ours.docx(document), layouts).deviations] == []


@pytest.mark.parametrize("title", ["三个方面的不足和原因", "一张网建设情况", "四项制度执行情况"])
def test_a_chapter_whose_title_begins_with_a_numeral(layouts: tuple[Layout, ...], title: str) -> None:
    blocks = tuple(
        block._replace(runs=(Run(title, Role.HEADING),)) if block.number == "二、" else block
        for block in ours.PLAIN.blocks
    )
    found = inspect(ours.docx(ours.PLAIN._replace(blocks=blocks)), layouts)
    assert [deviation.text for deviation in found.deviations] == []
