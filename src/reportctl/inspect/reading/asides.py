"""Words beside the text: notes at a page's foot or the document's end, headers and footers."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from reportctl.inspect.reading.facts import Location, Paragraph
from reportctl.inspect.reading.ooxml import W
from reportctl.inspect.reading.story import Story

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from lxml.etree import _Element

    from reportctl.inspect.reading.formatting import FormatResolver
    from reportctl.inspect.reading.inline import NoteReference

_NOTES = {"footnote": "脚注", "endnote": "尾注"}
_MARGINS = {"header": "页眉", "footer": "页脚"}
_FIRST = 1


class SideNote(NamedTuple):
    """A note, a header or a footer: how a clerk calls it, the paragraph that refers to it, its paragraphs.

    `runs_on` tells that what it says are sentences, as in the text: a note's.
    """

    name: str
    at: int
    paragraphs: tuple[Paragraph, ...]
    runs_on: bool = False


def notes(
    references: Iterable[NoteReference], part: Callable[[str], _Element | None], resolver: FormatResolver
) -> Iterator[SideNote]:
    """The notes that the text refers to, numbered in the order of their references, each kind by itself."""
    story = Story(resolver, Location.MARGIN)
    roots = {kind: part(f"{kind}s") for kind in _NOTES}
    stored = {
        (kind, note.get(f"{W}id", "")): note
        for kind, root in roots.items()
        if root is not None
        for note in root.iterchildren(f"{W}{kind}")
    }
    counts = dict.fromkeys(_NOTES, 0)
    for kind, identity, index in references:
        note = stored.pop((kind, identity), None)
        if note is None:
            continue
        counts[kind] += 1
        before = len(story.paragraphs)
        story.read(note)
        yield SideNote(f"{_NOTES[kind]}{counts[kind]}", index, tuple(story.paragraphs[before:]), runs_on=True)


def margins(
    sections: Iterable[_Element], margin: Callable[[str], tuple[Paragraph, ...]]
) -> Iterator[SideNote]:
    """Headers and footers with words other than the page number; `margin` reads one by its relationship."""
    met = set()
    for section in sections:
        for side, name in _MARGINS.items():
            for reference in section.iterchildren(f"{W}{side}Reference"):
                paragraphs = margin(_identity(reference))
                if id(paragraphs) not in met:
                    met.add(id(paragraphs))
                    yield SideNote(name, _FIRST, tuple(filter(_has_words, paragraphs)))


def _identity(reference: _Element) -> str:
    return next((str(value) for name, value in reference.items() if str(name).endswith("}id")), "")


def _has_words(paragraph: Paragraph) -> bool:
    return bool(paragraph.text.strip()) and not any(run.field for run in paragraph.runs)
