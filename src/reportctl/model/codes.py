"""The rules of shape: keys and types of a submission, report.yaml and edits.yaml."""

from __future__ import annotations

from reportctl.findings import Rule, Severity

UNKNOWN_KEY = Rule(
    "unknown-key",
    Severity.ERROR,
    "不认识的键名",
    "这里没有这个键，程序不会猜它的意思，也不会悄悄丢掉它的内容。"
    "多半是键名打错了，或缩进错了一层；提示里有最接近的键名。",
    "achievments:\n  - heading: 加强监管",
    "achievements:\n  - heading: 加强监管",
    locked=True,
)
WRONG_TYPE = Rule(
    "wrong-type",
    Severity.ERROR,
    "值的形式不对",
    "这个键要的是另一种值：数字、日期、一段文字、列表（每行以“- ”开头）或一组键值。",
    "year: 二〇二三年",
    "year: 2023",
    locked=True,
)
BAD_VALUE = Rule(
    "bad-value",
    Severity.ERROR,
    "值不在可选范围内",
    "这个键只能取几个固定的值，提示里列出了它们；中文、英文写法都可以。",
    "form: 红色",
    "form: 红头",
    locked=True,
)
MISSING_KEY = Rule(
    "missing-key",
    Severity.ERROR,
    "缺少必填的键",
    "这里必须写出这个键，程序不能替您决定它的值。",
    "year: 2023\nachievements: ……",
    "department: 区司法局\nyear: 2023\nachievements: ……",
    locked=True,
)
RULES = (UNKNOWN_KEY, WRONG_TYPE, BAD_VALUE, MISSING_KEY)
