"""What a department sent, as it lies in `received/`: in which paragraph of it given words stand."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from reportctl.collect.converting import to_docx
from reportctl.collect.identifying import Identifier
from reportctl.collect.kinds import FileKind, recognise
from reportctl.collect.places import read_places
from reportctl.collect.reading import read_material
from reportctl.errors import ReportctlError
from reportctl.inspect.reading import read_facts
from reportctl.project.files import read_file
from reportctl.project.keeping import RECEIVED

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reportctl.collect.items import ReadItem
    from reportctl.collect.ledger import Receipt
    from reportctl.collect.reading import Material
    from reportctl.project.opening import Project

_LEAST = 4
"""Letters and digits by which words can be told from others."""
_BEGINNING = 12


class OriginalLine(NamedTuple):
    """What an item has of one paragraph: its number, from 1, and the item's letters and digits in it."""

    paragraph: int
    key: str


class OriginalItem(NamedTuple):
    """An item of a Word document: its part, its heading's letters and digits, its paragraphs in order."""

    part: str
    heading: str
    lines: tuple[OriginalLine, ...]


class Original(NamedTuple):
    """The file of a hand-in: of a Word document its items, of YAML the bytes that the submission copies."""

    receipt: Receipt
    items: tuple[OriginalItem, ...] = ()
    data: bytes = b""

    def paragraph_of(self, part: str, index: int, heading: str, words: str) -> int:
        """The paragraph in which an item of a submission has these words, else the one in which it begins.

        `index` is the item's in its part, which an item of the same heading there confirms; one that has
        moved is found by its heading. 0 where there is none: it was written after the document was read.
        How marks are typed is no matter.
        """
        own = [item for item in self.items if item.part == part]
        wanted = key_of(heading)
        same = [item for item in own[index : index + 1] if item.heading == wanted]
        moved = [item for item in own if item.heading == wanted and wanted]
        item = next(iter(same + moved), None)
        if item is None:
            return 0
        key = key_of(words)
        tries = (key, key[:_BEGINNING]) if len(key) >= _LEAST else ()
        found = (line for sought in tries for line in item.lines if sought in line.key)
        return next(found, item.lines[0]).paragraph


def key_of(text: str) -> str:
    """A text without blanks and marks."""
    return "".join(filter(str.isalnum, text))


def read_original(project: Project, receipt: Receipt) -> Original:
    """The original of a hand-in; without items and bytes where it is gone or cannot be read any more."""
    folder = project.root / RECEIVED / "originals"
    path = next(iter(sorted(folder.glob(f"*/{receipt.mark}-*"))), None)
    raw = None if path is None else read_file(path, path.name)
    if raw is None or raw.finding is not None:
        return Original(receipt)
    kind = recognise(raw.data).kind
    if kind is FileKind.YAML:
        return Original(receipt, (), raw.data)
    if kind not in {FileKind.WORD, FileKind.CONVERTIBLE}:
        return Original(receipt)
    report = project.report.report
    try:
        facts = read_facts(raw.data if kind is FileKind.WORD else to_docx(raw.data))
    except ReportctlError:  # what could be read when it came: LibreOffice may be gone since
        return Original(receipt)
    identifier = Identifier(report.departments, report.area)
    material = read_material(facts, read_places(project.report), identifier, report.year)
    return Original(receipt, tuple(items_of(material)))


def items_of(material: Material) -> Iterator[OriginalItem]:
    """The items of a document, each part's in the order of its submission."""
    for item in material.items:
        heading = key_of(item.item().heading)
        yield OriginalItem(item.part.value, heading, tuple(_lines(item, material)))


def _lines(item: ReadItem, material: Material) -> Iterator[OriginalLine]:
    lines = material.ledger.document.lines
    for passage in item.passages:
        for stretch in passage.stretches:
            yield OriginalLine(lines[stretch.line].paragraph, key_of(stretch.text))
