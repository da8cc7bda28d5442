"""Official documents of usual parts, of raw WordprocessingML and by python-docx, for sets that share them."""

from __future__ import annotations

import re
from dataclasses import replace

from tests.inspect.blind.raw import (
    BLANK,
    FANG,
    HEI,
    KAI,
    Raw,
    at_right,
    bordered,
    cell,
    flush,
    head,
    p,
    r,
    table,
    text,
    title,
)
from tests.inspect.pages import FLUSH, H1, H2, SEALED, TEXT, TITLE, Foreign, Look

CHAPTER = re.compile("[一二三四五六七八九十]+、")
SECTION = re.compile("（[一二三四五六七八九十]+）")


def wide(date: str) -> float:
    """How many characters wide a line is."""
    return sum(0.5 if one.isascii() else 1 for one in date)


def written(page: Raw, *lines: str) -> Raw:
    """The text: chapters in 黑体, sections in 楷体 up to their full stop; one sentence in 仿宋."""
    for line in lines:
        opening, stop, rest = line.partition("。")
        font = HEI if CHAPTER.match(line) else KAI if SECTION.match(line) else FANG
        if font == FANG or not rest:
            page.add(text(r(line, FANG if stop else font)))
        else:
            page.add(text(r(opening + stop, font), r(rest)))
    return page


def begun(page: Raw, name: str, to: str = "") -> Raw:
    page.add(title(name), BLANK)
    return page.add(flush(to)) if to else page


def ended(page: Raw, issuer: str, date: str) -> Raw:
    """署名 centred over its date, which ends four characters from the right."""
    return page.add(BLANK, at_right(issuer, 64 + (wide(date) - len(issuer)) * 8), at_right(date, 64))


def unsealed(page: Raw, issuer: str, date: str) -> Raw:
    """署名 two characters from the right, its date beginning two characters further."""
    return page.add(BLANK, at_right(issuer, 32), at_right(date, (len(issuer) - wide(date)) * 16))


def upwards(mark: str, code: str, name: str, size: float = 0) -> Raw:
    """The head of what goes upwards: the number on the left, 签发人 on the right of its line."""
    shown = head(mark, code, size or min(32, 440 // len(mark)))
    stop = '<w:tabs><w:tab w:val="right" w:pos="8524"/></w:tabs>'
    line = r(f"{code}\t签发人：") + r(name, KAI)
    shown[3] = p(line, ind='<w:ind w:left="320"/>', early=bordered() + stop)
    return Raw().add(*shown)


def headed(mark: str, code: str) -> Raw:
    return Raw().add(*head(mark, code, min(32, 440 // len(mark))))


def listed(page: Raw, *names: str) -> Raw:
    """附件说明."""
    page.add(BLANK)
    if len(names) == 1:
        return page.add(p(r(f"附件：{names[0]}"), ind='<w:ind w:left="1600" w:hanging="960"/>'))
    page.add(p(r(f"附件：1.{names[0]}"), ind='<w:ind w:left="1920" w:hanging="1280"/>'))
    return page.add(
        *(
            p(r(f"{at}.{one}"), ind='<w:ind w:left="1920" w:hanging="320"/>')
            for at, one in enumerate(names[1:], 2)
        )
    )


def appended(page: Raw, label: str, name: str) -> Raw:
    """The label of an 附件 on a new page and its title."""
    return page.add(flush(label, HEI, "<w:pageBreakBefore/>"), BLANK, title(name))


def grid_of(*rows: tuple[str, ...], width: int = 8844) -> str:
    return table(*(tuple(cell(one) for one in row) for row in rows), width=width)


def opened(name: str, to: str = "") -> Foreign:
    """A document of python-docx with its title."""
    page = Foreign()
    for line in name.split("\n"):
        page.add(line, TITLE)
    page.blank()
    if to:
        page.add(to, FLUSH)
    return page


def typed(page: Foreign, *lines: str, text_: Look = TEXT) -> Foreign:
    """The text with its headings."""
    for line in lines:
        opening, stop, rest = line.partition("。")
        own = H1 if CHAPTER.match(line) else H2 if SECTION.match(line) else text_
        if own is text_ or not rest:
            page.add(line, text_ if stop else own)
        else:
            page.add(opening + stop, own, (rest, Look()))
    return page


def closed(page: Foreign, issuer: str, date: str) -> Foreign:
    page.blank()
    page.add(issuer, replace(SEALED, right=64 + (wide(date) - len(issuer)) * 8))
    page.add(date, SEALED)
    page.numbers()
    return page


def imprint(copies: str, printed: str) -> list[str]:
    """版记 in a table that floats at the foot of 版心."""
    spacing = '<w:spacing w:before="0" w:after="0" w:line="560" w:lineRule="exact"/>'
    stop = '<w:tabs><w:tab w:val="right" w:pos="8564"/></w:tabs>'
    sides = '<w:ind w:left="280" w:right="280"/>'
    rows = ((p(r(line, FANG, 14), early=stop, spacing=spacing, ind=sides),) for line in (copies, printed))
    lines = "".join(
        f'<w:{side} w:val="single" w:sz="{size}" w:color="000000"/>'
        for side, size in (("top", 8), ("bottom", 8), ("insideH", 6))
    )
    place = '<w:tblpPr w:vertAnchor="margin" w:horzAnchor="margin" w:tblpYSpec="bottom"/>'
    own = f"<w:tblBorders>{lines}</w:tblBorders>"
    made = table(*rows, properties=own).replace("<w:tblPr>", f"<w:tblPr>{place}", 1)
    return [made, p(spacing='<w:spacing w:line="20" w:lineRule="exact"/>')]
