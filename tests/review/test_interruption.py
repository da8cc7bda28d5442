"""Killed at any moment, `reconcile --write` leaves edits.yaml old or new, whole."""

from __future__ import annotations

import random
import time
from typing import TYPE_CHECKING

from reportctl.review.places import HEADER
from tests.operations.program import start
from tests.tools.rounds import sample_and_long

if TYPE_CHECKING:
    from tests.review.drafts import Office
    from tests.review.leader import Leader


@sample_and_long(3, 100)
def test_killed_at_any_moment(rounds: int, office: Office, leader: Leader) -> None:
    leader.replace(leader.at("通过执法考试人员245名"), "245", "246")
    copy = office.root / "改稿.docx"
    copy.write_bytes(leader.save())
    old = office.edits
    began = time.monotonic()
    with start("-C", office.root, "reconcile", copy, "--write") as whole:
        whole.wait()
    longest = time.monotonic() - began
    new = office.edits
    assert HEADER.encode() in new
    rng = random.Random(rounds)  # noqa: S311 - no secret
    for _ in range(rounds):
        (office.root / "edits.yaml").write_bytes(old)
        with start("-C", office.root, "reconcile", copy, "--write") as run:
            time.sleep(rng.random() * longest)
            run.kill()
        assert office.edits in (old, new)
    office.run("reconcile", str(copy), "--write")
    assert office.edits == new
    assert [path.name for path in office.root.iterdir() if path.name.startswith(".reportctl-")] == []
