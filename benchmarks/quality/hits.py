"""The table of rules with their hits on clean text, which stands in docs/quality.md."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from benchmarks.quality.judging import OF_WRAPPING, judged
from reportctl.findings import Severity
from reportctl.rules import registry

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from benchmarks.quality.wrapping import Wrapped

BEGIN, END = "<!-- hits: begin (python -m benchmarks.quality FOLDER... --hits PAGE) -->", "<!-- hits: end -->"
_RANK = tuple(Severity).index
_NOT_MEASURED = "| not measured (of the whole project, or newer than the table): "


def table(texts: Iterable[Wrapped]) -> str:
    """The rules by their hits, the most first; one row for all without any, one for those not measured."""
    hits: Counter[str] = Counter()
    levels: dict[str, Severity] = {}
    sources: dict[str, set[str]] = defaultdict(set)
    characters: Counter[str] = Counter()
    for one in texts:
        characters[one.source] += one.characters
        for found in judged(one.source, one.yaml()):
            if found.code not in OF_WRAPPING:
                hits[found.code] += 1
                levels[found.code] = min(found.severity, levels.get(found.code, found.severity), key=_RANK)
                sources[found.code].add(one.source)
    codes = {
        rule.code for family in (*registry.ITEMS, *registry.TEXTS) for rule in (*family.rules, *family.also)
    }
    others = {rule.code for rule in registry.RULES} - codes - hits.keys()
    total = sum(characters.values())
    return "\n".join(
        (
            f"{total:,} characters in {len(characters)} texts:\n",
            "| rule | level | hits | in texts | characters for a hit |",
            "| --- | --- | ---: | ---: | ---: |",
            *(
                f"| `{code}` | {levels[code].value} | {count} | {len(sources[code])} | {total // count:,} |"
                for code, count in sorted(hits.items(), key=lambda item: (-item[1], item[0]))
            ),
            f"| {_codes(codes - hits.keys())} | | 0 | 0 | |",
            f"{_NOT_MEASURED}{_codes(others)} | | | | |",
        )
    )


def rewrite(page: Path, texts: Iterable[Wrapped]) -> None:
    """Put the table of today in place of the one that stands in a page; without texts, add rules it lacks.

    Raises:
        ValueError: the page has no place for it.
    """
    before, _, rest = page.read_text(encoding="utf-8").partition(BEGIN)
    _, mark, behind = rest.partition(END)
    if not mark:
        raise ValueError(f"{page}: no {BEGIN}")
    texts = tuple(texts)
    made = table(texts) if texts else _completed(rest.partition(END)[0].strip("\n"))
    page.write_text(f"{before}{BEGIN}\n\n{made}\n\n{END}{behind}", encoding="utf-8")


def _completed(rows: str) -> str:
    """The table with every rule that it does not name yet in its last row."""
    measured, _, _ = rows.partition(_NOT_MEASURED)
    named = set(re.findall("`([a-z-]+)`", measured))
    return f"{measured}{_NOT_MEASURED}{_codes({rule.code for rule in registry.RULES} - named)} | | | | |"


def _codes(codes: Iterable[str]) -> str:
    return " ".join(f"`{code}`" for code in sorted(codes))
