"""The checks, one family a module; each yields the deviations of a document from its layout."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportctl.inspect.checks import (
    attachment_notes,
    attachments,
    dates,
    document_number,
    ending,
    grid,
    headings,
    imprint,
    indents,
    leftovers,
    letterhead,
    marks,
    page,
    page_numbers,
    recipients,
    red_line,
    signatories,
    tables,
    title,
    type,  # noqa: A004 - the printer's word; it shadows nothing but here
)

if TYPE_CHECKING:
    from reportctl.findings import Rule

FAMILIES = (
    page,
    grid,
    type,
    indents,
    letterhead,
    document_number,
    signatories,
    red_line,
    title,
    recipients,
    headings,
    marks,
    attachment_notes,
    attachments,
    tables,
    ending,
    dates,
    imprint,
    page_numbers,
    leftovers,
)
RULES: tuple[Rule, ...] = tuple(rule for family in FAMILIES for rule in family.RULES)
