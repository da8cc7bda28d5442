"""An HTML validator and accessibility checker has nothing to say of any page."""

from __future__ import annotations

import json
import subprocess
from typing import TYPE_CHECKING

import pytest

from reportctl.document import Attachment, Form, Table
from tests.render.docx import documents
from tests.render.html import reading
from tests.render.html.test_hostile import everywhere
from tests.tools import need

if TYPE_CHECKING:
    from pathlib import Path

RULES = need.ROOT / "tests/render/html/html-validate.json"
TIMEOUT = 120
"""Seconds."""

pytestmark = pytest.mark.slow


def complaints(folder: Path) -> set[tuple[str, str, str]]:
    """What html-validate says of the pages in a folder: page, rule, message."""
    command: list[str | Path] = [
        need.tool("node"),
        need.tool(need.PAGE_VALIDATOR),
        "--config",
        RULES,
        "--formatter",
        "json",
    ]
    done = subprocess.run(
        [*command, *sorted(folder.glob("*.html"))],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        timeout=TIMEOUT,
        check=False,
    )
    assert done.returncode in {0, 1}, done.stderr
    return {
        (page["filePath"].rpartition("/")[2], one["ruleId"], one["message"])
        for page in json.loads(done.stdout)
        for one in page["messages"]
    }


def test_pages_are_valid_and_accessible(tmp_path: Path) -> None:
    widths = Attachment(0, "表", (Table((("甲", "乙"), ("1", "2")), widths=(1, 3)),))
    pages = {
        "plain": documents.plain(),
        "public": documents.public(),
        "formal": documents.formal(),
        "joint": documents.formal(issuers=("甲县人民政府", "乙县人民政府"), signatories=("甲某", "乙某")),
        "hostile": everywhere("<b>&amp;'\"\x00\x1b"),
        "widths": documents.plain()._replace(attachments=(widths,)),
        **{name: reading.example(name) for name in ("minimal", "five-chapters", "hecheng-2023")},
        "hecheng-formal": reading.example("hecheng-2023", Form.FORMAL),
    }
    for name, document in pages.items():
        (tmp_path / f"{name}.html").write_bytes(reading.page(document))
    assert complaints(tmp_path) == set()


def test_the_validator_sees_what_is_planted(tmp_path: Path) -> None:
    page = reading.page(documents.public()).decode()
    (tmp_path / "skipped.html").write_text(page.replace("h3", "h5"), encoding="utf-8")
    (tmp_path / "unclosed.html").write_text(page.replace("</h1>", ""), encoding="utf-8")
    found = {(name, rule) for name, rule, _ in complaints(tmp_path)}
    assert {("skipped.html", "heading-level"), ("unclosed.html", "close-order")} <= found
