"""The floors of quality on the five articles: what a careful reader found in them."""

from __future__ import annotations

import pytest

from consistency.evaluate import Evaluation, evaluate, load_gold
from consistency.model import Report
from tests.conftest import GOLD

MUST_FLOOR = 15
SHOULD_FLOOR = 6
COVERED_FLOOR = 119
SLOT_FLOORS = {"time": 0.87, "speaker": 0.96, "polarity": 1.0, "modality": 0.94}
"""Shares of the covered claims."""
RECALL_FLOOR = 0.7
PRECISION_FLOOR = 0.95


@pytest.fixture(scope="module")
def outcome(seeds_report: Report) -> Evaluation:
    return evaluate(seeds_report, load_gold(GOLD))


def test_every_must_is_found_at_an_allowed_severity(outcome: Evaluation) -> None:
    assert outcome.tiers["must"] == (MUST_FLOOR, 15)


def test_should_floor_is_held(outcome: Evaluation) -> None:
    assert outcome.tiers["should"][0] >= SHOULD_FLOOR


def test_no_error_or_warning_beyond_the_gold(outcome: Evaluation) -> None:
    assert [f"{f.rule}: {f.message}" for f in outcome.false_alarms] == []


def test_no_trap_is_sprung(outcome: Evaluation) -> None:
    assert outcome.traps_sprung == ()


def test_no_conflict_beyond_the_gold(outcome: Evaluation) -> None:
    assert outcome.conflicts == ()


def test_claims_cover_the_gold(outcome: Evaluation) -> None:
    assert len(outcome.claims.covered) >= COVERED_FLOOR


@pytest.mark.parametrize("slot", sorted(SLOT_FLOORS))
def test_slot_floor_is_held(slot: str, outcome: Evaluation) -> None:
    assert outcome.claims.right_share(slot) >= SLOT_FLOORS[slot]


def test_pairs_of_the_gold_are_found(outcome: Evaluation) -> None:
    assert outcome.claims.recall >= RECALL_FLOOR


def test_pairs_that_are_found_are_right(outcome: Evaluation) -> None:
    assert outcome.claims.precision >= PRECISION_FLOOR


def test_nothing_is_merged_that_must_not_be(outcome: Evaluation) -> None:
    assert outcome.claims.merged == ()


def test_every_quote_stands_where_its_location_says(seeds_report: Report) -> None:
    texts = {article.id: article.text for article in seeds_report.articles}
    for finding in seeds_report.findings:
        for place in finding.locations:
            text = texts[place.document]
            assert text[place.start : place.end] == place.quote
            lines = text.split("\n")
            assert lines[place.line - 1][place.column - 1 :].startswith(place.quote.split("\n")[0])


def test_foreign_item_spans_exactly_its_lines(seeds_report: Report) -> None:
    spans = [f.locations[0] for f in seeds_report.findings if f.rule == "unrelated-passage"]
    wanted = {d["id"]: d["quotes"] for d in load_gold(GOLD)["discrepancies"] if d["type"] == "unrelated item"}
    item, ticker = wanted["D-04"], wanted["D-10"]
    assert sorted((s.start, s.end) for s in spans) == sorted(
        [(item[1]["start"], item[2]["end"]), (ticker[0]["start"], ticker[0]["end"])]
    )


def test_claims_of_the_foreign_item_are_left_out(seeds_report: Report) -> None:
    foreign = [f.locations[0] for f in seeds_report.findings if f.rule == "unrelated-passage"]
    for claim in seeds_report.claims:
        for place in foreign:
            assert claim.document != place.document or not place.start <= claim.start < place.end
