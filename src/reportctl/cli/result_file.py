"""A result in the file that `-o` names: written as a whole or not at all, and its path said."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportctl.cli import console
from reportctl.project.transaction import write_all

if TYPE_CHECKING:
    from reportctl.project.transaction import Change


def put(change: Change) -> None:
    """Write the file.

    Raises:
        FileError: it cannot be written; what stood there is untouched.
        LockedError: another run is writing there.
    """
    for remark in write_all([change], change.path.parent):
        console.warn(remark)
    console.settings.done = True
    console.path(change.path)
