"""Reports of a few plain paragraphs."""

from __future__ import annotations

import io
from typing import Any

import docx
from docx.enum.text import WD_ALIGN_PARAGRAPH

TITLE = "县司法局2024年度法治政府建设情况报告"
WORK = ("一、工作成效", "1.规范行政执法监督。组织评查行政执法案卷60本，督促整改问题18个。")
SHORT = ("二、存在的不足", "1.执法力量不足。一线仅9人。原因：编制多年未增。")
PLANS = ("三、下一步工作打算", "1.充实执法力量。招录执法人员3名。")


def file(*lines: str) -> Any:
    """A document of these lines, the first in the middle."""
    document = docx.Document()
    for line in lines:
        document.add_paragraph(line)
    document.paragraphs[0].alignment = WD_ALIGN_PARAGRAPH.CENTER
    return document


def data(document: Any) -> bytes:
    """The document as a file."""
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()
