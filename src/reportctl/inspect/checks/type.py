"""Fonts, sizes, colours and weights of the elements, each paragraph against the layout's figures for it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from reportctl.findings import Rule, Severity
from reportctl.inspect.appearance import belongs, same_color, shown_color
from reportctl.inspect.deviations import Deviation, Norm, breach, differs
from reportctl.inspect.structure import ElementKind
from reportctl.inspect.subject import Stretch, points, stretches
from reportctl.layout.values import Length

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from reportctl.inspect.reading.facts import Character
    from reportctl.inspect.structure import Element
    from reportctl.inspect.subject import Subject
    from reportctl.layout.figures import Setting
    from reportctl.layout.model import ElementLayout, Layout
    from reportctl.layout.values import FontClass

FONT = Rule(
    "element-font",
    Severity.WARNING,
    "字体不对",
    "正文一般用 3 号仿宋，标题用 2 号小标宋，一级标题用黑体，二级标题用楷体，三、四级标题用仿宋。"
    "标准只说字体的类别，哪个厂家的都可以。",
    "正文用宋体。",
    "正文用仿宋_GB2312 或仿宋。",
)
MIXED_FONTS = Rule(
    "mixed-fonts",
    Severity.WARNING,
    "一段里混用了几种字体",
    "同一个要素里字体要一致。常见的是从网页或别的文件粘贴来的一段带着原来的字体：选中整段，重新设一次字体。",
    "正文一段里，前半是仿宋，后半是宋体。",
    "整段都是仿宋。",
)
SIZE = Rule(
    "element-size",
    Severity.WARNING,
    "字号不对",
    "公文各要素一般用 3 号（16 磅）字，标题用 2 号（22 磅），版记和页码用 4 号（14 磅）。",
    "正文用 4 号字。",
    "正文用 3 号字。",
)
MIXED_SIZES = Rule(
    "mixed-sizes",
    Severity.WARNING,
    "一段里混用了几种字号",
    "同一个要素里字号要一致。选中整段，重新设一次字号。",
    "正文一段里有几个字是 4 号。",
    "整段都是 3 号。",
)
COLOR = Rule(
    "text-color",
    Severity.WARNING,
    "文字颜色不对",
    "如无特殊说明，公文里的文字都是黑色；发文机关标志用红色。“自动”颜色就是黑色。",
    "正文里有蓝色的字。",
    "正文都是黑色。",
)
WEIGHT = Rule(
    "text-weight",
    Severity.NOTE,
    "加粗与版面不一致",
    "标准没有要求加粗，默认的版面都不加粗。本单位习惯给某级标题加粗的，在自己的版面文件里写明，检查就会照办。",
    "正文里有加粗的字。",
    "正文不加粗。",
)
DECORATION = Rule(
    "text-decoration",
    Severity.NOTE,
    "文字有斜体、下划线、删除线或底色",
    "公文的文字不加斜体、下划线、删除线和突出显示的底色，这些多半是修改时留下的记号。",
    "一句话下面画了线。",
    "没有这些记号。",
)
RULES = (FONT, MIXED_FONTS, SIZE, MIXED_SIZES, COLOR, WEIGHT, DECORATION)
_LATIN = re.compile("[A-Za-z0-9]")
_HAN = re.compile("[\u3400-\u9fff]")
_UNDECORATED = Norm(DECORATION)
_DECORATIONS = (("italic", "斜体"), ("underlined", "下划线"), ("struck", "删除线"), ("highlight", "突出显示"))
_BY_DIGITS = frozenset((ElementKind.PAGE_NUMBER, ElementKind.COPY_NUMBER))
_KINDS = frozenset(ElementKind) - {
    ElementKind.BLANK,
    ElementKind.SECRECY,
    ElementKind.LETTERHEAD,
    ElementKind.SUBTITLE,
    ElementKind.CHAPTER,
    ElementKind.TABLE,
    ElementKind.OTHER,
}


def check(subject: Subject) -> Iterator[Deviation]:
    """Every element of the document, paragraph by paragraph."""
    checker = TypeChecker(subject.layout)
    for element in subject.structure.elements:
        if element.kind in _KINDS:
            yield from checker.check(element)


class TypeChecker:
    """Checks paragraphs by one layout; what a formatting is worth for an element is found once."""

    def __init__(self, layout: Layout) -> None:
        self._layout = layout
        self._right: dict[tuple[int, int], bool] = {}
        self._fonts: dict[tuple[str, FontClass], bool] = {}

    def check(self, element: Element) -> Iterator[Deviation]:
        """One paragraph: fonts, sizes, colour, weight, decoration."""
        cut = list(stretches(self._layout, element))
        right = element.kind not in _BY_DIGITS
        for stretch in cut:
            right = right and self._is_right(stretch.character, stretch.settings)
        if right:
            return
        groups: dict[str, list[Stretch]] = {}
        for stretch in cut:
            groups.setdefault(stretch.label, []).append(stretch)
        for group in groups.values():
            yield from self._group(element, group)

    def _belongs(self, font: str, wanted: FontClass) -> bool:
        key = (font, wanted)
        if key not in self._fonts:
            self._fonts[key] = belongs(font, wanted, self._layout)
        return self._fonts[key]

    def _is_right(self, character: Character, settings: ElementLayout) -> bool:
        """Whether text of this formatting is as the element asks in every way."""
        key = (id(character), id(settings))
        found = self._right.get(key)
        if found is None:
            latin = self._layout.fonts.latin.value
            found = self._right[key] = (
                latin in ("", character.ascii)
                and self._belongs(character.east_asia, settings.font.value)
                and settings.size.accepts(Length(character.size))
                and same_color(character.color, settings.color.value)
                and character.bold is settings.bold.value
                and not any(getattr(character, name) for name, _ in _DECORATIONS)
            )
        return found

    def _group(self, element: Element, group: list[Stretch]) -> Iterator[Deviation]:
        """The stretches of a paragraph that belong to one element."""
        settings, label = group[0].settings, group[0].label
        wanted = settings.font.value
        latin = self._layout.fonts.latin.value if element.kind in _BY_DIGITS else ""
        fonts = [(font, font == latin or self._belongs(font, wanted)) for font in _fonts(element, group)]
        yield from _compare((FONT, MIXED_FONTS, settings.font), element, fonts)
        yield from self._latin(element, group)
        if element.kind is not ElementKind.MARK:
            sizes = [
                (stretch.character.size, settings.size.accepts(Length(stretch.character.size)))
                for stretch in group
            ]
            yield from _compare((SIZE, MIXED_SIZES, settings.size), element, sizes, points)
        yield from _color(element, label, settings, group)
        yield from _weight(element, label, settings, group)
        yield from _decoration(element, label, group)

    def _latin(self, element: Element, group: list[Stretch]) -> Iterator[Deviation]:
        """Letters and digits, where an office has a font of their own; the standard names none."""
        setting = self._layout.fonts.latin
        if not setting.value or element.kind in _BY_DIGITS:
            return
        wrong = next(
            (
                stretch
                for stretch in group
                if stretch.character.ascii != setting.value and _LATIN.search(stretch.text)
            ),
            None,
        )
        if wrong is not None:
            yield differs(FONT, setting, "西文和数字的字体不对", element, actual=wrong.character.ascii)


def _fonts(element: Element, group: list[Stretch]) -> Iterator[str]:
    """The fonts of the Han characters; of the digits where the element is made of them."""
    if element.kind in _BY_DIGITS:
        yield from (stretch.character.ascii for stretch in group if any(map(str.isdigit, stretch.text)))
    else:
        yield from (stretch.character.east_asia for stretch in group if _HAN.search(stretch.text))


def _compare(
    by: tuple[Rule, Rule, Setting[Any]],
    element: Element,
    found: list[tuple[Any, bool]],
    show: Callable[[Any], str] = str,
) -> Iterator[Deviation]:
    """Wrong values: the paragraph's own fault where none is right, a mixture where some are."""
    wrong = list(dict.fromkeys(value for value, right in found if not right))
    if not wrong:
        return
    rule, mixed, setting = by
    some_right = any(right for _, right in found) or len(wrong) > 1
    actual = "、".join(show(value) or "主题字体" for value in wrong)
    message = f"{setting.title}{'不一致' if some_right else '不对'}"
    yield differs(mixed if some_right else rule, setting, message, element, actual=actual)


def _color(
    element: Element, label: str, settings: ElementLayout, group: list[Stretch]
) -> Iterator[Deviation]:
    wanted = settings.color.value
    for stretch in group:
        found = stretch.character.color
        if not same_color(found, wanted):
            shown = shown_color(found)
            yield differs(COLOR, settings.color, f"{label}的颜色不对", element, actual=shown)
            return


def _weight(
    element: Element, label: str, settings: ElementLayout, group: list[Stretch]
) -> Iterator[Deviation]:
    wanted = settings.bold.value
    if any(stretch.character.bold is not wanted for stretch in group):
        actual = "不加粗" if wanted else "加粗"
        expected = "加粗" if wanted else "不加粗"
        yield differs(WEIGHT, settings.bold, f"{label}{actual}", element, actual=actual, expected=expected)


def _decoration(element: Element, label: str, group: list[Stretch]) -> Iterator[Deviation]:
    found = [
        name for field, name in _DECORATIONS if any(getattr(stretch.character, field) for stretch in group)
    ]
    if found:
        actual = "、".join(found)
        yield breach(_UNDECORATED, f"{label}里有{actual}", element, actual=actual, expected="没有")
