"""The official elements around the chapters, as the form has them: title, 主送, 署名, 版头, 版记."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportctl.document import (
    Attachment,
    Block,
    BlockType,
    Form,
    Imprint,
    Letterhead,
    Role,
    Run,
    chinese_date,
)
from reportctl.snapshot import BuiltParagraph
from reportctl.text.ends import close
from reportctl.text.marks import normalise, normalise_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from reportctl.assemble.templates import Templates
    from reportctl.model.report import Report

NAMED = (
    *(BlockType.TITLE, BlockType.RECIPIENTS, BlockType.OPENING, BlockType.CLOSING),
    *(BlockType.SIGNATURE, BlockType.DATE, BlockType.NOTE),
)
"""The elements that a final decision may name, by their type's own name."""
_COLON = "\uff1a"
_NOT_PUBLIC = "【草稿，不得公开\uff1a还没有核对个人信息和不宜公开的内容，不得发布、转发】"


class ReportElements:
    """The rendered, normalised texts of the report's `document`, and the blocks made of them."""

    def __init__(self, report: Report, templates: Templates, form: Form) -> None:
        self._report = report
        self._spec = report.document
        self._templates = templates
        self.form = form
        self.title = self._text("title")
        self.title_lines = self._texts("title_lines")
        self.issuers = self._texts("issuer")
        self._recipients = self._texts("recipients")

    @property
    def signed(self) -> bool:
        """Whether 署名 and 成文日期 are shown."""
        return self.form is not Form.PUBLIC or self._report.public.signature

    @property
    def hidden(self) -> frozenset[BlockType]:
        """The elements that the form does not show; they are made all the same, for decisions name them."""
        unsigned = () if self.signed else (BlockType.SIGNATURE, BlockType.DATE)
        unaddressed = (BlockType.RECIPIENTS, BlockType.NOTE) if self.form is Form.PUBLIC else ()
        return frozenset((*unsigned, *unaddressed))

    def opening(self, *, draft: bool = False) -> Iterator[Block]:
        """What stands before the chapters; above all else, that a draft of the public form is not public."""
        if draft and self.form is Form.PUBLIC:
            yield Block("not-public", BlockType.ITEM, (Run(_NOT_PUBLIC, Role.GAP),))
        yield Block("title", BlockType.TITLE, (Run(self.title),))
        if self._recipients:
            names = "、".join(self._recipients).rstrip(_COLON)
            yield Block("recipients", BlockType.RECIPIENTS, (Run(f"{names}{_COLON}"),))
        yield from _blocks("opening", BlockType.OPENING, normalise(self._rendered("opening")))

    def closing(self, attachments: tuple[Attachment, ...]) -> Iterator[Block]:
        """What stands behind the chapters."""
        closing = normalise(self._rendered("closing"))
        yield from _blocks("closing", BlockType.CLOSING, close(closing) if closing else "")
        for index, attachment in enumerate(attachments, 1):
            label = f"附件{_COLON}" if index == 1 else ""
            number = f"{label}{attachment.number}." if attachment.number else label
            yield Block(
                f"attachment-list-{index}", BlockType.ATTACHMENT_LIST, (Run(attachment.title),), 0, number
            )
        for index, issuer in enumerate(self.issuers, 1):
            yield Block(f"signature-{index}", BlockType.SIGNATURE, (Run(issuer),))
        if self._spec.date is not None:
            yield Block("date", BlockType.DATE, (Run(chinese_date(self._spec.date)),))
        note = self._text("note").strip("\uff08\uff09()")
        if note:
            yield Block("note", BlockType.NOTE, (Run(f"\uff08{note}\uff09"),))

    def letterhead(self) -> Letterhead | None:
        """版头, in the formal form."""
        if self.form is not Form.FORMAL:
            return None
        return Letterhead(
            copy_number=self._spec.copy_number.strip(),
            urgency=self._spec.urgency.strip(),
            issuers=self._texts("mark") or self.issuers,
            number=self._text("number"),
            signatories=self._texts("signatory"),
        )

    def imprint(self) -> Imprint | None:
        """版记, in the formal form and where report.yaml gives any of it."""
        copies, printer = self._texts("copies_to"), self._text("printed_by")
        if self.form is not Form.FORMAL or not (copies or printer or self._spec.printed_on):
            return None
        return Imprint(copies, printer, self._spec.printed_on)

    def _text(self, name: str) -> str:
        return normalise_line(self._rendered(name))

    def _rendered(self, name: str) -> str:
        return self._templates.render(getattr(self._spec, name), ("document", name))

    def _texts(self, name: str) -> tuple[str, ...]:
        values = getattr(self._spec, name)
        rendered = (
            normalise_line(self._templates.render(value, ("document", name, index)))
            for index, value in enumerate(values)
        )
        return tuple(filter(None, rendered))


def named(blocks: Iterable[Block]) -> Iterator[BuiltParagraph]:
    """The elements as a decision names them: the first by its type alone, the second of them as 2."""
    met: dict[BlockType, int] = {}
    for block in blocks:
        met[block.type] = number = met.get(block.type, 0) + 1
        if block.type in NAMED:
            yield BuiltParagraph.of(block, block.type.value, "", number if number > 1 else 0)
        else:
            yield BuiltParagraph.of(block)


def _blocks(name: str, kind: BlockType, text: str) -> Iterator[Block]:
    for index, paragraph in enumerate(text.split("\n\n") if text else (), 1):
        yield Block(name if index == 1 else f"{name}-{index}", kind, (Run(paragraph),))
