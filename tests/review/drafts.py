"""A project from which a draft goes round, and what comes of a copy that people changed."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from reportctl import resources
from reportctl.text.marks import normalise_line
from tests.tools.project import Folder

if TYPE_CHECKING:
    import pytest

    from tests.review.leader import Leader
    from tests.tools.project import Done

ROUND = "征求意见稿"


@dataclass(frozen=True)
class Office(Folder):
    """An office with a project of its own."""

    @classmethod
    def of_example(cls, name: str, root: Path, capture: pytest.CaptureFixture[str]) -> Office:
        """A copy of an example."""
        shutil.copytree(resources.path("examples", name), root)
        return cls(root, capture)

    def draft(self, name: str = ROUND, *arguments: str) -> Path:
        """A draft that goes round."""
        done = self.run("build", "--draft", "--round", name, *arguments)
        assert done.code == 0, done.err
        return Path(done.out.strip())

    def take(self, copy: bytes | Path, *arguments: str) -> Done:
        """What `reconcile` says of a copy."""
        path = copy if isinstance(copy, Path) else self.root / "改稿.docx"
        if isinstance(copy, bytes):
            path.write_bytes(copy)
        return self.run("reconcile", str(path), *arguments)

    def changes(self, copy: bytes | Path, *arguments: str) -> list[dict[str, Any]]:
        """The changes of a copy that edits.yaml does not say yet."""
        found: list[dict[str, Any]] = self.take(copy, "--format", "json", *arguments).json["changes"]
        return found

    @property
    def edits(self) -> bytes:
        """edits.yaml, b"" where there is none."""
        path = self.root / "edits.yaml"
        return path.read_bytes() if path.exists() else b""

    def report(self) -> list[str]:  # type: ignore[override]
        """The next build's lines, as they are compared."""
        return [normalise_line(line) for line in self.lines()]


def wanted(leader: Leader) -> list[str]:
    """The lines that a copy asks for, as they are compared."""
    return [normalise_line(line) for line in leader.expected]
