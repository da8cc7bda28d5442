"""edits.yaml as `reconcile` finds it and leaves it: written only where it then reads as it should."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, NamedTuple

from reportctl.errors import FileError, ProjectError
from reportctl.model.files import load_edits
from reportctl.model.keys import FINAL
from reportctl.model.spoken import spoken
from reportctl.project.files import read_file
from reportctl.project.journal import ABSENT
from reportctl.project.opening import EDITS
from reportctl.reading import READ_LIMIT
from reportctl.review.planning import existing
from reportctl.review.writing import rewritten
from reportctl.scaffold.moving import language_of
from reportctl.scaffold.wording import Language
from reportctl.sources.decode import Encoding, decode, encoding_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from reportctl.findings import Finding
    from reportctl.model.files import EditsFile
    from reportctl.project.opening import Project
    from reportctl.review.planning import EditsPlan

_UTF8 = Encoding("utf-8")
_EMPTY = frozenset({"empty-file"})


class Edits(NamedTuple):
    """edits.yaml as it stands: its bytes (None where there is none), its text, and what it decides."""

    data: bytes | None
    text: str
    encoding: Encoding
    file: EditsFile | None

    @property
    def digest(self) -> str:
        """What must still stand there when it is replaced."""
        return ABSENT if self.data is None else hashlib.sha256(self.data).hexdigest()


def read_edits(project: Project) -> Edits:
    """edits.yaml, as far as something can be written into it.

    Raises:
        ProjectError: it cannot be read as a list.
    """
    path = project.root / EDITS
    if not path.exists() and not path.is_symlink():
        return Edits(None, "", _UTF8, None)
    raw = read_file(path, EDITS, project.root)
    if raw.finding is not None:
        raise FileError(f"{EDITS}\uff1a{raw.finding.message}", hint=raw.finding.hint)
    file, findings = load_edits(EDITS, raw.data)
    source, _ = decode(EDITS, raw.data, limit=READ_LIMIT)
    if source is None and not raw.data.strip():
        return Edits(raw.data, "", _UTF8, None)
    encoding = None if source is None else encoding_of(source.text, raw.data)
    broken = [finding for finding in findings if finding.code not in _EMPTY] if file is None else []
    told = tuple(map(spoken, broken)) if project.has_chinese_keys else broken
    if source is None or encoding is None or broken or (file and not isinstance(file.yaml.data, list)):
        raise ProjectError(f"{EDITS} 读不了\uff0c没有收改动", hint="先改正它", findings=told)
    return Edits(raw.data, source.text, encoding, file)


def new_text(project: Project, edits: Edits, made: EditsPlan) -> str | None:
    """edits.yaml with the decisions, None where it says all of them already.

    Raises:
        FileError: what would be written does not read as it should.
    """
    if not made.changes:
        return None
    text = rewritten(edits.file, edits.text, made, FINAL, _language(project, edits.file))
    file, findings = load_edits(EDITS, edits.encoding.bytes(text)) if text else (None, ())
    if [old.entry for old in existing(file)] != _expected(edits.file, made) or _faults(findings) > _faults(
        load_edits(EDITS, edits.data)[1] if edits.data else ()
    ):
        hint = "在文件末尾另起一行\uff0c各条都写成以“- ”开头的样子\uff0c再试一次"
        raise FileError(f"{EDITS} 的写法特别\uff0c改动写不进去\uff0c什么也没有写", hint=hint)
    return text


def _faults(findings: Iterable[Finding]) -> int:
    return sum(finding.severity == "error" and finding.code not in _EMPTY for finding in findings)


def _expected(file: EditsFile | None, made: EditsPlan) -> list[Mapping[str, object]]:
    """The final decisions that the file has to hold once it is written, in order."""
    kept = [made.replaced.get(old.number, old.entry) for old in existing(file)]
    return [entry for entry in [*kept, *made.added] if entry is not None]


def _language(project: Project, edits: EditsFile | None) -> Language:
    """The language of the keys in edits.yaml, else in report.yaml."""
    for index, entry in enumerate(edits.yaml.data if edits is not None else ()):
        if isinstance(entry, dict) and entry:
            key = edits.yaml.key_text((index, next(iter(entry)))) if edits is not None else ""
            return Language.ENGLISH if key.isascii() else Language.CHINESE
    return language_of(project.report.yaml.root)
