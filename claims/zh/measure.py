"""What a figure measures: the article's words tidied, and the key by which the same quantity meets itself."""

from __future__ import annotations

import re
from functools import lru_cache

_QUOTES = re.compile(r"[\s“”‘’\"'「」《》〈〉【】()·•—\-…:;,。!?]+")
_EDGE_LEFT = re.compile(r"^(?:的|了|着|和|及|与|、|等|其|该|为|以|对|从|在|并|则|是|有|将|各项|相关)+")
_EDGE_RIGHT = re.compile(r"(?:的|了|着|和|及|与|、|等|为|在|是|有|则|也|均|都|于|共|达|约|仅)+$")
_FILLERS = re.compile(r"各类|各种|各项|各级|各个|相关|有关|所有|全部|累计|共计|总计|合计|的|了|等|、|一批|一共|先后|已")
_AUTHORITY = re.compile(
    r"(?:公安(?:机关|厅|局|部门|分局|部)?|警方|警察|民警|交警(?:部门|支队|大队)?|检察(?:机关|院)|法院|法庭|部门|机关|政府|当局|省|市|区|县"
    r"|统计局|人社部|财政部|商务部|央行|海关|消防|救援|派出所|支队|总队|大队|中队|街道|社区|乡镇|镇|乡|村|单位|记者|警力|全国|我国)$"
)
_SYNONYMS = tuple(
    (re.compile(pattern), word)
    for pattern, word in (
        ("电信网络诈骗|电信诈骗|网络诈骗|电诈", "电诈"),
        ("侦破|破获|侦办|(?<=^)破(?=[^案坏产])", "破"),
        ("抓捕|缉拿|捉获|擒获", "抓获"),
        ("捣毁|摧毁|打掉|铲除", "打掉"),
        ("受到|收到|接到", "收到"),
        ("死亡人数|亡人数|死亡人员", "死亡人"),
        ("案件(?:数量?|总数)?|案(?=$)", "案"),
        ("数量|总数|总量|个数|总额|总值|总规模|总计", ""),
        ("国内生产总值|地区生产总值|生产总值|GDP|gdp", "生产总"),
        ("社会消费品零售", "社零"),
        ("人民币|新增人民币", ""),
        ("违法犯罪嫌疑人|犯罪嫌疑人|嫌疑人", "嫌疑人"),
        ("恶势力犯罪集团|涉恶犯罪集团|恶势力集团", "恶势力集团"),
        ("进出口贸易|外贸进出口|货物贸易进出口|货物进出口", "进出口"),
        ("住户|居民家庭", "居民"),
        ("可支配收入", "可支配收入"),
        ("比重|占比|所占比例|比例", "占比"),
        ("增幅|涨幅|升幅|增长率|增速|增长速度", "增速"),
    )
)
_COUNT_SUFFIX = re.compile(r"(?<=[^\d人])数$")
_TAIL = re.compile(r"(?:数|量|额|值|率)?(?:方面|情况|工作|水平|规模|为)$")


def tidy(words: str) -> str:
    """The words of a measure without edges that belong to the sentence: particles, commas, spaces."""
    words = words.strip(" ,;:。、!?\n\t\"'—-…·▶▷▲▼■●")
    previous = ""
    while words != previous:
        previous = words
        words = _EDGE_RIGHT.sub("", _EDGE_LEFT.sub("", words)).strip(" ,;:、…—-·▶▷▲▼■●")
    words = words.replace("\n", "").replace(" ", "")
    if words.count("“") != words.count("”"):
        words = words.lstrip("”").rstrip("“")
        words = words.replace("“", "").replace("”", "") if words.count("“") != words.count("”") else words
    return words if words not in ("”", "“", "“”") else ""


@lru_cache(maxsize=65536)
def key(words: str) -> str:
    """The canonical form of a measure: content words in order, synonyms folded, counting suffixes dropped."""
    text = _QUOTES.sub("", words)
    text = _FILLERS.sub("", text)
    for pattern, word in _SYNONYMS:
        text = pattern.sub(word, text)
    text = _COUNT_SUFFIX.sub("", text)
    return text or _QUOTES.sub("", words)


def is_authority(words: str) -> bool:
    """Whether the words name an authority acting for its area, which is no part of what is measured."""
    return not words or _AUTHORITY.search(words) is not None
