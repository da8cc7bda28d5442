"""Rules of headings: what stands in a heading and should stand behind it, or the other way round."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportctl.findings import Rule, Severity
from reportctl.patterns import pattern
from reportctl.rules.context import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reportctl.findings import Finding
    from reportctl.rules.context import Context, Sheet, Site

HEADING_END = Rule(
    "heading-end",
    Severity.WARNING,
    "标题末尾有标点",
    "标题末尾不打句号、逗号、冒号，汇总时去掉，由程序按版式补写（GB/T 9704）。问号、叹号可以保留。",
    "heading: 加强队伍监管。",
    "heading: 加强队伍监管",
    fixable=True,
)
HEADING_TEXT = Rule(
    "text-in-heading",
    Severity.WARNING,
    "标题里写了正文",
    "标题是一个短语，中间不出现句号。句号后面的话请移到正文（text）里。",
    "heading: 加强队伍监管。全年检查20次",
    "heading: 加强队伍监管\ntext: 全年检查20次。",
)
RUN_IN_HEADING = Rule(
    "run-in-heading",
    Severity.WARNING,
    "标题和正文连在一起",
    "标题太长，像是标题后面漏了句号，正文跑进了标题里。在标题结束的地方补上句号，或分成标题和正文两个键。",
    "- 落实行政执法三项制度印发《行政执法三项制度指导手册》1500册，为执法人员提供规范指导。",
    "- 落实行政执法三项制度。印发《行政执法三项制度指导手册》1500册，为执法人员提供规范指导。",
)
REPEATED_HEADING = Rule(
    "repeated-heading",
    Severity.WARNING,
    "正文重复了标题",
    "汇总时标题写在正文前面，正文开头不必再写一遍。",
    "heading: 加强队伍监管\ntext: 加强队伍监管。全年检查20次。",
    "heading: 加强队伍监管\ntext: 全年检查20次。",
)

RULES = (HEADING_END, HEADING_TEXT, RUN_IN_HEADING, REPEATED_HEADING)

_PAUSES = "\uff0c、\uff1b\uff1a,;:"
_COMMAS = frozenset("\uff0c,、")
_ENDS = frozenset("。." + _PAUSES)
_STOP = pattern(r"[。\uff1b;](?=[^”’》\uff09\n])")
_LONG, _WITH_PAUSE, _VERY_LONG = 26, 38, 45
_COUNT = pattern(r"[0-9]{1,6}[余多]?[万亿]?(?:件|次|项|起|场|家|册|份|人次|余人|名)|[0-9]%")
_PROSE = pattern("一方面|一是|首先|其中|同比|截至|今年以来|全年(?!无)|先后|累计")
_PAUSE = pattern("[\uff0c,]")


def check(sheet: Sheet, _: Context) -> Iterator[Finding]:
    """Every heading, with the text behind it."""
    before: Site | None = None
    for site in sheet.sites:
        if site.kind is Kind.HEADING:
            heading = site.text
            if heading[-1] in _ENDS or len(heading) > _LONG or "。" in heading:
                yield from _heading(site)
            before = site
            continue
        if before is not None and site.text.startswith(before.text[:4]) and _repeats(before, site):
            message = f"正文开头又写了一遍标题“{before.text[:20]}”"
            finding = site.at(REPEATED_HEADING, 0, len(before.text), message, "删去正文里的这一遍")
            goes_on = site.text[len(before.text) : len(before.text) + 1] in _COMMAS
            yield finding._replace(severity=Severity.NOTE) if goes_on else finding
        before = None


def _heading(site: Site) -> Iterator[Finding]:
    heading = site.text.rstrip()
    bare = heading.rstrip("".join(_ENDS))
    stop = _STOP.search(bare)
    if stop is not None:
        message = f"标题里有“{stop.group()}”，后面的“{bare[stop.end() : stop.end() + 10]}”像是正文"
        yield site.at(HEADING_TEXT, stop.start(), len(heading), message, "移到正文（text）里")
    elif len(bare) > _LONG and _is_prose(bare):
        yield _run_in(site, bare)
    elif bare and bare != heading:
        marks = heading[len(bare) :]
        message = f"标题末尾的“{marks}”汇总时去掉"
        yield site.at(HEADING_END, len(bare), len(heading), message, "删去这个标点", mend="")


def _is_prose(heading: str) -> bool:
    """Whether a long heading reads like a sentence: it counts, tells or enumerates."""
    pauses = len(_PAUSE.findall(heading))
    if len(heading) > _VERY_LONG or pauses > 2:
        return True
    counts = _COUNT.search(heading) or _PROSE.search(heading)
    return counts is not None or (pauses > 1 and len(heading) > _WITH_PAUSE)


def _run_in(site: Site, heading: str) -> Finding:
    message = f"标题有 {len(heading)} 个字，像是标题后面漏了句号，正文跑进了标题"
    return site.at(RUN_IN_HEADING, 0, len(heading), message, "在标题结束的地方补上“。”，或分成标题和正文")


def _repeats(heading: Site, text: Site) -> bool:
    words = heading.text.rstrip("".join(_ENDS))
    behind = text.text[len(words) : len(words) + 1]
    same_item = heading.index == text.index and heading.part == text.part
    return same_item and len(words) > 3 and text.text.startswith(words) and behind in _ENDS
