"""What a report counts of people."""

from __future__ import annotations

from datetime import datetime

import pytest

from consistency.languages.arabic.normalise import tokens
from consistency.languages.arabic.tolls import read_tolls
from consistency.languages.arabic.values import read_values


def tolls(text: str) -> list[tuple[tuple[str, ...], float | None]]:
    values = read_values(text, datetime(2021, 3, 3))
    return [(toll.measures, toll.value.number) for toll in read_tolls(tokens(text), values)]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("مقتل 12 شخصا في انفجار", [(("killed",), 12)]),
        ("سقوط 15 قتيلا في انفجار", [(("killed",), 15)]),
        ("لقي 3 أشخاص مصرعهم وأصيب 5 آخرون", [(("killed",), 3), (("injured",), 5)]),
        ("مصرع وإصابة 17 في حادثين", [(("killed", "injured"), 17)]),
        ("فقتل رجلين وأصاب ستة آخرين", [(("killed",), 2), (("injured",), 6)]),
    ],
)
def test_counts_are_read_with_what_befell_people(text: str, said: list[object]) -> None:
    assert tolls(text) == said


@pytest.mark.parametrize(
    "text",
    ["نقل 7 منهم إلى المستشفى", "مقتل ضابط وثلاثة جنود", "بينهم 4 أطفال", "أرسلت ست فرق إسعاف"],
)
def test_parts_of_a_count_are_none(text: str) -> None:
    assert tolls(text) == []
