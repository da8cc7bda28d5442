"""The main job on one page: open, read, merge, check, render, write.

Each step takes values and returns one. `build` goes all the way; `validate`, `status` and `figures` take what
`check` gives.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from reportctl.assemble.assembly import Inputs, assemble
from reportctl.document import Form
from reportctl.project.checking import blocks_build, check_merged
from reportctl.project.commenting import Comments, comments
from reportctl.project.opening import open_layout, open_project
from reportctl.project.output import RenderedFile, Written, output_paths, write
from reportctl.project.rounds import EarlierBuilds
from reportctl.project.snapshots import take
from reportctl.project.submissions import read_last_year, read_submissions
from reportctl.render.formats import DEFAULT
from reportctl.render.review import ReviewAnchor
from reportctl.rules.secrecy import bears_secrecy_mark
from reportctl.snapshot import BOOKMARK

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from reportctl.assemble.assembly import Assembly
    from reportctl.findings import Finding
    from reportctl.layout import Layout
    from reportctl.project.opening import Project
    from reportctl.project.submissions import Submissions
    from reportctl.render.formats import Format
    from reportctl.snapshot import Snapshot

    Deliver = Callable[[Project, tuple[RenderedFile, ...]], Written]


class Checked(NamedTuple):
    """A project, the document merged from it, all that was found, and the layout to write it in."""

    project: Project
    layout: Layout
    submissions: Submissions
    assembly: Assembly
    findings: tuple[Finding, ...]

    @property
    def missing(self) -> tuple[str, ...]:
        """The departments that have not handed in, required or not, in the order of the roster."""
        there = self.submissions.files
        names = (department.name.strip() for department in self.project.roster.departments)
        return tuple(name for name in names if name not in there)


class Built(NamedTuple):
    """What was found, and the files that delivering gave; None where what was found forbids a report."""

    checked: Checked
    written: Written | None


class Order(NamedTuple):
    """What is to be built: the formats, the file or folder, the form, and what findings forbid it.

    A draft is built whatever was found, but for a mark of secrecy; `partial` makes a missing submission a
    warning, `strict` refuses on warnings.
    """

    formats: tuple[Format, ...] = (DEFAULT,)
    output: Path | None = None
    form: Form | None = None
    draft: bool = False
    partial: bool = False
    strict: bool = False
    round_name: str = ""
    """Of a copy that goes round: its paragraphs can be told apart when it comes back changed."""
    comments: Comments = Comments.NONE


def build(
    folder: Path | None, order: Order, announce: Callable[[Checked], None], deliver: Deliver = write
) -> Built:
    """Build the report, unless what was found forbids it.

    `announce` hears what was found before anything is rendered. `deliver` may do something else with the
    rendered files than to write them.

    Raises:
        UsageError: a file to be written is one of the project's own.
        ProjectError: there is no project, or it cannot be used.
        EditedOutputError: a file that would be replaced was changed since it was built.
        FileError: a file cannot be read or written, or somebody has it open.
        LockedError: another run is writing there.
    """
    project = open_project(folder)
    checked = check(project, form=order.form, draft=order.draft, partial=order.partial)
    announce(checked)
    refused = not order.draft and blocks_build(checked.findings, strict=order.strict)
    if refused or bears_secrecy_mark(checked.findings):
        return Built(checked, None)
    files = render(checked, order)
    return Built(checked, deliver(project, files))


def check(
    project: Project, *, form: Form | None = None, draft: bool = False, partial: bool = False
) -> Checked:
    """Read, merge and check a project in one form (report.yaml's own by default).

    Raises:
        ProjectError: the layout has a fault, or report.yaml one that only shows here: a template, an
            attachment, a signatory, the name of the file.
    """
    layout = open_layout(project)
    submissions = read_submissions(project)
    last_year = read_last_year(project)
    assembly = merge(project, submissions, form or Form(project.report.report.form), draft=draft)
    findings = check_merged(project, submissions, last_year, assembly, layout, partial=partial)
    return Checked(project, layout, submissions, assembly, findings)


def merge(project: Project, submissions: Submissions, form: Form, *, draft: bool) -> Assembly:
    """The document in one form, made of what was handed in and what the editor decided."""
    inputs = Inputs(
        report=project.report,
        submissions=submissions.counted,
        edits=project.edits,
        names=project.roster.names,
        read_bytes=project.read,
        missing=submissions.missing_parts(project.roster) if draft else {},
        unread=submissions.unread,
        earlier=EarlierBuilds(project.root).find,
    )
    return assemble(inputs, form, draft=draft)


def render(checked: Checked, order: Order) -> tuple[RenderedFile, ...]:
    """The document in each format that was ordered, and where it goes.

    Raises:
        UsageError: the name of the round makes none of a file.
    """
    document, layout, name = checked.assembly.document, checked.layout, checked.assembly.output_name
    paths = output_paths(
        checked.project,
        name,
        document.form,
        order.formats,
        order.output,
        draft=order.draft,
        round_name=order.round_name,
    )
    snapshot = take(document, checked.assembly.as_built, layout)
    anchors = review_anchors(checked, snapshot, order)
    return tuple(
        RenderedFile(
            wanted, path, wanted.renderer(document, layout, anchors), snapshot if wanted.anchored else None
        )
        for wanted, path in zip(order.formats, paths, strict=True)
    )


def review_anchors(checked: Checked, snapshot: Snapshot, order: Order) -> tuple[ReviewAnchor, ...]:
    """What hangs on the paragraphs of a review copy; nothing on those of a report or of the public form."""
    wanted = order.round_name or order.comments is not Comments.NONE
    if not wanted or checked.assembly.document.form is Form.PUBLIC:
        return ()
    printed = [paragraph for paragraph in snapshot.paragraphs if not paragraph.omitted]
    beside = comments(printed, checked.findings, checked.project, checked.submissions, order.comments)
    return tuple(
        ReviewAnchor(f"{BOOKMARK}{paragraph.name}" if order.round_name else "", own)
        for paragraph, own in zip(printed, beside, strict=True)
    )
