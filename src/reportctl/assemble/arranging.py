"""The order of paragraphs of which some stand behind others: added ones, moved ones."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

Place = int | str
"""A paragraph as built by its position, an added one by its id."""
START = -1
"""What stands before all paragraphs."""


def arranged(built: int, behind: Mapping[Place, Place]) -> Iterator[Place]:
    """All paragraphs in order: 0 to `built` - 1 but for what is moved, each before what stands behind it.

    `behind` leads from a paragraph to its anchor; of several with one anchor the first in `behind` comes
    first. What hangs on itself (`ringed`) is not among them.
    """
    followers: dict[Place, list[Place]] = {}
    for place, anchor in behind.items():
        followers.setdefault(anchor, []).append(place)
    # a stack, not calls: each of thousands of paragraphs may stand behind the one before
    waiting: list[Place] = [position for position in range(built - 1, -1, -1) if position not in behind]
    waiting.append(START)
    while waiting:
        place = waiting.pop()
        if place != START:
            yield place
        waiting += reversed(followers.get(place, ()))


def ringed(behind: Mapping[Place, Place]) -> frozenset[Place]:
    """The paragraphs that stand behind themselves, each behind the next of a ring: no order has them."""
    found: set[Place] = set()
    seen: set[Place] = set()
    for first in behind:
        chain: dict[Place, None] = {}
        place = first
        while place in behind and place not in seen:
            seen.add(place)
            chain[place] = None
            place = behind[place]
        if place in chain:
            members = list(chain)
            found.update(members[members.index(place) :])
    return frozenset(found)
