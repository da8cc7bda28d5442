"""report.yaml: who reports on which year, in which shape."""

import datetime as dt
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Annotated, Literal

from reportctl.model.fields import Bounds, Chinese, Day, Key, Level, Name, Truth, Words
from reportctl.model.submission import Part

_CONFIG = {"extra": "forbid"}

FormName = Annotated[Literal["plain", "formal", "public"], Chinese("白头", "红头", "公开")]
ListStyle = Annotated[
    Literal["numbered", "inline", "bracketed", "paragraphs"], Chinese("编号", "连写", "括号", "分段")
]
PointStyle = Annotated[Literal["inline", "numbered"], Chinese("连写", "编号")]
NumberingStyle = Annotated[Literal["restart", "continue"], Chinese("重新", "连续")]
HeadingStyle = Annotated[Literal["run-in", "alone"], Chinese("接排", "单独成行")]

DEFAULT_TITLE = "关于{{ area }}{{ year }}年度法治政府建设情况报告"


@dataclass(frozen=True, slots=True)
class AttachmentSpec:
    """附件: a title and the file that holds it (YAML table, .csv, .md or an image)."""

    __pydantic_config__ = _CONFIG

    title: Annotated[str, Key("标题")]
    file: Annotated[str, Key("文件")]
    landscape: Annotated[Truth, Key("横排")] = False


@dataclass(frozen=True, slots=True)
class DocumentSpec:
    """The official elements of the document; texts are Jinja2 (variables: year, area)."""

    __pydantic_config__ = _CONFIG

    title: Annotated[str, Key("标题")] = DEFAULT_TITLE
    title_lines: Annotated[tuple[str, ...], Key("标题分行")] = ()
    issuer: Annotated[Words, Key("发文机关")] = ()
    recipients: Annotated[Words, Key("主送机关")] = ()
    number: Annotated[str, Key("发文字号")] = ""
    signatory: Annotated[Words, Key("签发人")] = ()
    date: Annotated[Day | None, Key("成文日期")] = None
    opening: Annotated[str, Key("导语")] = ""
    closing: Annotated[str, Key("结语")] = ""
    note: Annotated[str, Key("附注")] = ""
    copies_to: Annotated[Words, Key("抄送")] = ()
    printed_by: Annotated[str, Key("印发机关")] = ""
    printed_on: Annotated[Day | None, Key("印发日期")] = None
    attachments: Annotated[tuple[AttachmentSpec, ...], Key("附件")] = ()
    mark: Annotated[Words, Key("发文机关标志")] = ()
    copy_number: Annotated[str, Key("份号")] = ""
    urgency: Annotated[str, Key("紧急程度")] = ""
    classification: Annotated[str, Key("密级")] = ""
    sealed: Annotated[Truth, Key("加盖印章")] = True
    duplex: Annotated[Truth, Key("双面打印")] = False


@dataclass(frozen=True, slots=True)
class NoticeSpec:
    """The 通知 that asks for material, and who signs the letters that follow it.

    `contact` is the office's own, for departments to ask; it stands in the 通知 and in every letter. Without
    an `issuer` it is that of the report. Issuer, recipients and `send_to` are Jinja2.
    """

    __pydantic_config__ = _CONFIG

    date: Annotated[Day | None, Key("成文日期")] = None
    number: Annotated[str, Key("发文字号")] = ""
    issuer: Annotated[Words, Key("发文机关")] = ()
    recipients: Annotated[Words, Key("主送机关")] = ()
    contact: Annotated[str, Key("联系人")] = ""
    phone: Annotated[str, Key("电话")] = ""
    send_to: Annotated[str, Key("报送方式")] = ""
    printed_by: Annotated[str, Key("印发机关")] = ""


@dataclass(frozen=True, slots=True)
class Department:
    """A line of the roster."""

    __pydantic_config__ = _CONFIG

    name: Annotated[Name, Key("名称")]
    aliases: Annotated[Words, Key("简称")] = ()
    due: Annotated[Day | None, Key("截止日期")] = None
    required: Annotated[Truth, Key("必报")] = True

    @staticmethod
    def of_string(name: str) -> dict[str, str]:
        """The keys of a department that is written as a plain string."""
        return {"name": name}


@dataclass(frozen=True, slots=True)
class Deadlines:
    """When the submissions are due, and by when the law wants the report handed up and published."""

    __pydantic_config__ = _CONFIG

    submissions: Annotated[Day | None, Key("报送")] = None
    report: Annotated[Day | None, Key("上报")] = None
    publish: Annotated[Day | None, Key("公开")] = None


@dataclass(frozen=True, slots=True)
class Section:
    """（一）（二）… of a chapter."""

    __pydantic_config__ = _CONFIG

    id: Annotated[str, Key("编号")]
    title: Annotated[str, Key("标题")]
    covers: Annotated[tuple[Part, ...], Key("法定内容")] = ()


@dataclass(frozen=True, slots=True)
class Chapter:
    """一、二、… of the report: which part of a submission feeds it, and in which shape."""

    __pydantic_config__ = _CONFIG

    id: Annotated[str, Key("编号")]
    title: Annotated[str, Key("标题")]
    part: Annotated[Part, Key("来源")]
    covers: Annotated[tuple[Part, ...], Key("法定内容")] = ()
    sections: Annotated[tuple[Section, ...], Key("小节")] = ()
    list: Annotated[ListStyle, Key("编排")] = "numbered"
    points: Annotated[PointStyle, Key("要点")] = "inline"
    numbering: Annotated[NumberingStyle, Key("序号")] = "restart"
    heading_style: Annotated[HeadingStyle, Key("标题样式")] = "run-in"
    causes: Annotated[Truth, Key("原因")] = True
    required: Annotated[Truth, Key("必有")] = True  # False: left out where nothing feeds it


@dataclass(frozen=True, slots=True)
class LengthLimits:
    """How long a sentence, a heading, one text of an item and a whole submission may be, in characters."""

    __pydantic_config__ = _CONFIG

    sentence: Annotated[int, Bounds(ge=1), Key("句子")] = 200
    heading: Annotated[int, Bounds(ge=1), Key("标题")] = 40
    item: Annotated[int, Bounds(ge=1), Key("条目")] = 1200
    submission: Annotated[int, Bounds(ge=1), Key("材料")] = 8000


@dataclass(frozen=True, slots=True)
class RuleSettings:
    """Which rules are silent, which have another severity than their own, and how long things may be."""

    __pydantic_config__ = _CONFIG

    ignore: Annotated[Words, Key("忽略")] = ()
    severity: Annotated[dict[str, Level], Key("级别")] = field(default_factory=dict)
    limits: Annotated[LengthLimits, Key("字数")] = LengthLimits()

    @property
    def silent(self) -> frozenset[str]:
        """The codes of `ignore`."""
        return _codes(self.ignore)


@lru_cache(maxsize=4)
def _codes(words: tuple[str, ...]) -> frozenset[str]:
    return frozenset(word.strip() for word in words)


@dataclass(frozen=True, slots=True)
class OutputSettings:
    """Where `build` writes: a file name without its ending; Jinja2."""

    __pydantic_config__ = _CONFIG

    name: Annotated[str, Key("文件名")] = "{{ area }}{{ year }}年度法治政府建设情况报告"


@dataclass(frozen=True, slots=True)
class PublicException:
    """A number or name that looks private and may be published, and why."""

    __pydantic_config__ = _CONFIG

    text: Annotated[Name, Key("文字")]
    reason: Annotated[Name, Key("理由")]


@dataclass(frozen=True, slots=True)
class PublicSettings:
    """What the public form shows beyond title and text, and what in it is no private matter."""

    __pydantic_config__ = _CONFIG

    signature: Annotated[Truth, Key("署名")] = False
    allow: Annotated[tuple[PublicException, ...], Key("放行")] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """The whole of report.yaml."""

    __pydantic_config__ = _CONFIG

    version: Annotated[int, Bounds(ge=1, le=1), Key("版本")] = 1
    year: Annotated[int, Bounds(ge=1949, le=9999), Key("年度")]
    area: Annotated[Name, Key("地区")]
    last_year: Annotated[str, Key("上年材料")] = ""  # the folder with what was handed in the year before
    document: Annotated[DocumentSpec, Key("公文")] = DocumentSpec()
    notice: Annotated[NoticeSpec, Key("通知")] = NoticeSpec()
    form: Annotated[FormName, Key("版式")] = "plain"
    layout: Annotated[str, Key("版面")] = "gb9704"
    departments: Annotated[tuple[Department, ...], Bounds(min_length=1), Key("部门名单")]
    deadlines: Annotated[Deadlines, Key("期限")] = Deadlines()
    outline: Annotated[tuple[Chapter, ...], Bounds(min_length=1), Key("提纲")]
    rules: Annotated[RuleSettings, Key("规则")] = RuleSettings()
    output: Annotated[OutputSettings, Key("输出")] = OutputSettings()
    public: Annotated[PublicSettings, Key("公开")] = PublicSettings()

    def due(self, department: Department) -> dt.date | None:
        """When a department's submission is due."""
        return department.due or self.deadlines.submissions
