"""Why a file is refused: the kinds of file that are no readable .docx, each with its remedy."""

from __future__ import annotations

from reportctl.errors import FileError
from reportctl.findings import Finding, Rule, Severity, Span

ZIP = b"PK\x03\x04"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def _refusal(code: str, title: str, manual: str, bad: str) -> Rule:
    good = "用 Word 或 WPS“另存为”得到的 .docx 文件。"
    return Rule(code, Severity.ERROR, title, manual, bad, good, locked=True)


NOT_WORD = _refusal(
    "not-a-docx",
    "不是 .docx 文件",
    "inspect 只检查 .docx 文件。请用 Word 或 WPS 打开原文件，另存为“Word 文档（*.docx）”，再检查新文件。",
    "改了扩展名的 PDF、RTF、网页或表格。",
)
OLD_WORD = _refusal(
    "old-word-file",
    "旧格式的 .doc 或 .wps 文件",
    "这是 Word 97-2003 或 WPS 的旧格式，不能检查。请用 Word 或 WPS 打开它，另存为 .docx，再检查新文件。",
    "通知.doc，通知.wps。",
)
ENCRYPTED = _refusal(
    "encrypted-file",
    "文件有密码",
    "加了打开密码的文件读不到内容。请在 Word 或 WPS 里打开文件，取消密码后保存，再检查。",
    "设了打开密码的 .docx。",
)
MACROS = _refusal(
    "macro-file",
    "文件含有宏",
    "公文不应带宏，本工具不打开含宏的文件。请另存为不含宏的 .docx，再检查新文件。",
    "通知.docm，或内含 vbaProject.bin 的 .docx。",
)
TOO_LARGE = _refusal(
    "oversized-file",
    "文件解开后过大",
    "文件解压后大得不合常理，可能是损坏的文件或“压缩炸弹”，为安全起见不打开。确是正常文件的，请压缩其中的图片后再试。",
    "几十 KB 的文件解开有几个 GB。",
)
ENTITIES = _refusal(
    "external-entity",
    "文件里有外部实体声明",
    "正常的 .docx 里没有 DOCTYPE 声明，这个文件可能被人做了手脚，为安全起见不打开。请核实它的来源。",
    "document.xml 里有 <!DOCTYPE …>。",
)
DAMAGED = _refusal(
    "damaged-file",
    "文件不完整或已损坏",
    "文件没有下载完、没有传完，或者已经损坏。请重新取得文件，或用 Word、WPS 的“打开并修复”打开后另存。",
    "只传了一半的 .docx。",
)
OVERLOADED = _refusal(
    "overloaded-file",
    "文件内容多得不合常理",
    "段落、文字、分节、格式或自动编号的数量远远超出正常的公文\uff0c读下去会耗尽时间和内存\uff0c所以不检查。"
    "确是正常文件的\uff0c请分成几个文件\uff0c或者把内容复制到新建的空白文档里另存\uff0c再检查。",
    "有几万个分节符的文件。",
)
UNREADABLE = _refusal(
    "unreadable-file",
    "文件读不出来",
    "文件不存在、没有权限，或者正被别的程序占用。请检查路径和权限，关闭打开着它的程序，再检查。",
    "路径写错的文件。",
)
RULES = (UNREADABLE, NOT_WORD, OLD_WORD, ENCRYPTED, MACROS, TOO_LARGE, OVERLOADED, ENTITIES, DAMAGED)


class RefusedError(FileError):
    """The file is no .docx that can be inspected; `rule` says why, and its manual how to mend it."""

    def __init__(self, rule: Rule, detail: str = "") -> None:
        message = f"{rule.title}（{detail}）" if detail else rule.title
        super().__init__(message, hint=rule.manual)
        self.rule = rule


def at_most(most: int, found: int, what: str, unit: str) -> None:
    """Refuses a document that holds more of something than `most`: what it would cost is bounded so.

    Raises:
        RefusedError: there are more.
    """
    if found > most:
        raise RefusedError(OVERLOADED, f"{what}超过 {most:,} {unit}")


def unreadable(error: FileError, file: str) -> Finding:
    """Why a file was not judged, as a finding."""
    rule = error.rule if isinstance(error, RefusedError) else UNREADABLE
    return rule.at(Span(file), error.message, error.hint)


def by_signature(head: bytes, content: bytes) -> Rule | None:
    """What a file is refused for by its first bytes; None for a zip archive."""
    if head.startswith(ZIP):
        return None
    if not head.startswith(_OLE):
        return NOT_WORD if head else DAMAGED
    if "EncryptedPackage".encode("utf-16-le") in content:
        return ENCRYPTED
    return OLD_WORD if "WordDocument".encode("utf-16-le") in content else NOT_WORD
