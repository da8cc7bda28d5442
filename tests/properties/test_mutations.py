"""A file spoilt in any way is judged, never tripped over: a verdict, and every finding within its file."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from reportctl.model.files import load_edits, load_report, load_submission
from reportctl.sources import Source
from tests.properties.running import project, run
from tests.properties.world import REPORTS, submissions

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reportctl.findings import Finding
    from tests.properties.world import Submission

MARKS = "\t :-[]{},&*!|>'\"%@`?#~\\\r\n\x85\u2028\ufeff\x07\x00\u200b{{}}%}：，。（）“”〔〕①一是1.我局X×_…年"
CHARACTERS = st.sampled_from(MARKS) | st.characters(codec="utf-8")
EDITS = (
    "- {part: plans, department: 县司法局, omit: true, reason: 略}\n- {part: other, keep: [甲], reason: 略}\n"
)


@st.composite
def spoilt(draw: st.DrawFn, text: str) -> str:
    """A text with a few characters and lines put in, taken out, doubled, moved or changed."""
    for _ in range(draw(st.integers(1, 4))):
        kind = draw(st.sampled_from(["put", "take", "change", "double", "drop", "move", "indent", "cut"]))
        at = draw(st.integers(0, max(len(text) - 1, 0)))
        lines = text.splitlines(keepends=True)
        row = draw(st.integers(0, max(len(lines) - 1, 0)))
        if kind == "put":
            text = text[:at] + draw(st.text(CHARACTERS, min_size=1, max_size=4)) + text[at:]
        elif kind == "take":
            text = text[:at] + text[at + draw(st.integers(1, 5)) :]
        elif kind == "change":
            text = text[:at] + draw(CHARACTERS) + text[at + 1 :]
        elif kind == "cut":
            text = text[:at]
        elif lines:
            line = lines.pop(row)
            other = draw(st.integers(0, len(lines)))
            new = {
                "double": [(row, line), (other, line)],
                "drop": [],
                "move": [(other, line)],
                "indent": [(row, draw(st.sampled_from([" ", "  ", "\t", "- ", "# "])) + line)],
            }[kind]
            for place, one in new:
                lines.insert(place, one)
            text = "".join(lines)
    return text


def check_places(findings: Sequence[Finding], name: str, text: str) -> None:
    """Every place lies within the text, and ends where it begins or behind it."""
    source = Source(name, text)
    last = len(source.starts)
    for one in findings:
        span = one.span
        assert span.file == name
        assert 1 <= span.line <= span.end_line <= last, one
        assert (span.line, span.column) <= (span.end_line, span.end_column), one
        assert 1 <= span.column <= len(source.line(span.line)) + 2, one
        assert 1 <= span.end_column <= len(source.line(span.end_line)) + 2, one
        for change in one.fix:
            start, end = source.offsets(change.span)
            assert 0 <= start <= end <= len(text), one


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=400) | st.text(CHARACTERS, max_size=120).map(lambda text: text.encode()))
@example(b"a: \xff")
@example(b"? ")
@example(b"- - - ?")
@example("a: \u2028b: 1".encode())
@example(b'"\\')
@example(b"%TAG ! tag:x,2000:\n---\n")
@example(b"!!!! x")
@example(b"*")
def test_any_bytes_are_judged(data: bytes) -> None:
    text = data.decode("utf-8", "replace").removeprefix("\ufeff")
    for load in (load_submission, load_report, load_edits):
        file, findings = load("x.yaml", data)
        assert file is not None or findings
        if "gb18030" not in {one.code for one in findings}:
            check_places(findings, "x.yaml", text)


def parsed(out: str, root_files: dict[str, str]) -> Any:
    """The JSON of `validate`, each finding within the file that it names."""
    tree = json.loads(out)
    for one in tree["findings"]:
        text = root_files.get(one["file"])
        assert text is not None or one["line"] == 1
        lines = Source("x", (text or "").removeprefix("\ufeff"))
        assert 1 <= one["line"] <= one["end_line"] <= len(lines.starts), one
        assert 1 <= one["column"] <= len(lines.line(one["line"])) + 2, one
    return tree


@pytest.mark.slow
@settings(
    max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)
@given(REPORTS, submissions(), st.data())
def test_a_spoilt_submission_is_judged(
    report: str, handed_in: tuple[Submission, ...], data: st.DataObject
) -> None:
    texts = {f"submissions/{one.department}.yaml": one.yaml() for one in handed_in}
    name = data.draw(st.sampled_from(sorted(texts)))
    texts[name] = data.draw(spoilt(texts[name]))
    texts["report.yaml"] = report
    with project(texts) as root:
        done = run(root, "validate", "--format", "json")
        assert done.code in {0, 1}, done.err
        tree = parsed(done.text, texts)
        assert (done.code == 1) == (tree["summary"]["errors"] > 0)
        built = run(root, "build", "--text", "-o", "-")
        assert built.code == done.code, built.err
        draft = run(root, "build", "--draft", "--docx", "--text", "--json", "--html")
        assert draft.code == 0, draft.err
        # whoever handed in a sound file finds all of it in the draft
        text = next((root / "output").glob("*.txt")).read_text("utf-8")
        for one in handed_in:
            if f"submissions/{one.department}.yaml" != name:
                words = [word for part, item in one.items if part == "plans" for word in item.words]
                assert all(word in text for word in words)
        status = run(root, "status", "--format", "json")
        assert status.code == 0
        assert len(json.loads(status.text)["departments"]) == len(handed_in)


@pytest.mark.slow
@settings(
    max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)
@given(REPORTS, submissions(), st.data(), st.sampled_from(["report.yaml", "edits.yaml"]))
def test_a_spoilt_report_or_edit_is_judged(
    report: str, handed_in: tuple[Submission, ...], data: st.DataObject, name: str
) -> None:
    texts = {f"submissions/{one.department}.yaml": one.yaml() for one in handed_in[:2]}
    texts |= {"report.yaml": report, "edits.yaml": EDITS}
    texts[name] = data.draw(spoilt(texts[name]))
    with project(texts) as root:
        done = run(root, "validate", "--format", "json")
        assert done.code in ({1, 3} if name == "report.yaml" else {1}), done.err
        tree = parsed(done.text, texts)
        assert tree["findings"]
        if done.code == 3:
            assert {one["file"] for one in tree["findings"]} == {"report.yaml"}
        draft = run(root, "build", "--draft", "--docx", "--text")
        assert draft.code == (3 if done.code == 3 else 0), draft.err
