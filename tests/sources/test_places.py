"""Lines and columns are an editor's, whatever breaks the parser sees."""

from __future__ import annotations

import pytest

from reportctl.model.files import load_submission


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("odd", ["", "\u2028", "\u2029", "\x85"])
def test_where_each_item_stands(newline: str, odd: str) -> None:
    lines = [
        "department: 县司法局",
        "year: 2023",
        "plans:",
        f'  - {{text: "甲{odd}乙"}}',
        "  - 丙。丁。",
        "  - text: 戊",
    ]
    file, _ = load_submission("x.yaml", newline.join(lines).encode())
    assert file is not None
    assert [file.place("plans", index) for index in range(3)] == [(4, 5), (5, 5), (6, 5)]
