"""What all letters have in common: an official document in the sender's name, dated or to be dated."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from reportctl.assemble.templates import Templates
from reportctl.document import (
    Block,
    BlockType,
    Document,
    Form,
    Imprint,
    Letterhead,
    Role,
    Run,
    chinese_date,
)
from reportctl.project.opening import report_error
from reportctl.text.ends import close
from reportctl.text.marks import normalise_line
from reportctl.text.numbers import chapter_number, item_number, section_number

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

    from reportctl.document import Attachment
    from reportctl.model.files import ReportFile

UNDATED = "年\u3000\u3000月\u3000\u3000日"
"""成文日期 that is left to be written by hand."""
_SPEC = ("notice",)


class Sender(NamedTuple):
    """Who asks: 发文机关 with its mark and 印发机关, how material reaches it, and whom to call there."""

    issuers: tuple[str, ...]
    mark: tuple[str, ...]
    printed_by: str
    recipients: tuple[str, ...]
    send_to: str
    contact: str
    phone: str

    @property
    def way(self) -> str:
        """How material reaches the sender, a paragraph of its own: an address does not break."""
        return f"报送方式\uff1a{close(self.send_to)}" if self.send_to else ""

    @property
    def asked(self) -> str:
        """Whom a department may ask, as a letter says it; "" where report.yaml names nobody."""
        named = (("联系人", self.contact), ("联系电话", self.phone))
        return "\uff0c".join(f"{label}\uff1a{value}" for label, value in named if value)


class LetterText(NamedTuple):
    """What a letter says, without the sender; `number` is its 发文字号, "" for one without 版头."""

    title: str
    recipients: str
    body: tuple[Block, ...]
    attachments: tuple[Attachment, ...] = ()
    number: str = ""


class Prose:
    """Paragraphs in the making: headings 一、 and items 1. are numbered as they come."""

    def __init__(self, name: str, *, attached: bool = False) -> None:
        self._name = name
        self._heading = BlockType.ATTACHMENT_TEXT if attached else BlockType.CHAPTER
        self._section = BlockType.ATTACHMENT_TEXT if attached else BlockType.SECTION
        self._text = BlockType.ATTACHMENT_TEXT if attached else BlockType.ITEM
        self._headings = self._sections = self._items = 0
        self._blocks: list[Block] = []

    @property
    def blocks(self) -> tuple[Block, ...]:
        """The paragraphs so far."""
        return tuple(self._blocks)

    def heading(self, title: str) -> None:
        """一、 on a line of its own."""
        self._headings += 1
        self._sections = self._items = 0
        number = chapter_number(self._headings)
        self._add(self._heading, (Run(title, Role.HEADING),), 1, number)

    def section(self, title: str) -> None:
        """（一） on a line of its own."""
        self._sections += 1
        self._items = 0
        self._add(self._section, (Run(title, Role.HEADING),), 2, section_number(self._sections))

    def item(self, heading: str, text: str = "") -> None:
        """1. with a heading that runs into the text."""
        self._items += 1
        runs = (Run(close(heading), Role.HEADING), *((Run(text),) if text else ()))
        self._add(self._text, runs, 3, item_number(self._items))

    def paragraph(self, text: str) -> None:
        """A paragraph without a number; none for no text."""
        if text:
            self._add(self._text, (Run(text),), 0, "")

    def closing(self, text: str) -> None:
        """结语."""
        self._add(BlockType.CLOSING, (Run(text),), 0, "")

    def _add(self, kind: BlockType, runs: tuple[Run, ...], level: int, number: str) -> None:
        self._blocks.append(Block(f"{self._name}-{len(self._blocks) + 1}", kind, runs, level, number))


def sender_of(report: ReportFile) -> Sender:
    """The sender that report.yaml names under `notice`; its issuer is the report's own where none is named.

    Raises:
        ProjectError: a text is a template with a fault.
    """
    spec, document = report.report.notice, report.report.document
    templates = Templates(report, {"year": report.report.year, "area": report.report.area})

    def texts(path: tuple[str, str], values: tuple[str, ...]) -> tuple[str, ...]:
        rendered = (templates.render(value, (*path, index)) for index, value in enumerate(values))
        return tuple(filter(None, map(normalise_line, rendered)))

    own = texts(("notice", "issuer"), spec.issuer)
    reporting = texts(("document", "issuer"), document.issuer)
    printed_by = templates.render(spec.printed_by, (*_SPEC, "printed_by"))
    if not printed_by and not own:
        printed_by = templates.render(document.printed_by, ("document", "printed_by"))
    sender = Sender(
        issuers=own or reporting,
        mark=own or texts(("document", "mark"), document.mark) or reporting,
        printed_by=normalise_line(printed_by) or next(iter(own or reporting), ""),
        recipients=texts(("notice", "recipients"), spec.recipients),
        send_to=normalise_line(templates.render(spec.send_to, (*_SPEC, "send_to"))),
        contact=normalise_line(spec.contact),
        phone=spec.phone.strip(),
    )
    if templates.findings:
        raise report_error(templates.findings, report.source.text)
    return sender


def written(letter: LetterText, sender: Sender, report: ReportFile, date: dt.date | None) -> Document:
    """The letter as an official document: with 版头 and 版记 where it has a 发文字号."""
    numbered = letter.number != ""
    imprint = Imprint((), sender.printed_by, date) if numbered and sender.printed_by and date else None
    return Document(
        form=Form.FORMAL if numbered else Form.PLAIN,
        year=report.report.year,
        area=report.report.area,
        title=letter.title,
        blocks=tuple(_blocks(letter, sender, date)),
        date=date,
        issuers=sender.issuers,
        letterhead=Letterhead(issuers=sender.mark, number=letter.number) if numbered else None,
        imprint=imprint,
        attachments=letter.attachments,
        sealed=report.report.document.sealed,
        duplex=report.report.document.duplex,
    )


def _blocks(letter: LetterText, sender: Sender, date: dt.date | None) -> Iterator[Block]:
    yield Block("title", BlockType.TITLE, (Run(letter.title),))
    yield Block("recipients", BlockType.RECIPIENTS, (Run(f"{letter.recipients}\uff1a"),))
    yield from letter.body
    for index, attachment in enumerate(letter.attachments, 1):
        label = "附件\uff1a" if index == 1 else ""
        number = f"{label}{attachment.number}." if attachment.number else label
        name = f"attachment-list-{index}"
        yield Block(name, BlockType.ATTACHMENT_LIST, (Run(attachment.title),), 0, number)
    for index, issuer in enumerate(sender.issuers, 1):
        yield Block(f"signature-{index}", BlockType.SIGNATURE, (Run(issuer),))
    if sender.issuers:
        said = UNDATED if date is None else chinese_date(date)
        yield Block("date", BlockType.DATE, (Run(said),))
