"""Whoever changes one number of the layout sees document and judgement follow: each number, one by one.

The figures are those of the layout itself, so that a new one without another value to try fails here.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from reportctl.document import Block, BlockType, Document, Picture, Role, Run, Table
from reportctl.inspect import inspect
from reportctl.layout import FontClass, Layout, Setting, load, walk
from reportctl.layout import written as layout_written
from reportctl.resources import path
from tests.inspect import ours
from tests.inspect.test_ours import SHAPES, D, headed, joint, rewritten, titled
from tests.render.docx.documents import png
from tests.tools.rounds import spread

if TYPE_CHECKING:
    from collections.abc import Callable

SHIPPED = load("gb9704", Path())
FIGURES = {figure.key: figure for figure in walk(SHIPPED)}

OTHERS = {
    "page.width": "216mm",
    "page.height": "300mm",
    "page.top": "34mm",
    "page.bottom": "32mm",
    "page.left": "25mm",
    "page.right": "24mm",
    "grid.mode": "word",
    "grid.lines": "21",
    "grid.characters": "27",
    "grid.line_pitch": "28pt",
    "grid.character_spacing": "-1pt",
    "fonts.preset": "windows",
    "fonts.hei": "宋体",
    "fonts.fangsong": "黑体",
    "fonts.kai": "黑体",
    "fonts.biaosong": "黑体",
    "fonts.song": "黑体",
    "fonts.latin": "Times New Roman",
    "letterhead.mark_top": "50mm",
    "letterhead.mark_suffix": "公报",
    "letterhead.mark_least": "30pt",
    "letterhead.names_per_line": "1个",
    "letterhead.line_gap": "10mm",
    "letterhead.line_width": "3pt",
    "letterhead.line_color": "黑色",
    "wrapping.last_line": "15字",
    "headings.run_in": "否",
    "signature.sealed_right": "6字",
    "signature.date_shift": "5字",
    "signature.seal_size": "60mm",
    "attachment.new_page": "否",
    "attachment.table_line": "2pt",
    "imprint.outer_line": "0.7mm",
    "imprint.inner_line": "0.7mm",
    "imprint.bottom_gap": "10mm",
    "page_number.gap": "14mm",
    "page_number.place": "居中",
    "page_number.dashes": "否",
    "elements.mark.size": "20pt",
}
"""Another possible value of each figure; those of the elements are made from their own."""

OTHER_LOOKS: dict[str, Callable[[Any], str]] = {
    "font": lambda value: "宋体" if value is FontClass.HEI else "黑体",
    "size": lambda value: "小4" if value.points == 14 else "4号",
    "color": lambda _: "0000FF",
    "bold": lambda _: "是",
    "align": lambda _: "居右",
    "first_line": lambda value: f"{value + 3:g}字",
    "left": lambda value: f"{value + 3:g}字",
    "right": lambda value: f"{value + 3:g}字",
    "blank_before": lambda value: f"{value + 2}行",
    "line": lambda _: "24pt",
}

UNSEEN = {
    "grid.mode": "28 characters a line are right, whichever way they come about",
    "fonts.preset": "the standard names classes of type; whose fonts they are is left open",
    "letterhead.mark_suffix": "clause 7.2.4 lets the name stand with 文件 or without",
    "attachment.new_page": "否 only means that an 附件 need not begin a page",
}
"""Figures that a document written by the standard's own value does not deviate from, each with the reason."""


FURTHER = (
    "plain",
    "public",
    "duplex",
    "joint-sealed",
    "no-copy-number",
    "copies-only",
    "one-attachment",
    "without-headings",
)
"""Shapes that the documents below do not have."""


def other(figure: Setting[Any]) -> str:
    """Another value of a figure, as an office would write it."""
    if figure.key in OTHERS:
        return OTHERS[figure.key]
    assert figure.key.startswith("elements."), f"{figure.key} is new: give it another value to try"
    return OTHER_LOOKS[figure.key.rpartition(".")[2]](figure.value)


def everything() -> Document:
    """Headings of all levels on lines of their own, long copies, a table, a picture too high for its page."""
    numbers = ("一、", "（一）", "1.", "（1）")
    headings = tuple(
        Block(f"h{level}", BlockType.CHAPTER, (Run("补充说明", Role.HEADING),), level, number)
        for level, number in enumerate(("四、", *numbers[1:]), 1)
    )
    text = next(block for block in D.blocks if block.type is BlockType.OPENING)
    at = next(place for place, block in enumerate(D.blocks) if block.type is BlockType.CLOSING)
    first, second = D.attachments
    table = Table((("事项", "件数"), ("处罚", "12")))
    return D._replace(
        blocks=(*D.blocks[:at], *headings, text._replace(id="more"), *D.blocks[at:]),
        attachments=(
            first._replace(content=(table,)),
            second._replace(content=(Picture(png(300, 3000), "长图"), *second.content)),
        ),
    )


@cache
def documents() -> dict[str, Document]:
    """Documents that between them have everything that a figure may concern."""
    issuer = "怀化市鹤城区人民政府全面依法治区工作领导小组办公室"
    return {
        "everything": everything(),
        "sealed": D._replace(sealed=True),
        "no-signatory": titled("关于印发工作要点的通知", headed(signatories=())),
        "four-signatories": headed(signatories=("张某某", "李某", "王某某", "赵某某")),
        "joint": joint(ours.ISSUER, "怀化市鹤城区司法局"),
        "long-issuer": rewritten(headed(issuers=(issuer,)), BlockType.SIGNATURE, issuer),
        "short-issuer": rewritten(headed(issuers=("区司法局",)), BlockType.SIGNATURE, "区司法局"),
        "broken-title": titled(D.title),
    }


@cache
def by_the_standard(name: str) -> bytes:
    return ours.docx(documents()[name], SHIPPED)


def overlaid(figure: Setting[Any], folder: Path) -> Layout:
    """The layout with one figure changed, by an overlay of one line."""
    *sections, key = figure.key.split(".")
    lines = [f"{'  ' * depth}{name}:" for depth, name in enumerate(sections)]
    lines.append(f'{"  " * len(sections)}{key}: "{other(figure)}"')
    (folder / "office.yaml").write_text("\n".join(["based_on: gb9704", *lines, ""]), encoding="utf-8")
    return load("office.yaml", folder)


def found(document: bytes, layout: Layout) -> list[str]:
    return [one.text for one in inspect(document, layout).deviations]


def test_the_figures_are_all_that_the_file_states() -> None:
    data = path("templates", "layouts", "gb9704.yaml").read_bytes()
    stated = layout_written.read("gb9704.yaml", data, shipped=True).entries
    assert stated.keys() <= FIGURES.keys()
    assert OTHERS.keys() | UNSEEN.keys() <= FIGURES.keys()


@pytest.mark.parametrize("key", spread(FIGURES, 3))
def test_one_figure_changes_the_document_and_the_judgement(key: str, tmp_path: Path) -> None:
    figure = FIGURES[key]
    layout = overlaid(figure, tmp_path)
    changed = {
        name: document
        for name, made in documents().items()
        if (document := ours.docx(made, layout)) != by_the_standard(name)
    }
    assert changed, "no document changes"
    assert [text for document in changed.values() for text in found(document, layout)] == []
    seen = any(found(by_the_standard(name), layout) for name in changed)
    assert seen is (key not in UNSEEN)


@pytest.mark.slow
@pytest.mark.parametrize("key", spread(FIGURES, 6))
def test_documents_of_every_shape_follow_the_figure(key: str, tmp_path: Path) -> None:
    layout = overlaid(FIGURES[key], tmp_path)
    shapes = (SHAPES[name]()._replace(title_lines=()) for name in FURTHER)  # lines broken by hand stay
    assert [text for made in shapes for text in found(ours.docx(made, layout), layout)] == []
