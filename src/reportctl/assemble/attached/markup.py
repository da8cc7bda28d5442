"""Markdown by markdown-it-py: CommonMark with tables, less what hides a line, read as Chinese writes it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markdown_it import MarkdownIt
from markdown_it.rules_inline import emphasis

from reportctl.assemble.attached.content import BadAttachmentError
from reportctl.text.chars import MARKS, members

if TYPE_CHECKING:
    from markdown_it.rules_inline import StateInline
    from markdown_it.token import Token

_DEEPEST = 40
"""Levels of lists and quotations, each of which counts twice or more: the library drops what lies deeper."""
_MOST_COMMENTS = 200
"""For the end of each the library looks through all that follows."""
_MARKS = frozenset(members(MARKS))


def parse(text: str) -> list[Token]:
    """The tokens of a text, blocks in a row, each with the lines that it is from.

    Raises:
        BadAttachmentError: lists or quotations are nested so deep that some would be left out, or there is so
            much HTML that reading it would take minutes.
    """
    if text.count("<!") + text.count("<?") > _MOST_COMMENTS:
        raise BadAttachmentError(f"HTML 的注释和标签超过 {_MOST_COMMENTS} 处\uff1a改写成普通的文字")
    tokens = _PARSER.parse(text)
    if max((token.level for token in tokens), default=0) >= _DEEPEST - 2:
        raise BadAttachmentError("列表或引文套得太深\uff1a最多套几层\uff0c检查行首的 > 和 -")
    return tokens


def _emphasis(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 - as the library calls it
    """As CommonMark, but **加强监管。**全年 is bold: it knows no text whose words have no blanks between."""
    first, start = len(state.delimiters), state.pos
    if not emphasis.tokenize(state, silent):
        return False
    before, after = state.src[start - 1 : start], state.src[state.pos : state.pos + 1]
    if before in _MARKS or after in _MARKS:
        for delimiter in state.delimiters[first:]:
            delimiter.open = bool(after.strip())
            delimiter.close = bool(before.strip())
    return True


def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"maxNesting": _DEEPEST})
    parser.enable(["table", "strikethrough"])
    # A line set in by blanks is a paragraph, not code; “[注]: 见表一” is a line, not a link's address.
    parser.disable(["code", "reference"])
    parser.inline.ruler.at("emphasis", _emphasis)
    return parser


_PARSER = _parser()
