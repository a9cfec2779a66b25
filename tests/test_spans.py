"""Bisection finds what looking at every span finds."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from consistency.spans import Spans

SPAN = st.tuples(st.integers(0, 40), st.integers(1, 9)).map(lambda pair: (pair[0], pair[0] + pair[1]))


@given(st.lists(SPAN), SPAN)
def test_a_span_touches_where_one_of_them_overlaps_it(
    spans: list[tuple[int, int]], asked: tuple[int, int]
) -> None:
    start, end = asked
    assert Spans(spans).touch(start, end) == any(a < end and start < b for a, b in spans)
