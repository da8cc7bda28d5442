"""edits.yaml: final decisions, over the merged paragraphs of the report as built."""

from dataclasses import dataclass
from typing import Annotated, Any, Literal

from reportctl.model.fields import Bounds, Chinese, Key, Truth, WordFor, english_key

_CONFIG = {"extra": "forbid", "alias_generator": english_key}

FIRST = ("first", "首")
ParagraphKind = Annotated[
    Literal["item", "paragraph", "section", "chapter"], Chinese("条目", "段落", "小节", "章")
]
Count = Annotated[int, Bounds(ge=0)]


def _anchor_of(word: str) -> dict[str, Any]:
    """The keys of an anchor that is written as a word: 首 for the beginning, else the name of a place."""
    return {"first": True} if word.strip() in FIRST else {"at": word}


@dataclass(frozen=True, slots=True, kw_only=True)
class ParagraphName:
    """A paragraph as built: a place or an element, the item's heading, which paragraph of it, its words."""

    __pydantic_config__ = _CONFIG

    at: Annotated[str, Key("位置")]
    heading: Annotated[str, Key("标题")] = ""
    paragraph: Annotated[Count, Key("段")] = 0
    was: Annotated[str, Key("指纹")] = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Anchor:
    """What another paragraph stands behind: one as built, an added one, or the beginning of a place."""

    __pydantic_config__ = _CONFIG

    at: Annotated[str, Key("位置")] = ""
    heading: Annotated[str, Key("标题")] = ""
    paragraph: Annotated[Count, Key("段")] = 0
    was: Annotated[str, Key("指纹")] = ""
    new: Annotated[str, Key("新增的")] = ""
    first: Annotated[Truth, Key("首")] = False


After = Annotated[Anchor, WordFor(_anchor_of)]


@dataclass(frozen=True, slots=True)
class Destination:
    """Where a paragraph is moved to."""

    __pydantic_config__ = _CONFIG

    after: Annotated[After, Key("之后")]


@dataclass(frozen=True, slots=True, kw_only=True)
class FinalDecision:
    """What becomes of one paragraph `at` a place (`text`, `omit`, `move`, `as`), or one more (`add`)."""

    __pydantic_config__ = _CONFIG

    at: Annotated[str, Key("位置")] = ""
    heading: Annotated[str, Key("标题")] = ""
    paragraph: Annotated[Count, Key("段")] = 0
    was: Annotated[str, Key("指纹")] = ""
    text: Annotated[str, Key("正文")] = ""
    omit: Annotated[Truth, Key("删去")] = False
    move: Annotated[Destination | None, Key("移到")] = None
    as_: Annotated[ParagraphKind | None, Key("改作")] = None
    add: Annotated[ParagraphKind | None, Key("新增")] = None
    id: Annotated[str, Key("编号")] = ""
    after: Annotated[After | None, Key("之后")] = None
    from_: Annotated[tuple[ParagraphName, ...], Key("出自")] = ()
    by: Annotated[str, Key("改稿人")] = ""
    reason: Annotated[str, Key("理由")] = ""

    @property
    def words(self) -> str:
        """The text without what surrounds it."""
        return self.text.strip()

    @property
    def key(self) -> str:
        """What it is called by: the id of an added paragraph, else what it says of the one that it meets."""
        if self.add:
            return self.id
        number = (str(self.paragraph),) if self.paragraph else ()
        return "|".join((self.at, self.heading, *number, self.was))
