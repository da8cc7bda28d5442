"""The theme: Word expects one to be there; no style refers to it, so that it changes nothing on the page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportctl.layout import FontClass
from reportctl.render.docx.xml import DECLARATION, A, attribute

if TYPE_CHECKING:
    from reportctl.layout import Layout

_COLORS = {
    "dk1": "000000", "lt1": "FFFFFF", "dk2": "000000", "lt2": "FFFFFF", "accent1": "C00000",
    "accent2": "000000", "accent3": "404040", "accent4": "7F7F7F", "accent5": "A6A6A6", "accent6": "D9D9D9",
    "hlink": "000000", "folHlink": "000000",
}  # fmt: skip
_FILL = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
_LINE = f'<a:ln w="6350">{_FILL}<a:prstDash val="solid"/></a:ln>'
_EFFECT = "<a:effectStyle><a:effectLst/></a:effectStyle>"


def theme(layout: Layout) -> bytes:
    """`theme1.xml`: black and white, the layout's own fonts."""
    colors = "".join(f'<a:{name}><a:srgbClr val="{value}"/></a:{name}>' for name, value in _COLORS.items())
    major, minor = _fonts(layout, FontClass.HEI), _fonts(layout, FontClass.FANGSONG)
    return (
        f'{DECLARATION}<a:theme xmlns:a="{A}" name="公文"><a:themeElements>'
        f'<a:clrScheme name="公文">{colors}</a:clrScheme>'
        f'<a:fontScheme name="公文"><a:majorFont>{major}</a:majorFont><a:minorFont>{minor}</a:minorFont>'
        f'</a:fontScheme><a:fmtScheme name="公文"><a:fillStyleLst>{_FILL * 3}</a:fillStyleLst>'
        f"<a:lnStyleLst>{_LINE * 3}</a:lnStyleLst><a:effectStyleLst>{_EFFECT * 3}</a:effectStyleLst>"
        f"<a:bgFillStyleLst>{_FILL * 3}</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>"
    ).encode()


def _fonts(layout: Layout, font_class: FontClass) -> str:
    name = attribute(layout.font(font_class))
    return "".join(f'<a:{script} typeface="{name}"/>' for script in ("latin", "ea", "cs"))
