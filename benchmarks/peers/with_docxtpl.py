"""docxtpl: a Word template with loops, filled."""

from __future__ import annotations

from pathlib import Path

from docxtpl import DocxTemplate

from benchmarks.peers.reading import FAST, PURE, read


def main(project: str, output: str, template: str, loader: str = "fast") -> None:
    """Fill the template and save the result; with "pure" as the loader, what `yaml.safe_load` gives."""
    document = DocxTemplate(template)
    document.render({"places": read(Path(project), PURE if loader == "pure" else FAST)}, autoescape=True)
    document.save(output)
