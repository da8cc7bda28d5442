"""Markdown attachments: headings, paragraphs, lists, tables as official pages have them; the rest is told."""

from __future__ import annotations

import re
from itertools import count, takewhile
from typing import TYPE_CHECKING

from reportctl.assemble import codes
from reportctl.assemble.attached.content import LIMITS, AttachedContent, BadAttachmentError, rectangle
from reportctl.assemble.attached.inline import is_break, is_short, is_silent, lines, typed_level
from reportctl.assemble.attached.lists import ListNumbers
from reportctl.assemble.attached.markup import parse
from reportctl.assemble.attached.places import Findings
from reportctl.document import Block, BlockType, Role, Run, Table

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from markdown_it.token import Token

    from reportctl.assemble.attached.content import AttachedFile, Part

_MOST_LINES, _MOST_CHARACTERS = 50_000, 300_000
_LEVELS = 4
"""Levels of headings (GB/T 9704-2012, clause 7.3.3)."""
_DELIMITER = re.compile(r"\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)+\|?[ \t]*")
_CELL_END = re.compile(r"(?<!\\)\|")


def read(file: AttachedFile) -> AttachedContent:
    """The content of the file as blocks and tables, without the title that the page has above it.

    Raises:
        BadAttachmentError: it is no text, too long, nested too deep, or nothing but a title.
    """
    source = file.source()
    if source.text.count("\n") > _MOST_LINES:
        raise BadAttachmentError(f"文字超过 {_MOST_LINES} 行，分成几个附件，或删去多余的空行")
    if len(source.text) > _MOST_CHARACTERS:
        raise BadAttachmentError(f"文字超过 {_MOST_CHARACTERS} 字，分成几个附件")
    findings = Findings(source)
    parts = list(_MarkdownReader(file, parse(source.text), findings).parts())
    named = sum(
        1 for _ in takewhile(lambda part: isinstance(part, Block) and file.is_named(part.text), parts)
    )
    content = _leveled(parts[named:])
    if not content:
        raise BadAttachmentError("除了标题没有内容")
    return AttachedContent(content, tuple(findings.found))


class _MarkdownReader:
    """Goes through the tokens of a file, block by block."""

    def __init__(self, file: AttachedFile, tokens: Sequence[Token], findings: Findings) -> None:
        self._tokens = iter(tokens)
        self._findings = findings
        self._numbers = ListNumbers()
        self._names = (f"attachment-{file.place}-{number}" for number in count(1))
        self._quotes = 0

    def parts(self) -> Iterator[Part]:
        """The content in reading order; a heading's level is still the number of its marks."""
        for token in self._tokens:
            if token.type == "heading_open":
                yield from self._heading(int(token.tag[1:]), next(self._tokens))
            elif token.type == "inline":
                yield from self._paragraph(token)
            elif token.type == "table_open":
                yield self._table()
            elif token.type == "fence":
                yield from self._code(token)
            elif token.type == "html_block":
                yield from self._html(token)
            elif token.type == "hr":
                self._warn(token, "分隔线不会印出来", "删去这一行")
            elif token.type == "blockquote_open":
                self._quotation(token)
            elif token.type == "blockquote_close":
                self._quotes -= 1
            else:
                self._numbers.see(token)

    def _block(self, runs: tuple[Run, ...], level: int = 0) -> Block:
        number = self._numbers.take()
        return Block(next(self._names), BlockType.ATTACHMENT_TEXT, runs, level, number)

    def _heading(self, marks: int, token: Token) -> Iterator[Block]:
        words = "".join(run.text for line in lines(token, self._findings) for run in line)
        if marks > _LEVELS:
            self._warn(token, f"公文的标题只有{_LEVELS}级\uff0c照第{_LEVELS}级排", "减少 # 的个数")
        if words:
            yield self._block((Run(words, Role.HEADING),), marks)

    def _paragraph(self, token: Token) -> Iterator[Block]:
        self._look_for_tables(token)
        for line in lines(token, self._findings):
            words = "".join(run.text for run in line)
            level = typed_level(words)
            if level and is_short(words):
                yield self._block((Run(words, Role.HEADING),), level)
            else:
                yield self._block(line)

    def _look_for_tables(self, token: Token) -> None:
        """Tell lines that were meant for a table, which one wrong bar keeps them from being."""
        for line, words in enumerate(token.content.split("\n"), token.map[0] if token.map else 0):
            if _DELIMITER.fullmatch(words.strip()):
                hint = "表头和下面的 |---|---| 格数要一样\uff0c表格上面空一行"
                span = self._findings.line(line)
                message = "这里像表格\uff0c但没有排成表格\uff1a照字面印"
                self._findings.add(codes.ATTACHMENT_MARKUP, span, message, hint)

    def _table(self) -> Table:
        rows: list[list[tuple[str, bool]]] = []
        for token in takewhile(lambda token: token.type != "table_close", self._tokens):
            if token.type == "tr_open":
                rows.append([])
                self._look_for_more(token, rows)
            elif token.type == "inline":
                rows[-1].append(self._cell(token))
        if sum(map(len, rows)) > LIMITS.nodes:
            raise BadAttachmentError(f"表格超过 {LIMITS.nodes} 格，分成几个附件，或只留汇总的行")
        kept = [row for row in rows if any(words for words, _ in row)]
        strong = frozenset(
            (number, column)
            for number, row in enumerate(kept)
            for column, (_, is_strong) in enumerate(row)
            if is_strong
        )
        words = rectangle([[words for words, _ in row] for row in kept])
        return Table(words, header_rows=int(kept[0] is rows[0]), strong=strong)

    def _cell(self, token: Token) -> tuple[str, bool]:
        """The words of a cell, and whether it is bold, as a whole."""
        found = lines(token, self._findings)
        roles = {run.role for line in found for run in line if run.text.strip()}
        if Role.STRONG in roles and len(roles) > 1:
            hint = "整格加粗\uff0c或去掉 **"
            self._warn(token, "格子里只有一部分字加粗\uff0c排不出来\uff1a照不加粗印", hint)
        return "\n".join("".join(run.text for run in line) for line in found), roles == {Role.STRONG}

    def _look_for_more(self, token: Token, rows: Sequence[Sequence[object]]) -> None:
        """Tell what a row has more than the header, which the library leaves out."""
        line = token.map[0] if token.map else 0
        words = self._findings.source.line(line + 1).strip().lstrip(">- \t")
        cells = len(_CELL_END.findall(words.removeprefix("|"))) + (not words.endswith("|"))
        most = len(rows[0])
        if len(rows) > 1 and cells > most:
            message = f"这一行有 {cells} 格\uff0c表头只有 {most} 格\uff0c多出来的不会印"
            hint = "给表头补上这几格\uff0c或并掉这一行多余的格；格子里的 | 写成 \\|"
            self._findings.add(codes.ATTACHMENT_LOSS, self._findings.line(line), message, hint)

    def _code(self, token: Token) -> Iterator[Block]:
        self._warn(token, "代码块排不出来\uff0c照正文一行一段印", f"删去上下两行 {token.markup}")
        for words in filter(str.strip, token.content.split("\n")):
            yield self._block((Run(words.strip()),))

    def _html(self, token: Token) -> Iterator[Block]:
        if is_silent(token.content) or is_break(token.content):
            return
        span = self._findings.line(token.map[0] if token.map else 0)
        hint = "改写成普通的文字\uff1b表格用 | 分格"
        self._findings.add(codes.ATTACHMENT_LOSS, span, "用 HTML 写的这一段印不出来", hint)
        yield self._block((Run("【这里有一段 HTML 没有印】", Role.GAP),))

    def _quotation(self, token: Token) -> None:
        if not self._quotes:
            self._warn(token, "引文（行首的 >）排不出来\uff0c照正文印", "删去行首的 >")
        self._quotes += 1

    def _warn(self, token: Token, message: str, hint: str) -> None:
        span = self._findings.line(token.map[0] if token.map else 0)
        self._findings.add(codes.ATTACHMENT_MARKUP, span, message, hint)


def _leveled(parts: Sequence[Part]) -> tuple[Part, ...]:
    """The parts with headings of levels 1 to 4, none skipped; a typed 一、 or （一） says its own level."""
    depths = sorted({part.level for part in parts if isinstance(part, Block) and part.level})
    ranks = {depth: min(rank, _LEVELS) for rank, depth in enumerate(depths, 1)}
    return tuple(
        part._replace(level=_level(part, ranks)) if isinstance(part, Block) and part.level else part
        for part in parts
    )


def _level(heading: Block, ranks: dict[int, int]) -> int:
    return typed_level(heading.text) or ranks[heading.level]
