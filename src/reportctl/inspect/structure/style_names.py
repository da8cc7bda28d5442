"""What styles are called that other tools and templates make for the elements: a hint, never a proof."""

from __future__ import annotations

from reportctl.inspect.structure.model import ElementKind

_NAMES: dict[ElementKind, tuple[str, ...]] = {
    ElementKind.MARK: ("发文机关标志", "发文机关标识", "红头", "文件头", "公文红头"),
    ElementKind.TITLE: ("公文标题", "文件标题", "公文大标题", "大标题", "主标题", "title"),
    ElementKind.RECIPIENTS: ("主送机关", "主送单位", "公文主送", "公文主送机关", "抬头", "称谓"),
    ElementKind.SIGNATURE: ("发文机关署名", "发文机关", "署名", "落款", "公文落款", "落款单位", "公文署名"),
    ElementKind.DATE: ("成文日期", "落款日期", "公文日期"),
    ElementKind.NOTE: ("附注", "公文附注"),
    ElementKind.ATTACHMENT_NOTE: ("附件说明", "公文附件说明"),
}
_KINDS = {name: kind for kind, names in _NAMES.items() for name in names}


def named(style: str) -> ElementKind | None:
    """The element that a style's name says a paragraph is, None where it says nothing."""
    return _KINDS.get("".join(style.split()).lower())
