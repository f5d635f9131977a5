"""A stated count and the list it announces; a list of those above a mark, one of which is below it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import starmap

from claims.bilingual import Bilingual
from claims.claim import Claim, Mention
from claims.interval import Interval
from expectations.blocks import Block
from expectations.check import check
from expectations.comparison import Comparison, Reading
from expectations.counted_rows import counted_rows
from expectations.examples import Bad, Good
from expectations.named_areas import named_areas
from expectations.numbered_lists import NumberedList, numbered_lists
from expectations.numerals import whole
from expectations.passages import claims_in, claims_of
from expectations.same import CHANGES, dimension, is_level
from expectations.words import before, grams, lead

JOINED = re.compile("[和与及](?![谐平睦声气解善约其])|以及|还有|、|，")
VAGUE = re.compile(r"\d|等$|等[^，。]{0,6}$|其中|包括|分别")
MODEL = re.compile(r"[（(][^（()）]*[）)]|[A-Za-z][A-Za-z ]*\d+[A-Za-z]*")  # 手机Lan Fold 3, 林某（1993年生）
LONGEST = 22
BOTH = {"both_up": {"up": 2, "down": 0}, "both_down": {"up": 0, "down": 2}}
TURNS = re.compile(r"(\d+)(up|down)")
WHEN = re.compile(r"[\d\s]|年|月份?|[上下]半|季度|[今去当]")
# 马氏兄弟, 三个儿子文清、文渊、文澜, 掘进队三人: how many they are, the list does not show.
GROUPS = re.compile(
    "(?:兄弟|姐妹)(?!车行|汽修|超市|公司|商行|饭店|餐|烧烤|酒|店)|姊妹|兄妹|姐弟|夫妇|夫妻|[父母][子女]|爷孙|祖孙|双胞胎|[两二三四五六七八九十](?:个|名|位|人|幅|只|匹|条|张|组|套|件)"
)
SEVERAL = re.compile(r"(?:^|的)(?P<many>[两二三四五六七八九十]|\d{1,2})(?:家|个|名|所|位|座|支|款|处|项)(?=..)")


@check(
    code="CF120",
    title=Bilingual("数目与列举不符", "the count does not fit the list"),
    message=Bilingual("“{count}”，而列出的是{listed}。", "“{count}”, but the list has {listed}."),
    why=Bilingual(
        "文中说的个数应与随后列出的项数相同，“两升一降”应与各项的升降相同；说超过某数的，列出的各项都应超过。",
        "A stated count should be that of the items listed, “two up, one down” that of the changes behind it; those "
        "said to be above a mark should all be above it.",
    ),
    limits=[
        Bilingual(
            "列举不全（“等”）时，只看所列是否多于总数", "of open lists only whether they hold more than the count"
        ),
        Bilingual("项目中含“和”“与”的按可能的两种项数计", "items with “and” are counted both ways"),
    ],
    examples=[
        Good("产品销往江苏、浙江、安徽42个市县。"),
        Good("除福建、广东、海南外的28个省份已经联网。"),
        Good("参加演练的5家医疗机构分别是区人民医院、区中医院、区妇幼保健院和两家社区卫生服务中心。"),
        Bad("去年该省新增【3所】院校入围，分别是成都理工大学、成都大学。"),
        Bad("7月有3款车型销量超过了万辆，分别是海鸥、海豚、护卫舰。海鸥销量为28001辆，护卫舰销量为【4501】辆。"),
        Bad("三项分类指数【一升两降】：生产指数上升0.4个百分点，订单指数上升0.2个百分点，库存指数下降0.1个百分点。"),
        Bad("【七个社区】——柳荫、东塘、和平里、铁工、书院、小北门——各设一个中转点。"),
        Good("六个社区——柳荫、东塘、和平里、铁工、书院、小北门——各设一个中转点。"),
        Bad("全线设互通【4处】（鹿山、石马、白塔、汪店、双井），双向六车道。"),
        Bad("两项指标【双升】：产值增长4.3%，利税下降2.1%。"),
        Good("两项指标双升：产值增长4.3%，利税增长2.1%。"),
        Good("三项分类指数两升一降：生产指数上升0.4个百分点，订单指数上升0.2个百分点，库存指数下降0.1个百分点。"),
        Good("去年该省新增2所院校入围，分别是成都理工大学、成都大学。"),
        Bad("决定授予以下【6人】“先进个人”称号：陈某强、吴某燕、马某、黄某胜、郑某波。"),
        Bad(
            "县公安局对以下【5名】涉嫌诈骗、偷越国（边）境的在逃人员公开通缉：林某（1993年生）、苏某（1996年生）、郑某（1990年生）、黄某（1998年生）。"
        ),
        Good(
            "县公安局对以下4名涉嫌诈骗、偷越国（边）境的在逃人员公开通缉：林某（1993年生）、苏某（1996年生）、郑某（1990年生）、黄某（1998年生）。"
        ),
        Bad("公司发布【五款】新品：折叠屏手机Lan Fold 3、平板电脑LanPad 12、手表Lan Watch S，以及耳机LanBuds Pro。"),
        Bad("当晚要议的有【五件事：】一是电梯怎么分摊，二是车棚扩建，三是路灯不亮，四是广场噪音。大家先议电梯。"),
        Good("当晚要议的有四件事：一是电梯怎么分摊，二是车棚扩建，三是路灯不亮，四是广场噪音。大家先议电梯。"),
        Good("当晚要议的有五件事：一是电梯怎么分摊，二是车棚扩建，三是路灯不亮，四是广场噪音，还有一件是选楼长。"),
        Good("7月有2款车型销量超过了万辆，分别是海鸥、海豚。海鸥销量为28001辆，护卫舰销量为4501辆。"),
        Good("东北林业大学、黑龙江大学等25所院校首次入围。"),
        Good("“人、次、项”三者口径不同：一人可先后在预赛、决赛各破一次，也可能两人在同一项目上打破。"),
        Bad("代表团在【7】个大项上有金牌入账，分别是田径11枚、游泳9枚、举重7枚、射击5枚、跆拳道4枚、皮划艇2枚。"),
        Good("代表团在6个大项上有金牌入账，分别是田径11枚、游泳9枚、举重7枚、射击5枚、跆拳道4枚、皮划艇2枚。"),
        Good("代表团在7个大项上有金牌入账，分别是田径11枚、游泳9枚、举重7枚、射击5枚、跆拳道4枚、皮划艇2枚等。"),
        Bad("民警先后到云南、贵州、四川、湖北【6个省份】取证。"),
        Good("民警先后到云南、贵州、四川、湖北4个省份取证。"),
        Good("公司在京津冀、长三角、珠三角9个省市设点。"),
        Bad("中心推出【5项】便民措施，现公布如下：一是延时服务；二是帮办代办；三是免费邮寄；四是一窗通办。"),
    ],
)
def count_mismatches_list(block: Block) -> Iterator[Comparison]:
    """Every list with a count."""
    for listing in block.mentions:
        if listing.kind == "direction":
            yield from _directions(block, listing)
        if listing.kind != "list" or listing.count is None or len(listing.items) < 2 or listing.count < 2:
            continue
        names = _names(block, listing)
        if names and len(names) == len(listing.items):
            yield from _counted(block, listing, names)
            yield from _below(block, listing, names)
    yield from map(_numbered, numbered_lists(block))
    yield from map(_numbered, named_areas(block))
    yield from starmap(_of_each, counted_rows(block))


def _of_each(many: Claim, row: tuple[Claim, ...]) -> Comparison:
    """A number of kinds against the figures behind it, one of each."""
    return Comparison(
        reported=many,
        reading=Reading.constant(many.value),
        expected=lambda: Reading.exactly(Interval.point(len(row))),
        working=f"{len(row)}",
        facts={
            "count": f"{many.text}{many.unit}",
            "listed": Bilingual(f"{len(row)}项", f"{len(row)} items"),
        },
        worst="warning",
        grave=True,
        quiet=True,
        beside=row,
        explanations=(Bilingual("所列可能不全", "the list may be incomplete"),),
    )


def _numbered(one: NumberedList) -> Comparison:
    """A count against the items that the article numbers behind it."""
    return Comparison(
        reported=one.announced,
        reading=Reading.constant(one.many),
        expected=lambda: Reading.exactly(Interval.point(one.items)),
        working=f"{one.items}",
        facts={
            "count": one.announced.text,
            "listed": Bilingual(f"{one.items}项", f"{one.items} items"),
        },
        worst="warning",
        grave=True,
        quiet=True,
        explanations=(Bilingual("所列可能不全", "the list may be incomplete"),),
    )


def _directions(block: Block, mention: Mention) -> Iterator[Comparison]:
    """两升一降 and 双升 against the rises and falls told behind them, where they are as many as they say."""
    told = BOTH.get(mention.reading) or {way: int(number) for number, way in TURNS.findall(mention.reading)}
    end = mention.sentence_start + len(mention.sentence)
    row = [claim for claim in claims_in(block, mention.document, mention.end, end) if claim.kind in CHANGES]
    if len(told) < 2 or len(row) != sum(told.values()) or len({claim.kind for claim in row}) > 1:
        return
    if any(claim.modality or not claim.value or not claim.measure_key for claim in row):
        return
    if len({claim.measure_key for claim in row}) < len(row):
        return
    ups = sum(claim.value > 0 for claim in row)
    listed = f"{ups}升{len(row) - ups}降"
    yield Comparison(
        reported=mention,
        reading=Reading.constant(told.get("up", 0)),
        expected=lambda: Reading.exactly(Interval.point(ups)),
        working="、".join(f"{claim.measure}{claim.text}" for claim in row),
        facts={"count": mention.text, "listed": Bilingual(listed, f"{ups} up and {len(row) - ups} down")},
        worst="warning",
        grave=True,
        quiet=True,
        beside=tuple(row),
        explanations=(Bilingual("所列各项可能不是它所说的几项", "the items listed may be others"),),
    )


def _names(block: Block, listing: Mention) -> list[str]:
    document = block.documents.get(listing.document)
    return [] if document is None else [document.text[start:end].strip() for start, end in listing.items]


def _counted(block: Block, listing: Mention, names: list[str]) -> Iterator[Comparison]:
    """The count against the number of items, those with 和 counted both ways."""
    plain = [MODEL.sub("", name) for name in names]
    if any(len(name) > LONGEST or VAGUE.search(name) or GROUPS.search(name) or not name for name in plain):
        return
    more = sum(len(JOINED.findall(name)) for name in plain)
    many = sum(whole(match["many"]) if (match := SEVERAL.search(name)) else 1 for name in plain)  # 两家卫生服务中心
    items = Interval.of(many, many + more) if listing.reading == "complete" else Interval.of(many, None)
    listed = f"{many}项" if not more else f"{many}至{many + more}项"
    english = f"{many} items" if not more else f"{many} to {many + more} items"
    figure = _figure(block, listing)
    yield Comparison(
        reported=figure if figure is not None else listing,
        reading=Reading.constant(listing.count or 0),
        expected=lambda: Reading.exactly(items),
        working="、".join(names),
        facts={"count": listing.text, "listed": Bilingual(listed, english)},
        worst="warning",
        grave=True,
        explanations=(
            Bilingual("列举可能不全，或一项含两个名称", "the list may be incomplete, or one item hold two names"),
        ),
    )


def _of_a_part(claim: Claim, name: str, mark: Claim, listing: Mention) -> bool:
    """Whether the clause of an item tells of something narrower than the mark: 种植产值0.86亿元 of 产值超过亿元."""
    told = WHEN.sub("", lead(claim).replace(name, "")).strip("为是达到约有的 ")
    return len(told) > 2 and not grams(told) <= grams(mark.measure + listing.text)


def _figure(block: Block, listing: Mention) -> Claim | None:
    return next((claim for claim in claims_in(block, listing.document, listing.start, listing.end)), None)


def _below(block: Block, listing: Mention, names: list[str]) -> Iterator[Comparison]:
    """Items of a list of those above a mark that the text gives a figure below it."""
    inside = claims_in(block, listing.document, listing.start, listing.end)
    mark = next((claim for claim in inside if claim.hedge in ("over", "at_least") and is_level(claim)), None)
    if mark is None:
        return
    for claim in claims_of(block, listing.document):
        if not is_level(claim) or dimension(claim) != dimension(mark) or listing.start <= claim.start < listing.end:
            continue
        words = re.sub(r"\s", "", before(claim, 80))
        spots = {name: words.rfind(re.sub(r"\s", "", name)) for name in names if len(name) >= 2}
        name = max(spots, key=lambda name: spots[name], default="")
        between = [
            other for other in claims_in(block, claim.document, claim.start - 80, claim.start) if is_level(other)
        ]
        named = name and spots[name] >= 0 and not any(name in re.sub(r"\s", "", before(other, 80)) for other in between)
        if named and claim.period == mark.period and not _of_a_part(claim, name, mark, listing):
            yield Comparison(
                reported=claim,
                using=(mark,),
                relation="at_least",
                expected=lambda mark: mark,
                working="{1}",
                facts={
                    "count": listing.text,
                    "listed": Bilingual(
                        f"{name}，仅{claim.text}{claim.unit}", f"{name}, with only {claim.text}{claim.unit}"
                    ),
                },
                beside=(listing,),
                quiet=True,
            )
