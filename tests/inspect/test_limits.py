"""No document costs more than seconds and some hundred megabytes: what would is refused, with its reason."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from typing import TYPE_CHECKING

import pytest

from reportctl.inspect.reading import RefusedError, read_facts, refusals
from tests.inspect import handmade

if TYPE_CHECKING:
    from pathlib import Path

SECONDS, MEGABYTES = 5.0, 300.0
INSPECT = """
import sys, time
from pathlib import Path
from reportctl.inspect import RefusedError, inspect
from reportctl.layout import load
layouts = tuple(load(name, Path()) for name in ("gb9704", "gb33476"))
start = time.process_time()
try:
    said = f"{inspect(Path(sys.argv[1]), layouts).paragraphs} paragraphs"
except RefusedError as error:
    said = error.message
seconds = time.process_time() - start
peak = next(line for line in Path("/proc/self/status").read_text().splitlines() if "VmHWM" in line)
print(seconds, int(peak.split()[1]) / 1024, said)
"""
LISTED = (
    '<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr>'
    "<w:r><w:t>字</w:t></w:r></w:p>"
)
BROKEN = "<w:p><w:pPr><w:sectPr/></w:pPr></w:p>"
ROW = "<w:tr><w:tc><w:p/></w:tc></w:tr>"
BOX = "<w:txbxContent><w:p><w:r><w:t>字</w:t></w:r></w:p></w:txbxContent>"
OUTER = "<w:txbxContent><w:p/>{}</w:txbxContent>"
TEXT = "<w:r><w:t>{}</w:t></w:r>"
OPEN, CLOSE = "<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>"


def numbered(look: str) -> dict[str, str]:
    files = handmade.parts([LISTED] * 20_000)
    name = "word/numbering.xml"
    files[name] = files[name].replace('w:val="%1、"', f'w:val="{look}"')
    return files


def stops(number: int, tabs: int) -> str:
    listed = "".join(f'<w:tab w:val="left" w:pos="{place}"/>' for place in range(1, number))
    run = f"<w:r><w:t>签发人：</w:t>{'<w:tab/>' * tabs}</w:r>"
    return f"<w:p><w:pPr><w:tabs>{listed}</w:tabs></w:pPr>{run}</w:p>"


def fields(number: int) -> str:
    begin = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>TOC</w:instrText></w:r>'
    shown = '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>字</w:t></w:r>'
    return f"<w:p>{(begin + shown) * number}</w:p>"


def chained(number: int) -> dict[str, str]:
    used = [f'<w:p><w:pPr><w:pStyle w:val="s{place}"/></w:pPr></w:p>' for place in range(number)]
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="s{place}"><w:basedOn w:val="s{place - 1}"/></w:style>'
        for place in range(number)
    )
    return handmade.parts(used) | {"word/styles.xml": f'<w:styles xmlns:w="{handmade.W}">{styles}</w:styles>'}


def repeated(text: str, number: int = 20_000) -> dict[str, str]:
    return handmade.parts([f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"] * number)


def made(name: str) -> dict[str, str]:
    """The parts of a document that would cost too much."""
    bodies = {
        "sections": BROKEN * 55_000,
        "tables": OPEN * 60 + f"<w:tbl>{ROW * 60_000}</w:tbl>" + CLOSE * 60,
        "nested": OPEN * 75 + "<w:p/>" + CLOSE * 75,
        "tabs": stops(20_000, 200_000),
        "tab-runs": f"<w:p>{'<w:r><w:tab/></w:r>' * 250_000}</w:p>",
        "runs": f"<w:p>{'<w:r><w:t>字</w:t></w:r>' * 2_000_000}</w:p>",
        "paragraphs": "<w:p/>" * 60_000,
        "boxes": f"<w:p><w:r><w:pict>{OUTER.format(BOX * 40_000)}</w:pict></w:r></w:p>",
        "changes": f"<w:p>{'<w:ins>' * 200}{'<w:r><w:t>字</w:t></w:r>' * 200_000}{'</w:ins>' * 200}</w:p>",
        "fields": fields(30_000),
        "attributes": "<w:p " + "".join(f'a{place}="" ' for place in range(700_000)) + "/>",
        "text": "<w:p>" + TEXT.format("字" * 100_000) * 70 + "</w:p>",
    }
    if name in bodies:
        return handmade.parts([bodies[name]])
    if name == "styles":
        return chained(4_000)
    return numbered("%9" * 2_000) if name == "numbers" else repeated(name)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("numbers", "自动编号的样式超过 255 个字"),
        ("sections", "分节超过 1,000 节"),
        ("tables", "段落超过 30,000 段"),
        ("nested", ""),
        ("tabs", ""),
        ("tab-runs", ""),
        ("runs", "标记超过 1,200,000 个"),
        ("paragraphs", "段落超过 30,000 段"),
        ("boxes", "段落超过 30,000 段"),
        ("changes", ""),
        ("fields", ""),
        ("attributes", "标记超过 1,200,000 个"),
        ("text", "文字超过 6,000,000 字"),
        ("styles", ""),
        ("附件1", ""),
        ("怀鹤政〔2024〕3号", ""),
        ("一、标题", ""),
        ("抄送：甲局。", ""),
    ],
)
def test_cost_is_bounded(name: str, reason: str, tmp_path: Path) -> None:
    path = tmp_path / "公文.docx"
    # stored, or it would be refused as a bomb
    path.write_bytes(handmade.packed(made(name), zipfile.ZIP_STORED))
    command = [sys.executable, "-c", INSPECT, str(path)]
    done = subprocess.run(command, capture_output=True, text=True, check=True, encoding="utf-8")
    seconds, megabytes, said = done.stdout.strip().split(" ", 2)
    assert float(seconds) < SECONDS
    assert float(megabytes) < MEGABYTES
    assert reason in said if reason else said.endswith("paragraphs")


def test_a_directory_of_many_entries_is_not_even_read() -> None:
    """A file's directory is read as a whole before its entries can be counted."""
    data = bytearray(handmade.formal())
    end = data.rindex(b"PK\x05\x06")
    data[end + 12 : end + 16] = (64 << 20).to_bytes(4, "little")
    with pytest.raises(RefusedError) as refused:
        read_facts(bytes(data))
    assert refused.value.rule is refusals.TOO_LARGE
