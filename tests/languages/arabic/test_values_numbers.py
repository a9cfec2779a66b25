"""Numbers in digits and words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from consistency.languages.arabic.values import read_values

REFERENCE = datetime(2021, 6, 15)


@dataclass(frozen=True)
class Speller:
    """Writes numbers as words, in one of the forms of the standard language."""

    oblique: bool = False
    """«عشرين», «ألفين» for «عشرون», «ألفان»."""
    feminine: bool = False
    """The counted noun is feminine: «ثلاث عشرة»."""
    old: bool = False
    """«مائة» for «مئة»."""

    def __call__(self, number: int) -> str:
        if number == 0:
            return "صفر"
        parts = []
        for scale, single, many in _SCALES:
            count, number = divmod(number, scale)
            if count == 1:
                parts.append(single)
            elif count == 2:
                parts.append(self._dual(single))
            elif count:
                plural = 3 <= count % 100 <= 10
                words = Speller(self.oblique, False, self.old)._below_thousand(count)
                parts.append(f"{words} {many if plural else single}")
        if number:
            parts.append(self._below_thousand(number))
        return " و".join(parts)

    def _dual(self, word: str) -> str:
        return word.removesuffix("ة") + ("ين" if self.oblique else "ان")

    def _below_thousand(self, number: int) -> str:
        hundred = "مائة" if self.old else "مئة"
        hundreds = number // 100
        stem = "مائت" if self.old else "مئت"
        parts = ["", hundred, stem + ("ين" if self.oblique else "ان")][hundreds : hundreds + 1] or [
            _STEMS[hundreds] + hundred
        ]
        return " و".join(part for part in [*parts, self._below_hundred(number % 100)] if part)

    def _below_hundred(self, number: int) -> str:
        if number <= 10:
            return self._unit(number)
        tens, unit = divmod(number, 10)
        if tens == 1:
            first = {1: ("أحد", "إحدى"), 2: ("اثنا", "اثنتا")}.get(unit, ("", ""))[self.feminine]
            if unit == 2 and self.oblique:
                first = "اثنتي" if self.feminine else "اثني"
            return f"{first or self._unit(unit)} {'عشرة' if self.feminine else 'عشر'}"
        word = _TENS[tens] + ("ين" if self.oblique else "ون")
        return f"{self._unit(unit)} و{word}" if unit else word

    def _unit(self, number: int) -> str:
        if number <= 2:
            return (("", "واحد", self._dual("اثن")), ("", "واحدة", self._dual("اثنت")))[self.feminine][number]
        return (
            _STEMS[number] if self.feminine else _STEMS[number].removesuffix("ي") + _ENDINGS.get(number, "ة")
        )


_STEMS = ["", "", "", "ثلاث", "أربع", "خمس", "ست", "سبع", "ثماني", "تسع", "عشر"]
_ENDINGS = {8: "ية"}
_TENS = ["", "", "عشر", "ثلاث", "أربع", "خمس", "ست", "سبع", "ثمان", "تسع"]
_SCALES = [
    (10**12, "تريليون", "تريليونات"),
    (10**9, "مليار", "مليارات"),
    (10**6, "مليون", "ملايين"),
    (10**3, "ألف", "آلاف"),
]
spell = Speller()


def value_of(text: str) -> float | None:
    """The number of the only value of a text."""
    values = read_values(text, REFERENCE)
    assert len(values) == 1, values
    assert values[0].quote == text
    return values[0].number


@settings(max_examples=500, deadline=None)
@given(
    st.one_of(st.integers(0, 3000), st.integers(0, 10**12)),
    st.builds(Speller, oblique=st.booleans(), feminine=st.booleans(), old=st.booleans()),
)
def test_a_number_survives_being_spelt(number: int, speller: Speller) -> None:
    assert value_of(speller(number)) == number


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (8, "ثمانية"),
        (11, "أحد عشر"),
        (12, "اثنا عشر"),
        (365, "ثلاثمئة وخمسة وستون"),
        (2018, "ألفان وثمانية عشر"),
        (10_250, "عشرة آلاف ومئتان وخمسون"),
        (3_000_002, "ثلاثة ملايين واثنان"),
        (10**12, "تريليون"),
    ],
)
def test_the_speller_writes_what_papers_write(number: int, words: str) -> None:
    assert spell(number) == words


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


def test_commas_of_two_scripts_in_one_number_part_thousands() -> None:
    (value,) = read_values("بلغ العدد 2,381،741 نسمة", REFERENCE)
    assert value.number == 2_381_741
