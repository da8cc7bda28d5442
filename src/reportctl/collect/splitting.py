"""The headings and paragraphs of one part to its items: heading, text, points and cause of each."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from reportctl.collect import codes
from reportctl.collect.fates import Fate, excerpt
from reportctl.collect.headings import cut_heading, run_in
from reportctl.collect.items import ReadItem
from reportctl.collect.outline import LEAD_IN
from reportctl.collect.parts import names_causes, names_symptoms
from reportctl.collect.passage import EMPTY, Passage, covering, joined
from reportctl.collect.phrases import (
    cut_cause,
    cut_numbers,
    cut_ordinals,
    cut_points,
    is_ordinal,
    without_pause,
)
from reportctl.model.nothing import NOTHING
from reportctl.model.submission import PARTS, Part

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reportctl.collect.fates import Fates
    from reportctl.collect.outline import Node
    from reportctl.collect.places import Places

_LEADING_MARKS = ("\uff1a", ":")


@dataclass(slots=True)
class Splitter:
    """Splits the parts of one document; `nothing` gathers the parts that say 无."""

    ledger: Fates
    places: Places
    nothing: set[Part] = field(default_factory=set)
    at_table: dict[int, ReadItem] = field(default_factory=dict)

    def items(self, node: Node, part: Part, section: str = "", group: str = "") -> list[ReadItem]:
        """The items below a heading that is none itself: a chapter, a section, a cell of a form."""
        self.ledger.claim(Fate.HEADING, node.heading)
        if not node.children:
            return self._undivided(node, part, section, group)
        found = self._lead_in(node, part, section, group)
        for child in node.children:
            own = section or self.places.find(part, child.heading.text)
            sure = bool(own and not section)
            if sure and child.alone and not child.children and child.body and run_in(child.body[0]):
                self.ledger.claim(Fate.HEADING, child.heading)
                found += self.paragraph_items(child.body, part, own, child.heading.text)
            elif _groups(child, sure=sure):
                found += self.items(child, part, own, child.heading.text)
            else:
                found.append(self.item(child, part, own, group))
        return found

    def item(self, node: Node, part: Part, section: str = "", group: str = "") -> ReadItem:
        """The one item that a heading begins: what stands below are its points, or its cause."""
        heading, body, points, cause = node.heading, list(node.body), [], EMPTY
        for child in node.children:
            whole = self.whole(child)
            before, behind = cut_cause(whole) if part is Part.SHORTCOMINGS else (whole, EMPTY)
            if part is Part.SHORTCOMINGS and names_causes(child.heading.text):
                self.ledger.claim(Fate.HEADING, child.heading)
                cause = joined((cause, *list(child.passages())[1:]))
            elif behind.stretches and not before.stretches:
                cause = joined((cause, behind))
            elif names_symptoms(child.heading.text):
                self.ledger.claim(Fate.HEADING, child.heading)
                body += child.body
            else:
                points.append(whole)
        text, own_points, own_cause = self._parted(joined(body), part)
        if part is Part.SHORTCOMINGS and not text.stretches and not own_cause.stretches:
            heading, own_cause = cut_cause(heading)
        item = ReadItem(
            part, section, heading, text, (*own_points, *points), joined((own_cause, cause)), group=group
        )
        self._told(item)
        for table in node.tables:
            self.at_table[table] = item
        return item

    def _parted(self, text: Passage, part: Part) -> tuple[Passage, tuple[Passage, ...], Passage]:
        """Text, points and cause of an item's paragraphs."""
        cause = EMPTY
        if part is Part.SHORTCOMINGS:
            text, cause = cut_cause(text)
        text, points = cut_points(text)
        return text, points, cause

    def _undivided(self, node: Node, part: Part, section: str, group: str) -> list[ReadItem]:
        """The items of paragraphs without numbers: by 一是 and 二是, by run-in headings, else one."""
        body = joined(node.body)
        if not body.stretches:
            return []
        if body.text.strip() in NOTHING:
            self.ledger.claim(Fate.NOTHING, body)
            self.nothing.add(part)
            return []
        lead, ordinals = cut_ordinals(body, fewest=1 if is_ordinal(body.text) else 2)
        if not ordinals:
            lead, ordinals = cut_numbers(body)
        leads = len(lead.text) <= LEAD_IN or lead.text.endswith(_LEADING_MARKS)
        if ordinals and (part is not Part.ACHIEVEMENTS or leads):
            self._claim_lead_in(lead, part)
            return [self.short_item(passage, part, section, group) for passage in ordinals]
        if len(node.body) > 1 and run_in(node.body[0]):
            return self.paragraph_items(node.body, part, section, group)
        found = self.short_item(body, part, section, group, split=run_in(body))
        if not found.heading.stretches:
            self.ledger.remark(
                codes.NOT_DIVIDED,
                found.first,
                f"“{excerpt(node.heading.text or PARTS[part])}”没有分条，整段读成了一条",
                "请分成几条，每条写上标题",
            )
        for table in node.tables:
            self.at_table[table] = found
        return [found]

    def paragraph_items(
        self, paragraphs: Sequence[Passage], part: Part, section: str = "", group: str = ""
    ) -> list[ReadItem]:
        """Items that begin with a run-in heading each; a paragraph without one goes on with the last item."""
        grouped: list[list[Passage]] = []
        for paragraph in paragraphs:
            if grouped and (is_ordinal(paragraph.text) or not run_in(paragraph)):
                grouped[-1].append(paragraph)
            else:
                grouped.append([paragraph])
        return [self.short_item(joined(several), part, section, group) for several in grouped]

    def short_item(
        self, passage: Passage, part: Part, section: str = "", group: str = "", *, split: bool = True
    ) -> ReadItem:
        """The item of a passage whose heading, if it has one, is its first sentence."""
        first = passage.cut(0, _first_line(passage))
        heading, rest, alone = cut_heading(without_pause(first)) if split else (EMPTY, first, False)
        if split and not alone:
            heading, rest, _ = cut_heading(first)
        behind = passage.cut(len(first.text))
        text, points, cause = self._parted(joined((rest, behind)), part)
        if part is Part.SHORTCOMINGS and heading.stretches and not text.stretches and not cause.stretches:
            heading, cause = cut_cause(heading)
        item = ReadItem(part, section, heading, text, points, cause, group=group)
        if split:
            self._told(item)
        return item

    def _lead_in(self, node: Node, part: Part, section: str, group: str) -> list[ReadItem]:
        """What stands between a heading and the headings below it: words that lead there, or an item."""
        body = joined(node.body)
        if not body.stretches:
            return []
        if len(body.text) <= LEAD_IN or body.text.rstrip().endswith(_LEADING_MARKS):
            self.ledger.claim(Fate.LEAD_IN, body)
            return []
        item = ReadItem(part, section, text=body, group=group)
        self._told(item)
        return [item]

    def _claim_lead_in(self, lead: Passage, part: Part) -> None:
        if part is Part.ACHIEVEMENTS or len(lead.text) <= LEAD_IN or lead.text.endswith(_LEADING_MARKS):
            self.ledger.claim(Fate.LEAD_IN, lead)
        elif lead.stretches:
            self.ledger.report(codes.UNREAD_TEXT, lead, f"这段文字没有写进任何一条：“{excerpt(lead.text)}”")

    def _told(self, item: ReadItem) -> None:
        if not item.heading.stretches and not item.blank:
            self.ledger.remark(
                codes.NO_HEADING,
                item.first,
                f"这一条没有标题：“{excerpt(item.said)}”",
                "请在材料里给它写上标题",
            )

    def whole(self, node: Node) -> Passage:
        """All that stands below a heading, with the marks between."""
        return covering(node.passages(), lambda line: self.ledger.document.lines[line].text)


def _groups(node: Node, *, sure: bool) -> bool:
    """Whether a heading only holds items together, as the title of a section does.

    `sure` tells that it is a section's title; any other must have nothing but headings below it.
    """
    if not node.children or not node.alone:
        return False
    if sure:
        return all(child.heading.stretches or child.body for child in node.children)
    return not node.body and all(child.heading.stretches for child in node.children)


def _first_line(passage: Passage) -> int:
    stop = passage.text.find("\n")
    return len(passage.text) if stop < 0 else stop
