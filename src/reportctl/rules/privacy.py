"""Rules of the public form: nothing of a person may reach a page that everybody reads."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reportctl.findings import Rule, Severity, Span
from reportctl.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reportctl.document import Block, Document
    from reportctl.findings import Finding
    from reportctl.model.roster import Received

PRIVATE_NUMBER = Rule(
    "private-number",
    Severity.ERROR,
    "公开稿里有个人号码",
    "公开稿不能出现手机号码、身份证号码和联系人的电话。删去号码，或用 edits.yaml 改写这一条。",
    "text: 咨询请打13800000000。",
    "text: 咨询请到区公共法律服务中心。",
    locked=True,
)
PRIVATE_NAME = Rule(
    "private-name",
    Severity.WARNING,
    "公开稿里有联系人的姓名",
    "公开稿里出现了某部门联系人的姓名。请核对是不是应当公开。",
    "（联系人是李某，正文里也写了李某）",
    "（正文里不写联系人）",
)

RULES = (PRIVATE_NUMBER, PRIVATE_NAME)

# A phone or identity number as it may be written: digits with single blanks or hyphens between them.
_NUMBER = pattern(r"(?<!\d)\d(?:[ -]?\d){5,17}[Xx]?(?!\d)")
_MOBILE = pattern(r"1[3-9]\d(?:[ -]?\d{4}){2}")
_IDENTITY = pattern(
    r"(?<!\d)[1-9]\d{5}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx](?![\dXx])"
)
_HINT = "删去，或用 edits.yaml 改写这一条"


def check_public(document: Document, received: tuple[Received, ...]) -> Iterator[Finding]:
    """What must not stand in the public form of the document."""
    contacts = {one.name or "": one.file.submission.contact for one in received}
    phones: dict[str, str] = {}
    names: dict[str, str] = {}
    for department, contact in contacts.items():
        if contact is not None:
            phones[_digits(contact.phone)] = department
            names[department] = contact.name.strip()
    for block in document.paragraphs():
        yield from _numbers(block, phones)
        yield from _names(block, names)


def _numbers(block: Block, phones: dict[str, str]) -> Iterator[Finding]:
    for found in _NUMBER.finditer(block.text):
        number = found.group()
        if _MOBILE.fullmatch(number) or _IDENTITY.fullmatch(number):
            yield _at(PRIVATE_NUMBER, block, f"公开稿里有手机号码或身份证号码“{number}”")
        elif _digits(number) in phones:
            department = phones[_digits(number)]
            yield _at(PRIVATE_NUMBER, block, f"公开稿里有{department}联系人的电话“{number}”")


def _names(block: Block, names: dict[str, str]) -> Iterator[Finding]:
    """A contact's name in what his own department wrote."""
    for run in block.runs:
        for department in dict.fromkeys(origin.department for origin in run.origins):
            name = names.get(department, "")
            if len(name) > 1 and name in run.text:
                yield _at(PRIVATE_NAME, block, f"公开稿里有{department}联系人的姓名“{name}”")


def _digits(number: str) -> str:
    return re.sub(r"\D", "", number)


def _at(rule: Rule, block: Block, message: str) -> Finding:
    origins = block.origins
    if not origins:
        return rule.at(Span("report.yaml"), message, _HINT)
    first = origins[0]
    span = Span(first.file, first.line, first.column, first.line, first.column)
    return rule.at(span, message, _HINT, department=first.department)
