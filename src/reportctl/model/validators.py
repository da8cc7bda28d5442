"""Models to validators: a dataclass and what its annotations say, as pydantic-core understands it.

Pydantic itself would make the same of them, and takes 60 ms to load and to do so: a fifth of a short run. A
test holds the two against each other; the JSON Schema, which nobody waits for, is Pydantic's.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import MISSING, fields
from decimal import Decimal
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import (
    TYPE_CHECKING,
    Annotated,
    Any,
    Literal,
    NamedTuple,
    Union,
    get_args,
    get_origin,
    get_type_hints,
)

from pydantic_core import SchemaValidator, core_schema

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

Schema = Any
"""A schema of pydantic-core, a dictionary."""

_SCALARS: dict[Any, Callable[[], Schema]] = {
    str: core_schema.str_schema,
    int: core_schema.int_schema,
    bool: core_schema.bool_schema,
    Decimal: core_schema.decimal_schema,
    dt.date: core_schema.date_schema,
}


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


@cache
def validator(model: type) -> SchemaValidator:
    """What makes a model of plain data; `validate_python` raises a ValidationError with every fault."""
    return SchemaValidator(_schema(model))


def _schema(annotation: Any) -> Schema:
    """The schema of a type as it is written in an annotation.

    Raises:
        TypeError: no model has had such a type so far.
    """
    if annotation in _SCALARS:
        return _SCALARS[annotation]()
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return _annotated(arguments[0], arguments[1:])
    if origin in {Union, UnionType} and arguments[1:] == (NoneType,):
        return core_schema.nullable_schema(_schema(arguments[0]))
    if origin is tuple and arguments[1:] == (...,):
        return core_schema.tuple_schema([_schema(arguments[0])], variadic_item_index=0)
    if origin is dict:
        return core_schema.dict_schema(_schema(arguments[0]), _schema(arguments[1]))
    if origin is Literal:
        return core_schema.literal_schema(list(arguments))
    if isinstance(annotation, type) and issubclass(annotation, Enum):
        return core_schema.enum_schema(annotation, list(annotation), sub_type="str")
    if hasattr(annotation, "__dataclass_fields__"):
        return _dataclass(annotation)
    raise TypeError(annotation)


def _annotated(base: Any, marks: tuple[Any, ...]) -> Schema:
    schema = _schema(base)
    for mark in marks:
        schema = mark.__get_pydantic_core_schema__(schema, lambda made: made)
    return schema


def _dataclass(model: Any) -> Schema:
    hints: Mapping[str, Any] = get_type_hints(model, include_extras=True)
    known = fields(model)
    arguments = core_schema.dataclass_args_schema(
        model.__name__, [core_schema.dataclass_field(one.name, _field(one, hints[one.name])) for one in known]
    )
    forbids = core_schema.CoreConfig(extra_fields_behavior=model.__pydantic_config__["extra"])
    return core_schema.dataclass_schema(
        model, arguments, [one.name for one in known], slots=True, config=forbids
    )


def _field(one: Any, annotation: Any) -> Schema:
    schema = _schema(annotation)
    if one.default_factory is not MISSING:
        return core_schema.with_default_schema(schema, default_factory=one.default_factory)
    if one.default is MISSING:
        return schema
    return core_schema.with_default_schema(schema, default=one.default)
