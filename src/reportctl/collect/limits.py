"""How much one run takes in, and what it has taken so far."""

from __future__ import annotations

MAX_FILE = 32 << 20
"""Bytes of one file."""
MAX_RUN = 512 << 20
"""Bytes of a run."""
MAX_FILES = 2_000
"""Files of a run."""
MAX_NESTING = 3
"""Archives and mails within each other."""
MAX_PARTS = 2_000
"""Parts of a mail."""
MAX_HEAD = 256 << 10
"""Bytes of the head of a mail, or of one of its parts."""
MAX_RATIO = 200
"""Bytes that come of one byte of an archive."""
MAX_FOLDERS = 16
"""Folders within each other."""


class Allowance:
    """What a run may still take: files that are known cost nothing."""

    def __init__(self) -> None:
        self._bytes = MAX_RUN
        self._files = MAX_FILES

    def takes(self, size: int) -> bool:
        """Whether there is room for one more file of `size` bytes, which is counted then."""
        if self._files < 1 or self._bytes < size:
            return False
        self._files -= 1
        self._bytes -= size
        return True
