"""Usage errors in Chinese: what Click complains of, in the user's words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable

_QUOTED = re.compile("'([^']*)'")


def usage_error(error: Any) -> tuple[str, str]:
    """Message and hint for one of Click's usage errors."""
    context = getattr(error, "ctx", None)
    command = context.command_path if context is not None else "reportctl"
    hint, verbs = f"用 `{command} --help` 查看用法", f"用 `{command} --help` 查看全部命令"
    message = str(getattr(error, "message", error))
    kind = type(error).__name__
    if kind == "NoSuchOption":
        return f"没有选项 {error.option_name}", _nearest(error.option_name, error.possibilities or ()) or hint
    if kind == "BadOptionUsage":
        needs = "后面不写值" if "does not take" in message else "后面要写一个值"
        return f"选项 {error.option_name} {needs}", hint
    if kind == "MissingParameter":
        return f"缺少参数 {_name(error)}", hint
    if kind == "BadParameter":
        return f"{_name(error)} 的值不对\uff1a{_bad_value(message)}", hint
    if message.startswith("No such command"):
        name = (_QUOTED.findall(message) or [""])[0]
        return f"没有这个命令\uff1a{name}", _nearest(name, _verbs(context)) or verbs
    if message.startswith("Got unexpected extra argument"):
        return f"多余的参数\uff1a{message.rpartition('(')[2].rstrip(')')}", hint
    if message.startswith("Missing command"):
        return "没有写命令", verbs
    return message, hint


def _bad_value(message: str) -> str:
    """What a value should have been; Click names the value first, then the choices, each in quotes."""
    value, *choices = _QUOTED.findall(message) or [""]
    if choices:
        return f"“{value}”不行\uff0c只能写 {'、'.join(choices)}"
    return f"“{value}”不是整数" if "integer" in message else message


def _nearest(name: str, choices: Iterable[str]) -> str:
    from difflib import get_close_matches  # noqa: PLC0415 - only where something was mistyped

    near = get_close_matches(name, list(choices), n=1)
    return f"是不是 {near[0]}\uff1f" if near else ""


def _verbs(context: Any) -> tuple[str, ...]:
    return tuple(getattr(context.command, "commands", ())) if context is not None else ()


def _name(error: Any) -> str:
    parameter = getattr(error, "param", None)
    if parameter is None:
        return str(getattr(error, "param_hint", None) or "")
    options = [option for option in parameter.opts if option.startswith("-")]
    return options[-1] if options else str(parameter.metavar or parameter.name).upper()
