"""What a document says of its sender: the clues to department and year, contact and 审核人."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reportctl.collect.fates import Fate
from reportctl.collect.identifying import Evidence, year_of
from reportctl.collect.rows import Field
from reportctl.model.submission import Contact
from reportctl.text.chars import LETTER

if TYPE_CHECKING:
    from reportctl.collect.forms import FormContents
    from reportctl.collect.furniture import Division
    from reportctl.collect.identifying import Clue
    from reportctl.collect.lines import SourceDocument

_NAME = re.compile(
    f"(?:联系人|填报人|填表人|经办人)[\uff1a:\\s]*((?:{LETTER}|·){{2,4}}?)"
    "(?=[\uff0c,\uff1b;、\\s\uff09)0-9电联手]|$)"
)
_PHONE = re.compile("(?<![0-9])([0-9]{3,4}[-－—\\s]?[0-9]{7,8}|1[0-9]{10}|[0-9]{7,8})(?![0-9])")
_APPROVED = re.compile(
    f"(?:审核人|审签人)[\uff1a:\\s]*((?:{LETTER}|·){{2,4}}?)(?=[\uff0c,\uff1b;、\\s\uff09)联填]|$)"
)
_NO_NAME = re.compile(rf"(?!{LETTER}|·).*", re.DOTALL)


def clues_of(
    document: SourceDocument, layout: Division, contents: FormContents, code: tuple[str, int] | None
) -> list[Clue]:
    """What the document says of department and year, the most trusted first."""

    def texts(fate: Fate) -> list[str]:
        return [document.lines[position].text for position in layout.of(fate)]

    found: list[Clue] = [
        (Evidence.FIELD, contents.fields[kind])
        for kind in (Field.DEPARTMENT, Field.YEAR)
        if kind in contents.fields
    ]
    found.append((Evidence.TITLE, "".join(text.strip() for text in texts(Fate.TITLE))))
    found += [(Evidence.BYLINE, text) for text in texts(Fate.BYLINE)]
    found += [(Evidence.SIGNATURE, text) for text in texts(Fate.SIGNATURE)]
    if code is not None:
        found += [(Evidence.CODE, code[0]), (Evidence.CODE, f"{code[1]}年")]
    return found


def year_of_opening(document: SourceDocument, layout: Division) -> int | None:
    """The year with which the opening begins, else the first chapter's."""
    openings = [document.lines[position].text[:12] for position in layout.of(Fate.OPENING)]
    heads = [document.lines[position].text for position in layout.body[:1]]
    return year_of((Evidence.TITLE, text) for text in (*openings, *heads))


def people_of(document: SourceDocument, layout: Division, contents: FormContents) -> tuple[Contact, str]:
    """Contact and 审核人: from the form's fields, else from the lines that name them."""
    said = " ".join(document.lines[position].text for position in layout.of(Fate.CONTACT))
    fields = contents.fields
    both = fields.get(Field.BOTH, "")
    phone = _PHONE.search(fields.get(Field.PHONE, "") or both or said)
    name = fields.get(Field.CONTACT, "") or _NO_NAME.sub("", both)
    if not name:
        named = _NAME.search(said)
        name = named[1] if named else ""
    approved = _APPROVED.search(said)
    return (
        Contact(name, fields.get(Field.PHONE, "") or (phone[1] if phone else "")),
        fields.get(Field.APPROVED_BY, "") or (approved[1] if approved else ""),
    )
