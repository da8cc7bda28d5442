"""The rules of a project's folder: what lies in it that is no submission, or cannot be read."""

from __future__ import annotations

from reportctl.findings import Rule, Severity

STRAY_FILE = Rule(
    "stray-file",
    Severity.WARNING,
    "不是材料的文件",
    "submissions 文件夹里只放部门材料（.yaml）。这个文件没有读取；需要的内容请填进表单，不需要的请移走。",
    "（submissions/说明.docx）",
    "（submissions/区司法局.yaml）",
)
NOT_A_FILE = Rule(
    "not-a-file",
    Severity.ERROR,
    "不是文件",
    "名字像材料（.yaml），却是文件夹或别的东西，读不出内容。",
    "（名为 区司法局.yaml 的文件夹）",
    "（名为 区司法局.yaml 的文件）",
    locked=True,
)
BROKEN_LINK = Rule(
    "broken-link",
    Severity.ERROR,
    "链接断了",
    "这是一个指向别处的链接，它指的文件不存在。请把文件本身放进来。",
    "（submissions/区司法局.yaml -> 已删除的文件）",
    "（submissions/区司法局.yaml 是文件本身）",
    locked=True,
)
OUTSIDE_LINK = Rule(
    "outside-link",
    Severity.ERROR,
    "链接指到项目之外",
    "这个链接指向项目文件夹之外，程序不读取那里的文件。请把文件本身放进来。",
    "（submissions/区司法局.yaml -> /etc/passwd）",
    "（submissions/区司法局.yaml 是文件本身）",
    locked=True,
)
UNREADABLE = Rule(
    "unreadable",
    Severity.ERROR,
    "文件打不开",
    "没有权限读取这个文件，或磁盘读错。请检查权限，或让交件人重新交一份。",
    "（权限为 000 的文件）",
    "（可以读取的文件）",
    locked=True,
)
LAST_YEAR_UNREAD = Rule(
    "last-year-unread",
    Severity.WARNING,
    "上年的材料读不出来",
    "report.yaml 的 last_year（上年材料）指的文件夹不在项目里，或其中有读不出来的文件，没有和它们比对。"
    "上年项目的 submissions 文件夹复制进来，改名为 last-year 就行；不用比对的，删去 last_year 这一行。",
    "（report.yaml 写着 last_year: last-year，项目里没有这个文件夹）",
    "（项目里有 last-year 文件夹，放着上年的材料）",
)
BAD_FILE_NAME = Rule(
    "bad-file-name",
    Severity.ERROR,
    "不能作文件名",
    '报告的文件名由 output.name（输出的文件名）或地区、年度组成，不能有 / \\ : * ? " < > | 和看不见的字符，'
    "不能以点开头，不能是 Windows 保留的名字（CON、NUL 等），不能太长。",
    "output: {name: 2023/报告}",
    "output: {name: 2023年报告}",
    locked=True,
)
EDITED_OUTPUT = Rule(
    "edited-output",
    Severity.ERROR,
    "生成的文件被人改过",
    "要生成的文件已经有了，并且在生成之后有人改过（或者不是这个项目生成的）。程序不会不声不响地覆盖别人的改动："
    "改动要留的，用 reportctl reconcile 收进 edits.yaml；不要的，加 --replace 重新生成，"
    "旧文件移到 rounds/改动稿。",
    "（领导在 output/ 的 Word 文件里改了一段）",
    "（改动已用 reconcile --write 收进 edits.yaml，或用 build --replace 重新生成）",
    locked=True,
)
MISSING_SIGNATORY = Rule(
    "missing-signatory",
    Severity.ERROR,
    "红头没有签发人",
    "报告是上行文，红头（formal）要写签发人（GB/T 9704—2012，7.2.6）。"
    "在 report.yaml 的 document 里写 signatory（签发人），或改用白头（plain）。",
    "form: formal\ndocument: {issuer: 云溪县人民政府}",
    "form: formal\ndocument: {issuer: 云溪县人民政府, signatory: 张某某}",
    locked=True,
)

NO_REPORT = Rule(
    "no-report",
    Severity.ERROR,
    "没有 report.yaml",
    "一个报告项目是一个有 report.yaml 的文件夹。在项目文件夹里运行，或用 -C 指明它；"
    "还没有项目的，用 reportctl init 新建。",
    "（文件夹里只有 submissions）",
    "（文件夹里有 report.yaml 和 submissions）",
    locked=True,
)
UNKNOWN_LAYOUT = Rule(
    "unknown-layout",
    Severity.ERROR,
    "没有这个版面",
    "layout（版面）写自带版面的名字，如 gb9704，或者本单位版面文件相对于项目文件夹的路径，如 office.yaml。",
    "layout: gb9740",
    "layout: gb9704",
    locked=True,
)
LONE_IMPRINT = Rule(
    "lone-imprint",
    Severity.WARNING,
    "版记单独占一面",
    "版记排在最后一面版心的下边缘。正文（或最后的附件）末面剩下的地方不够\uff0c版记就单独占一面。"
    "正文减少几行\uff0c版记就能和正文同面\uff1b提示里写明减哪几段最省事。"
    "行数是按版面算的\uff0c以 Word 里看到的为准。",
    "（正文排到末面的最后一行\uff0c版记另起一面）",
    "（正文末面的下方排得下版记）",
)
LONG_PRINTER = Rule(
    "long-printer",
    Severity.WARNING,
    "印发机关和印发日期排不下一行",
    "印发机关和印发日期排在一行\uff0c左右各空一字。名称稍长的\uff0c这一行的字距会自动排紧一些\uff1b再长的只好分成两行\uff1a"
    "印发机关一行\uff0c印发日期在下一行右空一字。印发机关一般是办公室\uff0c可以用规范化简称。",
    "\uff08印发机关写“云溪市青山区人民政府行政审批和政务服务管理局办公室”\uff09",
    "\uff08印发机关写“云溪市青山区行政审批局办公室”\uff09",
)

RULES = (
    NO_REPORT,
    UNKNOWN_LAYOUT,
    STRAY_FILE,
    NOT_A_FILE,
    BROKEN_LINK,
    OUTSIDE_LINK,
    UNREADABLE,
    LAST_YEAR_UNREAD,
    BAD_FILE_NAME,
    EDITED_OUTPUT,
    MISSING_SIGNATORY,
    LONE_IMPRINT,
    LONG_PRINTER,
)
