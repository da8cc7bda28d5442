"""Rules of manner: what does not belong in a 报告, which reports and asks for nothing."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reportctl.findings import Rule, Severity
from reportctl.rules.clauses import within_clauses
from reportctl.rules.personal import numbers_in_prose
from reportctl.text.person import short_name

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reportctl.findings import Finding
    from reportctl.rules.context import Context
    from reportctl.rules.texts import TextSet

REQUEST = Rule(
    "request-in-report",
    Severity.WARNING,
    "报告里夹带请示",
    "报告不得夹带请示事项（《党政机关公文处理工作条例》第十五条）。要上级批准、支持的，另行文请示。",
    "text: 执法车辆老旧，恳请上级给予资金支持。",
    "text: 执法车辆老旧，更新经费没有落实。",
)
CONTACT_DATA = Rule(
    "contact-data",
    Severity.WARNING,
    "正文里有电话、证件号码或邮箱",
    "电话、身份证号码、邮箱不写进报告正文：报告要公开。联系人填在 contact（联系人）里，不会印出来。",
    "text: 咨询电话13800000000，全年接待200人次。",
    "text: 全年接待咨询200人次。",
)
DOUBTFUL_PERSON = Rule(
    "first-person-doubtful",
    Severity.WARNING,
    "第一人称，程序不敢改",
    "“我单位”“我局长”，或者和本部门名称对不上的“我镇”“我局”，程序不知道指谁，没有改。请写明是哪个部门。",
    "text: 我单位开展检查20次。",
    "text: 区司法局开展检查20次。",
)

OWN_OFFICE = Rule(
    "own-office",
    Severity.NOTE,
    "本部门内部的叫法",
    "“局机关”“局党组”“县局”“本单位”“我们”，乡镇、街道的“镇党委”“全镇”，是部门自己的口气，汇总以后看不出是谁。写明部门名称。",
    "text: 局党组专题学法4次。",
    "text: 区司法局党组专题学法4次。",
)

RULES = (REQUEST, CONTACT_DATA, DOUBTFUL_PERSON, OWN_OFFICE)

_HEAD = frozenset(("", *"。\uff0c\uff1b\uff1a、\n,;:\uff08“由经在向"))
"""What stands before one's own office, at the head of a clause: in 区司法局党组 somebody is named."""
_OWN = re.compile(
    "[局委全本我县区](?:(?<=[局委])(?:机关|党组|党委|领导(?:班子)?)"
    "|[局委](?<=全.)(?=上下|干部|各|职工|系统|执法|范围)|单位(?<=本单位)|们(?<=我们)(?!党|国)|局(?<=[县区]局))"
)
_NO_OFFICE = frozenset("级长面部域势限")
"""What makes something else of 区局: 区局长 is a person."""
_OWN_TOWN = re.compile(
    "[镇乡街全](?:(?:(?<=[镇乡])|(?<=街)道)(?:党委|党工委|机关|政府|人大|领导)|(?<=全)(?:[镇乡](?!村|镇)|街道))"
)

# 请予审议 is said to a congress, 提请审议 of others' affairs, 申请批准 of an applicant's.
_ASKED = re.compile(
    "请(?<![申聘邀提报呈函吁约宴敦]请)(?:予(?:以)?(?:批准|审批|批复|批示|支持|解决|拨付|审定)|批准|批复|批示|审批"
    "|(?:上级|省|市|区|县).{0,12}(?:支持|解决|批准|拨付|协调|增加)|给予.{0,8}(?:支持|解决|批复)"
    "|求.{0,12}(?:支持|解决|批准|拨付))"
)
_PAUSES = frozenset("\uff0c。\uff1b,\n")
_WORDS = (("恳", "恳请"), ("妥", "妥否"), ("否", "当否"), ("盼", "为盼"), ("妥", "是否妥当"))
"""Each behind a character that few texts have: it is found in a tenth of the time."""
_ADDRESS = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+")


def check(texts: TextSet, _: Context) -> Iterator[Finding]:
    """Requests, contact data, and a first person that nobody can name."""
    text = texts.text
    yield from _requests(texts)
    for start, end in numbers_in_prose(text):
        yield _contact(texts, start, end)
    if "@" in text:
        for found in _ADDRESS.finditer(text):
            yield _contact(texts, *found.span())
    if "我" in text or "本" in text:
        yield from _doubtful(texts)
    if "局" in text or "委" in text or "我" in text or "单" in text:
        yield from _own(texts, _OWN)
    if short_name(texts.department):
        yield from _own(texts, _OWN_TOWN)


def _own(texts: TextSet, names: re.Pattern[str]) -> Iterator[Finding]:
    """Every name of one's own; 我们 once in a file: one change of habit, one finding."""
    told = False
    for found in names.finditer(texts.text):
        words = found.group()
        start, end = found.span()
        if texts.text[max(start - 1, 0) : start] not in _HEAD:
            continue
        if words in {"县局", "区局"} and texts.text[end : end + 1] in _NO_OFFICE:
            continue
        if words == "我们" and told:
            continue
        told = told or words == "我们"
        message = f"“{words}”是部门自己的口气，汇总以后看不出是谁"
        yield texts.at(OWN_OFFICE, start, end, message, "写明部门名称")


def _requests(texts: TextSet) -> Iterator[Finding]:
    text = texts.text
    if "请" in text:
        for found in within_clauses(_ASKED, text, _PAUSES):
            if text[found.start() - 1 : found.start()] != "恳":
                yield _request(texts, *found.span())
    for character, word in _WORDS:
        if character in text and word in text:
            at = text.find(word)
            yield _request(texts, at, at + len(word))


def _request(texts: TextSet, start: int, end: int) -> Finding:
    message = f"“{texts.text[start:end]}”是请示的话，报告不夹带请示"
    return texts.at(REQUEST, start, end, message, "删去，另行文请示")


def _contact(texts: TextSet, start: int, end: int) -> Finding:
    message = f"正文里有电话、证件号码或邮箱（“{texts.text[start : start + 3]}”开头）"
    return texts.at(CONTACT_DATA, start, end, message, "删去；联系人填在 contact（联系人）里")


def _doubtful(texts: TextSet) -> Iterator[Finding]:
    if not texts.person.doubtful(texts.text):
        return
    for unit in texts.units:
        for found in texts.person.doubtful(unit.text):
            message = f"“{found.text}”不知道指哪个部门，没有改"
            end = found.start + len(found.text)
            yield unit.at(DOUBTFUL_PERSON, found.start, end, message, "写明是哪个部门")
