"""The two ways in which most verbs write their result."""

from __future__ import annotations

from enum import StrEnum


class TextOrJson(StrEnum):
    """For people to read, or for programs."""

    TEXT = "text"
    JSON = "json"
