"""The style sheet follows the layout, and nothing in it is idle."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from reportctl import layout
from reportctl.document import BlockType
from tests.render.docx import documents
from tests.render.html import reading

if TYPE_CHECKING:
    from pathlib import Path


def overlaid(tmp_path: Path, text: str) -> layout.Layout:
    (tmp_path / "office.yaml").write_text(text, encoding="utf-8")
    return layout.load("office.yaml", tmp_path)


@pytest.mark.parametrize(
    ("figure", "rule"),
    [
        ("page: {top: 36mm, bottom: 36mm}", "margin: 36mm 26mm 36mm 28mm }"),
        ("page: {left: 27mm, right: 27mm}", "@page wide { size: 297mm 210mm; margin: 27mm 37mm 27mm 35mm }"),
        ("elements: {body: {first_line: 3字}}", "text-indent: 3em"),
        ("elements: {heading1: {bold: 是}}", ".level-1 { font-family: var(--hei); font-weight: bold;"),
        ("elements: {title: {size: 小1}}", ".title { font-family: var(--biaosong); font-size: 1.5em;"),
        ("grid: {line_pitch: 28pt}", "line-height: 1.75;"),
        ("fonts: {preset: windows}", '--fangsong: "仿宋", "仿宋_GB2312",'),
        ("fonts: {kai: 方正楷体简体}", '--kai: "方正楷体简体", '),
        ("fonts: {latin: Times New Roman}", 'src: local("Times New Roman"); unicode-range: U+20-7E'),
        ("page_number: {place: 居中}", "@page { @bottom-center { content:"),
        ("page_number: {dashes: 否}", "content: counter(page);"),
        ("headings: {run_in: 否}", ".run-in > * { font: inherit;"),
        ("attachment: {new_page: 否}", "--attachment-break: auto"),
        ("signature: {date_shift: 3字}", "--shift: 3em"),
        ("letterhead: {line_color: 00FF00}", "solid #00FF00"),
        ("imprint: {inner_line: 1pt}", ".imprint > * + * { border-top: 1pt solid }"),
    ],
)
def test_a_figure_of_the_layout_shows_in_the_page(tmp_path: Path, figure: str, rule: str) -> None:
    assert rule not in reading.css(documents.formal())
    assert rule in reading.css(documents.formal(), overlaid(tmp_path, figure))


def test_a_page_holds_as_many_lines_and_characters_as_the_standard_wants() -> None:
    css = reading.css(documents.plain())
    figures = dict(re.findall(r"--([a-z-]+): ([-\d.]+)(?:em|pt|rem|mm)", css))
    size = float(figures["paper-size"])
    character = size * (1 + float(figures["close"]))
    line = size * float(re.findall(r"line-height: ([\d.]+)", css)[0])
    assert int(size * float(figures["text-width"]) / character) == 28
    assert int((297 - 37 - 35) / 25.4 * 72 / line) == 22


def test_a_font_whose_name_is_code_stays_a_name(tmp_path: Path) -> None:
    name = "</style><b>\\' \""
    style = overlaid(tmp_path, f"fonts: {{fangsong: '{name.replace(chr(39), chr(39) * 2)}'}}")
    whole = reading.tree(documents.plain(), style)
    assert whole.find("b") == []
    assert r'--fangsong: "\3c /style\3e \3c b\3e \5c ' in whole.find("style")[0].text


def test_a_report_printed_on_both_sides_has_its_binding_edge_inside() -> None:
    both = documents.plain()._replace(duplex=True)
    rule = "@page :left { margin-right: 28mm; margin-left: 26mm }"
    assert rule in reading.css(both)
    assert rule not in reading.css(documents.plain())


def test_every_page_of_a_draft_says_so() -> None:
    draft = documents.plain()._replace(draft=True)
    assert '@top-right { content: "草稿";' in reading.css(draft)
    assert "@top-right" not in reading.css(documents.plain())


def test_only_the_formal_form_carries_the_rules_of_its_head_and_its_imprint() -> None:
    assert ".mark {" in reading.css(documents.formal())
    assert ".copies-to {" in reading.css(documents.formal())
    selectors = "".join(re.findall(r"^[^ {]+ \{", reading.css(documents.public()), re.MULTILINE))
    assert re.search(r"\.(mark|letterhead|imprint|copies-to) \{", selectors) is None


def test_figures_are_all_used_and_all_there() -> None:
    css = reading.css(documents.formal())
    assert set(re.findall(r"var\((--[a-z-]+)\)", css)) == set(re.findall(r"(--[a-z-]+):", css)) - {"--song"}
    assert css.count("{") == css.count("}")


def test_no_rule_is_for_a_class_that_no_page_has() -> None:
    text = documents.body()
    pages = [
        documents.formal(),
        documents.formal(issuers=("甲县人民政府", "乙县人民政府"), signatories=()),
        documents.formal(sealed=False),
        documents.plain()._replace(draft=True),
        documents.plain(*text[:3], documents.block(BlockType.ITEM, "举措", "1.", 3), *text[3:]),
    ]
    written = {
        name
        for document in pages
        for one in reading.tree(document).walk()
        for name in one.attributes.get("class", "").split()
    }
    selectors = re.sub(r"\{[^{}]*\}", " ", reading.css(documents.formal()))
    assert set(re.findall(r"\.([a-z][a-z0-9-]*)", selectors)) <= written
