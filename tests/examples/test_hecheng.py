"""The Hecheng example: what departments would have handed in gives the report that was published."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

import docx
import pytest

from tests.tools.need import ROOT

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.examples.conftest import Example

# The published text, not today's output: `make golden` must never rewrite it.
PUBLISHED = (ROOT / "tests/golden/hecheng-2023/report.txt").read_bytes().decode()

SHARED = {
    "深入学习贯彻习近平法治思想": ["区委依法治区办", "区委宣传部"],
    "加强法治政府建设推动力": ["区委依法治区办", "区政府办", "区司法局"],
    "强化法治建设考评督察": ["区委组织部", "区政府办", "区司法局"],
    "依法提升政务服务效能": ["区行政审批服务局", "区委改革办"],
    "优化法治化营商环境": ["区委政法委", "区委政法委", "区司法局", "区林业局", "区公安分局"],
    "完善重大行政决策制度": ["区政府办", "区司法局"],
    "完善规范性文件管理工作": ["区司法局", "区政府办", "区市场监督管理局"],
    "加强重点领域行政执法工作": [
        "区委编办",
        "区市场监督管理局",
        "区交通运输局",
        "区农业农村局",
        "区应急管理局",
        "区司法局",
    ],
    "落实行政执法三项制度": [
        "区司法局",
        "区政府办",
        "区交通运输局",
        "区卫生健康局",
        "区城市管理和综合执法局",
    ],
    "推进矛盾纠纷源头化解": ["区委政法委", "区司法局"],
    "加强行政复议应诉工作": ["区司法局", "区政府办"],
    "提升公共法律服务水平": ["区司法局", "区工商联"],
    "加强重点对象法治宣教": ["区司法局", "区教育局", "区农业农村局"],
    "做深做精系列主题普法活动": ["团区委", "区委宣传部"],
    "切实加强党对法治政府建设的领导": ["区委宣传部", "区委依法治区办"],
    "扎实开展法治政府建设示范创建": ["区委依法治区办", "区行政审批服务局", "区政府办", "区司法局"],
    "全力推动各类矛盾纠纷有效化解": ["区司法局", "区政府办"],
    "全面涵养社会主义法治文化环境": ["区委组织部", "区委宣传部"],
}


@pytest.fixture
def hecheng(example: Callable[[str], Example]) -> Example:
    return example("hecheng-2023")


def test_the_text_is_the_published_report_to_the_letter(hecheng: Example) -> None:
    assert hecheng.text == PUBLISHED


def test_the_document_holds_the_same_paragraphs(hecheng: Example, tmp_path: Path) -> None:
    target = tmp_path / "report.docx"

    hecheng.printed("build", "--docx", "--form", "public", "-o", str(target))

    written = [paragraph.text.replace("\n", "") for paragraph in docx.Document(str(target)).paragraphs]
    assert [text for text in written if text] == PUBLISHED.splitlines()


def test_all_departments_handed_in_and_nothing_is_an_error(hecheng: Example) -> None:
    summary = hecheng.verdict["summary"]

    assert summary["errors"] == 0
    assert summary["missing"] == []
    assert summary["submissions"] == len(hecheng.handed_in) >= 14


@pytest.mark.parametrize(
    ("code", "departments"),
    [
        ("half-width", {"区委宣传部", "区政府办", "区司法局", "区工商联", "团区委", "区应急管理局"}),
        ("typed-number", {"区委组织部", "区行政审批服务局", "区交通运输局", "区农业农村局", "团区委"}),
        ("first-person", {"区司法局", "区公安分局", "区林业局", "黄金坳镇"}),
        ("lost-end", {"区委依法治区办", "区委改革办", "区政府办", "区市场监督管理局"}),
        ("alias-used", {"区公安分局", "区市场监督管理局"}),
    ],
)
def test_the_habits_of_real_clerks_are_in_it_and_reported(
    hecheng: Example, code: str, departments: set[str]
) -> None:
    found = {one["department"] for one in hecheng.verdict["findings"] if one["code"] == code}

    assert departments <= found


def test_every_part_is_there_and_every_shortcoming_has_its_cause(hecheng: Example) -> None:
    for submission in hecheng.handed_in.values():
        assert submission["achievements"]
        assert submission["plans"]
        assert all(item["cause"] for item in submission["shortcomings"])


@pytest.mark.parametrize("heading", SHARED)
def test_a_shared_item_keeps_all_its_origins(hecheng: Example, heading: str) -> None:
    block = next(one for one in hecheng.tree["blocks"] if one["text"].startswith(f"{heading}。"))

    assert sorted(one["department"] for one in block["origin"]) == sorted(SHARED[heading])


def test_what_two_departments_say_alike_is_written_once_with_both_origins(hecheng: Example) -> None:
    block = next(one for one in hecheng.tree["blocks"] if "法治队伍建设还需加强" in one["text"])

    assert block["text"].count("法治队伍力量不足") == 1
    origins = [one["department"] for one in block["origin"] if "法治队伍" in one["heading"]]
    assert origins == ["区委依法治区办", "区司法局"]


def test_every_item_is_in_the_report_or_left_out_with_a_reason(hecheng: Example) -> None:
    origins = {_place(one) for block in hecheng.tree["blocks"] for one in block["origin"]}
    omitted = [_place(one) for one in hecheng.tree["omitted"]]
    handed_in = Counter(
        {(f"submissions/{file}.yaml", part): len(items) for file, part, items in hecheng.parts()}
    )

    assert not origins & set(omitted)
    assert Counter(place[:2] for place in [*origins, *omitted]) == handed_in
    assert all(len(one["reason"]) >= 6 for one in hecheng.tree["omitted"])


def test_figures_that_the_report_gives_are_in_the_ledger(hecheng: Example) -> None:
    items = hecheng.handed_in["区司法局"]["achievements"]
    figures = {figure["name"]: figure for item in items for figure in item.get("figures", [])}

    aid = figures["法律援助案件"]
    assert sum(aid["parts"].values()) == aid["value"] == 495
    assert figures["调解成功率"]["ratio"] == [1143, 1152]
    assert figures["行政复议收案"]["previous"] == 31


def test_building_leaves_what_was_handed_in_as_it_was(hecheng: Example) -> None:
    shipped = ROOT / "examples/hecheng-2023/submissions"

    assert hecheng.text
    for file in (hecheng.root / "submissions").iterdir():
        assert file.read_bytes() == (shipped / file.name).read_bytes()


def _place(origin: dict[str, Any]) -> tuple[str, str, int]:
    return origin["file"], origin["part"], origin["line"]
