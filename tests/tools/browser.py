"""Chromium, headless: what a page looks like on paper."""

from __future__ import annotations

import os
import subprocess
from typing import TYPE_CHECKING

from tests.tools import need, office

if TYPE_CHECKING:
    from pathlib import Path


def to_pdf(page: Path, folder: Path) -> Path:
    """`page` (.html) as Chromium prints it, in `folder`, which also takes its profile."""
    made = folder / f"{page.stem}.pdf"
    need.tool(need.FONTS)
    command: list[str | Path] = [
        need.tool("chromium"),
        "--headless",
        "--no-sandbox",  # its sandbox needs rights that root in a container lacks
        "--disable-gpu",
        "--no-pdf-header-footer",
        f"--user-data-dir={folder / 'profile'}",
        f"--print-to-pdf={made}",
        page.as_uri(),
    ]
    environment = {
        "PATH": os.environ.get("PATH", os.defpath),
        "HOME": str(folder),
        "FONTCONFIG_FILE": str(office.FONTS_CONF),
        "LANG": "C.UTF-8",
    }
    subprocess.run(
        command,
        env=environment,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        timeout=office.TIMEOUT,
        check=True,
    )
    return made
