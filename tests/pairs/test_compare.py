"""Whether two sentences agree, conflict or are unrelated, and the reasons."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import consistency
from consistency.errors import UsageError
from consistency.pairs import Comparer, Reason
from consistency.pairs.reasons import Span
from consistency.wording import say

WORDS = [
    "ارتفاع",
    "انخفاض",
    "أسعار",
    "النفط",
    "الذهب",
    "في",
    "على",
    "لا",
    "لم",
    "مصر",
    "السعودية",
    "الرئيس",
    "يعلن",
    "ينفي",
    "مقتل",
    "خمسة",
    "12",
    "بعد",
    "قبل",
    "زيارة",
    "روسيا",
]
SENTENCES = st.one_of(st.lists(st.sampled_from(WORDS), max_size=9).map(" ".join), st.text(max_size=40))

CONFLICTS = [
    ("ارتفاع أسعار القمح في الأسواق العالمية", "انخفاض أسعار القمح في الأسواق العالمية", "antonym"),
    ("مقتل 12 شخصا في حريق فندق بالعاصمة", "مقتل 20 شخصا في حريق فندق بالعاصمة", "number"),
    ("زلزال قوي يضرب جنوب اليونان", "زلزال قوي يضرب جنوب إيطاليا", "place"),
    ("البرلمان يوافق على قانون الضرائب الجديد", "البرلمان لم يوافق على قانون الضرائب الجديد", "polarity"),
    ("المحكمة تفرج عن الصحفي المعتقل", "المحكمة تسجن الصحفي المعتقل", "antonym"),
]
CONFLICTS += [
    ("ارتفاع الذهب مع تراجع الدولار", "تراجع الذهب مع ارتفاع الدولار", "exchanged"),
    ("الهند تهزم باكستان في نهائي البطولة", "باكستان تهزم الهند في نهائي البطولة", "exchanged"),
    ("تكريم مخرج فيلم عن الهجرة في مهرجان تونس", "تكريم مخرج مسلسل عن الهجرة في مهرجان تونس", "thing"),
    ("انفجار في مصنع دون سقوط ضحايا", "قتلى في انفجار مصنع", "polarity"),
]
AGREEING = [
    ("ارتفاع أسعار القمح في الأسواق العالمية", "أسعار القمح ترتفع في الأسواق العالمية"),
    ("البرلمان يوافق على قانون الضرائب الجديد", "موافقة البرلمان على قانون الضرائب الجديد"),
    ("مقتل 12 شخصا في حريق فندق بالعاصمة", "مقتل ١٢ شخصا بحريق في فندق بالعاصمة"),
    ("قتلى وجرحى في انهيار مبنى بالعاصمة", "جرحى وقتلى بانهيار مبنى في العاصمة"),
    ("الوزير لا يزال في منصبه", "الوزير ما زال في منصبه"),
    ("سقوط طائرة بدون طيار قرب المطار", "سقوط طائرة مسيرة قرب المطار"),
]


@pytest.mark.parametrize(("a", "b", "kind"), CONFLICTS)
def test_a_conflict_is_told_with_its_kind(comparer: Comparer, a: str, b: str, kind: str) -> None:
    told = comparer.compare(a, b)
    assert told.relation == "conflicts"
    assert kind in [reason.kind for reason in told.reasons]


@pytest.mark.parametrize(("a", "b"), AGREEING)
def test_sentences_that_say_the_same_agree(comparer: Comparer, a: str, b: str) -> None:
    assert comparer.compare(a, b).relation == "agrees"


def test_sentences_of_two_stories_are_unrelated(comparer: Comparer) -> None:
    told = comparer.compare("افتتاح معرض الكتاب في تونس", "زلزال يضرب سواحل اليابان فجرا")
    assert told.relation == "unrelated"
    assert [reason.kind for reason in told.reasons] == ["few_common_words"]


@given(SENTENCES, SENTENCES)
@settings(max_examples=60, deadline=None)
def test_the_order_of_two_sentences_changes_only_the_sides(comparer: Comparer, a: str, b: str) -> None:
    there, back = comparer.compare(a, b), comparer.compare(b, a)
    assert (there.relation, there.score) == (back.relation, back.score)
    if a != b:
        assert there.reasons == tuple(reason.turned() for reason in back.reasons)


@given(SENTENCES, SENTENCES)
@settings(max_examples=60, deadline=None)
def test_spans_are_exact_and_no_conflict_lacks_a_reason(comparer: Comparer, a: str, b: str) -> None:
    told = comparer.compare(a, b)
    assert 0 <= told.score <= 1
    assert told.relation != "conflicts" or any(reason.a or reason.b for reason in told.reasons)
    for reason in told.reasons:
        for text, span in ((a, reason.a), (b, reason.b)):
            assert span is None or text[span.start : span.end] == span.quote


@given(SENTENCES)
@settings(max_examples=40, deadline=None)
def test_a_sentence_does_not_conflict_with_itself(comparer: Comparer, text: str) -> None:
    assert comparer.compare(text, text).relation != "conflicts"


def test_an_article_is_no_sentence(comparer: Comparer) -> None:
    with pytest.raises(UsageError, match="6000 letters"):
        comparer.compare("كلمة " * 1200, "كلمة")


def test_batches_give_what_single_pairs_give(comparer: Comparer) -> None:
    pairs = [(a, b) for a, b, _ in CONFLICTS] + AGREEING
    assert list(comparer.compare_all(pairs)) == [comparer.compare(a, b) for a, b in pairs]


def test_turning_a_reason_exchanges_its_sides() -> None:
    a, b = Span(0, 3, "نعم"), Span(1, 3, "لا")
    told = Reason("antonym", a, b, say("«{one}» and «{other}» are opposites", one="", other=""))
    assert (told.turned().a, told.turned().b) == (b, a)
    assert told.turned().turned() == told


def test_the_door_compares_as_the_comparer_does(comparer: Comparer) -> None:
    a, b, _ = CONFLICTS[0]
    assert consistency.compare(a, b) == comparer.compare(a, b)
    assert list(consistency.compare_all([(a, b)])) == [comparer.compare(a, b)]
