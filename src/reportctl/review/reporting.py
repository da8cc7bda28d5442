"""What the official sees of a reconciled copy: a line for each change, comment, number and misfit."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from reportctl.review.changes import ChangeState, CopyChangeKind
from reportctl.review.wordings import rewordings
from reportctl.text.clean import printable

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reportctl.review.changes import CopyChange
    from reportctl.review.copies import Aside, CopyComment
    from reportctl.review.reconciling import Reconciled
    from reportctl.review.wordings import ChangedFigure

_LABELS = {
    CopyChangeKind.TEXT: "改",
    CopyChangeKind.HEADING: "改",
    CopyChangeKind.ELEMENT: "改",
    CopyChangeKind.DELETE: "删",
    CopyChangeKind.ADD: "加",
    CopyChangeKind.MOVE: "移",
    CopyChangeKind.SPLIT: "拆",
    CopyChangeKind.JOIN: "并",
}
_REWORDED = frozenset((CopyChangeKind.TEXT, CopyChangeKind.HEADING, CopyChangeKind.ELEMENT))
_NEW = frozenset((CopyChangeKind.ADD, CopyChangeKind.SPLIT))
_STATES = {
    ChangeState.CONFLICT: "edits.yaml 里对这一段另有决定\uff0c没有写",
    ChangeState.PENDING: "修订还没有接受\uff0c没有写",
}


def table(reconciled: Reconciled) -> Iterator[str]:
    """The lines, in the order of the copy."""
    for change in reconciled.changes:
        yield _line(_change(change))
    for comment, departments in zip(reconciled.comments, reconciled.departments, strict=True):
        yield _line(_comment(comment, departments))
    for figure in reconciled.figures:
        yield _line(_figure(figure))
    for aside in reconciled.unplaced:
        yield _line(_unplaced(aside))


def _line(text: str) -> str:
    return printable(" ".join(text.split()))


def _change(change: CopyChange) -> str:
    cells = [change.name, "、".join(change.departments), _told(change)]
    return f"{_LABELS[change.kind]} {' | '.join(cell for cell in cells if cell)}{_people(change)}"


def _told(change: CopyChange) -> str:
    if change.kind in _REWORDED:
        return "… ".join(f"【{words.old}→{words.new}】" for words in rewordings(change.old, change.new))
    if change.kind is CopyChangeKind.MOVE:
        return f"移到“{change.behind}”之后" if change.behind else "移到开头"
    if change.kind in _NEW:
        behind = f"在“{change.behind}”之后\uff1a" if change.behind else ""
        return f"{behind}{change.new}"
    if change.kind is CopyChangeKind.JOIN:
        return f"并入“{change.behind}”"
    return "整段删去"


def _people(change: CopyChange) -> str:
    names = "、".join(change.by)
    words = []
    if change.tracked:
        words.append(f"修订未接受\uff1a{names}" if names else "修订未接受")
    elif names:
        words.append(names)
    if change.state in _STATES:
        words.append(_STATES[change.state])
    return "".join(f"〔{word}〕" for word in words)


def _comment(comment: CopyComment, departments: tuple[str, ...]) -> str:
    whom = f" | {'、'.join(departments)}" if departments else ""
    return f"批注 {comment.author or '未署名'}\uff1a{comment.text}{whom}"


def _figure(figure: ChangedFigure) -> str:
    where = f"{figure.chapter}{figure.number}" or figure.heading or figure.at
    told = f"{figure.old or '（无）'}→{figure.new or '（删去）'}"
    whom = "、".join(figure.departments)
    if not whom or not figure.new:
        return f"数字 {where} {told}"
    return f"数字 {where} {told}\uff1a" + (f"与{whom}填报的数据不一致" if figure.old else f"请与{whom}核实")


def _unplaced(aside: Aside) -> str:
    words = f"“{aside.text}”" if aside.text else ""
    return f"放不下 {aside.kind}{words}\uff1a请手工处理"


def as_dict(reconciled: Reconciled) -> dict[str, Any]:
    """The same as the contract's JSON object."""
    base = reconciled.base
    return {
        "version": 1,
        "base": "" if base is None else base.name,
        "evidence": "" if base is None else base.evidence.name.lower(),
        "certain": reconciled.certain,
        "changes": [
            {
                "kind": change.kind.value,
                "at": change.at,
                "heading": change.heading,
                "number": change.number,
                "old": change.old,
                "new": change.new,
                "departments": list(change.departments),
                "by": "、".join(change.by),
                "tracked": change.tracked,
                "state": change.state.value,
            }
            for change in reconciled.changes
        ],
        "comments": [
            {
                "author": comment.author,
                "text": comment.text,
                "paragraph": _paragraph(reconciled, comment.paragraph),
                "departments": list(departments),
            }
            for comment, departments in zip(reconciled.comments, reconciled.departments, strict=True)
        ],
        "figures": [
            {
                "at": figure.at,
                "heading": figure.heading,
                "number": figure.number,
                "old": figure.old,
                "new": figure.new,
                "departments": list(figure.departments),
            }
            for figure in reconciled.figures
        ],
        "unplaced": [{"kind": aside.kind, "text": aside.text} for aside in reconciled.unplaced],
    }


def _paragraph(reconciled: Reconciled, place: int) -> str:
    """The words of the paragraph that a comment stands at."""
    paragraphs = reconciled.copy.paragraphs
    return paragraphs[place].text if place < len(paragraphs) else ""
