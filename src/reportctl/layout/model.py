"""The layout as typed data: page, grid, fonts, elements and the distances of 版头, 署名, 版记 and 页码.

Every leaf is a `Figure`. A layout file may name a key by its Chinese name too; the Chinese names of the
elements are also the names of the paragraph styles in Word.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from reportctl.layout import values
from reportctl.layout.figures import Figure, Section, figure, section
from reportctl.layout.values import Align, FontClass, Grid, Length, PageNumberPlace

if TYPE_CHECKING:
    from collections.abc import Mapping

_FONT = values.choice({one.value: one for one in FontClass})
_ALIGN = values.choice(
    {one.value: one for one in Align}
    | {"left": Align.LEFT, "center": Align.CENTER, "right": Align.RIGHT, "justify": Align.JUSTIFY}
)
_GRID = values.choice({one.value: one for one in Grid})
_PLACE = values.choice(
    {one.value: one for one in PageNumberPlace}
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


class Page(Section):
    """用纸和版心 (clauses 5.1 and 5.2.1)."""

    width: Figure[Length] = figure(values.length(100, 600), "纸宽")
    height: Figure[Length] = figure(values.length(100, 900), "纸高")
    top: Figure[Length] = figure(_GAP, "天头")
    bottom: Figure[Length] = figure(_GAP, "地脚")
    left: Figure[Length] = figure(_GAP, "订口")
    right: Figure[Length] = figure(_GAP, "切口")

    @property
    def text_width(self) -> Length:
        """The width of 版心."""
        return Length(self.width.value.points - self.left.value.points - self.right.value.points)

    @property
    def text_height(self) -> Length:
        """The height of 版心."""
        return Length(self.height.value.points - self.top.value.points - self.bottom.value.points)


class PageGrid(Section):
    """行数和字数 (clause 5.2.3) and how they come about."""

    mode: Figure[Grid] = figure(_GRID, "网格")
    lines: Figure[int] = figure(values.count(1, 60, "行"), "每面行数")
    characters: Figure[int] = figure(values.count(1, 60, "字"), "每行字数")
    line_pitch: Figure[Length] = figure(values.length(3, 30), "行距")
    character_spacing: Figure[Length] = figure(values.length(-2, 5), "字间距")


class Fonts(Section):
    """Which font stands for which class; with no `latin`, Latin text takes the Han font's own."""

    preset: Figure[str] = figure(_NAME, "字体方案")
    fangsong: Figure[str] = figure(_NAME, "仿宋")
    hei: Figure[str] = figure(_NAME, "黑体")
    kai: Figure[str] = figure(_NAME, "楷体")
    biaosong: Figure[str] = figure(_NAME, "小标宋")
    song: Figure[str] = figure(_NAME, "宋体")
    latin: Figure[str] = figure(_NAME, "西文字体")


class Element(Section):
    """The look of one element: indents in characters, blank lines before; `line` None is the page's pitch.

    A figure that an element has not, and that no layout can therefore change, has its neutral value.
    """

    font: Figure[FontClass] = figure(_FONT, "字体")
    size: Figure[Length] = figure(_SIZE, "字号")
    color: Figure[str] = figure(_COLOR, "颜色")
    bold: Figure[bool] = figure(_FLAG, "加粗")
    align: Figure[Align] = figure(_ALIGN, "对齐", Align.LEFT)
    first_line: Figure[float] = figure(_CHARS, "首行缩进", 0.0)
    left: Figure[float] = figure(_CHARS, "左空", 0.0)
    right: Figure[float] = figure(_CHARS, "右空", 0.0)
    blank_before: Figure[int] = figure(_BLANKS, "前空行", 0)
    line: Figure[Length | None] = figure(values.line_pitch(), "行距")


def _element(title: str, *more: str) -> Any:
    """An element: every one has a look of its type, and the `more` that its place on the page leaves open."""
    return section(Element, title, "font", "size", "color", "bold", *more)


class Elements(Section):
    """The elements of the standard; what one does not state it takes from `default` (clause 5.2.2)."""

    default: Element = _element("默认", "line")
    copy_number: Element = _element("份号", "align", "line")
    urgency: Element = _element("紧急程度", "align", "line")
    mark: Element = _element("发文机关标志", "align")
    number: Element = _element("发文字号", "align", "left", "blank_before", "line")
    signatory: Element = _element("签发人", "right")
    signatory_name: Element = _element("签发人姓名")
    title: Element = _element("公文标题", "align", "blank_before", "line")
    recipients: Element = _element("主送机关", "align", "first_line", "blank_before", "line")
    body: Element = _element("正文", "align", "first_line", "line")
    heading1: Element = _element("一级标题", "align", "first_line", "blank_before", "line")
    heading2: Element = _element("二级标题", "align", "first_line", "blank_before", "line")
    heading3: Element = _element("三级标题", "align", "first_line", "blank_before", "line")
    heading4: Element = _element("四级标题", "align", "first_line", "blank_before", "line")
    attachment_note: Element = _element("附件说明", "left", "blank_before", "line")
    signature: Element = _element("发文机关署名", "right", "blank_before", "line")
    date: Element = _element("成文日期", "right", "line")
    note: Element = _element("附注", "first_line", "line")
    attachment_label: Element = _element("附件", "align", "line")
    attachment_title: Element = _element("附件标题", "align", "blank_before", "line")
    table_head: Element = _element("表头", "align")
    table_cell: Element = _element("表格", "align")
    copies_to: Element = _element("抄送机关", "left", "right", "line")
    printed: Element = _element("印发机关和印发日期", "left", "right", "line")
    page_number: Element = _element("页码", "left", "right")

    def heading(self, level: int) -> Element:
        """The heading of a level from 1 to 4 (clause 7.3.3)."""
        return (self.heading1, self.heading2, self.heading3, self.heading4)[level - 1]


class LetterheadFigures(Section):
    """版头 (clause 7.2): distances that belong to no single element."""

    mark_top: Figure[Length] = figure(_GAP, "标志上距版心")
    mark_suffix: Figure[str] = figure(values.words(6), "标志后缀")
    mark_least: Figure[Length] = figure(_SIZE, "标志最小字号")
    names_per_line: Figure[int] = figure(values.count(1, 4, "个"), "每行签发人")
    line_gap: Figure[Length] = figure(_GAP, "红线上距")
    line_width: Figure[Length] = figure(_LINE, "红线粗细")
    line_color: Figure[str] = figure(_COLOR, "红线颜色")


class WrappingFigures(Section):
    """How a title that does not fit one line is broken (clause 7.3.1)."""

    last_line: Figure[int] = figure(values.count(1, 20, "字"), "末行最少字数")


class HeadingFigures(Section):
    """Headings within the text (clause 7.3.3)."""

    run_in: Figure[bool] = figure(_FLAG, "段首标题用标题字体")


class SignatureFigures(Section):
    """署名, 成文日期 and the room for a seal (clause 7.3.5)."""

    sealed_right: Figure[float] = figure(_CHARS, "盖章时日期右空")
    date_shift: Figure[float] = figure(_CHARS, "日期右移")
    seal_size: Figure[Length] = figure(_GAP, "印章直径")


class AttachmentFigures(Section):
    """附件 (clause 7.3.7) and the tables in it."""

    new_page: Figure[bool] = figure(_FLAG, "附件另面编排")
    table_line: Figure[Length] = figure(_LINE, "表格线粗细")


class ImprintFigures(Section):
    """版记 (clause 7.4): its lines, and how far the last one lies from the bottom of 版心."""

    outer_line: Figure[Length] = figure(_LINE, "首末条分隔线粗细")
    inner_line: Figure[Length] = figure(_LINE, "中间分隔线粗细")
    bottom_gap: Figure[Length] = figure(_GAP, "末条线距版心下边缘")


class PageNumberFigures(Section):
    """页码 (clause 7.5)."""

    gap: Figure[Length] = figure(_GAP, "一字线距版心")
    place: Figure[PageNumberPlace] = figure(_PLACE, "页码位置")
    dashes: Figure[bool] = figure(_FLAG, "页码两侧一字线")


class Layout(Section):
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
    elements: Elements = section(Elements, "要素")
    letterhead: LetterheadFigures = section(LetterheadFigures, "版头")
    wrapping: WrappingFigures = section(WrappingFigures, "标题回行")
    headings: HeadingFigures = section(HeadingFigures, "层次")
    signature: SignatureFigures = section(SignatureFigures, "署名")
    attachment: AttachmentFigures = section(AttachmentFigures, "附件")
    imprint: ImprintFigures = section(ImprintFigures, "版记")
    page_number: PageNumberFigures = section(PageNumberFigures, "页码")

    def font(self, font_class: FontClass) -> str:
        """The name of the font that stands for a class."""
        chosen: Figure[str] = getattr(self.fonts, font_class.name.lower())
        return chosen.value or self.presets[self.fonts.preset.value][font_class]

    def alternatives(self, font_class: FontClass) -> tuple[str, ...]:
        """The fonts that may stand in for a class where its own is missing, best first."""
        own = self.font(font_class)
        names = dict.fromkeys(preset[font_class] for preset in self.presets.values())
        return tuple(name for name in names if name != own)

    def line_pitch(self, element: Element) -> Length:
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
