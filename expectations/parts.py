"""The part that a share is the percentage of: the level that its sentence, or its name, gives it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from claims.claim import Claim
from expectations.blocks import Block, Sentence
from expectations.same import is_level, is_result, is_time
from expectations.wholes import FAR
from expectations.words import after, before, between, converted, lead, likeness

RATE_NAME = re.compile(r"([一-鿿]{1,8}?)(?:率|面|度)$")
# Rates of counted things, whose numerator and denominator stand in the text; not those of accounts and markets.
COUNTED_RATES = re.compile(
    r"(?:合格|优良|及格|破案|侦破|结案|办结|审结|调解|调解成功|成功|就业|满意|出勤|入学|升学|参保|中签|好评|差评|成活|治愈|死亡|致死|感染|阳性|"
    r"检出|达标|离职|辞职|采纳|回复|反馈|整改|完好|到位|开工|录取|上线|覆盖|应答|缓解)(?:率|度|面)$"
)
TOGETHER = re.compile("合计|共占|总共|三者|两者|二者")
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
    for at, share in enumerate(claims):
        if share.kind != "share" or share.former:
            continue
        part = _in_step(claims, at) or _nearest(claims, at)
        if part is not None:
            yield share, part


def by_name(block: Block, known: list[tuple[Claim, Claim]], levels: list[Claim]) -> Iterator[tuple[Claim, Claim]]:
    """Shares whose part stands elsewhere under the same name: 成交39.51亿手 … 成交量占全球总成交量的7.08%."""
    done = {share.claim_id for share, _ in known}
    for share in block.claims:
        if share.kind != "share" or share.claim_id in done or not share.whole or share.former or share.modality:
            continue
        name = share.measure.split("占")[0]
        near = [
            level
            for level in levels[max(0, bisect_left(levels, share.start, key=lambda one: one.start) - FAR) :][:FAR]
            if level.start < share.start and level.place == share.place and level.period == share.period
        ]
        same = [level for level in near if len(name) >= 4 and likeness(name, level.measure) >= 0.9]
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


def _nearest(claims: list[Claim], at: int) -> Claim | None:
    """The last level before the percentage that fits it, or one that follows with 即: 占6.7%，即3755元."""
    share = claims[at]
    if TOGETHER.search(lead(share)):
        return None
    if at + 1 < len(claims) and is_level(claims[at + 1]) and re.match(r"[^一-鿿]*即", between(share, claims[at + 1])):
        return claims[at + 1]
    earlier = claims[max(0, at - 6) : at]
    if COUNTED_RATES.search(share.measure):
        named = [claim for claim in reversed(earlier) if is_level(claim) and rate_of(share, claim)]
        return next((claim for claim in named if not bracketed_off(claim, share)), None)
    unit = UNIT_NAMED.search(share.measure) or UNIT_NAMED.search(before(share, 8))
    if unit is not None:
        earlier = [claim for claim in earlier if claim.unit and claim.unit in UNITS[unit.group()]]
    return _last(earlier, share)


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


def rate_of(share: Claim, part: Claim) -> bool:
    """Whether the percentage is the rate that the part is the numerator of: 不合格16批次，不合格率18.2%."""
    name = RATE_NAME.search(share.measure)
    if name is None or not COUNTED_RATES.search(share.measure) or part.kind != "count":
        return False
    stem = name.group(1)[-3:]
    words = label(part) + label_behind(part)
    closed = stem.endswith(("结案", "审结", "办结"))
    stems = ("结案", "审结", "办结") if closed else (stem, stem[-2:])
    return any(len(one) >= 2 and one in words and f"不{one}" not in words for one in stems)


def label(part: Claim) -> str:
    """The words that name the figure in a list: from the last mark on, else its measure."""
    return re.split(r"[，,；;。、（(：:]", before(part, 40))[-1].strip() or part.measure


def label_behind(part: Claim) -> str:
    """What follows the figure up to the next mark: 16批次不合格."""
    return re.split(r"[，,；;。、（(]", after(part, 12))[0]
