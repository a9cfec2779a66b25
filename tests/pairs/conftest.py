"""One comparer for all tests: the shipped names take a second to read."""

from __future__ import annotations

import pytest

from consistency.catalogue import Catalogue
from consistency.checks.name_rule import NameRule
from consistency.embed import load_encoder
from consistency.pairs import Comparer
from consistency.rulebook import load_rules


@pytest.fixture(scope="session")
def comparer() -> Comparer:
    return Comparer(Catalogue(load_rules().of(NameRule)), load_encoder())
