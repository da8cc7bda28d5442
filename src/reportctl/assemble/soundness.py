"""Whether a final decision says one thing, and all of it: what cannot go together, what is missing."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from reportctl.model.finals import Anchor, FinalDecision

_DOES = "每条写一件事：text（改写）、omit（删去）、move（移到）、as（改作），或 add（新增）"
_WHERE = "写 after: {at: ……, heading: ……}，或 after: first（首）"


class Unsound(NamedTuple):
    """What is wrong with a decision, and the remedy."""

    message: str
    hint: str


def fault(decision: FinalDecision) -> Unsound | None:
    """What is wrong with a decision by itself; None where it is sound."""
    if _has_empty_line(decision.words):
        return Unsound("一条决定只写一段，正文里有空行", "分成两条，后一段用 add（新增）；或删去空行")
    return _unsound_addition(decision) if decision.add else _unsound_change(decision)


def _unsound_addition(decision: FinalDecision) -> Unsound | None:
    others = (decision.omit, decision.move, decision.as_, decision.was, decision.heading, decision.paragraph)
    if any(others):
        return Unsound("新增（add）和改已有的段落写在了一条里", "分成两条")
    if not decision.words:
        return Unsound("新增的一段没有正文（text）", "加上一行“text: ……”")
    if decision.after is None:
        return Unsound("新增的一段没有写加在哪里（after）", _WHERE)
    return _unsound_anchor(decision.after)


def _unsound_change(decision: FinalDecision) -> Unsound | None:
    changes = (decision.words, decision.move, decision.as_)
    if not decision.at.strip():
        return Unsound("没有写是哪一段：缺位置（at）", "加上一行“at: ……”，写提纲里的编号")
    if decision.after is not None or decision.id:
        hint = "移动写成 move: {after: ……}；新增写 add: paragraph（段落）"
        return Unsound("after（之后）和 id（编号）只用于新增", hint)
    if decision.omit and any(changes):
        return Unsound("既删去又改动同一段", "只留一样")
    if not decision.omit and not any(changes):
        return Unsound("这条决定没有写明一件事", _DOES)
    if decision.from_ and not decision.words:
        return Unsound("出自（from）要和正文（text）写在一起", "加上并进来以后的正文，或删去 from")
    return None if decision.move is None else _unsound_anchor(decision.move.after)


def _unsound_anchor(anchor: Anchor) -> Unsound | None:
    of_built = bool(anchor.at or anchor.heading or anchor.paragraph or anchor.was)
    if anchor.new and (of_built or anchor.first):
        return Unsound("after（之后）里新增的（new）和别的位置写在了一起", "只留一样")
    if not (anchor.new or of_built or anchor.first):
        return Unsound("after（之后）里没有写在哪一段之后", _WHERE)
    if anchor.first and (anchor.heading or anchor.paragraph or anchor.was):
        return Unsound("after（之后）里首（first）和标题、段写在了一起", "只留一样")
    return None


def _has_empty_line(words: str) -> bool:
    return "" in map(str.strip, words.splitlines())
