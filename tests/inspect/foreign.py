"""What other tools typically write, each document with the deviations that must be found, and no others."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from docx.shared import Mm

from tests.inspect.pages import (
    DATED,
    FLUSH,
    H1,
    H2,
    HEI,
    MARK,
    NUMBER,
    SEALED,
    SIGNED,
    SMALL,
    TEXT,
    TITLE,
    Foreign,
    Look,
    border,
)

if TYPE_CHECKING:
    from collections.abc import Callable

ISSUER = "怀化市鹤城区司法局"
NOTICE = "关于开展2024年度行政执法检查的通知"


@dataclass(frozen=True)
class Sample:
    """A document: what it is, how it is made, the codes of what deviates, those of 应当 apart."""

    name: str
    make: Callable[[], bytes]
    must: frozenset[str]
    others: frozenset[str]


SAMPLES: list[Sample] = []


def sample(must: str = "", others: str = "") -> Callable[[Callable[[], Foreign]], Callable[[], Foreign]]:
    """Registers a document under its function's name."""

    def register(make: Callable[[], Foreign]) -> Callable[[], Foreign]:
        name = make.__name__.replace("_", "-")
        SAMPLES.append(
            Sample(name, lambda: make().save(), frozenset(must.split()), frozenset(others.split()))
        )
        return make

    return register


def opened(page: Foreign, title: str = NOTICE, to: str = "各乡镇人民政府，区直各单位：") -> Foreign:
    """Title, 主送 and the first paragraph."""
    page.add(title, TITLE)
    page.blank()
    if to:
        page.add(to, FLUSH)
    page.add("为规范行政执法行为，现将2024年度行政执法检查有关事项通知如下。")
    return page


def texted(page: Foreign) -> Foreign:
    """Chapters with text below them."""
    page.add("一、检查范围", H1)
    page.add("全区各行政执法单位2024年1月1日以来办结的行政处罚、行政许可案件。")
    page.add("二、检查方式", H1)
    page.add("（一）自查。", H2, ("各单位于6月30日前完成自查，形成自查报告。", Look()))
    page.add("（二）抽查。", H2, ("区司法局组织人员对重点领域案卷进行抽查。", Look()))
    page.add("三、工作要求", H1)
    page.add("各单位要高度重视，明确专人负责，按时报送材料。")
    return page


def signed(page: Foreign, issuer: str = ISSUER, date: str = "2024年5月20日") -> Foreign:
    """署名 and date without a seal."""
    page.blank()
    page.add(issuer, SIGNED)
    page.add(date, replace(DATED, right=32 + 16 * len(issuer) - 16 * 9.5 + 8 if len(issuer) > 10 else 32 + 8))
    return page


def sealed(page: Foreign, issuer: str = ISSUER, date: str = "2024年5月20日", blanks: int = 1) -> Foreign:
    """署名 centred over a date four characters from the right."""
    page.blank(blanks)
    page.add(issuer, replace(SEALED, right=64 + (6.5 * 16 - len(issuer) * 16) / 2))
    page.add(date, SEALED)
    return page


def headed(page: Foreign, mark: str = f"{ISSUER}文件", number: str = "怀鹤司发〔2024〕3号") -> Foreign:
    """版头 with its red line under 发文字号."""
    page.add(mark, MARK)
    page.blank(2)
    border(page.add(number, NUMBER), "bottom")
    page.blank(2)
    return page


def plain() -> Foreign:
    return sealed(texted(opened(Foreign())))


def formal() -> Foreign:
    return sealed(texted(opened(headed(Foreign()))))


def numbered(page: Foreign) -> Foreign:
    page.numbers()
    return page


@sample()
def right_notice() -> Foreign:
    return numbered(formal())


@sample()
def right_without_a_head() -> Foreign:
    return numbered(plain())


@sample("page-number-dashes page-number-place", "line-spacing characters-per-line")
def typical_script() -> Foreign:
    page = Foreign()
    page.add(NOTICE, TITLE)
    page.blank()
    look = replace(TEXT, line=28, spacing=0)
    page.add("各乡镇人民政府：", replace(look, first=0))
    for text in ("为规范行政执法行为，现通知如下。", "各单位要认真自查，按时报送材料。"):
        page.add(text, look)
    page.add("特此通知。", look)
    sealed(page)
    page.numbers(result=False, sides=False, dashes="-")
    return page


@sample()
def page_field_without_result() -> Foreign:
    page = formal()
    page.numbers(result=False)
    return page


@sample("", "not-recognised")
def issuer_line_above_the_title() -> Foreign:
    page = Foreign()
    page.add(ISSUER, replace(TEXT, first=0, align="center"))
    return numbered(sealed(texted(opened(page))))


@sample("", "element-font element-size")
def title_in_two_paragraphs_of_two_looks() -> Foreign:
    page = Foreign()
    page.add("怀化市鹤城区人民政府办公室", TITLE)
    page.add("关于开展行政执法检查的通知", replace(TITLE, size=20, font=HEI))
    page.blank()
    page.add("各乡镇人民政府：", FLUSH)
    return numbered(sealed(texted(page)))


@sample("page-margin", "line-spacing")
def thirty_points_with_words_margins() -> Foreign:
    page = Foreign((25.4, 31.8, 25.4, 31.8))
    look = replace(TEXT, line=30)
    opened(page)
    for text in ("检查范围为全区各行政执法单位办结的案件。", "各单位要认真自查，按时报送材料。") * 3:
        page.add(text, look)
    page.document.sections[0].footer_distance = Mm(12.7)
    return numbered(sealed(page))


@sample()
def copies_printed_behind_the_imprint() -> Foreign:
    page = imprinted(formal())
    page.add("（共印200份）", replace(SMALL, align="right"))
    return numbered(page)


def imprinted(page: Foreign, copies: str = "抄送：区委办公室，区人大常委会办公室。") -> Foreign:
    """版记 in a table at the foot."""
    border(page.add(copies, SMALL), "top", sz="8", space="1", color="000000")
    last = page.add("怀化市鹤城区司法局办公室　　　　　　2024年5月21日印发", SMALL)
    border(last, "top", sz="6", space="1", color="000000")
    border(last, "bottom", sz="8", space="1", color="000000")
    return page


@sample()
def centred_captions() -> Foreign:
    page = opened(Foreign())
    page.add("图1 案件办理流程", replace(TEXT, first=0, align="center"))
    page.add("检查结果见表1。")
    page.add("表1 案件数量", replace(TEXT, first=0, align="center"))
    page.add("单位：件", replace(TEXT, first=0, align="right"))
    page.table(("单位", "件数"), ("司法局", "12"))
    page.add("各单位要认真自查，按时报送材料。")
    return numbered(sealed(page))


@sample("red-line-place")
def red_line_between_mark_and_number() -> Foreign:
    page = Foreign()
    border(page.add(f"{ISSUER}文件", MARK), "bottom")
    page.blank(2)
    page.add("怀鹤司发〔2024〕3号", NUMBER)
    page.blank(2)
    return numbered(sealed(texted(opened(page))))


@sample("", "head-not-judged")
def announcement_with_its_number() -> Foreign:
    page = Foreign()
    page.add("怀化市鹤城区人民政府公告", MARK)
    page.blank()
    page.add("2025年第3号", NUMBER)
    page.blank()
    page.add("关于划定禁止燃放烟花爆竹区域的公告", TITLE)
    page.blank()
    page.add("为加强烟花爆竹安全管理，现将有关事项公告如下：")
    return numbered(sealed(texted(page), "怀化市鹤城区人民政府"))


@sample("", "head-not-judged")
def order() -> Foreign:
    page = Foreign()
    page.add("怀化市鹤城区人民政府令", replace(MARK, before=56.7))
    page.blank(2)
    page.add("第12号", NUMBER)
    page.blank(2)
    page.add(
        "《鹤城区城市管理办法》已经2024年4月1日区人民政府第30次常务会议通过，现予公布，自2024年6月1日起施行。"
    )
    page.blank(2)
    page.add("区长　张某某", SIGNED)
    page.add("2024年5月20日", DATED)
    return numbered(page)


@sample("", "head-not-judged")
def letter() -> Foreign:
    page = Foreign()
    border(page.add(ISSUER, replace(MARK, before=0)), "bottom", val="thickThinSmallGap", sz="24", space="1")
    page.add("怀鹤司函〔2024〕3号", replace(NUMBER, align="right"))
    page.blank(2)
    opened(page, "关于商请提供行政执法数据的函", "怀化市鹤城区财政局：")
    page.add("请于6月30日前将有关数据反馈我局。")
    return numbered(sealed(page))


@sample("", "head-not-judged")
def minutes() -> Foreign:
    page = Foreign()
    page.add("怀化市鹤城区人民政府常务会议纪要", replace(MARK, size=36))
    page.blank()
    page.add("〔2024〕5号", NUMBER)
    border(page.add("怀化市鹤城区人民政府办公室　　　　2024年5月20日", FLUSH), "bottom")
    page.add("关于研究法治政府建设有关工作的会议纪要", TITLE)
    page.blank()
    page.add(
        "2024年5月18日，区长张某某主持召开区政府常务会议，研究法治政府建设工作。现将会议议定事项纪要如下："
    )
    page.add("一、关于行政执法监督", H1)
    page.add("会议同意区司法局提出的工作方案。")
    page.blank()
    page.add("出席：", replace(H1), ("张某某、李某、王某某", Look()))
    page.add("列席：", replace(H1), ("赵某某、孙某", Look()))
    return numbered(page)
