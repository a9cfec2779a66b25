"""What holds for every text: spans, order, no crash, linear time."""

from __future__ import annotations

import time
from datetime import datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from consistency.languages.arabic.values import infer_publication, read_dateline, read_values
from consistency.languages.arabic.values.lexicon import _lexicon

WORDS = sorted(_lexicon())
PIECES = st.one_of(
    st.sampled_from(WORDS),
    st.sampled_from(
        ["و", "من", "إلى", "بين", "في", "منذ", "قبل", "بعد", "حتى", "أكثر من", "الـ", "على", "الساعة"]
    ),
    st.sampled_from([".", "،", "/", "-", ":", "(", ")", "%", "$", "\n", "«", "»", "+", "ر", "هـ"]),
    st.integers(0, 99999).map(str),
    st.from_regex(r"[٠-٩]{1,4}[./:٫,-]?[٠-٩]{0,3}", fullmatch=True),
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
    ],
)
def test_long_junk_takes_linear_time(unit: str) -> None:
    def spent(count: int) -> float:
        begin = time.process_time()
        read_values(unit * count, datetime(2021, 6, 15))
        return time.process_time() - begin

    spent(200)
    assert spent(8000) < 12 * (spent(1000) + 0.05) + 0.5
