"""What hangs on a review copy's paragraphs: hidden bookmarks that find them again, and comments.

The paragraphs of the body are made as in any report; here their XML is given its anchors as it passes by.
Bookmarks and comments share one row of ids, and Word refuses a document in which two are the same.
"""

from __future__ import annotations

import re
from itertools import count
from typing import TYPE_CHECKING

from reportctl.render.docx.xml import attribute, styled

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from reportctl.render.docx.stylesheet import StyleSheet
    from reportctl.render.review import ReviewAnchor
    from reportctl.typesetting.measure import PageOrientation

REFERENCE = "CommentReference"
"""The style of the mark that a comment leaves in its text; Word knows it by this id."""
_ROW = re.compile("(?=<w:tr>)")
_WORDS = re.compile("<w:t[ >]|<w:drawing>")
_BEFORE, _RUN, _BEHIND = "</w:pPr>", "</w:r>", "</w:p>"


def anchored(
    pieces: Iterable[str | PageOrientation], anchors: Sequence[ReviewAnchor], sheet: StyleSheet
) -> Iterator[str | PageOrientation]:
    """The pieces of the body, an anchor on each paragraph that has words or a picture, in their order.

    Comments are numbered from 0 as they come, bookmarks behind all comments. The row of a table has its
    anchor in the first cell that has words.
    """
    comments = count()
    bookmarks = count(sum(len(anchor.comments) for anchor in anchors))
    left = iter(anchors)
    for piece in pieces:
        if not isinstance(piece, str):
            yield piece
            continue
        yield "".join(
            _hung(part, next(left), comments, bookmarks, sheet) if _WORDS.search(part) else part
            for part in _ROW.split(piece)
        )


def _hung(
    part: str, anchor: ReviewAnchor, comments: Iterator[int], bookmarks: Iterator[int], sheet: StyleSheet
) -> str:
    """A paragraph or a row with its bookmark around all words of (the first of) its paragraphs.

    Comments hang on the first run, the heading where one runs into the text: behind a last line that is full
    LibreOffice would begin another for their marks.
    """
    before = behind = remarks = ""
    if anchor.bookmark:
        number = next(bookmarks)
        before = f'<w:bookmarkStart w:id="{number}" w:name="{attribute(anchor.bookmark)}"/>'
        behind = f'<w:bookmarkEnd w:id="{number}"/>'
    for _, number in zip(anchor.comments, comments, strict=False):
        before += f'<w:commentRangeStart w:id="{number}"/>'
        mark = f'<w:commentReference w:id="{number}"/>'
        remarks += f'<w:commentRangeEnd w:id="{number}"/><w:r>{styled(sheet.use(REFERENCE))}{mark}</w:r>'
    words = _WORDS.search(part)
    assert words is not None  # noqa: S101 - the caller has seen them
    start = part.rindex(_BEFORE, 0, words.start()) + len(_BEFORE)
    first = part.index(_RUN, words.start()) + len(_RUN)
    end = part.index(_BEHIND, first)
    return f"{part[:start]}{before}{part[start:first]}{remarks}{part[first:end]}{behind}{part[end:]}"
