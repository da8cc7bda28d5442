"""Rules of the public form: nothing of a person may reach a page that everybody reads."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from reportctl.findings import Rule, Severity, Span
from reportctl.rules.personal import is_private

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from reportctl.document import Block, Document
    from reportctl.findings import Finding
    from reportctl.model.files import Submission
    from reportctl.sources import Source

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

_FOLDED = {
    **{0xFF10 + digit: str(digit) for digit in range(10)},
    **dict.fromkeys(map(ord, "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\uff0d\uff0b+"), "-"),
    **dict.fromkeys(map(ord, "\u00a0\u2002\u2003\u2009\u202f\u3000\t"), " "),
    **dict.fromkeys(map(ord, "\uff0e\u00b7\u2022"), "."),
    0xFF08: "(",
    0xFF09: ")",
}
_DIGIT = "[0-9\uff10-\uff19]"
_MARK = f"[ .()\\-{''.join(chr(code) for code, mark in _FOLDED.items() if not mark.isdecimal())}]"
# Numbers as they may be written: groups of digits with a mark or two between them, in any width.
_GROUPED = re.compile(rf"{_DIGIT}+(?:{_MARK}{{1,2}}{_DIGIT}+)*[Xx]?")
_GROUP = re.compile(r"[0-9]+[Xx]?")
_MOST_GROUPS = 6
_AREA = re.compile(r"0(?:10|2[0-9]|[3-9][0-9]{2})(?=[0-9]{7})")
_LEAST = 5
"""Digits of a phone number: a shorter one is an extension, and stands in many a figure."""
_HINT = "删去，或用 edits.yaml 改写这一条"


class Sources(NamedTuple):
    """Where the words of a document come from: report.yaml, the editor's file, the submissions by name."""

    report: Source
    edits: Source | None
    submissions: Mapping[str, Submission]

    def span(self, words: str, block: Block) -> Span:
        """Where the words stand; the item's beginning, or report.yaml, where they are written otherwise."""
        for source, start in self._likely(block):
            at = source.text.find(words, start)
            if at >= 0:
                return source.span(at, at + len(words))
        first = next(iter(block.origins), None)
        if first is None:
            return self.report.whole()
        return Span(first.file, first.line, first.column, first.line, first.column)

    def _likely(self, block: Block) -> Iterator[tuple[Source, int]]:
        """Each file and where to begin in it: above its items a submission names the contact."""
        for origin in block.origins:
            source = self.submissions[origin.file].source
            yield source, source.starts[origin.line - 1] + origin.column - 1
        if self.edits is not None:
            yield self.edits, 0
        yield self.report, 0


def check_public(
    document: Document, submissions: tuple[Submission, ...], sources: Sources
) -> Iterator[Finding]:
    """What must not stand in the public form of the document."""
    contacts = {each.name or "": each.data.contact for each in submissions}
    phones: dict[str, str] = {}
    names: dict[str, str] = {}
    for department, contact in contacts.items():
        if contact is not None:
            phones |= dict.fromkeys(_phones(contact.phone), department)
            names[department] = contact.name.strip()
    for block in document.paragraphs():
        for number, whose in _numbers(block.text, phones):
            message = f"公开稿里有{whose}“{number}”"
            yield _at(PRIVATE_NUMBER, block, sources.span(number, block), message)
        for name, department in _names(block, names):
            message = f"公开稿里有{department}联系人的姓名“{name}”"
            yield _at(PRIVATE_NAME, block, sources.span(name, block), message)


def _numbers(text: str, phones: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """The private numbers of a text as they are written, each with what it is."""
    for found in _GROUPED.finditer(text):
        groups = list(_GROUP.finditer(found.group().translate(_FOLDED)))
        end = 0
        for first, group in enumerate(groups):
            if first < end:
                continue  # a part of the number before
            for last in range(min(first + _MOST_GROUPS, len(groups)), first, -1):
                number = "".join(part.group() for part in groups[first:last])
                whose = _whose(number, phones)
                if whose:
                    start = found.start()
                    yield text[start + group.start() : start + groups[last - 1].end()], whose
                    end = last
                    break


def _whose(number: str, phones: Mapping[str, str]) -> str:
    if is_private(number):
        return "手机号码或身份证号码"
    return f"{phones[number]}联系人的电话" if number in phones else ""


def _phones(written: str) -> Iterator[str]:
    """The digits of each number of a contact, with and without the area code."""
    for found in _GROUPED.finditer(written):
        number = "".join(filter(str.isdecimal, found.group().translate(_FOLDED)))
        if len(number) >= _LEAST:
            yield number
            yield _AREA.sub("", number, count=1)


def _names(block: Block, names: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """A contact's name in what his own department wrote, with the department."""
    for run in block.runs:
        for department in dict.fromkeys(origin.department for origin in run.origins):
            name = names.get(department, "")
            if len(name) > 1 and name in run.text:
                yield name, department


def _at(rule: Rule, block: Block, span: Span, message: str) -> Finding:
    first = next(iter(block.origins), None)
    return rule.at(span, message, _HINT, department=first.department if first is not None else None)
