"""The rule of last year's figures: what this year's 上年 says against what was handed in then."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportctl.findings import Related, Rule, Severity
from reportctl.rules.last_year import earlier_submissions
from reportctl.rules.quantities import plain

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from decimal import Decimal

    from reportctl.findings import Finding
    from reportctl.model.files import Submission
    from reportctl.rules.context import Context
    from reportctl.sources import Path

PREVIOUS_MISMATCH = Rule(
    "previous-mismatch",
    Severity.WARNING,
    "“上年”和上年报的不一样",
    "数据里“上年”一栏的数，和本部门上年报的同名数据不同。核对是哪一年的数写错了；统计口径变了的，写明理由忽略。"
    "上年的材料在 report.yaml 的 last_year（上年材料）指的文件夹里，没有这个文件夹就不比。",
    "（上年报行政复议收案31件，今年数据里写 previous: 13）",
    "（今年数据里写 previous: 31）",
)

RULES = (PREVIOUS_MISMATCH,)


def check_project(context: Context) -> Iterator[Finding]:
    """Each department's figures against those of its own that bore the same name and unit last year."""
    for submission, earlier in earlier_submissions(context):
        before = _figures(earlier)
        for part, index, item in submission.data.every_item():
            for number, figure in enumerate(item.figures):
                known = before.get((figure.name.strip(), figure.unit.strip()))
                if known is None or figure.previous is None:
                    continue
                file, path, value = known
                if value is not None and value != figure.previous:
                    place = file.span(path)
                    said = f"“{figure.name.strip()}”的上年数是 {plain(figure.previous)}"
                    message = f"{said}，上年报的是 {plain(value)}（{place.file} 第 {place.line} 行）"
                    yield PREVIOUS_MISMATCH.at(
                        submission.span((part, index, "figures", number, "previous")),
                        message,
                        "核对上年数",
                        department=submission.name,
                        related=(Related(place, "上年报的数"),),
                    )


def _figures(
    submissions: Iterable[Submission],
) -> dict[tuple[str, str], tuple[Submission, Path, Decimal | None]]:
    """By name and unit each figure that was handed in, with its value: None where it had several."""
    found: dict[tuple[str, str], tuple[Submission, Path, Decimal | None]] = {}
    for submission in submissions:
        for part, index, item in submission.data.every_item():
            for number, figure in enumerate(item.figures):
                key = figure.name.strip(), figure.unit.strip()
                place: Path = (part, index, "figures", number, "value")
                first = found.setdefault(key, (submission, place, figure.value))
                if first[2] != figure.value:
                    found[key] = (submission, place, None)
    return found
