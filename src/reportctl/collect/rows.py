"""What a row of a form is: fields of the head table, labels over columns, or a part or section with its text.

Rows are known by their labels, never by the number of their table: clerks join tables, delete headings and
add rows.
"""

from __future__ import annotations

import re
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from reportctl.collect.grids import Columns, figure_columns
from reportctl.collect.parts import names_causes, parts_of, words
from reportctl.model.submission import Part
from reportctl.text.numbers import strip_number

if TYPE_CHECKING:
    from collections.abc import Sequence

_LABEL = 24  # characters of a label, at most
_ADDED = 3  # characters that a clerk adds to a label, at most
_REMARK = re.compile("[\uff08(\n].*", re.DOTALL)


class Field(StrEnum):
    """What a field of the head table holds."""

    DEPARTMENT = "报送单位"
    YEAR = "年度"
    CONTACT = "联系人"
    PHONE = "联系电话"
    BOTH = "联系人及电话"
    APPROVED_BY = "审核人"
    DATE = "填报日期"


_FIELDS = {
    label: field
    for field, labels in (
        (Field.DEPARTMENT, "报送单位 填报单位 单位名称 报送部门 填报部门 部门 部门名称 单位全称"),
        (Field.YEAR, "年度 报告年度 填报年度 年份"),
        (Field.CONTACT, "联系人 填报人 填表人 经办人 联系人姓名"),
        (Field.PHONE, "联系电话 电话 联系方式 联系人电话 手机"),
        (
            Field.BOTH,
            "联系人及电话 联系人及联系电话 联系人和电话 联系人联系电话 联系人及联系方式 联系人电话号码",
        ),
        (Field.APPROVED_BY, "审核人 审签人 审核 分管领导 分管负责人 负责人"),
        (Field.DATE, "填报日期 填表日期 日期 填报时间 报送时间 报送日期"),
    )
    for label in labels.split()
}
FIELD_LABELS = frozenset(_FIELDS)
"""Every label of a field."""

_PARTS = {
    "工作成效": Part.ACHIEVEMENTS,
    "主要举措和成效": Part.ACHIEVEMENTS,
    "不足": Part.SHORTCOMINGS,
    "存在不足": Part.SHORTCOMINGS,
    "下一年度安排": Part.PLANS,
    "下年安排": Part.PLANS,
    "履职情况": Part.LEADERSHIP,
    "其他": Part.OTHER,
}


class RowRole(StrEnum):
    """What the cells of a column are."""

    NUMBER = "序号"
    SECTION = "类别"
    HEADING = "标题"
    TEXT = "正文"
    CAUSE = "原因"


_ROLES = {
    "序号": RowRole.NUMBER,
    "类别": RowRole.SECTION,
    "小节": RowRole.SECTION,
    "标题": RowRole.HEADING,
    "工作任务": RowRole.HEADING,
    "重点任务": RowRole.HEADING,
    "主要任务": RowRole.HEADING,
    "任务": RowRole.HEADING,
    "任务名称": RowRole.HEADING,
    "工作内容": RowRole.HEADING,
    "工作事项": RowRole.HEADING,
    "重点工作": RowRole.HEADING,
    "正文": RowRole.TEXT,
    "内容": RowRole.TEXT,
    "主要内容": RowRole.TEXT,
    "具体内容": RowRole.TEXT,
    "具体表现": RowRole.TEXT,
    "表现": RowRole.TEXT,
}


class Head(NamedTuple):
    """Labels over columns: the part of the rows below, and the role of each column; "" for an unknown one."""

    part: Part
    roles: tuple[str, ...]

    def column(self, role: RowRole) -> int | None:
        """The first column of a role."""
        return self.roles.index(role) if role in self.roles else None


DEFAULT_ROLES = {
    Part.ACHIEVEMENTS: (RowRole.SECTION, RowRole.TEXT),
    Part.SHORTCOMINGS: (RowRole.TEXT, RowRole.CAUSE),
}
"""The columns of a part's rows where their labels are gone; of any other part, one of text."""


def label_of(text: str) -> str:
    """What a label says, without number, remark in brackets, blanks and marks; "" for what is too long."""
    said = words(strip_number(_REMARK.sub("", text.strip())))
    return said if len(said) <= _LABEL else ""


def field_of(text: str) -> Field | None:
    """The field that a label stands before."""
    return _FIELDS.get(label_of(text))


def part_label(text: str, year: int) -> Part | None:
    """The part that a label names, as the form writes it or as offices do."""
    said = label_of(text)
    known = _PARTS.get(said)
    if known is not None or not said:
        return known
    parts = parts_of(said, year)
    if parts:
        return parts[0]
    return next((part for label, part in _PARTS.items() if len(label) > 2 and said.startswith(label)), None)


def is_part_label(text: str) -> bool:
    """Whether a text is the label of a part as the form writes it, with a few characters more at most."""
    said = label_of(text)
    return said in _PARTS or any(
        said.startswith(label) and len(said) - len(label) <= _ADDED and "。" not in text for label in _PARTS
    )


def head_of(texts: Sequence[str], year: int) -> Head | Columns | None:
    """The labels of a row that stands over columns; None for any other row."""
    labels = [label_of(text) for text in texts]
    if any(text.strip() and not label for text, label in zip(texts, labels, strict=True)):
        return None
    columns = figure_columns(texts, year)
    if columns is not None:
        return columns
    roles: list[str] = []
    part: Part | None = None
    for text, label in zip(texts, labels, strict=True):
        own = part_label(text, year)
        if label in _ROLES:
            roles.append(_ROLES[label])
        elif own is not None and part is None:
            part = own
            roles.append(RowRole.TEXT)
        elif names_causes(label):
            roles.append(RowRole.CAUSE)
        else:
            roles.append("")
    if part is None or (len(texts) > 1 and sum(bool(role) for role in roles) < 2):
        return None
    if roles.count(RowRole.TEXT) > 1:  # 存在的问题 | 具体表现: the first is the heading
        roles[roles.index(RowRole.TEXT)] = RowRole.HEADING
    return Head(part, tuple(roles))
