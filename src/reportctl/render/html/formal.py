"""What only the formal form has: 版头 above the title and 版记 at the end, in the order of the standard."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportctl.document import COPIES
from reportctl.render.html.markup import element, text
from reportctl.typesetting.letterhead import SIGNATORY, mark_lines

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reportctl.document import Imprint, Letterhead
    from reportctl.layout import Layout


def letterhead(head: Letterhead, layout: Layout) -> Iterator[str]:
    """版头 (clause 7.2); the red line is the lower border of it."""
    yield '<header class="letterhead">'
    if head.copy_number:
        yield element("p", text(head.copy_number), class_="copy-number")
    if head.urgency:
        yield element("p", text(head.urgency), class_="urgency")
    if head.issuers:
        yield _mark(head, layout)
    number = element("span", text(head.number)) if head.number else ""
    kind = "number upward" if head.signatories else "number"
    if number or head.signatories:
        yield element("p", number + _signatories(head), class_=kind)
    yield "</header>"


def imprint(found: Imprint) -> Iterator[str]:
    """版记 (clause 7.4)."""
    yield '<footer class="imprint">'
    if found.copies_to:
        yield _row("copies-to", COPIES, found.copies)
    if found.printed_by or found.printed_on:
        yield _row("printed", found.printed_by, found.printed)
    yield "</footer>"


def _row(kind: str, left: str, right: str) -> str:
    parts = element("span", text(left)) + element("span", text(right))
    return element("div", element("p", parts, class_=kind))


def _mark(head: Letterhead, layout: Layout) -> str:
    lines, beside = mark_lines(head, layout)
    if len(lines) == 1:
        return element("p", text(lines[0]), class_="mark")
    stacked = element("span", "".join(element("span", text(line)) for line in lines), class_="names")
    return element("p", stacked + (element("span", text(beside)) if beside else ""), class_="mark joint")


def _signatories(head: Letterhead) -> str:
    if not head.signatories:
        return ""
    names = "".join(element("span", text(name), class_="signatory-name") for name in head.signatories)
    label = element("span", SIGNATORY)
    return element("span", label + element("span", names, class_="signatories"), class_="signatory")
