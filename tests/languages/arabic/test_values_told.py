"""Times that point back to what was told, vague ones, and durations put in their place."""

from __future__ import annotations

from datetime import datetime

import pytest

from consistency.languages.arabic.values import place_lengths, read_undated, read_values

WEDNESDAY = datetime(2021, 6, 16)


@pytest.mark.parametrize(
    ("text", "quote", "begin", "until"),
    [
        ("بدأت الدورة مطلع الشهر الجاري وتستمر حتى 25 منه", "25 منه", "2021-06-25", "2021-06-26"),
        (
            "سافر في 3 مارس 2020 وعاد في العشرين من الشهر نفسه",
            "العشرين من الشهر نفسه",
            "2020-03-20",
            "2020-03-21",
        ),
        (
            "يفتتح يوم 15 مارس 2020 ليتواصل إلى غاية 17 من نفس الشهر",
            "17 من نفس الشهر",
            "2020-03-17",
            "2020-03-18",
        ),
        ("سافر في 3 مارس 2020 وعاد في اليوم التالي", "اليوم التالي", "2020-03-04", "2020-03-05"),
        ("سافر في مارس 2020 وعاد في العام نفسه", "العام نفسه", "2020-01-01", "2021-01-01"),
        ("تولى الوزارة في مارس 2020 وكان حينها نائبا", "حينها", "2020-03-01", "2020-04-01"),
        ("تولى الوزارة في مارس 2020 وكان في ذلك الوقت نائبا", "ذلك الوقت", "2020-03-01", "2020-04-01"),
    ],
)
def test_a_time_that_points_back_is_the_one_told_before(
    text: str, quote: str, begin: str, until: str
) -> None:
    value = read_values(text, WEDNESDAY)[-1]
    assert (value.quote, value.begin, value.until) == (quote, f"{begin}T00:00:00", f"{until}T00:00:00")


@pytest.mark.parametrize(
    "text",
    [
        "وكان حينها نائبا",
        "غادر في اليوم التالي",
        "في العام نفسه",
        "اليوم التالي للهجوم",
        "في ذلك اليوم",
        "في وقت سابق من الجلسة",
    ],
)
def test_a_time_that_points_to_nothing_told_is_not_read(text: str) -> None:
    assert read_values(text, WEDNESDAY) == []


@pytest.mark.parametrize(
    "text", ["أكد مؤخرا أنه باق", "ذكر في وقت سابق أنه باق", "زاد في الآونة الأخيرة الطلب"]
)
def test_a_time_that_is_only_earlier_keeps_its_vagueness(text: str) -> None:
    (value,) = read_values(text, WEDNESDAY)
    assert (value.begin, value.until) == ("2020-01-01T00:00:00", "2021-06-17T00:00:00")
    assert (value.grain, value.comparator) == ("year", "about")


def test_earlier_today_is_today() -> None:
    (value,) = read_values("قال في وقت سابق اليوم إنه باق", WEDNESDAY)
    assert value.begin == "2021-06-16T00:00:00"


def test_this_day_of_another_year() -> None:
    (value,) = read_values("في مثل هذا اليوم من عام 1917", WEDNESDAY)
    assert value.begin == "1917-06-16T00:00:00"


@pytest.mark.parametrize("text", ["وتولى منصبه بعد أسبوعين من الفراغ", "بعد أكثر من عام على اندلاع القتال"])
def test_a_length_after_another_event_is_not_counted_from_the_reference(text: str) -> None:
    (value,) = read_values(text, WEDNESDAY)
    assert (value.kind, value.begin) == ("duration", None)


def test_a_duration_lies_where_the_period_of_its_length_does() -> None:
    text = "يزور البلاد أربعة أيام. وتعقد الجلسات بين 18 و21 سبتمبر 2023."
    length = place_lengths(text, read_values(text, WEDNESDAY))[0]
    assert (length.kind, length.begin, length.until) == (
        "duration",
        "2023-09-18T00:00:00",
        "2023-09-22T00:00:00",
    )


def test_a_duration_lies_from_the_day_on_that_its_sentence_begins_it() -> None:
    text = "تستمر الدورة أسبوعين وتنطلق الأحد المقبل."
    length = place_lengths(text, read_values(text, WEDNESDAY))[0]
    assert (length.begin, length.until) == ("2021-06-20T00:00:00", "2021-07-04T00:00:00")


@pytest.mark.parametrize(
    "text",
    [
        "يزور البلاد أربعة أيام. وتعقد الجلسات بين 18 و22 سبتمبر 2023.",
        "استمرت 4 أيام بين 3 و6 مايو 2020 وبين 9 و12 مايو 2020.",
    ],
)
def test_a_duration_without_one_place_has_none(text: str) -> None:
    values = place_lengths(text, read_values(text, WEDNESDAY))
    assert next(value for value in values if value.kind == "duration").begin is None


def test_a_text_without_a_day_tells_what_hangs_on_it() -> None:
    found = read_undated("وصل أمس وغادر في 18 سبتمبر 2023 مع 5 جنود ويعود في يونيو المقبل")
    assert [seen.value.quote for seen in found if not seen.hangs] == ["18 سبتمبر 2023", "5 جنود"]
    assert [seen.value.quote for seen in found if seen.moves] == ["أمس", "يونيو المقبل"]
