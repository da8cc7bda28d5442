"""JSON as text that no terminal and no encoder trips over: readable Chinese, everything odd as an escape."""

from __future__ import annotations

import json
import re
from functools import cache
from typing import Any

# The rest of the control characters is escaped by the standard library already.
_ODD = re.compile("[\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff]")


def dumps(tree: Any, indent: int | None = 1) -> str:
    """`tree` as JSON, without a break at its end, on one line without `indent`; read back, it is the same."""
    text = _encoder(indent).encode(tree)
    # nothing odd is printable, and asking takes a third of the time
    return text if text.isprintable() else _ODD.sub(lambda found: f"\\u{ord(found.group()):04x}", text)


@cache
def _encoder(indent: int | None) -> json.JSONEncoder:
    # made once: a snapshot has thousands of lines, each encoded by itself
    return json.JSONEncoder(ensure_ascii=False, indent=indent)
