"""Where another item begins."""

from __future__ import annotations

import numpy as np
import pytest

from consistency.breaks import breaks, cuts_that_share, open_cuts
from consistency.breaks.words import OF_WORDS, word_features
from consistency.languages.arabic.discourse import (
    begins_no_item,
    defines_its_title,
    has_own_title,
    lead_likeness,
    opens_with_conjunction,
)

TITLE = "افتتاح جسر جديد في الموصل بعد ثلاث سنوات من العمل"
BRIDGE = [
    "افتتحت السلطات العراقية جسرا جديدا في مدينة الموصل بعد ثلاث سنوات من أعمال البناء، وقال المحافظ إن الجسر يربط ضفتي دجلة.",
    "وأضاف المحافظ أن الجسر الجديد سيخفف الزحام عن وسط الموصل، وأن جسرا آخر سيفتتح في العام المقبل على دجلة.",
]
MATCH = [
    "منتخب اليابان يفوز على ضيفه الأسترالي في طوكيو",
    "حقق منتخب اليابان لكرة القدم فوزا ثمينا على ضيفه الأسترالي بهدفين نظيفين في التصفيات الآسيوية للمونديال.",
    "وسجل المهاجم الياباني الهدفين في الشوط الثاني أمام خمسين ألف متفرج في ملعب طوكيو الدولي.",
]


def test_an_item_with_a_title_is_likelier_than_any_other_cut() -> None:
    cuts = breaks(TITLE, [*BRIDGE, *MATCH])
    best = max(cuts, key=lambda cut: cut.probability)
    assert (best.index, best.titled) == (2, True)
    assert best.probability > 0.9


def test_an_item_without_a_title_is_found() -> None:
    best = max(breaks(TITLE, [*BRIDGE, *MATCH[1:]]), key=lambda cut: cut.probability)
    assert (best.index, best.titled) == (2, False)
    assert best.probability > 0.8


def test_paragraphs_of_one_story_have_no_likely_cut() -> None:
    assert max(cut.probability for cut in breaks(TITLE, [*BRIDGE, BRIDGE[1]])) < 0.1


def test_cuts_that_share_are_those_with_a_rare_stem_on_both_sides() -> None:
    paragraphs = [*BRIDGE, *MATCH, BRIDGE[1]]
    shared = {cut.index for cut in breaks(TITLE, paragraphs) if cut.shared}
    assert cuts_that_share(TITLE, paragraphs) & set(range(1, len(paragraphs))) == shared
    assert cuts_that_share(TITLE, [*BRIDGE, *MATCH]).isdisjoint({2})


def test_no_cut_is_likely_but_an_open_one() -> None:
    paragraphs = [*BRIDGE, *MATCH]
    likely = {cut.index for cut in breaks(TITLE, paragraphs) if cut.probability}
    assert {2} <= likely <= set(open_cuts(paragraphs))
    assert 1 not in open_cuts(paragraphs)


@pytest.mark.parametrize("paragraphs", [[], ["فقرة واحدة."]])
def test_less_than_two_paragraphs_have_no_cut(paragraphs: list[str]) -> None:
    assert breaks(TITLE, paragraphs) == []


def test_of_a_long_article_the_last_cuts_are_judged_as_in_the_whole() -> None:
    paragraphs = [*BRIDGE * 3, *MATCH]
    whole, last = word_features(TITLE, paragraphs, 1), word_features(TITLE, paragraphs, 5)
    assert whole.shape == (len(paragraphs) - 1, len(OF_WORDS))
    np.testing.assert_allclose(whole[4:], last)


def test_paragraphs_without_a_word_have_finite_features() -> None:
    assert np.isfinite(word_features("", ["...", "12", "!"], 1)).all()


@pytest.mark.parametrize(
    "paragraphs",
    [
        ["من جهته، قال المحافظ إن الجسر آمن وإن العمل فيه انتهى."],
        ["وأوضح المحافظ أن العمل في الجسر انتهى قبل موعده بشهر."],
        ["• شارع النيل من أول المدينة إلى آخرها."],
        ["- Kendall, Paul Murray (1955). Richard The Third. London."],
        ["تضحية وولاء", "من جهته ذكر رجل الأعمال أن ما تحقق كبير وأن العمل مستمر في كل مكان."],
        ["شارع النيل", "شارع دجلة", "شارع الفرات"],
    ],
    ids=["speaker", "conjunction", "list", "other script", "subheading", "list of names"],
)
def test_no_item_begins_so(paragraphs: list[str]) -> None:
    assert begins_no_item(paragraphs, BRIDGE)


def test_a_colon_announces_what_follows() -> None:
    paragraph = ["حقق المنتخب فوزا ثمينا على ضيفه في المباراة التي جرت أمس."]
    assert begins_no_item(paragraph, ["وجاء في البيان:"])
    assert not begins_no_item(paragraph, BRIDGE)


def test_a_title_stands_above_a_paragraph() -> None:
    assert has_own_title(MATCH)
    assert not has_own_title(MATCH[1:])
    assert not has_own_title(MATCH[:1])


@pytest.mark.parametrize(
    ("paragraph", "conjunction"),
    [
        ("وقال الوزير", True),
        ("«وأكد المصدر", True),
        ("وقع الرئيس العام", False),
        ("وزير الخارجية يصل", False),
        ("", False),
    ],
)
def test_a_letter_of_the_word_is_no_conjunction(paragraph: str, conjunction: bool) -> None:
    assert opens_with_conjunction(paragraph) is conjunction


def test_leads_and_later_sentences_begin_differently() -> None:
    assert lead_likeness("أعلنت الوزارة")[0] > 1 > -1 > lead_likeness("وأعلنت الوزارة")[0]
    assert lead_likeness("... 12") == (0.0, 0.0)


def test_no_item_begins_with_the_pronoun_of_somebody_named_before() -> None:
    before = ["توفيت الممثلة ليلى مرادي مساء أمس عن عمر ناهز الستين عاما."]
    assert begins_no_item(["بدأت مشوارها الفني عام 1993 في فيلم قصير ثم عملت في المسرح."], before)
    assert not begins_no_item(["بدأت الشركة مشروعها الجديد عام 1993 في ميناء المدينة."], before)


def test_an_entry_of_an_encyclopaedia_defines_its_title() -> None:
    assert defines_its_title("نهر النيل (نهر)", "نهر النيل هو أطول أنهار أفريقيا.")
    assert defines_its_title("نهر جليدي", "النهر الجليدي (بالإنجليزية: glacier) كتلة من الجليد تتحرك ببطء.")
    assert defines_its_title("ليلى مرادي", "ليلى سمير بولس مرادي (مواليد 1961، في زحلة) مغنية لبنانية.")
    assert defines_its_title("نادي أمل المدينة", "أمل المدينة هو نادي كرة قدم تأسس عام 1950.")
    assert defines_its_title("يوسف الثالث (بطريرك)", "البطريرك يوسف الثالث خدم الكنيسة ستين عاما.")
    assert not defines_its_title("يوسف الثالث يزور", "البطريرك يوسف الثالث زار المدينة أمس.")
    assert not defines_its_title("ليلى مرادي تغني", "ليلى سمير مرادي (61 عاما) عادت إلى المسرح مساء أمس.")
    assert not defines_its_title("النيل يفيض", "فاض النيل هذا العام قبل موعده.")
    assert not defines_its_title("", "فاض النيل هذا العام قبل موعده.")
