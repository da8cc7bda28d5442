"""The pictures show what the program gives today; `make pictures` remakes them."""

from __future__ import annotations

import json

from scripts import pictures, terminal

LIMIT = 150_000
"""Bytes of a picture: a page of the repository is to load at once."""


def test_the_terminal_shows_what_validate_says() -> None:
    assert pictures.TERMINAL.read_text("utf-8") == terminal.picture(), "`make pictures` remakes it"


def test_the_printed_pages_show_what_the_reports_say() -> None:
    assert json.loads(pictures.SHOWN.read_text("utf-8")) == pictures.shown(), "`make pictures` remakes them"


def test_every_picture_is_small() -> None:
    sizes = {path.name: path.stat().st_size for path in pictures.FOLDER.iterdir()}

    assert {"front.png", "validate.svg"} <= sizes.keys()
    assert {name: size for name, size in sizes.items() if size > LIMIT} == {}


def test_each_character_stands_in_its_column() -> None:
    drawn = terminal.drawn("\x1b[31m县a\x1b[0m  “<”\nb")

    assert '<text x="18 36" y="32" class="error">县a</text>' in drawn
    assert '<text x="63 72 81" y="32">“&lt;”</text>' in drawn
    assert '<text x="18" y="52">b</text>' in drawn
    assert 'width="108" height="76"' in drawn
