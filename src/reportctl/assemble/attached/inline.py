"""What stands in a paragraph of Markdown: text and bold text; the rest is told, and its words are kept."""

from __future__ import annotations

import re
from itertools import accumulate, groupby
from typing import TYPE_CHECKING

from reportctl.assemble import codes
from reportctl.assemble.attached.places import InlinePlaces
from reportctl.document import Role, Run
from reportctl.text.marks import changes
from reportctl.text.numbers import NumberKind, typed_number
from reportctl.text.width import width

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from markdown_it.token import Token

    from reportctl.assemble.attached.places import Findings

    Line = tuple[Run, ...]

_LEVELS = {NumberKind.CHAPTER: 1, NumberKind.SECTION: 2}
_WIDEST = 40
"""Characters of a line that may be a heading without any mark of Markdown."""
_SENTENCE = frozenset("。\uff1b\uff1a\uff0c、\uff01\uff1f…;:,!?.")
"""Marks at the end of what is no heading."""
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
_COMMENT = re.compile(r"<!--.*?-->\s*", re.DOTALL)
_FOOTNOTE = re.compile(r"\[\^[^\]\s]+\]")


def is_silent(html: str) -> bool:
    """Whether HTML is a comment, which nobody means to print."""
    return not _COMMENT.sub("", html).strip()


def is_break(html: str) -> bool:
    """Whether HTML is a line break."""
    return _BREAK.fullmatch(html.strip()) is not None


def begins_paragraph(line: str) -> bool:
    """Whether a line with no empty one above it begins a paragraph all the same, as whoever typed it sees.

    It is set in by wide blanks, or begins with 一、 or （一）.
    """
    return line[:1] == "\u3000" or typed_level(line) > 0


def typed_level(text: str) -> int:
    """The level that a typed 一、 or （一） gives a heading, 0 where none is typed."""
    number = typed_number(text)
    return 0 if number is None else _LEVELS.get(number.kind, 0)


def is_short(text: str) -> bool:
    """Whether a line may be a heading and no sentence."""
    return width(text) <= _WIDEST and text.rstrip()[-1:] not in _SENTENCE


def lines(token: Token, findings: Findings) -> tuple[Line, ...]:
    """The lines that an `inline` token is printed on, normalised; one without words is left out."""
    return _InlineReader(token, findings).lines()


class _InlineReader:
    """Goes through the children of one token."""

    def __init__(self, token: Token, findings: Findings) -> None:
        self._children = token.children or []
        self._findings = findings
        self._places = InlinePlaces(token, findings)
        self._lines: list[list[Run]] = [[]]
        self._typed: list[str] = []
        self._before = ""
        self._bold = 0
        self._readers: dict[str, Callable[[Token], None]] = {
            "softbreak": self._soft_break,
            "hardbreak": self._hard_break,
            "strong_open": self._strong_open,
            "strong_close": self._strong_close,
            "em_open": self._italic,
            "s_open": self._struck,
            "link_open": self._linked,
            "code_inline": self._code,
            "html_inline": self._html,
            "image": self._image,
        }

    def lines(self) -> tuple[Line, ...]:
        for child in self._children:
            read = self._readers.get(child.type)
            if read is not None:
                read(child)
            elif child.content:
                self._text(child)
        return tuple(found for found in map(normalised, self._lines) if found)

    def _put(self, text: str, role: Role | None = None) -> None:
        self._typed.append(text)
        self._lines[-1].append(Run(text, role or (Role.STRONG if self._bold else Role.TEXT)))

    def _text(self, token: Token) -> None:
        line = self._lines[-1]
        if line and line[-1].text == "\n":
            before = self._before.strip()
            if begins_paragraph(token.content) or (typed_level(before) and is_short(before)):
                self._lines.append([])
        for note in _FOOTNOTE.finditer(token.content):
            self._warn(
                note.group(),
                f"脚注的写法“{note.group()}”没有排成脚注\uff0c照字面印",
                "把脚注的话写进正文的括号里",
            )
        self._put(token.content)
        self._places.pass_by(token.content)

    def _soft_break(self, _: Token) -> None:
        self._before = "".join(self._typed)
        self._put("\n")
        self._typed.clear()
        self._places.pass_by("\n")

    def _hard_break(self, _: Token) -> None:
        self._lines.append([])
        self._places.pass_by("\n")

    def _strong_open(self, token: Token) -> None:
        self._bold += 1
        self._places.pass_by(token.markup)

    def _strong_close(self, token: Token) -> None:
        self._bold -= 1
        self._places.pass_by(token.markup)

    def _italic(self, token: Token) -> None:
        hint = f"要印出“{token.markup}”的\uff0c在它前面加 \\\uff1b不要斜体的\uff0c删去两头的“{token.markup}”"
        self._warn(
            token.markup, f"两个“{token.markup}”之间的字成了斜体\uff0c公文不用斜体\uff1a照正文印", hint
        )

    def _struck(self, token: Token) -> None:
        message = "删除线（~~）排不出来\uff0c照印就像没有删去"
        hint = "真要删的把字删去；不删的只去掉 ~~"
        self._findings.add(codes.ATTACHMENT_LOSS, self._places.span(token.markup), message, hint)

    def _linked(self, token: Token) -> None:
        if token.info == "auto":  # the text is the address
            return
        address = str(token.attrs.get("href", ""))
        hint = "要让人看到地址的\uff0c写进正文；不要的\uff0c只留文字"
        self._warn("[", f"链接的地址“{address}”不会印出来\uff0c只印文字", hint)

    def _code(self, token: Token) -> None:
        self._warn(token.markup, f"代码的写法“{token.markup}”排不出来\uff0c照正文印", "删去两头的反引号")
        self._put(token.content)
        self._places.pass_by(token.content)
        self._places.pass_by(token.markup)

    def _html(self, token: Token) -> None:
        if is_break(token.content):
            self._hard_break(token)
        elif not is_silent(token.content) and not token.content.startswith("</"):
            hint = "删去标签\uff1a加粗用 **文字**\uff0c表格用 | 分格"
            self._warn(token.content, f"HTML 标签“{token.content}”排不出来\uff0c只印文字", hint)

    def _image(self, token: Token) -> None:
        message = f"图片“{token.content or token.attrs.get('src', '')}”排不进文字附件"
        hint = "把图片单独作一个附件（在 report.yaml 里写 file: 图片的路径）\uff0c删去这里的 ![…](…)"
        self._findings.add(codes.ATTACHMENT_LOSS, self._places.span("!["), message, hint)
        self._put(f"【图片\uff1a{token.content}】", Role.GAP)

    def _warn(self, literal: str, message: str, hint: str) -> None:
        self._findings.add(codes.ATTACHMENT_MARKUP, self._places.span(literal), message, hint)


def normalised(runs: Sequence[Run]) -> Line:
    """Runs normalised as the one paragraph that they are, and those of one role joined."""
    text = "".join(run.text for run in runs)
    edges = list(accumulate(len(run.text) for run in runs))
    words = ["" for _ in runs]
    here = at = 0

    def put(end: int) -> None:
        """Take the text up to `end` as it is, each piece for its own run."""
        nonlocal here, at
        while at < end:
            if at >= edges[here]:
                here += 1
                continue
            stop = min(end, edges[here])
            words[here] += text[at:stop]
            at = stop

    for change in changes(text):
        put(change.start)
        while here < len(edges) - 1 and at >= edges[here]:
            here += 1
        words[here] += change.new
        at = max(at, change.end)
    put(len(text))
    kept = (run._replace(text=own) for run, own in zip(runs, words, strict=True) if own)
    return tuple(_joined(kept))


def _joined(runs: Iterable[Run]) -> Iterable[Run]:
    for role, group in groupby(runs, key=lambda run: run.role):
        yield Run("".join(run.text for run in group), role)
