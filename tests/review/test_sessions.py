"""What people write in a copy stands in the next build, to the letter, and nothing else changes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.review.drafts import ROUND, Office, wanted
from tests.review.leader import Leader
from tests.review.sessions import Session
from tests.tools import office as libreoffice
from tests.tools.rounds import sample_and_long

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

EXAMPLES = ("hecheng-2023", "five-chapters", "minimal")


def taken_in(office: Office, copy: bytes, session: Session) -> None:
    """See to it that a copy is taken in: exactly, once, and beside what a person wrote."""
    by_hand = office.edits
    done = office.take(copy, "--write")
    assert done.code == 0, (session.done, done.out, done.err)
    assert office.report() == wanted(session.leader), session.done
    assert office.edits.startswith(by_hand.rstrip(b"\n"))
    written = office.edits
    assert office.changes(copy) == [], session.done
    assert office.take(copy, "--write").code == 0
    assert office.edits == written, session.done


@sample_and_long(3, 180)
def test_the_next_build_prints_what_the_copy_says(
    rounds: int, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for seed in range(rounds):
        office = Office.of_example(EXAMPLES[seed % 3], tmp_path / str(seed), capsys)
        comments = ("--comments", "all") if seed % 2 else ()
        session = Session(office.draft(ROUND, *comments).read_bytes(), seed).sit(2 + seed % 11)
        taken_in(office, session.leader.save(), session)


@sample_and_long(1, 40)
def test_libreoffice_in_between_changes_nothing(
    rounds: int, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for seed in range(rounds):
        office = Office.of_example(EXAMPLES[seed % 2], tmp_path / str(seed), capsys)
        session = Session(office.draft().read_bytes(), 1_000 + seed).sit(2 + seed % 7)
        path = tmp_path / f"改稿{seed}.docx"
        path.write_bytes(session.leader.save())
        (tmp_path / f"又存{seed}").mkdir()
        taken_in(office, libreoffice.resave(path, tmp_path / f"又存{seed}").read_bytes(), session)


@sample_and_long(1, 40)
def test_rounds_one_after_another_are_exact_and_can_be_taken_back(
    rounds: int, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for seed in range(rounds):
        office = Office.of_example(EXAMPLES[1 - seed % 2], tmp_path / str(seed), capsys)
        by_hand, first = office.edits, office.draft("第一稿").read_bytes()
        for number in range(3):
            copy = first if number == 0 else office.draft(f"第{number + 1}稿").read_bytes()
            session = Session(copy, 10 * seed + number).sit(1 + (seed + number) % 8)
            assert office.take(session.leader.save(), "--write").code == 0
            assert office.report() == wanted(session.leader), session.done
        office.draft("末稿")
        as_it_was = Leader(first)
        as_it_was.paste_anew()
        assert office.take(as_it_was.save(), "--write", "--round", "末稿").code == 0
        assert office.report() == wanted(as_it_was)
        assert office.edits == by_hand
