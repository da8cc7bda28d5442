"""Every element of every document, changed in every way, with what may be found and what must be."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.inspect.matrix.documents import BASES, Case, place_of
from tests.inspect.matrix.forms import forms
from tests.inspect.matrix.holders import HELD, holders
from tests.inspect.matrix.orders import orders

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.inspect.matrix.documents import Piece

_PAGE_NUMBERS = (("", ""), ("-", "-"), ("- ", " -"), ("第", "页"), ("· ", " ·"), ("– ", " –"), ("一", "一"))


def _changed(pieces: list[Piece]) -> Iterator[tuple[str, list[Piece], set[str], set[str]]]:
    for element in HELD:
        at = place_of(pieces, element)
        if at is not None:
            for name, change, may, must in holders():
                held = [*pieces[:at], change(pieces[at]), *pieces[at + 1 :]]
                yield f"{element} {name}", held, may(element), must
    yield from orders(pieces)
    for name, piece, allowed, must in forms(pieces):
        at = place_of(pieces, piece.name)
        if at is not None:
            yield name, [*pieces[:at], piece, *pieces[at + 1 :]], allowed, must


def cases() -> Iterator[Case]:
    """The right documents, and each of them changed at one place."""
    for base, (make, own) in BASES.items():
        pieces = make()
        yield Case(base, tuple(pieces), own, frozenset())
        for name, changed, may, must in _changed(pieces):
            yield Case(f"{base}: {name}", tuple(changed), own | may, frozenset(must))
        shown = frozenset(("page-number-dashes",))
        for number in _PAGE_NUMBERS:
            yield Case(f"{base}: page number as {number}", tuple(pieces), own | shown, shown, number)
