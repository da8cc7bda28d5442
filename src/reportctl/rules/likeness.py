"""What two texts may have in common without one being a copy of the other."""

from __future__ import annotations

import re

_CLAUSES = re.compile("[。\uff0c\uff1b\uff1a\uff1f\uff01,;:?!\n]")
_TITLES = re.compile("《[^》\n]*》")
_FORMULA = re.compile(
    "习近平|总书记|中央|党的|两个确立|四个意识|四个自信|两个维护|新时代|高质量发展|新发展|以人民为中心|现代化"
)


def own_clauses(text: str) -> list[str]:
    """The clauses of a text that are its author's own.

    They are without titles of documents and without the formulas that every report has: of fifteen unrelated
    reports some paragraphs were alike to four fifths by nothing else.
    """
    return [one for one in _CLAUSES.split(_TITLES.sub("", text)) if one and not _FORMULA.search(one)]
