"""How numbers, dates, lists and names are written, and characters that no official text has."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.rules.projects import findings as of_project
from tests.rules.sheets import findings, marked, mended

if TYPE_CHECKING:
    from pathlib import Path

WRONG: list[tuple[str, str, list[str] | None]] = [
    ("number-style", "到25年底建成，24年度完成。", ["25年", "24年"]),
    ("number-style", "占10～20%，投入3—5万元。", ["10～20%", "3—5万"]),
    ("number-style", "降低.5%，4月1号开展宣传、等活动。", [".5", "月1号", "、等"]),
    ("number-style", "5月1日至2024.5.3开展活动。", ["2024.5.3"]),
    ("thousands-comma", "发放资料1,234份、12,345,678册。", ["1,234", "12,345,678"]),
    ("wrong-weekday", "2024年5月1日（星期二）开展宣传。", ["2024年5月1日（星期二"]),
    ("traditional-character", "全年開展檢查20次。", ["開", "檢"]),
    ("unusual-character", "检查20次✅，жизнь，＂甲＂，‹乙›。", ["✅", "жизнь", "＂", "＂", "‹", "›"]),
    ("unusual-character", "买买提.艾力、张三.李四。", [".", "."]),
    ("number-sequence", "第一，检查。第三，培训。", ["第三"]),
    ("number-sequence", "①检查。②培训。②评查。", ["②"]),
    ("number-sequence", "首先，检查。再次，培训。", ["再次"]),
    ("lone-point", "主要问题：一是人员不足。经费没有落实。", ["一是"]),
    ("lone-point", "主要做法：一是抓检查。全年检查22次，居全国第二，增长2.5%，另有3件。", ["一是"]),
    ("doubled-words", "推进推进法治工作工作。", ["推进", "工作"]),
    ("document-number", "鹤政发[2023]5号、鹤政办（2023）12号。", ["[2023]5号", "（2023）12号"]),
    ("document-number", "鹤政发〔2023〕第5号、鹤政发〔2023〕05号。", ["〔2023〕第5号", "〔2023〕05号"]),
    ("titles-apart", "宣传《宪法》，《民法典》。", ["，"]),
    ("rate-mismatch", "办结90件，应办120件，办结率80%。", ["80%"]),
    ("lost-year-word", "2023以来检查20次，自2019以来。", ["2023", "2019"]),
    ("change-mismatch", "投诉由50件降至80件，满意率从95%升到90%。", ["由50件降至80件", "从95%升到90%"]),
    ("number-sequence", "（1）检查。（3）培训。", ["（3）"]),
    ("unusual-character", "开展「普法」和〝学法〞。", ["「", "」", "〝", "〞"]),
    ("wrong-word", "会同规化局、司发局检查。", ["规化局", "司发局"]),
    ("lost-year-word", "2023以来，落实《法治鹤城建设规划（2021—2025）》。", ["2023", "2021—2025"]),
    (
        "superseded-document",
        "落实《信访条例》《中华人民共和国婚姻法》。",
        ["信访条例", "中华人民共和国婚姻法"],
    ),
    ("document-name", "落实《法治社会建设纲要（2020—2025年）》。", ["法治社会建设纲要（2020—2025年）"]),
    ("document-name", "宣传《基本医疗与健康促进法》。", ["基本医疗与健康促进法"]),
    (
        "document-name",
        "宣传《劳动仲裁法》《农产品质量法》《人划生育法》《消费者保护法》。",
        ["劳动仲裁法", "农产品质量法", "人划生育法", "消费者保护法"],
    ),
    ("notice-title", "印发《开展执法检查的通知》《关于印发办法》。", ["开展执法检查的通知", "关于印发办法"]),
    (
        "notice-title",
        "制定《检查办法》的通知，《关于检查的通知》通知。",
        ["制定《检查办法》的通知", "通知》通知"],
    ),
    ("blended-phrase", "领导小组包括12个部门组成，检查3余次。", ["包括12个部门组成", "3余"]),
    (
        "blended-phrase",
        "充分发挥党员发挥带头作用，共收到建议共9件。",
        ["充分发挥党员发挥带头作用", "共收到建议共9"],
    ),
    (
        "own-office",
        "局党组学法，由局机关整改，全局上下，本单位开展。",
        ["局党组", "局机关", "全局", "本单位"],
    ),
    ("own-office", "我们坚持检查，我们坚持普法。", ["我们"]),
    ("wrong-word", "较好的完成任务，深刻贯彻，标准性文件。", ["较好的完成", "深刻贯彻", "标准性文件"]),
    (
        "change-mismatch",
        "案件由120件增加到100件，从8.5%下降到9.2%。",
        ["由120件增加到100件", "从8.5%下降到9.2%"],
    ),
    ("change-mismatch", "由100件增加到120件，增长25%。", ["25%"]),
    ("change-mismatch", "由100提升到120件，增长25%，从9提升到8件。", ["25%", "从9提升到8件"]),
    ("change-mismatch", "受理120件，比上年增加20件，增长25%。", ["25%"]),
    ("change-mismatch", "受理120件，同比增长5个百分点。", ["0件，同比增长5个百分点"]),
    ("sum-mismatch", "培训执法人员30名、调解员50名，共计90名。", ["共计90名"]),
    ("count-mismatch", "做好三个方面工作：一是检查。二是培训。", ["三个方面工作："]),
    ("lost-percent", "办结率达到98.5，增长3.5，群众满意。", ["98.5", "3.5"]),
    ("backward-years", "全年11月至8月开展。", ["11月至8月"]),
    ("parts-exceed", "受理100件，其中刑事案件60件，民事案件50件。", None),
    ("unpaired", "按照要求，（一）检查。二）培训。（三）评查。", ["）"]),
    ("lost-measure", "审查1,284未发现问题。", ["1,284"]),
    ("lost-measure", "10法治实事全部办结，2023年10法治实事，抓好14方面工作。", ["10", "10", "14"]),
    (
        "lost-measure",
        "总量达122，改造120老旧小区，覆盖120多城市，200多重要活动。",
        ["122", "120", "120多", "200多"],
    ),
    (
        "lost-measure",
        "堆放16大宗固废，联合8大学，5多式联运线路，3本科高校，35村镇银行。",
        ["16", "8", "5", "3", "35"],
    ),
    ("lost-measure", "新增公交线路31，新开航线20，建成片区2070。", ["31", "20", "2070"]),
    ("parts-exceed", "受理案件100件，其中行政案件160件。", ["160件"]),
    ("run-in-heading", "# 一、加强执法监督全年检查20次，发现问题3个，已整改", None),
    (
        "run-in-heading",
        "# 全区营商环境更加向好大力优化审批，办件1225个，减少材料1411份；切实抓好两件小事",
        None,
    ),
    ("run-in-heading", "# 群众权益持续增进12件法治实事全部办结", None),
    ("run-in-heading", "# 全力推进高标准市场化改革发挥窗口作用，服务企业，拓展办事空间", None),
]
SOUND = [
    ("lost-measure", "请按提纲（见附件1）填报，另有期限的见附件2，详见附表3、附录2，如图1、见表2。"),
    ("lost-measure", "发案率为0，国道318线，咨询12328、96110，5金3银2铜，5连增。"),
    ("blended-phrase", "包括党委组成部门，更好发挥作用，充分发挥作用，10余次，20余人，共有9件。"),
    ("own-office", "区司法局党组学法，服务全局，全局性，各县局，我们党，区局势。"),
    ("wrong-word", "较好的完成率，建立建全过程档案，市委组织部。"),
    ("change-mismatch", "由100件增加到120件，增长20%，从80%提高到95%，由3万增加到5万人，增长66.7%。"),
    ("change-mismatch", "由100提升到120件，增长20%，从92提升到96%，从8分上升到9分。"),
    ("change-mismatch", "受理120件，比上年增加20件，增长20%，办结率提高5个百分点。"),
    ("change-mismatch", "满意度2023年同比增长3个百分点，1至9月比上年提高2个百分点。"),
    ("change-mismatch", "投诉由80件降至50件，满意率从90%升到95%，由3万增至5万人。"),
    ("typed-number", "（1）检查。（3）培训。"),
    ("wrong-word", "会同规划局、司法局检查，正规化局部推进。"),
    ("sum-mismatch", "培训执法人员30名、调解员50名，共计80名。检查20次，发现问题3个，共计罚款5万元。"),
    ("sum-mismatch", "受理120件，其中办结30件、调解50件，共计80件。"),
    ("count-mismatch", "做好两个方面工作：一是检查。二是培训。三个方面有一定成效。"),
    ("lost-percent", "办结率达到98.5%，增长1.5、2.3个百分点，增长3.5倍，率先建成3.5公里。"),
    ("backward-years", "1月至8月，2023年11月至2024年8月，11月至次年3月。"),
    ("lost-measure", "20世纪，7国集团，3千。"),
    ("lost-measure", "综合排名全省前3，位列前10。覆盖90后青年，00后干部3人，9镇2乡3街道。"),
    ("lost-measure", "拨打120急救，接110报警，119消防宣传，211工程高校，代码为001，恩格尔系数为30。"),
    ("lost-measure", "做靓“味道360碗”，“平安100天”，昇腾384超节点，歼20战机，2152航次，2023年3季度。"),
    ("lost-measure", "从8降到5，保5争3，慰问3217名优抚对象，表彰320名优秀民警，发放1,284家。"),
    ("run-in-heading", "# 一、坚持党的领导，深入学习贯彻习近平法治思想，推进法治政府建设，不断优化营商环境"),
    ("run-in-heading", "# 坚持党的领导；加强组织保障和队伍建设，推动法治政府建设提质增效"),
    ("parts-exceed", "受理案件100件，比上年增加50件，其中行政案件60件。"),
    ("half-width", "全年\u200b检查20次。"),
    ("unpaired", "做到：1）检查；2）培训。"),
    ("lost-year-word", "2023年以来，落实《规划（2021—2025年）》，增加2023以上。"),
    ("superseded-document", "原《合同法》，《合同法》废止后，《民法典》，《信访工作条例》。"),
    (
        "document-name",
        "宣传《土地法》《劳动法》《食品法》《行政法》《海洋环境保护法》《水土保持法》《反洗钱法》。",
    ),
    ("document-name", "落实《湖南省优化营商环境条例》《老年人权益保障条例》《乡村振兴条例》。"),
    ("notice-title", "《关于检查的通知》《关于转发关于印发办法的报告》《关于印发〈办法〉的通知》。"),
    ("number-style", "近20年来，21年前，占10%～20%，3万—5万元，0.5%，5号楼，宣传等活动，丙、等级。"),
    ("number-style", "2021—2025年投入30万元，9—10月，5月1日至2024年5月3日，5—10个，第25年底。"),
    ("wrong-weekday", "2024年5月1日（星期三）开展宣传，每周二学习。"),
    ("traditional-character", "著作、乾坤、瞭望，喆、珺、堃。"),
    ("unusual-character", "“4·15”、①、㎡、Ⅰ类、10℃、5×3、A.B、3.5、★、→、α、≥90%。"),
    ("number-sequence", "第一，检查。第二，培训。①甲。②乙。首先，甲。其次，乙。再次，丙。"),
    ("lone-point", "一是检查。二是培训。统一是前提，其一是甲。"),
    ("lone-point", "原因一是人少，另一方面是钱少。"),
    ("lone-point", "主要做法：一是抓检查。第二，抓宣传。"),
    ("lone-point", "主要做法：一是抓检查。2.抓宣传。"),
    ("doubled-words", "实实在在的工作，工作推进，推进工作。"),
    ("document-number", "鹤政发〔2023〕5号，（2023）湘12行初5号，2023年第5号公告。"),
    ("titles-apart", "宣传《宪法》《民法典》，印发《办法》。"),
    ("rate-mismatch", "办结90件，应办120件，办结率75%。移送5件，应办120件，办结率95%。"),
]


@pytest.mark.parametrize(("code", "text", "expected"), WRONG)
def test_what_is_wrong_is_marked(code: str, text: str, expected: list[str] | None) -> None:
    found = marked(code, text)

    assert found == expected if expected is not None else len(found) == 1


@pytest.mark.parametrize(("code", "text"), SOUND)
def test_sound_text_is_left_alone(code: str, text: str) -> None:
    assert marked(code, text) == []


def test_the_mend_makes_it_right() -> None:
    assert mended("traditional-character", "全年開展檢查。") == "全年开展检查。"
    assert mended("thousands-comma", "发放1,234份。") == "发放1234份。"


def test_a_list_may_go_on_in_the_next_text() -> None:
    assert findings("lone-point", "一是检查。", "二是培训。") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("会同区卫生建康局开展检查。", "区卫生健康局"),
        ("贺城区人民政府印发通知。", "鹤城区人民政府"),
        ("会同黄金垇镇开展检查。", "黄金坳镇"),
        ("黄全坳镇人民政府配合。", "黄金坳镇"),
        ("会同市埸监督管理局开展检查。", "市场监督管理局"),
        ("会同黄金坳镇、黄金坳镇人民政府、金坳镇、坨院街道、城院街道、各乡镇开展检查。", ""),
        ("会同区卫生健康局、省卫生健康局、区科学技术局开展检查。", ""),
        ("会同区财政局、区民政局、区审计局、区统计局开展检查。", ""),
    ],
)
def test_a_name_that_is_one_character_off(text: str, expected: str, tmp_path: Path) -> None:
    found = [one for one in of_project(tmp_path / "project", f"text: {text}") if one.code == "name-slip"]
    assert [one.hint for one in found] == ([f"改为“{expected}”"] if expected else [])


@pytest.mark.parametrize(
    ("department", "text", "expected"),
    [
        ("黄金坳镇人民政府", "镇党委研究，全镇上下，由镇机关整改。", ["镇党委", "全镇", "镇机关"]),
        ("坨院街道办事处", "街道党工委研究，全街道开展。", ["街道党工委", "全街道"]),
        ("黄金坳镇人民政府", "黄金坳镇党委研究，各镇党委、乡镇党委，全镇村居，区镇政府。", []),
        ("区司法局", "镇党委研究，街道机关整改，全镇上下。", []),
        ("区司法局", "县局组织，局党委研究，局领导班子学法。", ["县局", "局党委", "局领导班子"]),
        ("区司法局", "县局级平台，区局长，区局部地区，各县局。", []),
    ],
)
def test_what_a_department_calls_itself(
    department: str, text: str, expected: list[str], tmp_path: Path
) -> None:
    other = f"department: {department}\nyear: 2023\nachievements:\n  - {{heading: 甲, text: {text}}}\n"
    found = [one for one in of_project(tmp_path / "project", "", other) if one.code == "own-office"]
    assert [one.message.split("”")[0][1:] for one in found] == expected
