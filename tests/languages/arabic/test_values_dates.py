"""Dates of both calendars, absolute and relative."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest
from hijridate import Gregorian
from hypothesis import given, settings
from hypothesis import strategies as st

from consistency.languages.arabic.values import read_values
from consistency.languages.arabic.values.lexicon import table

WEDNESDAY = datetime(2021, 6, 16)
_MONTHS = table("calendar")["gregorian"]
_LEVANT = {
    1: "كانون الثاني", 2: "شباط", 3: "آذار", 4: "نيسان", 5: "أيار", 6: "حزيران",
    7: "تموز", 8: "آب", 9: "أيلول", 10: "تشرين الأول", 11: "تشرين الثاني", 12: "كانون الأول",
}  # fmt: skip
_MAGHREB = {
    1: "جانفي", 2: "فيفري", 3: "مارس", 4: "أفريل", 5: "ماي", 6: "جوان", 7: "جويلية", 8: "غشت", 9: "شتنبر",
    10: "أكتوبر", 11: "نونبر", 12: "دجنبر",
}  # fmt: skip
_EASTERN = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")
_UNITS = ["الأول", "الثاني", "الثالث", "الرابع", "الخامس", "السادس", "السابع", "الثامن", "التاسع", "العاشر"]
_ORDINALS = [
    *_UNITS,
    *(f"{unit} عشر" for unit in ["الحادي", *_UNITS[1:9]]),
    "العشرين",
    *(f"{unit} والعشرين" for unit in ["الحادي", *_UNITS[1:9]]),
    "الثلاثين",
    "الحادي والثلاثين",
]
_WEEKDAYS = ["الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت", "الأحد"]
_HIJRI = [
    "محرم", "صفر", "ربيع الأول", "ربيع الآخر", "جمادى الأولى", "جمادى الآخرة",
    "رجب", "شعبان", "رمضان", "شوال", "ذو القعدة", "ذو الحجة",
]  # fmt: skip
DAYS = st.dates(date(1950, 1, 1), date(2070, 12, 31))


def written(day: date) -> list[str]:
    """The forms in which papers write a day."""
    name = _MONTHS[day.month][0]
    hijri = Gregorian(day.year, day.month, day.day).to_hijri()
    return [
        f"{day.day} {name} {day.year}",
        f"{_WEEKDAYS[day.weekday()]} {day.day} {name} {day.year}",
        f"{_WEEKDAYS[day.weekday()]}، {day.day} {name}/{_LEVANT[day.month]} {day.year}",
        f"{day.day} {_LEVANT[day.month]}/ {name} {day.year}",
        f"{day.day} {_LEVANT[day.month]} ({name}) {day.year}م",
        f"{day.day}-{day.month}-{day.year}",
        f"{day.day:02}/{day.month:02}/{day.year}",
        day.isoformat(),
        f"{day.day} من شهر {name} عام {day.year}",
        f"{_ORDINALS[day.day - 1]} من {name} {day.year}",
        f"{_WEEKDAYS[day.weekday()]} الموافق {day.day} {name} {day.year}",
        f"{day.day} {_MAGHREB[day.month]} {day.year}".translate(_EASTERN),
        f"{day.year}/{day.month}/{day.day}",
        f"{day.day}.{day.month}.{day.year}",
        f"{hijri.day} {_HIJRI[hijri.month - 1]} {hijri.year}هـ",
    ]


@settings(max_examples=150, deadline=None)
@given(DAYS)
def test_a_day_is_read_back_from_each_written_form(day: date) -> None:
    for text in written(day):
        (value,) = read_values(text, WEDNESDAY)
        assert value.quote == text
        assert value.begin == f"{day}T00:00:00", text
        assert value.until == f"{day + timedelta(days=1)}T00:00:00", text
        assert (value.kind, value.grain) == ("date", "day")


@pytest.mark.parametrize(("month", "names"), list(_MONTHS.items()))
def test_every_name_of_a_month_is_that_month(month: int, names: list[str]) -> None:
    for name in [*names, _LEVANT[month]]:
        (value,) = read_values(f"في {name} 2019", WEDNESDAY)
        assert (value.begin, value.grain) == (f"2019-{month:02}-01T00:00:00", "month")


@pytest.mark.parametrize(
    ("text", "begin", "until", "grain"),
    [
        ("أمس", "2021-06-15", "2021-06-16", "day"),
        ("أمس الأول", "2021-06-14", "2021-06-15", "day"),
        ("أول من أمس", "2021-06-14", "2021-06-15", "day"),
        ("غدا الخميس", "2021-06-17", "2021-06-18", "day"),
        ("بعد غد", "2021-06-18", "2021-06-19", "day"),
        ("الشهر المقبل", "2021-07-01", "2021-08-01", "month"),
        ("العام الجاري", "2021-01-01", "2022-01-01", "year"),
        ("هذا الأسبوع", "2021-06-14", "2021-06-21", "week"),
        ("مارس الماضي", "2021-03-01", "2021-04-01", "month"),
        ("أكتوبر المقبل", "2021-10-01", "2021-11-01", "month"),
        ("التاسع من مايو المقبل", "2022-05-09", "2022-05-10", "day"),
        ("نهاية شهر مايو", "2021-05-21", "2021-06-01", "day"),
        ("أوائل سبتمبر الماضي", "2020-09-01", "2020-09-11", "day"),
        ("الربع الثالث من عام 2016", "2016-07-01", "2016-10-01", "quarter"),
        ("السبعينيات", "1970-01-01", "1980-01-01", "decade"),
        ("القرن التاسع عشر", "1801-01-01", "1901-01-01", "century"),
        ("بين 18 و21 سبتمبر 2023", "2023-09-18", "2023-09-22", "day"),
        ("من 28 يناير إلى 3 فبراير 2020", "2020-01-28", "2020-02-04", "day"),
        ("2014-2016", "2014-01-01", "2017-01-01", "year"),
        ("قبل يومين", "2021-06-14", "2021-06-15", "day"),
        ("السنوات الخمس الماضية", "2016-06-16", "2021-06-16", "month"),
        ("عيد الأضحى 2021", "2021-07-20", "2021-07-21", "day"),
        ("رمضان المقبل", "2022-04-02", "2022-05-02", "month"),
        ("أول جمعة من يوليو", "2021-07-02", "2021-07-03", "day"),
        ("تشرين الثاني بين 15 و19", "2021-11-15", "2021-11-20", "day"),
        ("بين شهري مايو وأغسطس 2020", "2020-05-01", "2020-09-01", "month"),
        ("ثاني أيام عيد الأضحى", "2021-07-21", "2021-07-22", "day"),
        ("أول أيام شهر رمضان", "2021-04-13", "2021-04-14", "day"),
        ("العام الماضي 2020", "2020-01-01", "2021-01-01", "year"),
        ("القرن الـ21", "2001-01-01", "2101-01-01", "century"),
        ("العام الدراسي 1435/1436هـ", None, None, None),
    ],
)
def test_relative_dates(text: str, begin: str | None, until: str | None, grain: str | None) -> None:
    values = read_values(text, WEDNESDAY)
    if begin is None:
        assert [value.grain for value in values] == ["year"]
        return
    (value,) = values
    assert (value.begin, value.until, value.grain) == (f"{begin}T00:00:00", f"{until}T00:00:00", grain)


@pytest.mark.parametrize(
    ("text", "begin"),
    [
        ("وصل الوزير الاثنين إلى بغداد", "2021-06-14"),
        ("سيصل الوزير الاثنين إلى بغداد", "2021-06-21"),
        ("أعلن المتحدث الأربعاء ذلك", "2021-06-16"),
        ("يبدأ الوزير الأربعاء جولة", "2021-06-16"),
        ("قالت الوكالة الثلاثاء إن الوفد غادر", "2021-06-15"),
    ],
)
def test_a_bare_weekday_follows_the_verb(text: str, begin: str) -> None:
    (value,) = read_values(text, WEDNESDAY)
    assert value.begin == f"{begin}T00:00:00"


def test_the_direction_can_be_given() -> None:
    (past,) = read_values("الاثنين", WEDNESDAY, direction="past")
    (future,) = read_values("الاثنين", WEDNESDAY, direction="future")
    assert (past.begin, future.begin) == ("2021-06-14T00:00:00", "2021-06-21T00:00:00")


@settings(max_examples=100, deadline=None)
@given(st.datetimes(datetime(1990, 1, 1), datetime(2060, 1, 1)), st.sampled_from(range(7)))
def test_a_weekday_is_within_a_week_of_the_reference(reference: datetime, weekday: int) -> None:
    for direction, low, high in (("past", -6, 0), ("future", 0, 6)):
        (value,) = read_values(_WEEKDAYS[weekday], reference, direction=direction)  # type: ignore[arg-type]
        found = datetime.fromisoformat(value.begin or "")
        assert found.weekday() == weekday
        assert low <= (found.date() - reference.date()).days <= high


def test_a_pair_of_years_is_two_values() -> None:
    values = read_values("شارك في عامي 2017 و2019", WEDNESDAY)
    assert [value.begin for value in values] == ["2017-01-01T00:00:00", "2019-01-01T00:00:00"]


def test_a_day_and_the_year_behind_it_are_no_length() -> None:
    assert [value.kind for value in read_values("يوم 17 عام 1825", WEDNESDAY)] == ["number", "period"]


def test_a_weekday_and_its_date_in_two_calendars_are_two_dates() -> None:
    values = read_values("الأربعاء - 6 ذو القعدة 1442 هـ - 16 يونيو 2021 م", WEDNESDAY)
    assert [(value.kind, value.begin) for value in values] == [("date", "2021-06-16T00:00:00")] * 2


@pytest.mark.parametrize(
    ("text", "begin"),
    [
        ("16 يونيو 2021 على الساعة 18:30", "2021-06-16T18:30:00"),
        ("منتصف ليل الثلاثاء الأربعاء", "2021-06-16T00:00:00"),
        ("الساعات الأولى من صباح اليوم", "2021-06-16T04:00:00"),
        ("ليلة 15 شعبان", "2021-03-28T18:00:00"),
    ],
)
def test_dates_with_a_time_of_day(text: str, begin: str) -> None:
    assert read_values(text, WEDNESDAY)[-1].begin == begin


def test_several_days_share_the_month_behind_the_last() -> None:
    values = read_values("اجتمعوا أيام 17 و18 و19 مارس 2020", WEDNESDAY)
    assert [value.begin for value in values] == [f"2020-03-{day}T00:00:00" for day in (17, 18, 19)]


def test_two_days_share_the_month_of_the_reference() -> None:
    values = read_values("يومي 20 و21 الجاري", WEDNESDAY)
    assert [value.begin for value in values] == ["2021-06-20T00:00:00", "2021-06-21T00:00:00"]


def test_a_date_without_a_year_is_rather_soon_than_a_year_ago() -> None:
    (value,) = read_values("بدأت الاستعدادات لمباراة 12 يوليو", WEDNESDAY)
    assert value.begin == "2021-07-12T00:00:00"


def test_a_weekday_chooses_the_year() -> None:
    (value,) = read_values("الأحد 20 ديسمبر", WEDNESDAY)
    assert value.begin == "2020-12-20T00:00:00"


def test_a_length_of_time_before_another_event_is_not_counted_from_the_reference() -> None:
    (value,) = read_values("قبل أسبوعين من الانتخابات", WEDNESDAY)
    assert (value.kind, value.begin, value.number) == ("duration", None, 2)


def test_a_weekday_beside_yesterday_wins_over_a_header_that_does_not_fit() -> None:
    (value,) = read_values("أمس الاثنين", WEDNESDAY)
    assert value.begin == "2021-06-14T00:00:00"
    assert "another one" in value.how


def test_since_then_starts_at_the_time_told_before() -> None:
    values = read_values("اتفقا في فبراير 2020. ومنذ ذلك الحين لم يلتقيا.", WEDNESDAY)
    assert (values[1].begin, values[1].until) == ("2020-02-01T00:00:00", "2021-06-17T00:00:00")


def test_a_catalogued_event_dates_what_is_counted_from_it() -> None:
    (value,) = read_values("منذ اندلاع الحرب في أوكرانيا", datetime(2023, 5, 1))
    assert value.begin == "2022-02-24T00:00:00"
    assert "catalogued" in value.how


@pytest.mark.parametrize(
    "text",
    [
        "مارس الحزب ضغوطا على الحكومة",
        "كل يوم جمعة",
        "أيام الجمعة",
        "التقى رجب طيب أردوغان",
        "زارت تيريزا ماي المصنع",
        "سكان مدينة 6 أكتوبر",
        "شباب ثورة 25 يناير",
        "صحيفة المصري اليوم",
        "اليوم العالمي للمرأة",
        "طرق باب المدينة",
        "عقب صلاة الجمعة",
    ],
)
def test_names_with_a_month_or_a_day_in_them_are_no_dates(text: str) -> None:
    assert [value for value in read_values(text, WEDNESDAY) if value.begin] == []


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("في 2015م", ["period"]),
        ("سباق 1500م", ["quantity"]),
        ("في 2011 سيارة", ["period"]),
        ("في 2000 قرية", ["quantity"]),
    ],
)
def test_four_digits_are_a_year_or_a_count(text: str, kinds: list[str]) -> None:
    assert [value.kind for value in read_values(text, WEDNESDAY)] == kinds


def test_hour_24_is_the_first_of_the_next_day() -> None:
    (value,) = read_values("يفتح المعرض بين الساعة 22 و24.", datetime(2021, 3, 3))
    assert value.begin == "2021-03-03T22:00:00"
    assert value.until is not None
    assert value.until >= "2021-03-04T00:00:00"


def test_a_year_and_a_month_in_digits_are_a_date_and_no_decimal_whatever_word_follows() -> None:
    (value,) = read_values("صدر في 2015.05 تقريرهم", WEDNESDAY)
    assert (value.kind, value.begin, value.grain) == ("period", "2015-05-01T00:00:00", "month")
