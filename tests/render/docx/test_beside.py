"""Writing beside making: in order, no further ahead than a few pieces, and no error is lost."""

from __future__ import annotations

import io
import itertools
import threading
from typing import TYPE_CHECKING

import pytest

from reportctl.document import BlockType
from reportctl.render.docx.beside import write_beside
from tests.render.docx import documents

if TYPE_CHECKING:
    from collections.abc import Iterator

PIECES = [bytes([number]) for number in range(100)]


@pytest.mark.parametrize("count", [0, 1, 2, 100])
def test_pieces_are_written_in_order(count: int) -> None:
    written: list[bytes] = []
    write_beside(written.append, iter(PIECES[:count]))
    assert b"".join(written) == b"".join(PIECES[:count])


def test_one_piece_needs_no_thread() -> None:
    writers: list[threading.Thread] = []
    write_beside(lambda _: writers.append(threading.current_thread()), PIECES[:1])
    assert writers == [threading.current_thread()]


def test_what_writing_raises_is_raised_and_nothing_more_is_written() -> None:
    written: list[bytes] = []

    def write(piece: bytes) -> None:
        if len(written) == 3:
            raise OSError(28, "full")
        written.append(piece)

    threads = threading.active_count()
    with pytest.raises(OSError, match="full"):
        write_beside(write, itertools.repeat(b"x"))  # without end
    assert len(written) == 3
    assert threading.active_count() == threads


def test_what_making_raises_is_raised_and_the_thread_ends() -> None:
    written: list[bytes] = []

    def pieces() -> Iterator[bytes]:
        yield from PIECES[:3]
        raise KeyboardInterrupt

    threads = threading.active_count()
    with pytest.raises(KeyboardInterrupt):
        write_beside(written.append, pieces())
    assert written == PIECES[:3]
    assert threading.active_count() == threads


def test_making_waits_for_writing() -> None:
    """However slow the disk is, only a few pieces are held."""
    made = 0
    ahead = 0
    written = 0

    def pieces() -> Iterator[bytes]:
        nonlocal made
        for piece in PIECES:
            made += 1
            yield piece

    def write(_: bytes) -> None:
        nonlocal ahead, written
        threading.Event().wait(0.002)
        written += 1
        ahead = max(ahead, made - written)

    write_beside(write, pieces())
    assert written == 100
    assert ahead <= 5


def test_a_long_document_has_the_same_bytes_every_time() -> None:
    item = documents.block(BlockType.ITEM, f"加强监管。{documents.SENTENCE}", "1.", 3, alone=False)
    long = documents.plain(*[item] * 20_000)
    first = documents.docx(long)
    assert documents.docx(long) == first
    assert io.BytesIO(first).read(2) == b"PK"
