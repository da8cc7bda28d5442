"""Field types: what a scalar, always text in the file, may mean in a field."""

from __future__ import annotations

import datetime as dt
import re
from decimal import Decimal
from typing import Annotated, Any, Literal

from pydantic_core import PydanticCustomError

from reportctl.model.validators import Before, Bounds

_TRUE = frozenset({"true", "yes", "on", "是", "有"})
_FALSE = frozenset({"false", "no", "off", "否", "无"})
_DATE = re.compile(r"(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?")


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
    found = _DATE.fullmatch(value.strip()) if isinstance(value, str) else None
    if found is None:
        raise PydanticCustomError("date_parsing", "a date")
    try:
        return dt.date(*(int(part) for part in found.groups()))
    except ValueError:
        raise PydanticCustomError("date_value", "no such day") from None


_LEVELS = {"错误": "error", "警告": "warning", "提示": "note"}


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
