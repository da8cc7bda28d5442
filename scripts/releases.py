"""Prints what `make test-newest` and `make test-oldest` hand to pip: `python -m scripts.releases oldest`.

Runs in an environment that is still empty, so it needs the standard library alone. Only what pyproject.toml
names has its lowest version pinned; what those bring along is what pip finds.
"""

from __future__ import annotations

import re
import sys
import tomllib
from pathlib import Path

from scripts.lock import requirements

ROOT = Path(__file__).resolve().parent.parent
LOWEST = re.compile(r"(?P<name>[\w.-]+)(?P<extras>\[[\w,.-]+\])?\s*>=\s*(?P<version>[\w.]+)")


def oldest(requirement: str) -> str:
    """`"typer>=0.26,<0.29"` as `"typer==0.26"`; raises `ValueError` where no lowest version is named."""
    found = LOWEST.match(requirement)
    if found is None:
        message = f"{requirement}: names no lowest version"
        raise ValueError(message)
    return f"{found['name']}{found['extras'] or ''}=={found['version']}"


def wanted(release: str) -> list[str]:
    """The requirements of the program with its extras at that release, and the newest tools of the tests."""
    pyproject = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    extras = pyproject["project"]["optional-dependencies"].values()
    runtime = [*requirements(pyproject, "project"), *(one for extra in extras for one in extra)]
    if release == "oldest":
        runtime = [oldest(requirement) for requirement in runtime]
    named = {re.split(r"[^\w.-]", requirement, maxsplit=1)[0] for requirement in runtime}
    tools = [*requirements(pyproject, "test"), *pyproject["build-system"]["requires"]]
    return runtime + [tool for tool in tools if re.split(r"[^\w.-]", tool, maxsplit=1)[0] not in named]


if __name__ == "__main__":
    print("\n".join(wanted(sys.argv[1])))
