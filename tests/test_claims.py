"""Conflicts between articles: what is one, what is none, and that the order of sources does not matter."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from consistency.model import Finding

FindingsIn = Callable[..., list[Finding]]
HEAD = "تاريخ النشر: 2021-03-03\n"
BODY = "أعلنت وزارة الصحة في بيان لها أن {} أصيبوا بالتسمم في مصنع النسيج بمدينة المحلة يوم {} وأن العلاج {}."


def article(count: str = "15 عاملا", day: str = "الاثنين", state: str = "بدأ", head: str = HEAD) -> str:
    return head + BODY.format(count, day, state)


def conflicts(findings: list[Finding]) -> list[Finding]:
    return [f for f in findings if f.kind == "claims"]


@pytest.mark.parametrize(
    ("change", "rule"),
    [
        ({"count": "12 عاملا"}, "number-conflict"),
        ({"count": "اثني عشر عاملا"}, "number-conflict"),
        ({"day": "الثلاثاء"}, "time-conflict"),
        ({"state": "انتهى"}, "opposite-words"),
        ({"state": "لم يبدأ"}, "polarity-conflict"),
    ],
)
def test_one_changed_value_is_a_conflict(change: dict[str, str], rule: str, findings_in: FindingsIn) -> None:
    found = conflicts(findings_in(article(), article(**change)))
    assert [f.rule for f in found] == [rule]
    assert found[0].severity == "warning"


@pytest.mark.parametrize(
    ("headline", "text"),
    [
        (
            "لا تراجع عن نقل السوق القديمة إلى الضاحية",
            "نفى رئيس البلدية أمس أي نية للتراجع عن نقل السوق القديمة إلى الضاحية.",
        ),
        ("الجسر الجديد ليس قابلا للعبور في الشتاء", "يرجح المهندسون أن يكون غير قابل للعبور في الشتاء."),
    ],
    ids=["denied by a verb", "denied by a noun"],
)
def test_a_headline_that_denies_what_its_text_denies_in_other_words_is_none(
    headline: str, text: str, findings_in: FindingsIn
) -> None:
    assert conflicts(findings_in(f"{headline}\n{HEAD}{text}\nوحضر الاجتماع أعضاء المجلس.")) == []


@pytest.mark.parametrize(
    "change",
    [{"count": "خمسة عشر عاملا"}, {"count": "أكثر من عشرة عمال"}, {"day": "الإثنين"}, {"state": "انطلق"}],
    ids=["words", "at-least", "hamza", "synonym"],
)
def test_other_wording_is_none(change: dict[str, str], findings_in: FindingsIn) -> None:
    assert conflicts(findings_in(article(), article(**change))) == []


@pytest.mark.parametrize(
    ("one", "other", "rule"),
    [
        ("وسجل مهند سليم هدف الفوز في الدقيقة 17.", "وسجل مهند سليم هدف الفوز في الدقيقة 27.", "number-conflict"),
        ("وقدرت اللجنة هامش الخطأ في الاستطلاع بنسبة 3.6%.", "وقدرت اللجنة هامش الخطأ في الاستطلاع بنسبة 6.6%.",
         "number-conflict"),
        ("وتلقى المتهم الرشاوى بين عامي 2008 و2011 من شركة إنشاءات.",
         "وتلقى المتهم الرشاوى بين عامي 2008 و2013 من شركة إنشاءات.", "time-conflict"),
        ("وأضاف الوزير أن النرويج لا تنوي إغلاق سفارتها هناك.", "وأضاف الوزير أن بلاده تنوي إغلاق سفارتها هناك.",
         "polarity-conflict"),
        ("وأعلنت وزارة الداخلية في بيان إغلاق الميناء الشرقي أسبوعا.",
         "وأعلنت وزارة الدفاع في بيان إغلاق الميناء الشرقي أسبوعا.", "attribution-conflict"),
        ("وبرأت المحكمة زوجته إيلينا سالاس من تهمة الرشوة.", "وأدانت المحكمة زوجته إيلينا سالاس بتهمة الرشوة.",
         "opposite-words"),
    ],
    ids=["which-minute", "percent-at-the-end", "years-of-a-span", "negation-beside-a-pointer", "ministry", "verdict"],
)  # fmt: skip
def test_what_one_sentence_tells_otherwise_is_a_conflict(
    one: str, other: str, rule: str, findings_in: FindingsIn
) -> None:
    found = conflicts(findings_in(f"{article()}\n{one}", f"{article()}\n{other}"))
    assert [(f.rule, f.severity) for f in found] == [(rule, "warning")]


def test_a_number_of_the_headline_that_the_text_counts_by_another_word_is_none(
    findings_in: FindingsIn,
) -> None:
    pardon = "عفو خاص عن 784 سجينا\nقرر الرئيس العفو الخاص عن 784 محكوما، وهو ما يؤدي إلى سراح 418 سجينا."
    assert conflicts(findings_in(HEAD + pardon)) == []


def test_another_person_behind_the_same_title_is_a_conflict_whatever_follows(findings_in: FindingsIn) -> None:
    tail = "أن الدفاعات الجوية أسقطت طائرة مسيرة قرب الميناء."
    one = f"وأكد المتحدث باسم القوات المسلحة العميد سالم الحداد، اليوم الأربعاء، {tail}"
    other = f"وأكد المتحدث باسم القوات المسلحة العميد هنري دوبوا، {tail}"
    found = conflicts(findings_in(f"{article()}\n{one}", f"{article()}\n{other}"))
    assert [f.rule for f in found] == ["person-conflict"]


@pytest.mark.parametrize(("one", "other"), [("الثانية", "الأولى"), ("2", "1")], ids=["words", "figures"])
def test_programmes_of_two_rounds_are_no_conflict(one: str, other: str, findings_in: FindingsIn) -> None:
    texts = [
        f"{article()}\nوفي ما يلي برنامج النقل التلفزي لمباريات الجولة {n} من البطولة." for n in (one, other)
    ]
    assert conflicts(findings_in(*texts)) == []


def test_the_weather_of_two_days_is_an_update(findings_in: FindingsIn) -> None:
    one, other = (f"وتبلغ سرعة الرياح القصوى قرب السواحل الشمالية {n} كلم في الساعة." for n in (30, 45))
    later = article(head="تاريخ النشر: 2021-03-04\n")
    found = conflicts(findings_in(f"{article()}\n{one}", f"{later}\n{other}"))
    assert [f.severity for f in found if "كلم" in f.message] == ["info"]


def test_an_hour_is_of_the_day_that_the_article_tells(findings_in: FindingsIn) -> None:
    one = "واصطدمت العبارة بسفينة شحن قرب الميناء مساء الثلاثاء."
    other = "واصطدمت العبارة بسفينة شحن قرب الميناء في الساعة الثامنة مساء."
    assert conflicts(findings_in(f"{article()}\n{one}", f"{article()}\n{other}")) == []


def test_count_of_another_day_is_an_info(findings_in: FindingsIn) -> None:
    later = article(count="19 عاملا", head="تاريخ النشر: 2021-03-04\n")
    assert [f.severity for f in conflicts(findings_in(article(), later))] == ["info"]


def test_a_report_that_comes_every_day_is_no_conflict(findings_in: FindingsIn) -> None:
    counts = ("15 عاملا", "19 عاملا", "24 عاملا")
    assert conflicts(findings_in(*(article(count=count, head="") for count in counts))) == []


RAIDS = (
    "{0} غارة للتحالف على مواقع المتمردين في إقليم تيغراي\nتاريخ النشر: 2021-03-{1}\n"
    "قال المتحدث إن الطائرات نفذت {0} غارة على مواقع المتمردين في إقليم تيغراي أصابت مخازن للذخيرة."
)


@pytest.mark.parametrize(("day", "severity"), [("03", "warning"), ("04", "info")])
def test_raids_of_the_next_day_may_be_fewer(day: str, severity: str, findings_in: FindingsIn) -> None:
    found = conflicts(findings_in(RAIDS.format(27, "03"), RAIDS.format(20, day)))
    assert [f.severity for f in found] == [severity]


MARKET = (
    "ارتفع مؤشر سوق النور للأوراق المالية أمس ووصل إلى {} نقطة.\n"
    "وبلغت قيمة الأسهم المتداولة في سوق النور للأوراق المالية أمس {} مليون درهم.\n"
    "وجاء التداول في سوق النور للأوراق المالية أمس من خلال {} صفقة."
)


def test_two_issues_of_one_report_are_one_info(findings_in: FindingsIn) -> None:
    found = conflicts(findings_in(MARKET.format(2575, 181, 2904), MARKET.format(2676, 110, 2415)))
    assert [f.severity for f in found] == ["info"]
    quotes = {place.quote for place in found[0].locations}
    assert quotes == {"2575 نقطة", "2676 نقطة", "181 مليون درهم", "110 مليون درهم", "2904 صفقة", "2415 صفقة"}


def test_two_numbers_that_undated_articles_tell_differently_are_two_infos(findings_in: FindingsIn) -> None:
    found = conflicts(findings_in(MARKET.format(2575, 181, 2904), MARKET.format(2676, 110, 2904)))
    assert [f.severity for f in found] == ["info", "info"]


def test_many_numbers_of_one_day_are_told_each(findings_in: FindingsIn) -> None:
    told = ((2575, 181, 2904), (2676, 110, 2415))
    found = conflicts(findings_in(*(HEAD + MARKET.format(*numbers) for numbers in told)))
    assert [f.severity for f in found] == ["warning"] * 3


@pytest.mark.parametrize(
    ("end", "rules"),
    [
        ("نتج عنه فقد ثلاثة بحارة وأن الحادث يحظى بمتابعة مكتب التحقيقات في المملكة العربية السعودية.", []),
        ("في المملكة العربية السعودية.", ["place-conflict"]),
    ],
    ids=["a particle alone", "the same words"],
)
def test_places_are_compared_between_words_of_content(
    end: str, rules: list[str], findings_in: FindingsIn
) -> None:
    one = f"{HEAD}أعلنت هيئة الملاحة عن غرق سفينة شحن خاصة في ميناء العقبة في الأردن اليوم الأربعاء."
    other = f"{HEAD}كانت هيئة الملاحة أعلنت أمس عن غرق سفينة شحن خاصة في ميناء العقبة {end}"
    assert [f.rule for f in conflicts(findings_in(one, other))] == rules


def test_three_counts_of_one_day_are_a_conflict(findings_in: FindingsIn) -> None:
    counts = ("15 عاملا", "19 عاملا", "24 عاملا")
    assert "number-conflict" in {f.rule for f in conflicts(findings_in(*map(article, counts)))}


def test_order_of_sources_does_not_matter(findings_in: FindingsIn) -> None:
    one, other = article(), article(count="12 عاملا", day="الثلاثاء")

    def told(findings: list[Finding]) -> set[tuple[str, frozenset[str]]]:
        return {(f.rule, frozenset(place.quote for place in f.locations)) for f in conflicts(findings)}

    assert told(findings_in(one, other)) == told(findings_in(other, one))


def test_odd_source_among_four_is_one_finding_and_flagged(findings_in: FindingsIn) -> None:
    texts = [article(), article(), article(count="12 عاملا"), article()]
    found = conflicts(findings_in(*texts))
    assert len(found) == 1
    assert found[0].locations[0].document == "3.txt"


CRASH = "{title}\nتاريخ النشر: {date}\nالمصدر: {paper}\n{lead} {rest}"
REST = "وباشرت فرق الدفاع المدني والمرور الموقع ونقل المصابون إلى مستشفى المحافظة العام مساء السبت 27 فبراير."
FIRST = {
    "title": "مصرع ثلاثة وإصابة 15 في حادث حافلة بطريق الساحل",
    "date": "2021-02-28",
    "paper": "الصباح",
    "lead": "لقي 3 أشخاص مصرعهم وأصيب 15 آخرون في حادث انقلاب حافلة على طريق الساحل الشمالي قرب المحافظة.",
    "rest": REST,
}
SECOND = FIRST | {
    "title": "وفاة 3 وإصابة 12 على طريق الساحل",
    "paper": "المساء",
    "lead": "انقلبت حافلة قرب المحافظة على طريق الساحل الشمالي، ما أسفر عن وفاة ثلاثة ركاب وإصابة 12 شخصا بجروح.",
}


def crash(**change: str) -> str:
    return CRASH.format(**(FIRST | change))


def second(**change: str) -> str:
    return CRASH.format(**(SECOND | change))


def told(findings: list[Finding]) -> set[tuple[str, str, frozenset[str]]]:
    return {
        (f.rule, f.severity.value, frozenset(place.quote for place in f.locations))
        for f in conflicts(findings)
    }


def test_totals_of_one_event_conflict_however_worded(findings_in: FindingsIn) -> None:
    found = conflicts(findings_in(crash(), second()))
    assert [(f.rule, f.severity.value) for f in found] == [("number-conflict", "warning")]


def test_a_later_higher_total_is_an_update(findings_in: FindingsIn) -> None:
    later = second(date="2021-03-01", title="وفاة 3 وإصابة 19", lead=SECOND["lead"].replace("12", "19"))
    assert [f.severity.value for f in conflicts(findings_in(crash(), later))] == ["info"]


def test_equal_totals_in_other_words_are_none(findings_in: FindingsIn) -> None:
    same = second(title="وفاة 3 وإصابة 15 على طريق الساحل", lead=SECOND["lead"].replace("12", "خمسة عشر"))
    assert conflicts(findings_in(crash(), same)) == []


def test_headline_that_is_not_the_sum_of_its_text_is_flagged_in_the_headline(findings_in: FindingsIn) -> None:
    found = conflicts(findings_in(crash(title="مصرع وإصابة 21 في حادث حافلة")))
    assert [(f.rule, f.locations[0].quote) for f in found] == [("headline-number-conflict", "21")]


def test_a_later_version_of_one_article_supersedes_it(findings_in: FindingsIn) -> None:
    mended = crash(
        date="2021-03-01", lead=FIRST["lead"].replace("انقلاب", "تصادم").replace("3 أشخاص", "5 أشخاص")
    )
    found = [f for f in conflicts(findings_in(crash(), mended)) if f.rule == "number-conflict"]
    assert {f.severity.value for f in found} == {"info"}
    assert any("supersedes" in why for f in found for why in f.why)


def test_copies_of_one_text_count_as_one_origin(findings_in: FindingsIn) -> None:
    found = conflicts(findings_in(crash(), crash(paper="الوطن"), second()))
    assert any("2 outlets repeat one another; origins: 1" in why for f in found for why in f.why)


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    texts=st.lists(
        st.sampled_from(
            [
                article(),
                article(count="12 عاملا"),
                article(day="الثلاثاء", state="انتهى"),
                article(state="لم يبدأ"),
                crash(),
                second(),
                second(date="2021-03-01"),
            ]
        ),
        min_size=2,
        max_size=4,
        unique=True,
    ),
    data=st.data(),
)
def test_any_order_of_sources_gives_the_same_findings(
    texts: list[str], data: st.DataObject, findings_in: FindingsIn
) -> None:
    assert told(findings_in(*texts)) == told(findings_in(*data.draw(st.permutations(texts))))


@pytest.mark.parametrize(
    ("one", "other", "rule"),
    [
        ("المدير المالي للشركة سالم الحربي", "الرئيس التنفيذي للشركة سالم الحربي", "office-conflict"),
        ("نائب مدير الشركة سالم الحربي", "مدير الشركة سالم الحربي", "office-conflict"),
        ("مدير الشركة ماجد القحطاني", "مدير الشركة سالم الحربي", "person-conflict"),
    ],
)
def test_another_person_or_office_in_one_place_is_a_conflict(
    one: str, other: str, rule: str, findings_in: FindingsIn
) -> None:
    frame = HEAD + "أوضح {} أن خط الإنتاج الجديد في مصنع الألبان بمدينة الخابور سيبدأ العمل قبل نهاية الصيف."
    found = conflicts(findings_in(frame.format(one), frame.format(other)))
    assert [(f.rule, f.severity.value) for f in found] == [(rule, "warning")]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("المتحدث الرسمي للشركة سالم الحربي", "الناطق الإعلامي للشركة سالم الحربي"),
        ("مدير الشركة سالم الحربي", "مدير الشركة سالم بن علي الحربي"),
        ("مدير الشركة المهندس سالم الحربي", "مدير الشركة سالم الحربى"),
    ],
)
def test_other_words_for_one_person_or_office_are_none(one: str, other: str, findings_in: FindingsIn) -> None:
    frame = HEAD + "أوضح {} أن خط الإنتاج الجديد في مصنع الألبان بمدينة الخابور سيبدأ العمل قبل نهاية الصيف."
    assert conflicts(findings_in(frame.format(one), frame.format(other))) == []
