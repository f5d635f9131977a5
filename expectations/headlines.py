"""Figures of headlines and captions with the figures of the text that they sum up."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import pairwise

from claims.claim import Claim
from expectations.blocks import Block
from expectations.digits import significant_digits
from expectations.naming import full_name, kinship, numbered_apart, one_name, shared, wording
from expectations.parted import TITLED, parted
from expectations.printed import FULL
from expectations.qualifiers import NAMES, misnamed, qualified
from expectations.repeats import Repeat, agree
from expectations.restated import A_SPEC, CERTAIN, likelihood, specified
from expectations.same import CHANGES, LEVELS, PERCENT_KINDS, differ, is_time, units_fit
from expectations.slips import digits_of, one_slip_apart, rounds_a_slip, slips
from expectations.support import SUMMARY, supports, unsupported
from expectations.wholes import core
from expectations.words import after, before, begins_alike, grams, lead

BEHIND, AHEAD = 150, 450  # so many figures around a headline are searched
TOGETHER = 5  # figures of one unit that two that are added stand within
LINE = 40  # characters of a line that heads a part of a text
UNMARKED = re.compile("[一-鿿\\dA-Za-z”》]$")
ECHO = 2  # pairs of characters
TOLD = 5  # the same, where the things counted go by another name
NEARLY = Decimal("0.8")  # of the mark of a headline that a figure of the text comes to
NAMED_ALIKE = 4  # characters of a measure, or behind both figures, of a round figure
MANY = 3  # digits of such a count
FEWEST = 2  # digits of a figure of which a slip is told apart from another number
NAMED = 3  # characters of a measure that is told with place and period
OPEN = ("over", "at_least", "at_most")
PASSED = ("over", "at_least")  # 突破百亿元
HEAD = re.compile("[^一-鿿]")
ORIGINAL = re.compile(r"\s*原标题[：:]")
TEXT_BEGUN = re.compile("显示|据|近日|日前|\\d日|讯|记者|报道|消息|公告|披露|今年|去年")
HUNDRED = 100
BASES = 40  # figures of the text among which the earlier level of a headline's growth stands
RUN_IN = 60  # characters from the head of a text that a title takes at most
PERSONS_COUNTED = re.compile("人数?$")
FROM_THE_TEXT = 15  # what speaks for a headline's figure being one of the text


@dataclass(frozen=True, slots=True)
class Summed:
    """A figure of a headline and the figure of the text it agrees with or differs from; None where there is none."""

    figure: Claim
    source: Claim | None
    agrees: bool


def summed(block: Block) -> Iterator[Summed]:
    """Every figure of the headlines and captions of a document, with the likeliest figure of its text."""
    yield from crossheads(block)
    yield from run_in(block)
    heads = [claim for claim in block.claims if claim.section in SUMMARY and not _asks(claim)]
    body = [claim for claim in block.claims if claim.section not in SUMMARY and claim.start >= 0]
    if not heads or not body:
        return
    starts = [claim.start for claim in body]
    known = Counter(claim.value for claim in heads)
    for head in heads:
        at = bisect_left(starts, head.start)
        near = [claim for claim in body[max(0, at - BEHIND) : at + AHEAD] if alike(claim, head)]
        same = any(one.measure_key == head.measure_key and not one.group and one_slip_apart(one, head) for one in near)
        if head.kind == "relative_change" and not same and worked_out(head, heads, body[: at + BASES]):
            continue
        pairs = [Repeat(claim, head, kinship(claim, head), *shared(claim, head)) for claim in near]
        equal = [pair for pair in pairs if agree(pair) or rounds(pair)]
        named = [pair for pair in equal if not other_name(pair.first, pair.second)]
        renamed = [
            pair
            for pair in (pairs if equal and not named and head.kind == "count" else [])
            if same_name(pair.first, head) and pair.first.unit == head.unit
        ]
        if len({pair.first.value for pair in renamed}) == 1:
            yield Summed(head, renamed[0].first, False)
            continue
        fuller = [pair for pair in pairs if named_in_full(pair, equal)]
        if len({pair.first.value for pair in fuller}) == 1 and (equal or not added(head, body)):
            yield Summed(head, fuller[0].first, False)
            continue
        other = of_another_label(pairs, equal)
        if other is not None:
            yield Summed(head, other, False)
            continue
        nearer = by_a_slip(pairs, equal)
        if equal:
            yield Summed(head, nearer or max(equal, key=closeness).first, nearer is None)
            continue
        named_so = any(pair.kin >= FULL and one_slip_apart(pair.first, head) for pair in pairs)
        if (abs(head.value) <= 1 and significant_digits(head) < FEWEST) or (added(head, body) and not named_so):
            continue
        if from_points(head, body):
            continue
        others = [pair for pair in pairs if known[pair.first.value] <= (pair.first.value == head.value)]
        source = surely(others) or told_of_same(others, head) or recounted(head, body) or rescaled(head, near)
        spoken = {one.value for one in heads if one is not head and not kinship(one, head)}
        told = [pair for pair in pairs if pair.first.value not in spoken]
        if source is None and unsupported(head, block):
            source = slipped(head, told, block) or sole(head, body)
        source = source or short_of_bound(head, pairs)
        yield Summed(head, source, False)


def told_of_same(pairs: list[Repeat], head: Claim) -> Claim | None:
    """The one growth that the text tells of what the headline tells it of, from and to the same time."""
    if head.kind != "relative_change" or head.hedge or not (head.measure_key and head.period and head.base_period):
        return None
    same = [
        pair.first
        for pair in pairs
        if (pair.first.kind, pair.first.measure_key) == (head.kind, head.measure_key)
        and (pair.first.period, pair.first.base_period) == (head.period, head.base_period)
        and not differ(pair.first.place, head.place)
        and not differ(pair.first.scope, head.scope)
    ]
    return same[0] if len({one.value for one in same}) == 1 else None


def run_in(block: Block) -> Iterator[Summed]:
    """Figures of a title that runs into the text without a mark, printed nowhere else and a slip from one that is."""
    for at, head in enumerate(block.claims):
        titled = TITLED[0] <= head.sentence_start <= TITLED[1] and head.start <= RUN_IN and head.section == "lead"
        if not titled or significant_digits(head) < FEWEST or not ORIGINAL.match(_text(block, head)):
            continue
        title = replace(head, section="headline")
        text = [one for one in block.claims[at + 1 : at + 1 + AHEAD] if one.start > RUN_IN and alike(one, head)]
        pairs = [Repeat(one, title, kinship(one, head), *shared(one, head)) for one in text]
        begun = TEXT_BEGUN.search(before(head)) is not None
        if begun or any(supports(abs(one.value), title) for one in block.claims if one is not head):
            continue
        source = slipped(title, pairs, block)
        if source is not None and abs(source.value - head.value) * HUNDRED > abs(
            head.value
        ):  # no cut-off 214万 of 214.85万
            yield Summed(head, source, False)


def _text(block: Block, claim: Claim) -> str:
    article = block.documents.get(claim.document)
    return article.text if article is not None else ""


def _asks(head: Claim) -> bool:
    """Whether a figure stands in a question, or in a line that leads to others, and sums up no text."""
    line = head.sentence.strip()
    return "？" in after(head) or "?" in after(head) or line.startswith(("问", "读者")) or line.endswith(("：", ":"))


def surely(pairs: list[Repeat]) -> Claim | None:
    """The figure of the text that a headline's differs from: the likeliest, or one that agrees with it."""
    best = max(pairs, key=closeness, default=None)
    certain = [pair for pair in pairs if closeness(pair) >= CERTAIN and differs_surely(pair)]
    if best is None or not certain:
        return None
    one = max(certain, key=closeness).first
    return one if one is best.first or agree(Repeat(one, best.first, 0, 0, 0)) else None


def by_a_slip(pairs: list[Repeat], equal: list[Repeat]) -> Claim | None:
    """The figure of the text that the headline's misses by a slip, though a hedged one of something else lets it pass:
    13.57亿 for 13.27亿, and 超过11亿."""
    exact = any(pair.first.value == pair.second.value or not pair.first.hedge for pair in equal)
    best = max(pairs, key=closeness, default=None)
    if (
        exact
        or best is None
        or best in equal
        or closeness(best) < CERTAIN
        or not one_slip_apart(best.first, best.second)
    ):
        return None
    return best.first if differs_surely(best) else None


def of_another_label(pairs: list[Repeat], equal: list[Repeat]) -> Claim | None:
    """The one change that the text gives for what the headline names, where the headline's stands with other names:
    营收下降66% for 营收下降24%,净利润下降66%."""
    if not equal or any(pair.kin or pair.second.kind != "relative_change" for pair in equal):
        return None
    told = [pair.first for pair in pairs if of_one_label(pair)]
    return told[0] if len({claim.value for claim in told}) == 1 else None


def of_one_label(pair: Repeat) -> bool:
    """Whether both changes stand with one name of four characters or more, and with no other time."""
    a, b = pair.first, pair.second
    stated = "measure" not in b.inferred and b.measure_key[-2:] in a.sentence and a.kind == b.kind
    return stated and a.measure_key == b.measure_key and len(b.measure_key) > NAMED and not differ(a.period, b.period)


def rescaled(head: Claim, near: list[Claim]) -> Claim | None:
    """The one figure, named by the same last word, that the headline's is if 万 and 亿 were mistaken."""
    meant = [slip.reading.implied for slip in slips(head) if slip.kind == "scale"]
    word = core(head.measure)[-2:]
    found = [
        claim
        for claim in near
        if len(word) == 2 and core(claim.measure).endswith(word) and any(claim.value in one for one in meant)
    ]
    return found[0] if len({claim.value for claim in found}) == 1 else None


def added(head: Claim, body: list[Claim]) -> bool:
    """Whether two figures told near one another come to the headline's: 723名 and 31名."""
    return any(a.value + b.value == head.value for a, b in _told_together(head, body))


def from_points(head: Claim, body: list[Claim]) -> bool:
    """Whether a percentage of the headline is one of the text and points behind it: 增长3.2%，比全省低0.9个百分点."""
    if head.kind not in PERCENT_KINDS:
        return False
    beside = [(one, then) for one, then in pairwise(body) if then.kind == "point_change" and one.kind in PERCENT_KINDS]
    beside = [(one, then) for one, then in beside if one.sentence_start == then.sentence_start]
    return any(abs(head.value) in (abs(one.value + then.value), abs(one.value - then.value)) for one, then in beside)


def subtracted(head: Claim, body: list[Claim]) -> bool:
    """Whether a figure of the text is by the headline's larger than another near it: 78座 more, 124座 and 202座."""
    slack = Decimal(0) if head.asserted.is_point else head.resolution / 2
    pairs = _told_together(head, body) if head.kind in LEVELS or head.kind in CHANGES else ()
    return any(abs(abs(a.value - b.value) - abs(head.value)) <= slack for a, b in pairs)


def _told_together(head: Claim, body: list[Claim]) -> Iterator[tuple[Claim, Claim]]:
    """The pairs of levels of the headline's unit that stand together; of small numbers those that follow directly."""
    same = [one for one in body if one.kind in LEVELS and units_fit(one, head)]
    reach = TOGETHER if significant_digits(head) > 1 else 2
    for at, first in enumerate(same):
        for then in same[at + 1 : at + reach]:
            yield first, then


def rounds(pair: Repeat) -> bool:
    """Whether the headline rounds a figure of the text to whole ones: 548分 for 548.3分."""
    told, head = pair.first, pair.second
    whole = head.value == head.value.to_integral_value() and head.resolution == 1
    return whole and told.value != told.value.to_integral_value() and 2 * abs(told.value - head.value) <= 1


def crossheads(block: Block) -> Iterator[Summed]:
    """Figures of the lines that head a part of a text, with the figure of that part they repeat, or miss by a slip."""
    told = [claim for claim in block.claims if claim.section not in SUMMARY and claim.start >= 0]
    known = Counter(claim.value for claim in told)
    at = 0
    while at < len(told):
        if not is_crosshead(told[at]):
            at += 1
            continue
        behind = at
        while behind < len(told) and is_crosshead(told[behind]):
            behind += 1
        end = next((to for to in range(behind, len(told)) if is_crosshead(told[to])), len(told))
        for head in told[at:behind]:
            near = [claim for claim in told[behind:end] if alike(claim, head)]
            pairs = [Repeat(claim, head, kinship(claim, head), *shared(claim, head)) for claim in near]
            equal = [pair.first for pair in pairs if agree(pair)]
            missed = [claim for claim in near if missed_by_a_slip(head, claim)]
            if equal:
                yield Summed(head, equal[0], True)
            elif known[head.value] == 1 and len({claim.value for claim in missed}) == 1:
                yield Summed(head, missed[0], False)
        at = behind


def is_crosshead(claim: Claim) -> bool:
    """Whether the figure stands in a short line of its own that ends without a mark."""
    return claim.section == "body" and len(claim.sentence) <= LINE and bool(UNMARKED.search(claim.sentence))


def missed_by_a_slip(head: Claim, claim: Claim) -> bool:
    """Whether a figure of two digits or more is one slip off and stands in a sentence with words of the heading."""
    digits = min(significant_digits(head), significant_digits(claim))
    if digits < 2 or not one_slip_apart(head, claim) or misnamed(head, claim):
        return False
    return len(grams(head.sentence) & grams(claim.sentence)) >= ECHO


def named_in_full(pair: Repeat, equal: list[Repeat]) -> bool:
    """Whether a figure one slip off has the full name of the headline's, which none of the equal ones comes near."""
    a, b = pair.first, pair.second
    if (
        agree(pair)
        or not (full_name(a, b) or in_all_fields(a, b))
        or (b.unit and a.unit != b.unit)
        or not one_slip_apart(a, b)
    ):
        return False
    if narrowed_behind(a, b) or narrowed_behind(b, a):
        return False
    return pair.kin > max((other.kin for other in equal), default=0) and not parted(a, b) and not misnamed(a, b)


def in_all_fields(a: Claim, b: Claim) -> bool:
    """Whether the two are of one measure, place and period, each stated: 破案率 of one city and half-year."""
    named = len(a.measure_key) >= NAMED and "measure" not in (*a.inferred, *b.inferred)
    return named and all(
        getattr(a, name) == getattr(b, name) != "" for name in ("measure_key", "place", "period", "kind")
    )


def recounted(head: Claim, body: list[Claim]) -> Claim | None:
    """The one count of other things, a slip away, told in the headline's words: 查了264人 and 查处违法行为224起."""
    if head.kind != "count" or significant_digits(head) < MANY:
        return None
    words = grams(head.sentence)
    found = [
        claim
        for claim in body
        if claim.kind == "count" and claim.unit and not is_time(claim) and significant_digits(claim) >= MANY
        and one_slip_apart(head, claim) and len(words & grams(claim.sentence)) >= TOLD
    ]  # fmt: skip
    return found[0] if len({claim.value for claim in found}) == 1 else None


def slipped(head: Claim, others: list[Repeat], block: Block) -> Claim | None:
    """The one figure a slip away, told in words of the headline, whose own number the text prints nowhere."""
    if head.section != "headline" or head.hedge in OPEN or is_time(head):
        return None
    words = grams(lead(head) + after(head, 12))
    missed = [
        pair
        for pair in others
        if one_slip_apart(pair.first, head)
        and (
            max(significant_digits(pair.first), significant_digits(head)) >= FEWEST
            or max(pair.kin, pair.tail) >= NAMED_ALIKE
        )
        and (
            pair.kin >= ECHO
            or len(words & grams(pair.first.sentence)) >= ECHO
            or _told_with(pair.first, head, block)
            or _says_most(head, pair.first)
            or _turned_over(head, pair.first)
        )
        and not other_name(pair.first, head)
        and not narrowed_behind(pair.first, head)
    ]
    kin = max((pair.kin for pair in missed), default=0)
    found = [pair.first for pair in missed if pair.kin == kin]
    return found[0] if len({claim.value for claim in found}) == 1 else None


def _says_most(head: Claim, claim: Claim) -> bool:
    """Whether the sentence of a figure of three digits says again most of what the headline does."""
    said = grams(head.sentence) & grams(claim.sentence)
    return len(said) >= TOLD and min(significant_digits(head), significant_digits(claim)) >= MANY


def _turned_over(head: Claim, claim: Claim) -> bool:
    """Whether two figures of one unit and four digits or more are of the same digits: 1186万千瓦 and 1168万千瓦."""
    digits = digits_of(head), digits_of(claim)
    return head.unit == claim.unit != "" and significant_digits(head) > MANY and sorted(digits[0]) == sorted(digits[1])


def _told_with(claim: Claim, head: Claim, block: Block) -> bool:
    """Whether the sentence of a figure prints another one of the headline: 60家企业送岗3200个, 60家单位…岗位2300个."""
    ours, theirs = (
        {(one.value, one.unit) for one in block.claims if one.sentence_start == at and one.document == head.document}
        for at in (head.sentence_start, claim.sentence_start)
    )
    own = {(head.value, head.unit), (claim.value, claim.unit)}
    return bool(ours & theirs - own)


def sole(head: Claim, body: list[Claim]) -> Claim | None:
    """The one figure that the text gives under the name of the headline's, whose own number it prints nowhere."""
    if head.section != "headline" or head.hedge or significant_digits(head) < FEWEST:
        return None
    if "measure" in head.inferred or is_time(head) or head.kind not in (*LEVELS, "relative_change"):
        return None
    named = [
        one
        for one in body
        if (one.kind == head.kind or (one.kind in LEVELS and head.kind in LEVELS))
        and units_fit(one, head) and one.unit == head.unit and named_as(head, one)
        and not one.former and not differ(one.modality, head.modality)
    ]  # fmt: skip
    firm = [one for one in named if not one.hedge and not differ(one.period, head.period)]
    one = firm[0] if len({claim.value for claim in named}) == 1 and firm else None
    return None if one is None or misnamed(head, one) or narrowed_behind(head, one) or other_name(head, one) else one


def named_as(head: Claim, claim: Claim) -> bool:
    """Whether a figure has the headline's name, or one that ends in it or begins like it: 净利润, 紧急转移群众."""
    own, other = (PERSONS_COUNTED.sub("", one.measure_key) for one in (head, claim))
    if own == other and len(own) > 1 and claim.kind == head.kind == "relative_change":
        return head.period == claim.period != "" and not differ(head.comparison, claim.comparison)  # 火灾起数, 火灾
    if len(own) < NAMED or numbered_apart(own, other):
        return False
    of = begins_alike(own, other)  # whose it is: 海山集团净利润, 海山集团归属于股东的净利润
    same = other.endswith(own[of:]) and len(own) - of >= NAMED
    return same or other.endswith(own) or (of >= NAMED_ALIKE and max(len(own), len(other)) - of <= ECHO)


def short_of_bound(head: Claim, pairs: list[Repeat]) -> Claim | None:
    """The figure of the text, under the name of the headline's, that does not reach the mark which it is said to pass:
    突破百亿元 and 98.6亿元."""
    if head.section != "headline" or head.hedge not in PASSED or head.kind not in LEVELS or "measure" in head.inferred:
        return None
    told = [pair for pair in pairs if not pair.first.former and not pair.first.hedge]
    named = [pair.first for pair in told if pair.kin >= NAMED_ALIKE or _cut_short(pair)]
    named = [claim for claim in named if claim.value >= head.value * NEARLY]
    current = max((claim.period for claim in named), default="")
    named = [claim for claim in named if claim.period == current]
    return named[0] if len({one.value for one in named}) == 1 and named[0].value < head.value else None


def _cut_short(pair: Repeat) -> bool:
    """Whether the headline's name ends where the text's goes on: 查处违法超3万起, 查处违法行为29640起."""
    told, head = pair.first, pair.second
    same = told.unit == head.unit != "" and told.period == head.period != ""
    return (
        same and told.measure_key.startswith(head.measure_key[-NAMED_ALIKE:]) and len(head.measure_key) >= NAMED_ALIKE
    )


def other_name(a: Claim, b: Claim) -> bool:
    """Whether both figures go with names in letters and digits, and with no common one: iPhone 14 and iPhone 15."""
    left, right = names_of(a), names_of(b)
    return bool(left and right and left.isdisjoint(right))


def same_name(a: Claim, b: Claim) -> bool:
    """Whether both figures stand beside the same name, and the first beside no other."""
    return bool(names_of(b)) and names_of(a) == names_of(b)


def names_of(claim: Claim) -> set[str]:
    """The name in letters next to the figure: before it in its clause, else right behind it."""
    ahead = NAMES.findall(re.split("[和与及、]", lead(claim))[-1])
    behind = NAMES.findall(re.split("[:：,，;；、。和与]", after(claim, 16))[0])
    return {re.sub(r"\s", "", name) for name in ahead or behind}


def worked_out(head: Claim, heads: Sequence[Claim], body: Sequence[Claim]) -> bool:
    """Whether a growth of a headline is what a level beside it has risen or fallen by from one that the text tells.

    查处醉驾611起 同比下降16.1%: in the text, 611 and 728 of a year before.
    """
    levels = [one for one in heads if one.kind in LEVELS and one.start < head.start and one.clause >= head.clause - 2]
    for new in levels:
        told = [one for one in body if one.kind == new.kind and one.unit == new.unit and one.value]
        slack = head.resolution / 2
        moves = ((new.value / one.value - 1) * HUNDRED for one in told if one.value != new.value)
        if any(abs(abs(move) - abs(head.value)) <= slack for move in moves):
            return True
    return False


def alike(a: Claim, b: Claim) -> bool:
    """Whether the two figures are of one kind and unit."""
    level = a.kind in LEVELS and b.kind in LEVELS
    percent = a.kind in PERCENT_KINDS and b.kind in PERCENT_KINDS and (a.kind == b.kind or abs(a.value) == abs(b.value))
    return (level or percent or a.kind == b.kind) and units_fit(a, b) and not differ(a.modality, b.modality)


def differs_surely(pair: Repeat) -> bool:
    """Whether a slip, or one long name, ties the two together."""
    a, b = pair.first, pair.second
    if misnamed(a, b) and not named_shorter(b, a):
        return False
    if one_slip_apart(a, b) or (kinship(a, b) >= 4 and rounds_a_slip(b, a)):
        if narrowed_behind(a, b) or narrowed_behind(b, a):
            return False
        if pair.lead >= 6 or pair.kin >= 5:
            return True
        return max(significant_digits(a), significant_digits(b)) >= 3 or not qualified(a, b)
    named = "measure" not in (*a.inferred, *b.inferred)
    return named and one_name(a, b) and pair.kin >= 8 and not qualified(a, b)


def narrowed_behind(a: Claim, b: Claim) -> bool:
    """Whether a word narrows the things counted by the second figure of one or two digits: 8家法院 and 7家基层法院."""
    if a.kind != "count" or max(significant_digits(a), significant_digits(b)) > 2:
        return False
    thing, other = (re.split(HEAD, after(claim, 14).removeprefix(claim.unit))[0] for claim in (a, b))
    return len(thing) >= 2 and thing[:2] in other[2:] and other[:2] not in thing


def named_shorter(head: Claim, claim: Claim) -> bool:
    """Whether a headline has some of the names of the text and no others: Pro阵容 for iPhone 15系列Pro阵容."""
    names, others = (set(NAMES.findall(wording(one))) for one in (head, claim))
    return bool(names) and names < others and kinship(head, claim) >= 5


def closeness(pair: Repeat) -> int:
    """The likelihood of one quantity, raised by the words that headline and sentence share; a change of a price that
    both name in full is none of many prices."""
    echo = len(grams(pair.first.sentence) & grams(pair.second.sentence))
    moved = pair.kin >= FULL and pair.first.kind == pair.second.kind == "relative_change" and specified(pair.first)
    return likelihood(pair) + FROM_THE_TEXT + min(15, 3 * echo) + (A_SPEC if moved else 0)
