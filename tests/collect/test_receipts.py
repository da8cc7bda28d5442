"""The 回执 speaks the words of the form, and two departments' papers never lie under one name."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from reportctl.collect.form_words import in_form_words
from reportctl.collect.received import NAME_LIMIT, receipt_path, submission_path
from tests.collect.inbox import YAML, Inbox
from tests.collect.plain_reports import SHORT, WORK, data, file

if TYPE_CHECKING:
    from tests.tools.project import Folder

LONG = "县住房和城乡建设局城市管理和综合行政执法大队驻高新技术产业开发区办事处"


@pytest.fixture
def inbox(folder: Folder) -> Inbox:
    return Inbox(folder)


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("不足“力量不足”没有写原因（cause）", "不足“力量不足”没有写原因"),
        ("补上一行“cause: ……”，写明原因", "写明原因"),
        ("用输入法的中文标点重打，或运行 validate --fix", "用输入法的中文标点重打"),
        ("补上 plans（下年安排）；确实没有的，写“plans: 无”", "补上下年安排；确实没有的，写“无”"),
        ("正文里的 60本 没有填进 figures（数据）", "正文里的 60本 没有填进数据"),
        ("可以写：service（优化服务）、law-2（规范执法）", "可以写：优化服务、规范执法"),
        ("可以写：law、依法决策、act、规范执法", "可以写：依法决策、规范执法"),
        ("可以写：section、heading", "可以写：section、heading"),
        ("删去，或用 edits.yaml 改写这一条", "删去"),
        ("改成名单里的名称；或请汇总人把它加进 report.yaml 的名单", "改成名单里的名称"),
        ("半角逗号：“推广APP（政务版）,提速”", "半角逗号：“推广APP（政务版）,提速”"),
    ],
)
def test_keys_become_the_words_of_the_form(said: str, shown: str) -> None:
    assert in_form_words(said) == shown


def test_a_receipt_for_word_names_no_key(inbox: Inbox) -> None:
    report = file("县司法局2023年度法治政府建设情况报告", *WORK, "二、存在的不足", "1.力量不足。一线仅9人。")
    inbox.put("a.docx", data(report))

    assert inbox.collect().code == 1

    receipt = (inbox.root / "received/receipts/县司法局-1.txt").read_text("utf-8-sig")
    assert "没有写原因" in receipt
    assert re.findall(r"[a-z_]+: |（[a-z_]+）|\b(?:cause|plans|section)\b|yaml", receipt) == []


def test_a_receipt_for_yaml_names_the_key(inbox: Inbox) -> None:
    inbox.put("a.yaml", YAML.format(name="县司法局", count=6).replace("无", "[力量不足。一线仅9人。]", 1))

    inbox.collect()

    assert "“cause: ……”" in (inbox.root / "received/receipts/县司法局-1.txt").read_text("utf-8-sig")


@pytest.mark.parametrize(
    ("first", "second"),
    [(f"{LONG}一科", f"{LONG}二科"), ("县局/一科", "县局_一科"), (f"{LONG}/", f"{LONG}_")],
)
def test_names_that_are_cut_or_changed_are_kept_apart(first: str, second: str) -> None:
    assert receipt_path(first, 1) != receipt_path(second, 1)
    if len(first.encode()) > NAME_LIMIT:
        assert submission_path(first) != submission_path(second)
    for path in (receipt_path(first, 1), submission_path(first)):
        assert len(path.rpartition("/")[2].encode()) <= NAME_LIMIT + len("-1.txt")


def test_long_names_have_receipts_and_versions_of_their_own(inbox: Inbox) -> None:
    names = (f"{LONG}一科", f"{LONG}二科")
    text = (inbox.root / "report.yaml").read_text("utf-8")
    inbox.folder.report(text.replace("[县司法局, 县公安局, 县林业局]", f"[{', '.join(names)}]"))
    for number, name in enumerate(names):
        inbox.put(f"{number}.docx", data(file(f"{name}2023年度法治政府建设情况报告", *WORK, *SHORT)))

    inbox.collect()

    receipts = [path.read_text("utf-8-sig") for path in sorted(inbox.root.glob("received/receipts/*.txt"))]
    assert sorted(name for name in names for receipt in receipts if f"{name}：" in receipt) == sorted(names)
    assert len(list(inbox.root.glob("submissions/*.yaml"))) == 2
