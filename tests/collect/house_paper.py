"""What python-docx lacks: text boxes, automatic numbers, text scattered over runs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

if TYPE_CHECKING:
    import random


class Box:
    """The inside of a text box as something that paragraphs are added to."""

    def __init__(self, document: Any, content: Any) -> None:
        self._document = document
        self._content = content

    def add_paragraph(self, text: str = "") -> Any:
        paragraph = self._document.add_paragraph(text)
        self._content.append(paragraph._p)
        return paragraph


class Numbering:
    """Automatic numbers 一、 （一） 1. in three levels."""

    def __init__(self, document: Any) -> None:
        self._root = document.part.numbering_part.element
        formats = (
            ("chineseCountingThousand", "%1、"),
            ("chineseCountingThousand", "（%2）"),
            ("decimal", "%3."),
        )
        levels = "".join(
            f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:suff w:val="nothing"/>'
            f'<w:lvlText w:val="{text}"/></w:lvl>'
            for level, (form, text) in enumerate(formats)
        )
        abstract = parse_xml(f'<w:abstractNum {nsdecls("w")} w:abstractNumId="90">{levels}</w:abstractNum>')
        self._root.insert(0, abstract)
        self._last = 90
        self._add()

    def _add(self, start: int | None = None) -> None:
        override = (
            f'<w:lvlOverride w:ilvl="{start}"><w:startOverride w:val="1"/></w:lvlOverride>'
            if start is not None
            else ""
        )
        self._last += 1
        self._root.append(
            parse_xml(
                f'<w:num {nsdecls("w")} w:numId="{self._last}">'
                f'<w:abstractNumId w:val="90"/>{override}</w:num>'
            )
        )

    def apply(self, paragraph: Any, level: int, *, restart: bool = False) -> None:
        if restart:
            self._add(level)
        number = self._last if level == 2 else 91
        paragraph._p.get_or_add_pPr().append(
            parse_xml(
                f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'
            )
        )


def scattered(text: str, chance: random.Random) -> list[str]:
    """The text in one run, or in several, as Word leaves it after some editing."""
    if chance.random() < 0.7 or len(text) < 8:
        return [text]
    cut = chance.randint(1, len(text) - 1)
    return [text[:cut], text[cut:]]
