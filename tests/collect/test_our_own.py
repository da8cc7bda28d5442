"""The report that the program prints is read back in full: a district's report can be a city's input."""

from __future__ import annotations

import json
import shutil
from typing import TYPE_CHECKING

import pytest

from reportctl.collect.identifying import Identifier
from reportctl.collect.places import read_places
from reportctl.collect.reading import read_material
from reportctl.inspect.reader import read_facts
from reportctl.model.files import load_report
from reportctl.text.numbers import strip_number
from tests.collect.blank_forms import GOLD, HABITS, data, filled
from tests.collect.comparing import items_of, plain, read
from tests.collect.houses import make
from tests.tools import office
from tests.tools.need import ROOT
from tests.tools.project import reportctl

if TYPE_CHECKING:
    from pathlib import Path

    from reportctl.collect.reading import Material

EXAMPLE = ROOT / "examples/hecheng-2023"
PARTS = {"work": "achievements", "shortcomings": "shortcomings", "plans": "plans"}
