"""A .docx with tracked changes: accepted it is the new text, rejected the old one."""

from __future__ import annotations

from itertools import count, groupby
from typing import TYPE_CHECKING

from reportctl.document import Block, BlockType, Document, Form, Run
from reportctl.render.docx.catalogue import styles
from reportctl.render.docx.pages import add_sections, with_sections
from reportctl.render.docx.preparing import prepare
from reportctl.render.docx.stylesheet import StyleSheet
from reportctl.render.docx.xml import attribute, cell, dated, grid, run, styled
from reportctl.render.review import AUTHOR
from reportctl.render.revisions import RevisedParagraph, RevisedRow, Revision
from reportctl.typesetting.measure import PageOrientation

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator, Sequence
    from typing import BinaryIO

    from reportctl.layout import Layout
    from reportctl.render.revisions import RevisedLine

_STYLES = {
    BlockType.TITLE: "GwTitle",
    BlockType.RECIPIENTS: "GwRecipients",
    BlockType.SIGNATURE: "GwSignature",
    BlockType.DATE: "GwDate",
    BlockType.NOTE: "GwNote",
    BlockType.ATTACHMENT_LIST: "GwAttachmentNote",
    BlockType.ATTACHMENT_LABEL: "GwAttachmentLabel",
    BlockType.ATTACHMENT_TITLE: "GwAttachmentTitle",
}
_MARKS = {
    Revision.INSERTED: "ins",
    Revision.DELETED: "del",
    Revision.MOVED_FROM: "moveFrom",
    Revision.MOVED_TO: "moveTo",
}
_OLD = frozenset((Revision.DELETED, Revision.MOVED_FROM))


def render(
    lines: Sequence[RevisedLine], title: str, day: dt.date | None, layout: Layout, out: BinaryIO
) -> None:
    """Write the lines as .docx, looking as `layout` says; the changes are `AUTHOR`'s, of that day.

    The same lines give the same bytes.
    """
    document = _document(lines, title, day)
    package = prepare(document, layout)
    sheet = StyleSheet(package.word, layout, styles(document, layout))
    sections = add_sections([PageOrientation.PORTRAIT], document, layout, package, sheet)
    body = _Revising(layout, sheet, day).body(lines)
    package.write(with_sections(body, sections, sheet), out, day, stamped=True)


def _document(lines: Sequence[RevisedLine], title: str, day: dt.date | None) -> Document:
    """A document of the same kind: what distances in its styles are reckoned from."""
    blocks = [
        Block(
            line.kind, BlockType(line.kind), (Run("".join(part.new or part.old for part in line.stretches)),)
        )
        for line in lines
        if isinstance(line, RevisedParagraph) and line.kind in (BlockType.SIGNATURE, BlockType.DATE)
    ]
    return Document(form=Form.PLAIN, year=0, area="", title=title, blocks=tuple(blocks), date=day)


class _Revising:
    """Writes lines; all changes of one document have ids of one row."""

    def __init__(self, layout: Layout, sheet: StyleSheet, day: dt.date | None) -> None:
        self._layout = layout
        self._sheet = sheet
        self._ids = count(1)
        self._who = f'w:author="{AUTHOR}"{dated(day)}'

    def body(self, lines: Sequence[RevisedLine]) -> Iterator[str]:
        """The pieces of the body; rows that follow each other and have as many cells are one table."""
        for columns, group in groupby(lines, key=_columns):
            if not columns:
                yield from (self._paragraph(line) for line in group if isinstance(line, RevisedParagraph))
                continue
            width = self._layout.page.text_width.twips // columns
            yield (
                f'<w:tbl><w:tblPr><w:tblStyle w:val="{self._sheet.use_table()}"/>'
                f'<w:tblW w:w="{width * columns}" w:type="dxa"/><w:tblLayout w:type="fixed"/></w:tblPr>'
                f"{grid([width] * columns)}"
            )
            yield from (self._row(line, width) for line in group if isinstance(line, RevisedRow))
            yield f'</w:tbl><w:p><w:pPr><w:pStyle w:val="{self._sheet.use("GwEnd")}"/></w:pPr></w:p>'

    def _paragraph(self, line: RevisedParagraph) -> str:
        style, look = self._style(line)
        mark = _MARKS.get(line.revision, "")
        tracked = f"<w:rPr>{self._tag(mark)}</w:rPr>" if mark else ""
        words = "".join(self._stretches(line, look))
        if line.move:
            ends = self._move(mark, line.move)
            words = f"{ends[0]}{words}{ends[1]}"
        return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{tracked}</w:pPr>{words}</w:p>'

    def _style(self, line: RevisedParagraph) -> tuple[str, str]:
        """The paragraph's style, and the properties of its heading where that runs into the text."""
        kind = BlockType(line.kind) if line.kind in set(BlockType) else None
        if kind in (BlockType.CHAPTER, BlockType.SECTION):
            return self._sheet.use(f"GwHeading{1 if kind is BlockType.CHAPTER else 2}"), ""
        look = styled(self._sheet.use(f"GwRunIn{line.level}")) if line.level else ""
        return self._sheet.use(_STYLES.get(kind, "GwBody") if kind is not None else "GwBody"), look

    def _stretches(self, line: RevisedParagraph, look: str) -> Iterator[str]:
        whole = _MARKS.get(line.revision, "")
        old = new = 0
        for stretch in line.stretches:
            if line.revision in _OLD:
                yield self._wrapped(whole, _headed(stretch.old, line.old_heading - old, look))
            elif whole or stretch.kept:
                yield self._wrapped(whole, _headed(stretch.new, line.new_heading - new, look))
            else:
                yield self._wrapped("del", _headed(stretch.old, line.old_heading - old, look))
                yield self._wrapped("ins", _headed(stretch.new, line.new_heading - new, look))
            old, new = old + len(stretch.old), new + len(stretch.new)

    def _row(self, line: RevisedRow, width: int) -> str:
        mark = _MARKS.get(line.revision, "")
        properties = f"<w:trPr><w:cantSplit/>{self._tag(mark)}</w:trPr>" if mark else ""
        style = f'<w:pPr><w:pStyle w:val="{self._sheet.use("GwTableCell")}"/></w:pPr>'
        cells = ("".join(self._stretches(RevisedParagraph("", line.revision, own), "")) for own in line.cells)
        written = (cell(width, f"<w:p>{style}{words}</w:p>") for words in cells)
        return f"<w:tr>{properties}{''.join(written)}</w:tr>"

    def _wrapped(self, mark: str, runs: str) -> str:
        if not runs or not mark:
            return runs
        if mark == "del":
            runs = runs.replace("<w:t>", "<w:delText>").replace("<w:t ", "<w:delText ")
            runs = runs.replace("</w:t>", "</w:delText>")
        return f'<w:{mark} w:id="{next(self._ids)}" {self._who}>{runs}</w:{mark}>'

    def _tag(self, mark: str) -> str:
        return f'<w:{mark} w:id="{next(self._ids)}" {self._who}/>'

    def _move(self, mark: str, name: str) -> tuple[str, str]:
        number = next(self._ids)
        start = f'<w:{mark}RangeStart w:id="{number}" w:name="{attribute(name)}" {self._who}/>'
        return start, f'<w:{mark}RangeEnd w:id="{number}"/>'


def _columns(line: RevisedLine) -> int:
    return len(line.cells) if isinstance(line, RevisedRow) else 0


def _headed(text: str, heading: int, look: str) -> str:
    """A text as runs; so many of its characters are of the heading."""
    cut = max(0, min(len(text), heading)) if look else 0
    return run(text[:cut], look) + run(text[cut:])
