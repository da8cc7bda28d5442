"""The rules of layout files: each key known, each figure possible."""

from __future__ import annotations

from reportctl.findings import Rule, Severity

UNKNOWN_KEY = Rule(
    "layout-unknown-key",
    Severity.ERROR,
    "版面文件里的键名不认识",
    "版面文件只能改动 `reportctl layout show` 列出的项目。键名写错的一行不会生效，因此报错而不忽略。",
    "based_on: gb9704\npage: {topp: 35mm}",
    "based_on: gb9704\npage: {top: 35mm}",
    locked=True,
)
BAD_VALUE = Rule(
    "layout-bad-value",
    Severity.ERROR,
    "版面文件里的数值不能用",
    "数值的写法不对、超出范围，或与别的数值放不到一页纸上。"
    "长度带单位（37mm、28.95pt），字号写 3号 或 16pt，缩进写 2字。",
    "based_on: gb9704\npage: {top: 37}",
    "based_on: gb9704\npage: {top: 37mm}",
    locked=True,
)
RULES = (UNKNOWN_KEY, BAD_VALUE)
