"""What every peer does first: the submissions loaded and sorted into the outline's places."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import yaml

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

PARTS = ("achievements", "shortcomings", "plans")


@dataclass(slots=True)
class Place:
    """A section, or a chapter without sections, with what the departments handed in for it."""

    title: str
    entries: list[dict[str, Any]] = field(default_factory=list)


def submissions(project: Path) -> Iterator[dict[str, Any]]:
    """The submissions, as PyYAML's default loader gives them, in the order of the file names."""
    for path in sorted((project / "submissions").glob("*.yaml")):
        yield yaml.safe_load(path.read_text(encoding="utf-8"))


def read(project: Path) -> list[Place]:
    """The places of the outline, filled."""
    report = yaml.safe_load((project / "report.yaml").read_text(encoding="utf-8"))
    places: dict[str, Place] = {}
    for chapter in report["outline"]:
        for one in chapter.get("sections") or [chapter]:
            places[one["id"]] = Place(one["title"])
    for submission in submissions(project):
        for part in PARTS:
            for item in submission[part]:
                places[item.get("section", part)].entries.append(item)
    return list(places.values())


def paragraph(number: int, item: dict[str, Any]) -> str:
    """An item as one paragraph."""
    points = "".join(item.get("points", ()))
    return f"{number}.{item['heading']}。{item['text']}{item.get('cause', '')}{points}"
