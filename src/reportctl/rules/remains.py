"""Rules of remains: what was left to be filled in, and what a web page, a word processor or a chat leaves."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reportctl.findings import Rule, Severity
from reportctl.text.chars import LETTER
from reportctl.text.gaps import STRONG

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reportctl.findings import Finding
    from reportctl.rules.context import Context
    from reportctl.rules.texts import TextSet

PLACEHOLDER = Rule(
    "placeholder",
    Severity.ERROR,
    "占位符没有填",
    "文字里还有 XX、××、*次、____、空括号、“待补充”之类的占位符，或者数字的位置空着，报告会原样印出来。"
    "填上实际内容，或删去这半句。",
    "text: 全年检查XX次。",
    "text: 全年检查20次。",
)
WEB_REMAINS = Rule(
    "web-remains",
    Severity.WARNING,
    "网页残留",
    "从网页复制时带进来的按钮、导航或代码（打印、字号、扫一扫、HTML 标签等），不是报告的内容。删去。",
    "text: 全年检查20次。扫一扫在手机打开当前页",
    "text: 全年检查20次。",
)
MARKUP = Rule(
    "markup-remains",
    Severity.WARNING,
    "排版记号残留",
    "**加粗**、## 标题之类的记号在报告里会原样印出来。删去记号，留下文字。",
    "text: '**加强监管**。全年检查20次。'",
    "text: 加强监管。全年检查20次。",
)
CHAT_REMAINS = Rule(
    "chat-remains",
    Severity.WARNING,
    "写作软件的话",
    "这是写作软件对您说的话，不是报告的内容。删去；软件代写的事实和数字，请逐条核对。",
    "text: 以下是为您生成的工作总结：全年检查20次。",
    "text: 全年检查20次。",
)

RULES = (PLACEHOLDER, WEB_REMAINS, MARKUP, CHAT_REMAINS)

_WEB = re.compile(
    r"扫一扫|分享到|【字[体号]|字[体号][\uff1a:][ ]*[大中小【]|责任编辑[\uff1a:]|打印本页|关闭(?:本页|窗口)"
    r"|[上下]一[篇页][\uff1a:]|当前位置[\uff1a:]|您(?:当前)?的?位置[\uff1a:是]|浏览(?:次数|量)[\uff1a:]"
    r"|点击(?:次数|数|率)[\uff1a:]|发布(?:时间|日期)[\uff1a:]|信息来源[\uff1a:]|返回顶部|附件下载"
    r"|展开全文|阅读全文|点击查看|我要纠错|分享让更多人看到"
    r"|&(?:nbsp|lt|gt|amp|quot|ldquo|rdquo|mdash|middot|#\d+);"
    r"|</?(?:p|br|div|span|a|b|strong|td|tr|table|img)\b[^>\n]{0,200}>"
)
_WEB_WORDS = frozenset({"关闭", "顶", "载", "扫一", "享到", "享让", "印本", "全文", "击查", "要纠"})
_WEB_SIGNS = frozenset("【&<")
_MARKUP_SIGNS = frozenset("*#`\\]")
_WEB_BEFORE_COLON = re.compile("字体|字号|辑|篇|页|位置|次数|览量|点击|发布|来源")
_CHAT_WORDS = frozenset(
    {"您", "语言模型", "望以上", "望这", "请根据", "知我", "诉我", "下是", "下面是", "这是"}
)
_MARKUP = re.compile(
    rf"{STRONG}|#{{2,6}}[ \u3000]+(?={LETTER})|`[^`\n]{{1,40}}`"
    rf"|\\[nt](?={LETTER})|\[[^\]\n]{{1,40}}\]\(https?:"
)
_CHAT = re.compile(
    r"(?:以下|下面)是(?:为您|我为您|根据您)|作为(?:一个|一名)?(?:AI|人工智能)(?:语言模型|助手)"
    r"|希望(?:以上|这些|这份)[^\n。]{0,12}(?:帮助|有用)|根据您(?:提供|的要求|的需求)"
    r"|如(?:果)?(?:您)?(?:还)?需要?(?:进一步)?(?:修改|调整|补充)[^\n。]{0,8}(?:请|随时)告(?:诉|知)我"
    r"|请根据实际情况(?:修改|填写|调整|补充)|(?:当然|好的)[\uff0c,!\uff01](?:以下|下面|这是)"
)
# One of these, or of the signs above, stands in whatever its pattern finds. None begins as another kind ends.
_WORDS = re.compile("|".join(sorted(_WEB_WORDS | _CHAT_WORDS)))


def check(texts: TextSet, _: Context) -> Iterator[Finding]:
    """Placeholders, remains of web pages, of markup and of chat programs."""
    text, signs = texts.text, texts.signs
    words = set(_WORDS.findall(text))
    yield from _placeholders(texts)
    if not _WEB_SIGNS.isdisjoint(signs) or words & _WEB_WORDS or _has_label(texts):
        for found in _WEB.finditer(text):
            message = f"“{found.group()}”像是网页上的字"
            yield texts.at(WEB_REMAINS, *found.span(), message, "不是报告的内容就删去")
    if not _MARKUP_SIGNS.isdisjoint(signs):
        for found in _MARKUP.finditer(text):
            message = f"“{found.group()[:12]}”带着排版记号，会原样印出来"
            yield texts.at(MARKUP, *found.span(), message, "删去记号，留下文字")
    if words & _CHAT_WORDS:
        for found in _CHAT.finditer(text):
            message = f"“{found.group()}”是写作软件的话，不是报告的内容"
            yield texts.at(CHAT_REMAINS, *found.span(), message, "删去这句话，并核对软件写的事实和数字")


def _placeholders(texts: TextSet) -> Iterator[Finding]:
    for found in texts.gaps:
        words = found.group().strip()
        message = f"占位符“{words}”没有填" if words else "数字的位置是空的，没有填"
        yield texts.at(PLACEHOLDER, found.start(), found.end(), message, "填上实际内容，或删去这半句")


def _has_label(texts: TextSet) -> bool:
    """Whether there may be a label, as 来源 or 上一页 with a colon."""
    has_colon = "\uff1a" in texts.text or ":" in texts.signs
    return has_colon and _WEB_BEFORE_COLON.search(texts.text) is not None
