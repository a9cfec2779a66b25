"""How the words of a sentence deny."""

from __future__ import annotations

import pytest

from consistency.languages.arabic.denials import denials
from consistency.languages.arabic.normalise import tokens


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("الوزير لم يوافق", [None, "particle", None]),
        ("ولا يوافق", ["particle", None]),
        ("ورفضت الحكومة", ["refusal", None]),
        ("لا يزال هنا", ["other", None, None]),
        ("طائرة بدون طيار", [None, "other", None]),
        ("في غياب الوزير", [None, "other", None]),
        ("وافق الوزير", [None, None]),
    ],
)
def test_each_word_is_told_how_it_denies(text: str, told: list[str | None]) -> None:
    assert denials([word.folded for word in tokens(text)]) == told
