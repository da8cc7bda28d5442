"""Lines that are known by themselves: dates, contacts, closings' neighbours, names of offices, addressees."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reportctl.text.chars import LETTER, WHITE_CHARACTERS

if TYPE_CHECKING:
    from reportctl.collect.lines import Line

SIGNATURE = 34
"""Characters of a signature, at most."""

_SENDER_LABEL = 8  # characters of 报送单位： and what else stands around the name
_CONTACT_LINE = 90  # characters of a line that names a contact, at most
_CN_DIGITS = "〇○零一二三四五六七八九OＯ0"
_DAY = (
    rf"(?:20[0-9]{{2}}|二[{_CN_DIGITS}]{{3}})[年.\-/](?:[0-9]{{1,2}}|[一二三四五六七八九十]{{1,3}})[月.\-/]"
    rf"(?:(?:[0-9]{{1,2}}|[一二三四五六七八九十]{{1,3}})日?)?"
)
_DATE = re.compile(rf"(?:(?:填报|填表|报送|上报)?(?:时间|日期)[\uff1a:])?[\uff08(]?{_DAY}[\uff09)]?$")
_DATE_END = re.compile(f"{_DAY}$")
_CONTACT = re.compile(
    "[\uff08(]?(?:联系人|联系电话|联系方式|填报人|填表人|审核人|经办人|审签人|签发人|报送人|电话|传真|邮箱"
    "|(?:单位|部门|主要|分管)?(?:负责人|领导)(?:[\uff08(]?(?:签字|签名|签章)[\uff09)]?)?[\uff1a:])"
)
_NUMBER = re.compile(".{0,16}〔20[0-9]{2}〕[0-9]+号$")
_OFFICE = re.compile(
    f"{LETTER}{{2,28}}(?:局|委|办|室|部|会|院|队|中心|政府|镇|乡|街道|社|联|站|所|公司|处|团|党组|委员|集团)$"
)
_ADDRESSEE = re.compile("[^。]{2,60}[\uff1a:]$")
_ANNOUNCED = ("如下\uff1a", "如下:", "如下。")
_IMPRINT = re.compile(rf"(?:抄送|抄报|分送|印发机关)[\uff1a:]|.{{2,30}}{_DAY}印发$")
_SENDER = re.compile(
    "(?:报送|填报|上报|报告|汇报)(?:单位|部门)(?:[\uff08(](?:盖?章|公章)[\uff09)])?[\uff1a:]"
)
_SEALED = re.compile("[\uff08(](?:盖?章|公章)[\uff09)]$")


def text_of(line: Line) -> str:
    """A line's text without blanks around it."""
    return line.text.strip(WHITE_CHARACTERS)


def squeezed(line: Line) -> str:
    """A line's text without any blanks."""
    return re.sub(r"\s", "", line.text)


def is_date(line: Line) -> bool:
    """Whether it is a date and nothing else: 2025年1月8日, 二〇二五年一月八日, （2025年1月）."""
    return _DATE.match(squeezed(line)) is not None


def is_contact(line: Line) -> bool:
    """Whether it names a contact or who has signed: 联系人：李某，电话：……."""
    text = text_of(line)
    return len(text) <= _CONTACT_LINE and _CONTACT.match(text) is not None


def is_letterhead(line: Line) -> bool:
    """Whether it is 发文机关标志 or 发文字号: 云溪县司法局文件, 云司〔2025〕3号."""
    return text_of(line).endswith("文件") or _NUMBER.match(squeezed(line)) is not None


def names_sender(line: Line) -> bool:
    """Whether it names the sender as a form does: 报送单位：县司法局（盖章）."""
    text = squeezed(line)
    return len(text) <= SIGNATURE + _SENDER_LABEL and _SENDER.match(text) is not None


def is_imprint(line: Line) -> bool:
    """Whether it is 版记: 抄送：县司法局。, 县政府办公室 2025年1月8日印发."""
    text = squeezed(line)
    return _IMPRINT.match(text) is not None


def is_office(line: Line) -> bool:
    """Whether it is an office's name, with a seal's place or not."""
    return _OFFICE.match(_SEALED.sub("", squeezed(line))) is not None


def is_dated_office(line: Line) -> bool:
    """Whether it is an office's name with the date behind it."""
    text = squeezed(line)
    name = _DATE_END.sub("", text)
    return name != text and _OFFICE.match(name) is not None


def is_addressee(line: Line) -> bool:
    """Whether it addresses someone: short, and a colon at its end."""
    return _ADDRESSEE.match(text_of(line)) is not None


def announces(line: Line) -> bool:
    """Whether the report begins behind it: 现将有关情况报告如下：."""
    return text_of(line).endswith(_ANNOUNCED)
