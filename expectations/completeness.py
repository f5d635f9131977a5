"""Whether the words say that a row of parts makes up its total: a closed list, a rest, labels that divide a whole."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise

from claims.claim import Claim
from expectations.apart_words import goes_over, told_apart
from expectations.counted_parts import divided
from expectations.numerals import whole
from expectations.slips import slipped_values
from expectations.words import after, before, between, lead

HUNDRED = 100
NAME_OF_KIND = 3  # characters

# Labels that leave nothing between them, or that official statistics always split a whole into.
COMPLEMENTS = (
    ("出口", "进口"), ("国内", "国际"), ("国内", "国外"), ("国内", "海外"), ("国内", "出口"), ("境内", "境外"),
    ("城镇", "农村"), ("城镇", "乡村"), ("重伤", "轻伤"),
    ("男", "女"), ("第一产业", "第二产业", "第三产业"), ("一产", "二产", "三产"), ("好评", "差评"), ("线上", "线下"),
    ("商品类", "金融类"), ("期货", "期权"),
    ("刑事", "民事", "行政"), ("公有", "非公有"), ("赞成", "反对", "弃权"),
    ("同意", "反对", "弃权"), ("合格", "不合格"), ("公路", "铁路", "水路"), ("本币", "外币"), ("金牌", "银牌", "铜牌"),
    ("短期", "中长期"), ("自行脱险", "被困"), ("死亡", "生还"), ("无生命体征", "死亡", "生还"),
    ("纯电", "插电"), ("地上", "地下"), ("发明", "实用新型", "外观"),
    ("饮酒", "醉酒"), ("公办", "民办"), ("阳性", "阴性"),
    ("企业", "个人"), ("单位", "个人"), ("胜", "平", "负"), ("胜", "负"),
)  # fmt: skip
# Labels of which as a rule nothing is left over, so that a list under them that one slip would close is to add up.
PARTITIONS = tuple(
    tuple(map(re.compile, words))
    for words in (
        ("优", "良(?!好)", "轻度", "中度"),
        ("优", "良(?!好)", "轻度", "中度", "重度"),
        ("优", "良(?!好)", "轻度", "中度", "重度", "严重"),
        ("夏粮", "早稻", "秋粮"),
        ("夏粮", "秋粮"),
        ("铁路", "公路|道路", "民航|航空", "水路|水运"),
        ("旧存", "新收"),
        ("缺考|缺席|未到|弃考|未参加", "实考|实到|实际参加|到考|到场|参加考试"),
        ("在职", "离?退休"),
        ("公立", "民营|民办|社会办|非公立"),
        ("(?<!新)完工|(?<!未)完成|竣工|建成", "施工|在建|建设中|推进", "未开工|未启动|待建|未动工"),
        ("省内", "省外"),
        ("市内", "市外"),
        ("(?<!不)(?<!未)合格", "不合格|未合格"),
        ("(?<!不)(?<!未)达标", "不达标|未达标"),
        ("阳性", "阴性"),
        ("一期", "二期"),
        ("一期", "二期", "三期"),
        ("本地|本市|本省", "外地|外省|市外"),
        ("一等奖", "二等奖", "三等奖"),
        ("专职", "兼职"),
        ("(?<!副)主任", "副主任", "委员"),
        ("高风险|高危", "中风险|中危", "低风险|低危"),
        ("普通(?:程序|案件)", "简易程序", "速裁"),
        ("新建", "改造|改建|扩建|改扩建"),
        ("轻伤|轻微伤", "重伤", "死亡|遇难"),
        ("白天|日间", "夜间|晚间|夜晚"),
        ("团队|团体", "散客|个人"),
        ("幼儿园", "小学", "初中|初级中学", "高中|高级中学"),
        ("地下", "高架", "地面|过渡|路基"),
        ("隧道", "桥梁", "路基"),
    )
)
ITEM_BEFORE = re.compile(r"\d[^、和与\d]{0,8}[、和与]")  # 地下段28.9公里、|高架段6.3公里
MOST_LABELS = max(map(len, PARTITIONS))
DEAD = re.compile("遇难|身亡|丧生|失去了?宝?贵?的?生命")
ALIVE = re.compile("无生命危险|脱离生?命?危险|获救")
RATING = re.compile("(?:买入|推荐|增持|中性|持有|减持|卖出|回避)评级$")  # what analysts give a share: each gives one
WOUNDED = ("重伤", "轻伤")
TERMS = ("短期", "中长期")  # of loans to households; firms have bills besides
# What became of persons and things, before which words say how.
OUTCOMES = (
    ("重伤", "轻伤"), ("自行脱险", "被困"), ("死亡", "生还"), ("无生命体征", "死亡", "生还"), ("合格", "不合格"),
    ("赞成", "反对", "弃权"), ("同意", "反对", "弃权"), ("好评", "差评"),
)  # fmt: skip
# What may stand before 出口 or 第一产业 and names no part of what is traded or made.
FITTING = re.compile(
    r"捐赠|捐款|市民|社会|爱心|来自|外贸|货物|商品|累计|实现|完成|其中|各类|全年|其|总|本外币|人民币|新增|当年"
)
OUT_OF = re.compile("(?:的|当中|之?中|里)$")  # 学员中|男性27人
HOUSEHOLDS = re.compile("住户|居民|个人|家庭")
SIZES = {len(words) for words in COMPLEMENTS}
OPEN_END = re.compile(r"等|主要|重点|仅|至少|之一|例如|比如|超过|以上")
AMONG = re.compile(r"[人名位户家个件起宗所]?[^，,。；;\d]{0,10}(?:当?中|里)[，,]?有?")
NAMED = re.compile("[一-鿿]{2,8}(?:、[一-鿿]{2,8})+[和与及、][一-鿿]{2,8}?(?=共|合计|总计|累计|一共|总共)")
MANY_KINDS = re.compile("(?P<many>[两二三四五六七八])个?大?(?:类|种|部分|块|项)")
REST = re.compile(r"(?:其余|剩余|余下|剩下|另外)的?[^，,。；;\d]{0,8}$")
ALL_OF = re.compile(
    "(?:[两二三四五六七八九]?[项者类个样处地人]|各项)?(?P<of>[^，,。；;\\d]{0,6}?)"
    "(?:合计|共计|总计|一共|总共|总数|总额|总量)(?:为|达|约|是)?"
)
UNCOUNTED = re.compile("等[，,]|[、和及与][一-鿿]{2,}")
# 共23座，全部为地下站和高架站，分别为18座和5座
ALL_OF_TWO = re.compile("[，,](?:全部|均|都)[为是][^，,。；;]{2,12}[和与][^，,。；;]{2,10}[，,](?:分别)?(?:为|是|有)?$")
THING = 3  # characters of what a sum counts; more name whose it is: 代表团奖牌总数
ALL_YEAR = re.compile("全年(?:合计|共计|共|累计)?(?:为|达|实现)?")
QUARTERS = "一二三四"
NUMBERED = re.compile("第([一二三四五六七八九])(?:种|产业|类|季度|批|档|级|组)")
LEFT_OVER = re.compile("其余|其他|其它|余下|剩余|剩下|另外")
# 北湖4种、南湖3种，合计5种，其中2种两湖都有
COUNTED_TWICE = re.compile("[^。；;]{0,4}[，,]其中[^，,。；;]{0,14}(?:都有|均有|共有的|重复|重叠|兼有|同时)")
SUMMED = re.compile(r"合计|共计|总计|小计|共|两者|三者|相加|加起来|合起来|加在一起")


def complete(total: Claim, parts: tuple[Claim, ...]) -> bool:
    """Whether words say that nothing is left out: a partition, a bracket, numbered kinds, labels dividing a whole."""
    if all(part.part_of == total.claim_id for part in parts) and any(part.partition for part in parts):
        return True
    if COUNTED_TWICE.match(after(max(total, parts[-1], key=lambda one: one.start), 30)):
        return False
    if summed_up(total, parts) or (divided(total, parts) and not goes_over(parts)):
        return True
    if medals(total, parts):
        return True
    if total.start > parts[0].start and not sums_up(total):
        return False
    if total.clause + 6 < parts[0].clause and parts[-1].sentence_start != total.sentence_start:
        return False
    if told_apart(total, parts[0]) or goes_over(parts):
        return False
    return (
        listed(total, parts)
        or (numbered(parts) and _of_one_head(total, parts))
        or complementary(total, parts)
        or partitioned(total, parts)
        or named_at_total(total, parts)
        or _named_by_all(total, parts)
        or among_all(total, parts)
        or with_rest(total, parts)
    )


def medals(total: Claim, parts: tuple[Claim, ...]) -> bool:
    """Whether gold, silver and bronze stand right beside all medals: 12枚金牌、9枚银牌、14枚铜牌，以35枚奖牌…."""
    names = [part.measure[-2:] for part in parts]
    beside = abs(total.clause - parts[-1].clause) <= 1 and total.sentence_start == parts[0].sentence_start
    return beside and names == ["金牌", "银牌", "铜牌"] and total.measure.endswith("奖牌")


def sums_up(total: Claim) -> bool:
    """Whether words before a figure say that it is the sum of those before it, and not that of a rest: 其余合计."""
    words = lead(total)
    return SUMMED.search(words) is not None and LEFT_OVER.search(words) is None


def summed_up(total: Claim, parts: tuple[Claim, ...]) -> bool:
    """Whether a list of figures is closed by one of all: 9万元、6.4万元和1.4万元，合计16.8万元; 四季度…，全年….

    The list is all that the sentence tells in the unit.
    """
    if parts[-1].start > total.start or parts[-1].sentence_start != total.sentence_start:
        return False
    one_list = parts[0].group > 0 and all(part.group == parts[0].group for part in parts)
    if not one_list or total.clause - parts[-1].clause != 1:
        return False
    quarters = len(parts) == len(QUARTERS) and "季度" in before(parts[0]) and ALL_YEAR.fullmatch(lead(total).strip())
    if UNCOUNTED.search(between(parts[-1], total)):
        return False  # 护理费12000元、交通费、营养费等，共计
    told = re.findall(rf"\d[\d.,]*[万亿]?\s?{re.escape(total.unit)}", before(total)) if total.unit else []
    summed = ALL_OF.fullmatch(lead(total).strip())
    named = (
        summed is not None
        and len(summed["of"]) <= THING
        and all(part.measure.endswith(summed["of"][-1:]) for part in parts)
    )  # 金牌, …, 奖牌总数
    return bool(quarters or (named and len(told) == len(parts)))


def listed(total: Claim, parts: tuple[Claim, ...]) -> bool:
    """Whether the parts stand in a list that closes: in brackets, as 包括A和B, or row by row with one head word."""
    if not follows(total, parts):
        return False
    if len(parts) == 2 and ALL_OF_TWO.search(between(total, parts[0])) and parts[0].group == parts[1].group > 0:
        return True
    if not all(re.search("[一-鿿]", between(a, b)) for a, b in pairwise((total, *parts))):
        return False
    opening, closing = between(total, parts[0]), re.split(r"[，,；;。、]", after(parts[-1], 30))[0]
    told = MANY_KINDS.search(opening)
    if told is not None and whole(told["many"]) != len(parts):
        return False  # 分为民事、刑事和行政三类，…刑事2310件，行政640件
    if OPEN_END.search(opening + closing) or any(OPEN_END.search(between(a, b)) for a, b in pairwise(parts)):
        return False
    inside = re.search(r"[（(][^）)]*$", opening) and re.match(r"[^（(，,；;。\d]{0,12}\d?[）)]", after(parts[-1], 14))
    if inside and not any(re.search("[）)]", between(a, b)) for a, b in pairwise(parts)):
        return ("其中" not in opening or len(parts) >= 3) and closes(total, parts)
    if re.search("包括|分为|包含", opening) and to_the_end(total, parts):
        return "分为" in opening or closes(total, parts)
    if re.search("包括|分为|包含", opening) and re.search("[和及与]", between(parts[-2], parts[-1])):
        all_told = (len(parts) == 2 and heads(total, parts)) or enumerated(total, parts)
        return all_told and ("分为" in opening or (closes(total, parts) and _nearly(total, parts, "其中" in opening)))
    rows = all(re.search("[；;]", between(a, b)) for a, b in pairwise(parts))
    rest = after(parts[-1]).split("。")[0]
    last = not re.search("[；;]", rest) or not re.search(rf"[\d万亿]\s?{re.escape(parts[-1].unit)}", rest)
    alone = not re.search("[；;]", before(total)) and len(parts) > 2  # …；第二产业287亿,其中工业283亿；第三产业68亿
    return "其中" in opening and rows and last and alone and heads(total, parts) and closes(total, parts)


def _nearly(total: Claim, parts: tuple[Claim, ...], some: bool) -> bool:
    """Whether two parts behind 包括, or `some` of all, come near the total, or go beyond it: of what is only included
    there is more."""
    told = sum(part.value for part in parts)
    return (len(parts) > 2 and not some) or told * 5 >= total.value * 4


def closes(total: Claim, parts: tuple[Claim, ...]) -> bool:
    """Whether the parts come to the total, or one slip in one figure would make them: kinds by several criteria, as
    民间投资, 工业投资 and 高技术产业投资, do not."""
    slack = sum((one.resolution for one in (total, *parts) if not one.asserted.is_point), Decimal(0)) / 2
    miss = sum((part.value for part in parts), Decimal(0)) - total.value
    if abs(miss) <= slack:
        return True
    moved = ((part, part.value - miss) for part in parts)
    return any(
        abs(value - wanted) <= slack
        for claim, wanted in ((total, total.value + miss), *moved)
        for value in slipped_values(claim.text, claim.value)
    )


def enumerated(total: Claim, parts: tuple[Claim, ...]) -> bool:
    """Whether nothing but counted kinds of what the total counts stands in the list: 包括3个大核和9个小核."""
    opening = between(total, parts[0])
    if not re.fullmatch(r"[^，,；;。]{0,12}[，,]?(?:其中)?(?:包括|分为|包含)", opening) or "其他" in opening:
        return False
    items = [between(a, b) for a, b in pairwise(parts)]
    if any(re.search("[，,；;。]|以及", item) or not re.search("[、和及与]$", item) for item in items):
        return False
    return total.kind == "count" and bool(total.unit) and all(part.unit == total.unit for part in parts)


def to_the_end(total: Claim, parts: tuple[Claim, ...]) -> bool:
    """Whether a list behind 包括, every item with its count, runs to the end of the sentence without 等."""
    same = total.sentence_start == parts[-1].sentence_start and total.kind == "count" and bool(total.unit)
    if total.value < HUNDRED or any(part.value >= total.value for part in parts):
        return False  # of a few things some are left out as soon as said
    if not same or any(part.unit != total.unit for part in parts) or "其中" in between(total, parts[0]):
        return False
    if any(not re.search("[、，,；;和及与]", between(a, b)) for a, b in pairwise(parts)):
        return False
    rest = after(parts[-1]).strip().removeprefix(total.unit)
    return re.fullmatch(r"[一-鿿]{0,10}[。！]?[”」]?", rest) is not None and "等" not in rest


def with_rest(total: Claim, parts: tuple[Claim, ...]) -> bool:
    """Whether the last part is all that the others leave: 其中3家盈利，其余5家亏损."""
    if not parts[0].start > total.start or parts[-1].clause - total.clause > 6:
        return False
    if parts[-1].sentence_start != parts[0].sentence_start:  # the rest may be that of all told before
        return False
    if not re.search(r"其中|中[，,]?有|包括", between(total, parts[0])[:25]) or total.unit != parts[-1].unit:
        return False
    if any("其中" in between(a, b) for a, b in pairwise(parts)) or nested(parts):
        return False
    if sum(part.value for part in parts[:-1]) == total.value:
        return False  # 房源260套，其中一居室140套，两居室120套，配租后剩余22套
    listed_before = total.unit and re.search(rf"\d\s?{re.escape(total.unit)}", before(total))
    if listed_before and total.sentence_start != parts[0].sentence_start and not closes(total, parts):
        return False  # 议案12件、建议186件。将其中2件列入审议，另外10件…: which of them, the words do not say
    return bool(REST.search(before(parts[-1], 12))) and not any(REST.search(before(part, 12)) for part in parts[:-1])


def nested(parts: tuple[Claim, ...]) -> bool:
    """Whether one of the parts is taken apart by those behind it: 需要整治的211个,已完成176个,其余35个."""
    return any(
        len(parts) - at > 2 and part.value == sum(one.value for one in parts[at + 1 :]) for at, part in enumerate(parts)
    )


def follows(total: Claim, parts: tuple[Claim, ...]) -> bool:
    """Whether the parts stand behind the total in its sentence, or in the next one, which begins with 其中."""
    if parts[0].start < total.start or parts[0].sentence_start != parts[-1].sentence_start:
        return False
    if parts[0].sentence_start == total.sentence_start:
        return True
    led = parts[0].sentence.lstrip().startswith("其中") and parts[0].clause - total.clause <= 4
    return led and len(parts) >= 3


def heads(total: Claim, parts: tuple[Claim, ...]) -> bool:
    """Whether all parts are kinds of the total by their last words: 期货品种 and 期权品种 of 品种, not three cities."""
    if any(part.measure_key == total.measure_key for part in parts):
        return False
    keys = [part.measure_key for part in parts]
    tails = (keys[0][at:] for at in range(len(keys[0]) + 1))
    head = next(tail for tail in tails if all(key.endswith(tail) for key in keys))
    if len(head) >= 2 and head[-2:] in total.measure_key:
        return True
    return len(head) >= 4 and any(head[at : at + 3] in total.measure_key for at in range(len(head) - 2))


def _of_one_head(total: Claim, parts: tuple[Claim, ...]) -> bool:
    """Whether the parts can be of the total's own measure: no 用电量 of a 发电量."""
    tails = {part.measure_key[-3:] for part in parts}
    own = total.measure_key[-3:]
    return len(tails) > 1 or own in tails or own[-2:] not in {tail[-2:] for tail in tails}


def numbered(parts: tuple[Claim, ...]) -> bool:
    """Whether the labels count through the kinds: 第一种, 第二种, 第三种 … of three or more."""
    if len(parts) < 3:
        return False
    found = [NUMBERED.search(f"{lead(part)} {part.measure}") for part in parts]
    if None in found:
        return False
    return [match.group(1) for match in found if match] == list("一二三四五六七八九"[: len(parts)])


def complementary(total: Claim, parts: tuple[Claim, ...]) -> bool:
    """Whether the labels of the parts divide a whole by their sense: 出口 and 进口, 林地 and 非林地."""
    if any(part.period and total.period and part.period != total.period for part in parts):
        return False  # 7月国内销量 and 出口 do not make up the 销量 of 1-7月
    if parts[-1].start > total.start and _goes_on(parts[-1]):
        return False
    labels = [_label(part) for part in parts]
    whole = _label(total)
    for words in COMPLEMENTS if len(parts) in SIZES else ():
        if words == TERMS and not HOUSEHOLDS.search(whole):
            continue
        if len(words) == len(labels) and not any(word in whole for word in words) and _matched(list(words), labels):
            if words == WOUNDED and not closes(total, parts):
                return False  # some may be hurt but slightly
            if _of_other_name(total, parts):
                return False  # 增值税61亿元；企业所得税34亿元；个人所得税12亿元
            return words in OUTCOMES or not any(_of_some(part, words, total) for part in parts)
    if len(parts) == 2 and parts[-1].sentence_start == total.sentence_start and not _of_a_row(total, parts):
        left, right = (part.measure for part in parts)
        for a, b in ((left, right), (right, left)):
            if a and any(b == f"{negation}{a}" for negation in ("非", "不", "未", "无")):
                return True
    return False


def _of_a_row(total: Claim, parts: tuple[Claim, ...]) -> bool:
    """Whether total and parts are items of one row, each with its share: 良好2480人，占40%；及格2418人，占39%."""
    return all(re.match("[^，,。；;]{0,2}[，,]占", after(one, 6)) for one in (total, *parts))


def partitioned(total: Claim, parts: tuple[Claim, ...]) -> bool:
    """Whether labels right before the parts leave nothing over as a rule, and one slip at most parts them from all."""
    if len({part.unit for part in parts} | {total.unit}) > 1 or any(part.hedge for part in (total, *parts)):
        return False
    return labelled(parts, lead(total)) == len(parts) and closes(total, parts)


def labelled(row: Sequence[Claim], head: str = "") -> int:
    """How many of the first figures of a row stand under labels that leave nothing over as a rule; else 0.

    The words `head` of the total hold none of the labels.
    """
    labels = [ITEM_BEFORE.split(lead(one))[-1] if one.sentence_start == row[0].sentence_start else "" for one in row]
    for words in sorted(PARTITIONS, key=len, reverse=True):
        size = len(words)
        if size > len(labels) or not any(word.search(labels[0]) for word in words):
            continue
        if any(word.search(head) for word in words):
            continue
        hits = [[at for at in range(size) if word.search(labels[at])] for word in words]
        more = any(word.search(label) for label in labels[size : 2 * size] for word in words)
        if not more and sorted(hits) == [[at] for at in range(size)]:
            return size
    return 0


def among_all(total: Claim, parts: tuple[Claim, ...]) -> bool:
    """Whether 中有 opens a list of three or more that fills its sentence, at most one slip from all of the total.

    112人中有91人…，19人…，2人….
    """
    if len(parts) < 3 or total.sentence_start != parts[-1].sentence_start:
        return False
    if not AMONG.fullmatch(between(total, parts[0])) or nested(parts):
        return False
    if any(not counted_alike(part, total) or part.hedge or OPEN_END.search(lead(part)) for part in parts):
        return False
    rest = after(parts[-1]).split("。")[0].strip("，")
    ends = re.search(r"\d|[；;，]|等", rest) is None
    return ends and all(b.clause - a.clause == 1 for a, b in pairwise(parts)) and closes(total, parts)


def counted_alike(part: Claim, total: Claim) -> bool:
    """Whether part and total are counted alike: persons are 人 and 名."""
    return part.unit == total.unit or part.dimension == total.dimension == "person"


def named_at_total(total: Claim, parts: tuple[Claim, ...]) -> bool:
    """Whether the words before the total name just these parts: 铁路、公路、民航共发送286.4万人次,铁路发送…."""
    if parts[0].start < total.start or len({part.unit for part in parts} | {total.unit}) > 1:
        return False
    names = NAMED.findall(before(total, 60))
    items = re.split("[、和与及]", names[-1]) if names else []
    labels = [lead(part) for part in parts]
    return len(items) == len(parts) > 2 and all(
        item[-2:] in label or item[:2] in label for item, label in zip(items, labels, strict=True)
    )


def _named_by_all(total: Claim, parts: tuple[Claim, ...]) -> bool:
    """Whether the total counts just what the parts do, in their order: 公共图书馆和文化馆74个，公共图书馆41个."""
    names = [part.measure for part in parts]
    return total.start < parts[0].start and re.split("[、和与及]", total.measure) == names


def _of_some(part: Claim, words: tuple[str, ...], total: Claim) -> bool:
    """Whether a part is named as that of some only: 民营企业|出口 and 省会市|第一产业 make up no figure of all."""
    at = min((found for word in words if (found := part.measure.find(word)) >= 0), default=0)
    of = OUT_OF.sub("", FITTING.sub("", part.measure[:at]))
    return len(of) > 1 and of not in total.measure and of not in before(total, 60)


def _goes_on(part: Claim) -> bool:
    """Whether the sentence lists more that is named by the same last word: 国际业务营收100亿元,物流营收123亿元."""
    word = re.escape(part.measure[-2:])
    return bool(word) and re.search(rf"{word}[^，,；;。、\d]{{0,4}}\d", after(part)) is not None


def _of_other_name(total: Claim, parts: tuple[Claim, ...]) -> bool:
    """Whether the parts end in one name of three characters or more, of which the total is another kind."""
    endings = {part.measure[-NAME_OF_KIND:] for part in parts}
    shared, name = min(endings), total.measure
    one = len(endings) == 1 and len(shared) == NAME_OF_KIND
    return one and len(name) > 1 and shared[-1:] == name[-1:] and shared[-2:] != name[-2:]


def _label(claim: Claim) -> str:
    """What names a part, with one word for the dead and one for those who live."""
    words = f"{lead(claim)} {claim.measure}".replace("进出口", "")
    fate = re.split("[，,。；;]", after(claim, 24))[0]
    words += next((f" {found[0]}" for found in (DEAD.search(fate), ALIVE.search(fate)) if found), "")
    return ALIVE.sub("生还", DEAD.sub("死亡", words))


def _matched(words: list[str], labels: list[str]) -> bool:
    """Whether every label is one of the words: 不合格 is no 合格."""
    rest = list(labels)
    for word in sorted(words, key=len, reverse=True):
        longer = [other for other in words if word in other and other != word]
        hit = next((label for label in rest if word in label and not any(other in label for other in longer)), None)
        if hit is None:
            return False
        rest.remove(hit)
    return True
