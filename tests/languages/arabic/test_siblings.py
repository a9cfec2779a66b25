"""Things of one kind."""

from __future__ import annotations

import pytest

from consistency.languages.arabic.normalise import fold_word
from consistency.languages.arabic.siblings import things


@pytest.mark.parametrize(("one", "other"), [("النفط", "للذهب"), ("فيلم", "أغنيتها"), ("بالسرقة", "والتحرش")])
def test_two_things_of_a_kind_share_the_kind_alone(one: str, other: str) -> None:
    left, right = things(fold_word(one)), things(fold_word(other))
    assert {kind for kind, _ in left} & {kind for kind, _ in right}
    assert not left & right


@pytest.mark.parametrize(("one", "other"), [("النفط", "للخام"), ("طبيب", "الأطباء")])
def test_words_for_one_thing_share_it(one: str, other: str) -> None:
    assert things(fold_word(one)) & things(fold_word(other))


def test_other_words_name_no_thing() -> None:
    assert not things(fold_word("يواصل"))
