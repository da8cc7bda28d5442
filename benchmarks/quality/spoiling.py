"""All defects of text that are made and looked for: one thing at a time, at a random place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from benchmarks.quality import genre, marks, prose, sentences, words
from benchmarks.quality.defects import Defect

if TYPE_CHECKING:
    import random
    from collections.abc import Callable

    from benchmarks.quality.defects import Spoiled
    from benchmarks.quality.wrapping import Paragraph


def _defect(
    name: str,
    codes: str,
    target: float,
    spoil: Callable[[Paragraph, random.Random], Spoiled | None],
    *,
    column: bool = False,
) -> Defect:
    return Defect(name, frozenset(codes.split()), target, spoil, column)


_DATES = "glued-years impossible-date backward-years other-year"
_ODD = "control-character invisible-character private-character garbled-character variant-character"
DEFECTS = (
    _defect("pairs: one mark lost", "unpaired", 0.98, marks.one_of_a_pair, column=True),
    _defect("ends: the last full stop lost", "lost-end cut-off", 0.98, marks.lost_end, column=True),
    _defect("collisions: a second mark", "colliding-marks heading-end", 0.98, marks.collision, column=True),
    _defect("widths: a half-width mark", "half-width", 0.98, marks.half_width, column=True),
    _defect("placeholders: for a number", "placeholder", 0.98, words.placeholder, column=True),
    _defect("years: glued, cut, impossible", _DATES, 0.98, words.year, column=True),
    _defect("measure words: lost", "lost-measure", 0.88, words.measure, column=True),
    _defect("headings: run into the text", "run-in-heading", 0.85, words.run_in),
    _defect("其中: comma lost", "comma-before-part", 0.80, words.comma_before_part, column=True),
    _defect("enumerations: one skipped", "number-sequence", 0.80, words.skipped),
    _defect("blanks between Chinese", "half-width", 0.98, marks.blank, column=True),
    _defect("straight quotes", "half-width", 0.98, marks.straight, column=True),
    _defect(
        "a sentence twice", "repeated-sentence doubled-words repeated-heading", 0.98, words.twice, column=True
    ),
    _defect("odd characters", _ODD, 0.98, marks.character, column=True),
    _defect("wrong words", "wrong-word", 0.98, words.word, column=True),
    _defect("first person", "first-person", 0.95, words.person, column=True),
    _defect("dashes and ellipses", "wrong-long-dash wrong-ellipsis", 0.95, marks.long_mark, column=True),
    _defect("numbers typed before items", "typed-number", 0.98, words.typed_number, column=True),
    _defect("blanks beside numbers", "blank-beside-number", 0.98, words.blank_by_number, column=True),
    _defect("letters for digits", "look-alike variant-character", 0.98, words.letter, column=True),
    _defect("a clause twice", "doubled-words", 0.98, words.clause_twice, column=True),
    _defect("texts that break off", "cut-off", 0.80, words.cut_off, column=True),
    _defect("names of documents", "document-name", 0.98, sentences.DOCUMENT_NAMES, column=True),
    _defect("periods of documents", "document-period", 0.98, sentences.DOCUMENT_PERIODS, column=True),
    _defect("rates", "rate-mismatch rate-over-hundred", 0.98, sentences.RATES, column=True),
    _defect("parts above the sum", "parts-exceed", 0.98, sentences.SUMS),
    _defect(
        "approximations", "stacked-approximation times-less", 0.98, sentences.APPROXIMATIONS, column=True
    ),
    _defect("leaders' names and titles", "leader-title", 0.98, sentences.LEADERS, column=True),
    _defect("former names of offices", "former-office", 0.98, sentences.OFFICES, column=True),
    _defect("requests", "request-in-report", 0.98, sentences.REQUESTS, column=True),
    _defect("telephones and addresses", "contact-data", 0.98, sentences.CONTACTS, column=True),
    _defect("words of writing programs", "chat-remains", 0.98, sentences.CHAT, column=True),
    _defect("marks of markup", "markup-remains", 0.98, sentences.MARKUP, column=True),
    _defect("web-page remains", "web-remains", 0.98, words.web, column=True),
    _defect("numbers typed before texts", "typed-number", 0.95, genre.TYPED, column=True),
    _defect("placeholders: x and *", "placeholder", 0.95, genre.LONE_X, column=True),
    _defect("years without 年", "lost-year-word", 0.95, genre.LOST_YEAR, column=True),
    _defect("titles of documents cut", "document-name", 0.80, genre.CUT_TITLES, column=True),
    _defect("titles of documents wrong", "document-name wrong-word", 0.95, genre.WRONG_TITLES, column=True),
    _defect("documents that are superseded", "superseded-document", 0.95, genre.SUPERSEDED, column=True),
    _defect("numbers of documents", "document-number", 0.95, genre.NUMBERS, column=True),
    _defect("set phrases", "wrong-word", 0.95, genre.PHRASES, column=True),
    _defect("words twice", "doubled-words", 0.95, genre.DOUBLED, column=True),
    _defect("traditional characters", "traditional-character", 0.95, genre.TRADITIONAL, column=True),
    _defect("characters of no official text", "unusual-character", 0.95, genre.UNUSUAL, column=True),
    _defect("numbers and dates as written", "number-style thousands-comma", 0.95, genre.WRITTEN, column=True),
    _defect("points skipped", "number-sequence", 0.95, genre.LISTS, column=True),
    _defect("from a to b", "change-mismatch", 0.80, genre.COMPARED, column=True),
    _defect("totals", "sum-mismatch", 0.80, genre.TOTALS, column=True),
    _defect("points counted", "count-mismatch", 0.80, genre.POINTS, column=True),
    _defect("% lost", "lost-percent", 0.80, genre.PERCENT, column=True),
    _defect("names of one's own", "own-office", 0.95, genre.OWN_OFFICES, column=True),
    _defect("who is meant", "first-person first-person-doubtful", 0.95, prose.TOWNS, column=True),
    _defect("placeholders before a place", "placeholder", 0.95, prose.PLACES, column=True),
    _defect("paragraphs with numbers", "typed-number", 0.95, prose.own_paragraph),
    _defect("phrases that blend", "blended-phrase wrong-word", 0.80, prose.BLENDED, column=True),
    _defect("a verb twice", "verb-twice", 0.80, prose.VERBS, column=True),
    _defect("phrases that have a form", "wrong-word named-day", 0.95, prose.NOTED, column=True),
    _defect("titles of notices", "notice-title", 0.80, prose.NOTICES, column=True),
    _defect("months the wrong way round", "backward-years", 0.80, prose.MONTHS, column=True),
    _defect("parts of a kind above the sum", "parts-exceed", 0.80, prose.PARTS),
    _defect("万元 and 亿元", "scale-slip", 0.80, prose.SCALES, column=True),
    _defect("rates in any order", "rate-mismatch rate-over-hundred", 0.80, prose.RATES, column=True),
    _defect("lists that stop", "lone-point", 0.80, prose.STOPPED, column=True),
    _defect("days of the week", "wrong-weekday", 0.95, prose.WEEKDAYS, column=True),
    _defect("two ways to write a date", "number-style", 0.80, prose.DATES, column=True),
    _defect("names of the roster", "name-slip", 0.80, prose.NAMES, column=True),
    _defect("a bracket of a number lost", "unpaired", 0.98, prose.HALF_BRACKETS, column=True),
    _defect("titles and a comma", "titles-apart", 0.95, prose.TITLES, column=True),
    _defect("a pause before 等", "number-style", 0.95, prose.BEFORE_ETC),
    _defect("a point in a name", "unusual-character", 0.95, prose.NAME_DOTS, column=True),
)
