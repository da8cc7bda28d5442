"""The Word form of a department: what stands on it, in the words by which `forms` reads it back."""

from __future__ import annotations

import io
import re
import zipfile
from typing import TYPE_CHECKING, NamedTuple

from reportctl.collect.form_parts import (
    DIGEST,
    HEADINGS,
    asked_parts,
    day_of,
    digest_of_texts,
    form_code,
    form_title,
)
from reportctl.collect.forms import CODE_LABEL
from reportctl.collect.lines import read_document
from reportctl.collect.places import read_places
from reportctl.collect.rows import Field
from reportctl.errors import ReportctlError
from reportctl.inspect.reading import read_facts
from reportctl.model.submission import Contact, Part
from reportctl.render.docx.blank_form import BlankForm, FormLine, FormTable, LineKind
from reportctl.scaffold.wording import remark
from reportctl.text.numbers import chinese

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from reportctl.model.files import ReportFile
    from reportctl.model.report import Department
    from reportctl.scaffold.forms import Past

_DIGEST_AT_END = re.compile(f"-([0-9a-f]{{{DIGEST}}})\\s*(?:[\uff08(]|$)")

_ATTACHMENTS = ("/media/", "/embeddings/")


class _PartForm(NamedTuple):
    """How a part stands on the form: labels over its columns, blank rows, what to write."""

    labels: tuple[str, ...]
    rows: int
    instruction: str


_PARTS = {
    Part.ACHIEVEMENTS: _PartForm(
        ("工作成效",),
        4,
        "写{year}年做了什么、成效怎样，有数字的写数字。{unit}，写成“标题。正文。”；"
        "还有要点的，用“一是”“二是”写在后面。",
    ),
    Part.SHORTCOMINGS: _PartForm(
        ("不足", "原因"),
        4,
        "左边写不足和表现，写成“标题。正文。”，右边写原因。{unit}，不够可以加行。",
    ),
    Part.PLANS: _PartForm(
        ("下一年度安排",),
        4,
        "写{next_year}年打算做什么、做到什么程度，写成“标题。正文。”。{unit}，不够可以加行。",
    ),
    Part.LEADERSHIP: _PartForm(
        ("履职情况",),
        2,
        "写党政主要负责人履行推进法治建设第一责任人职责的情况。{unit}\uff1b没有可以不填。",
    ),
    Part.OTHER: _PartForm(("其他",), 2, "写其他需要报告的情况。{unit}\uff1b没有可以不填。"),
}
_BY_ROW, _BY_PARAGRAPH = "一行写一条", "一件事写一条，每条另起一段，写在所属类别右边的格子里"
_FIGURES = ("名称", "数值", "单位", "上年", "其中")
_FIGURE_ROWS = 4
_SECTION_SHARE, _TEXT_SHARE = 3, 7  # of the width


class WordForms:
    """The forms of one report."""

    def __init__(self, report: ReportFile) -> None:
        self._report = report.report
        self._places = read_places(report)

    def write(self, department: Department, past: Past) -> BlankForm:
        """The form of one department; `past` is what it handed in last year."""
        name = remark(department.name)
        title = form_title(name, self._report.year)
        pieces = (*self._head(department, name, past.contact or Contact()), *self._chapters(past.plans))
        code = form_code(self._report.year, name, digest_of_texts(_texts(title, pieces)))
        line = FormLine(f"{CODE_LABEL}\uff1a{code}\uff08请勿删改\uff09", LineKind.CODE)
        return BlankForm(title, (*pieces, line))

    def _head(self, department: Department, name: str, contact: Contact) -> Iterator[FormLine | FormTable]:
        due = day_of(self._report.due(department))
        deadline = f"请于{due}前交回。" if due else ""
        yield FormLine(
            "填写说明\uff1a写在空格里，格子会随文字变大，不够可以加行；条目前面不用写序号。"
            "哪一部分确实没有内容，就写“无”。填好后存盘，把这个文件发回，最后一行的编号不要删改。" + deadline
        )
        rows = (
            (Field.DEPARTMENT, name, Field.YEAR, str(self._report.year)),
            (Field.CONTACT, remark(contact.name), Field.PHONE, remark(contact.phone)),
            (Field.APPROVED_BY, ""),
        )
        yield FormTable(rows, (4, 7, 4, 6), label_columns=frozenset({0, 2}))

    def _chapters(self, plans: tuple[str, ...]) -> Iterator[FormLine | FormTable]:
        asked = asked_parts(self._places)
        for number, part in enumerate(asked, 1):
            yield FormLine(f"{chinese(number)}、{HEADINGS[part]}", LineKind.HEADING)
            yield from self._part(part, plans if part is Part.ACHIEVEMENTS else ())
        yield FormLine(f"{chinese(len(asked) + 1)}、数据", LineKind.HEADING)
        yield FormLine(
            "填写说明\uff1a上面写到的主要数字，一行一个，名称照上面的写法；数值只写数字。"
            "“其中”写成“刑事案件351、民事案件139”。没有可以不填。"
        )
        blank = ("",) * len(_FIGURES)
        yield FormTable((_FIGURES, *(blank for _ in range(_FIGURE_ROWS))), (6, 3, 2, 3, 7), header_rows=1)

    def _part(self, part: Part, plans: tuple[str, ...]) -> Iterator[FormLine | FormTable]:
        """Instruction, last year's plans and table of a part: a row a section, else a row an item."""
        form, sections = _PARTS[part], self._places.of(part)
        by_section = len(sections) > 1
        unit = _BY_PARAGRAPH if by_section else _BY_ROW
        year = self._report.year
        yield FormLine(f"填写说明\uff1a{form.instruction.format(unit=unit, year=year, next_year=year + 1)}")
        if plans:
            yield FormLine(f"上年计划\uff1a去年报过下面 {len(plans)} 项计划，请在表里逐项写出完成情况。")
            yield from (
                FormLine(f"上年计划{number}\uff1a{remark(plan)}") for number, plan in enumerate(plans, 1)
            )
        if by_section:
            blank = ("",) * len(form.labels)
            rows = [("类别", *form.labels), *((remark(place.title), *blank) for place in sections)]
            widths = (_SECTION_SHARE, *(_TEXT_SHARE for _ in form.labels))
            yield FormTable(tuple(rows), widths, header_rows=1, label_columns=frozenset({0}), height=4)
        else:
            blank = ("",) * len(form.labels)
            rows = [form.labels, *(blank for _ in range(form.rows))]
            yield FormTable(tuple(rows), (1,) * len(form.labels), header_rows=1, height=2)


def is_blank_form(data: bytes) -> bool:
    """Whether a file is a Word form to which nobody has added anything, or taken anything away.

    The code line of a form holds a digest of all other text on it: any word more, any comment, tracked change
    or picture makes it a form that somebody has worked on. A file that cannot be read is none.
    """
    try:
        facts = read_facts(data)
    except ReportctlError:
        return False
    document = read_document(facts)
    texts = [line.text for line in document.lines if CODE_LABEL not in line.text]
    code = next((line.text for line in reversed(document.lines) if CODE_LABEL in line.text), "")
    found = _DIGEST_AT_END.findall(code)
    marked = document.changes or document.comments or document.hidden or _has_attachments(data)
    return not marked and found[-1:] == [digest_of_texts(texts)]


def _has_attachments(data: bytes) -> bool:
    """Whether a .docx holds pictures or other files, as none of our forms does."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return any(folder in name for name in package.namelist() for folder in _ATTACHMENTS)


def _texts(title: str, pieces: Iterable[FormLine | FormTable]) -> Iterator[str]:
    """Everything that a form says, in reading order."""
    yield title
    for piece in pieces:
        if isinstance(piece, FormLine):
            yield piece.text
        else:
            yield from (text for row in piece.rows for text in row)
