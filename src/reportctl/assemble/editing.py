"""The editor's decisions of edits.yaml, applied to items as they were handed in."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from reportctl.assemble import codes
from reportctl.assemble.entries import Entry, cause_of, heading_of, joined, paragraphs_of, point_of
from reportctl.assemble.selecting import Selection
from reportctl.document import Role, Run
from reportctl.text.marks import normalise, normalise_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Set

    from reportctl.assemble.staleness import ItemKey
    from reportctl.document import Omitted, Origin
    from reportctl.findings import Finding, Rule
    from reportctl.model.edits import Edit, ItemChange
    from reportctl.model.files import EditsFile
    from reportctl.sources import Path

_DONE = {"set": "改写", "omit": "删去", "merge": "合并"}
_FIELDS = ("heading", "text", "points", "cause", "section", "order")


@dataclass(slots=True)
class Edited:
    """What is left after editing, what was left out, and what was wrong with the decisions.

    `unsettled` are the items of stale decisions, each with the line of the first.
    """

    entries: list[Entry]
    unsettled: dict[ItemKey, int] = field(default_factory=dict)
    omitted: list[Omitted] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)


def apply_edits(
    entries: list[Entry],
    edits: EditsFile | None,
    names: Mapping[str, str],
    unread: Set[str] = frozenset(),
) -> Edited:
    """The items after the editor's decisions; `names` leads from each name and alias to the roster's name.

    Of the departments in `unread` nobody knows the items: decisions on them meet nothing, without a word.

    Decisions meet items as handed in: first single ones are changed and left out by name, then joined,
    then what no decision names is left out by `keep` and by omits without a heading.
    """
    if edits is None or not edits.edits:
        return Edited(entries)
    return _Editing(entries, edits, names, unread).run()


class _Editing:
    def __init__(
        self, entries: list[Entry], edits: EditsFile, names: Mapping[str, str], unread: Set[str]
    ) -> None:
        self.edits = edits
        self.unread = unread
        self.entries = entries
        self.items = Selection(entries, names)
        self.named: set[int] = set()
        self.gone: set[int] = set()
        self.kept: set[int] = set()
        self.merged: dict[int, Entry] = {}
        self.result = Edited(entries)

    def run(self) -> Edited:
        sound = [(index, edit) for index, edit in self.edits.edits if self._is_sound(index, edit)]
        for index, edit in sound:
            if edit.set is not None:
                self._set(index, edit, edit.set)
            elif edit.omit and edit.heading:
                self._omit_named(index, edit)
        for index, edit in sound:
            if edit.merge is not None:
                self._merge(index, edit)
        keeps = [(index, edit, edit.keep) for index, edit in sound if edit.keep is not None]
        for index, edit, headings in keeps:
            self._keep(index, edit, headings)
        for _, edit, _ in keeps:
            self._leave_out(edit, self.named)
        for index, edit in sound:
            if edit.omit and not edit.heading:
                self._omit_rest(index, edit)
        self.result.entries = list(self._left())
        return self.result

    def _left(self) -> Iterable[Entry]:
        """What has not been left out; merged items stand as one where the first of them stood."""
        return dict.fromkeys(
            self.merged.get(id(entry), entry) for entry in self.entries if id(entry) not in self.gone
        )

    # --- selecting -----------------------------------------------------------------------------------

    def _is_sound(self, index: int, edit: Edit) -> bool:
        if len(edit.kinds) != 1 or (edit.into is not None and edit.merge is None):
            hint = "每条只写一件事：omit: true、set: {……}、merge: [……] 加 into: {……}，或 keep: [……]"
            self._note(codes.BAD_EDIT, (index,), "这条决定没有写明一件事", hint)
            return False
        if edit.keep is not None and edit.heading:
            hint = "删去 heading（标题）；要留下的标题都写在 keep 里"
            self._note(codes.BAD_EDIT, (index,), "keep（保留）说的是整个部分，不能再写标题", hint)
            return False
        if not edit.reason and (edit.omit or edit.keep is not None):
            hint = "加上一行“reason: ……”"
            self._note(codes.EDIT_WITHOUT_REASON, (index,), "删去内容而没有写理由（reason）", hint)
        return True

    def _met(self, found: list[Entry], path: Path, part: str, department: str, heading: str) -> bool:
        if found:
            return True
        if self.unread and (not department or self.items.name(department) in self.unread):
            return False
        what = f"{department or '各部门'}的 {part}" + (f"“{heading}”" if heading else "")
        stranger = self.items.stranger(department)
        if stranger:
            what += f"\uff0c名单里没有“{stranger}”这个部门"
        hint = self.items.hint(part, department, heading) or "检查部门、部分（part）和标题；或删去这条决定"
        self._note(codes.UNMET_EDIT, path, f"没有找到这条决定说的条目：{what}", hint)
        return False

    def _fresh(self, found: list[Entry], was: str, path: Path) -> list[Entry]:
        """The entries that are still what the editor saw."""
        fresh = []
        for entry in found:
            origin = entry.origins[0]
            if not was:
                hint = f"写上 was: {origin.was}\uff0c或运行 validate --fix"
                self._note(codes.EDIT_WITHOUT_WAS, path, f"决定没有指纹（{origin.department}）", hint)
                fresh.append(entry)
            elif was.strip().lower() == origin.was:
                fresh.append(entry)
            elif origin.department in self.unread:
                continue
            else:
                new, now = _short("".join(origin.words)), origin.was
                message = f"{origin.department}后来改了这一条：指纹由 {was} 变为 {now}"
                hint = f"新稿在 {origin.file} 第 {origin.line} 行：“{new}”；确认后把 was 改为 {now}"
                self._note(codes.STALE_EDIT, (*path, "was"), message, hint)
                self._unsettle(int(path[0]), [entry])
        return fresh

    # --- deciding ------------------------------------------------------------------------------------

    def _set(self, index: int, edit: Edit, change: ItemChange) -> None:
        found = self.items.find(edit.part, edit.department, edit.heading)
        self.named |= {id(entry) for entry in found}
        if not self._met(found, (index,), edit.part, edit.department, edit.heading):
            return
        for entry in self._fresh(found, edit.was, (index,)) if edit.heading else found:
            if self._claims(
                entry, index, [name for name in _FIELDS if getattr(change, name) is not None], "set"
            ):
                _rewrite(entry, change)

    def _omit_named(self, index: int, edit: Edit) -> None:
        found = self.items.find(edit.part, edit.department, edit.heading)
        self.named |= {id(entry) for entry in found}
        if not self._met(found, (index,), edit.part, edit.department, edit.heading):
            return
        for entry in self._fresh(found, edit.was, (index,)):
            if self._claims(entry, index, list(_FIELDS), "omit"):
                self._drop(entry, edit.reason)

    def _unsettle(self, index: int, entries: Iterable[Entry]) -> None:
        """No final decision over what is written from these items can be sure of its words."""
        line = self.edits.start_span((index,)).line
        for origin in (origin for entry in entries for origin in entry.origins):
            self.result.unsettled.setdefault((origin.department, origin.part, origin.heading), line)

    def _merge(self, index: int, edit: Edit) -> None:
        members: list[Entry] = []
        named: list[Entry] = []
        for position, selector in enumerate(edit.merge or ()):
            path: Path = (index, "merge", position)
            found = self.items.find(edit.part, selector.department, selector.heading)
            self.named |= {id(entry) for entry in found}
            if self._met(found, path, edit.part, selector.department, selector.heading):
                named += found
                fresh = self._fresh(found, selector.was, path)
                members.extend(entry for entry in fresh if self._claims(entry, index, ["merge"], "merge"))
        if len(members) < len(named):
            self._unsettle(index, named)
        if len(members) < 2:
            return
        into = edit.into
        whole = joined(members)
        if into is not None:
            _rewrite(whole, into)
        self.named.add(id(whole))
        self.merged |= {id(entry): whole for entry in members}

    def _keep(self, index: int, edit: Edit, headings: tuple[str, ...]) -> None:
        """Mark what is kept, behind what is kept already; the rest goes when all have spoken."""
        first = len(self.kept)
        now: dict[str, list[Entry]] = {}
        for entry in self._left():
            if entry.part == edit.part:
                now.setdefault(entry.heading, []).append(entry)
        for position, heading in enumerate(headings):
            wanted = heading_of(normalise_line(heading))
            there = self.items.find(edit.part, edit.department, heading)
            found = [entry for entry in there if id(entry) not in self.gone] or now.get(wanted, [])
            if self._met(found, (index, "keep", position), edit.part, edit.department, heading):
                for entry in found:
                    self.merged.get(id(entry), entry).kept = first + position
                    self.kept.add(id(entry))
        self.named |= self.kept

    def _omit_rest(self, index: int, edit: Edit) -> None:
        found = self.items.find(edit.part, edit.department, "")
        if self._met(found, (index,), edit.part, edit.department, ""):
            self._leave_out(edit, self.named)

    def _leave_out(self, edit: Edit, spared: set[int]) -> None:
        for entry in self.items.find(edit.part, edit.department, ""):
            if id(entry) not in spared and id(entry) not in self.gone:
                self._drop(entry, edit.reason)

    def _drop(self, entry: Entry, reason: str) -> None:
        self.gone.add(id(entry))
        self.result.omitted.extend(entry.omitted(reason))

    def _claims(self, entry: Entry, index: int, names: list[str], kind: str) -> bool:
        """Whether the edit may set these fields of the entry: no other has set one of them."""
        touched = entry.touched = entry.touched or {}
        earlier = next((touched[name] for name in names if name in touched), None)
        if earlier is not None:
            line = self.edits.start_span((earlier,)).line
            message = f"与第 {line} 行的决定{self._clash(earlier, kind)}（{entry.heading or '无标题'}）"
            self._note(codes.CLASHING_EDIT, (index,), message, "只留其中一条")
            return False
        touched |= dict.fromkeys(names, index)
        if kind == "omit":
            touched["merge"] = index
        return True

    def _clash(self, earlier: int, kind: str) -> str:
        before = next(edit.kinds[0] for index, edit in self.edits.edits if index == earlier)
        if before == kind == "set":
            return "改的是同一条目的同一处"
        return f"说的是同一条目：那里{_DONE[before]}，这里{_DONE[kind]}"

    def _note(self, rule: Rule, path: Path, message: str, hint: str) -> None:
        file = self.edits
        span = file.span(path) if isinstance(path[-1], str) else file.start_span(path)
        self.result.findings.append(rule.at(span, message, hint))


def _rewrite(entry: Entry, change: ItemChange) -> None:
    origins: tuple[Origin, ...] = entry.origins
    if change.heading is not None:
        entry.heading = heading_of(normalise_line(change.heading))
    if change.text is not None:
        entry.write(paragraphs_of(normalise(change.text)))
    if change.points is not None:
        points = [point_of(normalise_line(point)) for point in change.points if point.strip()]
        entry.points = tuple(Run(point, Role.TEXT, origins) for point in points)
    if change.cause is not None:
        cause = normalise_line(change.cause)
        entry.causes = (Run(cause_of(cause), Role.TEXT, origins),) if cause else ()
    if change.section is not None:
        entry.section = change.section.strip()
    if change.order is not None:
        entry.order = change.order


def _short(text: str) -> str:
    return text if len(text) <= 40 else f"{text[:40]}……"
