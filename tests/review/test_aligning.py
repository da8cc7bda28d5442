"""Which paragraph of a copy is which of its base, however much of it was written anew, and how fast."""

from __future__ import annotations

import random
import re
import time
from typing import TYPE_CHECKING

import pytest

from reportctl.review.aligning import align, staying
from reportctl.review.changes import changes
from reportctl.review.comparing import Comparison
from reportctl.review.copies import Copy, CopyParagraph
from reportctl.review.decisions import decisions
from reportctl.review.lines import base_line, copy_line
from reportctl.snapshot import BOOKMARK, Snapshot, SnapshotParagraph
from tests.review.drafts import ROUND

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.review.drafts import Office

_CHARACTERS = "法治政府建设推进行政执法监督公共服务矛盾纠纷化解普法宣传教育队伍能力提升机制完善落实责任"


def _rewritten(text: str, rng: random.Random, pool: list[str]) -> str:
    """The text with a quarter of its clauses, the others from elsewhere."""
    clauses = re.findall("[^\uff0c。\uff1b\uff1a]+[\uff0c。\uff1b\uff1a]?", text)
    kept = set(rng.sample(range(len(clauses)), max(1, round(len(clauses) / 4))))
    return "".join(
        clause if place in kept else f"{rng.choice(pool)}{clause[-1]}" for place, clause in enumerate(clauses)
    )


def _session(
    snapshot: Snapshot, pool: list[str], seed: int, *, marked: bool
) -> Iterator[tuple[CopyParagraph, int | None]]:
    """The paragraphs of a heavily rewritten copy with the places that they come from, some gone, some new."""
    rng = random.Random(seed)  # noqa: S311 - no secret
    for place, paragraph in enumerate(snapshot.paragraphs):
        text, bookmarks = paragraph.text, (f"{BOOKMARK}{paragraph.name}",) if marked else ()
        if paragraph.kind == "item" and len(text) > 40:
            fate = rng.random()
            if fate < 0.07:
                continue
            if fate < 0.14:
                yield CopyParagraph(f"9.{'、'.join(rng.sample(pool, 5))}。"), None
            text = _rewritten(text, rng, pool)
        yield CopyParagraph(paragraph.number + text, bookmarks), place


@pytest.mark.slow
@pytest.mark.parametrize(("marked", "least"), [(True, 0.97), (False, 0.75)], ids=["bookmarks", "words alone"])
def test_heavy_rewriting_is_found_at_its_source(office: Office, marked: bool, least: float) -> None:
    office.draft()
    snapshot = Snapshot.loads((office.root / f"rounds/{ROUND}.json").read_bytes())
    own = "".join(paragraph.text for paragraph in snapshot.paragraphs)
    handed_in = "".join(path.read_text("utf-8") for path in (office.root / "submissions").iterdir())
    pool = [clause for clause in re.findall("[\u4e00-\u9fff]{6,16}", handed_in) if clause not in own]
    right = total = 0
    for seed in range(30):
        made = list(_session(snapshot, pool, seed, marked=marked))
        found = Comparison.of(snapshot, Copy(tuple(paragraph for paragraph, _ in made))).alignment.pairs
        for here, (paragraph, there) in enumerate(made):
            if there is None or paragraph.text != (
                snapshot.paragraphs[there].number + snapshot.paragraphs[there].text
            ):
                total += 1
                right += found.get(here) == there
    assert total > 400
    assert right / total >= least


@pytest.mark.slow
def test_three_thousand_paragraphs_take_no_five_seconds() -> None:
    rng = random.Random(1)  # noqa: S311 - no secret

    def clause() -> str:
        return "".join(rng.choices(_CHARACTERS, k=rng.randint(5, 14)))

    paragraphs = []
    for number in range(3_000):
        text = f"{clause()}。{'、'.join(clause() for _ in range(9))}{rng.randint(1, 999)}件。"
        name = f"abcdef01_{number:04}"
        blank = SnapshotParagraph(name, "item", "work", text[:9], number="1.", position=number + 1)
        paragraphs.append(blank._replace(text=text, built=text))
    snapshot = Snapshot("0" * 64, "plain", 2023, "某区", draft=False, title="", paragraphs=tuple(paragraphs))
    lines = []
    for number, paragraph in enumerate(paragraphs):
        text = paragraph.text if number % 7 else f"{paragraph.text[:30]}{clause()}{paragraph.text[45:]}"
        lines.append(CopyParagraph(f"1.{text}"))
    began = time.process_time()
    comparison = Comparison.of(snapshot, Copy(tuple(lines)))
    assert len(decisions(comparison, {})) == len(changes(comparison, "")) == len(lines[::7])
    assert time.process_time() - began < 5
    assert all(comparison.alignment.pairs[place] == place for place in range(len(lines)))


def test_the_fewest_paragraphs_are_moved() -> None:
    assert staying([]) == frozenset()
    assert staying([0, 1, 2]) == {0, 1, 2}
    assert staying([1, 0]) in ({0}, {1})
    assert staying([0, 3, 1, 2, 4]) == {0, 2, 3, 4}


def test_what_stands_several_times_is_found_beside_its_neighbours() -> None:
    texts = ["甲。", "待补", "乙。", "待补", "丙。", "待补"]
    base = [
        base_line(SnapshotParagraph(str(at), "item", text=text, built=text)) for at, text in enumerate(texts)
    ]
    less = [text for at, text in enumerate(texts) if at != 3]

    whole, shorter = (
        align(base, [copy_line(CopyParagraph(text)) for text in some]) for some in (texts, less)
    )
    assert whole.pairs == {at: at for at in range(6)}
    assert shorter.pairs == {0: 0, 1: 1, 2: 2, 3: 4, 4: 5}
