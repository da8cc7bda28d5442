"""The comments of a review copy as a part of the package, dated by the report.

python-docx could write them one by one, but looks through all of them for each one's number, and stamps them
with the clock: what takes it minutes for a long report takes a moment here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE

from reportctl.render.docx.anchors import REFERENCE
from reportctl.render.docx.styles import CharacterLook, NamedStyle, ParagraphLook
from reportctl.render.docx.xml import DECLARATION, W, dated, paragraph, plain, run, styled
from reportctl.render.review import AUTHOR

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Iterator

    from reportctl.render.docx.package import Package
    from reportctl.render.docx.stylesheet import StyleSheet
    from reportctl.render.review import ReviewAnchor

_TEXT = "CommentText"
"""The style of a comment's paragraphs; Word knows it by this id."""
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
    style, mark = sheet.use(_TEXT), f"<w:r>{styled(sheet.use(REFERENCE))}<w:annotationRef/></w:r>"
    written = "".join(
        f'<w:comment w:id="{number}" w:author="{AUTHOR}" w:initials="{AUTHOR[0]}"{dated(day)}>'
        f"{_lines(comment, style, mark)}</w:comment>"
        for number, comment in enumerate(comments)
    )
    part = f'{DECLARATION}<w:comments xmlns:w="{W}">{written}</w:comments>'
    package.add("comments.xml", CONTENT_TYPE.WML_COMMENTS, RELATIONSHIP_TYPE.COMMENTS, part.encode())


def _lines(comment: tuple[str, ...], style: str, mark: str) -> str:
    """A comment's paragraphs, the first behind the mark by which Word refers to the text."""
    return "".join(
        paragraph(style, f"{'' if index else mark}{run(plain(line))}") for index, line in enumerate(comment)
    )
