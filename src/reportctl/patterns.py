"""Regular expressions that are compiled when they are first used: most runs need few of them."""

from __future__ import annotations

import re
from typing import Any, cast


class _Lazy:
    """Stands for a compiled pattern; its methods become the pattern's own at the first use."""

    def __init__(self, source: str, flags: int) -> None:
        self._source = source
        self._flags = flags

    def __getattr__(self, name: str) -> Any:
        value = getattr(re.compile(self._source, self._flags), name)
        setattr(self, name, value)
        return value


def pattern(source: str, flags: int = 0) -> re.Pattern[str]:
    """What `re.compile` gives, later.

    Compiling takes a millisecond where a pattern has large classes of characters, as those of Chinese text
    have, and there are a hundred: together they took a fifth of a short run.
    """
    return cast("re.Pattern[str]", _Lazy(source, flags))
