"""What a document does otherwise than its layout asks: the deviation, and what it is measured by."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from reportctl.findings import Finding, Rule, Severity, Span
from reportctl.layout.values import Strength

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reportctl.inspect.structure import Element
    from reportctl.layout.figures import Setting

STANDARD = "GB/T 9704-2012"
_SEVERITY = {
    Strength.MUST: Severity.ERROR,
    Strength.SHOULD: Severity.WARNING,
    Strength.PRACTICE: Severity.NOTE,
}
_WORDS = {Strength.MUST: "应当", Strength.SHOULD: "一般", Strength.PRACTICE: "通行做法"}


@dataclass(frozen=True, slots=True)
class Norm:
    """A rule in words, without a figure in the layout, with its source and how strongly that binds."""

    rule: Rule
    clause: str = ""
    strength: Strength = Strength.PRACTICE
    standard: str = STANDARD

    @property
    def citation(self) -> str:
        """The source for a message, "" for a practice."""
        return f"{self.standard} 第{self.clause}条" if self.clause else ""


@dataclass(frozen=True, slots=True)
class Deviation:
    """One thing that is not as it should be.

    `paragraphs` are all that share it, counted from 1, () for the document as a whole; `excerpt` is how the
    first of them begins.
    """

    rule: Rule
    clause: str
    citation: str
    strength: Strength
    message: str
    actual: str = ""
    expected: str = ""
    paragraphs: tuple[int, ...] = ()
    excerpt: str = ""
    severity: Severity = Severity.ERROR

    @property
    def paragraph(self) -> int | None:
        """The first paragraph concerned, None for the document as a whole."""
        return self.paragraphs[0] if self.paragraphs else None

    @property
    def text(self) -> str:
        """All of it in one line: where, what, what is and what should be, by which clause."""
        details = "，".join(
            element
            for element in (
                f"现为{self.actual}" if self.actual else "",
                f"应为{self.expected}" if self.expected else "",
            )
            if element
        )
        source = (
            f"（{self.citation}，{_WORDS[self.strength]}）"
            if self.citation
            else f"（{_WORDS[self.strength]}）"
        )
        return f"{self._where}{self.message}{'：' if details else ''}{details}{source}"

    @property
    def _where(self) -> str:
        if not self.paragraphs:
            return ""
        others = f"等{len(self.paragraphs)}段" if len(self.paragraphs) > 1 else ""
        quoted = f"“{self.excerpt}”" if self.excerpt else "（空段）"
        return f"第{self.paragraphs[0]}段{quoted}{others}："

    def finding(self, file: str) -> Finding:
        """The deviation as a finding in `file`, the paragraph standing for the line."""
        line = self.paragraph or 1
        return self.rule.at(Span(file, line, 1, line, 1), self.text, self.rule.manual, severity=self.severity)

    def as_dict(self, file: str) -> dict[str, Any]:
        """The deviation as a JSON object: the contract's finding and what only a document has."""
        return {
            **self.finding(file).as_dict(),
            "strength": self.strength.value,
            "clause": self.clause,
            "citation": self.citation,
            "paragraph": self.paragraph,
            "paragraphs": list(self.paragraphs),
            "excerpt": self.excerpt,
            "actual": self.actual,
            "expected": self.expected,
        }


def breach(
    norm: Norm, message: str, at: Element | None = None, *, actual: str = "", expected: str = ""
) -> Deviation:
    """A deviation from a norm in words, at a paragraph."""
    return _deviation(norm.rule, norm, message, at, (actual, expected))


def differs(
    rule: Rule,
    setting: Setting[Any],
    message: str,
    at: Element | None = None,
    *,
    actual: str,
    expected: str = "",
) -> Deviation:
    """A deviation from a figure of the layout, at a paragraph; the figure itself is what is expected."""
    return _deviation(rule, setting, message, at, (actual, expected or setting.shown))


def _deviation(
    rule: Rule, by: Norm | Setting[Any], message: str, at: Element | None, values: tuple[str, str]
) -> Deviation:
    actual, expected = values
    return Deviation(
        rule=rule,
        clause=by.clause,
        citation=by.citation,
        strength=by.strength,
        message=message,
        actual=actual,
        expected=expected,
        paragraphs=() if at is None else (at.paragraph.index,),
        excerpt="" if at is None else at.paragraph.excerpt,
        severity=_SEVERITY[by.strength],
    )


def gathered(deviations: Iterable[Deviation]) -> tuple[Deviation, ...]:
    """The deviations in order of place, those that differ only in their paragraph made one."""
    groups: dict[tuple[str, ...], list[Deviation]] = {}
    for deviation in deviations:
        key = (deviation.rule.code, deviation.message, deviation.actual, deviation.expected, deviation.clause)
        groups.setdefault(key, []).append(deviation)
    merged = []
    for group in groups.values():
        first = min(group, key=lambda deviation: deviation.paragraphs)
        paragraphs = sorted({index for deviation in group for index in deviation.paragraphs})
        merged.append(replace(first, paragraphs=tuple(paragraphs)))
    return tuple(
        sorted(
            merged, key=lambda deviation: (deviation.paragraph or 0, deviation.rule.code, deviation.message)
        )
    )
