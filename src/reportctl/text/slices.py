"""A piece of a text that knows where it stands in the whole."""

from __future__ import annotations

from typing import NamedTuple


class Slice(NamedTuple):
    """`text`, which begins at character `start` (from 0) of the whole."""

    text: str
    start: int

    @property
    def end(self) -> int:
        """The offset behind the last character."""
        return self.start + len(self.text)
