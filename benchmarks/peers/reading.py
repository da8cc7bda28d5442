"""What every peer does first: the submissions loaded and sorted into the outline's places."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, TypeAlias

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


Loader: TypeAlias = "type[yaml.SafeLoader | yaml.CSafeLoader]"
FAST: Loader = yaml.CSafeLoader
PURE: Loader = yaml.SafeLoader
"""libyaml's loader, the one to be measured against, and the slow one that `yaml.safe_load` takes."""


def submissions(project: Path, loader: Loader = FAST) -> Iterator[dict[str, Any]]:
    """The submissions, as PyYAML gives them, in the order of the file names."""
    for path in sorted((project / "submissions").glob("*.yaml")):
        yield yaml.load(path.read_text(encoding="utf-8"), loader)  # noqa: S506 - both loaders are safe ones


def read(project: Path, loader: Loader = FAST) -> list[Place]:
    """The places of the outline, filled."""
    report = yaml.load((project / "report.yaml").read_text(encoding="utf-8"), loader)  # noqa: S506
    places: dict[str, Place] = {}
    for chapter in report["outline"]:
        for place in chapter.get("sections") or [chapter]:
            places[place["id"]] = Place(place["title"])
    for submission in submissions(project, loader):
        for part in PARTS:
            for item in submission[part]:
                places[item.get("section", part)].entries.append(item)
    return list(places.values())


def paragraph(number: int, item: dict[str, Any]) -> str:
    """An item as one paragraph."""
    points = "".join(item.get("points", ()))
    return f"{number}.{item['heading']}。{item['text']}{item.get('cause', '')}{points}"
