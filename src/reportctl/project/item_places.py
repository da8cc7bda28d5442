"""Which item of a submission a place in its file lies in."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reportctl.model.files import Submission


class RangeStart(NamedTuple):
    """Where an item (`part` and `number` lead to it) or a decision begins, or any other key of a file.

    `begins_item` is False for the latter; `part` and `number` are "" and -1 for all but items.
    """

    line: int
    column: int
    begins_item: bool
    part: str = ""
    number: int = -1


def starts_in(submission: Submission) -> list[RangeStart]:
    """Where the items of a submission begin, and what else has a key of its own beside them, in order."""
    items = (
        RangeStart(*submission.place(part, index), begins_item=True, part=part, number=index)
        for part, row in submission.places.items()
        for index in range(len(row) // 2)
    )
    keys = (submission.key_span((key,)) for key in submission.yaml.data)
    others = (RangeStart(span.line, span.column, begins_item=False) for span in keys)
    return sorted((*items, *others))


def start_at(starts: Sequence[RangeStart], line: int, column: int) -> RangeStart | None:
    """The item or decision that a place lies in, None for a place outside of all."""
    at = bisect_right(starts, (line, column + 1)) - 1
    return starts[at] if at >= 0 and starts[at].begins_item else None
