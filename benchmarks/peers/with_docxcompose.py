"""docxcompose: a Word file for each department, appended one to the other."""

from __future__ import annotations

from pathlib import Path

import docx
from docxcompose.composer import Composer

from benchmarks.peers.reading import PARTS, paragraph, submissions


def main(project: str, output: str) -> None:
    """Merge one Word file after another, as those do who collect Word files."""
    composer = Composer(docx.Document())
    for submission in submissions(Path(project)):
        handed_in = docx.Document()
        for part in PARTS:
            for number, item in enumerate(submission[part], 1):
                handed_in.add_paragraph(paragraph(number, item))
        composer.append(handed_in)
    composer.save(output)
