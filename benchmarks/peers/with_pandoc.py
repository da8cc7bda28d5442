"""pandoc: Markdown written, then converted."""

from __future__ import annotations

import subprocess
from pathlib import Path

from benchmarks.peers.reading import paragraph, read


def main(project: str, output: str) -> None:
    """Write Markdown to pandoc, which writes the document."""
    blocks: list[str] = []
    for place in read(Path(project)):
        blocks.append(f"# {place.title}")
        # the mark is escaped: the number is text, as it is with the others, not a list
        blocks += [
            paragraph(number, item).replace(".", "\\.", 1) for number, item in enumerate(place.entries, 1)
        ]
    subprocess.run(
        ["pandoc", "--from", "markdown", "--to", "docx", "--output", output],
        input="\n\n".join(blocks).encode(),
        check=True,
    )
