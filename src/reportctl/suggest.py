"""What to say to someone who named a rule that there is not."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


def suggestion(code: str, known: Iterable[str]) -> str:
    """The rule that was meant, as far as can be told."""
    from difflib import get_close_matches  # noqa: PLC0415 - only where a code is wrong

    near = get_close_matches(code, list(known), n=1)
    return f"是不是 {near[0]}？" if near else "用 `reportctl explain` 查看全部规则"
