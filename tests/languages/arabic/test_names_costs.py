"""The learned costs and the alignment."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from consistency.languages.arabic.names.align import align, choose, dropping, skips
from consistency.languages.arabic.names.batch import log_odds
from consistency.languages.arabic.names.costs import drop_features, model, read, sounds, substitution_features
from consistency.languages.arabic.names.known import canonical, known_names, same_known, two_names
from consistency.languages.arabic.names.letters import ALPHABET, SPACE, clean, clean_all

CLEAN = st.text(alphabet="ابتجدرسشعغفكلمنهوي ", max_size=12).map(lambda text: SPACE.join(text.split()))


def test_costs_do_not_depend_on_the_direction() -> None:
    table = model().short.substitution
    assert np.array_equal(table, table.T)
    assert not table.diagonal().any()


def test_no_edit_is_free() -> None:
    for costs in (model().short, model().long):
        assert costs.drop.min() > 0
        assert costs.substitution[~np.eye(len(costs.substitution), dtype=bool)].min() > 0


def test_house_style_costs_less_than_another_consonant() -> None:
    table = model().short.substitution
    place = ALPHABET.index
    assert table[place("غ"), place("ج")] < table[place("غ"), place("م")]


@given(st.sampled_from(ALPHABET[1:36]), st.sampled_from(ALPHABET[:36]), st.sampled_from(ALPHABET[:36]))
def test_the_table_of_drops_is_the_sum_of_its_features(letter: str, before: str, after: str) -> None:
    weights = {name: 0.1 + len(name) / 7 for name in drop_features(before, letter, after)}
    other = {"swap": 1.0, "word": 1.0, "space": 1.0, "article": 1.0}
    built = read({"border": 5, "length": [1.0], "short": weights | other, "long": weights | other}).short
    place = ALPHABET.index
    assert built.drop[place(before), place(letter), place(after)] == pytest.approx(
        sum(weights.values()), abs=1e-4
    )


@given(CLEAN, CLEAN)
def test_the_edits_cost_what_the_alignment_costs(a: str, b: str) -> None:
    cost, edits = align(choose(model(), a, b), a, b)
    assert cost == pytest.approx(sum(edit.cost for edit in edits), abs=1e-4)


@given(CLEAN.filter(bool), CLEAN.filter(bool))
def test_many_at_once_cost_what_one_costs(a: str, b: str) -> None:
    cost, _ = align(choose(model(), a, b), a, b)
    letters = min(len(a.replace(SPACE, "")), len(b.replace(SPACE, "")), len(model().length) - 1)
    found = log_odds(model(), [a, b], np.array([0]), np.array([1]))
    assert found[0] == pytest.approx(float(model().length[letters]) - cost, abs=1e-3)


def test_a_word_may_be_left_out_as_a_whole() -> None:
    _, edits = align(model().short, "لي كوان يو", "لي يو")
    assert [edit.act for edit in edits] == ["word dropped"]


def test_skips_lead_to_the_end_of_the_word_before() -> None:
    assert skips("لي يو") == [-1, -1, -1, 0, -1, 2]


def test_the_article_has_a_price_of_its_own() -> None:
    assert dropping(model().short, "الرباط")[:2] == [model().short.article] * 2


def test_cleaning_one_by_one_and_all_at_once_agree() -> None:
    names = ["  هلموت   كول ", "مُحَمَّد", "بور-أو-برانس", "", "«لندن»"]
    assert clean_all(names) == [clean(name) for name in names]


def test_letters_of_one_sound_are_told() -> None:
    assert sounds().shared("غ", "ج")
    assert "sound g" in substitution_features("ج", "غ")
    assert not sounds().shared("غ", "م")


def test_listed_names_are_two_unless_they_share_a_line() -> None:
    assert two_names("محمد", "محمود")
    assert same_known("اسحاق", "اسحق") is True
    assert same_known("محمد", "غورباتشوف") is None


def test_every_list_is_read() -> None:
    assert {"محمد", "فلاديمير", "غينيا", "ترامب"} <= set(known_names())


def test_usual_spellings_become_the_first_of_their_line() -> None:
    assert canonical("اسحق نيوتن") == "اسحاق نيوتن"
