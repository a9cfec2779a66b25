"""Date lines and inferred dates of publication."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from consistency.languages.arabic.values import infer_publication, read_dateline
from consistency.model import PublicationDate


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("تاريخ النشر: 3rd, April 2021 GMT", "2021-04-03"),
        ("3 أبريل 2021، 4:23 ص", "2021-04-03"),
        ("السبت، 3 أبريل/نيسان 2021 - 14:05", "2021-04-03"),
        ("السبت 3 نيسان (أبريل) 2021", "2021-04-03"),
        ("2021-04-03", "2021-04-03"),
        ("2021-04-03T14:05:00Z", "2021-04-03"),
        ("03/04/2021", "2021-04-03"),
        ("٣/٤/٢٠٢١", "2021-04-03"),
        ("السبت 21 شعبان 1442هـ", "2021-04-03"),
        ("السبت 21 شعبان 1442هـ - 3 أبريل 2021م", "2021-04-03"),
        ("نشر في: 3 أبريل 2021 | آخر تحديث: 4 أبريل 2021", "2021-04-03"),
        ("Saturday, April 3, 2021", "2021-04-03"),
        ("القاهرة - 3 أبريل 2021", "2021-04-03"),
        ("GMT 10:12 2021 السبت 3 أبريل", "2021-04-03"),
        ("3 avril 2021", "2021-04-03"),
        ("Apr 3, 2021 - 10:00 AM", "2021-04-03"),
        ("العدد 15678 - السبت 3 نيسان 2021", "2021-04-03"),
        ("نُشر في 03.04.21", "2021-04-03"),
        ("كتب: أحمد علي السبت، 3 أبريل 2021 03:14 م", "2021-04-03"),
    ],
)
def test_date_lines(line: str, day: str) -> None:
    found = read_dateline(line)
    assert found is not None
    assert (found.earliest, found.latest, found.explicit) == (day, day, True)
    assert line[found.start : found.end].strip()


@pytest.mark.parametrize(
    "line",
    [
        "",
        "زار الوزير العاصمة في 3 أبريل 2021 لحضور القمة",
        "وصل الوفد السبت",
        "جميع الحقوق محفوظة © 2021",
        "بطولة كأس العالم 2022",
        "اقرأ أيضا",
        "القرار رقم 12 - 6 أغسطس 2016:",
        "في 3 أبريل",
    ],
)
def test_lines_that_are_no_date_lines(line: str) -> None:
    assert read_dateline(line) is None


@settings(max_examples=100, deadline=None)
@given(st.dates(date(1960, 1, 1), date(2075, 1, 1)))
def test_an_iso_date_line_is_read_whatever_the_day(day: date) -> None:
    found = read_dateline(f"تاريخ النشر: {day}")
    assert found is not None
    assert found.earliest == day.isoformat()


STARTS = (
    "يبدأ الوزير الاثنين زيارة تستمر أربعة أيام بين 10 و13 مايو، بعد أن التقى نظيره أمس الأحد."
    " وهي أول زيارة منذ عام 2019."
)


def test_a_weekday_and_a_day_of_the_month_fix_the_year() -> None:
    found = infer_publication(STARTS, [])
    assert found is not None
    assert (found.earliest, found.latest, found.explicit) == ("2021-05-10", "2021-05-10", False)
    assert "Monday" in found.why


def test_next_month_is_narrowed_by_the_articles_of_the_story() -> None:
    text = "يزور الرئيس باريس الشهر المقبل. وقال إن القمة ستعقد في يوليو."
    others = [PublicationDate("2021-06-10", "2021-06-10", True, "stated")]
    found = infer_publication(text, others)
    assert found is not None
    assert (found.earliest, found.latest) == ("2021-06-06", "2021-06-14")
    assert infer_publication(text, []) is None


def test_an_anniversary_of_a_catalogued_event_fixes_the_year() -> None:
    found = infer_publication("حضر احتفالات الذكرى السبعين للهدنة في الحرب بين الكوريتين.", [])
    assert found is None or found.earliest <= "2023-07-27" <= found.latest


def test_a_text_without_clues_is_not_dated() -> None:
    assert infer_publication("قال الوزير إن العلاقات بين البلدين جيدة.", []) is None
    assert infer_publication("وصل الوزير أمس إلى العاصمة.", []) is None
