"""报送提纲: the outline of the report as departments are asked to write to it, with what each part wants."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportctl.assemble.outline import Outline
from reportctl.assemble.templates import Templates
from reportctl.letters.paper import Prose
from reportctl.model.submission import REQUIRED_PARTS, Part
from reportctl.project.opening import report_error

if TYPE_CHECKING:
    from reportctl.document import Block
    from reportctl.model.files import ReportFile

_WANTED = {
    Part.ACHIEVEMENTS: (
        "写{year}年做了什么、成效怎样\uff0c有数字的写数字\uff1b一件事写一条\uff0c标题在前\uff0c正文在后。"
    ),
    Part.SHORTCOMINGS: "写存在什么不足、有什么表现\uff0c并逐条写明原因。",
    Part.PLANS: "写{next_year}年打算做什么、做到什么程度\uff0c一项工作写一条。",
    Part.LEADERSHIP: "写党政主要负责人履行推进法治建设第一责任人职责的情况。",
    Part.OTHER: "写其他需要报告的情况。",
}
_BY_SECTION = "按下列类别分别写\uff0c没有的类别不写\uff1a"
_MAY_BE_MISSING = "没有可以不写。"


def outline_of(report: ReportFile) -> tuple[Block, ...]:
    """The chapters of the outline as an attachment's paragraphs; what no chapter takes is not asked for.

    Raises:
        ProjectError: a title is a template with a fault.
    """
    model = report.report
    templates = Templates(report, {"year": model.year, "area": model.area})
    outline = Outline(model, templates)
    if templates.findings:
        raise report_error(templates.findings, report.source.text)
    prose = Prose("outline", attached=True)
    for branching in outline.chapters:
        part = Part(branching.chapter.part)
        prose.heading(branching.title)
        wanted = _WANTED[part].format(year=model.year, next_year=model.year + 1)
        optional = part not in REQUIRED_PARTS or not branching.chapter.required
        divided = _BY_SECTION if branching.sectioned else ""
        prose.paragraph(wanted + (_MAY_BE_MISSING if optional else "") + divided)
        if branching.sectioned:
            for place in branching.places:
                prose.section(place.title)
    return prose.blocks
