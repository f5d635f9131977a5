"""The growth of a whole lies between the smallest and the largest growth of its parts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import reduce
from itertools import zip_longest

from claims.bilingual import Bilingual
from claims.claim import Claim
from expectations.blocks import Block, Sentence
from expectations.check import check
from expectations.comparison import Comparison, Reading, judge, operands
from expectations.examples import Bad, Good
from expectations.same import differ
from expectations.sums import splits
from expectations.totalling import compared as sum_of
from expectations.words import after, before, between, lead

# Names that divide a whole in every statistic of it; the three sectors leave out households' use of power.
DIVISIONS = (
    ("出口", "进口"), ("轻工业", "重工业"), ("城镇", "乡村"), ("城镇", "农村"), ("一产", "二产", "三产"),
    ("第一产业", "第二产业", "第三产业"),
)  # fmt: skip
NOT_SHARED = re.compile("用电|电量|人均|均价|率$|比重")  # means move with the weights of their parts
FEWEST = 3  # a whole and two parts
OF_WHICH = re.compile(r"^[^。；;]{0,12}其中[^。；;]{0,24}$")
TURNED = re.compile("转[为正负]|变为|[扩收回][大窄升]")


@check(
    code="CF117",
    title=Bilingual("总体增速不在分项之间", "the whole's growth lies outside its parts'"),
    message=Bilingual(
        "{measure}增速为{figure}，不在各分项增速（{others}）之间。",
        "{measure} grew by {figure}, which does not lie between its parts' growth ({others}).",
    ),
    why=Bilingual(
        "总体增速是各分项增速的加权平均，不会超出最小与最大的分项增速。",
        "The growth of a whole is a weighted mean of its parts', so it cannot lie beyond them.",
    ),
    limits=[
        Bilingual(
            "分项须齐全：合计等于总数，或文字说明齐全，或名目互补（出口与进口、城镇与乡村）",
            "the parts must be all: they add up, the words say so, or their names leave nothing out (exports, imports)",
        ),
    ],
    examples=[
        Good(
            "前8个月全县进出口512.6亿元，同比增长6.4%，其中民营企业进出口388.1亿元，增长12.3%。出口301.4亿元，增长8.1%；进口211.2亿元，增长4.1%。"
        ),
        Bad(
            "上半年，全市进出口总额2093.22亿元，同比增长【17.4%】。其中，出口846.23亿元，增长15.2%；进口1246.99亿元，增长9.1%。"
        ),
        Good(
            "上半年，全市进出口总额2093.22亿元，同比增长11.4%。其中，出口846.23亿元，增长15.2%；进口1246.99亿元，增长9.1%。"
        ),
        Bad("上半年，全县进出口同比增长【18.2%】。其中，出口增长9.7%，进口增长12.3%。"),
        Bad("全市社会消费品零售总额同比增长【1.4%】，其中城镇增长2.5%、乡村增长4.1%。"),
        Good("上半年，全县进出口同比增长11.2%。其中，出口增长9.7%，进口增长12.3%。"),
        Good("全县进出口同比增长18.2%，其中对东盟出口增长9.7%，自欧盟进口增长12.3%。"),
        Good("全省用电量增长9.9%，其中第一产业增长3.2%，第二产业增长4.5%，第三产业增长6.1%，居民生活增长26%。"),
        Good("全市居民人均可支配收入增长6.3%，其中城镇居民增长5.1%，农村居民增长6.1%。"),
        Good(
            "单看11月：进出口846.2亿元，同比增长8.4%。出口495.0亿元，同比增长6.1%；进口351.2亿元，同比由10月的下降2.3%转为增长，增幅11.8%。"
        ),
    ],
)
def growth_outside_parts(block: Block) -> Iterator[Comparison]:
    """Totals and parts that add up, each with its growth."""
    if sum(claim.kind == "relative_change" for claim in block.claims) < FEWEST:
        return
    for sentences in zip_longest(block.sentences, block.sentences[1:]):
        yield from named(*sentences)
    growths = growth_of(block)
    if len(growths) < FEWEST:
        return
    for split in splits(block):
        whole = growths.get(split.total.claim_id)
        parts = [growths.get(part.claim_id) for part in split.parts]
        if whole is None or any(part is None for part in parts):
            continue
        found = tuple(part for part in parts if part is not None)
        if any(differ(whole.comparison, part.comparison) for part in found):
            continue
        if judge(sum_of(split)).verdict in ("consistent", "by_rounding"):
            yield Comparison(
                reported=whole,
                using=found,
                expected=lambda *parts: reduce(Reading.hull, parts),
                working=operands(" … ", 1, len(found)),
                explanations=(Bilingual("分项增速的口径可能不同", "the parts' growth may be of another scope"),),
            )


def named(sentence: Sentence, following: Sentence | None) -> Iterator[Comparison]:
    """Growths alone, of a whole and of all its parts by their names: 进出口增长11%，其中出口增长9%，进口增长12%."""
    grown = sum(map(_grew, sentence.claims))
    if not grown or (grown < FEWEST and following is None):
        return
    led = following is not None and following.text.lstrip().startswith("其中") and following.start > sentence.start
    row = [*sentence.claims, *(following.claims if led and following is not None else ())]
    for at, whole in enumerate(row[:-2]):
        if whole.sentence_start != sentence.start or not _grew(whole) or NOT_SHARED.search(whole.measure):
            continue
        parts = _parts(whole, row[at + 1 :])
        if parts:
            yield Comparison(
                reported=whole,
                using=parts,
                expected=lambda *parts: reduce(Reading.hull, parts),
                working=operands(" … ", 1, len(parts)),
                inferred=("measure",),
                explanations=(Bilingual("分项增速的口径可能不同", "the parts' growth may be of another scope"),),
            )


def _grew(claim: Claim) -> bool:
    return claim.kind == "relative_change" and not claim.modality and claim.comparison in ("", "year_on_year")


def _parts(whole: Claim, row: list[Claim]) -> tuple[Claim, ...]:
    """The growths behind 其中 whose names divide the whole, none left out and no other one among them."""
    for words in DIVISIONS:
        parts = tuple(row[: len(words)])
        if len(parts) < len(words) or not all(map(_grew, parts)) or not OF_WHICH.search(_words(whole, parts[0])):
            continue
        if any(word in whole.measure.replace("进出口", "") for word in words):
            continue
        if any(differ(part.period, whole.period) or differ(part.place, whole.place) for part in parts):
            continue
        if all(_is(word, part) for word, part in zip(words, parts, strict=True)) or all(
            _is(word, part) for word, part in zip(reversed(words), parts, strict=True)
        ):
            return parts
    return ()


def _words(whole: Claim, part: Claim) -> str:
    return between(whole, part) if whole.sentence_start == part.sentence_start else before(part)


def _is(word: str, part: Claim) -> bool:
    """Whether the clause names this part and nothing narrower: 出口额增长, not 对东盟出口增长."""
    label = re.sub(r"^[\s，,、]*(?:其中)?[，,：:]?", "", lead(part).split("、")[-1])
    return bool(re.fullmatch(rf"{word}(?:产业|居民|地区|市场|消费品|零售|总?额|总?值|增加值|生产)*(?:同比|则)?"
                             r"(?:实现|大幅)?(?:增长|下降|上升|减少|增加)了?", label))  # fmt: skip


def growth_of(block: Block) -> dict[str, Claim]:
    """The growth that follows a level within two clauses and is of its measure, by the level's id."""
    found: dict[str, Claim] = {}
    last: Claim | None = None
    for claim in block.claims:
        if claim.kind in ("count", "amount") and not claim.former and not claim.modality:
            last = claim
        elif claim.kind == "relative_change" and last is not None and claim.clause - last.clause <= 2:
            if TURNED.match(after(claim, 4)):
                continue  # 由10月的下降1.9%转为增长，增幅14.1%
            same = claim.measure_key == last.measure_key and claim.comparison in ("", "year_on_year")
            if same and claim.document == last.document:
                found.setdefault(last.claim_id, claim)
    return found
