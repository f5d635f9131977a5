"""A difference of two percentages written as percent, or a relative change written as points."""

from __future__ import annotations

import re
from collections.abc import Iterator

from claims.bilingual import Bilingual
from claims.claim import Claim
from expectations.blocks import Block, Sentence
from expectations.check import check
from expectations.comparison import Comparison, Reading
from expectations.examples import Bad, Good
from expectations.levels import A_YEAR_AGO, GROWTH, growth, moves
from expectations.same import is_level, is_result
from expectations.wording import figure
from expectations.words import lead

STEP = re.compile("(?:提高|提升|上升|下降|降低|回落|放缓|加快|收窄|扩大|高出|低)了?[约近]?$")
RATE = re.compile("(?:比例|比重|占比|率|增速|增幅|份额)")
RATE_NAME = re.compile("[一-鿿]{1,3}率(?=[一-鿿]{2,3}$)")
GROWN = re.compile(
    "(?:同比|环比|(?:较|比)(?:上|去|前|同)[^，,。；;\\d]{0,4})?(?:增长|增加|上升|提高|上涨|增幅达?|下降|减少)了?[约近]?"
)
TAIL = 3  # characters of what two levels measure that are one: 医院的门诊|结算量
CLAUSES = 6  # from the first of two percentages to the step between them


@check(
    code="CF112",
    title=Bilingual("百分点误作百分数", "percent for percentage points"),
    message=Bilingual(
        "{measure}由{then}变为{now}，相差{gap_points}，而文中写作{figure}。",
        "{measure} moves from {then} to {now}, {gap_points} apart, but the text says {figure}.",
    ),
    why=Bilingual(
        "两个百分数之差应说百分点；说百分数就是相对变化，数值大不相同。",
        "A difference of two percentages is in points; in percent it would be a relative change, another number.",
    ),
    limits=[
        Bilingual(
            "两个百分数须在同一句中，或在同一段中紧接在前",
            "both percentages must stand in the sentence, or right before it in the paragraph",
        )
    ],
    examples=[
        Bad("市场份额由15.4%升至21.4%，提高了【6%】。"),
        Good("市场份额由15.4%升至21.4%，提高了6个百分点。"),
        Good("市场份额由15.4%升至21.4%，提高了39%。"),
        Bad("2024年末，老人占全县人口的26.4%。而在2019年末，这一比例是22.1%，五年提高了【4.3%】。"),
        Bad("今年412人考试，合格率91.5%。而去年398人考试，合格率86.2%。一年间，合格率上升了【5.3%】。"),
        Good("今年412人考试，合格率91.5%。而去年398人考试，合格率86.2%。一年间，合格率上升了5.3个百分点。"),
        Good("2024年末，老人占全县人口的26.4%。而在2019年末，这一比例是22.1%，五年提高了4.3个百分点。"),
        Bad("4月4日至6日，古镇累计接待游客60.48万人次，上年同期为50.40万人次，增长【20个百分点】。"),
        Good("4月4日至6日，古镇累计接待游客60.48万人次，上年同期为50.40万人次，增长20%。"),
        Bad("旅游收入由3.2亿元增至3.68亿元，增长【15个百分点】。"),
        Good("旅游收入由3.2亿元增至3.68亿元，增长15%。"),
        Bad("半年里，乡镇医院的结算量为58.3万人次，去年同期这些医院的门诊结算量是42.6万人次，增长【36.9个百分点】。"),
        Good("旅游收入由3.2亿元增至3.68亿元，占比提高15个百分点。"),
        Bad("全市在园幼儿14.35万人，上一学年为13.51万人，增长【6.2】个百分点。"),
        Good("全市在园幼儿14.35万人，上一学年为13.51万人，增长6.2%。"),
    ],
)
def percent_for_points(block: Block) -> Iterator[Comparison]:
    """Relative changes between two percentages that only fit as points."""
    for sentence in block.sentences:
        for move in moves(sentence, ("share",), changes=("relative_change",)):
            if move.old is not None and _fits_as_points(move.change, move.new, move.old):
                yield _told(move.change, move.new, move.old)
        yield from of_levels(sentence)
    yield from stepped(block)


def of_levels(sentence: Sentence) -> Iterator[Comparison]:
    """Points by which a count is said to have grown right behind both its levels, where it grew so many per cent."""
    for first, second, points in zip(sentence.claims, sentence.claims[1:], sentence.claims[2:], strict=False):
        named = first.measure_key == second.measure_key or first.measure[-TAIL:] == second.measure[-TAIL:] != ""
        levels = named and first.unit == second.unit and is_level(first)
        if points.kind != "point_change" or not levels or first.kind not in ("count", "amount"):
            continue
        ago = A_YEAR_AGO.match(lead(second)) is not None
        if (
            second.kind != first.kind
            or (first.former == second.former and not ago)
            or points.clause - second.clause > 1
        ):
            continue
        new, old = (second, first) if first.former and not second.former else (first, second)
        grown = growth(Reading.of(new), Reading.of(old)).asserted
        if GROWN.fullmatch(lead(points)) and (grown.meets(points.asserted) or grown.meets(-points.asserted)):
            percent = f"{abs(points.value)}%"
            yield Comparison(
                reported=points,
                using=(new, old),
                reading=Reading.constant(1),
                expected=lambda new, old: Reading.constant(0),
                working=GROWTH,
                facts={"then": figure(old), "now": figure(new), "gap_points": Bilingual(percent, percent)},
                grave=True,
                quiet=True,
                hints=(Bilingual("应为百分数，不是百分点", "per cent is meant, not points"),),
            )


def stepped(block: Block) -> Iterator[Comparison]:
    """Steps between two percentages told before them in the paragraph: 占33.9%。而2019年这一比例是30.4%，提高了3.5%."""
    percent = [one for one in block.claims if one.kind in ("share", "relative_change") and is_result(one)]
    for first, second, step in zip(percent, percent[1:], percent[2:], strict=False):
        alike = first.kind == second.kind and first.paragraph == second.paragraph == step.paragraph
        if (
            first.hedge
            or second.hedge
            or not alike
            or step.kind != "relative_change"
            or not STEP.search(lead(step))
            or step.hedge
        ):
            continue
        old, new = (first, second) if first.former or not second.former else (second, first)
        near = step.clause - first.clause <= CLAUSES and (
            step.sentence_start == second.sentence_start or _named_again(step, first, second)
        )
        if not near or not RATE.search(second.sentence) or old.value == new.value:
            continue
        grown = growth(Reading.of(new), Reading.of(old)).asserted
        if _fits_as_points(step, new, old) and not grown.meets(step.asserted):
            yield _told(step, new, old)


def _named_again(step: Claim, *rates: Claim) -> bool:
    """Whether the clause of a step names the rate that both percentages are: 一年时间,合格率上升了5.3%."""
    named = RATE_NAME.search(lead(step))
    return named is not None and all(rate.measure.endswith(named[0]) for rate in rates)


def _told(change: Claim, new: Claim, old: Claim) -> Comparison:
    """The change against the growth from the one percentage to the other."""
    gap = abs(new.value - old.value)
    return Comparison(
        reported=change,
        using=(new, old),
        expected=growth,
        working=GROWTH,
        facts={
            "then": old.text,
            "now": new.text,
            "gap_points": Bilingual(f"{gap}个百分点", f"{gap} points"),
        },
        grave=True,
        quiet=True,
        hints=(Bilingual("应为百分点", "percentage points are meant"),),
    )


def _fits_as_points(change: Claim, new: Claim, old: Claim) -> bool:
    gap = (Reading.of(new) - Reading.of(old)).asserted
    return gap.meets(change.asserted) or gap.meets(-change.asserted)
