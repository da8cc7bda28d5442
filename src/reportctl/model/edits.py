"""edits.yaml: the editor's decisions over what departments handed in."""

from dataclasses import dataclass
from typing import Annotated

from reportctl.model.fields import Bounds, Key, Truth
from reportctl.model.submission import Part

_CONFIG = {"extra": "forbid"}


@dataclass(frozen=True, slots=True)
class Selector:
    """One item to be merged, as it was handed in."""

    __pydantic_config__ = _CONFIG

    department: Annotated[str, Key("部门")]
    heading: Annotated[str, Key("标题")]
    was: Annotated[str, Key("指纹")] = ""


@dataclass(frozen=True, slots=True)
class ItemChange:
    """What an item becomes; None leaves a field as it was handed in."""

    __pydantic_config__ = _CONFIG

    heading: Annotated[str | None, Key("标题")] = None
    text: Annotated[str | None, Key("正文")] = None
    points: Annotated[tuple[str, ...] | None, Key("要点")] = None
    cause: Annotated[str | None, Key("原因")] = None
    section: Annotated[str | None, Key("类别")] = None
    order: Annotated[int | None, Key("顺序")] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Edit:
    """One decision: `omit`, `set`, `merge` (with `into`) or `keep`."""

    __pydantic_config__ = _CONFIG

    department: Annotated[str, Key("部门")] = ""
    part: Annotated[Part, Key("来源")]
    heading: Annotated[str, Key("标题")] = ""
    was: Annotated[str, Key("指纹")] = ""
    omit: Annotated[Truth, Key("删去")] = False
    reason: Annotated[str, Key("理由")] = ""
    set: Annotated[ItemChange | None, Key("改为")] = None
    merge: Annotated[Annotated[tuple[Selector, ...], Bounds(min_length=2)] | None, Key("合并")] = None
    into: Annotated[ItemChange | None, Key("并入")] = None
    keep: Annotated[Annotated[tuple[str, ...], Bounds(min_length=1)] | None, Key("保留")] = None

    @property
    def kinds(self) -> tuple[str, ...]:
        """Which of the four decisions the edit makes; a sound one makes exactly one."""
        made = {"omit": self.omit, "set": self.set, "merge": self.merge, "keep": self.keep}
        return tuple(kind for kind, value in made.items() if value)
