"""The whole way: clerks fill forms or write as they please, and three commands later the report stands."""

from __future__ import annotations

import io
import re
import zipfile
from typing import TYPE_CHECKING

import docx
import pytest

from tests.collect.inbox import YAML, word
from tests.collect.plain_reports import data
from tests.collect.typed_reports import typed_report
from tests.operations.program import run
from tests.tools import office

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

# Reports of ten departments in house styles of their own, by the department that sends it.
FREE = {
    "青石镇": "01-letterhead",
    "县教育局": "02-decimal",
    "县公安局": "03-boxed-headings",
    "县卫生健康局": "04-two-columns",
    "县委宣传部": "06-centred-bold",
    "县政府办公室": "07-fonts",
    "县林业和草原局": "08-figures",
    "县住房和城乡建设局": "10-appendices",
    "县司法局": "11-is-attachment",
    "县市场监督管理局": "17-word-numbers",
}
FILLED = tuple(
    f"县{name}局"
    for name in [
        "财政",
        "民政",
        "水利",
        "审计",
        "统计",
        "商务",
        "应急管理",
        "生态环境",
        "交通运输",
        "农业农村",
    ]
)
QUOTED = re.compile("“[^”]*”")
OLD_FORMAT, AS_YAML = "县信访局", "县医疗保障局"
ZIPPED = ("白水镇", "黄土镇", "红岩镇", "绿水镇")
DEPARTMENTS = (*FREE, *FILLED, OLD_FORMAT, AS_YAML, *ZIPPED)
REPORT = f"""\
version: 1
year: 2024
area: 云溪县
document:
  issuer: 云溪县人民政府
  recipients: [中共云溪县委]
  date: 2025-02-10
  opening: 现将有关情况报告如下：
  closing: 特此报告。
departments: [{", ".join(DEPARTMENTS)}]
outline:
  - {{id: work, title: 2024年工作情况, part: achievements, covers: [achievements, leadership]}}
  - {{id: shortcomings, title: 存在的不足, part: shortcomings}}
  - {{id: plans, title: 2025年工作安排, part: plans}}
"""


def fill(form: Path) -> bytes:
    """A form as its clerk sends it back."""
    document = docx.Document(str(form))
    head, achievements, shortcomings, plans, *_ = document.tables
    head.cell(1, 1).text, head.cell(1, 3).text, head.cell(2, 1).text = "李某", "0745-1234567", "王某"
    name = head.cell(0, 1).text
    achievements.rows[1].cells[0].text = f"办好{name}实事。全年办理事项120件，办结118件。"
    shortcomings.rows[1].cells[0].text = f"{name}专业人员不足。在编的只有3人。"
    shortcomings.rows[1].cells[1].text = "编制多年没有增加。"
    plans.rows[1].cells[0].text = f"充实{name}队伍。年内招录2人。"
    return data(document)


def inbox(folder: Path, forms: Path) -> Iterator[tuple[str, bytes]]:
    """Thirty files as they come: forms, reports, one of old Word, an archive, YAML, and two wrong ones."""
    for department, name in FREE.items():
        yield f"{department}材料.docx", typed_report(name).data
    for department in FILLED:
        yield f"{department}（终稿）.docx", fill(forms / f"{department}.docx")
    filled = folder / "filled.docx"
    filled.write_bytes(fill(forms / f"{OLD_FORMAT}.docx"))
    yield "信访局.doc", office.to_doc(filled, folder).read_bytes()
    yield "医保.yaml", YAML.format(name=AS_YAML, count=12).replace("2023", "2024").encode()
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w") as packed:
        for department in ZIPPED:
            packed.writestr(f"乡镇/{department}.docx", word(department, 2024, f"办好{department}的事"))
    yield "乡镇.zip", archive.getvalue()
    yield "扫描件.pdf", b"%PDF-1.7"
    yield "去年的.docx", word("县司法局", 2023)
    for department in FILLED[:5]:
        yield f"空表 {department}.docx", (forms / f"{department}.docx").read_bytes()


@pytest.mark.slow
def test_three_commands_after_thirty_files_came_the_report_stands(tmp_path: Path) -> None:
    root, box = tmp_path / "云溪县-2024", tmp_path / "收件"
    root.mkdir()
    box.mkdir()
    (root / "report.yaml").write_text(REPORT, "utf-8")
    assert run("-C", root, "form", "--docx").code == 0
    (tmp_path / "work").mkdir()
    for name, content in inbox(tmp_path / "work", root / "forms"):
        (box / name).write_bytes(content)
    assert len(list(box.iterdir())) == 30

    collected = run("-C", root, "collect", box)
    status = run("-C", root, "status")
    built = run("-C", root, "build", "--docx", "--text")
    assert collected.code == 1  # two were put aside
    assert "收下 26 份、待处理 2 份、空白表 5 份" in collected.said
    assert "26 个已报送，0 个未报送" in status.said
    assert built.code == 0, built.said
    report = next((root / "output").glob("*.txt")).read_text("utf-8")
    assert [name for name in (*FILLED, OLD_FORMAT) if f"办好{name}实事" not in report] == []
    assert [name for name in ZIPPED if f"办好{name}的事" not in report] == []
    for name in FREE.values():
        assert [item.heading for item in typed_report(name).items if item.heading not in report] == []
    receipts = {path.name: path.read_text("utf-8-sig") for path in (root / "received/receipts").iterdir()}
    assert receipts.keys() == {f"{name}-1.txt" for name in DEPARTMENTS}
    foreign = {name: re.findall("[A-Za-z_]+", QUOTED.sub("", text)) for name, text in receipts.items()}
    assert {name: words for name, words in foreign.items() if words} == {}
    notes = [path.read_text("utf-8-sig") for path in (root / "received/pending").glob("*.txt")]
    assert [note.count("怎么办：请部门") for note in notes] == [1, 1]
