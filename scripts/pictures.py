"""Makes docs/pages: printed pages (through LibreOffice), `validate` in a terminal, the form in a browser.

`make pictures` runs it.
"""

from __future__ import annotations

import hashlib
import json
import shutil
import tempfile
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from reportctl.collect.web_form import WebForms
from reportctl.document import BlockType, Form
from reportctl.layout import DEFAULT, load
from reportctl.model.submission import Contact
from reportctl.project.building import Order, check, review_anchors
from reportctl.project.commenting import Comments
from reportctl.project.opening import open_project
from reportctl.project.snapshots import take
from reportctl.render import docx, text
from reportctl.review.differing import Differences
from reportctl.review.redlining import redlined, tracked
from reportctl.review.sides import read_side
from reportctl.scaffold.forms import Past
from reportctl.scaffold.wording import Language
from scripts import terminal
from tests.collect import web_pages
from tests.render.docx import documents
from tests.tools import office, pages

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reportctl.document import Document
    from reportctl.layout import Layout
    from reportctl.render.review import ReviewAnchor
    from reportctl.review.sides import DiffSide

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "docs/pages"
SHOWN = FOLDER / "shown.json"
"""What was in the pictures when they were made: a test sees when it is something else by now."""
TERMINAL = FOLDER / "validate.svg"
FRONT = "hecheng-formal"
"""Its first page, in a finer grain, is what both READMEs begin with: front.png."""
DPI, FRONT_DPI = 50, 75
LAST = -1
FORM = "form"
"""The page that a department fills in."""
FORM_SIZE = {"width": 860, "height": 900}  # pixels of the window
REVIEW = "hecheng-review"
"""A copy that goes round, with comments."""
DIFF = "hecheng-diff"
"""Two drafts, the second with tracked changes against the first."""


def reports() -> Iterator[tuple[str, Document, tuple[int, ...]]]:
    """Name, document and the pages to show of it."""
    project = open_project(ROOT / "examples/hecheng-2023")
    yield REVIEW, check(project, draft=True).assembly.document, (0,)
    for form in (Form.PLAIN, Form.FORMAL):
        yield f"hecheng-{form.value}", check(project, form=form).assembly.document, (0, 1, LAST)
    yield "everything", documents.formal(), (0, 1, 2, 3, LAST)
    joint = ("云溪市青山区人民政府", "云溪市司法局", "云溪市财政局")
    yield "joint", documents.formal(issuers=joint, signatories=("张某某", "李某某", "王某某")), (0, LAST)
    yield "sixty-pages", documents.plain(*documents.body(130, 6)), (0, 30, LAST)
    yield "one-paragraph", documents.plain(*documents.body(1, 1)), (0,)


def form_page() -> bytes:
    """A department's form for a browser."""
    project = open_project(ROOT / "examples/hecheng-2023")
    department = next(one for one in project.roster.departments if one.name == "区司法局")
    return WebForms(project.report, Language.CHINESE).write(department, Past(Contact("李某", "0745-2220000")))


def anchors(layout: Layout) -> tuple[ReviewAnchor, ...]:
    """What hangs on the paragraphs of the copy that goes round."""
    checked = check(open_project(ROOT / "examples/hecheng-2023"), draft=True)
    assembly = checked.assembly
    order = Order(draft=True, round_name="征求意见稿", comments=Comments.ALL)
    return review_anchors(checked, take(assembly.document, assembly.as_built, layout), order)


def drafts() -> tuple[DiffSide, DiffSide]:
    """A draft, and the next one, in which words were changed, a paragraph moved, one added, one left out."""
    first = read_side(str(ROOT / "examples/hecheng-2023"), None)
    lines = list(first.paragraphs)
    opening = next(at for at, line in enumerate(lines) if line.kind == BlockType.OPENING)
    items = [at for at, line in enumerate(lines) if line.kind == BlockType.ITEM]
    old = lines[opening].text
    lines[opening] = lines[opening]._replace(text=old.replace("现将", "取得了新的成效。现将", 1))
    changed = lines[items[0]]
    lines[items[0]] = changed._replace(text=changed.text.replace("集体学习4次", "集体学习6次", 1))
    moved = lines[items[2]]
    lines[items[2]] = lines[items[1]]
    lines[items[1]] = moved
    added = "开展法治督察。全年开展专项督察6次\uff0c督促整改问题23个。"
    lines.insert(items[2] + 1, changed._replace(number="4.", heading_text="开展法治督察。", text=added))
    del lines[items[3] + 1]
    return first, first._replace(name="二稿", paragraphs=tuple(lines))


def shown() -> dict[str, str]:
    """A digest for each report: of its text, and of the layout that it is printed with."""
    layout = (ROOT / f"templates/layouts/{DEFAULT}.yaml").read_bytes()
    digests = {}
    for name, document, _ in reports():
        lines = BytesIO()
        text.render(document, lines)
        if name == REVIEW:
            lines.write(repr([anchor.comments for anchor in anchors(load(DEFAULT, ROOT))]).encode())
        digests[name] = hashlib.sha256(layout + lines.getvalue()).hexdigest()
    lines_of_diff = repr(redlined(Differences.of(*drafts()))).encode()
    digests[DIFF] = hashlib.sha256(layout + lines_of_diff).hexdigest()
    return digests | {FORM: hashlib.sha256(form_page()).hexdigest()}


def form_picture(folder: Path) -> Path:
    """A department's form as a browser shows it, made in `folder`."""
    page = folder / f"{FORM}.html"
    page.write_bytes(form_page())
    picture = folder / f"{FORM}.png"
    with web_pages.desk(folder / "profile", viewport=FORM_SIZE) as desk:
        desk.open(page).screenshot(path=picture)
    return picture


def main() -> None:
    """Make all pictures, and only then put them in the place of the old ones."""
    layout = load(DEFAULT, ROOT)
    with tempfile.TemporaryDirectory() as folder:
        scratch, made = Path(folder, "scratch"), Path(folder, "made")
        scratch.mkdir()
        made.mkdir()
        for name, document, indexes in reports():
            source = scratch / f"{name}.docx"
            packed = BytesIO()
            review = name == REVIEW
            docx.render(document, layout, packed, anchors(layout) if review else ())
            source.write_bytes(packed.getvalue())
            pdf = office.to_pdf(source, scratch, comments=review)
            printed = pages.to_png(pdf, DPI)
            numbers = range(len(printed))
            for number in dict.fromkeys(numbers[index] for index in indexes if index < len(printed)):
                shutil.copy(printed[number], made / f"{name}-{number + 1}.png")
            if name == FRONT:
                shutil.copy(pages.to_png(pdf, FRONT_DPI)[0], made / "front.png")
        shutil.copy(form_picture(scratch), made)
        source = scratch / f"{DIFF}.docx"
        with source.open("wb") as file:
            tracked(Differences.of(*drafts()), drafts()[1], layout, file)
        for number, page in enumerate(pages.to_png(office.to_pdf(source, scratch), DPI)[:2], 1):
            shutil.copy(page, made / f"{DIFF}-{number}.png")
        (made / TERMINAL.name).write_text(terminal.picture(), encoding="utf-8")
        (made / SHOWN.name).write_text(json.dumps(shown(), indent=2) + "\n", encoding="utf-8")
        shutil.rmtree(FOLDER, ignore_errors=True)
        shutil.copytree(made, FOLDER)


if __name__ == "__main__":
    main()
