"""YAML file to model: all faults at once, each at its place, and what is sound is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from pydantic_core import ValidationError

from reportctl.model import codes
from reportctl.model.canonical import Canonical
from reportctl.model.problems import finding
from reportctl.sources.events import Branch

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Set

    from pydantic_core import SchemaValidator

    from reportctl.findings import Finding
    from reportctl.model.keys import Shape
    from reportctl.sources import Path, YamlFile

_ROUNDS = 8


class Loaded(NamedTuple):
    """A file with English keys throughout, its model, and what is wrong with it.

    `damaged` are the paths of the values that did not fit and were left out of the model.
    """

    file: YamlFile
    model: Any
    findings: tuple[Finding, ...]
    damaged: tuple[Path, ...] = ()


def load_mapping(file: YamlFile, shape: Shape, validator: SchemaValidator) -> Loaded:
    """The model of a file that is one mapping.

    A value that does not fit is reported and left out, and the rest is tried again: one wrong figure must
    not hide what else is in the file. None is returned where nothing sound is left.
    """
    if not isinstance(file.root, Branch) or file.root.keys is None:
        wrong = codes.WRONG_TYPE.at(
            file.span(()),
            "文件的内容不是一组键值",
            "第一行应当像“department: 区司法局”这样：键名、英文冒号、空格、值",
        )
        return Loaded(file, None, (wrong,))
    rewriter = Canonical(file.source)
    data = rewriter.whole(file.data, file.root, shape)
    file = file._replace(data=data)
    model, errors = _validate(data, validator)
    told = (error for error in errors if not _only_follows(error, rewriter.meant))
    findings = (*rewriter.findings, *(finding(file, shape, error) for error in told))
    meant = tuple((key,) for key in sorted(rewriter.meant - data.keys()))
    return Loaded(file, model, findings, (*(error["loc"] for error in errors), *meant))


def canonical(file: YamlFile, shape: Shape) -> YamlFile:
    """A file that is known to be one mapping, with English keys throughout."""
    return file._replace(data=Canonical(file.source).mapping(file.data, file.root, shape))


class ItemShape(NamedTuple):
    """What an item of a list is: its keys, and what makes its model."""

    shape: Shape
    validator: SchemaValidator


def load_list(
    file: YamlFile, shape_of_item: Callable[[Mapping[str, Any]], ItemShape]
) -> tuple[YamlFile, tuple[tuple[int, Any], ...], tuple[Finding, ...]]:
    """The models of a file that is one list of mappings, each with its index in the file.

    `shape_of_item` tells what an item is by its keys as they are written.
    """
    if file.data is None:
        return file, (), ()
    if not isinstance(file.data, list) or not isinstance(file.root, Branch):
        hint = "另起一行，每条以“- ”（英文短横加空格）开头"
        return file, (), (codes.WRONG_TYPE.at(file.span(()), "文件的内容不是一个列表", hint),)
    shapes = [shape_of_item(item if isinstance(item, dict) else {}) for item in file.data]
    rewriter = Canonical(file.source)
    items: list[Any] = []
    meant: list[Set[str]] = []
    for item, node, of in zip(file.data, file.root.children, shapes, strict=True):
        if isinstance(item, dict) and isinstance(node, Branch):
            items.append(rewriter.whole(item, node, of.shape))
            meant.append(rewriter.meant)
        else:
            items.append(item)
            meant.append(frozenset())
    file = file._replace(data=items)
    models: list[tuple[int, Any]] = []
    findings: list[Finding] = list(rewriter.findings)
    for index, (item, of) in enumerate(zip(items, shapes, strict=True)):
        try:
            models.append((index, of.validator.validate_python(item)))
        except ValidationError as failure:
            errors = failure.errors(include_url=False)
            findings.extend(
                finding(file, of.shape, _below(index, error))
                for error in errors
                if not _only_follows(error, meant[index])
            )
    return file, tuple(models), tuple(findings)


def _only_follows(error: Any, meant: Set[str]) -> bool:
    """Whether a key is only missing since it is typed wrong, which is told."""
    return error["type"] == "missing" and len(error["loc"]) == 1 and error["loc"][0] in meant


def _below(index: int, error: Any) -> Any:
    return {**error, "loc": (index, *error["loc"])}


def _validate(data: Any, validator: SchemaValidator) -> tuple[Any, list[Any]]:
    """The model of what is sound, and pydantic-core's errors."""
    first: list[Any] = []
    for _ in range(_ROUNDS):
        try:
            return validator.validate_python(data), first
        except ValidationError as failure:
            errors = failure.errors(include_url=False)
            # all faults show in the first round; what later rounds find are the holes that it left
            first = first or _own(errors)
            for error in errors:
                data = _without(data, error["loc"], lack=error["type"] == "missing")
            if data is _GONE:
                break
    return None, first


def _own(errors: list[Any]) -> list[Any]:
    """The errors without those that only follow from others: a list is too short for its unsound items."""
    paths = [error["loc"] for error in errors]
    return [
        error
        for error in errors
        if error["type"] != "too_short" or not any(_lies_below(path, error["loc"]) for path in paths)
    ]


def _lies_below(path: Path, above: Path) -> bool:
    return len(path) > len(above) and path[: len(above)] == above


def _without(data: Any, path: Path, *, lack: bool) -> Any:
    """A copy of `data` without what `path` leads to; a lack takes the mapping that lacks with it.

    Where an error before has taken away what lay on the path, there is nothing left to take.

    Items of a list are found by their index later, so none is taken out: an empty mapping stands in its
    place, and where that does not fit either, the whole list goes.
    """
    if not path or not isinstance(data, dict | list):
        return _GONE
    step: Any = path[0]
    try:
        below = data[step]
    except (KeyError, IndexError, TypeError):
        return _GONE if lack and len(path) == 1 else data
    changed = _without(below, path[1:], lack=lack) if path[1:] else _GONE
    if isinstance(data, dict):
        if changed is _GONE:
            return {key: value for key, value in data.items() if key != step}
        return {**data, step: changed}
    if changed is _GONE:
        if below == {}:
            return _GONE
        changed = {}
    return [changed if index == step else value for index, value in enumerate(data)]


_GONE: Any = object()
