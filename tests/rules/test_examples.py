"""Every rule's own page: its bad example triggers it, its good one does not."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from reportctl.errors import ProjectError
from reportctl.project.rulebook import rulebook
from tests.rules.projects import codes

if TYPE_CHECKING:
    from pathlib import Path

    from reportctl.findings import Rule

# Told in words: a file's encoding, two files, a page in public. Each has tests of its own.
TOLD = {
    code for code, rule in rulebook().items() if "\uff08" in (rule.bad[:1], rule.good[:1]) or not rule.bad
}
# Shown in part: an edit without what it selects, a report without its file, a page in public, a huge file.
IN_PART = {
    *("stale-edit", "unmet-edit", "clashing-edit", "bad-edit", "edit-without-was", "edit-without-reason"),
    *("bad-template", "bad-attachment", "unplaced-item", "unknown-section", "private-number", "too-large"),
    *("bad-file-name", "missing-signatory", "unknown-layout"),
}
SHOWN = [rule for code, rule in rulebook().items() if code not in TOLD | IN_PART]


def found(root: Path, text: str) -> set[str]:
    try:
        return codes(root, text)
    except ProjectError as error:
        return {one.code for one in error.findings}


@pytest.mark.parametrize("rule", SHOWN, ids=lambda rule: rule.code)
def test_the_bad_example_triggers_the_rule(rule: Rule, tmp_path: Path) -> None:
    assert rule.code in found(tmp_path / "project", rule.bad)


@pytest.mark.parametrize("rule", SHOWN, ids=lambda rule: rule.code)
def test_the_good_example_does_not(rule: Rule, tmp_path: Path) -> None:
    assert rule.code not in found(tmp_path / "project", rule.good)
