"""Which entries of edits.yaml stay, which are written anew, which go: a plan for what is wanted.

Only entries with `at` or `add` are touched, and of those only what was in effect when the copy was built, or
was written for the same copy. An entry that says what is asked for already is left as it stands.
"""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

from reportctl.model.fields import english_key
from reportctl.review.likeness import likeness
from reportctl.review.places import HEADER, dash_of, end_of_value, is_block
from reportctl.sources.events import start_of
from reportctl.text.clauses import merge
from reportctl.text.marks import normalise_line

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence, Set

    from reportctl.model.files import EditsFile
    from reportctl.review.decisions import Decision, Entry

_SAID = frozenset(("was", "by", "reason", "id"))
"""What of an entry does not change the report."""
_LIKE = 0.5


class Existing(NamedTuple):
    """A final decision in edits.yaml: its number in the file, its data with English keys, the range of text.

    `key` is what a snapshot calls it where it was in effect. `ours` tells that it stands below the header,
    where `reconcile` wrote it.
    """

    number: int
    key: str
    entry: Entry
    start: int
    end: int
    ours: bool


class EditsPlan(NamedTuple):
    """What becomes of the file: entries to be written for old ones (None: gone), new ones behind all others.

    By their index `fresh` are the decisions that the file did not say before, `conflicts` those that are not
    written, each with the entry that says otherwise. `contested` are the keys of entries that the copy takes
    back and that somebody has changed since it was built: they stay.
    """

    replaced: dict[int, Entry | None]
    added: list[Entry]
    conflicts: dict[int, Existing]
    fresh: frozenset[int]
    contested: frozenset[str] = frozenset()

    @property
    def changes(self) -> bool:
        """Whether there is anything to write."""
        return bool(self.replaced or self.added)


def existing(edits: EditsFile | None) -> tuple[Existing, ...]:
    """The sound final decisions that stand in a file."""
    if edits is None:
        return ()
    file = edits.yaml
    text = file.source.text
    header = text.find(HEADER)
    found = []
    for index, decision in edits.finals:
        node = file.node((index,))
        start = dash_of(text, start_of(node)) if is_block(file) else start_of(node)
        end = end_of_value(text, node)
        found.append(Existing(index, decision.key, _plain(decision), start, end, ours=0 <= header < start))
    return tuple(found)


def _plain(model: Any) -> Entry:
    """A model as data with English keys, without what it does not say."""
    found = {}
    for field in fields(model):
        value = getattr(model, field.name)
        if value:
            found[english_key(field.name)] = _plain_value(value)
    return found


def _plain_value(value: Any) -> Any:
    if isinstance(value, tuple):
        return [_plain_value(item) for item in value]
    return _plain(value) if is_dataclass(value) else value


class WantedDecision(NamedTuple):
    """A decision, who wants it, and the words that its paragraph was printed with, "" for an added one."""

    decision: Decision
    by: str
    printed: str = ""


class EffectiveKeys(NamedTuple):
    """Keys of the entries that were in effect when a copy was built; `changed` say something else by now."""

    keys: Set[str]
    changed: Set[str] = frozenset()


def plan(wanted: Sequence[WantedDecision], there: Sequence[Existing], in_effect: EffectiveKeys) -> EditsPlan:
    """What has to be written so that the file says what is wanted."""
    planning = _Planning(wanted, there, in_effect)
    for number in range(len(wanted)):
        planning.settle(number)
    return planning.done()


class _Planning:
    def __init__(
        self, wanted: Sequence[WantedDecision], there: Sequence[Existing], in_effect: EffectiveKeys
    ) -> None:
        self._wanted = wanted
        self._there = there
        self._in_effect = in_effect
        self._left = list(there)
        self._renamed: dict[str, str] = {}
        self._is_new_order = _is_new_order([each.decision for each in wanted], there, in_effect.keys)
        self._made = EditsPlan({}, [], {}, frozenset())
        self._fresh: set[int] = set()

    def settle(self, number: int) -> None:
        """What becomes of one decision."""
        decision, by, printed = self._wanted[number]
        entry = _renamed(decision.entry, self._renamed)
        old = _counterpart(entry, self._left, self._in_effect.keys, by)
        if old is None and not decision.new:
            return  # somebody has taken the decision out of the file since the copy was built
        if old is None:
            entry = _free_id(entry, self._there, self._renamed)
            self._made.added.append(_signed(entry, by))
            self._fresh.add(number)
            return
        self._left.remove(old)
        if "add" in entry and old.entry.get("id") != entry["id"]:
            self._renamed[entry["id"]] = old.entry["id"]
            entry = {**entry, "id": old.entry["id"]}
        if _says_same(entry, old.entry) or not (decision.new or (self._is_new_order and _orders(entry))):
            return
        if self._may_replace(entry, old, by):
            new: Entry | None = _signed(_keeping(entry, old.entry), by or str(old.entry.get("by", "")))
        else:
            new = _together(old, entry, printed, by)
        if new is None:
            self._made.conflicts[number] = old
        elif not _says_same(new, old.entry):
            self._made.replaced[old.number] = new
            self._fresh.add(number)

    def _may_replace(self, entry: Entry, old: Existing, by: str) -> bool:
        """Whether an entry is what the copy was built with, or what the same people wanted of that build."""
        if old.key in self._in_effect.keys and old.key not in self._in_effect.changed:
            return True
        is_of_this_build = "add" in entry or entry.get("was") == old.entry.get("was")
        return bool(by) and old.ours and old.entry.get("by", "") == by and is_of_this_build

    def done(self) -> EditsPlan:
        """The plan, without the entries that were in effect and that nobody wants any more."""
        unwanted = [old for old in self._left if old.key in self._in_effect.keys]
        contested = frozenset(old.key for old in unwanted) & self._in_effect.changed
        self._made.replaced.update({old.number: None for old in unwanted if old.key not in contested})
        return self._made._replace(fresh=frozenset(self._fresh), contested=contested)


def _together(old: Existing, entry: Entry, printed: str, by: str) -> Entry | None:
    """One entry of what one copy wrote and what another wants, None where they want different things."""
    if not old.ours or "add" in entry or "omit" in entry or "omit" in old.entry:
        return None
    new = {**entry, **old.entry}
    for key in ("as", "move", "from"):
        if key in entry and entry[key] != new[key]:
            return None
    if "text" in entry and "text" in old.entry:
        merged = merge(printed, [normalise_line(str(old.entry["text"])), entry["text"]])
        if merged.clashes:
            return None
        new["text"] = merged.text
    names = [name for said in (str(old.entry.get("by", "")), by) for name in said.split("、") if name]
    return _signed(new, "、".join(dict.fromkeys(names)))


def _orders(entry: Entry) -> bool:
    """Whether an entry says where a paragraph stands."""
    return "add" in entry or "move" in entry


def _is_new_order(wanted: Sequence[Decision], there: Sequence[Existing], in_effect: Set[str]) -> bool:
    """Whether the copy adds, moves or takes away a paragraph that others may stand behind."""
    if any(decision.new and _orders(decision.entry) for decision in wanted):
        return True
    kept = {_name(decision.entry) for decision in wanted if _orders(decision.entry)}
    return any(_orders(old.entry) and old.key in in_effect and _name(old.entry) not in kept for old in there)


def _name(entry: Entry) -> tuple[Any, ...]:
    return (entry["id"],) if "add" in entry else _place(entry)


def _counterpart(entry: Entry, left: Sequence[Existing], in_effect: Set[str], by: str) -> Existing | None:
    """The entry that speaks of the same paragraph: that of this place, or the same addition."""
    if "add" not in entry:
        place = _place(entry)
        return next((old for old in left if "add" not in old.entry and _place(old.entry) == place), None)
    additions = [old for old in left if "add" in old.entry]
    same = [old for old in additions if old.entry.get("id") == entry["id"] and old.key in in_effect]
    same += [old for old in additions if old.key not in in_effect and _says_same(entry, old.entry)]
    same += [
        old
        for old in additions
        if old.key not in in_effect
        and old.ours
        and old.entry.get("by", "") == by
        and old.entry.get("after") == entry.get("after")
        and likeness(str(old.entry.get("text", "")), entry["text"]) >= _LIKE
    ]
    return same[0] if same else None


def _place(entry: Entry) -> tuple[Any, ...]:
    return entry.get("at"), normalise_line(str(entry.get("heading", ""))), entry.get("paragraph", 0) or 0


def _says_same(one: Entry, other: Entry) -> bool:
    """Whether two entries make the same of the report."""
    return _effect(one) == _effect(other)


def _effect(entry: Entry) -> dict[str, Any]:
    said = {key: value for key, value in entry.items() if key not in _SAID and value not in (False, None, "")}
    if "text" in said:
        said["text"] = normalise_line(str(said["text"]))
    return said


def _keeping(entry: Entry, old: Entry) -> Entry:
    """The entry with the reason that a person gave for the old one."""
    return {**entry, "reason": old["reason"]} if old.get("reason") else entry


def _signed(entry: Entry, by: str) -> Entry:
    return {**entry, "by": by} if by else entry


def _renamed(value: Any, names: Mapping[str, str]) -> Any:
    """The entry with additions called by their ids in the file."""
    if isinstance(value, dict):
        return {
            key: names.get(item, item) if key == "new" else _renamed(item, names)
            for key, item in value.items()
        }
    return [_renamed(item, names) for item in value] if isinstance(value, list) else value


def _free_id(entry: Entry, there: Sequence[Existing], renamed: dict[str, str]) -> Entry:
    """The addition with an id that nothing else in the file has."""
    if "add" not in entry:
        return entry
    taken = {old.entry.get("id") for old in there} | set(renamed.values())
    name, count = entry["id"], 0
    while name in taken:
        count += 1
        name = f"new-{count}"
    renamed[entry["id"]] = name
    return {**entry, "id": name}
