"""Multiples: nothing falls by n times, and 增长2倍 is three times as much."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction

from claims import period as periods
from claims.bilingual import Bilingual
from claims.claim import Claim
from claims.interval import Interval
from expectations.blocks import Block, Sentence
from expectations.check import check
from expectations.comparison import Comparison, Reading
from expectations.examples import Bad, Good
from expectations.level_words import is_standard, likened
from expectations.levels import agree, near, related
from expectations.one_in import OneIn, one_in
from expectations.proportions import Proportion, proportions
from expectations.same import dimension, is_level, is_time
from expectations.slips import fits_or_slips
from expectations.spans import over_other_years
from expectations.times_apart import times_apart
from expectations.words import after, before, between, lead

LONGEST = 10  # characters of a clause that are quoted before a multiple
REACH = 12  # figures back to the earlier level
DOUBLING = "番"
THEM = re.compile("它们|[两二]者")  # 去年14100，2019年19740，今年分别是它们的2.1倍和1.5倍
YEAR, LAST_YEAR = re.compile(r"(?:19|20)\d\d年"), re.compile("[去今上]年|目前|如今|现在")
VOLUME = re.compile("[一-鿿]{0,3}(?:量|数|数量|总数|总量|规模|盘子|体量|数字)")
OTHER_SCOPE = re.compile("口径|全国|省内|全网|同店")
VOLUME_BEHIND = 3  # clauses
BARE = 2  # characters of a verb that names no thing of its own: 2022年销售1.28万辆
# What a doubling may come to, in times of the exact one: 翻一番 is said of 1.9 and of 2.4, 近一番 of less.
DOUBLED = {
    "": (Fraction(9, 10), Fraction(13, 10)),
    "about": (Fraction(4, 5), Fraction(13, 10)),
    "almost": (Fraction(3, 4), Fraction(1)),
    "over": (Fraction(97, 100), Fraction(2)),
    "plus": (Fraction(97, 100), Fraction(2)),
    "at_least": (Fraction(97, 100), Fraction(2)),
}
DISCOUNT = "折"
BEFORE_DISCOUNT = re.compile("原价|原本|标价|定价|门市价|挂牌价|市场价|吊牌价|原来")
MOVED = re.compile("[增减][加少长]|提高|下降|降低|多|少")
SAVED = re.compile("省|便宜|[立再另直满]减|减免|抵|优惠|节约|少花|返")
MORE = re.compile("[还有以]?(?:多|余|上)")
RISES = ("增长", "增加", "提高", "上升", "扩大", "上涨", "翻", "多出", "高出")
RATE_OF_GROWTH = re.compile("[增降涨跌][速幅]")  # 增速约是营收增速的两倍


@check(
    code="CF115",
    title=Bilingual("倍数使用不当", "a multiple is misused"),
    message=Bilingual("{measure}：“{words}”，{fault}。", "{measure}: “{words}”, {fault}."),
    why=Bilingual(
        "减少不能用倍数；增长2倍是原来的3倍，增长到2倍是原来的2倍。",
        "Nothing falls by times its size; “up two times” (增长2倍) is three times as much, “to twice” (增长到2倍) two.",
    ),
    limits=[
        Bilingual(
            "前后水平须在同一句中，或由年份点明", "both levels must stand in the sentence, or be named by their years"
        ),
        Bilingual("翻番为约数，按0.9至1.3倍算", "a doubling is a round word: 0.9 to 1.3 times of it fit"),
        Bilingual(
            "“每几人中有一人”放宽百分之十五，只与紧接在前的占比比较",
            "“one in so many” gives or takes 15 %, and only the share right before it counts",
        ),
    ],
    examples=[
        Bad("改造后，该厂能耗降低了【2】倍。"),
        Bad("出口额由5.00亿元增至20.00亿元，增长了【4】倍。"),
        Bad("今年一季度净利润9.3亿元，去年同期为3.1亿元，同比增长了【3】倍。"),
        Bad(
            "去年全镇小龙虾产量7200吨，而2018年只有1800吨，五年间增加了5400吨，去年的产量是2018年的【6倍】。",
            published="2023-06-01",
        ),
        Good(
            "2020年，公司在省内卖出新能源车1500辆。去年全国销量9000辆，按全国口径是2020年的4倍。",
            published="2025-02-10",
        ),
        Good("2020年，店里营业额只有146万元，欠银行90万元。2022年，营业额做到219万元，恰好是2020年的1.5倍。"),
        Good(
            "去年全镇小龙虾产量7200吨，而2018年只有1800吨，五年间增加了5400吨，去年的产量是2018年的4倍。",
            published="2023-06-01",
        ),
        Good("茶业年产值由2018年的1.2亿元增至去年的4.8亿元，五年增加3.6亿元，是2018年的4倍。", published="2023-06-01"),
        Good("单件用时从9秒缩短到3秒，效率提高2倍。"),
        Good("今年一季度净利润9.3亿元，去年同期为3.1亿元，同比增长了2倍。"),
        Bad("入驻企业从2020年的36家增加到2024年的58家，四年翻了【一番】。"),
        Good("入驻企业从2020年的30家增加到2024年的62家，四年翻了一番。"),
        Bad("2020年，全市充电桩为2600个；2022年达到1.04万个，是2020年的【6】倍。"),
        Good("2020年，全市充电桩为2600个；2022年达到1.04万个，是2020年的4倍。"),
        Good("改造后，该厂能耗降低了一半，产量提高2倍。"),
        Good("出口额由5.00亿元增至20.00亿元，增长了3倍。"),
        Bad("家庭票原价260元，周末打八折，只需【280】元。"),
        Good("家庭票原价260元，周末打八折，只需208元。"),
        Good("家庭票原价260元，周末打八折，立省52元。"),
        Bad("村里的民宿从2019年的24家发展到今年的96家，6年翻了【三番】。", published="2025-05-01"),
        Good("村里的民宿从2019年的24家发展到今年的96家，6年翻了两番。", published="2025-05-01"),
        Bad("光伏并网容量达到170.4万千瓦，而2020年底还只有42.6万千瓦，不到四年的时间里翻了【三番】。"),
        Good("光伏并网容量达到170.4万千瓦，而2020年底还只有42.6万千瓦，不到四年的时间里翻了两番。"),
        Good("月卡原价360元打九折，再减10元，实付314元。"),
        Bad("300名读者常听书，占【20.0%】，也就是说，每三名读者中就有一人听书。"),
        Good("300名读者常听书，占20.0%，也就是说，每五名读者中就有一人听书。"),
        Good("出口额由5.00亿元增至20.00亿元，是原来的4倍。"),
        Bad(
            "去年，全市城镇居民人均可支配收入52080元，增长4.6%；农村居民人均可支配收入26040元，增长6.8%。城镇居民人均可支配收入是农村居民的【2.6】倍。"
        ),
        Good(
            "去年，全市城镇居民人均可支配收入52080元，增长4.6%；农村居民人均可支配收入26040元，增长6.8%。城镇居民人均可支配收入是农村居民的2倍。"
        ),
        Bad("五年前，小镇的游客接待量是48万人次。如今，小镇的游客接待量为120万人次，变成五年前的【5.2】倍。"),
        Good("五年前，小镇的游客接待量是48万人次。如今，小镇的游客接待量为120万人次，变成五年前的2.5倍。"),
        Bad(
            "去年，全市居民人均可支配收入31200元。其中城镇居民人均可支配收入40280元，农村居民人均可支配收入19000元，城乡居民收入比【由上年的2.18缩小至2.21】。"
        ),
        Good(
            "去年，全市居民人均可支配收入31200元。其中城镇居民人均可支配收入40280元，农村居民人均可支配收入19000元，城乡居民收入比由上年的2.18缩小至2.12。"
        ),
        Bad(
            "上半年，城镇居民人均可支配收入26930元，农村居民人均可支配收入13465元，【城乡居民人均可支配收入之比为2.4】。"
        ),
        Good("上半年，城镇居民人均可支配收入26930元，农村居民人均可支配收入13465元，城乡居民人均可支配收入之比为2。"),
        Bad("目前学校在校生18360人，专任教师1020名，简单计算，【生师比为15.6∶1】。"),
        Good("目前学校在校生18360人，专任教师1020名，简单计算，生师比为18∶1。"),
        Good("去年，全市城镇居民人均可支配收入40280元，农村居民人均可支配收入19000元。全国城乡居民收入比为2.34。"),
        Good(
            "上半年，城镇居民人均可支配收入26180元，农村居民人均可支配收入13090元。城乡居民收入比由2.04缩小到2.00。2023年全年，我市城乡居民收入比为1.93。"
        ),
        Bad(
            "全市计划招聘304人，其中教育类120人、卫生类84人。截至报名结束，共有16416人缴费。按缴费人数计算，全市平均【竞争比约为45:1】，综合类为78:1。"
        ),
        Good(
            "全市计划招聘304人，其中教育类120人、卫生类84人。截至报名结束，共有16416人缴费。按缴费人数计算，全市平均竞争比约为54:1，综合类为78:1。"
        ),
        Bad("男性人口210.4万人，女性人口202.2万人，人口【性别比（以女性为100）为106.04】。"),
        Good("男性人口210.4万人，女性人口202.2万人，人口性别比（以女性为100）为104.06。"),
        Bad("学校现有教学班40个，在校学生1800人，专任教师150人，【师生比为1:15】。"),
        Good("学校现有教学班40个，在校学生1800人，专任教师150人，师生比为1:12。"),
        Good("大学现有在校学生18000人。学校引进名师。专任教师1500人，都上讲台。按规定折合后，师生比为1:17。"),
        Good("男性人口210.4万人，女性人口202.2万人，出生人口性别比为108.2。"),
        Bad("假期全市图书馆接待读者38.4万人次，办证1.2万张。2018年同一假期接待量为12万人次，今年是当年的【2.3】倍。"),
        Good("假期全市图书馆接待读者38.4万人次，办证1.2万张。2018年同一假期接待量为12万人次，今年是当年的3.2倍。"),
        Bad("11天里，全县日均处理快件54万件，是平时的【2.8】倍，平时每天约30万件。"),
        Good("11天里，全县日均处理快件54万件，是平时的1.8倍，平时每天约30万件。"),
        Good("全年受理仲裁案件126件，是2022年（60件）的2.1倍。"),
        Good("3月成交2640套，环比2月（1600套）增长65.0%，与含假期的1月（1100套）相比则多出1.4倍。"),
        Good("应收账款42.4亿元，较年初的32.6亿元增长30.1%，增速约是营收增速的两倍。"),
        Good("展馆2018年接待126.0万人次，比2017年的90.0万人次多四成，是2013年开放头一年（42.0万人次）的3倍。"),
        Good("货邮9.40万吨，去年同期8.00万吨；跨境电商2.24万吨，占二成四，是一年前的1.6倍。"),
        Bad("涉企纠纷1932件，占全部的30%，而去年同期840件，今年是去年同期的【3.2】倍。"),
        Good("涉企纠纷1932件，占全部的30%，而去年同期840件，今年是去年同期的2.3倍。"),
        Bad("海外收入3.92亿元，占全部收入的27.5%。去年上半年，海外收入只有1.12亿元，今年是去年同期的【4.5】倍。"),
        Good("海外收入3.92亿元，占全部收入的27.5%。去年上半年，海外收入只有1.12亿元，今年是去年同期的3.5倍。"),
        Good(
            "2019年至2021年分别起诉未成年人142人、158人和187人。三年间，作出不起诉决定的人数逐年增多，2021年人数约为2019年的2.3倍。"
        ),
        Good("公司2018年营收41亿元，2019年55亿元，2020年82.5亿元，两年翻了一番。"),
        Good("2020年公司营收11.4亿元，2021年13.3亿元，2022年15.2亿元，去年是2020年的1.6倍。", published="2024-03-01"),
        Good("去年同一周是14100人次，2019年同一周是19740人次，今年分别是它们的2.1倍和1.5倍。"),
        Bad(
            "2023年全县卖出电动三轮车9.6万辆。这家厂2020年才卖出1.6万辆，也就是说，去年的销量是2020年的【8倍】。",
            published="2024-01-12",
        ),
        Good(
            "2023年全县卖出电动三轮车9.6万辆。这家厂2020年才卖出1.6万辆，也就是说，去年的销量是2020年的6倍。",
            published="2024-01-12",
        ),
    ],
)
def multiple_misused(block: Block) -> Iterator[Comparison]:
    """Falls by a multiple, and multiples beside both levels."""
    told: list[Claim] = []
    for sentence in block.sentences:
        for claim in sentence.claims:
            times = claim.kind == "multiple" and ("倍" in claim.text or after(claim, 3).lstrip().startswith("倍"))
            if claim.modality or not (times or claim.unit == DOUBLING):
                if not is_time(claim):
                    told.append(claim)
                continue
            words = before(claim, 8).lstrip("，,；;、 ")
            if times and falls(words):
                yield _fall(claim)
            elif (levels := _levels(claim, told[-REACH:])) is not None and not _of_other_time(claim, *levels):
                yield _doubled(claim, *levels) if claim.unit == DOUBLING else _times(claim, *levels, words)
        yield from discounts(sentence)
    for one in times_apart(block):
        found = _times(one.claim, one.old, one.new, "")
        if fits_or_slips(found) or found.hints:
            yield replace(found, worst="warning")
    yield from map(_one_in, one_in(block))
    yield from map(_proportion, proportions(block))


def _of_other_time(claim: Claim, old: Claim, new: Claim) -> bool:
    """Whether a multiple is told of another year than the later level, or over other years than lie between both."""
    ours, theirs = periods.year_of(claim.period), periods.year_of(new.period)
    apart = bool(claim.base_period) and ours is not None and theirs is not None and ours != theirs
    return apart or over_other_years(claim, new, old) or THEM.search(before(claim, 8)) is not None


def discounts(sentence: Sentence) -> Iterator[Comparison]:
    """The price before and after a discount of so many tenths: 原价1280元，打七五折后960元."""
    for before_it, discount, price in zip(sentence.claims, sentence.claims[1:], sentence.claims[2:], strict=False):
        prices = before_it.unit == price.unit != "" and dimension(before_it).isupper()
        if price.value == before_it.value:
            continue
        if not prices or discount.unit != DISCOUNT or discount.hedge or before_it.hedge or price.hedge:
            continue
        told = BEFORE_DISCOUNT.search(lead(before_it)) and discount.clause - before_it.clause <= 1
        after_it = price.clause - discount.clause <= 1 and not SAVED.search(between(discount, price))
        if told and after_it:
            yield Comparison(
                reported=price,
                using=(before_it, discount),
                expected=lambda before, tenths: (before / Reading.constant(10)) * tenths,
                reading=Reading.of(price) + Reading.exactly(Interval.of(-1, 1)),
                working="{1} × {2} ÷ 10",
                worst="warning",
                facts={
                    "words": f"{discount.text}折" if "折" not in discount.text else discount.text,
                    "fault": Bilingual(
                        f"与{before_it.text}、{price.text}不符", f"does not fit {before_it.text} and {price.text}"
                    ),
                },
            )


def _proportion(one: Proportion) -> Comparison:
    """A ratio told in the text against the two levels that it compares."""
    return Comparison(
        reported=one.place,
        using=(one.of, one.to),
        reading=Reading.exactly(one.ratio),
        expected=lambda of, to: (of / to).scaled(one.per),
        working="{1} ÷ {2}" + (f" × {one.per}" if one.per > 1 else ""),
        worst="warning",
        facts={
            "measure": one.name,
            "words": one.place.text,
            "fault": Bilingual(f"与{one.of.text}、{one.to.text}不符", f"does not fit {one.of.text} and {one.to.text}"),
        },
    )


def _one_in(one: OneIn) -> Comparison:
    """A share against the words that tell it as one in so many, which are round."""
    low, high = one.percent * Fraction(85, 100), one.percent * Fraction(115, 100)
    return Comparison(
        reported=one.share,
        expected=lambda: Reading.exactly(Interval.of(low, high)),
        working=one.place.text,
        worst="warning",
        quiet=True,
        facts={
            "words": one.place.text,
            "fault": Bilingual(f"与{one.share.text}不符", f"does not fit {one.share.text}"),
        },
    )


def worded(claim: Claim) -> str:
    """The multiple with the words of its clause before it: 降低了2倍, 是2020年的6倍."""
    words = lead(claim).strip()
    words = words if len(words) <= LONGEST else words[-LONGEST:].lstrip("0123456789.")
    return f"{words}{claim.text}{'' if '倍' in claim.text or claim.unit == DOUBLING else '倍'}"


def falls(words: str) -> bool:
    """Whether the words say that something fell by this many times."""
    tail = words[-5:]
    down = any(word in tail for word in ("减少", "下降", "降低", "缩小", "缩短", "减小", "下跌"))
    return down and not any(word in tail for word in ("到", "至", "为"))


def _fall(claim: Claim) -> Comparison:
    said = worded(claim)
    return Comparison(
        reported=claim,
        reading=Reading.constant(1),
        expected=lambda: Reading.constant(0),
        working=said,
        facts={
            "words": said,
            "fault": Bilingual("减少不能用倍数表示", "a fall cannot be a multiple"),
        },
        worst="warning",
        quiet=True,
        hints=(
            Bilingual("应写减少百分之几、几分之几，或降到原来的几分之几", "say by what percentage or fraction it fell"),
        ),
    )


def _levels(claim: Claim, told: list[Claim]) -> tuple[Claim, Claim] | None:
    """The earlier level and the one now that a multiple compares: 由A增至B,增长n倍; B,上年为A; A的年份为基期."""
    if "其中" in lead(claim) or OTHER_SCOPE.search(lead(claim)) or RATE_OF_GROWTH.search(lead(claim)):
        return None
    told = [other for other in told if not is_standard(other)]
    levels = [other for other in told if is_level(other) and not other.modality and other.document == claim.document]
    if claim.base_period and (named := _of_times(claim, levels)) is not None:
        return named
    beside = [other for other in levels if other.sentence_start == claim.sentence_start and near(other, claim)]
    beside = [
        other for other in beside if other is beside[-1] or not likened(other)
    ]  # 127万，比2017年的98万多三成，是…
    if beside and beside[-1].kind != "share":
        beside = [
            other for other in beside if other.kind != "share"
        ]  # 1932件，占30%，而去年同期840件，是去年同期的2.3倍
    if len(beside) >= 2:
        old, new = beside[-2:]
        dated = old.period and not new.period and YEAR.search(lead(old)) is not None and LAST_YEAR.search(lead(new))
        if dated and new.clause - old.clause == 1 and old.measure_key == new.measure_key and _may_be_of(claim, new):
            return old, new  # 2019年35万吨，去年已经达到140万吨，翻了两番
        moved = old.former and not new.former and (new.reached or new.clause - old.clause <= 1)
        one = new.measure_key == old.measure_key or "measure" in new.inferred
        if moved and one and _alike(old, new) and _may_be_of(claim, new):
            return old, new
        new, old = beside[-2:]
        apart = old.clause - new.clause - (new.measure_key == old.measure_key)
        if old.former and not new.former and apart <= 1 and _alike(old, new) and agree(claim, new):
            return old, new
        behind = old.period and YEAR.search(lead(old)) is not None and not likened(old) and old.clause - new.clause <= 1
        if behind and not new.former and one and (not new.period or periods.earlier(old.period, new.period)):
            return old, new  # 并网容量达到170万千瓦，而2020年底只有42.6万千瓦，翻了两番
    if not beside or beside[-1].former or beside[-1].clause < claim.clause - 1 or not _may_be_of(claim, beside[-1]):
        return None
    new = beside[-1]
    olds = [other for other in levels if other is not new and _earlier(other, new)]
    based = [other for other in olds if other.period == claim.base_period]
    told_year = bool(claim.base_period) and claim.base_period[:4] in before(claim, 16)
    based = [other for other in based if other.paragraph == new.paragraph or told_year]
    found = based or [other for other in olds if other.sentence_start == new.sentence_start]
    return (found[-1], new) if len({other.value for other in found}) == 1 else None


def _of_times(claim: Claim, levels: list[Claim]) -> tuple[Claim, Claim] | None:
    """The one level of the time before and the one of the time now that a multiple names: 去年的产量是2018年的6倍."""
    if claim.base_period[:4] not in before(claim, 12):
        return None
    here = [one for one in levels if one.sentence_start == claim.sentence_start and not MOVED.search(lead(one))]
    here = [one for one in here if _may_be_of(claim, one)]
    olds, news = ([one for one in here if one.period == time] for time in (claim.base_period, claim.period))
    if len(olds) == len(news) == 1 and olds != news and _alike(olds[0], news[0]):
        return olds[0], news[0]
    return _of_volume(claim, levels)


def _of_volume(claim: Claim, levels: list[Claim]) -> tuple[Claim, Claim] | None:
    """The levels of a volume that is named anew right behind the earlier one.

    2020年受理信用卡纠纷3120件，去年的收案量是2020年的2.3倍.
    """
    told = [one for one in levels if one.paragraph == claim.paragraph and one.start < claim.start]
    old = next((one for one in reversed(told) if one.period == claim.base_period), None)
    if old is None or claim.clause - old.clause > VOLUME_BEHIND or not VOLUME.fullmatch(claim.measure) or old.hedge:
        return None
    if old.group or claim.base_period[:4] not in before(old, 20):
        return None
    news = [
        one for one in told if _is_now(one, claim, old) and _alike(old, one) and one.unit == old.unit and not one.group
    ]
    news = [one for one in news if one.measure_key == old.measure_key] or news
    return (old, news[0]) if len({one.value for one in news}) == 1 and not news[0].hedge else None


def _is_now(one: Claim, claim: Claim, old: Claim) -> bool:
    """Whether a level is of the time of a multiple, or of a later one than the earlier level where it names none."""
    if claim.period:
        return one.period == claim.period
    return not one.former and len(one.period) == len(old.period) and periods.earlier(old.period, one.period)


def _may_be_of(claim: Claim, level: Claim) -> bool:
    """Whether a multiple names nothing of its own, or something like the level: no 效率提高2倍 of 用时3秒."""
    return "measure" in claim.inferred or not set(claim.measure).isdisjoint(level.measure)


def _earlier(old: Claim, new: Claim) -> bool:
    """Whether a level of the paragraph is of before, and of the same measure or of one that the later cuts short."""
    named = old.measure_key == new.measure_key or related(old, new) or len(new.measure_key) <= BARE
    before_it = old.clause < new.clause and periods.earlier(old.period, new.period)
    return named and before_it and _alike(old, new)


def _alike(old: Claim, new: Claim) -> bool:
    return dimension(old) == dimension(new) and old.kind == new.kind


def _doubled(claim: Claim, old: Claim, new: Claim) -> Comparison:
    """A doubling, or several, against the two levels; as a round word it leaves some room."""
    times = 2 ** int(claim.value)
    least, most = DOUBLED.get(claim.hedge, DOUBLED[""])
    more = MORE.match(after(claim, 4)) is not None
    least, most = (Fraction(97, 100), Fraction(2)) if more and not claim.hedge else (least, most)
    return Comparison(
        reported=claim,
        reading=Reading.exactly(Interval.of(least * times, most * times)),
        using=(new, old),
        expected=lambda now, then: now / then,
        working="{1} ÷ {2}",
        unit="倍",
        worst="warning",
        facts={
            "words": worded(claim),
            "fault": Bilingual(f"与{old.text}、{new.text}不符", f"does not fit {old.text} and {new.text}"),
        },
    )


def _times(claim: Claim, old: Claim, new: Claim, words: str) -> Comparison:
    rises = any(word in words[-6:] for word in RISES) and not any(word in words[-4:] for word in ("到", "至", "为"))
    more = 1 if rises else 0
    hint = Bilingual(
        "增长n倍是原来的n＋1倍；若指增长到n倍，则吻合",
        "up n times is n + 1 times as much; it fits if “to n times” was meant",
    )
    other = Bilingual("若写作增长n倍，则吻合", "it fits if “up n times” was meant")
    return Comparison(
        reported=claim,
        using=(new, old),
        expected=lambda now, then: (now / then).plus(-more),
        working="{1} ÷ {2}" + (" − 1" if more else ""),
        unit="倍",
        facts={
            "words": worded(claim),
            "fault": Bilingual(f"与{old.text}、{new.text}不符", f"does not fit {old.text} and {new.text}"),
        },
        hints=((hint if more else other),) if _other_reading(claim, new, old, more) else (),
    )


def _other_reading(claim: Claim, new: Claim, old: Claim, more: int) -> bool:
    try:
        ratio = Reading.of(new) / Reading.of(old)
    except ZeroDivisionError:
        return False
    meant = ratio.plus(more - 1).asserted
    return claim.asserted.meets(meant) or Interval.point(claim.value).meets(meant)
