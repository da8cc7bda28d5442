"""The scripts and the sheet of the form on a page, as they stand in it: without what only we read."""

from __future__ import annotations

import base64
import hashlib
import re
from typing import NamedTuple

from reportctl import resources

_SCRIPTS = ("checks.js", "record.js", "items.js", "page.js")
_SHEET_BLANKS = re.compile(r"\s*([{};,])\s*|(?<=:) ")
# A string or a regular expression stays; blanks around marks go. Our scripts divide nothing: a / begins one.
_SCRIPT_TOKEN = re.compile(
    r"""("(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|/(?![*/])(?:\\.|\[(?:\\.|[^\]\\])*\]|[^/\\\[\n])+/[a-z]*)"""
    r"|/\*.*?\*/|[ ]*([-+*=<>!&|?:;,(){}\[\]])[ ]*"
)


class WebAssets(NamedTuple):
    """What makes a page of a form work, and how it looks."""

    script: str
    style: str

    @property
    def policy(self) -> str:
        """A page's policy (CSP): no file, no network, no script and no style but these."""
        return (
            f"default-src 'none'; script-src '{_fingerprint(self.script)}'; "
            f"style-src '{_fingerprint(self.style)}'; form-action 'none'; base-uri 'none'"
        )


def read_assets() -> WebAssets:
    """The shipped scripts, joined in their order, and the shipped sheet."""
    script = "\n".join(map(_lean, _SCRIPTS))
    return WebAssets(
        _SCRIPT_TOKEN.sub(lambda found: found[1] or found[2] or "", script),
        _SHEET_BLANKS.sub(r"\1", _lean("page.css")),
    )


def _lean(name: str) -> str:
    """A file without indents, empty lines and lines of comment: nothing spans lines there."""
    lines = resources.path("templates", "form", name).read_text("utf-8").splitlines()
    return "\n".join(
        stripped for line in lines if (stripped := line.strip()) and not stripped.startswith(("//", "/*"))
    )


def _fingerprint(source: str) -> str:
    """What a policy names a script or a sheet by."""
    return f"sha256-{base64.b64encode(hashlib.sha256(source.encode()).digest()).decode()}"
