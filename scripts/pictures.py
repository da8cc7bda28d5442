"""Prints docs/pages/*.png, the pages that docs/pages.md shows, through LibreOffice: `make pictures`."""

from __future__ import annotations

import shutil
import tempfile
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from reportctl.document import Form
from reportctl.layout import DEFAULT, load
from reportctl.project.building import check
from reportctl.project.opening import open_project
from reportctl.render.docx import render
from tests.render.docx import documents
from tests.tools import office, pages

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reportctl.document import Document

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "docs/pages"
DPI = 50
LAST = -1


def reports() -> Iterator[tuple[str, Document, tuple[int, ...]]]:
    """Name, document and the pages to show of it."""
    project = open_project(ROOT / "examples/hecheng-2023")
    for form in (Form.PLAIN, Form.FORMAL):
        yield f"hecheng-{form.value}", check(project, form=form).assembly.document, (0, 1, LAST)
    yield "everything", documents.formal(), (0, 1, 2, 3, LAST)
    joint = ("云溪市青山区人民政府", "云溪市司法局", "云溪市财政局")
    yield "joint", documents.formal(issuers=joint, signatories=("张某某", "李某某", "王某某")), (0, LAST)
    yield "sixty-pages", documents.plain(*documents.body(130, 6)), (0, 30, LAST)
    yield "one-paragraph", documents.plain(*documents.body(1, 1)), (0,)


def main() -> None:
    """Print every report and keep the pages that are shown."""
    shutil.rmtree(FOLDER, ignore_errors=True)
    FOLDER.mkdir(parents=True)
    layout = load(DEFAULT, ROOT)
    with tempfile.TemporaryDirectory() as scratch:
        for name, document, shown in reports():
            source = Path(scratch, f"{name}.docx")
            packed = BytesIO()
            render(document, layout, packed)
            source.write_bytes(packed.getvalue())
            printed = pages.to_png(office.to_pdf(source, Path(scratch)), DPI)
            for number in dict.fromkeys(
                range(len(printed))[index] for index in shown if index < len(printed)
            ):
                shutil.copy(printed[number], FOLDER / f"{name}-{number + 1}.png")


if __name__ == "__main__":
    main()
