"""What the official sees of a reconciled copy: a line for each change, comment, number and misfit."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from reportctl.review.changes import ChangeState, CopyChangeKind
from reportctl.review.wordings import rewordings
from reportctl.text.clean import printable

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reportctl.assemble.staleness import StaleDecision
    from reportctl.review.changes import CopyChange
    from reportctl.review.clashing import AtOdds
    from reportctl.review.copies import Aside, CopyComment
    from reportctl.review.held import HeldCopy, Reconciled
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
_ELEMENTS = {
    "title": "标题",
    "recipients": "主送机关",
    "opening": "导语",
    "closing": "结语",
    "signature": "署名",
    "date": "成文日期",
    "note": "附注",
}
"""How a clerk calls what a final decision calls by its name."""
_STATES = {
    ChangeState.CONFLICT: "这一段另有改法\uff0c没有写",
    ChangeState.PENDING: "修订还没有接受\uff0c没有写",
}


def table(reconciled: Reconciled) -> Iterator[str]:
    """The lines: what is changed in the order of the report, then what is left for a person to settle."""
    for change in reconciled.changes:
        yield told_change(change)
    several = len(reconciled.copies) > 1
    for copy in reconciled.copies:
        for comment, departments in zip(copy.comments, copy.departments, strict=True):
            yield _line(_comment(comment, departments))
    for figure in dict.fromkeys(figure for copy in reconciled.copies for figure in copy.figures):
        yield told_figure(figure)
    for stale in reconciled.refreshing.stale:
        yield from _stale(stale, reconciled)
    for clash in reconciled.clashes:
        yield from _clash(clash)
    for copy in reconciled.copies:
        file = copy.incoming.path.name if several else ""
        for aside in copy.unplaced:
            yield _line(_unplaced(aside, file))


def _clash(clash: AtOdds) -> Iterator[str]:
    """The paragraph, and below it what each wants, side by side."""
    cells = [clash.name, "、".join(clash.departments)]
    yield _line(f"冲突 {' | '.join(cell for cell in cells if cell)} | 没有写\uff0c请定一个")
    if clash.clauses:
        for clause in clash.clauses:
            yield _wanted("原文", clause.old or "（这里没有话）")
            for version in clause.versions:
                yield _wanted(version.people, version.text or "（删去）")
        return
    for version in clash.versions:
        yield _wanted(version.people, "（整段删去）" if version.text is None else version.text)


def _wanted(people: str, text: str) -> str:
    return f"     {_line(people)}\uff1a{_line(text)}"


def _stale(stale: StaleDecision, reconciled: Reconciled) -> Iterator[str]:
    """A decision that a department has overtaken: what is proposed, or both texts."""
    people = reconciled.refreshing.people.get(stale.number, "")
    cells = [stale.called, "、".join(stale.departments)]
    told = " | ".join(cell for cell in cells if cell)
    whose = f"〔{people}〕" if people else ""
    if stale.proposal is not None:
        is_written = stale.number in reconciled.refreshing.proposed
        how = "加 --refresh 写入" if is_written else "是手写的决定\uff0c请手工改"
        yield _line(f"提议 {told}{whose} | 改稿之后部门又报了\uff0c改的不是同一分句\uff1b{how}")
        yield _wanted("合起来", stale.proposal or "文字照部门新报的\uff0c位置照改稿")
        return
    first = f"先改好 edits.yaml 第 {stale.rests_on} 行过期的决定" if stale.rests_on else "请手工改"
    yield _line(f"过期 {told}{whose} | 改稿之后部门又报了\uff1b{first}")
    if stale.clashes:
        for clash in stale.clashes:
            yield _wanted("原文", clash.old or "（这里没有话）")
            yield _wanted(people or "改稿", clash.texts[0] or "（删去）")
            yield _wanted("部门现在", clash.texts[1] or "（删去）")
    else:
        yield _wanted(people or "改稿", stale.decision.words or "（整段删去）")
        yield _wanted("部门现在", stale.now)


def _line(text: str) -> str:
    return printable(" ".join(text.split()))


def told_change(change: CopyChange) -> str:
    """A change on one line: what was done, to which paragraph, whose it is, and who did it."""
    cells = [change.name, "、".join(change.departments), _told(change)]
    return _line(f"{_LABELS[change.kind]} {' | '.join(cell for cell in cells if cell)}{_people(change)}")


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


def told_figure(figure: ChangedFigure, *, judged: bool = True) -> str:
    """A changed number on one line; a copy's is `judged`: whom to ask, or whom it contradicts."""
    where = f"{figure.chapter}{figure.number}" or figure.heading or _ELEMENTS.get(figure.at, figure.at)
    told = f"{figure.old or '（无）'}→{figure.new or '（删去）'}"
    whom = "、".join(figure.departments)
    if not whom or not figure.new or not judged:
        return _line(f"数字 {where} {told}")
    advice = f"与{whom}填报的数据不一致" if figure.old else f"请与{whom}核实"
    return _line(f"数字 {where} {told}\uff1a{advice}")


def _unplaced(aside: Aside, file: str) -> str:
    words = f"“{aside.text}”" if aside.text else ""
    where = f"〔{file}〕" if file else ""
    return f"放不下 {aside.kind}{words}\uff1a请手工处理{where}"


def as_dict(reconciled: Reconciled) -> dict[str, Any]:
    """The same as the contract's JSON object."""
    base = reconciled.base
    evidence = [copy.incoming.base for copy in reconciled.copies if copy.incoming.base is not None]
    return {
        "version": 1,
        "base": "" if base is None else base.name,
        "evidence": evidence[0].evidence.name.lower() if evidence else "",
        "certain": reconciled.certain,
        "copies": [_held(copy) for copy in reconciled.copies],
        "changes": [change_dict(change) for change in reconciled.changes],
        "comments": [
            {
                "author": comment.author,
                "text": comment.text,
                "paragraph": _paragraph(copy, comment.paragraph),
                "departments": list(departments),
                "file": copy.incoming.path.name,
            }
            for copy in reconciled.copies
            for comment, departments in zip(copy.comments, copy.departments, strict=True)
        ],
        "figures": [
            figure_dict(figure)
            for figure in dict.fromkeys(figure for copy in reconciled.copies for figure in copy.figures)
        ],
        "unplaced": [
            {"kind": aside.kind, "text": aside.text, "file": copy.incoming.path.name}
            for copy in reconciled.copies
            for aside in copy.unplaced
        ],
        "conflicts": [_at_odds(clash) for clash in reconciled.clashes],
        "stale": [_overtaken(stale, reconciled) for stale in reconciled.refreshing.stale],
    }


def _held(copy: HeldCopy) -> dict[str, Any]:
    return {
        "file": copy.incoming.path.name,
        "by": copy.incoming.author,
        "sha256": copy.incoming.digest,
        "base": "" if copy.incoming.base is None else copy.incoming.base.name,
        "certain": copy.incoming.certain,
        "changes": len(copy.changes),
        "already": copy.already,
    }


def change_dict(change: CopyChange) -> dict[str, Any]:
    """A change as the contract's JSON object."""
    return {
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


def figure_dict(figure: ChangedFigure) -> dict[str, Any]:
    """A changed number as the contract's JSON object."""
    return {
        "at": figure.at,
        "heading": figure.heading,
        "number": figure.number,
        "old": figure.old,
        "new": figure.new,
        "departments": list(figure.departments),
    }


def _at_odds(clash: AtOdds) -> dict[str, Any]:
    return {
        "at": clash.at,
        "heading": clash.heading,
        "number": clash.number,
        "departments": list(clash.departments),
        "old": clash.old,
        "versions": [version._asdict() for version in clash.versions],
        "clauses": [
            {"old": clause.old, "versions": [version._asdict() for version in clause.versions]}
            for clause in clash.clauses
        ],
    }


def _overtaken(stale: StaleDecision, reconciled: Reconciled) -> dict[str, Any]:
    """A decision that somebody has to look at again; `proposal` is what both make together, null for none."""
    decision = stale.decision
    return {
        "at": decision.at,
        "heading": decision.heading,
        "departments": list(stale.departments),
        "by": reconciled.refreshing.people.get(stale.number, ""),
        "old": stale.then,
        "decided": decision.words,
        "now": stale.now,
        "proposal": stale.proposal,
        "refreshes": stale.number in reconciled.refreshing.proposed,
        "rests_on": stale.rests_on or None,
    }


def _paragraph(copy: HeldCopy, place: int) -> str:
    """The words of the paragraph that a comment stands at."""
    paragraphs = copy.incoming.copy.paragraphs
    return paragraphs[place].text if place < len(paragraphs) else ""
