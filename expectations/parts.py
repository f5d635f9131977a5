"""The part that a share is the percentage of: the level that its sentence, or its name, gives it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from claims.claim import Claim
from expectations.blocks import Block, Sentence
from expectations.same import is_level, is_result, is_time
from expectations.tenths import ROUND
from expectations.wholes import FAR
from expectations.words import after, before, between, converted, lead, likeness

RATE_NAME = re.compile(r"([一-鿿]{1,8}?)(?:率|面|度)$")
# Rates of counted things, whose numerator and denominator stand in the text; not those of accounts and markets.
COUNTED_RATES = re.compile(
    "(?!(?:增长|收益|回报|换手|负债|占有|渗透|出生|生育|抚养|通胀|[一-鿿][利税汇费])率)[一-鿿]{2}率$"
    "|(?:覆盖|达标|优良|合格)面$|完好度$|满意度$"
)
# 城镇人口|占总人口的…: the group that a share is of.
OWN_SUBJECT = re.compile(
    r"^(?:其中|而|且|并|[，,；;、\s])*(?P<of>(?:[^占\d]{0,10}\d{1,2}周?岁)?[^占\d]{2,}?)(?:约|仅|各|共|还|已|就|则|分别|合计)*占"
)
# What may stand before 占 and names no group of its own.
ATTRIBUTES = re.compile(
    "^(?:其|总?数量|金额|面积|产量|规模|总?人数|户数|件数|比[重例]|.*份额|所占|数额|总额|总量|销量|收入|产值|成交[额量])$"
)
# The rate as its clause prints it, before its figure.
RATE_TOLD = re.compile(r"([一-鿿]{1,8}?)率(?:[约仅高只]?[为达是超近逾至到]?)*$")
BRACKETS = re.compile(r"[（(][^（()）]*[）)]")
CLAUSE_MARK = re.compile(r"[，,；;。！!？?：:\n]")
NARROWER = re.compile("按期|按时|限时|及时|当场|当日|一次性?|首次|命案|现行|八类|诉前|一审|二审|到期")
THAT_IS = re.compile(r"[^一-鿿]*即(?:大?约|近|超过?|是|为|有|共)*\s*")  # 占6.7%，即3755元; no 即开型
NEGATIONS = ("非", "不", "未")
OF_ACCOUNTS = re.compile("[保贷存股债税息赔]")  # 退保率, 逾贷率: of sums that accounts define
DIGITS = re.compile(r"\d+")
AGAIN = re.compile("[也又还约]?占")
LIKE = 0.75  # of the words for one group
TOGETHER = re.compile(
    "合计|合起来|加起来|共占|总共|三者|两者|二者|[两二三四五六七八九](?:项|类|种|地|家|国|市|区|县|大)[^，,。；;占]{0,8}占"
)
RATIO_OF = re.compile("(?:比[例重]|占比|率|份额)(?:分别)?$")
OF_PERSONS = re.compile("的(?:人|职工|员工|居民|学生|患者|网友|市民)")
UNIT_NAMED = re.compile("户数|人数|件数|金额|数量")
UNITS = {
    "户数": "户",
    "人数": "人名位",
    "件数": "件起宗",
    "金额": "元美元",
    "数量": "个件台辆家条只款部艘架套份种支枚头所处",
}


def parts(sentence: Sentence) -> Iterator[tuple[Claim, Claim]]:
    """The percentages of a sentence with the level that each is the percentage of."""
    claims = [claim for claim in sentence.claims if is_result(claim)]
    last: tuple[Claim, Claim] | None = None
    for at, share in enumerate(claims):
        if share.kind != "share" or share.former:
            continue
        part = _in_step(claims, at) or _in_turn(claims, at) or _once_more(share, claims[at - 1] if at else None, last)
        if part is not None and bare_rate(share) and not _of_rate(share, part):
            continue
        if part is None and not _listed(claims, at):
            part = _nearest(claims, at)
        if part is not None:
            last = share, part
            yield share, part


def _once_more(share: Claim, before_it: Claim | None, last: tuple[Claim, Claim] | None) -> Claim | None:
    """The part of the share just before, which is told as one of a second whole: 占老年人口的15%,占总人口的4%."""
    if last is None or before_it is not last[0] or share.clause - before_it.clause > 1:
        return None
    return last[1] if AGAIN.match(lead(share).strip()) and share.whole != before_it.whole else None


def by_name(block: Block, known: list[tuple[Claim, Claim]], levels: list[Claim]) -> Iterator[tuple[Claim, Claim]]:
    """Shares whose part stands elsewhere under the same name: 成交39.51亿手 … 成交量占全球总成交量的7.08%."""
    done = {share.claim_id for share, _ in known}
    for share in block.claims:
        if share.kind != "share" or share.claim_id in done or not share.whole or share.former or share.modality:
            continue
        if TOGETHER.search(lead(share)):
            continue
        name = share.measure.split("占")[0]
        near = [
            level
            for level in levels[max(0, bisect_left(levels, share.start, key=lambda one: one.start) - FAR) :][:FAR]
            if level.start < share.start and level.place == share.place and level.period == share.period
        ]
        same = [level for level in near if len(name) >= 4 and likeness(name, level.measure) >= 0.9]
        same = [level for level in same if DIGITS.findall(level.measure) == DIGITS.findall(name)]  # 65周岁, 80周岁
        if same:
            yield share, same[0]


def _in_step(claims: list[Claim], at: int) -> Claim | None:
    """The level of the same rank in a list of equal length before: 分别为408.1亿元、58.7亿元，占67.23%、9.68%."""
    group = claims[at].group
    if not group:
        return None
    shares = [claim for claim in claims if claim.group == group and claim.kind == "share"]
    if len(shares) < 2:
        return None
    earlier = [claim for claim in claims[:at] if claim.group and claim.group != group and is_level(claim)]
    lists = list(dict.fromkeys(claim.group for claim in earlier))
    for other in reversed(lists):
        row = [claim for claim in earlier if claim.group == other]
        if len(row) == len(shares):
            return row[shares.index(claims[at])]
    return None


def _listed(claims: list[Claim], at: int) -> bool:
    """Whether the percentage is one of several that are told in turn: 分别占32.0%和37.7%."""
    group = claims[at].group
    return bool(group) and sum(claim.group == group and claim.kind == "share" for claim in claims) > 1


def _in_turn(claims: list[Claim], at: int) -> Claim | None:
    """The level of the same rank among the last ones told: 过夜1093万人次，省外1286万人次，分别占32.0%和37.7%."""
    if not _listed(claims, at):
        return None
    shares = [claim for claim in claims if claim.group == claims[at].group and claim.kind == "share"]
    first = claims.index(shares[0])
    told = [one for one in claims[:first] if is_level(one) and not one.former and not converted(one)]
    told = [one for one in told if not is_time(one) and not bracketed_off(one, shares[0])]
    stem = RATIO_OF.sub("", shares[0].measure)
    named = [one for one in told if len(stem) > 1 and stem[-2:] in label(one) + one.measure]
    if named and len(named) < len(told):
        return named[shares.index(claims[at])] if len(named) == len(shares) else None  # 报销7730元；…报销14500元
    row = told[-len(shares) :]
    enough = len(told) > len(row) or len(row) > 2  # 四项资金…，依次占总投资的30%、20%、15%、35%
    fits = enough and len(row) == len(shares) and len({one.unit for one in told[-len(shares) - 1 :]}) == 1
    if not fits or shares[0].clause - row[-1].clause > 1 or not re.search("分别|各|依次", lead(shares[0])):
        return None
    return row[shares.index(claims[at])]


def _nearest(claims: list[Claim], at: int) -> Claim | None:
    """The last level before the percentage that fits it, or one that follows with 即: 占6.7%，即3755元."""
    share = claims[at]
    if OF_PERSONS.match(after(share)) and claims[at - 1].dimension != "person":
        return None  # 平均9500元，九成的人低于平均
    if TOGETHER.search(lead(share)):
        return None
    if at + 1 < len(claims) and is_level(claims[at + 1]) and THAT_IS.fullmatch(between(share, claims[at + 1])):
        return claims[at + 1]
    earlier = claims[max(0, at - 6) : at]
    if COUNTED_RATES.search(share.measure):
        return _only(share, [claim for claim in earlier if rate_of(share, claim)])
    if bare_rate(share):
        return _only(share, [claim for claim in earlier if _of_rate(share, claim)])
    subject = own_subject(share)
    if subject:
        earlier = [claim for claim in earlier if not is_level(claim) or _of_subject(subject, claim)]
        return _last(earlier, share)
    unit = UNIT_NAMED.search(share.measure) or UNIT_NAMED.search(before(share, 8))
    if unit is not None:
        earlier = [claim for claim in earlier if claim.unit and claim.unit in UNITS[unit.group()]]
    return _last(earlier, share)


def _only(share: Claim, named: list[Claim]) -> Claim | None:
    """The one level since the last percentage that a rate can be of; None where there are more, or none."""
    near = [one for one in named if is_level(one) and not bracketed_off(one, share) and not told_rate(one, share)]
    near = [one for one in near if "其中" not in BRACKETS.sub("", between(one, share))]
    return near[0] if len(near) == 1 else None


def told_rate(level: Claim, figure: Claim) -> bool:
    """Whether a rate of its own stands between a level and a figure behind it."""
    return "率" in re.sub("[^，,；;。]*$", "", between(level, figure))


def bracketed_off(claim: Claim, share: Claim) -> bool:
    """Whether the figure stands in brackets that close before the percentage: 审结445件（其中调解324件），结案率91%."""
    depth = 0
    for character in between(claim, share):
        depth += (character in "（(") - (character in "）)")
        if depth < 0:
            return True
    return False


def _last(earlier: list[Claim], share: Claim) -> Claim | None:
    named: set[str] = set()
    for claim in reversed(earlier):
        if is_time(claim):
            continue
        if is_level(claim) and bracketed_off(claim, share):
            continue
        if claim.kind == "rate" and share.dimension == ROUND:
            return None  # 平均每公里造价1.2亿元，桥隧比超过八成
        if is_level(claim) and not claim.former and not converted(claim) and share.clause - claim.clause <= 4:
            joint = claim.group and not share.group
            return claim if named <= {claim.measure_key} and not joint else None
        if claim.kind == "share" and not claim.group:
            return None
        if converted(claim):
            continue
        if claim.measure_key and "measure" not in claim.inferred:
            named.add(claim.measure_key)
    return None


def own_subject(share: Claim) -> str:
    """What the clause of a percentage says is a part of something: 城镇人口|占总人口的65.59%; empty if it does not."""
    found = OWN_SUBJECT.match(lead(share)) or OWN_SUBJECT.match(_clause(share))
    return found["of"] if found and not ATTRIBUTES.match(found["of"]) else ""


def _clause(claim: Claim) -> str:
    """The words of the clause before a figure, without brackets: 城镇人口占总人口的比重（城镇化率）为|65%."""
    return CLAUSE_MARK.split(BRACKETS.sub("", before(claim)))[-1]


def _of_subject(subject: str, level: Claim) -> bool:
    """Whether a level is of what the words before 占 name: 女性 and 女生 are one, 城镇人口 and 乡村人口 are not."""
    names = (label(level), "" if "measure" in level.inferred else level.measure)
    if any(f"{negation}{subject[0]}" in name and negation not in subject for name in names for negation in NEGATIONS):
        return False  # 非税收入12.6亿元，税收占比61.1%
    if any(subject in name or (len(name) > 1 and name in subject) for name in names if name):
        return True
    return any(name and (name[0] == subject[0] or likeness(subject, name) >= LIKE) for name in names)


def bare_rate(share: Claim) -> bool:
    """Whether a percentage is only named as a rate, of no whole that the words tell."""
    return share.measure.endswith("率") and not share.whole and "占" not in lead(share)


def _of_rate(share: Claim, level: Claim) -> bool:
    """Whether a level is what a rate counts, by most pairs of characters of its name: 支持者600人，支持率60%."""
    told = RATE_TOLD.search(lead(share)) or RATE_NAME.search(share.measure)
    if told is not None and level.kind == "amount" and OF_ACCOUNTS.search(told[1]):
        return False
    pairs = [told[1][at : at + 2] for at in range(len(told[1]) - 1)] if told else []
    words = label(level) + label_behind(level)
    kept = [pair for pair in pairs if pair in words and f"不{pair}" not in words and f"不{pair[1]}" not in words]
    return 2 * len(kept) >= len(pairs) > 0


def rate_of(share: Claim, part: Claim) -> bool:
    """Whether the percentage is the rate that the part is the numerator of: 不合格16批次，不合格率18.2%."""
    name = RATE_NAME.search(share.measure)
    if name is None or not COUNTED_RATES.search(share.measure) or part.kind != "count":
        return False
    if (narrower := NARROWER.search(name.group(1))) is not None and narrower[0] not in label(part):
        return False  # 办结2297件，按期办结率99.2%
    stem = name.group(1)[-3:]
    words = label(part) + label_behind(part)
    closed = stem.endswith(("结案", "审结", "办结"))
    stems = ("结案", "审结", "办结") if closed else ("合格", "过关") if stem == "合格" else (stem, stem[-2:])
    return any(len(one) >= 2 and one in words and f"不{one}" not in words for one in stems)


def label(part: Claim) -> str:
    """The words that name the figure in a list: from the last mark on, else its measure."""
    return re.split(r"[，,；;。、（(：:—]", before(part, 40))[-1].strip() or part.measure


def label_behind(part: Claim) -> str:
    """What follows the figure up to the next mark: 16批次不合格."""
    return re.split(r"[，,；;。、（(—]", after(part, 12))[0]
