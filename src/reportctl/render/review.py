"""What a review copy has besides the report: on each paragraph a name that finds it again, and comments."""

from __future__ import annotations

from typing import NamedTuple

AUTHOR = "reportctl"
"""Whose comments and changes those are that the program writes."""


class ReviewAnchor(NamedTuple):
    """What hangs on one paragraph: its bookmark, "" for none, and the comments on it, each a few lines."""

    bookmark: str = ""
    comments: tuple[tuple[str, ...], ...] = ()
