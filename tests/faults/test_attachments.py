"""Attachments that lie about their type, are broken, or lie outside: refused at their line of report.yaml."""

from __future__ import annotations

import os
import struct
from typing import TYPE_CHECKING

import pytest

from tests.faults.intake import FILE, SOUND

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.faults.intake import Intake


def png(width: int = 8, height: int = 8, *, end: bytes = b"\0\0\0\0IEND\xaeB`\x82") -> bytes:
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + struct.pack(">I", 13) + b"IHDR" + header + b"\0\0\0\0" + end


LYING: dict[str, tuple[str, bytes]] = {
    "text as .png": ("a.png", "文字".encode()),
    ".png as .jpg": ("a.jpg", png()),
    "half a .png": ("a.png", png()[:20]),
    "a .png without an end": ("a.png", png(end=b"")),
    "a .png of no size": ("a.png", png(0, 0)),
    "half a .jpg": ("a.jpg", b"\xff\xd8\xff\xe0\0\x10JFIF"),
    "a .jpg without a frame": ("a.jpg", b"\xff\xd8\xff\xd9"),
    "a .gif": ("a.gif", b"GIF89a"),
    "a drawing": ("a.svg", b"<svg/>"),
    "a program": ("a.exe", b"MZ"),
    "no ending": ("a", b"x"),
    "a .docx as .csv": ("a.csv", b"PK\x03\x04"),
    "a .xls as .csv": ("a.csv", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(90)),
    "UTF-16 as .csv": ("a.csv", "甲,乙\n".encode("utf-16")),
    "an empty .csv": ("a.csv", b""),
    "a .csv of commas": ("a.csv", b",,,\n,,\n"),
    "a .csv that never ends its quote": ("a.csv", b'"' + b"x" * 200_000),
    "damaged .csv": ("a.csv", "甲,乙".encode()[:-1]),
    "an empty .md": ("a.md", b""),
    "a .png as .md": ("a.md", png()),
    "a mapping as a table": ("a.yaml", b"a: 1\n"),
    "rows without a header": ("a.yaml", b"rows:\n  - [1]\nrow: [2]\n"),
    "a header without rows": ("a.yaml", b"columns: [1]\nrows: 2\n"),
    "a word as a table": ("a.yaml", b"a\n"),
    "a cell that is a list": ("a.yaml", b"- [1, [2]]\n"),
    "rows and no rows": ("a.yaml", b"- 1\n- [2]\n"),
    "broken YAML": ("a.yaml", b"[["),
    "tags": ("a.yaml", b"- [!!python/object:os.system 1]\n"),
    "a bomb": ("a.yaml", b"- &a [x]\n- [*a, *a]\n"),
    "deep YAML": ("a.yaml", b"[" * 100_000),
    "only comments": ("a.yaml", b"# a\n"),
}


def attach(intake: Intake, file: str) -> Intake:
    report = (intake.folder.root / "report.yaml").read_text("utf-8")
    intake.folder.report(
        report.replace("  closing:", f'  attachments:\n    - title: 附表\n      file: "{file}"\n  closing:')
    )
    intake.folder.write(FILE, SOUND)
    return intake


def check_refused(intake: Intake) -> None:
    done = intake.folder.validate()
    assert "Traceback" not in done.err
    assert (done.code, done.findings) == (3, [("bad-attachment", "report.yaml", 11, 13)])
    assert intake.folder.run("build").code == 3
    assert not (intake.folder.root / "output").exists()


@pytest.mark.parametrize("name", LYING)
def test_lying(intake: Intake, name: str) -> None:
    file, data = LYING[name]
    attach(intake, file).folder.write(file, data)
    check_refused(intake)


@pytest.mark.parametrize(
    "file",
    [
        "../secret.csv",
        "/etc/passwd",
        "nowhere.csv",
        "",
        ".",
        "..",
        "submissions",
        "a\\u0000.csv",
        "x" * 300,
        "~",
    ],
)
def test_outside_or_nowhere(intake: Intake, file: str) -> None:
    (intake.folder.root.parent / "secret.csv").write_text("a,b\n", "utf-8")
    check_refused(attach(intake, file))


ODD: dict[str, Callable[[Path], None]] = {
    "a link outside": lambda path: path.symlink_to("../secret.csv"),
    "a link to a device": lambda path: path.symlink_to("/dev/zero"),
    "a link to itself": lambda path: path.symlink_to(path.name),
    "a broken link": lambda path: path.symlink_to("nowhere"),
    "a pipe": os.mkfifo,
    "a folder": lambda path: path.mkdir(),
}


@pytest.mark.parametrize("name", ODD)
def test_odd(intake: Intake, name: str) -> None:
    (intake.folder.root.parent / "secret.csv").write_text("a,b\n", "utf-8")
    ODD[name](attach(intake, "a.csv").folder.root / "a.csv")
    check_refused(intake)


SOUND_ONES: dict[str, tuple[str, bytes, str]] = {
    "csv": ("a.csv", "项目,件\n检查,3\n".encode(), "项目\t件\n检查\t3"),
    "csv of Excel": ("a.csv", "项目,件\r\n检查,3\r\n".encode("gb18030"), "项目\t件\n检查\t3"),
    "csv of another age": ("a.CSV", "项目,件\r检查,3".encode(), "项目\t件\n检查\t3"),
    "csv with a BOM": ("a.csv", "\ufeff项目,件\n检查,3\n".encode(), "项目\t件\n检查\t3"),
    "csv with quotes": ("a.csv", '"项,目",件\n"检""查",3\n'.encode(), "项，目\t件\n"),
    "csv of odd rows": ("a.csv", "项目,件\n检查\n".encode(), "项目\t件\n检查\t"),
    "yaml rows": ("a.yaml", "- [项目, 件]\n- [检查, 03]\n".encode(), "项目\t件\n检查\t03"),
    "yaml mappings": ("a.yml", "- {项目: 检查}\n- {件: 3}\n".encode(), "项目\t件\n检查\t\n\t3"),
    "yaml header and rows": (
        "a.yaml",
        "columns: [项目, 件]\nrows:\n  - [检查, 3]\n".encode(),
        "项目\t件\n检查\t3",
    ),
    "yaml in Chinese": ("a.yaml", "表头: [项目, 件]\n行: [[检查, 3]]\n".encode(), "项目\t件\n检查\t3"),
    "markdown": ("a.md", "# 一\n\n正文。\n".encode(), "一\n正文。"),
    "control characters": ("a.csv", "项\x07目,\x1b[31m\n".encode(), "项\ufffd目\t\ufffd[31m"),
    "picture": ("a.png", png(), "附表"),
}


@pytest.mark.parametrize("name", SOUND_ONES)
def test_sound(intake: Intake, name: str) -> None:
    file, data, text = SOUND_ONES[name]
    attach(intake, file).folder.write(file, data)
    done = intake.folder.run("build", "--docx", "--text")
    assert done.code == 0, done.err
    assert text in "\n".join(intake.folder.lines())
