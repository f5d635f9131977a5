"""A difference of two percentages written as percent, or a relative change written as points."""

from __future__ import annotations

from collections.abc import Iterator

from claims.bilingual import Bilingual
from claims.claim import Claim
from expectations.blocks import Block
from expectations.check import check
from expectations.comparison import Comparison, Reading
from expectations.examples import Bad, Good
from expectations.levels import GROWTH, growth, moves


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
    limits=[Bilingual("两个百分数须在同一句中", "both percentages must stand in the sentence")],
    examples=[
        Bad("市场份额由15.4%升至21.4%，提高了【6%】。"),
        Good("市场份额由15.4%升至21.4%，提高了6个百分点。"),
        Good("市场份额由15.4%升至21.4%，提高了39%。"),
    ],
)
def percent_for_points(block: Block) -> Iterator[Comparison]:
    """Relative changes between two percentages that only fit as points."""
    for sentence in block.sentences:
        for move in moves(sentence, ("share",), changes=("relative_change",)):
            if move.old is not None and _fits_as_points(move.change, move.new, move.old):
                yield Comparison(
                    reported=move.change,
                    using=(move.new, move.old),
                    expected=growth,
                    working=GROWTH,
                    facts={
                        "then": move.old.text,
                        "now": move.new.text,
                        "gap_points": Bilingual(
                            f"{abs(move.new.value - move.old.value)}个百分点",
                            f"{abs(move.new.value - move.old.value)} points",
                        ),
                    },
                    grave=True,
                    quiet=True,
                    hints=(Bilingual("应为百分点", "percentage points are meant"),),
                )


def _fits_as_points(change: Claim, new: Claim, old: Claim) -> bool:
    gap = (Reading.of(new) - Reading.of(old)).asserted
    return gap.meets(change.asserted) or gap.meets(-change.asserted)
