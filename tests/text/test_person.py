"""First person: 我局 becomes the department, a word that only looks like it does not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportctl.text.edits import ChangeKind, apply
from reportctl.text.person import FirstPerson

MENDED = [
    # 我 and 本, wherever a word may begin and end
    ("区司法局", "我局组织培训2次", "区司法局组织培训2次"),
    ("区司法局", "全年，本局受理3件", "全年，区司法局受理3件"),
    ("区司法局", "由我局办理，我局", "由区司法局办理，区司法局"),
    ("区司法局", "结合我局实际，加强本局队伍", "结合区司法局实际，加强区司法局队伍"),
    (
        "区司法局",
        "服务本局干部，完成本局任务，巩固本局成果",
        "服务区司法局干部，完成区司法局任务，巩固区司法局成果",
    ),
    ("区司法局", "来自我局的3人", "来自区司法局的3人"),
    ("区司法局", "我局局长", "区司法局局长"),
    ("迎丰镇", "我镇全年调解35起", "迎丰镇全年调解35起"),
    ("黄岩乡", "本乡设司法所", "黄岩乡设司法所"),
    ("区卫健委", "我委审核3件", "区卫健委审核3件"),
    ("区政府办", "我办牵头", "区政府办牵头"),
    ("区发展和改革委员会", "我委审批", "区发展和改革委员会审批"),
    ("迎丰镇人民政府", "我镇调解35起，本镇政府印发", "迎丰镇调解35起，迎丰镇政府印发"),
    ("城中街道办事处", "我街道开展宣传", "城中街道开展宣传"),
    ("城中街道办事处", "我街办牵头", "城中街道办事处牵头"),
    ("高新区管理委员会", "我管委会牵头，本管委会", "高新区管理委员会牵头，高新区管理委员会"),
    ("区委宣传部", "我部组织宣讲", "区委宣传部组织宣讲"),
    ("区人民法院", "我院立案", "区人民法院立案"),
    ("区残疾人联合会", "我会将持续发力", "区残疾人联合会将持续发力"),
    # what says nothing by its last character calls itself by the word
    ("城中街道", "我街道开展宣传", "城中街道开展宣传"),
    ("区政务服务中心", "本中心受理", "区政务服务中心受理"),
    ("区城管执法大队", "我大队§、我队", "区城管执法大队§、区城管执法大队"),
    # a word begins behind the department's last character
    ("区司法局", "我局限期整改，我局面向群众，我局部分干部，我局长期坚持", None),
    ("迎丰镇", "我镇区域内，我镇定期排查", None),
    ("黄岩乡", "我乡村民", None),
]
KEPT = [
    ("区司法局", "自我局限"),
    ("区司法局", "基本局面"),
    ("区司法局", "本局部地区"),
    ("区司法局", "我局势"),
    ("区司法局", "日本局势"),
    ("区司法局", "成本局限"),
    ("区司法局", "案卷115本局内评查"),
    ("区司法局", "每本局史"),
    ("区司法局", "忘我局"),
    ("区政府办", "由我办理"),
    ("区政府办", "根本办法"),
    ("区政府办", "基本办结"),
    ("区政府办", "本办法"),
    ("迎丰镇", "本镇静"),
    ("红星派出所", "我所在的辖区"),
    ("区机关事务管理处", "由我处理"),
    ("区业务科", "新增本科高校"),
    ("区卫健委", "我委托律师"),
    ("区财政局", "我区§、本区§、我市§、我省§、我国"),
    ("高新区", "我区§、本区"),
    ("城中街道", "我道歉，本道"),
    ("区政务服务中心", "我心，本心"),
    ("区司法局", "区司法局受理"),
    ("区司法局", ""),
    ("", "我局受理"),
]
DOUBTFUL = [
    ("区司法局", "印发《关于我局普法的通知》", ["我局"]),
    ("区司法局", "我局长张某", ["我局"]),
    ("区司法局", "自我局成立以来", ["我局"]),
    ("区司法局", "我镇组织，我单位组织，我办牵头", ["我镇", "我单位", "我办"]),
    ("区残疾人联合会", "我会继续努力", ["我会"]),
    ("迎丰镇", "《甲》由我镇印发，我局", ["我局"]),
    ("", "我局受理", ["我局"]),
    # nothing to ask about
    ("区司法局", "我区§、我们§、由我办理§、我委托§、本镇§、自我局限", []),
    ("区司法局", "我局受理", []),
    ("区司法局", "", []),
]


@pytest.mark.parametrize(("name", "text", "expected"), MENDED)
def test_the_department_speaks_by_its_name(name: str, text: str, expected: str | None) -> None:
    changes = FirstPerson(name).changes(text)
    if expected is None:
        expected = text.replace("我" + name[-1], name)
    assert apply(text, changes) == expected
    assert {change.kind for change in changes} == {ChangeKind.FIRST_PERSON}


@pytest.mark.parametrize(("name", "text"), KEPT)
def test_what_is_another_word_stays(name: str, text: str) -> None:
    assert FirstPerson(name).changes(text) == ()


@pytest.mark.parametrize(("name", "text", "expected"), DOUBTFUL)
def test_what_is_doubtful_is_told_and_left(name: str, text: str, expected: list[str]) -> None:
    person = FirstPerson(name)
    doubtful = person.doubtful(text)
    assert [found.text for found in doubtful] == expected
    assert all(text[found.start : found.end] == found.text for found in doubtful)
    assert not {found.start for found in doubtful} & {change.start for change in person.changes(text)}


def test_a_title_that_lost_its_end_stops_at_the_full_stop() -> None:
    assert len(FirstPerson("区司法局").changes("印发《方案。我局牵头")) == 1


@given(
    st.sampled_from(["区司法局", "迎丰镇", "区残疾人联合会", "城中街道", "高新区", "区业务科"]),
    st.text(st.sampled_from("我本局镇会科自来限长街道《》。基成完1甲"), max_size=12),
)
def test_mending_again_changes_nothing(name: str, text: str) -> None:
    person = FirstPerson(name)
    mended = apply(text, person.changes(text))
    assert person.changes(mended) == ()
