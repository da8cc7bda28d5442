"""Snapshots as files: what is written comes back, and what is damaged is refused, never half read."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportctl.document import Origin, fingerprint
from reportctl.snapshot import Snapshot, SnapshotError, SnapshotParagraph, paragraph_fingerprint

_TEXT = st.text(max_size=20)
_ORIGINS = st.builds(Origin, _TEXT, _TEXT, _TEXT, _TEXT, st.integers(1, 99), st.integers(1, 99), st.just(()))
_PARAGRAPHS = st.builds(
    SnapshotParagraph,
    name=_TEXT,
    kind=_TEXT,
    at=_TEXT,
    heading=_TEXT,
    paragraph=st.integers(0, 9),
    number=_TEXT,
    heading_text=_TEXT,
    text=_TEXT,
    built=_TEXT | st.none(),
    gap=st.booleans(),
    omitted=st.booleans(),
    decided_by=st.lists(_TEXT, max_size=2).map(tuple),
    origins=st.lists(_ORIGINS, max_size=2).map(tuple),
)
_SNAPSHOTS = st.builds(
    Snapshot,
    build=_TEXT,
    form=_TEXT,
    year=st.integers(1, 9999),
    area=_TEXT,
    draft=st.booleans(),
    title=_TEXT,
    paragraphs=st.lists(_PARAGRAPHS, max_size=4).map(tuple),
)
_ONE = Snapshot(
    build="0" * 64,
    form="plain",
    year=2023,
    area="鹤城区",
    draft=False,
    title="报告",
    paragraphs=(
        SnapshotParagraph(
            "ab_0001",
            "item",
            "work",
            "一",
            0,
            "1.",
            "一。",
            "一。二。",
            "一。三。",
            decided_by=("work|一|205a50a0",),
            origins=(Origin("区司法局", "plans", "一", "submissions/a.yaml", 3, 5),),
        ),
    ),
)


@given(_SNAPSHOTS)
def test_what_is_written_comes_back(snapshot: Snapshot) -> None:
    """Whatever the words are, and a paragraph has a line of its own."""
    written = snapshot.dumps()
    assert Snapshot.loads(written) == snapshot
    assert Snapshot.loads(written).dumps() == written
    assert written.count(b"\n") == len(snapshot.paragraphs) + 2 + (not snapshot.paragraphs)


def test_the_words_of_an_origin_stay_in_its_file() -> None:
    """A snapshot names items; what a department wrote stands in its submission alone."""
    origin = _ONE.paragraphs[0].origins[0]._replace(words=("一", "原话", "", ""))
    spoken = _ONE._replace(paragraphs=(_ONE.paragraphs[0]._replace(origins=(origin,)),))
    assert spoken.dumps() == _ONE.dumps()


def test_a_cut_off_file_is_refused() -> None:
    """At whatever byte it ends."""
    written = _ONE.dumps()
    for end in range(len(written) - 1):
        with pytest.raises(SnapshotError):
            Snapshot.loads(written[:end])


_WRONG: tuple[Any, ...] = (None, [], {}, "x", 7, 1.5, True, [None], [[]], {"x": 1})


_ALLOWED = (("built", None), ("version", True))
"""None tells that a decision added a paragraph; True is 1."""


def test_a_wrong_value_is_refused_wherever_it_stands() -> None:
    """Each value of the file in turn takes each wrong type; what is read has the right ones."""
    tree = json.loads(_ONE.dumps())
    row = tree["paragraphs"][0]
    for holder in (tree, row):
        for key, right in list(holder.items()):
            for wrong in _WRONG:
                if type(wrong) is not type(right) and (key, wrong) not in _ALLOWED:
                    holder[key] = wrong
                    with pytest.raises(SnapshotError):
                        Snapshot.loads(json.dumps(tree).encode())
            holder[key] = right
    row["unknown"] = ""
    with pytest.raises(SnapshotError):
        Snapshot.loads(json.dumps(tree).encode())


@pytest.mark.parametrize("data", [b"", b"[]", b"null", b"\xff", b"[" * 100_000, b'{"version": 2}'])
def test_what_is_no_snapshot_is_refused(data: bytes) -> None:
    """Any other file."""
    with pytest.raises(SnapshotError):
        Snapshot.loads(data)


def test_the_fingerprint_is_that_of_the_normalised_words() -> None:
    """Mending marks does not make a decision stale."""
    assert paragraph_fingerprint("检查2次, 整改。") == paragraph_fingerprint("检查2次\uff0c整改。")
    assert paragraph_fingerprint("检查2次。") == fingerprint(("检查2次。",))
