"""Breaks a title into lines (clause 7.3.1): whole words, in the shape of a trapezium or a rhombus.

A title is cut into pieces that hold together - names, dates, quoted titles, words of official prose - and
of all ways to lay the pieces in as few lines as possible the best-shaped one is taken.
"""

from __future__ import annotations

import re
from itertools import combinations, pairwise
from math import ceil, comb
from typing import TYPE_CHECKING

from reportctl.text.width import width
from reportctl.typesetting.measure import BIAOSONG_HALF

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from reportctl.document import Document
    from reportctl.layout import ElementLayout, Layout, Length

_WORDS = (
    "关于 报告 情况 工作 总结 要点 计划 安排 方案 意见 通知 请示 办法 规定 决定 年度 上半年 下半年 季度",
    "法治政府建设 法治政府 法治建设 法治社会 法治 政府 建设 推进法治建设",
    "重点 任务 目标 考核 督察 整改 专项 年终",
    "依法行政 依法治区 依法治县 依法治市 依法治理 依法 述法 普法 优化 营商环境 政务服务 政务公开 信息公开",
    "行政执法 行政复议 行政审批 行政应诉 行政 执法 监督 责任 落实 实施 推进 贯彻 执行 完成 开展 加强 深化",
    "全面 进一步 党政主要负责人 主要负责人 履行 第一责任人 职责",
    "人民政府 人民代表大会 常务委员会 委员会 办公室 领导小组",
    "纲要 实施纲要 规划 实施方案 实施意见 等级 等次 和谐 及时 普及 涉及 以及 参与 与会 目的 标的",
)
"""Words of titles, so that no line breaks in one."""
_LEXICON = frozenset(word for line in _WORDS for word in line.split())
_LONGEST = max(map(len, _LEXICON))
_CLINGS = frozenset("的和与及等之、，。；：？！）》”’〉】〕…")
"""What may not begin a line: it clings to what stands before."""
_LEANS = frozenset({"关于", "在", "对", "以", "为", "向", "由", "将", "（", "《", "“", "‘", "〈", "【", "〔"})
"""What may not end a line: it leans on what stands behind."""
_ATOM = re.compile(
    "《[^《》]*》|“[^“”]*”|（[^（）]*）|〔[^〔〕]*〕"
    r"|[0-9]+(?:[.—～-][0-9]+)*(?:年度|年|月|日|％|%|周年)?|[A-Za-z]+"
)
_MOST_LINES = 5
_MOST_WAYS = 20_000
"""Ways to break a title that are looked at, before its lines are simply filled."""
_HOURGLASS = 20.0
_RECTANGLE = 1.5
_BEFORE_SUBJECT = -6.0
_AFTER_JOINT = 2.0


def title_lines(
    title: str, element: ElementLayout, document: Document, layout: Layout, room: Length | None = None
) -> tuple[str, ...]:
    """The lines of a title of `document` that is set as `element`, in a line as wide as 版心 or `room`."""
    across = room or layout.page.text_width
    return break_title(
        title,
        across.points / element.size.value.points,
        names=(*document.issuers, document.area),
        least=layout.wrapping.last_line.value,
    )


def break_title(title: str, room: float, *, names: Iterable[str] = (), least: int = 4) -> tuple[str, ...]:
    """The lines of `title`, each at most `room` characters wide, the last at least `least`.

    `names` are kept whole: the issuers', the area's. A piece that is wider than a line is given up, and only
    the rules for single characters hold in it.
    """
    fewest = ceil(_width(title) / room)
    if fewest <= 1:
        return (title,)
    pieces = list(_joined(_pieces(title, sorted(names, key=len, reverse=True))))
    if max(map(_width, pieces)) > room:
        pieces = list(_joined(part for piece in pieces for part in _narrow(piece, room)))
    for count in range(fewest, _MOST_LINES + 1):
        if comb(len(pieces) - 1, count - 1) > _MOST_WAYS:
            break
        best = _best(pieces, count, room, least)
        if best is not None:
            return best
    return _filled(pieces, room, least)


def _width(text: str) -> float:
    """The width of a part of a title, which is set in 小标宋."""
    return width(text, BIAOSONG_HALF)


def _pieces(title: str, names: Sequence[str]) -> Iterator[str]:
    """Names, quoted titles, numbers with their unit and words; characters of no known word stay together."""
    place, unknown = 0, ""
    while place < len(title):
        piece = _known(title, place, names)
        if piece:
            if unknown:
                yield unknown
            yield piece
            unknown = ""
        else:
            unknown += title[place]
        place += len(piece) or 1
    if unknown:
        yield unknown


def _known(title: str, place: int, names: Sequence[str]) -> str:
    """The piece that begins at `place`, or ""."""
    for name in names:
        if name and title.startswith(name, place):
            return name
    atom = _ATOM.match(title, place)
    if atom:
        return atom.group()
    for length in range(min(_LONGEST, len(title) - place), 1, -1):
        if title[place : place + length] in _LEXICON:
            return title[place : place + length]
    return title[place] if title[place] in _CLINGS or title[place] in _LEANS else ""


def _joined(pieces: Iterable[str]) -> Iterator[str]:
    """Pieces with what clings to them before a line's end and what leans on them after its beginning."""
    held = ""
    leans = False
    for piece in pieces:
        if held and not leans and piece[0] not in _CLINGS:
            yield held
            held = ""
        held += piece
        leans = piece in _LEANS
    if held:
        yield held


def _narrow(piece: str, room: float) -> Iterator[str]:
    """A piece that fits a line; else the words inside its quotes; else its characters, numbers whole."""
    if _width(piece) <= room:
        yield piece
    elif piece[0] in _LEANS and piece[-1] in _CLINGS:
        yield piece[0]
        for inner in _pieces(piece[1:-1], ()):
            yield from _narrow(inner, room)
        yield piece[-1]
    else:
        yield from re.findall(r"[0-9A-Za-z.%％]+(?:年度|年)?|.", piece, re.DOTALL)


def _best(pieces: Sequence[str], count: int, room: float, least: int) -> tuple[str, ...] | None:
    """The best way to lay `pieces` in `count` lines, if there is one at all."""
    found: tuple[float, tuple[str, ...]] | None = None
    for cuts in combinations(range(1, len(pieces)), count - 1):
        edges = (0, *cuts, len(pieces))
        lines = tuple("".join(pieces[start:end]) for start, end in pairwise(edges))
        widths = [_width(line) for line in lines]
        if max(widths) > room or widths[-1] < least:
            continue
        cost = _cost(lines, widths)
        if found is None or cost < found[0]:
            found = cost, lines
    return found[1] if found else None


def _cost(lines: Sequence[str], widths: Sequence[float]) -> float:
    """How far lines are from an even trapezium or rhombus with its breaks where the sense breaks."""
    spread = max(widths) - min(widths)
    peak = widths.index(max(widths))
    rises = all(above <= below for above, below in pairwise(widths[: peak + 1]))
    falls = all(above >= below for above, below in pairwise(widths[peak:]))
    cost = spread if spread >= 1 else _RECTANGLE
    if not (rises and falls):
        cost += _HOURGLASS
    for line, following in pairwise(lines):
        if following.startswith("关于"):
            cost += _BEFORE_SUBJECT
        if line[-1] in "和与及、":
            cost += _AFTER_JOINT
    return cost


def _filled(pieces: Sequence[str], room: float, least: int) -> tuple[str, ...]:
    """Lines filled one after the other, the last one helped to its least length by the one before."""
    rows: list[list[str]] = [[]]
    for piece in pieces:
        if rows[-1] and _width("".join(rows[-1])) + _width(piece) > room:
            rows.append([])
        rows[-1].append(piece)
    while len(rows) > 1 and _width("".join(rows[-1])) < least and len(rows[-2]) > 1:
        rows[-1].insert(0, rows[-2].pop())
    return tuple("".join(row) for row in rows)
