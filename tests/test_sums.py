"""Counts whose parts do not add up, inside one sentence."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from consistency.model import Finding

FindingsIn = Callable[..., list[Finding]]
HEAD = "تاريخ النشر: 2021-03-03\n"


def told(found: list[Finding]) -> list[str]:
    return [place.quote for f in found if f.rule == "sum-conflict" for place in f.locations]


def test_parts_that_make_more_are_told_with_the_whole_first(findings_in: FindingsIn) -> None:
    text = "سجلت الوزارة 300 حالة موزعة على 120 حالة في الشمال و150 حالة في الغرب و80 حالة في الجنوب."
    first, *others = told(findings_in(HEAD + text))
    assert (first, sorted(others)) == ("300 حالة", ["120 حالة", "150 حالة", "80 حالة"])


def test_all_parts_that_make_less_are_told(findings_in: FindingsIn) -> None:
    text = "سجلت الوزارة 300 حالة موزعة على 120 حالة في الشمال و150 حالة في الغرب."
    first, *others = told(findings_in(HEAD + text))
    assert (first, sorted(others)) == ("300 حالة", ["120 حالة", "150 حالة"])


@pytest.mark.parametrize(
    "text",
    [
        "سجلت الوزارة 300 حالة منها 120 حالة في الشمال و150 حالة في الغرب.",
        "سجلت الوزارة 300 حالة موزعة على 120 حالة في الشمال و180 حالة في الغرب.",
        "سجلت الوزارة نحو 300 حالة موزعة على 120 حالة في الشمال و150 حالة في الغرب.",
        "سجلت الوزارة 300 حالة موزعة على 120 حالة في الشمال و150 حالة في الغرب والباقي على القرى البعيدة والمناطق الحدودية.",
        "تداول السوق أسهم 40 شركة، سجلت 12 شركة منها ارتفاعا وانخفضت 20 شركة واستقرت 8 شركات.",
        "راجع المركز 71 شخصا والعيادة 68 شخصا بينهم 46 رجلا و93 امرأة.",
        "أصيب 12 شخصا بينهم 7 نساء و9 جرحى في حال خطرة.",
    ],
    ids=["some", "right", "about", "goes on", "verbs", "of several", "other things"],
)
def test_what_may_add_up_is_none(text: str, findings_in: FindingsIn) -> None:
    assert told(findings_in(HEAD + text)) == []
