"""The verb: findings and JSON on stdout, talk on stderr, the documented exit codes."""

from __future__ import annotations

import json
import os
import socket
from pathlib import Path
from typing import Any

import pytest

from reportctl.cli import main
from tests.inspect import handmade
from tests.inspect.editing import Editable
from tests.inspect.spoils import SPOILS


def spoilt(name: str) -> bytes:
    document = Editable(handmade.formal())
    next(spoil for spoil in SPOILS if spoil.name == name).make(document)
    return document.save()


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "好.docx").write_bytes(handmade.formal())
    (tmp_path / "边距.docx").write_bytes(spoilt("word-default-top"))
    (tmp_path / "字体.docx").write_bytes(spoilt("body-in-song"))
    (tmp_path / "旧.docx").write_bytes(
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "WordDocument".encode("utf-16-le")
    )
    return tmp_path


@pytest.mark.parametrize(
    ("files", "code"),
    [
        (["好.docx"], 0),
        (["字体.docx"], 0),  # 一般: a warning
        (["边距.docx"], 1),  # 应当: an error
        (["旧.docx"], 4),
        (["没有.docx"], 4),
        (["旧.docx", "边距.docx"], 4),
        ([], 2),
    ],
)
def test_exit_codes(files: list[str], code: int, folder: Path) -> None:
    assert main(["inspect", *files]) == code


def test_one_line_a_finding(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["inspect", "--format", "concise", "边距.docx", "字体.docx"])
    captured = capsys.readouterr()
    first, second = captured.out.splitlines()
    assert first == (
        "边距.docx:1:1: error: 天头不对：现为25.4 mm，应为37mm"
        "（GB/T 9704-2012 第5.2.1条，应当） [page-margin]"
    )
    assert second.startswith(
        "字体.docx:25:1: warning: 第25段“下一步，将持续推进法治政府建设，……”：正文的字体"
    )
    assert "边距.docx：按“党政机关公文格式（GB/T 9704-2012）”检查，1 处不合规定" in captured.err


def test_a_refused_file_does_not_hide_the_others(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["inspect", "--format", "concise", "旧.docx", "边距.docx"])
    first, second = capsys.readouterr().out.splitlines()
    assert first == "旧.docx:1:1: error: 旧格式的 .doc 或 .wps 文件 [old-word-file]"
    assert second.endswith("[page-margin]")


def test_a_file_that_may_not_be_read_does_not_hide_the_others(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    opened = os.open

    def refuse(path: str | Path, flags: int, *others: Any, **named: Any) -> int:
        if Path(path).name == "字体.docx":
            raise PermissionError(13, "Permission denied")
        return opened(path, flags, *others, **named)

    monkeypatch.setattr("os.access", lambda *_, **__: False)
    monkeypatch.setattr("os.open", refuse)
    assert main(["inspect", "--format", "concise", "字体.docx", "边距.docx"]) == 4
    first, second = capsys.readouterr().out.splitlines()
    assert first == "字体.docx:1:1: error: 无法读取文件“字体.docx”：没有权限 [unreadable-file]"
    assert second.endswith("[page-margin]")


def test_json(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["inspect", "--format", "json", "好.docx", "字体.docx", "旧.docx"])
    tree = json.loads(capsys.readouterr().out)
    assert tree["version"] == 1
    assert tree["summary"] == {"errors": 1, "warnings": 1, "notes": 0, "documents": 3, "refused": ["旧.docx"]}
    assert [one["profile"] for one in tree["documents"]] == ["gb9704", "gb9704"]
    assert tree["documents"][0]["title"] == "关于鹤城区2023年度法治政府建设情况的报告"
    font = tree["findings"][0]
    assert {
        key: font[key] for key in ("code", "severity", "file", "line", "strength", "clause", "paragraph")
    } == {
        "code": "element-font",
        "severity": "warning",
        "file": "字体.docx",
        "line": 25,
        "strength": "should",
        "clause": "7.3.3",
        "paragraph": 25,
    }
    assert (font["actual"], font["expected"]) == ("宋体", "仿宋")
    assert font["excerpt"].startswith("下一步")


def test_a_layout_of_ones_own(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "office.yaml").write_text(
        "based_on: gb9704\npage: {top: 25.4mm, bottom: 35mm}\n", encoding="utf-8"
    )
    main(["inspect", "--layout", "office.yaml", "边距.docx"])
    assert "page-margin" not in capsys.readouterr().out
    main(["inspect", "--layout", "office.yaml", "好.docx"])
    assert "page-margin" in capsys.readouterr().out


def test_an_unknown_layout(folder: Path) -> None:
    assert main(["inspect", "--layout", "gb9705", "好.docx"]) == 3


def test_quiet_says_errors_only(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["-q", "inspect", "好.docx", "字体.docx"])
    captured = capsys.readouterr()
    assert captured.out + captured.err == ""


@pytest.mark.parametrize("kind", ["pipe", "socket", "device", "folder"])
def test_what_is_no_regular_file_is_refused_and_not_waited_for(
    folder: Path, kind: str, capsys: pytest.CaptureFixture[str]
) -> None:
    path = Path("x.docx")
    if kind == "pipe":
        os.mkfifo(path)
    elif kind == "socket":
        with socket.socket(socket.AF_UNIX) as server:
            server.bind(str(path))
    elif kind == "device":
        path.symlink_to("/dev/zero")
    else:
        path.mkdir()
    assert main(["inspect", "x.docx", "好.docx"]) == 4
    assert "无法读取文件“x.docx”" in capsys.readouterr().out
