"""Whether two figures that differ are one quantity, so that the difference is a discrepancy."""

from __future__ import annotations

import re

from claims.claim import Claim
from expectations.digits import significant_digits
from expectations.naming import attributes, kinship, one_name, relabelled, widened, wording
from expectations.parted import TITLED
from expectations.printed import Printed
from expectations.qualifiers import DAYS
from expectations.repeats import MANY, Repeat, echoes
from expectations.same import LEVELS, PERCENT_KINDS, differ, dimension
from expectations.slips import one_slip_apart
from expectations.words import after, before, grams, lead, offset

CERTAIN = 22  # tenths of a power of ten from which two differing figures count as one quantity
DIGITS = (-15, -15, 6, 15, 24, 33, 40)  # the same, for one slip in so many digits
SOLE = 10  # what it says that each is all that its document tells under names that end alike
AGAIN = 25  # what it says that one of the two is printed again
NAMED_AGAIN = 30  # the same, of a round figure under a name of so many characters
NAME = 6
A_SPEC = 50  # what speaks against one quantity where things have prices and sizes, each its own
RETOLD = 4  # characters of a measure that a passage told twice has both times
FEW_DIGITS = 2
GROUP = 3  # characters that name some of all
EXPECTED = re.compile("预[期估测]")  # what markets expect is said of many figures
CURRENCIES = {"CNY", "USD", "HKD", "EUR", "JPY", "KRW", "TWD", "GBP", "RUB", "INR", "AUD", "CAD", "SGD", "MOP"}
# Prices and specifications of one model beside another are no repetition.
SPECS = re.compile(
    r"售价|价格|报价|到手|首发|起售|定价|标价|版|续航|电池|内存|屏|方案每|跑分|(?<!股)票|功率|容量|官方|店铺|折|大促|像素|油耗|"
    r"轴距|厚度|马力|水位|尺寸|核心|显存|[CG]PU|基金|收盘|成交价|近\d+个?月|扭矩|角|核载|起订|净值|收益率|换手|份额|"
    r"出货量|市占|汇率|关口|股价|指数|显卡|重量|酒精|插槽|接口|投票人数|功耗|频率|带宽|刷新率|分辨率|亮度|排量|制程|误差|置信"
)

SUM = re.compile("(?:合计|共计|总计|共|一共|总共)(?:为|达)?")
EDITION = re.compile("上一?届|往届|前几届")
NUMERAL = re.compile(r"[\d一二三四五六七八九十两]")


def restated(pair: Repeat, printed: Printed, bonus: int = 0) -> bool:
    """Whether two differing figures are one quantity, so that the difference is a discrepancy."""
    a, b = pair.first, pair.second
    many = min(significant_digits(a), significant_digits(b)) >= MANY and (a.document != b.document or echoes(a, b))
    again = printed_again(pair, printed)
    if pair.kin == 0 and pair.lead + pair.tail < 4 and not many and not again:
        return False
    if a.kind == b.kind == "share" and bool(a.whole) != bool(b.whole) and any(map(_of_own_part, (a, b))):
        return False  # 占第一剂总数的72.9%; 51万人口中已有36.72万人接种，占72%
    if _taken_out(a, b) or _taken_out(b, a):
        return False
    if sums_up(a) or sums_up(b):
        return False
    if _of_other_edition(a, b) or _of_some(a, b) or _of_two_numbers(a.measure, b.measure):
        return False
    if a.document != b.document:
        if printed.both_in_one(a, b):
            return False
        if max(map(significant_digits, (a, b))) == 1 and not bonus and printed.neighbours(a, b) <= 0:
            return False  # 董事9人, 董事8人: one digit is not the slip of another
    alone = not printed.partnered(a, b.document, pair.kin), not printed.partnered(b, a.document, pair.kin)
    if not any(alone) and not bonus:
        return False
    against = printed.spread(a, b)
    if bonus and pair.kin >= RETOLD and a.document == b.document and specified(a) and _of_many(a):
        bonus += A_SPEC  # sales of one thing, told twice among the same figures
    if not one_slip_apart(a, b):
        if "measure" in a.inferred and "measure" in b.inferred:
            return False  # what neither says can be of two things
        return not against and not all(alone) and steady(pair)
    bonus += AGAIN if again else NAMED_AGAIN if named_again(pair, printed) else 0
    bonus += SOLE if a.document != b.document and printed.sole(a) and printed.sole(b) else 0
    return likelihood(pair) + bonus + (5 if all(alone) else 0) + printed.neighbours(a, b) - against >= CERTAIN


def _of_own_part(share: Claim) -> bool:
    """Whether a percentage follows on the figure of its part, without a name of its own: 36.72万人，占72%."""
    return re.search(r"\d[^，,。；;\d]{0,12}[，,]占(?:比|约|到)*$", before(share, 24)) is not None


def sums_up(claim: Claim) -> bool:
    """Whether a figure is the sum of a row before it, without a name of its own: 81.7亿元和69.4亿元，合计151.1亿元."""
    return "measure" in claim.inferred and SUM.fullmatch(lead(claim).strip("，, ")) is not None


def _taken_out(part: Claim, whole: Claim) -> bool:
    """Whether the words before a figure count it out of so many: 331人里升入大学的174人，就业122人."""
    return re.search(rf"{re.escape(whole.text)}{whole.unit}(?:当|之)?[里中]", before(part)) is not None


def _of_many(claim: Claim) -> bool:
    """Whether a figure is a percentage or a count of three digits and more, not the size of one thing."""
    return claim.kind in PERCENT_KINDS or (claim.kind == "count" and significant_digits(claim) > FEW_DIGITS)


def _of_other_edition(a: Claim, b: Claim) -> bool:
    """Whether the sentence of one of two figures of an article has told of an edition before: 上届…共50枚奖牌."""
    told = [EDITION.search(one.sentence[: offset(one)]) is not None for one in (a, b)]
    return a.document == b.document and told[0] != told[1]


def _of_two_numbers(a: str, b: str) -> bool:
    """Whether two measures differ in nothing but a number: 一年期, 三年期."""
    return a != b and NUMERAL.sub("", a) == NUMERAL.sub("", b)


def _of_some(a: Claim, b: Claim) -> bool:
    """Whether a percentage of few digits is of some of those of whom its paragraph tells another: 女职工, 职工."""
    if a.kind not in PERCENT_KINDS or a.document != b.document or a.paragraph != b.paragraph:
        return False
    short, long = sorted((a.measure_key, b.measure_key), key=len)
    few = max(map(significant_digits, (a, b))) <= FEW_DIGITS
    return few and long.endswith(short) and len(long) - len(short) >= GROUP


def printed_again(pair: Repeat, printed: Printed) -> bool:
    """Whether one number of four digits is printed again, and the other, a slip off, once, of a thing named alike."""
    a, b = pair.first, pair.second
    if a.kind not in LEVELS:
        return False
    once = sorted((printed.times(a), printed.times(b)))
    digits = min(significant_digits(a), significant_digits(b))
    return digits >= 4 and once[0] == 1 and once[1] >= 2 and not grams(a.measure_key).isdisjoint(grams(b.measure_key))


def named_again(pair: Repeat, printed: Printed) -> bool:
    """Whether one article prints one of two round figures twice under the long name that both have, the other once, and
    one of them in its title, which runs into the text."""
    a, b = pair.first, pair.second
    if not any(TITLED[0] <= one.sentence_start <= TITLED[1] for one in (a, b)):
        return False
    if (
        a.document != b.document
        or pair.kin < NAME
        or a.kind not in LEVELS
        or max(map(significant_digits, (a, b))) > FEW_DIGITS
    ):
        return False
    named = sorted(1 + sum(kinship(one, other) >= NAME for other in printed.alike(one)) for one in (a, b))
    return named[0] == 1 and named[1] >= 2


def steady(pair: Repeat) -> bool:
    """Whether a long measure names one quantity so fully that any other figure of it is a discrepancy."""
    a, b = pair.first, pair.second
    digits = significant_digits(a) + significant_digits(b)
    counted = a.kind != "amount" or dimension(a).isupper()
    if DAYS.findall(before(a)) != DAYS.findall(before(b)):
        return False
    return one_name(a, b) and pair.kin >= 8 and digits >= 6 and counted and not SPECS.search(wording(a))


def likelihood(pair: Repeat) -> int:
    """How much speaks for one quantity, in tenths of a power of ten: a slip in many digits, a long measure, words."""
    a, b = pair.first, pair.second
    digits = max(significant_digits(a), significant_digits(b))
    score = DIGITS[min(digits, len(DIGITS) - 1)] if one_slip_apart(a, b) else -10
    score += min(30, 3 * pair.kin)
    score += 22 if pair.lead >= 10 else 14 if pair.lead >= 6 else 8 if pair.lead >= 4 else 3 if pair.lead >= 2 else 0
    score += 6 if pair.tail >= 4 else 2 if pair.tail >= 2 else 0
    if digits <= 2 and a.document != b.document and pair.lead < 6 and pair.kin < 8:
        score -= 10
    return score - doubts(a, b, digits, pair.kin)


def doubts(a: Claim, b: Claim, digits: int, kin: int) -> int:
    """What speaks against it: items of lists, sizes and prices of things, carried-over measures, other attributes."""
    money = dimension(a).partition("/")[0] in CURRENCIES
    small = digits <= 4 and abs(a.value) < 10**5
    found = 15 if a.group and b.group else 0
    found += 20 if a.kind in ("amount", "rate") and not money and digits <= 4 else 0
    found += 25 if money and small and a.document == b.document else 0
    found += 8 if a.measure_key.startswith("占") else 0
    found += A_SPEC if specified(a) else 0
    found += 8 if "measure" in (*a.inferred, *b.inferred) else 0
    found += 20 if attributes(a, b) else 0
    found += 25 if relabelled(a, b) else 0
    found += 40 if EXPECTED.search(a.measure_key) else 0
    found += 12 if digits <= 2 and widened(a, b) else 0
    found += 6 if differ(a.section, b.section) and kin < 4 else 0
    return found


def specified(claim: Claim) -> bool:
    """Whether the words are those of prices and specifications."""
    return SPECS.search(before(claim, 8) + wording(claim) + after(claim, 10)) is not None
