"""Reads a story - the body, a cell, a text box - into paragraphs and rows, in one view of its changes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reportctl.inspect.reading.inline import ALTERNATIVE, DELETED, chosen
from reportctl.inspect.reading.ooxml import W
from reportctl.review.copies import CopyParagraph, Tracked, TrackKind, View
from reportctl.review.markup.gathered import TRACKED, Draft, author_of
from reportctl.review.markup.runs import FOREIGN, MATHS, PROPERTIES, Runs, formula
from reportctl.text.marks import normalise_line
from reportctl.text.numbers import typed_number
from reportctl.text.paragraphs import unbroken

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from lxml.etree import _Element

    from reportctl.inspect.reading.formatting import FormatResolver
    from reportctl.review.markup.gathered import Gathered

_P, _PPR, _RPR = f"{W}p", f"{W}pPr", f"{W}rPr"
_TBL, _TR, _TC = f"{W}tbl", f"{W}tr", f"{W}tc"
_COMMENTS = frozenset((f"{W}commentRangeStart", f"{W}commentReference"))
_BULLET = re.compile("[\ue000-\uf8ff•●■◆▪–-]?")
"""What stands before a point that is not counted."""


class Blocks:
    """Reads stories into what was found."""

    def __init__(
        self, found: Gathered, resolver: FormatResolver, note: Callable[[str, str], _Element | None]
    ) -> None:
        self._found = found
        self._resolver = resolver
        self._runs = Runs(found, self.apart, note)
        self._tables = 0

    def read(self, parent: _Element) -> None:
        """Reads what stands side by side: a paragraph runs into the next where its mark is gone."""
        left = self._read(parent, None, [])
        if left is not None:
            self._close(left, "")

    def apart(self, root: _Element) -> str:
        """The words of a story beside the body; what stands in no paragraph of it is an aside as well."""
        with self._found.beside() as paragraphs:
            self.read(root)
        return " ".join(paragraph.text for paragraph in paragraphs)

    def _read(self, parent: _Element, above: Draft | None, between: list[str]) -> Draft | None:
        """Reads blocks; `above` is a paragraph that goes on in the next, `between` are bookmarks for it."""
        for child in parent:
            tag = child.tag
            if tag == _P:
                above = self._paragraph(child, above, between)
                between.clear()
            elif tag == _TBL:
                if above is not None:
                    self._close(above, "")
                    above = None
                self._table(child)
            elif tag in self._found.gone:
                self._found.note(child)
            elif tag == ALTERNATIVE:
                above = self._read(chosen(child), above, between)
            elif not self._is_mark(child, between) and tag not in PROPERTIES:
                above = self._read(child, above, between)
        return above

    def _is_mark(self, child: _Element, between: list[str]) -> bool:
        """Takes in what stands between paragraphs and has none in it."""
        tag = child.tag
        if tag == f"{W}bookmarkStart":
            between.append(child.get(f"{W}name", ""))
        elif tag in _COMMENTS:
            self._found.comment(child)
        elif tag in FOREIGN:
            self._found.aside("嵌入的文档")
        elif tag in MATHS:
            self._found.aside("公式", formula(child))
        else:
            return False
        return True

    def _paragraph(self, element: _Element, above: Draft | None, between: Iterable[str]) -> Draft | None:
        """Reads a paragraph; gives it back where its mark is gone, so that it goes on in the next."""
        draft = Draft()
        draft.bookmarks += between
        properties = element.find(_PPR)
        look = self._resolver.paragraph(self._seen(properties), None)
        self._runs.read(element, draft, look)
        if above is not None:
            draft.absorb(above)
        mark = None if properties is None else properties.find(_RPR)
        for change in () if mark is None else mark:
            if change.tag in TRACKED:
                kind = TrackKind.JOINED if change.tag in DELETED else TrackKind.PARTED
                self._found.track(Tracked(kind, author_of(change)), draft)
        if mark is not None and any(mark.find(tag) is not None for tag in self._found.gone):
            return draft
        self._close(draft, "" if look.list is None else self._resolver.numbering.next(*look.list))
        return None

    def _seen(self, properties: _Element | None) -> _Element | None:
        """A paragraph's properties in this view: a change of them that is rejected leaves the old ones."""
        if properties is not None and self._found.view is View.REJECT:
            old = properties.find(f"{W}pPrChange/{_PPR}")
            return properties if old is None else old
        return properties

    def _close(self, draft: Draft, number: str) -> None:
        """The paragraph is at its end; `number` is what Word counts in front of it."""
        text = normalise_line(unbroken("".join(draft.pieces)))
        counted = number.strip()
        if text and not _BULLET.fullmatch(counted) and not (typed_number(text) and typed_number(counted)):
            text = normalise_line(counted + text)
        self._found.close(draft, text)

    def _table(self, element: _Element) -> None:
        """Reads a table, each row as one paragraph; tables within cells are part of the row."""
        table = self._tables
        self._tables += 1
        for row in _own(element, _TR):
            marks = [
                change for own in row.iterchildren(f"{W}trPr") for change in own if change.tag in TRACKED
            ]
            for change in marks:
                self._found.note(change)
            if not any(change.tag in self._found.gone for change in marks):
                self._row(row, table)

    def _row(self, row: _Element, table: int) -> None:
        draft = Draft()
        cells = []
        for cell in _own(row, _TC):
            with self._found.beside() as paragraphs:
                self.read(cell)
            cells.append(draft.take_cell(paragraphs))
        if any(cells):
            bookmarks, tracked = tuple(draft.bookmarks), tuple(draft.tracked)
            self._found.add(CopyParagraph("\t".join(cells), bookmarks, tracked, table))


def _own(parent: _Element, tag: str) -> Iterator[_Element]:
    """The rows of a table or cells of a row, in content controls too; not those of tables within."""
    for child in parent:
        if child.tag == tag:
            yield child
        elif child.tag != _TBL and child.tag not in PROPERTIES:
            yield from _own(child, tag)
