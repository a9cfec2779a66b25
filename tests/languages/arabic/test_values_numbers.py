"""Numbers in digits and words."""

from __future__ import annotations

from datetime import datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from consistency.languages.arabic.values import read_values

REFERENCE = datetime(2021, 6, 15)

_ONES = ["", "واحد", "اثنان", "ثلاثة", "أربعة", "خمسة", "ستة", "سبعة", "ثمانية", "تسعة", "عشرة"]
_TENS = ["", "", "عشرون", "ثلاثون", "أربعون", "خمسون", "ستون", "سبعون", "ثمانون", "تسعون"]
_HUNDREDS = [
    "",
    "مئة",
    "مئتان",
    *(f"{stem}مئة" for stem in ("ثلاث", "أربع", "خمس", "ست", "سبع", "ثمان", "تسع")),
]
_SCALES = [
    (10**12, "تريليون", "تريليونان", "تريليونات"),
    (10**9, "مليار", "ملياران", "مليارات"),
    (10**6, "مليون", "مليونان", "ملايين"),
    (10**3, "ألف", "ألفان", "آلاف"),
]


def below_thousand(number: int) -> str:
    """0 < number < 1000 in words."""
    parts = [_HUNDREDS[number // 100]]
    rest = number % 100
    if 0 < rest <= 10:
        parts.append(_ONES[rest])
    elif 10 < rest < 20:
        unit = {1: "أحد", 2: "اثنا"}.get(rest - 10, _ONES[rest - 10])
        parts.append(f"{unit} عشر")
    elif rest:
        parts += [_ONES[rest % 10], _TENS[rest // 10]]
    return " و".join(part for part in parts if part)


def spell(number: int) -> str:
    """A number up to 10**15 in the words of the standard language."""
    if number == 0:
        return "صفر"
    parts = []
    for scale, single, two, many in _SCALES:
        count, number = divmod(number, scale)
        if count == 1:
            parts.append(single)
        elif count == 2:
            parts.append(two)
        elif count:
            plural = 3 <= count % 100 <= 10
            parts.append(f"{below_thousand(count)} {many if plural else single}")
    if number:
        parts.append(below_thousand(number))
    return " و".join(parts)


def value_of(text: str) -> float | None:
    """The number of the only value of a text."""
    values = read_values(text, REFERENCE)
    assert len(values) == 1, values
    assert values[0].quote == text
    return values[0].number


@settings(max_examples=400, deadline=None)
@given(st.one_of(st.integers(0, 3000), st.integers(0, 10**12)))
def test_a_number_survives_being_spelt(number: int) -> None:
    assert value_of(spell(number)) == number


@settings(max_examples=100, deadline=None)
@given(st.integers(11, 10**12).filter(lambda number: number != 2000))  # the oracle writes «ألفا»
def test_a_number_in_words_agrees_with_the_oracle(number: int) -> None:
    words = pytest.importorskip("num2words")
    spelt = words.num2words(number, lang="ar").strip()
    values = read_values(spelt, REFERENCE)
    if len(values) == 1 and values[0].quote == spelt:  # the oracle has slips of its own in compounds
        assert values[0].number == number


@settings(max_examples=200, deadline=None)
@given(st.integers(0, 10**9), st.sampled_from(["0123456789", "٠١٢٣٤٥٦٧٨٩", "۰۱۲۳۴۵۶۷۸۹"]))
def test_all_digit_systems_and_thousands_marks_are_one(number: int, digits: str) -> None:
    table = str.maketrans("0123456789,", digits + ("," if digits[0] == "0" else "٬"))
    text = f"{number:,}".translate(table) + " شخص"
    (value,) = read_values(text, REFERENCE)
    assert (value.number, value.unit) == (number, "شخص")


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("ثلاثمائة وخمسة وستون", 365),
        ("ألفان وأربعمئة", 2400),
        ("ألف ومئتان وأحد عشر", 1211),
        ("20 ألفا و500", 20500),
        ("مليار و300 مليون", 1.3e9),
        ("مليون ونصف المليون", 1.5e6),
        ("4ر95", 95.4),
        ("05ر3", 3.05),
        ("٣٫٥", 3.5),
        ("1,250,000.75", 1250000.75),
        ("سالب سبعة", -7),
        ("ثلاثة أرباع", 0.75),
        ("مئة ألف مليون", 1e11),
        ("متين واحد وعشرين", 221),
    ],
)
def test_written_numbers(text: str, number: float) -> None:
    assert value_of(text) == pytest.approx(number)


@pytest.mark.parametrize(
    "text",
    [
        "قال أحد المسؤولين ذلك",
        "غنت الست فيروز",
        "حضرا في آن واحد",
        "لست متأكدا",
        "من جهة ثانية",
        "ألف الكاتب رواية",
    ],
)
def test_words_that_are_numbers_elsewhere(text: str) -> None:
    assert read_values(text, REFERENCE) == []
