"""Which of a layout's fonts this machine lacks, and what stands in for them in a PDF."""

from __future__ import annotations

import re
import shutil
import subprocess
from typing import TYPE_CHECKING

from reportctl.layout import FontClass

if TYPE_CHECKING:
    from reportctl.layout import Layout

_PROGRAM = "fc-list"
"""Fontconfig's, which LibreOffice asks for fonts too: without it nobody can tell."""
_TIMEOUT = 30
"""Seconds; the first look at hundreds of fonts takes some."""
_EMBEDDED = re.compile(rb"/BaseFont\s*/(?:[A-Z]{6}\+)?([A-Za-z0-9_-]+)")


def stand_in_remark(pdf: bytes, layout: Layout) -> str:
    """What is to be said of the fonts that others stand in for in a PDF; "" where none do."""
    missing = _missing(layout)
    if not missing:
        return ""
    used = dict.fromkeys(name.decode() for name in _EMBEDDED.findall(pdf))
    others = f"\uff0cPDF 里由 {'、'.join(used)} 代替" if used else ""
    return (
        f"这台机器上没有字体 {'、'.join(missing)}{others}\uff0c字形和规定的不同\uff1b"
        "要正式印发的\uff0c装上这些字体再生成\uff0c或者用 Word、WPS 打开 Word 文档另存为 PDF"
    )


def _missing(layout: Layout) -> tuple[str, ...]:
    """The layout's fonts that are not there; () where nobody can tell."""
    program = shutil.which(_PROGRAM)
    if program is None:
        return ()
    try:
        listed = subprocess.run(  # noqa: S603 - fontconfig's own program, without words of the user's
            [program, ":", "family"],
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=_TIMEOUT,
            check=True,
        ).stdout.decode("utf-8", "replace")
    except (OSError, subprocess.SubprocessError):
        return ()
    families = {name.strip() for line in listed.splitlines() for name in line.split(",")}
    wanted = dict.fromkeys(layout.font(font_class) for font_class in FontClass)
    return tuple(name for name in wanted if name not in families) if families else ()
