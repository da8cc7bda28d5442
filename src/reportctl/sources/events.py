"""YAML text to plain data with a tree of positions, from the events of libyaml.

Events, not `load` or `compose`: those overflow the stack on 100,000 nested brackets, resolve types that a
report must not have (`0101`, `12:30`, `no`), and give no positions. Newer ones refuse 1,000 levels: the
finding is the same as for our own limit, which is far lower. All scalars stay strings; a plain `~`,
`null` or nothing at all is None.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

import yaml
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from reportctl.sources import codes
from reportctl.sources.decode import control_characters
from reportctl.sources.source import Source
from reportctl.sources.syntax import explain

if TYPE_CHECKING:
    from reportctl.findings import Finding, Rule

try:
    from yaml.cyaml import CParser as _Parser  # type: ignore[attr-defined]
except ImportError:  # pragma: no cover - a PyYAML built without libyaml
    from yaml.loader import BaseLoader as _Parser  # type: ignore[assignment]

_REFUSED_DEPTH = "exceeded maximum nesting depth"
"""What libyaml from 0.2.6 on says of 1,000 levels."""

_LOOKAHEAD = 1024
"""How far libyaml may read a line, in search of a colon, before it gives an event of it."""

_NOTHING = frozenset({"", "~", "null", "Null", "NULL"})


class Limits(NamedTuple):
    """How much of a file is read: bytes, levels of nesting, values."""

    size: int = 4 * 2**20
    depth: int = 12
    nodes: int = 200_000


class Branch:
    """The positions of a mapping (`keys` and `children` by key) or a sequence (`children` by index).

    A key and a scalar child are the parser's own events, which know where they begin and end: making
    anything of them is left to those who ask.
    """

    __slots__ = ("children", "keys", "last", "start_mark")

    def __init__(self, event: Any, keys: dict[str, Any] | None, children: Any) -> None:
        self.start_mark = event.start_mark
        self.last = event
        self.keys = keys
        self.children = children

    @property
    def end_mark(self) -> Any:
        """Where the event stands that closes it."""
        return self.last.end_mark


Node = Any
"""A `Branch`, or the event of a scalar."""


def start_of(node: Node) -> int:
    """The offset at which a node begins."""
    return node.start_mark.index  # type: ignore[no-any-return]


def end_of(node: Node) -> int:
    """The offset at which a node ends."""
    return node.end_mark.index  # type: ignore[no-any-return]


def parse(source: Source, limits: Limits) -> tuple[Any, Node | None, tuple[Finding, ...]]:
    """Data, positions and findings of a YAML text; data is None where nothing could be read."""
    parser = _Parser(source.utf8)
    builder = _TreeBuilder(source, limits)
    try:
        builder.run(parser.get_event)
    except yaml.YAMLError as error:
        if getattr(error, "problem", None) == _REFUSED_DEPTH:
            return None, None, _refused_depth(source, limits, error, builder.findings)
        # the reader gives a control character only a bare offset, and stops at the first
        return None, None, (*builder.findings, *(control_characters(source) or (explain(source, error),)))
    except _Stop as stop:
        # what comes behind a limit is unknown: half a file would look like one in which a part is missing
        if not stop.complete:
            return None, None, tuple(builder.findings)
    finally:
        parser.dispose()
    return builder.data, builder.root, tuple(builder.findings)


def _refused_depth(source: Source, limits: Limits, error: Any, given: list[Finding]) -> tuple[Finding, ...]:
    """What we should have found in a text that the parser refuses.

    The parser may have looked ahead too far to tell where the levels above our own limit begin. Cut half way,
    the same text has hundreds of levels fewer, and the parser tells all of them.
    """
    at = error.problem_mark.index
    head = Source(source.name, source.text[: at - _LOOKAHEAD // 2])
    findings = parse(head, limits)[2]
    if findings and findings[-1].code in {codes.TOO_DEEP.code, codes.BAD_KEY.code}:
        return findings
    message = codes.DEEP_MESSAGE.format(limits.depth)
    return (*given, codes.TOO_DEEP.at(source.span(at, at + 1), message, codes.DEEP_HINT))


class _Stop(Exception):  # noqa: N818 - not an error, the end of reading
    """Nothing more is read: a limit was passed, or a second document begins behind a complete one."""

    def __init__(self, *, complete: bool) -> None:
        super().__init__()
        self.complete = complete


class _TreeBuilder:
    """Turns the stream of events into data and positions, and notes what a report may not have."""

    def __init__(self, source: Source, limits: Limits) -> None:
        self.source = source
        self.limits = limits
        self.findings: list[Finding] = []
        self.data: Any = None
        self.root: Node | None = None

    def run(self, get_event: Any) -> None:  # noqa: C901, PLR0912, PLR0915 - one loop over events, kept flat for speed
        stack: list[tuple[Any, Branch, str | None]] = []
        holder: Any = None
        branch: Any = None  # a Branch but at the start and the end: checks for that would cost in the loop
        key: str | None = None
        expects_key = False
        nodes, depth = 0, 0
        most, deepest = self.limits.nodes, self.limits.depth
        # asking each value for an anchor and a tag would take a tenth of the loop
        may_refuse = any(mark in self.source.text for mark in "&!")
        while True:
            event = get_event()
            kind = type(event)
            if kind is ScalarEvent:
                if may_refuse and (
                    event.anchor is not None or (event.tag is not None and not event.implicit[0])
                ):
                    self._refuse(event)
                value = event.value
                if expects_key:
                    expects_key = False
                    keys = branch.keys
                    if value in keys:
                        self._repeated(event, keys)
                        key = None
                    else:
                        key = value
                        keys[value] = event
                    continue
                node: Node = event
                if not event.style and value in _NOTHING:
                    value = None
                child: Branch | None = None
            elif kind is MappingStartEvent or kind is SequenceStartEvent:
                if may_refuse and (event.anchor is not None or event.tag is not None):
                    self._refuse(event)
                depth += 1
                if depth > deepest:
                    self._stop(event, codes.TOO_DEEP, codes.DEEP_MESSAGE.format(deepest), codes.DEEP_HINT)
                if expects_key:
                    self._stop(event, codes.BAD_KEY, "键名只能是一个词", codes.BRACE_HINT)
                if kind is MappingStartEvent:
                    value, child = {}, Branch(event, {}, {})
                else:
                    value, child = [], Branch(event, None, [])
                node = child
            elif kind is MappingEndEvent or kind is SequenceEndEvent:
                depth -= 1
                branch.last = event
                holder, branch, key = stack.pop()
                expects_key = branch is not None and branch.keys is not None
                continue
            elif kind is AliasEvent:
                self._refuse(event)
                if expects_key:
                    key, expects_key = None, False
                    continue
                value, node, child = None, event, None
            elif kind is DocumentStartEvent:
                if self.root is not None:
                    self._stop(event, codes.SECOND_DOCUMENT, codes.SECOND_MESSAGE, codes.SECOND_HINT)
                continue
            elif kind is StreamEndEvent:
                return
            else:
                continue

            nodes += 1
            if nodes > most:
                self._stop(event, codes.TOO_LARGE, f"内容超过 {most} 项", codes.LARGE_HINT)
            if branch is None:
                self.data, self.root = value, node
            elif branch.keys is None:
                holder.append(value)
                branch.children.append(node)
            else:
                if key is not None:
                    holder[key] = value
                    branch.children[key] = node
                expects_key = True
            if child is not None:
                stack.append((holder, branch, key))
                holder, branch = value, child
                expects_key = kind is MappingStartEvent

    def _repeated(self, event: Any, keys: Any) -> None:
        """The second of two equal keys is reported and its value dropped."""
        place = start_of(event), end_of(event)
        self.findings.append(
            codes.duplicate_key(self.source, event.value, place, start_of(keys[event.value]))
        )

    def _refuse(self, event: Any) -> None:
        rule, mark = (codes.ALIAS, "*") if type(event) is AliasEvent else (codes.TAG, "!")
        if getattr(event, "tag", None) is None and mark == "!":
            rule, mark = codes.ALIAS, "&"
        start = event.start_mark.index
        self.findings.append(
            rule.at(
                self.source.span(start, min(event.end_mark.index, start + 40)),
                f"值不能以“{mark}”开头：在这里它是 YAML 的特殊记号",
                "给整个值加上英文双引号",
            )
        )

    def _stop(self, event: Any, rule: Rule, message: str, hint: str) -> None:
        start = event.start_mark.index
        self.findings.append(rule.at(self.source.span(start, start + 1), message, hint))
        raise _Stop(complete=rule is codes.SECOND_DOCUMENT)
