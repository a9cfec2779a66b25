"""Money, percentages, durations, counted quantities, ordinals, times of day, and what is none of them."""

from __future__ import annotations

from datetime import datetime

import pytest

from consistency.languages.arabic.values import read_values
from consistency.model import Value

REFERENCE = datetime(2021, 6, 15)


def only(text: str) -> Value:
    values = read_values(text, REFERENCE)
    assert len(values) == 1, values
    return values[0]


@pytest.mark.parametrize(
    ("text", "kind", "number", "unit", "comparator"),
    [
        ("4 أيام", "duration", 4, "day", None),
        ("أربعة أيام", "duration", 4, "day", None),
        ("شهرين", "duration", 2, "month", None),
        ("ساعتين ونصف", "duration", 2.5, "hour", None),
        ("سنة وشهرين", "duration", 14, "month", None),
        ("نصف ساعة", "duration", 0.5, "hour", None),
        ("بضع دقائق", "duration", 3, "minute", "at_least"),
        ("12 قتيلا", "quantity", 12, "قتيل", None),
        ("ثلاثة قتلى", "quantity", 3, "قتيل", None),
        ("قتيلان", "quantity", 2, "قتيل", None),
        ("أحد عشر جنديا", "quantity", 11, "جندي", None),
        ("اثنان من الجنود", "quantity", 2, "جندي", None),
        ("عشرات القتلى", "quantity", 10, "قتيل", "more_than"),
        ("مئات الآلاف من النازحين", "quantity", 100000, "نازح", "more_than"),
        ("30.000 مشارك", "quantity", 30000, "مشارك", None),
        ("(25) شخصا", "quantity", 25, "شخص", None),
        ("5 كيلوغرامات", "quantity", 5000, "gram", None),
        ("200 كيلومتر", "quantity", 200, "kilometre", None),
        ("3 كيلومترات مربعة", "quantity", 3, "square_kilometre", None),
        ("15 في المئة", "percent", 15, None, None),
        ("4ر95 بالمئة", "percent", 95.4, None, None),
        ("%7", "percent", 7, None, None),
        ("$10,000", "money", 10000, "USD", None),
        ("1.5 مليون دولار أميركي", "money", 1.5e6, "USD", None),
        ("خمسة ملايين جنيه مصري", "money", 5e6, "EGP", None),
        ("3 جنيهات إسترلينية", "money", 3, "GBP", None),
        ("20 دولارا و43 سنتا", "money", 20.43, "USD", None),
        ("نحو 50 شخصا", "quantity", 50, "شخص", "about"),
        ("ما لا يقل عن 10 جنود", "quantity", 10, "جندي", "at_least"),
        ("أكثر من نصف مليون دولار", "money", 500000, "USD", "more_than"),
        ("أقل من 7 يورو", "money", 7, "EUR", "less_than"),
        ("لا يتجاوز 40 دقيقة", "duration", 40, "minute", "at_most"),
        ("20 جريحا على الأقل", "quantity", 20, "جريح", "at_least"),
        ("14 جنديا أفغانيا على الأقل", "quantity", 14, "جندي", "at_least"),
        ("الـ18", "ordinal", 18, None, None),
        ("الحادي والعشرون", "ordinal", 21, None, None),
        ("ساعة واحدة و45 دقيقة", "duration", 105, "minute", None),
        ("نقطتين مئويتين", "quantity", 2, "percentage_point", None),
        ("25 نقطة أساس", "quantity", 0.25, "percentage_point", None),
        ("60 كيلومترا في الساعة", "quantity", 60, "kilometre_per_hour", None),
        ("34 .1 مليار دولار", "money", 1.34e9, "USD", None),
        ("65 .0%", "percent", 0.65, None, None),
        ("طن واحد", "quantity", 1, "tonne", None),
        ("7 من كل 10", "number", 0.7, None, None),
        ("واحد من كل خمسة", "number", 0.2, None, None),
        ("بضعة آلاف من النازحين", "quantity", 3000, "نازح", "at_least"),
        ("ربع مليون شخص", "quantity", 250000, "شخص", None),
        ("عشرات الآلاف", "number", 10000, None, "more_than"),
        ("أقل بقليل من مليون شخص", "quantity", 1e6, "شخص", "less_than"),
        ("لم يتجاوز 40 دقيقة", "duration", 40, "minute", "at_most"),
        ("دون وقوع إصابات", "quantity", 0, "إصابة", None),
    ],
)
def test_amounts(text: str, kind: str, number: float, unit: str | None, comparator: str | None) -> None:
    value = only(text)
    assert value.quote == text
    assert (value.kind, value.number, value.unit, value.comparator) == (
        kind,
        pytest.approx(number),
        unit,
        comparator,
    )


def test_a_comparator_far_before_the_number_is_found() -> None:
    value = only("وتزيد المسافة من الميناء إلى المحطة على 200 كيلومتر")
    assert (value.number, value.comparator) == (200, "more_than")


@pytest.mark.parametrize(
    ("text", "comparator"),
    [
        ("تجاوز عدد سكان المدينة 45 مليون نسمة", "more_than"),
        ("لم يتجاوز عدد الحاضرين 20 شخصا", "at_most"),
        ("تخطت الخسائر حاجز المليار دولار", "more_than"),
        ("تجاوزت المدينة في عامها الأزمة وزارها 20 شخصا", None),
    ],
)
def test_a_verb_binds_the_number_behind_its_subject(text: str, comparator: str | None) -> None:
    assert read_values(text, REFERENCE)[-1].comparator == comparator


def test_a_part_in_per_cent_and_a_level_are_no_range() -> None:
    values = read_values("هبط 0.106% إلى 104.05", REFERENCE)
    assert [(value.kind, value.comparator) for value in values] == [("percent", None), ("number", None)]


def test_a_nought_of_a_result_is_no_month() -> None:
    assert [value.kind for value in read_values("فازت بشوطين لصفر", REFERENCE)] == ["quantity"]


def test_none_of_them_is_a_count() -> None:
    value = only("لم تسجل أي إصابات")
    assert (value.quote, value.number, value.unit) == ("أي إصابات", 0, "إصابة")
    assert read_values("سئل عن أي إصابات", REFERENCE) == []


def test_an_indefinite_singular_behind_a_loss_counts_one() -> None:
    values = read_values("مقتل شخص وإصابة اثنين آخرين", REFERENCE)
    assert [(value.number, value.unit) for value in values] == [(1, "شخص"), (2, "آخر")]
    assert read_values("تحدث شخص إلى الوزير", REFERENCE) == []


def test_a_part_of_a_count_counts_the_same() -> None:
    values = read_values("5 من أصل 7 متهمين", REFERENCE)
    assert [(value.number, value.unit) for value in values] == [(5, "متهم"), (7, "متهم")]


def test_an_age_in_the_form_of_an_ordinal_is_a_duration() -> None:
    values = read_values("طفل في الـ12 من عمره وشاب في السادسة والثلاثين من عمره", REFERENCE)
    assert [(value.kind, value.number, value.unit) for value in values] == [
        ("duration", 12, "year"),
        ("duration", 36, "year"),
    ]
    assert read_values("رجل في الخمسينات من عمره", REFERENCE) == []


def test_a_range_of_amounts_is_a_lower_and_an_upper_value() -> None:
    low, high = read_values("من 10 إلى 20 مليون دولار", REFERENCE)
    assert (low.number, low.comparator, low.unit) == (10e6, "at_least", "USD")
    assert (high.number, high.comparator, high.unit) == (20e6, "at_most", "USD")


def test_a_range_up_to_another_scale_is_not_added_up() -> None:
    low, high = read_values("بين مليار و9 مليارات يورو", REFERENCE)
    assert (low.number, high.number, low.unit, high.unit) == (1e9, 9e9, "EUR", "EUR")


def test_the_arabic_comma_can_be_a_decimal_mark() -> None:
    assert only("110،3 مليار دولار").number == pytest.approx(110.3e9)


def test_a_denied_comparator_turns_round() -> None:
    assert only("ولا يزيد عدد الصور على 4 صور").comparator == "at_most"
    assert only("ألا تقل عن 50 طالبا").comparator == "at_least"


def test_an_age_that_is_reached_is_exact() -> None:
    assert only("توفي عن عمر يناهز 70 عاما").comparator is None
    assert only("برج طوله يناهز 70 مترا").comparator == "about"


def test_either_of_two_numbers_is_a_range() -> None:
    low, high = read_values("انخفضت الحرارة 4 أو 5 درجات", REFERENCE)
    assert (low.number, low.comparator, high.number, high.comparator) == (4, "at_least", 5, "at_most")


def test_a_definite_count_stands_behind_its_noun() -> None:
    value = only("نجا الركاب الخمسة")
    assert (value.kind, value.number, value.unit) == ("quantity", 5, "راكب")


def test_a_rise_from_one_number_to_another_is_no_range() -> None:
    values = read_values("ارتفع السعر من 40 إلى 50 دولارا", REFERENCE)
    assert [(value.number, value.comparator) for value in values] == [(40, None), (50, None)]


@pytest.mark.parametrize(
    ("text", "number", "unit"),
    [
        ("للمرة الثالثة", 3, "مرة"),
        ("الجولة الـ 18", 18, "جولة"),
        ("أول رحلة", 1, "رحلة"),
        ("المادة 140", 140, "مادة"),
        ("القرار رقم 1559", 1559, "قرار"),
        ("الدقيقة 87", 87, "دقيقة"),
        ("آخر زيارة", -1, "زيارة"),
        ("السطر الأخير", -1, "سطر"),
        ("المرتبة قبل الأخيرة", -2, "مرتبة"),
    ],
)
def test_ordinals_know_what_they_put_in_order(text: str, number: int, unit: str) -> None:
    value = only(text)
    assert (value.kind, value.number, value.unit) == ("ordinal", number, unit)


@pytest.mark.parametrize(
    ("text", "begin", "grain"),
    [
        ("الساعة 14:05", "14:05:00", "minute"),
        ("4:23 ص", "04:23:00", "minute"),
        ("الثالثة والربع عصرا", "15:15:00", "minute"),
        ("الساعة الثانية بعد منتصف الليل", "02:00:00", "hour"),
        ("منتصف الليل", "00:00:00", "hour"),
        ("الثامنة مساء", "20:00:00", "hour"),
        ("الساعة خمسة إلا ثلثا عصرا", "16:40:00", "minute"),
    ],
)
def test_times_of_day(text: str, begin: str, grain: str) -> None:
    value = only(text)
    assert (value.kind, value.begin, value.grain) == ("time", f"2021-06-15T{begin}", grain)


def test_a_date_and_a_time_are_one_value() -> None:
    value = only("12 نوفمبر 2024، 4:23 ص")
    assert (value.kind, value.begin) == ("time", "2024-11-12T04:23:00")


@pytest.mark.parametrize(
    "text",
    [
        "آخر الأخبار", "آخر التطورات", "شخص آخر", "الاتفاق الأخير", "الأزمة الأخيرة", "السيارة الأخيرة", "الفترة السابقة",
        "غرفة 312", "القناة 12 الإسرائيلية", "استاد 974", "لوحة رقم 12345", "شقة 7 عمارة 12", "حي 14 رمضان", "رؤية 2030",
        "أجندة 2063", "صاروخ قاهر 1", "مسيرة شاهد 136", "دبابة ميركافا 4", "ألف ليلة وليلة", "(يوحنا 3:16)", "سورة النساء 4:34",
        "رقم الهاتف: 01-234567", "www.example.com/2024/11/12/news-123", "info@mail12.com", "النتائج 6-4 و3-6 و7-5",
        "مجموعة الـ20", "انتفاضة 17 تشرين", "خسر صفر-1", "رواية اليوم الأخير", "لا يعيبه أي ضعف",
        "المقاتلة سو-57", "طائرة ميغ-29", "جائحة كوفيد-19", "مركبة أبولو 11", "الإصدار 3.2.1", "هاتف 0112345678",
        "+966 11 234 5678", "أحداث 11/9", "هجمات 9/11", "فاز 2-1", "النتيجة (3-0)", "مجموعة 5+1", "قمة العشرين",
        "ثاني بن أحمد", "قال أحد يوما ما", "المرشح آلان جوبيه", "طائرة بوينغ 737", "طراز F16", "قناة فرانس 24", "32/13/2015", "أفادت أ.ف.ب. بذلك", "كوارتيت أوبوس 27",
    ],
)  # fmt: skip
def test_things_that_only_look_like_values(text: str) -> None:
    assert read_values(text, REFERENCE) == []
