"""What lies in an inbox comes in as files, whatever was packed into it and whoever meant harm."""

from __future__ import annotations

import io
import os
import socket
import subprocess
import sys
import time
import zipfile
from typing import TYPE_CHECKING

import pytest

from reportctl.collect.arriving import arrive
from reportctl.collect.ledger import KnownFiles, Ledger

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from reportctl.collect.arrival import Arrival

NOTHING = KnownFiles(Ledger(), "", retry=False, again=False)
TEXT = b"department: x\n"
MOST_SECONDS, MOST_MEGABYTES = 2.0, 200


def packed(members: Iterable[tuple[str, bytes]]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members:
            archive.writestr(name, data)
    return stream.getvalue()


def arrived(*paths: Path) -> list[Arrival]:
    return list(arrive(paths, NOTHING, paths[0].parent / "项目"))


def of_bytes(folder: Path, data: bytes, name: str = "来件.zip") -> list[Arrival]:
    (folder / name).write_bytes(data)
    return arrived(folder / name)


def test_a_folder_gives_its_files_in_order_without_what_systems_leave(tmp_path: Path) -> None:
    for name in ("b.yaml", "a/c.yaml", ".hidden", "~$b.docx", "Thumbs.db"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(TEXT)

    assert [arrival.via for arrival in arrived(tmp_path)] == [
        str(tmp_path / "a/c.yaml"),
        str(tmp_path / "b.yaml"),
    ]


def test_the_projects_own_folder_is_passed_over(tmp_path: Path) -> None:
    (tmp_path / "项目").mkdir()
    (tmp_path / "项目/report.yaml").write_bytes(TEXT)
    (tmp_path / "来件.yaml").write_bytes(TEXT)

    found = arrive([tmp_path], NOTHING, tmp_path / "项目")

    assert [arrival.name for arrival in found] == ["来件.yaml"]


@pytest.mark.parametrize("encoding", ["gb18030", "utf-8"])
def test_names_in_an_archive_are_what_the_sender_saw(tmp_path: Path, encoding: str) -> None:
    name = "县司法局/材料.yaml"
    data = packed([("X" * len(name.encode(encoding)), TEXT)])
    data = data.replace(b"X" * len(name.encode(encoding)), name.encode(encoding))

    (arrival,) = of_bytes(tmp_path, data)

    assert arrival.name == "材料.yaml"
    assert arrival.via == f"{tmp_path}/来件.zip!县司法局/材料.yaml"
    assert arrival.data == TEXT


def test_only_the_last_part_of_a_name_counts(tmp_path: Path) -> None:
    names = ["../../../etc/passwd.yaml", "C:\\windows\\evil.yaml", "/abs.yaml"]
    found = of_bytes(tmp_path, packed((name, TEXT + name.encode()) for name in names))

    assert [arrival.name for arrival in found] == ["passwd.yaml", "evil.yaml", "abs.yaml"]
    assert not any(arrival.problem for arrival in found)


def test_a_member_without_a_name_is_passed_over(tmp_path: Path) -> None:
    data = packed([("name", b"x"), ("a.docx", b"y")]).replace(b"name", b"\0ame")
    (found,) = of_bytes(tmp_path, data)
    assert (found.name, found.data) == ("a.docx", b"y")


def nested(depth: int) -> bytes:
    data = packed([("x.yaml", TEXT)])
    for _ in range(depth - 1):
        data = packed([("inner.zip", data)])
    return data


def link() -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        info = zipfile.ZipInfo("link.docx")
        info.external_attr = 0o120777 << 16
        archive.writestr(info, "/etc/passwd")
    return stream.getvalue()


def with_password() -> bytes:
    data = bytearray(packed([("a.yaml", TEXT)]))
    for signature, offset in ((b"PK\3\4", 6), (b"PK\1\2", 8)):
        data[data.find(signature) + offset] |= 1
    return bytes(data)


def damaged() -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("a.yaml", TEXT)
    return stream.getvalue().replace(TEXT, TEXT.upper())


def overlapping() -> bytes:
    """An archive of many members that share their bytes."""
    one = packed([("a" * 8, os.urandom(1 << 20))])
    start = one.rfind(b"PK\1\2")
    end = one.rfind(b"PK\5\6")
    entry = one[start:end]
    tail = bytearray(one[end:])
    count = 900
    tail[8:12] = count.to_bytes(2, "little") * 2
    tail[12:16] = (len(entry) * count).to_bytes(4, "little")
    entries = b"".join(entry.replace(b"a" * 8, f"{number:08}".encode()) for number in range(count))
    return one[:start] + entries + bytes(tail)


HOSTILE: dict[str, tuple[Callable[[], bytes], str]] = {
    "bomb": (lambda: packed([("a.docx", bytes(300 << 20))]), "不合常理"),
    "many small bombs": (lambda: packed((f"{n}.docx", bytes(30 << 20)) for n in range(8)), "不合常理"),
    "overlapping": (overlapping, "不合常理"),
    "nested": (lambda: nested(5), "套得太深"),
    "link": (link, "链接"),
    "password": (with_password, "密码"),
    "damaged": (damaged, "损坏"),
    "members": (lambda: packed((f"{n}.yaml", TEXT) for n in range(5000)), "5000 个文件"),
    "empty": (lambda: packed([]), "没有文件"),
}


@pytest.mark.parametrize("case", HOSTILE)
def test_a_hostile_archive_is_refused_with_its_reason_in_bounds(tmp_path: Path, case: str) -> None:
    make, reason = HOSTILE[case]
    data = make()
    started = time.process_time()

    found = of_bytes(tmp_path, data)

    assert time.process_time() - started < MOST_SECONDS
    assert found != []
    assert all(reason in arrival.problem and arrival.remedy for arrival in found)
    assert [path.name for path in tmp_path.iterdir()] == ["来件.zip"]


def test_three_levels_of_archives_are_opened(tmp_path: Path) -> None:
    (arrival,) = of_bytes(tmp_path, nested(3))
    assert arrival.data == TEXT


def test_what_is_no_file_is_neither_followed_nor_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.docx")
    (tmp_path / "b.docx").symlink_to("/etc/passwd")
    server = socket.socket(socket.AF_UNIX)
    server.bind(str(tmp_path / "c.docx"))
    with (tmp_path / "d.docx").open("wb") as file:
        file.truncate(33 << 20)

    found = {arrival.name: arrival for arrival in arrived(tmp_path)}
    server.close()

    assert [found[name].data for name in sorted(found)] == [b""] * 4
    assert "普通文件" in found["a.docx"].problem
    assert "链接" in found["b.docx"].problem
    assert "普通文件" in found["c.docx"].problem
    assert "33 MB" in found["d.docx"].problem


def test_a_run_takes_so_many_files_and_the_next_one_the_rest(tmp_path: Path) -> None:
    for number in range(2003):
        (tmp_path / f"{number:04}.yaml").write_bytes(str(number).encode())

    *taken, last = arrived(tmp_path)

    assert len(taken) == 2000
    assert last.passing
    assert "2000" in last.problem


def test_memory_is_bounded(tmp_path: Path) -> None:
    (tmp_path / "bomb.zip").write_bytes(HOSTILE["many small bombs"][0]())
    code = (
        "import re, sys\nfrom pathlib import Path\n"
        "from reportctl.collect.arriving import arrive\n"
        "from reportctl.collect.ledger import KnownFiles, Ledger\n"
        "known = KnownFiles(Ledger(), '', retry=False, again=False)\n"
        "list(arrive([Path(sys.argv[1])], known, Path('/none')))\n"
        # what getrusage says includes the process that this one was forked from
        "print(re.search(r'VmHWM:\\s+(\\d+)', Path('/proc/self/status').read_text())[1])\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, tmp_path], capture_output=True, encoding="utf-8", check=True
    )
    assert int(done.stdout) < MOST_MEGABYTES << 10
