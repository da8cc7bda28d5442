"""What the tests of faults share: a project in which everything but one thing is sound."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.faults.intake import OTHER, SOUND, Intake

if TYPE_CHECKING:
    from tests.tools.project import Folder


@pytest.fixture
def intake(folder: Folder) -> Intake:
    """`intake.judge(text)`: the errors and warnings of one file, with their places."""
    own = SOUND.replace("加强", "抓好").replace("队伍老化", "装备老旧")
    folder.write(OTHER, own.replace("县司法局", "县公安局").replace("检查三次", "检查三次\x2c整改"))
    folder.write("submissions/县林业局.yaml", own.replace("县司法局", "县林业局"))
    return Intake(folder)
