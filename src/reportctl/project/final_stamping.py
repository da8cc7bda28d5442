"""Fingerprints of final decisions, so that none is parted from its paragraph when files are fixed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportctl.assemble.codes import EDIT_WITHOUT_WAS
from reportctl.document import Form
from reportctl.model.files import load_edits, load_report, load_submission
from reportctl.model.keys import FINAL
from reportctl.project.building import merge
from reportctl.project.fixed_file import FixedFile, fix_besides
from reportctl.snapshot import paragraph_fingerprint
from reportctl.sources.editing import Addition
from reportctl.sources.events import start_of
from reportctl.splicing import Splice

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Set

    from reportctl.assemble.assembly import Assembly
    from reportctl.assemble.resolving import MetName
    from reportctl.findings import Span
    from reportctl.model.files import EditsFile, Submission
    from reportctl.project.opening import Project
    from reportctl.project.submissions import Submissions
    from reportctl.sources import Path
    from reportctl.sources.editing import Fix


def stamp_finals(
    project: Project,
    submissions: Submissions,
    fixed: Mapping[str, FixedFile],
    base: FixedFile,
    bare: Set[Span],
) -> FixedFile:
    """Write fingerprints into `base`, what edits.yaml becomes: those that fixing has moved.

    `fixed` gives the other files by name. Those that are missing are written where the decision stands in
    `bare`.
    """
    edits, _ = load_edits(base.name, base.new)
    if project.edits is None or not project.edits.finals or edits is None or base.fault is not None:
        return base
    before = merge(project, submissions, Form.PLAIN, draft=False)
    after = merge(
        _fixed_project(project, edits, fixed),
        submissions._replace(received=tuple(_fixed_submissions(project, submissions, fixed))),
        Form.PLAIN,
        draft=False,
    )
    wanted = [
        (met, was)
        for met, was in _fingerprints(before, after)
        if met.was or project.edits.start_span(met.path) in bare
    ]
    base, made = fix_besides(base, [_fix(edits, met, was) for met, was in wanted])
    added = sum(not wanted[number][0].was for number in made)
    counts = {**base.counts}
    if added:
        counts[EDIT_WITHOUT_WAS.code] = counts.get(EDIT_WITHOUT_WAS.code, 0) + added
    return base._replace(counts=counts, refreshed=base.refreshed + len(made) - added)


def _fingerprints(before: Assembly, after: Assembly) -> Iterator[tuple[MetName, str]]:
    """Each name whose fingerprint is missing or another after fixing, and what it is then.

    Where fixing has made other paragraphs of them nobody knows which is which, and nothing is written.
    """
    old, new = _texts(before), _texts(after)
    if old.keys() != new.keys():
        return
    for met in before.met:
        was = paragraph_fingerprint(new[met.position])
        if met.was.strip().lower() != was:
            yield met, was


def _texts(assembly: Assembly) -> dict[int, str]:
    return {
        paragraph.position: paragraph.built.text
        for paragraph in assembly.as_built
        if paragraph.built is not None
    }


def _fixed_project(project: Project, edits: EditsFile, fixed: Mapping[str, FixedFile]) -> Project:
    report, change = project.report, fixed.get(project.report.source.name)
    if change is not None and change.changed:
        loaded, _ = load_report(change.name, change.new)
        report = loaded or report
    return project._replace(report=report, edits=edits)


def _fixed_submissions(
    project: Project, submissions: Submissions, fixed: Mapping[str, FixedFile]
) -> Iterable[Submission]:
    for submission in submissions.received:
        change = fixed.get(submission.source.name)
        loaded = None
        if change is not None and change.changed:
            loaded, _ = load_submission(submission.source.name, change.new, project.roster)
        yield loaded or submission


def _fix(edits: EditsFile, met: MetName, was: str) -> Fix:
    file = edits.yaml
    if met.was:
        return (Splice(*file.inner((*met.path, "was"), 0, len(met.was)), was),)
    keys = [key for key in ("at", "heading", "paragraph") if file.key_text((*met.path, key))]
    last: Path = (*met.path, max(keys, key=lambda key: start_of(file.node((*met.path, key)))))
    chinese = file.key_text(last) == FINAL.names[str(last[-1])]
    return Addition(start_of(file.node(last)), FINAL.names["was"] if chinese else "was", was)
