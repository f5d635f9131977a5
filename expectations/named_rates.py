"""Rates whose names say what they are of: 合格率 beside what failed, 资产负债率 beside assets and debts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from claims.claim import Claim
from expectations.blocks import Block
from expectations.parts import label, label_behind
from expectations.ratios import OTHER_BASE, Ratio, compared, holds, of_other_things
from expectations.same import differ, dimension, is_level, is_result
from expectations.slips import closing_slips
from expectations.tenths import in_percent
from expectations.words import after, between, grams, lead

FAILURE = re.compile("[不未]..率$")
PASSED = re.compile("(?P<what>合格|通过|达标|及格)率$")
TESTED = re.compile("抽检|抽查|检测|检验|检查|监测|监督|送检|参加|应考|共")
REFUSAL = re.compile("不(?:批准?)?(?:逮?捕)率(?:为|达到?|是)?")
DENIED, GRANTED = re.compile("不(?:予)?(?:批准)?逮?捕"), re.compile("(?:批准逮捕|批捕)")
MANNER = re.compile("抽检|抽查|检测|检验|检查|监测|监督|送检|总体|综合|平均")
NEAR, FAR = 4, 20  # clauses
NEXT = 2  # clauses from all to those taken out of them
BARE = re.compile("(?P<of>[一-鿿]{0,4}?)(?P<stem>[一-鿿]{2})率(?:为|达到?|是)?")
NAMED = re.compile("率|覆盖面|比例|占比")
COVERED = re.compile("(?:覆盖面|覆盖率|比例|占比|建成率)(?:已|也)?(?:为|达到?|是)?")
AMONG = re.compile("[里中](?:已|有)")  # 80个行政村里已有56个
MILLIONTH = re.compile("[百千十]?万分之")
OF_OTHER_WHOLE = re.compile("[（(][以按]")
FOUND = re.compile("检出|阳性|患病|感染|超标")  # what examinations find, of those examined
# Rates that are one thing in percent of another by their definition.
DEFINED = tuple(
    (rate, re.compile(f"(?:{part})$"), re.compile(f"(?:{whole})$"))
    for rate, part, whole in (
        ("资产负债率", "总负债|负债总额|负债合计", "总资产|资产总额|资产总计|资产合计"),
        ("森林覆盖率", "森林面积", "国土面积|国土总面积|土地面积|土地总面积|辖区面积|总面积"),
        ("城镇化率", "城镇(?:常住)?人口", "(?<!城镇)(?<![乡农]村)(?:常住人口|总人口|人口总数)"),
    )
)


def complements(block: Block) -> Iterator[Ratio]:
    """Rates of what passed with the one count of what failed and the one of all: 250批次中9批次不合格,合格率96.4%."""
    for sentence in block.sentences:
        for share in sentence.claims:
            name = PASSED.search(share.measure) if share.kind == "share" and is_result(share) else None
            if name is not None and f"不{name[0]}" not in share.measure:
                found = list(_failed(share, name["what"], sentence.claims))
                yield from found or _failed_before(share, name["what"], block)


def found_out(block: Block) -> Iterator[Ratio]:
    """A rate right behind the count that 其中 takes out of one, or whose name the count's words hold with more between.

    检测14400人，其中3600人达到诊断标准，检出率25%; 考生3250人，上本科线的1950人，本科上线率60%;
    80个村里已有56个建成，覆盖面达七成.
    """
    for sentence in block.sentences:
        if NAMED.search(sentence.text) is None:
            continue
        sentence = in_percent(sentence)
        row = [one for one in sentence.claims if one.dimension != "age"]
        for whole, part, share in zip(row, row[1:], row[2:], strict=False):
            told = label(part) + label_behind(part)
            if share.kind != "share" or not is_result(share) or share.clause - part.clause != 1:
                continue
            name, words = BARE.fullmatch(lead(share).strip()), between(whole, part)
            if not (name or COVERED.fullmatch(lead(share).strip())) or not _counted_one_by_one(whole, part):
                continue
            stem = name["stem"] if name else ""
            behind = after(share, 16)
            if MILLIONTH.match(share.text) or OF_OTHER_WHOLE.match(behind) or OTHER_BASE.search(behind):
                continue  # 有效申诉率百万分之0.81（以快递业务量计）
            if name and name["of"] not in told:
                continue  # 受理2381件，办结2297件，按期办结率99.2%
            parted = "".join(f"{char}.{{0,4}}?" for char in stem)
            held = (
                bool(stem)
                and re.search(parted, label(part)) is not None
                and not re.search(f"[不未]{stem}", label(part))
            )
            among = AMONG.search(words) is not None or "其中" in words
            taken_out = among if name is None else FOUND.fullmatch(stem) is not None and "其中" in words
            ratio = Ratio(share, part, whole, True, ("measure",))
            if not (held or taken_out) or part.clause - whole.clause > NEXT or holds(replace(ratio, rest=True)):
                continue
            if of_other_things(ratio) and not closing_slips(compared(ratio)):
                continue  # 接报警情612.8万起；化解矛盾纠纷28.9万起，化解率96.2%
            others = [one for one in row if one.unit == part.unit and one.start < part.start]
            if not any(holds(replace(ratio, whole=one)) for one in others if one is not whole):
                yield ratio


def refused(block: Block) -> Iterator[tuple[Claim, Claim, Claim]]:
    """Rates of refusal that are taken of what was granted alone: 批准逮捕1026人，不批准逮捕612人，不捕率59.6%.

    Those refused are so many in a hundred of all that were decided. Rate, refused and granted.
    """
    for sentence in block.sentences:
        for granted, denied, share in zip(sentence.claims, sentence.claims[1:], sentence.claims[2:], strict=False):
            told = share.kind == "share" and REFUSAL.fullmatch(lead(share).strip()) is not None
            if not told or not granted.unit == denied.unit == "人" or granted.hedge or denied.hedge:
                continue
            decided = DENIED.search(lead(denied)) and GRANTED.search(lead(granted)) and not DENIED.search(lead(granted))
            if decided and holds(Ratio(share, denied, granted, True)):
                yield share, denied, granted


def _counted_one_by_one(whole: Claim, part: Claim) -> bool:
    """Whether two figures count things of one kind, exactly, the second fewer."""
    counts = whole.kind == part.kind == "count" and whole.unit == part.unit != ""
    exact = not (whole.hedge or part.hedge or whole.former or part.former or part.group or whole.group)
    return counts and exact and is_result(whole) and is_result(part) and part.value < whole.value


def _failed_before(share: Claim, what: str, block: Block) -> Iterator[Ratio]:
    """A rate that misses by a slip what the only counts of the article before it come to: 此次检查的合格率为88%."""
    told = [one for one in block.claims if one.document == share.document and one.start < share.start]
    if any(one.kind == "count" and one.sentence_start == share.sentence_start for one in told):
        return
    rates = [one for one in block.claims if one.kind == "share" and one.measure_key.endswith(f"{what}率")]
    for ratio in _failed(share, what, told, FAR) if len(rates) == 1 else ():
        if holds(ratio) or closing_slips(compared(ratio)):
            yield ratio


def _failed(share: Claim, what: str, told: Sequence[Claim], reach: int = NEAR) -> Iterator[Ratio]:
    near = [one for one in told if one.start < share.start and share.clause - one.clause <= reach]
    counts = [one for one in near if one.kind == "count" and is_result(one) and not one.hedge and not one.former]
    failed = [one for one in counts if re.search(f"[不未]{what}", label(one) + label_behind(one))]
    passed = [one for one in counts if one not in failed and what in label(one) + label_behind(one)]
    tested = [one for one in counts if one not in failed and TESTED.search(label(one))]
    if len(failed) != 1 or len(tested) != 1 or passed or tested[0].unit != failed[0].unit:
        return
    if tested[0].value > failed[0].value and tested[0].start < failed[0].start:
        yield Ratio(share, failed[0], tested[0], True, ("measure",), rest=True)


def passed_apart(block: Block) -> Iterator[Ratio]:
    """The one rate of what passed that an article tells, with the only counts of all, passed and failed that add up.

    食品抽检合格率为98.2%。…抽检24650批次，检出合格24206批次，不合格444批次.
    """
    rates = [one for one in block.claims if one.kind == "share" and is_result(one) and not (one.former or one.hedge)]
    named = [(one, PASSED.search(one.measure)) for one in rates if FAILURE.search(one.measure) is None]
    told = [(one, name) for one, name in named if name is not None]
    if len({(one.document, one.value, one.measure_key) for one, _ in told}) != 1:
        return
    (share, name), *_ = told
    subject = grams(MANNER.sub("", share.measure[: name.start()]))
    failing = re.compile(f"[不未]{name['what']}")
    counts = [one for one in block.claims if one.kind == "count" and is_result(one) and one.document == share.document]
    counts = [one for one in counts if one.unit and not (one.former or one.hedge)]
    counts = [one for one in counts if not (differ(one.place, share.place) or differ(one.period, share.period))]
    names = {one.claim_id: label(one) + one.measure for one in counts}
    pairs = [
        (tested, passed)
        for passed, failed in pairwise(counts)
        if passed.unit == failed.unit and failing.search(names[failed.claim_id])
        and name["what"] in names[passed.claim_id] and not failing.search(names[passed.claim_id])
        for tested in counts
        if tested.start < passed.start and tested.unit == passed.unit and tested.value == passed.value + failed.value
        and (not subject or subject & grams(tested.sentence))
    ]  # fmt: skip
    if len({(tested.value, passed.value) for tested, passed in pairs}) == 1:
        tested, passed = pairs[0]
        yield from (Ratio(one, passed, tested, True, ("measure",)) for one, _ in told)


# Rates told apart from their part and whole, of which the article tells one each.
APART = (("不良(?:贷款)?率", "不良贷款(?:余额)?", "(?:[全该本]行|各项|全部|本外币)*贷款(?:余额|总额)"),)


def defined_apart(block: Block) -> Iterator[Ratio]:
    """Rates that miss by a slip what the one part and the one whole of their definition in the article come to."""
    levels = [one for one in block.claims if is_level(one) and is_result(one) and not one.former and not one.hedge]
    for rate, part, whole in APART:
        shares = [one for one in block.claims if one.kind == "share" and re.fullmatch(f".{{0,12}}{rate}", one.measure)]
        shares = [one for one in shares if not one.former and is_result(one)]
        row = [[one for one in levels if re.fullmatch(name, one.measure)] for name in (part, whole)]
        if any(len({one.value for one in told}) != 1 for told in (shares, *row)):
            continue
        ratio = Ratio(shares[0], row[0][0], row[1][0], True, ("measure",))
        if dimension(ratio.part) == dimension(ratio.whole) != "" and (holds(ratio) or closing_slips(compared(ratio))):
            yield ratio


def defined(block: Block) -> Iterator[Ratio]:
    """Rates with the part and the whole of their definition, where a sentence tells one of each: 资产负债率62%."""
    for sentence in block.sentences:
        levels = [one for one in sentence.claims if is_level(one) and is_result(one) and not one.former]
        for rate, part, whole in DEFINED:
            shares = [one for one in sentence.claims if one.kind == "share" and one.measure.endswith(rate)]
            parts, wholes = ([one for one in levels if name.search(one.measure)] for name in (part, whole))
            one_of_each = len(shares) == len(parts) == len(wholes) == 1
            if one_of_each and not shares[0].former and dimension(parts[0]) == dimension(wholes[0]) != "":
                yield Ratio(shares[0], parts[0], wholes[0], True, ("measure",))
