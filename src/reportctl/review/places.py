"""Where the entries of edits.yaml stand in its text, in a list of lines or within brackets."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportctl.sources.events import Branch, end_of, start_of

if TYPE_CHECKING:
    from reportctl.sources import YamlFile
    from reportctl.sources.events import Node

HEADER = "# ---------- 领导改稿\uff1a由 reportctl reconcile 写入\uff0c可以手改 ----------"
"""What stands above the entries that `reconcile` writes."""


def is_block(file: YamlFile) -> bool:
    """Whether the entries stand on lines of their own."""
    return file.source.text[start_of(file.root) : start_of(file.root) + 1] != "["


def dash_of(text: str, start: int) -> int:
    """The offset of the dash of a block entry that begins at an offset."""
    line = text.rfind("\n", 0, start) + 1
    while not text[line:start].lstrip().startswith("-"):
        start, line = line - 1, text.rfind("\n", 0, line - 1) + 1
    return text.index("-", line)


def indent_of(file: YamlFile) -> str:
    """What stands before the dashes of the list."""
    text = file.source.text
    root = file.root
    if not isinstance(root, Branch) or not root.children:
        return ""
    dash = dash_of(text, start_of(root.children[0]))
    return text[text.rfind("\n", 0, dash) + 1 : dash]


def end_of_value(text: str, node: Node) -> int:
    """Where a value ends: what the parser counts to a block besides are blanks, breaks and comments."""
    start, end = start_of(node), end_of(node)
    if isinstance(node, Branch) and node.children and text[start] not in "[{":
        children = node.children.values() if isinstance(node.children, dict) else node.children
        return max(end_of_value(text, child) for child in children)
    return start + len(text[start:end].rstrip())
