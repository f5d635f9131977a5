"""The linear solver in floats, for systems too large for the exact one: it proposes, exact arithmetic disposes."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from expectations.reconcile.simplex import Row

# Try an irreducible set from the infeasibility proof first, then elastic filtering (HiGHS, IisStrategy).
IIS_STRATEGY = 6


def conflicting_rows(size: int, rows: Sequence[Row]) -> list[int] | None:
    """Indices of rows that cannot all hold, as far as floats can tell; None when they see no conflict.

    Strict rows are read as not strict, so that growths alone, of levels that nobody states, never conflict here;
    variables and rows are scaled to magnitudes near 1.
    """
    import highspy
    import numpy as np
    from highspy._core import _Highs

    scale = _magnitudes(size, rows)
    # The public class prints a banner to standard output before it can be told to be silent; its base does not.
    solver = _Highs()
    for option, value in (("output_flag", False), ("iis_strategy", IIS_STRATEGY), ("threads", 1)):
        solver.setOptionValue(option, value)
    for _ in range(size):
        solver.addVar(-highspy.kHighsInf, highspy.kHighsInf)
    placed = []
    for index, row in enumerate(rows):
        weights = [weight * scale[variable] for variable, weight in row.terms]
        largest = max((abs(weight) for weight in weights), default=Fraction(0))
        if not largest:
            continue
        placed.append(index)
        solver.addRow(
            -highspy.kHighsInf,
            float(row.limit / largest),
            len(weights),
            np.array([variable for variable, _ in row.terms], dtype=np.int32),
            np.array([float(weight / largest) for weight in weights]),
        )
    solver.run()
    if solver.getModelStatus() != highspy.HighsModelStatus.kInfeasible:
        return None
    _, iis = solver.getIis()
    return sorted(placed[index] for index in iis.row_index_) or placed


def _magnitudes(size: int, rows: Sequence[Row]) -> list[Fraction]:
    """For each variable the largest of its single bounds, 1 where it has none."""
    scale = [Fraction(0)] * size
    for row in rows:
        if len(row.terms) == 1:
            variable, weight = row.terms[0]
            scale[variable] = max(scale[variable], abs(row.limit / weight))
    return [value or Fraction(1) for value in scale]
