"""Names in one place of two parallel sentences."""

from __future__ import annotations

import pytest

from consistency.languages.arabic.mentions import find_names
from consistency.model import Document
from consistency.parallel import parallel_sentences, sentences_of
from consistency.parallel_names import NamePair, named_in_both, parallel_names
from consistency.segment import segment

FRAME = "افتتاح الحديقة\nتاريخ النشر: 2021-03-03\nافتتحت بلدية الخابور حديقة الزنابق وملاعب التنس ونافورة الرخام بحضور {} وعدد من التجار والمعلمين والفلاحين مساء الأحد."


def read(*texts: str) -> list[tuple[NamePair, bool]]:
    a, b = (segment(Document(f"{number}.txt", text)) for number, text in enumerate(texts))
    left, right = find_names(a.text), find_names(b.text)
    return [
        (names, named_in_both(names, left, right))
        for pair in parallel_sentences([*sentences_of(a)], [*sentences_of(b)])
        for names in parallel_names(pair, left, right)
    ]


@pytest.mark.parametrize(
    ("a", "b", "said"),
    [
        ("الأمير خالد بن سعد", "الأمير مشاري بن فهد", "another"),
        ("الدكتور سعيد الغامدي", "المهندس هاني الجهني", "another"),
        ("الدكتور سعيد الغامدي", "الدكتور سعيد أحمد الغامدي", "part"),
    ],
)
def test_names_between_the_same_words_are_compared(a: str, b: str, said: str) -> None:
    assert [(names.relation, names.framed) for names, _ in read(FRAME.format(a), FRAME.format(b))] == [
        (said, True)
    ]


def test_equal_names_are_no_pair() -> None:
    text = FRAME.format("الدكتور سعيد الغامدي")
    assert read(text, text) == []


def test_a_person_whom_both_articles_name_is_told() -> None:
    a = FRAME.format("الدكتور سعيد الغامدي") + "\nوشكر الدكتور هاني الجهني الحضور على تعاونهم."
    assert [known for _, known in read(a, FRAME.format("الدكتور هاني الجهني"))] == [True]
    assert [
        known for _, known in read(FRAME.format("الدكتور سعيد الغامدي"), FRAME.format("الدكتور هاني الجهني"))
    ] == [False]
