"""What may hold an element or stand in front of it or behind it, and what may be found then."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tests.inspect.blind.raw import FANG, field_of, look, p, table

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tests.inspect.matrix.documents import Piece

    Change = Callable[[Piece], Piece]

_BORDERLESS = '<w:tblCellMar><w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tblCellMar>'
_TINY = '<w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>'


def _around(wrap: Callable[[str], str]) -> Change:
    def change(piece: Piece) -> Piece:
        inner = piece.around
        return replace(piece, around=lambda paragraph: wrap(inner(paragraph)))

    return change


def _inside(wrap: Callable[[str], str]) -> Change:
    return lambda piece: replace(piece, inside=wrap)


def _in_drawing(paragraph: str) -> str:
    shape = (
        '<wp:anchor simplePos="0" relativeHeight="2" behindDoc="0" locked="0" layoutInCell="1" '
        'allowOverlap="1" distT="0" distB="0" distL="0" distR="0"><wp:simplePos x="0" y="0"/>'
        '<wp:positionH relativeFrom="margin"><wp:posOffset>0</wp:posOffset></wp:positionH>'
        '<wp:positionV relativeFrom="paragraph"><wp:posOffset>0</wp:posOffset></wp:positionV>'
        '<wp:extent cx="5615940" cy="367665"/><wp:wrapTopAndBottom/><wp:docPr id="9" name="9"/><a:graphic>'
        '<a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp>'
        f"<wps:spPr><a:ln><a:noFill/></a:ln></wps:spPr><wps:txbx><w:txbxContent>{paragraph}</w:txbxContent>"
        '</wps:txbx><wps:bodyPr lIns="0" tIns="0" rIns="0" bIns="0"/></wps:wsp></a:graphicData></a:graphic>'
        "</wp:anchor>"
    )
    return p(f"<w:r><w:drawing>{shape}</w:drawing></w:r>", spacing=_TINY)


def _in_vml(paragraph: str) -> str:
    shape = (
        '<w:pict><v:shape type="#_x0000_t202" stroked="f" style="position:absolute;margin-left:0;'
        'margin-top:0;width:442pt;height:29pt"><v:textbox inset="0,0,0,0"><w:txbxContent>'
        f"{paragraph}</w:txbxContent></v:textbox></v:shape></w:pict>"
    )
    return p(f"<w:r>{shape}</w:r>", spacing=_TINY)


def _framed(piece: Piece) -> Piece:
    frame = (
        '<w:framePr w:w="8844" w:hSpace="0" w:wrap="notBeside" w:vAnchor="text" w:hAnchor="margin" w:y="1"/>'
    )
    return replace(piece, early=frame + piece.early)


def _split(piece: Piece) -> Piece:
    runs = ((character, font) for text, font in piece.runs for character in text)
    return replace(piece, runs=tuple(runs))


def _control(content: str) -> str:
    return f"<w:sdt><w:sdtPr><w:id w:val='5'/></w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>"


def _field(piece: Piece) -> Piece:
    font = piece.runs[0][1]
    first, last = field_of("DOCPROPERTY Kept", "\x00", look(font, piece.size, piece.more)).split(
        f'<w:r>{look(font, piece.size, piece.more)}<w:t xml:space="preserve">\x00</w:t></w:r>'
    )
    return replace(piece, inside=lambda content: f"{first}{content}{last}")


_AT = 'w:id="7" w:author="甲" w:date="2025-04-15T08:00:00Z"'
UNSEEN: dict[str, Change] = {
    "in a cell": _around(lambda it: table((it,), properties=_BORDERLESS)),
    "in a control": _around(_control),
    "in controls within each other": _around(lambda it: _control(_control(it))),
    "words in a control": _inside(_control),
    "in custom xml": _around(lambda it: f'<w:customXml w:element="a">{it}</w:customXml>'),
    "in a smart tag": _inside(lambda it: f'<w:smartTag w:element="a">{it}</w:smartTag>'),
    "in a frame": _framed,
    "in a link": _inside(lambda it: f'<w:hyperlink w:anchor="a">{it}</w:hyperlink>'),
    "in a simple field": _inside(lambda it: f'<w:fldSimple w:instr=" DOCPROPERTY Kept ">{it}</w:fldSimple>'),
    "in a field": _field,
    "of many runs": _split,
    "with a bookmark": _inside(
        lambda it: f'<w:bookmarkStart w:id="3" w:name="a"/>{it}<w:bookmarkEnd w:id="3"/>'
    ),
    "between comment marks": _inside(
        lambda it: f'<w:commentRangeStart w:id="3"/>{it}<w:commentRangeEnd w:id="3"/>'
    ),
    "with empty runs": _inside(lambda it: f"<w:r/><w:r><w:t/></w:r>{it}<w:proofErr w:type='gramEnd'/><w:r/>"),
    "with a hint of the last page": _inside(lambda it: f"<w:r><w:lastRenderedPageBreak/></w:r>{it}"),
    "with a blank behind": lambda it: replace(it, runs=(*it.runs, (" ", FANG))),
    "with wide blanks behind": lambda it: replace(it, runs=(*it.runs, ("\u3000\u3000", FANG))),
    "with a blank before": lambda it: replace(it, runs=((" ", it.runs[0][1]), *it.runs)),
    "with a blank of no break behind": lambda it: replace(it, runs=(*it.runs, ("\u00a0", FANG))),
    "with a mark of no width": lambda it: replace(it, runs=(("\u200b", it.runs[0][1]), *it.runs)),
    "with a mark of order": lambda it: replace(it, runs=(("\ufeff", it.runs[0][1]), *it.runs)),
}
"""What changes nothing on paper."""

BOXES: dict[str, Change] = {"in a box": _around(_in_drawing), "in a box of vml": _around(_in_vml)}
INSERTED: dict[str, Change] = {"inserted": _inside(lambda it: f"<w:ins {_AT}>{it}</w:ins>")}
MOVED: dict[str, Change] = {
    "behind wide blanks": lambda it: replace(it, runs=(("\u3000\u3000", it.runs[0][1]), *it.runs)),
    "behind a tab": lambda it: replace(it, runs=(("\t", it.runs[0][1]), *it.runs)),
    "before a break": lambda it: replace(it, runs=(*it.runs, ("\n", FANG))),
    "behind a break": lambda it: replace(it, runs=(("\n", it.runs[0][1]), *it.runs)),
    "with a tab behind": lambda it: replace(it, runs=(*it.runs, ("\t", FANG))),
}

DISTANCES = {
    "mark": {"mark-top", "letterhead-blank-lines"},
    "first_mark": {"mark-top", "letterhead-blank-lines"},
    "number": {
        "letterhead-blank-lines",
        "red-line-gap",
        "red-line",
        "document-number-place",
        "signatory-place",
    },
    "title": {"title-blank-lines", "recipients-blank-lines"},
    "recipients": {"recipients-blank-lines"},
    "attachment_note": {"attachment-note-place", "attachment-note-hanging"},
    "signature": {"signature-place", "signature-blank-lines", "joint-signature-place"},
    "first_signature": {"signature-place", "signature-blank-lines", "joint-signature-place"},
    "date": {"signature-place", "joint-signature-place"},
    "attachment_title": {"attachment-title-place"},
    "label": {"attachment-title-place", "attachment-new-page"},
    "copies": {"imprint-indent"},
    "printed": {"imprint-indent"},
}
"""What measures from an element, and may find it elsewhere when something holds or shifts it."""
_PUSHED = {"indent-by-blanks", "text-alignment", "first-line-indent", "title-last-line", "title-shape"}
HELD = (
    *("mark", "number", "title", "recipients", "body", "heading", "attachment_note", "signature", "date"),
    *("note", "section", "run_in", "point", "first_mark", "first_signature", "label", "attachment_title"),
    *("copies", "printed"),
)


def holders() -> Iterator[tuple[str, Change, Callable[[str], set[str]], set[str]]]:
    for name, change in UNSEEN.items():
        yield name, change, lambda _: set(), set()
    for name, change in BOXES.items():
        yield name, change, lambda piece: DISTANCES.get(piece, set()), set()
    for name, change in INSERTED.items():
        yield name, change, lambda _: {"tracked-changes"}, {"tracked-changes"}
    for name, change in MOVED.items():
        yield name, change, lambda piece: DISTANCES.get(piece, set()) | _PUSHED, set()
