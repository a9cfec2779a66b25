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
        ("12 جنديا", "ما لا يقل عن 10 جنود", "within"),
        ("أكثر من 50 قتيلا", "53 قتيلا", "contains"),
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
        ("20 ألف نازح", "20,300 نازح", "equal"),
        ("20 ألف نازح", "21,500 نازح", "disjoint"),
        ("20,000 نازح", "20,300 نازح", "equal"),
        ("200 نازح", "206 نازحين", "equal"),
        ("200 نازح", "215 نازحا", "disjoint"),
        ("110 نازحين", "112 نازحا", "disjoint"),
        ("أسبوعين", "14 يوما", "equal"),
        ("أسبوعين", "15 يوما", "disjoint"),
        ("شهرين", "60 يوما", "equal"),
        ("سنة ونصف", "18 شهرا", "equal"),
        ("48 ساعة", "يومين", "equal"),
        ("3 في المئة", "3 نقاط مئوية", "incomparable"),
        ("3 في المئة", "3 أشخاص", "incomparable"),
        ("2.5 في المئة", "2.48 في المئة", "equal"),
        ("100 في المئة", "103 في المئة", "disjoint"),
        ("نصف السكان", "51 في المئة", "equal"),
        ("نصف السكان", "70 في المئة", "incomparable"),
        ("7 من كل 10", "70 في المئة", "equal"),
        ("12 درهما", "12 درهما إماراتيا", "equal"),
        ("12 درهما إماراتيا", "12 درهما مغربيا", "incomparable"),
        ("12 دولارا كنديا", "12 دولارا", "incomparable"),
        ("1000 كيلوغرام", "طن واحد", "equal"),
        ("60 كيلومترا في الساعة", "60 كيلومترا", "incomparable"),
        ("المادة 7", "المادة 9", "disjoint"),
        ("المادة 7", "الجولة السابعة", "incomparable"),
        ("السطر الأخير", "السطر الخامس", "incomparable"),
        ("مؤخرا", "عام 2005", "incomparable"),
        ("منذ نحو 4 سنوات", "منذ 2012", "within"),
        ("18 سبتمبر 2023", "سبتمبر 2023", "within"),
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


READ = st.sampled_from(
    [
        "نحو 50 قتيلا", "48 قتيلا", "20 ألف نازح", "20,300 نازح", "ما لا يقل عن 10 جنود", "12 جنديا", "أسبوعين", "14 يوما",
        "شهرين", "60 يوما", "3 في المئة", "3 نقاط مئوية", "نصف السكان", "12 درهما", "12 درهما إماراتيا", "طن واحد",
        "1000 كيلوغرام", "سبتمبر 2023", "بين 18 و21 سبتمبر 2023", "4 أيام", "مؤخرا", "منذ نحو 4 سنوات", "المادة 7",
        "السطر الأخير", "5", "1.2 مليون شخص", "صفر",
    ]
).map(value)  # fmt: skip
ANY = st.one_of(NUMBERS, TIMES, READ)


@settings(max_examples=800, deadline=None)
@given(ANY, ANY)
def test_agreement_is_symmetric_with_contains_for_within(a: Value, b: Value) -> None:
    converse = {"contains": "within", "within": "contains"}
    forth, back = agree(a, b), agree(b, a)
    assert converse.get(forth, forth) == back


@settings(max_examples=400, deadline=None)
@given(ANY, ANY, ANY)
def test_what_a_container_holds_is_not_disjoint_from_it(a: Value, b: Value, c: Value) -> None:
    if agree(a, b) == "contains" and agree(b, c) == "contains":
        assert agree(a, c) in ("contains", "equal", "incomparable")


@settings(max_examples=200, deadline=None)
@given(ANY)
def test_a_value_equals_itself_where_it_compares(a: Value) -> None:
    assert agree(a, replace(a)) in ("equal", "incomparable")
