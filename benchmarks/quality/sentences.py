"""Puts a sentence with a fault between those of a paragraph: what clean prose has no place to spoil."""

from __future__ import annotations

from typing import TYPE_CHECKING

from benchmarks.quality.defects import said

if TYPE_CHECKING:
    import random
    from collections.abc import Callable

    from benchmarks.quality.defects import Spoiled
    from benchmarks.quality.wrapping import Paragraph


def _put_in(*sentences: str) -> Callable[[Paragraph, random.Random], Spoiled | None]:
    """A way to spoil a paragraph: one of the sentences behind one of its own."""
    return said(lambda chance: chance.choice(sentences))


DOCUMENT_NAMES = _put_in(
    "落实《|法治政府建设实施刚要（2021—2025年）》。",
    "学习《|优化营商环竟条例》。",
    "执行《|重大行政决策程序暂行条列》。",
)
DOCUMENT_PERIODS = _put_in(
    "落实《法治政府建设实施纲要（|2022—2025年）》。",
    "编制“十四五”（|2021—2024年）规划。",
    "落实“八五”普法规划（|2021—2026年）。",
)
RATES = _put_in(
    "受理案件100件，办结95件，办结率|98%。",
    "调解纠纷1152件，成功1143件，成功率|89.2%。",
    "群众满意率达到|198.5%。",
)
SUMS = _put_in("办理案件276件，其中|刑事216件、民事70件。", "培训干部300人，其中|女干部320人。")
APPROXIMATIONS = _put_in(
    "发放资料|近3000余份。", "覆盖群众|约500人左右。", "满意率|超过99%以上。", "投诉量|下降了2倍。"
)
LEADERS = _put_in(
    "深入学习贯彻|习近平法制思想。", "学习|习近平新时代特色社会主义思想。", "贯彻|习总书记重要讲话精神。"
)
OFFICES = _put_in("会同|区工商局检查3次。", "协助|区环保局检查3次。", "配合|区安监局检查3次。")
REQUESTS = _put_in("经费不足，|恳请上级支持。", "以上意见|妥否，请批示。", "编制紧张，|请上级给予资金支持。")
CONTACTS = _put_in("咨询请打|13800000000。", "联系电话|0745-2230001。", "材料发到|a.b@hecheng.gov.cn。")
CHAT = _put_in("|以下是为您整理的总结。", "|希望以上内容对您有帮助。")
MARKUP = _put_in("|**加强监管**。", "全年检查|`20`次。", "|### 加强监管。")
