"""Rules of quoted documents: titles that are a little off, other periods, what is superseded."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from reportctl.findings import Rule, Severity
from reportctl.text.chars import LETTER

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reportctl.findings import Finding
    from reportctl.rules.context import Context
    from reportctl.rules.data import Data, Known
    from reportctl.rules.texts import TextSet

DOCUMENT_NAME = Rule(
    "document-name",
    Severity.WARNING,
    "文件名称差一个字",
    "书名号里的名称和一个常引用的文件只差一个字，多半是打错了。确实是另一个文件的，"
    "把它写进项目的 data/documents.yaml，就不再提示。",
    "text: 落实《法治政府建设实施刚要（2021—2025年）》。",
    "text: 落实《法治政府建设实施纲要（2021—2025年）》。",
)
DOCUMENT_PERIOD = Rule(
    "document-period",
    Severity.WARNING,
    "文件的起止年份不对",
    "这个文件、规划的起止年份与正式文本不同。",
    "text: 落实《法治政府建设实施纲要（2022—2025年）》。",
    "text: 落实《法治政府建设实施纲要（2021—2025年）》。",
)

DOCUMENT_NUMBER = Rule(
    "document-number",
    Severity.WARNING,
    "发文字号写得不对",
    "发文字号的年份用六角括号“〔〕”，顺序号不写“第”，前面不补“0”（GB/T 9704 第7.2.5条）。",
    "text: 印发方案（鹤政发[2023]5号）。",
    "text: 印发方案（鹤政发〔2023〕5号）。",
)
TITLES_APART = Rule(
    "titles-apart",
    Severity.NOTE,
    "书名号之间有标点",
    "并列的书名号之间不用逗号。",
    "text: 宣传《宪法》\uff0c《民法典》。",
    "text: 宣传《宪法》《民法典》。",
)

SUPERSEDED = Rule(
    "superseded-document",
    Severity.WARNING,
    "文件已经废止或被代替",
    "这部法律、法规或文件已经废止，内容由新的代替。说的是当年适用的，写“原《……》”。",
    "text: 落实《信访条例》，办理信访事项20件。",
    "text: 落实《信访工作条例》，办理信访事项20件。",
)
NOTICE_TITLE = Rule(
    "notice-title",
    Severity.WARNING,
    "通知的标题写得不对",
    "标题由发文机关、事由和文种组成：写《关于……的通知》，印发的文件写《关于印发……的通知》。",
    "text: 印发《关于印发执法检查办法》。",
    "text: 印发《关于印发执法检查办法的通知》。",
)

RULES = (DOCUMENT_NAME, DOCUMENT_PERIOD, DOCUMENT_NUMBER, TITLES_APART, SUPERSEDED, NOTICE_TITLE)

_SHORTEST = 7
_HEAD, _MOST_MISSING, _LEAST_OF_LAW = 2, 6, 5
_TITLE = re.compile("《(?P<name>[^《》\n]{3,60})》")
_PERIOD = re.compile(r"20(?P<from>[0-9]{2})年?(?:—|-|–|~|～|至)20(?P<to>[0-9]{2})(?=年?[)\uff09])")
_PLAN = re.compile("“[一二三四五六七八九十]{1,3}五”(?:普法)?")
_FURTHEST = 14
"""Characters between a plan and its period."""
_MARKS = frozenset("“”《》。\uff0c,\n")
# [2023]5号, (2023)5号, 〔2023〕第5号, 〔2023〕05号; in (2023)湘12行初5号 more stands between.
_NUMBER = re.compile(
    rf"20(?<={LETTER}.20)[0-9]{{2}}年?(?P<close>\W)(?P<serial>(?P<ordinal>第?0?)[0-9]{{1,4}}号)"
)
_OPENING, _CLOSING = frozenset("[(\uff08【〔\uff3b"), frozenset("])\uff09】〕\uff3d")
_NOTICES = re.compile("通知》的?通知|制[定订]了?《[^《》\n]{2,60}》的通知")
_NOTICE_HINT = "写成《关于……的通知》或《关于印发……的通知》"
_KINDS = ("通知", "报告", "函", "公告", "批复", "通报")
_GONE = ("原", "废止", "失效", "修订", "修改", "代替")
_STATE = "中华人民共和国"
_TRIAL = re.compile(r"[(\uff08][^)\uff09]*[)\uff09]|[ \u3000]")


def check(texts: TextSet, context: Context) -> Iterator[Finding]:
    """Every title in 《》, every period in brackets."""
    text = texts.text
    if "《" in text:
        known = _index(context.data)
        for found in _TITLE.finditer(text):
            title = _bare(found["name"])
            meant = known.nearest(title)
            if meant:
                less = "一个字" if len(meant) - len(title) < 2 else "几个字"
                message = f"《{found['name']}》和《{meant}》只差{less}"
                start, end = found.span("name")
                yield texts.at(DOCUMENT_NAME, start, end, message, f"核对文件名称，是不是“{meant}”")
            else:
                yield from _superseded(texts, found, known.titles.get(title))
            if "通知" in title or "印发" in title:
                yield from _notice(texts, found)
        for wrong in _NOTICES.finditer(text):
            yield texts.at(NOTICE_TITLE, *wrong.span(), f"“{wrong.group()[-6:]}”写得不对", _NOTICE_HINT)
        at = text.find("》\uff0c《")
        while at >= 0:
            yield texts.at(
                TITLES_APART, at + 1, at + 2, "并列的书名号之间有逗号", "删去逗号；是两句话的，补上动词"
            )
            at = text.find("》\uff0c《", at + 3)
    if "号" in text:
        yield from _numbers(texts)
    for found in _PERIOD.finditer(text):
        yield from _period(texts, context, found)


def _superseded(texts: TextSet, found: re.Match[str], document: Known | None) -> Iterator[Finding]:
    if document is None or not document.successor:
        return
    text = texts.text
    around = text[max(found.start() - 2, 0) : found.start()] + text[found.end() : found.end() + 8]
    if any(word in around for word in _GONE):
        return
    since = f"\uff08{document.until}起\uff09" if document.until else ""
    message = f"《{found['name']}》已由《{document.successor}》代替{since}"
    hint = f"改为《{document.successor}》；说的是当年的事，写“原《{found['name']}》”"
    yield texts.at(SUPERSEDED, *found.span("name"), message, hint)


def _notice(texts: TextSet, found: re.Match[str]) -> Iterator[Finding]:
    name = _TRIAL.sub("", found["name"])
    if name.endswith("的通知") and "关于" not in name and "转发" not in name:
        yield texts.at(NOTICE_TITLE, *found.span("name"), "通知的标题里没有“关于”", _NOTICE_HINT)
    elif "关于印发" in name and not name.endswith(_KINDS) and "转发" not in name:
        yield texts.at(NOTICE_TITLE, *found.span("name"), "“关于印发”的标题没有以“通知”结尾", _NOTICE_HINT)


def _numbers(texts: TextSet) -> Iterator[Finding]:
    for found in _NUMBER.finditer(texts.text):
        start, end = found.start() - 1, found.end()
        words = texts.text[start:end]
        if words[0] not in _OPENING or found["close"] not in _CLOSING:
            continue
        if words[0] == "〔" and words[5] == "〕" and not found["ordinal"]:
            continue
        right = f"〔{words[1:5]}〕{found['serial'].lstrip('第0')}"
        message = f"发文字号里的“{words}”写得不对"
        yield texts.at(DOCUMENT_NUMBER, start, end, message, f"改为“{right}”")


def _bare(title: str) -> str:
    """A title without period, trial mark and the state's name."""
    return _TRIAL.sub("", title).removeprefix(_STATE)


def _period(texts: TextSet, context: Context, found: re.Match[str]) -> Iterator[Finding]:
    before = texts.text[max(found.start() - 60, 0) : found.start() - 1]
    before = before.rpartition("\n")[2]
    plan = _plan(before)
    opening = before.rfind("《")
    name = _bare(before[opening + 1 :].rstrip("》")) if opening >= 0 else ""
    known = _index(context.data)
    document = known.find(name) or (known.find(plan) if plan else None)
    if document is None or not document.periods:
        return
    written = f"20{found['from']}—20{found['to']}"
    if written not in document.periods:
        name = document.name.strip("“”")
        message = f"“{name}”的起止年份是 {document.periods[0]}，这里写的是 {written}"
        yield texts.at(DOCUMENT_PERIOD, *found.span(), message, f"核对后改为“{document.periods[0]}年”")


def _plan(before: str) -> str:
    """The plan that stands last and near before a period, “八五”普法 or the like; "" for none."""
    found = _PLAN.match(before, max(before.rfind("“"), 0))
    if found is None:
        return ""
    between = before[found.end() :]
    return found.group() if len(between) <= _FURTHEST and _MARKS.isdisjoint(between) else ""


class _Index:
    """Known documents by title, and by title with one character left out."""

    def __init__(self, documents: tuple[Known, ...]) -> None:
        self.titles: dict[str, Known] = {}
        for document in documents:
            for title in (document.name, *document.short):
                self.titles.setdefault(title, document)
        self.heads: dict[str, list[str]] = {}
        for document in documents:
            if len(document.name) > _SHORTEST and not document.successor:
                self.heads.setdefault(document.name[:_HEAD], []).append(document.name)
        self.laws: dict[str, list[str]] = {}
        for document in documents:
            if document.name.endswith("法") and not document.successor:
                self.laws.setdefault(document.name[0], []).append(document.name)
        self.cut: dict[str, str] = {}
        for document in documents:
            if len(document.name) >= _SHORTEST:
                for short in _cuts(document.name):
                    self.cut.setdefault(short, document.name)

    def find(self, title: str) -> Known | None:
        """The document of this title, or of the one that was meant."""
        return self.titles.get(title) or self.titles.get(self.nearest(title))

    def nearest(self, title: str) -> str:
        """The known title that differs in one character: changed, left out, added within, or swapped."""
        if title in self.titles:
            return ""
        if len(title) < _SHORTEST - 1:
            return self._law(title)
        if title in self.cut:
            return self.cut[title]
        for short in _cuts(title):
            if short in self.titles and len(short) >= _SHORTEST and not title.endswith(short):
                return short if not title.startswith(short) else ""
            if short in self.cut:
                return self.cut[short] if _is_slip(title, self.cut[short]) else ""
        return self._whole(title) or self._law(title)

    def _whole(self, title: str) -> str:
        """The known title of which a run of a few characters is left out within."""
        for name in self.heads.get(title[:_HEAD], ()):
            missing = len(name) - len(title)
            if 2 <= missing <= _MOST_MISSING and len(title) >= _SHORTEST - 1:
                shared = next((at for at, char in enumerate(title) if char != name[at]), len(title))
                if shared < len(title) and name.endswith(title[shared:]):
                    return name
        return ""

    def _law(self, title: str) -> str:
        """As `_whole`, of a law of the state: nobody else makes a 法, so less of its title tells."""
        if not title.endswith("法") or len(title) < _LEAST_OF_LAW:
            return ""
        for name in self.laws.get(title[0], ()):
            missing = len(name) - len(title)
            if 2 <= missing <= _MOST_MISSING:
                shared = next((at for at, char in enumerate(title) if char != name[at]), len(title))
                tail = len(title) - shared
                if (tail > 3 or (tail > 1 and shared >= _HEAD)) and name.endswith(title[shared:]):
                    return name
        return ""


def _cuts(title: str) -> set[str]:
    return {title[:at] + title[at + 1 :] for at in range(len(title))}


def _is_slip(title: str, known: str) -> bool:
    """Same length, one character or two neighbours differ; a number in a title (第七个, 第八个) is none."""
    if len(title) != len(known):
        return False
    pairs = enumerate(zip(title, known, strict=True))
    differ = [at for at, (written, right) in pairs if written != right]
    if len(differ) == 2:
        first, second = differ
        return second == first + 1 and title[first] == known[second] and title[second] == known[first]
    return len(differ) == 1 and known[differ[0]] not in "一二三四五六七八九十"


@lru_cache(maxsize=4)
def _index(data: Data) -> _Index:
    return _Index(data.documents)
