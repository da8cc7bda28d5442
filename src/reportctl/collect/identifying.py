"""Whose material it is and of which year: read from what names it, and never guessed."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from reportctl.text.chars import WHITE_CHARACTERS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from reportctl.model.report import Department


class Evidence(StrEnum):
    """Where a name or year was read, the most trusted first."""

    FIELD = "表头"
    TITLE = "标题"
    BYLINE = "标题下的署名"
    SIGNATURE = "署名"
    CODE = "表单编号"
    SUBJECT = "邮件主题"
    FILE_NAME = "文件名"


_OUTSIDE = frozenset({Evidence.SUBJECT, Evidence.FILE_NAME})
"""What does not come from the document: it counts only where the document says nothing."""

Clue = tuple[Evidence, str]
"""A text that may name a department or a year, and where it stands."""


class Identity(NamedTuple):
    """A department by its name on the roster, "" for none that is certain, and all that were named."""

    department: str = ""
    candidates: tuple[str, ...] = ()


_LEVELS = "省市州县区旗盟乡镇"
_NUMERALS = "\u2150-\u218f\u2460-\u24ff\u2776-\u2793\u3220-\u33ff"
_BREAKS = re.compile(rf"[\W_a-zA-Z{_NUMERALS}]+")
_HAN_RUN = re.compile(rf"[^\W\d_a-zA-Z{_NUMERALS}]*$")
_FORMER = re.compile("[原前]$")
_LEADING = re.compile(
    "(?:中国共产党|中共|共青团|关于|关于印发|由|报送单位|填报单位|单位名称|单位|部门|署名)$"
)
# A department's own organs speak for it; a team or station below it does not.
_OWN = re.compile(
    "^(?:党组|党委|党工委|工委|党总支|机关|人民政府|政府|党委政府|办事处|党委人民政府|委员会|办公室|党支部)"
)
_STOP = re.compile(
    "关于|报送|法治|推进|年度|年|工作|总结|报告|情况|材料|贯彻|落实|依法|上报|述职|文件|党政|主要|的|自查|普法|全面|深入|履行|行政执法|盖章"
)
_BELOW = re.compile(
    "(?:大队|中队|支队|总队|分局|派出所|[^场]所|站|中心|科|股|处|室|队|院|校|园|馆|办|局|委|会|社|公司|镇|街道|基地|学院|医院)$"
)
_OFFICE_END = re.compile("委员会|办公室|[局委办部院镇乡联会社队]|中心|街道")
_SHORT_NAME = 16  # characters of a name within which its end is looked for
_LONG_ENDINGS = (("委员会", "委"), ("办公室", "办"), ("街道办事处", "街道"), ("人民政府", ""))
_SPOKEN = ("和", "与", "及")


class Identifier:
    """Knows the names of one roster, in one area (鹤城区, 云溪县)."""

    def __init__(self, departments: Sequence[Department], area: str = "") -> None:
        self._area = area.strip()
        self._names: dict[str, str] = {}
        for department in departments:
            for alias in department.aliases:
                self._names.setdefault(_han(alias), department.name.strip())
        self._names |= {_han(department.name): department.name.strip() for department in departments}
        longest = sorted((name for name in self._names if name), key=len, reverse=True)
        self._pattern = re.compile("|".join(map(re.escape, longest)) or r"(?!)")
        self._cores = {
            department.name.strip(): _core(_han(department.name), self._area) for department in departments
        }

    def identify(self, clues: Iterable[Clue]) -> Identity:
        """The department that the clues name: one and the same wherever the document names one.

        Names from outside the document (mail subject, file name) count only where it has none itself. Two
        departments in one place, or in two of them, are none.
        """
        inside: list[str] = []
        outside: list[str] = []
        for evidence, text in clues:
            (outside if evidence in _OUTSIDE else inside).extend(self.named(text))
        for found in (inside, outside):
            distinct = tuple(dict.fromkeys(found))
            if distinct:
                return Identity(distinct[0] if len(distinct) == 1 else "", distinct)
        return Identity()

    def named(self, text: str) -> tuple[str, ...]:
        """The departments that a text names, in full or by a short name that fits one of them only."""
        text = _squeezed(text)
        found: list[str] = []
        spans: list[tuple[int, int]] = []
        for match in self._pattern.finditer(text):
            spans.append(match.span())
            if self._stands_alone(text, match.start(), match.end(), match.group()):
                found.append(self._names[match.group()])
        if not spans:
            found += self._by_short_name(text)
        return tuple(dict.fromkeys(found))

    def _stands_alone(self, text: str, start: int, end: int, name: str) -> bool:
        """Whether a name is one by itself: no other office's name begins before it or goes on behind it."""
        return self._begins(text[:start], name) and _ends(text[end:])

    def _begins(self, before: str, name: str) -> bool:
        run = (_HAN_RUN.search(before) or [""])[0]
        if _FORMER.search(run):
            return False
        for prefix in self._prefixes(name):
            if run.endswith(prefix):
                rest = run[: len(run) - len(prefix)]
                if not rest or _LEADING.search(rest) or rest in _SPOKEN:
                    return True
                # 怀化市鹤城区司法局: what stands before the area is what the area belongs to
                if prefix and (rest[-1] in "省市州" or rest.endswith("自治区")) and len(rest) <= 12:
                    return True
        return False

    def _prefixes(self, name: str) -> Iterator[str]:
        """What may stand before a name: nothing, or as much of the area as the name does not say itself."""
        yield ""
        if not self._area:
            return
        if name[0] == self._area[-1]:
            yield self._area[:-1]
        elif not name.startswith(self._area):
            yield self._area
            yield self._area[-1]

    def _by_short_name(self, text: str) -> Iterator[str]:
        for run in map(_leading_off, _BREAKS.split(text)):
            fitting: dict[str, None] = {}
            for ending in _OFFICE_END.finditer(run, 1, _SHORT_NAME):
                short = self._without_area(run[: ending.end()])
                if short is not None and _ends(run[ending.end() :]):
                    fitting |= {name: None for name, core in self._cores.items() if _fits(short, core)}
            if len(fitting) == 1:
                yield from fitting

    def _without_area(self, name: str) -> str | None:
        """A short name without the area in front; None where it names another level or place."""
        if name.startswith(("原", "前")):
            return None
        level = self._area[-1:]
        if self._area and name.startswith(self._area):
            return name[len(self._area) :]
        if level and self._area[:-1] and name.startswith(self._area[:-1]):
            return name[len(self._area) - 1 :]
        if level and name.startswith(level) and level not in "镇乡":
            return name[1:]
        if name[0] in _LEVELS and not name.startswith("市场") and name[0] != level:
            # 市司法局 is another level's office; 市监局 is how 市场监督管理局 is called
            return name if name[:2] == "市监" else None
        return name


def year_of(clues: Iterable[Clue]) -> int | None:
    """The year that the first clue with a year names; of several in one text, the earliest."""
    for _, text in clues:
        years = sorted(years_in(text))
        if years:
            return years[0]
    return None


def years_in(text: str) -> Iterator[int]:
    """The years named in a text, outside 《》 and as no part of a period or date of a document number."""
    text = _NOT_A_YEAR.sub("", _squeezed(text))
    for match in _YEAR.finditer(text):
        digits = match.group(1)
        yield int("".join(str(_CN_DIGITS.get(digit, digit)) for digit in digits))


_CN_DIGITS = {"〇": 0, "○": 0, "零": 0, "Ｏ": 0, "O": 0} | {
    digit: value for value, digit in enumerate("一二三四五六七八九", 1)
}
_YEAR = re.compile("(?<![0-9])((?:20|二[〇○零O0])(?:[0-9]{2}|[〇○零一二三四五六七八九]{2}))(?![0-9])")
_NOT_A_YEAR = re.compile(
    "《[^》]*》|〔[0-9]{4}〕|20[0-9]{2}年?[—\\-–~～至](?:20[0-9]{2}年?)|20[0-9]{6}|20[0-9]{2}[.\\-]?[01][0-9][.\\-]?[0-3][0-9]"
    "|20[0-9]{2}年[0-9]{1,2}月(?:[0-9]{1,2}日)?"
)


def _squeezed(text: str) -> str:
    return re.sub(f"[{re.escape(WHITE_CHARACTERS)}]", "", text)


def _han(name: str) -> str:
    return _squeezed(name)


def _ends(behind: str) -> bool:
    """Whether a name ends where it was found: no team, station or office below it is meant."""
    run = _BREAKS.split(behind, maxsplit=1)[0] if behind and not _BREAKS.match(behind) else ""
    own = _OWN.match(run)
    if own:
        run = run[own.end() :]
    stop = _STOP.search(run)
    tail = run[: stop.start()] if stop else run
    tail = re.split("[0-9]", tail, maxsplit=1)[0]
    return not tail or _BELOW.search(tail) is None


def _leading_off(run: str) -> str:
    return re.sub("^(?:[0-9]+|关于|中共|由|报送单位|填报单位)*", "", run)


def _core(name: str, area: str) -> str:
    """A name without what says its level: 区司法局 and 鹤城区司法局 are 司法局."""
    if area and name.startswith(area) and len(name) > len(area):
        name = name[len(area) :]
    elif area and name[:1] == area[-1:] and len(name) > 2:
        name = name[1:]
    for long, short in _LONG_ENDINGS:
        if name.endswith(long) and len(name) > len(long):
            return name[: -len(long)] + short
    return name


def _fits(short: str, core: str) -> bool:
    """Whether a short name is one of this office: its characters in their order, the first and last alike."""
    for long, ending in _LONG_ENDINGS:
        if short.endswith(long) and len(short) > len(long):
            short = short[: -len(long)] + ending
    if len(short) < 2 or not core or short[0] != core[0] or short[-1] != core[-1]:
        return False
    letters = iter(core)
    return all(letter in letters for letter in short)
