"""The fields that two sentences may tell differently, each with its reader.

To add one: write a reader in a module here, name its field in ``shape.Field`` and give it a line below.
"""

from __future__ import annotations

from collections.abc import Iterator

from consistency.differences.extents import extents
from consistency.differences.offices import offices
from consistency.differences.opposites import opposites
from consistency.differences.places import places
from consistency.differences.polarity import polarity
from consistency.differences.shape import Contrast, Difference, Field, Reader
from consistency.differences.speakers import speakers
from consistency.differences.times import times
from consistency.differences.values import numbers

__all__ = ["READERS", "differences"]

READERS: dict[Field, Reader] = {
    "antonym": opposites,
    "extent": extents,
    "number": numbers,
    "office": offices,
    "place": places,
    "polarity": polarity,
    "speaker": speakers,
    "time": times,
}


def differences(contrast: Contrast) -> Iterator[Difference]:
    """Everything that two sentences tell differently, by field."""
    for reader in READERS.values():
        yield from reader(contrast)
