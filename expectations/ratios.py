"""Shares and rates with the part and the whole they are taken of."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from claims.claim import Claim
from expectations.blocks import Block, Sentence
from expectations.comparison import Comparison, Reading, judge
from expectations.same import dimension, is_level, is_result, is_time, is_worded
from expectations.slips import closing_slips
from expectations.wholes import FAR, SHARE_WORDS, earlier, stated, target, wholes
from expectations.words import after, before, between, converted, grams, lead, likeness

RATE_NAME = re.compile(r"([一-鿿]{1,8}?)(?:率|面|度)$")
# Rates of counted things, whose numerator and denominator stand in the text; not those of accounts and markets.
COUNTED_RATES = re.compile(
    r"(?:合格|优良|及格|破案|侦破|结案|办结|审结|调解|调解成功|成功|就业|满意|出勤|入学|升学|参保|中签|好评|差评|成活|治愈|死亡|致死|感染|阳性|"
    r"检出|达标|离职|辞职|采纳|回复|反馈|整改|完好|到位|开工|录取|上线|覆盖|应答|缓解)(?:率|度|面)$"
)
SURELY = 1e-6  # far beyond the error of floating point
TOGETHER = re.compile("合计|共占|总共|三者|两者|二者")
UNIT_NAMED = re.compile("户数|人数|件数|金额|数量")
UNITS = {"户数": "户", "人数": "人名位", "件数": "件起宗", "金额": "元美元", "数量": "个件台辆家条只"}


@dataclass(frozen=True, slots=True)
class Ratio:
    """A percentage with a part and a whole; `stated` where the words say that it is this part of this whole."""

    share: Claim
    part: Claim
    whole: Claim
    stated: bool
    inferred: tuple[str, ...] = ()


def percentage(part: Reading, whole: Reading) -> Reading:
    """The part in percent of the whole."""
    return (part / whole).scaled(100)


def compared(ratio: Ratio) -> Comparison:
    """The percentage against part ÷ whole."""
    return Comparison(
        reported=ratio.share,
        using=(ratio.part, ratio.whole),
        expected=percentage,
        working="{1} ÷ {2} × 100",
        candidate=not ratio.stated,
        inferred=ratio.inferred,
    )


def holds(ratio: Ratio) -> bool:
    """Whether part, whole and percentage agree."""
    return not far(ratio) and judge(compared(ratio)).verdict in ("consistent", "by_rounding")


def far(ratio: Ratio) -> bool:
    """Whether the percentage misses the quotient so clearly that floating point tells, without exact arithmetic."""
    share, part, whole = (one.asserted for one in (ratio.share, ratio.part, ratio.whole))
    if part.low is None or part.high is None or whole.low is None or whole.high is None:
        return False
    if part.low < 0 or whole.low <= 0:
        return False
    least, most = 100 * float(part.low) / float(whole.high), 100 * float(part.high) / float(whole.low)
    below = share.high is not None and float(share.high) < least * (1 - SURELY)
    return below or (share.low is not None and float(share.low) > most * (1 + SURELY))


def ratios(block: Block) -> Iterator[Ratio]:
    """For every percentage of a document its likeliest part and whole, stated or supposed."""
    levels = [claim for claim in block.claims if is_level(claim) and is_result(claim) and not converted(claim)]
    levels = [claim for claim in levels if is_worded(claim) and not is_time(claim)]
    pairs: list[tuple[Claim, Claim]] = []
    for at, sentence in enumerate(block.sentences):
        yield from targets(sentence)
        following = block.sentences[at + 1] if at + 1 < len(block.sentences) else None
        yield from followed(sentence, following)
        pairs += parts(sentence)
    pairs += list(by_name(block, pairs, levels))
    wholes_named = basis(pairs)
    anchors = anchored(pairs, levels, wholes_named)
    taken = {(share.sentence_start, part.claim_id) for share, part in pairs}
    for share, part in pairs:
        anchor = anchors.get((share.paragraph, wholes_named[share.claim_id]))
        for ratio in _chosen(share, part, levels, anchor):
            beside = (share.sentence_start, ratio.whole.claim_id) in taken and ratio.whole.start < part.start
            words = not part.text[:1].isdigit() and not ratio.whole.text[:1].isdigit()
            if holds(ratio) or not (beside or words):
                yield ratio


def targets(sentence: Sentence) -> Iterator[Ratio]:
    """Percentages right behind their whole: 投资14.6亿元，完成全年任务35亿元的41.7%."""
    row = sentence.claims
    for part, whole, share in zip(row, row[1:], row[2:], strict=False):
        fits = share.kind == "share" and is_level(part) and is_level(whole) and dimension(part) == dimension(whole)
        if fits and target(part, whole, share):
            yield Ratio(share, part, whole, True)


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


def parts(sentence: Sentence) -> Iterator[tuple[Claim, Claim]]:
    """The percentages of a sentence with the level that each is the percentage of."""
    claims = [claim for claim in sentence.claims if is_result(claim)]
    for at, share in enumerate(claims):
        if share.kind != "share" or share.former:
            continue
        part = _in_step(claims, at) or _nearest(claims, at)
        if part is not None:
            yield share, part


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
    """Wholes that at least two percentages of one paragraph agree on, by paragraph and words of the whole."""
    votes: dict[tuple[int, str], dict[str, list[Claim]]] = defaultdict(lambda: defaultdict(list))
    for share, part in pairs:
        for whole in wholes(part, levels):
            if holds(Ratio(share, part, whole, False)):
                votes[share.paragraph, named[share.claim_id]][whole.claim_id].append(share)
    by_id = {claim.claim_id: claim for claim in levels}
    agreed = {}
    for key, chosen in votes.items():
        best, shares = max(chosen.items(), key=lambda item: len(item[1]))
        if len({share.value for share in shares}) >= 2:
            agreed[key] = by_id[best]
    return agreed


def _chosen(share: Claim, part: Claim, levels: list[Claim], anchor: Claim | None) -> Iterator[Ratio]:
    options = [Ratio(share, part, whole, *_stated(share, part, whole)) for whole in earlier(part, levels)]
    good = next((ratio for ratio in options if holds(ratio)), None)
    if good is not None:
        yield good
        return
    told = max((one for one in options if one.stated and _large_enough(one)), key=fullness, default=None)
    if told is not None:
        yield told
    elif anchor is not None and dimension(anchor) == dimension(part):
        ratio = Ratio(share, part, anchor, bool(SHARE_WORDS.search(before(share, 12))), ("measure",))
        if anchor.value >= part.value or closing_slips(compared(ratio)):
            yield ratio


def _large_enough(ratio: Ratio) -> bool:
    """Whether the whole is no smaller than the part, or the words tie the two so closely that the error is theirs."""
    close = not ratio.inferred and ratio.whole.sentence_start == ratio.part.sentence_start
    return ratio.whole.value >= ratio.part.value or close


def fullness(ratio: Ratio) -> tuple[float, int, int]:
    """The better of several wholes that the words allow: named more like the share, the shorter name, the nearer."""
    near = likeness(ratio.share.measure, ratio.whole.measure)
    return near, -len(ratio.whole.measure_key), ratio.whole.start


def _stated(share: Claim, part: Claim, whole: Claim) -> tuple[bool, tuple[str, ...]]:
    found, inferred = stated(share, part, whole)
    if found:
        return True, inferred
    if rate_of(share, part) and share.clause - part.clause <= 3 and whole.kind == "count":
        near = whole.sentence_start == part.sentence_start and 0 <= part.clause - whole.clause <= 4
        return near and whole.unit == part.unit and not whole.part_of, ("measure",)
    return False, ()


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
