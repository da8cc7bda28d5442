"""Rules of figures: what an item declares against what it says."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from reportctl.findings import Rule, Severity
from reportctl.rules.arithmetic import PARTS_EXCEED, PARTS_FALL_SHORT, RATE_MISMATCH, falls_short
from reportctl.rules.quantities import (
    NUMBER,
    PERCENT,
    SCALE,
    Quantity,
    is_rough,
    plain,
    quantities,
    value_of,
)
from reportctl.text.numbers import chinese

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reportctl.findings import Finding
    from reportctl.model.files import Submission
    from reportctl.model.submission import Figure, Item
    from reportctl.rules.context import Context
    from reportctl.sources import Path

FIGURE_NOT_SAID = Rule(
    "figure-not-in-text",
    Severity.WARNING,
    "填报的数据正文里没有",
    "figures（数据）里的数，在这一条的标题、正文、要点里找不到。多半是改了一处忘了另一处：核对哪一个对，两处写一样。",
    "text: 受理法律援助案件459件。\nfigures:\n  - {name: 法律援助案件, value: 495, unit: 件}",
    "text: 受理法律援助案件495件。\nfigures:\n  - {name: 法律援助案件, value: 495, unit: 件}",
)
FIGURE_NOT_DECLARED = Rule(
    "figure-not-declared",
    Severity.NOTE,
    "正文里的数没有填报",
    "这一条填报了数据，正文里另有同单位的数没有填进 figures（数据）。数据台账要用的，补填一行。",
    "text: 受理法律援助案件495件，办理公证120件。\nfigures:\n  - {name: 法律援助案件, value: 495, unit: 件}",
    "text: 受理法律援助案件495件。\nfigures:\n  - {name: 法律援助案件, value: 495, unit: 件}",
)
FIGURE_UNIT = Rule(
    "figure-unit",
    Severity.NOTE,
    "填报的单位和正文不一样",
    "同一个数，figures（数据）里的单位和正文里的量词不同，例如“件”和“起”。两处写一样，台账才能汇总。",
    "text: 调处矛盾纠纷1152起。\nfigures:\n  - {name: 调处矛盾纠纷, value: 1152, unit: 件}",
    "text: 调处矛盾纠纷1152起。\nfigures:\n  - {name: 调处矛盾纠纷, value: 1152, unit: 起}",
)
GROWTH_MISMATCH = Rule(
    "growth-mismatch",
    Severity.WARNING,
    "增幅和上年数对不上",
    "按 previous（上年）算出的增幅，和正文写的“同比增长……”不一样。核对两年的数和增幅。",
    "text: 行政复议收案94件，同比增长20%。\n"
    "figures:\n  - {name: 行政复议收案, value: 94, unit: 件, previous: 31}",
    "text: 行政复议收案94件，同比增长203.2%。\n"
    "figures:\n  - {name: 行政复议收案, value: 94, unit: 件, previous: 31}",
)
RULES = (FIGURE_NOT_SAID, FIGURE_NOT_DECLARED, FIGURE_UNIT, GROWTH_MISMATCH)
OF_TEXTS = (RATE_MISMATCH, PARTS_EXCEED, PARTS_FALL_SHORT)
"""What a declared number may break as well as one in a text."""

_NUMBER = re.compile(rf"(?<![0-9.]){NUMBER}")
_GROWTH = re.compile(
    r"[\uff0c,、]?(?:同比|(?:比|较)(?:上年|去年|上一年)(?:同期)?)(?P<way>增长|上升|增加|提高|上涨|下降|减少|降低)了?"
    r"(?P<near>[约近超]?)(?P<rate>[0-9]+(?:\.[0-9]+)?)[%\uff05](?P<tail>以上|左右)?"
)
_ROUGH = Decimal("0.9")
"""1.1万余 may stand for 11500: the number said is at least nine tenths of the true one."""


def check(submission: Submission, _: Context) -> Iterator[Finding]:
    """Every figure of a submission against the words of its item, and against itself."""
    data = submission.data
    for part, index, item in data.every_item():
        if item.figures:
            yield from _Judge(submission, (part, index), item).findings()


class _Said(NamedTuple):
    """A number in the words of an item: `value`, and whether it is rough (余, 多, 以上)."""

    value: Decimal
    is_rough: bool


class _Judge:
    """Judges the figures of one item."""

    def __init__(self, submission: Submission, path: Path, item: Item) -> None:
        self.submission = submission
        self.path = path
        self.item = item
        self.words = item.words
        self.said = tuple(_Said(value_of(found), is_rough(found)) for found in _NUMBER.finditer(self.words))
        self.exact = {number.value for number in self.said}

    def findings(self) -> Iterator[Finding]:
        for number, figure in enumerate(self.item.figures):
            path = (*self.path, "figures", number)
            yield from self._said_at_all(figure, path)
            yield from self._unit(figure, path)
            yield from self._parts(figure, path)
            yield from self._ratio(figure, path)
            yield from self._growth(figure, path)
        yield from self._undeclared()

    def _at(self, rule: Rule, path: Path, message: str, hint: str) -> Finding:
        span = self.submission.span(path)
        return rule.at(span, message, hint, department=self.submission.name)

    def _is_said(self, value: Decimal, figure: Figure) -> bool:
        value *= SCALE.get(figure.unit[:1], Decimal(1))  # 3 万份
        if value in self.exact:
            return True
        if value == int(value) and 1 <= value <= 99 and chinese(int(value)) in self.words:
            return True
        if figure.ratio and self.exact.issuperset(figure.ratio):
            return True
        if figure.unit in PERCENT:
            return any(abs(number.value - value) < 1 for number in self.said)
        return any(number.is_rough and value * _ROUGH <= number.value <= value for number in self.said)

    def _said_at_all(self, figure: Figure, path: Path) -> Iterator[Finding]:
        hint = "核对哪一个对，两处写一样"
        if not self._is_said(figure.value, figure):
            message = f"数据“{figure.name}”是 {plain(figure.value)}{figure.unit}，正文里没有这个数"
            yield self._at(FIGURE_NOT_SAID, (*path, "value"), message, hint)
        # parts may be for the ledger alone; where the text lists them it must list these
        unsaid = {name: value for name, value in figure.parts.items() if not self._is_said(value, figure)}
        lists_them = len(unsaid) < len(figure.parts) or "其中" in self.words
        for name, value in unsaid.items():
            if value and lists_them:
                message = f"数据“{figure.name}”其中“{name}”是 {plain(value)}，正文里没有这个数"
                yield self._at(FIGURE_NOT_SAID, (*path, "parts", name), message, hint)

    def _unit(self, figure: Figure, path: Path) -> Iterator[Finding]:
        if not figure.unit:
            return
        units = {quantity.unit for quantity in quantities(self.words) if quantity.value == figure.value}
        if units and not any(unit in figure.unit or figure.unit in unit for unit in units):
            said = "、".join(sorted(units))
            message = f"数据“{figure.name}”的单位是“{figure.unit}”，正文里是“{said}”"
            yield self._at(FIGURE_UNIT, (*path, "unit"), message, "两处写一样")

    def _parts(self, figure: Figure, path: Path) -> Iterator[Finding]:
        if not figure.parts or figure.unit in PERCENT:
            return
        total = sum(figure.parts.values(), start=Decimal(0))
        if total > figure.value:
            message = f"数据“{figure.name}”的分项相加 {plain(total)}，比总数 {plain(figure.value)} 多"
            yield self._at(PARTS_EXCEED, (*path, "parts"), message, "核对总数和分项的数字")
        elif len(figure.parts) > 1 and falls_short(figure.value, total):
            message = f"数据“{figure.name}”的分项相加 {plain(total)}，比总数 {plain(figure.value)} 略少"
            yield self._at(PARTS_FALL_SHORT, (*path, "parts"), message, "核对数字；没有列全的不用改")

    def _ratio(self, figure: Figure, path: Path) -> Iterator[Finding]:
        if figure.ratio is None or figure.unit not in PERCENT:
            return
        part, whole = figure.ratio
        true = part * 100 / whole if whole else None
        exponent = figure.value.as_tuple().exponent
        last = Decimal(1).scaleb(exponent if isinstance(exponent, int) and exponent < 0 else 0)
        if true is None or abs(true - figure.value) >= last:
            shown = "不能算" if true is None else f"{true:.1f}%"
            message = f"{plain(part)} ÷ {plain(whole)} = {shown}，填的是 {plain(figure.value)}%"
            yield self._at(RATE_MISMATCH, (*path, "value"), message, "核对两个数和百分比")

    def _growth(self, figure: Figure, path: Path) -> Iterator[Finding]:
        if not figure.previous:
            return
        written = re.compile(rf"(?<![0-9.]){re.escape(plain(figure.value))}[余多]?{re.escape(figure.unit)}")
        for place in written.finditer(self.words):
            found = _GROWTH.match(self.words, place.end())
            if found is not None and not _fits(figure.value, figure.previous, found):
                true = (figure.value - figure.previous) * 100 / figure.previous
                both = f"{plain(figure.previous)} 到 {plain(figure.value)}"
                said = found["way"] + found["rate"]
                message = f"“{figure.name}”由 {both}，增幅 {true:.1f}%，正文写的是“{said}%”"
                yield self._at(GROWTH_MISMATCH, path, message, "核对两年的数和增幅")

    def _undeclared(self) -> Iterator[Finding]:
        """The numbers in the words that have a declared unit and are not declared: one finding for all."""
        units = {figure.unit for figure in self.item.figures if figure.unit}
        known: set[Decimal] = set()
        for figure in self.item.figures:
            known |= {figure.value, *figure.parts.values(), *(figure.ratio or ())}
            known.add(figure.previous or figure.value)
        missing = [
            quantity
            for quantity in quantities(self.words)
            if quantity.unit in units and quantity.value not in known and not _is_about(quantity, known)
        ]
        if missing:
            shown = "、".join(f"{plain(quantity.value)}{quantity.unit}" for quantity in missing[:3])
            message = f"正文里的 {shown} 没有填进 figures（数据）"
            yield self._at(FIGURE_NOT_DECLARED, (*self.path, "figures", 0), message, "台账要用的，补填一行")


def _is_about(said: Quantity, known: set[Decimal]) -> bool:
    return said.is_rough and any(value * _ROUGH <= said.value <= value for value in known)


def _fits(value: Decimal, previous: Decimal, found: re.Match[str]) -> bool:
    true = (value - previous) * 100 / previous
    if found["way"] in {"下降", "减少", "降低"}:
        true = -true
    rate = Decimal(found["rate"])
    if found["tail"] == "以上" or found["near"] == "超":
        return true >= rate
    if found["tail"] or found["near"]:
        return abs(true - rate) <= max(Decimal(5), rate / 20)
    return abs(true - rate) < Decimal(1).scaleb(-len(found["rate"].partition(".")[2]))
