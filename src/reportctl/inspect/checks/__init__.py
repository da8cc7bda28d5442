"""The checks, one family a module; each yields the deviations of a document from its layout."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportctl.inspect.checks import (
    annexes,
    attachment_notes,
    attachments,
    breadth,
    copies,
    document_number,
    ending,
    headings,
    imprint,
    indents,
    leftovers,
    letterhead,
    marks,
    page,
    page_numbers,
    recognition,
    signing,
    spacing,
    tables,
    title,
    type,  # noqa: A004 - the printer's word; it shadows nothing but here
    wording,
)

if TYPE_CHECKING:
    from reportctl.findings import Rule

FAMILIES = (
    page,
    type,
    indents,
    letterhead,
    document_number,
    title,
    headings,
    marks,
    attachment_notes,
    attachments,
    annexes,
    tables,
    breadth,
    ending,
    signing,
    imprint,
    copies,
    spacing,
    wording,
    page_numbers,
    leftovers,
    recognition,
)
RULES: tuple[Rule, ...] = tuple(rule for family in FAMILIES for rule in family.RULES)
