"""The pages of the repository point at what is there."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import unquote

import pytest

from reportctl.cli.explain import pages as rules
from reportctl.model.keys import SHAPES
from reportctl.project.rulebook import manual
from scripts.docs import HANDBOOK, PAGE, TITLES, handbook, rules_page
from tests.tools.need import ROOT

if TYPE_CHECKING:
    from pathlib import Path

PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])
LINK = re.compile(r"""(?:\]\(|src=")(?!https?:|mailto:|#)(?P<target>[^)"#\s]+)(?:#[^)\s]*)?[)"]""")
MAKE = re.compile(r"(?<![\w-])make (?P<target>[a-z-]+)(?=[`\n ])")
CODE = re.compile(r"^```.*?^```|`[^`\n]+`", re.MULTILINE | re.DOTALL)

pages = pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))


@pages
def test_every_link_into_the_repository_leads_somewhere(page: Path) -> None:
    text = page.read_text(encoding="utf-8")

    targets = [unquote(found["target"]) for found in LINK.finditer(text)]

    assert [one for one in targets if not (page.parent / one).exists()] == []


@pages
def test_every_make_command_exists(page: Path) -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    code = "\n".join(CODE.findall(page.read_text(encoding="utf-8")))

    named = {found["target"] for found in MAKE.finditer(code)}

    assert {one for one in named if not re.search(rf"^{one}:", makefile, re.MULTILINE)} == set()


def test_the_handbook_of_rules_is_up_to_date() -> None:
    written = rules_page(rules().values())

    assert PAGE.read_text(encoding="utf-8") == written, "`make docs` remakes docs/rules.md"


def test_a_rule_has_a_row_and_a_section_with_both_examples() -> None:
    rule = manual()["missing-part"]

    page = rules_page([rule])

    assert f"| [{rule.code}](#{rule.code}) | 错误 | {rule.title} |\n\n## {rule.code}\n" in page
    assert all(f"```text\n{one.rstrip()}\n```" in page for one in (rule.bad, rule.good))
    assert rule.manual in page


def test_the_table_of_keys_is_up_to_date() -> None:
    text = HANDBOOK.read_text(encoding="utf-8")

    assert handbook(text) == text, "`make docs` remakes the table of keys in README.zh-CN.md"


def test_every_model_has_its_keys_in_the_table() -> None:
    assert set(TITLES) == set(SHAPES)
