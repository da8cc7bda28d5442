"""The keys of each kind of file, English and Chinese, as the models' fields name them."""

from __future__ import annotations

from dataclasses import is_dataclass
from functools import cache
from typing import TYPE_CHECKING, Annotated, Any, get_args, get_origin

from reportctl.model.edits import Edit
from reportctl.model.fields import Chinese, Key, annotations_of
from reportctl.model.finals import FinalDecision
from reportctl.model.report import Report
from reportctl.model.submission import PARTS, Item, Part, SubmissionData

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Set


class Shape:
    """The keys of one mapping: English to Chinese, and what may stand below them.

    `below` gives the shape of a key's value (or of each item, where it is a list); a key without one holds
    scalars or free text. `values` gives the Chinese words for a key's fixed values; the values of the keys in
    `simple` stay what they are. `of_string` makes the mapping of a plain string, where one may stand there.
    """

    def __init__(
        self,
        model: type,
        names: Mapping[str, str],
        below: Mapping[str, Shape],
        values: Mapping[str, Mapping[str, str]],
    ) -> None:
        self.model = model
        self.names = names
        self.below = below
        self.values = values
        self.of_string: Callable[[str], dict[str, str]] | None = getattr(model, "of_string", None)
        self.english: Mapping[str, str] = {zh: en for en, zh in names.items()}
        self.simple: Set[str] = names.keys() - below.keys() - values.keys()


@cache
def shape_of(model: type) -> Shape:
    """The keys of a model.

    Raises:
        TypeError: a field has no Chinese name.
    """
    names: dict[str, str] = {}
    below: dict[str, Shape] = {}
    values: dict[str, Mapping[str, str]] = {}
    for name, annotation in annotations_of(model).items():
        for part in _within(annotation):
            if isinstance(part, Key):
                names[name] = part.chinese
            elif is_dataclass(part) and isinstance(part, type):
                below[name] = shape_of(part)
            elif words := _chinese_values(part):
                values[name] = words
        if name not in names:
            raise TypeError(f"{model.__name__}.{name}")
    return Shape(model, names, below, values)


def _within(annotation: Any) -> Iterator[Any]:
    """An annotation and all that it is made of: marks, and the types of items and values."""
    yield annotation
    for part in get_args(annotation):
        yield from _within(part)


def _chinese_values(annotation: Any) -> Mapping[str, str]:
    """The fixed values that a type allows, English to Chinese; empty where it has no Chinese ones."""
    if annotation is Part:
        return PARTS
    if get_origin(annotation) is Annotated:
        literal, *marks = get_args(annotation)
        for mark in marks:
            if isinstance(mark, Chinese):
                return dict(zip(get_args(literal), mark.words, strict=True))
    return {}


def _all(shape: Shape) -> Iterator[Shape]:
    yield shape
    for below in shape.below.values():
        yield from _all(below)


REPORT = shape_of(Report)
SUBMISSION = shape_of(SubmissionData)
ITEM = shape_of(Item)
EDIT = shape_of(Edit)
FINAL = shape_of(FinalDecision)

SHAPES: Mapping[str, Shape] = {
    shape.model.__name__: shape for root in (SUBMISSION, REPORT, EDIT, FINAL) for shape in _all(root)
}
"""By the model's name."""


def names(*shapes: Shape) -> frozenset[str]:
    """Every name that may stand as a key in a file of these shapes, at any depth, in either language."""
    return frozenset(
        name for shape in shapes for part in _all(shape) for name in (*part.names, *part.names.values())
    )
