"""署名 and 成文日期 (clause 7.3.5), which stand and move together; sealed joint issuers stand in rows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportctl.document import BlockType
from reportctl.render.html.markup import element, text
from reportctl.text.width import width
from reportctl.typesetting.signing import RowKind, place

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from reportctl.document import Block, Document
    from reportctl.layout import Layout
    from reportctl.typesetting.signing import SignatureRow


def write(blocks: Iterable[Block], document: Document, layout: Layout) -> Iterator[str]:
    """The paragraphs of 署名 and 成文日期 as one group."""
    texts = [(block.type, block.text) for block in blocks]
    issuers = [words for kind, words in texts if kind is BlockType.SIGNATURE]
    dates = [words for kind, words in texts if kind is BlockType.DATE]
    if document.sealed and len(issuers) > 1:
        yield from _seals(dates, document, layout)
        return
    longer = max(map(width, dates), default=0) > max(map(width, issuers), default=0)
    kind = "sealed" if document.sealed else "long-date" if longer else "long-issuer"
    yield f'<div class="signing {kind}">'
    yield from map(_name, issuers)
    yield from (_date(date, document) for date in dates)
    yield "</div>"


def _seals(dates: Iterable[str], document: Document, layout: Layout) -> Iterator[str]:
    """Joint issuers in rows, each with room for its seal; the date is under the last of them."""
    *rows, last = place(document, layout).rows
    below = [_date(date, document) for date in dates]
    yield '<div class="signing seals">'
    yield from map(_row, rows)
    if last.kind is RowKind.LAST:
        names = map(_name, last.issuers)
        yield element("div", "\n".join([*names, *below]), class_="signing sealed")
    else:
        yield _row(last)
        yield from below
    yield "</div>"


def _row(row: SignatureRow) -> str:
    return element("div", element("span", "") * row.free + "".join(map(_name, row.issuers)), class_="row")


def _name(issuer: str) -> str:
    return element("p", text(issuer), class_="signature")


def _date(date: str, document: Document) -> str:
    day = text(date)
    if document.date is not None:
        day = element("time", day, datetime=document.date.isoformat())
    return element("p", day, class_="date")
