"""Which paragraph each final decision means, and which decisions can be made."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from reportctl.assemble import codes
from reportctl.assemble.arranging import START, ringed
from reportctl.assemble.meeting import BuiltParagraphs
from reportctl.assemble.soundness import fault
from reportctl.assemble.staleness import StaleDecision, report, short, stale_decision
from reportctl.document import BlockType, Origin
from reportctl.suggest import name_hint

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence, Set

    from reportctl.assemble.arranging import Place
    from reportctl.assemble.meeting import Name
    from reportctl.assemble.outline import Outline
    from reportctl.assemble.staleness import PastBuilds
    from reportctl.findings import Finding, Rule
    from reportctl.model.files import EditsFile
    from reportctl.model.finals import Anchor, FinalDecision
    from reportctl.snapshot import BuiltParagraph
    from reportctl.sources import Path

_CASTS = frozenset(
    {
        *(BlockType.CHAPTER, BlockType.SECTION, BlockType.ITEM, BlockType.POINT),
        *(BlockType.OPENING, BlockType.CLOSING),
    }
)
"""What may become an item, a paragraph, a section or a chapter."""
_DOES = {"text": "改写", "move": "移动", "as": "改作别的", "omit": "删去"}


class Resolved(NamedTuple):
    """A decision that can be made.

    `number` is its index in the file, `place` the paragraph that it meets or adds, `anchor` what that is to
    stand behind (None: it stays), `sources` are the positions of the paragraphs in `from`, `origin` is its
    own place in edits.yaml.
    """

    number: int
    decision: FinalDecision
    place: Place
    anchor: Place | None
    sources: tuple[int, ...]
    origin: Origin


class MetName(NamedTuple):
    """A mapping of edits.yaml that names a paragraph as built, its `was` as written, and the position."""

    path: Path
    was: str
    position: int


class Resolution(NamedTuple):
    """The decisions that can be made, in the file's order; every name that was met; what is wrong."""

    made: tuple[Resolved, ...]
    met: tuple[MetName, ...]
    findings: tuple[Finding, ...]
    stale: tuple[StaleDecision, ...]


def resolve(
    paragraphs: Sequence[BuiltParagraph],
    edits: EditsFile,
    outline: Outline,
    hidden: Set[BlockType],
    past: PastBuilds,
) -> Resolution:
    """What each decision of the file means; an element that the form hides need not be there."""
    resolver = _Resolver(paragraphs, edits, outline, hidden, past)
    made = tuple(resolver.unringed(list(resolver.unclashed(resolver.resolved()))))
    return Resolution(made, tuple(resolver.met), tuple(resolver.findings), tuple(resolver.stale))


class _Resolver:
    def __init__(
        self,
        paragraphs: Sequence[BuiltParagraph],
        edits: EditsFile,
        outline: Outline,
        hidden: Set[BlockType],
        past: PastBuilds,
    ) -> None:
        self.paragraphs = paragraphs
        self.past = past
        self.built = BuiltParagraphs(paragraphs, outline)
        self.edits = edits
        self.hidden = hidden
        self.ids = {decision.id for _, decision in edits.finals if decision.add and decision.id}
        self.met: list[MetName] = []
        self.findings: list[Finding] = []
        self.stale: list[StaleDecision] = []

    # --- what is meant ---------------------------------------------------------------------------------

    def resolved(self) -> Iterator[Resolved]:
        """The decisions that are sound and find all paragraphs that they name."""
        for index, decision in self.edits.finals:
            unsound = fault(decision)
            if unsound is not None:
                self._note(codes.BAD_EDIT, (index,), unsound.message, unsound.hint)
                continue
            place = self._added(index, decision) if decision.add else self._target(index, decision)
            anchor = self._anchor(index, decision)
            sources = [
                self._find(name, (index, "from", number)) for number, name in enumerate(decision.from_)
            ]
            if place is None or anchor is _NOWHERE or None in sources:
                continue
            span = self.edits.start_span((index,))
            origin = Origin("", "", "", span.file, span.line, span.column, (decision.words,))
            known = tuple(source for source in sources if source is not None)
            yield Resolved(index, decision, place, anchor, known, origin)

    def _added(self, index: int, decision: FinalDecision) -> Place:
        return decision.id or f"added-{index + 1}"

    def _target(self, index: int, decision: FinalDecision) -> int | None:
        if decision.omit and not (decision.reason or decision.by):
            hint = "加上一行“reason: ……”，或写明改稿人（by）"
            self._note(codes.EDIT_WITHOUT_REASON, (index,), "删去内容而没有写理由（reason）", hint)
        position = self._find(decision, (index,), decision)
        if position is None:
            return None
        if not decision.was:
            hint = f"写上 was: {self.built.was(position)}\uff0c或运行 validate --fix"
            message = f"决定没有指纹\uff08{self._called(position)}\uff09"
            self._note(codes.EDIT_WITHOUT_WAS, (index,), message, hint)
        block = self.paragraphs[position].built
        if decision.as_ and (block is None or block.type not in _CASTS):
            hint = "标题、主送机关、署名和日期只能改写、移动或删去"
            self._note(codes.BAD_EDIT, (index,), "只有正文的段落能改作条目、段落、小节或章", hint)
            return None
        return position

    def _anchor(self, index: int, decision: FinalDecision) -> Place | None:
        """What the paragraph is to stand behind; `_NOWHERE` where that is not there."""
        path: Path = (index, "after")
        anchor = decision.after
        if decision.move is not None:
            path, anchor = (index, "move", "after"), decision.move.after
        if anchor is None:
            return None
        if anchor.new:
            if anchor.new in self.ids:
                return anchor.new
            hint = name_hint(anchor.new, self.ids) or "检查新增那一条的编号（id）"
            self._note(codes.UNMET_EDIT, path, f"没有编号是“{anchor.new}”的新增段落", hint)
            return _NOWHERE
        anchor = replace(anchor, at=anchor.at or decision.at)
        found = self._beginning(anchor, path) if anchor.first else self._find(anchor, path)
        return _NOWHERE if found is None else found

    def _beginning(self, anchor: Anchor, path: Path) -> int | None:
        """Behind the title of a place; of an element, before it; of no place, before the document's title."""
        if not anchor.at:
            is_notice = bool(self.paragraphs) and not self.paragraphs[0].at
            return 0 if is_notice else START
        title = self.built.title(anchor.at)
        if title is None:
            self._unmet(anchor, path)
            return None
        block = self.paragraphs[title].built
        is_place = block is not None and block.type in {BlockType.CHAPTER, BlockType.SECTION}
        return title if is_place else title - 1

    def _find(self, name: Name, path: Path, decision: FinalDecision | None = None) -> int | None:
        """The position of a paragraph that is still what was seen; what it is not is reported."""
        meeting = self.built.find(name)
        is_hidden = len(path) == 1 and self.built.place(name.at) in self.hidden
        if meeting is not None and meeting.fresh:
            self.met.append(MetName(path, name.was, meeting.position))
            return meeting.position
        if not is_hidden:
            if meeting is None:
                self._unmet(name, path)
            else:
                self._stale(meeting.position, name, path, decision)
        return None

    # --- what does not go together ---------------------------------------------------------------------

    def unclashed(self, resolved: Iterator[Resolved]) -> Iterator[Resolved]:
        """The decisions that set what none before them has set."""
        claimed: dict[tuple[Place, str], tuple[int, str]] = {}
        for each in resolved:
            decision = each.decision
            sets = {"text": decision.words, "move": decision.move, "as": decision.as_}
            does = [word for word, value in sets.items() if value] if not decision.omit else ["omit"]
            names = [*_DOES] if decision.omit else ["omit", *does]
            if decision.add:
                names = does = ["add"]
            earlier = next(
                (claimed[each.place, name] for name in names if (each.place, name) in claimed), None
            )
            if earlier is not None:
                self._clash(each, does[0], *earlier)
                continue
            # an omission meets whatever else is said of the paragraph
            taken = [*_DOES] if decision.omit else [*does]
            claimed |= {(each.place, name): (each.number, does[0]) for name in taken}
            yield each

    def _clash(self, each: Resolved, does: str, earlier: int, did: str) -> None:
        line = self.edits.start_span((earlier,)).line
        if each.decision.add:
            message = f"编号“{each.place}”在第 {line} 行已经用过"
            self._note(codes.CLASHING_EDIT, (each.number,), message, "换一个编号（id）")
            return
        message = f"与第 {line} 行的决定改的是同一段的同一处"
        if does != did:
            message = f"与第 {line} 行的决定说的是同一段\uff1a那里{_DOES[did]}\uff0c这里{_DOES[does]}"
        self._note(
            codes.CLASHING_EDIT,
            (each.number,),
            f"{message}\uff08{self._called(each.place)}\uff09",
            "只留其中一条",
        )

    def unringed(self, made: list[Resolved]) -> list[Resolved]:
        """The decisions without those that stand behind themselves, or behind what is not added after all."""
        behind = {each.place: each.anchor for each in made if each.anchor is not None}
        ring = ringed(behind)
        inside = [each for each in made if each.anchor is not None and each.place in ring]
        for each in inside[-1:]:
            lines = "、".join(str(self.edits.start_span((other.number,)).line) for other in inside)
            message = f"第 {lines} 行的决定互相指着对方之后\uff0c排不出先后"
            self._note(codes.CLASHING_EDIT, (each.number,), message, "改其中一条的 after（之后）")
        left = [each for each in made if each not in inside]
        while True:
            added = {each.place for each in left if each.decision.add}
            kept = [each for each in left if not isinstance(each.anchor, str) or each.anchor in added]
            if len(kept) == len(left):
                return left
            left = kept

    # --- what is said ----------------------------------------------------------------------------------

    def _unmet(self, name: Name, path: Path) -> None:
        what = f"{name.at}" + (f"“{name.heading}”" if name.heading else "")
        what += f"第 {name.paragraph} 段" if name.paragraph else ""
        message = f"没有找到这条决定说的段落\uff1a{what or name.was}"
        line = self.past.rests_on(name.was.strip().lower())
        first = f"先改好第 {line} 行过期的决定\uff0c再看这一条" if line else ""
        self._note(codes.UNMET_EDIT, path, message, first or self.built.hint(name))

    def _stale(self, position: int, name: Name, path: Path, decision: FinalDecision | None) -> None:
        """The paragraph has become another: both texts, so that the editor can make one of them."""
        paragraph, now = self.paragraphs[position], self.built.was(position)
        if decision is not None and isinstance(path[0], int):
            stale = stale_decision(path[0], decision, paragraph, now, self.past)
            self.stale.append(stale)
            self.findings.append(report(stale, paragraph, self.edits))
            return
        words = "" if paragraph.built is None else paragraph.built.text
        message = f"“{self._called(position)}”这一段后来变了\uff1a指纹由 {name.was} 变为 {now}"
        hint = f"现在是“{short(words)}”。看过以后改好这条决定\uff0c把 was 改为 {now}"
        self.findings.append(codes.STALE_EDIT.at(self.edits.span((*path, "was")), message, hint))

    def _called(self, place: Place) -> str:
        paragraph = self.paragraphs[place] if isinstance(place, int) else None
        if paragraph is None or paragraph.built is None:
            return str(place)
        return paragraph.heading or short(paragraph.built.text, 20)

    def _note(self, rule: Rule, path: Path, message: str, hint: str) -> None:
        self.findings.append(rule.at(self.edits.start_span(path), message, hint))


_NOWHERE: Place = ""
"""An anchor that is not there: no added paragraph has an empty id."""
