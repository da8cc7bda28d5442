"""The rules of merging: edits that do not meet, items that reach no chapter, chapters that nothing feeds."""

from __future__ import annotations

from reportctl.findings import Rule, Severity

STALE_EDIT = Rule(
    "stale-edit",
    Severity.ERROR,
    "编辑决定过期",
    "edits.yaml 里的这条决定是针对旧稿作出的（指纹 was 对不上）：部门后来改了这一条。"
    "请看新稿，确认决定仍然合适，再把 was 改成提示里的新指纹。"
    "改稿（有 at 的一条）针对的是成稿里的一段\uff1a提示里有这一段现在的文字和改稿的文字\uff0c"
    "对照着改好 text\uff0c再改 was。两边改的是不同分句的\uff0c提示里有合起来的文字\uff0c"
    "运行 reportctl reconcile --refresh 照此写入\uff1b改的是同一分句的\uff0c程序从不自己合。",
    "- {department: 区司法局, part: achievements, heading: 加强队伍监管, was: 00000000, set: {text: ……}}",
    "- {department: 区司法局, part: achievements, heading: 加强队伍监管, was: 3f2a9c1e, set: {text: ……}}",
    locked=True,
)
UNMET_EDIT = Rule(
    "unmet-edit",
    Severity.ERROR,
    "编辑决定没有对象",
    "edits.yaml 里的这条决定没有找到它说的条目：标题、部门或部分写错了，或部门已改名、删去这一条。"
    "改稿（有 at 的一条）没有找到它说的那一段\uff1aat（位置）写提纲里的编号\uff0c"
    "heading（标题）照成稿写\uff0c不带序号。",
    "- {department: 区林业局, part: shortcomings, heading: 没有这个标题, omit: true, reason: 个别问题}",
    "- {department: 区林业局, part: shortcomings, heading: 装备老旧, omit: true, reason: 个别问题}",
    locked=True,
)
CLASHING_EDIT = Rule(
    "clashing-edit",
    Severity.ERROR,
    "编辑决定互相矛盾",
    "两条决定改同一条目的同一处，或一条删去、另一条修改。程序不替您选择，请只留一条。"
    "改稿也一样\uff1a同一段改写两次、移动两次\uff0c两条新增用一个编号\uff0c或几条互相指着对方之后。",
    "- {part: plans, heading: 加强培训, omit: true, reason: 重复}\n"
    "- {part: plans, heading: 加强培训, set: {heading: 加强业务培训}}",
    "- {part: plans, heading: 加强培训, set: {heading: 加强业务培训}}",
    locked=True,
)
BAD_EDIT = Rule(
    "bad-edit",
    Severity.ERROR,
    "编辑决定写得不完整",
    "一条决定只能做一件事：omit（删去）、set（改为）、merge（合并，另写 into）、keep（保留）。"
    "改稿\uff1a写 at（位置）和 text（改写）、omit（删去）、move（移到）、as（改作）\uff0c"
    "或写 add（新增）和 after（之后）、text（正文）；一条只写一段。",
    "- {part: plans, heading: 加强培训}",
    "- {part: plans, heading: 加强培训, omit: true, reason: 重复}",
    locked=True,
)
EDIT_WITHOUT_WAS = Rule(
    "edit-without-was",
    Severity.NOTE,
    "编辑决定没有指纹",
    "没有写 was（指纹）的决定总是生效，部门后来改了这一条也不会提醒。写上提示里的指纹更稳妥。",
    "- {department: 区司法局, part: plans, heading: 加强培训, omit: true, reason: 重复}",
    "- {department: 区司法局, part: plans, heading: 加强培训, was: 3f2a9c1e, omit: true, reason: 重复}",
    fixable=True,
)
EDIT_WITHOUT_REASON = Rule(
    "edit-without-reason",
    Severity.WARNING,
    "删去而没有理由",
    "删去部门报送的内容要写明理由（reason），部门问起来有据可查，`build --json` 也会列出。",
    "- {department: 区林业局, part: shortcomings, heading: 装备老旧, omit: true}",
    "- {department: 区林业局, part: shortcomings, heading: 装备老旧, omit: true, reason: 个别问题}",
)
UNKNOWN_SECTION = Rule(
    "unknown-section",
    Severity.ERROR,
    "不认识的类别",
    "section（类别）要写提纲里的小节，用它的编号或标题都可以；没有小节的章写章的编号或标题。",
    "section: 没有这一节",
    "section: enforcement",
    locked=True,
)
UNPLACED_ITEM = Rule(
    "unplaced-item",
    Severity.WARNING,
    "条目没有去处",
    "这一部分可以写进好几个小节（或提纲里没有一章收它），这一条没有写 section（类别），"
    "因此进不了报告。请部门补上，或由编辑在 edits.yaml 里用 set: {section: ……} 指定。",
    "- heading: 加强监管\n  text: 全年检查20次。",
    "- section: enforcement\n  heading: 加强监管\n  text: 全年检查20次。",
)
EMPTY_SECTION = Rule(
    "empty-section",
    Severity.WARNING,
    "小节没有内容",
    "提纲里的这一小节没有任何条目，报告里已略去，后面的序号顺次提前。",
    "（提纲有“（三）普法宣传”，没有一个部门报送这一节）",
    "（至少一个部门的条目写了这一节）",
)
EMPTY_CHAPTER = Rule(
    "empty-chapter",
    Severity.ERROR,
    "整章没有内容",
    "提纲里的这一章没有任何条目，报告会缺一章。请催报；可有可无的章加 required: false（必有: 否）。",
    "（提纲有“三、工作安排”，没有一个部门报送 plans）",
    "（至少一个部门报送了 plans）",
    locked=True,
)
BAD_TEMPLATE = Rule(
    "bad-template",
    Severity.ERROR,
    "模板写法不对",
    "report.yaml 里的 {{ }} 是模板：可以写 {{ year }}、{{ year + 1 }}、{{ area }} 和 {% if %}，"
    "不能循环、引用文件或取对象的内部属性。",
    'title: "{{ yaer }}年工作开展情况"',
    'title: "{{ year }}年工作开展情况"',
    locked=True,
)
BAD_ATTACHMENT = Rule(
    "bad-attachment",
    Severity.ERROR,
    "附件读不出来",
    "附件可以是 YAML 表格、.csv、.md 文字，或 .png、.jpg 图片，路径相对于 report.yaml，不能在项目之外。",
    "attachments: [{title: 统计表, file: 没有这个文件.csv}]",
    "attachments: [{title: 统计表, file: attachments/stat.csv}]",
    locked=True,
)
ATTACHMENT_LOSS = Rule(
    "attachment-loss",
    Severity.ERROR,
    "附件里有印不出来的内容",
    "附件里的这一处不能照原样印到纸上\uff1a文字附件（.md）里的图片、整段 HTML、删除线\uff0c"
    "比表头多出来的格子\uff1bExcel 附件里没有算好的公式、算错的格子（#DIV/0! 之类）。"
    "照提示改写后再生成。草稿照样生成\uff0c缺的地方标出来。",
    "（附件 说明.md 里插着一张图片）",
    "（图片单独作一个附件\uff1afile: 现场.png）",
    locked=True,
)
ATTACHMENT_MARKUP = Rule(
    "attachment-markup",
    Severity.WARNING,
    "附件里有排不出来的写法",
    "公文没有这种写法\uff1a链接、代码、引文、斜体、分隔线、HTML 标签、五级以下的标题\uff1b"
    "Excel 里少见的数字格式。"
    "文字照印\uff0c写法不保留。请看成稿是否通顺\uff0c或照提示改写。",
    "（附件 说明.md 里写着“见[网站](https://example.com)”）",
    "（附件 说明.md 里写着“见区政府网站”）",
)
ATTACHMENT_IN_PART = Rule(
    "attachment-in-part",
    Severity.NOTE,
    "附件只印了一部分",
    "Excel 附件只印第一张看得见的工作表\uff0c隐藏的行、列不印\uff0c图片、图表和批注也不印。"
    "别的工作表要印的\uff0c另存为一个文件\uff0c作另一个附件。",
    "（附件 统计表.xlsx 有两张工作表）",
    "（附件 统计表.xlsx 只有一张工作表\uff0c没有隐藏的行和列）",
)

RULES = (
    STALE_EDIT,
    UNMET_EDIT,
    CLASHING_EDIT,
    BAD_EDIT,
    EDIT_WITHOUT_WAS,
    EDIT_WITHOUT_REASON,
    UNKNOWN_SECTION,
    UNPLACED_ITEM,
    EMPTY_SECTION,
    EMPTY_CHAPTER,
    BAD_TEMPLATE,
    BAD_ATTACHMENT,
    ATTACHMENT_LOSS,
    ATTACHMENT_MARKUP,
    ATTACHMENT_IN_PART,
)
