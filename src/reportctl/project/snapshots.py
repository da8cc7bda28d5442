"""The snapshot of a document about to be rendered: every paragraph with words, in the order printed."""

from __future__ import annotations

import hashlib
from itertools import groupby, islice
from typing import TYPE_CHECKING

from reportctl.document import COPIES, Block, BlockType, Picture, Role, Table
from reportctl.snapshot import BuiltParagraph, Snapshot, SnapshotParagraph
from reportctl.text.marks import normalise_line
from reportctl.text.paragraphs import unbroken
from reportctl.typesetting import signing
from reportctl.typesetting.imprint import printed_line
from reportctl.typesetting.letterhead import SIGNATORY, mark_lines, signatory_rows

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from reportctl.document import Attachment, Document, Imprint, Letterhead
    from reportctl.layout import Layout
    from reportctl.typesetting.signing import SignatureRow

_CELL = "\t"
_MARK = 8
"""Hex digits that all names of one snapshot begin with."""


def take(document: Document, as_built: Iterable[BuiltParagraph], layout: Layout) -> Snapshot:
    """The snapshot of a document, still without the id of a build, which is known once it is rendered."""
    paragraphs = tuple(filter(_has_words, _paragraphs(document, as_built, layout)))
    mark = _mark(paragraphs)
    # not by `_replace`, which takes three times as long: there may be ten thousand
    named = (
        SnapshotParagraph(f"{mark}_{number:04}", *paragraph[1:])
        for number, paragraph in enumerate(paragraphs, 1)
    )
    return Snapshot(
        build="",
        form=document.form.value,
        year=document.year,
        area=document.area,
        draft=document.draft,
        title=document.title,
        paragraphs=tuple(named),
    )


def _paragraphs(
    document: Document, as_built: Iterable[BuiltParagraph], layout: Layout
) -> Iterator[SnapshotParagraph]:
    if document.letterhead is not None:
        yield from _letterhead(document.letterhead, layout)
    yield from _text(as_built, signing.place(document, layout).rows)
    for attachment in document.attachments:
        yield from _attachment(attachment)
    if document.imprint is not None:
        yield from _imprint(document.imprint, layout)


def _mark(paragraphs: Iterable[SnapshotParagraph]) -> str:
    """What tells this snapshot from one with other words, or with the same at other places."""
    said: list[str] = []
    for paragraph in paragraphs:
        built = "" if paragraph.built == paragraph.text else paragraph.built
        said += (paragraph.kind, paragraph.at, paragraph.heading, str(paragraph.paragraph), paragraph.number)
        said += (paragraph.text, str(built), str(paragraph.omitted))
    return hashlib.sha256("\0".join(said).encode()).hexdigest()[:_MARK]


def _has_words(paragraph: SnapshotParagraph) -> bool:
    """Whether anything of it is seen on paper: what is empty has no place in a .docx that comes back."""
    return bool(paragraph.number or paragraph.text.strip(_CELL)) or paragraph.kind == BlockType.PICTURE


def _text(as_built: Iterable[BuiltParagraph], rows: Iterable[SignatureRow]) -> Iterator[SnapshotParagraph]:
    """The paragraphs from the title to 附注; sealed joint issuers stand side by side, in one."""
    for kind, group in groupby(as_built, key=_kind):
        paragraphs = [_paragraph(built) for built in group]
        if kind is not BlockType.SIGNATURE:
            yield from paragraphs
            continue
        issuers = (paragraph for paragraph in paragraphs if not paragraph.omitted)
        for row in rows:
            yield _beside(list(islice(issuers, len(row.issuers))))
        yield from (paragraph for paragraph in paragraphs if paragraph.omitted)


def _kind(built: BuiltParagraph) -> BlockType:
    return _shown(built).type


def _shown(built: BuiltParagraph) -> Block:
    """The block as printed, or as it would have been."""
    block = built.printed or built.built
    assert block is not None  # noqa: S101 - what is neither built nor printed is no paragraph
    return block


def _paragraph(built: BuiltParagraph) -> SnapshotParagraph:
    block = _shown(built)
    text = block.text
    # nearly always no decision met it: then it is the same text, and there may be ten thousand
    words = text if built.built is block else built.built.text if built.built is not None else None
    return SnapshotParagraph(
        name="",
        kind=block.type.value,
        at=built.at,
        heading=built.heading,
        paragraph=built.paragraph,
        number=block.number,
        heading_text="".join([run.text for run in block.runs if run.role is Role.HEADING]),
        text=text,
        built=words,
        gap=Role.GAP in [run.role for run in block.runs],
        omitted=built.printed is None,
        decided_by=built.decided_by,
        origins=block.origins,
        position=built.position + 1,
    )


def _beside(row: list[SnapshotParagraph]) -> SnapshotParagraph:
    """Paragraphs that stand beside each other on paper, as the one that they are in Word."""
    if len(row) == 1:
        return row[0]
    text = _CELL.join(paragraph.text for paragraph in row)
    built = _CELL.join(paragraph.built or "" for paragraph in row)
    return row[0]._replace(text=text, built=built)


def _letterhead(head: Letterhead, layout: Layout) -> Iterator[SnapshotParagraph]:
    yield from _lone("letterhead-copy-number", head.copy_number)
    yield from _lone("letterhead-urgency", head.urgency)
    lines, beside = mark_lines(head, layout)
    for index, line in enumerate(lines):
        yield from _lone("letterhead-issuer", *([line, beside] if beside and index == 0 else [line]))
    rows = signatory_rows(head, layout)
    if not rows:
        yield from _lone("letterhead-number", head.number)
    for index, names in enumerate(rows):
        last = index == len(rows) - 1
        label = "" if index else SIGNATORY
        kind = "letterhead-number" if last and head.number else "letterhead-signatory"
        first = head.number if last else ""
        yield from _lone(kind, first, *(["", *names] if index else [f"{label}{names[0]}", *names[1:]]))


def _attachment(attachment: Attachment) -> Iterator[SnapshotParagraph]:
    yield from _lone(BlockType.ATTACHMENT_LABEL, attachment.label)
    yield from _lone(BlockType.ATTACHMENT_TITLE, attachment.title)
    for content in attachment.content:
        if isinstance(content, Block):
            yield _paragraph(BuiltParagraph.of(content))
        elif isinstance(content, Table):
            for row in content.cells():
                yield from _lone(BlockType.TABLE_ROW, *(_read(cell.text) for cell in row))
        elif isinstance(content, Picture):
            yield SnapshotParagraph("", BlockType.PICTURE, built="")


def _read(cell: str) -> str:
    """The words of a cell as a copy that comes back has them, on one line."""
    return normalise_line(unbroken(cell))


def _imprint(imprint: Imprint, layout: Layout) -> Iterator[SnapshotParagraph]:
    if imprint.copies_to:
        yield from _lone("imprint-copies", COPIES + imprint.copies)
    parts = [imprint.printed_by, imprint.printed] if imprint.printed else [imprint.printed_by]
    if printed_line(imprint, layout).broken:  # a copy that comes back has them as one line without a tab
        parts = ["".join(parts)]
    yield from _lone("imprint-printed", *parts)


def _lone(kind: str, *cells: str) -> Iterator[SnapshotParagraph]:
    """A paragraph or a table's row that no final decision can name."""
    text = _CELL.join(cells)
    yield SnapshotParagraph("", str(kind), text=text, built=text)
