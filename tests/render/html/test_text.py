"""The page says what `--text` says, to the character, and its headings nest."""

from __future__ import annotations

import io
from itertools import pairwise

import pytest

from reportctl.document import Attachment, Block, BlockType, Document, Form, Role, Run, Table
from reportctl.render import text
from tests.render.docx import documents
from tests.render.docx.documents import SENTENCE, TITLE, block
from tests.render.html import reading

EXAMPLES = ["minimal", "five-chapters", "hecheng-2023"]


def solid(words: str) -> str:
    """The text without blanks: cells are divided by tabs in the one format and by borders in the other."""
    return "".join(words.split())


def as_text(document: Document) -> str:
    out = io.BytesIO()
    text.render(document, out)
    return solid(out.getvalue().decode())


@pytest.mark.parametrize("form", [Form.PLAIN, Form.PUBLIC])
@pytest.mark.parametrize("name", EXAMPLES)
def test_an_example_says_the_same_as_its_text_and_no_more(name: str, form: Form) -> None:
    document = reading.example(name, form)
    assert solid(reading.body(document).text) == as_text(document)


def test_attachments_say_the_same_as_their_text() -> None:
    document = documents.plain()._replace(attachments=documents.attachments())
    assert solid(reading.body(document).text) == as_text(document)


def test_the_formal_form_stands_around_the_text() -> None:
    document = documents.formal(signatories=("甲某", "乙某"))
    before, after = solid(reading.body(document).text).split(as_text(document))
    assert before == "000001特急云溪市青山区人民政府文件青政〔2024〕3号签发人：甲某乙某"
    assert after.startswith("抄送：区委办公室，区人大常委会办公室，")
    assert after.endswith("各人民团体。云溪市青山区人民政府办公室2024年1月16日印发")


def test_joint_issuers_share_one_suffix() -> None:
    document = documents.formal(issuers=("甲县人民政府", "乙县人民政府"))
    assert reading.body(document).find(class_="mark")[0].text == "甲县人民政府乙县人民政府文件"


def test_an_issuer_that_already_says_what_it_is_gets_no_suffix() -> None:
    document = documents.formal(issuers=("青山区人民政府文件",))
    assert reading.body(document).find(class_="mark")[0].text == "青山区人民政府文件"


def test_the_public_form_has_neither_letterhead_nor_imprint() -> None:
    names = {one.name for one in reading.body(documents.public()).walk()}
    assert names & {"header", "footer"} == set()


def test_headings_are_those_of_the_report() -> None:
    document = documents.plain(*documents.body(1))
    assert reading.headings(reading.body(document)) == [
        (1, TITLE),
        (2, "一、2023年工作开展情况"),
        (3, "（一）践行习近平法治思想，统筹谋划法治政府建设"),
        (4, "1.加强行政执法监督。"),
        (5, "（1）规范执法行为。"),
    ]


@pytest.mark.parametrize("name", EXAMPLES)
def test_no_heading_is_skipped(name: str) -> None:
    depths = [depth for depth, _ in reading.headings(reading.body(reading.example(name)))]
    assert depths[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(depths))


@pytest.mark.parametrize(
    ("kinds", "depths"),
    [
        ([(BlockType.CHAPTER, 1), (BlockType.ITEM, 3), (BlockType.CHAPTER, 1)], [2, 3, 2]),
        ([(BlockType.CHAPTER, 1), (BlockType.ITEM, 2), (BlockType.ITEM, 2)], [2, 3, 3]),
        ([(BlockType.CHAPTER, 1), (BlockType.SECTION, 2), (BlockType.ITEM, 2)], [2, 3, 4]),
        ([(BlockType.CHAPTER, 1), (BlockType.ITEM, 3), (BlockType.SECTION, 2)], [2, 3, 3]),
        ([(BlockType.ITEM, 3), (BlockType.POINT, 4)], [2, 3]),
    ],
    ids=["no sections", "bracketed", "bracketed in a section", "mixed", "no chapter"],
)
def test_a_heading_is_one_below_the_one_it_stands_under(
    kinds: list[tuple[BlockType, int]], depths: list[int]
) -> None:
    blocks = [block(kind, f"标题{number}", f"{number}.", level) for number, (kind, level) in enumerate(kinds)]
    found = reading.headings(reading.body(documents.plain(*blocks)))
    assert [depth for depth, _ in found] == [1, *depths]


def test_headings_of_an_attachment_stand_below_its_title() -> None:
    texts = tuple(
        block(BlockType.ATTACHMENT_TEXT, name, level=level) for name, level in [("甲", 1), ("乙", 3)]
    )
    document = documents.plain()._replace(attachments=(Attachment(0, "说明书", texts),))
    assert reading.headings(reading.body(document))[-3:] == [(2, "说明书"), (3, "甲"), (4, "乙")]


def test_a_heading_that_runs_in_is_a_heading_and_shares_its_paragraph() -> None:
    item = block(BlockType.ITEM, f"加强监管。{SENTENCE}", "1.", 3, alone=False)
    found = reading.body(documents.plain(item)).find(class_="run-in")[0]
    assert [(one.name, one.text) for one in found.find()] == [("h2", "1.加强监管。"), ("p", SENTENCE)]
    assert "".join(child if isinstance(child, str) else "" for child in found.children) == ""


@pytest.mark.parametrize(
    ("words", "pieces"),
    [
        ("活动、“4·15”法治宣传", ["活动、", "“4·15”", "法治宣传"]),
        ("推进“3+N”模式", ["推进", "“3+N”", "模式"]),
        ("“护苗”“渔政”行动", ["“护苗”", "“渔政”行动"]),
        ("“八五”2024年", ["“八五”", "2024年"]),
        ("《“4·15”方案》", ["《“4·15”", "方案》"]),
        ("推进“放管服”改革", ["推进“放管服”改革"]),
        ("the “4 it’s", ["the “4 it’s"]),
    ],
)
def test_a_line_may_break_at_a_quote_as_chinese_has_it(words: str, pieces: list[str]) -> None:
    found = reading.body(documents.plain(Block("p", BlockType.ITEM, (Run(words),)))).find("p")[1]
    assert found.text == words
    assert [child for child in found.children if isinstance(child, str)] == pieces


def test_a_bold_stretch_within_a_paragraph_is_strong() -> None:
    item = Block("p", BlockType.ITEM, (Run("前文，"), Run("要点。", Role.HEADING), Run("后文。")))
    found = reading.body(documents.plain(item))
    assert [one.text for one in found.find("strong")] == ["要点。"]
    assert "前文，要点。后文。" in found.text


def test_what_a_draft_lacks_is_marked_and_the_page_says_that_it_is_one() -> None:
    gap = Block("gap", BlockType.ITEM, (Run("【待补：区林业局】", Role.GAP),))
    whole = reading.tree(documents.plain(gap)._replace(draft=True))
    assert [one.text for one in whole.find("mark")] == ["【待补：区林业局】"]
    assert whole.find("main")[0].text.split()[0] == "草稿"
    assert whole.find("title")[0].text == f"草稿 {TITLE}"


def test_the_title_is_broken_as_on_paper_and_as_its_author_wants() -> None:
    broken = reading.body(documents.plain()).find("h1")[0]
    assert [one.text for one in broken.find("span")] == ["关于青山区2023年度", "法治政府建设情况的报告"]
    lines = ("关于青山区2023年度法治政府", "建设情况的报告")
    given = reading.body(documents.plain()._replace(title_lines=lines)).find("h1")[0]
    assert [one.text for one in given.find("span")] == list(lines)


def test_a_narrow_screen_breaks_a_long_line_of_the_title_between_words() -> None:
    lines = ("关于青山区2023年度法治政府建设情况的", "报告")
    given = reading.body(documents.plain()._replace(title_lines=lines)).find("h1")[0]
    assert [one.children[::2] for one in given.find("span")] == [
        ["关于青山区2023年度", "法治政府建设情况的"],
        ["报告"],
    ]


@pytest.mark.parametrize(
    ("issuer", "sealed", "kind"),
    [
        ("云溪市青山区人民政府", False, "long-issuer"),
        ("青山区政府", False, "long-date"),
        ("云溪市青山区人民政府", True, "sealed"),
    ],
)
def test_issuer_and_date_stand_together(issuer: str, sealed: bool, kind: str) -> None:
    document = documents.plain(issuers=(issuer,))._replace(sealed=sealed)
    signing = reading.body(document).find(class_="signing")[0]
    assert signing.attributes["class"] == f"signing {kind}"
    assert [one.text for one in signing.find("p")] == [issuer, "2024年1月15日"]
    assert signing.find("time")[0].attributes == {"datetime": "2024-01-15"}


def test_a_table_has_heads_that_name_its_columns_and_no_ragged_row() -> None:
    table = Table((("指标", "上年", "本年"), ("单位", "件", "件"), ("案件", "31"), ("复议", "1", "2")), 2)
    document = documents.plain()._replace(attachments=(Attachment(1, "统计表", (table,)),))
    found = reading.body(document)
    frame = found.find("figure")[0]
    assert found.find("h2")[-1].attributes["id"] == frame.attributes["aria-labelledby"]
    assert [one.attributes for one in frame.find("th")] == [{"scope": "col"}] * 6
    assert [[cell.text for cell in row.find("td")] for row in frame.find("tr")][2:] == [
        ["案件", "31", ""],
        ["复议", "1", "2"],
    ]


def test_a_table_keeps_the_widths_that_it_is_given() -> None:
    table = Table((("甲", "乙"), ("1", "2")), widths=(1, 3))
    document = documents.plain()._replace(attachments=(Attachment(0, "表", (table,)),))
    columns = reading.body(document).find("col")
    assert [one.attributes["style"] for one in columns] == ["width: 25.00%", "width: 75.00%"]


def test_a_wide_table_and_the_title_above_it_are_printed_on_a_turned_sheet() -> None:
    document = documents.plain()._replace(attachments=documents.attachments())
    wide = reading.body(document).find(class_="wide")
    assert [one.name for one in wide] == ["hgroup", "figure"]
    assert wide[0].text.split() == ["附件2", "2023年度各部门分栏统计一览表"]
