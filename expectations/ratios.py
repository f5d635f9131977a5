"""Shares and rates with the part and the whole they are taken of."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from claims.claim import Claim
from expectations.blocks import Block, Sentence
from expectations.comparison import Comparison, Reading, judge
from expectations.same import differ, dimension, is_level, is_result
from expectations.spans import span
from expectations.words import after, before, between, likeness

FAR = 24  # so many earlier levels are tried as a whole
SHARE_WORDS = re.compile(r"占|份额|比重|比例")
RATE_NAME = re.compile(r"([一-鿿]{1,8}?)(?:率|面|度)$")
# Rates of counted things, whose numerator and denominator stand in the text; not those of accounts and markets.
COUNTED_RATES = re.compile(
    r"(?:合格|优良|及格|破案|侦破|结案|办结|审结|调解|调解成功|成功|就业|满意|出勤|入学|升学|参保|中签|好评|差评|成活|治愈|死亡|致死|感染|阳性|"
    r"检出|达标|离职|辞职|采纳|回复|反馈|整改|完好|到位|开工|录取|上线|覆盖|应答|缓解)(?:率|度|面)$"
)
UNIT_NAMED = re.compile("户数|人数|件数|金额|数量")
UNITS = {"户数": "户", "人数": "人名位", "件数": "件起宗", "金额": "元美元", "数量": "个件台辆家条只"}
PARENTHESIS = re.compile(r"^[\s一-鿿]{0,4}[（(]\s*(?:占|约|约占|占比)?\s*$")
OUT_OF = re.compile(r"中|其中|里")
PART_BEFORE = re.compile(r"^[\s一-鿿]{0,6}[，,、]?[^，,；;。]{0,14}$")


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
    return judge(compared(ratio)).verdict in ("consistent", "by_rounding")


def ratios(block: Block) -> Iterator[Ratio]:
    """For every percentage of a document its likeliest part and whole, stated or supposed."""
    levels = [claim for claim in block.claims if is_level(claim) and is_result(claim) and claim.start >= 0]
    found: dict[tuple[str, str], list[tuple[Claim, Claim]]] = defaultdict(list)
    for sentence in block.sentences:
        for share, part in parts(sentence):
            found[share.document, part.document].append((share, part))
    for pairs in found.values():
        anchors = anchored(pairs, levels)
        for share, part in pairs:
            yield from _chosen(share, part, levels, anchors)


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
    if at + 1 < len(claims) and is_level(claims[at + 1]) and re.match(r"[^一-鿿]*即", between(share, claims[at + 1])):
        return claims[at + 1]
    earlier = claims[max(0, at - 6) : at]
    if COUNTED_RATES.search(share.measure):
        return next((claim for claim in reversed(earlier) if is_level(claim) and rate_of(share, claim)), None)
    unit = UNIT_NAMED.search(share.measure) or UNIT_NAMED.search(before(share, 8))
    if unit is not None:
        earlier = [claim for claim in earlier if claim.unit and claim.unit in UNITS[unit.group()]]
    return _last(earlier, share)


def _last(earlier: list[Claim], share: Claim) -> Claim | None:
    named: set[str] = set()
    for claim in reversed(earlier):
        if is_level(claim) and not claim.former and share.clause - claim.clause <= 3:
            return claim if named <= {claim.measure_key} else None
        if claim.kind == "share" and not claim.group:
            return None
        if claim.measure_key and "measure" not in claim.inferred:
            named.add(claim.measure_key)
    return None


def wholes(part: Claim, levels: list[Claim]) -> Iterator[Claim]:
    """Levels at least as large as the part, of its dimension, that could be its whole, nearest first."""
    earlier = (claim for claim in reversed(levels) if claim.start < part.start)
    for claim in islice(earlier, FAR):
        if claim is not part and dimension(claim) == dimension(part) and claim.value >= part.value and not claim.former:
            yield claim


def anchored(pairs: list[tuple[Claim, Claim]], levels: list[Claim]) -> dict[tuple[int, str], Claim]:
    """Wholes that at least two percentages of one paragraph agree on, by paragraph and words of the whole."""
    votes: dict[tuple[int, str], dict[str, list[Claim]]] = defaultdict(lambda: defaultdict(list))
    for share, part in pairs:
        for whole in wholes(part, levels):
            if holds(Ratio(share, part, whole, False)):
                votes[share.paragraph, share.whole][whole.claim_id].append(share)
    by_id = {claim.claim_id: claim for claim in levels}
    agreed = {}
    for key, chosen in votes.items():
        best, shares = max(chosen.items(), key=lambda item: len(item[1]))
        if len({share.value for share in shares}) >= 2:
            agreed[key] = by_id[best]
    return agreed


def _chosen(share: Claim, part: Claim, levels: list[Claim], anchors: dict[tuple[int, str], Claim]) -> Iterator[Ratio]:
    options = [
        Ratio(share, part, whole, stated, inferred)
        for whole in wholes(part, levels)
        for stated, inferred in [_stated(share, part, whole)]
    ]
    good = next((ratio for ratio in options if holds(ratio)), None)
    if good is not None:
        yield good
        return
    told = next((ratio for ratio in options if ratio.stated), None)
    anchor = anchors.get((share.paragraph, share.whole))
    if told is not None:
        yield told
    elif anchor is not None and dimension(anchor) == dimension(part) and anchor.value >= part.value:
        yield Ratio(share, part, anchor, bool(SHARE_WORDS.search(before(share, 12))), ("measure",))


def _stated(share: Claim, part: Claim, whole: Claim) -> tuple[bool, tuple[str, ...]]:
    """Whether the words make this the whole, and what had to be inferred."""
    if differ(part.period, whole.period) and span(part.period) != span(whole.period):
        return False, ()
    if differ(part.place, whole.place) and share.whole_key != whole.measure_key:
        return False, ()
    if part.part_of == whole.claim_id and _tied(part, share):
        return True, ()
    if share.whole_key and share.whole_key == whole.measure_key:
        return _belongs(part, share), ("measure",) if "measure" in whole.inferred else ()
    if whole.sentence_start == part.sentence_start and OUT_OF.search(between(whole, part)[:12]) and _tied(part, share):
        return True, ()
    if share.whole and likeness(share.whole, whole.measure) >= 0.75 and len(whole.measure) >= 3:
        return _belongs(part, share), ("measure",)
    if rate_of(share, part) and share.clause - part.clause <= 3 and whole.kind == "count":
        near = whole.paragraph == part.paragraph and 0 <= part.clause - whole.clause <= 4
        return near and whole.unit == part.unit, ("measure",)
    return False, ()


def _tied(part: Claim, share: Claim) -> bool:
    """Whether the percentage stands right behind the part: in brackets, or as 占…%."""
    words = between(part, share) if part.start < share.start else between(share, part)
    return bool(PARENTHESIS.match(words)) or (SHARE_WORDS.search(words) is not None and len(words) <= 24)


def _belongs(part: Claim, share: Claim) -> bool:
    """Whether the percentage says how much of a whole the part is."""
    words = between(part, share) if part.start < share.start else before(share, 12)
    return bool(SHARE_WORDS.search(words)) and share.clause - part.clause <= 3


def rate_of(share: Claim, part: Claim) -> bool:
    """Whether the percentage is the rate that the part is the numerator of: 不合格16批次，不合格率18.2%."""
    name = RATE_NAME.search(share.measure)
    if name is None or not COUNTED_RATES.search(share.measure) or part.kind != "count":
        return False
    stem = name.group(1)[-3:]
    words = label(part) + label_behind(part)
    stems = {"结": ("审结", "结案", "办结")}.get(stem[-1:], (stem, stem[-2:])) if len(stem) < 3 else (stem, stem[-2:])
    return any(len(one) >= 2 and one in words and f"不{one}" not in words for one in stems)


def label(part: Claim) -> str:
    """The words that name the figure in a list: from the last mark on, else its measure."""
    return re.split(r"[，,；;。、（(：:]", before(part, 40))[-1].strip() or part.measure


def label_behind(part: Claim) -> str:
    """What follows the figure up to the next mark: 16批次不合格."""
    return re.split(r"[，,；;。、（(]", after(part, 12))[0]
