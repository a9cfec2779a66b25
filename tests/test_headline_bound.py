"""What rules a sentence out as the nearest of a headline, before its words are weighed."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from consistency.languages.arabic.normalise import tokens
from consistency.model import Article, Document, PassageKind
from consistency.parallel import Sentence, likeness, may_be_alike, share

WORDS = ("الوزير", "الرياض", "اتفاقية", "المصرف", "زلزال", "القاهرة", "في", "من", "انتخابات", "الملاحة")
TEXTS = st.lists(st.sampled_from(WORDS), min_size=1, max_size=9).map(" ".join)
NOBODY = Article(Document("a", ""), ())


def sentence(text: str) -> Sentence:
    return Sentence(NOBODY, 0, len(text), tuple(tokens(text)), PassageKind.BODY)


@given(TEXTS, TEXTS, st.floats(0.05, 1.0))
def test_no_sentence_that_is_alike_is_ruled_out(head: str, other: str, least: float) -> None:
    one, two = sentence(head), sentence(other)
    alike = max(likeness(one.weights, two.weights), share(one.weights, two.weights))
    assert alike < least or may_be_alike(one, two, least)


def test_a_sentence_without_a_common_word_is_ruled_out() -> None:
    assert not may_be_alike(sentence("زلزال القاهرة"), sentence("اتفاقية الملاحة"), 0.4)
