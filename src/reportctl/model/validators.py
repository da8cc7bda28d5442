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
    Union,
    get_args,
    get_origin,
)

from pydantic_core import SchemaValidator, core_schema

from reportctl.model.fields import Before, Bounds, annotations_of, english_key

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from reportctl.model.fields import Schema

_SCALARS: dict[Any, Callable[[], Schema]] = {
    str: core_schema.str_schema,
    int: core_schema.int_schema,
    bool: core_schema.bool_schema,
    Decimal: core_schema.decimal_schema,
    dt.date: core_schema.date_schema,
}


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
    for mark in (mark for mark in marks if isinstance(mark, Before | Bounds)):
        schema = mark.__get_pydantic_core_schema__(schema, lambda made: made)
    return schema


def _dataclass(model: Any) -> Schema:
    annotations = annotations_of(model)
    known = fields(model)
    arguments = core_schema.dataclass_args_schema(
        model.__name__, [_argument(field, annotations) for field in known]
    )
    forbids = core_schema.CoreConfig(extra_fields_behavior=model.__pydantic_config__["extra"])
    return core_schema.dataclass_schema(
        model, arguments, [field.name for field in known], slots=True, config=forbids
    )


def _argument(field: Any, annotations: Mapping[str, Any]) -> Schema:
    key = english_key(field.name)
    return core_schema.dataclass_field(
        field.name, _field(field, annotations[key]), validation_alias=None if key == field.name else key
    )


def _field(field: Any, annotation: Any) -> Schema:
    schema = _schema(annotation)
    if field.default_factory is not MISSING:
        return core_schema.with_default_schema(schema, default_factory=field.default_factory)
    if field.default is MISSING:
        return schema
    return core_schema.with_default_schema(schema, default=field.default)
