"""Years, documents, offices, words, sums and rates."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from reportctl.findings import Severity
from reportctl.model.files import load_report
from reportctl.model.roster import Roster
from reportctl.rules.context import Context
from reportctl.rules.data import Data, shipped
from tests.rules.projects import REPORT
from tests.rules.sheets import ALONE, findings, marked, mended

if TYPE_CHECKING:
    from pathlib import Path

    from reportctl.rules.data import Word

WRONG = [
    ("glued-years", "印发《法治鹤城建设规划（20212025年）》。", ["20212025"]),
    ("glued-years", "20231月召开会议，20231月至12月检查。", ["20231月", "20231月"]),
    ("glued-years", "203年度完成，20223年启动，2023年年度总结。", ["203", "20223", "2023"]),
    ("impossible-date", "2023年13月召开，2月30日检查，11月31日整改。", ["2023年13月", "2月30日", "11月31日"]),
    ("impossible-date", "2023年2月29日、2023-02-30、12月32日。", ["2023年2月29日", "2023-02-30", "12月32日"]),
    ("backward-years", "规划（2025—2021年），2024年至2022年。", ["2025—2021", "2024年至2022"]),
    ("other-year", "# 2022年工作情况", ["2022年"]),
    ("other-year", "2022年，开展检查20次。", ["2022年"]),
    ("other-year", "2024年全区开展检查。", ["2024年"]),
    ("relative-year", "今年以来检查20次，去年15次。", ["今年"]),
    (
        "document-name",
        "落实《法治政府建设实施刚要（2021—2025年）》。",
        ["法治政府建设实施刚要（2021—2025年）"],
    ),
    (
        "document-name",
        "落实《重大行政决策程序暂行条列》《优化营商环条例》。",
        ["重大行政决策程序暂行条列", "优化营商环条例"],
    ),
    ("document-name", "《中华人民共和国政府信息公开条理》", ["中华人民共和国政府信息公开条理"]),
    ("document-name", "《法治政府实施建设纲要》《法治政府建设实施施纲要》", ["法治政府建设实施施纲要"]),
    ("document-period", "《法治政府建设实施纲要（2022—2025年）》", ["2022—2025"]),
    ("document-period", "《法治中国建设规划》（2021-2025年）", ["2021-2025"]),
    (
        "document-period",
        "“八五”普法规划（2020—2025年）、“十四五”规划（2020—2025年）",
        ["2020—2025", "2020—2025"],
    ),
    ("wrong-word", "截止目前，推荐法治政府建设，群众满意率均到达100%。", ["截止", "推荐", "到达"]),
    (
        "wrong-word",
        "行政权利清单，法制政府，依法制区，法治督查。",
        ["行政权利", "权利清单", "法制政府", "依法制区", "法治督查"],
    ),
    ("wrong-word", "人民调节员，建立台帐，布署工作，再接再励。", ["人民调节", "台帐", "布署", "再接再励"]),
    ("wrong-word", "即要严格执法，又要文明执法；面积20平米。", ["即要", "平米"]),
    ("leader-title", "学习习近平法制思想、习总书记讲话。", ["习近平", "习总书记"]),
    ("leader-title", "习近平新时代特色社会主义思想", ["习近平"]),
    ("parts-exceed", "受理495件，其中刑事351件、民事193件、行政5件。", ["351件、民事193件、行政5件"]),
    ("parts-exceed", "受理45件，其中刑事案件51件。", ["51件"]),
    ("parts-exceed", "受理45件（刑事51件、民事2件）。", ["51件"]),
    ("parts-fall-short", "共受理276件，其中刑事216件、民事50件。", ["216件、民事50件"]),
    ("rate-mismatch", "受理案件100件，办结95件，办结率98%。", ["98%"]),
    ("rate-mismatch", "调处纠纷1152起，调解成功1043起，成功率99%以上。", ["99%"]),
    ("rate-over-hundred", "满意率达到198.5%，覆盖率为120％。", ["198.5%", "120％"]),
    ("stacked-approximation", "发放资料近3000余份，约500人左右。", ["近3000余", "约500人左右"]),
    ("times-less", "投诉量下降了2倍。", ["下降了2倍"]),
]

SOUND = [
    ("glued-years", "2021—2025年，编号20212025，电话20231234，2023.1月，202年历史，2023年年底，20000年。"),
    ("impossible-date", "2024年2月29日，1—11月，12月31日，每月5日，第13月。"),
    ("impossible-date", "3.12植树节，GB/T 9704-2012-13，2023-12-31，8月1日。"),
    ("backward-years", "2021—2025年，2020年至2023年。"),
    ("other-year", "# 2022年以来整改情况"),
    ("other-year", "2022年12月以来，1982年，2035年远景目标，2021—2025年。"),
    ("other-year", "# 2022年度法治督察反馈问题整改"),
    (
        "document-name",
        "《法治政府建设实施纲要（2021—2025年）》《湖南省法治政府建设实施纲要》《法治湖南建设规划》",
    ),
    (
        "document-name",
        "《优化营商环境条例实施细则》《新优化营商环境条例》《关于开展法治宣传教育的第七个五年规划》",
    ),
    ("document-name", "《法治鹤城建设规划》《区委全面依法治区委员会2023年工作要点》《条例》"),
    (
        "document-period",
        "《法治政府建设实施纲要（2015—2020年）》，“十四五”时期（2021—2025年），《某规划（2020—2022年）》",
    ),
    (
        "wrong-word",
        "报名截止日期，推荐先进，到达现场，权利义务，公民权利，法制审核，法制机构，人大法制委员会。",
    ),
    ("wrong-word", "依法制定，调节收入，督查室，部署，会议即要点，不必需，一但书，存在次生灾害。"),
    (
        "leader-title",
        "习近平总书记、习近平法治思想、习近平新时代中国特色社会主义思想、《习近平谈治国理政》，练习、学习。",
    ),
    ("leader-title", "学习贯彻习近平生态文明思想、习近平经济思想。"),
    ("parts-exceed", "受理495件，其中刑事351件、民事139件、行政5件。"),
    ("parts-exceed", "持证1116名，其中女性600名，党员800名。"),
    ("parts-exceed", "每千人6.6批次，其中检验5万批次；收入3亿元，其中捐款50万元。"),
    ("parts-exceed", "审结137件，其中调解和解41件；检查20次，其中发现问题35个。"),
    ("parts-fall-short", "受理495件，其中刑事300件、民事139件。共500件，其中刑事350件、民事130件等。"),
    ("rate-mismatch", "调处1152起，调解成功1143起，调解成功率99%以上、99.2%。"),
    ("rate-mismatch", "接警1200起，立案300起，破案率85%；办结95件，群众满意率98%。"),
    ("rate-mismatch", "受理73件，采纳71件，采纳率97%；受理300件，办结299件，办结率99.6%。"),
    ("rate-over-hundred", "增长率120%，完成率105%，满意率100%，增长198.5%。"),
    ("stacked-approximation", "近年来3000余份，约500人，超过500人，近20个，3000份以上，超20万以上人口县。"),
    ("times-less", "增长2倍，下降20%，提高1.5倍。"),
]


@pytest.mark.parametrize(("code", "text", "expected"), WRONG)
def test_what_is_wrong_is_marked(code: str, text: str, expected: list[str]) -> None:
    assert marked(code, text) == expected


@pytest.mark.parametrize(("code", "text"), SOUND)
def test_sound_text_is_left_alone(code: str, text: str) -> None:
    assert marked(code, text) == []


@pytest.mark.parametrize("word", shipped().lexicon, ids=lambda word: word.wrong)
def test_every_word_of_the_lexicon_is_found_and_its_right_form_is_not(word: Word) -> None:
    before = "5" if word.before else "全区"
    behind = next((one for one in BEHIND if re.match(word.after, one)), "") if word.after else "推动。"

    assert word.wrong in marked("wrong-word", f"{before}{word.wrong}{behind}")
    assert marked("wrong-word", f"{before}{word.right}{behind}") == []


BEHIND = ("目前", "法治", "100%", "要做，也要看", "过去", "员", "强调", "能力")


def roster() -> Context:
    report, _ = load_report("report.yaml", REPORT.encode())
    assert report is not None
    return Context(report=report, roster=Roster(report))


@pytest.mark.parametrize(
    ("code", "text", "expected"),
    [
        ("office-name", "会同区林草局、卫健局检查。", ["区林草局", "卫健局"]),
        ("office-name", "会同市林草局、省林业和草原局检查，国家林草局通报。", []),
        ("office-name", "会同区林业局、林业局、司法局、区统计局检查。", []),
        ("former-office", "会同区工商局、市环保局检查，由国土局牵头。", ["区工商局", "市环保局", "国土局"]),
        ("former-office", "原工商局档案，市场监督管理局。", []),
    ],
)
def test_offices_are_called_what_the_roster_calls_them(code: str, text: str, expected: list[str]) -> None:
    assert marked(code, text, roster()) == expected


def test_without_a_roster_only_former_names_are_known() -> None:
    assert marked("office-name", "会同区林草局检查。", ALONE) == []
    assert marked("former-office", "会同区工商局检查。", ALONE) == ["区工商局"]


def test_plans_are_of_the_next_year() -> None:
    assert marked("other-year", "# 2024年工作安排", part="plans") == []
    assert marked("other-year", "# 2023年工作安排", part="plans") == ["2023年"]
    assert marked("other-year", "2023年将检查20次。", part="plans") == ["2023年"]
    assert marked("other-year", "2023年，检查了20次。2024年将检查30次。", part="plans") == []


def test_a_hint_says_what_to_write() -> None:
    (glued,) = findings("glued-years", "（20212025年）")
    (period,) = findings("document-period", "《法治社会建设实施纲要（2021—2025年）》")

    assert "2021—2025" in glued.hint
    assert "2020—2025年" in period.hint


def test_an_office_adds_to_the_lists(tmp_path: Path) -> None:
    (tmp_path / "documents.yaml").write_text("- {name: 法治鹤城建设实施规划, period: 2021—2025}\n", "utf-8")
    (tmp_path / "lexicon.yaml").write_text("- {wrong: 合城区, right: 鹤城区}\n", "utf-8")
    (tmp_path / "leaders.yaml").write_text("- {name: 张某某, titles: 区委书记}\n", "utf-8")
    own = Context(data=Data(tmp_path))

    assert own.data.check() == ()
    assert marked("document-period", "《法治鹤城建设实施规划（2020—2025年）》", own) == ["2020—2025"]
    assert marked("wrong-word", "合城区截止目前", own) == ["合城区", "截止"]
    assert marked("leader-title", "区长张某某、区委书记张某某、书记张某某", own) == ["区长"]


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        ("documents", "- {period: 2021—2025}\n", "缺少“name”"),
        ("documents", "name: 某规划\n", "应当是一个列表"),
        ("documents", "- 某规划\n", "应当写成“name: ……”"),
        ("lexicon", "- {wrong: 甲, right: 乙, becuase: 丙}\n", "不认识的键名“becuase”"),
        ("lexicon", "- {wrong: 甲, right: 乙, after: '('}\n", "不是有效的正则表达式"),
        ("lexicon", "- {wrong: 甲, right: 乙, severity: 严重}\n", "只能写 error、warning 或 note"),
        ("offices", "- {names: {甲: 乙}}\n", "“names”的值不对"),
        ("lexicon", "- {wrong: [截止, ''], right: 截至}\n", "“wrong”的值不对"),
        ("leaders", "- {name：张某某}\n", "不认识的键名"),
    ],
)
def test_a_faulty_list_of_an_office_is_reported_and_the_rest_is_used(
    tmp_path: Path, name: str, text: str, message: str
) -> None:
    (tmp_path / f"{name}.yaml").write_text(text, "utf-8")
    data = Data(tmp_path)

    (found,) = data.check()

    assert (found.code, found.span.file) == ("bad-data", f"data/{name}.yaml")
    assert message in found.message
    assert len(data.documents) == len(shipped().documents)


def test_what_is_no_list_is_not_left_out_in_silence(tmp_path: Path) -> None:
    (tmp_path / "lexcion.yaml").write_text("- {wrong: 甲, right: 乙}\n", "utf-8")
    (tmp_path / "leaders.yaml").write_text("- {name: 王某某, titles: 区长}\n", "utf-8")

    (found,) = Data(tmp_path).check()

    assert (found.code, found.severity, found.span.file) == (
        "bad-data",
        Severity.WARNING,
        "data/lexcion.yaml",
    )
    assert "lexicon.yaml" in found.hint


def test_words_are_mended_by_nobody_but_a_person() -> None:
    assert mended("wrong-word", "截止目前") == "截止目前"
