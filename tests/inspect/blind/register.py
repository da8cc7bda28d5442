"""The register of a set: its documents by name, each made by a function."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


class Saved(Protocol):
    """A document that gives its bytes."""

    def save(self) -> bytes:
        """The .docx."""


_Made = TypeVar("_Made", bound=Saved)


class Register:
    """A decorator that takes a document in under its function's name."""

    def __init__(self) -> None:
        self._makers: dict[str, Callable[[], Saved]] = {}

    def __call__(self, make: Callable[[], _Made]) -> Callable[[], _Made]:
        self._makers[make.__name__.replace("_", "-")] = make
        return make

    def documents(self) -> Iterator[tuple[str, bytes]]:
        """Each document with its name."""
        for name, make in self._makers.items():
            yield name, make().save()
