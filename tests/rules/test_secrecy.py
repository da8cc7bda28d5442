"""Marks of secrecy are found wherever they stand; prose about secrets is none."""

from __future__ import annotations

import pytest

from reportctl.rules.secrecy import internal_marks, secrecy_marks
from reportctl.sources import Source

MARKS = (
    *(
        "秘密★5年",
        "机密★长期",
        "绝密 ★ 一年",
        "密级\uff1a机密",
        "密级: 秘密",
        "密级 绝密",
        "机密★",
        "秘 密 ★ 5 年",
    ),
    *(
        "秘密☆10年",
        "机密\u200b★\u200b长期",
        "秘密*5年",
        "秘密\uff0a５年",
        "絕密★30年",
        "機密★长期",
        "秘密级★五年",
    ),
    *(
        "秘密5年 本件为机密级文件",
        "机密 长期",
        "绝密\u3000３０年",
        "（秘密6个月）",
        "秘密\uff1a5年",
        "本件为机密级文件",
    ),
    *(
        "“机密 20年”",
        "【机密】",
        "密级,机密",
        "  - text: 检查5次。机密★1年",
        "# 秘密★5年",
        '"\\u79d8\\u5bc6\\u2605"',
    ),
    *("heading: 秘密\n    ★5年", '"秘\\\n  密★5年"', "绝密⭐\ufe0f永久", "本材料属秘密件"),
)
PROSE = (
    *(
        "开展保守国家秘密教育3次。",
        "保护商业秘密5年行动。",
        "侵犯商业秘密案10件",
        "严守工作秘密",
        "签订保密协议",
    ),
    *(
        "泄露国家秘密、商业秘密10起",
        "国家秘密5年内未失密",
        "机密级计算机3台",
        "绝密级、机密级、秘密级事项12项",
    ),
    *(
        "确定国家秘密的密级、保密期限",
        "做好定密工作\uff0c密级和期限准确率100%",
        "加密级联",
        "破获“机密”系列案1起",
    ),
    *(
        "★★★★★五星级评价",
        "秘密调查5件",
        "机密文件由专人保管",
        "该案秘密取证3次\uff0c长期跟踪",
        "动机密切相关",
    ),
    *("涉及国家秘密的信息不予公开", "保守秘密长期坚持", "核心机密，10年磨一剑"),
)
INTERNAL = (
    *(
        "内部资料 注意保存",
        "内部资料\uff0c注意保存",
        "内部文件\u3000注意保密",
        "此件不予公开",
        "本件依法不予公开",
    ),
    *(
        "（不予公开）",
        "公开属性\uff1a不予公开",
        "公开方式: 不公开",
        "内部资料★注意保存",
        "text: 内部资料",
        "注意保存",
    ),
    *("内 部 资 料", "note: “不予公开”", "【内部资料】", "内部材料\uff0c严禁外传"),
)
PUBLISHED = (
    *(
        "作出不予公开决定12件。",
        "予以公开、部分公开、不予公开分别为3件。",
        "（三）不予公开,3",
        "不予公开,3,4",
    ),
    *("查处违规印制内部资料性出版物3种", "连续性内部资料出版物", "依法不予公开的政府信息", "注意保存证据"),
    *("此件公开发布", "内部资料管理制度2项", "对不予公开的（涉及国家秘密）说明理由"),
)


@pytest.mark.parametrize("text", MARKS)
def test_a_mark_of_secrecy_is_found(text: str) -> None:
    assert list(secrecy_marks(Source("a.yaml", text)))


@pytest.mark.parametrize("text", MARKS)
@pytest.mark.parametrize("end", ["\n", "\r\n", " \n\n"])
def test_a_mark_of_secrecy_is_found_amid_other_lines(text: str, end: str) -> None:
    assert list(secrecy_marks(Source("a.yaml", f"前文{end}{text}{end}后文{end}")))


@pytest.mark.parametrize("text", PROSE)
def test_prose_about_secrets_bears_no_mark(text: str) -> None:
    assert not list(secrecy_marks(Source("a.yaml", f"text: {text}")))
    assert not list(secrecy_marks(Source("a.md", f"{text}\n")))
    assert not list(secrecy_marks(Source("a.md", f"前文\n{text}\n后文\n")))


@pytest.mark.parametrize("text", INTERNAL)
def test_a_mark_that_forbids_to_publish_is_found(text: str) -> None:
    assert list(internal_marks(Source("a.yaml", text)))


@pytest.mark.parametrize("text", INTERNAL)
@pytest.mark.parametrize("end", ["\n", "\r\n", " \n\n"])
def test_a_mark_that_forbids_to_publish_is_found_amid_other_lines(text: str, end: str) -> None:
    assert list(internal_marks(Source("a.yaml", f"前文{end}{text}{end}后文{end}")))


@pytest.mark.parametrize("text", [*PUBLISHED, *PROSE])
def test_prose_about_publishing_bears_none(text: str) -> None:
    assert not list(internal_marks(Source("a.yaml", f"- text: {text}\n")))
    assert not list(internal_marks(Source("a.csv", f"{text}\n")))
    assert not list(internal_marks(Source("a.md", f"前文\n{text}\n后文\n")))


def test_the_place_is_where_the_mark_stands() -> None:
    source = Source("a.yaml", 'text: "检查\\u79d8密★5年。"\n')
    (found,) = secrecy_marks(source)
    start, end = source.offsets(found.span)
    assert source.text[start:end] == "\\u79d8密★"
