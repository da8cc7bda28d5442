"""Where memory runs out, in loading, reading or on the way out, a sentence says so: exit 4, nothing lost."""

from __future__ import annotations

import resource
import subprocess
from typing import TYPE_CHECKING

import pytest

from reportctl.cli import main
from reportctl.errors import is_out_of_memory
from tests.operations.program import BARE, PROGRAM, contents

if TYPE_CHECKING:
    from pathlib import Path

ITEMS = 6_000
ITEM = "  - heading: 标题{0}\n    text: 全年 检查{0}次\x2c发现(问题){0}个;整改\n"


@pytest.fixture
def large(project: Path) -> Path:
    """The project with a submission that takes some dozens of megabytes to read."""
    items = "".join(ITEM.format(number) for number in range(ITEMS))
    text = f"department: 县司法局\nyear: 2023\nachievements:\n{items}shortcomings: 无\nplans: 无\n"
    (project / "submissions/县司法局.yaml").write_text(text, "utf-8")
    return project


@pytest.mark.slow
@pytest.mark.parametrize("verb", [("validate", "--fix"), ("build", "--docx")])
@pytest.mark.parametrize("megabytes", [24, 48])
def test_a_run_without_memory_says_so(large: Path, verb: tuple[str, ...], megabytes: int) -> None:
    before = contents(large)
    size = megabytes << 20
    done = subprocess.run(
        [PROGRAM, "-C", large, *verb],
        env=BARE,
        cwd="/",
        capture_output=True,
        check=False,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_AS, (size, size)),
    )
    said = done.stderr.decode()
    assert (done.returncode, done.stdout) == (4, b""), said
    assert "内存不够" in said
    assert "Traceback" not in said
    assert {name: data for name, data in contents(large).items() if ".reportctl" not in name} == before


@pytest.mark.parametrize(
    "error",
    [
        MemoryError(),
        ImportError("etree.so: failed to map segment from shared object"),
        ImportError("libfoo.so: cannot allocate memory in static TLS block"),
        OSError(12, "Cannot allocate memory"),
        SystemError("error return without exception set"),
    ],
)
def test_however_it_is_put(
    project: Path, error: Exception, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def failing(*_: object) -> None:
        raise error

    assert is_out_of_memory(error)
    monkeypatch.setattr("reportctl.cli.validate.check", failing)
    assert main(["-C", str(project), "validate"]) == 4
    assert "内存不够" in capsys.readouterr().err


@pytest.mark.parametrize("error", [ImportError("No module named 'x'"), SystemError("x"), OSError(5, "x")])
def test_nothing_else_is_taken_for_it(error: Exception) -> None:
    assert not is_out_of_memory(error)
