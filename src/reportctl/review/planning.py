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

    By their index `fresh` are the decisions that the file did not say before, `conflicts` those that it says
    otherwise and that are not written.
    """

    replaced: dict[int, Entry | None]
    added: list[Entry]
    conflicts: frozenset[int]
    fresh: frozenset[int]

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


def plan(
    wanted: Sequence[Decision], there: Sequence[Existing], in_effect: Set[str], people: Sequence[str]
) -> EditsPlan:
    """What has to be written so that the file says what is wanted; `people` gives who wants each decision."""
    replaced: dict[int, Entry | None] = {}
    added: list[Entry] = []
    conflicts: set[int] = set()
    fresh: set[int] = set()
    left = list(there)
    renamed: dict[str, str] = {}
    is_new_order = _is_new_order(wanted, there, in_effect)
    for number, decision in enumerate(wanted):
        entry = _renamed(decision.entry, renamed)
        by = people[number]
        old = _counterpart(entry, left, in_effect, by)
        if old is None and not decision.new:
            continue  # somebody has taken the decision out of the file since the copy was built
        if old is None:
            entry = _free_id(entry, there, renamed)
            added.append(_signed(entry, by))
            fresh.add(number)
            continue
        left.remove(old)
        if "add" in entry and old.entry.get("id") != entry["id"]:
            renamed[entry["id"]] = old.entry["id"]
            entry = {**entry, "id": old.entry["id"]}
        if _says_same(entry, old.entry) or not (decision.new or (is_new_order and _orders(entry))):
            continue
        if old.key in in_effect or (old.ours and old.entry.get("by", "") == by):
            replaced[old.number] = _signed(_keeping(entry, old.entry), by)
            fresh.add(number)
        else:
            conflicts.add(number)
    replaced |= {old.number: None for old in left if old.key in in_effect}
    return EditsPlan(replaced, added, frozenset(conflicts), frozenset(fresh))


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
