"""The comments of a review copy as a part of the package: written with python-docx, dated by the report."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.part import XmlPart
from docx.oxml.ns import qn

from reportctl.render.docx.anchors import REFERENCE
from reportctl.render.docx.styles import CharacterLook, NamedStyle, ParagraphLook
from reportctl.render.docx.xml import plain

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Iterator

    from reportctl.render.docx.package import Package
    from reportctl.render.docx.stylesheet import StyleSheet
    from reportctl.render.review import ReviewAnchor

AUTHOR = "reportctl"
_TEXT = "CommentText"
"""The style that python-docx gives the paragraphs of a comment; Word knows it by this id."""
_SIZE = 21
"""Half points of a comment's text."""


def styles() -> Iterator[NamedStyle]:
    """Word's own styles of comments, by the names that Word knows them by in every language."""
    look = ParagraphLook(0, align=WD_ALIGN_PARAGRAPH.LEFT)
    yield NamedStyle(_TEXT, "annotation text", look, CharacterLook(half_points=_SIZE))
    yield NamedStyle(REFERENCE, "annotation reference", None, CharacterLook(half_points=_SIZE))


def add(anchors: Iterable[ReviewAnchor], package: Package, sheet: StyleSheet, day: dt.date | None) -> None:
    """Take the comments into the package, numbered from 0 in the order of their anchors.

    Each bears the report's date, never the clock's, and none where the report has none.
    """
    comments = [comment for anchor in anchors for comment in anchor.comments]
    if not comments:
        return
    for style in (_TEXT, REFERENCE):
        sheet.use(style)
    written = package.word.comments
    for comment in comments:
        added = written.add_comment(author=AUTHOR, initials=AUTHOR[0])
        first, *more = map(plain, comment)
        added.paragraphs[0].add_run(first)
        for line in more:
            added.add_paragraph(line)
    part = package.word.part.part_related_by(RELATIONSHIP_TYPE.COMMENTS)
    assert isinstance(part, XmlPart)  # noqa: S101 - python-docx has just made it
    for element in part.element.findall(qn("w:comment")):
        if day is None:
            del element.attrib[qn("w:date")]
        else:
            element.set(qn("w:date"), f"{day.isoformat()}T00:00:00Z")
