"""What is written loads back as the same data, whatever the text."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportctl.collect.writing import write_submission
from reportctl.model.files import load_submission
from reportctl.model.submission import Contact, Figure, Item, Part, SubmissionData
from reportctl.scaffold.wording import Language

# Lone surrogates cannot be encoded; NUL and the like come back, escaped.
TEXT = st.text(st.characters(codec="utf-8"), max_size=120)
CHINESE = st.text("加强监管执法“”《》：，。；（）:#-|>&*!?%@`{}[]'\"\\ \t\n　1一是", max_size=120)
WORDS = st.one_of(TEXT, CHINESE, st.builds(lambda text: text * 5, CHINESE))
NUMBERS = st.decimals(-10_000_000, 10_000_000, places=2, allow_nan=False)
FIGURES = st.builds(
    Figure,
    name=WORDS.filter(str.strip),
    value=NUMBERS,
    unit=WORDS,
    parts=st.dictionaries(WORDS.filter(str.strip), NUMBERS, max_size=3),
    previous=st.none() | NUMBERS,
)
ITEMS = st.builds(
    Item,
    section=WORDS,
    heading=WORDS.filter(str.strip),
    text=WORDS,
    points=st.lists(WORDS.filter(str.strip), max_size=3).map(tuple),
    cause=WORDS,
    figures=st.lists(FIGURES, max_size=2).map(tuple),
)
SEVERAL = st.lists(ITEMS, max_size=3).map(tuple)
SUBMISSIONS = st.builds(
    SubmissionData,
    department=WORDS.filter(str.strip),
    year=st.integers(2000, 2099),
    contact=st.builds(Contact, name=WORDS, phone=WORDS),
    approved_by=WORDS,
    achievements=SEVERAL,
    shortcomings=SEVERAL,
    plans=SEVERAL,
    leadership=SEVERAL,
    other=SEVERAL,
)
LONG = "全年组织开展行政执法人员资格考试2次，举办执法培训班3期，培训执法人员210人次，清理不合格执法证件9本。"


def loaded(text: str) -> SubmissionData:
    file, findings = load_submission("区司法局.yaml", text.encode())
    assert file is not None, findings
    assert not file.damaged
    return file.data


@settings(max_examples=80, deadline=None)
@given(SUBMISSIONS, st.sampled_from(Language), TEXT)
def test_whatever_the_text_it_loads_back_to_equal_data(
    submission: SubmissionData, language: Language, original: str
) -> None:
    written = write_submission(submission, original, language)
    back = loaded(written)

    if submission.contact == Contact():  # an empty contact is not written
        assert back.contact is None
        back = replace(back, contact=Contact())
    assert back == submission


def test_a_submission_reads_like_one_that_was_typed() -> None:
    figure = Figure("评查案卷", Decimal(60), "本", {"一般程序": Decimal(40)}, previous=Decimal("52.5"))
    submission = SubmissionData(
        department="区司法局",
        year=2024,
        contact=Contact("李某", "0745-1234567"),
        achievements=(Item(section="enforcement", heading="加强执法队伍建设", text=LONG, figures=(figure,)),),
        shortcomings=(Item(heading="执法力量不足", text="一线仅9人。", cause="编制多年未增。"),),
    )

    written = write_submission(
        submission,
        "材料.docx",
        Language.CHINESE,
        nothing={Part.PLANS},
        notes={(Part.SHORTCOMINGS, 0): "请核对"},
    )

    assert (
        written
        == f"""\
# 由 collect 从“材料.docx”读出，请对照原件核对
部门: 区司法局
年度: 2024
联系人:
  姓名: 李某
  电话: "0745-1234567"
工作成效:
  - 类别: "enforcement"
    标题: 加强执法队伍建设
    正文: |-
      {LONG}
    数据:
      - 名称: 评查案卷
        数值: 60
        单位: 本
        其中: {{一般程序: 40}}
        上年: 52.5
存在不足:
  # 请核对
  - 标题: 执法力量不足
    正文: 一线仅9人。
    原因: 编制多年未增。
下年安排: 无
"""
    )
    assert loaded(written) == submission


@pytest.mark.parametrize("language", Language)
def test_what_is_written_has_no_finding(language: Language) -> None:
    submission = SubmissionData(
        department="区司法局",
        year=2024,
        achievements=(
            Item(heading="加强“双随机”监管", text=f"{LONG}\n\n# 第二段：不是备注", points=(LONG, "是。")),
        ),
    )

    file, findings = load_submission("a.yaml", write_submission(submission, "a: b #c", language).encode())

    assert findings == ()
    assert file is not None
    assert file.data == submission
