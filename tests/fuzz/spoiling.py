"""Spoils what somebody wrote, as chance has it: characters, lines, bytes, the parts of a package."""

from __future__ import annotations

import zipfile
from typing import TYPE_CHECKING

from lxml import etree

from tests.inspect.handmade import packed

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from random import Random

    from lxml.etree import _Element

MARKS = "\t :-[]{},&*!|>'\"%@`?#~\\\r\n\x85\u2028\ufeff\x07\x00\u200b：，。（）“”〔〕《》①一是1.我局X×_…年★"
PIECES = (
    *(
        "{{ year }}",
        "{% if %}",
        "{#",
        "}}",
        "- ",
        "? ",
        "| ",
        ">-\n",
        "&a ",
        "*a ",
        "!!str ",
        "---\n",
        "...\n",
    ),
    *(
        "秘密★5年",
        "13812345678",
        "110101199003071234",
        "（一）",
        "一是",
        "XX",
        "  部",
        "~",
        "null",
        "0x1F",
        "1e999",
    ),
    *(
        "99999999999999999999",
        "-1",
        "2023",
        "县司法局",
        "县局(筹)",
        "[",
        "\\",
        "\U0001f600",
        "\ud7ff",
        "<b>",
        "&amp;",
    ),
    *(
        "achievements",
        "plans:",
        "heading: ",
        "omit: true",
        "was: 00000000",
        "at: work",
        "text: ",
        '"',
        "'",
        "$(",
    ),
    *(
        "..",
        "/",
        "%s",
        "{0}",
        "\u202e",
        "e\u0301",
        "＝",
        "=1+1",
        "\n\n\n",
        "    ",
        "，" * 40,
        "(" * 40,
        "年" * 300,
    ),
)
VALUES = ("", "0", "-1", "1.5", "9" * 20, "auto", "½", "12pt", "true", "%1%9", "a0", "\U0001f600", "nil")


def text(given: str, others: Sequence[str], chance: Random) -> str:
    """A text with a few things put in, taken out, doubled, moved, indented, or taken from another text."""
    for _ in range(chance.choice((1, 1, 2, 3, 5, 9))):
        given = chance.choice(_TEXT)(given, others, chance)
    return given


def _put(given: str, _: Sequence[str], chance: Random) -> str:
    at = chance.randint(0, len(given))
    piece = chance.choice(PIECES) if chance.random() < 0.5 else chance.choice(MARKS)
    return given[:at] + piece * chance.choice((1, 1, 1, 2, 30)) + given[at:]


def _change(given: str, _: Sequence[str], chance: Random) -> str:
    at = chance.randint(0, len(given))
    char = chr(
        chance.choice((chance.randrange(0x80), chance.randrange(0x3000, 0xA000), chance.randrange(0xD800)))
    )
    return given[:at] + char + given[at + 1 :]


def _take(given: str, _: Sequence[str], chance: Random) -> str:
    at = chance.randint(0, len(given))
    return given[:at] + given[at + chance.choice((1, 1, 3, 20, len(given))) :]


def _lines(given: str, _: Sequence[str], chance: Random) -> str:
    lines = given.splitlines(keepends=True) or [""]
    row, other = chance.randrange(len(lines)), chance.randrange(len(lines))
    line = lines[row]
    kind = chance.randrange(4)
    if kind == 0:
        lines.insert(other, line)
    elif kind == 1:
        lines[row], lines[other] = lines[other], line
    elif kind == 2:
        del lines[row]
    else:
        lines[row] = chance.choice((" ", "  ", "\t", "- ", "# ")) + line
    return "".join(lines)


def _crossed(given: str, others: Sequence[str], chance: Random) -> str:
    other = chance.choice(others)
    start = chance.randint(0, len(other))
    at = chance.randint(0, len(given))
    return given[:at] + other[start : start + chance.choice((5, 40, 400))] + given[at:]


_TEXT = (_put, _put, _put, _change, _take, _lines, _lines, _crossed)


def data(given: bytes, chance: Random) -> bytes:
    """Bytes with a few of them changed, taken out or put in."""
    spoilt = bytearray(given)
    for _ in range(chance.choice((1, 1, 2, 8))):
        at = chance.randint(0, len(spoilt))
        kind = chance.randrange(4)
        if kind == 0:
            spoilt[at : at + 1] = bytes([chance.randrange(256)])
        elif kind == 1:
            del spoilt[at : at + chance.choice((1, 4, 64, len(spoilt)))]
        elif kind == 2:
            spoilt[at:at] = chance.randbytes(chance.choice((1, 2, 16)))
        else:
            spoilt[at : at + 4] = chance.choice((b"\xff\xff\xff\xff", b"\0\0\0\0", b"PK\3\4", b"\x80\0\0\0"))
    return bytes(spoilt)


def package(parts: Mapping[str, str], chance: Random) -> bytes:
    """A package one of whose parts has other values, elements, words or a place of another one."""
    spoilt = dict(parts)
    for _ in range(chance.choice((1, 1, 2))):
        name = chance.choice(sorted(spoilt))
        kind = chance.randrange(12)
        if kind == 0:
            del spoilt[name]
        elif kind == 1:
            spoilt[name] = (
                text(spoilt[name], tuple(parts.values()), chance).encode("utf-8", "replace").decode()
            )
        elif kind == 2:
            spoilt[chance.choice(sorted(parts))] = spoilt[name]
        else:
            spoilt[name] = _xml(spoilt[name], chance)
        if not spoilt:
            break
    how = zipfile.ZIP_STORED if chance.random() < 0.5 else zipfile.ZIP_DEFLATED
    return packed(spoilt, how)


def _xml(given: str, chance: Random) -> str:
    try:
        root = etree.fromstring(given.encode())
    except etree.XMLSyntaxError:
        return given
    for _ in range(chance.choice((1, 2, 5))):
        elements = [element for element in root.iter() if isinstance(element.tag, str)]
        _element(chance.choice(elements), elements, chance)
    return etree.tostring(root, encoding="unicode")


def _element(element: _Element, elements: Sequence[_Element], chance: Random) -> None:
    kind = chance.choice(("value", "value", "drop", "move", "copy", "words", "rename"))
    parent = element.getparent()
    if kind == "value" and element.attrib:
        element.set(chance.choice(sorted(map(str, element.attrib))), chance.choice(VALUES))
    elif kind == "words":
        element.text = "".join(char for char in chance.choice(PIECES) if char.isprintable())
    elif kind == "rename":
        element.tag = chance.choice(elements).tag
    elif parent is None:
        return
    elif kind == "drop":
        parent.remove(element)
    elif kind == "copy":
        copy = etree.tostring(element)
        for _ in range(chance.choice((1, 1, 3, 60))):
            parent.append(etree.fromstring(copy))
    else:
        target = chance.choice(elements)
        if target is not element and element not in list(target.iterancestors()):
            target.append(element)
