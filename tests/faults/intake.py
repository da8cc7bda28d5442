"""A project of three departments: one hands in what the test says, the two others keep their findings."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.tools.project import Done, Folder

FILE = "submissions/县司法局.yaml"
OTHER = "submissions/县公安局.yaml"
HEAD = "department: 县司法局\nyear: 2023\n"
REST = """\
shortcomings:
  - {heading: 队伍老化, text: 人员不足。, cause: 编制未增。}
plans: [加强培训。培训两次。]
"""
ITEM = "achievements:\n  - heading: 加强监管\n    text: 检查三次。\n"
SOUND = HEAD + ITEM + REST


@dataclass(frozen=True)
class Judged:
    """The verdict on one file, and what else was said."""

    done: Done
    errors: list[tuple[str, int, int]]
    warnings: list[tuple[str, int, int]]

    @property
    def codes(self) -> set[str]:
        return {code for code, *_ in (*self.errors, *self.warnings)}


@dataclass(frozen=True)
class Intake:
    """The project, and the one file in it that is faulty."""

    folder: Folder

    def judge(self, data: str | bytes | None, name: str = FILE) -> Judged:
        """Hand a file in and validate all; the fault in it must not hide what else there is to say."""
        if data is not None:
            self.folder.write(name, data)
        done = self.folder.validate()
        found = [one for one in done.json["findings"] if one["file"] == name]
        assert done.code in {0, 1}, done.err
        assert "Traceback" not in done.err
        assert ("half-width", OTHER) in {(one["code"], one["file"]) for one in done.json["findings"]}

        def places(severity: str) -> list[tuple[str, int, int]]:
            return [(one["code"], one["line"], one["column"]) for one in found if one["severity"] == severity]

        return Judged(done, places("error"), places("warning"))
