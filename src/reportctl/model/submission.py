"""What a department hands in."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

from reportctl.model.fields import Number
from reportctl.model.validators import Bounds

if TYPE_CHECKING:
    from collections.abc import Iterator

_CONFIG = {"extra": "forbid"}

END = "。"


class Part(StrEnum):
    """The parts of a submission （《法治政府建设与责任落实督察工作规定》 chapter 4）."""

    ACHIEVEMENTS = "achievements"
    SHORTCOMINGS = "shortcomings"
    PLANS = "plans"
    LEADERSHIP = "leadership"
    OTHER = "other"


REQUIRED_PARTS = (Part.ACHIEVEMENTS, Part.SHORTCOMINGS, Part.PLANS)
_PARTS = tuple(part.value for part in Part)


@dataclass(frozen=True, slots=True)
class Contact:
    """联系人: never rendered into any output document."""

    __pydantic_config__ = _CONFIG

    name: str = ""
    phone: str = ""


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure behind the prose; `ratio` is numerator and denominator, `previous` last year's value."""

    __pydantic_config__ = _CONFIG

    name: str
    value: Number
    unit: str = ""
    parts: dict[str, Number] = field(default_factory=dict)
    ratio: Annotated[tuple[Number, ...], Bounds(min_length=2, max_length=2)] | None = None
    previous: Number | None = None


@dataclass(frozen=True, slots=True)
class Item:
    """One 举措, 不足 or 安排, as handed in."""

    __pydantic_config__ = _CONFIG

    section: str = ""
    heading: str = ""
    text: str = ""
    points: tuple[str, ...] = ()
    order: int | None = None
    figures: tuple[Figure, ...] = ()
    cause: str = ""

    @property
    def words(self) -> str:
        """All its texts, each on a line of its own."""
        return "\n".join((self.heading, self.text, *self.points, self.cause))

    @property
    def blank(self) -> bool:
        """Whether nothing has been written: an item of a form as `init` made it."""
        return not (
            self.heading.strip() or self.text.strip() or self.cause.strip() or "".join(self.points).strip()
        )


@dataclass(frozen=True, slots=True)
class SubmissionData:
    """One department's part of the report. A part that says 无 has no items and stands in `nothing`."""

    __pydantic_config__ = _CONFIG

    department: str = ""
    year: int | None = None
    contact: Contact | None = None
    approved_by: str = ""
    achievements: tuple[Item, ...] = ()
    shortcomings: tuple[Item, ...] = ()
    plans: tuple[Item, ...] = ()
    leadership: tuple[Item, ...] = ()
    other: tuple[Item, ...] = ()

    def every_item(self) -> Iterator[tuple[str, int, Item]]:
        """Every item behind its part and its index there, in the order of the parts."""
        for part in _PARTS:
            for index, item in enumerate(self.items(part)):
                yield part, index, item

    def items(self, part: str) -> tuple[Item, ...]:
        """The items of a part."""
        return getattr(self, part)  # type: ignore[no-any-return]


def split_line(line: str) -> tuple[str, str]:
    """Heading and text of an item that was written as one string: the heading goes up to the first 。."""
    heading, _, text = line.partition(END)
    return heading, text
