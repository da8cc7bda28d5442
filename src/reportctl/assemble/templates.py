"""Jinja2 for the report's own sentences: expressions and `if`, nothing that loops or reaches inside."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from jinja2 import StrictUndefined, TemplateError, UndefinedError, nodes
from jinja2.exceptions import SecurityError
from jinja2.sandbox import ImmutableSandboxedEnvironment

from reportctl.assemble import codes
from reportctl.suggest import word_hint

if TYPE_CHECKING:
    from reportctl.findings import Finding
    from reportctl.model.files import ReportFile
    from reportctl.sources import Path

# Whatever can loop, call, load, define or reach inside an object: a sentence of a report needs none of it.
_FORBIDDEN: dict[type[nodes.Node], str] = {
    nodes.For: "循环",
    nodes.Macro: "宏",
    nodes.CallBlock: "宏",
    nodes.FilterBlock: "filter 块",
    nodes.With: "with 块",
    nodes.Block: "block 块",
    nodes.ScopedEvalContextModifier: "autoescape 块",
    nodes.Extends: "别的模板",
    nodes.Include: "别的模板",
    nodes.Import: "别的模板",
    nodes.FromImport: "别的模板",
    nodes.Assign: "赋值",
    nodes.AssignBlock: "赋值",
    nodes.Call: "函数",
    nodes.Getattr: "变量里面的属性",
    nodes.Getitem: "变量里面的项",
}
_LOOKED_AT: tuple[type[nodes.Node], ...] = (*_FORBIDDEN, nodes.Name)
_FILTERS = ("default", "d", "int", "string", "trim", "length", "upper", "lower", "abs", "round")
_MARK = re.compile(r"\{[{%#]")
_BREAK = re.compile("\r\n|\r|\n")
_HINT = "可以用的变量：year（年度）、area（地区）；例如 {{ year }}、{{ year + 1 }}、{{ area }}"
_OWN = "self"  # Jinja2's name for the template itself: an object, not a word


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

    def __init__(self, report: ReportFile, variables: dict[str, Any]) -> None:
        self._report = report
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
            for node in tree.find_all(_LOOKED_AT):
                what = node.name if isinstance(node, nodes.Name) else _FORBIDDEN[type(node)]
                if what == _OWN or not isinstance(node, nodes.Name):
                    self._note(path, text, node.lineno, f"模板里不能用{what}，不予执行")
                    return text
            return self._environment.from_string(text).render(self._variables)
        except UndefinedError as error:
            self._note_undefined(path, text, error)
        except SecurityError as error:
            self._note(path, text, _line(error), "模板里的写法不安全，不予执行")
        except TemplateError as error:
            self._note(
                path, text, getattr(error, "lineno", None) or 1, "模板的写法不对，检查 {{ 和 }} 是否成对"
            )
        except (TypeError, ValueError, ArithmeticError, RecursionError, SyntaxError) as error:
            self._note(path, text, _line(error), "模板里的计算不成立")
        return text

    def _note_undefined(self, path: Path, text: str, error: UndefinedError) -> None:
        found = re.search(r"'([^']+)' is undefined", str(error))
        name = found.group(1) if found else ""
        hint = word_hint(name, self._variables) or _HINT
        message = f"模板里的“{name}”没有定义" if name else "模板里引用了没有的内容"
        self._note(path, text, _line(error), message, name, hint)

    def _note(
        self, path: Path, text: str, line: int, message: str, word: str = "", hint: str = _HINT
    ) -> None:
        """A finding at the first mark of a template's line, or at a word behind it."""
        starts = [0, *(found.end() for found in _BREAK.finditer(text))]
        start = starts[min(line, len(starts)) - 1]
        mark = _MARK.search(text, start)
        start = mark.start() if mark else start
        named = re.compile(rf"(?<!\w){re.escape(word)}(?!\w)").search(text, start) if word else None
        start, end = named.span() if named else (start, start + 1)
        self.findings.append(codes.BAD_TEMPLATE.at(self._report.inner_span(path, start, end), message, hint))


def _line(error: Exception) -> int:
    """The template's line that failed: Jinja2 writes it into the traceback; 1 where nothing was run."""
    line, trace = 1, error.__traceback__
    while trace is not None:
        if trace.tb_frame.f_code.co_filename == "<template>":
            line = trace.tb_lineno
        trace = trace.tb_next
    return line
