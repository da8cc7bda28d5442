"""What is said of 版记: that it would have a page for itself, that 印发机关 leaves the date no room."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportctl.project.codes import LONE_IMPRINT, LONG_PRINTER
from reportctl.typesetting.imprint import longest_name, printed_line
from reportctl.typesetting.pagination import imprint_place, shortest_ends

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reportctl.document import Document
    from reportctl.findings import Finding, Span
    from reportctl.layout import Layout
    from reportctl.project.opening import Project
    from reportctl.typesetting.pagination import ImprintPlace

_NAMED = 3
"""Paragraphs that a hint names at most."""
_SHOWN = 14
"""Characters by which a paragraph is named."""


def check_imprint(project: Project, document: Document, layout: Layout) -> Iterator[Finding]:
    """A 版记 that stands alone on the last page, or whose last line takes two (clauses 7.4, 7.4.3)."""
    imprint = document.imprint
    if imprint is None:
        return
    if printed_line(imprint, layout).broken:
        most = longest_name(imprint, layout)
        hint = f"用规范化简称\uff1a不超过{most}个字就和印发日期排在一行"
        message = f"印发机关“{imprint.printed_by}”太长\uff0c和印发日期排不下一行"
        yield LONG_PRINTER.at(_span(project, ("printed_by",)), message, hint)
    place = imprint_place(document, layout)
    if place is None or not place.alone:
        return
    span = _span(project, ("copies_to", "printed_by", "printed_on"))
    blank = f"\uff0c第{place.page - 1}面空白" if place.blank_before else ""
    yield LONE_IMPRINT.at(span, f"版记单独占第{place.page}面{blank}", _hint(place, document, layout))


def _span(project: Project, keys: tuple[str, ...]) -> Span:
    """The first of these keys that report.yaml has."""
    given = project.report.yaml.data.get("document", {})
    key = next((key for key in keys if key in given), "")
    return project.report.key_span(("document", key)) if key else project.report.start_span(("document",))


def _hint(place: ImprintPlace, document: Document, layout: Layout) -> str:
    doubt = "" if place.sure else "\uff1b正文的末行离一面的开头或末尾不到两行\uff0c请在 Word 里看一看"
    if not place.excess:
        return "末尾的附件是横排的\uff0c版记不能和它同面\uff1a把竖排的附件放在最后"
    fewer = f"再少{place.excess}行\uff0c版记就能和前面的内容同面"
    if document.attachments:
        return f"{document.attachments[-1].label}“{document.attachments[-1].title}”{fewer}{doubt}"
    ends = shortest_ends(document, layout)[: min(place.excess, _NAMED)]
    named = "、".join(
        f"“{(block.number + block.text)[:_SHOWN]}……”一段减{characters}个字" for block, characters in ends
    )
    each = f"\uff1a{named}\uff0c各省一行" if len(ends) > 1 else f"\uff1a{named}\uff0c就省一行" if ends else ""
    return f"正文{fewer}{each}{doubt}"
