"""Deep nesting is one finding at one place, whether our own cap finds it or the parser refuses first."""

from __future__ import annotations

from typing import Any

import pytest
from yaml.error import Mark
from yaml.scanner import ScannerError

from reportctl.sources import events, read

HEAD = "department: 区司法局\nyear: 2023\n"
DEEP = {
    "brackets": ("[" * 100_000, (1, 13)),
    "closed brackets": ("[" * 100_000 + "]" * 100_000, (1, 13)),
    "brackets behind a key": (f"{HEAD}other: {'[' * 100_000}", (3, 19)),
    "brackets and blanks": (f"other: {'[ ' * 100_000}", (1, 30)),
    "brackets on lines": ("other:\n" + " [\n" * 10_000, (13, 2)),
    "braces": ("{a: " * 100_000, (1, 49)),
    "bare braces": ("{" * 100_000, (1, 2)),
    "1,000 block mappings": ("".join(f"{' ' * depth}k:\n" for depth in range(1_000)), (13, 13)),
    "1,000 block sequences": ("- " * 1_000 + "x\n", (1, 25)),
    "1,000 block sequences on lines": ("".join(f"{' ' * depth}-\n" for depth in range(1_000)), (13, 13)),
}


@pytest.mark.parametrize("name", DEEP)
def test_deep_nesting_is_found_where_it_passes_the_limit(name: str) -> None:
    text, place = DEEP[name]

    file, findings = read("x.yaml", text.encode())

    assert file is None
    code = "bad-key" if name == "bare braces" else "too-deep"
    assert [(one.code, one.span.line, one.span.column) for one in findings] == [(code, *place)]


class Refusing:
    """A parser as libyaml 0.2.6 has it: it looks ahead in a line, and refuses the thousandth level unseen."""

    def __init__(self, data: bytes) -> None:
        self._text = data.decode()
        self._parser = PARSER(data)

    def get_event(self) -> Any:
        places = [offset for offset, char in enumerate(self._text) if char == "["]
        if len(places) > 1_000:
            mark = Mark("", places[1_000], 0, places[1_000], None, 0)
            problem = "exceeded maximum nesting depth"
            raise ScannerError("while increasing flow level", mark, problem, mark)
        return self._parser.get_event()

    def dispose(self) -> None:
        self._parser.dispose()


PARSER: Any = vars(events)["_Parser"]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("[" * 2_000, (1, 13)),
        (f"other: {'[' * 2_000}", (1, 19)),
        (f"{HEAD}year: 2024\nother: {'[' * 2_000}", (4, 19)),
        ("['" + "[" * 2_000, (1, 1002)),  # what is cut within a quote shows nothing: the parser's own place
    ],
)
def test_what_the_parser_refuses_is_told_alike(
    monkeypatch: pytest.MonkeyPatch, text: str, place: tuple[int, int]
) -> None:
    monkeypatch.setattr(events, "_Parser", Refusing)

    file, findings = read("x.yaml", text.encode())

    assert file is None
    repeated = ["duplicate-key"] if "2024" in text else []
    assert [one.code for one in findings] == [*repeated, "too-deep"]
    assert (findings[-1].span.line, findings[-1].span.column) == place
    assert findings[-1].message == "嵌套超过 12 层"
