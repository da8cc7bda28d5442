"""The rules of collecting: what is put aside, what a person should look at, what was done."""

from __future__ import annotations

from reportctl.findings import Rule, Severity

WHICH_DEPARTMENT = Rule(
    "which-department",
    Severity.ERROR,
    "看不出是哪个部门的材料",
    "材料的表头、标题、署名和文件名里找不到名单上的部门，或者找到不止一个，或者互相矛盾。程序不会猜，"
    "这份材料先放在 received/pending。用 collect --department 区司法局 文件 指明部门，"
    "或者在 report.yaml 的部门名单里补上它的简称，下次就认得。",
    "关于报送2024年度法治政府建设情况的报告（没有署名）",
    "区司法局关于2024年度法治政府建设情况的报告",
    locked=True,
)
NOT_THIS_YEAR = Rule(
    "not-this-year",
    Severity.ERROR,
    "不是这个年度的材料",
    "材料写的年度和 report.yaml 的年度不同，多半是发错了文件。这份材料先放在 received/pending，请部门重发；"
    "确实是年度写错的，改好再交。",
    "（收2024年度材料）区司法局2023年度法治政府建设情况报告",
    "（收2024年度材料）区司法局2024年度法治政府建设情况报告",
    locked=True,
)
NO_ITEM = Rule(
    "no-item",
    Severity.ERROR,
    "没有读到一条内容",
    "文件读得出，但没有一条工作成效、不足或安排：可能发来的是通知、封面或别的文件。"
    "这份材料先放在 received/pending，"
    "请核对后重发。",
    "（只有标题和署名的文件）",
    "一、工作成效：1.加强行政执法监督。全年评查案卷60本……",
    locked=True,
)
UNREADABLE_FILE = Rule(
    "unreadable-file",
    Severity.ERROR,
    "文件读不了",
    "文件不存在、没有权限、正被别的程序占用、没有传完，或者已损坏、有密码；"
    "也可能是 PDF、图片、压缩格式 rar 这些读不出条目的格式，没有附件的邮件，"
    "或者网页填报表本身（填的内容要按“保存文件”另存出来）。"
    "请先检查路径和权限，再请部门另存为 .docx 或 .doc 重新交。",
    "材料.pdf",
    "材料.docx",
    locked=True,
)
UNREAD_TEXT = Rule(
    "unread-text",
    Severity.WARNING,
    "有一段文字没有写进任何一条",
    "这段文字不在任何标题或序号下面，不知道该放在哪里。要写进报告的，直接补进材料，或者请部门加上标题再交。",
    "（最后一条后面单独的一段话，没有序号）",
    "4.加强培训。……",
)
GUESSED_CHAPTER = Rule(
    "guessed-chapter",
    Severity.WARNING,
    "这一章没有说是哪一部分",
    "章标题没有写明是工作成效、存在不足还是下年安排，程序按它的位置和说法判断，请核对。",
    "四、强化支撑保障",
    "四、下一步工作打算",
)
TWO_PARTS = Rule(
    "two-parts",
    Severity.WARNING,
    "一章写了两个部分",
    "一个章标题下写了两个部分，里面又没有分开，程序全部读作前一个部分。请在材料里移到该放的地方。",
    "三、存在问题及下一步打算：1.……2.……（没有分开）",
    "三、存在问题：……四、下一步打算：……",
)
CAUSES_APART = Rule(
    "causes-apart",
    Severity.WARNING,
    "原因单独写在一处",
    "不足写在一处，原因写在另一处。程序按先后一条配一条，请逐条核对。",
    "（一）存在的不足：1.……2.……（二）原因分析：1.……2.……",
    "1.执法力量不足。……原因：编制多年没有增加。",
)
NOT_DIVIDED = Rule(
    "not-divided",
    Severity.WARNING,
    "一章没有分条",
    "这一章是一整段话，没有序号，也没有“一是”“二是”，读成了一条。请分成几条，每条写上标题。",
    "二、存在的不足：执法力量不足，案卷质量不高，普法形式单一。",
    "二、存在的不足：一是执法力量不足。……二是案卷质量不高。……",
)
NO_HEADING = Rule(
    "no-heading",
    Severity.WARNING,
    "这一条没有标题",
    "一条材料应当先写标题，再写正文。没有标题的照样收下，请在材料里补上标题。",
    "1.全年评查行政执法案卷60本，督促整改问题18个，通报典型案例2起，清理不合格证件9本。",
    "1.规范行政执法监督。全年评查行政执法案卷60本……",
)
LEADERSHIP_IN_WORK = Rule(
    "leadership-in-work",
    Severity.WARNING,
    "第一责任人履职情况写在工作成效里",
    "报告的提纲里，党政主要负责人履行第一责任人职责的情况单独成章，这一条却写在工作成效里。"
    "该移的，在材料里移到“履职情况”。",
    "一、工作成效：1.履行第一责任人职责。主要负责人……",
    "二、党政主要负责人履行推进法治建设第一责任人职责情况：1.……",
)
TABLE_UNREAD = Rule(
    "table-unread",
    Severity.WARNING,
    "有一个表格没有读",
    "表格既不是填报表，也不是看得懂的数据表，里面的文字没有收入。要用的，请补进材料。",
    "（正文里插的人员名单）",
    "（表头是 指标、单位、2024年、2023年 的数据表）",
)
TEXT_REPEATED = Rule(
    "text-repeated",
    Severity.WARNING,
    "同样的内容写了两次",
    "两条内容一字不差，多半是粘贴了两次。程序都收下了，请删去多余的一条。",
    "1.加强普法。……3.加强普法。……（一字不差）",
    "1.加强普法。……3.加强执法。……",
)
TRACKED_CHANGES = Rule(
    "tracked-changes",
    Severity.WARNING,
    "文件里有没有接受的修订",
    "文件带着修订标记，程序按“全部接受”以后的文字读。请部门确认以修订后的文字为准。",
    "（开着“修订”改过的文件）",
    "（接受了全部修订的文件）",
)
COMMENTS_UNREAD = Rule(
    "comments-unread",
    Severity.NOTE,
    "文件里有批注",
    "批注没有收入材料。请看看有没有要处理的意见。",
    "（批注：请核实数字）",
    "（没有批注的文件）",
)
EDITED_BY_HAND = Rule(
    "edited-by-hand",
    Severity.WARNING,
    "原来的材料有人改过，现在换成了新交的",
    "收下以后有人直接改过这个部门的材料文件，部门又交了新的。改过的一份留在 received/versions，"
    "需要保留的改动请对照着再改一次。",
    "（在 submissions/区司法局.yaml 里改了几个字，部门又交来新的一份）",
    "（改动写在 edits.yaml 里）",
)
SEVERAL_VERSIONS = Rule(
    "several-versions",
    Severity.WARNING,
    "一个部门一次交来几份",
    "同一个部门的材料一次收到几份，用了最新的一份，其余的留在 received/versions。"
    "用错了的，单独再收一次该用的那份。",
    "区司法局材料.docx、区司法局材料（改）.docx",
    "区司法局材料（改）.docx",
)
CONVERTED = Rule(
    "converted",
    Severity.NOTE,
    "文件转换了格式",
    "旧格式的文件先用 LibreOffice 转成 .docx 再读。版式可能变动，文字请抽查。",
    "材料.doc",
    "材料.docx",
)
BLANK_FORM = Rule(
    "blank-form",
    Severity.NOTE,
    "交来的是空白表",
    "填报表里一条内容也没有填，不算已交。",
    "（没有填写的填报表）",
    "（填好的填报表）",
)
TABLE_HELD = Rule(
    "table-held",
    Severity.WARNING,
    "台账没有更新",
    "received/台账.csv 写不进去，多半是有人在 Excel 里开着它。来件都收好了，"
    "关掉以后再运行一次 collect 就会更新。",
    "（台账.csv 在 Excel 里开着）",
    "（台账.csv 关着）",
)
RULES = (
    WHICH_DEPARTMENT,
    NOT_THIS_YEAR,
    NO_ITEM,
    UNREADABLE_FILE,
    UNREAD_TEXT,
    GUESSED_CHAPTER,
    TWO_PARTS,
    CAUSES_APART,
    NOT_DIVIDED,
    NO_HEADING,
    LEADERSHIP_IN_WORK,
    TABLE_UNREAD,
    TEXT_REPEATED,
    TRACKED_CHANGES,
    EDITED_BY_HAND,
    SEVERAL_VERSIONS,
    TABLE_HELD,
    COMMENTS_UNREAD,
    CONVERTED,
    BLANK_FORM,
)
"""Every rule of `collect`, in the order of their gravity."""
