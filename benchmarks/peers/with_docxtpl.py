"""docxtpl: a Word template with loops, filled."""

from __future__ import annotations

from pathlib import Path

from docxtpl import DocxTemplate

from benchmarks.peers.reading import read


def main(project: str, output: str, template: str) -> None:
    """Fill the template and save the result."""
    document = DocxTemplate(template)
    document.render({"places": read(Path(project))}, autoescape=True)
    document.save(output)
