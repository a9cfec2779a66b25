"""What holds for every text: spans, order, no crash, linear time."""

from __future__ import annotations

import cProfile
import pstats
from datetime import datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from consistency.languages.arabic.normalise import PROCLITICS
from consistency.languages.arabic.values import (
    amounts,
    clock,
    dates,
    infer_publication,
    parts,
    periods,
    place_lengths,
    points,
    read_dateline,
    read_undated,
    read_values,
    read_values_between,
    reader,
)
from consistency.languages.arabic.values import scan as scan_module
from consistency.languages.arabic.values import starts as starts_module
from consistency.languages.arabic.values.dispatch import Choice
from consistency.languages.arabic.values.lexicon import _lexicon, look_up, words_of
from consistency.languages.arabic.values.scan import scan

WORDS = sorted(_lexicon())
PIECES = st.one_of(
    st.sampled_from(WORDS),
    st.sampled_from(
        [
            "و",
            "من",
            "إلى",
            "بين",
            "في",
            "منذ",
            "قبل",
            "بعد",
            "حتى",
            "أكثر من",
            "الـ",
            "على",
            "الساعة",
            "مقتل",
            "واحد",
            "يقل",
        ]
    ),
    st.sampled_from([".", "،", "/", "-", ":", "(", ")", "%", "$", "\n", "«", "»", "+", "ر", "هـ"]),
    st.integers(0, 99999).map(str),
    st.from_regex(r"[٠-٩]{1,4}[./:٫,-]?[٠-٩]{0,3}", fullmatch=True),
    st.sampled_from(
        [
            "9" * 41,
            "٧" * 400,
            "1" * 5000,
            "२३",
            "²",
            "Ⅻ",
            "\x00",
            "\u200f",
            "\u202e",
            "ـ",
            "\u00a0",
            "www.a",
            "a@b.c",
        ]
    ),
    st.sampled_from(
        [
            "منه",
            "من أصل",
            "من كل",
            "ذلك الحين",
            "وقتها",
            "مؤخرا",
            "أي",
            "دون",
            "نفسه",
            "التالي",
            "حاجز",
            "تجاوز",
        ]
    ),
)
TEXTS = st.one_of(
    st.lists(PIECES, max_size=25).map(" ".join),
    st.lists(PIECES, max_size=25).map("".join),
    st.text(max_size=80),
)
REFERENCES = st.datetimes(datetime(1, 1, 1), datetime(9999, 12, 31))


@settings(max_examples=500, deadline=None)
@given(TEXTS, REFERENCES)
def test_no_text_crashes_and_spans_round_trip(text: str, reference: datetime) -> None:
    end = 0
    for value in read_values(text, reference):
        assert text[value.start : value.end] == value.quote
        assert value.start >= end
        assert value.quote.strip()
        end = value.end
        assert (value.begin is None) == (value.until is None)
        assert value.begin is None or (value.until is not None and value.begin < value.until)
        assert value.begin is not None or value.number is not None
        if value.begin is not None:
            datetime.fromisoformat(value.begin)
            datetime.fromisoformat(value.until or "")


@settings(max_examples=300, deadline=None)
@given(TEXTS)
def test_a_text_without_a_day_tells_values_of_itself_once(text: str) -> None:
    found = read_undated(text)
    spans = [(seen.value.start, seen.value.end) for seen in found]
    assert len(set(spans)) == len(spans)
    assert all(text[seen.value.start : seen.value.end] == seen.value.quote for seen in found)
    assert all(seen.value.begin is not None and seen.hangs for seen in found if seen.moves)


@settings(max_examples=200, deadline=None)
@given(TEXTS, REFERENCES)
def test_a_value_between_one_day_and_itself_hangs_on_nothing(text: str, reference: datetime) -> None:
    seen = read_values_between(text, reference, reference)
    assert [item.value for item in seen] == read_values(text, reference)
    assert not any(item.hangs for item in seen)


@settings(max_examples=200, deadline=None)
@given(TEXTS, REFERENCES)
def test_placing_lengths_changes_nothing_but_durations(text: str, reference: datetime) -> None:
    values = read_values(text, reference)
    for before, after in zip(values, place_lengths(text, values), strict=True):
        assert before == after or (before.kind == "duration" and after.begin and after.until)


@pytest.mark.parametrize(
    "rules",
    [m._RULES for m in (amounts, clock, dates, parts, periods, points, reader)],
    ids=["amounts", "clock", "dates", "parts", "periods", "points", "reader"],
)
@settings(max_examples=150, deadline=None)
@given(TEXTS)
def test_no_rule_reads_anything_at_a_word_without_its_signs(rules: Choice[object], text: str) -> None:
    for starts, rule in rules.rules:
        scanned = scan(text, datetime(2021, 3, 3), "auto")
        plain = getattr(rule, "__wrapped__", rule)
        for index in range(scanned.count):
            token = scanned.tokens[index]
            if starts.isdisjoint(token.word.signs):
                assert plain(scanned, index) is None, (plain, token)


@settings(max_examples=300, deadline=None)
@given(TEXTS)
def test_no_opener_that_is_passed_over_for_what_stands_beside_it_may_start_a_value(text: str) -> None:
    scanned = scan(text, datetime(2024, 3, 1), "auto")
    plain = [at for at in scanned.heads if starts_module._may_start(scanned, at, scanned.tokens[at])]
    assert list(starts_module.starting_places(scanned)) == plain


@settings(max_examples=500, deadline=None)
@given(TEXTS)
def test_date_lines_and_inference_never_crash(text: str) -> None:
    line = read_dateline(text)
    if line is not None:
        assert line.start is not None
        assert line.end is not None
        assert 0 <= line.start < line.end <= len(text)
    found = infer_publication(text, [])
    assert found is None or found.earliest <= found.latest


@pytest.mark.parametrize(
    "unit",
    [
        "و1",
        "12 ",
        "1.",
        "ألف و",
        "من 1 إلى ",
        "الأحد ",
        "1/",
        "منذ ",
        "أكثر من ",
        "مئة",
        "(",
        "5-",
        "الحرب منذ بدء ",
        "1 و",
        "تجاوز ا ",
        "ذلك الوقت ",
        "على 5 ",
        "لم أي إصابات ",
        "حينها في 3 مارس 2020 ",
        "5 من كل ",
        "9",
    ],
)
def test_long_junk_takes_linear_work(unit: str) -> None:
    def calls(count: int) -> int:
        profile = cProfile.Profile()
        profile.runcall(read_values, unit * count, datetime(2021, 6, 15))
        return int(pstats.Stats(profile).total_calls)  # type: ignore[attr-defined]

    calls(100)  # fills the memory of words
    assert calls(600) < 5 * calls(150) + 1000


@settings(max_examples=200, deadline=None)
@given(TEXTS, st.lists(REFERENCES, min_size=2, max_size=6))
def test_what_was_read_from_one_day_changes_nothing_from_another(
    text: str, references: list[datetime]
) -> None:
    together = [reader._read(text, reference, "auto") for reference in references]
    for reference, values in zip(references, together, strict=True):
        scan_module._kept.cache_clear()
        assert reader._read(text, reference, "auto") == values


@given(st.sampled_from(PROCLITICS), st.sampled_from(WORDS))
def test_a_known_word_is_known_behind_every_particle(particles: str, word: str) -> None:
    written = particles + word
    short = len(word) < 2  # what is left of one letter is no word
    assert short or written in words_of("numbers", "never") or look_up(written).roles


def test_a_text_reads_from_a_second_day_as_if_it_had_been_read_from_that_day_alone() -> None:
    text = "زار الوزير بيروت الخميس الماضي، وبقي فيها من 3 إلى 5 مايو، ثم عاد في عام 2015 مع 12 جنديا"
    first, last = datetime(2024, 11, 12), datetime(2023, 2, 1)
    from_the_second = {(value.start, value.end): value for value in read_values(text, last)}
    for seen in read_values_between(text, first, last):
        assert seen.other == from_the_second.get((seen.value.start, seen.value.end))
