"""What every encoder promises, for the embedded one and the one without weights."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from consistency.embed import Encoder, HashingEncoder, load_encoder

ENCODERS = {"embedded": load_encoder, "hashing": HashingEncoder}
texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=60) | st.text(
    "ابتوزير سل٣3أإىة ،.", max_size=60
)


@pytest.fixture(params=ENCODERS, scope="module")
def encoder(request: pytest.FixtureRequest) -> Encoder:
    made: Encoder = ENCODERS[request.param]()
    return made


@settings(max_examples=60, deadline=None)
@given(batch=st.lists(texts, max_size=5))
def test_every_text_has_a_unit_row(encoder: Encoder, batch: list[str]) -> None:
    rows = encoder.encode(batch)
    assert rows.shape == (len(batch), encoder.dim)
    assert rows.dtype == np.float32
    assert np.allclose(np.linalg.norm(rows, axis=1), 1.0, atol=1e-5)


@settings(max_examples=60, deadline=None)
@given(text=texts, beside=st.lists(texts, max_size=4))
def test_a_row_does_not_depend_on_the_texts_beside_it(encoder: Encoder, text: str, beside: list[str]) -> None:
    alone = encoder.encode([text])[0]
    assert np.array_equal(encoder.encode([*beside, text])[-1], alone)


@pytest.mark.parametrize("empty", ["", "  ", "\n\t"])
def test_an_empty_text_is_unlike_a_sentence(encoder: Encoder, empty: str) -> None:
    rows = encoder.encode([empty, "وصل وزير الخارجية إلى باريس"])
    assert float(rows[0] @ rows[1]) < 0.3


def test_all_empty_texts_have_one_row(encoder: Encoder) -> None:
    first, *others = encoder.encode(["", " ", "\n"])
    assert all(np.array_equal(first, other) for other in others)


def test_a_lone_surrogate_is_read(encoder: Encoder) -> None:
    assert np.isfinite(encoder.encode(["باريس \ud800"])).all()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("أعلن الأمين العام", "اعلن الامين العام"),
        ("مُحَمَّد", "محمد"),
        ("مـــصر", "مصر"),
        ("عام ٢٠٢٣", "عام 2023"),
        ("على الحكومة", "علي الحكومه"),
    ],
)
def test_spellings_that_never_tell_words_apart_give_one_row(encoder: Encoder, one: str, other: str) -> None:
    rows = encoder.encode([one, other])
    assert np.array_equal(rows[0], rows[1])
