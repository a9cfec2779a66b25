"""What is read in a clause: who, what, when, where, says who, and what it carries on from its neighbours."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from consistency.model import Claim
from consistency.pipeline import Street, check_texts

ClaimsIn = Callable[[str], list[Claim]]
DATED = "تاريخ النشر: 2021-03-03\n"
"""A Wednesday."""


@pytest.fixture(scope="module")
def claims_in(street: Street) -> ClaimsIn:
    def run(text: str) -> list[Claim]:
        return list(check_texts([DATED + text], street).claims)

    return run


def telling(claims: list[Claim], words: str) -> Claim:
    """The shortest claim that holds these words."""
    found = [claim for claim in claims if words in claim.quote]
    assert found, [claim.quote for claim in claims]
    return min(found, key=lambda claim: claim.end - claim.start)


@pytest.mark.parametrize(
    ("sentence", "parts"),
    [
        (
            "وصل الوفد إلى تونس مساء الاثنين، فيما غادر الوزير إلى الجزائر صباح الثلاثاء.",
            ["وصل الوفد", "فيما غادر"],
        ),
        (
            "افتتح المحافظ المستشفى الجديد بعد أن تفقد أقسامه المختلفة مع فريق الأطباء.",
            ["افتتح المحافظ", "بعد أن تفقد"],
        ),
        (
            "استقبل الرئيس وفد الاتحاد الذي وصل إلى العاصمة قبل يومين من انعقاد الجلسة.",
            ["استقبل الرئيس", "الذي وصل"],
        ),
        (
            "أصدرت المحكمة حكمها على المتهمين الثلاثة وأمرت بمصادرة أموالهم كلها فورا.",
            ["أصدرت المحكمة", "وأمرت"],
        ),
    ],
    ids=["conjunction", "after", "relative", "joined verb"],
)
def test_sentence_is_cut_where_another_thing_is_said(
    sentence: str, parts: list[str], claims_in: ClaimsIn
) -> None:
    quotes = [claim.quote for claim in claims_in(sentence)]
    starts = [next((q for q in quotes if q.startswith(part)), None) for part in parts]
    assert None not in starts, quotes


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        ("قال وزير الري فؤاد النهري إن السد لم يتأثر بالأمطار الغزيرة.", "وزير الري فؤاد النهري"),
        ("تأجل افتتاح المعرض إلى الشهر المقبل، بحسب إدارة المعرض.", "إدارة المعرض"),
        ("ونقلت الوكالة عن مدير المطار قوله إن الرحلات عادت إلى طبيعتها.", "مدير المطار"),
        ("وزارة الزراعة أعلنت، أن موسم الحصاد يبدأ مبكرا هذا العام.", "وزارة الزراعة"),
        ("أعلن الحاكم في بيان أن الطريق الدولي أغلق أمام الشاحنات.", "الحاكم"),
        ("أغلقت البلدية الطريق الساحلي أمام الشاحنات الثقيلة.", None),
    ],
    ids=["said", "according to", "quoted from", "subject first", "statement", "own voice"],
)
def test_speaker(sentence: str, speaker: str | None, claims_in: ClaimsIn) -> None:
    assert claims_in(sentence)[0].speaker == speaker


def test_speaker_goes_on_behind_a_verb_without_a_name(claims_in: ClaimsIn) -> None:
    claims = claims_in(
        "قال وزير الري فؤاد النهري إن السد آمن تماما. وأضاف أن الصيانة تنتهي قبل موسم الأمطار القادم."
    )
    assert telling(claims, "الصيانة تنتهي").speaker == "وزير الري فؤاد النهري"


def test_speaker_stays_for_a_quotation_of_two_sentences(claims_in: ClaimsIn) -> None:
    claims = claims_in('قال مدير المطار: "عادت الرحلات إلى طبيعتها منذ الصباح. لا توجد أي أعطال في المدارج".')
    assert telling(claims, "أعطال في المدارج").speaker == "مدير المطار"


@pytest.mark.parametrize(
    ("sentence", "polarity", "modality"),
    [
        ("لم توقع الشركتان عقد التوريد الجديد حتى الآن.", "negative", "asserted"),
        ("امتنعت الشركة عن تسليم المعدات إلى المصنع الجديد.", "negative", "asserted"),
        ("لا يزال العمل في الميناء الجديد مستمرا منذ سنتين.", "positive", "asserted"),
        ("سيزور الوفد التجاري ميناء المدينة خلال الأسبوع المقبل.", "positive", "intended"),
        ("من المقرر أن يفتتح الجسر الجديد في نهاية العام.", "positive", "intended"),
        ("نفت الشركة تسليم المعدات إلى المصنع الجديد في الشمال.", "negative", "denied"),
        ("قالت مصادر أمنية إن المشتبه به غادر المدينة ليلا.", "positive", "reported"),
        ("وقعت الشركتان عقد التوريد الجديد في حفل صغير.", "positive", "asserted"),
        ("أهاب المدير بالزوار توخي الحذر وعدم الدخول بعد الغروب.", "positive", "asserted"),
    ],
)
def test_polarity_and_modality(sentence: str, polarity: str, modality: str, claims_in: ClaimsIn) -> None:
    claim = claims_in(sentence)[0]
    assert (claim.polarity, claim.modality) == (polarity, modality)


def test_time_of_its_own_clause(claims_in: ClaimsIn) -> None:
    claims = claims_in("وصل الوفد إلى تونس يوم الاثنين، فيما غادر الوزير إلى الجزائر يوم الثلاثاء.")
    days = [c.time.begin[:10] for c in claims if c.time and c.time.begin]
    assert days == ["2021-03-01", "2021-03-02"]


def test_joined_verb_of_the_same_one_has_the_time_of_the_verb_before(claims_in: ClaimsIn) -> None:
    claims = claims_in("زار فلاديمير بوتين الصين يوم الاثنين وأجرى محادثات مع كبار المسؤولين هناك.")
    slot = telling(claims, "وأجرى محادثات").time
    assert slot is not None
    assert (slot.begin, slot.how) == ("2021-03-01T00:00:00", "inherited")


def test_state_beside_a_dated_event_has_no_time(claims_in: ClaimsIn) -> None:
    claims = claims_in("وصل الوفد إلى تونس يوم الاثنين. وتقع المدينة القديمة على بعد كيلومترات من الساحل.")
    assert telling(claims, "المدينة القديمة").time is None


def test_event_behind_a_light_verb_is_that_of_its_noun(claims_in: ClaimsIn) -> None:
    assert claims_in("أنهى فلاديمير بوتين زيارته إلى الصين يوم الاثنين.")[0].event == "leave"
    assert claims_in("أجرى فلاديمير بوتين محادثات مطولة في الصين يوم الاثنين.")[0].event == "talk"


def test_title_beside_a_name_tells_who_holds_the_office(claims_in: ClaimsIn) -> None:
    claims = claims_in("التقى سيرغي شويغو، سكرتير مجلس الأمن الروسي، ضيفه في المطار صباح الاثنين.")
    office = next(claim for claim in claims if claim.event == "hold-office")
    assert (office.subject, office.object) == ("sergei-shoigu", "سكرتير مجلس الأمن الروسي")


def test_title_alone_stands_for_its_holder(claims_in: ClaimsIn) -> None:
    claims = claims_in(
        "وصل وزير الخارجية الصيني وانغ يي إلى روسيا الاثنين.\nوغادر وزير الخارجية الصيني موسكو صباح الثلاثاء."
    )
    assert telling(claims, "وغادر").subject == "wang-yi"


def test_every_quote_is_its_span(street: Street) -> None:
    text = 'قال مدير المطار: "عادت الرحلات". \u202bوأضاف أن\u202c المدرج  الثاني أغلق،\nبحسب\x00 الوكالة'
    report = check_texts([text], street)
    for claim in report.claims:
        assert text[claim.start : claim.end] == claim.quote
        assert claim.start <= claim.said <= claim.end


def test_title_is_told_without_the_particle_written_on_to_it(claims_in: ClaimsIn) -> None:
    claims = claims_in(
        "حضر الحفل الرئيس الفرنسي إيمانويل ماكرون ورئيس الوزراء الروسي ميخائيل ميشوستين صباح الاثنين."
    )
    titles = {claim.object for claim in claims if claim.event == "hold-office"}
    assert "رئيس الوزراء الروسي" in titles


def test_frame_of_saying_is_not_cut_before_what_is_said(claims_in: ClaimsIn) -> None:
    claims = claims_in(
        "قال مدير المطار بعد انتهاء أعمال الصيانة الدورية في المدرج الثاني إن الرحلات عادت إلى طبيعتها."
    )
    assert telling(claims, "الرحلات عادت").speaker == "مدير المطار"


def test_negation_behind_a_conjunction(claims_in: ClaimsIn) -> None:
    claims = claims_in("أعلنت الشركة نتائجها أمس في العاصمة ولم تكشف عن حجم الخسائر في الفروع.")
    assert telling(claims, "تكشف").polarity == "negative"


def test_duration_lies_on_the_period_of_its_length(claims_in: ClaimsIn) -> None:
    claims = claims_in(
        "يزور الوفد التجاري ميناء المدينة أربعة أيام.\nوتستمر الزيارة بين 8 و11 مارس بمشاركة عشرين شركة كبيرة."
    )
    slot = telling(claims, "أربعة أيام").time
    assert slot is not None
    assert (slot.begin, slot.until) == ("2021-03-08T00:00:00", "2021-03-12T00:00:00")
