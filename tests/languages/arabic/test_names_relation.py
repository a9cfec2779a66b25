"""What one mention is to another in its place."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from consistency.languages.arabic.names import is_one_name, relation

NAMES = st.text(alphabet="ابتجدرسشعغفقكلمنهوية أ", max_size=14)


@pytest.mark.parametrize(
    ("a", "b", "said"),
    [
        ("عبد الله رشدي", "عبدالله رشدي", "same"),
        ("ليلى فوزى", "ليلي فوزي", "same"),
        ("تشانغ وي", "تشانج وي", "variant"),
        ("سالم بن راشد", "سالم راشد", "variant"),
        ("أولاف هيرمان", "هيرمان", "part"),
        ("كيم سو هيون", "كيم هيون", "part"),
        ("ناصر بن فهد", "ناصر بن فهد بن تركي", "part"),
        ("أولاف هيرمان", "أولاف هيرمن", "misspelling"),
        ("سعيد الغامدي", "هاني الجهني", "another"),
        ("سعيد القرني", "هاني القرني", "another"),
        ("فهد بن ناصر بن فهد", "ناصر بن تركي", "another"),
        ("تشانغ", "كانغ", "another"),
        ("سالم حامد", "سليم حامد", "another"),
        ("روبرت هيرمان", "روب هيرمان", "unsure"),
        ("أبو رامي", "سليم حداد", "unsure"),
        ("", "سليم حداد", "unsure"),
    ],
)
def test_the_relation_is_the_one_a_reader_would_name(a: str, b: str, said: str) -> None:
    assert relation(a, b) == said


@given(NAMES, NAMES)
def test_the_relation_does_not_depend_on_the_order(a: str, b: str) -> None:
    assert relation(a, b) == relation(b, a)


@given(NAMES, st.sampled_from(["", "ا", "ي", " "]), st.integers(0, 14))
def test_two_mentions_are_one_name_where_they_are_the_same_or_a_variant(a: str, more: str, at: int) -> None:
    b = a[:at] + more + a[at:]
    assert is_one_name(a, b) == (relation(a, b) in ("same", "variant"))
