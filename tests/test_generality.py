"""The findings come from general machinery: with another catalogued name in its place, the same fault is found.

Each case takes an article of the five, puts other names in it, and asks for the same rule at the new words.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest

from consistency.model import Finding
from tests.conftest import SEEDS

ARTICLES = {path.name[:3]: path.read_text(encoding="utf-8") for path in sorted(SEEDS.iterdir())}
FindingsIn = Callable[..., list[Finding]]


def changed(article: str, *swaps: tuple[str, str]) -> str:
    text = ARTICLES[article]
    for old, new in swaps:
        assert old in text
        text = text.replace(old, new)
    return text


@pytest.mark.parametrize(
    ("article", "swaps", "rule", "quote"),
    [
        pytest.param("004", [("فلاديمير بوتين", "إيمانويل ماكرون"), ("فلاديمير بوتن", "إيمانويل ماكرون"),
                             ("الرئيس بوتن", "الرئيس ماكرن"), ("ذهب بوتن", "ذهب ماكرن")],
                     "name-misspelt", "ماكرن", id="slip-of-a-person-named-in-full"),
        pytest.param("003", [("بينغ يانغ", "بيونغ ينغ")], "name-misspelt", "بيونغ ينغ", id="other-slip-of-a-place"),
        pytest.param("003", [("بينغ يانغ", "كوالا لمبور"), ("بكين", "كوالالمبور")], None, "كوالا لمبور",
                     id="word-spacing-is-style"),
        pytest.param("001", [("فلاديفستوك", "يكاترنبورغ")], "name-misspelt", "يكاترنبورغ", id="dropped-letter"),
        pytest.param("001", [('"فوستوشني" الفضائية في فلاديفستوك شرقي روسيا', '"بايكونور" الفضائية في كامتشاتكا')],
                     "place-misplaced", 'قاعدة "بايكونور" الفضائية في كامتشاتكا', id="other-site-elsewhere"),
        pytest.param("001", [('"فوستوشني" الفضائية في فلاديفستوك', '"حميميم" الجوية في فلاديفوستوك')],
                     "place-misplaced", 'قاعدة "حميميم" الجوية في فلاديفوستوك', id="base-of-another-country"),
        pytest.param("004", [("وانغ يي", "شي جين بينغ"), ("السيد فونج", "السيد تاب كان بينه")],
                     "name-misspelt", "تاب كان بينه", id="another-name-through-vietnamese"),
        pytest.param("002", [("كيم أون", "كيم جونغ")], None, "كيم جونغ", id="catalogue-decides-short-forms"),
        pytest.param("002", [("18th, September 2023 GMT", "3rd, March 2021 GMT")],
                     "english-date-in-arabic", "3rd, March 2021 GMT", id="other-english-date"),
        pytest.param("002", [("فرانس برسالمصدر:", "رويترزالمصدر:")],
                     "run-together-text", "رويترزالمصدر", id="other-agency-run-together"),
        pytest.param("003", [("إعلام سوري: الطيران الإسرائيلي يستهدف مطار حماة العسكري بـ 3 غارات",
                              "المغرب: أمطار غزيرة تغلق مدارس أكادير وتدفع السكان إلى مغادرة بيوتهم")],
                     "unrelated-passage", "المغرب: أمطار غزيرة تغلق مدارس أكادير وتدفع السكان إلى مغادرة بيوتهم",
                     id="other-ticker"),
    ],
)  # fmt: skip
def test_replaced_name_gives_the_same_kind_of_finding(
    article: str, swaps: list[tuple[str, str]], rule: str | None, quote: str, findings_in: FindingsIn
) -> None:
    text = changed(article, *swaps)
    start = text.index(quote)
    hits = {
        finding.rule
        for finding in findings_in(text)
        if finding.locations[0].start < start + len(quote) and start < finding.locations[0].end
        and finding.severity != "info"
        and finding.rule != "missing-publication-date"
    }  # fmt: skip
    if rule is None:
        assert not {name for name in hits if name.startswith("name-m")}
    elif rule == "english-date-in-arabic":
        assert any(f.rule == rule and f.locations[0].quote == quote for f in findings_in(text))
    else:
        assert rule in hits


def test_date_line_silences_the_missing_date(findings_in: FindingsIn) -> None:
    dated = "تاريخ النشر: 25 يوليو 2023\n" + ARTICLES["000"]
    assert "missing-publication-date" not in {f.rule for f in findings_in(dated)}


def test_removed_date_line_is_missed(findings_in: FindingsIn) -> None:
    undated = changed("003", ("12 نوفمبر 2024، 4:23 ص\n", ""))
    assert "missing-publication-date" in {f.rule for f in findings_in(undated)}


@pytest.mark.parametrize(
    ("marker", "item"),
    [
        ("طالع أيضا:", ["الهلال يتعاقد مع مهاجم برازيلي لثلاثة مواسم",
                        "أعلن نادي الهلال السعودي تعاقده مع المهاجم البرازيلي لثلاثة مواسم مقابل ثلاثين مليون يورو.",
                        "وقال رئيس النادي إن اللاعب سيصل إلى الرياض الخميس لإجراء الفحص الطبي."]),
        ("أخبار متعلقة", ["زلزال قوي يضرب سواحل تشيلي دون ضحايا",
                          "ضرب زلزال بقوة سبع درجات سواحل تشيلي الشمالية فجرا دون أن يسفر عن ضحايا.",
                          "ورفعت السلطات التشيلية التحذير من أمواج المد بعد ساعتين."]),
    ],
)  # fmt: skip
def test_other_item_behind_another_marker_is_foreign(
    marker: str, item: list[str], findings_in: FindingsIn
) -> None:
    head = ARTICLES["002"].split("إقرأ أيضاً:")[0]
    text = head + marker + "\n" + "\n".join(item)
    found = [f.locations[0] for f in findings_in(text) if f.rule == "unrelated-passage"]
    assert [(place.start, place.end) for place in found] == [(text.index(item[0]), len(text))]


@pytest.mark.parametrize("name", ["وبوتين", "لبوتين", "بوتين", "فلاديمير بوتين", "كبوتين", "ولبوتين"])
def test_particles_hide_no_name_and_make_no_fault(name: str, findings_in: FindingsIn) -> None:
    text = f"قال فلاديمير بوتين إن القرار {name} وحده في 3 مارس 2021، ثم غادر القاعة."
    assert not [f for f in findings_in(text) if f.rule.startswith("name-m")]
    wrong = text.replace(name, name.replace("بوتين", "بوتن"))
    found = [f for f in findings_in(wrong) if f.rule == "name-nonstandard"]
    assert found
    assert all(not place.quote.startswith(("و", "ل", "ك")) for f in found for place in f.locations)
