"""Why material cannot be taken as it is: no department for certain, another year, nothing in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportctl.collect import codes
from reportctl.collect.fates import ReadingRemark

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reportctl.collect.reading import Material


def obstacles(material: Material, year: int, department: str = "") -> tuple[ReadingRemark, ...]:
    """What puts material for the report on `year` aside; () where it can be taken.

    `department` is the one that the official named, "" for none. A blank form is no obstacle here: it has a
    department and a year, and simply no item.
    """
    return tuple(_obstacles(material, year, department))


def _obstacles(material: Material, year: int, department: str) -> Iterator[ReadingRemark]:
    if not department and not material.identity.department:
        named = material.identity.candidates
        message = f"材料里写了几个部门：{'、'.join(named)}" if named else "看不出是哪个部门的材料"
        yield ReadingRemark(
            codes.WHICH_DEPARTMENT,
            0,
            message,
            "用 collect --department 部门 文件 指明是哪个部门的，或者在 report.yaml 的部门名单里补上它的简称",
        )
    if material.year is not None and material.year != year:
        yield ReadingRemark(
            codes.NOT_THIS_YEAR,
            0,
            f"材料写的是{material.year}年度，报告收的是{year}年度",
            "请部门核对是不是发错了文件，改好年度再交",
        )
    if not material.items and not material.nothing and not material.is_form:
        yield ReadingRemark(
            codes.NO_ITEM,
            0,
            "文件里没有读到一条工作成效、不足或安排",
            "请核对是不是发错了文件；内容写在图片里的，请改成文字再交",
        )
