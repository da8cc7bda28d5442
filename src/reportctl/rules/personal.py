"""Numbers that belong to a person: mobile and other telephones, identity cards."""

from __future__ import annotations

import re

_MOBILE = re.compile(r"(?:0|86|0086)?1[3-9][0-9]{9}")
_IDENTITY = re.compile(
    r"[1-9][0-9]{5}(?:19|20)[0-9]{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])[0-9]{3}[0-9Xx]"
    # as they were given out until 1999: two digits of the year, and none to check them
    r"|[1-8][0-9]{7}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])[0-9]{3}"
)

# Each begins with a digit or two, which a search finds fast; what stands before them is looked at afterwards.
_TELEPHONES = (
    re.compile(r"1(?<![0-9]1)[3-9][0-9](?:[ -]?[0-9]{4}){2}(?![0-9])"),
    re.compile(r"0(?<![0-9.]0)[0-9]{2,3}[-\uff0d—) \uff09][2-9][0-9]{6,7}(?![0-9])"),
)
_FROM_THE_YEAR = tuple(
    re.compile(rf"{century}(?<=[1-9][0-9]{{5}}{century})[0-9]{{2}}[01][0-9][0-3][0-9]{{4}}[0-9Xx](?![0-9])")
    for century in (19, 20)
)
_BEFORE_THE_YEAR = 6


def is_private(digits: str) -> bool:
    """Whether digits without anything between them are a mobile telephone's or an identity card's number."""
    return _MOBILE.fullmatch(digits) is not None or _IDENTITY.fullmatch(digits) is not None


def numbers_in_prose(text: str) -> list[tuple[int, int]]:
    """Where telephone and identity numbers stand in a text, as they are usually written: start and end.

    Any day of the calendar will do for an identity number here, the 39th too: a typing slip hides nobody.
    """
    telephones = [number.span() for each in _TELEPHONES for number in each.finditer(text)]
    identities = [number.span() for each in _FROM_THE_YEAR for number in each.finditer(text)]
    return telephones + [(start - _BEFORE_THE_YEAR, end) for start, end in identities]
