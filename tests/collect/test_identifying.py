"""Whose material it is: as people write names, none is assigned wrongly."""

from __future__ import annotations

import pytest

from reportctl.collect.identifying import Evidence, Identifier, Identity, year_of
from reportctl.model.report import Department

ROSTER = (
    Department(name="县司法局", aliases=("司法局",)),
    Department(name="县公安局"),
    Department(name="县公安局交警大队"),
    Department(name="县林业和草原局"),
    Department(name="县林业局森林公安"),
    Department(name="县市场监督管理局"),
    Department(name="县城市管理和综合执法局"),
    Department(name="县卫生健康局", aliases=("卫健局",)),
    Department(name="县人力资源和社会保障局"),
    Department(name="县住房和城乡建设局"),
    Department(name="县发展和改革局"),
    Department(name="县财政局"),
    Department(name="县委宣传部"),
    Department(name="县委组织部"),
    Department(name="县委依法治县办", aliases=("县委全面依法治县委员会办公室",)),
    Department(name="县政府办公室", aliases=("县政府办",)),
    Department(name="青石镇"),
    Department(name="青石桥街道"),
    Department(name="县文化旅游广电体育局"),
    Department(name="县农业农村局"),
    Department(name="县农业机械服务局"),
)
IDENTIFIER = Identifier(ROSTER, "云溪县")
SURE = (
    ("县司法局2024年度法治政府建设情况报告", "县司法局"),
    ("云溪县司法局2024年度法治政府建设情况报告", "县司法局"),
    ("怀宁市云溪县司法局关于2024年度法治政府建设情况的报告", "县司法局"),
    ("司法局2024年工作总结", "县司法局"),
    ("中共云溪县委宣传部2024年度法治建设情况", "县委宣传部"),
    ("云溪县司法局党组关于法治政府建设情况的报告", "县司法局"),
    ("云 溪 县 公 安 局", "县公安局"),
    ("县公安局交警大队2024年总结", "县公安局交警大队"),
    ("县林草局2024年度报告", "县林业和草原局"),
    ("县林业局2024年度报告", "县林业和草原局"),
    ("林草局法治政府建设情况", "县林业和草原局"),
    ("县市场监管局法治政府建设情况（2024年）", "县市场监督管理局"),
    ("市监局2024年度总结", "县市场监督管理局"),
    ("云溪县城管局2024年度报告", "县城市管理和综合执法局"),
    ("县人社局2024年度报告", "县人力资源和社会保障局"),
    ("县住建局关于法治政府建设的报告", "县住房和城乡建设局"),
    ("县发改局2024年度报告", "县发展和改革局"),
    ("县文旅广体局2024年总结", "县文化旅游广电体育局"),
    ("青石镇人民政府2024年度法治政府建设情况报告", "青石镇"),
    ("云溪县青石镇2024年度法治政府建设情况报告", "青石镇"),
    ("青石桥街道办事处2024年度报告", "青石桥街道"),
    ("关于云溪县财政局2024年度法治政府建设情况的报告", "县财政局"),
    ("云溪县委全面依法治县委员会办公室2024年报告", "县委依法治县办"),
    ("县政府办2024年度总结", "县政府办公室"),
    ("云溪县司法局（盖章）", "县司法局"),
    ("县卫健局2024年法治政府建设工作总结", "县卫生健康局"),
    ("县财政局2024年普法工作总结", "县财政局"),
)
UNSURE = (
    "市司法局2024年度法治政府建设情况报告",
    "怀宁市司法局2024年度法治政府建设情况报告",
    "青山县司法局2024年度法治政府建设情况报告",
    "省司法厅2024年度报告",
    "原县林业和草原局2024年度报告",
    "云溪县司法局、云溪县公安局关于2024年度法治政府建设情况的联合报告",
    "县公安局治安大队2024年总结",
    "公安局刑侦大队2024年总结",
    "县司法局青石司法所2024年总结",
    "县农业局2024年度报告",
    "市公安局2024年总结",
    "县水利局2024年度法治政府建设情况报告",
    "县财政局青石镇财政所2024年总结",
    "县人民医院2024年度报告",
    "2024年度法治政府建设情况报告",
    "青石乡2024年度报告",
    "白石镇2024年度报告",
    "县教育局2024年度报告",
    "云溪县人民政府办公室2024年度报告",
    "前县发展和改革局2024年报告",
)


@pytest.mark.parametrize(("text", "name"), SURE)
def test_a_name_as_people_write_it_is_known(text: str, name: str) -> None:
    assert IDENTIFIER.identify([(Evidence.TITLE, text)]).department == name


@pytest.mark.parametrize("text", UNSURE)
def test_what_is_not_certain_is_not_assigned(text: str) -> None:
    assert IDENTIFIER.identify([(Evidence.TITLE, text)]).department == ""


def test_two_names_in_the_document_are_a_conflict() -> None:
    clues = [(Evidence.TITLE, "县司法局2024年度报告"), (Evidence.SIGNATURE, "云溪县公安局")]

    assert IDENTIFIER.identify(clues) == Identity("", ("县司法局", "县公安局"))


def test_the_document_beats_mail_subject_and_file_name() -> None:
    clues = [
        (Evidence.SIGNATURE, "云溪县司法局"),
        (Evidence.SUBJECT, "转发：县公安局材料"),
        (Evidence.FILE_NAME, "县财政局.docx"),
    ]

    assert IDENTIFIER.identify(clues).department == "县司法局"


def test_names_from_outside_count_where_the_document_has_none() -> None:
    title = (Evidence.TITLE, "2024年度法治政府建设情况报告")

    assert (
        IDENTIFIER.identify([title, (Evidence.FILE_NAME, "县财政局法治材料.docx")]).department == "县财政局"
    )
    conflict = [title, (Evidence.SUBJECT, "县公安局材料"), (Evidence.FILE_NAME, "县财政局.docx")]
    assert IDENTIFIER.identify(conflict).department == ""


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("县司法局2024年度法治政府建设情况报告", 2024),
        ("二〇二四年法治政府建设情况报告", 2024),
        ("2024年工作总结和2025年工作打算", 2024),
        ("县司法局关于贯彻《法治政府建设实施纲要（2021—2025年）》2023年情况的报告", 2023),
        ("法治政府建设情况报告（2025年1月8日）", None),
        ("法治政府建设情况报告20250108.docx", None),
        ("云司〔2025〕3号", None),
        ("法治政府建设情况报告", None),
        ("2024", 2024),
        ("2021—2025年规划实施情况", None),
    ],
)
def test_the_year_reported_on(text: str, year: int | None) -> None:
    assert year_of([(Evidence.TITLE, text)]) == year
