"""What a review copy says beside its paragraphs: what was found there, and where the words come from."""

from __future__ import annotations

from enum import StrEnum


class Comments(StrEnum):
    """What is written beside the paragraphs of a draft."""

    FINDINGS = "findings"
    SOURCES = "sources"
    ALL = "all"
    NONE = "none"
