"""A day as people type it: 2024-01-10, 2024/1/10, 2024.1.10 or 2024年1月10日."""

from __future__ import annotations

import datetime as dt
import re

_DATE = re.compile(r"(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?")


def day_of(text: str) -> dt.date | None:
    """The day that a text names, None where it is written otherwise.

    Raises:
        ValueError: there is no such day.
    """
    found = _DATE.fullmatch(text.strip())
    return None if found is None else dt.date(*(int(part) for part in found.groups()))
