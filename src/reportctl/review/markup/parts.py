"""Knows which parts of a .docx a copy is read from, and how they hang together."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reportctl import build_id
from reportctl.inspect.reading.formatting import FormatResolver
from reportctl.inspect.reading.layers import Theme
from reportctl.inspect.reading.numbering import Numbering
from reportctl.inspect.reading.ooxml import W
from reportctl.inspect.reading.package import open_package
from reportctl.inspect.reading.styles import Styles
from reportctl.review.copies import Copy, CopyComment
from reportctl.review.markup.blocks import Blocks
from reportctl.review.markup.gathered import Gathered, author_of
from reportctl.text.marks import normalise_line

if TYPE_CHECKING:
    from pathlib import Path

    from lxml.etree import _Element

    from reportctl.inspect.reading.package import WordPackage
    from reportctl.review.copies import View

_MARGINS = {"header": "页眉", "footer": "页脚"}
_PAGE_NUMBER = re.compile(r"[\s0-9\u3000第页共/·.\-—–―\uff0d]*")
_BUILD = re.compile("[0-9a-f]{64}")
_LINE_PITCH = 240  # twips: lengths are of no interest here


def read_copy(source: Path | bytes, view: View) -> Copy:
    """What a copy says, given by its path or its bytes.

    Raises:
        RefusedError: it is no .docx, or one that must not be opened.
        FileError: the file cannot be read.
    """
    with open_package(source) as package:
        return _Parts(package).copy(view)


class _Parts:
    """The parts of one package."""

    def __init__(self, package: WordPackage) -> None:
        self._package = package
        self._top = dict(package.related("").values())
        main = self._top.get("officeDocument", "")
        self._body: _Element = package.body(main)
        self._related = sorted(set(package.related(main).values()))
        self._parts = dict(self._related)
        self._notes: dict[str, dict[str, _Element]] = {}

    def _part(self, kind: str) -> _Element | None:
        return self._package.read(self._parts.get(kind, ""))

    def copy(self, view: View) -> Copy:
        """All that the parts say, in one view."""
        theme = Theme(self._part("theme"), self._part("settings"))
        styles, numbering = Styles(self._part("styles"), theme), Numbering(self._part("numbering"), theme)
        found = Gathered(view)
        blocks = Blocks(found, FormatResolver(styles, numbering, theme, _LINE_PITCH), self._note)
        blocks.read(self._body)
        for kind, target in self._related:
            root = self._package.read(target) if kind in _MARGINS else None
            words = "" if root is None else blocks.apart(root)
            if not _PAGE_NUMBER.fullmatch(words):
                found.aside(_MARGINS[kind], words)
        return Copy(
            tuple(found.paragraphs),
            tuple(found.asides),
            self._comments(found),
            tuple(found.tracked),
            self._build(),
            self._saved_by(),
        )

    def _note(self, part: str, identity: str) -> _Element | None:
        """The story of a footnote or endnote."""
        if part not in self._notes:
            root = self._part(part)
            self._notes[part] = {note.get(f"{W}id", ""): note for note in (() if root is None else root)}
        return self._notes[part].get(identity)

    def _comments(self, found: Gathered) -> tuple[CopyComment, ...]:
        """All comments by the place where they begin; one whose place was lost is a comment all the same."""
        root = self._part("comments")
        comments = []
        for comment in () if root is None else root.iterchildren(f"{W}comment"):
            lines = [
                "".join(text.text or "" for text in line.iter(f"{W}t")) for line in comment.iter(f"{W}p")
            ]
            words = normalise_line(" ".join(line for line in lines if line.strip()))
            place = found.commented.get(comment.get(f"{W}id", ""), 0)
            comments.append(CopyComment(author_of(comment), words, place))
        return tuple(sorted(comments, key=lambda comment: comment.paragraph))

    def _build(self) -> str:
        """The id of the build that the copy came from."""
        root = self._package.read(self._top.get("custom-properties", ""))
        for found in () if root is None else root:
            value = "".join(map(str, found.itertext())).strip()
            if found.get("name") == build_id.PROPERTY and _BUILD.fullmatch(value):
                return value
        return ""

    def _saved_by(self) -> str:
        """Who saved the copy last."""
        root = self._package.read(self._top.get("core-properties", ""))
        for found in () if root is None else root:
            if str(found.tag).endswith("}lastModifiedBy"):
                return (found.text or "").strip()
        return ""
