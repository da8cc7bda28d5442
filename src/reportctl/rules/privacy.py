"""Rules of the public form: nothing of a person may reach a page that everybody reads."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from reportctl.document import BlockType
from reportctl.findings import Rule, Severity, Span
from reportctl.rules.digits import groups
from reportctl.rules.private_numbers import NumberSearch, telephone_numbers

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from reportctl.document import Block, Document
    from reportctl.findings import Finding
    from reportctl.model.files import Submission
    from reportctl.rules.data import Data
    from reportctl.sources import Source

PRIVATE_NUMBER = Rule(
    "private-number",
    Severity.ERROR,
    "公开稿里有个人号码",
    "公开稿不能出现手机号码、身份证号码和联系人的电话。删去号码，或用 edits.yaml 改写这一条。"
    "确实可以公开的（如对外的热线），在 report.yaml 里写 public: {allow: [{text: 号码, reason: 理由}]}。",
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

UNUSED_RELEASE = Rule(
    "unused-release",
    Severity.NOTE,
    "放行的号码或姓名没有用到",
    "report.yaml 的 public: {allow: …} 放行了一个号码或姓名，公开稿里却没有它。写错的请改正，不再需要的请删去"
    "：留着它，以后同样的号码会不声不响地公开。",
    "（放行了 0745-2712345，正文里没有这个号码）",
    "（放行的号码正文里有）",
)

RULES = (PRIVATE_NUMBER, PRIVATE_NAME, UNUSED_RELEASE)

_ATTACHED = frozenset({BlockType.ATTACHMENT_TEXT, BlockType.TABLE_ROW})
_HINT = (
    "删去，或用 edits.yaml 改写这一条；确实可以公开的，在 report.yaml 里写"
    " public: {allow: [{text: 号码, reason: 理由}]}"
)


class Sources(NamedTuple):
    """Where the words of a document come from.

    Those are report.yaml, the editor's file, the submissions by name, and the attachments in the order of
    report.yaml, None for a picture.
    """

    report: Source
    edits: Source | None
    submissions: Mapping[str, Submission]
    attachments: tuple[Source | None, ...] = ()

    def span(self, words: str, block: Block) -> Span:
        """Where the words stand; where they are written otherwise, the item's beginning, or the file's."""
        found = self._find(words, block)
        if found is not None:
            source, at = found
            return source.span(at, at + len(words))
        first = next(iter(block.origins), None)
        if first is None:
            return (self._attachment(block) or self.report).whole()
        return Span(first.file, first.line, first.column, first.line, first.column)

    def named_place(self, words: str, block: Block) -> str:
        """How a message names that place; "" where line and column say it."""
        found = self._find(words, block)
        return "" if found is None else found[0].named_place(found[1])

    def _find(self, words: str, block: Block) -> tuple[Source, int] | None:
        for source, start in self._likely(block):
            at = source.text.find(words, start)
            if at >= 0:
                return source, at
        return None

    def _likely(self, block: Block) -> Iterator[tuple[Source, int]]:
        """Each file and where to begin in it: above its items a submission names the contact."""
        attachment = self._attachment(block)
        if attachment is not None:
            yield attachment, 0
        for origin in block.origins:
            given = self.submissions.get(origin.file)
            source = given.source if given is not None else self.edits
            if source is None:
                continue
            yield source, source.starts[origin.line - 1] + origin.column - 1
        if self.edits is not None:
            yield self.edits, 0
        yield self.report, 0

    def _attachment(self, block: Block) -> Source | None:
        """The attachment that a paragraph is from."""
        if block.type not in _ATTACHED:
            return None
        number = int(block.id.split("-")[1])
        return self.attachments[number - 1] if number <= len(self.attachments) else None


def check_public(
    document: Document,
    submissions: tuple[Submission, ...],
    sources: Sources,
    data: Data,
    allowed: Iterable[tuple[str, Span]] = (),
) -> Iterator[Finding]:
    """What must not stand in the public form of the document; `allowed` are numbers and names that may.

    Each of those comes with its place in report.yaml.
    """
    released = _Released(allowed)
    search = NumberSearch(phones_of(submissions), data)
    names = contact_names(submissions)
    for block in document.paragraphs():
        # no reader takes what stands in two cells of a table for one number
        cells = block.text.split("\t") if block.type is BlockType.TABLE_ROW else (block.text,)
        for number, whose in chain.from_iterable(map(search.numbers, cells)):
            if released.has(number.strip(), _digits(number)):
                continue
            message = f"{sources.named_place(number, block)}公开稿里有{whose}“{number}”"
            yield _at(PRIVATE_NUMBER, block, sources.span(number, block), message)
        for name, department in _names(block, names):
            if released.has(name):
                continue
            message = f"公开稿里有{department}联系人的姓名“{name}”"
            yield _at(PRIVATE_NAME, block, sources.span(name, block), message)
    for text, place in released.unused():
        yield UNUSED_RELEASE.at(place, f"放行的“{text}”公开稿里没有", "写错的改正，不再需要的删去")


class _Released:
    """The numbers and names that may stand in the public form, and which of them were met."""

    def __init__(self, allowed: Iterable[tuple[str, Span]]) -> None:
        self._allowed = [(text, place, {text.strip(), _digits(text)} - {""}) for text, place in allowed]
        self._met: set[str] = set()

    def has(self, *forms: str) -> bool:
        """Whether one of these forms of a number or name may stand."""
        met = {form for _, _, known in self._allowed for form in known.intersection(forms)}
        self._met |= met
        return bool(met)

    def unused(self) -> Iterator[tuple[str, Span]]:
        """Those that were never asked for, in order."""
        return ((text, place) for text, place, known in self._allowed if not known & self._met)


def _digits(text: str) -> str:
    """The digits of a number, however it is written."""
    return "".join(group.digits for found in groups(text) for group in found)


def phones_of(submissions: Iterable[Submission]) -> dict[str, str]:
    """The telephone numbers of all contacts, as digits alone, each with its department."""
    return {
        number: each.name or each.data.department.strip()
        for each in submissions
        if each.data.contact is not None
        for number in telephone_numbers(each.data.contact.phone)
    }


def contact_names(submissions: Iterable[Submission]) -> dict[str, set[str]]:
    """The names of all contacts by department: one that handed in twice has two."""
    names: dict[str, set[str]] = {}
    for each in submissions:
        if each.data.contact is not None:
            names.setdefault(each.name or "", set()).add(each.data.contact.name.strip())
    return names


def _names(block: Block, names: Mapping[str, set[str]]) -> Iterator[tuple[str, str]]:
    """The contacts' names in what their own department wrote, with the department."""
    for run in block.runs:
        for department in dict.fromkeys(origin.department for origin in run.origins):
            for name in sorted(names.get(department, ())):
                if len(name) > 1 and name in run.text:
                    yield name, department


def _at(rule: Rule, block: Block, span: Span, message: str) -> Finding:
    first = next(iter(block.origins), None)
    return rule.at(span, message, _HINT, department=first.department if first is not None else None)
