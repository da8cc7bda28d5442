"""Reads a document into facts: knows which parts a package has and how they hang together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportctl.inspect import refusals
from reportctl.inspect.facts import Comment, Facts, Location, Paragraph, ReadSettings
from reportctl.inspect.formatting import FormatResolver
from reportctl.inspect.numbering import Numbering
from reportctl.inspect.ooxml import W, flag, twips
from reportctl.inspect.package import ReadPackage, open_package
from reportctl.inspect.sections import read_margin, read_sections
from reportctl.inspect.story import Story
from reportctl.inspect.styles import Styles
from reportctl.inspect.theme import Theme

if TYPE_CHECKING:
    from pathlib import Path

    from lxml.etree import _Element

_LINE = 240  # twips: 12 pt, a line where the document has no grid
_PEOPLE = {"creator": "作者", "lastModifiedBy": "最后修改者", "Manager": "经理"}


def read_facts(source: Path | bytes) -> Facts:
    """The facts of a document, given by its path or its bytes.

    Raises:
        RefusedError: it is no .docx, or one that must not be opened.
        FileError: the file cannot be read.
    """
    with open_package(source) as package:
        return _Reader(package).facts()


class _Reader:
    """The parts of one package and what they say."""

    def __init__(self, package: ReadPackage) -> None:
        self._package = package
        top = package.related("")
        self._top = dict(top.values())
        main = self._top.get("officeDocument", "")
        document = package.read(main)
        body = None if document is None else document.find(f"{W}body")
        if body is None:
            raise refusals.RefusedError(refusals.DAMAGED, "没有正文部件")
        self._body: _Element = body
        self._related = package.related(main)
        self._parts = dict(self._related.values())

    def _part(self, kind: str) -> _Element | None:
        return self._package.read(self._parts.get(kind, ""))

    def facts(self) -> Facts:
        """Everything that the checks look at."""
        settings = self._part("settings")
        theme = Theme(self._part("theme"), settings)
        styles = Styles(self._part("styles"), theme)
        numbering = Numbering(self._part("numbering"), theme)
        sheet = FormatResolver(styles, numbering, theme, self._line_pitch() or _LINE)
        story = Story(sheet, Location.BODY)
        story.read(self._body)
        margins: dict[str, tuple[Paragraph, ...]] = {}

        def margin(identity: str) -> tuple[Paragraph, ...]:
            if identity not in margins:
                root = self._package.read(self._related.get(identity, ("", ""))[1])
                margins[identity] = () if root is None else read_margin(root, sheet)
            return margins[identity]

        return Facts(
            paragraphs=tuple(story.paragraphs),
            sections=read_sections(story.sections, margin),
            tables=tuple(story.tables),
            shapes=tuple(story.inline.shapes),
            changes=tuple(story.inline.changes),
            comments=self._comments(),
            people=self._people(),
            settings=_settings(settings),
            normal=sheet.look(None, None).plain,
        )

    def _line_pitch(self) -> int | None:
        """The line pitch of the last section's grid: what spacing in lines is counted by."""
        grid = self._body.find(f"{W}sectPr/{W}docGrid")
        return None if grid is None else twips(grid.get(f"{W}linePitch"))

    def _comments(self) -> tuple[Comment, ...]:
        root = self._part("comments")
        if root is None:
            return ()
        return tuple(
            Comment(one.get(f"{W}author", ""), "".join(text.text or "" for text in one.iter(f"{W}t")))
            for one in root.iterchildren(f"{W}comment")
        )

    def _people(self) -> tuple[tuple[str, str], ...]:
        """The names of persons in the properties: (which property, name)."""
        found = []
        for kind in ("core-properties", "extended-properties"):
            root = self._package.read(self._top.get(kind, ""))
            for element in () if root is None else root:
                label = _PEOPLE.get(str(element.tag).rpartition("}")[2])
                name = (element.text or "").strip()
                if label and name:
                    found.append((label, name))
        return tuple(found)


def _settings(root: _Element | None) -> ReadSettings:
    def on(tag: str) -> bool:
        element = None if root is None else root.find(f"{W}{tag}")
        return element is not None and flag(element)

    return ReadSettings(on("evenAndOddHeaders"), on("trackRevisions"))
