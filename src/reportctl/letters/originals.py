"""What a department sent, as it lies in `received/`: in which paragraph of it given words stand."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from reportctl.collect.converting import to_docx
from reportctl.collect.kinds import FileKind, recognise
from reportctl.collect.lines import read_document
from reportctl.collect.received import RECEIVED
from reportctl.errors import ReportctlError
from reportctl.inspect.reading import read_facts
from reportctl.project.files import read_file

if TYPE_CHECKING:
    from pathlib import Path

    from reportctl.collect.ledger import Receipt

_LEAST = 4
"""Letters and digits by which words can be told from others."""
_BEGINNING = 12


class ParagraphKey(NamedTuple):
    """A paragraph of a Word document: its number, from 1, and its letters and digits."""

    number: int
    key: str


class Original(NamedTuple):
    """The file of a hand-in: as Word its paragraphs, as YAML its bytes, of which a submission is a copy."""

    receipt: Receipt
    paragraphs: tuple[ParagraphKey, ...] = ()
    data: bytes = b""

    @property
    def is_word(self) -> bool:
        """Whether it was read from a Word document."""
        return bool(self.paragraphs)

    def paragraph_of(self, words: str, behind: str = "") -> int:
        """The number of the first paragraph that has these words, 0 where none has.

        With `behind`, the heading of an item, those that stand before it are passed over: the same words may
        stand in several items. How marks are typed is no matter.
        """
        start = self._find(behind, 0)
        found = self._find(words, max(start, 0))
        return self.paragraphs[found].number if found >= 0 else 0

    def _find(self, words: str, start: int) -> int:
        key = key_of(words)
        if len(key) < _LEAST:
            return -1
        tries = dict.fromkeys((key, key[:_BEGINNING]))
        return next(
            (
                index
                for wanted in tries
                for index in range(start, len(self.paragraphs))
                if wanted in self.paragraphs[index].key
            ),
            -1,
        )


def key_of(text: str) -> str:
    """A text without blanks and marks."""
    return "".join(filter(str.isalnum, text))


def read_original(root: Path, receipt: Receipt) -> Original:
    """The original of a hand-in; without paragraphs and bytes where it is gone or cannot be read any more."""
    folder = root / RECEIVED / "originals"
    path = next(iter(sorted(folder.glob(f"*/{receipt.mark}-*"))), None)
    raw = None if path is None else read_file(path, path.name)
    if raw is None or raw.finding is not None:
        return Original(receipt)
    kind = recognise(raw.data).kind
    if kind is FileKind.YAML:
        return Original(receipt, (), raw.data)
    if kind not in {FileKind.WORD, FileKind.CONVERTIBLE}:
        return Original(receipt)
    try:
        data = raw.data if kind is FileKind.WORD else to_docx(raw.data)
        lines = read_document(read_facts(data)).lines
    except ReportctlError:  # what could be read when it came: LibreOffice may be gone since
        return Original(receipt)
    return Original(receipt, tuple(ParagraphKey(line.paragraph, key_of(line.text)) for line in lines))
