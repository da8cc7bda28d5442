"""Review copies: each paragraph bears its bookmark and its comments, and Word opens them."""

from __future__ import annotations

import datetime as dt
import functools
import io
import time
from typing import TYPE_CHECKING

import pytest
from lxml import etree

from reportctl.document import BlockType, Document
from reportctl.project.snapshots import take
from reportctl.render.docx import render
from reportctl.render.review import AUTHOR, ReviewAnchor
from reportctl.snapshot import BOOKMARK, BuiltParagraph, Snapshot
from tests.render.docx import documents, reading
from tests.tools import office, validator

if TYPE_CHECKING:
    from pathlib import Path

JOINT = ("甲县人民政府", "乙县人民政府", "丙县人民政府")
FORMS = {
    "plain": documents.plain(),
    "formal": documents.formal(),
    "joint": documents.formal(issuers=JOINT, signatories=("甲某", "乙某", "丙某")),
    "sealed": documents.formal(issuers=JOINT)._replace(sealed=True),
    "draft": documents.plain()._replace(draft=True),
    "undated": documents.plain()._replace(date=None),
}
_TITLES = (BlockType.TITLE, BlockType.ATTACHMENT_TITLE)
_MARKS = ("bookmarkStart", "bookmarkEnd", "commentRangeStart", "commentRangeEnd", "commentReference")
HOSTILE = ("一行", "<&>\"' ]]>", "\x00\x1f\t\n\ud800")


def snapshot(document: Document) -> Snapshot:
    return take(document, map(BuiltParagraph.of, document.blocks), documents.gb9704())


@functools.cache
def bookmarked(form: str) -> bytes:
    """A copy with bookmarks alone."""
    return review(FORMS[form])


def anchors(document: Document, *comments: tuple[str, ...]) -> list[ReviewAnchor]:
    """A bookmark and these comments on each paragraph."""
    return [ReviewAnchor(BOOKMARK + one.name, comments) for one in snapshot(document).paragraphs]


def review(document: Document, *comments: tuple[str, ...]) -> bytes:
    out = io.BytesIO()
    render(document, documents.gb9704(), out, anchors(document, *comments))
    return out.getvalue()


@pytest.mark.parametrize("form", FORMS)
def test_each_paragraph_bears_its_own_bookmark(form: str) -> None:
    """Around all of its words; a table's row has it in its first cell with words."""
    document = FORMS[form]
    body = reading.tree(bookmarked(form))
    found = []
    for paragraph in body.iter(f"{reading.W}p"):
        marks = reading.find(paragraph, "w:bookmarkStart")
        ends = reading.find(paragraph, "w:bookmarkEnd")
        assert [mark.get(f"{reading.W}id") for mark in marks] == [end.get(f"{reading.W}id") for end in ends]
        if marks:
            (mark,) = marks
            found.append((str(mark.get(f"{reading.W}name")), reading.text(paragraph)))
    expected = snapshot(document).paragraphs
    assert [name for name, _ in found] == [BOOKMARK + one.name for one in expected]
    for (_, words), one in zip(found, expected, strict=True):
        told = one.number + one.text
        if one.kind in {BlockType.TABLE_ROW, "letterhead-issuer"}:
            told = next(cell for cell in told.split("\t") if cell)
        breaks = "\n" if one.kind in _TITLES else ""
        assert words.strip("\t").translate(dict.fromkeys(map(ord, breaks))) == told.strip("\t")


@pytest.mark.parametrize("form", FORMS)
def test_every_word_of_the_body_lies_within_a_bookmark_or_in_a_bookmarked_row(form: str) -> None:
    body = reading.tree(bookmarked(form))
    for paragraph in body.iter(f"{reading.W}p"):
        if reading.text(paragraph):
            row = next(paragraph.iterancestors(f"{reading.W}tr"), paragraph)
            assert next(row.iter(f"{reading.W}bookmarkStart"), None) is not None, reading.text(paragraph)


@pytest.mark.parametrize("form", FORMS)
def test_no_two_ids_are_the_same(form: str) -> None:
    """Bookmarks and comments share one row of ids; each comment is anchored once."""
    data = review(FORMS[form], HOSTILE, ("二",))
    body, part = reading.tree(data), reading.tree(data, "word/comments.xml")
    starts = [str(one.get(f"{reading.W}id")) for one in body.iter(f"{reading.W}bookmarkStart")]
    comments = [str(one.get(f"{reading.W}id")) for one in reading.find(part, "w:comment")]
    assert len({*starts, *comments}) == len(starts) + len(comments)
    for element in ("commentRangeStart", "commentRangeEnd", "commentReference"):
        assert [one.get(f"{reading.W}id") for one in body.iter(f"{reading.W}{element}")] == comments


def test_a_comment_has_its_lines_and_the_reports_date() -> None:
    """Never the clock's; a report without a date gives it none."""
    for form, date in (("plain", f"{documents.DAY.isoformat()}T00:00:00Z"), ("undated", None)):
        data = review(FORMS[form], HOSTILE)
        part = reading.tree(data, "word/comments.xml")
        for comment in reading.find(part, "w:comment"):
            assert comment.get(f"{reading.W}date") == date
            assert comment.get(f"{reading.W}author") == AUTHOR
            lines = [reading.text(one) for one in reading.find(comment, "w:p")]
            assert lines == ["一行", "<&>\"' ]]>", "��  �"]
        today = dt.datetime.now(tz=dt.UTC).date().isoformat()
        assert not [name for name, content in reading.parts(data).items() if today.encode() in content]


def test_a_comment_hangs_on_the_heading_that_runs_into_the_text() -> None:
    """Behind a last line that is full its mark would begin another line in LibreOffice."""
    body = reading.tree(review(FORMS["plain"], ("一",)))
    headed = [
        paragraph
        for paragraph in body.iter(f"{reading.W}p")
        if len([run for run in reading.find(paragraph, "w:r") if reading.find(run, "w:t")]) > 1
    ]
    assert headed
    for paragraph in headed:
        end = next(paragraph.iter(f"{reading.W}commentRangeEnd"))
        before = list(end.itersiblings(f"{reading.W}r", preceding=True))
        assert len(before) == 1
        assert reading.text(before[0]).endswith("。")


def test_thousands_of_comments_take_a_moment() -> None:
    """Each costs the same, however many there are before it."""
    document = documents.plain(*documents.body(1500, 1))
    begun = time.process_time()
    data = review(document, ("一", "二"), ("三",), ("四",), ("五",))
    assert time.process_time() - begun < 10
    assert len(reading.find(reading.tree(data, "word/comments.xml"), "w:comment")) > 6000


def test_the_same_copy_has_the_same_bytes() -> None:
    assert review(documents.formal(), HOSTILE) == review(documents.formal(), HOSTILE)


def test_without_its_anchors_a_copy_is_the_report() -> None:
    """Nothing else differs in the body, and nothing of a review copy is in the report."""
    report = documents.docx(documents.formal())
    copy = reading.tree(review(documents.formal(), ("一",)))
    marks = [f"{reading.W}{name}" for name in _MARKS]
    for mark in list(copy.iter(*marks)):
        element = mark.getparent() if mark.tag == f"{reading.W}commentReference" else mark
        assert element is not None
        holder = element.getparent()
        assert holder is not None
        holder.remove(element)
    assert [etree.tostring(one, method="c14n") for one in copy] == [
        etree.tostring(one, method="c14n") for one in reading.tree(report)
    ]
    assert not [name for name in reading.parts(report) if "comments" in name]
    assert "CommentReference" not in reading.style_names(report)


def test_the_styles_of_comments_are_those_that_word_knows() -> None:
    names = reading.style_names(review(documents.plain(), ("一",)))
    assert names["CommentText"] == "annotation text"
    assert names["CommentReference"] == "annotation reference"
    assert "CommentText" not in reading.style_names(review(documents.plain()))


@pytest.mark.parametrize(
    "forms",
    [
        pytest.param(("undated",), id="sample", marks=pytest.mark.slow),
        pytest.param(tuple(FORMS), id="long", marks=pytest.mark.long),
    ],
)
def test_word_opens_every_copy(tmp_path: Path, forms: tuple[str, ...]) -> None:
    """Both validators find nothing."""
    paths = []
    for form in forms:
        for name, comments in (("bookmarks", ()), ("comments", (HOSTILE, ("二",)))):
            paths.append(tmp_path / f"{form}-{name}.docx")
            paths[-1].write_bytes(review(FORMS[form], *comments))
    assert validator.errors(*paths) == ()
    # one by one: it holds a document's comments against the ids of the one before
    assert [fault for path in paths for fault in validator.audit(path)] == []


@pytest.mark.long
def test_bookmarks_and_comments_survive_libreoffice(tmp_path: Path) -> None:
    document = FORMS["joint"]
    (tmp_path / "稿.docx").write_bytes(review(document, ("一",)))
    (tmp_path / "saved").mkdir()
    saved = office.resave(tmp_path / "稿.docx", tmp_path / "saved")
    names = {
        str(one.get(f"{reading.W}name"))
        for one in reading.tree(saved.read_bytes()).iter(f"{reading.W}bookmarkStart")
    }
    assert {BOOKMARK + one.name for one in snapshot(document).paragraphs} <= names
    part = reading.tree(saved.read_bytes(), "word/comments.xml")
    assert len(reading.find(part, "w:comment")) == len(snapshot(document).paragraphs)
