"""An inbox beside a small project, filled with what departments send."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from tests.collect.plain_reports import PLANS, SHORT, WORK, data, file
from tests.tools.project import REPORT

if TYPE_CHECKING:
    from pathlib import Path

    from tests.tools.project import Done, Folder

YAML = """\
department: {name}
year: 2023
achievements:
  - 规范执法监督。全年评查案卷{count}本。
shortcomings: 无
plans: 无
"""


def word(name: str, year: int = 2023, heading: str = "规范行政执法监督") -> bytes:
    """A department's report as Word: its title names the department ("" for none) and the year."""
    work = (WORK[0], f"1.{heading}。组织评查行政执法案卷60本，督促整改问题18个。")
    return data(file(f"{name}{year}年度法治政府建设情况报告", *work, *SHORT, *PLANS))


class Inbox:
    """The folder that is collected from, and the project that collects."""

    def __init__(self, folder: Folder) -> None:
        self.folder = folder.report(REPORT)
        self.root = folder.root
        self.path = folder.root.parent / "inbox"
        self.path.mkdir()

    def put(self, name: str, data: bytes | str) -> Path:
        """A file in the inbox."""
        path = self.path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data if isinstance(data, bytes) else data.encode())
        return path

    def collect(self, *arguments: str) -> Done:
        return self.folder.run("collect", *(arguments or (str(self.path),)))

    def told(self, *arguments: str) -> list[str]:
        """The codes of what `collect` found."""
        return [
            finding["code"]
            for finding in self.collect("--format", "json", *arguments, str(self.path)).json["findings"]
        ]

    def submission(self, name: str) -> str:
        return (self.root / f"submissions/{name}.yaml").read_text("utf-8")

    def lines(self) -> list[Any]:
        """The lines of the ledger."""
        text = (self.root / "received/ledger.jsonl").read_text("utf-8")
        return [json.loads(line) for line in text.splitlines()]

    def received(self, below: str) -> list[str]:
        """The files below a folder of `received/`."""
        folder = self.root / "received" / below
        return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())

    def contents(self) -> dict[str, bytes]:
        """Every file of the project, and of the inbox, with its bytes."""
        files = [path for place in (self.root, self.path) for path in place.rglob("*") if path.is_file()]
        return {str(path): path.read_bytes() for path in files if not path.name.startswith(".reportctl")}
