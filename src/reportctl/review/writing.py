"""Writes final decisions into edits.yaml: what a person wrote there stays, byte for byte.

Only entries with `at` or `add` are touched, and of those only what was in effect when the copy was built, or
was written for the same copy. An entry that says what is asked for already is left as it stands.
"""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

from reportctl.model.fields import english_key
from reportctl.review.aligning import bigrams
from reportctl.review.spelling import block, braces
from reportctl.sources.events import Branch, end_of, start_of
from reportctl.splicing import Splice, spliced
from reportctl.text.marks import normalise_line

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence, Set

    from reportctl.model.files import EditsFile
    from reportctl.model.keys import Shape
    from reportctl.review.decisions import Decision, Entry
    from reportctl.scaffold.wording import Language
    from reportctl.sources import YamlFile
    from reportctl.sources.events import Node

HEADER = "# ---------- 领导改稿\uff1a由 reportctl reconcile 写入\uff0c可以手改 ----------"
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


class Plan(NamedTuple):
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
        start = _dash(text, start_of(node)) if _is_block(file) else start_of(node)
        found.append(
            Existing(index, decision.key, _plain(decision), start, _end(text, node), ours=0 <= header < start)
        )
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
) -> Plan:
    """What has to be written so that the file says what is wanted; `people` gives who wants each decision."""
    replaced: dict[int, Entry | None] = {}
    added: list[Entry] = []
    conflicts: set[int] = set()
    fresh: set[int] = set()
    left = list(there)
    renamed: dict[str, str] = {}
    for number, decision in enumerate(wanted):
        entry = _renamed(decision.entry, renamed)
        by = people[number]
        old = _counterpart(entry, left, in_effect, by)
        if old is None:
            entry = _free_id(entry, there, renamed)
            added.append(_signed(entry, by))
            fresh.add(number)
            continue
        left.remove(old)
        if "add" in entry and old.entry.get("id") != entry["id"]:
            renamed[entry["id"]] = old.entry["id"]
            entry = {**entry, "id": old.entry["id"]}
        if _says_same(entry, old.entry):
            continue
        if old.key in in_effect or (old.ours and old.entry.get("by", "") == by):
            replaced[old.number] = _signed(_keeping(entry, old.entry), by)
            fresh.add(number)
        else:
            conflicts.add(number)
    replaced |= {old.number: None for old in left if old.key in in_effect}
    return Plan(replaced, added, frozenset(conflicts), frozenset(fresh))


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
        and _like(str(old.entry.get("text", "")), entry["text"]) >= _LIKE
    ]
    return same[0] if same else None


def _like(one: str, other: str) -> float:
    here, there = bigrams(one), bigrams(other)
    total = here.total() + there.total()
    return 2 * (here & there).total() / total if total else 0.0


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


# --- the text


def rewritten(edits: EditsFile | None, text: str, made: Plan, shape: Shape, language: Language) -> str:
    """The text of edits.yaml with a plan carried out."""
    there = {old.number: old for old in existing(edits)}
    file = None if edits is None else edits.yaml
    is_block = file is None or _is_block(file)
    line_break = "\r\n" if "\r\n" in text else "\n"
    indent = _indent(file) if file is not None and is_block else ""
    splices = []
    for index, entry in made.replaced.items():
        old = there[index]
        if entry is None:
            splices.append(Splice(*_cut(text, old, is_block=is_block), ""))
        elif is_block:
            new = block(entry, shape, language, indent, line_break).lstrip(" ")
            splices.append(Splice(old.start, _line_end(text, old.end), new))
        else:
            splices.append(Splice(old.start, old.end, braces(entry, shape, language)))
    stays = made.added or any(
        old.ours and made.replaced.get(index, old) is not None for index, old in there.items()
    )
    if not is_block:
        assert file is not None  # noqa: S101 - a file without a list is written as a block
        return spliced(text, [*splices, *_into_brackets(file, made, shape, language)])
    new_text = spliced(text, splices)
    if not stays:
        return _without_header(new_text)
    if not made.added:
        return new_text
    entries = "".join(block(entry, shape, language, indent, line_break) for entry in made.added)
    if HEADER not in new_text:
        lead = line_break if new_text else ""
        return f"{new_text}{lead}{HEADER}{line_break}{entries}"
    end = "" if new_text.endswith(("\n", "\r")) else line_break
    return f"{new_text}{end}{entries}"


def _without_header(text: str) -> str:
    """The text without the header and the line break before it: as it was before the first was written."""
    at = text.find(HEADER)
    if at < 0 or text[at + len(HEADER) :].strip():
        return text
    before = text[:at]
    return before.removesuffix("\n").removesuffix("\r") if before.endswith("\n") else before


def _into_brackets(file: YamlFile, made: Plan, shape: Shape, language: Language) -> Iterator[Splice]:
    if made.added:
        at = end_of(file.root) - 1
        kept = len(file.root.children) - sum(entry is None for entry in made.replaced.values())
        new = ", ".join(braces(entry, shape, language) for entry in made.added)
        before = file.source.text[:at].rstrip()
        lead = ", " if kept and not before.endswith(",") else ""
        yield Splice(at, at, f"{lead}{new}")


def _is_block(file: YamlFile) -> bool:
    return file.source.text[start_of(file.root) : start_of(file.root) + 1] != "["


def _dash(text: str, start: int) -> int:
    """The offset of the dash of a block entry that begins at an offset."""
    line = text.rfind("\n", 0, start) + 1
    while not text[line:start].lstrip().startswith("-"):
        start, line = line - 1, text.rfind("\n", 0, line - 1) + 1
    return text.index("-", line)


def _indent(file: YamlFile) -> str:
    text = file.source.text
    root = file.root
    if not isinstance(root, Branch) or not root.children:
        return ""
    dash = _dash(text, start_of(root.children[0]))
    return text[text.rfind("\n", 0, dash) + 1 : dash]


def _end(text: str, node: Node) -> int:
    """Where a value ends: what the parser counts to a block besides are blanks, breaks and comments."""
    start, end = start_of(node), end_of(node)
    if isinstance(node, Branch) and node.children and text[start] not in "[{":
        children = node.children.values() if isinstance(node.children, dict) else node.children
        return max(_end(text, child) for child in children)
    return start + len(text[start:end].rstrip())


def _line_end(text: str, at: int) -> int:
    """The offset behind the line break of the line that an offset lies in."""
    end = text.find("\n", at)
    return len(text) if end < 0 else end + 1


def _cut(text: str, old: Existing, *, is_block: bool) -> tuple[int, int]:
    """The range to leave out so that an entry is gone: its lines, or its braces and a comma beside them."""
    if is_block:
        return text.rfind("\n", 0, old.start) + 1, _line_end(text, old.end)
    behind = len(text[old.end :]) - len(text[old.end :].lstrip())
    if text[old.end + behind : old.end + behind + 1] == ",":
        end = old.end + behind + 1
        return old.start, end + len(text[end:]) - len(text[end:].lstrip(" "))
    before = text[: old.start].rstrip()
    return (len(before) - 1 if before.endswith(",") else old.start), old.end
