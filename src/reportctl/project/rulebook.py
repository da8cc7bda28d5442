"""Every rule there is, by code: what `explain`, the documentation and report.yaml's settings go by."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from reportctl.assemble import codes as assemble_codes
from reportctl.layout.codes import RULES as LAYOUT_RULES
from reportctl.model import codes as model_codes
from reportctl.project import codes as project_codes
from reportctl.rules import privacy, registry, secrecy
from reportctl.rules import report as report_rules
from reportctl.sources import codes as source_codes
from reportctl.sources import typing_errors

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from reportctl.findings import Rule


@cache
def rulebook() -> dict[str, Rule]:
    """The rules of `validate` and `build` by code, in the order in which a file is read and judged."""
    families = (
        source_codes.RULES,
        typing_errors.RULES,
        model_codes.RULES,
        project_codes.RULES,
        registry.RULES,
        assemble_codes.RULES,
        report_rules.RULES,
        privacy.RULES,
        secrecy.RULES,
    )
    return {rule.code: rule for family in families for rule in family}


def rules_of(codes: Iterable[str]) -> Mapping[str, Rule]:
    """The rules with these codes, by code."""
    wanted = sorted(set(codes))
    known = rulebook()
    if not known.keys() >= set(wanted):
        known = manual()
    return {code: known[code] for code in wanted}


@cache
def manual() -> dict[str, Rule]:
    """Every rule that has a manual page: those of the rulebook, of layout files and of `inspect`."""
    from reportctl.inspect import RULES as INSPECT_RULES  # noqa: PLC0415 - only `explain` needs them

    return rulebook() | {rule.code: rule for rule in (*LAYOUT_RULES, *INSPECT_RULES)}
