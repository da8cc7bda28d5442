"""Looks for marks of secrecy in what a project is made of beside its submissions."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from reportctl.assemble.attachments import text_of
from reportctl.document import Form
from reportctl.errors import FileError
from reportctl.project.opening import EDITS
from reportctl.reading import READ_LIMIT
from reportctl.rules.secrecy import internal_marks, secrecy_marks

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from reportctl.findings import Finding
    from reportctl.model.files import Submission
    from reportctl.project.opening import Project
    from reportctl.sources import Source


def marked(project: Project, submissions: Iterable[Submission], form: Form) -> Iterator[Finding]:
    """The marks in report.yaml, edits.yaml and the attachments; of a public form also what says 不予公开.

    Marks of secrecy in `submissions`, this year's and last year's, are found where these are read.
    """
    own = (project.report.source, *texts_beside(project))
    for source in own:
        yield from secrecy_marks(source)
    if form is Form.PUBLIC:
        for source in (*own, *(submission.source for submission in submissions)):
            yield from internal_marks(source)


def texts_beside(project: Project) -> Iterator[Source]:
    """edits.yaml, be it too damaged to be used, and the attachments that are no pictures."""
    for name in (EDITS, *(attachment.file for attachment in project.report.report.document.attachments)):
        with suppress(FileError):  # which is told elsewhere
            source = text_of(name, project.read(name), READ_LIMIT)
            if source is not None:
                yield source
