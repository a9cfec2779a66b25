"""Which claims are brought together, and how they are said to relate."""

from __future__ import annotations

from itertools import permutations

import numpy as np
import numpy.typing as npt
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from consistency.align.mutual import mutual
from consistency.model import Claim, Report
from consistency.pipeline import Street, check_texts

VISIT = "تاريخ النشر: {day}\nيزور وزير الخارجية الصيني وانغ يي روسيا بين {span} لإجراء محادثات أمنية مع كبار المسؤولين."
ARTICLES = (
    VISIT.format(day="2023-09-18", span="18 و21 سبتمبر"),
    "تاريخ النشر: 2023-09-18\nيبدأ وانغ يي، وزير الخارجية الصيني، زيارة إلى روسيا يوم الاثنين لإجراء محادثات أمنية.",
    "تاريخ النشر: 2023-09-19\nأعلن الكرملين أن فلاديمير بوتين سيزور الصين في أكتوبر المقبل لإجراء محادثات أمنية.",
    VISIT.format(day="2024-11-12", span="13 و15 نوفمبر"),
)


def grouped(report: Report) -> set[frozenset[str]]:
    """The quotes of each group."""
    claims = {claim.id: claim for claim in report.claims}
    return {frozenset(claims[name].quote for name in group.claims) for group in report.groups}


def group_of(report: Report, words: str) -> list[Claim]:
    name = next(claim.group for claim in report.claims if words in claim.quote and claim.event == "visit")
    return [claim for claim in report.claims if claim.group == name and name is not None]


def test_one_visit_told_by_two_articles_is_one_group(street: Street) -> None:
    told = group_of(check_texts(ARTICLES, street), "بين 18 و21 سبتمبر")
    assert {claim.document for claim in told} == {"1.txt", "2.txt"}


def test_visits_of_two_men_or_of_two_years_are_kept_apart(street: Street) -> None:
    report = check_texts(ARTICLES, street)
    for words in ("بين 13 و15 نوفمبر", "سيزور الصين"):
        assert not {"1.txt", "2.txt"} & {claim.document for claim in group_of(report, words)}


def test_pairs_that_are_not_compared_have_a_reason(street: Street) -> None:
    corpus = check_texts(ARTICLES, street).corpus
    assert corpus.compared_pairs >= sum(corpus.not_comparable.values()) > 0
    assert "other time" in corpus.not_comparable


def test_an_office_that_changed_hands_is_superseded(street: Street) -> None:
    report = check_texts(
        [
            "تاريخ النشر: 2023-09-18\nقال سكرتير مجلس الأمن الروسي نيكولاي باتروشيف إن المحادثات الأمنية في موسكو مفيدة.",
            "تاريخ النشر: 2024-11-12\nقال سكرتير مجلس الأمن الروسي سيرغي شويغو إن المحادثات الأمنية في موسكو مفيدة.",
        ],
        street,
    )
    relations = {c.relation for group in report.groups for c in group.comparisons}
    assert "supersedes" in relations
    assert "conflicts" not in relations


@pytest.mark.parametrize("order", list(permutations(range(3)))[1:])
def test_order_of_the_articles_does_not_matter(order: tuple[int, ...], street: Street) -> None:
    texts = ARTICLES[:3]
    assert grouped(check_texts([texts[i] for i in order], street)) == grouped(check_texts(texts, street))


SUBJECTS = ("وانغ يي", "فلاديمير بوتين", "سيرغي شويغو")
VERBS = ("زار", "غادر", "ندد بـ")
DAYS = ("يوم الاثنين", "يوم الثلاثاء", "")
sentences = st.builds(
    lambda who, did, when: f"{did} {who} الصين {when} مع وفد كبير من المسؤولين.",
    st.sampled_from(SUBJECTS),
    st.sampled_from(VERBS),
    st.sampled_from(DAYS),
)
articles = st.lists(sentences, min_size=1, max_size=3).map(
    lambda told: "تاريخ النشر: 2023-09-20\n" + "\n".join(told)
)


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(a=articles, b=articles)
def test_two_articles_are_aligned_alike_in_either_order(a: str, b: str, street: Street) -> None:
    assert grouped(check_texts([a, b], street)) == grouped(check_texts([b, a], street))


@pytest.mark.parametrize(("house", "relation"), [("الساحل", "supersedes"), ("النهضة", "conflicts")])
def test_a_corrected_version_supersedes_and_another_house_conflicts(
    house: str, relation: str, street: Street
) -> None:
    text = (
        "الصين ترسل وفدا إلى موسكو\nتاريخ النشر: 2023-09-18\nالمصدر: {house}\n\n"
        "أرسلت الصين {count} خبراء إلى موسكو لإجراء محادثات أمنية مع كبار المسؤولين في روسيا."
    )
    report = check_texts([text.format(house="الساحل", count=7), text.format(house=house, count=9)], street)
    assert relation in {c.relation for group in report.groups for c in group.comparisons}


likenesses = st.tuples(st.integers(1, 9), st.integers(1, 9)).flatmap(
    lambda shape: arrays(np.float32, shape, elements=st.sampled_from((0.1, 0.3, 0.4, 0.5, 0.6)))
)


@given(likeness=likenesses, count=st.integers(1, 4))
def test_mutually_nearest_are_in_the_first_places_of_row_and_column(
    likeness: npt.NDArray[np.float32], count: int
) -> None:
    def place(line: npt.NDArray[np.float32], index: int) -> int:
        """How many of a line come before one: higher ones, and equal ones that stand earlier."""
        return int((line > line[index]).sum() + (line[:index] == line[index]).sum())

    expected = {
        (i, j)
        for i, j in np.ndindex(*likeness.shape)
        if likeness[i, j] >= 0.3 and place(likeness[i], j) < count and place(likeness[:, j], i) < count
    }
    found = mutual(likeness, count, 0.3)
    assert {(row, column) for row, column, _ in found} == expected
    assert all(alike == likeness[row, column] for row, column, alike in found)
    assert len(found) == len(expected)
