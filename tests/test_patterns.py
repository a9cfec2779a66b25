"""Patterns of rules: what they flag, and that no pattern and no text makes them run for ever.

The hostile cases have no clock: with an engine that backtracks they would not end.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from consistency.model import Finding
from consistency.pipeline import Street, check_texts
from consistency.rulebook import load_rules

RULE = """\
version: 1
rules:
- id: style
  kind: pattern
  pattern: '{pattern}'
  {more}
  tests:
    flags: ["نص"]
    passes: ["نص"]
"""


def found(folder: Path, pattern: str, text: str, more: str = "severity: info") -> list[Finding]:
    (folder / "r.yaml").write_text(RULE.format(pattern=pattern, more=more), encoding="utf-8")
    street = Street.of(load_rules([folder / "r.yaml"], defaults=False))
    return list(check_texts([text], street).findings)


@pytest.mark.parametrize(
    ("pattern", "quotes"),
    [
        ("%[0-9]+", ["%20", "%7"]),
        ("%([0-9]+)", ["20", "7"]),
        ("(?i)gmt", ["GMT"]),
        ("^%", []),
        (r"(?:^|[^\p{L}])(السعر)(?:[^\p{L}]|$)", ["السعر"]),
        (r"(?:^|[^\p{L}])(سعر)(?:[^\p{L}]|$)", []),
    ],
)
def test_what_matches_is_flagged(tmp_path: Path, pattern: str, quotes: list[str]) -> None:
    text = "ارتفع السعر %20 ثم %7 عند GMT في السوق."
    told = found(tmp_path, pattern, text)
    assert [place.quote for finding in told for place in finding.locations] == quotes


def test_pattern_looks_only_at_the_passages_that_it_names(tmp_path: Path) -> None:
    text = "السعر %1 اليوم\nتاريخ النشر: 3 مارس 2021\n\nارتفع السعر %2 في السوق أمس، وقال التجار إن ذلك متوقع منذ أسابيع."
    told = found(tmp_path, "%[0-9]", text, more="passages: [headline]")
    assert [place.quote for finding in told for place in finding.locations] == ["%1"]


@pytest.mark.parametrize("pattern", ["(ا+)+ب", "(ا|اا)+ب", "(ا*)*ب", "(.*)(.*)(.*)(.*)ب", "ا{1,500}ب"])
def test_pattern_that_ruins_other_engines_ends_on_a_huge_line(tmp_path: Path, pattern: str) -> None:
    assert found(tmp_path, pattern, "ا" * 100_000) == []


def test_pattern_that_matches_everywhere_tells_some_places_and_how_many_there_are(tmp_path: Path) -> None:
    (finding,) = found(tmp_path, "ا", "ا " * 100_000)
    assert finding.message == "style (100000 times)"
    assert len(finding.locations) == 200


def test_a_pattern_sees_the_borders_of_a_passage(tmp_path: Path) -> None:
    text = "ارتفع السعر في السوق.\nالسعر ثابت اليوم كما قال الوزير"
    assert [place.quote for one in found(tmp_path, "^السعر", text) for place in one.locations] == ["السعر"]
    assert [place.quote for one in found(tmp_path, "السوق[^ا]$", text) for place in one.locations] == [
        "السوق."
    ]
