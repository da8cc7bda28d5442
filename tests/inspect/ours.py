"""Our own documents in their forms, with the words of the handmade one, so that both can be spoilt alike."""

from __future__ import annotations

import datetime as dt
import io
from pathlib import Path

from reportctl.document import (
    Attachment,
    Block,
    BlockType,
    Document,
    Form,
    Imprint,
    Letterhead,
    Role,
    Run,
    Table,
)
from reportctl.layout import Layout, load
from reportctl.render.docx import render

ISSUER = "怀化市鹤城区人民政府"


def _block(name: str, kind: BlockType, *runs: str, level: int = 0, number: str = "") -> Block:
    """A block; with two texts the first is a heading that runs into the second."""
    roles = (
        [Role.HEADING, Role.TEXT]
        if len(runs) == 2 or (level and kind in (BlockType.CHAPTER, BlockType.SECTION))
        else [Role.TEXT]
    )
    pieces = tuple(Run(text, role) for text, role in zip(runs, roles, strict=False))
    return Block(name, kind, pieces, level, number)


def _blocks() -> tuple[Block, ...]:
    kind = BlockType
    rows = (
        (kind.TITLE, ("关于鹤城区2023年度法治政府建设情况的报告",), 0, ""),
        (kind.RECIPIENTS, ("怀化市人民政府：",), 0, ""),
        (kind.OPENING, ("2023年，鹤城区坚持依法行政，扎实推进法治政府建设。现将有关情况报告如下：",), 0, ""),
        (kind.CHAPTER, ("2023年工作开展情况",), 1, "一、"),
        (kind.SECTION, ("加强组织领导",), 2, "（一）"),
        (kind.ITEM, ("压实责任。", "全年召开专题会议4次，研究“法治政府”建设事项12件。"), 3, "1."),
        (kind.ITEM, ("完善机制。", "建立清单管理、定期通报制度。"), 3, "2."),
        (kind.POINT, ("编制责任清单，明确牵头单位。责任到岗。",), 0, "（1）"),
        (kind.POINT, ("每季度通报一次进展。",), 0, "（2）"),
        (kind.SECTION, ("优化营商环境",), 2, "（二）"),
        (kind.ITEM, ("提升服务效能。", "办理事项472项，一次办结率99.2%。"), 3, "1."),
        (kind.CHAPTER, ("存在的不足",), 1, "二、"),
        (kind.ITEM, ("队伍建设还需加强。", "部分执法人员业务能力不足。"), 2, "（一）"),
        (kind.ITEM, ("普法实效还需提高。", "普法形式较为单一。"), 2, "（二）"),
        (kind.CHAPTER, ("2024年工作安排",), 1, "三、"),
        (kind.ITEM, ("下一步，将持续推进法治政府建设，重点抓好队伍培训。",), 0, ""),
        (kind.CLOSING, ("专此报告。",), 0, ""),
        (kind.ATTACHMENT_LIST, ("2023年度行政执法数据统计表",), 0, "附件：1."),
        (kind.ATTACHMENT_LIST, ("2023年度行政复议案件情况",), 0, "2."),
        (kind.SIGNATURE, (ISSUER,), 0, ""),
        (kind.DATE, ("2024年1月15日",), 0, ""),
        (kind.NOTE, ("（联系人：李某，电话：0745-0000000）",), 0, ""),
    )
    return tuple(
        _block(f"b{place}", kind, *texts, level=level, number=number)
        for place, (kind, texts, level, number) in enumerate(rows)
    )


DOCUMENT = Document(
    form=Form.FORMAL,
    year=2023,
    area="鹤城区",
    title="关于鹤城区2023年度法治政府建设情况的报告",
    title_lines=("关于鹤城区2023年度", "法治政府建设情况的报告"),
    blocks=_blocks(),
    date=dt.date(2024, 1, 15),
    issuers=(ISSUER,),
    letterhead=Letterhead(
        copy_number="000001",
        urgency="特急",
        issuers=(ISSUER,),
        number="怀鹤政〔2024〕3号",
        signatories=("张某某",),
    ),
    imprint=Imprint(("市委依法治市办", "市司法局"), f"{ISSUER}办公室", dt.date(2024, 1, 16)),
    attachments=(
        Attachment(1, "2023年度行政执法数据统计表", (Table((("事项", "件数"), ("处罚", "12"))),)),
        Attachment(
            2,
            "2023年度行政复议案件情况",
            (_block("a2", BlockType.ATTACHMENT_TEXT, "全年收到行政复议案件94件。"),),
        ),
    ),
)


def without(document: Document, *kinds: BlockType) -> Document:
    """The document without blocks of these types."""
    return document._replace(blocks=tuple(one for one in document.blocks if one.type not in kinds))


PLAIN = without(DOCUMENT, BlockType.ATTACHMENT_LIST, BlockType.NOTE)._replace(
    form=Form.PLAIN,
    letterhead=None,
    imprint=None,
    attachments=(),
)
PUBLIC = without(PLAIN, BlockType.RECIPIENTS, BlockType.SIGNATURE, BlockType.DATE)._replace(
    form=Form.PUBLIC, date=None
)


def layout(name: str = "gb9704") -> Layout:
    return load(name, Path())


def docx(document: Document, by: Layout | None = None) -> bytes:
    """The document as .docx."""
    buffer = io.BytesIO()
    render(document, by or layout(), buffer)
    return buffer.getvalue()


def formal() -> bytes:
    return docx(DOCUMENT)
