"""Sentences of the tool in English and Arabic."""

from __future__ import annotations

import copy
import json
import pickle
import re
from collections.abc import Iterable
from importlib.resources import files
from typing import get_args

import pytest

from consistency.checks.name_rule import NameRule
from consistency.checks.registry import KINDS
from consistency.languages.arabic.page import Label
from consistency.model import Finding, PassageKind, Report
from consistency.pipeline import Street, check_texts
from consistency.rulebook import load_rules
from consistency.wording import Wording, fill, listed, plural_form, said_in, say, say_count, term, worded
from consistency.wording.catalogue import patterns
from consistency.yaml_places import read_plain
from tests.wording_calls import Call, calls

CALLS = tuple(calls())
ARABIC = patterns("ar")
FORMS = {"one", "two", "few", "many", "other"}


def places(pattern: str) -> set[str]:
    return set(re.findall(r"\{(\w+)\}", pattern))


def forms(key: str) -> list[str]:
    entry = ARABIC[key]
    return [entry] if isinstance(entry, str) else list(entry.values())


@pytest.mark.parametrize("call", CALLS, ids=lambda call: call.where)
def test_a_sentence_is_written_where_it_is_said_and_gets_all_its_values(call: Call) -> None:
    for pattern in call.patterns:
        assert pattern is not None, "say() takes a literal; a word from a closed list is a term()"
        assert places(pattern) <= call.names
    assert places(call.key or "") == call.names


def test_every_sentence_can_be_said_in_arabic() -> None:
    missing = sorted({call.key or "" for call in CALLS} - ARABIC.keys())
    assert not missing, "add these to consistency/wording/ar/*.yaml"


def test_arabic_leaves_no_place_out_but_the_english_name() -> None:
    for key in ARABIC:
        wanted = places(key) - {"english"}
        for form in forms(key):
            # «مرتين» counts without a figure.
            assert wanted - {"n"} <= places(form) <= places(key), key


def test_counts_have_every_plural_form_of_arabic() -> None:
    counted = {call.key for call in CALLS if len(call.patterns) == 2}
    for key, entry in ARABIC.items():
        assert (set(entry) == FORMS) if key in counted else isinstance(entry, str), key


def reasons_of_forms() -> set[str]:
    """Why the shipped catalogue calls a form wrong."""
    names = [rule for rule in load_rules().rules if isinstance(rule, NameRule)]
    return {str(form.why) for rule in names for form in (*rule.misspelt, *rule.nonstandard) if form.why}


def test_the_reasons_of_catalogued_forms_can_be_said_in_arabic() -> None:
    assert not reasons_of_forms() - ARABIC.keys()


def test_arabic_has_no_sentence_that_nobody_says() -> None:
    said = (
        reasons_of_forms()
        | {call.key for call in CALLS}
        | TERMS
        | {"{first}, {next}", "{first}; {next}", "{first} · {next}"}
    )
    assert not ARABIC.keys() - said


EVENTS = read_plain(
    files("consistency.languages.arabic.values").joinpath("events.yaml").read_text(encoding="utf-8")
)
TERMS = (
    {kind.value for kind in PassageKind}
    | set(get_args(Label))
    | {name.replace("-", " ") for name in EVENTS}
    | {"one is denied", "other actor", "other office", "two holders of one office, told of about one time"}
    | {"not alike enough", "no name in common", "other event", "other measure", "other place", "other time"}
    | {"canonical", "accepted", "style", "short", "nonstandard", "misspelt", "paragraph"}
    | {"killed", "age", "injured", "missing", "arrested"}
    | {"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"}
)


@pytest.mark.parametrize("word", sorted(TERMS))
def test_words_of_closed_lists_can_be_said_in_arabic(word: str) -> None:
    assert term(word).said_in("ar") != word


def test_a_sentence_is_its_english_text() -> None:
    sentence = say("write «{right}»", right="علي")
    assert sentence == "write «علي»"
    assert json.dumps([sentence], ensure_ascii=False) == '["write «علي»"]'


def test_braces_in_a_value_are_text() -> None:
    assert say("write «{right}»", right="{right} {0} {x.y}") == "write «{right} {0} {x.y}»"


def test_a_sentence_inside_another_is_said_in_the_same_language() -> None:
    inner = say("no space follows «{mark}»", mark=".")
    assert say("line {number}: {why}", number=3, why=inner).said_in("ar") == "السطر 3: لا مسافة بعد «.»"


@pytest.mark.parametrize(
    ("number", "arabic"), [(1, "مرة"), (2, "مرتين"), (3, "3 مرات"), (11, "11 مرة"), (100, "100 مرة")]
)
def test_counts_follow_the_plural_forms_of_arabic(number: int, arabic: str) -> None:
    sentence = say_count("{message} ({n} times)", "{message} ({n} times)", number, message="x")
    assert sentence.said_in("ar") == f"x ({arabic})"


def test_zero_and_hundreds_have_forms_of_their_own() -> None:
    assert [plural_form("ar", n) for n in (0, 1, 2, 3, 10, 11, 99, 100, 102, 103)] == [
        "zero", "one", "two", "few", "few", "many", "many", "other", "other", "few",
    ]  # fmt: skip


def test_a_row_has_the_comma_of_its_language() -> None:
    row = listed(["a", "b", "c"])
    assert (row, row.said_in("ar")) == ("a, b, c", "a، b، c")
    assert listed([]) == ""


def test_a_text_that_brings_arabic_along_is_said_by_it_and_filled_alike() -> None:
    message = fill(worded("«{quote}» is odd", ar="«{quote}» غريب"), quote="س")
    assert (message, message.said_in("ar")) == ("«س» is odd", "«س» غريب")


def test_what_arabic_does_not_know_stays_english() -> None:
    assert said_in(worded("a desk's own title"), "ar") == "a desk's own title"


@pytest.mark.parametrize(
    "copied", [lambda s: pickle.loads(pickle.dumps(s)), copy.deepcopy], ids=["pickle", "deepcopy"]
)
def test_a_copy_can_still_be_said_in_arabic(copied: object) -> None:
    sentence = say_count("{message} ({n} times)", "{message} ({n} times)", 2, message=say("keep one of them"))
    assert callable(copied)
    assert copied(sentence) == sentence
    assert copied(sentence).said_in("ar") == sentence.said_in("ar")


@pytest.fixture
def seeds(seeds_report: Report) -> Report:
    return seeds_report


def unsaid(findings: Iterable[Finding]) -> list[str]:
    """The sentences of findings that Arabic does not know."""
    sentences = (s for finding in findings for s in (finding.message, *finding.why, finding.suggestion) if s)
    return [s for s in sentences if not isinstance(s, Wording) or said_in(s, "ar") == s]


def test_everything_said_of_the_seeds_can_be_said_in_arabic(seeds: Report) -> None:
    assert not unsaid(seeds.findings)


def test_everything_said_of_the_examples_of_the_rules_can_be_said_in_arabic(street: Street) -> None:
    rules = [rule for rule in street.rulebook.rules if not isinstance(rule, NameRule)]
    for rule in rules:
        for example in rule.tests.flags:
            assert not unsaid(check_texts(example.articles, street).findings), rule.id


def test_why_pairs_of_the_seeds_were_not_compared_can_be_said_in_arabic(seeds: Report) -> None:
    assert not seeds.corpus.not_comparable.keys() - ARABIC.keys()


def test_shipped_kinds_of_fault_have_arabic_titles_and_reasons(seeds: Report) -> None:
    for card in seeds.rules:
        for text in (card.title, card.why):
            assert said_in(text, "ar") != text, card.id


def test_shipped_rules_other_than_names_speak_arabic() -> None:
    for rule in load_rules().rules:
        if type(rule) is not KINDS["name"].shape:
            for text in (rule.title, rule.why, rule.message):
                assert not text or "ar" in text.own, rule.id


def test_a_sentence_without_values_is_made_once_and_stays_so_between_processes() -> None:
    told = say("a paragraph")
    assert say("a paragraph") is told
    assert pickle.loads(pickle.dumps([told]))[0] is told
    assert say("{n} paragraphs", n=2) is not say("{n} paragraphs", n=2)
