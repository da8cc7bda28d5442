"""The JSON Schema of a project's files, for editors: English and Chinese keys alike."""

from __future__ import annotations

from typing import Any, get_args

from pydantic import TypeAdapter

from reportctl.model.edits import Edit
from reportctl.model.fields import Words, annotations_of
from reportctl.model.finals import FinalDecision
from reportctl.model.keys import SHAPES, Shape
from reportctl.model.report import Report
from reportctl.model.submission import PARTS, SubmissionData

_ROOTS: dict[str, tuple[Any, str]] = {
    "report": (Report, "report.yaml：报告、提纲和部门名单"),
    "edits": (tuple[Edit | FinalDecision, ...], "edits.yaml：统稿的取舍和改稿的结果"),
    "submission": (SubmissionData, "一个部门的材料"),
}
_NOTHING = {"type": "string", "const": "无"}


def json_schema(name: str) -> dict[str, Any]:
    """The schema (draft 2020-12) of `report`, `edits` or `submission`.

    Raises:
        KeyError: there is no schema of that name.
    """
    model, title = _ROOTS[name]
    schema: dict[str, Any] = TypeAdapter(model).json_schema()
    if isinstance(model, type) and model.__name__ in SHAPES:
        _bilingual(schema, SHAPES[model.__name__])
    for definition, body in schema.get("$defs", {}).items():
        if definition in SHAPES:
            _bilingual(body, SHAPES[definition])
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema, "title": title}


def _bilingual(body: dict[str, Any], shape: Shape) -> None:
    """Each key under both its names; a required one must stand under either."""
    properties: dict[str, Any] = {}
    annotations = annotations_of(shape.model)
    for english, chinese in shape.names.items():
        value = _with_words(body["properties"][english], shape.values.get(english, {}))
        value.pop("title", None)
        if value.get("format") == "date" or "date" in str(value.get("anyOf", "")):
            value = {"type": "string"}  # 2024年1月15日 is a date too
        elif set(get_args(Words)) <= set(get_args(annotations[english])):
            value = {"anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}]}
        elif value.get("type") == "boolean":
            value = {**value, "type": ["boolean", "string"]}  # 是 and 否 are booleans too
        elif english == "was":
            value = {**value, "type": ["string", "number"]}  # 50691597 needs no quotes
        if english in shape.below and shape.below[english].of_string is not None:
            value["items"] = {"anyOf": [{"type": "string"}, value["items"]]}
        if shape.model is SubmissionData and english in PARTS:
            value = {"anyOf": [{"type": "array", "items": value["items"]}, _NOTHING]}
        value = _or_nothing(value)
        properties[english] = {**value, "description": chinese}
        properties[chinese] = {**value, "description": english}
    body["properties"] = properties
    required = body.pop("required", [])
    if required:
        body["allOf"] = [
            {"anyOf": [{"required": [english]}, {"required": [shape.names[english]]}]} for english in required
        ]
    body.pop("title", None)
    body.pop("description", None)


def _or_nothing(value: dict[str, Any]) -> dict[str, Any]:
    """A key with nothing behind it is a key that is not there: a fresh form is full of them."""
    default = {key: value[key] for key in ("default",) if key in value}
    return {
        "anyOf": [{key: part for key, part in value.items() if key != "default"}, {"type": "null"}],
        **default,
    }


def _with_words(value: dict[str, Any], words: Any) -> dict[str, Any]:
    """Fixed values in both languages."""
    if not words:
        return dict(value)
    values = [word for pair in words.items() for word in pair]
    choice = {"type": "string", "enum": values}
    if value.get("type") == "array":
        return {**value, "items": choice}
    return {
        **{key: part for key, part in value.items() if key not in {"$ref", "enum", "type", "anyOf"}},
        **choice,
    }
