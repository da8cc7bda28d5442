"""The style sheet of a document: named styles, of which only those in use are written."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from reportctl.layout import GridKind
from reportctl.render.docx import look
from reportctl.render.docx.xml import DECLARATION, W, attribute, character_properties, paragraph_properties

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reportctl.layout import ElementLayout, Layout
    from reportctl.render.docx.look import Properties

NORMAL = "Normal"
TABLE = "GwTable"
_KEEP = "Keep"


@dataclass(frozen=True, slots=True)
class NamedStyle:
    """A paragraph style, or a character style where `paragraph` is None.

    `identifier` is what the body refers to, `name` what Word shows, `following` the style of a paragraph that
    is begun behind one of this style.
    """

    identifier: str
    name: str
    paragraph: Properties | None = None
    character: Properties = field(default_factory=dict)
    based_on: str = NORMAL
    following: str = ""

    @property
    def xml(self) -> str:
        """The style as `w:style`."""
        kind = "character" if self.paragraph is None else "paragraph"
        based_on = f'<w:basedOn w:val="{self.based_on}"/>' if self.paragraph is not None else ""
        following = f'<w:next w:val="{self.following}"/>' if self.following else ""
        return (
            f'<w:style w:type="{kind}" w:customStyle="1" w:styleId="{self.identifier}">'
            f'<w:name w:val="{attribute(self.name)}"/>{based_on}{following}<w:qFormat/>'
            f"{paragraph_properties(self.paragraph or {})}{character_properties(self.character)}</w:style>"
        )


def of(
    layout: Layout,
    identifier: str,
    name: str,
    element: ElementLayout,
    *,
    before: int = 0,
    after: int = 0,
    more: Properties | None = None,
) -> NamedStyle:
    """The paragraph style of an element; `before` and `after` in twips, `more` overrules its properties."""
    paragraph = look.paragraph(layout, element, before=before, after=after) | (more or {})
    return NamedStyle(identifier, name, paragraph, look.character(layout, element))


class StyleSheet:
    """The styles that a document may use; `use` gives a style's identifier and puts it into the document."""

    def __init__(self, layout: Layout, styles: Iterable[NamedStyle]) -> None:
        self._layout = layout
        self._styles = {style.identifier: style for style in styles}
        self._used: set[str] = set()

    def use(self, identifier: str, *, keep: bool = False) -> str:
        """The identifier of a style; `keep` asks for its variant that stays on the page of what follows."""
        self._used.add(identifier)
        if self._styles[identifier].following:
            self._used.add(self._styles[identifier].following)
        if not keep:
            return identifier
        kept = f"{identifier}{_KEEP}"
        if kept not in self._styles:
            name = f"{self._styles[identifier].name}（与下段同页）"
            self._styles[kept] = NamedStyle(kept, name, {"keepNext": ""}, based_on=identifier)
        self._used.add(kept)
        return kept

    def use_table(self) -> str:
        """The identifier of the table style."""
        self._used.add(TABLE)
        return TABLE

    def xml(self) -> bytes:
        """The part `styles.xml`."""
        used = "".join(style.xml for key, style in self._styles.items() if key in self._used)
        table = _table_style(self._layout) if TABLE in self._used else ""
        return (
            f'{DECLARATION}<w:styles xmlns:w="{W}">{_built_in(self._layout)}{used}{table}</w:styles>'.encode()
        )


def _built_in(layout: Layout) -> str:
    """Document defaults and the four styles that every document has."""
    element = layout.elements.default
    paragraph = {
        "widowControl": 'w:val="0"',
        "overflowPunct": 'w:val="0"',
        "autoSpaceDE": 'w:val="0"',
        "autoSpaceDN": 'w:val="0"',
        **look.paragraph(layout, element),
    }
    if layout.grid.mode.value is GridKind.LINES:
        paragraph["snapToGrid"] = 'w:val="0"'
    character = look.character(layout, element)
    language = 'w:val="zh-CN" w:eastAsia="zh-CN" w:bidi="ar-SA"'
    defaults = {key: character[key] for key in ("rFonts", "sz", "szCs")} | {"lang": language}
    return (
        f"<w:docDefaults><w:rPrDefault>{character_properties(defaults)}</w:rPrDefault><w:pPrDefault/>"
        "</w:docDefaults>"
        f'<w:style w:type="paragraph" w:default="1" w:styleId="{NORMAL}"><w:name w:val="Normal"/><w:qFormat/>'
        f"{paragraph_properties(paragraph)}{character_properties(character)}</w:style>"
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
        '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/>'
        "<w:unhideWhenUsed/></w:style>"
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
        '<w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/>'
        '<w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar>'
        '<w:top w:w="0" w:type="dxa"/><w:left w:w="0" w:type="dxa"/>'
        '<w:bottom w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/>'
        "</w:tblCellMar></w:tblPr></w:style>"
        '<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/>'
        '<w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/></w:style>'
    )


def _table_style(layout: Layout) -> str:
    line = f'w:val="single" w:sz="{layout.attachment.table_line.value.eighths}" w:space="0" w:color="000000"'
    borders = "".join(
        f"<w:{edge} {line}/>" for edge in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    return (
        f'<w:style w:type="table" w:customStyle="1" w:styleId="{TABLE}"><w:name w:val="公文表格"/>'
        f'<w:basedOn w:val="TableNormal"/><w:tblPr><w:tblBorders>{borders}</w:tblBorders><w:tblCellMar>'
        '<w:top w:w="40" w:type="dxa"/><w:left w:w="60" w:type="dxa"/>'
        '<w:bottom w:w="40" w:type="dxa"/><w:right w:w="60" w:type="dxa"/>'
        '</w:tblCellMar></w:tblPr><w:tcPr><w:vAlign w:val="center"/></w:tcPr></w:style>'
    )
