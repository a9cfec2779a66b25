"""Bytes and back: everything that is ours, and nothing else."""

from __future__ import annotations

import os
import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from consistency.model import Confidence, Finding, Location, PassageKind, Severity
from consistency.packing import pack, unpack
from consistency.wording import said_in, say

FINDING = Finding(
    "name-misspelt", "name", Severity.ERROR, Confidence.HIGH, say("the article has no headline"),
    (Location("a.txt", 0, 3, 1, 1, "a\ud800ب"),), (say("no line of the text is a date line"),),
)  # fmt: skip


def test_a_finding_comes_back_with_its_types_and_languages() -> None:
    again = unpack(pack(FINDING), Finding)
    assert again == FINDING
    assert isinstance(again.severity, Severity)
    assert said_in(again.message, "ar") == said_in(FINDING.message, "ar") != str(FINDING.message)


def test_words_of_a_fixed_few_are_packed_by_their_value() -> None:
    """The first releases of Python 3.11 do it otherwise."""
    assert PassageKind.LEAD.__reduce_ex__(5) == (PassageKind, ("lead",))
    assert Severity.ERROR.__reduce_ex__(5) == (Severity, ("error",))
    assert Confidence.LOW.__reduce_ex__(5) == (Confidence, ("low",))


@given(st.binary(max_size=200))
def test_bytes_of_anything_else_are_no_value(data: bytes) -> None:
    assert unpack(data, Finding) is None


@given(st.integers(min_value=0, max_value=len(pack(FINDING)) - 1))
def test_cut_bytes_are_no_value(length: int) -> None:
    assert unpack(pack(FINDING)[:length], Finding) is None


class Hostile:
    def __reduce__(self) -> tuple[object, ...]:
        return os.system, ("touch /tmp/was-run",)


class Sly:
    def __reduce__(self) -> tuple[object, ...]:
        return eval, ("1",)


@pytest.mark.parametrize("thing", [Hostile(), Sly(), os.getcwd, Severity])
def test_nothing_in_bytes_can_run(thing: object) -> None:
    assert unpack(pickle.dumps(thing), Finding) is None


def test_a_value_of_another_shape_is_none() -> None:
    assert unpack(pack(FINDING.locations[0]), Finding) is None
