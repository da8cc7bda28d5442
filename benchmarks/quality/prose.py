"""Spoils what running prose gets wrong: phrases that blend, sums of many shapes, lists, names, dates."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from benchmarks.quality.defects import Spoiled, replaced, said

if TYPE_CHECKING:
    import random

    from benchmarks.quality.wrapping import Paragraph

_THINGS = ("案卷", "文件", "合同", "线索", "隐患")
_WORK = ("执法监督", "普法宣传", "队伍建设", "行政复议", "矛盾化解", "规范文书")
_WEEK = "一二三四五六日"


def _work(chance: random.Random) -> str:
    return chance.choice(_WORK)


def _blended(chance: random.Random) -> str:
    count, thing = chance.randint(2, 9), chance.choice(_THINGS)
    kinds = (
        f"|共收到{thing}和建议共{count}件。",
        f"专班|包括{count}个单位组成。",
        f"|充分发挥{_work(chance)}专班发挥牵头作用。",
        f"整改{thing}|{count}余件。",
        f"|较好的完成{_work(chance)}任务。",
        f"|抬高政治站位抓{_work(chance)}。",
        f"|深刻贯彻{_work(chance)}要求。",
        f"清理|标准性文件{count}件。",
        f"开展|党组理论中心组学习{count}次。",
        f"建成|民主法制示范村{count}个。",
        "传达|历届全会精神。",
    )
    return chance.choice(kinds)


def _verb(chance: random.Random) -> str:
    verb = chance.choice(["开展", "加强", "完善", "健全", "推动", "强化"])
    return f"全年|{verb}{_work(chance)}{verb}{chance.randint(2, 30)}次。"


def _noted(chance: random.Random) -> str:
    return chance.choice(
        [
            "|市委市政府高度重视。",
            "履行|法治政府建设第一责任人职责。",
            "开展“|4.15”宣传。",
            "开展“|12.4”宣传。",
        ]
    )


def _notice(chance: random.Random) -> str:
    work = _work(chance)
    kinds = (
        f"印发《|加强{work}工作的通知》。",
        f"印发《|关于印发{work}实施办法》。",
        f"|制定《{work}实施办法》的通知。",
        f"下发《关于加强{work}的|通知》通知。",
    )
    return chance.choice(kinds)


def _months(chance: random.Random) -> str:
    late, early = chance.randint(7, 12), chance.randint(1, 6)
    return f"|{late}月至{early}月开展{_work(chance)}检查。"


def _parts(chance: random.Random) -> str:
    first, second = chance.randint(30, 90), chance.randint(30, 90)
    whole = first + second - chance.randint(3, 25)
    if whole <= max(first, second):
        whole = max(first, second) + 1
    return f"受理案件{whole}件，其中|刑事案件{first}件，民事案件{second}件。"


def _scale(chance: random.Random) -> str:
    amount = f"{chance.randint(101, 999)}{chance.choice(['', '.5', '.36'])}"
    first, second = chance.sample(["万元", "亿元", "元"], 2)
    return f"投入经费{amount}{first}，其中|{amount}{second}用于{_work(chance)}。"


def _rate(chance: random.Random) -> str:
    whole = chance.randint(60, 400)
    part = chance.randint(whole // 2, whole - 10)
    rate = round(part * 100 / whole) + chance.choice([-9, -4, 5, 8])
    kinds = (
        f"受理投诉{whole}件，办结{part}件，办结率|{rate}%。",
        f"办结{part}件，应办{whole}件，办结率|{rate}%。",
    )
    return chance.choice(kinds)


def _stopped(chance: random.Random) -> str:
    return f"主要做法：|一是抓{_work(chance)}。检查{chance.randint(2, 30)}次。"


def _weekday(chance: random.Random) -> str:
    day = dt.date(2025, 1, 1) + dt.timedelta(days=chance.randrange(365))
    wrong = (day.weekday() + chance.randint(1, 6)) % 7
    return f"|{day.year}年{day.month}月{day.day}日（星期{_WEEK[wrong]}）开展{_work(chance)}。"


def _dates(chance: random.Random) -> str:
    month, day = chance.randint(1, 6), chance.randint(1, 28)
    return f"{month}月{day}日至|2025.{month + 3}.{day}开展{_work(chance)}。"


def _town(chance: random.Random) -> str:
    written = chance.choice(
        ["黄金垇镇", "黄全坳镇", "区卫生建康局", "区自然资源和规化局", "区市埸监督管理局"]
    )
    return f"会同|{written}检查{chance.randint(2, 30)}次。"


def _half_bracket(chance: random.Random) -> str:
    numerals = chance.choice([("一", "二", "三"), ("二", "三", "四")])
    first, second, third = numerals
    return f"（{first}）抓{_work(chance)}；{second}|）抓{_work(chance)}；（{third}）抓{_work(chance)}。"


def own_paragraph(paragraph: Paragraph, chance: random.Random) -> Spoiled | None:
    """A paragraph of its own within the text, with a number of its own."""
    if paragraph.runs_in:
        return None
    number = chance.choice(["二、", "1.", "（二）", "3、", "1.2"])
    return Spoiled(f"{paragraph.text}\n\n{number}抓{_work(chance)}。", len(paragraph.text) + 2)


BLENDED, VERBS, NOTED, NOTICES = said(_blended), said(_verb), said(_noted), said(_notice)
MONTHS, PARTS, SCALES, RATES = said(_months), said(_parts), said(_scale), said(_rate)
STOPPED, WEEKDAYS, DATES = said(_stopped), said(_weekday), said(_dates)
NAMES, HALF_BRACKETS = said(_town), said(_half_bracket)
TITLES = said(lambda chance: f"宣传《{chance.choice(['宪法', '民法典'])}》|，《{_work(chance)}条例》。")
BEFORE_ETC = replaced("(?<=、[\u4e00-\u9fff]{2})等", lambda _, __: "、等")
NAME_DOTS = said(
    lambda chance: (
        f"表彰{chance.choice(['买买提', '阿依古丽', '迪丽努尔'])}|.{chance.choice(['艾力', '买买提'])}。"
    )
)
PLACES = said(
    lambda chance: f"在|{chance.choice('xX*×')}{chance.choice('镇区县局乡村')}开展{_work(chance)}检查。"
)
TOWNS = said(
    lambda chance: f"|{chance.choice(['我镇', '我委', '我单位', '我部门'])}开展{_work(chance)}检查。"
)
