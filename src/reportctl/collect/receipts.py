"""Words for people: the 回执 that goes back to a department, and the note beside what was put aside."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from reportctl.collect import codes
from reportctl.collect.form_words import in_form_words
from reportctl.findings import Severity

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from reportctl.collect.hand_in import HandIn
    from reportctl.findings import Finding

_ASKED = (("要改的", Severity.ERROR), ("请核对的", Severity.WARNING))


def write_receipt(hand_in: HandIn, version: int, day: str, findings: Sequence[Finding]) -> bytes:
    """The 回执 for a department: what was taken on `day` (2024年1月8日), and what is to be mended."""
    lines = [
        "回执",
        "",
        f"{hand_in.department}：",
        f"你单位报送的“{hand_in.arrival.name}”已于{day}收到，是第{version}版。",
        f"收到的内容：{hand_in.counts}。",
    ]
    for title, severity in _ASKED:
        asked = sorted((finding for finding in findings if finding.severity is severity), key=_line)
        if asked:
            shown = _listed(asked) if hand_in.is_typed_yaml else map(in_form_words, _listed(asked))
            lines += ["", f"{title}（{len(asked)} 处）：", *shown]
    if not any(finding.severity in {severity for _, severity in _ASKED} for finding in findings):
        lines += ["", "没有发现要改的地方。"]
    return _text(lines)


def write_pending_note(hand_in: HandIn, at: str, stored: str) -> bytes:
    """The note beside a file that was put aside: why, and what to do about it."""
    letter = hand_in.arrival.letter
    lines = [
        f"文件：{hand_in.arrival.name}",
        f"来自：{hand_in.arrival.via}",
        *([f"发件人：{letter.sender}"] if letter is not None and letter.sender else []),
        f"时间：{dt.datetime.fromisoformat(at):%Y-%m-%d %H:%M}",
        "",
        "没有收下，因为：",
    ]
    for remark in hand_in.remarks:
        lines.append(f"- {remark.message}")
        if remark.hint:
            lines.append(f"  怎么办：{remark.hint}")
    if stored and any(remark.rule is codes.WHICH_DEPARTMENT for remark in hand_in.remarks):
        lines += [
            "",
            "知道是哪个部门的，在项目文件夹里运行（部门换成它的名称）：",
            f'reportctl collect --department 部门 "{stored}"',
        ]
    return _text(lines)


def _listed(findings: Iterable[Finding]) -> Iterator[str]:
    for number, finding in enumerate(findings, 1):
        yield f"{number}. {_place(finding)}{finding.message}"
        if finding.hint:
            yield f"   怎么改：{finding.hint}"


def _line(finding: Finding) -> int:
    """The paragraph of the document, or the line of the file, that a finding is about; 0 for the whole."""
    if finding.related and finding.related[-1].message.startswith("原件"):
        return finding.related[-1].span.line if finding.related[-1].message != "原件" else 0
    return finding.span.line


def _place(finding: Finding) -> str:
    """Where the sender finds it: the paragraph of a document, the line of a file that came as YAML."""
    if finding.related and finding.related[-1].message.startswith("原件"):
        place = finding.related[-1].message
        return f"{place}：" if place != "原件" else ""
    if finding.span.file.endswith((".yaml", ".yml")):
        return f"第 {finding.span.line} 行："
    return f"原件第 {finding.span.line} 段：" if finding.span.line > 1 else ""


def _text(lines: Iterable[str]) -> bytes:
    """Lines as a file that Windows Notepad of any age opens."""
    return "".join(f"{line}\r\n" for line in lines).encode("utf-8-sig")
