"""`reportctl --each DIR`: a verb for every project below a folder, and one verdict."""

from __future__ import annotations

import json
import os
import sys
from contextlib import closing
from typing import TYPE_CHECKING, Any, NamedTuple

from reportctl.cli import console, main
from reportctl.cli.workers import RunOutcome, Task, run_all
from reportctl.errors import ExitCode, ProjectError, UsageError
from reportctl.project.below import projects_below, work_in

if TYPE_CHECKING:
    from pathlib import Path

VERBS = {"validate": ("没有错误", "有错误"), "build": ("生成", "没有生成"), "status": ("读出", "没有读出")}
"""The verbs that may be asked of many projects, with what is said of those that end well and the others."""

_JSON = "json"
_FORMATS = frozenset({None, "text", "concise", _JSON})


class Job(NamedTuple):
    """What is to be done for each project: verb, arguments, in how many processes (None: one a core)."""

    folder: Path
    verb: str
    arguments: tuple[str, ...]
    jobs: int | None


def available() -> int:
    """The cores that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def check(verb: str, options: dict[str, Any]) -> bool:
    """Whether the verb is to answer in JSON.

    Raises:
        UsageError: the verb, or what it was told, makes no sense for many projects.
    """
    if verb not in VERBS:
        raise UsageError(f"--each 不能与 {verb} 同用", hint=f"可以用\uff1a{'、'.join(VERBS)}")
    if options.get("files"):
        raise UsageError("--each 检查整个项目\uff0c后面不写文件", hint="去掉文件名")
    if options.get("output" if verb == "build" else "target") is not None:
        raise UsageError("--each 时不能用 -o\uff1a几个项目会写到同一处", hint="去掉 -o")
    wanted = options.get("output" if verb == "status" else "given")
    if wanted not in _FORMATS:
        raise UsageError(f"--each 时没有 {wanted} 格式", hint="可以用 text、concise 或 json")
    return bool(wanted == _JSON)


def command(asked: Job, /, **options: Any) -> int:
    """What was asked for, for each project; `options` are the verb's, as the command line gives them."""
    as_json = check(asked.verb, options)
    if console.settings.folder is not None:
        raise UsageError("-C 是一个项目\uff0c--each 是许多项目\uff0c不能同用", hint="去掉其中一个")
    if asked.jobs is not None and asked.jobs < 1:
        raise UsageError("--jobs 至少是 1", hint="不写 --jobs 的\uff0c有几个核同时做几个")
    return run(asked, as_json=as_json)


def run(job: Job, *, as_json: bool) -> int:
    """Do it for each project: what each says behind its path, in the order of the paths; the highest code.

    Raises:
        ProjectError: there is no project.
    """
    below = projects_below(job.folder)
    if not below.projects and (not below.closed or below.closed == (".",)):
        raise ProjectError(
            f"{job.folder} 下面没有项目\uff08有 report.yaml 的文件夹\uff09",
            hint="检查 --each 后面的路径和权限",
        )
    for closed in below.closed:
        console.error(f"文件夹 {closed} 打不开\uff0c里面的项目没有做", "请管理员给您读这个文件夹的权限")
    tasks = [Task(name, _arguments(job, name)) for name in below.projects]
    tasks.sort(key=lambda task: -work_in(job.folder / task.name))
    told = _Told(below.projects, as_json=as_json)
    try:
        with (
            console.progress(len(tasks)) as step,
            closing(run_all(tasks, job.jobs or available(), main)) as outcomes,
        ):
            for task, outcome in outcomes:
                told.put(task.name, outcome)
                step()
    except KeyboardInterrupt:
        told.rest()
        console.talk(f"共 {len(tasks)} 个项目\uff0c做完 {len(told.outcomes)} 个\uff0c其余的没有动或还是原样")
        raise
    worst = max([outcome.code for outcome in told.outcomes.values()], default=0)
    if below.closed:
        worst = max(worst, ExitCode.IO)
    told.end(job.verb, worst)
    return worst


def _arguments(job: Job, name: str) -> tuple[str, ...]:
    color = "always" if console.colours(sys.stdout) and console.colours(sys.stderr) else "never"
    quiet = ("-q",) if console.settings.quiet else ()
    return (*quiet, "--color", color, "-C", str(job.folder / name), job.verb, *job.arguments)


class _Told:
    """What the projects said, told in the order of their paths, as soon as all before have ended."""

    def __init__(self, projects: tuple[str, ...], *, as_json: bool) -> None:
        self.projects = projects
        self.as_json = as_json
        self.outcomes: dict[str, RunOutcome] = {}
        self._next = 0

    def put(self, name: str, outcome: RunOutcome) -> None:
        """Keep what a project said, and tell what can be told."""
        self.outcomes[name] = outcome
        while self._next < len(self.projects) and self.projects[self._next] in self.outcomes:
            self._tell(self.projects[self._next])
            self._next += 1

    def rest(self) -> None:
        """Tell what has ended though some before have not."""
        for name in self.projects[self._next :]:
            if name in self.outcomes:
                self._tell(name)

    def _tell(self, name: str) -> None:
        outcome = self.outcomes[name]
        prefix = console.safe(name)
        if not self.as_json:
            for line in outcome.out.splitlines():
                console.out(f"{prefix}: {line}")
        for line in outcome.err.splitlines():
            console.write_line(sys.stderr, f"{prefix}: {line}")
        if not self.as_json:
            self.outcomes[name] = outcome._replace(out="", err="")

    def end(self, verb: str, worst: int) -> None:
        """The summary with the exit code, and all of it as JSON where that was asked for."""
        codes = [outcome.code for outcome in self.outcomes.values()]
        errors = sum(outcome.counts.errors for outcome in self.outcomes.values())
        missing = sum(outcome.counts.missing for outcome in self.outcomes.values())
        well = codes.count(ExitCode.OK)
        if self.as_json:
            console.json(
                {
                    "version": 1,
                    "summary": {
                        "projects": len(codes),
                        "well": well,
                        "failed": len(codes) - well,
                        "missing": missing,
                        "errors": errors,
                        "exit_code": worst,
                    },
                    "projects": [self._row(name) for name in self.projects],
                }
            )
        good, bad = VERBS[verb]
        failed = [name for name in self.projects if self.outcomes[name].code != ExitCode.OK]
        console.talk(
            f"共 {len(codes)} 个项目\uff1a{well} 个{good}\uff0c{len(failed)} 个{bad}\uff1b"
            f"缺 {missing} 个部门的材料\uff0c{errors} 个错误\uff1b最高的退出码是 {worst}"
        )
        for name in failed:
            code, _, _, counts = self.outcomes[name]
            console.talk(
                f"  {name}\uff1a{bad}\uff0c缺 {counts.missing} 个部门\uff0c"
                f"{counts.errors} 个错误\uff0c退出码 {code}"
            )

    def _row(self, name: str) -> dict[str, Any]:
        outcome = self.outcomes[name]
        report = json.loads(outcome.out) if outcome.out.strip() else None
        return {"project": name, "exit_code": outcome.code, "report": report}
