"""A Word form as the program writes it, blank and filled."""

from __future__ import annotations

import io
from typing import Any

import docx

from reportctl.collect.word_form import WordForms
from reportctl.layout import load
from reportctl.model.files import load_report
from reportctl.render.docx import blank_form
from reportctl.scaffold.forms import Past
from reportctl.text.numbers import chinese
from tests.collect.house_parts import Gold
from tests.collect.house_words import AREA, DEPARTMENTS, SECTIONS
from tests.tools.need import ROOT

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
LONG = Gold(
    "achievements",
    "disputes",
    "健全矛盾纠纷多元化解机制",
    "全年受理纠纷申请1,350件，其中调解结案1,204件，办结率达98.6%，群众满意度持续提升。" * 50,
)
"""An item of more than 2,000 characters."""
TWELVE = tuple(
    Gold(
        "achievements",
        "publicity",
        f"办好第{chinese(number)}场宣传活动",
        f"走进{number}个乡镇，发放资料{number * 100}份；解答咨询{number}人次。",
    )
    for number in range(1, 13)
)
FILLED = {"usual": GOLD, "2,000 characters": (*GOLD, LONG), "twelve in a cell": (*GOLD, *TWELVE)}
"""What the form is filled with."""


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


def filled(gold: tuple[Gold, ...] = GOLD) -> Any:
    """The form with these items, two figures, contact and 审核人."""
    document = blank()
    head, achievements, shortcomings, plans, duties, figures = document.tables
    for row, column, text in ((1, 1, "李某"), (1, 3, "0745-1234567"), (2, 1, "王某")):
        head.cell(row, column).text = text
    for row, (name, _) in zip(achievements.rows[1:], SECTIONS, strict=True):
        items = [item for item in gold if item.section == name]
        for number, item in enumerate(items):
            cell = row.cells[1]
            paragraph = cell.paragraphs[0] if number == 0 else cell.add_paragraph()
            paragraph.add_run(f"{number + 1}." * (name == "leadership") + said(item))
    for table, part in ((duties, "leadership"), (shortcomings, "shortcomings"), (plans, "plans")):
        for row, item in zip(table.rows[1:], (item for item in gold if item.part == part), strict=False):
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
