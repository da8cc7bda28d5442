"""Headings within the text: by their number, typed or automatic, or by the outline level of their style."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from reportctl.inspect.appearance import family
from reportctl.inspect.outline import NUMERALS, number_at_start
from reportctl.inspect.structure.model import Heading
from reportctl.inspect.structure.patterns import ARTICLE, SENTENCE_END
from reportctl.layout.values import FontClass

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reportctl.inspect.reading.facts import Character, Paragraph
    from reportctl.inspect.structure.model import Element

_LONGEST = 60  # characters; a numbered sentence beyond it may as well be text
_LONGEST_UNMARKED = 25  # of a heading that looks just like the text that follows it
_ALIKE = 3  # the level whose headings the standard sets like the text, and offices in their own way
_LIKE_TEXT = 4  # the level whose numbers mostly stand before points, which have no heading
_SEEN = ("east_asia", "size", "bold", "italic", "underlined", "color")
_THREE = re.compile(f"[{NUMERALS}]、[{NUMERALS}]、")
"""一、二、三产业 names three things, in a heading too."""
_ENDS = "。\uff1b\uff0c、\uff1a\uff01\uff1f;,:"
_ASIDE = ("center", "right", "end")
_LEADS_IN = (":", "\uff1a")  # to what the next lines name
_COLON = re.compile("[\uff1a:]")
_HEADING_FONTS = (FontClass.HEI, FontClass.KAI)


def heading_of(paragraph: Paragraph, text_font: FontClass | None) -> Heading | None:
    """The heading that opens a paragraph, None where it is plain text; `text_font` is that of most text.

    A heading that text follows ends with its first full stop, or with a colon behind which the text looks
    otherwise (一、会议时间：); one that stands alone takes the paragraph. What
    may be a heading or a numbered sentence is the heading that it looks like, or else has no words in it: a
    long sentence, one that leads in to the next lines, or one that nothing sets apart from the text behind it
    where points are so numbered.
    """
    text = paragraph.text
    automatic = bool(paragraph.number.strip())
    start = len(text) - len(text.lstrip())
    number = number_at_start(text, typed=not automatic)
    if number is None and _looks_like_heading(paragraph, start, text_font) and not _THREE.match(text, start):
        number = number_at_start(text, typed=False)
    outline = paragraph.format.outline
    if number is None and (outline is None or outline > 3):
        return _article(paragraph, start, text_font) or _by_font(paragraph, text_font)
    level = number.level if number is not None else (outline or 0) + 1
    words = start + (len(number.text) if number else 0)
    own = _looks_like_heading(paragraph, words, text_font)
    stop = SENTENCE_END.search(text, words)
    if own:
        stop = _colon(paragraph, words, stop) or stop
    alone = stop is None or not text[stop.end() :].strip()
    end = len(text) if stop is None or alone else stop.end()
    numbered = not own and _font(paragraph, start) != _font(paragraph, words)
    if alone:
        sentence = stop is not None or text.rstrip().endswith(_LEADS_IN)
    else:
        free = numbered or level == _LIKE_TEXT or end - words > _LONGEST_UNMARKED
        sentence = free and not _apart(paragraph, words, end)
    if number is not None and not own and (sentence or end - start > _LONGEST):
        end = words if numbered else 0
    return Heading(level, number, end, alone, automatic=automatic)


def _article(paragraph: Paragraph, start: int, text_font: FontClass | None) -> Heading | None:
    """第一条 in front of what a 办法 sets, in the font of chapters: the standard has none for it."""
    found = ARTICLE.match(paragraph.text, start)
    if found is None or family(_font(paragraph, start)) is not FontClass.HEI or text_font is FontClass.HEI:
        return None
    return Heading(1, None, found.end(), alone=False, automatic=False)


def _by_font(paragraph: Paragraph, text_font: FontClass | None) -> Heading | None:
    """The heading that has no number: a short line without an end, all of it in a heading's font."""
    text = paragraph.text.strip()
    if not 1 < len(text) <= _LONGEST_UNMARKED or text[-1] in _ENDS or paragraph.format.alignment in _ASIDE:
        return None
    own = {family(run.character.east_asia) for run in paragraph.runs if run.text.strip()}
    level = next((level for level, font in enumerate(_HEADING_FONTS, 1) if own == {font} != {text_font}), 0)
    return Heading(level, None, len(paragraph.text), alone=True, automatic=False) if level else None


def _colon(paragraph: Paragraph, words: int, stop: re.Match[str] | None) -> re.Match[str] | None:
    """The first colon before the full stop behind which text in another font follows."""
    text = paragraph.text
    for colon in _COLON.finditer(text, words, len(text) if stop is None else stop.start()):
        following = colon.end() + len(text[colon.end() :]) - len(text[colon.end() :].lstrip())
        if following < len(text) and _font(paragraph, words) != _font(paragraph, following):
            return colon
    return None


def told_apart(elements: Sequence[Element]) -> Iterator[Element]:
    """The elements; where headings of the third level look unlike the text, what looks like it is no heading.

    The standard sets them alike. Only an office may set its headings apart, and then does so with all.
    """
    apart = {
        element.paragraph.index: _apart(element.paragraph, heading.end - 1, heading.end)
        for element in elements
        if (heading := element.heading) is not None
        and heading.level == _ALIKE
        and heading.end
        and not heading.alone
    }
    marked = any(apart.values())
    for element in elements:
        if marked and element.heading is not None and not apart.get(element.paragraph.index, True):
            yield element._replace(heading=replace(element.heading, end=0))
        else:
            yield element


def _looks_like_heading(paragraph: Paragraph, place: int, text_font: FontClass | None) -> bool:
    """Whether the text at a place is set in a font for headings, which the text itself is not."""
    own = family(_font(paragraph, place))
    return own in _HEADING_FONTS and own is not text_font


def _apart(paragraph: Paragraph, words: int, end: int) -> bool:
    """Whether a heading from `words` to `end` looks unlike what stands behind it.

    Word itself tells Han from Latin in a text by a hint and by Latin fonts: that sets nothing apart.
    """
    heading, text = _look(paragraph, words), _look(paragraph, end)
    if heading is text or heading is None or text is None:
        return heading is not text
    return any(getattr(heading, name) != getattr(text, name) for name in _SEEN)


def _font(paragraph: Paragraph, place: int) -> str:
    look = _look(paragraph, place)
    return "" if look is None else look.east_asia


def _look(paragraph: Paragraph, place: int) -> Character | None:
    for run in paragraph.runs:
        if place < len(run.text):
            return run.character
        place -= len(run.text)
    return None
