"""The formats that a report can be written as, one a row: adding one is a new renderer and a line here."""

from __future__ import annotations

from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from typing import BinaryIO

    from reportctl.document import Document
    from reportctl.layout import Layout
    from reportctl.render.review import ReviewAnchor

    Render = Callable[[BinaryIO], None]


class Format(NamedTuple):
    """One format: `name` is its flag without the dashes, `title` what a person calls it.

    `module` has the function `render(document, out)`, or `render(document, layout, out)` where the format is
    `paged`, set as the layout says; one that is `anchored` also takes the anchors of a review copy. What
    `streams` may go to standard output; what is `comparable` comes out the same from the same inputs.
    """

    name: str
    suffix: str
    title: str
    help: str
    module: str
    paged: bool = False
    anchored: bool = False
    streams: bool = True
    comparable: bool = True

    @property
    def flag(self) -> str:
        """The option of `build` that asks for it."""
        return f"--{self.name}"

    def renderer(self, document: Document, layout: Layout, anchors: Sequence[ReviewAnchor] = ()) -> Render:
        """What writes a document in this format. The renderer and its libraries load here, not before."""
        render = import_module(f"{__package__}.{self.module}").render
        if self.anchored and anchors:
            return partial(render, document, layout, anchors=anchors)
        return partial(render, document, layout) if self.paged else partial(render, document)


FORMATS = (
    Format(
        "docx", ".docx", "Word 文档", "Word 文档（默认）", "docx", paged=True, anchored=True, streams=False
    ),
    Format("text", ".txt", "纯文本", "纯文本，一段一行", "text"),
    Format("markdown", ".md", "Markdown", "Markdown", "markdown"),
    Format("html", ".html", "网页", "网页，手机能看，打印成 A4；单独用时是公开稿", "html", paged=True),
    Format("json", ".json", "文档结构", "文档结构，注明每段出自哪个部门的哪一条", "json"),
    Format(
        "pdf",
        ".pdf",
        "PDF",
        "PDF，要装有 LibreOffice",
        "pdf",
        paged=True,
        streams=False,
        comparable=False,  # LibreOffice stamps each with its time
    ),
)
DEFAULT = FORMATS[0]
"""What `build` writes where nothing is asked for."""
PDF = FORMATS[-1]
"""What LibreOffice prints, with the fonts that it finds."""


def format_of(suffix: str) -> Format | None:
    """The format whose files have this ending, whatever its case."""
    return next((row for row in FORMATS if row.suffix == suffix.lower()), None)
