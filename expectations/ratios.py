"""Shares and rates with the part and the whole they are taken of."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from claims.claim import Claim
from claims.interval import Interval
from expectations.area_shares import area_shares
from expectations.areas import WORLD
from expectations.blocks import Block, Sentence
from expectations.comparison import Comparison, Reading, judge, width
from expectations.parts import bare_rate, bracketed_off, by_name, label, label_behind, parts, rate_of, told_rate
from expectations.same import PEOPLE_COUNTED, differ, dimension, is_level, is_result, is_time, is_worded
from expectations.slips import closing_slips
from expectations.tenths import ROUND, in_percent
from expectations.wholes import SHARE_WORDS, earlier, stated, target, wholes
from expectations.wholes import named as is_named
from expectations.words import after, before, between, converted, grams, lead, likeness, of_one

PER_MILLE = "‰"
PERCENTAGE = "{1} ÷ {2} × 100"  # the working of `percentage`
BLUNTER = 20  # a whole so many times less precise is not taken where the words name another
NEAR = 4  # clauses
ANYWHERE = -1  # for a paragraph: of a whole that words name, the whole article tells
PENETRATION = re.compile("渗透率$|市场占有率$|市占率$")
SOLD = re.compile("(?:销量|销售量|零售量?|批发量?|出货量|装车量|装机量)$")
ALL_SOLD = re.compile("全球|全国|市场|行业|总")  # of which every maker's is a part
MARGIN = re.compile(
    "(?:归属于?[^，,。；;]{0,14}(?:股东|所有者)的?)?(经营利润|营业利润|净利|毛利|研发费用|销售回报|销售利润)润?率$"
)
EARNED = {
    "经营利润": re.compile("经营(?:利润|盈利|溢利|收益)$"), "营业利润": re.compile("营业利润$"),
    "净利": re.compile("净利润?$"), "毛利": re.compile("毛利润?$"), "研发费用": re.compile("研发(?:费用|投入|支出)$"),
    "销售回报": re.compile("营业利润$"), "销售利润": re.compile("营业利润$"),
}  # fmt: skip
ADJUSTED = re.compile("剔除|扣除|不计|不含|调整")  # 剔除对冲影响，利润率为12.2%
TAKEN = re.compile("(?:总收入|营业收入|销售收入|营收|(?<!业务)(?<!服务)收入)$")
NEXT, FURTHER = 8, 40  # clauses back to what is earned, and to what is taken in
RATE = re.compile("(?:胜|成功|命中|中签|正确|录取|翻倍)率(?:为|达|是)?$")  # of those that the clause before counts
IN_IT = re.compile("[，,]其中(?:有|约|近|超过?)?$")  # 还有63件在推进，其中一半以上与老小区有关
FROM_TO = re.compile("[从由]\\d[\\d.]*%[^，,。；;]{0,3}[降升高跌][到至]?$")  # 满1年时存续1740户，…，存续率从87%降到64%
APPLIED = re.compile("报名|申请|报考|登记")
DRAWN = re.compile("(?:中签|中奖|录取)率(?:为|达|是)?$")  # 未中签的956户与其余11472户角逐410套，中签率3.30%
OF_EVERYONE = re.compile("全部|全体|所有")
BRANCH = re.compile("内销|外销|出口|国内|海外|境[内外]|线[上下]|分部|租金|门票|广告|会员|单店|其他")
PRICED = re.compile(
    "(?:机收|机耕|机播|机械化|绿化|森林覆盖|桥隧|溢价|折价|收益|回报|折扣|贴现|利|税|汇|费|毛利|净利|杠杆|负债|准备金|周转|换手)率$"
)
LAST = 3  # characters that name what is sold: 装车量
KIND = 2  # characters that tell a kind of what is sold
NUMBERED = re.compile(r"占[^，,。；;%％、]*\d[^，,。；;%％、\d]+$")  # 占全市600分以上人数的38%: the whole is not told
BESIDE = re.compile("\\s*[、和与及]\\s*$")
OF_THEM = re.compile("[^占，,。；;、：:（(]{2,12}(?:比例|比率|率)(?:为|达到?|均为)?")
OTHER_BASE = re.compile("[，,；;][若如]?[以按][^，,。；;]{2,14}(?:为分母|为基数|口径)")
NAMED_RATIO = re.compile("[一-鿿](?<![占同环])比(?:[为是]|达到?|[升降]至)?$")
RATE_STEM = re.compile("([一-鿿]{2})率$")
AMONG = re.compile("(?:当|之)?[里中][，,]?有")
SHARED = re.compile("(?:[一二两三四五六七八九]成|[0-9][%％])$")  # behind a share, what it comes to
DISPOSED = re.compile("[把将][^，,。；;\\d]{1,12}的(?:约|近|超过?)?$")  # 公司每年把销售收入的6%投入研发
# 62场里只有11场面向家长，到场率过六成: of those who come
ATTENDED = re.compile(
    "平均入住率[^，,。；;\\d]{0,6}$|(?:到场|到课|到会|出席|参会|出勤|上座|满座)率[^，,。；;\\d]{0,6}$"
)
IN_TURN = re.compile("(?:依次|分别)[是为]?\\s*$")
SURELY = 1e-6  # far beyond the error of floating point


@dataclass(frozen=True, slots=True)
class Ratio:
    """A percentage with a part and a whole; `stated` where the words say that it is this part of this whole.

    With `rest` it is that of all but the part.
    """

    share: Claim
    part: Claim
    whole: Claim
    stated: bool
    inferred: tuple[str, ...] = ()
    rest: bool = False


def percentage(part: Reading, whole: Reading) -> Reading:
    """The part in percent of the whole."""
    return (part / whole).scaled(100)


def percentage_left(part: Reading, whole: Reading) -> Reading:
    """What the part leaves, in percent of the whole."""
    return (-percentage(part, whole)).plus(100)


def permillage(part: Reading, whole: Reading) -> Reading:
    """The part in per mille of the whole."""
    return (part / whole).scaled(1000)


def compared(ratio: Ratio) -> Comparison:
    """The percentage against part ÷ whole."""
    of_thousand = ratio.share.unit == PER_MILLE
    planned = Reading.exactly(Interval.point(ratio.whole.value)) if ratio.whole.modality == "plan" else None
    expected = permillage if of_thousand else percentage_left if ratio.rest else percentage
    return Comparison(
        reported=ratio.share,
        using=(ratio.part, ratio.whole),
        expected=expected if planned is None else lambda part, _: expected(part, planned),
        working="{1} ÷ {2} × 1000" if of_thousand else f"100 − {PERCENTAGE}" if ratio.rest else PERCENTAGE,
        candidate=not ratio.stated,
        inferred=ratio.inferred,
    )


def of_rounded(ratio: Ratio) -> bool:
    """Whether a percentage that misses fits if the whole, given in scale words, is rounded to its last digit but 0."""
    whole, unit = ratio.whole, last_digit(ratio.whole)
    if ("万" not in whole.text and "亿" not in whole.text) or whole.hedge or unit <= whole.resolution or holds(ratio):
        return False
    about = Reading.exactly(Interval.of(whole.value - unit / 2, whole.value + unit / 2))
    return percentage(Reading.of(ratio.part), about).asserted.meets(ratio.share.asserted)


def last_digit(claim: Claim) -> Decimal:
    """The unit of the last digit that is not 0."""
    return Decimal(1).scaleb(claim.value.normalize().adjusted() - len(claim.value.normalize().as_tuple().digits) + 1)


# What inspections and examinations find in so many of a group.
GROUP_RATE = re.compile(
    "(?:检出|其中)?(?P<of>(?!总体|平均|综合|整体|学生|产品|样品|批次|抽[检查样]|检[查测验]|首次|一次|全[市省县区]|本次|此次)[一-鿿]{2,6}?)"
    "(?:不合格|不及格|近视|肥胖|超重|龋齿|患病|检出|感染|阳性|超标)率"
)


def holds(ratio: Ratio) -> bool:
    """Whether part, whole and percentage agree."""
    return not far(ratio) and judge(compared(ratio)).verdict in ("consistent", "by_rounding")


def far(ratio: Ratio) -> bool:
    """Whether the percentage misses the quotient so clearly that floating point tells, without exact arithmetic."""
    share, part, whole = (one.asserted for one in (ratio.share, ratio.part, ratio.whole))
    parts = 1000 if ratio.share.unit == PER_MILLE else 100
    if ratio.rest or part.low is None or part.high is None or whole.low is None or whole.high is None:
        return False
    if part.low < 0 or whole.low <= 0:
        return False
    try:
        least, most = parts * float(part.low) / float(whole.high), parts * float(part.high) / float(whole.low)
        below = share.high is not None and float(share.high) < least * (1 - SURELY)
        return below or (share.low is not None and float(share.low) > most * (1 + SURELY))
    except ArithmeticError:  # too large or too small for floating point
        return False


def ratios(block: Block) -> Iterator[Ratio]:
    """For every percentage of a document its likeliest part and whole, stated or supposed."""
    levels = [claim for claim in block.claims if is_level(claim) and is_result(claim) and not converted(claim)]
    levels = [claim for claim in levels if is_worded(claim) and not is_time(claim)]
    pairs: list[tuple[Claim, Claim]] = []
    for at, sentence in enumerate(block.sentences):
        yield from targets(sentence)
        following = block.sentences[at + 1] if at + 1 < len(block.sentences) else None
        yield from followed(sentence, following)
        pairs += parts(in_percent(sentence))
    yield from penetrations(block, levels)
    yield from margins(block, levels)
    yield from counted_out(block)
    yield from (Ratio(*one, True, ("measure",)) for one in area_shares(block))
    pairs += list(by_name(block, pairs, levels))
    wholes_named = basis(pairs)
    anchors = anchored(pairs, levels, wholes_named)
    taken = {(share.sentence_start, part.claim_id) for share, part in pairs}
    for share, part in pairs:
        if NUMBERED.search(before(share, 30)) or (SHARED.search(before(part, 6)) and part.end < share.start):
            continue  # 农户自缴两成8元，财政补八成
        if DISPOSED.search(lead(share)) or (ATTENDED.search(lead(share)) and part.dimension not in PEOPLE_COUNTED):
            continue
        if AMONG.match(between(part, share).removeprefix(part.unit)):
            continue  # 68人里有四成来自农村
        if of_applicants(share, part):
            continue
        if IN_IT.search(between(part, share)) or (FROM_TO.search(before(share, 16)) and share.clause - part.clause > 1):
            continue
        if NAMED_RATIO.search(lead(share)):
            continue  # 贷存比为75%
        if OTHER_BASE.search(after(share, 16)):
            continue  # 执结率71.0%；以恢复执行的为分母，则是84.1%
        if part.end < share.start and OF_THEM.fullmatch(between(part, share).removeprefix(part.unit)):
            continue  # 13个海域点位优良比例100%
        words = wholes_named[share.claim_id]
        anchor = anchors.get((share.paragraph, words)) or anchors.get((ANYWHERE, words))
        for ratio in _chosen(share, part, levels, anchor):
            beside = (share.sentence_start, ratio.whole.claim_id) in taken and ratio.whole.start < part.start
            in_words = not part.text[:1].isdigit() and not ratio.whole.text[:1].isdigit()
            round_one = share.dimension == ROUND and ratio.whole.value < ratio.part.value
            if holds(ratio) or not (beside or in_words or round_one or _of_other_group(ratio)):
                yield ratio


def _of_other_group(ratio: Ratio) -> bool:
    """Whether a rate names a group that neither its figures nor the words before it do (高中近视率), or is of things
    unlike the whole: 接报警情612.8万起；化解矛盾纠纷28.9万起，化解率96.2%."""
    if of_other_things(ratio) and not closing_slips(compared(ratio)):
        return True
    group = GROUP_RATE.fullmatch(ratio.share.measure)
    if group is None:
        return False
    told = ratio.part.measure + ratio.whole.measure + before(ratio.share).rpartition(group["of"])[0]
    return group["of"] not in told


def of_other_things(ratio: Ratio) -> bool:
    """Whether what the part names behind the word of the rate shares nothing with what the whole counts."""
    stem = RATE_STEM.search(ratio.share.measure)
    _, found, things = label(ratio.part).rpartition(stem[1]) if stem else ("", "", "")
    if not found or len(things) < KIND:
        return False
    return grams(things).isdisjoint(grams(label(ratio.whole) + ratio.whole.measure + label_behind(ratio.whole)))


def targets(sentence: Sentence) -> Iterator[Ratio]:
    """Percentages right behind their whole: 投资14.6亿元，完成全年任务35亿元的41.7%."""
    row = sentence.claims
    for part, whole, share in zip(row, row[1:], row[2:], strict=False):
        if "分别" in lead(part) or "分别" in between(part, whole) or BESIDE.match(between(part, whole)):
            continue  # 1.96万人、5120人，分别完成目标3.15万人和8000人的62.2%和64.0%
        part = _listed_total(part, row)
        fits = share.kind == "share" and is_level(part) and is_level(whole) and dimension(part) == dimension(whole)
        if fits and target(part, whole, share) and not bracketed_off(part, whole):
            yield Ratio(share, part, whole, True)


def _listed_total(part: Claim, row: Sequence[Claim]) -> Claim:
    """The total before a list that `part` ends: 就业3.6万人，三个季度依次是1.1万人、1.3万人和1.2万人，完成目标的90%."""
    at = next(at for at, one in enumerate(row) if one is part)
    first = at
    while first and BESIDE.match(between(row[first - 1], row[first]).removeprefix(part.unit)):
        first -= 1
    listed = first < at and IN_TURN.search(lead(row[first])) is not None
    total = row[first - 1] if listed and first else part
    return total if total.unit == part.unit and total.value > part.value else part


def followed(sentence: Sentence, following: Sentence | None) -> Iterator[Ratio]:
    """A rate whose figures come in the next sentence: 辞职率达29.9%。在11676名员工中，有3492人离职."""
    rates = [claim for claim in sentence.claims if claim.kind == "share" and claim.measure.endswith("率")]
    if len(rates) != 1 or following is None or sentence.claims[-1] is not rates[0] or len(following.claims) < 2:
        return
    whole, part = [claim for claim in following.claims if not re.search("岁|年龄", claim.unit)][:2] or (None, None)
    if whole is None or part is None or not (is_level(whole) and is_level(part)):
        return
    same = (
        dimension(whole) == dimension(part) and part.value < whole.value and following.paragraph == sentence.paragraph
    )
    if (
        same
        and re.search("中[，,]?有?", between(whole, part))
        and len(grams(rates[0].measure) & grams(whole.measure)) >= 2
    ):
        yield Ratio(rates[0], part, whole, True, ("measure",))


def penetrations(block: Block, levels: list[Claim]) -> Iterator[Ratio]:
    """What is sold of a kind in all that is sold: 汽车销量238.7万辆。…新能源汽车销量78万辆，市场占有率达到32.7%."""
    sold = [level for level in levels if level.kind in ("count", "amount") and SOLD.search(level.measure_key)]
    sold = [level for level in sold if level.period]
    for share in block.claims if sold else ():
        if share.kind != "share" or share.modality or not PENETRATION.search(share.measure):
            continue
        before_it = [one for one in sold if one.start < share.start]
        told = [one for one in before_it if one.period == share.period]
        near = [one for one in told if share.clause - one.clause <= NEAR and one.sentence_start == share.sentence_start]
        for part in reversed(near):
            name = part.measure_key
            all_kinds = [
                one
                for one in told
                if _holds_kind(one, part) and dimension(one) == dimension(part) and not differ(one.place, part.place)
            ]
            others = [
                one for one in before_it if one.period != part.period and one.paragraph == part.paragraph
                and one.measure_key[-2:] == name[-2:]
            ]  # fmt: skip
            if "period" in part.inferred and others:
                break  # 6月零售208万辆;今年以来零售1090万辆。新能源零售111万辆: of which time, the words do not say
            if len({one.value for one in all_kinds}) == 1:
                yield Ratio(share, part, all_kinds[-1], True, ("measure",))
                break


def of_applicants(share: Claim, part: Claim) -> bool:
    """Whether a figure is of those who apply, and the rate of those drawn among them: 报名4.8万人，中签率25%."""
    return DRAWN.search(lead(share)) is not None and APPLIED.search(part.measure + lead(part)) is not None


def counted_out(block: Block) -> Iterator[Ratio]:
    """A rate right behind the count that 其中 takes out of one of its unit: 调仓100次,其中盈利61次,胜率为61%.

    Other rates of the same things may stand there, so that only a slip tells that it misses.
    """
    for sentence in block.sentences:
        for whole, part, share in zip(sentence.claims, sentence.claims[1:], sentence.claims[2:], strict=False):
            if share.kind != "share" or share.whole or not RATE.search(lead(share)) or share.clause - part.clause != 1:
                continue
            counts = whole.kind == part.kind == "count" and whole.unit == part.unit != "" and whole.value >= part.value
            if not counts or whole.hedge or part.hedge or "其中" not in between(whole, part):
                continue
            if of_applicants(share, part):
                continue
            ratio = Ratio(share, part, whole, True, ("measure",))
            if holds(replace(ratio, rest=True)):
                continue  # 其中不合格8批次,合格率为92%
            if part.clause - whole.clause == 1 and (holds(ratio) or closing_slips(compared(ratio))):
                yield ratio


def _holds_kind(whole: Claim, part: Claim) -> bool:
    """Whether what is sold in all holds a kind of it: 汽车销量 and 新能源汽车销量, 全球装车量 and that of one maker."""
    name, all_of = part.measure_key, whole.measure_key
    if name.endswith(all_of) and len(name) - len(all_of) >= KIND:
        return True
    everywhere = (whole.place in WORLD and part.place not in WORLD) or ALL_SOLD.search(all_of) is not None
    return name[-LAST:] == all_of[-LAST:] and everywhere and not ALL_SOLD.search(name)


def margins(block: Block, levels: list[Claim]) -> Iterator[Ratio]:
    """What a firm earns of what it takes in: 总收入1492亿元,经营盈利501亿元,经营利润率34%."""
    money = [level for level in levels if level.kind == "amount" and dimension(level).isupper() and level.period]
    for share in block.claims if money else ():
        name = MARGIN.search(share.measure) if share.kind == "share" and share.period and not share.modality else None
        if name is None or ADJUSTED.search(before(share, 24)):
            continue
        told = [one for one in money if one.start < share.start and share.clause - one.clause <= FURTHER]
        told = [one for one in told if one.period == share.period and not one.modality]
        earned = [one for one in _of_firm(name, told, EARNED[name[1]]) if share.clause - one.clause <= NEXT]
        taken = _of_firm(name, told, TAKEN)
        alone = len({one.value for one in earned}) == len({one.value for one in taken}) == 1
        if alone and dimension(earned[-1]) == dimension(taken[-1]) and earned[-1].value < taken[-1].value:
            yield Ratio(share, earned[-1], taken[-1], True, ("measure",))


def _of_firm(name: re.Match[str], levels: list[Claim], attribute: re.Pattern[str]) -> list[Claim]:
    """The levels of an attribute that can be of the firm whose margin is named."""
    named = [one for one in levels if not BRANCH.search(before(one, 16) + one.measure)]  # 内销收入3.62亿元…净利率7.6%
    return [one for one in named if (found := attribute.search(one.measure)) and of_one(name, found)]


def basis(pairs: list[tuple[Claim, Claim]]) -> dict[str, str]:
    """The words for the whole of each percentage: its own, or those of the last one where only 占 precedes it."""
    found: dict[str, str] = {}
    last: Claim | None = None
    for share, _ in sorted(pairs, key=lambda pair: pair[0].start):
        bare = not share.whole and lead(share).endswith("占")
        carried = bare and last is not None and last.paragraph == share.paragraph
        found[share.claim_id] = last.whole if carried and last is not None else share.whole
        last = share if share.whole else last
    return found


def anchored(
    pairs: list[tuple[Claim, Claim]], levels: list[Claim], named: dict[str, str]
) -> dict[tuple[int, str], Claim]:
    """Wholes that two percentages of one paragraph, or of one article that names it, agree on, by paragraph and words.

    Where no words name the whole, one percentage is enough that no other whole fits.
    """
    votes: dict[tuple[int, str], dict[str, list[Claim]]] = defaultdict(lambda: defaultdict(list))
    for share, part in pairs:
        for whole in wholes(part, levels):
            ratio = Ratio(share, part, whole, False)
            if holds(ratio) or of_rounded(ratio):
                words = named[share.claim_id]
                votes[share.paragraph, words][whole.claim_id].append(share)
                if words:
                    votes[ANYWHERE, words][whole.claim_id].append(share)
    by_id = {claim.claim_id: claim for claim in levels}
    parted = {part.claim_id for _, part in pairs}
    agreed = {}
    for key, chosen in votes.items():
        best, shares = max(chosen.items(), key=lambda item: len(item[1]))
        sure = best not in parted and key[0] != ANYWHERE and len({by_id[one].value for one in chosen}) == 1
        if len({share.value for share in shares}) >= 2 or (sure and shares[0].dimension != ROUND):
            agreed[key] = by_id[best]
    return agreed


def _chosen(share: Claim, part: Claim, levels: list[Claim], anchor: Claim | None) -> Iterator[Ratio]:
    options = [Ratio(share, part, whole, *_stated(share, part, whole)) for whole in earlier(part, levels, share)]
    named = [one for one in options if one.stated and (_large_enough(one) or closing_slips(compared(one)))]
    if OF_EVERYONE.match(share.whole) and named:  # 占投诉者的36%，占全部受访者的22%
        named = [one for one in named if not any(_described(one.whole, other.whole) for other in named)]
        named = [one for one in named if "的" not in one.whole.measure and not one.whole.part_of]
    options = [one for one in options if all(_as_sharp(one.whole, other.whole) for other in named)]
    bound = any(_close(one) for one in named)
    good = next((one for one in options if holds(one) and (not bound or one.stated or _near(one))), None)
    if good is not None:
        yield good
        return
    if bare_rate(share):  # 抽测850人，近视442人，近视率52%；抽测680人，近视386人，近视率56.8%
        named = [one for one in named if not told_rate(one.whole, one.part)] or named
    if bare_rate(share) and len({one.whole.value for one in named}) > 1:
        return  # of which of them it is the rate, no word says
    told = max((one for one in named if one in options), key=fullness, default=None)
    if told is not None:
        yield told
    elif anchor is not None and anchor.value != part.value and dimension(anchor) == dimension(part):
        worded = bool(SHARE_WORDS.search(before(share, 12))) or (bool(share.whole) and is_named(share.whole, anchor))
        listed = anchor.paragraph == share.paragraph and share.sentence_start == part.sentence_start
        if part.former or differ(part.period, anchor.period):
            return  # 上年同期为2550万美元，占总收入的32.6%
        worded = worded or (share.dimension == ROUND and listed and share.clause - part.clause <= 1)
        ratio = Ratio(share, part, anchor, worded, ("measure",))
        if anchor.value >= part.value or closing_slips(compared(ratio)):
            yield ratio


def _described(one: Claim, other: Claim) -> bool:
    """Whether a figure is smaller than another that goes by the end of its name: 曾投诉的受访者, 受访者."""
    return one is not other and one.value < other.value and one.measure.endswith(other.measure)


def _close(ratio: Ratio) -> bool:
    """Whether the words of a few clauses make this the whole, nothing inferred."""
    return not ratio.inferred and _near(ratio)


def _near(ratio: Ratio) -> bool:
    same = ratio.whole.sentence_start == ratio.share.sentence_start
    return same and abs(ratio.share.clause - ratio.whole.clause) <= NEAR


def _as_sharp(whole: Claim, told: Claim) -> bool:
    """Whether a whole says as much as the one the words name: nearly every share fits one of “20” or “more than 20”."""
    own, other = width(whole.asserted), width(told.asserted)
    return other is None or (own is not None and own <= BLUNTER * other) or told.value < whole.value


def _large_enough(ratio: Ratio) -> bool:
    """Whether the whole is no smaller than the part, or the words tie the two so closely that the error is theirs."""
    surely = not ratio.inferred and ratio.share.dimension != ROUND
    close = surely and ratio.whole.sentence_start == ratio.part.sentence_start
    return ratio.whole.value >= ratio.part.value or close


def fullness(ratio: Ratio) -> tuple[bool, float, int, int]:
    """The better of several wholes that the words allow: all words after 占, more like the share, shorter, nearer."""
    share, whole = ratio.share, ratio.whole
    near = likeness(share.measure, whole.measure)
    return whole.measure.endswith(share.whole), near, -len(whole.measure_key), whole.start


def _stated(share: Claim, part: Claim, whole: Claim) -> tuple[bool, tuple[str, ...]]:
    if part.kind == "count" and PRICED.search(share.measure):
        return False, ()  # 4宗中溢价成交的只有1宗：…，溢价率11.5%
    found, inferred = stated(share, part, whole)
    if found:
        return True, inferred
    drawn = DRAWN.search(share.measure) is not None and re.search(r"\d", between(part, share)) is not None
    if rate_of(share, part) and share.clause - part.clause <= 3 and whole.kind == "count" and not drawn:
        near = whole.sentence_start == part.sentence_start and 0 <= part.clause - whole.clause <= 4
        near = near and (whole.value >= part.value or bool(closing_slips(compared(Ratio(share, part, whole, True)))))
        return near and whole.unit == part.unit and not whole.part_of, ("measure",)
    return False, ()
