"""The small parts of the package: settings, font table, document properties."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportctl.layout import FontClass
from reportctl.render.docx.xml import DECLARATION, W, attribute, escape, plain

if TYPE_CHECKING:
    from reportctl.document import Document
    from reportctl.layout import Layout

_WORD = "http://schemas.microsoft.com/office/word"
_CORE = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
_DUBLIN_CORE = "http://purl.org/dc"
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


def core_properties(document: Document) -> bytes:
    """`core.xml`: title and dates are the report's own; nobody is named as author."""
    title = escape(plain(document.title)[:_LONGEST_PROPERTY])
    status = "<cp:contentStatus>草稿</cp:contentStatus>" if document.draft else ""
    midnight = f"{document.date.isoformat()}T00:00:00Z" if document.date is not None else ""
    dates = "".join(
        f'<dcterms:{name} xsi:type="dcterms:W3CDTF">{midnight}</dcterms:{name}>'
        for name in ("created", "modified")
        if midnight
    )
    return (
        f'{DECLARATION}<cp:coreProperties xmlns:cp="{_CORE}" xmlns:dc="{_DUBLIN_CORE}/elements/1.1/"'
        f' xmlns:dcterms="{_DUBLIN_CORE}/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{title}</dc:title><dc:language>zh-CN</dc:language>{status}{dates}</cp:coreProperties>"
    ).encode()
