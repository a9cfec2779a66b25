"""The message that a rule writes is what its findings say."""

from __future__ import annotations

from pathlib import Path

import pytest

from consistency.message import FIELDS, message_faults
from consistency.pipeline import Street, check_texts
from consistency.rulebook import load_rules
from consistency.wording import fill

RULE = """\
version: 1
rules:
- id: our-number-conflict
  kind: claims
  same: [wording]
  differ: [{{field: number, how: disjoint}}]
  message: "{message}"
  tests:
    flags: ["نص"]
    passes: ["نص"]
"""
TWO = (
    "عنوان الخبر\nتاريخ النشر: 2021-03-03\nأعلنت وزارة الصحة في بيان لها إصابة 15 عاملا بحالات تسمم في مصنع النسيج بمدينة المحلة.",
    "عنوان آخر\nتاريخ النشر: 2021-03-03\nأعلنت وزارة الصحة في بيان إصابة 12 عاملا بحالات تسمم في مصنع النسيج بمدينة المحلة.",
)


def message_of(folder: Path, message: str) -> str:
    file = folder / "r.yaml"
    file.write_text(RULE.format(message=message), encoding="utf-8")
    street = Street.of(load_rules([file], defaults=False))
    (finding,) = check_texts(TWO, street).findings
    return finding.message


@pytest.mark.parametrize(
    ("message", "told"),
    [
        ("{quote} / {b.quote}", "15 عاملا / 12 عاملا"),
        ("{a.document} {a.date}, {b.document} {b.date}", "1.txt 2021-03-03, 2.txt 2021-03-03"),
        ("{a.publisher}", "–"),
        ("no name at all", "no name at all"),
    ],
)
def test_names_of_a_message_are_filled_in(tmp_path: Path, message: str, told: str) -> None:
    assert message_of(tmp_path, message) == told


@pytest.mark.parametrize("name", FIELDS)
def test_every_known_name_is_accepted_and_replaced(name: str) -> None:
    assert list(message_faults(f"{{{name}}}")) == []
    assert fill(f"<{{{name}}}>", **{name: "x"}) == "<x>"


def test_fault_of_one_language_stands_at_that_language() -> None:
    (fault,) = message_faults({"en": "{quote}", "ar": "{qoute}"})
    assert fault.path == ("message", "ar")
