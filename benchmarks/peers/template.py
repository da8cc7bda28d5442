"""Makes the template that docxtpl fills."""

from __future__ import annotations

import docx

ITEM = (
    "{{ loop.index }}.{{ item.heading }}。{{ item.text }}{{ item.cause }}"
    "{% for point in item.points %}{{ point }}{% endfor %}"
)
PARAGRAPHS = (
    ("Title", "鹤城区2023年度法治政府建设情况报告"),
    (None, "{%p for place in places %}"),
    ("Heading 1", "{{ place.title }}"),
    (None, "{%p for item in place.entries %}"),
    (None, ITEM),
    (None, "{%p endfor %}"),
    (None, "{%p endfor %}"),
)


def main(output: str) -> None:
    """Write the template."""
    document = docx.Document()
    for style, text in PARAGRAPHS:
        document.add_paragraph(text, style)
    document.save(output)
