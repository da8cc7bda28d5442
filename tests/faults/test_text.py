"""Hostile text in a field: what is made of it stays a valid file, and no character reaches a terminal raw."""

from __future__ import annotations

import json
import re
import signal
import zipfile
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest
from lxml import etree

from reportctl.text.clean import printable
from tests.faults.intake import FILE, HEAD, REST, SOUND
from tests.tools import validator

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

from tests.faults.intake import Intake

CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff]")
EVERYWHERE = """\
department: "{0}"
year: 2023
"{0}": 1
achievements:
  - {{heading: "{0}", text: "{0}", section: "{0}"}}
"""
HOSTILE = {
    "bell": "甲\\x07乙",
    "escape sequence": "甲\\x1b[31m乙",
    "zero": "甲\\0乙",
    "C1 control": "甲\\x9b31m乙",
    "line separator": "甲\\u2028乙",
    "no character": "甲\\uffff乙",
    "right to left": "甲\\u202e乙",
    "markup": "<w:p>&amp;]]></w:p>&<>\\\"'",
    "Jinja": "{{ year }}{% for %}{# #}",
    "Rich": "[red]甲[/red] :warning: [/]",
    "Markdown": "# **甲** [乙](javascript:x) `丙` <b>丁</b>",
    "formula": "=1+1",
    "percent": "%s%n%(x)s{0}{x}",
}
WRITTEN = ("text", "markdown", "html", "json")


def docx_text(path: Path) -> str:
    """The text of a .docx, read by another reader than the one it was written with."""
    with zipfile.ZipFile(path) as package:
        assert package.testzip() is None
        parts = {name: package.read(name) for name in package.namelist()}
    trees = {name: etree.fromstring(data) for name, data in parts.items() if name.endswith((".xml", ".rels"))}
    return "".join(str(text) for text in trees["word/document.xml"].itertext())


@pytest.mark.slow
@pytest.mark.parametrize("name", HOSTILE)
def test_nothing_reaches_a_terminal_raw(intake: Intake, name: str) -> None:
    word = HOSTILE[name]
    intake.folder.write(FILE, EVERYWHERE.format(word) + REST)
    intake.folder.write("edits.yaml", f'- {{part: plans, heading: "{word}", omit: true, reason: "{word}"}}\n')
    report = (intake.folder.root / "report.yaml").read_text("utf-8")
    plain = word.replace("{", "").replace("%", "")
    report = report.replace("县林业局", f'县林业局, "{word}"')
    intake.folder.report(report.replace("现将", f'"{plain}"\n  note: "{plain}"\n  number: 现将'))
    runs = [("validate",), ("validate", "--format", "json"), ("status",), ("status", "--format", "json")]
    runs += [("build", "--draft", f"--{written}", "-o", "-") for written in WRITTEN]
    for arguments in runs:
        done = intake.folder.run(*arguments)
        assert done.code in {0, 1}, done.err
        assert CONTROL.search(done.out.replace("\n", "")) is None, arguments
        assert CONTROL.search(done.err.replace("\n", "")) is None, arguments


@pytest.mark.slow
@pytest.mark.parametrize("name", HOSTILE)
def test_every_format_keeps_the_words_and_stays_valid(intake: Intake, name: str) -> None:
    word = HOSTILE[name]
    item = (
        f'achievements:\n  - heading: 标题{name}\n    text: "开头{word}结尾。"\n    points: ["{word}要点"]\n'
    )
    intake.folder.write(FILE, HEAD + item + REST)
    done = intake.folder.run("build", "--draft", "--docx", "--text", "--html", "--json", "--markdown")
    assert done.code == 0, done.err
    assert len(done.out.splitlines()) == 5
    output = intake.folder.root / "output"
    pages = {path.suffix: path for path in output.glob("云*")}
    text = pages[".txt"].read_text("utf-8")
    assert f"标题{name}" in text
    tree = json.loads(pages[".json"].read_text("utf-8"))
    assert "".join(f"{one['number']}{one['text']}\n" for one in tree["blocks"]) == text
    line = next(line for line in text.splitlines() if "开头" in line)
    start, end = line.index("开头"), line.rindex("要点") + 2
    assert line[start:end] in printable(docx_text(pages[".docx"]))


@pytest.mark.slow
def test_ten_megabytes_of_markup_in_a_field(intake: Intake) -> None:
    many = "<&>" * 1_200_000
    intake.folder.write(FILE, SOUND.replace("检查三次", many))
    done = intake.folder.run("build", "--docx", "--text")
    assert done.code == 0, done.err
    docx, text = done.out.splitlines()
    root = intake.folder.root
    assert many in (root / text).read_text("utf-8")
    assert many in docx_text(root / docx)


UNITS = [
    "检",
    "检\x2c",
    "检 ",
    "。",
    "我局",
    "“检",
    "（",
    "1",
    "1.",
    "2023-",
    "ab",
    "一是",
    "《",
    "X",
    "、",
    "…",
    "—",
    "其中",
    "{{",
]


@contextmanager
def deadline(seconds: int) -> Iterator[None]:
    """What takes much longer than its size deserves looks at everything again for each character."""

    def late(*_: object) -> None:
        raise TimeoutError

    before = signal.signal(signal.SIGALRM, late)
    signal.alarm(seconds)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)


@pytest.mark.slow
@pytest.mark.parametrize("unit", UNITS)
def test_long_text_is_read_in_its_time_and_no_message_is_as_long(intake: Intake, unit: str) -> None:
    text = SOUND
    for place in ("检查三次", "加强监管", "加强培训", "编制未增", "队伍老化"):
        text = text.replace(place, f"甲{unit * (20_000 // len(unit))}", 1)
    with deadline(30):
        done = intake.judge(text).done
    assert max(len(one["message"] + one["hint"]) for one in done.json["findings"]) < 1000


@pytest.mark.slow
def test_a_hostile_document_is_valid_open_xml(intake: Intake) -> None:
    items = "".join(f'  - {{heading: "{word}", text: "{word}。"}}\n' for word in HOSTILE.values())
    intake.folder.write(FILE, HEAD + "achievements:\n" + items + REST)
    done = intake.folder.run("build", "--draft")
    assert done.code == 0, done.err
    (path,) = done.out.splitlines()
    assert validator.errors(intake.folder.root / path) == ()
    assert validator.audit(intake.folder.root / path) == ()
