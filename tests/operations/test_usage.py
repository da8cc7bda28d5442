"""A wrong command line is said in Chinese, with what was meant; every verb explains itself in Chinese."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
import typer

from reportctl.cli import main
from reportctl.cli.app import VERBS as TABLE
from reportctl.cli.app import program
from tests.operations.verbs import COMMANDS, VERBS

if TYPE_CHECKING:
    from tests.tools.project import Folder

VERBS_HINT = "用 `reportctl --help` 查看全部命令"
PAGE = "用 `reportctl {} --help` 查看用法"
USAGE = {
    "": ("没有写命令", VERBS_HINT),
    "frobnicate": ("没有这个命令：frobnicate", VERBS_HINT),
    "bild": ("没有这个命令：bild", "是不是 build？"),
    "--nosuch": ("没有选项 --nosuch", "用 `reportctl --help` 查看用法"),
    "build --txet": ("没有选项 --txet", "是不是 --text？"),
    "build -x": ("没有选项 -x", PAGE.format("build")),
    "build --form": ("选项 --form 后面要写一个值", "用 `reportctl --help` 查看用法"),
    "build --draft=1": ("选项 --draft 后面不写值", "用 `reportctl --help` 查看用法"),
    "build --form red": (
        "--form 的值不对：“red”不行，只能写 plain、formal、public",
        PAGE.format("build"),
    ),
    "--color red build": (
        "--color 的值不对：“red”不行，只能写 auto、always、never",
        "用 `reportctl --help` 查看用法",
    ),
    "status --format xml": (
        "--format 的值不对：“xml”不行，只能写 text、json",
        PAGE.format("status"),
    ),
    "build report.yaml": ("多余的参数：report.yaml", PAGE.format("build")),
    "schema": ("缺少参数 REPORT|EDITS|SUBMISSION", PAGE.format("schema")),
    "schema roster": (
        "REPORT|EDITS|SUBMISSION 的值不对：“roster”不行，只能写 report、edits、submission",
        PAGE.format("schema"),
    ),
    "inspect": ("缺少参数 FILE...", PAGE.format("inspect")),
    "-C": ("选项 -C 后面要写一个值", "用 `reportctl --help` 查看用法"),
    "explain half-widht": ("没有规则 half-widht", "是不是 half-width？"),
    "explain zzz": ("没有规则 zzz", "用 `reportctl explain` 查看全部规则"),
    "validate --select half-widht": ("没有规则 half-widht", "是不是 half-width？"),
    "validate --ignore syntax,zzz": ("没有规则 zzz", "用 `reportctl explain` 查看全部规则"),
}


@pytest.mark.parametrize("line", USAGE)
def test_a_wrong_command_line(line: str, capsys: pytest.CaptureFixture[str]) -> None:
    message, hint = USAGE[line]
    assert main(line.split()) == 2
    assert capsys.readouterr() == ("", f"错误：{message}\n  提示：{hint}\n")


@pytest.mark.parametrize(
    "arguments",
    [
        ("build", "-o", "-"),
        ("build", "--text", "--json", "-o", "-"),
        ("build", "--text", "--check", "-o", "-"),
        ("build", "--text", "--json", "-o", "out.txt"),
        ("build", "--text", "-o", "out.docx"),
    ],
    ids=" ".join,
)
def test_outputs_that_make_no_sense_together(folder: Folder, arguments: tuple[str, ...]) -> None:
    for name in ("县司法局", "县公安局", "县林业局"):
        folder.submit(name, "achievements: [甲。1。]\n", "shortcomings: [乙。1。]\nplans: [丙。1。]\n")
    done = folder.run(*arguments)
    assert (done.code, done.out) == (2, "")
    assert "错误：" in done.err
    assert sorted(path.name for path in folder.root.iterdir()) == ["report.yaml", "submissions"]


HAN = re.compile("[\u4e00-\u9fff]")
# What Click and Typer say of their own accord, were it not replaced.
ENGLISH = re.compile(r"[A-Za-z]+ [a-z]+ [a-z]+|default|required")


@pytest.mark.parametrize("names", COMMANDS, ids=" ".join)
def test_every_verb_explains_itself_in_chinese(
    names: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([*names, "--help"]) == 0
    page, said = capsys.readouterr()
    assert said == ""
    usage, _, rest = page.partition("\n\n")
    assert usage.startswith(f"用法：{' '.join(['reportctl', *names])}")
    assert HAN.search(rest.partition("\n\n")[0])
    assert ENGLISH.findall(rest) == []
    assert "显示这一页" in rest
    assert main([*names, "-h"]) == 0
    assert capsys.readouterr().out == page


def test_the_help_page_shows_the_verbs_that_there_are_in_groups(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--help"]) == 0
    sections = re.findall(r"^(\S+)：\n((?:  .*\n)+)", capsys.readouterr().out, re.MULTILINE)
    listed = {title: re.findall(r"^  ([a-z]+)  ", rows, re.MULTILINE) for title, rows in sections[1:]}
    assert listed == {
        "收材料": ["init", "notice", "form", "collect", "status", "remind"],
        "检查": ["validate", "inspect", "explain"],
        "成稿": ["build", "figures", "reconcile", "diff"],
        "其他": ["layout", "schema"],
    }
    assert {name for names in listed.values() for name in names} == VERBS


@pytest.mark.parametrize("name", TABLE)
def test_the_table_says_of_a_verb_what_the_verb_says_of_itself(name: str) -> None:
    made = program()
    verb = made.get_command(typer.Context(made), name)
    assert verb.help.splitlines()[0] == TABLE[name].help
