"""Shares that divide a whole add up to 100 %."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise

from claims.bilingual import Bilingual
from claims.claim import Claim
from claims.interval import Interval
from expectations.age_bands import tile
from expectations.blocks import Block
from expectations.check import check
from expectations.comparison import Comparison, Reading, operands
from expectations.completeness import COMPLEMENTS, TERMS
from expectations.examples import Bad, Good
from expectations.numerals import whole
from expectations.proportions import structures
from expectations.same import is_result
from expectations.slips import fits_or_slips, slipped_values
from expectations.sums import added
from expectations.words import after, before, between, lead

GAP = re.compile("差距|相差|差了")  # 城镇居民为52.6%，农村居民为41.7%，城乡差距…: rates of two groups
LEFT = re.compile(r"[，,；;](?:其余|其他|余下|剩下)[^，,。；;\d]*(?:。|$)")
REST_BEHIND = re.compile(r"[，,；;](?:其余|其他|余下|剩下)(?:的|部分)?(?:为|是|则|属于|来自)")
BY_KIND = re.compile(
    "(?:从[^，,。；;]{2,14}看|按[^，,。；;]{2,10}(?:分|划分))[，,][^，,。；;\\d]{0,16}$"
)  # 从患者来源看
# 本市跑友占, 省内其他城市的占, 外省的占, 境外选手占: where all of them are from
WHENCE = re.compile("本[市地省县区]|[省市县区]内|外[省市地]|[省市]外|境[内外]|海外|入境|国外|外籍")
NESTED = re.compile("省内|境内|国内")
NEARLY = 80, 125  # percent, between which shares with a wrong digit among them are those of all
MANY_EACH = re.compile("多选|可重复|重复计|一案多|兼")
SINGLE = re.compile("单选|只[能可]选一|限选一")
ANSWERED = re.compile("的(?:[一-鿿]{0,4}?(?:人|者|网友|家长|学生|市民|用户|企业|家庭|职工|居民))|表示|认为|选择")
# 只分为大型企业和中小企业两类, 在物理、历史中只能选1门: of two kinds, of which every one is one.
TWO_KINDS = re.compile(
    "(?:只|仅|就)分为?(?P<one>[一-鿿]{2,8}?)[和与、](?P<other>[一-鿿]{2,8}?)(?:两[类种部组]|二类)"
    "|(?:在|从)(?P<first>[一-鿿]{2,6})[和与、或](?P<second>[一-鿿]{2,6})(?:当中|之中|中)[^，,。；;]{0,6}(?:只能|只可|限|且只|二选一)"
)
ALL_KINDS = re.compile(
    "(?:全部|都|均)?由[^。；;]{2,30}(?:构成|组成)[，,][^，,。；;]{0,4}?(?P<many>[两二三四五六])(?:类|种|大|个|部)[^，,。；;]{0,6}占比?[^，,。；;]{0,6}$"
)
KIND = re.compile("(?:[约近均都各]?占比?|比例|比重|为|达|约|近|超过?)+$")
REST = re.compile("其余|其他|其它|余下|剩下")
PIECE_OF = re.compile("^[^，,。；;\\d]{0,14}占$")
FEWEST = 3
ALL_OTHERS = re.compile("(?:其余|其他|余下|剩下)(?:的|均|都|占|为)*")  # 甲占45%，乙28%，丙15%，其余12%
SHARE = re.compile("占|比例|比重|份额|为")
# 18岁以下占, 60岁以上的占比为: what stands between the bound and the figure says no more than that it is a share.
LOWEST = re.compile(r"以下(?P<tail>[^，,。；;]{0,8})$")
HIGHEST = re.compile(r"以上(?P<tail>[^，,。；;]{0,8})$")
OF_OTHERS = re.compile("[中里内率]|其|各|自")
TOGETHER = re.compile(r"^[，,]?(?:三者|两者|二者|四者|三项|两项|四项)?(?:合计|总计|共计)(?:占比?|为|达)?\s*$")
SO_MANY = re.compile(
    "(?:上述|以上|前|这)(?P<many>[两二三四五])(?:类|项|者|种|个|大|地|家)[^，,。；;\\d]{0,8}(?:合计|共|总共|加起来|一共)[^，,。；;\\d]{0,6}占[^，,。；;\\d]{0,10}$"
)
NAMED = 30  # characters before a share among which its kind is named
LEFT_OVER = ("剩下", "余下", "剩余", "其余")
REMAINS = re.compile("^[^，,。；;\\d]{0,2}(?:剩下|余下|剩余|其余)的?(?:约|近)?$")
SECTORS = re.compile("三次产业|三大产业|一二三产业?")
HUNDRED = 100
WHOLE = Bilingual("应为100%", "should add up to 100 %")


@check(
    code="CF109",
    title=Bilingual("占比合计不为100%", "shares do not add up to 100 %"),
    message=Bilingual(
        "{measure}等占比{shares}合计{said}，实为{total}。",
        "The shares {shares_en} of one whole {said}, but give {total}.",
    ),
    why=Bilingual("把一个总体分尽的各部分，占比合计为100%。", "Shares that divide a whole add up to 100 %."),
    limits=[
        Bilingual(
            "要求文字说明分尽：有“其余”“其他”，或分项互补，或由“以下”到“以上”分档，或写明合计",
            "only where the words divide the whole: “the rest”, labels that leave nothing out, bands from the lowest "
            "to the highest, or a sum that is told",
        ),
        Bilingual("多选题、重叠类别的占比不相加", "shares of overlapping answers are not added"),
    ],
    examples=[
        Good("捐款人中，企业占62%，个人占31%，余下的是外国机构。"),
        Good("境外客源占全部客源的16%，其中东南亚占48%，欧洲占29%，其他地区占23%。"),
        Bad("受访者中，男性占46.5%，女性占【63.5%】。"),
        Bad("能源消费中，煤炭占56.2%，石油占17.9%，其他能源占【35.9%】。"),
        Bad("从年龄看，20岁以下占11.4%，20至59岁占69.3%，60岁以上占【29.3%】。"),
        Bad("0至14岁人口占18.2%，15至59岁人口占60.3%，60岁及以上人口占【31.5%】。"),
        Good("0至14岁人口占18.2%，15至59岁人口占60.3%，60岁及以上人口占21.5%。"),
        Bad("读者中，女性占56.3%，男性占【47.3%】。"),
        Bad("按学历分，本科及以上占37.6%，大专占31.2%，大专以下占【41.2%】。"),
        Bad("三类支出占比分别为45.2%、31.6%和33.2%，合计【100%】。"),
        Good("受访者中，男性占46.5%，女性占53.5%。"),
        Good("从年龄看，20岁以下占11.4%，20至59岁占69.3%，60岁以上占19.3%。"),
        Good("20岁以下人群中用户占71.4%，20至59岁人群中占88.3%，60岁以上人群中占49.3%。"),
        Good("三类支出占比分别为45.2%、31.6%和13.2%，合计90%。"),
        Good("能源消费中，煤炭占56.2%，石油占17.9%，其他能源占25.9%。"),
        Bad("从年龄看，0至14岁占16.8%，15至59岁占65.4%，60岁及以上占【21.6%】，其中65岁及以上占15.2%。"),
        Good("从年龄看，0至14岁占16.8%，15至59岁占62.6%，60岁及以上占20.6%，其中65岁及以上占15.2%。"),
        Bad("全部贷款中，短期贷款占35.6%，中长期贷款占【74.4%】。"),
        Good("全部贷款中，短期贷款占35.6%，中长期贷款占54.4%。"),
        Bad("管网改造已完成65%，剩下的【45%】分给三支队伍。"),
        Good("管网改造已完成65%，剩下的35%分给三支队伍。"),
        Good("受访者中，70.1%选择看书，45.2%选择运动。"),
        Bad("诉求中，城市管理类占41.2%，住房类占35.6%，交通类占【27.5%】，其余为教育、医疗等类。"),
        Bad("单选题中，选择综合平台的占45.2%，直播间占31.6%，线下商超占18.4%，社区团购占【9.8%】。"),
        Good("诉求中，城市管理类占41.2%，住房类占25.6%，交通类占17.5%，其余为教育、医疗等类。"),
        Bad(
            "新高考报名结束，考生首选科目只分物理和历史两类。物理类考生占63.4%。老师介绍，选什么要看兴趣。历史类考生占【46.6】%。"
        ),
        Good(
            "新高考报名结束，考生首选科目只分物理和历史两类。物理类考生占63.4%。老师介绍，选什么要看兴趣。历史类考生占36.6%。"
        ),
        Bad("投诉中，虚假宣传占14.2%，质量问题占13.6%，售后服务占11.2%。上述三类投诉合计占【49】%。"),
        Good("投诉中，虚假宣传占14.2%，质量问题占13.6%，售后服务占11.2%。上述三类投诉合计占39%。"),
        Bad("2023年，全市生产总值2864.5亿元。三次产业结构由上年的6.7:42.1:51.2调整为【6.5:43.0:52.5】。"),
        Good("2023年，全市生产总值2864.5亿元。三次产业结构由上年的6.7:42.1:51.2调整为6.5:42.0:51.5。"),
        Good("2023年，全市生产总值2864.5亿元，三次产业结构为7:42:52。"),
        Bad("问卷限选一项。结果是：离家近占41.5%，排第一；薪水高26.2%；同事好18.8%；其余【31.5%】选了“说不清”。"),
        Good("问卷限选一项。结果是：离家近占41.5%，排第一；薪水高26.2%；同事好18.8%；其余13.5%选了“说不清”。"),
        Good("经常锻炼的人数比例，城镇居民为51.8%，农村居民为42.3%，差距缩小到9.5个百分点。"),
        Bad("从客源看，省内游客占61.2%，国内其余地区游客占27.5%，入境游客占【21.3】%。"),
        Good("从客源看，省内游客占61.2%，国内其余地区游客占27.5%，入境游客占11.3%。"),
        Bad("从患者来源看，主城区居民占52.4%，所辖各县居民占36.7%，外市患者占【14.9】%。"),
        Good("从患者来源看，主城区居民占52.4%，所辖各县居民占36.7%，外市患者占10.9%。"),
        Bad(
            "咨询类占48.2%，大多问怎么办证；求助类占31.6%，停水停电最常见；投诉类占17.9%，噪声居多；其余为建议类，占【12.3】%。"
        ),
        Good(
            "咨询类占48.2%，大多问怎么办证；求助类占31.6%，停水停电最常见；投诉类占17.9%，噪声居多；其余为建议类，占2.3%。"
        ),
        Bad("本市选手占52.1%，省内其他城市的占27.4%，外省的占22.8%，境外选手占【1.9】%。"),
        Good("本市选手占52.1%，省内其他城市的占27.4%，外省的占18.6%，境外选手占1.9%。"),
    ],
)
def shares_mismatch_whole(block: Block) -> Iterator[Comparison]:
    """Rows of shares in one sentence that leave nothing out; those of two kinds that are all, wherever told."""
    yield from of_two_kinds(block)
    yield from told_together(block)
    yield from of_sectors(block)
    for sentence in block.sentences:
        row = [claim for claim in sentence.claims if claim.kind == "share" and is_result(claim) and not claim.former]
        while len(row) > 2 and lead(row[-1]).lstrip("，,").startswith("其中"):
            row = row[:-1]  # 60岁及以上占20%，其中65岁及以上占15%
        if len(row) < 2:
            continue
        if (left := remainder(row)) is not None:
            yield compared(left)
            continue
        if len(row) <= 9 and divides(row):
            yield compared(row)
        elif in_pieces(row):
            yield replace(compared(row), worst="warning")
        elif (more := overfull(row)) is not None:
            yield more
        elif len(row) > 2:
            yield from told(row)


def of_two_kinds(block: Block) -> Iterator[Comparison]:
    """The shares of two kinds that words say are all, wherever they stand: 首选物理的占63%, 首选历史的占37%."""
    for article in block.documents.values():
        for match in TWO_KINDS.finditer(article.text):
            names = [match["one"] or match["first"], match["other"] or match["second"]]
            rows = [_shares_of(name, names, block, article.path, match.end()) for name in names]
            if any(len({one.value for one in row}) != 1 for row in rows):
                continue
            both = [row[0] for row in rows]
            if both[0].whole_key == both[1].whole_key or not (both[0].whole and both[1].whole):
                yield replace(compared(sorted(both, key=lambda one: one.start)), worst="warning")


def _shares_of(name: str, names: list[str], block: Block, document: str, start: int) -> list[Claim]:
    """The shares behind a place of an article before which the name of a kind stands as the last of both."""
    found = [one for one in block.claims if one.kind == "share" and one.document == document and one.start > start]
    found = [one for one in found if is_result(one) and not one.former]
    said = [(one, before(one, NAMED)) for one in found if SHARE.search(lead(one))]
    return [
        one for one, words in said if words.rfind(name) > max(words.rfind(other) for other in names if other != name)
    ]


def of_sectors(block: Block) -> Iterator[Comparison]:
    """The structure of an economy in three numbers, which are shares of all: 三次产业结构为6.5:42.0:51.5."""
    for place, shares, slack in structures(block):
        total = sum(map(Fraction, shares), Fraction(0))
        yield Comparison(
            reported=place,
            reading=Reading.constant(total),
            expected=lambda slack=slack: Reading.exactly(Interval.of(HUNDRED - slack, HUNDRED + slack)),
            working=" + ".join(shares),
            facts={
                "measure": Bilingual("三次产业结构", "the structure of the economy"),
                **_facts(shares, total, WHOLE),
            },
            worst="warning",
        )


def told_together(block: Block) -> Iterator[Comparison]:
    """What so many shares before it come to: 上述三类投诉合计占39%, the last three told of one sentence."""
    rows: list[list[Claim]] = []
    for sentence in block.sentences:
        row = [claim for claim in sentence.claims if claim.kind == "share" and is_result(claim) and not claim.former]
        for total in row:
            counted = SO_MANY.search(before(total, 40))
            parts = rows[-1] if rows else []
            if (
                counted is None
                or len(parts) != whole(counted["many"])
                or total.hedge
                or any(one.hedge for one in parts)
            ):
                continue
            found = replace(_summed(total, parts), explanations=(), worst="warning")
            if fits_or_slips(found):
                yield found
        if row:
            rows.append(row)


def remainder(row: list[Claim]) -> list[Claim] | None:
    """A share and the rest right behind it, the only two of a sentence: 完成65%；剩下的35%分给三支队伍."""
    if len(row) != 2 or REMAINS.search(lead(row[1])) is None or row[1].clause - row[0].clause > 2:
        return None
    exact = not any(one.hedge or one.value >= 100 for one in row)
    return row if exact and row[1].whole in (row[0].whole, *LEFT_OVER) else None


def divides(row: list[Claim]) -> bool:
    """Whether the shares are of one whole and the labels leave nothing out."""
    shared = SHARE.search(lead(row[0])) is not None and all(claim.group == row[0].group > 0 for claim in row)
    listed = len(row) > 2 and SHARE.search(lead(row[0])) and ALL_OTHERS.fullmatch(lead(row[-1]).strip())
    if not (shared or listed) and not all(SHARE.search(lead(claim)) or "占" in before(claim, 12) for claim in row):
        return False
    if (
        any(len(between(a, b)) > 30 for a, b in pairwise(row))
        or len({claim.whole_key for claim in row if claim.whole}) > 1
    ):
        return False
    if not 80 <= sum(claim.value for claim in row) <= 125:
        return False
    if (len(row) > 3 and divided(row)) or GAP.search(after(row[-1], 12)):
        return False
    if made_of(row):
        return True
    labels = [lead(claim) for claim in row]
    if LEFT.match(after(row[-1])):
        return False  # 企业占62%，个人占31%，余下的是外国机构
    if banded(labels) or tile(row) or (len(row) == 3 and row[0].group and SECTORS.search(before(row[0], 40))):
        return True
    if REST.search(labels[-1]) and len(row) >= 3:
        return True
    return any(
        len(words) == len(row) and all(word in label for word, label in zip(words, labels, strict=True))
        for words in (*COMPLEMENTS, *(words[::-1] for words in COMPLEMENTS if len(words) == 2))
        if words != TERMS or sum(claim.value for claim in row) > 100
    )


def in_pieces(row: list[Claim]) -> bool:
    """Whether the shares stand one in each piece of a sentence, with remarks, and the last piece tells the rest.

    甲类占52.4%，…；乙类占28.7%，…；其余为丙类，占6.3%.
    """
    if len(row) < FEWEST or any(one.hedge or PIECE_OF.search(lead(one)) is None for one in row):
        return False
    if any("；" not in between(a, b) for a, b in pairwise(row)) or len({one.whole_key for one in row if one.whole}) > 1:
        return False
    last = row[-1].sentence[: row[-1].start - row[-1].sentence_start].rpartition("；")[2]
    one_each = MANY_EACH.search(row[0].sentence) is None
    near = NEARLY[0] <= sum(one.value for one in row) <= NEARLY[1]
    return REST.match(last) is not None and near and one_each and _would_fill(row) and not divided(row)


def made_of(row: list[Claim]) -> bool:
    """Whether words before a row say that these kinds are all, by their number: 全部由A、B和C构成，三类占比依次是…."""
    told = ALL_KINDS.search(before(row[0], 70))
    return told is not None and whole(told["many"]) == len(row) and all(one.group == row[0].group > 0 for one in row)


def overfull(row: list[Claim]) -> Comparison | None:
    """Shares of one whole that leave no room for the rest that is told behind them: 占41%,占36%,占28%,其余为…."""
    of_persons = all(ANSWERED.match(after(claim, 8)) for claim in row)
    named = of_persons or all("占" in lead(claim) for claim in row)
    named = named and len({one.whole_key for one in row if one.whole}) <= 1
    kinds = {KIND.sub("", lead(claim).strip())[-2:] for claim in row}  # 省内游客, 国内其余地区游客, 入境游客
    others = len(row) > 2 and len(kinds) == 1 and any(REST.search(lead(claim)) for claim in row)
    whence = [WHENCE.search(lead(one)) for one in row]
    within = any(NESTED.search(lead(one)) and not REST.search(lead(one)) for one in row)  # 本市52%，省内85%
    by_place = len(row) > 2 and len({match[0] for match in whence if match}) == len(row) and not within
    by_kind = len(row) > 2 and BY_KIND.search(before(row[0], 40)) and not of_persons and _would_fill(row)
    by_kind = by_kind or by_place
    closed = REST_BEHIND.match(after(row[-1])) or SINGLE.search(before(row[0], 60)) or others
    if not named or not (closed or by_kind) or any(len(between(a, b)) > 30 for a, b in pairwise(row)):
        return None
    slack = sum((claim.resolution for claim in row), Decimal(0)) / 2
    if sum(claim.value for claim in row) - slack <= 100 or divided(row):
        return None
    facts = _told(row, Bilingual("不应超过100%", "should not exceed 100 %"))
    return replace(compared(row), relation="at_most", facts=facts, worst="error" if closed else "warning")


def _would_fill(row: list[Claim]) -> bool:
    """Whether one digit of one of the shares makes all of them come to 100 %."""
    left = [claim.value + 100 - sum(other.value for other in row) for claim in row]
    return any(value in slipped_values(claim.text, claim.value) for claim, value in zip(row, left, strict=True))


def divided(row: list[Claim]) -> bool:
    """Whether the first share is what the others divide: 海外占18%,其中东南亚占46%,拉美占31%,其他占23%."""
    rest = row[1:]
    slack = sum((claim.resolution for claim in rest), Decimal(0)) / 2
    return abs(sum((claim.value for claim in rest), Decimal(-100))) <= slack


def banded(labels: list[str]) -> bool:
    """Whether the labels run from a lowest band to a highest: 18岁以下, 18至60岁, 60岁以上."""
    if len(labels) < 3 or any("以下" in label or "以上" in label for label in labels[1:-1]):
        return False
    ends = LOWEST.search(labels[0]), HIGHEST.search(labels[-1])
    if None in ends:
        ends = HIGHEST.search(labels[0]), LOWEST.search(labels[-1])
    return all(end is not None and not OF_OTHERS.search(end["tail"]) for end in ends) and not any(
        OF_OTHERS.search(label) for label in labels[1:]
    )


def told(row: list[Claim]) -> Iterator[Comparison]:
    """The sum that the words give of a list of shares: 分别为45.2%、31.6%和23.2%，合计100%."""
    for at, total in enumerate(row[2:], 2):
        parts = [claim for claim in row[:at] if claim.group and claim.group == row[at - 1].group]
        if len(parts) < 2 or parts[-1] is not row[at - 1] or not TOGETHER.search(between(parts[-1], total)):
            continue
        yield _summed(total, parts)


def _summed(total: Claim, parts: Sequence[Claim]) -> Comparison:
    """A sum told of shares against these."""
    return Comparison(
        reported=total,
        using=tuple(parts),
        expected=added,
        working=operands(" + ", 1, len(parts)),
        weights=(1,) * len(parts),
        facts=_told(parts, Bilingual(f"写为{total.text}", f"are said to add up to {total.text}")),
        explanations=(Bilingual("合计可能还含未列出的部分", "the sum may hold a part that is not listed"),),
    )


def compared(row: list[Claim]) -> Comparison:
    """The last share against 100 less the others."""
    return Comparison(
        reported=row[-1],
        using=tuple(row[:-1]),
        expected=lambda *parts: Reading.constant(100) - added(*parts),
        working="100% − " + operands(" − ", 1, len(row) - 1),
        facts=_told(row, WHOLE),
        explanations=(Bilingual("可能还有未列出的部分，或可多选", "a part may be left out, or answers overlap"),),
    )


def _facts(texts: Sequence[str], total: Fraction, said: Bilingual) -> dict[str, str | Bilingual]:
    return {
        "shares": "、".join(texts),
        "shares_en": ", ".join(texts),
        "total": f"{float(total):g}%",
        "said": said,
    }


def _told(row: Sequence[Claim], said: Bilingual) -> dict[str, str | Bilingual]:
    return _facts([claim.text for claim in row], sum((Fraction(claim.value) for claim in row), Fraction(0)), said)
