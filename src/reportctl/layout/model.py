"""The layout as typed data: page, grid, fonts, elements and the distances of 版头, 署名, 版记 and 页码.

Every leaf is a `Setting`. A layout file may name a key by its Chinese name too; the Chinese names of the
elements are also the names of the paragraph styles in Word.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from reportctl.layout import values
from reportctl.layout.figures import Setting, SettingGroup, figure, section, slots
from reportctl.layout.values import Align, FontClass, GridKind, Length, PageNumberPlace

if TYPE_CHECKING:
    from collections.abc import Mapping

_FONT = values.choice({choice.value: choice for choice in FontClass})
_ALIGN = values.choice(
    {choice.value: choice for choice in Align}
    | {"left": Align.LEFT, "center": Align.CENTER, "right": Align.RIGHT, "justify": Align.JUSTIFY}
)
_GRID = values.choice({choice.value: choice for choice in GridKind})
_PLACE = values.choice(
    {choice.value: choice for choice in PageNumberPlace}
    | {"outside": PageNumberPlace.OUTSIDE, "center": PageNumberPlace.CENTER}
)
_NAME = values.words(60)
_SIZE = values.font_size()
_COLOR = values.color()
_FLAG = values.flag()
_BLANKS = values.count(0, 10, "行")
_CHARS = values.characters(20)
_GAP = values.length(0, 100)
_LINE = values.length(0.05, 3)
_SLACK = 1.0
"""Points by which 版心 may be overfilled: its edges are stated to the millimetre."""


class Page(SettingGroup):
    """用纸和版心 (clauses 5.1 and 5.2.1)."""

    width: Setting[Length] = figure(values.length(100, 600), "纸宽")
    height: Setting[Length] = figure(values.length(100, 900), "纸高")
    top: Setting[Length] = figure(_GAP, "天头")
    bottom: Setting[Length] = figure(_GAP, "地脚")
    left: Setting[Length] = figure(_GAP, "订口")
    right: Setting[Length] = figure(_GAP, "切口")

    @property
    def text_width(self) -> Length:
        """The width of 版心."""
        return Length(self.width.value.points - self.left.value.points - self.right.value.points)

    @property
    def text_height(self) -> Length:
        """The height of 版心."""
        return Length(self.height.value.points - self.top.value.points - self.bottom.value.points)


class PageGrid(SettingGroup):
    """行数和字数 (clause 5.2.3) and how they come about."""

    mode: Setting[GridKind] = figure(_GRID, "网格")
    lines: Setting[int] = figure(values.count(1, 60, "行"), "每面行数")
    characters: Setting[int] = figure(values.count(1, 60, "字"), "每行字数")
    line_pitch: Setting[Length] = figure(values.length(3, 30), "行距")
    character_spacing: Setting[Length] = figure(values.length(-2, 5), "字间距")


class Fonts(SettingGroup):
    """Which font stands for which class; with no `latin`, Latin text takes the Han font's own."""

    preset: Setting[str] = figure(_NAME, "字体方案")
    fangsong: Setting[str] = figure(_NAME, "仿宋")
    hei: Setting[str] = figure(_NAME, "黑体")
    kai: Setting[str] = figure(_NAME, "楷体")
    biaosong: Setting[str] = figure(_NAME, "小标宋")
    song: Setting[str] = figure(_NAME, "宋体")
    latin: Setting[str] = figure(_NAME, "西文字体")


class ElementLayout(SettingGroup):
    """The look of one element: indents in characters, blank lines before; `line` None is the page's pitch.

    A figure that an element has not, and that no layout can therefore change, has its neutral value.
    """

    font: Setting[FontClass] = figure(_FONT, "字体")
    size: Setting[Length] = figure(_SIZE, "字号")
    color: Setting[str] = figure(_COLOR, "颜色")
    bold: Setting[bool] = figure(_FLAG, "加粗")
    align: Setting[Align] = figure(_ALIGN, "对齐", Align.LEFT)
    first_line: Setting[float] = figure(_CHARS, "首行缩进", 0.0)
    left: Setting[float] = figure(_CHARS, "左空", 0.0)
    right: Setting[float] = figure(_CHARS, "右空", 0.0)
    blank_before: Setting[int] = figure(_BLANKS, "前空行", 0)
    line: Setting[Length | None] = figure(values.line_pitch(), "行距")


def _element(title: str, *more: str) -> Any:
    """An element: every one has a look of its type, and the `more` that its place on the page leaves open."""
    return section(ElementLayout, title, "font", "size", "color", "bold", *more)


class ElementLayouts(SettingGroup):
    """The elements of the standard; what one does not state it takes from `default` (clause 5.2.2)."""

    default: ElementLayout = _element("默认", "line")
    copy_number: ElementLayout = _element("份号", "align", "line")
    urgency: ElementLayout = _element("紧急程度", "align", "line")
    mark: ElementLayout = _element("发文机关标志", "align")
    number: ElementLayout = _element("发文字号", "align", "left", "blank_before", "line")
    signatory: ElementLayout = _element("签发人", "right")
    signatory_name: ElementLayout = _element("签发人姓名")
    title: ElementLayout = _element("公文标题", "align", "blank_before", "line")
    recipients: ElementLayout = _element("主送机关", "align", "first_line", "blank_before", "line")
    body: ElementLayout = _element("正文", "align", "first_line", "line")
    heading1: ElementLayout = _element("一级标题", "align", "first_line", "blank_before", "line")
    heading2: ElementLayout = _element("二级标题", "align", "first_line", "blank_before", "line")
    heading3: ElementLayout = _element("三级标题", "align", "first_line", "blank_before", "line")
    heading4: ElementLayout = _element("四级标题", "align", "first_line", "blank_before", "line")
    attachment_note: ElementLayout = _element("附件说明", "left", "blank_before", "line")
    signature: ElementLayout = _element("发文机关署名", "right", "blank_before", "line")
    date: ElementLayout = _element("成文日期", "right", "line")
    note: ElementLayout = _element("附注", "first_line", "line")
    attachment_label: ElementLayout = _element("附件", "align", "line")
    attachment_title: ElementLayout = _element("附件标题", "align", "blank_before", "line")
    table_head: ElementLayout = _element("表头", "align")
    table_cell: ElementLayout = _element("表格", "align")
    copies_to: ElementLayout = _element("抄送机关", "left", "right", "line")
    printed: ElementLayout = _element("印发机关和印发日期", "left", "right", "line")
    page_number: ElementLayout = _element("页码", "left", "right")

    @classmethod
    def in_order(cls) -> tuple[str, ...]:
        """The keys of all elements, in the order in which they stand on paper."""
        return tuple(slots(cls))

    @classmethod
    def title_of(cls, key: str) -> str:
        """The Chinese name of an element."""
        return slots(cls)[key].title

    def heading(self, level: int) -> ElementLayout:
        """The heading of a level from 1 to 4 (clause 7.3.3)."""
        return (self.heading1, self.heading2, self.heading3, self.heading4)[level - 1]


class LetterheadFigures(SettingGroup):
    """版头 (clause 7.2): distances that belong to no single element."""

    mark_top: Setting[Length] = figure(_GAP, "标志上距版心")
    mark_suffix: Setting[str] = figure(values.words(6), "标志后缀")
    mark_least: Setting[Length] = figure(_SIZE, "标志最小字号")
    names_per_line: Setting[int] = figure(values.count(1, 4, "个"), "每行签发人")
    line_gap: Setting[Length] = figure(_GAP, "红线上距")
    line_width: Setting[Length] = figure(_LINE, "红线粗细")
    line_color: Setting[str] = figure(_COLOR, "红线颜色")


class WrappingFigures(SettingGroup):
    """How a title that does not fit one line is broken (clause 7.3.1)."""

    last_line: Setting[int] = figure(values.count(1, 20, "字"), "末行最少字数")


class HeadingFigures(SettingGroup):
    """Headings within the text (clause 7.3.3)."""

    run_in: Setting[bool] = figure(_FLAG, "段首标题用标题字体")


class SignatureFigures(SettingGroup):
    """署名, 成文日期 and the room for a seal (clause 7.3.5)."""

    sealed_right: Setting[float] = figure(_CHARS, "盖章时日期右空")
    date_shift: Setting[float] = figure(_CHARS, "日期右移")
    seal_size: Setting[Length] = figure(_GAP, "印章直径")


class AttachmentFigures(SettingGroup):
    """附件 (clause 7.3.7) and the tables in it."""

    new_page: Setting[bool] = figure(_FLAG, "附件另面编排")
    table_line: Setting[Length] = figure(_LINE, "表格线粗细")


class ImprintFigures(SettingGroup):
    """版记 (clause 7.4): its lines, and how far the last one lies from the bottom of 版心."""

    outer_line: Setting[Length] = figure(_LINE, "首末条分隔线粗细")
    inner_line: Setting[Length] = figure(_LINE, "中间分隔线粗细")
    bottom_gap: Setting[Length] = figure(_GAP, "末条线距版心下边缘")


class PageNumberFigures(SettingGroup):
    """页码 (clause 7.5)."""

    gap: Setting[Length] = figure(_GAP, "一字线距版心")
    place: Setting[PageNumberPlace] = figure(_PLACE, "页码位置")
    dashes: Setting[bool] = figure(_FLAG, "页码两侧一字线")


class Layout(SettingGroup):
    """A layout in force: a shipped one, or an office's overlay on a shipped one.

    `presets` gives, for each preset, the font of each class; `standard` is the one that the layout follows.
    """

    name: str
    title: str
    standard: str
    presets: Mapping[str, Mapping[FontClass, str]]
    page: Page = section(Page, "页面")
    grid: PageGrid = section(PageGrid, "版面")
    fonts: Fonts = section(Fonts, "字体")
    elements: ElementLayouts = section(ElementLayouts, "要素")
    letterhead: LetterheadFigures = section(LetterheadFigures, "版头")
    wrapping: WrappingFigures = section(WrappingFigures, "标题回行")
    headings: HeadingFigures = section(HeadingFigures, "层次")
    signature: SignatureFigures = section(SignatureFigures, "署名")
    attachment: AttachmentFigures = section(AttachmentFigures, "附件")
    imprint: ImprintFigures = section(ImprintFigures, "版记")
    page_number: PageNumberFigures = section(PageNumberFigures, "页码")

    def font(self, font_class: FontClass) -> str:
        """The name of the font that stands for a class."""
        chosen: Setting[str] = getattr(self.fonts, font_class.name.lower())
        return chosen.value or self.presets[self.fonts.preset.value][font_class]

    def alternatives(self, font_class: FontClass) -> tuple[str, ...]:
        """The fonts that may stand in for a class where its own is missing, best first."""
        own = self.font(font_class)
        names = dict.fromkeys(preset[font_class] for preset in self.presets.values())
        return tuple(name for name in names if name != own)

    def line_pitch(self, element: ElementLayout) -> Length:
        """The height of an element's lines."""
        return element.line.value or self.grid.line_pitch.value

    @property
    def lines_that_fit(self) -> int:
        """How many lines have room on a page."""
        return _room(self.page.text_height, self.grid.line_pitch.value.points)

    @property
    def characters_that_fit(self) -> int:
        """How many characters of the text have room on a line."""
        step = self.elements.body.size.value.points + self.grid.character_spacing.value.points
        return _room(self.page.text_width, step)


def _room(length: Length, step: float) -> int:
    return int((length.points + _SLACK) / step) if step > 0 else 0
