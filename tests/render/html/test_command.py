"""`build --html`: a page as a file, on standard output, and checked."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.tools.project import Folder


def test_a_page_goes_to_standard_output_and_can_be_checked(folder: Folder) -> None:
    assert folder.run("build", "--draft", "--html", "-o", "-").out.startswith("<!DOCTYPE html>\n")
    assert folder.run("build", "--draft", "--html").code == 0
    assert folder.run("build", "--draft", "--html", "--check").code == 0
    page = next((folder.root / "output").glob("*.html"))
    page.write_bytes(page.read_bytes() + b"\n")
    assert folder.run("build", "--draft", "--html", "--check").code == 1


def test_a_page_alone_is_the_public_form_unless_a_form_is_named(folder: Folder) -> None:
    public = folder.run("build", "--draft", "--html", "-o", "-").out
    plain = folder.run("build", "--draft", "--html", "--form", "plain", "-o", "-").out

    assert "中共云溪县委" not in public
    assert "中共云溪县委" in plain
