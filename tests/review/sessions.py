"""Random sessions of a person at a copy: what leaders do, in any order, each paragraph met once."""

from __future__ import annotations

import random
import re
from typing import TYPE_CHECKING

from tests.review.leader import Leader, kind_of, words_of

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

_CLAUSE = re.compile("[^\uff0c。\uff1b\uff1a]{4,}")
WORDS = (
    "层层压实工作责任",
    "健全长效机制",
    "群众满意度稳步提升",
    "全年开展专项督察6次",
    "形成工作闭环",
    "办结率达98.7%",
    "推动重点任务落地见效",
    "经验做法在全市推广",
)
HEADINGS = ("加强法治督察", "健全领导包案制度", "推进执法数字化", "开展法治乡村建设")


class Session:
    """One sitting: `done` names what was done, for whoever has to find out what went wrong."""

    def __init__(self, data: bytes, seed: int) -> None:
        self.leader = Leader(data)
        self.rng = random.Random(seed)  # noqa: S311 - no secret
        self.done: list[str] = []
        self._met: set[int] = set()  # by identity: paragraphs that were changed already, and their neighbours

    def sit(self, steps: int) -> Session:
        """Do so many things."""
        kinds: Sequence[Callable[[bool], str]] = (
            self._reword,
            self._reword,
            self._reword,
            self._retype,
            self._delete,
            self._add_numbered,
            self._add_plain,
            self._add_point,
            self._part,
            self._part_numbered,
            self._join,
            self._move,
            self._change_element,
            self._retitle,
            self._delete_title,
        )
        for _ in range(steps):
            track = self.rng.random() < 0.3
            told = self.rng.choice(kinds)(track)
            if told:
                self.done.append(told + ("\uff08修订\uff09" if track else ""))
        if self.rng.random() < 0.1 and not any("修订" in told for told in self.done):
            self.leader.paste_anew()
            self.done.append("贴到新文件")
        elif self.rng.random() < 0.1:
            self.leader.strip_bookmarks()
            self.done.append("没有书签")
        return self

    def _free(self, *kinds: str, least: int = 0) -> int | None:
        """A paragraph of the chapters that nothing was done to, with a number of one of the kinds."""
        lines = self.leader.lines
        first = next(place for place, line in enumerate(lines) if kind_of(line) == "chapter")
        found = [
            place
            for place in range(first + 1, len(lines) - 3)
            if kind_of(lines[place]) in kinds
            and len(words_of(lines[place])) >= least
            and not {id(self.leader.paragraphs[near]) for near in (place - 1, place, place + 1)} & self._met
        ]
        if not found:
            return None
        place = self.rng.choice(found)
        self._met |= {id(self.leader.paragraphs[near]) for near in (place - 1, place, place + 1)}
        return place

    def _new(self, place: int) -> None:
        self._met.add(id(self.leader.paragraphs[place]))

    def _reword(self, track: bool) -> str:
        place = self._free("item", "", "point", "section", least=12)
        if place is None:
            return ""
        clauses = list(_CLAUSE.finditer(words_of(self.leader.lines[place])))
        unique = [found[0] for found in clauses if self.leader.lines[place].count(found[0]) == 1]
        if not unique:
            return ""
        for old in self.rng.sample(unique, min(len(unique), self.rng.randint(1, 2))):
            new = self.rng.choice((*WORDS, old[:-2], f"{old}工作", re.sub(r"\d", "7", old)))
            if new != old:
                self.leader.replace(place, old, new, track=track)
        return f"改字 {self.leader.lines[place][:20]}"

    def _retype(self, track: bool) -> str:
        place = self._free("item", "", least=30)
        if place is None:
            return ""
        line = self.leader.lines[place]
        number = line[: len(line) - len(words_of(line))]
        kept = self.rng.choice([found[0] for found in _CLAUSE.finditer(words_of(line))])
        clauses = "\uff0c".join((kept, *self.rng.sample(WORDS, 3)))
        text = f"{number}{clauses}。"
        self.leader.retype(place, text, keeps_bookmark=self.rng.random() < 0.5)
        return f"重打 {text[:20]}"

    def _delete(self, track: bool) -> str:
        place = self._free("item", "", "point", least=8)
        if place is None:
            return ""
        told = f"删段 {self.leader.lines[place][:20]}"
        self.leader.delete(place, track=track)
        return told

    def _add_numbered(self, track: bool) -> str:
        place = self._free("item")
        if place is None:
            return ""
        text = f"9.{self.rng.choice(HEADINGS)}。{self.rng.choice(WORDS)}\uff0c共{self.rng.randint(2, 99)}件。"
        self.leader.insert(place, text, track=track)
        self._new(place + 1)
        return f"加条 {text[:20]}"

    def _add_plain(self, track: bool) -> str:
        place = self._free("item", "", "point", "section", "chapter")
        if place is None:
            return ""
        text = f"{self.rng.choice(WORDS)}\uff0c{self.rng.choice(WORDS)}{self.rng.randint(2, 99)}件。"
        self.leader.insert(place, text, track=track)
        self._new(place + 1)
        return f"加段 {text[:20]}"

    def _add_point(self, track: bool) -> str:
        place = self._free("point")
        if place is None:
            return ""
        text = f"\uff089\uff09{self.rng.choice(WORDS)}\uff0c再办{self.rng.randint(2, 99)}件。"
        self.leader.insert(place, text, track=track)
        self._new(place + 1)
        return f"加点 {text[:20]}"

    def _part(self, track: bool) -> str:
        return self._split("", track)

    def _part_numbered(self, track: bool) -> str:
        return self._split(f"8.{self.rng.choice(HEADINGS)}。", track)

    def _split(self, typed: str, track: bool) -> str:
        place = self._free("item", least=60)
        if place is None:
            return ""
        line = self.leader.lines[place]
        ends = [found.end() for found in re.finditer("。", line) if 15 < found.end() < len(line) - 15]
        if not ends:
            return ""
        self.leader.split(place, self.rng.choice(ends), typed, track=track)
        self._new(place + 1)
        return f"拆段 {line[:20]}"

    def _join(self, track: bool) -> str:
        place = self._free("item", least=30)
        if place is None or kind_of(self.leader.lines[place + 1]) not in ("item", ""):
            return ""
        second = self.leader.lines[place + 1]
        drop = len(second) - len(words_of(second))
        told = f"并段 {self.leader.lines[place][:20]}"
        self.leader.join(place, drop, track=track)
        self._new(place)
        return told

    def _move(self, track: bool) -> str:
        place = self._free("item", least=8)
        target = self._free("item", least=8)
        if place is None or target is None or abs(place - target) < 2:
            return ""
        told = f"移 {self.leader.lines[place][:20]} 到 {self.leader.lines[target][:12]} 之后"
        self.leader.move(place, target, track=track)
        self._new(target + (place > target))
        return told

    def _change_element(self, track: bool) -> str:
        last = len(self.leader.lines) - 1
        place = self.rng.choice((0, 2, last - 2, last - 1, last))
        if id(self.leader.paragraphs[place]) in self._met:
            return ""
        self._new(place)
        line = self.leader.lines[place]
        if place == len(self.leader.lines) - 1:
            self.leader.retype(place, "2024年3月8日", keeps_bookmark=True)
        elif place == 0:
            self.leader.retype(place, f"{line[:-2]}工作报告")  # a title may be broken within one run
        else:
            middle = len(line) // 2
            if line.count(line[middle : middle + 2]) > 1:
                return ""
            self.leader.replace(place, line[middle : middle + 2], "特此", track=track)
        return f"改要素 {self.leader.lines[place][:20]}"

    def _retitle(self, track: bool) -> str:
        place = self._free("chapter", "section", least=4)
        if place is None:
            return ""
        line = self.leader.lines[place]
        self.leader.replace(place, line[-2:], self.rng.choice(("新成效", "情况")), track=track)
        return f"改标题 {self.leader.lines[place][:20]}"

    def _delete_title(self, track: bool) -> str:
        place = self._free("section")
        if place is None or kind_of(self.leader.lines[place + 1]) != "item":
            return ""
        told = f"删小节标题 {self.leader.lines[place][:20]}"
        self.leader.delete(place, track=track)
        return told
