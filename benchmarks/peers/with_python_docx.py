"""python-docx: one `add_paragraph` after another."""

from __future__ import annotations

from pathlib import Path

import docx

from benchmarks.peers.reading import paragraph, read


def main(project: str, output: str) -> None:
    """Write the document paragraph by paragraph."""
    document = docx.Document()
    for place in read(Path(project)):
        document.add_paragraph(place.title, "Heading 1")
        for number, item in enumerate(place.entries, 1):
            document.add_paragraph(paragraph(number, item))
    document.save(output)
