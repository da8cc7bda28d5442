"""The rules of typing errors: what a Chinese input method, a paste or a word processor does to YAML."""

from __future__ import annotations

from reportctl.findings import Rule, Severity

WRONG_COLON = Rule(
    "wrong-colon",
    Severity.ERROR,
    "键名后面不是英文冒号",
    "键名后面要用英文冒号加一个空格。中文输入法打出的“：”看上去一样，程序却不认，这一行会读错或并进上一行。",
    "achievements:\n  - heading：加强监管\n    text: 全年检查20次。",
    "achievements:\n  - heading: 加强监管\n    text: 全年检查20次。",
    locked=True,
    fixable=True,
)
MISSING_BLANK = Rule(
    "missing-blank",
    Severity.ERROR,
    "冒号或短横后面少一个空格",
    "键名的英文冒号后面、每一条开头的短横后面，都要有一个空格，否则这一行会读错或并进上一行。",
    "achievements:\n  - heading:加强监管\n    text: 全年检查20次。",
    "achievements:\n  - heading: 加强监管\n    text: 全年检查20次。",
    locked=True,
    fixable=True,
)
MISSING_COLON = Rule(
    "missing-colon",
    Severity.ERROR,
    "键名后面没有冒号",
    "键名后面要有英文冒号 : 和一个空格，再写内容。",
    "department: 区司法局\nyear 2023",
    "department: 区司法局\nyear: 2023",
    locked=True,
)
TAB_INDENT = Rule(
    "tab-indent",
    Severity.ERROR,
    "用 Tab 缩进",
    "行首的缩进只能用空格，不能用 Tab 键。",
    "achievements:\n  - heading: 加强监管\n\ttext: 全年检查20次。",
    "achievements:\n  - heading: 加强监管\n    text: 全年检查20次。",
    locked=True,
    fixable=True,
)
ODD_INDENT = Rule(
    "odd-indent",
    Severity.ERROR,
    "用全角空格缩进",
    "行首的缩进只能用英文空格。全角空格、网页里粘来的不间断空格看上去一样，程序却当成文字。",
    "achievements:\n  - heading: 加强监管\n\u3000\u3000text: 全年检查20次。",
    "achievements:\n  - heading: 加强监管\n    text: 全年检查20次。",
    locked=True,
    fixable=True,
)
WRONG_DASH = Rule(
    "wrong-dash",
    Severity.ERROR,
    "条目前面不是英文短横",
    "每一条以英文短横加空格“- ”开头。全角的“－”、破折号“—”和项目符号“•”都不行。",
    "achievements:\n  － heading: 加强监管\n    text: 全年检查20次。",
    "achievements:\n  - heading: 加强监管\n    text: 全年检查20次。",
    locked=True,
)
SECOND_COLON = Rule(
    "second-colon",
    Severity.ERROR,
    "内容里有英文冒号加空格",
    "英文冒号加空格“: ”是键名的记号，内容里再出现，这一行就被切成两半。内容里的冒号请用全角的“：”。",
    "achievements:\n  - heading: 加强监管\n    text: 全年工作: 检查20次。",
    "achievements:\n  - heading: 加强监管\n    text: 全年工作：检查20次。",
    locked=True,
)
SPLIT_BY_COMMA = Rule(
    "split-by-comma",
    Severity.ERROR,
    "花括号里的英文逗号切开了内容",
    "花括号 { } 和方括号 [ ] 里，英文逗号用来隔开各项，内容里的逗号请用全角的“，”，或给内容加英文双引号。",
    "achievements:\n  - {heading: 加强监管, text: 全年检查20次\x2c发现问题3个。}",
    "achievements:\n  - {heading: 加强监管, text: 全年检查20次，发现问题3个。}",
    locked=True,
)
WRONG_COMMA = Rule(
    "wrong-comma",
    Severity.ERROR,
    "花括号里各项之间不是英文逗号",
    "花括号 { } 里各项之间用英文逗号加空格隔开，不能用“，”“、”“；”。",
    "contact: {name: 李某， phone: 0745-0000000}",
    "contact: {name: 李某, phone: 0745-0000000}",
    locked=True,
    fixable=True,
)
TEXT_AFTER_QUOTE = Rule(
    "text-after-quote",
    Severity.ERROR,
    "引号后面还有文字",
    "值以英文引号开头时，程序读到另一个引号为止，后面的文字就读不下去。"
    "引用的词语请用中文引号“”，或给整个值加引号。",
    'achievements:\n  - heading: 加强监管\n    text: "双随机"检查20次。',
    "achievements:\n  - heading: 加强监管\n    text: “双随机”检查20次。",
    locked=True,
)
UNCLOSED_QUOTE = Rule(
    "unclosed-quote",
    Severity.ERROR,
    "英文引号没有成对",
    "值以英文引号开头，却没有另一个引号，程序会把下面的几行都当成这个值。",
    'achievements:\n  - heading: "加强监管\n    text: 全年检查20次。',
    'achievements:\n  - heading: "加强监管"\n    text: 全年检查20次。',
    locked=True,
)
SPECIAL_START = Rule(
    "special-start",
    Severity.ERROR,
    "值以特殊记号开头",
    "值不能直接以 [ ] { } % @ ` ! & * | > 等英文记号开头，它们在 YAML 里另有用处。"
    "换成中文标点，或给整个值加英文双引号。",
    "achievements:\n  - heading: [重点]加强监管\n    text: 全年检查20次。",
    "achievements:\n  - heading: 【重点】加强监管\n    text: 全年检查20次。",
    locked=True,
)
SWALLOWED_TEXT = Rule(
    "swallowed-text",
    Severity.WARNING,
    "“#”后面的文字没有读进来",
    "空格加 # 之后的文字是备注，不会写进报告。确实是内容的，去掉 # 前面的空格，或给整个值加英文双引号。",
    "achievements:\n  - heading: 加强监管\n    text: 全年检查 #1号楼等20处。",
    "achievements:\n  - heading: 加强监管\n    text: 全年检查1号楼等20处。",
)
CHINESE_QUOTES = Rule(
    "chinese-quotes",
    Severity.ERROR,
    "用中文引号包住了键名或值",
    "中文引号“”是文字的一部分，不能代替英文引号。去掉即可，这里不需要引号。",
    "department: 区司法局\nyear: “2023”",
    "department: 区司法局\nyear: 2023",
    locked=True,
)
BROKEN_LINE = Rule(
    "broken-line",
    Severity.ERROR,
    "一段文字中间换了行",
    "一段文字写在一行里，多长都行。中间按了回车，下一行就成了没有键名的文字，程序读不懂。"
    "把它接到上一行后面；一定要换行的，行首比键名多空几格。",
    "achievements:\n  - heading: 加强监管\n    text: 全年检查20次，\n发现问题3个。",
    "achievements:\n  - heading: 加强监管\n    text: 全年检查20次，发现问题3个。",
    locked=True,
)
MISALIGNED = Rule(
    "misaligned",
    Severity.ERROR,
    "键名没有左对齐",
    "同一条里的键名要左对齐，行首的空格一样多；短横“- ”算两个空格。多一个、少一个空格，程序都读不懂。",
    "achievements:\n  - heading: 加强监管\n   text: 全年检查20次。",
    "achievements:\n  - heading: 加强监管\n    text: 全年检查20次。",
    locked=True,
)
FOREIGN_LINE = Rule(
    "foreign-line",
    Severity.ERROR,
    "文件里有不是材料的一行",
    "从聊天软件、邮件或写作助手里复制材料时，常把“```”和前后的话一起带进来。删去这些行，只留材料。",
    "```yaml\ndepartment: 区司法局\nyear: 2023\n```",
    "department: 区司法局\nyear: 2023",
    locked=True,
)
MARKDOWN = Rule(
    "markdown-mark",
    Severity.ERROR,
    "有加粗的记号 **",
    "** 是 Markdown 里加粗的记号，写作助手常带着它。材料里不用，去掉即可；标题的字体由程序定。",
    "achievements:\n  - **heading**: 加强监管\n    text: 全年检查20次。",
    "achievements:\n  - heading: 加强监管\n    text: 全年检查20次。",
    locked=True,
)
MERGE_CONFLICT = Rule(
    "merge-conflict",
    Severity.ERROR,
    "文件里有合并冲突的记号",
    "<<<<<<<、=======、>>>>>>> 是版本管理软件留下的记号：两个人改了同一处。"
    "留下要用的一份，删去另一份和这三行记号。",
    "department: 区司法局\n<<<<<<< HEAD\nyear: 2023\n=======\nyear: 2022\n>>>>>>> main",
    "department: 区司法局\nyear: 2023",
    locked=True,
)

RULES = (
    WRONG_COLON,
    MISSING_BLANK,
    MISSING_COLON,
    TAB_INDENT,
    ODD_INDENT,
    WRONG_DASH,
    SECOND_COLON,
    SPLIT_BY_COMMA,
    WRONG_COMMA,
    TEXT_AFTER_QUOTE,
    UNCLOSED_QUOTE,
    SPECIAL_START,
    SWALLOWED_TEXT,
    CHINESE_QUOTES,
    BROKEN_LINE,
    MISALIGNED,
    FOREIGN_LINE,
    MARKDOWN,
    MERGE_CONFLICT,
)
