"""pydantic-core's complaints in the words of a clerk."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from reportctl.findings import Severity
from reportctl.model import codes
from reportctl.model.spoken import has_chinese_keys
from reportctl.text.chars import LETTER

if TYPE_CHECKING:
    from collections.abc import Mapping

    from reportctl.findings import Finding, Rule
    from reportctl.model.keys import Shape
    from reportctl.sources import Path, YamlFile

_LIST_HINT = "另起一行，每条以“- ”（英文短横加空格）开头"
_TEXT_HINT = "这里写一段文字；文字里有“: ”（英文冒号加空格）时，改用全角的“：”，或给整段加英文双引号"

_MESSAGES: dict[str, tuple[Rule, str, str]] = {
    "missing": (codes.MISSING_KEY, "缺少“{key}”", "补上一行“{key}: ……”"),
    "string_type": (codes.WRONG_TYPE, "“{key}”应当是一段文字", _TEXT_HINT),
    "int_parsing": (codes.WRONG_TYPE, "“{key}”应当是一个整数", "只写阿拉伯数字，不写单位，例如 3"),
    "int_type": (codes.WRONG_TYPE, "“{key}”应当是一个整数", "只写阿拉伯数字，不写单位，例如 3"),
    "int_from_float": (codes.WRONG_TYPE, "“{key}”应当是一个整数", "只写阿拉伯数字，例如 3"),
    "decimal_parsing": (
        codes.WRONG_TYPE,
        "“{key}”应当是一个数",
        "只写数字，不写单位、逗号和“余”“多”，例如 11500；单位写在 unit（单位）里",
    ),
    "decimal_type": (codes.WRONG_TYPE, "“{key}”应当是一个数", "只写数字，单位写在 unit（单位）里"),
    "decimal_max_digits": (codes.BAD_VALUE, "“{key}”的数太长", "检查是否多打了数字；最多 {max_digits} 位"),
    "decimal_whole_digits": (
        codes.BAD_VALUE,
        "“{key}”的数太大",
        "检查是否多打了数字；最多 {whole_digits} 位",
    ),
    "finite_number": (codes.WRONG_TYPE, "“{key}”应当是一个数", "只写数字，单位写在 unit（单位）里"),
    "bool_parsing": (codes.WRONG_TYPE, "“{key}”应当是“是”或“否”", "写 true（是）或 false（否）"),
    "bool_type": (codes.WRONG_TYPE, "“{key}”应当是“是”或“否”", "写 true（是）或 false（否）"),
    "date_parsing": (codes.WRONG_TYPE, "“{key}”应当是一个日期", "写成 2024-01-15 或 2024年1月15日"),
    "date_value": (codes.BAD_VALUE, "“{key}”的日期不存在", "检查月份和日子"),
    "tuple_type": (codes.WRONG_TYPE, "“{key}”应当是一个列表", _LIST_HINT),
    "dict_type": (codes.WRONG_TYPE, "“{key}”应当是一组键值", "另起一行，缩进两格，写“名称: 值”"),
    "dataclass_type": (codes.WRONG_TYPE, "“{key}”应当是一组键值", "另起一行，缩进两格，写“名称: 值”"),
    "too_short": (codes.BAD_VALUE, "“{key}”至少要有 {min_length} 项", _LIST_HINT),
    "too_long": (codes.BAD_VALUE, "“{key}”最多只能有 {max_length} 项", "删去多余的"),
    "string_pattern_mismatch": (codes.BAD_VALUE, "“{key}”不能是空的", "填上内容"),
    "string_too_short": (codes.BAD_VALUE, "“{key}”不能是空的", "填上内容"),
    "greater_than_equal": (codes.BAD_VALUE, "“{key}”不能小于 {ge}", "检查数字"),
    "less_than_equal": (codes.BAD_VALUE, "“{key}”不能大于 {le}", "检查数字"),
}
_NUMBERS = {"int_parsing": "", "decimal_parsing": "；单位写在 unit（单位）里"}
"""What is to be said beside the number, where only a number may stand."""
_WITH_UNIT = re.compile(rf"\s*(?P<number>[0-9]+(?:\.[0-9]+)?)\s*(?:{LETTER}{{1,4}}|%)\s*")
_CHOICES = {"literal_error", "enum"}
_LEVELS = {level.value: level.chinese for level in Severity}


def finding(file: YamlFile, shape: Shape, error: Any) -> Finding:
    """The finding for one of pydantic-core's errors, at the value it speaks of (a lack: at the first key)."""
    path: Path = error["loc"]
    kind = error["type"]
    context = error.get("ctx", {})
    key = _key(file, shape, path)
    if kind in _CHOICES:
        expected = str(context.get("expected", "")).replace("'", "").replace(" or ", ", ").split(", ")
        if has_chinese_keys(file.source.text):
            words = _values(shape, path) or _LEVELS
            expected = [words.get(word, word) for word in expected]
        hint = f"只能写：{'、'.join(expected)}"
        return codes.BAD_VALUE.at(file.span(path), f"“{key}”不能是“{_short(error['input'])}”", hint)
    if kind in _NUMBERS and (said := _WITH_UNIT.fullmatch(str(error["input"]))):
        message = f"“{key}”写成了“{_short(error['input'])}”\uff0c应当只有数字"
        return codes.WRONG_TYPE.at(_value_span(file, path), message, f"写成 {said['number']}{_NUMBERS[kind]}")
    rule, message, hint = _MESSAGES.get(kind, (codes.WRONG_TYPE, "“{key}”的值不对", "对照表单里的说明改正"))
    span = file.start_span(path[:-1]) if kind == "missing" else _value_span(file, path)
    return rule.at(span, message.format(key=key, **context), hint.format(key=_bare(key), **context))


def _value_span(file: YamlFile, path: Path) -> Any:
    span = file.span(path)
    if span.line != span.end_line:
        return file.key_span(path)
    return span


def _key(file: YamlFile, shape: Shape, path: Path) -> str:
    """The last key on the path as it is written, or by both its names; an item of a list is 第N项 of it."""
    below: Shape | None = shape
    name = "文件"
    for end, step in enumerate(path, 1):
        if isinstance(step, str):
            chinese = below.names.get(step) if below is not None else None
            name = file.key_text(path[:end]) or _named(file, step, chinese)
            below = below.below.get(step) if below is not None else None
    return f"{name}（第{path[-1] + 1}项）" if path and isinstance(path[-1], int) else name


def _named(file: YamlFile, english: str, chinese: str | None) -> str:
    """A key that the file lacks, in its own language; in English with the Chinese name, which says more."""
    if chinese is None:
        return english
    return chinese if has_chinese_keys(file.source.text) else f"{english}（{chinese}）"


def _bare(key: str) -> str:
    """A key as it is typed."""
    return key.partition("（")[0]


def _values(shape: Shape, path: Path) -> Mapping[str, str]:
    """The Chinese words for the fixed values of the last key on the path."""
    below: Shape | None = shape
    words: Mapping[str, str] = {}
    for step in path:
        if isinstance(step, str) and below is not None:
            words = below.values.get(step, {})
            below = below.below.get(step)
    return words


def _short(value: Any) -> str:
    text = str(value)
    return text if len(text) <= 20 else f"{text[:20]}……"
