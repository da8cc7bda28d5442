"""What surrounds the body of a report: title, addressee, opening; closing, signature, contents, attachments."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from reportctl.collect.fates import Fate
from reportctl.collect.headings import NUMBERED, Heading, Mark, heading_of
from reportctl.collect.parts import parts_of, words
from reportctl.collect.phrases import is_closing, is_ordinal
from reportctl.model.submission import Part
from reportctl.text.chars import HAN, WHITE_CHARACTERS

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from reportctl.collect.lines import Document, Line

_CN_DIGITS = "〇○零一二三四五六七八九OＯ0"
_DATE = re.compile(
    rf"[\uff08(]?(?:20[0-9]{{2}}|[二][{_CN_DIGITS}]{{3}})[年.\-/](?:[0-9]{{1,2}}|[一二三四五六七八九十]{{1,3}})[月.\-/]"
    rf"(?:(?:[0-9]{{1,2}}|[一二三四五六七八九十]{{1,3}})日?)?[\uff09)]?$"
)
_CONTACT = re.compile(
    "[\uff08(]?(?:联系人|联系电话|联系方式|填报人|填表人|审核人|经办人|审签人|签发人|报送人|电话|传真|邮箱)"
)
_NUMBER = re.compile(".{0,16}〔20[0-9]{2}〕[0-9]+号$")
_ATTACHMENTS = re.compile("附件[0-9一二三四五六七八九十]*[\uff1a:]?$")
_ATTACHMENT_NOTE = re.compile("附(?:件)?[\uff1a:]|附件[0-9一二三四五六七八九十]+[\uff1a:.、]")
_CONTENTS_LINE = re.compile("(?:\t|…{2,}|\\.{4,}|·{4,})\\s*[0-9]{1,3}$")
_OFFICE = re.compile(
    f"[{HAN}]{{2,28}}(?:局|委|办|室|部|会|院|队|中心|政府|镇|乡|街道|社|联|站|所|公司|处|团|党组|委员|集团)$"
)
_TITLE_END = re.compile(
    "(?:报告|总结|情况|材料|汇报|小结|自查|说明|自评|综述|表)(?:[\uff08(].{0,12}[\uff09)])?$"
)
_ADDRESSEE = re.compile("[^。]{2,60}[\uff1a:]$")
_ANNOUNCED = ("如下\uff1a", "如下:", "如下。")
_SIGNATURE = 34  # characters of a signature, at most
_CONTACT_LINE = 90


@dataclass(slots=True)
class Layout:
    """Which lines are furniture, and which are the body, both by position."""

    fates: dict[int, Fate] = field(default_factory=dict)
    body: list[int] = field(default_factory=list)

    def of(self, fate: Fate) -> tuple[int, ...]:
        """The positions of the lines with a fate, in reading order."""
        return tuple(sorted(position for position, own in self.fates.items() if own is fate))


def lay_out(document: Document, positions: Iterable[int], year: int) -> Layout:
    """Tells the furniture among the lines at `positions` from the body."""
    layout = Layout()
    lines = document.lines
    left = [position for position in positions if not lines[position].blank]
    left = _without_attachments(document, left, layout)
    left = _without_contents(document, left, layout)
    left = _without_tail(document, left, layout)
    start = _front(document, left, year, layout)
    layout.body = left[start:] if start >= 0 else left
    return layout


def _text(line: Line) -> str:
    return line.text.strip(WHITE_CHARACTERS)


def _squeezed(line: Line) -> str:
    return re.sub(r"\s", "", line.text)


def _without_attachments(document: Document, positions: list[int], layout: Layout) -> list[int]:
    """Everything from a line 附件1 of its own on is attachments."""
    for number, position in enumerate(positions):
        line = document.lines[position]
        if number and line.cell is None and _ATTACHMENTS.match(_squeezed(line)):
            layout.fates |= dict.fromkeys(positions[number:], Fate.ATTACHMENT)
            return positions[:number]
    return positions


def _without_contents(document: Document, positions: list[int], layout: Layout) -> list[int]:
    """A table of contents: by its field, by page numbers behind tabs or dots, or by its own title."""
    found = {
        position
        for position in positions
        if document.lines[position].contents or _CONTENTS_LINE.search(document.lines[position].text.rstrip())
    }
    for number, position in enumerate(positions):
        if _squeezed(document.lines[position]) == "目录":
            found.add(position)
            found |= _listed(document, positions[number + 1 :])
            break
    layout.fates |= dict.fromkeys(found, Fate.CONTENTS)
    return [position for position in positions if position not in found]


def _listed(document: Document, positions: Sequence[int]) -> set[int]:
    """The lines below 目录 that come again further on."""
    counts: dict[str, int] = {}
    heads = [_head(document.lines[position]) for position in positions]
    for head in heads:
        counts[head] = counts.get(head, 0) + 1
    found: set[int] = set()
    for position, head in zip(positions, heads, strict=True):
        if counts[head] < 2:
            break
        found.add(position)
        counts[head] -= 1
    return found


def _head(line: Line) -> str:
    """The words of a line up to its first full stop, without a page number."""
    return words(re.sub(r"[\s.…·]*[0-9]+$", "", line.text).split("。")[0])


def _without_tail(document: Document, positions: list[int], layout: Layout) -> list[int]:
    """Closing, attachment notes, signature, date and contact, read from the end."""
    end = len(positions)
    dated = signed = False
    while end:
        position = positions[end - 1]
        line = document.lines[position]
        if line.cell is not None:
            break
        fate = _tail_fate(line, dated=dated, signed=signed)
        if fate is None:
            note = _note_start(document, positions[:end])
            if note is None:
                break
            layout.fates |= dict.fromkeys(positions[note:end], Fate.ATTACHMENT)
            end = note
            continue
        dated = dated or fate is Fate.DATE
        signed = signed or fate is Fate.SIGNATURE
        layout.fates[position] = fate
        end -= 1
    return positions[:end]


def _tail_fate(line: Line, *, dated: bool, signed: bool) -> Fate | None:
    text, squeezed = _text(line), _squeezed(line)
    if _DATE.match(squeezed):
        return Fate.DATE
    if _CONTACT.match(text) and len(text) <= _CONTACT_LINE:
        return Fate.CONTACT
    if is_closing(text):
        return Fate.CLOSING
    if squeezed.startswith(("\uff08此件", "(此件")):
        return Fate.CLOSING
    if len(squeezed) > _SIGNATURE or line.number or "。" in squeezed:
        return None
    without_date = re.sub(r"(?:20[0-9]{2}|二[〇○零].{2})年.{1,3}月.{1,3}日$", "", squeezed)
    if without_date != squeezed and _OFFICE.match(without_date):
        return Fate.SIGNATURE
    office = _OFFICE.match(squeezed.replace("\uff08章\uff09", "").replace("(盖章)", "")) is not None
    if line.at_right or (office and (dated or signed or line.centered or line.text.startswith("\u3000" * 4))):
        return Fate.SIGNATURE
    return None


def _note_start(document: Document, positions: Sequence[int]) -> int | None:
    """Where 附件：1.…… 2.…… begins, if the last lines are that list."""
    for number in range(len(positions) - 1, max(-1, len(positions) - 12), -1):
        text = _text(document.lines[positions[number]])
        if _ATTACHMENT_NOTE.match(text):
            return number
        if "。" in text or len(text) > 60:
            return None
    return None


def _front(document: Document, positions: list[int], year: int, layout: Layout) -> int:
    """Name the lines in front of the body; gives how many they are."""
    count, seen_title = _title(document, positions, year, layout)
    headings = [heading_of(document, position, year) for position in positions]
    start = next(
        (
            number
            for number in range(count, len(positions))
            if document.lines[positions[number]].cell is not None or _begins_body(headings[number])
        ),
        None,
    )
    if start is not None and not _is_early(headings[start], headings[start:], year):
        prose = next(
            (number for number in range(count, start) if _is_prose(document.lines[positions[number]])), None
        )
        start = start if prose is None else prose
    if start is None:
        start = _headless_start(document, positions, count)
    for number in range(count, start):
        layout.fates[positions[number]] = _front_fate(document.lines[positions[number]], titled=seen_title)
    return start


def _title(document: Document, positions: list[int], year: int, layout: Layout) -> tuple[int, bool]:
    """Name the lines of the title and those right under it; gives how many, and whether there is one."""
    title = ""
    count = 0
    for position in positions:
        line = document.lines[position]
        text = _text(line)
        if line.cell is not None or "。" in text:
            break
        heading = heading_of(document, position, year)
        numbered = heading is not None and heading.mark in NUMBERED
        if (numbered and not line.title) or _is_bare_chapter(line, heading, title):
            break
        complete = _TITLE_END.search(title) is not None
        if _DATE.match(_squeezed(line)):
            fate = Fate.DATE
        elif _CONTACT.match(text):
            fate = Fate.CONTACT
        elif text.endswith("文件") or _NUMBER.match(_squeezed(line)):
            fate = Fate.BYLINE
        elif not title or (not complete and (line.centered or line.title) and not _ADDRESSEE.match(text)):
            if not (line.centered or line.title or _TITLE_END.search(text) or len(text) <= 40):
                break
            title += text
            fate = Fate.TITLE
        elif not _ADDRESSEE.match(text) and (
            line.centered or line.at_right or _OFFICE.match(_squeezed(line))
        ):
            fate = Fate.BYLINE
        elif not complete and len(title) < 30 and _TITLE_END.search(text) and len(text) <= 40:
            title += text
            fate = Fate.TITLE
        else:
            break
        layout.fates[position] = fate
        count += 1
    return count, bool(title)


def _is_bare_chapter(line: Line, heading: Heading | None, title: str) -> bool:
    """Whether an unnumbered line is the first chapter rather than a part of the title."""
    if heading is None or line.title or line.centered:
        return False
    if title:
        return heading.mark == Mark.PART or Mark.STYLE <= heading.mark <= Mark.BOLD
    return (
        heading.mark == Mark.PART
        and len(words(heading.words.text)) <= 10
        and not _TITLE_END.search(heading.words.text)
    )


def _begins_body(heading: Heading | None) -> bool:
    return heading is not None and heading.mark != Mark.BOLD_LEAD


def _is_early(first: Heading | None, headings: Sequence[Heading | None], year: int) -> bool:
    """Whether achievements come below the first heading or a later one, so that what stands above opens."""
    if first is None:
        return True
    named = {
        part for heading in headings if heading is not None for part in parts_of(heading.words.text, year)
    }
    parts = parts_of(first.words.text, year)
    late = bool(parts) and set(parts) <= {Part.SHORTCOMINGS, Part.PLANS}
    return not late or Part.ACHIEVEMENTS in named


def _is_prose(line: Line) -> bool:
    text = _text(line)
    return len(text) > 40 and not text.endswith(_ANNOUNCED) and not _ADDRESSEE.match(text)


def _headless_start(document: Document, positions: list[int], count: int) -> int:
    """The first paragraph that neither addresses nor announces, in a report without headings."""
    for number in range(count, len(positions)):
        line = document.lines[positions[number]]
        if is_ordinal(_text(line)) or (
            not _ADDRESSEE.match(_text(line)) and not _text(line).endswith(_ANNOUNCED)
        ):
            return number
    return len(positions)


def _front_fate(line: Line, *, titled: bool) -> Fate:
    text = _text(line)
    if _DATE.match(_squeezed(line)):
        return Fate.DATE
    if _CONTACT.match(text) and len(text) <= _CONTACT_LINE:
        return Fate.CONTACT
    if _ADDRESSEE.match(text) and not text.endswith(_ANNOUNCED):
        return Fate.ADDRESSEE
    return Fate.OPENING if titled or len(text) > _SIGNATURE else Fate.BYLINE
