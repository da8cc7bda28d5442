"""The chapters of a free-form report: which part each one feeds, and causes that stand apart."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportctl.collect import codes
from reportctl.collect.fates import Fate, excerpt
from reportctl.collect.headings import Mark
from reportctl.collect.parts import names_causes, parts_of, words
from reportctl.collect.passage import joined
from reportctl.collect.phrases import cut_ordinals
from reportctl.model.submission import PARTS, Part

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reportctl.collect.items import ReadItem
    from reportctl.collect.outline import Node
    from reportctl.collect.passage import Passage
    from reportctl.collect.splitting import Splitter

_SHORT = 16  # characters of a heading within a chapter that can name a part of its own
_LATE = frozenset({Part.SHORTCOMINGS, Part.PLANS})


def split_chapters(root: Node, splitter: Splitter, year: int) -> list[ReadItem]:
    """The items of all chapters, in reading order."""
    reader = _Chapters(splitter, year)
    if root.body:
        reader.headless(root)
    for chapter in root.children:
        reader.read(chapter)
    return reader.items


class _Chapters:
    """Reads chapter by chapter: what an unnamed chapter is depends on those before it."""

    def __init__(self, splitter: Splitter, year: int) -> None:
        self._splitter = splitter
        self._ledger = splitter.ledger
        self._places = splitter.places
        self._year = year
        self._late = False
        self.items: list[ReadItem] = []

    def headless(self, root: Node) -> None:
        """Text before the first chapter that is no opening is achievements without a heading."""
        body, root.body = root.body, []
        self._ledger.remark(
            codes.GUESSED_CHAPTER,
            body[0].first,
            f"“{excerpt(body[0].text)}”前面没有章标题，读作{PARTS[Part.ACHIEVEMENTS]}",
            "请核对；也可以在原件里加上章标题再交",
        )
        alone = type(root)(root.mark, 0, body=body, tables=root.tables)
        self.items += self._splitter.items(alone, Part.ACHIEVEMENTS)

    def read(self, chapter: Node, inherited: tuple[Part, ...] = ()) -> None:
        """One chapter: divided by the parts that the headings within it name, else of one part.

        `inherited` are the parts that the heading above it names.
        """
        heading = chapter.heading.text
        if names_causes(heading):
            self._causes(chapter)
            return
        if chapter.part is not None:
            self._late_part(chapter, chapter.part, guessed=not inherited)
            return
        parts = self._parts(heading)
        if self._is_divided(chapter, parts):
            self._ledger.claim(Fate.HEADING, chapter.heading)
            self._ledger.claim(Fate.LEAD_IN, joined(chapter.body))
            for child in chapter.children:
                self.read(child, parts)
            return
        self._one_part(chapter, parts or inherited)

    def _late_part(self, chapter: Node, part: Part, *, guessed: bool) -> None:
        """A part that only the first words of a paragraph name."""
        if guessed:
            self._ledger.remark(
                codes.GUESSED_CHAPTER,
                chapter.first,
                f"没有章标题，从“{excerpt(next(chapter.passages()).text)[:12]}”起读作{PARTS[part]}",
                "请核对；也可以在原件里加上章标题再交",
            )
        self._late = True
        self.items += self._splitter.items(chapter, part)

    def _parts(self, heading: str) -> tuple[Part, ...]:
        known = self._places.part_of(heading)
        return (known,) if known is not None else parts_of(heading, self._year)

    def _is_divided(self, chapter: Node, parts: tuple[Part, ...]) -> bool:
        """Whether headings within the chapter name parts of their own."""
        named = [
            child
            for child in chapter.children
            if len(words(child.heading.text)) <= _SHORT
            and (names_causes(child.heading.text) or _LATE & set(self._parts(child.heading.text)))
        ]
        if chapter.mark == Mark.VOLUME:
            return bool(chapter.children)
        others = [child for child in chapter.children if child not in named]
        done = any(Part.ACHIEVEMENTS in self._parts(child.heading.text) for child in others)
        return len(named) > 1 or (bool(named) and (len(parts) > 1 or done))

    def _one_part(self, chapter: Node, parts: tuple[Part, ...]) -> None:
        heading = chapter.heading.text
        if len(parts) > 1:
            self._ledger.remark(
                codes.TWO_PARTS,
                chapter.first,
                f"“{excerpt(heading)}”一章写了{'、'.join(PARTS[part] for part in parts)}，又没有分开，"
                f"都读作{PARTS[parts[0]]}",
                "请把各部分分开写，或者在材料里把不属于这一部分的移走",
            )
        if parts:
            part = parts[0]
        else:
            part = Part.OTHER if self._late else Part.ACHIEVEMENTS
            self._ledger.remark(
                codes.GUESSED_CHAPTER,
                chapter.first,
                f"“{excerpt(heading)}”没有说是哪一部分，读作{PARTS[part]}",
                "请核对；不对的，在材料里移到该放的部分",
            )
        self._late = self._late or part in _LATE
        is_theme = not parts_of(heading, self._year) and not self._is_chapter_title(heading)
        section = self._places.find(part, heading)
        if is_theme and not chapter.children and chapter.body:
            self.items.append(self._splitter.item(chapter, part, section))
        else:
            self.items += self._splitter.items(chapter, part, section, heading if is_theme else "")

    def _is_chapter_title(self, heading: str) -> bool:
        said = words(heading)
        return any(place.chapter and words(place.chapter) == said for place in self._places.places)

    def _causes(self, chapter: Node) -> None:
        """Causes that stand apart go to the shortcomings before them, one to one in their order."""
        self._ledger.claim(Fate.HEADING, chapter.heading)
        causes = list(self._apart(chapter))
        numbers = [number for number, item in enumerate(self.items) if item.part is Part.SHORTCOMINGS]
        if not numbers:
            for cause in causes:
                self._ledger.report(
                    codes.CAUSES_APART,
                    cause,
                    f"这段原因前面没有不足，没有写进任何一条：“{excerpt(cause.text)}”",
                )
            return
        pairs = zip([*numbers, *[numbers[-1]] * len(causes)], causes, strict=False)
        for number, cause in pairs:
            self.items[number] = self.items[number].with_cause(cause)
        matched = f"原因有 {len(causes)} 条，不足有 {len(numbers)} 条"
        self._ledger.remark(
            codes.CAUSES_APART,
            chapter.first if chapter.first >= 0 else causes[0].first,
            f"原因单列在“{excerpt(chapter.heading.text)}”里，{matched}，按先后配上了",
            "请逐条核对原因配得对不对",
        )

    def _apart(self, chapter: Node) -> Iterable[Passage]:
        if chapter.children:
            self._ledger.claim(Fate.LEAD_IN, joined(chapter.body))
            for child in chapter.children:
                yield self._splitter.whole(child)
            return
        lead, ordinals = cut_ordinals(joined(chapter.body))
        if ordinals:
            self._ledger.claim(Fate.LEAD_IN, lead)
            yield from ordinals
        else:
            yield from chapter.body
