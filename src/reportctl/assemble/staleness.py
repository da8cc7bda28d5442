"""Final decisions whose paragraph has become another since, and whether both changes go together."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from reportctl.assemble.codes import STALE_EDIT
from reportctl.findings import Related, Span
from reportctl.text.clauses import merge
from reportctl.text.marks import normalise_line

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from reportctl.document import Origin
    from reportctl.findings import Finding
    from reportctl.model.files import EditsFile
    from reportctl.model.finals import FinalDecision
    from reportctl.snapshot import BuiltParagraph, SnapshotParagraph
    from reportctl.text.clauses import ClauseClash

_SHORT, _NAME = 90, 20
ItemKey = tuple[str, str, str]
"""Department, part and heading of an item as it was handed in."""


class PastBuilds(NamedTuple):
    """What is known of former builds and of the items' decisions.

    `find` gives the paragraph of a former build by the fingerprint of its words as built, None where no build
    had it. `unsettled` are the items of decisions that are stale themselves, with the lines of those.
    """

    find: Callable[[str], SnapshotParagraph | None] = lambda _: None
    unsettled: Mapping[ItemKey, int] = {}

    def rests_on(self, was: str, origins: Iterable[Origin] = ()) -> int:
        """The line of the stale decision to be settled before one of this fingerprint, 0 for none."""
        if not self.unsettled:
            return 0
        before = self.find(was)
        known = (*origins, *(before.origins if before is not None else ()))
        keys = ((origin.department, origin.part, origin.heading) for origin in known)
        return min((self.unsettled[key] for key in keys if key in self.unsettled), default=0)


class StaleDecision(NamedTuple):
    """A decision over words that have changed since.

    `number` is its index in edits.yaml; `now` are the words as built today, `was` their fingerprint, `then`
    those that it was taken over, None where no build is known that had them; `called` is what the paragraph
    is called, `departments` whom it comes from. `rests_on` is the line of a
    stale decision that comes first, 0 for none. `clashes` are the clauses that both have changed: those of
    the decision, then those of today.
    """

    number: int
    decision: FinalDecision
    called: str
    departments: tuple[str, ...]
    now: str
    was: str
    then: str | None
    rests_on: int
    proposal: str | None
    clashes: tuple[ClauseClash, ...] = ()

    @property
    def can_refresh(self) -> bool:
        """Whether the decision and what has changed go together: `proposal` is the text then, "" for none."""
        return self.proposal is not None


def stale_decision(
    number: int, decision: FinalDecision, paragraph: BuiltParagraph, was: str, past: PastBuilds
) -> StaleDecision:
    """What has become of the paragraph that a decision meets by its place alone."""
    block = paragraph.built
    origins = () if block is None else block.origins
    now = normalise_line("" if block is None else block.text)
    old = decision.was.strip().lower()
    before = past.find(old)
    then = None if before is None else normalise_line(before.built or "")
    rests_on = past.rests_on(old, origins)
    proposal: str | None = None
    clashes: tuple[ClauseClash, ...] = ()
    if decision.words and then is not None:
        merged = merge(then, [normalise_line(decision.words), now])
        clashes = merged.clashes
        proposal = None if clashes or rests_on else merged.text
    elif not decision.words and not decision.omit and not rests_on:
        proposal = ""  # where a paragraph stands, or what it is, has nothing to do with its words
    departments = tuple(dict.fromkeys(origin.department for origin in origins if origin.department))
    called = paragraph.heading or short(now, _NAME)
    return StaleDecision(number, decision, called, departments, now, was, then, rests_on, proposal, clashes)


def report(stale: StaleDecision, built: BuiltParagraph, edits: EditsFile) -> Finding:
    """What is said of it: both texts, and what they would make together."""
    path = (stale.number,)
    text = stale.decision.words
    message = f"“{stale.called}”这一段后来变了\uff1a指纹由 {stale.decision.was} 变为 {stale.was}"
    origins = () if built.built is None else built.built.origins
    related = [
        Related(
            Span(origin.file, origin.line, origin.column, origin.line, origin.column),
            f"现在\uff1a{stale.now}",
        )
        for origin in origins[:1]
    ]
    if text:
        related.append(Related(edits.span((*path, "text")), f"改稿\uff1a{text}"))
    if stale.proposal:
        related.append(Related(edits.span((*path, "text")), f"合起来\uff1a{stale.proposal}"))
    return STALE_EDIT.at(edits.span((*path, "was")), message, _hint(stale), related=related)


def _hint(stale: StaleDecision) -> str:
    text = stale.decision.words
    drafted = f"\uff1b这条决定写的是“{short(text)}”" if text else ""
    both = f"现在是“{short(stale.now)}”{drafted}"
    if stale.rests_on:
        return f"{both}。先改好第 {stale.rests_on} 行过期的决定\uff0c再看这一条"
    if stale.can_refresh:
        words = f"改的是不同的分句\uff0c合起来是“{short(stale.proposal or '')}”" if stale.proposal else both
        by_hand = f"手写的\uff0c改好这条决定\uff0c把 was 改为 {stale.was}"
        return f"{words}。reconcile 写的\uff0c运行 reportctl reconcile --refresh 照此写入\uff1b{by_hand}"
    at_odds = "".join(
        f"\uff1b两边都改了“{short(clash.old)}”\uff1a改稿“{short(clash.texts[0])}”"
        f"\uff0c现在“{short(clash.texts[1])}”"
        for clash in stale.clashes
    )
    return f"{both}{at_odds}。看过以后改好这条决定\uff0c把 was 改为 {stale.was}"


def short(text: str, most: int = _SHORT) -> str:
    """The text, or how it begins."""
    return text if len(text) <= most else f"{text[:most]}……"
