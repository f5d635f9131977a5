"""Multiples: nothing falls by n times, and 增长2倍 is three times as much."""

from __future__ import annotations

from collections.abc import Iterator

from claims.bilingual import Bilingual
from claims.claim import Claim
from claims.interval import Interval
from expectations.blocks import Block
from expectations.check import check
from expectations.comparison import Comparison, Reading
from expectations.examples import Bad, Good
from expectations.levels import near
from expectations.same import dimension, is_level
from expectations.words import after, before


@check(
    code="CF115",
    title=Bilingual("倍数使用不当", "a multiple is misused"),
    message=Bilingual("{measure}：“{words}”，{fault}。", "{measure}: “{words}”, {fault}."),
    why=Bilingual(
        "减少不能用倍数；增长2倍是原来的3倍，增长到2倍是原来的2倍。",
        "Nothing falls by times its size; “up two times” (增长2倍) is three times as much, “to twice” (增长到2倍) two.",
    ),
    limits=[Bilingual("前后水平须在同一句中", "both levels must stand in the same sentence")],
    examples=[
        Bad("改造后，该厂能耗降低了【2】倍。"),
        Bad("出口额由5.00亿元增至20.00亿元，增长了【4】倍。"),
        Good("改造后，该厂能耗降低了一半，产量提高2倍。"),
        Good("出口额由5.00亿元增至20.00亿元，增长了3倍。"),
        Good("出口额由5.00亿元增至20.00亿元，是原来的4倍。"),
    ],
)
def multiple_misused(block: Block) -> Iterator[Comparison]:
    """Falls by a multiple, and multiples beside both levels."""
    for sentence in block.sentences:
        for at, claim in enumerate(sentence.claims):
            if (
                claim.kind != "multiple"
                or claim.modality
                or (not after(claim, 3).lstrip().startswith("倍") and "倍" not in claim.text)
            ):
                continue
            words = before(claim, 8).lstrip("，,；;、 ")
            if falls(words):
                yield _fall(claim, words)
            else:
                yield from _against_levels(claim, list(sentence.claims[max(0, at - 4) : at]), words)


def worded(claim: Claim, words: str) -> str:
    """The multiple with the words right before it: 降低了2倍."""
    return f"{words[-5:]}{claim.text}{'' if '倍' in claim.text else '倍'}"


def falls(words: str) -> bool:
    """Whether the words say that something fell by this many times."""
    tail = words[-5:]
    down = any(word in tail for word in ("减少", "下降", "降低", "缩小", "缩短", "减小", "下跌"))
    return down and not any(word in tail for word in ("到", "至", "为"))


def _fall(claim: Claim, words: str) -> Comparison:
    said = worded(claim, words)
    return Comparison(
        reported=claim,
        reading=Reading.constant(1),
        expected=lambda: Reading.constant(0),
        working=said,
        facts={
            "words": said,
            "fault": Bilingual("减少不能用倍数表示", "a fall cannot be a multiple"),
        },
        worst="warning",
        quiet=True,
        hints=(
            Bilingual("应写减少百分之几、几分之几，或降到原来的几分之几", "say by what percentage or fraction it fell"),
        ),
    )


def _against_levels(claim: Claim, earlier: list[Claim], words: str) -> Iterator[Comparison]:
    levels = [other for other in earlier if is_level(other) and not other.modality and near(other, claim)]
    if len(levels) < 2:
        return
    old, new = levels[-2:]
    if (
        not old.former
        or new.former
        or dimension(old) != dimension(new)
        or not (new.reached or new.clause - old.clause <= 1)
    ):
        return
    rises = any(word in words[-6:] for word in ("增长", "增加", "提高", "上升", "扩大", "上涨", "翻")) and not any(
        word in words[-4:] for word in ("到", "至", "为")
    )
    more = 1 if rises else 0
    hint = Bilingual(
        "增长n倍是原来的n＋1倍；若指增长到n倍，则吻合",
        "up n times is n + 1 times as much; it fits if “to n times” was meant",
    )
    other = Bilingual("若写作增长n倍，则吻合", "it fits if “up n times” was meant")
    yield Comparison(
        reported=claim,
        using=(new, old),
        expected=lambda now, then: (now / then).plus(-more),
        working="{1} ÷ {2}" + (" − 1" if more else ""),
        unit="倍",
        facts={
            "words": worded(claim, words),
            "fault": Bilingual(f"与{old.text}、{new.text}不符", f"does not fit {old.text} and {new.text}"),
        },
        hints=((hint if more else other),) if _other_reading(claim, new, old, more) else (),
    )


def _other_reading(claim: Claim, new: Claim, old: Claim, more: int) -> bool:
    try:
        ratio = Reading.of(new) / Reading.of(old)
    except ZeroDivisionError:
        return False
    meant = ratio.plus(more - 1).asserted
    return claim.asserted.meets(meant) or Interval.point(claim.value).meets(meant)
