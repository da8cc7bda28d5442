"""The rules of reading: what a file must be before anything in it can be judged."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportctl.findings import Finding, Related, Rule, Severity

if TYPE_CHECKING:
    from reportctl.sources.source import Source

SAVE_AS_UTF8 = "用记事本打开，“另存为”，编码选“UTF-8”，保存后再交"
UTF16_MESSAGE = "文件是 UTF-16（记事本里叫“Unicode”）编码，不能读取"
LARGE_HINT = "一个部门的材料通常不到 100 KB：检查是否误粘了图片、日志或重复的内容"
DEEP_MESSAGE = "嵌套超过 {} 层"
DEEP_HINT = "检查是否多打了方括号、花括号或缩进"
BRACE_HINT = "检查是否多打了花括号或方括号；整段文字请加英文双引号"
NOT_TEXT_HINT = "不能把 Word、PDF 这样的文件改名成 .yaml：请把文字复制到 `reportctl init` 生成的表单里"
EMPTY_MESSAGE = "文件是空的"
EMPTY_HINT = "按 `reportctl init` 生成的表单填写；不需要的文件请移出 submissions 文件夹"
SECOND_MESSAGE = "一个文件里只能有一份材料，这里又开始了第二份（---）"
SECOND_HINT = "删掉这一行 ---，或把后面的内容另存为一个文件"

EMPTY_FILE = Rule(
    "empty-file",
    Severity.ERROR,
    "文件是空的",
    "文件里没有内容，或只有注释。多半是保存前被清空，或只交了空文件。",
    "",
    "department: 区司法局\nyear: 2023",
    locked=True,
)
TOO_LARGE = Rule(
    "too-large",
    Severity.ERROR,
    "文件太大",
    "文件超过大小或条目数的上限，没有读取。正常的材料远小于上限，通常是误粘了别的内容。",
    "……（几百万字）",
    "department: 区司法局\nyear: 2023",
    locked=True,
)
TOO_DEEP = Rule(
    "too-deep",
    Severity.ERROR,
    "嵌套太深",
    "括号或缩进的层数超过上限。材料最多只有四五层，出现更多层说明缩进或括号打错了。",
    "achievements: [[[[[[[[[[[[[[[[加强监管]]]]]]]]]]]]]]]]",
    "achievements: [加强监管。全年检查20次。]",
    locked=True,
)
UTF16 = Rule(
    "utf16",
    Severity.ERROR,
    "UTF-16 编码",
    "文件以 UTF-16 编码保存，程序不读取这种文件，以免错字。请另存为 UTF-8。",
    "（记事本“另存为”时编码选了“Unicode”或“UTF-16”）",
    "（编码选“UTF-8”）",
    locked=True,
)
GB18030 = Rule(
    "gb18030",
    Severity.WARNING,
    "GBK/GB18030 编码",
    "不是 UTF-8，而是 GBK 或 GB18030。已按 GB18030 读取，文字一般不会错；请核对生僻字，并改存为 UTF-8。",
    "（记事本“另存为”时编码选了“ANSI”）",
    "（编码选“UTF-8”）",
)
UNDECODABLE = Rule(
    "undecodable",
    Severity.ERROR,
    "读不出文字",
    "文件既不是 UTF-8，也不是 GB18030，或者中间有损坏的字节。",
    "（传输中断、损坏的文件）",
    "（编码选“UTF-8”重新保存）",
    locked=True,
)
NOT_TEXT = Rule(
    "not-text",
    Severity.ERROR,
    "不是文本文件",
    "文件的扩展名是 .yaml，内容却是 Word、PDF 或压缩包。改扩展名不会改变内容。",
    "（把 材料.docx 改名为 材料.yaml）",
    "（把文字复制到表单里）",
    locked=True,
)
CONTROL_CHARACTER = Rule(
    "control-character",
    Severity.ERROR,
    "控制字符",
    "文字里夹着看不见的控制字符，YAML 不允许，Word 也打不开这样的文件。多半是从网页或其他软件粘贴来的。",
    'text: "加强\\x0b监管。"',
    "text: 加强监管",
    locked=True,
)
SYNTAX = Rule(
    "syntax",
    Severity.ERROR,
    "格式读不懂",
    "YAML 的格式不对，从这里起读不下去。"
    "最常见的是：冒号打成了全角、冒号或短横后面少一个空格、缩进用了 Tab、引号没有成对。",
    'achievements:\n  - heading: 加强监管\n    text: "见D:\\材料，检查20次。"',
    "achievements:\n  - heading: 加强监管\n    text: 见D:\\材料，检查20次。",
    locked=True,
)
DUPLICATE_KEY = Rule(
    "duplicate-key",
    Severity.ERROR,
    "键名重复",
    "同一处写了两个相同的键，程序不知道该用哪一个。合成一个，或把后一个改成它本来的名字。中文键名和英文键名算同一个。",
    "text: 全年检查20次。\ntext: 全年检查30次。",
    "text: 全年检查20次，其中夜间检查10次。",
    locked=True,
)
BAD_KEY = Rule(
    "bad-key",
    Severity.ERROR,
    "键名不是一个词",
    "键名的位置上是一个列表或一组键值。通常是多打了 { } 或 [ ]。",
    "{部门}: 区司法局",
    "部门: 区司法局",
    locked=True,
)
ALIAS = Rule(
    "alias",
    Severity.ERROR,
    "值以 & 或 * 开头",
    "YAML 里 & 和 * 是特殊记号（锚点和别名），材料中不使用。值本来就以它们开头的，给整个值加英文双引号。",
    "text: &a 全年检查20次",
    'text: "全年检查20次"',
    locked=True,
)
TAG = Rule(
    "tag",
    Severity.ERROR,
    "值以 ! 开头",
    "YAML 里 ! 是特殊记号（标签），材料中不使用。值本来就以它开头的，给整个值加英文双引号。",
    "text: !a 加强监管",
    'text: "重要！加强监管"',
    locked=True,
)
SECOND_DOCUMENT = Rule(
    "second-document",
    Severity.ERROR,
    "一个文件里有两份材料",
    "文件中间的一行 --- 会开始第二份材料，程序只读第一份。",
    "department: 区司法局\n---\ndepartment: 区林业局",
    "department: 区司法局",
    locked=True,
)

RULES = (
    EMPTY_FILE,
    TOO_LARGE,
    TOO_DEEP,
    UTF16,
    GB18030,
    UNDECODABLE,
    NOT_TEXT,
    CONTROL_CHARACTER,
    SYNTAX,
    DUPLICATE_KEY,
    BAD_KEY,
    ALIAS,
    TAG,
    SECOND_DOCUMENT,
)


def duplicate_key(source: Source, key: str, second: tuple[int, int], first: int) -> Finding:
    """A key written twice: the finding stands at the second, and names the first."""
    before = source.span(first, first + 1)
    return DUPLICATE_KEY.at(
        source.span(*second),
        f"键“{key}”重复，第 {before.line} 行已经写过",
        "合成一个，或改成它本来的名字",
        related=(Related(before, "第一次写在这里"),),
    )
