"""Mail saved as .eml: what it brings comes in by its right name, with who sent it; harm is bounded."""

from __future__ import annotations

import csv
import json
import os
import random
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import pytest

from tests.collect import mails
from tests.collect.inbox import YAML, Inbox, word
from tests.collect.test_arriving import MOST_MEGABYTES, MOST_SECONDS, TEXT, arrived, of_bytes, packed
from tests.tools.project import Folder

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from reportctl.collect.arrival import Arrival

NAME = "县司法局法治政府建设情况材料.docx"


@pytest.fixture
def inbox(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Inbox:
    root = tmp_path / "project"
    root.mkdir()
    return Inbox(Folder(root, capsys))


def of_mail(folder: Path, data: bytes) -> list[Arrival]:
    return of_bytes(folder, data, "邮件.eml")


def one(folder: Path, data: bytes) -> Arrival:
    (arrival,) = of_mail(folder, data)
    return arrival


@pytest.mark.parametrize("way", mails.WAYS)
def test_a_file_has_the_name_that_its_sender_saw(tmp_path: Path, way: str) -> None:
    arrival = one(tmp_path, mails.mail(mails.LETTER, mails.enclosure(NAME, TEXT, way)))

    assert (arrival.name, arrival.data, arrival.problem) == (NAME, TEXT, "")
    assert arrival.via == f"{tmp_path / '邮件.eml'}!{NAME}"


@pytest.mark.parametrize(
    "name", ["..\\..\\etc\\甲.docx", "../../etc/甲.docx", "C:\\材料\\甲.docx", "/甲.docx"]
)
def test_only_the_last_part_of_a_name_counts(tmp_path: Path, name: str) -> None:
    assert one(tmp_path, mails.mail(mails.LETTER, mails.enclosure(name, TEXT, "raw gbk"))).name == "甲.docx"


@pytest.mark.parametrize(
    ("sender", "shown"),
    [
        (f"{mails.word('李某', 'gb2312')} <li@example.cn>", "李某 <li@example.cn>"),
        (f'"{mails.word("李某")}" <li@example.cn>', "李某 <li@example.cn>"),
        ('"李某 县司法局" <li@example.cn>', "李某 县司法局 <li@example.cn>"),
        ("li@example.cn", "li@example.cn"),
        ("<li@example.cn>", "li@example.cn"),
        ("李某", "李某"),
        ("", ""),
        ("((((" * 900, "(" * 400),
    ],
)
def test_who_sent_it(tmp_path: Path, sender: str, shown: str) -> None:
    arrival = one(tmp_path, mails.mail(mails.LETTER, mails.enclosure(NAME, TEXT), sender=sender))

    assert arrival.letter is not None
    assert arrival.letter.sender == shown
    assert arrival.letter.subject == "报送法治政府建设材料"


@pytest.mark.parametrize(
    ("date", "written"),
    [
        (mails.DATE, 1704677400.0),
        ("8 Jan 2024 01:30:00 GMT", 1704677400.0),
        ("昨天", None),
        ("", None),
        ("Mon, 99 Xyz 99999 99:99:99 +9999", None),
        ("Thu, 01 Jan 1970 00:00:00 +0000", None),
    ],
)
def test_when_it_was_sent(tmp_path: Path, date: str, written: float | None) -> None:
    (tmp_path / "a.eml").write_bytes(mails.mail(mails.LETTER, mails.enclosure(NAME, TEXT), date=date))
    os.utime(tmp_path / "a.eml", (86400, 86400))

    (arrival,) = arrived(tmp_path / "a.eml")

    assert arrival.written == (86400 if written is None else written)


def test_what_mail_programs_add_is_no_file(tmp_path: Path) -> None:
    related = mails.multipart(mails.LETTER, mails.PICTURE, boundary="inner", kind="related")
    card = b"Content-Type: text/x-vcard; name=li.vcf\r\n\r\nBEGIN:VCARD\r\n"
    signature = mails.enclosure("smime.p7s", b"x", "ascii", "application/pkcs7-signature")

    found = of_mail(tmp_path, mails.mail(related, mails.enclosure(NAME, TEXT), card, signature))

    assert [arrival.name for arrival in found] == [NAME]


def test_a_mail_that_is_nothing_but_a_file(tmp_path: Path) -> None:
    assert one(tmp_path, mails.mail(mails.enclosure(NAME, TEXT))).name == NAME


@pytest.mark.parametrize("encoding", ["7bit", "8bit", "quoted-printable", "QUOTED-PRINTABLE", "binary"])
def test_other_encodings(tmp_path: Path, encoding: str) -> None:
    part = f'Content-Type: text/yaml; name="a.yaml"\r\nContent-Transfer-Encoding: {encoding}\r\n\r\n'.encode()
    assert one(tmp_path, mails.mail(mails.LETTER, part + TEXT)).data == TEXT


def test_line_ends_of_unix_and_a_mark_of_utf_8(tmp_path: Path) -> None:
    data = mails.mail(mails.LETTER, mails.enclosure(NAME, TEXT)).replace(b"\r\n", b"\n")
    assert one(tmp_path, b"\xef\xbb\xbf" + data).data == TEXT


def test_a_mail_that_broke_off_gives_what_is_there(tmp_path: Path) -> None:
    data = mails.mail(mails.LETTER, mails.enclosure(NAME, bytes(range(256)) * 40))
    found = one(tmp_path, data[: len(data) // 2])

    assert bytes(range(256)) * 10 == found.data[:2560]


def test_a_forwarded_mail_and_a_zip_in_it(tmp_path: Path) -> None:
    inner = mails.mail(
        mails.LETTER,
        mails.enclosure("材料.zip", packed([("县司法局.yaml", TEXT), ("县公安局.yaml", TEXT + TEXT)])),
        subject=mails.word("县司法局材料"),
        date="Sun, 07 Jan 2024 09:30:00 +0800",
    )
    outer = mails.mail(mails.LETTER, mails.forwarded(inner), sender="王某 <wang@example.cn>")

    first, second = of_mail(tmp_path, outer)

    assert (first.name, second.name) == ("县司法局.yaml", "县公安局.yaml")
    assert first.via.endswith("邮件.eml!县司法局材料.eml!材料.zip!县司法局.yaml")
    assert first.letter is not None
    assert first.letter.sender == "李某 <li@example.cn>（由 王某 <wang@example.cn> 转发）"
    assert first.letter.subject == "县司法局材料"
    assert first.written == first.letter.sent == 1704591000.0


def test_a_forwarded_mail_that_was_encoded(tmp_path: Path) -> None:
    inner = mails.mail(mails.LETTER, mails.enclosure(NAME, TEXT))
    part = b"Content-Type: message/rfc822\r\nContent-Transfer-Encoding: base64\r\n\r\n" + mails.lines(inner)

    assert one(tmp_path, mails.mail(mails.LETTER, part)).name == NAME


def deep(levels: int) -> bytes:
    data = mails.enclosure(NAME, TEXT)
    for level in range(levels):
        data = mails.multipart(mails.LETTER, data, boundary=f"b{level}")
    return mails.mail(data)


def nested(levels: int) -> bytes:
    data = mails.mail(mails.LETTER, mails.enclosure(NAME, TEXT))
    for _ in range(levels):
        data = mails.mail(mails.LETTER, mails.forwarded(data))
    return data


def many(count: int) -> bytes:
    return mails.mail(*(mails.enclosure(f"{number}.yaml", TEXT, "ascii") for number in range(count)))


def noise(size: int) -> bytes:
    return random.Random(7).randbytes(size)  # noqa: S311 - no secret


def garbage() -> bytes:
    head = b"From: a@b\r\nTo: c@d\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n"
    return head + noise(8 << 20)


HOSTILE: dict[str, tuple[Callable[[], bytes], str]] = {
    "deep multiparts": (lambda: deep(60), "套得太深"),
    "very deep multiparts": (lambda: deep(2000), "套得太深"),
    "mails in mails": (lambda: nested(8), "套得太深"),
    "a head of 5 MB": (lambda: mails.mail(mails.LETTER, subject="x" * (5 << 20)), "头大得不合常理"),
    "5 MB of fields": (lambda: b"From: a@b\r\nTo: c\r\n" + b"X: y\r\n" * 900_000, "头大得不合常理"),
    "5 MB of semicolons": (
        lambda: b"From: a@b\r\nTo: c\r\nContent-Type: multipart/mixed" + b";" * (5 << 20),
        "头大得不合常理",
    ),
    "a part with a head of 5 MB": (
        lambda: mails.mail(mails.LETTER, b"Content-Type: a/b; name=" + b"x;" * (5 << 19) + b"\r\n\r\nx"),
        "头大得不合常理",
    ),
    "boundaries without end": (
        lambda: mails.mail(mails.multipart(*[b""] * 3000)) + b"--a" * 300_000,
        "多得不合常理",
    ),
    "garbage": (garbage, "没有附件"),
    "no file": (lambda: mails.mail(mails.LETTER), "没有附件"),
    "encrypted": (
        lambda: mails.mail(mails.enclosure("smime.p7m", b"x", "ascii", "application/pkcs7-mime")),
        "加密",
    ),
    "winmail.dat": (
        lambda: mails.mail(
            mails.LETTER, mails.enclosure("winmail.dat", b"x", "ascii", "application/ms-tnef")
        ),
        "winmail.dat",
    ),
    "encoded words without end": (
        lambda: mails.mail(mails.LETTER, subject="=?a?q?" * 40_000),
        "没有附件",
    ),
    "a mailbox": (
        lambda: b"\n\n".join([b"From a Mon Jan  8 09:30:00 2024\n" + mails.mail(mails.LETTER)] * 2),
        "整个邮箱",
    ),
}


@pytest.mark.parametrize("case", HOSTILE)
def test_hostile_mail_is_refused_with_its_reason_in_bounds(inbox: Inbox, case: str) -> None:
    make, reason = HOSTILE[case]
    inbox.put("来件.eml", make())
    started = time.process_time()

    done = inbox.collect("--format", "json", str(inbox.path))

    assert time.process_time() - started < MOST_SECONDS
    assert done.code == 1
    assert any(reason in file["result"] and file["note"] for file in done.json["files"])
    assert [path.name for path in inbox.path.iterdir()] == ["来件.eml"]
    assert list((inbox.root / "submissions").glob("*")) == []


def test_a_part_too_many_stops_and_says_so(tmp_path: Path) -> None:
    found = of_mail(tmp_path, many(2001))

    assert len(found) == 2001
    assert "多得不合常理" in found[-1].problem


@pytest.mark.slow
@pytest.mark.parametrize("case", ["large", "garbage", "5 MB of fields", "boundaries without end"])
def test_memory_is_bounded(tmp_path: Path, case: str) -> None:
    large = mails.mail(mails.LETTER, mails.enclosure(NAME, noise(23 << 20)))
    (tmp_path / "a.eml").write_bytes(large if case == "large" else HOSTILE[case][0]())
    code = (
        "import re, sys, time\nfrom pathlib import Path\n"
        "from reportctl.collect.arriving import arrive\n"
        "from reportctl.collect.ledger import KnownFiles, Ledger\n"
        "known = KnownFiles(Ledger(), '', retry=False, again=False)\n"
        "for arrival in arrive([Path(sys.argv[1])], known, Path('/none')):\n"
        "    assert arrival.problem or len(arrival.data) == 23 << 20\n"
        "print(re.search(r'VmHWM:\\s+(\\d+)', Path('/proc/self/status').read_text())[1])\n"
        "print(time.process_time())\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, tmp_path], capture_output=True, encoding="utf-8", check=True
    )
    memory, seconds = done.stdout.split()
    assert int(memory) < MOST_MEGABYTES << 10
    assert float(seconds) < MOST_SECONDS


def test_the_sender_stands_in_the_ledger_and_the_newer_mail_counts(inbox: Inbox) -> None:
    new = mails.enclosure("材料.yaml", YAML.format(name="县司法局", count=2).encode())
    old = mails.enclosure("材料.yaml", YAML.format(name="县司法局", count=1).encode())
    inbox.put("1.eml", mails.mail(mails.LETTER, new, date="Tue, 09 Jan 2024 09:30:00 +0800"))
    inbox.put("2.eml", mails.mail(mails.LETTER, old, date="Mon, 08 Jan 2024 09:30:00 +0800"))

    done = inbox.collect()

    assert done.out.splitlines() == ["submissions/县司法局.yaml"]
    assert "评查案卷2本" in inbox.submission("县司法局")
    ledger = [
        json.loads(line) for line in (inbox.root / "received/ledger.jsonl").read_text("utf-8").splitlines()
    ]
    assert [line["sender"] for line in ledger] == ["李某 <li@example.cn>"] * 2
    assert [line["version"] for line in ledger] == [1, 2]
    with (inbox.root / "received/台账.csv").open(encoding="utf-8-sig", newline="") as table:
        assert [row["发件人"] for row in csv.DictReader(table)] == ["李某 <li@example.cn>"] * 2
    again = inbox.collect()
    assert (again.code, again.out) == (0, "")
    assert "没有新的来件" in again.err


def test_the_subject_tells_whose_a_report_is_that_does_not_say(inbox: Inbox) -> None:
    report = mails.enclosure("材料.docx", word(""))
    inbox.put("a.eml", mails.mail(mails.LETTER, report, subject=mails.word("县公安局报送材料", "gb2312")))

    assert inbox.collect().out.splitlines() == ["submissions/县公安局.yaml"]


def test_a_mail_without_a_file_is_told_once_with_its_sender(inbox: Inbox) -> None:
    inbox.put("a.eml", mails.mail(mails.LETTER))

    first, second = inbox.collect(), inbox.collect()

    assert (first.code, second.code) == (1, 0)
    assert "邮件里没有附件" in first.err
    (note,) = (inbox.root / "received/pending").glob("*.txt")
    assert "发件人：李某 <li@example.cn>\r\n" in note.read_bytes().decode("utf-8-sig")
