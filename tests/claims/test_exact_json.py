"""JSON in pieces is the JSON in one."""

from __future__ import annotations

import json
from decimal import Decimal
from fractions import Fraction
from itertools import islice, repeat
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.exact_json import Members, dumps, pieces

SCALARS = st.none() | st.booleans() | st.integers() | st.text(max_size=5) | st.fractions(max_denominator=8)
VALUES = st.recursive(
    SCALARS, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner, max_size=3)
)


@given(VALUES, st.sampled_from([None, 1, 2]))
def test_pieces_join_to_the_whole(value: Any, indent: int | None) -> None:
    assert "".join(pieces(value, indent=indent, end="\n")) == dumps(value, indent=indent, end="\n")


@pytest.mark.parametrize("indent", [None, 1])
def test_members_and_iterators_are_written_like_the_objects_they_make(indent: int | None) -> None:
    made = {
        "rows": ({"n": number} for number in range(3)),
        "none": iter(()),
        "by": Members(zip("ab", (1, [2]), strict=True)),
    }
    kept = {"rows": [{"n": 0}, {"n": 1}, {"n": 2}], "none": [], "by": {"a": 1, "b": [2]}}
    assert "".join(pieces(made, indent=indent)) == dumps(kept, indent=indent)


def test_no_piece_waits_for_the_end() -> None:
    endless = pieces({"rows": repeat({"value": Decimal("1.20"), "low": Fraction(1, 8)})})
    first = "".join(islice(endless, 9))
    assert json.loads(first[: first.rindex("}") + 1] + "]}") == {"rows": [{"value": 1.2, "low": 0.125}] * 3}


def test_numbers_that_are_not_exact_are_refused() -> None:
    with pytest.raises(TypeError):
        list(pieces({"rows": [{"value": 0.5}]}))
