"""A line that a trap of typing has cut: what the rules would mend there is no fault of the text."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from reportctl.cli import main

if TYPE_CHECKING:
    from pathlib import Path

FILE = """\
department: 区司法局
year: 2023
achievements:
  - {item}
shortcomings: [装备老旧。有3台停产。]
plans: [更新装备。购置5台。]
"""


@pytest.mark.parametrize(
    ("item", "code"),
    [
        ("{heading: 加强监管, text: 全年检查20次,发现问题3个。}", "split-by-comma"),
        ("heading: 加强监管\n    text: 全年检查20次 #其中夜间检查10次。", "swallowed-text"),
    ],
)
def test_nothing_is_mended_on_it(
    item: str, code: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "x.yaml"
    path.write_text(FILE.format(item=item), "utf-8")

    main(["validate", str(path)])
    said = capsys.readouterr().out
    main(["validate", "--fix", str(path)])

    assert f"[{code}]" in said
    assert "lost-end" not in said
    assert path.read_text("utf-8") == FILE.format(item=item)
