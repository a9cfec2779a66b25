"""The measure of alignment."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from consistency.embed import HashingEncoder, similarity, similarity_matrix

SENTENCE = "وزير الخارجية يزور باريس قتل عشرة في انفجار بغداد أسعار النفط ترتفع 12 20"
words = st.sampled_from(SENTENCE.split())
texts = st.lists(words, max_size=8).map(" ".join)


@settings(max_examples=50, deadline=None)
@given(a=texts, b=texts)
def test_the_order_of_two_texts_does_not_matter(a: str, b: str) -> None:
    assert similarity([a], [b]) == pytest.approx(similarity([b], [a]), abs=1e-6)


@settings(max_examples=50, deadline=None)
@given(a=st.lists(texts, min_size=1, max_size=4), b=st.lists(texts, min_size=1, max_size=4))
def test_the_matrix_holds_the_similarity_of_every_pair(a: list[str], b: list[str]) -> None:
    matrix = similarity_matrix(a, b)
    assert matrix.shape == (len(a), len(b))
    assert matrix.dtype == np.float32
    pairs = [(one, other) for one in a for other in b]
    flat = similarity([one for one, _ in pairs], [other for _, other in pairs])
    assert matrix.ravel() == pytest.approx(flat, abs=1e-5)


@settings(max_examples=50, deadline=None)
@given(a=texts, b=texts)
def test_similarity_stays_within_its_limits(a: str, b: str) -> None:
    assert -1.0 <= float(similarity([a], [b])[0]) <= 1.0


@given(a=texts)
@settings(max_examples=30, deadline=None)
def test_a_text_is_wholly_like_itself(a: str) -> None:
    assert float(similarity([a], [a])[0]) == pytest.approx(1.0, abs=1e-5)


def test_lists_of_different_lengths_are_refused() -> None:
    with pytest.raises(ValueError, match="2 texts against 1"):
        similarity(["باريس", "لندن"], ["باريس"])


def test_empty_lists_give_empty_answers() -> None:
    assert similarity([], []).shape == (0,)
    assert similarity_matrix([], ["باريس"]).shape == (0, 1)


@pytest.mark.parametrize(
    ("claim", "same", "another"),
    [
        (
            "وصل وزير الخارجية الفرنسي إلى بيروت للقاء رئيس الحكومة",
            "رئيس الوزراء اللبناني يستقبل وزير خارجية فرنسا",
            "فاز المنتخب الفرنسي على نظيره الألماني بهدفين في باريس",
        ),
        (
            "مقتل عشرة أشخاص في انفجار سيارة مفخخة في بغداد",
            "ارتفاع حصيلة التفجير في العاصمة العراقية إلى 12 قتيلا",
            "ارتفاع أسعار النفط في الأسواق العالمية بعد قرار أوبك",
        ),
        (
            "لم يوقع الطرفان على الاتفاق في القاهرة",
            "وقع الطرفان الاتفاق في العاصمة المصرية",
            "افتتاح معرض القاهرة الدولي للكتاب",
        ),
    ],
)
def test_the_same_fact_is_nearer_than_the_same_words(claim: str, same: str, another: str) -> None:
    near, far = similarity([claim, claim], [same, another])
    assert near > far


def test_another_encoder_can_be_given() -> None:
    one, other = ["باريس عاصمة فرنسا"], ["فرنسا وعاصمتها باريس"]
    assert similarity(one, other, HashingEncoder()) != pytest.approx(similarity(one, other), abs=1e-4)


def test_a_sentence_and_an_article_compare_alike_both_ways() -> None:
    sentence = "مقتل عشرة أشخاص في انفجار في بغداد"
    article = (sentence + " وفتحت الشرطة تحقيقا في الحادث ونقل المصابون إلى المستشفيات. ") * 20
    there, back = similarity([sentence, article], [article, sentence])
    assert there == pytest.approx(back, abs=1e-6)
    assert float(similarity([article], [article])[0]) == pytest.approx(1.0, abs=1e-5)


def test_letters_weigh_more_in_an_article_than_in_a_sentence() -> None:
    class Blind:
        """An encoder to which all texts are alike."""

        name, dim = "blind", 2

        def encode(self, texts: list[str]) -> npt.NDArray[np.float32]:
            return np.tile(np.array([[1, 0]], dtype=np.float32), (len(texts), 1))

    one, other = "انفجار في بغداد ", "ارتفاع أسعار النفط "
    short = similarity([one], [other], Blind())
    long = similarity([one * 90], [other * 90], Blind())
    assert long[0] < short[0]
