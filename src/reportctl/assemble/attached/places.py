"""Where the pieces of a Markdown text stand in its file: the library gives lines only, and of blocks."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from markdown_it.token import Token

    from reportctl.findings import Finding, Rule, Span
    from reportctl.sources import Source


class Findings:
    """What is found in a file, in order."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.found: list[Finding] = []

    def line(self, line: int, literal: str = "") -> Span:
        """A stretch of a line, which counts from 0: the first place of `literal` in it, or all of it."""
        words = self.source.line(line + 1)
        start = self.source.starts[min(line, len(self.source.starts) - 1)]
        at = words.find(literal) if literal else -1
        if at >= 0:
            return self.source.span(start + at, start + at + len(literal))
        lead = len(words) - len(words.lstrip())
        return self.source.span(start + lead, start + len(words))

    def add(self, rule: Rule, span: Span, message: str, hint: str) -> None:
        """One more finding."""
        self.found.append(rule.at(span, message, hint))


class InlinePlaces:
    """Finds the pieces of a paragraph, a heading or a cell, which are asked for in their order."""

    def __init__(self, token: Token, findings: Findings) -> None:
        self._content = token.content
        self._line = token.map[0] if token.map else 0
        self._findings = findings
        self._at = 0

    def pass_by(self, literal: str) -> None:
        """Go on behind a piece that is written as it is read; one that is not stays before us."""
        self._go(self._content.find(literal, self._at), literal)

    def span(self, literal: str) -> Span:
        """Where the next `literal` stands; the line that we have come to where there is none."""
        at = self._content.find(literal, self._at)
        line = self._line + self._content.count("\n", self._at, max(at, self._at))
        self._go(at, literal)
        return self._findings.line(line, literal.partition("\n")[0])

    def _go(self, at: int, literal: str) -> None:
        if at >= 0:
            end = at + len(literal)
            self._line += self._content.count("\n", self._at, end)
            self._at = end
