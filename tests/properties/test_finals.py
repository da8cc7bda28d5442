"""Final decisions over any report: each changes what it says, and no word of another paragraph."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import yaml
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from reportctl.assemble.numbering import renumbered
from reportctl.findings import has_errors
from reportctl.model.keys import FINAL
from reportctl.project.building import check
from reportctl.project.opening import open_project
from reportctl.snapshot import paragraph_fingerprint
from tests.properties.running import project, run
from tests.properties.world import REPORTS, submissions
from tests.tools.rounds import sample_and_long

if TYPE_CHECKING:
    from pathlib import Path

    from reportctl.project.building import Checked
    from reportctl.snapshot import BuiltParagraph
    from tests.properties.world import Submission

Decision = dict[str, Any]

KINDS = st.sampled_from(["item", "paragraph", "section", "chapter"])
IN_TEXT = {"chapter", "section", "item", "point", "opening", "closing"}


def files(report: str, handed_in: tuple[Submission, ...]) -> dict[str, str]:
    named = {f"submissions/{one.department}.yaml": one.yaml("en") for one in handed_in}
    return {"report.yaml": report, **named}


def built(root: Path) -> Checked:
    return check(open_project(root), partial=True)


def name(paragraph: BuiltParagraph) -> Decision:
    """What a decision calls a paragraph by."""
    assert paragraph.built is not None
    named: Decision = {"at": paragraph.at, "was": paragraph_fingerprint(paragraph.built.text)}
    if paragraph.heading:
        named["heading"] = paragraph.heading
    if paragraph.paragraph:
        named["paragraph"] = paragraph.paragraph
    return named


@st.composite
def decisions(draw: st.DrawFn, paragraphs: list[BuiltParagraph]) -> list[Decision]:
    """A few decisions that do not clash: each paragraph met once, moves only behind what stays."""
    positions = st.lists(st.sampled_from(range(len(paragraphs))), max_size=6, unique=True)
    chosen = draw(positions)
    anchors = [number for number in range(len(paragraphs)) if number not in chosen]
    made: list[Decision] = []
    for order, number in enumerate(chosen):
        paragraph = paragraphs[number]
        assert paragraph.built is not None
        does = draw(st.sampled_from(["text", "omit", "move", "as", "add"]))
        if does == "add" or (does in {"move", "as"} and not anchors):
            anchor = name(paragraphs[draw(st.sampled_from(anchors or [number]))])
            made.append(
                {"add": draw(KINDS), "id": f"n-{order}", "after": anchor, "text": f"新增{order}。二句。"}
            )
        elif does == "omit":
            made.append({**name(paragraph), "omit": True, "by": "张县长"})
        elif does == "move":
            anchor = name(paragraphs[draw(st.sampled_from(anchors))])
            made.append({**name(paragraph), "move": {"after": anchor}})
        elif does == "as" and paragraph.built.type.value in IN_TEXT:
            made.append({**name(paragraph), "as": draw(KINDS)})
        else:
            made.append({**name(paragraph), "text": f"改{order}。二句, 没有句号", "reason": "改"})
    return made


def in_chinese(value: Any, *, shape: Any = FINAL) -> Any:
    """The same with Chinese keys and words."""
    if isinstance(value, list):
        return [in_chinese(part, shape=shape) for part in value]
    if not isinstance(value, dict):
        return value
    return {
        shape.names[key]: in_chinese(part, shape=shape.below[key])
        if key in shape.below
        else shape.values.get(key, {}).get(part, part)
        for key, part in value.items()
    }


@sample_and_long(8, 400)
def test_without_a_decision_the_tree_is_as_built_and_every_paragraph_has_a_name(rounds: int) -> None:
    @settings(
        max_examples=rounds,
        deadline=None,
        phases=[Phase.generate],
        suppress_health_check=[HealthCheck.too_slow],
    )
    @given(REPORTS, submissions())
    def hold(report: str, handed_in: tuple[Submission, ...]) -> None:
        with project(files(report, handed_in)) as root:
            checked = built(root)
        paragraphs = checked.assembly.as_built
        assert tuple(one.printed for one in paragraphs) == checked.assembly.document.blocks
        assert all(one.printed == one.built for one in paragraphs)
        assert [one.position for one in paragraphs] == [*range(len(paragraphs))]
        chapters = {chapter.id: chapter for chapter in checked.project.report.report.outline}
        assert tuple(renumbered(paragraphs, chapters)) == paragraphs
        names = [(one.at, one.heading, one.paragraph) for one in paragraphs if one.at]
        assert len(names) == len(set(names))

    hold()


@sample_and_long(8, 400)
def test_each_decision_changes_only_what_it_says(rounds: int) -> None:
    @settings(
        max_examples=rounds,
        deadline=None,
        phases=[Phase.generate],
        suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
    )
    @given(REPORTS, submissions(), st.data())
    def hold(report: str, handed_in: tuple[Submission, ...], data: st.DataObject) -> None:
        with project(files(report, handed_in)) as root:
            before = built(root).assembly
            named = [one for one in before.as_built if one.at]
            made = data.draw(decisions(named))
            (root / "edits.yaml").write_text(yaml.safe_dump(made, allow_unicode=True), encoding="utf-8")
            after = built(root)
            text = run(root, "build", "--draft", "--text", "-o", "-").text
            chinese = yaml.safe_dump(in_chinese(made), allow_unicode=True)
            (root / "edits.yaml").write_text(chinese, encoding="utf-8")
            assert run(root, "build", "--draft", "--text", "-o", "-").text == text
            assert run(root, "build", "--draft", "--docx").code == 0
        assert not has_errors(one for one in after.findings if one.span.file == "edits.yaml")
        by_position = {one.position: one for one in after.assembly.as_built if one.built is not None}
        assert len(by_position) == len(before.as_built)
        added = {one.decided_by[0]: one for one in after.assembly.as_built if one.built is None}
        met = {}
        for decision in made:
            if "add" in decision:
                block = added[decision["id"]].printed
                assert block is not None
                assert block.text == decision["text"]
                assert block.origins[-1].file == "edits.yaml"
            else:
                (position,) = (one.position for one in named if name(one).items() <= decision.items())
                met[position] = decision
        for one in before.as_built:
            now = by_position[one.position]
            assert now.built == one.built
            decision = met.get(one.position, {})
            if decision.get("omit"):
                assert now.printed is None
                continue
            assert now.printed is not None
            assert one.built is not None
            words = decision.get("text", one.built.text).replace(", ", "\uff0c")
            assert now.printed.text == words
            assert now.printed.origins == one.built.origins
            assert bool(now.decided_by) == bool(decision)
        still = [one.position for one in after.assembly.as_built if "move" not in met.get(one.position, {})]
        assert [number for number in still if number >= 0] == sorted(
            number for number in still if number >= 0
        )

    hold()
