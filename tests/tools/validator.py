"""Whether Word would open a document without complaint: two validators, each blind to what the other sees.

Neither sees an unclosed bookmark or field, nor bare text in a paragraph: those need tests of their own.
"""

from __future__ import annotations

import json
import subprocess
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tests.tools import need

if TYPE_CHECKING:
    from pathlib import Path

TIMEOUT = 120
"""Seconds."""
WORKERS = 2


@dataclass(frozen=True, slots=True)
class Fault:
    """One breach of the Open XML schema or of its semantic rules, at a path inside a part of `file`."""

    file: Path
    part: str
    path: str
    message: str

    def __str__(self) -> str:
        return f"{self.file.name}: {self.part} {self.path}: {self.message}"


def errors(*documents: Path) -> tuple[Fault, ...]:
    """What Microsoft's Open XML SDK finds in the documents; each costs 0.6 s, two run at a time."""
    program = need.tool(need.VALIDATOR)
    with ThreadPoolExecutor(WORKERS) as pool:
        found = pool.map(lambda document: _sdk(program, document), documents)
    return tuple(fault for faults in found for fault in faults)


def audit(*documents: Path) -> tuple[Fault, ...]:
    """What openxml-audit finds: other faults than the SDK, among them what Word itself is known to refuse."""
    # asks for a newer lxml than the program: it is not there where the oldest releases are tried
    from openxml_audit import OpenXmlValidator  # noqa: PLC0415

    auditor = OpenXmlValidator()
    return tuple(
        Fault(document, one.part_uri, one.path, one.description)
        for document in documents
        for one in auditor.validate(document).errors
    )


def _sdk(program: Path, document: Path) -> list[Fault]:
    done = subprocess.run(
        [program, document],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=TIMEOUT,
        check=False,
    )
    if done.returncode not in {0, 1}:  # 0: valid, 1: invalid
        message = f"the validator did not run on {document}: {done.stdout}{done.stderr}"
        raise RuntimeError(message)
    return [
        Fault(document, one.get("path", ""), one.get("xPath", ""), one["description"])
        for one in json.loads(done.stdout)["errors"]
    ]
