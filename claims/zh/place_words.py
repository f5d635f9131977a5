"""The names that places go by in Chinese text, and one automaton that finds the longest of them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

from claims import place as places


@dataclass(frozen=True, slots=True, eq=False)
class Name:
    """What one name can stand for.

    `form`: `full` (with 省, 市, 区, 县), `short` (广东, 广州), `weak` (a city's short name that is a common word, too),
    `bare` (a county's without 区, 县, 市), `country`, `self` (全省, 我市), `world` (全球). `codes` are the areas of that
    name; `common` marks a name that is also a word of its own (和平, 城中区).
    """

    form: str
    codes: tuple[str, ...]
    level: str
    common: bool = False


_PEOPLES = (
    "壮族 满族 回族 苗族 维吾尔族 维吾尔 土家族 彝族 蒙古族 蒙古 藏族 布依族 侗族 瑶族 朝鲜族 白族 哈尼族 哈萨克族 哈萨克 黎族 傣族 畲族 傈僳族"
    " 仡佬族 东乡族 拉祜族 水族 佤族 纳西族 羌族 土族 仫佬族 锡伯族 锡伯 柯尔克孜族 柯尔克孜 达斡尔族 景颇族 毛南族 撒拉族 布朗族 塔吉克族 塔吉克"
    " 普米族 怒族 裕固族 保安族 独龙族 鄂伦春 鄂温克族 各族"
).split()
_PEOPLE = re.compile(f"(?:{'|'.join(_PEOPLES)})+$")
_UNITS = re.compile(r"(?:特别行政区|自治[区州县旗]|新区|林区|地区|[省市区县旗盟乡镇])$")
# Short names of cities and prefectures that are words or other names as well: they need more to be read as the place.
_WEAK = frozenset(
    "白银 日照 朝阳 阿里 来宾 东营 安康 黄山 普洱 和田 哈密 三明 百色 怒江 红河 文山 山南 凉山 大理 德州 兴安 长治 四平 白山 白城 通化 孝感"
    " 海东 海北 海西 黄南 延安 大同 保定 广安 安顺 巴中 中卫 固原 定西 天水 平凉 海口 东方 鞍山 本溪 通辽 吉安 新余 内江 河池 北海 甘南"
    " 临夏 玉树 临沧 黄石 江门 中山 大庆 大连 白城 松原 三亚 昌都 资阳 铁岭 贵港 咸宁 常德 怀化 金昌 武威 伊春 黑河 绥化 楚雄 德宏 迪庆".split()
) - frozenset(
    "海口 大连 三亚 江门 中山 北海 常德 保定 本溪 鞍山 松原 通辽 铁岭 贵港 吉安 新余 河池 固原 天水 孝感".split()
)

# County names that are words as well, or parts of any town.
_COMMON = frozenset(
    "合作 安宁 弥勒 龙井 东方 赤水 新民 新乐 安国 宁国 明光 磐石 临江 开平 四会 永安 长乐 大安 兴平 新星 双河 白杨 高平 平安 和平 朝阳 向阳 友谊"
    " 新城 城中 安定 永定 高明 文圣 宏伟 建设 爱民 东风 前进 南山 青山 东山 西山 新兴 太平 民主 解放 光明 海港 港口 站前 道里 道外 城关 城厢 南岸"
    " 江北 江南 河北 河南 新华 裕华 长安 复兴 红旗 卫东 牧野 望花 清河 振兴 元宝 大同 太和 大观 上街 公安 通道 武功 大方 大田 大通 大名 正定 宁远"
    " 长寿 永清 安平 民和 互助 平和 泰和 永新 新干 大洼 龙门 龙华 金山 宝山 中山 泰山 金平 长岛 海南 嘉定 普陀 长宁 静安 西湖 中原 中站 山阳 解放"
    " 鼓楼 钟楼 天桥 市中 历下 西安 西岗 东港 东城 西城 东丽 市北 市南 市辖 信州 广信 广丰 大余 上高 万年 德化 长春 长丰 大竹 平昌 广安 前锋 江城"
    " 江海 赤坎 台江 仓山 海沧 集美 同安 云龙 云岩 花溪 清镇 宾阳 上林 横州 平果 天等 天峨 南丹 金秀 五常 尚志 木兰 方正 安达 通河 同江 富锦 华安"
    " 大关 永善 双江 沧源 盈江 安化 桃江 双峰 新化 新田 通海 大武 大英 中江 高县 金川 金湾 金湖 大丰 建湖 新建 定南 全南 古城 清新 连山 南海 三水".split()
)  # fmt: skip
# District names that many towns use of a part of themselves: only right after their city.
_ANYWHERE = frozenset("城区 郊区 矿区 东区 西区 南区 北区 中区 海域".split())
_ALIASES = {
    "内蒙": "150000",
    "新疆兵团": "650000",
    "粤北": "440000",
    "苏南": "320000",
    "浦东": "310115",
    "雄安": "133100",
}
_SELF = {
    "province": "全省 我省 本省 该省",
    "city": "全市 我市 本市 该市 全州 我州 全盟",
    "region": "全区 我区 本区 该区",
    "county": "全县 我县 本县 该县 全旗",
    "area": "辖区 当地 本地",
    "country": "全国 我国 国内 全国各地 全国范围",
}
_WORLD = "全球 全世界 世界各国 海外 国外 境外 世界"


def _short(name: str) -> str:
    """`name` without its unit and the peoples it names: 恩施土家族苗族自治州 → 恩施."""
    bare = _UNITS.sub("", name)
    return (_PEOPLE.sub("", bare) or bare) if len(bare) > 3 else bare


def _names() -> dict[str, Name | None]:
    found: dict[str, Name | None] = {}
    full: dict[str, list[str]] = {}
    bare: dict[str, list[str]] = {}
    for code, place in places.table().items():
        if place.level in ("city", "county"):
            _add_area(place, full, bare)
    for name, codes in bare.items():
        level = places.level(codes[0])
        cities = [code for code in codes if places.level(code) == "city"]
        if cities:
            found[name] = Name("weak" if name in _WEAK else "short", tuple(cities), "city")
        else:
            found[name] = Name("bare", tuple(codes), level, name in _COMMON)
    for name, codes in full.items():
        found[name] = Name("full", tuple(codes), places.level(codes[0]), _needs_its_city(name))
    for code, place in places.table().items():
        if place.level == "province":
            found[place.name] = Name("full", (code,), "province")
            found[_short(place.name)] = Name("short", (code,), "province")
    for line in places.lines("countries.csv"):
        code, name = line.split(",")
        found[name] = Name("country", (code,), "country")
    found["中国"] = Name("country", (places.CHINA,), "country")
    for name, code in _ALIASES.items():
        found[name] = Name("short", (code,), places.level(code))
    for scope, words in _SELF.items():
        for word in words.split():
            found[word] = Name("self", (places.CHINA,) if scope == "country" else (), scope)
    for word in _WORLD.split():
        found[word] = Name("world", (), "world")
    return found


def _needs_its_city(name: str) -> bool:
    return (
        len(name) == 2
        or name in _ANYWHERE
        or _short(name) in ("市中", "城中", "新城", "新市", "城东", "城西", "城北", "中西")
    )


def _add_area(place: places.Place, full: dict[str, list[str]], bare: dict[str, list[str]]) -> None:
    full.setdefault(place.name, []).append(place.code)
    short = _short(place.name)
    if "自治" in place.name and len(short) >= 2:
        full.setdefault(short + place.name[-1], []).append(place.code)
    if len(short) >= 2 and place.name not in _ANYWHERE:
        bare.setdefault(short, []).append(place.code)


@cache
def automaton() -> tuple[AhoCorasick, tuple[Name | None, ...]]:
    """The automaton over all names and look-alikes, and for each pattern what it stands for (None: no place)."""
    found = _names()
    for line in places.lines("place_lookalikes.txt"):
        if not line.startswith("#"):
            found.update({word: None for word in line.split()})
    patterns = list(found)
    machine = AhoCorasick(patterns, matchkind=MatchKind.LeftmostLongest, implementation=Implementation.ContiguousNFA)
    return machine, tuple(found[pattern] for pattern in patterns)
