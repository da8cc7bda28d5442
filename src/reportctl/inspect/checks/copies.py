"""抄送机关: how they are set apart, and that none of them is a 主送机关 as well (clauses 7.3.2, 7.4.2)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reportctl.findings import Rule, Severity
from reportctl.inspect.deviations import Deviation, Norm, breach
from reportctl.inspect.structure import ElementKind, patterns

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reportctl.inspect.structure import Element
    from reportctl.inspect.subject import Subject

SEPARATORS = Rule(
    "copies-separators",
    Severity.NOTE,
    "抄送机关之间的标点不对",
    "抄送机关之间用全角的逗号或顿号分隔，不用空格、斜线和半角标点。",
    "抄送：市委依法治市办 市司法局。",
    "抄送：市委依法治市办，市司法局。",
)
TWICE = Rule(
    "copies-repeat-recipients",
    Severity.NOTE,
    "主送机关又列在抄送里",
    "主送机关负有办理的责任，抄送机关只需知晓：同一个机关不要既主送又抄送。",
    "主送怀化市人民政府，抄送里又有怀化市人民政府。",
    "抄送只列主送以外的机关。",
)
RULES = (SEPARATORS, TWICE)
_SEPARATORS = Norm(SEPARATORS)
_TWICE = Norm(TWICE)
_WRONG = re.compile("[,;/|]|(?<=[^\\s、\uff0c\uff1b\uff1a])[ \u3000]+(?=[^\\s])")
_NAMES = re.compile("[、\uff0c,\uff1b;\uff1a:。/|\\s]+")
_SHORTEST = 3  # characters of a name that is one organ's


def check(subject: Subject) -> Iterator[Deviation]:
    """Each line of 抄送, then all against 主送."""
    lines = [element for element in subject.structure.of(ElementKind.COPIES_TO) if _rest(element)]
    for element in lines:
        found = _WRONG.search(_rest(element).strip())
        if found is not None:
            actual = "空格" if found[0].isspace() else found[0]
            yield breach(
                _SEPARATORS, "抄送机关之间的标点不对", element, actual=actual, expected="\uff0c 或 、"
            )
    recipients = subject.structure.first(ElementKind.RECIPIENTS)
    if recipients is not None:
        to = _names(recipients.paragraph.text)
        for element in lines:
            both = sorted(to & _names(_rest(element)))
            if both:
                yield breach(_TWICE, "主送机关又列在抄送里", element, actual="、".join(both))


def _rest(element: Element) -> str:
    """What stands behind 抄送：, "" in a line that does not begin so."""
    found = patterns.COPIES.fullmatch(element.paragraph.text.strip())
    return "" if found is None else found["rest"]


def _names(text: str) -> set[str]:
    return {name for name in _NAMES.split(text) if len(name) >= _SHORTEST}
