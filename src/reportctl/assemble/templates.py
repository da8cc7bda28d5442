"""Jinja2 for the report's own sentences: expressions and `if`, nothing that loops or reaches inside."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any

from jinja2 import StrictUndefined, TemplateError, UndefinedError, nodes
from jinja2.exceptions import SecurityError
from jinja2.filters import do_int, do_round
from jinja2.sandbox import ImmutableSandboxedEnvironment

from reportctl.assemble import codes
from reportctl.suggest import word_hint
from reportctl.text.jinja import markup

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jinja2 import Template

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
_FILTERS = ("default", "d", "int", "string", "trim", "length", "upper", "lower", "abs", "round")
_TESTS = ("defined", "undefined", "none", "number", "string", "odd", "even", "in")
_COMPARISONS = ("==", "!=", "<", "<=", ">", ">=", "eq", "ne", "lt", "le", "gt", "ge")
_NUMBERS_BELOW = 10**9
_MOST_PLACES = 9  # for `round`, before and behind the point
_MOST_MARKUP = 2_000  # characters within marks: a report's own sentence has a dozen
_MOST_FILLED = 1_000_000  # characters that the variables of one text may fill in
_KEPT = 64
"""So many sentences are kept as read."""
_MARK = re.compile(r"\{[{%#]")
_BREAK = re.compile("\r\n|\r|\n")
_HINT = "可以用的变量：year（年度）、area（地区）；例如 {{ year }}、{{ year + 1 }}、{{ area }}"
_OWN = "self"  # Jinja2's name for the template itself: an object, not a word


class _Environment(ImmutableSandboxedEnvironment):
    """A sandbox whose operators cannot fill the memory."""

    intercepted_binops = frozenset({"+", "-", "*", "/", "**", "%", "//"})

    def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> Any:
        numbers = [side for side in (left, right) if isinstance(side, int | float)]
        small = len(numbers) == 2 or operator in {"+", "-"}
        if operator == "**" or not small or not all(map(_is_small, numbers)):
            raise SecurityError(f"operator {operator}")
        return super().call_binop(context, operator, left, right)


def _is_small(number: float) -> bool:
    return -_NUMBERS_BELOW < number < _NUMBERS_BELOW  # neither is an infinity nor what is no number


def _is_bounded(value: Any) -> bool:
    return not isinstance(value, int | float) or _is_small(value)


def _int(value: Any, default: int = 0) -> int:
    """The filter `int`, without a base."""
    if not _is_bounded(value):
        raise SecurityError("int")
    return do_int(value, default)


def _round(value: float, precision: int = 0, method: Any = "common") -> float:
    """The filter `round`, for a few places."""
    if not isinstance(precision, int) or abs(precision) > _MOST_PLACES:
        raise SecurityError("round")
    return do_round(value, precision, method)


@cache
def _environment() -> _Environment:
    """Of Jinja2 the part that a sentence needs."""
    made = _Environment(undefined=StrictUndefined, autoescape=False, keep_trailing_newline=True)
    made.globals.clear()
    made.filters = {name: made.filters[name] for name in _FILTERS} | {"int": _int, "round": _round}
    made.tests = {name: made.tests[name] for name in (*_TESTS, *_COMPARISONS)}
    return made


# many projects of one process have the same sentences, and it takes longer to read one than to fill it in
@lru_cache(_KEPT)
def _parsed(text: str) -> nodes.Template:
    return _environment().parse(text)


@lru_cache(_KEPT)
def _compiled(text: str) -> Template:
    return _environment().from_string(_parsed(text))


class Templates:
    """Renders texts of report.yaml with the report's variables; faults become findings at their place."""

    def __init__(self, report: ReportFile, variables: dict[str, Any]) -> None:
        self._report = report
        self._variables = variables
        self.findings: list[Finding] = []

    def render(self, text: str, path: Path) -> str:
        """The rendered text; where that fails, a finding is noted and the text itself returned."""
        if _MARK.search(text) is None:
            return text
        try:
            if _markup_length(text) > _MOST_MARKUP:
                message = f"模板的写法超过 {_MOST_MARKUP} 个字符，不予执行"
                self._note(path, text, 1, message, hint="检查 {{ 和 }} 是否成对；长的文字写在 {{ }} 外面")
                return text
            for node, what in self._forbidden(_parsed(text)):
                self._note(path, text, node.lineno, f"模板里不能用{what}，不予执行")
                return text
            return _compiled(text).render(self._variables)
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

    def _forbidden(self, tree: nodes.Template) -> Iterator[tuple[nodes.Node, str]]:
        """What a template may not have, each with its name."""
        longest = max((len(word) for word in self._variables.values() if isinstance(word, str)), default=0)
        names = 0
        for node in tree.find_all(nodes.Node):
            if type(node) in _FORBIDDEN:
                yield node, _FORBIDDEN[type(node)]
            elif isinstance(node, nodes.Name):
                names += 1
                if node.name == _OWN or names * longest > _MOST_FILLED:
                    yield node, _OWN if node.name == _OWN else "这么多变量"
            elif isinstance(node, nodes.Const) and not _is_bounded(node.value):
                yield node, "这么大的数"

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


def _markup_length(text: str) -> int:
    """The characters within marks; what is not closed goes on to the end of the text."""
    length = end = 0
    for start, behind in markup(text):
        length += behind - start
        end = behind
    opened = _MARK.search(text, end)
    return length + (len(text) - opened.start() if opened else 0)


def _line(error: Exception) -> int:
    """The template's line that failed: Jinja2 writes it into the traceback; 1 where nothing was run."""
    line, trace = 1, error.__traceback__
    while trace is not None:
        if trace.tb_frame.f_code.co_filename == "<template>":
            line = trace.tb_lineno
        trace = trace.tb_next
    return line
