"""Small projects made in a test, and the program run on them within the test's own process."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from reportctl.cli import main

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

REPORT = """\
version: 1
year: 2023
area: 云溪县
document:
  issuer: 云溪县人民政府
  recipients: [中共云溪县委]
  date: 2024-02-10
  opening: 现将有关情况报告如下：
  closing: 特此报告。
departments: [县司法局, 县公安局, 县林业局]
outline:
  - {id: work, title: 工作情况, part: achievements, covers: [achievements, leadership]}
  - {id: shortcomings, title: 存在的不足, part: shortcomings}
  - {id: plans, title: 下一年安排, part: plans}
"""
REST = """\
shortcomings: 无
plans: 无
"""


@dataclass(frozen=True)
class Done:
    """What one run of the program gave."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """Standard output as JSON."""
        return json.loads(self.out)

    @property
    def findings(self) -> list[tuple[str, str, int, int]]:
        """Code, file, line and column of each finding on standard output."""
        return [(one["code"], one["file"], one["line"], one["column"]) for one in self.json["findings"]]


@dataclass(frozen=True)
class Folder:
    """A project's folder."""

    root: Path
    capture: pytest.CaptureFixture[str]

    def report(self, text: str) -> Folder:
        return self.write("report.yaml", text)

    def submit(self, name: str, text: str, rest: str = REST) -> Folder:
        """A submission: `text` is its achievements and what else it says; the other parts say 无."""
        return self.write(f"submissions/{name}.yaml", f"department: {name}\nyear: 2023\n{text}{rest}")

    def write(self, name: str, text: str | bytes) -> Folder:
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return self

    def run(self, *arguments: str) -> Done:
        self.capture.readouterr()
        code = main(["-C", str(self.root), *arguments])
        said = self.capture.readouterr()
        return Done(code, said.out, said.err)

    def validate(self, *arguments: str) -> Done:
        return self.run("validate", "--format", "json", *arguments)

    def codes(self, *arguments: str) -> list[str]:
        """The codes that `validate` finds, in order."""
        return [code for code, *_ in self.validate(*arguments).findings]

    def lines(self, *arguments: str) -> list[str]:
        """The report's lines, whatever the findings, in the plain form."""
        done = self.run("build", "--draft", "--text", "-o", "-", *arguments)
        assert done.code == 0, done.err
        return done.out.splitlines()

    def body(self) -> list[str]:
        """The lines between opening and closing."""
        lines = self.lines()
        start = next(index for index, line in enumerate(lines) if line.endswith("如下："))
        return lines[start + 1 : lines.index("特此报告。")]

    def chapter(self) -> list[str]:
        """The lines of the first chapter, without its heading and a draft's gaps."""
        body = self.body()
        end = next((i for i, line in enumerate(body) if line.startswith("二、")), len(body))
        return [line for line in body[1:end] if not line.startswith("【")]

    def blocks(self) -> list[dict[str, Any]]:
        done = self.run("build", "--draft", "--json", "-o", "-")
        assert done.code == 0, done.err
        blocks: list[dict[str, Any]] = done.json["blocks"]
        return blocks
