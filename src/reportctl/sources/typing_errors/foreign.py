"""What is no YAML around and within it: fences of code, lines of a chat, marks of Markdown."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reportctl.sources.typing_errors import codes
from reportctl.sources.typing_errors.values import TypingError

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from reportctl.sources.typing_errors.lines import TypedLine

_FENCE = "```"
_DOCUMENT = frozenset({"---", "..."})
_CHAT = (
    *("谢谢", "请查收", "请审阅", "请核对", "如有", "如需"),
    *("希望", "以上", "收到", "辛苦", "告诉我", "联系我"),
)
_BOLD_KEY = re.compile(
    r"\*\*(?P<key>[^\s*:\uff1a]{1,20})(?:\*\*[ \t]*[:\uff1a]|[:\uff1a][ \t]*\*\*)[ \t]*(?P<value>.*)"
)
_BOLD = re.compile(r"\*\*(?P<words>[^*]+)\*\*(?P<rest>[^*]*)")


def foreign_lines(rows: Sequence[TypedLine], keys: Collection[str]) -> dict[int, TypingError | None]:
    """By their offset, the lines before, around and behind the material that are none of it.

    A line that begins with one of the `keys` lacks its colon, and is of it. Of each run only the first has an
    error: one hint serves for all of it.
    """
    found: dict[int, TypingError | None] = {}
    fences = [row for row in rows if row.text.lstrip().startswith(_FENCE)]
    for number, row in enumerate(fences):
        found[row.at] = None if number else _fence(row)
    material = [number for number, row in enumerate(rows) if row.known and row.key]
    if not material:
        return found
    for run in (rows[: material[0]], _behind(rows[material[-1] + 1 :])):
        strange = [row for row in run if row.at not in found and _is_said(row, keys)]
        for number, row in enumerate(strange):
            found[row.at] = None if number else _chat(row)
    return found


def markdown(line: TypedLine, keys: Collection[str]) -> Iterator[TypingError]:
    """A key or a value between the marks of bold type."""
    if "**" not in line.text:
        return
    key = _BOLD_KEY.match(line.text, line.body)
    if key is not None and key["key"] in keys:
        message = f"“{key['key']}”前后的 ** 是加粗的记号\uff0c这里不用"
        value = key["value"].strip()
        rest = f"{key['key']}: {value}".rstrip()
        yield TypingError(codes.MARKDOWN, line.body, line.body + 2, message, rest=rest)
        return
    value = _BOLD.fullmatch(line.words)
    if value is not None and (line.key or line.dashes):
        message = f"“{value['words'][:10]}”前后的 ** 是加粗的记号\uff0c这里不用"
        yield TypingError(codes.MARKDOWN, line.value, line.value + 2, message, value["words"] + value["rest"])


def _is_said(row: TypedLine, keys: Collection[str]) -> bool:
    """Whether a line holds words, and nothing of how a file is built."""
    first = next(iter(row.words.split()), "")
    if row.text.startswith("%"):
        return False  # an order to the parser
    return not (row.key or row.dashes or row.words in _DOCUMENT or first in keys or "**" in row.words)


def _behind(rows: Sequence[TypedLine]) -> Sequence[TypedLine]:
    """Of the lines behind the last key those from the first on that speaks to a reader, or a fence."""
    for number, row in enumerate(rows):
        if row.indent or row.dashes:
            continue
        if row.text.startswith(_FENCE) or any(words in row.words for words in _CHAT):
            return rows[number:]
    return ()


def _fence(row: TypedLine) -> TypingError:
    message = "“```”是聊天软件、写作助手加的记号\uff0c不是材料"
    return TypingError(codes.FOREIGN_LINE, 0, len(row.text), message)


def _chat(row: TypedLine) -> TypingError:
    message = f"“{row.words[:16]}”不是材料\uff0c像是聊天或邮件里的话"
    return TypingError(codes.FOREIGN_LINE, row.body, row.body + len(row.words), message)
