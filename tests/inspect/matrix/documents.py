"""The right documents, each of pieces that can be changed one by one."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from tests.inspect.blind.raw import (
    BIAO,
    EXACT,
    FANG,
    HEI,
    KAI,
    RED,
    TWO_IN,
    Raw,
    bordered,
    cell,
    footer_line,
    p,
    r,
    table,
)

if TYPE_CHECKING:
    from collections.abc import Callable


OFFICE, COUNTY = "南岭县生态环境局", "南岭县人民政府"
NAME = "入河排污口登记表"
TOLD = (
    "为掌握入河排污口底数，决定开展2025年入河排污口排查，现将有关事项通知如下。",
    "排查范围为漓水、白水两条河流干流及其一级支流，排查对象为所有直接或者间接向河流排放污水的口门。",
    "各乡镇要在6月底前完成排查，逐口登记位置、来源和水质，并报县生态环境局。",
)


def _same(content: str) -> str:
    return content


@dataclass(frozen=True)
class Piece:
    """A paragraph: its runs, each a text and its font; `inside` wraps them, `around` the paragraph."""

    name: str
    runs: tuple[tuple[str, str], ...]
    size: float = 16
    jc: str = "both"
    ind: str = ""
    spacing: str = EXACT
    early: str = ""
    more: str = ""
    wide: float = 0
    """How many characters a date has that its office stands centred over."""
    inside: Callable[[str], str] = _same
    around: Callable[[str], str] = _same

    @property
    def text(self) -> str:
        return "".join(text for text, _ in self.runs)

    def saying(self, *texts: str) -> Piece:
        """The piece with other words in its runs."""
        fonts = [font for _, font in self.runs]
        return replace(self, runs=tuple(zip(texts, fonts, strict=False)))

    def xml(self) -> str:
        content = "".join(r(text, font, self.size, self.more) for text, font in self.runs)
        return self.around(
            p(self.inside(content), jc=self.jc, ind=self.ind, spacing=self.spacing, early=self.early)
        )


@dataclass(frozen=True)
class Case:
    """A document of which `may` be found, and at least one of `must`, where that is not empty."""

    name: str
    pieces: tuple[Piece, ...]
    may: frozenset[str]
    must: frozenset[str]
    number: tuple[str, str] = ("— ", " —")

    def data(self) -> bytes:
        page = Raw()
        rows: list[Piece] = []
        for piece in self.pieces:
            if piece.name in ("copies", "printed"):
                rows.append(piece)
                continue
            page.add(piece.xml())
        if rows:
            page.add(*_imprint(rows))
        if self.number != ("— ", " —"):
            for side, kind in (("right", "default"), ("left", "even")):
                before, after = self.number
                page.footers[kind] = (
                    footer_line(side).replace(">— <", f">{before}<").replace("> —<", f">{after}<")
                )
        return page.save()


def _imprint(rows: list[Piece]) -> list[str]:
    """版记 in a table that floats at the foot of 版心."""
    lines = "".join(
        f'<w:{side} w:val="single" w:sz="{size}" w:color="000000"/>'
        for side, size in (("top", 8), ("bottom", 8), ("insideH", 6))
    )
    place = '<w:tblpPr w:vertAnchor="margin" w:horzAnchor="margin" w:tblpYSpec="bottom"/>'
    made = table(*((row.xml(),) for row in rows), properties=f"<w:tblBorders>{lines}</w:tblBorders>")
    return [
        made.replace("<w:tblPr>", f"<w:tblPr>{place}", 1),
        p(spacing='<w:spacing w:line="20" w:lineRule="exact"/>'),
    ]


BLANK = Piece("", ())


def _line(name: str, text: str, font: str = FANG) -> Piece:
    return Piece(name, ((text, font),))


def _body(*texts: str, name: str = "body") -> Piece:
    fonts = (FANG,) if len(texts) == 1 else (KAI, FANG)
    return Piece(name, tuple(zip(texts, fonts, strict=True)), ind=TWO_IN)


def _heading(text: str, font: str = HEI, name: str = "heading") -> Piece:
    return Piece(name, ((text, font),), ind=TWO_IN)


def _title(text: str, name: str = "title") -> Piece:
    return Piece(name, ((text, BIAO),), size=22, jc="center", spacing=EXACT.replace("579", "720"))


def _mark(text: str, name: str = "mark", before: int = 1984) -> Piece:
    spacing = f'<w:spacing w:before="{before}" w:line="782" w:lineRule="exact"/>'
    return Piece(name, ((text, BIAO),), size=34, jc="center", spacing=spacing, more=RED)


def _right(name: str, text: str, points: float) -> Piece:
    return Piece(name, ((text, FANG),), jc="right", ind=f'<w:ind w:right="{round(points * 20)}"/>')


def _end(office: str = OFFICE) -> list[Piece]:
    return [
        BLANK,
        _right("signature", office, 64 + (6.5 - len(office)) * 8),
        _right("date", "2025年4月15日", 64),
    ]


def _row(name: str, text: str) -> Piece:
    stop = '<w:tabs><w:tab w:val="right" w:pos="8564"/></w:tabs>'
    spacing = '<w:spacing w:before="0" w:after="0" w:line="560" w:lineRule="exact"/>'
    sides = '<w:ind w:left="280" w:right="280"/>'
    return Piece(name, ((text, FANG),), size=14, ind=sides, spacing=spacing, early=stop)


def _numbered(text: str) -> list[Piece]:
    number = Piece("number", ((text, FANG),), jc="center", early=bordered())
    return [BLANK, BLANK, number, BLANK, BLANK]


def _signed(number: str, name: str) -> list[Piece]:
    stop = '<w:tabs><w:tab w:val="right" w:pos="8524"/></w:tabs>'
    runs = ((number, FANG), ("\t签发人：", FANG), (name, KAI))
    line = Piece("number", runs, ind='<w:ind w:left="320"/>', early=bordered() + stop)
    return [BLANK, BLANK, line, BLANK, BLANK]


NOTE = _body("（联系人：罗某某，电话：0777-1234567）", name="note")


def _notice() -> list[Piece]:
    return [
        _mark(f"{OFFICE}文件"),
        *_numbered("南环发〔2025〕18号"),
        _title("关于开展2025年入河排污口排查的通知"),
        BLANK,
        _line("recipients", "各乡镇人民政府，县直有关单位："),
        _body(TOLD[0]),
        _heading("一、排查范围"),
        _body(TOLD[1], name="text"),
        _heading("二、工作要求", name="later"),
        _body(TOLD[2], name="text"),
        BLANK,
        replace(_line("attachment_note", f"附件：{NAME}"), ind='<w:ind w:left="1600" w:hanging="960"/>'),
        *_end(),
        NOTE,
        replace(_line("label", "附件", HEI), early="<w:pageBreakBefore/>"),
        BLANK,
        _title(NAME, "attachment_title"),
        Piece("table", (), around=lambda _: table((cell("河流"), cell("数量")), (cell("漓水"), cell("36")))),
        _row("copies", "抄送：县委办公室，县人大常委会办公室，县政府办公室。"),
        _row("printed", f"{OFFICE}办公室\t2025年4月16日印发"),
    ]


def _request() -> list[Piece]:
    return [
        _mark(f"{OFFICE}文件"),
        *_signed("南环报〔2025〕4号", "罗某某"),
        _title("关于拨付排污口整治资金的请示"),
        BLANK,
        _line("recipients", f"{COUNTY}："),
        _body("为保障饮用水安全，需要对漓水沿岸的36个排污口进行整治，请县人民政府拨付整治资金200万元。"),
        _body("妥否，请批示。", name="text"),
        *_end(),
        NOTE,
    ]


def _report() -> list[Piece]:
    return [
        _mark(f"{OFFICE}文件"),
        *_signed("南环报〔2025〕6号", "罗某某"),
        _title("关于2024年生态环境保护工作情况的报告"),
        BLANK,
        _line("recipients", f"{COUNTY}："),
        _body("现将2024年生态环境保护工作情况报告如下。"),
        _heading("一、主要工作"),
        _heading("（一）开展水污染防治", KAI, "section"),
        _body("全年排查入河排污口36个，整治21个，两条河流的水质均达到国家规定的标准。", name="text"),
        _body("（二）加强监管。", "全年检查企业120家次，责令改正18家，立案查处3家。", name="run_in"),
        _heading("1.加强日常检查", FANG, "point"),
        _body("每月对重点企业检查一次，发现问题当场提出，限期改正并复查。", name="text"),
        _heading("二、存在的问题", name="later"),
        _body("部分乡镇管网不全，雨污混流的情况依然存在。", name="text"),
        _body("特此报告。", name="text"),
        *_end(),
    ]


def _joint() -> list[Piece]:
    return [
        _mark(OFFICE, "first_mark"),
        _mark("南岭县水利局文件", before=0),
        *_numbered("南环发〔2025〕20号"),
        _title("关于联合开展河道清理的通知"),
        BLANK,
        _line("recipients", "各乡镇人民政府："),
        _body(TOLD[1]),
        _body(TOLD[2], name="text"),
        BLANK,
        _right("first_signature", OFFICE, 32),
        _right("signature", "南岭县水利局", 64),
        _right("date", "2025年4月15日", 32),
    ]


def _letter() -> list[Piece]:
    mark = replace(
        _mark(OFFICE, before=0),
        early='<w:pBdr><w:bottom w:val="thickThinSmallGap" w:sz="24" w:space="7" w:color="FF0000"/></w:pBdr>',
    )
    return [
        mark,
        replace(_line("number", "南环函〔2025〕9号"), jc="right"),
        BLANK,
        BLANK,
        _title("关于商请提供河道资料的函"),
        BLANK,
        _line("recipients", "南岭县水利局："),
        _body("为开展入河排污口排查，请贵局提供漓水、白水两条河流的河道资料，并请于5月底前函复。"),
        _body("专此函达，请予支持。", name="text"),
        *_end(),
        NOTE,
    ]


BASES: dict[str, tuple[Callable[[], list[Piece]], frozenset[str]]] = {
    "notice": (_notice, frozenset()),
    "request": (_request, frozenset()),
    "report": (_report, frozenset()),
    "joint": (_joint, frozenset()),
    "letter": (_letter, frozenset(("head-not-judged",))),
}


def place_of(pieces: list[Piece], name: str) -> int | None:
    """Where the first piece of a name stands."""
    return next((place for place, piece in enumerate(pieces) if piece.name == name), None)
