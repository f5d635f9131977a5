"""What stands around the name of a place and says that no figure is about it: a company, road, newspaper, dateline."""

from __future__ import annotations

import re

# Signs and words that cannot stand inside the name of an organisation: behind them the place is a place again.
_BREAKS = r"，。,.;:!?、\s\"“”‘’《》\[\]0-9%的等及和与在为是了有从对被将把到地上下各多所全我本该每这那已共打破查抓"
# What a company, school or hospital ends in, up to so many characters behind the place.
_ENDING = re.compile(
    rf"[^{_BREAKS}]{{0,18}}?(?:"
    r"股份有限|有限责任|有限公司|(?<!犯罪)(?<!势力)(?<!诈骗)集团(?!军|化|犯罪|成员|诈骗)|控股(?!股东)|大学(?!生|城)|学院|中学(?!生|校)|小学(?!生|校)"
    r"|医院|研究[院所]|博物[馆院]|旗舰店|交易所|证监局"
    r")"
)
_REACH = 24
# 天津创业环保股份(01065.HK), 中国海洋石油-R: the short name of a share.
_SHARE = re.compile(r"[一-鿿]{1,10}(?:-[A-Z]{1,2}(?![A-Za-z])|(?:-[A-Z]{1,2})?\((?:[0-9]{6}|[0-9]{4,6}\.[A-Z]{2})\))")
# What makes an organisation or a road of a place right behind it; first its first characters.
_NEXT = frozenset(
    "银农村城工建开进邮证人平太茅啤家石移联电铁中能交神铝广核重烟黄国东南西北航日晚晨早商时特都青新经报网卫发路大街高立男女足申泰队籍话菜式共梦好象风车一二三四五"
)
_NAMED = re.compile(
    r"银行(?!业(?![绩务])|[家类卡间存贷理系账])|(?:农商|农村商业|村镇|城商|工商|农业|建设|开发|进出口|邮政储蓄)银行"
    r"|证券(?!业|市场|监管|投资者|行业)|人寿|平安(?![答建之度回夜])|太保|茅台|啤酒|家化|石化(?![产行])|石油(?!进口|需求|消费|产|储|市场|出口)"
    r"|移动(?!支付|互联|通信|电话|网)|联通|电信(?![业网诈行])|铁塔|中[车铁冶免]|电建|能建|交建|铁建|建筑(?=股|三局|第)|神华|铝业|广核|核电(?![站装发量机])|重工|烟草"
    r"|黄金(?![储消产市进饰周])|国航|东航|南航|航司"
    r"|日报|晚报|晨报|早报|商报|时报|特区报|都市报|青年报|新闻网|新闻社|经济网|证券报|报[业道讯]|网(?:讯|[0-9])|卫视|电视台|广播电|发布(?=微|公众|官)|新闻客户端"
    r"|[东西南北中一二三四五]{0,2}(?:路(?![局面网段况政桥灯人口线边上程透产])|大道|大街|街(?![头道区镇坊巷舞])|高架|立交)"
    r"|(?:国际)?(?:车展|汽车展)|[男女][足排篮]|足球|国安|申花|泰山队|队(?![伍员列])|籍|话(?=[,。说讲])|菜(?![市篮])|式现代|特色社会|特色大国|共产党|人民解放军|梦|好声音|象棋|新歌声"
)
_DATELINE_BEFORE = re.compile(r"(?:社|网|报|讯|台|视|端|电|记者|刊)[ ]?\Z")
_DATELINE_AFTER = re.compile(
    r" ?(?:新闻)?(?:[0-9]{1,2}月[0-9]{1,2}日)?(?:电|讯(?!号|息|问)|消息|报道|综合)|(?:新闻)?[0-9]{1,2}月[0-9]{1,2}日"
)
AGENCY = re.compile(
    r"(?:警方|公安|交警|刑警|民警|派出所|法院|检察|检方|纪委|监委|区委|县委|市委|政府|海关|消防|税务|城管|机场|教育局|卫健|疾控|人社|住建"
    r"|分局|[大支中]队|团[市区县]委|工商联"
    r"|港(?![澳元股式币口资]))"
)
# 广州|市场, 白云|区域: the unit belongs to the next word.
UNIT_OF_NEXT = re.compile(r"市(?=[场值面](?!委))|区(?=[域间块别位]|分(?!别))")
# 出口全球112个国家: the countries are counted, and nothing is told of the world.
COUNTRIES = re.compile(r"(?:的)?[0-9]{1,3}(?:余|多)?个(?:主要|重点)?(?:国家|国|经济体)")
_TODAYS = "近今当昨同次即某每0123456789"
_OF_PEOPLE = ("语", "籍", "裔")  # 缅甸语专业, 日本籍: languages and people
# 中山公园, 中山音乐堂: named after Sun Yat-sen, all over China.
_AFTER_SUN_YAT_SEN = re.compile(r"公园|陵|舰|装|音乐堂|纪念[堂馆]|图书馆|广场|站|桥|堂|[北南东西]?[路街]")
_AREA_AFTER = re.compile(r"[区方带块处域质]")


# 中国国际服务贸易交易会, 中国政府代表团, “童声里的中国”: a name that begins with the country or ends in it.
_OF_COUNTRY = re.compile(
    r"(?:国际[^,。;:、]{0,12}?(?:会|展|节|赛|周)|[^,。;:、0-9]{0,10}?(?:博览会|交易会|代表团|锦标赛|公开赛|协会|学会|研究院|科学院|工程院|地震台网|疾控中心)|[”》])"
)


def is_event(text: str, start: int, end: int) -> bool:
    """Whether the country is part of the name of an event or a society."""
    return text[start:end] == "中国" and _OF_COUNTRY.match(text, end) is not None


def is_organisation(text: str, start: int, end: int) -> bool:
    """Whether `text[start:end]` only names a company, road, newspaper, school or team, or where a report was filed."""
    following = text[end : end + _REACH]
    if not following:
        return False
    if following[0] in _NEXT and _NAMED.match(following):
        return True
    if following.startswith(("直管市", "直辖市")) and text[end - 1] == "省":
        return True  # 潜江,湖北省直管市
    if text[start:end] == "中山" and _AFTER_SUN_YAT_SEN.match(following):
        return True
    if start and text[start - 1] in "和及与" and following.startswith("生产建设兵团"):
        return True  # 31个省(自治区、直辖市)和新疆生产建设兵团: all of China, as the ministries count it
    if _ENDING.match(following) or (("(" in following or "-" in following) and _SHARE.match(following)):
        return True
    return (
        start > 0
        and text[start - 1] in "社网报讯台视端电者刊 "
        and _DATELINE_BEFORE.search(text, max(start - 4, 0), start) is not None
        and _DATELINE_AFTER.match(following) is not None
    )


_SELLS = re.compile(
    r" ?(?:(?:最新|标准|数字|豪华)?[^,。;:、0-9]{0,4}?(?:售价|定价|价格|标价|原价|史低|方案|商店|账号)|[A-Z][A-Za-z]+)"
)
_BOUND = frozenset("，。；：、（(,.;:!?！？\n 在的为是了达及与和前往约比")


def is_shop(text: str, start: int, end: int) -> bool:
    """Whether 港区, 美区 and their like name where a shop sells, not a district or the end of a name."""
    return (not start or text[start - 1] in _BOUND or text[start - 1].isascii()) and bool(_SELLS.match(text, end))


def is_tail(text: str, start: int, end: int) -> bool:
    """Whether the name is the end of a foreign one: 内华|达州, 佛罗里|达州."""
    return text[start:end] == "达州" and text.endswith(("内华", "佛罗里"), 0, start)


def is_broken(text: str, start: int, end: int) -> bool:
    """Whether the letters of a country belong to the words around it: 近日|本公司, 沿海|地区, 其中|国际, 日本|语."""
    name = text[start:end]
    if text[end : end + 1] in _OF_PEOPLE:
        return True
    if name == "日本":
        return start > 0 and text[start - 1] in _TODAYS
    if name == "海地":
        return _AREA_AFTER.match(text, end) is not None
    return name[-1] == "国" and text[end : end + 1] == "际"
