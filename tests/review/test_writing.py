"""edits.yaml: what a person wrote stays byte for byte, whatever way the file is written in."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from reportctl.review.places import HEADER
from tests.review.drafts import Office, wanted
from tests.review.leader import Leader

if TYPE_CHECKING:
    from pathlib import Path

WORDS = "通过执法考试人员245名"
PLACE = "{at: work.disputes, heading: 加强行政复议应诉工作, omit: true, reason: 另行报告}"
WAYS = {
    "none": b"",
    "only comments": "# 还没有决定\n".encode(),
    "without a break at the end": "- {department: 区司法局, part: other, omit: true, reason: 略}".encode(),
    "indented": (
        "  - department: 区司法局\n    part: other\n    omit: true  # 略\n    reason: 略\n\n# 完\n".encode()
    ),
    "windows": "- department: 区司法局\r\n  part: other\r\n  omit: true\r\n  reason: 略\r\n".encode(),
    "byte order mark": "\ufeff- {department: 区司法局, part: other, omit: true, reason: 略}\n".encode(),
    "gb18030": "- {department: 区司法局, part: other, omit: true, reason: 略}\n".encode("gb18030"),
    "in brackets": "[{department: 区司法局, part: other, omit: true, reason: 略}]\n".encode(),
    "brackets with nothing in them": b"[]\n",
    "chinese keys": "- {部门: 区司法局, 来源: 其他, 删去: 是, 理由: 略}\n".encode(),
    "a decision of one's own": f"- {PLACE}  # 看过了\n".encode(),
}


def began(office: Office, edits: bytes) -> Leader:
    """A draft with this edits.yaml, open in Word."""
    path = office.root / "edits.yaml"
    if edits:
        path.write_bytes(edits)
    else:
        path.unlink()
    return Leader(office.draft().read_bytes())


@pytest.mark.parametrize(
    "way",
    [pytest.param(way, marks=[] if way in ("indented", "in brackets") else pytest.mark.long) for way in WAYS],
)
def test_what_stood_there_stays_through_write_rewrite_and_removal(office: Office, way: str) -> None:
    leader = began(office, WAYS[way])
    as_it_was = Leader(leader.data)
    words = next(line for line in leader.lines if WORDS in line)
    leader.replace(leader.at(WORDS), "245", "246")
    leader.insert(leader.at(words[:10]), "9.推进行政执法数字化。建成平台。")
    assert office.take(leader.save(), "--write").code == 0
    assert office.report() == wanted(leader)
    first = office.edits
    assert_kept(WAYS[way], first)
    second = Leader(office.draft("二稿").read_bytes())
    second.replace(second.at("通过执法考试人员246名"), "246", "247")
    assert office.take(second.save(), "--write").code == 0
    assert office.report() == wanted(second)
    assert_kept(WAYS[way], office.edits)
    office.draft("三稿")
    as_it_was.paste_anew()
    assert office.take(as_it_was.save(), "--write", "--round", "三稿").code == 0
    assert office.edits == WAYS[way]


def assert_kept(old: bytes, new: bytes) -> None:
    if old.startswith(b"["):
        assert new.startswith(old.rstrip(b"]\n"))
    else:
        assert new.startswith(old)
        header = HEADER.encode("gb18030" if b"\xd6" in old else "utf-8")
        assert new.count(header) == 1


def test_a_decision_of_ones_own_is_not_written_over(office: Office, leader: Leader) -> None:
    leader.replace(leader.at(WORDS), "245", "246")
    own = "\n- {at: work.enforcement, heading: 加强行政执法队伍监管, text: 加强行政执法队伍监管。我写的。}\n"
    path = office.root / "edits.yaml"
    path.write_bytes(office.edits + own.encode())
    before = office.edits
    done = office.take(leader.save(), "--write", "--format", "json")
    assert done.code == 1
    assert [change["state"] for change in done.json["changes"]] == ["conflict"]
    assert office.edits == before


def test_two_peoples_copies_of_one_draft_add_up(office: Office) -> None:
    data = office.draft().read_bytes()
    first, second = Leader(data), Leader(data)
    first.replace(first.at(WORDS), "245", "246")
    second.replace(second.at("专此报告"), "专此", "特此")
    assert office.take(first.save(), "--write", "--by", "张区长").code == 0
    assert office.take(second.save(), "--write", "--by", "李常委").code == 0
    report = "\n".join(office.report())
    assert "通过执法考试人员246名" in report
    assert "特此报告。" in report
    third = Leader(data)
    third.replace(third.at(WORDS), "245", "250")
    assert office.take(third.save(), "--write", "--by", "李常委").code == 1
    assert "通过执法考试人员246名" in "\n".join(office.report())


def test_a_change_of_ones_own_copy_replaces_the_first(office: Office) -> None:
    data = office.draft().read_bytes()
    for text, number in (("建成平台。", "246"), ("建成平台一个。", "248")):
        leader = Leader(data)
        leader.replace(leader.at(WORDS), "245", number)
        leader.insert(leader.at("3.加强行政执法队伍监管"), f"4.推进行政执法数字化。{text}")
        assert office.take(leader.save(), "--write", "--by", "张区长").code == 0
        assert office.report() == wanted(leader)


def test_what_the_editor_took_out_does_not_come_back(office: Office, leader: Leader) -> None:
    before = office.edits
    leader.replace(leader.at(WORDS), "245", "246")
    office.take(leader.save(), "--write")
    copy = office.draft("二稿")
    (office.root / "edits.yaml").write_bytes(before)
    assert office.take(copy, "--write").code == 0
    assert office.edits == before


def test_an_added_point_can_be_taken_back_whatever_number_was_typed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    office = Office.of_example("five-chapters", tmp_path / "p", capsys)
    before = office.edits
    leader = Leader(office.draft().read_bytes())
    as_it_was = Leader(leader.data)
    point = next(number for number, line in enumerate(leader.lines) if line.startswith("\uff081\uff09"))
    leader.insert(point, "\uff089\uff09层层压实工作责任。")
    assert office.take(leader.save(), "--write").code == 0
    assert "\uff082\uff09层层压实工作责任。" in office.report()
    office.draft("二稿")
    as_it_was.paste_anew()
    assert office.take(as_it_was.save(), "--write", "--round", "二稿").code == 0
    assert office.edits == before


def test_a_point_that_was_rewritten_is_known_by_the_words_that_were_built(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    office = Office.of_example("five-chapters", tmp_path / "p", capsys)
    before = office.edits
    leader = Leader(office.draft().read_bytes())
    as_it_was = Leader(leader.data)
    point = next(number for number, line in enumerate(leader.lines) if line.startswith("\uff082\uff09"))
    leader.retype(point, "\uff082\uff09经验做法在全市推广。", keeps_bookmark=True)
    leader.insert(point, "\uff089\uff09层层压实工作责任。")
    assert office.take(leader.save(), "--write").code == 0
    office.draft("二稿")
    as_it_was.paste_anew()
    assert office.take(as_it_was.save(), "--write", "--round", "二稿").code == 0
    assert office.edits == before


def test_an_edits_file_that_is_no_list_is_left_alone(office: Office, leader: Leader) -> None:
    leader.replace(leader.at(WORDS), "245", "246")
    for broken in ("a: b\n", "- {department: 区司法局\n"):
        (office.root / "edits.yaml").write_text(broken, "utf-8")
        assert office.take(leader.save(), "--write").code == 3
        assert office.edits == broken.encode()
