"""Storing may end at any step: the next run makes it as if nothing had happened."""

from __future__ import annotations

import json
import os
import shutil
from typing import TYPE_CHECKING, Any

import pytest

from tests.collect.inbox import YAML, Inbox, word

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.tools.project import Folder


class DiedError(BaseException):
    """What nothing catches, as nothing catches a kill."""


@pytest.fixture
def inbox(folder: Folder) -> Inbox:
    """Two versions of one department, one that replaces a file of another, one to put aside."""
    made = Inbox(folder)
    for name, heading in (("a.docx", "第一稿"), ("b.docx", "第二稿")):
        made.put(name, word("县司法局", heading=heading))
    made.put("c.yaml", YAML.format(name="县公安局", count=60))
    made.put("d.pdf", b"%PDF-1.7")
    return made


def dying(function: Callable[..., Any], nth: int) -> Callable[..., Any]:
    """The function, until it is called for the nth time."""
    calls: list[int] = []

    def called(*arguments: Any, **named: Any) -> Any:
        calls.append(1)
        if len(calls) >= nth:
            raise DiedError
        return function(*arguments, **named)

    return called


def collected(inbox: Inbox) -> dict[str, object]:
    """The project's files, without the times of receipt and what is made of them."""
    found: dict[str, object] = {}
    for path in inbox.root.rglob("*"):
        name = path.relative_to(inbox.root).as_posix()
        if not path.is_file() or path.name.startswith(".reportctl.lock") or path.suffix in {".csv", ".txt"}:
            continue
        found[name] = path.read_bytes()
    found["receipts"] = inbox.received("receipts") + inbox.received("pending")
    found["received/ledger.jsonl"] = [
        (line["name"], line["state"], line["version"], line["stored"]) for line in inbox.lines()
    ]
    return found


def start(inbox: Inbox) -> None:
    for name in ("submissions", "received"):
        shutil.rmtree(inbox.root / name, ignore_errors=True)
    inbox.folder.write("submissions/公安.yaml", YAML.format(name="县公安局", count=7))


@pytest.mark.slow
@pytest.mark.parametrize("step", ["replace", "fsync"])
def test_whatever_step_is_the_last_the_next_run_makes_it_good(
    inbox: Inbox, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    start(inbox)
    assert inbox.collect().code == 1
    wanted = collected(inbox)
    nth, died = 1, True
    while died:
        start(inbox)
        died = False
        with monkeypatch.context() as patch:
            patch.setattr(os, step, dying(getattr(os, step), nth))
            try:
                inbox.collect()
            except DiedError:
                died = True

        assert inbox.collect().code in {0, 1}

        assert collected(inbox) == wanted, nth
        nth += 1
    assert nth > len(inbox.lines())


def test_the_ledger_is_appended_to_and_nothing_in_it_changes(inbox: Inbox) -> None:
    inbox.collect()
    before = (inbox.root / "received/ledger.jsonl").read_bytes()
    inbox.put("e.docx", word("县林业局"))
    inbox.collect()
    after = (inbox.root / "received/ledger.jsonl").read_bytes()

    assert after.startswith(before)
    assert json.loads(after[len(before) :])["department"] == "县林业局"


def test_nothing_is_left_beside_the_files(inbox: Inbox, tmp_path: Path) -> None:
    leftover = inbox.root / "received/originals/县司法局/.reportctl-left.docx"
    leftover.parent.mkdir(parents=True)
    leftover.write_bytes(b"half")
    inbox.collect()
    assert list(tmp_path.rglob(".reportctl-*")) == []
