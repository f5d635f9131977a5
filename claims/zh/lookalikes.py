"""Numerals that are no quantities: dates, clock times, ordinals, ranks, names, identifiers, list numbers, scores."""

from __future__ import annotations

import re
from decimal import Decimal

from claims.zh.figures import Figure
from claims.zh.pointing import points
from claims.zh.units import Unit
from claims.zh.wording import hyphenated
from claims.zh.zeros import counts_none

# Classifiers that, after a single character, make words more often than counts: 三方, 二级, 四海, 三角, 一期.
WORDLIKE = frozenset(
    "银铜方面手道口头级角点分步关门里平丈尺寸两毛度码升克磅班队期届金胜冠环杆股通声档行圈节局列排双副圆顶页字门集段句型站"
)
_LIST_START = frozenset("\n。;!?:】…\u3000")
_NAME_BEFORE = frozenset("/\\_=&#@*×+·〔[^№")
_UNIT_BEFORE = re.compile(r"[0-9][A-Za-z]{1,3}\Z")  # 850W|四种版本
_BEAUFORT = 18  # the highest force of wind (GB/T 28591-2012 goes to 17, and forecasts beyond)
# 偏东风3-4级, 最大风力17级, 阵风可达9级以上
_WIND = re.compile(
    r"(?:米[/每]秒[,(、]|风力?(?:有|为|约|[可将约会]{0,2}[达到至]{1,2}|增大到|加大到|增强[至到]|在)?)(?:[0-9]{1,2}级?[-~至到])?\Z"
)
# 6-7级、阵风8级的风
_WIND_BEHIND = re.compile(
    "(?:级?[-~至到][0-9]{1,2})?级(?:左右|以上|以下)?的?(?:[、,](?:局地)?阵风|(?:大|偏?[东南西北]{1,2}|阵|雷暴大)?风(?!险|景|暴潮))"
)
_NAME_AFTER = frozenset("+×*·/_=&#@〕]:系后版线路号楼强佳代环式比连世栋室弄报热急平")
_YEAR_PLACES = Decimal("0.0001")
_YEAR_AFTER = frozenset("-/至、和~—届赛财")
_DATE_NEXT = _YEAR_AFTER | frozenset("学年月日时分:点")
_CLOCK_BEFORE = ("时", "点")
_CLOCK = re.compile(r":[0-5][0-9](?![0-9])")
_CONTEXT_BEFORE = (
    "连续",
    "近",
    "过去",
    "未来",
    "今后",
    "最近",
    "时隔",
    "历时",
    "前",
    "为期",
    "持续",
    "长达",
    "随后",
    "此后",
    "后",
    "每",
)
_CONTEXT_AFTER = (
    "来",
    "间",
    "内",
    "前",
    "后",
    "期",
    "以来",
    "之内",
    "行动",
    "计划",
    "规划",
    "之后",
    "之前",
    "以后",
    "以前",
    "里",
    "中",
)
_STREAK_AFTER = re.compile(r"(?:年|届|个?月|个?季度|天|日|次|轮|周|个?交易日|场)?(?:连[胜冠涨跌阳阴增降升败续霸庄])")
_STREAK_NEXT = frozenset("年届个月季天日次轮周交场连")
_LATIN = ("s", "h", "m", "g", "L", "V", "W", "t")
_BY = re.compile(r"[ ]?[xX×*][ ]?[0-9(]")
_BIG_NAMES = ("大学", "大队", "大会", "大厦", "大道", "大街", "大妈", "大爷", "大核")
_BY_NEXT = frozenset(" xX×*")
_SCORE = re.compile(r"[比:-][0-9]{1,3}(?![0-9.%万亿])")
_LIST_MARK = re.compile(r"[、.)]|[ \u3000][^0-9 ]")
_TRAIN = re.compile(r"(?<![A-Za-z])[GCDZTKYSL][0-9]{1,4}(?:/[0-9]{1,4})?次")  # 4230次 beside K7394次 is a train, too
_PENALTY = re.compile(
    r"以[上下](?:有期|徒刑|的?[大中小微轻重]?型?(?:客车|货车|轿车|面包车|汽车)|车|载客|大型|老|人群|儿童|青|学生|的?人)"
)
_HOTLINE = re.compile(r"(?:报警|[^0-9,。]{0,3}热线|急救|指挥|平台|服务热|电话|消防|火警|举报)")


def date_kind(text: str, figure: Figure) -> str:
    """`date` or `clock` if the figure is part of one, else empty."""
    start, end = figure.start, figure.end
    after = text[end : end + 1]
    if after == " ":
        after = text[end + 1 : end + 2]
    if after not in _DATE_NEXT or figure.scaled or figure.plus:
        return ""
    if not figure.whole:  # "3.2023年" is an item number and a year
        return "date" if after == "年" and figure.resolution == _YEAR_PLACES else ""
    width = end - start
    if after == "年":
        return "date" if (width == 4 and 1000 <= figure.value < 2200) or (text[start] == "0" and width == 2) else ""
    if width > 2:
        year = width == 4 and 1900 <= figure.value < 2100
        return "date" if year and (after in _YEAR_AFTER or text.startswith("学年", end)) else ""
    if after in "月日" and (text[end] != " " or figure.value <= 31):
        return "" if text.startswith(("日元", "日均", "月龄"), end) else "date"
    if (after == "时" and text[end : end + 2] != "时代") or (
        after == "分" and text[start - 1 : start] in _CLOCK_BEFORE and text[start - 2 : start - 1].isdigit()
    ):
        return "clock"
    if after == ":" and _CLOCK.match(text, end):
        return "clock"
    return "clock" if after == "点" and figure.value <= 24 and not text.startswith("点位", end) else ""


def duration_kind(text: str, start: int, end: int, unit: Unit) -> str:
    """`streak` or `duration` if a span of time sets the scene (五年来, 连续三年) rather than being told, else empty."""
    if unit.dimension not in ("time", "month", "age"):
        return "streak" if text.endswith(("连续", "蝉联"), 0, start) else ""
    if text.endswith(("连续", "蝉联"), 0, start):
        return "streak"
    if _PENALTY.match(text, end):
        return "duration"
    if unit.dimension == "age":
        return ""
    if text.endswith(_CONTEXT_BEFORE, 0, start) or text.startswith(_CONTEXT_AFTER, end):
        return "duration"
    return ""


_ISO = {
    "year": "P{}Y",
    "month": "P{}M",
    "week": "P{}W",
    "day": "P{}D",
    "hour": "PT{}H",
    "minute": "PT{}M",
    "second": "PT{}S",
}


def reading(figure: Figure, unit: Unit | None) -> str:
    """What a mention of the figure reads: an ISO 8601 duration with a unit of time, else the number."""
    number = f"{figure.value:f}"
    if unit is None or unit.dimension not in ("time", "month"):
        return number
    if unit.name == "quarter":
        return f"P{figure.value * 3:f}M"
    return _ISO.get(unit.name, "{}").format(number)


_MEDALS = frozenset("金银铜")
_TRIAL = re.compile(r"(?:临床|试验|研究|工程|项目|开发|建设|扩建)")  # 1期试验, 2期工程


def name_kind(text: str, figure: Figure, unit: Unit | None) -> str:
    """The kind of a numeral that names or numbers something, else empty; called for those without % or points."""
    start, end = figure.start, figure.end
    before, after = text[start - 1 : start], text[end : end + 1]
    if unit is not None and unit.word == "级" and figure.scaled:
        return "name"
    strong = figure.scaled or (unit is not None and not unit.counted and len(unit.word) > 1)
    if before == "每" or (before == " " and text[start - 2 : start - 1] == "每"):
        return "name"
    if unit is not None and unit.word == "度" and _STRONG.match(text, end):
        return "name"  # 38度白酒
    if unit is not None and unit.word == "米" and (text.endswith(("男子", "女子"), 0, start) or _RACE.match(text, end)):
        return "name"  # 女子800米冠军
    if unit is not None and unit.word.isascii() and _NUMBERED.search(text, max(0, start - 2), start):
        return "name"  # Q3PB
    if unit is not None and unit.word == "英尺" and _BOXED.match(text, end):
        return "name"  # 20英尺集装箱
    if unit is not None and unit.word in _MEDALS and figure.value >= 100:
        return "name"  # 2023银龄计划
    if text[start] in "两二三四五" and points(text, start):
        return "name"
    if text[start] in "两二三四五六七八九" and _TOGETHER.match(text, end):
        return "name"
    if unit is not None and unit.word == "期" and figure.value <= 4 and _TRIAL.match(text, end + 1):
        return "name"
    if text.startswith("个大城市城镇", end):  # the survey of 31 cities
        return "name"
    behind_unit = text[start] not in "0123456789" and _UNIT_BEFORE.search(text, max(0, start - 8), start)
    if (
        before
        and (before in _NAME_BEFORE or (before.isascii() and before.isalpha()))
        and not strong
        and not behind_unit
    ):
        return "name"
    if before == "." or (before == "-" and (hyphenated(text, start) or (unit is None and not figure.scaled))):
        return "name"
    if figure.whole and not figure.scaled and not figure.plus:
        kind = _whole_kind(text, figure, unit, before, after)
        if kind:
            return kind
    if _in_title(text, start, end) or (
        not (figure.scaled or (unit is not None and unit.dimension.isupper())) and _in_slogan(text, start, end)
    ):
        return "name"
    return ""


# 三个区加起来超过…: as many as were just told
_TOGETHER = re.compile("(?:个|家|大|类|项|地|者)[一-鿿]{0,2}(?:加起来|合起来|加在一起|合在一起|相加)")
_STRONG = re.compile("度(?:的)?(?:[白红黄啤]酒|葡萄酒)")
_RACE = re.compile("米(?:自由泳|[蛙仰蝶]泳|混合泳|个人混合|跨?栏|短跑|接力|赛跑|障碍|决赛|半决赛|预赛|冠军|金牌)")
_NUMBERED = re.compile("(?<![A-Za-z])[A-Z]$")
_BOXED = re.compile("英尺[^,。;]{0,4}(?:集装箱|货柜|标箱|柜)")


def _whole_kind(text: str, figure: Figure, unit: Unit | None, before: str, after: str) -> str:
    start, end = figure.start, figure.end
    width = end - start
    if (text[start] == "0" and width > 1) or (unit is None and width > 7):
        return "name"
    if before == ":" and text[start - 2 : start - 1].isdigit():
        return "clock"
    if before == "(" and after == ")":
        return "name"
    if width <= 2 and (not before or before in _LIST_START) and _LIST_MARK.match(text, end):
        return "name"
    if unit is None and _SCORE.match(text, end):
        return "name"
    if after in _STREAK_NEXT and _STREAK_AFTER.match(text, end):
        return "streak"
    if before == "前" and (unit is None or unit.word in _RANKED):
        return "duration" if unit and text.startswith("个月", end) else "rank"
    if after == "大" and width <= 2 and not text.startswith(_BIG_NAMES, end):
        return "count_word"
    if after in _BY_NEXT and _BY.match(text, end):
        return "name"
    return (
        "name" if (_names_bare(text, end, before, after) if unit is None else _names_unit(text, figure, unit)) else ""
    )


def _names_bare(text: str, end: int, before: str, after: str) -> bool:
    """Whether a number without unit is part of a name by what stands beside it: 500强, 12345热线."""
    if after and (after in _NAME_AFTER or (after.isascii() and after.isalpha())):
        return not text.startswith("线程", end)
    return before in ("秒", "分") or text.startswith("国集团", end) or bool(_HOTLINE.match(text, end))


def _names_unit(text: str, figure: Figure, unit: Unit) -> bool:
    """Whether number and unit are a name together: LC 500h, 7座以上客车, 4A级, 2号楼3层, 三位一体."""
    start, end = figure.start, figure.end
    if unit.word in ("W", "V") and text[start - 1 : start] == " ":
        return False  # TDP 280W
    if unit.word in _LATIN:
        left = text[max(0, start - 2) : start].strip()
        return left.isascii() and left[-1:].isalpha()
    if unit.word == "次":
        return 100 <= figure.value < 10000 and bool(_TRAIN.search(text, max(0, start - 60), end + 60))
    if unit.word == "部分":
        return text[start - 1 : start] == " " and text[start - 2 : start - 1].encode().isalpha()  # RD 6 部分版本
    if unit.word == "座":
        return bool(_PENALTY.match(text, end + 1))
    if (
        unit.word == "级"
        and figure.value <= _BEAUFORT
        and (_WIND.search(text, max(0, start - 16), start) or _WIND_BEHIND.match(text, figure.end))
    ):
        return False
    if unit.word == "级" or (unit.word == "层" and text[start - 1 : start] in ("楼", "座", "栋")):
        return True
    return text.startswith("一体", end + len(unit.word))


def _in_title(text: str, start: int, end: int) -> bool:
    left = text.rfind("《", start - 40 if start > 40 else 0, start)
    return left >= 0 and text.find("》", left, start) < 0 and text.find("》", end, end + 40) >= 0


_OPENS = re.compile('[“‘"「]')


def _in_slogan(text: str, start: int, end: int) -> bool:
    """Whether the figure stands in a short quotation without a stop: a slogan or name."""
    if not _OPENS.search(text, start - 8 if start > 8 else 0, start):
        return False
    for opening, closing in ("“”", "‘’", '""', "「」"):
        left = text.rfind(opening, max(0, start - 8), start)
        if left < 0:
            continue
        right = text.find(closing, left + 1, end + 9)
        if right >= end and not any(mark in text[left:right] for mark in ",。;:"):
            return True
    return False


# What may follow a bare whole number that counts something: places, offices, people.
_BARE_NOUNS = re.compile(
    r"省(?!道)|市(?![场值民面])|县(?!道)|区|国(?!道)|州|地市|地(?=[上下、,的公警民联均共])|城|镇|村|乡(?!道)|街道|部委|部门|企业|高校|校|民警|辅警|警力|警员|干部|党员|官兵|学生|考生|群众|居民|村民"
    r"|人大代表|单位|企|行业|机构|国家|项目|省份|城市|试点|医护|队员|选手|球员|股东|学分|核心|大核|小核|线程|航次|男子|女子|男孩|女孩|老人|儿童|少年|嫌犯|逃犯|玩家|用户|游客|旅客|车主|患者"
)
_CORES = re.compile(" (?:核心|大核|小核|线程)")
_BARE_BEFORE = re.compile(r"[达为至到是共有约超近逾仅破过于增减升降涨跌收报录得]$")


_MOVED_FROM = re.compile(r"[从由][^,。;0-9]{0,8}$")
_MOVES = re.compile(r"(?:提升|上升|下降|提高|下滑|回落|攀升|增加|减少|增长|升|降|跌|涨|增|减)[至到]")
_MOVED_TO = re.compile(r"[升降增减高滑落加少长跌涨][至到](?:目前|现在|如今|今年)?的?$")
_RANKED = frozenset(("名", "位", "家", "强", "个", "大", "类", "学期", "学年"))  # 前三类
_PLACES_LISTED = tuple("省市县区国地州")
_GOES_ON = "的关以之左上至到和与,并较比同"


# 4死1伤: how many died, and how many were hurt.
_DIED = re.compile(r"死亡?[0-9]{1,4}人?伤|伤(?=[,。;!?、\s)]|$)")
_DEAD_BEFORE = re.compile(r"[0-9]死亡?$")
_SCORED = re.compile(r"(?:得分|跑分|总分|成绩|死亡率|系数)(?:分别)?[为达是]?[约超近]?[ :]?$")
_VALUED = ("净值", "评分", "指数", "汇率", "均价", "净值为", "评分为", "指数为")  # 最新净值0.7531(8月16日)


def _is_toll(text: str, figure: Figure) -> bool:
    """Whether the figure tells how many died or were hurt: 4死1伤."""
    if _DIED.match(text, figure.end) is None:
        return False
    return text[figure.end] == "死" or _DEAD_BEFORE.search(text, max(0, figure.start - 3), figure.start) is not None


def counts_noun(text: str, end: int) -> bool:
    """Whether a noun that bare numbers count stands at `end`, or behind a blank there."""
    return _BARE_NOUNS.match(text, end + (text[end : end + 1] == " ")) is not None


def bare_counts(text: str, figure: Figure) -> bool:
    """Whether a number without unit and scale word states something: before a noun it counts, or after a verb."""
    if text[figure.start - 1 : figure.start] == " " and text[figure.start - 2 : figure.start - 1].encode().isalpha():
        return False  # iPhone 15
    if (
        _CORES.match(text, figure.end)
        or figure.plus
        or _BARE_NOUNS.match(text, figure.end)
        or (figure.value == 0 and counts_none(text, figure.end))
    ):
        return True
    if text[figure.end : figure.end + 1] in ("死", "伤") and _is_toll(text, figure):
        return True
    if _SCORED.search(text, max(0, figure.start - 8), figure.start):
        return True
    if text[figure.start - 1 : figure.start] == "等" and text[figure.end : figure.end + 1] in _PLACES_LISTED:
        return True  # 甲、乙等9地
    if (
        figure.end - figure.start == 4
        and figure.whole
        and 1900 <= figure.value < 2100
        and "," not in text[figure.start : figure.end]
    ):
        return False
    if (
        not figure.whole
        and text.endswith(_VALUED, 0, figure.start)
        and text[figure.end : figure.end + 1] not in _NAME_AFTER
    ):
        return True
    after = text[figure.end : figure.end + 1]
    if _MOVED_FROM.search(text, max(0, figure.start - 12), figure.start) and _MOVES.match(text, figure.end):
        return True
    if _MOVED_TO.search(text, max(0, figure.start - 8), figure.start) and (not after or after in ",。;、)\n "):
        return True
    if (
        after
        and after not in ",。;、)!?\n "
        and (after not in _GOES_ON or text[figure.start - 1 : figure.start] == "大")
    ):
        return False
    return bool(_BARE_BEFORE.match(text[figure.start - 1 : figure.start]))
