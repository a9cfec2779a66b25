"""Offices and institutions that may be one in two houses' words, and those that may not."""

from __future__ import annotations

import pytest

from consistency.languages.arabic.normalise import fold_word
from consistency.languages.arabic.roles import institution, one_institution, one_office, read_office


@pytest.mark.parametrize(
    ("a", "b", "one"),
    [
        ("المتحدث الرسمي", "الناطق الإعلامي", True),
        ("الرئيس التنفيذي", "المدير التنفيذي", True),
        ("الرئيس التنفيذي", "المدير المالي", False),
        ("رئيس", "عضو", False),
        ("نائب المدير", "المدير", False),
    ],
)
def test_offices(a: str, b: str, one: bool) -> None:
    left, right = (read_office(fold_word(title).split()) for title in (a, b))
    assert left is not None
    assert right is not None
    assert one_office(left, right) is one
    assert one_office(right, left) is one


@pytest.mark.parametrize(
    ("a", "b", "one"),
    [("الشركة", "المجموعة", True), ("الشركة", "الوزارة", False), ("البيت الأبيض", "مجلس الشيوخ", False)],
)
def test_institutions(a: str, b: str, one: bool) -> None:
    left, right = (institution(fold_word(name).split()) for name in (a, b))
    assert left is not None
    assert right is not None
    assert one_institution(left, right) is one
