"""What only the formal form has: 版头 above the title and 版记 at the end, in the order of the standard."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportctl.render.html.markup import element, text

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


def mark_lines(head: Letterhead, layout: Layout) -> tuple[tuple[str, ...], str]:
    """发文机关标志: the names, and the word that follows them where a name does not end with it."""
    suffix = layout.letterhead.mark_suffix.value
    named = len(head.issuers) == 1 and head.issuers[0].endswith(suffix)
    return head.issuers, "" if named else suffix


def imprint(found: Imprint) -> Iterator[str]:
    """版记 (clause 7.4)."""
    yield '<footer class="imprint">'
    if found.copies_to:
        names = "\uff0c".join(found.copies_to).rstrip("。")
        yield _row("copies-to", "抄送\uff1a", f"{names}。")
    if found.printed_by or found.printed_on:
        day = found.printed_on
        date = f"{day.year}年{day.month}月{day.day}日印发" if day else ""
        yield _row("printed", found.printed_by, date)
    yield "</footer>"


def _row(kind: str, left: str, right: str) -> str:
    parts = element("span", text(left)) + element("span", text(right))
    return element("div", element("p", parts, class_=kind))


def _mark(head: Letterhead, layout: Layout) -> str:
    names, suffix = mark_lines(head, layout)
    if len(names) == 1:
        return element("p", text(names[0] + suffix), class_="mark")
    stacked = element("span", "".join(element("span", text(name)) for name in names), class_="names")
    return element("p", stacked + (element("span", text(suffix)) if suffix else ""), class_="mark joint")


def _signatories(head: Letterhead) -> str:
    if not head.signatories:
        return ""
    names = "".join(element("span", text(name), class_="signatory-name") for name in head.signatories)
    label = element("span", "签发人\uff1a")
    return element("span", label + element("span", names, class_="signatories"), class_="signatory")
