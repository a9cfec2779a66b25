"""Invented stories as several papers tell them: everything found in them, and nothing else."""

from __future__ import annotations

from itertools import chain
from pathlib import Path
from typing import Any

import pytest

from consistency.model import Severity
from consistency.pipeline import Street, check_texts
from consistency.yaml_places import read_plain

CASES: list[dict[str, Any]] = read_plain(
    (Path(__file__).parent / "cases" / "stories.yaml").read_text("utf-8")
)


def found(street: Street, articles: list[str]) -> list[list[str]]:
    """The rule of each error and warning with the different words at its places."""
    findings = check_texts(articles, street).findings
    return sorted(
        [f.rule, *sorted({place.quote for place in f.locations})]
        for f in findings
        if f.severity is not Severity.INFO
    )


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_a_story_gives_what_its_papers_contradict_each_other_in(case: dict[str, Any], street: Street) -> None:
    wanted = sorted([rule, *sorted(quotes)] for rule, *quotes in case["finds"])
    assert found(street, case["articles"]) == wanted


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_a_paper_alone_contradicts_nobody(case: dict[str, Any], street: Street) -> None:
    alone = [found(street, [article]) for article in case["articles"]]
    assert [rule for rule, *_ in chain(*alone) if rule != "weekday-of-another-date"] == []
