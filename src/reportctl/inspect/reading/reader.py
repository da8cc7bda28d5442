"""Reads a document into facts: knows which parts a package has and how they hang together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportctl.inspect.reading.asides import margins, notes
from reportctl.inspect.reading.facts import (
    Comment,
    DocumentGrid,
    DocumentSettings,
    Facts,
    Location,
    PageSection,
    Paragraph,
)
from reportctl.inspect.reading.formatting import FormatResolver
from reportctl.inspect.reading.layers import Theme
from reportctl.inspect.reading.numbering import Numbering
from reportctl.inspect.reading.ooxml import R, W, attributes, flag, integer, twips, value
from reportctl.inspect.reading.package import WordPackage, open_package
from reportctl.inspect.reading.story import Story
from reportctl.inspect.reading.styles import Styles

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from lxml.etree import _Element


_FOOTERS = ("default", "first", "even")
_ACTIVE_GRIDS = frozenset(("lines", "linesAndChars", "snapToChars"))
_MOST_IN_MARGIN = 1_000  # paragraphs
_LINE = 240  # twips: 12 pt, a line where the document has no grid
_PEOPLE = {"creator": "作者", "lastModifiedBy": "最后修改者", "Manager": "经理"}


def read(source: Path | bytes) -> Facts:
    """The facts of a document, given by its path or its bytes.

    Raises:
        RefusedError: it is no .docx, or one that must not be opened.
        FileError: the file cannot be read.
    """
    with open_package(source) as package:
        return _Reader(package).facts()


class _Reader:
    """The parts of one package and what they say."""

    def __init__(self, package: WordPackage) -> None:
        self._package = package
        top = package.related("")
        self._top = dict(top.values())
        main = self._top.get("officeDocument", "")
        self._body: _Element = package.body(main)
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
        resolver = FormatResolver(styles, numbering, theme, self._line_pitch() or _LINE)
        story = Story(resolver, Location.BODY)
        story.read(self._body)
        margins_read: dict[str, tuple[Paragraph, ...]] = {}

        def margin(identity: str) -> tuple[Paragraph, ...]:
            target = self._related.get(identity, ("", ""))[1]
            if target not in margins_read:
                root = self._package.read(target)
                margins_read[target] = () if root is None else _margin(root, resolver)
            return margins_read[target]

        return Facts(
            paragraphs=tuple(story.paragraphs),
            sections=_sections(story.sections, margin),
            tables=tuple(story.tables),
            shapes=tuple(story.inline.shapes),
            changes=tuple(story.inline.changes),
            comments=self._comments(),
            people=self._people(),
            settings=_settings(settings),
            normal=resolver.paragraph(None, None).plain,
            asides=(
                *notes(story.inline.notes, self._part, resolver),
                *margins(story.sections, margin),
            ),
            unread=tuple(story.inline.unread.items()),
        )

    def _line_pitch(self) -> int | None:
        """The line pitch of the last section's grid: what spacing in lines is counted by."""
        return twips(attributes(self._body.find(f"{W}sectPr/{W}docGrid")).get("linePitch"))

    def _comments(self) -> tuple[Comment, ...]:
        root = self._part("comments")
        if root is None:
            return ()
        return tuple(
            Comment(comment.get(f"{W}author", ""), "".join(text.text or "" for text in comment.iter(f"{W}t")))
            for comment in root.iterchildren(f"{W}comment")
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


def _settings(root: _Element | None) -> DocumentSettings:
    def on(tag: str) -> bool:
        return root is not None and flag(root.find(f"{W}{tag}"))

    return DocumentSettings(on("evenAndOddHeaders"), on("trackRevisions"))


def _margin(root: _Element, resolver: FormatResolver) -> tuple[Paragraph, ...]:
    """The paragraphs of a header or footer, text boxes included."""
    story = Story(resolver, Location.MARGIN, _MOST_IN_MARGIN)
    story.read(root)
    return tuple(story.paragraphs)


def _sections(
    elements: Iterable[_Element], footer: Callable[[str], tuple[Paragraph, ...]]
) -> tuple[PageSection, ...]:
    """The sections in order; `footer` gives the paragraphs of a footer by its relationship.

    A section that names no footer of a kind shows that of the section before it.
    """
    footers: dict[str, tuple[Paragraph, ...]] = {}
    sections = []
    for element in elements:
        named = {
            reference.get(f"{W}type", "default"): reference.get(f"{R}id", "")
            for reference in element.iterchildren(f"{W}footerReference")
        }
        footers = footers | {kind: footer(named[kind]) for kind in _FOOTERS if kind in named}
        sections.append(_section(element, footers))
    return tuple(sections)


def _section(element: _Element, footers: dict[str, tuple[Paragraph, ...]]) -> PageSection:
    size, margins, numbers, grid = (
        attributes(element.find(f"{W}{tag}")) for tag in ("pgSz", "pgMar", "pgNumType", "docGrid")
    )

    def margin(side: str) -> int:
        return twips(margins.get(side)) or 0

    return PageSection(
        width=twips(size.get("w")) or 0,
        height=twips(size.get("h")) or 0,
        # A negative margin keeps its place whatever the header's height; its size is what counts.
        top=abs(margin("top")),
        right=margin("right"),
        bottom=abs(margin("bottom")),
        left=margin("left") + margin("gutter"),
        footer=margin("footer"),
        landscape=size.get("orient") == "landscape",
        continuous=value(element, "type") == "continuous",
        grid=_grid(grid),
        title_page=flag(element.find(f"{W}titlePg")),
        number_start=integer(numbers.get("start")),
        number_format=numbers.get("fmt", "decimal"),
        footers=footers,
    )


def _grid(given: dict[str, str]) -> DocumentGrid:
    kind = given.get("type", "")
    if kind not in _ACTIVE_GRIDS:
        return DocumentGrid()
    return DocumentGrid(
        kind, twips(given.get("linePitch")) or 0, _signed(integer(given.get("charSpace")) or 0)
    )


def _signed(number: int) -> int:
    """A number of 32 bits with its sign, which LibreOffice leaves out."""
    return number - (1 << 32) if number >= 1 << 31 else number
