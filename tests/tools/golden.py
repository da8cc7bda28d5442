"""Golden files: what the program is known to print, compared, or rewritten by `make golden`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Golden:
    """`golden(path, actual)` in a test: `actual` is what the file holds, to the byte.

    With `rewrite` the file takes `actual` instead, and `changed` lists, one a line, what was rewritten.
    """

    rewrite: bool
    changed: Path

    def __call__(self, path: Path, actual: str) -> None:
        known = path.read_bytes() if path.is_file() else None
        if not self.rewrite:
            if known is None:
                pytest.fail(f"{path} is missing: `make golden` writes it", pytrace=False)
            assert actual == known.decode(), f"{path} differs: if today's output is right, `make golden`"
        elif actual.encode() != known:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(actual.encode())
            with self.changed.open("a", encoding="utf-8") as listing:
                listing.write(f"{path}\n")
