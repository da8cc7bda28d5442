"""edits.yaml: the editor's decisions over what departments handed in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from reportctl.model.fields import Truth
from reportctl.model.submission import Part
from reportctl.model.validators import Bounds

_CONFIG = {"extra": "forbid"}


@dataclass(frozen=True, slots=True)
class Selector:
    """One item to be merged, as it was handed in."""

    __pydantic_config__ = _CONFIG

    department: str
    heading: str
    was: str = ""


@dataclass(frozen=True, slots=True)
class ItemChange:
    """What an item becomes; None leaves a field as it was handed in."""

    __pydantic_config__ = _CONFIG

    heading: str | None = None
    text: str | None = None
    points: tuple[str, ...] | None = None
    cause: str | None = None
    section: str | None = None
    order: int | None = None


@dataclass(frozen=True, slots=True)
class Edit:
    """One decision: `omit`, `set`, `merge` (with `into`) or `keep`."""

    __pydantic_config__ = _CONFIG

    part: Part
    department: str = ""
    heading: str = ""
    was: str = ""
    reason: str = ""
    omit: Truth = False
    set: ItemChange | None = None
    merge: Annotated[tuple[Selector, ...], Bounds(min_length=2)] | None = None
    into: ItemChange | None = None
    keep: Annotated[tuple[str, ...], Bounds(min_length=1)] | None = None

    @property
    def kinds(self) -> tuple[str, ...]:
        """Which of the four decisions the edit makes; a sound one makes exactly one."""
        made = {"omit": self.omit, "set": self.set, "merge": self.merge, "keep": self.keep}
        return tuple(kind for kind, value in made.items() if value)
