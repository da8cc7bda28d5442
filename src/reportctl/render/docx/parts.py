"""The small parts of the package: settings, font table, document properties."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from docx.opc.constants import CONTENT_TYPE
from docx.opc.packuri import PackURI
from docx.opc.parts.coreprops import CorePropertiesPart
from docx.oxml.coreprops import CT_CoreProperties

from reportctl.layout import FontClass
from reportctl.render.docx.xml import DECLARATION, W, attribute, plain

if TYPE_CHECKING:
    from docx.package import Package

    from reportctl.document import Document
    from reportctl.layout import Layout

_WORD = "http://schemas.microsoft.com/office/word"
_LONGEST_PROPERTY = 255
_GB2312 = "86"
"""The character set of the font table that stands for simplified Chinese."""


def settings(*, mirrored: bool) -> bytes:
    """`settings.xml`: the ways of Word 2013 and later, odd and even footers, punctuation set close."""
    compatibility = "".join(
        f'<w:compatSetting w:name="{name}" w:uri="{_WORD}" w:val="{value}"/>'
        for name, value in (
            ("compatibilityMode", 15),
            ("overrideTableStyleFontSizeAndJustification", 1),
            ("enableOpenTypeFeatures", 1),
            ("doNotFlipMirrorIndents", 1),
            ("differentiateMultirowTableHeaders", 1),
        )
    )
    mirror = "<w:mirrorMargins/>" if mirrored else ""
    return (
        f'{DECLARATION}<w:settings xmlns:w="{W}"><w:zoom w:percent="100"/>{mirror}'
        '<w:defaultTabStop w:val="420"/><w:evenAndOddHeaders/>'
        '<w:characterSpacingControl w:val="compressPunctuation"/>'
        f"<w:compat><w:balanceSingleByteDoubleByteWidth/>{compatibility}</w:compat>"
        '<w:themeFontLang w:val="zh-CN" w:eastAsia="zh-CN"/>'
        '<w:decimalSymbol w:val="."/><w:listSeparator w:val=","/></w:settings>'
    ).encode()


def font_table(layout: Layout) -> bytes:
    """`fontTable.xml`: each font with those that may stand in for it where it is missing."""
    fonts = "".join(
        f'<w:font w:name="{attribute(layout.font(one))}">{_stand_ins(layout, one)}'
        f'<w:charset w:val="{_GB2312}"/><w:family w:val="auto"/><w:pitch w:val="variable"/></w:font>'
        for one in FontClass
    )
    return f'{DECLARATION}<w:fonts xmlns:w="{W}">{fonts}</w:fonts>'.encode()


def _stand_ins(layout: Layout, font_class: FontClass) -> str:
    names = layout.alternatives(font_class)
    return f'<w:altName w:val="{attribute(",".join(names))}"/>' if names else ""


def core_properties(package: Package, document: Document) -> CorePropertiesPart:
    """`core.xml`: title and dates are the report's own; nobody is named as author."""
    element = CT_CoreProperties.new()
    part = CorePropertiesPart(
        PackURI("/docProps/core.xml"), CONTENT_TYPE.OPC_CORE_PROPERTIES, element, package
    )
    properties = part.core_properties
    properties.title = plain(document.title)[:_LONGEST_PROPERTY]
    properties.language = "zh-CN"
    if document.draft:
        properties.content_status = "草稿"
    if document.date is not None:
        midnight = dt.datetime.combine(document.date, dt.time(), dt.UTC)
        properties.created = midnight
        properties.modified = midnight
    return part
