"""The package before its body: the base document with properties, fonts, and its one or two printed sides."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.oxml.ns import qn

from reportctl.layout import FontClass
from reportctl.render.docx.package import Package
from reportctl.render.docx.xml import DECLARATION, W, attribute, plain

if TYPE_CHECKING:
    from docx.opc.coreprops import CoreProperties

    from reportctl.document import Document
    from reportctl.layout import Layout

_LONGEST_PROPERTY = 255
_GB2312 = "86"
"""The character set of the font table that stands for simplified Chinese."""


def prepare(document: Document, layout: Layout) -> Package:
    """A package that wants its sections and its body."""
    package = Package()
    _set_properties(package.word.core_properties, document)
    if not document.duplex:
        _unmirror(package)
    _add_fonts(package, layout)
    return package


def _set_properties(properties: CoreProperties, document: Document) -> None:
    """Title and dates are the report's own; nobody is named as author."""
    properties.title = plain(document.title)[:_LONGEST_PROPERTY]
    if document.draft:
        properties.content_status = "草稿"
    if document.date is not None:
        properties.created = properties.modified = dt.datetime.combine(document.date, dt.time())


def _unmirror(package: Package) -> None:
    """The binding edge of a report printed on one side stays on the left."""
    settings = package.word.settings.element
    settings.remove(settings.find(qn("w:mirrorMargins")))


def _add_fonts(package: Package, layout: Layout) -> None:
    """The font table: each font with those that may stand in for it where it is missing."""
    fonts = "".join(
        f'<w:font w:name="{attribute(layout.font(font_class))}">{_stand_ins(layout, font_class)}'
        f'<w:charset w:val="{_GB2312}"/><w:family w:val="auto"/><w:pitch w:val="variable"/></w:font>'
        for font_class in FontClass
    )
    table = f'{DECLARATION}<w:fonts xmlns:w="{W}">{fonts}</w:fonts>'
    package.add("fontTable.xml", CONTENT_TYPE.WML_FONT_TABLE, RELATIONSHIP_TYPE.FONT_TABLE, table.encode())


def _stand_ins(layout: Layout, font_class: FontClass) -> str:
    names = layout.alternatives(font_class)
    return f'<w:altName w:val="{attribute(",".join(names))}"/>' if names else ""
