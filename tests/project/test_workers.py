"""Many submissions in several processes: what is found is what one process finds, whatever happens to them.

Each test runs in a process of its own: beside the threads of a test runner nothing is forked.
"""

from __future__ import annotations

import json
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from tests.operations.program import DEPARTMENTS, SUBMISSION
from tests.tools.project import REPORT

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="forks on Linux only")

PROCESSES = "from reportctl.project import workers; workers._processes = lambda: {}\n"
SPREAD = """
import os, sys
from reportctl.project import workers
workers._processes = lambda: {processes}
parent = os.getpid()
def work(thing):
    child = os.getpid() != parent
    {work}
    return thing * 10, child
for result, child in workers.in_order(work, list(range(20))):
    print(result, child)
"""


def python(code: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-X", "utf8", "-c", code, *arguments]
    return subprocess.run(command, capture_output=True, encoding="utf-8", timeout=120, check=False)


def spread(work: str, processes: int = 3) -> list[str]:
    done = python(SPREAD.format(work=work, processes=processes))
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()


RESULTS = [10 * number for number in range(20)]


def test_results_come_in_order_from_other_processes() -> None:
    assert spread("pass") == [f"{number} True" for number in RESULTS]


def test_one_process_is_this_one() -> None:
    assert spread("pass", processes=1) == [f"{number} False" for number in RESULTS]


@pytest.mark.parametrize(
    "fate", ["os.kill(os.getpid(), 9)", "raise ValueError", "sys.exit(3)", "os.close(0) or os._exit(0)"]
)
def test_what_a_process_leaves_undone_is_done_here(fate: str) -> None:
    lines = spread(f"if child and thing == 7: {fate}")
    assert [int(line.split()[0]) for line in lines] == RESULTS
    # three processes take every third thing each, and this one dies at its third
    assert [line.split()[1] for line in lines][1::3] == ["True", "True", *["False"] * 5]


def test_a_system_that_has_no_more_processes_leaves_the_work_to_this_one() -> None:
    code = SPREAD.format(work="pass", processes=3)
    limits = "import resource\nresource.setrlimit(resource.RLIMIT_NOFILE, ({0}, {0}))\n"
    for most in (9, 6, 4, 3):
        done = python(code.replace("parent =", f"{limits.format(most)}parent =", 1))
        assert [int(line.split()[0]) for line in done.stdout.splitlines()] == RESULTS, done.stderr


def test_an_error_is_raised_where_it_can_be_caught() -> None:
    done = python(SPREAD.format(work="if thing == 7: raise ValueError('seven')", processes=3))
    assert "ValueError: seven" in done.stderr
    assert done.stdout.splitlines() == [f"{number} True" for number in RESULTS[:7]]


def test_results_that_nobody_takes_keep_no_process_alive() -> None:
    code = SPREAD.format(work="pass", processes=3).partition("for result")[0]
    code += (
        "things = workers.in_order(lambda one: b'x' * 10**6, list(range(20)))\nnext(things)\nthings.close()\n"
    )
    code += "try: os.waitpid(-1, 0)\nexcept ChildProcessError: print('none left')\n"
    assert python(code).stdout == "none left\n"


def test_a_killed_parent_leaves_no_process_behind(tmp_path: Path) -> None:
    work = "open(f'{sys.argv[1]}/{os.getpid()}', 'w').close()"
    code = SPREAD.format(work=work, processes=3)
    code = code.replace("range(20)", "range(2000)").replace("print(result, child)", "print(flush=True)")
    code = code.replace("thing * 10", "b'x' * 100_000")
    with subprocess.Popen([sys.executable, "-c", code, str(tmp_path)], stdout=subprocess.PIPE) as parent:
        assert parent.stdout is not None
        for _ in range(9):  # by then each has handed something over
            parent.stdout.readline()
        parent.kill()
    workers = [int(one.name) for one in tmp_path.iterdir()]
    assert len(workers) == 3
    for _ in range(100):
        left = [one for one in workers if Path(f"/proc/{one}").exists()]
        if not left:
            break
        time.sleep(0.1)
    assert left == []


@pytest.fixture(scope="module")
def crowd(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """More departments than one process takes, a fault of every kind among them."""
    root = tmp_path_factory.mktemp("crowd")
    names = [f"县第{number}局" for number in range(200)]
    report = REPORT.replace(f"[{', '.join(DEPARTMENTS)}]", json.dumps(names, ensure_ascii=False))
    (root / "report.yaml").write_text(report, encoding="utf-8")
    (root / "submissions").mkdir()
    for number, name in enumerate(names):
        text = SUBMISSION.format(name=name, count=number + 2)
        faults = {
            170: text.replace("year:", "jahr:"),
            171: text.replace("全年", "全 年"),
            172: text.replace("department: ", "department"),
            173: text.replace("achievements:", "achievements: 没有条目"),
            174: text.replace("  - heading", "  # reportctl: ignore half-width 原文如此\n  - heading", 1),
            175: text.replace("检查", '检"查'),
            176: "",
            177: text.replace("plans:\n", "plans:\n  - 一条写成一行的安排。内容在这里。\n"),
        }
        (root / f"submissions/{name}.yaml").write_text(faults.get(number, text), encoding="utf-8")
    (root / "submissions/说明.txt").write_text("不是材料", encoding="utf-8")
    (root / "submissions/断.yaml").symlink_to(root / "nowhere.yaml")
    return root


def run(root: Path, processes: int, *arguments: str) -> Any:
    code = (
        PROCESSES.format(processes)
        + "import sys; from reportctl.cli import main; sys.exit(main(sys.argv[1:]))"
    )
    return json.loads(python(code, "-C", str(root), *arguments).stdout)


@pytest.mark.slow
@pytest.mark.parametrize(
    "verb", [("validate", "--format", "json"), ("build", "--draft", "--json", "-o", "-")]
)
def test_several_processes_find_what_one_finds(crowd: Path, verb: tuple[str, ...]) -> None:
    alone = run(crowd, 1, *verb)
    assert run(crowd, 3, *verb) == alone
    if verb[0] == "validate":
        found = {one["file"].removeprefix("submissions/") for one in alone["findings"]}
        spoilt = {f"县第{number}局.yaml" for number in (170, 171, 172, 173, 174, 175, 176)}
        assert found == {*spoilt, "说明.txt", "断.yaml"}
