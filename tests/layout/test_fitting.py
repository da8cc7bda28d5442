"""Lines and line height, characters and their spacing: where an office changes one, the other follows."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from reportctl import layout

if TYPE_CHECKING:
    from pathlib import Path

    from reportctl.layout import Layout


def load(folder: Path, text: str, base: str = "gb9704") -> Layout:
    (folder / "office.yaml").write_text(f"based_on: {base}\n{text}\n", encoding="utf-8")
    return layout.load("office.yaml", folder)


@pytest.mark.parametrize(
    ("text", "lines", "pitch", "characters", "spacing"),
    [
        ("grid: {lines: 20}", 20, 31.85, 28, -0.25),
        ("grid: {lines: 24行}", 24, 26.55, 28, -0.25),
        ("grid: {line_pitch: 30pt}", 21, 30, 28, -0.25),
        ("grid: {line_pitch: 28pt}", 22, 28, 28, -0.25),
        ("grid: {lines: 22, line_pitch: 28pt}", 22, 28, 28, -0.25),
        ("page: {top: 38mm}", 21, 28.95, 28, -0.25),
        ("page: {top: 36mm}", 22, 28.95, 28, -0.25),
        ("page: {top: 38mm}\ngrid: {lines: 22}", 22, 28.85, 28, -0.25),
        ("grid: {characters: 26}", 22, 28.95, 26, 1.0),
        ("grid: {characters: 30}", 22, 28.95, 30, -1.3),
        ("grid: {character_spacing: 0pt}", 22, 28.95, 27, 0),
        ("page: {left: 38mm}", 22, 28.95, 26, -0.25),
        ("elements: {body: {size: 4号}}", 22, 28.95, 32, -0.25),
    ],
)
def test_what_is_not_named_follows(
    text: str, lines: int, pitch: float, characters: int, spacing: float, tmp_path: Path
) -> None:
    grid = load(tmp_path, text).grid
    assert (grid.lines.value, grid.characters.value) == (lines, characters)
    assert grid.line_pitch.value.points == pytest.approx(pitch)
    assert grid.character_spacing.value.points == pytest.approx(spacing)


def test_what_follows_is_listed_where_it_leaves_the_standard(tmp_path: Path) -> None:
    own = load(tmp_path, "grid: {lines: 20}")
    shown = {line.key: (line.value, line.required) for line in layout.deviations(own)}
    assert shown == {"grid.lines": ("20行", "22行"), "grid.line_pitch": ("31.85pt", "28.95pt")}


@pytest.mark.parametrize("name", layout.shipped())
def test_the_shipped_layouts_fit(name: str, tmp_path: Path) -> None:
    shipped = layout.load(name, tmp_path)
    same = load(tmp_path, "fonts: {preset: windows}", name)
    assert shipped.lines_that_fit == shipped.grid.lines.value == same.grid.lines.value
    assert shipped.characters_that_fit == shipped.grid.characters.value == same.grid.characters.value
    assert shipped.grid.line_pitch.value == same.grid.line_pitch.value
