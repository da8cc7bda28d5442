"""The name of the report's file: one that every system takes, with its form and its being a draft."""

from __future__ import annotations

from reportctl.document import Form

DRAFT = "-草稿"
_FORMS = {Form.PLAIN: "-白头", Form.FORMAL: "-红头", Form.PUBLIC: "-公开"}
_FORBIDDEN = frozenset('/\\:*?"<>|')
_RESERVED = frozenset(
    {"CON", "PRN", "AUX", "NUL"} | {f"{port}{n}" for port in ("COM", "LPT") for n in "123456789¹²³"}
)
# bytes; file systems take 255: form, draft, ending and the temporary file's prefix must find room too
_LIMIT = 180


def stem(name: str, form: Form, own: Form, *, draft: bool) -> str:
    """The file's name without its ending; `own` is the form that needs no mention."""
    return f"{name.strip()}{'' if form is own else _FORMS[form]}{DRAFT if draft else ''}"


def problem(name: str) -> str:
    """Why a name cannot be a file's, in the user's words; "" where it can.

    What Windows reserves (CON, LPT1, with any ending) is refused everywhere: a report travels.
    """
    name = name.strip()
    if not name:
        return "文件名是空的"
    if not name.isprintable():
        return f"文件名“{name}”里有看不见的字符"
    if _FORBIDDEN & set(name) or name.startswith("."):
        return f"“{name}”不能作文件名"
    if name.partition(".")[0].rstrip().upper() in _RESERVED:
        return f"“{name}”是 Windows 保留的名字\uff0c不能作文件名"
    if len(name.encode("utf-8", "replace")) > _LIMIT:
        return f"文件名太长\uff1a最多 {_LIMIT // 3} 个汉字"
    return ""
