"""The shipped examples as projects of one's own."""

from __future__ import annotations

from reportctl import resources
from reportctl.errors import UsageError
from reportctl.project.opening import REPORT
from reportctl.project.recovery import OUTPUT, SUBMISSIONS
from reportctl.scaffold.contents import Contents


def names() -> tuple[str, ...]:
    """The examples that there are."""
    return tuple(sorted(path.parent.name for path in resources.path("examples").glob(f"*/{REPORT}")))


def example(name: str) -> Contents:
    """A copy of an example, without what was built from it.

    Raises:
        UsageError: there is no such example.
    """
    if name not in names():
        raise UsageError(f"没有示例“{name}”", hint=f"示例有：{'、'.join(names())}")
    root = resources.path("examples", name)
    files = {
        path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*") if path.is_file()
    }
    kept = {key: files[key] for key in sorted(files, key=_rank) if not key.startswith(f"{OUTPUT}/")}
    return Contents(kept, sum(key.startswith(f"{SUBMISSIONS}/") for key in kept))


def _rank(path: str) -> tuple[bool, str]:
    return path != REPORT, path
