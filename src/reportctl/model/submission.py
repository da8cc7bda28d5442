"""What a department hands in."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Annotated

from reportctl.model.fields import Bounds, Key, Number

_CONFIG = {"extra": "forbid"}

END = "。"


class Part(StrEnum):
    """The parts of a submission （《法治政府建设与责任落实督察工作规定》 chapter 4）."""

    chinese: str

    def __new__(cls, value: str, chinese: str = "") -> "Part":
        """A part by its English and its Chinese key."""
        part = str.__new__(cls, value)
        part._value_ = value
        part.chinese = chinese
        return part

    ACHIEVEMENTS = "achievements", "工作成效"
    SHORTCOMINGS = "shortcomings", "存在不足"
    PLANS = "plans", "下年安排"
    LEADERSHIP = "leadership", "履职情况"
    OTHER = "other", "其他"


PARTS = {part.value: part.chinese for part in Part}
"""The parts in their order, English to Chinese."""

REQUIRED_PARTS = (Part.ACHIEVEMENTS, Part.SHORTCOMINGS, Part.PLANS)


@dataclass(frozen=True, slots=True)
class Contact:
    """联系人: never rendered into any output document."""

    __pydantic_config__ = _CONFIG

    name: Annotated[str, Key("姓名")] = ""
    phone: Annotated[str, Key("电话")] = ""


Ratio = Annotated[tuple[Number, ...], Bounds(min_length=2, max_length=2)]


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure behind the prose; `ratio` is numerator and denominator, `previous` last year's value."""

    __pydantic_config__ = _CONFIG

    name: Annotated[str, Key("名称")]
    value: Annotated[Number, Key("数值")]
    unit: Annotated[str, Key("单位")] = ""
    parts: Annotated[dict[str, Number], Key("其中")] = field(default_factory=dict)
    ratio: Annotated[Ratio | None, Key("比率")] = None
    previous: Annotated[Number | None, Key("上年")] = None


class SplitLine(dict[str, str]):
    """An item written as one string: the heading goes up to the first 。, the rest is the text."""

    def __init__(self, line: str) -> None:
        self.line = line
        heading, _, text = line.partition(END)
        super().__init__(heading=heading, text=text)

    @property
    def text_start(self) -> int:
        """Where the text begins in the line."""
        return min(len(self["heading"]) + 1, len(self.line))


@dataclass(frozen=True, slots=True)
class Item:
    """One 举措, 不足 or 安排, as handed in."""

    __pydantic_config__ = _CONFIG

    section: Annotated[str, Key("类别")] = ""
    heading: Annotated[str, Key("标题")] = ""
    text: Annotated[str, Key("正文")] = ""
    points: Annotated[tuple[str, ...], Key("要点")] = ()
    order: Annotated[int | None, Key("顺序")] = None
    figures: Annotated[tuple[Figure, ...], Key("数据")] = ()
    cause: Annotated[str, Key("原因")] = ""

    @staticmethod
    def of_string(line: str) -> SplitLine:
        """The keys of an item that is written as a plain string."""
        return SplitLine(line)

    @property
    def words(self) -> str:
        """All its texts, each on a line of its own."""
        return "\n".join((self.heading, self.text, *self.points, self.cause))

    @property
    def blank(self) -> bool:
        """Whether nothing has been written: an item of a form as `init` made it."""
        return not (
            self.heading.strip() or self.text.strip() or self.cause.strip() or "".join(self.points).strip()
        )


@dataclass(frozen=True, slots=True)
class SubmissionData:
    """One department's part of the report. A part that says 无 has no items and stands in `nothing`."""

    __pydantic_config__ = _CONFIG

    department: Annotated[str, Key("部门")] = ""
    year: Annotated[int | None, Key("年度")] = None
    contact: Annotated[Contact | None, Key("联系人")] = None
    approved_by: Annotated[str, Key("审核人")] = ""
    achievements: Annotated[tuple[Item, ...], Key(Part.ACHIEVEMENTS.chinese)] = ()
    shortcomings: Annotated[tuple[Item, ...], Key(Part.SHORTCOMINGS.chinese)] = ()
    plans: Annotated[tuple[Item, ...], Key(Part.PLANS.chinese)] = ()
    leadership: Annotated[tuple[Item, ...], Key(Part.LEADERSHIP.chinese)] = ()
    other: Annotated[tuple[Item, ...], Key(Part.OTHER.chinese)] = ()

    def every_item(self) -> Iterator[tuple[str, int, Item]]:
        """Every item behind its part and its index there, in the order of the parts."""
        for part in PARTS:
            for index, item in enumerate(self.items(part)):
                yield part, index, item

    @property
    def filled(self) -> bool:
        """Whether anything has been written: a form as `init` made it has items, and all are blank."""
        is_written = any(not item.blank for _, _, item in self.every_item())
        return is_written or next(self.every_item(), None) is None

    def items(self, part: str) -> tuple[Item, ...]:
        """The items of a part."""
        return getattr(self, part)  # type: ignore[no-any-return]
