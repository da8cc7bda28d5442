"""The page of findings in a real browser, from a file, without a network."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from tests.collect import web_pages
from tests.tools import need
from tests.tools.need import ROOT
from tests.tools.project import Folder

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page

pytestmark = pytest.mark.slow

TAGS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
RUN = "tags => axe.run({runOnly: {type: 'tag', values: tags}})"


def shown(page: Page) -> tuple[int, str]:
    """How many findings are seen, and what the page says of it."""
    found = page.locator(".finding:visible").count()
    return found, page.locator("[role=status]").inner_text()


def check_filters(page: Page, every: int, codes: dict[str, int]) -> None:
    """Levels, rule and words, each alone and together; a department without any is hidden."""
    assert shown(page) == (every, f"显示 {every} 条\uff0c共 {every} 条")
    code, count = max(codes.items(), key=lambda pair: pair[1])
    page.locator("#rule").select_option(code)
    assert shown(page)[0] == count
    page.locator("#words").fill("没有一条这样说")
    assert shown(page) == (0, f"显示 0 条\uff0c共 {every} 条")
    assert page.locator(".department:visible").count() == 0
    page.locator("#words").fill("")
    page.locator("#rule").select_option("")
    for level in ("error", "warning", "note"):
        page.locator(f"#l-{level}").uncheck()
    assert shown(page)[0] == 0
    page.locator("#l-error").check()
    assert shown(page)[0] == page.locator(".finding.error").count() > 0
    for level in ("warning", "note"):
        page.locator(f"#l-{level}").check()
    assert shown(page)[0] == every


def test_filters_accessibility_and_no_network(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = Folder(ROOT / "tests/cases/parts", capsys)
    file = tmp_path / "结果.html"
    findings = folder.validate().json["findings"]
    folder.run("validate", "-o", str(file))
    codes: dict[str, int] = {}
    for one in findings:
        codes[one["code"]] = codes.get(one["code"], 0) + 1
    checker = need.tool(need.ACCESSIBILITY).read_text("utf-8")
    with web_pages.desk(tmp_path / "profile", bypass_csp=True) as desk:
        page = desk.open(file)
        page.set_viewport_size({"width": 1280, "height": 900})
        check_filters(page, len(findings), codes)
        page.evaluate(checker)
        for width in (390, 1280):
            page.set_viewport_size({"width": width, "height": 900})
            result: dict[str, Any] = page.evaluate(RUN, list(TAGS))
            assert [(rule["id"], rule["nodes"][0]["html"]) for rule in result["violations"]] == []
            assert len(result["passes"]) > 15
            assert page.evaluate("document.documentElement.scrollWidth") <= width
        page.evaluate("document.querySelector('.finding p').style.color = '#eee'")
        assert page.evaluate(RUN, list(TAGS))["violations"] != []
        assert desk.faults == []
        assert desk.outside == []
