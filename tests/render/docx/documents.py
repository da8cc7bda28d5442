"""Documents for the tests: small ones by hand, with everything that a form can have."""

from __future__ import annotations

import datetime as dt
import io
import struct
import zlib
from pathlib import Path
from typing import TYPE_CHECKING

from reportctl import layout
from reportctl.document import (
    Attachment,
    Block,
    BlockType,
    Document,
    Form,
    Imprint,
    Letterhead,
    Picture,
    Role,
    Run,
    Table,
)
from reportctl.render.docx import render

if TYPE_CHECKING:
    from reportctl.layout import Layout

DAY = dt.date(2024, 1, 15)
ISSUER = "云溪市青山区人民政府"
TITLE = "关于青山区2023年度法治政府建设情况的报告"
SENTENCE = "全年组织开展行政执法人员资格考试，严格落实行政执法三项制度，规范执法行为，提升执法水平。"


def gb9704() -> Layout:
    """The default layout."""
    return layout.load("gb9704", Path())


def docx(document: Document, style: Layout | None = None) -> bytes:
    """The document as .docx."""
    out = io.BytesIO()
    render(document, style or gb9704(), out)
    return out.getvalue()


def block(kind: BlockType, text: str, number: str = "", level: int = 0, *, alone: bool = True) -> Block:
    """A paragraph; one with a level is a heading, alone or run into the text after its first 。."""
    name = f"{kind.value}-{number}-{text[:6]}"
    if not level:
        return Block(name, kind, (Run(text),), 0, number)
    if alone:
        return Block(name, kind, (Run(text, Role.HEADING),), level, number)
    heading, mark, rest = text.partition("。")
    return Block(name, kind, (Run(heading + mark, Role.HEADING), Run(rest)), level, number)


def body(paragraphs: int = 6, sentences: int = 3) -> tuple[Block, ...]:
    """A chapter and a section that stand alone, items whose headings run into the text."""
    return (
        block(BlockType.OPENING, f"2023年，青山区{SENTENCE}现将有关情况报告如下："),
        block(BlockType.CHAPTER, "2023年工作开展情况", "一、", 1),
        block(BlockType.SECTION, "践行习近平法治思想，统筹谋划法治政府建设", "（一）", 2),
        *(
            block(BlockType.ITEM, f"加强行政执法监督。{SENTENCE * sentences}", f"{number}.", 3, alone=False)
            for number in range(1, paragraphs + 1)
        ),
        block(BlockType.POINT, f"规范执法行为。{SENTENCE}", "（1）", 4, alone=False),
    )


def ending(
    *issuers: str, names: tuple[str, ...] = (), note: str = "", closing: str = "专此报告。"
) -> tuple[Block, ...]:
    """From the closing phrase to 附注."""
    blocks = [block(BlockType.CLOSING, closing)] if closing else []
    for index, name in enumerate(names, 1):
        label = "附件：" if index == 1 else ""
        blocks.append(block(BlockType.ATTACHMENT_LIST, name, f"{label}{index}." if len(names) > 1 else label))
    blocks += [block(BlockType.SIGNATURE, issuer) for issuer in issuers]
    blocks.append(block(BlockType.DATE, "2024年1月15日"))
    if note:
        blocks.append(block(BlockType.NOTE, f"（{note}）"))
    return tuple(blocks)


def plain(*middle: Block, issuers: tuple[str, ...] = (ISSUER,), title: str = TITLE) -> Document:
    """A report in the plain form with the paragraphs given, or a usual text."""
    blocks = (
        block(BlockType.TITLE, title),
        block(BlockType.RECIPIENTS, "中共云溪市委、云溪市人民政府："),
        *(middle or body()),
        *ending(*issuers),
    )
    return Document(Form.PLAIN, 2023, "青山区", title, blocks, DAY, issuers=issuers)


def public() -> Document:
    """A report in the public form: title and text."""
    return Document(Form.PUBLIC, 2023, "青山区", TITLE, (block(BlockType.TITLE, TITLE), *body()), DAY)


def table(rows: int = 40, columns: int = 4, *, landscape: bool = False) -> Table:
    """A table with a header row."""
    head = tuple(f"指标{column}" for column in range(columns))
    cells = (tuple(str(row * column) for column in range(columns)) for row in range(1, rows))
    return Table((head, *cells), landscape=landscape)


def png(width: int, height: int) -> bytes:
    """A grey PNG of that many pixels at 96 to the inch."""

    def chunk(name: bytes, data: bytes) -> bytes:
        checked = name + data
        return struct.pack(">I", len(data)) + checked + struct.pack(">I", zlib.crc32(checked))

    rows = (b"\x00" + b"\x80" * width) * height
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0))
        + chunk(b"pHYs", struct.pack(">IIB", 3780, 3780, 1))
        + chunk(b"IDAT", zlib.compress(rows))
        + chunk(b"IEND", b"")
    )


def attachments() -> tuple[Attachment, ...]:
    """A table over several pages, a wide table on a turned sheet, a picture with text."""
    text = (
        block(BlockType.ATTACHMENT_TEXT, "说明", level=1),
        block(BlockType.ATTACHMENT_TEXT, SENTENCE * 3),
    )
    return (
        Attachment(1, "2023年度行政执法数据统计表", (table(60),)),
        Attachment(2, "2023年度各部门分栏统计一览表", (table(12, 12, landscape=True),)),
        Attachment(3, "行政复议办理流程图", (Picture(png(2000, 600), "办理流程示意图"), *text)),
    )


def formal(
    *,
    issuers: tuple[str, ...] = (ISSUER,),
    signatories: tuple[str, ...] = ("张某某",),
    paragraphs: int = 6,
    with_attachments: bool = True,
    sealed: bool = True,
) -> Document:
    """A report in the formal form with everything switched on."""
    annexes = attachments() if with_attachments else ()
    names = tuple(one.title for one in annexes)
    blocks = (
        block(BlockType.TITLE, TITLE),
        block(BlockType.RECIPIENTS, "中共云溪市委、云溪市人民政府："),
        *body(paragraphs),
        *ending(*issuers, names=names, note="此件公开发布"),
    )
    copies = (
        "区委办公室",
        "区人大常委会办公室",
        "区政协办公室",
        "区监委",
        "区法院",
        "区检察院",
        "各人民团体",
    )
    return Document(
        Form.FORMAL,
        2023,
        "青山区",
        TITLE,
        blocks,
        DAY,
        issuers=issuers,
        letterhead=Letterhead("000001", "特急", issuers, "青政〔2024〕3号", signatories),
        imprint=Imprint(copies, f"{ISSUER}办公室", dt.date(2024, 1, 16)),
        attachments=annexes,
        sealed=sealed,
    )
