"""What must not leave the house: tracked changes, comments, hidden text, names in the properties."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportctl.findings import Rule, Severity
from reportctl.inspect.deviations import Deviation, Norm, breach
from reportctl.inspect.structure import ElementKind, patterns

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reportctl.inspect.subject import Subject

CHANGES = Rule(
    "tracked-changes",
    Severity.WARNING,
    "文件里留有修订",
    "定稿前在“审阅”里接受或拒绝全部修订，并关闭修订。留着修订的文件，别人能看到每一处改动和改动的人。",
    "删掉的一句话还以删除线留着。",
    "没有修订。",
)
COMMENTS = Rule(
    "comments-left",
    Severity.WARNING,
    "文件里留有批注",
    "定稿前在“审阅”里删除全部批注。",
    "“此处请核实”的批注还在。",
    "没有批注。",
)
PEOPLE = Rule(
    "personal-properties",
    Severity.NOTE,
    "文件属性里有个人或软件的名字",
    "文件属性里的作者、最后修改者会随文件传出去。在“文件—信息—检查文档”里删除，或改为发文机关的名称。",
    "作者：张三",
    "作者：怀化市鹤城区人民政府",
)
RULES = (CHANGES, COMMENTS, PEOPLE)

_PEOPLE = Norm(PEOPLE)
_EXCERPT = 20


def check(subject: Subject) -> Iterator[Deviation]:
    """Changes by kind and author, comments by author, names by property."""
    facts = subject.facts
    changes = Norm(CHANGES, strength=_PEOPLE.strength)
    places: dict[tuple[str, str], list[int]] = {}
    for change in facts.changes:
        places.setdefault((change.kind, change.author), []).append(change.paragraph)
    for (kind, author), found in places.items():
        at = subject.structure.elements[min(max(found[0], 1), len(subject.structure.elements)) - 1]
        by = f"（{author}）" if author else ""
        yield breach(changes, f"留有修订：{kind} {len(found)} 处{by}", at)
    if facts.settings.tracking and not facts.changes:
        yield breach(changes, "修订功能还开着")
    yield from _comments(subject)
    yield from _people(subject)


def _comments(subject: Subject) -> Iterator[Deviation]:
    texts: dict[str, list[str]] = {}
    for comment in subject.facts.comments:
        texts.setdefault(comment.author, []).append(comment.text)
    for author, (first, *others) in texts.items():
        by = f"（{author}）" if author else ""
        yield breach(Norm(COMMENTS), f"留有批注 {1 + len(others)} 条{by}", actual=first[:_EXCERPT])


def _people(subject: Subject) -> Iterator[Deviation]:
    signatures = "".join(
        element.paragraph.text for element in subject.structure.of(ElementKind.SIGNATURE, ElementKind.MARK)
    )
    known = "".join(signatures.split())
    for label, name in subject.facts.people:
        names = [person for person in "".join(name.split()).replace("；", "、").split("、") if person]
        if not all(person in known or patterns.is_organ(person) for person in names):
            yield breach(
                _PEOPLE, f"文件属性的{label}是个人或软件的名字", actual=name, expected="发文机关，或空着"
            )
