"""How an article names what a figure is of, and what the names of two figures share."""

from __future__ import annotations

import re
from functools import lru_cache

from claims.claim import Claim
from expectations.words import NOISE, after, before, grams, lead, likeness

PARTICLES = (
    "同比|环比|较上年|比上年|去年同期|上年同期|增长|增加|上升|提高|下降|减少|降低|上涨|下跌|增幅|降幅|分别|达到|达|了|到|为|共|计|"
    "约|近|超过|超|逾|的|是|有|至|个|已经|已|高|仅|就|余|多|占|比"
)
CLOSING = re.compile(f"(?:{PARTICLES})+$")
LAST = frozenset(particle[-1] for particle in PARTICLES.split("|"))  # no other character ends in a particle
COMMON = re.compile(
    r"(?:其在)?(?:报告期内?|[该本]季度|当季|第?[一二三四]季度)|一年来|[\d一二三四五六七八九十]+年来|[今去]年(?:以来)?|上半年|下半年|全年|截至|目前|累计|其中|据|记者|了解|统计|年|月|日|份|至|底|末"
)


ALIKE = 0.55  # of the pairs of characters of a shorter name that a longer one repeats, by which they are one
SAID = 4  # characters of a measure that says what was done to whom
ORDERED = 6  # characters that name a thing in whatever order they stand
AMOUNT = re.compile(r"[（(][^（()）]*[）)]|\d[\d.,]* ?[万亿千百]*(?:元|美元|港元|日元|韩元|欧元)(?:人民币)?")
NUMBERS = re.compile(r"\d+|第[一二三四五六七八九十]+|[一二三四五六七八九十]+(?=[号期组队中小院])|[A-Z](?=[组座栋])")
FIGURE = re.compile(r"\d[\d.,]*[万亿千百]*[%％元]?")


def wording(claim: Claim) -> str:
    """What names the quantity: its measure and clause; where the measure is carried over, the clauses before too."""
    return f"{max(claim.measure, claim.measure_key, key=len)} {before(claim, 90) if carried(claim) else lead(claim)}"


def carried(claim: Claim) -> bool:
    """Whether the words before the figure's clause name what it measures, the clause itself not even how that ends."""
    return "measure" in claim.inferred and (len(claim.measure) < 2 or claim.measure[-2:] not in lead(claim))


@lru_cache(maxsize=1 << 12)
def telling(text: str) -> str:
    """The characters of a text that carry meaning, closing particles and words of change left out."""
    plain = NOISE.sub("", text)
    return CLOSING.sub("", plain) if plain[-1:] in LAST else plain


def kinship(a: Claim, b: Claim) -> int:
    """The characters of the measure both share: all where equal, the shorter where contained, half where alike.

    Names that end in other words are of other things, however long the rest: 股东净收入 and 股东研发费用.
    """
    if not a.measure_key or not b.measure_key or numbered_apart(a.measure_key, b.measure_key):
        return 0
    short, long = sorted((a.measure_key, b.measure_key), key=len)
    if short == long or same_characters(short, long):
        return len(short)
    if len(short) >= 2 and _contained(short, long):
        return len(short)
    ends = set(short[-2:]) & set(long[-2:])
    return len(short) // 2 if ends and likeness(short, long) >= ALIKE else 0


@lru_cache(maxsize=1 << 12)
def numbered_apart(a: str, b: str) -> bool:
    """Whether both names hold numbers, other ones: 第23组 and 第24组, 120mm风扇 and 140mm风扇, 一小 and 二小."""
    left, right = NUMBERS.findall(a), NUMBERS.findall(b)
    return bool(left and right) and set(left).isdisjoint(right)


def one_name(a: Claim, b: Claim) -> bool:
    """Whether the measures are the same, or a long one stands within the other: enough where no slip speaks for it."""
    if a.document != b.document or a.measure_key.startswith("占"):
        return False
    if a.measure_key == b.measure_key:
        return len(a.measure_key) >= 6
    short, long = sorted((a.measure_key, b.measure_key), key=len)
    return len(short) >= 8 and _contained(short, long)


def same_characters(a: str, b: str) -> bool:
    """Whether one name puts the words of the other in another order: 儿童电动牙刷不合格率 and 电动儿童牙刷不合格率."""
    return len(a) == len(b) >= ORDERED and sorted(a) == sorted(b)


def full_name(a: Claim, b: Claim) -> bool:
    """Whether both say so fully what they measure that it is one thing: one long name, whole or within the other."""
    short, long = sorted((a.measure_key, b.measure_key), key=len)
    if short == long or same_characters(short, long):
        return len(short) >= ORDERED
    return len(short) >= 8 and _contained(short, long)


def widened(a: Claim, b: Claim) -> bool:
    """Whether one name has a word more in its midst, so that it names another kind: 抓获吸毒人员 and 抓获吸贩毒人员."""
    short, long = sorted((a.measure_key, b.measure_key), key=len)
    return short not in long and _contained(short, long)


def _contained(short: str, long: str) -> bool:
    """Whether the characters of the short name stand in the long one, in their order."""
    rest = iter(long)
    return all(character in rest for character in short)


def shared(a: Claim, b: Claim) -> tuple[int, int]:
    """How many telling characters the two share right before the figure, and right behind it."""
    lead = common_start(_ahead(before(a, 60)), _ahead(before(b, 60)))
    tail = common_start(NOISE.sub("", after(a, 20)), NOISE.sub("", after(b, 20)))
    return lead, tail


@lru_cache(maxsize=1 << 12)
def _ahead(text: str) -> str:
    """The telling characters of a text from its end, without amounts and conversions."""
    return telling(AMOUNT.sub("", text))[::-1]


def attributes(a: Claim, b: Claim) -> bool:
    """Whether other words go with the shared ones on both sides: 14家日本公司的总收入 and 百强公司的总收入."""
    if _apart(a.measure_key, b.measure_key):
        return True
    if a.measure_key == b.measure_key and len(a.measure_key) > SAID and "measure" not in b.inferred:
        return False  # 抓获嫌疑人 and 抓捕嫌疑人
    left, right = (COMMON.sub("", telling(lead(claim))) for claim in (a, b))
    return _apart(left, right)


def relabelled(a: Claim, b: Claim) -> bool:
    """Whether other words stand right before each figure, where a repetition has the same: 资本支出 and 运营亏损."""
    if full_name(a, b) and "measure" not in (*a.inferred, *b.inferred):
        return False
    behind = _named_behind(a), _named_behind(b)
    if any(behind) and kinship(a, b) >= 2 and (not all(behind) or shared(a, b)[1] >= ORDERED):
        return False
    left, right = (COMMON.sub("", telling(FIGURE.split(lead(claim))[-1]))[-4:] for claim in (a, b))
    return len(left) == len(right) == 4 and not set(left) & set(right)


def _named_behind(claim: Claim) -> bool:
    """Whether what is measured is named behind the figure: 实现607亿元的营收."""
    return bool(claim.measure) and claim.measure[-2:] in after(claim, 12) and claim.measure[-2:] not in lead(claim)


def _apart(left: str, right: str) -> bool:
    """Whether two wordings with a common end begin with different words."""
    shared = common_start(left[::-1], right[::-1])
    left, right = left[: len(left) - shared], right[: len(right) - shared]
    return shared >= 2 and len(left) >= 2 and len(right) >= 2 and not grams(left) & grams(right)


def common_start(a: str, b: str) -> int:
    """How many characters two texts begin with alike."""
    count = 0
    for x, y in zip(a, b, strict=False):
        if x != y:
            break
        count += 1
    return count
