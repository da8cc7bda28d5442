"""A Word form as the program writes it, filled and mishandled as clerks do."""

from __future__ import annotations

import copy
import io
from typing import TYPE_CHECKING, Any

import docx
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn

from reportctl.collect.word_form import WordForms
from reportctl.layout import load
from reportctl.model.files import load_report
from reportctl.render.docx import blank_form
from reportctl.scaffold.forms import Past
from reportctl.text.numbers import chinese
from tests.collect.house_parts import Gold
from tests.collect.house_words import AREA, DEPARTMENTS, SECTIONS
from tests.tools.need import ROOT

if TYPE_CHECKING:
    from collections.abc import Callable

DEPARTMENT = "县司法局"
YEAR = 2024
REPORT = "\n".join(
    (
        f"version: 1\nyear: {YEAR}\narea: {AREA}",
        f"departments: [{', '.join(DEPARTMENTS)}]",
        "outline:",
        "  - id: work\n    title: 2024年工作开展情况\n    part: achievements\n    sections:",
        *(f"      - {{id: {name}, title: {title}}}" for name, title in SECTIONS),
        "  - {id: duty, title: 履行推进法治建设第一责任人职责情况, part: leadership}",
        "  - {id: shortcomings, title: 存在的不足, part: shortcomings}",
        "  - {id: plans, title: 2025年主要工作安排, part: plans}",
    )
)
LAST_YEAR = Past(plans=("充实执法力量。通过公开招录补充执法人员3名。", "提升案卷质量。每季度评查一次。"))
GOLD = (
    Gold(
        "achievements",
        "leadership",
        "压实法治建设责任",
        "局党组全年专题研究法治建设工作4次，逐级签订责任书26份。",
    ),
    Gold("achievements", "leadership", "加强习近平法治思想学习", "党组理论学习中心组集体学法6次。"),
    Gold(
        "achievements",
        "service",
        "优化涉企服务",
        "走访企业120家，解决问题47个。",
        ("建立包联机制。由班子成员包联重点企业15家。", "畅通诉求渠道。办结投诉33件。"),
    ),
    Gold("achievements", "enforcement", "规范行政执法监督", "组织评查案卷60本，督促整改问题18个。"),
    Gold("achievements", "enforcement", "加强执法队伍建设", "举办执法培训班3期，培训执法人员210人次。"),
    Gold("achievements", "enforcement", "推行柔性执法", "2024年，对轻微违法行为不予处罚32件；回访27户。"),
    Gold("leadership", "", "带头学法", "党政主要负责人带头学法6次。"),
    Gold(
        "shortcomings",
        "",
        "执法力量不足",
        "全局持证人员21人，实际在一线的仅9人。",
        (),
        "编制数多年未增，基层留人难。",
    ),
    Gold(
        "shortcomings", "", "案卷质量不高", "评查发现的18个问题中有11个是文书不规范。", (), "业务培训不够。"
    ),
    Gold("shortcomings", "", "普法针对性不强", "送法进企业的场次只占全部活动的15%。"),
    Gold("plans", "", "充实执法力量", "通过公开招录补充执法人员3名。"),
    Gold("plans", "", "提升案卷质量", "每季度评查一次，年内实现执法人员轮训全覆盖。"),
    Gold("plans", "", "创新普法形式", "开展“法律进企业”活动20场以上。"),
)


def written(report: str, department: str, past: Past = LAST_YEAR) -> bytes:
    """The form of a department, for the text of a report.yaml."""
    file, findings = load_report("report.yaml", report.encode())
    assert file is not None, findings
    named = next(line for line in file.report.departments if line.name == department)
    stream = io.BytesIO()
    blank_form.render(WordForms(file).write(named, past), load("gb9704", ROOT), stream)
    return stream.getvalue()


def blank() -> Any:
    """The form that nobody has filled."""
    return docx.Document(io.BytesIO(written(REPORT, DEPARTMENT)))


def filled() -> Any:
    """The form with all of `GOLD`, two figures, contact and 审核人."""
    document = blank()
    head, achievements, shortcomings, plans, duties, figures = document.tables
    for row, column, text in ((1, 1, "李某"), (1, 3, "0745-1234567"), (2, 1, "王某")):
        head.cell(row, column).text = text
    for row, (name, _) in zip(achievements.rows[1:], SECTIONS, strict=True):
        items = [item for item in GOLD if item.section == name]
        for number, item in enumerate(items):
            cell = row.cells[1]
            paragraph = cell.paragraphs[0] if number == 0 else cell.add_paragraph()
            paragraph.add_run(f"{number + 1}." * (name == "leadership") + said(item))
    for table, part in ((duties, "leadership"), (shortcomings, "shortcomings"), (plans, "plans")):
        for row, item in zip(table.rows[1:], (item for item in GOLD if item.part == part), strict=False):
            row.cells[0].text = said(item)
            if item.cause:
                row.cells[1].text = item.cause
    for cell, text in zip(
        figures.rows[1].cells, ("评查案卷", "60", "本", "52", "一般程序45、简易程序15"), strict=True
    ):
        cell.text = text
    for cell, text in zip(figures.rows[2].cells, ("培训执法人员", "210", "人次", "", ""), strict=True):
        cell.text = text
    return document


def said(item: Gold) -> str:
    """An item as a clerk types it into a cell."""
    points = "".join(f"{chinese(number)}是{point}" for number, point in enumerate(item.points, 1))
    return f"{item.heading}。{item.text}{points}"


def data(document: Any) -> bytes:
    """The document as a file."""
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


# What clerks do to it: each takes the filled form and changes it.


def as_sent(document: Any) -> None:
    """Nothing."""


def touch_labels(document: Any) -> None:
    """Labels get half-width marks, blanks and colons."""
    for row in document.tables[1].rows:
        row.cells[0].text = f" {row.cells[0].text.replace('，', ',')}："
    document.tables[2].rows[0].cells[0].text = "存在的不足："


def delete_headings(document: Any) -> None:
    """All paragraphs between the tables but the last line."""
    for paragraph in list(document.paragraphs)[1:-1]:
        paragraph._p.getparent().remove(paragraph._p)


def move_rows(document: Any) -> None:
    """Rows are added, removed and left blank in between."""
    table = document.tables[2]
    table._tbl.remove(table.rows[4]._tr)
    table._tbl.insert(3, copy.deepcopy(table.rows[1]._tr))
    for cell in table.rows[1].cells:
        cell.text = ""
    plans = document.tables[3]
    for _ in range(3):
        plans.add_row()


def join_tables(document: Any) -> None:
    """What stands between two tables is deleted: Word makes one table of them."""
    tables = [table._tbl for table in document.tables]
    for first, second in ((1, 2), (3, 4)):
        while tables[first].getnext() is not tables[second]:
            between = tables[first].getnext()
            between.getparent().remove(between)
        for row in list(tables[second].iterchildren(qn("w:tr"))):
            tables[first].append(row)
        tables[second].getparent().remove(tables[second])


def nest_table(document: Any) -> None:
    """A table is pasted into a cell and the text put there."""
    cell = document.tables[1].rows[4].cells[1]
    texts = [paragraph.text for paragraph in cell.paragraphs]
    for paragraph in cell.paragraphs[1:]:
        paragraph._p.getparent().remove(paragraph._p)
    cell.paragraphs[0].text = ""
    inner = cell.add_table(rows=1, cols=1).cell(0, 0)
    inner.text = texts[0]
    for text in texts[1:]:
        inner.add_paragraph(text)


def break_softly(document: Any) -> None:
    """Items in one paragraph, parted by soft breaks."""
    cell = document.tables[1].rows[4].cells[1]
    texts = [paragraph.text for paragraph in cell.paragraphs]
    cell.text = "\n".join(texts)


def track_changes(document: Any) -> None:
    """A paragraph is rewritten with changes tracked."""
    paragraph = document.tables[1].rows[1].cells[1].paragraphs[0]
    text = paragraph.text
    paragraph.text = ""
    marks = f'{nsdecls("w")} w:id="1" w:author="王某"'
    paragraph._p.append(parse_xml(f"<w:del {marks}><w:r><w:delText>旧稿。</w:delText></w:r></w:del>"))
    paragraph._p.append(parse_xml(f"<w:ins {marks}><w:r><w:t>{text}</w:t></w:r></w:ins>"))


def delete_cause_column(document: Any) -> None:
    """The cause stands behind the shortcoming, and its column is gone."""
    for row in document.tables[2].rows:
        left, right = row.cells
        if right.text and right.text != "原因":
            left.paragraphs[-1].add_run(f"原因：{right.text}")
        row._tr.remove(row._tr.tc_lst[1])


def number_rows(document: Any) -> None:
    """Numbers before shortcomings, plans and causes."""
    for table in document.tables[2:4]:
        for number, row in enumerate(table.rows[1:], 1):
            for cell in row.cells:
                if cell.text:
                    cell.text = f"{number}、{cell.text}"


def headings_alone(document: Any) -> None:
    """Heading and text of each item in paragraphs of their own."""
    cell = document.tables[1].rows[4].cells[1]
    texts = [paragraph.text for paragraph in cell.paragraphs]
    cell.text = ""
    for text in texts:
        heading, _, rest = text.partition("。")
        (cell.paragraphs[0] if not cell.text else cell.add_paragraph()).add_run(heading)
        cell.add_paragraph(rest)
    row = document.tables[2].rows[1].cells[0]
    heading, _, rest = row.text.partition("。")
    row.text = heading
    row.add_paragraph(rest)


def fill_longer(document: Any) -> None:
    """A title line of the clerk's own, and blank paragraphs everywhere."""
    for table in document.tables[1:5]:
        for row in table.rows[1:]:
            row.cells[-1].add_paragraph("")
    document.paragraphs[0].insert_paragraph_before("")


HABITS: tuple[Callable[[Any], None], ...] = (
    as_sent,
    touch_labels,
    delete_headings,
    move_rows,
    join_tables,
    nest_table,
    break_softly,
    track_changes,
    delete_cause_column,
    number_rows,
    headings_alone,
    fill_longer,
)
