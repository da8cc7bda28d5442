"""What the words show: places left to fill in, characters without a font, brackets of quoted 发文字号."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING

from reportctl.findings import Rule, Severity
from reportctl.inspect.deviations import Deviation, Norm, breach
from reportctl.inspect.structure import ElementKind
from reportctl.layout.values import Strength
from reportctl.text.chars import is_han

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reportctl.inspect.structure import Element
    from reportctl.inspect.subject import Subject

LEFT_IN = Rule(
    "template-remains",
    Severity.WARNING,
    "留有没有填写的地方",
    "模板里的占位文字没有换成内容：{{……}}、${……}、«……»、〔插入……〕、【填写……】，或者引用的地方已经不在了。补上内容，或者删去。",
    "现将{{year}}年工作情况报告如下。",
    "现将2024年工作情况报告如下。",
)
NO_FONT = Rule(
    "character-without-font",
    Severity.WARNING,
    "公文字体里没有的字符",
    "表情、图形符号和软件私有的字符，仿宋、黑体、楷体、小标宋都没有，换一台机器就成了空框或别的样子。改用文字或标点。",
    "✅ 完成检查12次。",
    "完成检查12次。",
)
QUOTED = Rule(
    "quoted-number-brackets",
    Severity.WARNING,
    "引用的发文字号没有用六角括号",
    "发文字号的年份用六角括号“〔〕”括入，引用时也这样写，不用圆括号、方括号、方头括号。",
    "《关于××的通知》（怀鹤政发[2024]3号）",
    "《关于××的通知》（怀鹤政发〔2024〕3号）",
)
RULES = (LEFT_IN, NO_FONT, QUOTED)
_LEFT_IN = Norm(LEFT_IN, strength=Strength.SHOULD)
_NO_FONT = Norm(NO_FONT, strength=Strength.SHOULD)
_QUOTED = Norm(QUOTED, "7.2.5", Strength.SHOULD)
_PLACES = re.compile(
    r"\{\{[^{}\n]{0,60}\}\}|\{%[^%\n]{0,60}%\}|\$\{[^{}\n]{0,60}\}|<<[^<>\n]{1,40}>>|«[^«»\n]{1,40}»"
    "|[〔【\uff3b\\[](?:在此|此处|请|待)?(?:插入|填写|填入|输入|补充|填报|完善|核实)[^〔〕【】\uff3b\uff3d\\[\\]\n]{0,40}[〕】\uff3d\\]]"
    "|[\uff08(](?:在此处?|此处|请在此处?)(?:插入|填写|填入|输入|补充)[^\uff08\uff09()\n]{0,40}[\uff09)]"
    "|单击(?:或点击)?此处(?:输入|添加)|错误[!\uff01]未(?:找到引用源|定义书签)"
)
_NUMBER = re.compile(
    "(?P<open>[〔\\[\uff3b【\uff08(])(?:19|20)[0-9]{2}(?P<close>[〕\\]\uff3d】\uff09)])第?[0-9]{1,5}号"
)
_BULLETS = frozenset("•‣◦⁃∙▪▫")
_OBJECT = "\ufffc"  # stands for a symbol that Word draws from a font of symbols
_ORDINARY = 0x2000
_QUOTING = (ElementKind.TITLE, ElementKind.BODY, ElementKind.ATTACHMENT_NOTE, ElementKind.ATTACHMENT_TITLE)


def check(subject: Subject) -> Iterator[Deviation]:
    """Every paragraph, those in tables and text boxes too."""
    for element in subject.structure.elements:
        text = element.paragraph.text
        if text and not text.isspace():
            yield from _left_in(element, text)
            yield from _characters(element, text[len(element.paragraph.number) :])
            if element.kind in _QUOTING:
                yield from _quoted(element, text)


def _left_in(element: Element, text: str) -> Iterator[Deviation]:
    found = _PLACES.search(text)
    if found is not None:
        yield breach(_LEFT_IN, "留有没有填写的地方", element, actual=found[0])


def _characters(element: Element, text: str) -> Iterator[Deviation]:
    if text.isascii():
        return
    found = [character for character in dict.fromkeys(text) if _without_font(character)]
    if found:
        shown = "、".join(f"{character}\uff08U+{ord(character):04X}\uff09" for character in found[:3])
        yield breach(_NO_FONT, "有公文字体里没有的字符", element, actual=shown)


@lru_cache(4096)
def _without_font(character: str) -> bool:
    """Whether a character is a symbol that no font for Chinese text has: not in GBK, which those cover."""
    if ord(character) < _ORDINARY or character == _OBJECT:
        return False
    if character not in _BULLETS and unicodedata.category(character) not in ("So", "Sk", "Co", "Cn"):
        return False
    try:
        character.encode("gbk")
    except UnicodeEncodeError:
        return True
    return False


def _quoted(element: Element, text: str) -> Iterator[Deviation]:
    for found in _NUMBER.finditer(text):
        brackets = found["open"] + found["close"]
        before = text[max(0, found.start() - 1) : found.start()]
        if brackets != "〔〕" and before and is_han(before):
            yield breach(_QUOTED, "引用的发文字号括号不对", element, actual=found[0], expected="〔年份〕")
            return
