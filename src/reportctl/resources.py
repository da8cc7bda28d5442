"""Finds the shipped templates and examples, in a checkout and in an installed wheel alike."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def path(*parts: str) -> Path:
    """The path of a shipped file, such as `path("templates", "layouts", "gb9704.yaml")`.

    A checkout keeps `templates/` and `examples/` at its top, where people look for them; the wheel carries
    them as package data in `_data/`.
    """
    packaged = _PACKAGE / "_data"
    root = packaged if packaged.is_dir() else _PACKAGE.parent.parent
    return root.joinpath(*parts)
