"""Rules of placeholders: what was left to be filled in and never was."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reportctl.findings import Rule, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reportctl.findings import Finding
    from reportctl.rules.context import Site

PLACEHOLDER = Rule(
    "placeholder",
    Severity.ERROR,
    "占位符没有填",
    "文字里还有 XX、××、*次、____、“待补充”之类的占位符，报告会原样印出来。填上实际内容，或删去这半句。",
    "text: 全年检查XX次。",
    "text: 全年检查20次。",
)

RULES = (PLACEHOLDER,)

_HAN = "\u4e00-\u9fff"
# 某某 stands for a name that is withheld and is no placeholder.
_COUNTED = "(?=[年月日次件个名起份项人场册条家户])"
_PATTERN = re.compile(
    r"(?<![A-Za-z0-9])[Xx\uff38\uff58]{2,}(?![A-Za-z0-9])"
    rf"|(?<=[{_HAN}])[X\uff38]{_COUNTED}"
    r"|[×✕╳]{2,}"
    rf"|[×✕╳*\uff0a]+{_COUNTED}"
    r"|[_\uff3f]{2,}"
    r"|[?\uff1f]{3,}"
    rf"|[○〇]{{2,}}{_COUNTED}"
    r"|【[^】\n]{0,12}(?:待|填写|补充)[^】\n]{0,12}】"
    r"|[(\uff08](?:待[补填定核]|请填写|此处填写)[^)\uff09\n]{0,12}[)\uff09]"
    "|待补充|待填写|待核实后填|此处填写|请在此"
    r"|\bTODO\b|\bTBD\b"
)
_HEAD = re.compile(r"[Xx\uff38\uff58×✕╳*\uff0a_\uff3f?\uff1f○〇【(\uff08待此请T]")


def check_text(site: Site) -> Iterator[Finding]:
    """Every placeholder in one text."""
    if _HEAD.search(site.text) is None:
        return
    for found in _PATTERN.finditer(site.text):
        message = f"占位符“{found.group()}”没有填"
        yield site.at(PLACEHOLDER, found.start(), found.end(), message, "填上实际内容，或删去这半句")
