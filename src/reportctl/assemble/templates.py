"""Jinja2 for the report's own sentences: expressions and `if`, nothing that loops or reaches inside."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from jinja2 import StrictUndefined, TemplateError, UndefinedError, nodes
from jinja2.exceptions import SecurityError
from jinja2.sandbox import ImmutableSandboxedEnvironment

from reportctl.assemble import codes
from reportctl.patterns import pattern

if TYPE_CHECKING:
    from reportctl.findings import Finding
    from reportctl.sources import Path, YamlFile

# Whatever can loop, call, load, define or reach inside an object: a sentence of a report needs none of it.
_FORBIDDEN = (
    nodes.For,
    nodes.Macro,
    nodes.CallBlock,
    nodes.FilterBlock,
    nodes.With,
    nodes.Block,
    nodes.Extends,
    nodes.Include,
    nodes.Import,
    nodes.FromImport,
    nodes.Assign,
    nodes.AssignBlock,
    nodes.Call,
    nodes.Getattr,
)
_FILTERS = ("default", "d", "int", "string", "trim", "length", "upper", "lower", "abs", "round")
_MARK = pattern(r"\{[{%#]")


class _Environment(ImmutableSandboxedEnvironment):
    """A sandbox whose operators cannot fill the memory."""

    intercepted_binops = frozenset({"*", "**", "%", "//"})

    def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> Any:
        small = all(isinstance(side, int) and abs(side) < 10**9 for side in (left, right))
        if operator == "**" or not small:
            raise SecurityError(f"operator {operator}")
        return super().call_binop(context, operator, left, right)


class Templates:
    """Renders texts of report.yaml with the report's variables; faults become findings at their place."""

    def __init__(self, file: YamlFile, variables: dict[str, Any]) -> None:
        self._file = file
        self._variables = variables
        self.findings: list[Finding] = []
        self._environment = _Environment(
            undefined=StrictUndefined, autoescape=False, keep_trailing_newline=True
        )
        self._environment.globals.clear()
        filters = self._environment.filters
        self._environment.filters = {name: filters[name] for name in _FILTERS}

    def render(self, text: str, path: Path) -> str:
        """The rendered text; where that fails, a finding is noted and the text itself returned."""
        if _MARK.search(text) is None:
            return text
        try:
            tree = self._environment.parse(text)
            forbidden = next(tree.find_all(_FORBIDDEN), None)
            if forbidden is not None:
                kind = type(forbidden).__name__.lower()
                self._note(path, text, forbidden.lineno, f"模板里不能用“{kind}”，不予执行")
                return text
            return self._environment.from_string(text).render(self._variables)
        except UndefinedError as error:
            name = re.search(r"'([^']+)' is undefined", str(error))
            message = f"模板里的“{name.group(1)}”没有定义" if name else "模板里引用了没有的内容"
            self._note(path, text, 1, message, name.group(1) if name else "")
        except SecurityError:
            self._note(path, text, 1, "模板里的写法不安全，不予执行")
        except TemplateError as error:
            self._note(
                path, text, getattr(error, "lineno", None) or 1, "模板的写法不对，检查 {{ 和 }} 是否成对"
            )
        except (TypeError, ValueError, ArithmeticError, RecursionError, SyntaxError):
            self._note(path, text, 1, "模板里的计算不成立")
        return text

    def _note(self, path: Path, text: str, line: int, message: str, word: str = "") -> None:
        lines = text.splitlines(keepends=True)
        start = sum(len(one) for one in lines[: line - 1])
        found = text.find(word, start) if word else start
        start = max(found, 0)
        end = start + len(word) if word else start + 1
        hint = "可以用的变量：year（年度）、area（地区）；例如 {{ year }}、{{ year + 1 }}、{{ area }}"
        self.findings.append(codes.BAD_TEMPLATE.at(self._file.inner_span(path, start, end), message, hint))
