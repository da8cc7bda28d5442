"""The parser's complaint in the user's words, at the place that it names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from yaml.error import MarkedYAMLError
from yaml.reader import ReaderError

from reportctl.sources import codes

if TYPE_CHECKING:
    import yaml

    from reportctl.findings import Finding
    from reportctl.sources.source import Source

_WORDS: tuple[tuple[str, str, str], ...] = (
    (
        "cannot start any token",
        "这里的字符不能作为值的开头",
        "行首缩进只能用空格，不能用 Tab；值以 @ ` % 等符号开头时，给整个值加英文双引号",
    ),
    (
        "mapping values are not allowed",
        "一行里出现了第二个“: ”（英文冒号加空格）",
        "文中的冒号请用全角的“：”；或给整个值加英文双引号",
    ),
    (
        "could not find expected ':'",
        "这一行缺少英文冒号 : ",
        "键名后面要有英文冒号和一个空格，如“heading: 加强监管”；检查冒号是否打成了全角、上一行的引号是否成对",
    ),
    ("found unexpected end of stream", "引号没有成对，一直到文件末尾都没有找到另一半", "补上缺少的引号"),
    ("found unexpected document indicator", "引号没有成对", "补上缺少的引号"),
    (
        "did not find expected key",
        "这一行的缩进或格式与上一行对不上",
        "同一层的键要左对齐；值里有引号时检查引号是否成对",
    ),
    (
        "did not find expected '-' indicator",
        "这一行与上面的列表对不齐",
        "同一层的“-”要左对齐；“-”后面要有一个空格",
    ),
    (
        "did not find expected ',' or",
        "括号里少一个逗号，或括号没有成对",
        "检查 [ ] 和 { }；整段文字请加英文双引号",
    ),
    ("did not find expected node content", "括号里的内容读不懂", "检查 [ ] 和 { }；整段文字请加英文双引号"),
    (
        "found unknown escape character",
        "英文双引号里的反斜杠“\\”后面跟了不认识的字符",
        "把反斜杠写成两个“\\\\”，或改用单引号",
    ),
    ("block sequence entries are not allowed", "这里不能开始一个列表", "“-”要另起一行，写在键名的下一行"),
    ("undefined alias", "值不能以“*”开头", "给整个值加英文双引号"),
    ("found undefined tag handle", "值不能以“！”开头", "给整个值加英文双引号"),
    ("did not find expected <document start>", "这里的内容不属于任何键", "检查上一行的缩进和引号"),
    ("did not find expected alphabetic", "值不能以“&”“*”或“%”开头", "给整个值加英文双引号"),
    ("invalid leading UTF-8 octet", "此处的字节不是文字", codes.SAVE_AS_UTF8),
    ("invalid Unicode character escape", "英文双引号里的 \\u 写法不是一个有效的字符", "直接写这个字"),
)


def explain(source: Source, error: yaml.YAMLError) -> Finding:
    """One finding for the parser's error; the parser stops at its first."""
    if isinstance(error, MarkedYAMLError) and error.problem_mark is not None:
        problem = f"{error.problem or ''}"
        context = f"{error.context or ''}"
        mark = error.problem_mark
        # an unclosed quote is reported where the text ends: the quote itself is what must be mended
        if "end of stream" in problem and "quoted" in context and error.context_mark is not None:
            mark = error.context_mark
        offset = min(mark.index, len(source.text))
    else:
        problem = str(getattr(error, "reason", error))
        offset = int(getattr(error, "position", 0)) if isinstance(error, ReaderError) else 0
    span = source.span(offset, min(offset + 1, len(source.text)))
    for sign, message, hint in _WORDS:
        if sign in problem:
            return codes.SYNTAX.at(span, message, hint)
    return codes.SYNTAX.at(span, "从这里起格式读不懂", "检查缩进、冒号后的空格、引号和括号是否成对")
