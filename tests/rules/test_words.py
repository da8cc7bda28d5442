"""Placeholders, remains, repeats, numbers, measure words and headings."""

from __future__ import annotations

import pytest

from reportctl.findings import Severity
from reportctl.rules.registry import check_texts
from reportctl.rules.texts import TextKind, TextSet
from tests.rules.sheets import ALONE, findings, marked, mended, unit

WRONG = [
    ("placeholder", "全年检查XX次，发现××个。", ["XX", "××"]),
    ("placeholder", "X月X日召开会议，检查X次。", ["X", "X", "X"]),
    ("placeholder", "开展检查*次，发现＊个问题，整改**件。", ["*", "＊", "**"]),
    ("placeholder", "检查____次，罚款＿＿元。", ["____", "＿＿"]),
    ("placeholder", "检查（）次，发现（ ）个。", ["（）", "（ ）"]),
    ("placeholder", "全年检查  次，发现　个问题。", ["  ", "　"]),
    ("placeholder", "检查？？？次，整改？？。", ["？？？", "？？"]),
    ("placeholder", "某某市某某局（略）开展○○检查（暂无）。", ["某某", "某某", "（略）", "○○", "（暂无）"]),
    ("placeholder", "检查○○次，发现□个问题。", ["○○", "□"]),
    ("placeholder", "【待补充】【此处填写数据】（待核实）", ["【待补充】", "【此处填写数据】", "（待核实）"]),
    ("placeholder", "检查N次，数据待补充，TODO。", ["N", "待补充", "TODO"]),
    ("web-remains", "检查20次。扫一扫在手机打开当前页", ["扫一扫"]),
    ("web-remains", "【字体：大 中 小】检查20次。", ["【字体"]),
    ("web-remains", "检查&nbsp;20次<br/>。", ["&nbsp;", "<br/>"]),
    ("web-remains", "发布时间：2023-12-01 来源:区司法局 浏览次数：35", ["发布时间：", "浏览次数："]),
    ("placeholder", "**加强监管**。检查**次，处罚**件。", ["**", "**"]),
    ("markup-remains", "**加强监管**。全年`20`次。", ["**加强监管**", "`20`"]),
    (
        "chat-remains",
        "以下是为您整理的总结。希望以上内容对您有帮助。",
        ["以下是为您", "希望以上内容对您有帮助"],
    ),
    ("cut-off", "全年开展检查20次，发现并", ["并"]),
    ("cut-off", "建立了涉企检查备案、", ["、"]),
    ("doubled-words", "全年开展检查，全年开展检查，发现问题3个。", ["全年开展检查"]),
    (
        "repeated-sentence",
        "组织开展行政执法检查20次。有3个问题。组织开展行政执法检查20次。",
        ["组织开展行政执法检查20次"],
    ),
    ("number-sequence", "一是检查20次。二是培训5次。四是整改3个。", ["四是"]),
    ("number-sequence", "一是检查20次；二是培训5次；二是整改3个。", ["二是"]),
    ("number-sequence", "一是检查20次。一是培训5次。", ["一是"]),
    ("number-sequence", "（1）检查20次。（3）培训5次。（一）整改；（三）评查。", ["（3）", "（三）"]),
    ("number-sequence", "主要做了：二是培训5次；三是整改3个。", ["二是"]),
    ("lost-measure", "累计审查112，未发现违规。", ["112"]),
    ("lost-measure", "审核重大执法决定14000余建立公示平台。", ["14000余"]),
    ("lost-measure", "受理刑事案件351、民事案件139件。", ["351"]),
    ("lost-measure", "查摆整改问题33。", ["33"]),
    ("comma-before-part", "受理495件其中刑事案件351件。", ["其"]),
    ("heading-end", "# 加强监管。", ["。"]),
    ("heading-end", "# 加强监管：", ["："]),
    ("text-in-heading", "# 加强监管。全年检查20次", ["。全年检查20次"]),
    ("run-in-heading", "# 加强重点领域行政执法工作一方面推进综合行政执法改革整合4个领域", None),
    ("run-in-heading", "# 加强执法监督全年检查20次，发现问题3个，已整改", None),
    ("run-in-heading", "# 落实执法三项制度印发《三项制度指导手册》1500册为执法实践提供规范指导", None),
]

SOUND = [
    ("placeholder", "二○○八年，二〇二三年，张某某、某某公司，省略（略去不计）。"),
    ("number-sequence", "依据第十条第（三）项。（一）检查。（1）甲；（2）乙。（二）培训。（1）丙；（2）丁。"),
    ("lost-measure", "比例为3:1，增长1,234.5万元。"),
    ("placeholder", "打造“4×4”体系，面积3×5米，“555X”计划，X光机，某某公司，5G-A。"),
    ("placeholder", "实行“1+N”模式，最多跑N次，“○”型，（试行）（一）办法，20 次。"),
    ("placeholder", "谁来执法？如何执法？待遇落实，期待补强，等待补位。"),
    ("placeholder", "【典型案例】补充侦查，填写文书，请在门户网站查阅。"),
    ("placeholder", "引导群众填写申请表，在此基础上完善，此处风险点已整改。"),
    ("web-remains", "分享普法经验，关闭污染企业3家，全文公开，下载客户端，编辑普法读物，返回岗位。"),
    ("web-remains", "打印文书、扫码执法、扫一批积案，资金来源：财政；位置：城东。"),
    ("markup-remains", "A&B公司，3*5，#1楼。"),
    ("chat-remains", "希望全区各级各部门提高站位，根据实际情况调整，以下是主要做法。"),
    ("cut-off", "实现人民群众满意的目的"),
    ("cut-off", "坚持守正创新、稳中向好的发展方向"),
    ("cut-off", "主要做法如下："),
    ("doubled-words", "事事有人管，时时有人管，件件有着落。你帮我，我帮你。"),
    ("repeated-sentence", "开展检查。加强监管。开展检查。"),
    ("number-sequence", "一是检查。二是培训。三是整改。主要问题：一是人少；二是钱少。"),
    ("number-sequence", "关键之一是执法，统一是前提，二是二、一是一。"),
    ("number-sequence", "第一，检查。十一是休息日。"),
    ("lost-measure", "居全国第9。PM2.5，拨打12345，2023，占15、22个百分点，比例2.81∶1。"),
    ("lost-measure", "实现“4·15”宣传，5G基站，500强，4A级，3县5乡，2023版，50万农牧民，3成，7级。"),
    ("lost-measure", "电话0745-2023001，G60，国道318，得分95，咨询13800000000。"),
    ("lost-measure", "用户突破3500万、月访问1亿，（1）做好（2）改善，1.加强。"),
    ("comma-before-part", "495件，其中刑事351件；3个其中的一个；乐在其中。"),
    ("heading-end", "# 谁执法谁普法？"),
    ("text-in-heading", "# 推进“放管服”改革"),
    ("run-in-heading", "# 践行习近平法治思想，统筹谋划法治政府建设"),
    ("run-in-heading", "# 扎实开展行政执法质量提升三年行动，推动执法水平整体提升"),
    ("run-in-heading", "# 统筹推进法治政府建设重点工作任务落实到位见实效"),
    ("run-in-heading", "# 健全完善法治政府建设工作推进机制和考核评价体系"),
    ("run-in-heading", "# 强化党政主要负责人履行法治建设职责落实情况督察"),
    ("run-in-heading", "# 始终锚定产业优，着力构建现代化产业体系，夯实奋勇争先的物质技术基础"),
    ("run-in-heading", "# 党政主要负责人履行推进法治建设第一责任人职责的情况报告"),
]

MENDED = [
    ("comma-before-part", "受理495件其中刑事351件。", "受理495件，其中刑事351件。"),
    ("heading-end", "# 加强监管。", "加强监管"),
]


@pytest.mark.parametrize(("code", "text", "expected"), WRONG)
def test_what_is_wrong_is_marked(code: str, text: str, expected: list[str] | None) -> None:
    found = marked(code, text)

    assert found == expected if expected is not None else len(found) == 1


@pytest.mark.parametrize(("code", "text"), SOUND)
def test_sound_text_is_left_alone(code: str, text: str) -> None:
    assert marked(code, text) == []


@pytest.mark.parametrize(("code", "text", "expected"), MENDED)
def test_the_mend_makes_it_right(code: str, text: str, expected: str) -> None:
    assert mended(code, text) == expected


def test_a_text_that_repeats_its_heading() -> None:
    found = findings("repeated-heading", "# 加强队伍监管", "加强队伍监管。全年检查20次。")

    assert found == []  # another item


@pytest.mark.parametrize("code", ["placeholder", "control-character", "garbled-character"])
def test_what_must_not_be_printed_is_an_error(code: str) -> None:
    text = {
        "placeholder": "检查XX次。",
        "control-character": "检\x01查。",
        "garbled-character": "检\ufffd。",
    }[code]

    assert [one.severity for one in findings(code, text)] == [Severity.ERROR]


@pytest.mark.parametrize(
    ("numbers", "marked_at"),
    [
        (["1.检查", "2.培训", "4.整改"], 2),
        (["一、检查", "三、培训"], 1),
        (["2.检查", "3.培训"], None),
        (["3.检查", "5.培训"], 1),
        (["1.检查", "1.培训", "2.整改"], None),
        (["1.检查", "（1）培训", "2.整改"], None),
        (["检查", "1.培训", "整改", "2.宣传"], None),
    ],
)
def test_numbers_before_headings_go_on_from_each_other(numbers: list[str], marked_at: int | None) -> None:
    found = findings("number-sequence", *[f"# {one}" for one in numbers])

    assert len(found) == (marked_at is not None)
    if marked_at is not None:
        assert f"“{numbers[marked_at][:2]}" in found[0].message


def test_what_is_too_long_is_only_noted() -> None:
    sentence = "加强行政执法人员的教育培训，" * 16 + "成效明显。"

    assert [one.severity for one in findings("long-sentence", sentence)] == [Severity.NOTE]
    assert findings("long-sentence", "全年检查20次。" * 100) == []
    assert len(findings("long-heading", "# " + "建设" * 21)) == 1
    assert len(findings("long-item", "全年检查20次。" * 200)) == 1


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("严格落实负责人出庭应诉制度建立定期报告制度。", ["度"]),
        ("换发执法证871本全区现有持证人员1116名。", ["本"]),
        ("收案数同比增长200%左右严格落实应诉制度。", ["右"]),
        ("统一综合行政执法职能另一方面，聚焦重点领域。", ["能"]),
        ("刑事案件351件，民事案件139件行政案件5件。", ["件"]),
        ("较上年的56件增加14件，较上年的56件上升14件。", []),
        ("由28件提高到70件，3件建议和5件提案，办理5件，占95件的三成。", []),
        ("各项制度健全，执法能力切实增强，管理严格规范，制度建立以来，工作全面推开。", []),
        ("按照有关规定制定方案，制度印发后，加强法治政府建设，建立公示制度。", []),
    ],
)
def test_a_pause_that_is_missing(text: str, expected: list[str]) -> None:
    assert marked("missing-pause", text) == expected


def test_a_point_goes_on_from_the_number_of_its_heading() -> None:
    first = unit("一是干部意识不强", TextKind.HEADING, index=0)
    text = unit("部分干部学习不够。二是合力不足。四是人少。", index=0)

    found = [
        one for one in check_texts(TextSet([first, text], "区司法局"), ALONE) if one.code == "number-sequence"
    ]

    assert [one.message[:4] for one in found] == ["“四是”"]


@pytest.mark.parametrize(
    ("texts", "code"),
    [
        (("# 关于鹤城区法治政府建设情况报告", "# 关于鹤城区法治政府建设情况报"), "cut-off"),
        (("# 关于鹤城区法治政府建设情况报", "# 关于鹤城区法治政府建设情况报告"), "cut-off"),
        (("# 关于鹤城区法治政府建设情况报告", "# 关于鹤城区法治政府建设情况报告"), "repeated-sentence"),
    ],
)
def test_a_line_that_was_pasted_twice(texts: tuple[str, str], code: str) -> None:
    assert len(findings(code, *texts)) == 1


def test_blanks_beside_numbers_go() -> None:
    assert mended("blank-beside-number", "全年检查 20 次，整改 98% 以上") == "全年检查20次，整改98%以上"
    assert marked("blank-beside-number", "No. 5、GB 9704、5 G") == []


def test_every_number_that_goes_is_told() -> None:
    found = findings("typed-number", "# （一）1.规范执法")
    assert [one.message.partition("由")[0] for one in found] == ["序号“（一）”", "序号“1.”"]
    assert mended("typed-number", "# （一）1.规范执法") == "规范执法"


def test_a_note_needs_no_full_stop() -> None:
    one = TextSet([unit("此件公开发布", TextKind.NOTE), unit("全年检查20次")], "区司法局", 2023)
    found = [one for one in check_texts(one, ALONE) if one.code == "lost-end"]
    assert [one.span.column for one in found] == [7]


@pytest.mark.parametrize(("text", "safe"), [("培训5次。", True), ("培训5次。二是评查不够。检查3次。", False)])
def test_the_first_number_of_a_list_within_a_text_is_not_taken_away(text: str, safe: bool) -> None:
    one = TextSet([unit("一是培训不够", TextKind.HEADING), unit(text)], "区司法局", 2023)

    (found,) = [one for one in check_texts(one, ALONE) if one.code == "typed-number"]

    assert bool(found.fix) is safe
    assert ("各写成一条" in found.hint) is not safe
