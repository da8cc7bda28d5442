"""A report's length costs no memory: its body is written as it is made."""

from __future__ import annotations

import io
import tracemalloc

from reportctl.document import BlockType, Document
from reportctl.render.docx import render
from tests.render.docx import documents


class Sink(io.RawIOBase):
    """A file that forgets what is written to it."""

    def __init__(self) -> None:
        self.size = 0

    def writable(self) -> bool:
        return True

    def write(self, data: object) -> int:
        size = len(bytes(data))  # type: ignore[call-overload]
        self.size += size
        return int(size)

    def tell(self) -> int:
        return self.size


def peak(document: Document) -> int:
    """The most memory that rendering a document takes, in bytes."""
    layout = documents.gb9704()
    tracemalloc.start()
    try:
        render(document, layout, io.BufferedWriter(Sink()))
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


def test_memory_does_not_grow_with_the_length() -> None:
    item = documents.block(BlockType.ITEM, f"加强监管。{documents.SENTENCE}", "1.", 3, alone=False)
    render(documents.plain(), documents.gb9704(), io.BytesIO())
    short, long = (documents.plain(*[item] * count) for count in (500, 20_000))
    assert peak(long) < 2 * peak(short) + 1_000_000


def test_a_long_document_has_the_same_bytes_every_time() -> None:
    item = documents.block(BlockType.ITEM, f"加强监管。{documents.SENTENCE}", "1.", 3, alone=False)
    long = documents.plain(*[item] * 20_000)
    first = documents.docx(long)
    assert documents.docx(long) == first
    assert io.BytesIO(first).read(2) == b"PK"
