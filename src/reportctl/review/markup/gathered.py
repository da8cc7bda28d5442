"""What reading a copy has found so far, and the paragraph that is in the making."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from reportctl.inspect.reading.inline import DELETED, INSERTED, Fields
from reportctl.inspect.reading.ooxml import W
from reportctl.inspect.reading.refusals import at_most
from reportctl.review.copies import Aside, CopyParagraph, Tracked, TrackKind, View
from reportctl.text.marks import normalise_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

TRACKED = {
    f"{W}ins": TrackKind.INSERTED,
    f"{W}del": TrackKind.DELETED,
    f"{W}moveTo": TrackKind.MOVED_HERE,
    f"{W}moveFrom": TrackKind.MOVED_AWAY,
}
_IN_PIECES = frozenset(("隐藏文字", "目录"))
"""What Word cuts into many runs: they are told as one."""
_MOST_PARAGRAPHS = 50_000
_MOST_CHARACTERS = 6_000_000


class Draft:
    """A paragraph in the making; one whose mark is deleted goes on in the next."""

    __slots__ = ("bookmarks", "pieces", "tracked")

    def __init__(self) -> None:
        self.pieces: list[str] = []
        self.bookmarks: list[str] = []
        self.tracked: list[Tracked] = []

    def absorb(self, above: Draft) -> None:
        """Put what stood in the paragraph above before what stands in this one."""
        self.pieces[:0], self.bookmarks[:0], self.tracked[:0] = above.pieces, above.bookmarks, above.tracked

    def take_cell(self, paragraphs: list[CopyParagraph]) -> str:
        """Take in the paragraphs of a cell, and give its text."""
        for paragraph in paragraphs:
            self.bookmarks += paragraph.bookmarks
            self.tracked += paragraph.tracked
        return "".join(paragraph.text for paragraph in paragraphs)


class Gathered:
    """What was found in one view; `gone` are the elements whose content the view does not show."""

    def __init__(self, view: View) -> None:
        self.view = view
        self.gone = frozenset(DELETED if view is View.ACCEPT else INSERTED)
        self.fields = Fields()
        self.paragraphs: list[CopyParagraph] = []
        self.asides: list[Aside] = []
        self.tracked: list[Tracked] = []
        self.commented: dict[str, int] = {}
        self._characters = 0
        self._left: Draft | None = None  # an empty paragraph, whose bookmarks the next one gets
        self._outside: int | None = None  # what is read now stands beside the paragraph of this index

    def close(self, draft: Draft, text: str) -> None:
        """A paragraph is at its end."""
        self._characters += len(text)
        at_most(_MOST_CHARACTERS, self._characters, "文字", "字")
        if text:
            self.add(CopyParagraph(text, tuple(draft.bookmarks), tuple(draft.tracked)))
        elif draft.bookmarks or draft.tracked:
            # Enter at the head of a paragraph leaves its bookmark on the empty one above it
            if self._left is not None:
                draft.absorb(self._left)
            self._left = draft

    def add(self, paragraph: CopyParagraph) -> None:
        """One more paragraph."""
        left, self._left = self._left, None
        if left is not None:
            paragraph = paragraph._replace(
                bookmarks=(*left.bookmarks, *paragraph.bookmarks),
                tracked=(*left.tracked, *paragraph.tracked),
            )
        self.paragraphs.append(paragraph)
        at_most(_MOST_PARAGRAPHS, len(self.paragraphs), "段落", "段")

    @contextmanager
    def beside(self) -> Iterator[list[CopyParagraph]]:
        """The list for the paragraphs of what stands beside the body's: a cell, a text box, a note."""
        outer = self.paragraphs, self._left, self._outside, self.fields
        self._outside = self._here
        self.paragraphs, self._left, self.fields = [], None, Fields()
        yield self.paragraphs
        self.paragraphs, self._left, self._outside, self.fields = outer

    @property
    def _here(self) -> int:
        """The index of the body's paragraph that is read now."""
        return len(self.paragraphs) if self._outside is None else self._outside

    def aside(self, kind: str, text: str = "") -> None:
        """Words, or a thing, that stand in no paragraph."""
        last = self.asides[-1] if self.asides else None
        if last is not None and kind in _IN_PIECES and (last.kind, last.paragraph) == (kind, self._here):
            self.asides[-1] = last._replace(text=last.text + text)
        else:
            self.asides.append(Aside(kind, normalise_line(text), self._here))

    def comment(self, element: _Element) -> None:
        """A comment begins here, or is referred to."""
        self.commented.setdefault(element.get(f"{W}id", ""), self._here)

    def note(self, element: _Element, draft: Draft | None = None) -> None:
        """A tracked change of words."""
        words = "".join(text.text or "" for text in element.iter(f"{W}t", f"{W}delText"))
        self.track(Tracked(TRACKED[element.tag], author_of(element), words), draft)

    def track(self, change: Tracked, draft: Draft | None) -> None:
        """A tracked change, in a paragraph or of one as a whole."""
        self.tracked.append(change)
        if draft is not None:
            draft.tracked.append(change)


def author_of(element: _Element) -> str:
    """Who made a change or a comment."""
    return element.get(f"{W}author", "").strip()
