"""The one table of keys: every key's Chinese name, by the place where it may stand."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Set


@dataclass(frozen=True)
class Shape:
    """The keys of one mapping: English to Chinese, and what may stand below them.

    `below` gives the shape of a key's value (or of each item, where it is a list); a key without one holds
    scalars or free text. `values` gives the Chinese words for a key's fixed values.
    """

    names: Mapping[str, str]
    below: Mapping[str, Shape] = field(default_factory=dict)
    values: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    line: bool = False  # an item may be a plain string: heading。text
    plain: str = ""  # an item may be a plain string: the value of this key

    def __post_init__(self) -> None:
        object.__setattr__(self, "english", {zh: en for en, zh in self.names.items()})
        object.__setattr__(self, "simple", self.names.keys() - self.below.keys() - self.values.keys())

    english: Mapping[str, str] = field(init=False, default_factory=dict)
    simple: Set[str] = field(init=False, default=frozenset())
    """The keys whose values stay what they are."""


PARTS = {
    "achievements": "工作成效",
    "shortcomings": "存在不足",
    "plans": "下年安排",
    "leadership": "履职情况",
    "other": "其他",
}
FORMS = {"plain": "白头", "formal": "红头", "public": "公开"}
LISTS = {"numbered": "编号", "inline": "连写", "bracketed": "括号", "paragraphs": "分段"}
POINTS = {"inline": "连写", "numbered": "编号"}
NUMBERING = {"restart": "重新", "continue": "连续"}
HEADING_STYLES = {"run-in": "接排", "alone": "单独成行"}

_CONTACT = Shape({"name": "姓名", "phone": "电话"})
_FIGURE = Shape(
    {"name": "名称", "value": "数值", "unit": "单位", "parts": "其中", "ratio": "比率", "previous": "上年"}
)
ITEM = Shape(
    {
        "section": "类别",
        "heading": "标题",
        "text": "正文",
        "points": "要点",
        "order": "顺序",
        "figures": "数据",
        "cause": "原因",
    },
    below={"figures": _FIGURE},
    line=True,
)
SUBMISSION = Shape(
    {"department": "部门", "year": "年度", "contact": "联系人", "approved_by": "审核人", **PARTS},
    below={"contact": _CONTACT, **dict.fromkeys(PARTS, ITEM)},
)

_ATTACHMENT = Shape({"title": "标题", "file": "文件", "landscape": "横排"})
_DOCUMENT = Shape(
    {
        "title": "标题",
        "title_lines": "标题分行",
        "issuer": "发文机关",
        "recipients": "主送机关",
        "number": "发文字号",
        "signatory": "签发人",
        "date": "成文日期",
        "opening": "导语",
        "closing": "结语",
        "note": "附注",
        "copies_to": "抄送",
        "printed_by": "印发机关",
        "printed_on": "印发日期",
        "attachments": "附件",
        "mark": "发文机关标志",
        "copy_number": "份号",
        "urgency": "紧急程度",
        "classification": "密级",
        "sealed": "加盖印章",
        "duplex": "双面打印",
    },
    below={"attachments": _ATTACHMENT},
)
_DEPARTMENT = Shape({"name": "名称", "aliases": "简称", "due": "截止日期", "required": "必报"}, plain="name")
_SECTION = Shape({"id": "编号", "title": "标题", "covers": "法定内容"}, values={"covers": PARTS})
_CHAPTER = Shape(
    {
        "id": "编号",
        "title": "标题",
        "part": "来源",
        "covers": "法定内容",
        "sections": "小节",
        "list": "编排",
        "points": "要点",
        "numbering": "序号",
        "heading_style": "标题样式",
        "causes": "原因",
        "required": "必有",
    },
    below={"sections": _SECTION},
    values={
        "part": PARTS,
        "covers": PARTS,
        "list": LISTS,
        "points": POINTS,
        "numbering": NUMBERING,
        "heading_style": HEADING_STYLES,
    },
)
_DEADLINES = Shape({"submissions": "报送", "report": "上报", "publish": "公开"})
_LIMITS = Shape({"sentence": "句子", "heading": "标题", "item": "条目", "submission": "材料"})
_RULES = Shape({"ignore": "忽略", "severity": "级别", "limits": "字数"}, below={"limits": _LIMITS})
_OUTPUT = Shape({"name": "文件名"})
_PUBLIC = Shape({"signature": "署名"})
REPORT = Shape(
    {
        "version": "版本",
        "year": "年度",
        "area": "地区",
        "last_year": "上年材料",
        "document": "公文",
        "form": "版式",
        "layout": "版面",
        "departments": "部门名单",
        "deadlines": "期限",
        "outline": "提纲",
        "rules": "规则",
        "output": "输出",
        "public": "公开",
    },
    below={
        "document": _DOCUMENT,
        "departments": _DEPARTMENT,
        "deadlines": _DEADLINES,
        "outline": _CHAPTER,
        "rules": _RULES,
        "output": _OUTPUT,
        "public": _PUBLIC,
    },
    values={"form": FORMS},
)

_SELECTOR = Shape({"department": "部门", "heading": "标题", "was": "指纹"})
_CHANGE = Shape(
    {
        "heading": "标题",
        "text": "正文",
        "points": "要点",
        "cause": "原因",
        "section": "类别",
        "order": "顺序",
    }
)
EDIT = Shape(
    {
        "department": "部门",
        "part": "来源",
        "heading": "标题",
        "was": "指纹",
        "omit": "删去",
        "reason": "理由",
        "set": "改为",
        "merge": "合并",
        "into": "并入",
        "keep": "保留",
    },
    below={"merge": _SELECTOR, "set": _CHANGE, "into": _CHANGE},
    values={"part": PARTS},
)

SHAPES: Mapping[str, Shape] = {
    "SubmissionData": SUBMISSION,
    "Contact": _CONTACT,
    "Item": ITEM,
    "Figure": _FIGURE,
    "Report": REPORT,
    "DocumentSpec": _DOCUMENT,
    "AttachmentSpec": _ATTACHMENT,
    "Department": _DEPARTMENT,
    "Deadlines": _DEADLINES,
    "Chapter": _CHAPTER,
    "Section": _SECTION,
    "RuleSettings": _RULES,
    "LengthLimits": _LIMITS,
    "OutputSettings": _OUTPUT,
    "PublicSettings": _PUBLIC,
    "Edit": EDIT,
    "Selector": _SELECTOR,
    "Change": _CHANGE,
}


def names(shape: Shape) -> frozenset[str]:
    """Every name that may stand as a key in a file of this shape, at any depth, in either language."""
    below = (name for one in shape.below.values() for name in names(one))
    return frozenset((*shape.names, *shape.names.values(), *below))
