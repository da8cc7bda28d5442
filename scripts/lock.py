"""Remakes requirements/*.lock from pyproject.toml: `make lock`, or `make lock ARGS=--upgrade`.

A lock holds every package that its groups need, pinned and with the hashes of its files, and nothing that
names a machine or an index. The largest one is made first and binds the others, so that no package has two
versions. Arguments go to pip-compile.
"""

from __future__ import annotations

import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
LOCKS = {
    "dev": ("project", "dev"),
    "bench": ("project", "bench"),
    "build": ("build",),
    "runtime": ("project",),
}
OPTIONS = (
    "--generate-hashes",
    "--allow-unsafe",  # pip-tools needs pip and setuptools: with hashes they must be pinned too
    "--no-strip-extras",  # pip looks for name[extra] by itself, and finds one newer than the pinned name
    "--no-annotate",
    "--no-header",
    "--no-emit-options",
    "--no-emit-index-url",
    "--no-emit-find-links",
    "--no-emit-trusted-host",
    "--quiet",
)


def requirements(pyproject: dict[str, Any], group: str) -> list[str]:
    """The requirements of a group with the groups it includes; "project" is what the package itself needs."""
    if group == "project":
        return list(pyproject["project"]["dependencies"])
    found: list[str] = []
    for entry in pyproject["dependency-groups"][group]:
        found += [entry] if isinstance(entry, str) else requirements(pyproject, entry["include-group"])
    return found


def lock(name: str, wanted: list[str], bound_by: Path | None, arguments: list[str]) -> Path:
    """Write the lock `name` for the requirements `wanted`, at the versions that `bound_by` pins."""
    target = ROOT / "requirements" / f"{name}.lock"
    binding = ["--constraint", str(bound_by)] if bound_by else []
    command = [sys.executable, "-m", "piptools", "compile", *OPTIONS, *binding, *arguments]
    subprocess.run(
        [*command, "--output-file", str(target), "-"],
        input="\n".join(wanted),
        text=True,
        check=True,
        cwd=ROOT,
    )
    return target


def main() -> None:
    """Remake all locks."""
    pyproject = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    largest: Path | None = None
    for name, groups in LOCKS.items():
        wanted = [one for group in groups for one in requirements(pyproject, group)]
        made = lock(name, wanted, largest, sys.argv[1:])
        largest = largest or made


if __name__ == "__main__":
    main()
