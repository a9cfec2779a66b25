"""A finding is known again after edits elsewhere, in a moved file, and beside new articles."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from consistency.model import Finding
from consistency.pipeline import Street, check_paths
from tests.conftest import SEEDS

FindingsIn = Callable[..., list[Finding]]
TEXT = (
    "الجسر الجديد\nتاريخ النشر: 3 مارس 2021\n\n"
    "افتتح الرئيس الروسي فلاديمير بوتن الجسر الجديد في مدينة حلب في العراق صباح اليوم.\n"
    "وقال المهندسون إن بناء الجسر الجديد استغرق عامين."
)


def prints(findings: list[Finding]) -> set[tuple[str, str]]:
    return {(f.rule, f.fingerprint) for f in findings if f.severity != "info"}


def test_text_carries_findings(findings_in: FindingsIn) -> None:
    assert {rule for rule, _ in prints(findings_in(TEXT))} == {"name-nonstandard", "place-misplaced"}


def test_edit_elsewhere_keeps_them(findings_in: FindingsIn) -> None:
    edited = TEXT.replace("استغرق عامين", "استغرق ثلاثة أعوام وكلف كثيرا") + "\nوحضر الافتتاح مئات السكان."
    assert prints(findings_in(edited)) == prints(findings_in(TEXT))


def test_new_article_keeps_them(findings_in: FindingsIn) -> None:
    other = "خبر آخر\nتاريخ النشر: 4 مارس 2021\n\nأعلنت الشركة أنها ستفتح ثلاثة مصانع جديدة في العام المقبل."
    assert prints(findings_in(TEXT)) <= prints(findings_in(TEXT, other))


def test_edit_of_the_flagged_words_changes_them(findings_in: FindingsIn) -> None:
    edited = TEXT.replace("مدينة حلب في العراق", "مدينة حلب في المغرب")
    assert prints(findings_in(edited)) != prints(findings_in(TEXT))


NUMBERS = (
    "تاريخ النشر: 2021-03-03\nأعلنت وزارة الصحة في بيان لها إصابة 15 عاملا بحالات تسمم في مصنع النسيج بمدينة المحلة.",
    "تاريخ النشر: 2021-03-03\nأعلنت وزارة الصحة في بيان إصابة 12 عاملا بحالات تسمم في مصنع النسيج بمدينة المحلة.",
)
POLARITY = (
    "تاريخ النشر: 2021-03-03\nقال المتحدث إن الحملة لم تستهدف موظفي الجمارك في المنطقة الشمالية خلال الأسبوع الأول.",
    "تاريخ النشر: 2021-03-03\nقال المتحدث إن الحملة تستهدف موظفي الجمارك في المنطقة الشمالية خلال الأسبوع الأول.",
)


@pytest.mark.parametrize("pair", [NUMBERS, POLARITY], ids=["number", "polarity"])
def test_conflict_keeps_its_fingerprint_whichever_side_a_new_article_takes(
    findings_in: FindingsIn, pair: tuple[str, str]
) -> None:
    def conflicts(*texts: str) -> set[str]:
        return {finding.fingerprint for finding in findings_in(*texts) if finding.kind == "claims"}

    alone = conflicts(*pair)
    assert len(alone) == 1
    for text in pair:
        assert conflicts(*pair, f"{text}\nوقال مسؤول آخر إن الأمر معروف منذ أيام.") == alone


def test_conflicts_of_the_same_values_about_two_things_have_two_fingerprints(findings_in: FindingsIn) -> None:
    other = [
        text.replace("إصابة", "نقل").replace("مصنع النسيج بمدينة المحلة", "ميناء الصيد بمدينة دمياط")
        for text in NUMBERS
    ]
    found = [f.fingerprint for texts in (NUMBERS, other) for f in findings_in(*texts) if f.kind == "claims"]
    assert len(found) == len(set(found)) == 2


def test_moved_and_renamed_files_keep_them(street: Street, tmp_path: Path) -> None:
    for number, path in enumerate(sorted(SEEDS.iterdir(), reverse=True)):
        (tmp_path / "moved").mkdir(exist_ok=True)
        (tmp_path / "moved" / f"article-{number}.txt").write_bytes(path.read_bytes())
    moved = check_paths([tmp_path], street)
    here = check_paths([SEEDS], street)
    assert {f.fingerprint for f in moved.findings} == {f.fingerprint for f in here.findings}
