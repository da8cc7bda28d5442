"""What LibreOffice opens and saves again still has no finding: it writes the same look by other means."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from reportctl.inspect import inspect
from tests.inspect import handmade, ours
from tests.inspect.editing import Editable
from tests.inspect.spoils import SPOILS
from tests.inspect.test_ours import SHAPES
from tests.tools import office

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from reportctl.layout import Layout

pytestmark = pytest.mark.slow

HANDMADE: dict[str, Callable[[], bytes]] = {
    "handmade": handmade.formal,
    "handmade-plain": handmade.plain,
}
CHANGED = {"duplex": {"page-margin"}}  # LibreOffice gives the room of an empty footer to the page
FAULTS = (
    *("word-default-top", "body-in-song", "square-brackets", "title-with-full-stop", "no-indent"),
    *("one-attachment-less", "inserted-words", "hyphens"),
)


def resaved(data: bytes, folder: Path) -> bytes:
    source = folder / "公文.docx"
    source.write_bytes(data)
    out = folder / "out"
    out.mkdir()
    return office.resave(source, out).read_bytes()


@pytest.mark.parametrize("name", [*HANDMADE, *(name for name in SHAPES if name != "sixty-pages")])
def test_saved_again_it_is_still_right(name: str, tmp_path: Path, layouts: tuple[Layout, ...]) -> None:
    data = HANDMADE[name]() if name in HANDMADE else ours.docx(SHAPES[name]())
    found = inspect(resaved(data, tmp_path), layouts)
    allowed = CHANGED.get(name, set())
    assert [one.text for one in found.deviations if one.rule.code not in allowed] == []


@pytest.mark.parametrize("name", FAULTS)
def test_saved_again_a_fault_is_still_found(name: str, tmp_path: Path, layouts: tuple[Layout, ...]) -> None:
    spoil = next(one for one in SPOILS if one.name == name)
    document = Editable(ours.formal())
    spoil.make(document)
    found = inspect(resaved(document.save(), tmp_path), layouts)
    assert {one.rule.code for one in found.deviations} <= set(spoil.codes)
    assert found.deviations
