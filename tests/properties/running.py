"""Projects in a folder of their own, and the program run on them in this process, for Hypothesis."""

from __future__ import annotations

import io
import sys
import tempfile
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from reportctl.cli import main

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping


@dataclass(frozen=True)
class Ran:
    """What a run gave."""

    code: int
    out: bytes
    err: str

    @property
    def text(self) -> str:
        return self.out.decode("utf-8")


@contextmanager
def project(files: Mapping[str, str | bytes]) -> Iterator[Path]:
    """A folder with these files, gone afterwards."""
    with tempfile.TemporaryDirectory() as name:
        root = Path(name)
        for path, content in files.items():
            data = content if isinstance(content, bytes) else content.encode("utf-8", "surrogatepass")
            (root / path).parent.mkdir(parents=True, exist_ok=True)
            (root / path).write_bytes(data)
        yield root


def run(root: Path, *arguments: str) -> Ran:
    """The program's exit code and words; an exception is none of them and comes through."""
    before = sys.stdout, sys.stderr
    out, err = io.BytesIO(), io.BytesIO()
    ours = io.TextIOWrapper(out, encoding="utf-8"), io.TextIOWrapper(err, encoding="utf-8")
    sys.stdout, sys.stderr = ours
    try:
        code = main(["-q", "-C", str(root), *arguments])
    finally:
        sys.stdout, sys.stderr = before
        for stream in ours:
            stream.flush()
            stream.detach()  # or its end would close what it wrote to
    return Ran(code, out.getvalue(), err.getvalue().decode("utf-8"))
