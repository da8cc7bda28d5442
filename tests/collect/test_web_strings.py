"""Whatever is typed into the form on a page comes back to the letter: through its file, and `collect`."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

from tests.collect import web_pages
from tests.collect.web_pages import form, loaded, with_forms
from tests.tools.project import Folder
from tests.tools.rounds import sample_and_long

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

PIECES = (
    *"\"'\\:#-{}[]|>&*!%@`,? \t\0\x01\x1b\x7f\x85\x9f\xa0\u2028\u2029\ufeff\ufffe\uffff\ufffd\ue000",
    *"\ud800\udbff\udc00\udfff\U0001f600\U0010ffff\U0001fffe中。，“”《》é\u0301\u200b\u202e\u00ad",
    *(
        "\\n",
        "\\u0041",
        ": ",
        " #",
        "- ",
        "---",
        "...",
        "</script>",
        "{{ x }}",
        "无",
        "null",
        "~",
        "1e3",
        "0x1f",
    ),
)


def strings(seed: int, count: int) -> list[str]:
    """Random strings, each with something to see in it and no line break, which a heading has not."""
    chance = random.Random(seed)  # noqa: S311 - no secret
    made = []
    for _ in range(count):
        pieces = [
            chance.choice(PIECES) if chance.random() < 0.7 else chr(chance.randrange(1 << 16))
            for _ in range(chance.randrange(1, 12))
        ]
        pieces.insert(chance.randrange(len(pieces) + 1), "字")
        made.append("".join(pieces).replace("\n", " ").replace("\r", " "))
    return made


def units(text: str) -> list[int]:
    """The units of UTF-16, half characters too, as the browser takes them."""
    data = text.encode("utf-16-le", "surrogatepass")
    return [int.from_bytes(data[at : at + 2], "little") for at in range(0, len(data), 2)]


def written(text: str) -> str:
    """What a file can hold of a text: half a character is none."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


@sample_and_long(2, 100)
def test_random_strings_come_back_equal(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], rounds: int
) -> None:
    """A hundred a round, through the page's file, `collect` and back into the page."""
    script = """([count, rows]) => {
        const spec = JSON.parse(document.getElementById('spec').textContent);
        const texts = rows.map(row => String.fromCharCode.apply(null, row));
        const items = [];
        for (let i = 0; i + 4 <= count; i += 4) {
            items.push({section: 'law', heading: texts[i], text: texts[i + 1],
                points: texts[i + 2], cause: texts[i + 3], figures: []});
        }
        const filled = {name: texts[0], phone: texts[2], approved: texts[3], parts: {achievements: {items}}};
        const state = reportctl.adopt(spec, filled);
        const file = reportctl.write(spec, state);
        return [file, reportctl.write(spec, reportctl.read(spec, file)) === file];
    }"""
    folder = with_forms(Folder(tmp_path / "project", capsys))
    with web_pages.desk(tmp_path / "profile") as desk:
        page = desk.open(form(folder))
        for number in range(rounds):
            texts = strings(number, 100)
            texts[1::4] = (text[:2] + "\n" + text[2:] for text in texts[1::4])  # a text has breaks
            file, same = page.evaluate(script, [100, [units(text) for text in texts]])
            assert same
            (tmp_path / f"inbox/{number}").mkdir(parents=True)
            (tmp_path / f"inbox/{number}/a.yaml").write_text(file, encoding="utf-8", newline="")
            folder.run("collect", str(tmp_path / f"inbox/{number}"))
            data = loaded(folder.root / "submissions/县司法局.yaml")
            came = [
                text
                for entry in data.achievements
                for text in (entry.heading, entry.text, "".join(entry.points), entry.cause)
            ]
            expected = [written(text) for text in texts]
            assert came == expected
            assert data.contact is not None
            assert [data.contact.name, data.contact.phone, data.approved_by] == [expected[0], *expected[2:4]]
        assert desk.faults == []
