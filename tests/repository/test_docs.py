"""The pages of the repository point at what is there."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import unquote

import pytest

from tests.tools.need import ROOT

if TYPE_CHECKING:
    from pathlib import Path

PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])
LINK = re.compile(r"\]\((?!https?:|mailto:|#)(?P<target>[^)#\s]+)(?:#[^)\s]*)?\)")
MAKE = re.compile(r"(?<![\w-])make (?P<target>[a-z]+)(?=[`\n ])")
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
