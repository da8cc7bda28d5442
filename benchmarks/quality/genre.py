"""Spoils what this genre gets wrong: numbers typed, set phrases, titles, sums in prose, ways of writing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from benchmarks.quality.defects import Spoiled, replaced, said
from reportctl.rules.data import shipped

if TYPE_CHECKING:
    import random

    from benchmarks.quality.wrapping import Paragraph

_ANY = "的是在了和有大这主中为来上国个到说们时地出年得就那要下以生会自着去之过家学对可她里后小么"
_GONE = ("信访条例", "合同法", "侵权责任法", "中华人民共和国婚姻法", "环境噪声污染防治法", "个体工商户条例")
_DOUBLED = ("工作", "建设", "推进", "加强", "落实", "监督", "制度", "完善", "宣传", "机制", "责任")
_OLD = dict(zip("国发开业务门问关长实会动战党产经进", "國發開業務門問關長實會動戰黨產經進", strict=True))
_ODD = ("✅", "😀", "Ж", "＂", "›", "か", "한")
_PHRASES = (
    ("贯彻落实", "贯彻洛实"),
    ("高质量发展", "高质量友展"),
    ("乡村振兴", "乡村镇兴"),
    ("生态环境", "生态坏境"),
    ("营商环境", "营商环镜"),
    ("安全生产", "安全生严"),
    ("社会治理", "社会制理"),
    ("守正创新", "手正创新"),
    ("长效机制", "长效机治"),
    ("深入推进", "深人推进"),
    ("专项整治", "专项整冶"),
    ("矛盾纠纷", "予盾纠纷"),
)


def typed(paragraph: Paragraph, chance: random.Random) -> Spoiled | None:
    """A number typed before a text that has a heading of its own."""
    if paragraph.runs_in:
        return None
    number = chance.choice(["二）", "2.", "二、", "1.1", "1.1.1", "A.", "（三）", "3、", "（4）"])
    return Spoiled(f"{number}{paragraph.text}", 0)


def phrase(paragraph: Paragraph, chance: random.Random) -> Spoiled | None:
    """One character of a set phrase is another."""
    known = [pair for pair in _PHRASES if pair[0] in paragraph.text]
    if not known:
        return None
    right, wrong = chance.choice(known)
    at = paragraph.text.index(right)
    differs = next(place for place, char in enumerate(wrong) if char != right[place])
    return Spoiled(paragraph.text[:at] + wrong + paragraph.text[at + len(right) :], at + differs)


_TITLES = [known.name for known in shipped().documents if len(known.name) > 8 and not known.successor]


def _cut(chance: random.Random) -> str:
    """A title of which a run of one to six characters within is left out, and more than half is left."""
    title = chance.choice(_TITLES)
    length = chance.randint(1, min(6, len(title) // 2 - 1))
    at = chance.randrange(2, len(title) - length - 1)
    return f"学习《|{title[:at]}{title[at + length :]}》。"


def _wrong_in_title(chance: random.Random) -> str:
    """A title of which one character is another."""
    title = chance.choice(_TITLES)
    at = chance.randrange(len(title))
    other = chance.choice([char for char in _ANY if char != title[at]])
    return f"学习《|{title[:at]}{other}{title[at + 1 :]}》。"


def _compared(chance: random.Random) -> str:
    low, high = chance.randint(20, 400), chance.randint(401, 900)
    kinds = (
        f"案件|由{low}件增加到{low - chance.randint(1, 19)}件。",
        f"案件|由{high}件下降到{high + chance.randint(1, 300)}件。",
        f"案件由{low}件增加到{high}件，增长|{round((high - low) * 100 / low) + 7}%。",
        f"受理案件{high}件，比上年增加{low}件，增长|{round(low * 100 / (high - low)) + 9}%。",
        f"受理案件{high}|件，同比增长{chance.randint(2, 9)}个百分点。",
    )
    return chance.choice(kinds)


def _total(chance: random.Random) -> str:
    first, second = chance.randint(10, 90), chance.randint(10, 90)
    total = first + second + chance.choice([-3, -2, 2, 10, 20])
    return f"培训执法人员{first}名、调解员{second}名，|共计{total}名。"


def _points(chance: random.Random) -> str:
    said = chance.choice(["三", "四", "五"])
    return f"主要做好|{said}个方面工作：一是检查。二是培训。"


def _range(chance: random.Random) -> str:
    low, high = chance.randint(2, 9), chance.randint(10, 60)
    kinds = (
        f"占比约|{low}～{high}%。",
        f"每户补助|{low}—{high}万元。",
        f"定于{low}|月{chance.randint(1, 28)}号检查。",
        f"降低|.{low}%。",
        f"到|2{low % 6}年底建成。",
        f"发放资料|{low},{chance.randint(100, 999)}份。",
    )
    return chance.choice(kinds)


def _listed(chance: random.Random) -> str:
    return chance.choice(["第一，检查。|第三，培训。", "①检查。|③培训。", "首先，检查。|再次，培训。"])


def _office(chance: random.Random) -> str:
    return chance.choice(
        ["|局党组专题研究3次。", "由|局机关整改3处。", "|本单位检查3次。", "|全局上下检查3次。"]
    )


def _year(chance: random.Random) -> str:
    year = chance.randint(2011, 2024)
    return chance.choice([f"|{year}以来，检查3次。", f"落实《某区法治建设规划（|{year}—{year + 5}）》。"])


def _number(chance: random.Random) -> str:
    year, serial = chance.randint(2015, 2025), chance.randint(1, 99)
    form = chance.choice([f"[{year}]{serial}号", f"（{year}）{serial}号", f"〔{year}〕第{serial}号"])
    return f"印发政发|{form}文件。"


TYPED, PHRASES = typed, phrase
CUT_TITLES, WRONG_TITLES = said(_cut), said(_wrong_in_title)
SUPERSEDED = said(lambda chance: f"落实《|{chance.choice(_GONE)}》。")
COMPARED, TOTALS, POINTS = said(_compared), said(_total), said(_points)
WRITTEN, LISTS, OWN_OFFICES, NUMBERS = said(_range), said(_listed), said(_office), said(_number)
DOUBLED = replaced(f"(?:{'|'.join(_DOUBLED)})(?=[，。、])", lambda found, _: found.group() * 2, 2)
TRADITIONAL = replaced(f"[{''.join(_OLD)}]", lambda found, _: _OLD[found.group()])
UNUSUAL = replaced("(?<=[，。])(?=.)", lambda _, chance: chance.choice(_ODD))
PERCENT = replaced(r"(?<=率)[0-9]+\.[0-9]+%(?=[，。；])", lambda found, _: found.group()[:-1])
LOST_YEAR = said(_year)
LONE_X = replaced(
    r"(?<=[\u4e00-\u9fff])[0-9]{1,4}(?=[个家项场次件])", lambda _, chance: chance.choice("xX*×")
)
