"""What storing hand-ins comes to: a pure function of the ledger, of what lies there, and of what came."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from reportctl.collect import codes
from reportctl.collect.fates import ReadingRemark
from reportctl.collect.hand_in import tally_words
from reportctl.collect.inventory import Present
from reportctl.collect.ledger import HandInState, Receipt
from reportctl.collect.receipts import write_pending_note, write_receipt
from reportctl.collect.received import (
    original_path,
    own_name,
    pending_note_path,
    pending_path,
    receipt_path,
    submission_path,
    version_path,
)
from reportctl.findings import Span
from reportctl.project.journal import ABSENT
from reportctl.rules.roster import SECOND_SUBMISSION

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from reportctl.collect.hand_in import HandIn
    from reportctl.collect.inventory import Inventory
    from reportctl.collect.ledger import Ledger
    from reportctl.findings import Finding


@dataclass(slots=True)
class Plan:
    """What is to be written, by path relative to the project, in an order in which any step may be the last.

    `submissions` are the paths of those that change, `expected` the SHA-256 of what must stand there when it
    is replaced. `taken` are the hand-ins with their receipts.
    """

    files: dict[str, bytes] = field(default_factory=dict)
    expected: dict[str, str] = field(default_factory=dict)
    submissions: list[str] = field(default_factory=list)
    taken: list[tuple[HandIn, Receipt]] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)

    @property
    def receipts(self) -> list[Receipt]:
        """The new lines of the ledger."""
        return [receipt for _, receipt in self.taken]


def plan(
    hand_ins: Sequence[HandIn],
    ledger: Ledger,
    inventory: Inventory,
    now: dt.datetime,
    settings: str,
    *,
    asked: bool = False,
) -> Plan:
    """How these hand-ins are stored: of two of a department the newer stands, by its time, else its name.

    What was put aside before and is older than what has been stored meanwhile does not come back over it,
    unless the official `asked` for it.
    """
    planner = _Planner(hand_ins, ledger, inventory, now, settings, asked=asked)
    for hand_in in sorted(hand_ins, key=lambda hand_in: (hand_in.arrival.written, hand_in.arrival.name)):
        if hand_in.state is HandInState.STORED:
            planner.store(hand_in)
        elif hand_in.state is HandInState.BLANK:
            planner.note_blank(hand_in)
        else:
            planner.put_aside(hand_in)
    planner.finish()
    return planner.plan


class _Planner:
    """Goes through hand-ins in the order of their age and remembers what each changes."""

    def __init__(
        self,
        hand_ins: Sequence[HandIn],
        ledger: Ledger,
        inventory: Inventory,
        now: dt.datetime,
        settings: str,
        *,
        asked: bool,
    ) -> None:
        self.plan = Plan()
        self._aside = frozenset() if asked else frozenset(receipt.mark for receipt in ledger.waiting())
        self._coming = {(hand_in.department, hand_in.data) for hand_in in hand_ins}
        self._inventory = inventory
        self._now = now
        self._settings = settings
        self._latest = ledger.latest()
        self._present: dict[str, Present] = {}
        self._came: dict[str, list[HandIn]] = {}
        self._found: dict[str, list[Finding]] = {}  # by department: what was found in the one that stands

    def store(self, hand_in: HandIn) -> None:
        """A submission takes its department's place, what stood there goes to the versions."""
        department = hand_in.department
        present = self._inventory.of(department)
        if department not in self._present and len(present) > 1:
            self.put_aside(_with_two(hand_in, present))
            return
        old = self._present.get(department) or (present[0] if present else None)
        last = self._latest.get(department)
        if (
            old is not None
            and last is not None
            and (last.sha256, old.data) == (hand_in.arrival.sha256, hand_in.data)
        ):
            return  # the same once more, asked for by --again
        if last is not None and self._is_older(hand_in, last):
            self._keep_aside(hand_in, last)
            return
        taken = {present.name.casefold() for present in self._present.values()}
        target = old.name if old is not None else self._inventory.free(submission_path(department), taken)
        original = original_path(department, hand_in.arrival)
        found = hand_in.found(original, target)
        note = self._replace(hand_in, old, last, target)
        version = (last.version if last is not None else 0) + 1
        self.plan.files[original] = hand_in.arrival.data
        self.plan.files[target] = hand_in.data
        standing = ABSENT if old is None else hashlib.sha256(old.data).hexdigest()
        self.plan.expected.setdefault(target, standing)
        day = f"{self._now.year}年{self._now.month}月{self._now.day}日"
        self.plan.files[receipt_path(department, version)] = write_receipt(hand_in, version, day, found)
        self._found[department] = list(found)
        self._present[department] = Present(target, hand_in.data, hand_in.digest)
        self._came.setdefault(department, []).append(hand_in)
        receipt = self._receipt(hand_in, tally_words(found), note, version)
        self._latest[department] = receipt
        self.plan.taken.append((hand_in, receipt))

    def _replace(self, hand_in: HandIn, old: Present | None, last: Receipt | None, target: str) -> str:
        """Keep what stands at the target as a version; what is to be said of it."""
        if old is None or not old.filled or old.data == hand_in.data:
            return ""
        if hand_in.department not in self._present and (hand_in.department, old.data) in self._coming:
            return ""  # a run that died before its last step put it there: it comes again, in its turn
        kept = version_path(hand_in.department, hashlib.sha256(old.data).hexdigest())
        self.plan.files[kept] = old.data
        if old.digest == hand_in.digest or (last is not None and last.stored == old.digest):
            return ""
        why = "收下以后有人直接改过" if last is not None else "是直接放进来的，不是 collect 收下的"
        self.plan.findings.append(
            codes.EDITED_BY_HAND.at(
                Span(target),
                f"原来的材料{why}，现在换成了“{hand_in.arrival.name}”",
                f"原来的一份在 {kept}，要保留的改动请对照着再改一次",
                department=hand_in.department,
            )
        )
        return f"原来的材料{why}，存在 {kept}"

    def _is_older(self, hand_in: HandIn, last: Receipt) -> bool:
        """Whether it waited while a newer one was stored."""
        return hand_in.arrival.mark in self._aside and hand_in.arrival.modified < last.modified

    def _keep_aside(self, hand_in: HandIn, last: Receipt) -> None:
        """Keep an old one among the versions, under the newer that stands."""
        department = hand_in.department
        kept = version_path(department, hashlib.sha256(hand_in.data).hexdigest())
        self.plan.files[original_path(department, hand_in.arrival)] = hand_in.arrival.data
        self.plan.files[kept] = hand_in.data
        message = f"这一份比已经收下的“{last.name}”旧，没有换上"
        self.plan.findings.append(
            codes.SEVERAL_VERSIONS.at(
                Span(hand_in.arrival.via),
                message,
                "该用这一份的，单独再收一次（collect --again）",
                department=department,
            )
        )
        outdated = replace(hand_in, state=HandInState.OUTDATED)
        self.plan.taken.append((outdated, self._receipt(outdated, message, f"存在 {kept}")))

    def note_blank(self, hand_in: HandIn) -> None:
        """A blank form is written down, and nothing else."""
        self.plan.findings += hand_in.remarked(hand_in.arrival.via)
        self.plan.taken.append((hand_in, self._receipt(hand_in, hand_in.remarks[0].message)))

    def put_aside(self, hand_in: HandIn) -> None:
        """A file that cannot be taken lies in pending, with a note of why."""
        arrival = hand_in.arrival
        self.plan.findings += hand_in.remarked(arrival.via)
        if arrival.passing:
            return
        stored = pending_path(arrival)
        if arrival.data:
            self.plan.files[stored] = arrival.data
        note = write_pending_note(hand_in, self._at, stored if arrival.data else "")
        self.plan.files[pending_note_path(stored)] = note
        result = "；".join(remark.message for remark in hand_in.remarks)
        hint = "；".join(remark.hint for remark in hand_in.remarks)
        self.plan.taken.append((hand_in, self._receipt(hand_in, result, hint)))

    def finish(self) -> None:
        """Say what was found in what stands, which of several versions that is, and what changes."""
        self.plan.findings += (finding for found in self._found.values() for finding in found)
        for department, came in self._came.items():
            if len(came) > 1:
                names = "、".join(f"“{hand_in.arrival.name}”" for hand_in in came[:-1])
                self.plan.findings.append(
                    codes.SEVERAL_VERSIONS.at(
                        Span(self._present[department].name),
                        f"一次收到 {len(came)} 份，用了最新的“{came[-1].arrival.name}”，没有用{names}",
                        "用错了的，把该用的那份单独再收一次（collect --again）",
                        department=department,
                    )
                )
        before = {file.name: file.data for files in self._inventory.by_department.values() for file in files}
        self.plan.submissions = sorted(
            present.name for present in self._present.values() if before.get(present.name) != present.data
        )

    @property
    def _at(self) -> str:
        return self._now.isoformat(timespec="seconds")

    def _receipt(self, hand_in: HandIn, result: str, note: str = "", version: int = 0) -> Receipt:
        arrival = hand_in.arrival
        return Receipt(
            at=self._at,
            department=hand_in.department,
            version=version,
            name=own_name(arrival.name),
            via=arrival.via,
            sender=arrival.letter.sender if arrival.letter is not None else "",
            size=arrival.size,
            modified=arrival.modified,
            sha256=arrival.sha256,
            stored=hand_in.digest if version else "",
            state=hand_in.state,
            result=result,
            note=note,
            mark=arrival.mark,
            settings=self._settings,
        )


def _with_two(hand_in: HandIn, present: Sequence[Present]) -> HandIn:
    """The hand-in as one to be put aside: nobody can tell which of the department's files it replaces."""
    names = "、".join(file.name for file in present)
    remark = ReadingRemark(
        SECOND_SUBMISSION,
        0,
        f"{hand_in.department}已经有 {len(present)} 份材料（{names}），不知道换哪一份",
        "只留一份，再收一次",
    )
    return replace(hand_in, state=HandInState.PENDING, remarks=(remark,))
