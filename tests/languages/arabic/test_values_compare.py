"""Agreement of values."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from consistency.languages.arabic.values import agree, read_values
from consistency.model import Value

REFERENCE = datetime(2021, 6, 16)


def value(text: str) -> Value:
    return read_values(text, REFERENCE)[0]


@pytest.mark.parametrize(
    ("a", "b", "relation"),
    [
        ("4 أيام", "أربعة أيام", "equal"),
        ("24 ساعة", "يوم واحد", "equal"),
        ("نحو 50 قتيلا", "48 قتيلا", "contains"),
        ("نحو 50 قتيلا", "70 قتيلا", "disjoint"),
        ("ما لا يقل عن 10 جنود", "12 جنديا", "contains"),
        ("أكثر من 10 جنود", "10 جنود", "disjoint"),
        ("أكثر من 10 جنود", "أقل من 20 جنديا", "overlaps"),
        ("12 جنديا", "13 جنديا", "disjoint"),
        ("12 جنديا", "12 صاروخا", "incomparable"),
        ("12 دولارا", "12 يورو", "incomparable"),
        ("سبتمبر 2023", "18 سبتمبر 2023", "contains"),
        ("تشرين الأول/ أكتوبر 2023", "أكتوبر 2023", "equal"),
        ("18 سبتمبر 2023", "19 سبتمبر 2023", "disjoint"),
        ("بين 18 و21 سبتمبر 2023", "من 20 إلى 25 سبتمبر 2023", "overlaps"),
        ("عام 2023", "5 أيام", "incomparable"),
        ("بين 18 و21 سبتمبر 2023", "أربعة أيام", "equal"),
        ("1.2 مليون شخص", "1,204,000 شخص", "equal"),
        ("5 كيلومترات", "5000 متر", "equal"),
        ("عشرات القتلى", "35 قتيلا", "contains"),
    ],
)
def test_agreement(a: str, b: str, relation: str) -> None:
    assert agree(value(a), value(b)) == relation


NUMBERS = st.builds(
    Value,
    kind=st.sampled_from(["number", "quantity", "percent", "money", "duration", "ordinal"]),
    start=st.just(0),
    end=st.just(1),
    quote=st.just("x"),
    comparator=st.sampled_from([None, "about", "at_least", "at_most", "more_than", "less_than"]),
    number=st.integers(0, 60).map(float),
    unit=st.sampled_from(["day", "week", "USD", None]),
)
TIMES = st.builds(
    lambda a, b: Value(
        "period", 0, 1, "x", begin=f"2021-01-{min(a, b):02}", until=f"2021-01-{max(a, b) + 1:02}"
    ),
    st.integers(1, 20),
    st.integers(1, 20),
)


@settings(max_examples=500, deadline=None)
@given(st.one_of(NUMBERS, TIMES), st.one_of(NUMBERS, TIMES))
def test_agreement_is_symmetric_but_for_containment(a: Value, b: Value) -> None:
    forth, back = agree(a, b), agree(b, a)
    assert forth == back or {forth, back} == {"contains", "overlaps"}


@settings(max_examples=200, deadline=None)
@given(st.one_of(NUMBERS, TIMES))
def test_a_value_equals_itself_where_it_compares(a: Value) -> None:
    assert agree(a, replace(a)) in ("equal", "incomparable")
