"""The body: the document tree as paragraphs, one piece of XML at a time, so that no length costs memory."""

from __future__ import annotations

from itertools import count, groupby
from typing import TYPE_CHECKING

from reportctl.document import Block, BlockType, Role, Table
from reportctl.render.docx import imprint, letterhead, tables
from reportctl.render.docx.styles import style_of
from reportctl.render.docx.xml import LOOSE, TAB, paragraph, run, styled
from reportctl.typesetting import signing
from reportctl.typesetting.elements import PLAIN
from reportctl.typesetting.measure import PageOrientation
from reportctl.typesetting.signing import RowKind
from reportctl.typesetting.tables import sheet_for
from reportctl.typesetting.titles import title_lines

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reportctl.document import Attachment, Document
    from reportctl.layout import Layout
    from reportctl.render.docx.stylesheet import StyleSheet
    from reportctl.typesetting.pagination import ImprintPlace

_BODY = "GwBody"
_STYLES = {kind: style_of(key) for kind, key in PLAIN.items()} | {BlockType.DATE: "GwDate"}
_LOOKS = {Role.STRONG: "GwStrong", Role.GAP: "GwGap"}
_TAIL = (BlockType.ATTACHMENT_LIST, BlockType.SIGNATURE, BlockType.DATE)


class Body:
    """Writes the pieces of a document's body in reading order.

    `images` are its pictures as runs, `place` is where its 版记 goes, `loose` are headings, and
    the last paragraph of the text, that do not keep with what follows, by their place in the text and, behind
    it, in the 附件.
    """

    def __init__(
        self,
        document: Document,
        layout: Layout,
        sheet: StyleSheet,
        images: Sequence[str],
        place: ImprintPlace | None,
        loose: frozenset[int] = frozenset(),
    ) -> None:
        self._document = document
        self._layout = layout
        self._sheet = sheet
        self._images = iter(images)
        self._place = place
        self._loose = loose
        self._annexed = count(len(document.blocks))

    def __iter__(self) -> Iterator[str | PageOrientation]:
        document = self._document
        if document.letterhead is not None:
            yield from letterhead.write(document.letterhead, self._layout, self._sheet)
        yield from self._text(document.blocks)
        for attachment in document.attachments:
            yield from self._attachment(attachment)
        if document.imprint is not None and self._place is not None:
            yield self._place.sheet
            yield from imprint.write(document.imprint, self._place, self._layout, self._sheet)

    def _text(self, blocks: Sequence[Block]) -> Iterator[str]:
        """The paragraphs from the title to 附注; the tail keeps the last of the text on its page."""
        tail = next((index for index, block in enumerate(blocks) if block.type in _TAIL), len(blocks))
        kept = tail - 1 if tail < len(blocks) else -1
        for index in range(tail):
            loose = index in self._loose
            yield self._block(blocks[index], keep=index == kept and not loose, loose=loose)
        noted = blocks[-1:] and blocks[-1].type is BlockType.NOTE
        for kind, group in groupby(blocks[tail:], key=lambda block: block.type):
            if kind is BlockType.SIGNATURE:
                yield from self._signatures()
            elif kind is BlockType.ATTACHMENT_LIST:
                yield from self._attachment_notes(group)
            else:
                for block in group:
                    yield self._block(block, keep=bool(noted) and kind is BlockType.DATE)

    def _block(self, block: Block, *, keep: bool = False, loose: bool = False) -> str:
        """A paragraph of the text, with a heading or without."""
        if block.level:
            return self._headed(block, keep=keep, loose=loose)
        if block.type is BlockType.TITLE:
            return self._title(block)
        style = self._sheet.use(_STYLES.get(block.type, _BODY), keep=keep)
        if block.type is BlockType.ITEM and block.number[:1] == "（" and self._layout.headings.run_in.value:
            # the number of the second level has that level's font, heading or no heading (clause 7.3.3)
            return paragraph(style, run(block.number, self._properties("GwRunIn2")) + self._runs(block))
        return paragraph(style, self._runs(block, number=block.number))

    def _title(self, block: Block) -> str:
        document, layout = self._document, self._layout
        lines = document.title_lines or title_lines(block.text, layout.elements.title, document, layout)
        return paragraph(self._sheet.use("GwTitle"), run("\n".join(lines)))

    def _headed(self, block: Block, *, keep: bool, loose: bool) -> str:
        """A heading on a line of its own, or run into the text: then only it takes the heading's font."""
        if block.heading_alone:
            style = self._sheet.use(f"GwHeading{block.level}")
            return paragraph(style, run(block.number + block.text), LOOSE if loose else "")
        look = self._properties(f"GwRunIn{block.level}") if self._layout.headings.run_in.value else ""
        number = run(block.number, look) if block.runs[0].role is not Role.HEADING else ""
        text = self._runs(block, look, "" if number else block.number)
        return paragraph(self._sheet.use(_BODY, keep=keep), number + text)

    def _runs(self, block: Block, heading: str = "", number: str = "") -> str:
        """A paragraph's runs, headings with the properties given, `number` joined to the first.

        What looks alike is one run, whoever wrote it: Word has no use for the origins.
        """
        parts = []
        words = [number]
        role = block.runs[0].role
        for stretch in block.runs:
            if stretch.role is not role:
                parts.append(run("".join(words), self._look(role, heading)))
                role, words = stretch.role, []
            words.append(stretch.text)
        parts.append(run("".join(words), self._look(role, heading)))
        return "".join(parts)

    def _look(self, role: Role, heading: str) -> str:
        if role is Role.TEXT:
            return ""
        return heading if role is Role.HEADING else self._properties(_LOOKS[role])

    def _properties(self, style: str) -> str:
        return styled(self._sheet.use(style))

    def _attachment_notes(self, blocks: Iterator[Block]) -> Iterator[str]:
        for index, block in enumerate(blocks):
            style = self._sheet.use("GwAttachmentNoteMore" if index else "GwAttachmentNote")
            yield paragraph(style, run(block.number + block.text))

    def _signatures(self) -> Iterator[str]:
        """署名, a line each; sealed joint issuers side by side."""
        placed = signing.place(self._document, self._layout)
        for index, row in enumerate(placed.rows):
            lead = TAB if placed.tabs and row.kind is RowKind.COLUMNS else ""
            more = "More" if index and row.kind is not RowKind.LAST else ""
            style = self._sheet.use(f"GwSignature{row.kind.value}{more}")
            names = "".join(f"{lead}{run(issuer)}" for issuer in row.issuers)
            yield paragraph(style, lead * row.free + names)

    def _attachment(self, attachment: Attachment) -> Iterator[str | PageOrientation]:
        """附件 on a page of its own; a wide table, and the heading right above it, on a turned sheet."""
        layout, sheet = self._layout, self._sheet
        lies = sheet_for(next(iter(attachment.content), None), layout)
        yield lies
        yield paragraph(sheet.use("GwAttachmentLabel"), run(attachment.label))
        room = layout.page.text_height if lies is PageOrientation.LANDSCAPE else layout.page.text_width
        element = layout.elements.attachment_title
        lines = title_lines(attachment.title, element, self._document, layout, room)
        yield paragraph(sheet.use("GwAttachmentTitle"), run("\n".join(lines)))
        for content in attachment.content:
            yield sheet_for(content, layout)
            if isinstance(content, Block):
                yield self._block(content, loose=next(self._annexed) in self._loose)
            elif isinstance(content, Table):
                yield from tables.write(content, layout, sheet)
            else:
                yield paragraph(sheet.use("GwDefaultPicture"), next(self._images))
