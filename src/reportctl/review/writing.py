"""Writes final decisions into the text of edits.yaml: what a person wrote there stays, byte for byte."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportctl.review.places import HEADER, indent_of
from reportctl.review.places import is_block as stands_in_lines
from reportctl.review.planning import existing
from reportctl.review.spelling import block, braces
from reportctl.sources.events import end_of
from reportctl.splicing import Splice, spliced

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reportctl.model.files import EditsFile
    from reportctl.model.keys import Shape
    from reportctl.review.planning import EditsPlan, Existing
    from reportctl.scaffold.wording import Language
    from reportctl.sources import YamlFile


def rewritten(edits: EditsFile | None, text: str, made: EditsPlan, shape: Shape, language: Language) -> str:
    """The text of edits.yaml with a plan carried out."""
    there = {old.number: old for old in existing(edits)}
    file = None if edits is None else edits.yaml
    is_block = file is None or stands_in_lines(file)
    line_break = "\r\n" if "\r\n" in text else "\n"
    indent = indent_of(file) if file is not None and is_block else ""
    splices = []
    last_cut = 0  # where what was left out last ends: two entries side by side have one comma between them
    for index, entry in sorted(made.replaced.items()):
        old = there[index]
        if entry is None:
            start, end = _cut(text, old, is_block=is_block)
            splices.append(Splice(max(start, last_cut), end, ""))
            last_cut = end
        elif is_block:
            new = block(entry, shape, language, indent, line_break).lstrip(" ")
            splices.append(Splice(old.start, _line_end(text, old.end), new))
        else:
            splices.append(Splice(old.start, old.end, braces(entry, shape, language)))
    stays = made.added or any(
        old.ours and made.replaced.get(index, old) is not None for index, old in there.items()
    )
    if not is_block:
        assert file is not None  # noqa: S101 - a file without a list is written as a block
        return spliced(text, [*splices, *_into_brackets(file, made, shape, language)])
    new_text = spliced(text, splices)
    if not stays:
        return _without_header(new_text)
    if not made.added:
        return new_text
    entries = "".join(block(entry, shape, language, indent, line_break) for entry in made.added)
    if HEADER not in new_text:
        lead = line_break if new_text else ""
        return f"{new_text}{lead}{HEADER}{line_break}{entries}"
    gap = "" if new_text.endswith(("\n", "\r")) else line_break
    return f"{new_text}{gap}{entries}"


def _without_header(text: str) -> str:
    """The text without the header and the line break before it: as it was before the first was written."""
    at = text.find(HEADER)
    if at < 0 or text[at + len(HEADER) :].strip():
        return text
    before = text[:at]
    return before.removesuffix("\n").removesuffix("\r") if before.endswith("\n") else before


def _into_brackets(file: YamlFile, made: EditsPlan, shape: Shape, language: Language) -> Iterator[Splice]:
    if made.added:
        at = end_of(file.root) - 1
        kept = len(file.root.children) - sum(entry is None for entry in made.replaced.values())
        new = ", ".join(braces(entry, shape, language) for entry in made.added)
        before = file.source.text[:at].rstrip()
        lead = ", " if kept and not before.endswith(",") else ""
        yield Splice(at, at, f"{lead}{new}")


def _line_end(text: str, at: int) -> int:
    """The offset behind the line break of the line that an offset lies in."""
    end = text.find("\n", at)
    return len(text) if end < 0 else end + 1


def _cut(text: str, old: Existing, *, is_block: bool) -> tuple[int, int]:
    """The range to leave out so that an entry is gone: its lines, or its braces and a comma beside them."""
    if is_block:
        return text.rfind("\n", 0, old.start) + 1, _line_end(text, old.end)
    before = text[: old.start].rstrip()
    if before.endswith(","):
        return len(before) - 1, old.end
    behind = text[old.end :].lstrip()
    rest = behind[1:].lstrip(" ") if behind.startswith(",") else text[old.end :]
    return old.start, len(text) - len(rest)
