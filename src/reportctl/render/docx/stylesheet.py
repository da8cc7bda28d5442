"""The style sheet of a document: styles made with python-docx, each put in when the body first uses it."""

from __future__ import annotations

from copy import deepcopy
from functools import lru_cache
from typing import TYPE_CHECKING, Any, cast

from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement
from docx.shared import Pt, RGBColor, Twips
from docx.styles.styles import Styles

from reportctl.layout import Align, GridKind
from reportctl.render.docx.styles import character_look, paragraph_look

if TYPE_CHECKING:
    from collections.abc import Iterable

    from docx.document import Document as WordDocument
    from docx.oxml.styles import CT_Style, CT_Styles
    from docx.oxml.text.font import CT_RPr
    from docx.oxml.xmlchemy import BaseOxmlElement
    from docx.styles.style import BaseStyle, CharacterStyle, ParagraphStyle

    from reportctl.layout import Layout
    from reportctl.render.docx.styles import CharacterLook, NamedStyle, ParagraphLook
    from reportctl.typesetting.measure import Indents

_NORMAL, _TABLE = "Normal", "GwTable"
_KEEP = "Keep"
_KEPT = 256
"""A report has some dozen styles; so many are kept as made."""
_GALLERY = frozenset({
    "GwTitle", "GwRecipients", "GwBody", "GwHeading1", "GwHeading2", "GwHeading3", "GwHeading4",
    "GwAttachmentNote", "GwSignature", "GwDate", "GwAttachmentLabel", "GwAttachmentTitle", "GwTableCell",
})  # fmt: skip
"""What Word's gallery of styles shows: those that a person who goes on writing wants."""
_TABS = {
    Align.LEFT: WD_TAB_ALIGNMENT.LEFT,
    Align.CENTER: WD_TAB_ALIGNMENT.CENTER,
    Align.RIGHT: WD_TAB_ALIGNMENT.RIGHT,
}


class StyleSheet:
    """The styles that a document may use; `use` gives a style's identifier and puts it into the document."""

    def __init__(self, document: WordDocument, layout: Layout, styles: Iterable[NamedStyle]) -> None:
        self._written = document.styles
        self._styles = {style.identifier: style for style in styles}
        self._used: set[str] = set()
        self._set_defaults(layout)

    def use(self, identifier: str, *, keep: bool = False) -> str:
        """The identifier of a style; `keep` asks for its variant that stays on the page of what follows."""
        style = self._styles[identifier]
        if identifier not in self._used:
            self._used.add(identifier)
            self._written.element.append(deepcopy(_element(style)))
            if style.following:
                self.use(style.following)
        if not keep:
            return identifier
        kept = f"{identifier}{_KEEP}"
        if kept not in self._used:
            self._used.add(kept)
            self._written.element.append(deepcopy(_keeping_element(style)))
        return kept

    def use_table(self) -> str:
        """The identifier of the table style."""
        if _TABLE not in self._used:
            self._used.add(_TABLE)
            self._written.element.append(self._table)
        return _TABLE

    def _set_defaults(self, layout: Layout) -> None:
        """The document's defaults, Normal and the table's lines, as the layout has them."""
        element, styles = layout.elements.default, self._written.element
        look = character_look(layout, element)
        (defaults,) = styles.xpath("w:docDefaults/w:rPrDefault/w:rPr")
        _set_fonts(defaults, look)
        for size in ("sz", "szCs"):
            _put(defaults, size, val=look.half_points)
        normal = cast("ParagraphStyle", self._written[_NORMAL])
        _set_paragraph(normal, paragraph_look(layout, element))
        _set_character(normal, look)
        if layout.grid.mode.value is GridKind.WORD:
            (snap,) = styles.xpath("w:style/w:pPr/w:snapToGrid")
            snap.getparent().remove(snap)
        for line in styles.xpath("w:style/w:tblPr/w:tblBorders/*"):
            line.set(qn("w:sz"), str(layout.attachment.table_line.value.eighths))
        self._table = styles.get_by_id(_TABLE)
        styles.remove(self._table)  # until a table asks for it


# made once a process, for all the reports that look the same: python-docx takes a tenth of a build for them
@lru_cache(_KEPT)
def _element(style: NamedStyle) -> CT_Style:
    """A style as python-docx writes it."""
    if style.paragraph is None:
        character = _new(style.identifier, style.name, WD_STYLE_TYPE.CHARACTER)
        _set_character(cast("CharacterStyle", character), style.character)
        return cast("CT_Style", character.element)
    paragraph = _new_paragraph(style.identifier, style.name, _NORMAL)
    _set_paragraph(paragraph, style.paragraph)
    _set_character(paragraph, style.character)
    if style.following:
        paragraph.element.get_or_add_next().val = style.following
    return cast("CT_Style", paragraph.element)


@lru_cache(_KEPT)
def _keeping_element(style: NamedStyle) -> CT_Style:
    """Its variant that stays on the page of what follows."""
    paragraph = _new_paragraph(f"{style.identifier}{_KEEP}", f"{style.name}（与下段同页）", style.identifier)
    paragraph.paragraph_format.keep_with_next = True
    # what is begun behind it stays with nothing
    paragraph.element.get_or_add_next().val = style.following or style.identifier
    return cast("CT_Style", paragraph.element)


def _new_paragraph(identifier: str, name: str, base: str) -> ParagraphStyle:
    style = cast("ParagraphStyle", _new(identifier, name, WD_STYLE_TYPE.PARAGRAPH))
    style.quick_style = identifier in _GALLERY
    style.element.basedOn_val = base
    return style


def _new(identifier: str, name: str, kind: WD_STYLE_TYPE) -> BaseStyle:
    styles: Any = Styles(cast("CT_Styles", OxmlElement("w:styles")))
    style: BaseStyle = styles.add_style(name, kind)
    style.style_id = identifier
    return style


def _set_paragraph(style: ParagraphStyle, look: ParagraphLook) -> None:
    """Set a style's paragraph properties; those that python-docx does not know in the order of the schema."""
    form = style.paragraph_format
    # LibreOffice parts no paragraph that keeps with the next; Word does unless told
    form.keep_with_next = form.keep_together = look.keep_with_next or None
    form.page_break_before = look.new_page or None
    properties = style.element.get_or_add_pPr()
    if look.line_above is not None:
        width, color = look.line_above
        _put(_put(properties, "pBdr"), "top", val="single", sz=width.eighths, space=0, color=color)
    if look.fill:
        _put(properties, "shd", val="clear", color="auto", fill=look.fill)
    for tab in look.tabs:
        form.tab_stops.add_tab_stop(Twips(tab.position), _TABS[tab.align])
    form.space_before, form.space_after = Twips(look.before), Twips(look.after)
    form.line_spacing = Twips(look.line) if look.line else 1.0
    _set_indents(style, look.indents)
    form.alignment = look.align
    if look.outline_level is not None:
        _put(properties, "outlineLvl", val=look.outline_level)


def _set_indents(style: ParagraphStyle, indents: Indents) -> None:
    """Indents in characters, with the same in twips for programs that read only those."""
    form = style.paragraph_format
    if indents.left:
        form.left_indent = Twips(indents.left)
    if indents.right:
        form.right_indent = Twips(indents.right)
    if indents.first_line:
        form.first_line_indent = Twips(indents.first_line)
    if indents.character:
        named = {"left": indents.left, "right": indents.right, "firstLine": indents.first_line}
        for name, length in named.items():
            if length:
                written = style.element.pPr.get_or_add_ind()
                written.set(qn(f"w:{name}Chars"), str(round(length * 100 / indents.character)))


def _set_character(style: CharacterStyle, look: CharacterLook | None) -> None:
    """Set a style's run properties; those that python-docx does not know in the order of the schema."""
    if look is None:
        return
    font, properties = style.font, style.element.get_or_add_rPr()
    if look.han:
        _set_fonts(properties, look)
    font.bold = font.cs_bold = look.bold
    if look.color:
        font.color.rgb = RGBColor.from_string(look.color)
    if look.spacing is not None:
        _put(properties, "spacing", val=look.spacing)
    if look.half_points is not None:
        font.size = Pt(look.half_points / 2)
        _put(properties, "szCs", val=look.half_points)
    if look.fill:
        _put(properties, "shd", val="clear", fill=look.fill)


def _set_fonts(properties: CT_RPr, look: CharacterLook) -> None:
    """All four slots, so that nothing falls to a theme or a default.

    The hint makes “ ” … — · × take the Han font where the Latin slots name another.
    """
    _put(
        properties,
        "rFonts",
        hint="eastAsia",
        ascii=look.latin,
        hAnsi=look.latin,
        eastAsia=look.han,
        cs=look.latin,
    )


def _put(parent: BaseOxmlElement, tag: str, **attributes: object) -> BaseOxmlElement:
    """The child of that name with these attributes, added as the last one where there is none."""
    child = parent.find(qn(f"w:{tag}"))
    if child is None:
        child = OxmlElement(f"w:{tag}")
        parent.append(child)
    for name, value in attributes.items():
        child.set(qn(f"w:{name}"), str(value))
    return cast("BaseOxmlElement", child)
