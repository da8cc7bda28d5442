"""What a model says of a field: its Chinese name, its limits, and what text in the file may mean there."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from functools import cache
from inspect import get_annotations
from typing import TYPE_CHECKING, Annotated, Any, Literal, NamedTuple

from pydantic_core import PydanticCustomError, core_schema

from reportctl.findings import Severity
from reportctl.text.days import day_of

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

Schema = Any
"""A schema of pydantic-core, a dictionary."""


class Key(NamedTuple):
    """The Chinese name of a key, beside the English one that the field has."""

    chinese: str


class Chinese:
    """The Chinese words for the values of a Literal, in its order."""

    def __init__(self, *words: str) -> None:
        self.words = words


class Bounds:
    """Limits of a value, by pydantic-core's names: ge, le, min_length, max_length, pattern, max_digits."""

    def __init__(self, **limits: Any) -> None:
        self.limits = limits

    def __get_pydantic_core_schema__(self, source: Any, handler: Callable[[Any], Schema]) -> Schema:
        """What Pydantic asks an annotation for."""
        return {**handler(source), **self.limits}


class Before(NamedTuple):
    """What becomes of a value before its type is asked for."""

    function: Callable[[Any], Any]

    def __get_pydantic_core_schema__(self, source: Any, handler: Callable[[Any], Schema]) -> Schema:
        """What Pydantic asks an annotation for."""
        return core_schema.no_info_before_validator_function(self.function, handler(source))


class WordFor(Before):
    """A mapping for which a plain word may stand; the function makes the mapping of the word."""

    __slots__ = ()

    def __get_pydantic_core_schema__(self, source: Any, handler: Callable[[Any], Schema]) -> Schema:
        """What Pydantic asks an annotation for."""
        return core_schema.no_info_before_validator_function(self._mapping, handler(source))

    def __get_pydantic_json_schema__(self, source: Schema, handler: Callable[[Any], Any]) -> Any:
        """What Pydantic asks an annotation for, for an editor: the word or the mapping."""
        return {"anyOf": [{"type": "string"}, handler(source)]}

    def _mapping(self, value: Any) -> Any:
        return self.function(value) if isinstance(value, str) else value


def english_key(field: str) -> str:
    """The key of a field: `from` and `as` are words of Python, so the fields are called `from_` and `as_`."""
    return field.rstrip("_")


@cache
def annotations_of(model: type) -> Mapping[str, Any]:
    """The types of a model's fields with their marks, by their English keys in the file's order.

    A module of models does not postpone its annotations: read back from text they take three times as long.
    """
    return {english_key(name): annotation for name, annotation in get_annotations(model).items()}


_TRUE = frozenset({"true", "yes", "on", "是", "有"})
_FALSE = frozenset({"false", "no", "off", "否", "无"})


def _truth(value: Any) -> Any:
    if isinstance(value, str):
        word = value.strip().lower()
        if word in _TRUE:
            return True
        if word in _FALSE:
            return False
        raise PydanticCustomError("bool_parsing", "true or false")
    return value


def _day(value: Any) -> Any:
    if isinstance(value, dt.date):
        return value
    try:
        day = day_of(value) if isinstance(value, str) else None
    except ValueError:
        raise PydanticCustomError("date_value", "no such day") from None
    if day is None:
        raise PydanticCustomError("date_parsing", "a date")
    return day


_LEVELS = {level.chinese: level.value for level in Severity}


def _level(value: Any) -> Any:
    return _LEVELS.get(value, value) if isinstance(value, str) else value


def _listed(value: Any) -> Any:
    return [value] if isinstance(value, str) else value


Truth = Annotated[bool, Before(_truth)]
Day = Annotated[dt.date, Before(_day)]
Level = Annotated[Literal["error", "warning", "note"], Before(_level)]
Name = Annotated[str, Bounds(pattern=r"\S")]
# 1e999999 is a number too, and a page long when it is written out
Number = Annotated[Decimal, Bounds(max_digits=30)]
Words = Annotated[tuple[str, ...], Before(_listed)]
