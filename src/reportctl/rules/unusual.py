"""Rules of characters that no official text has: traditional ones, other alphabets, pictures."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from reportctl.findings import Rule, Severity
from reportctl.text.chars import LETTER, is_han, members
from reportctl.text.clean import oddities

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reportctl.findings import Finding
    from reportctl.rules.context import Context
    from reportctl.rules.texts import TextSet

TRADITIONAL = Rule(
    "traditional-character",
    Severity.WARNING,
    "繁体字",
    "公文用规范汉字。人名、文物名称里确要保留的，忽略并写明理由。",
    "text: 全年開展检查20次。",
    "text: 全年开展检查20次。",
    fixable=True,
)
UNUSUAL = Rule(
    "unusual-character",
    Severity.WARNING,
    "公文里不用的字符",
    "表情、外文字母、网页上的引号之类的字符，正式文件里没有，多半是粘贴或输入法带来的；汉字之间的“.”也是。"
    "换成通用的字或标点。",
    "text: 全年检查20次✅。",
    "text: 全年检查20次。",
)

RULES = (TRADITIONAL, UNUSUAL)

# Only characters of one simplified form that are none themselves (著, 乾, 於, 瞭 are left out).
_PAIRS = (
    "國国學学發发開开業业務务東东車车門门問问間间關关長长馬马鳥鸟魚鱼龍龙龜龟見见觀观規规視视覺觉覽览親亲"
    "貝贝財财責责賢贤敗败貨货質质貪贪貧贫購购貫贯販贩貿贸費费貸贷賀贺資资賊贼賓宾賞赏賠赔賣卖賴赖贈赠贊赞"
    "車车軌轨軍军軟软輕轻載载輔辅輛辆輝辉輪轮輸输轉转轄辖這这進进運运過过達达違违遠远適适遲迟遷迁選选遺遗邊边還还"
    "鄉乡鄰邻鄧邓鄭郑醫医釋释鐵铁錢钱錄录鋼钢銀银銅铜針针鍵键鎮镇鏡镜鐘钟閃闪閉闭閱阅闊阔闡阐陣阵陽阳陰阴陳陈陸陆"
    "隊队階阶際际隨随險险隱隐離离難难雲云電电霧雾靈灵靜静響响頁页頂顶項项順顺須须預预領领頭头題题額额顏颜願愿類类顧顾"
    "顯显風风飛飞飯饭飲饮館馆驗验驚惊體体鬥斗鬧闹魯鲁鮮鲜鳳凤鳴鸣鷹鹰鹽盐麥麦黃黄點点黨党齊齐齒齿"
    "個个們们倉仓偉伟側侧偵侦傑杰備备傳传債债傷伤傾倾僅仅價价億亿優优儲储兒儿兩两冊册凍冻減减創创劃划則则剛刚劇剧劍剑"
    "動动勞劳勝胜勢势勵励勸劝區区協协單单卻却參参員员嗎吗嚴严圍围園园圓圆圖图團团執执堅坚報报場场塊块墻墙壓压壞坏壯壮"
    "聲声處处備备復复夠够夢梦奪夺奮奋婦妇媽妈孫孙寧宁實实審审寫写寬宽寶宝將将專专尋寻對对導导屆届層层屬属歲岁島岛峽峡"
    "師师帶带幣币幫帮庫库應应廠厂廣广廢废廳厅張张強强彈弹彙汇徑径從从徹彻德德恆恒惡恶愛爱態态慶庆憂忧憲宪懷怀懸悬戲戏"
    "戰战戶户拋抛挾挟捨舍掃扫掛挂採采揚扬換换揮挥損损搶抢擇择擔担據据擊击擬拟擴扩攜携攝摄攔拦敵敌數数斷断時时晉晋晝昼"
    "暫暂曆历曉晓書书會会東东條条棄弃楊杨構构榮荣樂乐標标樓楼樣样機机檔档檢检權权歐欧歡欢歷历歸归殘残殺杀氣气決决沒没"
    "況况淚泪淨净測测湯汤溝沟滅灭準准漢汉漲涨潔洁潛潜澤泽濟济濕湿濤涛灣湾災灾烏乌無无煉炼煙烟煩烦熱热燈灯燒烧營营爐炉"
    "爭争爺爷牆墙狀状獎奖獨独獲获獻献現现環环產产畢毕畫画異异當当療疗監监盤盘盜盗眾众睏困瞞瞒礦矿碼码確确禮礼禍祸種种"
    "稱称積积穩稳窮穷竊窃競竞筆笔節节範范築筑簡简籌筹糧粮糾纠紀纪約约紅红納纳純纯紙纸級级紛纷細细終终組组結结給给統统"
    "經经綜综綠绿維维網网緊紧線线編编緣缘練练縣县縮缩績绩織织繁繁繳缴繼继續续罰罚羅罗義义習习聖圣聞闻聯联職职聽听肅肃"
    "腦脑膚肤臨临臺台與与興兴舉举舊旧艱艰藝艺節节華华萬万葉叶蘇苏蘭兰虛虚號号補补裝装製制複复訂订計计訊讯討讨訓训記记"
    "訪访設设許许訴诉診诊詞词評评試试話话該该詳详認认語语誤误說说誰谁課课調调談谈請请論论諮咨諾诺講讲謝谢證证識识譜谱"
    "警警議议護护讀读變变讓让豐丰豬猪負负趙赵趕赶跡迹踐践軀躯"
)
_PLAIN = {old: new for old, new in zip(_PAIRS[::2], _PAIRS[1::2], strict=True) if old != new}
_OLD = re.compile(f"[{''.join(_PLAIN)}]")
# What official texts use beside Han: reversed, since nobody can list all that they do not use. Full-width
# letters and digits, blanks and invisible characters are other rules'.
_USED = frozenset(
    members("A-Za-zαβγδλμπωΩℓⅠ-Ⅻⅰ-ⅻ\u00b2\u00b3\u00b9\u00bc-\u00be\u2460-\u24ff\u3220-\u32ff\uff10-\uff5a")
)
_UNUSED = frozenset(
    members(
        "\u3006\u300c-\u300f\u301d-\u301f‹›«»\uff02\uff07\u2010\u2012\u201a\u201e\u2032-\u2037\u203b-\u205e"
    )
)
_UNUSED_BLOCKS = (
    ("\u0300", "\u036f"),
    ("\u2300", "\u245f"),
    ("\u2600", "\u2604"),
    ("\u2607", "\u27bf"),
    ("\u2b00", "\u2bff"),
    ("\U0001f000", "\U0001faff"),
)
"""Accents, technical signs, pictures: by thousands."""
_STOP = re.compile(rf"\.(?<={LETTER}\.)(?={LETTER})")


def check(texts: TextSet, _: Context) -> Iterator[Finding]:
    """Traditional characters, then all that no official text has."""
    text, signs = texts.text, texts.signs
    for start, end in _runs(_OLD, text):
        written = text[start:end]
        right = "".join(_PLAIN[each] for each in written)
        yield texts.at(TRADITIONAL, start, end, f"“{written}”是繁体字", f"改为“{right}”", fix=right)
    if odd := [char for char in dict.fromkeys(signs) if _is_odd(char)]:
        for start, end in _runs(re.compile(f"[{re.escape(''.join(odd))}]"), text):
            if not oddities(text[start:end]):
                message = f"“{text[start:end][:4]}”不是公文里用的字符"
                yield texts.at(UNUSUAL, start, end, message, "删去，或换成通用的字、标点")
    if "." in signs:
        for found in _STOP.finditer(text):
            message = f"汉字之间的“.”不是中文标点（“{text[found.start() - 2 : found.end() + 2]}”）"
            yield texts.at(UNUSUAL, *found.span(), message, "该断句的用“。”，外国人、少数民族姓名用“·”")


@lru_cache(maxsize=1024)  # the same few stand in every text
def _is_odd(char: str) -> bool:
    """Whether no official text has the character."""
    is_letter = char.isalnum() and not char.isdecimal()
    if is_letter and char not in _USED and not is_han(char):
        return True
    return char in _UNUSED or any(first <= char <= last for first, last in _UNUSED_BLOCKS)


def _runs(pattern: re.Pattern[str], text: str) -> Iterator[tuple[int, int]]:
    """Where such characters stand, those beside each other as one."""
    start = end = 0
    for found in pattern.finditer(text):
        if found.start() != end:
            if start < end:
                yield start, end
            start = found.start()
        end = found.end()
    if start < end:
        yield start, end
