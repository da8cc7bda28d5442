"""Generated projects: what departments might hand in, and the YAML in which they might write it."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from hypothesis import strategies as st

from reportctl.model.keys import ITEM, SUBMISSION

if TYPE_CHECKING:
    from collections.abc import Iterator

ROSTER = ("县司法局", "县公安局", "县林业局", "青山镇", "柳林街道")
REPORT = """\
version: 1
year: 2023
area: 云溪县
document:
  issuer: 云溪县人民政府
  recipients: [中共云溪县委]
  date: 2024-02-10
  opening: 现将有关情况报告如下：
  closing: 特此报告。
departments: [县司法局, 县公安局, 县林业局, 青山镇, 柳林街道]
outline:
  - id: work
    title: 工作情况
    part: achievements
    list: %s
    points: %s
    heading_style: %s
    sections: [{id: law, title: 依法决策}, {id: act, title: 规范执法}]
  - {id: shortcomings, title: 存在的不足, part: shortcomings, list: %s}
  - {id: plans, title: 下一年安排, part: plans}
"""
PARTS = ("achievements", "shortcomings", "plans", "other")


@dataclass(frozen=True)
class Written:
    """A text as a department wrote it: the unique words in it, and how it dressed them."""

    words: tuple[str, ...]
    text: str


@dataclass(frozen=True)
class Item:
    """One item. Every text holds words that stand nowhere else."""

    section: str
    heading: Written
    text: Written
    points: tuple[Written, ...]
    cause: Written
    order: int | None
    line: bool

    @property
    def words(self) -> tuple[str, ...]:
        texts = (self.heading, self.text, *self.points, self.cause)
        return tuple(word for text in texts for word in text.words)


@dataclass(frozen=True)
class Submission:
    """What one department hands in, and the styles in which its scalars are written, in turn."""

    department: str
    parts: tuple[tuple[str, tuple[Item, ...]], ...]
    styles: tuple[str, ...]

    @property
    def items(self) -> Iterator[tuple[str, Item]]:
        return ((part, item) for part, items in self.parts for item in items)

    def yaml(self, language: str = "en") -> str:
        """The file, with English or Chinese keys."""
        return _Writer(self, language).file()


class _Writer:
    """Writes one submission."""

    def __init__(self, submission: Submission, language: str) -> None:
        self.submission = submission
        self.styles = iter(submission.styles * 1000)
        self.zh = language == "zh"

    def file(self) -> str:
        lines = [f"{self.key('department')}: {self.submission.department}", f"{self.key('year')}: 2023"]
        for part, items in self.submission.parts:
            lines.append(f"{self.key(part)}:")
            for item in items:
                lines += self.item(item)
        return "\n".join(lines) + "\n"

    def key(self, name: str) -> str:
        names = {**SUBMISSION.names, **ITEM.names}
        return names[name] if self.zh else name

    def item(self, item: Item) -> Iterator[str]:
        if item.line:
            yield f"  - {json.dumps(item.heading.text + '。' + item.text.text, ensure_ascii=False)}"
            return
        fields = [("heading", item.heading.text), ("text", item.text.text), ("cause", item.cause.text)]
        lines = [f"{self.key(name)}: {self.scalar(text)}" for name, text in fields if text]
        if item.section:
            lines.append(f"{self.key('section')}: {item.section}")
        if item.order is not None:
            lines.append(f"{self.key('order')}: {item.order}")
        if item.points:
            points = "".join(f"\n      - {self.scalar(point.text, 8)}" for point in item.points)
            lines.append(f"{self.key('points')}:{points}")
        for number, line in enumerate(lines):
            yield f"  {'-' if number == 0 else ' '} {line}"

    def scalar(self, text: str, indent: int = 6) -> str:
        """The text in the next style; in quotes where that style cannot hold it."""
        style = next(self.styles)
        if style == "single" and "\n" not in text:
            return "'" + text.replace("'", "''") + "'"
        if style == "literal" and text == text.strip():
            return "|-\n" + "\n".join(f"{' ' * indent}{line}" if line else "" for line in text.split("\n"))
        if style == "plain" and not set(text) & set(":#[]{},&*!|>'\"%@`?-\n") and text == text.strip():
            return text
        return json.dumps(text, ensure_ascii=False)


DRESSES = {
    "as it is": "{}",
    "half-width": "{}, ok(x);",
    "blanks": "全 年 {}",
    "first person": "我局{}",
    "typed number": "（一）{}",
    "quoted": '"{}"',
    "years": "2021-2023年{}",
}


@st.composite
def _written(draw: st.DrawFn, counter: list[int], *, most: int = 2, dressed: bool = True) -> Written:
    """Up to `most` sentences, each with words of its own."""
    count = draw(st.integers(1, most))
    words, sentences = [], []
    for _ in range(count):
        counter[0] += 1
        word = f"办结第{counter[0]:04d}号事项"
        dress = draw(st.sampled_from(sorted(DRESSES))) if dressed else "as it is"
        words.append(word)
        sentences.append(DRESSES[dress].format(word))
    between = draw(st.sampled_from(["。", "。\n", "。\n\n"])) if most > 1 else "。"
    end = draw(st.sampled_from(["", "。"])) if dressed else ""
    return Written(tuple(words), between.join(sentences) + end)


NOTHING = Written((), "")


@st.composite
def _item(draw: st.DrawFn, part: str, counter: list[int], *, placed: bool) -> Item:
    heading = draw(_written(counter, most=1, dressed=False))
    text = draw(_written(counter))
    if not placed and draw(st.integers(0, 3)) == 0:
        # an item in one line, heading up to the first 。 names no section
        return Item(
            "", heading, replace(text, text=text.text.replace("\n", "")), (), NOTHING, None, line=True
        )
    return Item(
        section=draw(st.sampled_from(["law", "act", "规范执法"])) if part == "achievements" else "",
        heading=heading,
        text=text,
        points=tuple(draw(st.lists(_written(counter, most=1), max_size=3))),
        cause=draw(_written(counter, most=1)) if part == "shortcomings" else NOTHING,
        order=draw(st.none() | st.integers(1, 9)),
        line=False,
    )


STYLES = st.lists(st.sampled_from(["plain", "single", "double", "literal"]), min_size=1, max_size=6)


@st.composite
def submissions(draw: st.DrawFn) -> tuple[Submission, ...]:
    """One submission for each department of the roster, in its order."""
    counter = [0]
    made = []
    for department in ROSTER:
        parts = []
        for part in PARTS if draw(st.booleans()) else PARTS[:3]:
            count = draw(st.integers(1, 2))
            parts.append(
                (part, tuple(draw(_item(part, counter, placed=not index)) for index in range(count)))
            )
        made.append(Submission(department, tuple(parts), tuple(draw(STYLES))))
    return tuple(made)


LISTS = st.sampled_from(["numbered", "inline", "bracketed", "paragraphs"])
REPORTS = st.builds(
    lambda shape, points, style, second: REPORT % (shape, points, style, second),
    LISTS,
    st.sampled_from(["inline", "numbered"]),
    st.sampled_from(["run-in", "alone"]),
    LISTS,
)
