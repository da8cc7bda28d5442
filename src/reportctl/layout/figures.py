"""A figure: one value of a layout together with what the standard asks for, its clause and its strength."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Generic, NamedTuple, TypeVar

from reportctl.layout.values import Length, Strength, ValueKind

if TYPE_CHECKING:
    from collections.abc import Iterator

T = TypeVar("T")

_ROUNDING = 0.05 + 1e-6
"""Points by which two lengths may differ and be the same: Word keeps tenths of a point."""


class Setting(NamedTuple, Generic[T]):
    """A value in force (`value`) and the standard's own (`required`), which an office's overlay may leave.

    `key` is the place in a layout file (page.top), `title` its Chinese name (天头); `standard` and `clause`
    are the source, "" where `strength` is PRACTICE; `tolerance` is what is allowed around a length.
    """

    key: str
    title: str
    value: T
    required: T
    standard: str
    clause: str
    strength: Strength
    kind: ValueKind[T]
    tolerance: Length

    @property
    def citation(self) -> str:
        """The source for a message: GB/T 9704-2012 第5.2.1条; "" for a practice."""
        return f"{self.standard} 第{self.clause}条" if self.clause else self.standard

    @property
    def shown(self) -> str:
        """The value in force, as a user would write it."""
        return self.kind.show(self.value)

    @property
    def required_shown(self) -> str:
        """The standard's value, as a user would write it."""
        return self.kind.show(self.required)

    @property
    def deviates(self) -> bool:
        """Whether the value in force is not what the standard asks for."""
        return not same(self.required, self.value, self.tolerance)

    def accepts(self, found: T) -> bool:
        """Whether a value found in a document is the one in force, within the tolerance."""
        return same(self.value, found, self.tolerance)


def same(wanted: object, found: object, tolerance: Length) -> bool:
    """Whether two values are equal, lengths within `tolerance` and Word's rounding."""
    if isinstance(wanted, Length) and isinstance(found, Length):
        return abs(wanted.points - found.points) <= tolerance.points + _ROUNDING
    return wanted == found


class Slot:
    """What is declared of a key: its Chinese name, and the kind of its value or the class of its section.

    `neutral` is the value of a figure that no file states, None where one must. `has` are the keys that mean
    something in a section, () where all do: no file may give it another.
    """

    __slots__ = ("cls", "has", "kind", "neutral", "title")

    def __init__(
        self,
        title: str,
        kind: ValueKind[Any] | None = None,
        cls: type[SettingGroup] | None = None,
        *,
        neutral: object = None,
        has: tuple[str, ...] = (),
    ) -> None:
        self.title = title
        self.kind = kind
        self.cls = cls
        self.neutral = neutral
        self.has = has

    @property
    def reader(self) -> ValueKind[Any]:
        """The kind of value of a figure."""
        if self.kind is None:
            raise TypeError(f"{self.title} is a section")
        return self.kind


def figure(kind: ValueKind[Any], title: str, neutral: object = None) -> Any:
    """Declare a figure in a section of the layout: its kind of value and its Chinese name."""
    return Slot(title, kind, neutral=neutral)


def section(cls: type[SettingGroup], title: str, *has: str) -> Any:
    """Declare a section of the layout: its class, its Chinese name, the keys that it has if not all."""
    return Slot(title, cls=cls, has=has)


class SettingGroup:
    """A part of a layout, frozen: its figures and sections, each declared in the class as a slot.

    A dataclass would do the same and cost a millisecond a class at every start of the program.
    """

    def __init__(self, **parts: Any) -> None:
        self.__dict__.update(parts)

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError(f"{type(self).__name__}.{name} cannot be changed: a layout is frozen")


def slots(cls: type[SettingGroup], has: tuple[str, ...] = ()) -> dict[str, Slot]:
    """What is declared in a section class, by key, in its order; of a section that `has` not all, that."""
    declared = {key: slot for key, slot in vars(cls).items() if isinstance(slot, Slot)}
    return {key: slot for key, slot in declared.items() if key in has} if has else declared


def walk(part: SettingGroup, has: tuple[str, ...] = ()) -> Iterator[Setting[Any]]:
    """All figures of a layout or of one of its sections, in the order of their declaration."""
    for key, slot in slots(type(part), has).items():
        value = getattr(part, key)
        if isinstance(value, SettingGroup):
            yield from walk(value, slot.has)
        else:
            yield value
