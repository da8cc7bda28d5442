"""A rule that report.yaml silences is not run, and no other rule is lost with it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from reportctl.project.rulebook import rulebook
from reportctl.rules import registry
from reportctl.rules.registry import Family
from tests.rules import projects
from tests.rules.test_examples import SHOWN, found

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from reportctl.findings import Finding, Rule

OPEN = [rule.code for rule in rulebook().values() if not rule.locked]
# A silence is of use to a rule that is run.
ALONE = [rule for rule in SHOWN if rule.code in OPEN and rule.code != "unused-ignore"]


@pytest.mark.parametrize("rule", SHOWN, ids=lambda rule: rule.code)
def test_a_family_finds_what_it_says(rule: Rule, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    strangers: list[str] = []

    def watched(family: Family) -> Any:
        codes = {known.code for known in (*family.rules, *family.also)}

        def run(*arguments: Any) -> Iterator[Finding]:
            for finding in family.check(*arguments):
                if finding.code not in codes:
                    strangers.append(finding.code)
                yield finding

        return run

    monkeypatch.setattr(registry, "_running", lambda families, _: tuple(map(watched, families)))
    found(tmp_path / "project", rule.bad)
    assert strangers == []


@pytest.mark.parametrize("rule", ALONE, ids=lambda rule: rule.code)
def test_a_rule_is_found_where_all_others_are_silent(
    rule: Rule, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    others = ", ".join(code for code in OPEN if code != rule.code)
    monkeypatch.setattr(projects, "REPORT", f"{projects.REPORT}rules:\n  ignore: [{others}]\n")
    if not rule.bad.startswith("rules:"):
        assert rule.code in found(tmp_path / "project", rule.bad)


def test_a_silent_rule_is_not_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ran: list[Any] = []

    def check(*_: Any) -> Iterator[Finding]:
        ran.append(1)
        return iter(())

    rules = rulebook()
    family = Family("watched", check, (rules["unpaired"],), also=(rules["half-width"],))
    monkeypatch.setattr(registry, "TEXTS", (family,))
    projects.codes(tmp_path / "both", "")
    assert ran
    for number, (codes, runs) in enumerate({"unpaired": True, "unpaired, half-width": False}.items()):
        ran.clear()
        report = f"{projects.REPORT}rules: {{ignore: [{codes}]}}\n"
        with monkeypatch.context() as patch:
            patch.setattr(projects, "REPORT", report)
            projects.codes(tmp_path / str(number), "")
        assert bool(ran) == runs


def test_a_silence_in_a_file_is_not_called_unused_for_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = (
        f"{projects.HEAD}achievements:\n  - heading: 加强“监管  # reportctl: ignore unpaired 引号是原文\n"
        f"    text: 检查20次。\n{projects.SHORTCOMINGS}{projects.PLANS}{projects.LEADERSHIP}"
    )
    monkeypatch.setattr(projects, "REPORT", f"{projects.REPORT}rules: {{ignore: [unpaired]}}\n")
    assert not {"unused-ignore", "unpaired"} & projects.codes(tmp_path / "project", text)
